"""Laws on pay by state: the minimum wage, and what must be disclosed. None of it is legal advice."""

from cscareer.catalog.law_models import MinimumWage, PayTransparencyLaw
from cscareer.catalog.loading import Catalog

NATION = "US"


def minimum_wages_in(catalog: Catalog, state: str) -> tuple[MinimumWage, ...]:
    """The minimum wages of a state (postal code), the state's own first and then those of its regions.

    The nation's stands alone where a state has none on record; city and county rates are not known to us.

    Raises:
        InvalidDataError: laws.yaml has problems.
    """
    found = [each for each in catalog.minimum_wages.values() if each.state == state]
    found = found or [each for each in catalog.minimum_wages.values() if each.state == NATION]
    return tuple(sorted(found, key=lambda each: each.area is not None))


def pay_laws_in(catalog: Catalog, state: str) -> tuple[PayTransparencyLaw, ...]:
    """The laws on disclosing pay of a state (postal code) and its localities, the state's first.

    None means that none is on record with us, which is no proof that there is none.

    Raises:
        InvalidDataError: laws.yaml has problems.
    """
    found = (each for each in catalog.pay_laws.values() if each.state == state)
    return tuple(sorted(found, key=lambda each: (each.level != "state", each.jurisdiction)))
