"""Layout of an occupation's trend."""

from collections.abc import Iterator, Sequence

from cscareer.pay.trend import OccupationTrend, TrendReport, TrendYear
from cscareer.render.blocks import Block, Column, Facts, Page, Paragraph, Table, Vital
from cscareer.render.cells import Cell, Percent, Spark
from cscareer.render.layouts.pay_words import amount_cell
from cscareer.render.text import typed


def trend_report(answer: TrendReport) -> Page:
    title = f"Trend: {answer.role.title}"
    broad = " (a broad match)" if answer.occupation.match == "broad" else ""
    what = f"{answer.occupation.title} ({answer.occupation.code}){broad}, the whole nation"
    if not answer.years:
        return Page(title, [Paragraph(f"No wages of earlier years are in the data for {what}.")])
    blocks: list[Block] = [
        Paragraph(_verdict(answer, what), strong=True),
        Facts(list(_sparks(answer)), spare=1),
        _table(answer),
    ]
    return Page(title, blocks, list(_notes(answer)), next_command=f"cscareer pay {typed(answer.role.title)}")


def _verdict(answer: TrendReport, what: str) -> str:
    """Whether pay has kept up with prices, and whether there is more of the work or less."""
    real, people = answer.real_change, answer.employment_change_a_year
    pay = (
        ""
        if real is None
        else f"pay has {'outrun' if real > 0 else 'fallen behind'} prices since {answer.since}"
    )
    work = "" if people is None else f"there are {'more' if people > 0 else 'fewer'} people in it"
    said = " and ".join(filter(None, [pay, work]))
    return f"{what}: {said}." if said else f"{what}."


def _sparks(answer: TrendReport) -> Iterator[tuple[str, Cell]]:
    yield "Median", _with_change(median_spark(answer.years), answer.median_change_a_year, answer)
    if answer.real_change_a_year is not None and answer.real_change is not None:
        yield "After prices", real_change(answer.real_change, answer)
    yield "People", _with_change(people_spark(answer.years), answer.employment_change_a_year, answer)


def _with_change(spark: Spark, change: float | None, answer: TrendReport) -> Cell:
    return spark if change is None else f"{spark}  {yearly_change(change, answer)}"


def median_spark(years: Sequence[TrendYear]) -> Spark:
    """The median by year, with a line where the method changed."""
    known = [year for year in years if year.median]
    return Spark([each.median.amount for each in known if each.median], _break(known))


def people_spark(years: Sequence[TrendYear]) -> Spark:
    """Employment by year, with a line where the method changed."""
    known = [year for year in years if year.employment is not None]
    return Spark([each.employment or 0 for each in known], _break(known))


def _break(years: Sequence[TrendYear]) -> int | None:
    return next((index for index, year in enumerate(years) if year.new_method and index), None)


def yearly_change(change: float, trend: TrendReport | OccupationTrend) -> str:
    """A compound change, with the years it covers."""
    return f"{Percent(change, signed=True, digits=1)} a year from {trend.since} to {trend.years[-1].year}"


def real_change(change: float, trend: TrendReport | OccupationTrend) -> str:
    """What is left of a change after prices, over all the years together."""
    span = trend.years[-1].year - (trend.since or 0)
    return f"{Percent(change, signed=True, digits=1)} in all these {span} years in what it buys"


def _table(answer: TrendReport) -> Table:
    columns = [
        Column("May"), Column("Median a year", right=True), Column("Change", right=True, without=""),
        Column(f"In money of {answer.years[-1].year}", right=True),
        Column("People", right=True), Column("Change", right=True, without=""), Column("Note"),
    ]  # fmt: skip
    rows = [
        (
            str(year.year),
            amount_cell(year.median),
            _change(year.median_change),
            amount_cell(year.real_median),
            year.employment,
            _change(year.employment_change),
            "new method" if year.new_method else "",
        )
        for year in answer.years
    ]
    return Table(columns, rows)


def _change(percent: float | None) -> Cell:
    return None if percent is None else Percent(percent, signed=True, digits=1)


def _notes(answer: TrendReport) -> Iterator[str]:
    yield from (Vital(each.words) for each in answer.method_breaks)
    if answer.real_change_a_year is None:
        yield "Changes are in dollars of each year: no price index over time is in the data, so real change is left out."
    else:
        yield f"After prices: in the money of {answer.years[-1].year}, by the nation's consumer prices (CPI-U) from May to May."
    yield "Each May's figures rest on three years of samples, so they move slowly."
    if answer.occupation.match == "broad":
        yield "A broad match: the occupation counts many other jobs too."
