"""What a role pays in a place: the published range moved there, beside what everyone in its occupation earns."""

from typing import Literal, NamedTuple

from cscareer.catalog.loading import Catalog
from cscareer.catalog.models import Band, Level, Model, PercentileName, Role, Salary
from cscareer.pay.places import Location
from cscareer.pay.ranges import (
    HOURS_A_YEAR,
    NATION,
    NATION_ID,
    Amount,
    Area,
    Number,
    Period,
    Range,
    as_range,
    midpoint,
    published_range,
    salaries_of,
    whole,
    yearly,
)
from cscareer.pay.references import RoleOccupation, RoleRef, occupation_of, reference
from cscareer.pay.statistics import Prices, Statistics, median_of, ratio_to, real
from cscareer.pay.wages import Distribution, distribution, national_row

ROUNDED_TO = 50  # dollars a year
USUAL_FACTORS = (0.75, 1.33)  # beyond these, a local estimate deserves a second look


class MovedEnd(Model):
    """One end of a published range, moved: `published` × `local` ÷ `national` (yearly wages) gives `result`."""

    published: Number
    percentile: PercentileName
    local: Number
    national: Number
    factor: float
    result: int


class Localization(Model):
    """How a published range was moved to a place: each end × local ÷ national wage, to the nearest 50 dollars.

    By quartiles the low end moves with p25 and the high end with p75; by median both move with it, because a quartile
    is missing or the ends would come out upside down. `unusual` marks a factor outside 0.75 to 1.33.
    """

    published: Range
    method: Literal["quartiles", "median"]
    low: MovedEnd | None
    high: MovedEnd | None
    unusual: bool


class RoleRange(Range):
    """A role's pay in a place. The range is published, localized (our estimate), or a band of what is observed.

    `starting` says whether it is pay on the first day, null for a band and where there is no range. `observed` are the
    wages of everyone in the role's occupation, `national` the same for the whole country, and `national_ratio` the
    first one's median ÷ the second's. `without_figures` are nearer areas whose wages aren't released.
    """

    role: RoleRef
    level: Level
    starting: bool | None
    midpoint: Amount | None
    location: Location
    localization: Localization | None
    band: Band | None
    occupation: RoleOccupation
    observed: Distribution | None
    employment: int | None
    without_figures: tuple[Area, ...]
    national: Distribution | None
    national_employment: int | None
    national_ratio: float | None
    prices: Prices
    real_median: Amount | None


def role_ranges(statistics: Statistics, role: Role) -> list[RoleRange]:
    """The newest range that a source states for each area, the nation first; null ends where none does."""
    newest: dict[str, Salary] = {}
    for salary in sorted(salaries_of(statistics.catalog, role.id), key=lambda salary: salary.year):
        newest[salary.area] = salary
    stated = sorted(newest.values(), key=lambda salary: (salary.area != NATION_ID, salary.area))
    if not stated:
        unknown = _Told(published_range(statistics.catalog, role.id))
        return [_role_range(statistics, role, statistics.nation, unknown, "year", HOURS_A_YEAR)]
    return [
        _role_range(
            statistics,
            role,
            statistics.location_of(salary.area),
            _Told(as_range(salary), starting=salary.starting),
            "year",
            HOURS_A_YEAR,
        )
        for salary in stated
    ]


def local_range(
    statistics: Statistics,
    role: Role,
    location: Location,
    *,
    per: Period = "year",
    hours: int = HOURS_A_YEAR,
) -> RoleRange:
    """A role's pay in a place, per year or per hour (yearly ÷ `hours`, observed hourly wages as they are)."""
    salary = _salary_in(statistics.catalog, role, location)
    if salary is None:
        told = _band_of(statistics, role, location, per, hours)
    else:
        told = _moved_there(statistics, role, location, salary)
        if per == "hour":
            told = told._replace(pay=hourly(told.pay, hours))
    return _role_range(statistics, role, location, told, per, hours)


def localize(
    published: Range, local: Distribution, nation: Distribution
) -> tuple[Range, Localization | None]:
    """A published national range (yearly) moved to a place; unmoved where the wages for it are missing."""
    moved = _moved_range(published, local, nation, "p25", "p75")
    method: Literal["quartiles", "median"] = "quartiles"
    if moved is None or (moved[0] and moved[1] and moved[0].result > moved[1].result):
        moved, method = _moved_range(published, local, nation, "median", "median"), "median"
    if moved is None:
        return published, None
    low, high = moved
    pay = published.model_copy(
        update={
            "low": low.result if low else None,
            "high": high.result if high else None,
            "basis": "localized",
            "area": local.area,
            "sources": (*published.sources, *local.sources),
        }
    )
    unusual = any(end and not USUAL_FACTORS[0] <= end.factor <= USUAL_FACTORS[1] for end in moved)
    return pay, Localization(published=published, method=method, low=low, high=high, unusual=unusual)


