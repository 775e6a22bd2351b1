"""The one view of what a role pays in a place: a range, what kind of figure it is, and what stands behind it."""

from typing import Any, NamedTuple

from cscareer.catalog.loading import Catalog
from cscareer.catalog.models import Band, Level, Model, Role
from cscareer.catalog.pay_models import Salary
from cscareer.pay.localization import Localization, localize
from cscareer.pay.location import Location
from cscareer.pay.money import Period, exact, shown
from cscareer.pay.ranges import (
    HOURS_A_YEAR,
    NATION,
    NATION_ID,
    Amount,
    Area,
    Pay,
    Range,
    amount_like,
    as_plain_range,
    as_range,
    hourly,
    midpoint,
    salaries_of,
    unknown_range,
    yearly,
)
from cscareer.pay.references import RoleOccupation, RoleRef, occupation_of, reference
from cscareer.pay.statistics import Prices, Statistics, median_of, ratio_to, real
from cscareer.pay.wages import Distribution, distribution, national_row

_MOST_KEPT = 500  # what a role pays in a place


class BehindPay(Model):
    """What stands behind a role's pay in a place.

    `starting` says whether the range is pay on the first day, null for a band of what everyone in the occupation earns
    and where there is no range; `band` is the part of `observed` that we judge the role to stand for, and
    `localization` how a published range was moved. `observed` are the wages of everyone in the role's occupation there
    and `without_figures` nearer areas whose wages aren't released. `typical` is one figure of those wages, by which
    roles are put in order: the median, or the middle of a band that lies to one side of it; null for a catch-all occupation.
    """

    midpoint: Amount | None
    starting: bool | None
    occupation: RoleOccupation
    localization: Localization | None
    band: Band | None
    observed: Distribution | None
    employment: int | None
    without_figures: tuple[Area, ...]
    typical: Amount | None


class OwnPay(Model):
    """An entry with pay: the range is published, localized (our estimate), or a band of what is observed."""

    pay: Range


class RolePay(BehindPay, OwnPay):
    """What a role pays in a place as an entry of an answer holds it, under `pay` with what stands behind it beside."""


class RoleHead(Model):
    """The role that a range is of."""

    role: RoleRef
    level: Level


class PaidRole(BehindPay, RoleHead, Range):
    """A role's pay in a place: a range with what stands behind it; see `BehindPay`."""

    @property
    def rests_on_catch_all(self) -> bool:
        """Whether its figures are of an occupation that is a catch-all: neither verdict, difference nor rank holds."""
        by_occupation = self.band is not None or self.localization is not None or self.basis is None
        return self.occupation.catch_all and by_occupation

    @property
    def plain(self) -> "PaidRole":
        """The same without what a model derived from this one adds."""
        return PaidRole(**{name: getattr(self, name) for name in PaidRole.model_fields})

    @property
    def as_entry(self) -> dict[str, Any]:
        """The fields of `RolePay`, for an entry of an answer that holds them."""
        return {"pay": as_plain_range(self)} | {name: getattr(self, name) for name in BehindPay.model_fields}

    @property
    def cited(self) -> list[str]:
        """The ids of every source behind the range and the wages beside it."""
        wages = self.observed.sources if self.observed else ()
        return [source.id for source in (*self.sources, *wages)]


class RoleRange(PaidRole):
    """The same with the place, the nation beside it, and what prices there do to the median.

    `national` are the wages of everyone in the occupation in the whole country, and `national_ratio` is the local
    median ÷ the nation's.
    """

    location: Location
    national: Distribution | None
    national_employment: int | None
    national_ratio: float | None
    prices: Prices
    real_median: Amount | None


def role_ranges(statistics: Statistics, role: Role) -> list[RoleRange]:
    """What a role pays in the nation and in each area of which a source states a range, that one as it is stated."""
    newest: dict[str, Salary] = {}
    for salary in sorted(salaries_of(statistics.catalog, role.id), key=lambda salary: salary.year):
        newest[salary.area] = salary
    nation = local_range(statistics, role, stated=newest.pop(NATION_ID, None))
    return [
        nation,
        *(
            local_range(statistics, role, statistics.location_of(area), stated=salary)
            for area, salary in sorted(newest.items())
        ),
    ]


