"""How a role's occupation has gone: wages and employment by year, nationally."""

from typing import ClassVar, Literal

from pydantic import Field

from cscareer.catalog.answer import Answer
from cscareer.catalog.loading import Catalog
from cscareer.catalog.models import Model, Role
from cscareer.catalog.pay_models import MethodBreak
from cscareer.pay.money import Number, exact, percent_more, to_dollars
from cscareer.pay.price_index import MAY, IndexMonth, PriceIndex
from cscareer.pay.ranges import NATION, NATION_ID, Amount
from cscareer.pay.references import RoleOccupation, RoleRef, occupation_of, reference
from cscareer.pay.statistics import Statistics, median_of
from cscareer.pay.wages import distribution


class TrendYear(Model):
    """One May: the national median and employment, and their change in percent since the May before.

    Changes are null in the first year, where a year is missing, and across a break in the method. `real_median` is the
    median in the money of the last year, by the nation's CPI-U of each May; null where an index is missing.
    """

    year: int
    median: Amount | None
    real_median: Amount | None
    median_change: float | None
    employment: int | None
    employment_change: float | None
    new_method: bool


class OccupationTrend(Model):
    """National wages and employment of an occupation by year, oldest first; `TrendReport` says what each figure is."""

    method_breaks: tuple[MethodBreak, ...]
    since: int | None
    median_change_a_year: float | None
    employment_change_a_year: float | None
    real_change_a_year: float | None
    real_change: float | None
    years: tuple[TrendYear, ...]

    @property
    def cited(self) -> tuple[str, ...]:
        """The sources of its figures and of the breaks between them."""
        amounts = [pay for each in self.years for pay in (each.median, each.real_median) if pay]
        figures = dict.fromkeys(source.id for pay in amounts for source in pay.sources)
        return (*figures, *(source for each in self.method_breaks for source in each.sources))


class TrendReport(Answer):
    """National wages and employment of a role's occupation by year, oldest first.

    `median_change_a_year` and `employment_change_a_year` are in percent, compound, from `since` to the last year, and
    `real_change_a_year` is the median's after prices (CPI-U, the nation, May to May); `real_change` is the same over
    all these years together. No change is given across the break in the method.
    """

    rows: ClassVar = "years"

    schema_: Literal["cscareer/trend/1"] = Field("cscareer/trend/1", alias="schema")
    role: RoleRef
    occupation: RoleOccupation
    method_breaks: tuple[MethodBreak, ...]
    since: int | None
    median_change_a_year: float | None
    employment_change_a_year: float | None
    real_change_a_year: float | None
    real_change: float | None
    years: tuple[TrendYear, ...]


def report_trend(catalog: Catalog, role: Role) -> TrendReport:
    """The trend of a role's occupation; no years where nothing is known.

    Example:
        >>> catalog = load_catalog()
        >>> report_trend(catalog, catalog.roles["account-manager"]).years[0].year
        2020
    """
    trend = occupation_trend(catalog, role.occupation.code)
    return TrendReport(
        layers=catalog.added_layers,
        sources=catalog.cite(*trend.cited),
        role=reference(role),
        occupation=occupation_of(catalog, role),
        **dict(trend),
    )


def occupation_trend(catalog: Catalog, code: str) -> OccupationTrend:
    """The trend of an occupation; no years where nothing is known."""
    breaks = {each.year: each for each in catalog.method_breaks.values()}
    years: list[TrendYear] = []
    statistics = catalog.once(Statistics)
    rows = statistics.wages.trend(code)
    for year, row in rows.items():
        median = median_of(distribution(row, NATION, "year")) if row.has_figures else None
        before = years[-1] if years and years[-1].year == year - 1 and year not in breaks else None
        years.append(
            TrendYear(
                year=year,
                median=median,
                real_median=_in_money_of(max(rows), year, median, statistics.price_index),
                median_change=_change(median, before.median if before else None),
                employment=row.people,
                employment_change=_percent(row.people, before.employment if before else None),
                new_method=year in breaks,
            )
        )
    last_break = max((year for year in breaks if years and year <= years[-1].year), default=0)
    comparable = [each for each in years if each.year >= last_break]
    first, last = (comparable[0], comparable[-1]) if comparable else (None, None)
    span = last.year - first.year if first and last else 0
    return OccupationTrend(
        method_breaks=tuple(breaks.values()),
        since=first.year if first else None,
        median_change_a_year=_yearly(
            last.median.amount if last and last.median else None,
            first.median.amount if first and first.median else None,
            span,
        ),
        employment_change_a_year=_yearly(
            last.employment if last else None, first.employment if first else None, span
        ),
        real_change_a_year=_yearly(
            last.median.amount if last and last.median else None,
            first.real_median.amount if first and first.real_median else None,
            span,
        ),
        real_change=_change(last.median if last else None, first.real_median if first and span else None),
        years=tuple(years),
    )


def _in_money_of(last: int, year: int, median: Amount | None, index: PriceIndex) -> Amount | None:
    """A median of a May in the money of a later May, to the dollar; the last year's is what it is."""
    if median is None or year == last:
        return median
    prices = index.change(NATION_ID, IndexMonth(year, MAY), IndexMonth(last, MAY))
    if prices is None:
        return None
    return median.model_copy(
        update={
            "amount": to_dollars(exact(median.amount) * prices.exact),
            "basis": "calculated",
            "sources": (*median.sources, *prices.sources),
        }
    )


def _change(amount: Amount | None, before: Amount | None) -> float | None:
    return _percent(amount.amount if amount else None, before.amount if before else None)


def _percent(value: Number | None, before: Number | None) -> float | None:
    return percent_more(value, before) if value is not None and before else None


def _yearly(last: float | None, first: float | None, years: int) -> float | None:
    return round(((last / first) ** (1 / years) - 1) * 100, 2) if last and first and years else None
