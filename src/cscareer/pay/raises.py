"""Whether a person's pay is right: among all in their work there, and whether it has kept up with prices."""

from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise
from typing import ClassVar, Literal, NamedTuple

from pydantic import Field

from cscareer.catalog.answer import Answer
from cscareer.catalog.loading import Catalog
from cscareer.catalog.models import Model, Role
from cscareer.errors import UsageError
from cscareer.pay.amounts import Given
from cscareer.pay.location import Location
from cscareer.pay.median_move import MedianMove, median_move
from cscareer.pay.money import Period, exact, percent_more, to_cents, to_unit
from cscareer.pay.own_pay import EarnedPay, own_pay, standing_sources
from cscareer.pay.price_index import IndexMonth, PriceChange, PriceIndex, month_of
from cscareer.pay.ranges import Amount, Area, Basis, SourceYear
from cscareer.pay.statistics import Statistics

_EVEN = Decimal("0.5")  # percent; less of a difference is none that a person would feel

Verdict = Literal["ahead", "even", "behind"]


class PayStep(NamedTuple):
    """What a person was paid from a month on.

    Example:
        >>> PayStep(read_amount("38000"), IndexMonth(2023, 5)).since.year
        2023
    """

    pay: Given
    since: IndexMonth


class RaiseStep(Model):
    """One step of a person's pay, held against the step before it and against the first one.

    `needed` is what pay would have to be in `month` to buy what the first pay bought; `change` is in percent of the
    pay before, `real_change` the same after prices, null in the first step.
    """

    month: str
    pay: Amount
    needed: Amount
    change: float | None
    real_change: float | None


class RaiseReport(Answer):
    """Whether pay is right, and has kept up. `change` and `real_change` are in percent from `was` to `now`, without and with prices.

    `needed` is what pay would have to be now to buy what `was` bought, `short` what is missing (negative: what is left
    over). `verdict` is "even" within half a percent. `median` is null without a role, or where no two Mays can be
    compared; `median_note` then says why. `standing` is where pay now stands among all in the role's work there, null
    without a role. Where nothing was said of pay then, all that would tell of it is null, and `until` with it.
    """

    rows: ClassVar = "steps"

    schema_: Literal["cscareer/raise/1"] = Field("cscareer/raise/1", alias="schema")
    verdict: Verdict | None
    location: Location
    since: str | None
    until: str | None
    was: Amount | None
    now: Amount
    change: float | None
    real_change: float | None
    needed: Amount | None
    short: Amount | None
    prices: PriceChange | None
    steps: tuple[RaiseStep, ...]
    median: MedianMove | None
    median_note: str | None
    standing: EarnedPay | None


def assess_raise(  # noqa: PLR0913  each is what a person may say of their pay
    catalog: Catalog,
    now: Given,
    was: PayStep | None = None,
    *,
    then: Sequence[PayStep] = (),
    until: IndexMonth | None = None,
    location: Location | None = None,
    role: Role | None = None,
    months: int | None = None,
) -> RaiseReport:
    """Holds pay now against all in the work there, and against pay then, in dollars and in what they buy.

    Prices are those of the CPI-U, both months from one series.

    Args:
        catalog: the data.
        now: pay now, or in the month `until`.
        was: pay at the beginning; nothing is held against prices without it.
        then: raises in between, in any order.
        until: the month of `now`; the last one that the series has when left out.
        location: whose prices count; the nation's when left out.
        role: whose people to hold it against.
        months: for how long the person has done this work.

    Raises:
        UsageError: neither pay then nor a role is said, months out of order or outside what is published, or pay per hour beside pay per year.

    Example:
        >>> catalog = load_catalog()
        >>> was = PayStep(read_amount("36000"), IndexMonth(2022, 5))
        >>> assess_raise(catalog, read_amount("41000"), was).was.amount
        36000
    """
    statistics = catalog.once(Statistics)
    place = location or statistics.nation
    if was is None and role is None:
        raise UsageError(
            "Against what should your pay be held?",
            hint="Name your job, like --role csr, or what you earned before: --was 19/hr --since 2024-05.",
        )
    standing = own_pay(catalog, role, (now, place), months) if role else None
    cited = standing_sources(standing) if standing else []
    if was is None:
        return RaiseReport(
            layers=catalog.added_layers,
            sources=catalog.cite(*cited),
            location=place,
            now=_given(now, place.area),
            steps=_alone(now, place, statistics.price_index),
            standing=standing,
            verdict=None,
            since=None,
            until=None,
            was=None,
            change=None,
            real_change=None,
            needed=None,
            short=None,
            prices=None,
            median=None,
            median_note=None,
        )
    return _held_against(statistics, now, [was, *then], until, place, role, standing)


