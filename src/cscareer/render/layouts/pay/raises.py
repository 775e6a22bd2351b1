"""Layout of whether pay has kept up."""

from collections.abc import Iterator
from datetime import date

from cscareer.pay.price_index import PriceChange
from cscareer.pay.raises import MedianMove, RaiseReport
from cscareer.pay.ranges import Amount
from cscareer.render.blocks import Block, Column, Facts, Page, Paragraph, Table
from cscareer.render.cells import Cell, Money, Percent
from cscareer.render.layouts.pay_words import a, amount_cell
from cscareer.render.text import quoted, typed

_TWO = 2


def raise_report(answer: RaiseReport) -> Page:
    blocks: list[Block] = [Paragraph(_verdict(answer), strong=True), Facts(list(_facts(answer)))]
    if len(answer.steps) > _TWO:
        blocks.append(_steps(answer))
    return Page("Has your pay kept up?", blocks, list(_notes(answer)), next_command=_next(answer))


def _verdict(answer: RaiseReport) -> str:
    short = Money(abs(answer.short.amount), answer.short.currency)
    span = (
        f"since {_said(answer.since)}"
        if _latest(answer)
        else f"from {_said(answer.since)} to {_said(answer.until)}"
    )
    if answer.verdict == "even":
        return f"Your pay has just kept up with prices {span}: what it buys has hardly moved."
    if answer.verdict == "ahead":
        return f"Your pay has outrun prices {span}: it is {short} {a(answer.now.per)} more than it takes to buy the same."
    if answer.change <= 0:
        return (
            f"Your pay hasn't risen {span}, and prices have: it would take {short} {a(answer.now.per)} more "
            "to buy the same."
        )
    return f"Prices rose faster than your pay {span}: it would take {short} {a(answer.now.per)} more to buy the same."


def _latest(answer: RaiseReport) -> bool:
    return answer.until == answer.prices.end.used


def _facts(answer: RaiseReport) -> Iterator[tuple[str, Cell]]:
    yield _said(answer.since), amount_cell(answer.was)
    yield (
        _said(answer.until),
        f"{_money(answer.now)}, {_change(answer.change)} in dollars and {_change(answer.real_change)} in what it buys",
    )
    yield (
        "To buy the same",
        f"{_money(answer.needed)}, because prices moved by {_change(answer.prices.change)}",
    )
    if answer.median:
        yield "People in this work", _median(answer.median)


def _median(move: MedianMove) -> str:
    real = "" if move.real_change is None else f", {_change(move.real_change)} after prices"
    return (
        f"half earned more than {_money(move.start_median)} in May {move.start} and than {_money(move.end_median)} "
        f"in May {move.end}: {_change(move.change)}{real}"
    )


def _steps(answer: RaiseReport) -> Table:
    columns = [
        Column("Month"), Column("Pay", right=True), Column("Raise", right=True), Column("After prices", right=True),
        Column("To buy the same", right=True),
    ]  # fmt: skip
    rows = [
        (
            _said(step.month), amount_cell(step.pay), _percent(step.change), _percent(step.real_change),
            amount_cell(step.needed),
        )
        for step in answer.steps
    ]  # fmt: skip
    return Table(columns, rows)


def _notes(answer: RaiseReport) -> Iterator[str]:
    yield _series(answer.prices, answer.location.name)
    for level in (answer.prices.start, answer.prices.end):
        if level.month != level.used:
            yield f"No index of {_said(level.month)} was published there; {_said(level.used)} is the nearest."
    if answer.median_note:
        yield answer.median_note
    if answer.median:
        yield "The median is the whole nation's; wages of single areas are held for one year only."
        if answer.median.method_break:
            yield f"{answer.median.method_break.words} So the median is compared from {answer.median.start} on."
        if answer.median.occupation.match == "broad":
            yield "A broad match: the occupation counts many other jobs too."


def _series(prices: PriceChange, where: str) -> str:
    series = prices.series
    named = {
        "metro": f"Prices are those of {series.name}",
        "division": f"BLS has no index for {where} alone; prices are those of the Census division {series.name}",
        "region": f"BLS has no index for {where} that reaches back so far; prices are those of the region {series.name}",
        "nation": "Prices are those of the whole country",
    }[series.scope]
    note = f" ({series.note})" if series.note else ""
    return f"{named}{note}, by the official consumer price index (CPI-U, all items)."


def _next(answer: RaiseReport) -> str:
    place = "" if answer.location.area_type == "nation" else f" -l {quoted(answer.location.name)}"
    if answer.median:
        per = "/hr" if answer.now.per == "hour" else ""
        title = typed(answer.median.role.title)
        return f"cscareer offer {answer.now.amount}{per} --role {title}{place}"
    return f'cscareer pay "customer service specialist"{place}'


def _said(month: str) -> str:
    return date.fromisoformat(f"{month}-01").strftime("%B %Y")


def _money(amount: Amount) -> str:
    return str(amount_cell(amount))


def _change(percent: float) -> str:
    return str(Percent(percent, signed=True, digits=1))


def _percent(percent: float | None) -> Cell:
    return None if percent is None else Percent(percent, signed=True, digits=1)
