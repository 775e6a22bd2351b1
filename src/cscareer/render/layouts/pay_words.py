"""What several layouts about pay share: where a figure is of, what kind of figure it is, and tables of wages."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from cscareer.catalog.models import PERCENTILES
from cscareer.pay.local import PaidRole, RolePay, RoleRange
from cscareer.pay.location import Location
from cscareer.pay.money import Period
from cscareer.pay.ranges import NATION_ID, Amount, Area, Range
from cscareer.pay.statistics import Prices
from cscareer.pay.wages import Distribution
from cscareer.render.blocks import Block, Column, Paragraph, Rest, Table, Vital
from cscareer.render.cells import Cell, Money, PayRange, Percent
from cscareer.render.layouts.pay_kinds import SHARES, legend

if TYPE_CHECKING:  # the list of roles is drawn without the models of comparisons and offers
    from cscareer.guide.roles import RoleRow
    from cscareer.pay.differences import Difference
    from cscareer.pay.offer import JudgedOffer
    from cscareer.skills.fitting import RoleMatch

    Ranged = RolePay | PaidRole | JudgedOffer

PERCENTS_SAID = Vital("One in ten earns less than the figure under 10%, half less than that under 50%.")


def place_lines(locations: Iterable[Location]) -> Iterator[Block]:
    """For each place that needs it, a sentence on the area that speaks for it and on the namesakes passed over.

    That a town lies in its metro area surprises nobody, so the first screen does without.
    """
    places = list({location.name: location for location in locations}.values())
    if inside := [_metro(each) for each in places if _lies_inside(each)]:
        yield Rest([Paragraph(line) for line in inside])
    yield from (
        Paragraph(line) for line in dict.fromkeys(line for each in places for line in _place_line(each))
    )


def _lies_inside(location: Location) -> bool:
    return location.name != location.area.name and location.area_type in {"metro", "nonmetro"}


def _metro(location: Location) -> str:
    return f"{location.name} lies in {location.area.name}; that metro area's wages speak for it."


def _place_line(location: Location) -> Iterator[str]:
    if location.reason:
        yield location.reason
    if location.name != location.area.name and not _lies_inside(location):
        yield f"{location.name} lies outside every metro area; {location.area.name} as a whole speaks for it."
    if location.namesakes and not location.reason:
        others = ", ".join(location.namesakes[:3]) + (" …" if len(location.namesakes) > 3 else "")  # noqa: PLR2004
        yield f'"{location.said}" was taken for {location.name}, by far the largest; there is also {others}.'


def the_area(area: Area) -> str:
    """An area within a sentence: "the United States", "Texas"."""
    return f"the {area.name}" if area.id == NATION_ID else f"{area.name or area.id}"


def the_place(location: Location) -> str:
    """A place within a sentence: "the United States", "Austin, TX"."""
    return f"the {location.name}" if location.kind == "nation" else location.name


def without_figures(areas: Sequence[Area], occupation: str, found: Distribution | None) -> str:
    """That nearer areas have no figure, and which one stands in."""
    names = " or ".join(area.name or area.id for area in areas)
    stands_in = f"; {found.area.name}'s stand in" if found else ""
    return f"BLS releases no wages of {occupation} for {names}{stands_in}."


def notes_on(entry: "Ranged", named: str, wages: Distribution | None) -> Iterator[str]:
    """What a person must know of a range in a place to read it rightly.

    Args:
        entry: the range.
        named: its role and place in a few words.
        wages: what everyone in its occupation earns there.
    """
    moved = entry.localization
    if moved and moved.method == "median":
        yield Vital(
            f"{named}: both ends moved with the median, because the quartiles there are missing "
            "or would turn the range upside down."
        )
    if moved and moved.unusual:
        yield Vital(f"{named}: wages there are far from the nation's, so take the estimate with care.")
    if entry.without_figures:
        yield Vital(without_figures(entry.without_figures, entry.occupation.title, wages))


def role_notes(rows: "Sequence[RoleRow | RoleMatch]") -> Iterator[str]:
    """What a person must know of the pay of roles: the signs, what is special in a place, and of when the figures are."""
    special = dict.fromkeys(note for row in rows for note in notes_on(row, row.title, row.observed))
    if special:
        yield Vital(" ".join(special))
    yield from legend(rows)
    if years := years_said(row.observed for row in rows if row.band or row.localization):
        yield years


def wages_row(where: str, wages: Distribution | None, employment: int | None) -> tuple[Cell, ...]:
    """A row of a table of wages: the place, five percentiles, and how many people do the work there."""
    if wages is None:
        return (where, *(None for _ in PERCENTILES), employment)
    return (where, *(percentile_cell(wages, name) for name in PERCENTILES), employment)


def percentile_cell(wages: Distribution, name: str) -> Cell:
    """One percentile; a top-coded one says that it is at least that much."""
    value = getattr(wages, name)
    if value is None:
        return None
    money = Money(value, wages.currency, cents=wages.per == "hour")
    return f"≥{money}" if name in wages.at_or_above else money


def wages_table(rows: Sequence[tuple[Cell, ...]], where: str = "Where") -> Table:
    """A table of such rows."""
    shares = (Column(share, right=True) for share in SHARES.values())
    return Table([Column(where, wraps=True), *shares, Column("People", right=True)], rows)


def median_line(entry: RoleRange) -> str | None:
    """How the local median compares with the nation's, in a sentence."""
    if entry.observed is None or entry.national is None or entry.national_ratio is None:
        return None
    here = money_of(entry.observed.median, entry.observed)
    if entry.observed.area.id == NATION_ID:
        return (
            f"Half of all {entry.occupation.title} in the United States earn less than {here} {a(entry.per)}."
        )
    more = entry.national_ratio - 1
    nation = money_of(entry.national.median, entry.national)
    how = (
        "the same as in the whole nation"
        if round(more * 100) == 0
        else f"{_percent(more)} than the nation's {nation}"
    )
    return f"Half of all {entry.occupation.title} in {entry.observed.area.name} earn less than {here} {a(entry.per)}, {how}."