def hourly(pay: Range, hours: int) -> Range:
    """A yearly range per hour: ÷ hours, to the cent, halves up."""
    low, high = (
        None if end is None else whole((200 * round(end) + hours) // (2 * hours) / 100)
        for end in (pay.low, pay.high)
    )
    return pay.model_copy(update={"low": low, "high": high, "per": "hour", "hours": hours})


def _moved_range(
    published: Range, local: Distribution, nation: Distribution, low: PercentileName, high: PercentileName
) -> tuple[MovedEnd | None, MovedEnd | None] | None:
    """Both ends moved, null where the published range has none; null as a whole where a wage is missing."""
    known = [wages.at(percentile) for wages in (local, nation) for percentile in (low, high)]
    if not all(known):
        return None
    return _moved(published.low, local, nation, low), _moved(published.high, local, nation, high)


def _moved(
    end: Number | None, local: Distribution, nation: Distribution, percentile: PercentileName
) -> MovedEnd | None:
    """An end × local ÷ nation to the nearest 50 dollars, halves up; in whole cents, so that a half is a half."""
    here, everywhere = local.at(percentile), nation.at(percentile)
    if end is None or not here or not everywhere:
        return None
    numerator, denominator = round(end * 100) * round(here * 100), 100 * round(everywhere * 100)
    return MovedEnd(
        published=end,
        percentile=percentile,
        local=here,
        national=everywhere,
        factor=round(here / everywhere, 4),
        result=ROUNDED_TO * ((2 * numerator + ROUNDED_TO * denominator) // (2 * ROUNDED_TO * denominator)),
    )


class _Told(NamedTuple):
    """What is known of a role's range, before the wages beside it."""

    pay: Range
    starting: bool | None = None
    localization: Localization | None = None
    band: Band | None = None


def _moved_there(statistics: Statistics, role: Role, location: Location, salary: Salary) -> _Told:
    """A published range, moved to a place if it is the nation's and the place has wages to move it by."""
    pay, localization = yearly(as_range(salary)), None
    found = statistics.find_wages(role.occupation.code, location)
    nation = national_row(statistics.wages, role.occupation.code, found.row.year) if found else None
    if found and nation and salary.area == NATION_ID and NATION_ID not in {found.area.id, location.area.id}:
        local = distribution(found.row, found.area, "year")
        pay, localization = localize(pay, local, distribution(nation, NATION, "year"))
    return _Told(pay, salary.starting, localization)


def _band_of(statistics: Statistics, role: Role, location: Location, per: Period, hours: int) -> _Told:
    """The band of its occupation that a role stands for; null ends where it declares none or there are no wages."""
    band = role.occupation.band
    found = statistics.find_wages(role.occupation.code, location)
    if band is None or found is None:
        return _Told(published_range(statistics.catalog, role.id))
    wages = distribution(found.row, found.area, per, hours)
    shared = wages.model_dump(include={"currency", "per", "hours", "basis"})
    pay = Range(
        low=wages.at(band.low), high=wages.at(band.high), area=wages.area, sources=wages.sources, **shared
    )
    return _Told(pay, band=band)


def _salary_in(catalog: Catalog, role: Role, location: Location) -> Salary | None:
    """The newest salary published for the area itself, else for the nation."""
    known = [each for each in salaries_of(catalog, role.id) if each.area in {location.area.id, NATION_ID}]
    return max(known, key=lambda each: (each.area == location.area.id, each.year), default=None)


def _role_range(
    statistics: Statistics, role: Role, location: Location, told: _Told, per: Period, hours: int
) -> RoleRange:
    occupation = role.occupation.code
    found = statistics.find_wages(occupation, location)
    observed = distribution(found.row, found.area, per, hours) if found else None
    everyone = national_row(statistics.wages, occupation, found.row.year if found else None)
    nation = distribution(everyone, NATION, per, hours) if everyone else None
    prices = statistics.prices(location)
    middle = median_of(observed)
    return RoleRange(
        **dict(told.pay),
        role=reference(role),
        level=role.level,
        starting=told.starting,
        midpoint=midpoint(told.pay),
        location=location,
        localization=told.localization,
        band=told.band,
        occupation=occupation_of(statistics.catalog, role),
        observed=observed,
        employment=found.row.people if found else None,
        without_figures=found.without if found else tuple(dict.fromkeys((location.area, NATION))),
        national=nation,
        national_employment=everyone.people if everyone else None,
        national_ratio=ratio_to(observed, nation),
        prices=prices,
        real_median=real(middle, prices) if middle else None,
    )
