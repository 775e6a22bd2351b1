"""Pay as the contract writes it: a range or an amount, with its currency, period, basis, area and sources."""

from collections.abc import Iterable
from typing import Literal

from cscareer.catalog.loading import Catalog
from cscareer.catalog.models import Model
from cscareer.catalog.pay_models import Salary
from cscareer.pay.money import Number, Period, exact, shown, to_cents

HOURS_A_YEAR = 2080  # 52 weeks of 40 hours, as BLS turns hourly into yearly wages
NATION_ID = "99"

Basis = Literal["published", "localized", "observed", "calculated", "given"]


class Area(Model):
    """A place with wage statistics, by BLS's area id."""

    id: str
    name: str | None


NATION = Area(id=NATION_ID, name="United States")


class SourceYear(Model):
    """A source by its id, and the year the figure speaks for."""

    id: str
    year: int


class Pay(Model):
    """What every figure of pay says of itself; `hours` is set where hourly was turned into yearly or back."""

    currency: str
    per: Period
    hours: int | None
    basis: Basis
    area: Area
    sources: tuple[SourceYear, ...]


class Range(Pay):
    """A pay range; `low` and `high` are null where no source states them, `basis` too where none states either."""

    basis: Basis | None  # type: ignore[assignment]  # a range may be unknown as a whole, an amount never
    low: Number | None
    high: Number | None


class Amount(Pay):
    """One figure of pay."""

    amount: Number


def unknown_range() -> Range:
    """The range of a role of which nothing is known."""
    return Range(
        low=None, high=None, currency="USD", per="year", hours=None, basis=None, area=NATION, sources=()
    )


def newest_salary(catalog: Catalog, role_id: str) -> Salary | None:
    """The newest published national salary of a role."""
    known = [salary for salary in salaries_of(catalog, role_id) if salary.area == NATION_ID]
    return max(known, key=lambda salary: salary.year, default=None)


def salaries_of(catalog: Catalog, role_id: str) -> Iterable[Salary]:
    """Every published salary of a role: all areas, all years."""
    return (salary for salary in catalog.salaries.values() if salary.role == role_id)


def as_range(salary: Salary) -> Range:
    """A published salary as a range."""
    area = NATION if salary.area == NATION_ID else Area(id=salary.area, name=None)
    return Range(
        low=salary.low,
        high=salary.high,
        currency=salary.currency,
        per=salary.per,
        hours=None,
        basis="published",
        area=area,
        sources=tuple(SourceYear(id=source, year=salary.year) for source in salary.sources),
    )


def as_plain_range(pay_range: Range) -> Range:
    """The range alone, of one that says more."""
    return Range(**{name: getattr(pay_range, name) for name in Range.model_fields})


def yearly(pay_range: Range) -> Range:
    """The range in pay per year; hourly ends are multiplied by 2,080 hours, and `hours` says so."""
    if pay_range.per == "year":
        return pay_range
    low, high = (
        None if end is None else shown(exact(end) * HOURS_A_YEAR) for end in (pay_range.low, pay_range.high)
    )
    return pay_range.model_copy(
        update={"low": low, "high": high, "per": "year", "hours": HOURS_A_YEAR, "basis": "calculated"}
    )


def hourly(pay_range: Range, hours: int) -> Range:
    """A yearly range per hour: ÷ hours, to the cent, halves up."""
    low, high = (
        None if end is None else to_cents(exact(end) / hours) for end in (pay_range.low, pay_range.high)
    )
    return pay_range.model_copy(update={"low": low, "high": high, "per": "hour", "hours": hours})


def midpoint(pay_range: Range) -> Amount | None:
    """The middle of a range, (low + high) ÷ 2, of hourly pay to the cent, halves up; None where an end is unknown."""
    if pay_range.low is None or pay_range.high is None:
        return None
    middle = (exact(pay_range.low) + exact(pay_range.high)) / 2
    return amount_like(
        pay_range, to_cents(middle) if pay_range.per == "hour" else shown(middle), "calculated"
    )


def amount_like(pay: Pay, amount: Number, basis: Basis | None = None) -> Amount:
    """An amount that says of itself what another figure of pay does, with a basis of its own if one is given."""
    said = {name: getattr(pay, name) for name in Pay.model_fields}
    return Amount(amount=amount, **said | ({"basis": basis} if basis else {}))


def whole(number: Number) -> Number:
    """The same number, as an int where it is one."""
    return int(number) if number == int(number) else number
