"""What a role pays: as published, and in any place of the country, with what moves it."""

from collections.abc import Sequence
from typing import ClassVar, Literal

from pydantic import Field

from cscareer.catalog.answer import Answer
from cscareer.catalog.loading import Catalog
from cscareer.catalog.models import Industry, Model, Role
from cscareer.catalog.pay_models import PayFactor, PayStatement
from cscareer.errors import UsageError
from cscareer.pay.explaining import Step, steps_of
from cscareer.pay.floor import PlaceLaws, below, laws_at
from cscareer.pay.local import RoleRange, cited_by, local_range, role_ranges
from cscareer.pay.location import Location
from cscareer.pay.money import Number, Period, exact, to_cents
from cscareer.pay.ranges import HOURS_A_YEAR, NATION
from cscareer.pay.references import RoleOccupation, RoleRef, occupation_of, reference
from cscareer.pay.statistics import Statistics
from cscareer.pay.wages import Distribution, IndustryRow, distribution

MOST_HOURS = 8784  # the hours of a leap year


class IndustryRef(Model):
    """An industry by its id and name."""

    id: str
    name: str


class IndustryWages(Model):
    """What everyone in a role's occupation earns in an industry, nationally; null where no figure is released."""

    role: RoleRef
    occupation: RoleOccupation
    industry: IndustryRef
    naics: str
    naics_name: str | None
    wages: Distribution | None
    employment: int | None


class BelowFloor(Model):
    """A range in a place whose low end is below the minimum wage there, by the hour (yearly pay at 2,080 hours)."""

    role: RoleRef
    location: Location
    hourly: Number
    minimum: Number


class PayReport(Answer):
    """Pay of some roles, what is said of it in words only, and what moves it.

    Each range is published, localized, or the band of observed wages a role stands for; `industries` are national
    figures, never multiplied into a range; `steps` say how each figure came about, when that was asked. `laws` are those
    of the states of the places asked for.
    """

    rows: ClassVar = "ranges"

    schema_: Literal["cscareer/pay/1"] = Field("cscareer/pay/1", alias="schema")
    ranges: tuple[RoleRange, ...]
    industries: tuple[IndustryWages, ...]
    steps: tuple[Step, ...]
    statements: tuple[PayStatement, ...]
    pay_factors: tuple[PayFactor, ...]
    laws: tuple[PlaceLaws, ...]
    below_minimum_wage: tuple[BelowFloor, ...]


def find_location(catalog: Catalog, said: str) -> Location:
    """The place a person means by a city, state, ZIP code, county, nickname or area id.

    Raises:
        UnknownNameError: no place goes by it.
        AmbiguousNameError: several do.
        UsageError: it is empty or in another country.

    Example:
        >>> catalog = load_catalog()
        >>> find_location(catalog, "78701").area.name
        'Austin-Round Rock-San Marcos, TX'
    """
    return catalog.once(Statistics).places.find(said)


def report_pay(
    catalog: Catalog,
    roles: Sequence[Role],
    locations: Sequence[Location] = (),
    *,
    industries: Sequence[Industry] = (),
    per: Period | None = None,
    hours: int | None = None,
    explain: bool = False,
) -> PayReport:
    """The pay of roles in places, yearly or hourly (yearly ÷ hours, 2,080 when left out).

    Without places, what a role pays in the nation, and in the areas of which a source states its own range.

    Raises:
        UsageError: hours without an hourly wage, or no sensible number of them.

    Example:
        >>> catalog = load_catalog()
        >>> role, place = catalog.roles["customer-service-specialist"], find_location(catalog, "Austin, TX")
        >>> report_pay(catalog, [role], [place]).ranges[0].high
        46150
    """
    used_hours = hours_for(per, hours)
    statistics = catalog.once(Statistics)
    if locations or per:
        ranges = [
            local_range(statistics, role, location, per=per or "year", hours=used_hours)
            for role in roles
            for location in locations or (statistics.nation,)
        ]
    else:
        ranges = [entry for role in roles for entry in role_ranges(statistics, role)]
    in_industries = [
        entry
        for role in roles
        for industry in industries
        for entry in _in_industry(catalog, statistics, role, industry, per or "year")
    ]
    asked = {role.id for role in roles}
    statements = tuple(entry for entry in catalog.statements.values() if asked.intersection(entry.roles))
    factors = tuple(catalog.pay_factors.values())
    laws = {place.state: laws_at(catalog, place) for place in locations if place.state}
    cited = [source for entry in ranges for source in cited_by(entry)]
    cited += [source for each in laws.values() for source in each.cited]
    cited += [source.id for entry in in_industries if entry.wages for source in entry.wages.sources]
    cited += [source for entry in statements for source in entry.sources]
    cited += [source for factor in factors for source in factor.sources]
    return PayReport(
        layers=catalog.added_layers,
        sources=catalog.cite(*cited),
        ranges=tuple(ranges),
        industries=tuple(in_industries),
        steps=tuple(step for entry in ranges for step in steps_of(entry)) if explain else (),
        statements=statements,
        pay_factors=factors,
        laws=tuple(laws.values()),
        below_minimum_wage=tuple(
            found for entry in ranges if (found := _below(entry, laws.get(entry.location.state or "")))
        ),
    )


def _below(entry: RoleRange, laws: PlaceLaws | None) -> BelowFloor | None:
    """The low end of a range by the hour, where it is below the minimum wage there."""
    if laws is None or entry.low is None:
        return None
    hourly = exact(entry.low) if entry.per == "hour" else exact(entry.low) / HOURS_A_YEAR
    if not below(hourly, laws):
        return None
    minimum = laws.lowest.hourly
    return BelowFloor(role=entry.role, location=entry.location, hourly=to_cents(hourly), minimum=minimum)


def hours_for(per: Period | None, hours: int | None) -> int:
    """The hours a year that turn yearly into hourly pay.

    Raises:
        UsageError: given without an hourly wage to convert, or not between 1 and the hours of a year.
    """
    if hours is None:
        return HOURS_A_YEAR
    check_hours(hours)
    if per != "hour":
        raise UsageError(
            "--hours turns yearly into hourly pay, and hourly pay wasn't asked for.",
            hint="Add --per hour, or leave --hours out.",
        )
    return hours


def check_hours(hours: int) -> None:
    """Makes sure that a number of hours a year can be worked.

    Raises:
        UsageError: it is not between 1 and the hours of a year.
    """
    if not 1 <= hours <= MOST_HOURS:
        raise UsageError(
            f"{hours} hours a year can't be worked.",
            hint=f"Full time is {HOURS_A_YEAR:,} hours a year; 20 hours a week make 1,040.",
        )


def _in_industry(
    catalog: Catalog, statistics: Statistics, role: Role, industry: Industry, per: Period
) -> list[IndustryWages]:
    rows = {row.naics: row for row in statistics.wages.industries(role.occupation.code)}
    return [_industry_wages(catalog, role, industry, naics, rows.get(naics), per) for naics in industry.naics]


def _industry_wages(
    catalog: Catalog, role: Role, industry: Industry, naics: str, row: IndustryRow | None, per: Period
) -> IndustryWages:
    released = row is not None and row.wages.has_figures
    return IndustryWages(
        role=reference(role),
        occupation=occupation_of(catalog, role),
        industry=IndustryRef(id=industry.id, name=industry.name),
        naics=naics,
        naics_name=row.name if row else None,
        wages=distribution(row.wages, NATION, per) if row and released else None,
        employment=row.wages.people if row else None,
    )
