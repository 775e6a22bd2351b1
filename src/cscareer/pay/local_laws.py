"""The cities and counties within a place that have a law on disclosing pay of their own."""

from collections.abc import Sequence

from cscareer.catalog.loading import Catalog
from cscareer.pay.candidates import Candidates
from cscareer.pay.floor import DisclosureLaw, PlaceLaws
from cscareer.pay.folding import fold
from cscareer.pay.gazetteer import Gazetteer
from cscareer.pay.location import Location

_WIDER = {"county", "zip", "metro"}  # than a city, or across its bounds


def laws_within(
    catalog: Catalog, gazetteer: Gazetteer, place: Location, laws: PlaceLaws
) -> Sequence[DisclosureLaw]:
    """The laws of cities and counties that lie in a county or a metro, or in the county of a ZIP code.

    Whether a ZIP code lies in the city itself isn't known to us. None for a city, whose own law `covers` it.
    """
    local = [law for law in laws.disclosure_laws or () if law.level != "state"]
    if place.kind not in _WIDER or not local:
        return ()
    candidates = Candidates(catalog, gazetteer)
    found = []
    for law in local:
        meant = next(iter(candidates.of(fold(law.jurisdiction), laws.state)), None)
        if meant is None:
            continue
        county = gazetteer.county(meant.county) if meant.county else None
        names = {meant.name}
        if county:
            names |= {f"{county.name}, {county.state}", f"{candidates.county_name(county)}, {county.state}"}
        where = place.name.partition("(")[2].rstrip(")") if place.kind == "zip" else place.name
        if where in names or (place.kind == "metro" and meant.area == place.area.id):
            found.append(law)
    return found