def local_range(
    statistics: Statistics,
    role: Role,
    location: Location | None = None,
    *,
    per: Period = "year",
    hours: int = HOURS_A_YEAR,
    stated: Salary | None = None,
) -> RoleRange:
    """What a role pays in a place, the nation when left out: what every answer that shows a role's pay holds.

    The range is the newest a source states for the place itself, else the nation's moved there, else the band of its
    occupation's wages that the role stands for; its ends are null where there is neither.

    Args:
        statistics: the official wages and prices.
        role: the role.
        location: where.
        per: the period; hourly pay is yearly ÷ `hours`, observed hourly wages are as they are.
        hours: the hours a year.
        stated: the published range to show as its source states it, neither moved nor turned into another period.
    """
    location = location or statistics.nation
    range_there = (
        _Stated(as_range(stated), stated.starting)
        if stated
        else _there(statistics, role, location, per, hours)
    )
    code = role.occupation.code
    occupation = occupation_of(statistics.catalog, role)
    found = statistics.find_wages(code, location)
    observed = distribution(found.row, found.area, per, hours) if found else None
    everyone = national_row(statistics.wages, code, found.row.year if found else None)
    nation = distribution(everyone, NATION, per, hours) if everyone else None
    prices = statistics.prices(location)
    middle = median_of(observed)
    return RoleRange(
        **dict(range_there.pay),
        role=reference(role),
        level=role.level,
        starting=range_there.starting,
        midpoint=midpoint(range_there.pay),
        location=location,
        localization=range_there.localization,
        band=range_there.band,
        occupation=occupation,
        observed=observed,
        employment=found.row.people if found else None,
        without_figures=found.without if found else tuple(dict.fromkeys((location.area, NATION))),
        typical=None if occupation.catch_all else typical_of(role.occupation.band, observed),
        national=nation,
        national_employment=everyone.people if everyone else None,
        national_ratio=ratio_to(observed, nation),
        prices=prices,
        real_median=real(middle, prices) if middle else None,
    )


class KeptRanges:
    """What roles pay in places, the last so many: offers and ads come from the same towns again and again."""

    def __init__(self, catalog: Catalog) -> None:
        self._statistics = catalog.once(Statistics)
        self._kept: dict[tuple[str, str, str, Period], RoleRange] = {}

    def of(self, role: Role, place: Location, per: Period = "year") -> RoleRange:
        """What a role pays in a place, as `local_range` says."""
        key = role.id, place.area.id, place.name, per
        if key not in self._kept:
            if len(self._kept) >= _MOST_KEPT:
                self._kept.clear()
            self._kept[key] = local_range(self._statistics, role, place, per=per)
        return self._kept[key]


def typical_of(band: Band | None, wages: Distribution | None) -> Amount | None:
    """The median of an occupation's wages; of a part that lies to one side of it, halfway between that part's ends."""
    if wages is None or band is None or band.around_median:
        return median_of(wages)
    low, high = wages.at(band.low), wages.at(band.high)
    if low is None or high is None:
        return None
    return amount_like(wages, shown((exact(low) + exact(high)) / 2), "calculated")


class _Stated(NamedTuple):
    """What is known of a role's range, before the wages beside it."""

    pay: Range
    starting: bool | None = None
    localization: Localization | None = None
    band: Band | None = None


def _there(statistics: Statistics, role: Role, location: Location, per: Period, hours: int) -> _Stated:
    """The range in a place, per year or per hour."""
    salary = _salary_in(statistics.catalog, role, location)
    if salary is None:
        return _band_of(statistics, role, location, per, hours)
    moved = _moved_there(statistics, role, location, salary)
    return moved._replace(pay=hourly(moved.pay, hours)) if per == "hour" else moved


def _moved_there(statistics: Statistics, role: Role, location: Location, salary: Salary) -> _Stated:
    """A published range, moved to a place if it is the nation's and the place has wages to move it by."""
    pay, localization = yearly(as_range(salary)), None
    found = statistics.find_wages(role.occupation.code, location)
    nation = national_row(statistics.wages, role.occupation.code, found.row.year) if found else None
    if found and nation and salary.area == NATION_ID and NATION_ID not in {found.area.id, location.area.id}:
        local = distribution(found.row, found.area, "year")
        pay, localization = localize(pay, local, distribution(nation, NATION, "year"))
    return _Stated(pay, salary.starting, localization)


def _band_of(statistics: Statistics, role: Role, location: Location, per: Period, hours: int) -> _Stated:
    """The band of its occupation that a role stands for; null ends where it declares none or there are no wages."""
    band = role.occupation.band
    found = statistics.find_wages(role.occupation.code, location)
    if band is None or found is None:
        return _Stated(unknown_range())
    wages = distribution(found.row, found.area, per, hours)
    shared = wages.model_dump(include={"currency", "per", "hours", "basis"})
    pay = Range(
        low=wages.at(band.low), high=wages.at(band.high), area=wages.area, sources=wages.sources, **shared
    )
    return _Stated(pay, band=band)


def _salary_in(catalog: Catalog, role: Role, location: Location) -> Salary | None:
    """The newest salary published for the area itself, else for the nation."""
    known = [each for each in salaries_of(catalog, role.id) if each.area in {location.area.id, NATION_ID}]
    return max(known, key=lambda each: (each.area == location.area.id, each.year), default=None)


def cited_by(entry: RoleRange) -> list[str]:
    """The ids of every source behind a range and the wages and prices beside it."""
    figures: list[Pay | None] = [entry, entry.observed, entry.national, entry.real_median]
    return [source.id for figure in figures if figure for source in figure.sources]