def _held_against(
    statistics: Statistics,
    now: Given,
    line: Sequence[PayStep],
    until: IndexMonth | None,
    place: Location,
    role: Role | None,
    standing: EarnedPay | None,
) -> RaiseReport:
    """Pay now held against all that came before it, the first of `line` being the beginning."""
    catalog, index = statistics.catalog, statistics.price_index
    was, *then = line
    line = [was, *sorted(then, key=lambda step: step.since)]
    _check(index, line, now, until)
    prices = index.change(place.area.id, was.since, until)
    if prices is None:
        raise UsageError(
            f"No price index has both {was.since} and {until or 'a later month'}.",
            hint="Give months that lie further apart.",
        )
    end = month_of(prices.end.month)
    if line[-1].since >= end:
        raise UsageError(
            f"{line[-1].since} is not before {end}, the month your pay now is held against.",
            hint=f"Prices are published to {prices.end.used}; give earlier months.",
        )
    per = now.per
    steps = _steps([*line, PayStep(now, end)], index, place, prices)
    needed, paid = exact(was.pay.amount) * prices.exact, exact(now.amount)
    real = (paid / needed - 1) * 100
    median, median_note = median_move(statistics, role, was.since, end) if role else (None, None)
    cited = [source.id for source in prices.sources]
    if median:
        cited += [each.id for pay in (median.start_median, median.end_median) for each in pay.sources]
        cited += median.method_break.sources if median.method_break else ()
    cited += standing_sources(standing) if standing else []
    return RaiseReport(
        layers=catalog.added_layers,
        sources=catalog.cite(*cited),
        verdict="even" if abs(real) < _EVEN else "ahead" if real > 0 else "behind",
        location=place,
        since=str(was.since),
        until=str(end),
        was=_given(was.pay, place.area),
        now=_given(now, place.area),
        change=percent_more(paid, was.pay.amount),
        real_change=percent_more(paid, needed),
        needed=_amount(needed, per, "calculated", place.area, prices.sources),
        short=_amount(needed - paid, per, "calculated", place.area, prices.sources),
        prices=prices,
        steps=steps,
        median=median,
        median_note=median_note,
        standing=standing,
    )


def _alone(now: Given, place: Location, index: PriceIndex) -> tuple[RaiseStep, ...]:
    """Pay of now as the only step, in the last month that prices are known of."""
    reach, pay = index.reach(), _given(now, place.area)
    if reach is None:
        return ()
    return (RaiseStep(month=str(reach.last), pay=pay, needed=pay, change=None, real_change=None),)


def _check(index: PriceIndex, line: Sequence[PayStep], now: Given, until: IndexMonth | None) -> None:
    """Makes sure that the months are in order and published, and that all pay is for one period.

    Raises:
        UsageError: they aren't.
    """
    reach = index.reach()
    if reach is None:
        raise UsageError(
            "No price index is in the data.", hint="`cscareer data import cpi_u.csv` brings one in."
        )
    if any(step.pay.per != now.per for step in line):
        raise UsageError(
            "Pay per hour can't be held against pay per year.",
            hint="Give both per hour, like 22.50/hr, or both per year.",
        )
    for before, after in pairwise(line):
        if after.since <= before.since:
            raise UsageError(
                f"{after.since} is not after {before.since}, from which the pay before counts.",
                hint="--since names the first month; each --then a later one.",
            )
    months = [*(step.since for step in line), *([until] if until else [])]
    if months[0] < reach.first:
        raise UsageError(
            f"The price index begins with {reach.first}; {months[0]} lies before it.",
            hint=f"Give a month from {reach.first} to {reach.last}.",
        )
    if max(months) > reach.last:
        raise UsageError(
            f"Prices are published to {reach.last}; {max(months)} isn't there yet.",
            hint=f"Give a month from {reach.first} to {reach.last}{', or leave --until out' if until else ''}.",
        )
    if until is not None and until <= line[-1].since:
        raise UsageError(
            f"--until {until} is not after {line[-1].since}.", hint="The later month belongs to --until."
        )


def _steps(
    line: Sequence[PayStep], index: PriceIndex, place: Location, prices: PriceChange
) -> tuple[RaiseStep, ...]:
    """The steps of pay, each with what it would have to be; all months from the series of the whole span."""
    first = line[0]
    found: list[RaiseStep] = []
    needed_before, paid_before = Decimal(0), Decimal(0)
    for step in line:
        factor = index.factor(prices.series.id, first.since, step.since)
        needed, paid = exact(first.pay.amount) * factor, exact(step.pay.amount)
        change = real = None
        if step is not first:
            change = percent_more(paid, paid_before)
            real = percent_more(paid / paid_before, needed / needed_before)
        needed_before, paid_before = needed, paid
        found.append(
            RaiseStep(
                month=str(step.since),
                pay=_given(step.pay, place.area),
                needed=_amount(needed, step.pay.per, "calculated", place.area, prices.sources),
                change=change,
                real_change=real,
            )
        )
    return tuple(found)


def _given(pay: Given, area: Area) -> Amount:
    return _amount(exact(pay.amount), pay.per, "given", area, ())


def _amount(
    amount: Decimal, per: Period, basis: Basis, area: Area, sources: tuple[SourceYear, ...]
) -> Amount:
    """To the dollar a year, to the cent an hour; what a person gave stays as it is."""
    return Amount(
        amount=to_cents(amount) if basis == "given" else to_unit(amount, per),
        currency="USD",
        per=per,
        hours=None,
        basis=basis,
        area=area,
        sources=sources,
    )
