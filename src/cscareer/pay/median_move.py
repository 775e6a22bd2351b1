"""How the national median of an occupation moved over some years, before and after prices."""

from cscareer.catalog.models import Model, Role
from cscareer.catalog.pay_models import MethodBreak
from cscareer.pay.money import exact, percent_more
from cscareer.pay.price_index import MAY, IndexMonth, PriceChange
from cscareer.pay.ranges import NATION, NATION_ID, Amount
from cscareer.pay.references import RoleOccupation, RoleRef, occupation_of, reference
from cscareer.pay.statistics import Statistics, median_of
from cscareer.pay.wages import distribution


class MedianMove(Model):
    """How an occupation's national median moved from one May to another, and after the nation's prices; in percent.

    `method_break` is set where the years asked for lie across a break in the method; the first year is then the one
    from which figures can be compared.
    """

    role: RoleRef
    occupation: RoleOccupation
    start: int
    end: int
    start_median: Amount
    end_median: Amount
    change: float
    prices: PriceChange | None
    real_change: float | None
    method_break: MethodBreak | None


def median_move(
    statistics: Statistics, role: Role, since: IndexMonth, until: IndexMonth
) -> tuple[MedianMove | None, str | None]:
    """How the national median of a role's occupation moved between the Mays nearest within the span, or why not."""
    catalog = statistics.catalog
    known = {
        year: median
        for year, row in statistics.wages.trend(role.occupation.code).items()
        if row.has_figures and (median := median_of(distribution(row, NATION, "year")))
    }
    broken = max(catalog.method_breaks.values(), key=lambda each: each.year, default=None)
    first = since.year if since.month >= MAY else since.year - 1
    crossed = broken if broken and first < broken.year else None
    years = [
        year
        for year in known
        if (crossed.year if crossed else first) <= year <= until.year - (until.month < MAY)
    ]
    if len(years) < 2:  # noqa: PLR2004  a move has two ends
        newest = max(known, default=None)
        return None, (
            f"Wage statistics are of each May, the newest of {newest}: no two of them lie between "
            f"{since} and {until}."
            if newest
            else f"No wages of {catalog.occupations[role.occupation.code].title} are in the data."
        )
    start, end = min(years), max(years)
    prices = statistics.price_index.change(NATION_ID, IndexMonth(start, MAY), IndexMonth(end, MAY))
    ratio = exact(known[end].amount) / exact(known[start].amount)
    return MedianMove(
        role=reference(role),
        occupation=occupation_of(catalog, role),
        start=start,
        end=end,
        start_median=known[start],
        end_median=known[end],
        change=percent_more(ratio, 1),
        prices=prices,
        real_change=percent_more(ratio, prices.exact) if prices else None,
        method_break=crossed,
    ), None