def median_short(entry: RoleRange) -> str | None:
    """The same in a few words, where the occupation and the place have been named."""
    if entry.observed is None or entry.national_ratio is None:
        return None
    said = f"half of them earn less than {money_of(entry.observed.median, entry.observed)}"
    more = entry.national_ratio - 1
    abroad = entry.observed.area.id != NATION_ID and round(more * 100) != 0
    return f"{said}, {_percent(more, up='above', down='below')} the nation" if abroad else said


def prices_short(prices: Prices, median: Amount | None, real_median: Amount | None) -> str | None:
    """What prices do to the median, in a few words."""
    if (
        prices.index is None
        or prices.area is None
        or prices.area.id == NATION_ID
        or not median
        or not real_median
    ):
        return None
    how = _percent(prices.index / 100 - 1, up="above", down="below")
    return f"{how} the nation's: {amount_cell(median)} there is worth {amount_cell(real_median)}"


def prices_line(prices: Prices, median: Amount | None, real_median: Amount | None) -> str | None:
    """What prices do to the median, in a sentence."""
    if prices.index is None:
        return prices.note
    if prices.area is None or prices.area.id == NATION_ID or not median or not real_median:
        return None
    how = _percent(prices.index / 100 - 1, up="higher", down="lower")
    level = f"Prices in {prices.area.name} are {how} than the U.S. average ({prices.sources[0].year})"
    buys = f"{amount_cell(median)} there buys what {amount_cell(real_median)} buys at average prices"
    return f"{level}: {buys}.{f' {prices.note}' if prices.note else ''}"


def years_said(wages: Iterable[Distribution | None], real: Iterable[Amount | None] = ()) -> str | None:
    """Of which years wages are, and prices where amounts were calculated with them."""
    of_wages = {source for each in wages if each for source in each.sources}
    of_prices = {
        source.year for amount in real if amount for source in amount.sources if source not in of_wages
    }
    if not of_wages:
        return None
    said = f"Wages are of May {_listed({source.year for source in of_wages})}"
    return f"{said}, prices of {_listed(of_prices)}." if of_prices else f"{said}."


def _listed(years: Iterable[int]) -> str:
    return ", ".join(map(str, sorted(years)))


def _percent(share: float, *, up: str = "more", down: str = "less") -> str:
    return f"{abs(share) * 100:.1f}% {up if share > 0 else down}"


def money_of(value: float | None, pay: Distribution) -> Money | None:
    """A figure of a distribution as money."""
    return None if value is None else Money(value, pay.currency, cents=pay.per == "hour")


def amount_cell(amount: Amount | None) -> Money | None:
    """An amount for a column whose header says the period."""
    return Money(amount.amount, amount.currency, cents=amount.per == "hour") if amount else None


def amount_said(amount: Amount) -> str:
    """An amount with its period: "$22.50 an hour"."""
    return f"{amount_cell(amount)} {a(amount.per)}"


def range_cell(pay: Range) -> PayRange:
    """A range for a column whose header says the period."""
    return PayRange(pay.low, pay.high, pay.currency, cents=pay.per == "hour")


def pay_cell(pay: Range) -> PayRange:
    """A range for a column headed "Pay a year": the period is said only where it is another."""
    return PayRange(pay.low, pay.high, pay.currency, None if pay.per == "year" else pay.per)


def more_cell(difference: "Difference | None") -> Money | None:
    """A difference in money."""
    return Money(difference.amount, difference.currency, signed=True) if difference else None


def percent_cell(difference: "Difference | None") -> Percent | None:
    """A difference in percent."""
    if difference is None or difference.percent is None:
        return None
    return Percent(difference.percent, signed=True, digits=1)


def a(per: Period) -> str:
    """The period as a person says it."""
    return "a year" if per == "year" else "an hour"
