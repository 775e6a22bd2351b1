"""The floor under pay in a place, the state's minimum wage, and what the law there asks employers to disclose."""

from decimal import Decimal

from cscareer.catalog.law_models import NOTICE, MinimumWage, PayTransparencyLaw
from cscareer.catalog.loading import Catalog
from cscareer.catalog.models import Model
from cscareer.pay.folding import fold
from cscareer.pay.laws import NATION, minimum_wages_in, pay_laws_in
from cscareer.pay.location import Location
from cscareer.pay.money import Number, exact, shown, to_cents
from cscareer.pay.ranges import HOURS_A_YEAR


class Floor(Model):
    """A minimum wage: of a state, or of the region named by `area`; `yearly` is for 2,080 hours.

    `since` is null where the day wasn't read. City and county rates, tipped work and small employers aren't here.
    """

    state: str
    name: str
    area: str | None
    hourly: Number
    yearly: Number
    since: str | None
    basis: str
    note: str | None
    confidence: str
    sources: tuple[str, ...]


class DisclosureLaw(Model):
    """A law on disclosing pay, in our own words; `min_employees` is null where the size wasn't read."""

    jurisdiction: str
    level: str
    since: str | None
    min_employees: int | None
    disclosure: str
    what: str
    status: str
    confidence: str
    sources: tuple[str, ...]

    def covers(self, place: str) -> bool:
        """Whether it is the whole state's, or that of the place of this name ("Columbus, OH")."""
        return self.level == "state" or fold(place.partition(",")[0]) == fold(self.jurisdiction)


class PlaceLaws(Model):
    """The law on pay where a place lies: none of it is legal advice, as `notice` says.

    `disclosure_laws` is empty where none is on record with us, which is no proof that there is none; null for the
    whole nation, whose states differ.
    """

    state: str | None
    floors: tuple[Floor, ...]
    disclosure_laws: tuple[DisclosureLaw, ...] | None
    notice: str

    @property
    def cited(self) -> tuple[str, ...]:
        """The ids of the sources behind it."""
        cited = [source for floor in self.floors for source in floor.sources]
        cited += [source for law in self.disclosure_laws or () for source in law.sources]
        return tuple(dict.fromkeys(cited))

    @property
    def lowest(self) -> Floor:
        """The rate that holds in the whole state."""
        return self.floors[0]


def laws_at(catalog: Catalog, location: Location) -> PlaceLaws:
    """The law on pay where a place lies, the federal minimum wage where its state has none on record.

    Raises:
        InvalidDataError: laws.yaml has problems.
    """
    state = location.state
    wages = minimum_wages_in(catalog, state or NATION)
    return PlaceLaws(
        state=state,
        floors=tuple(map(_floor, wages)),
        disclosure_laws=tuple(map(_disclosure, pay_laws_in(catalog, state))) if state else None,
        notice=NOTICE,
    )


def _floor(wage: MinimumWage) -> Floor:
    said = wage.shown_in(Floor) | {"hourly": to_cents(wage.hourly)}
    return Floor(**said, yearly=shown(wage.hourly * HOURS_A_YEAR), sources=wage.sources)


def _disclosure(law: PayTransparencyLaw) -> DisclosureLaw:
    return DisclosureLaw(**law.shown_in(DisclosureLaw), sources=law.sources)


def below(hourly: Decimal, laws: PlaceLaws) -> bool:
    """Whether pay by the hour is below the minimum wage that holds in the whole state."""
    return hourly < exact(laws.lowest.hourly)
