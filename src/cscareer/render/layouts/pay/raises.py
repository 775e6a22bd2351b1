"""Layout of whether pay is right, and has kept up."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from cscareer.pay.median_move import MedianMove
from cscareer.pay.price_index import PriceChange
from cscareer.pay.raises import RaiseReport
from cscareer.pay.ranges import Amount
from cscareer.render.blocks import Block, Column, Facts, IfRoom, Page, Paragraph, Rest, Table
from cscareer.render.cells import Cell, Money, Percent
from cscareer.render.layouts.law_words import law_blocks
from cscareer.render.layouts.own_pay_words import (
    behind_own_pay,
    own_pay_blocks,
    own_pay_facts,
    own_pay_verdict,
)
from cscareer.render.layouts.pay_kinds import STARTING_AND_ALL
from cscareer.render.layouts.pay_words import a, amount_cell, amount_said, notes_on, place_lines, the_place
from cscareer.render.text import quoted, typed

_TWO = 2


class _Kept(NamedTuple):
    """What a report says of pay then and now, where it says anything of then."""

    since: str
    until: str
    was: Amount
    change: float
    real_change: float
    needed: Amount
    short: Amount
    prices: PriceChange


def raise_report(answer: RaiseReport) -> Page:
    kept, standing = _kept(answer), answer.standing
    said = [own_pay_verdict(standing)] if standing else []
    said += [_verdict(answer, kept)] if kept else []
    own = list(own_pay_facts(standing)) if standing else []
    since = list(_facts(answer, kept)) if kept else []
    is_line = len(answer.steps) > _TWO
    blocks: list[Block] = [*place_lines([answer.location] if standing else [])]
    blocks += [Paragraph(each, strong=True, close=at > 0) for at, each in enumerate(said)]
    beside = [] if own and is_line else since  # the table tells them
    blocks.append(Facts([*own, *beside], spare=_TWO if own and beside else 0))
    if is_line:
        blocks += [_steps(answer), Rest([Facts([] if beside else since)])]
    if standing:
        words = list(own_pay_blocks(standing))
        blocks += [IfRoom(words)] if is_line else words
        blocks.append(Rest([*behind_own_pay(standing), *law_blocks([standing.judged.laws])]))
    title = (
        f"{standing.role.title}: {amount_said(answer.now)} in {the_place(answer.location)}"
        if standing
        else "Has your pay kept up?"
    )
    return Page(title, blocks, list(_notes(answer, kept)), next_command=_next(answer))


def _kept(answer: RaiseReport) -> _Kept | None:
    found = [getattr(answer, field) for field in _Kept._fields]
    return None if answer.was is None else _Kept(*found)


def _verdict(answer: RaiseReport, kept: _Kept) -> str:
    short = Money(abs(kept.short.amount), kept.short.currency)
    span = (
        f"since {_said(kept.since)}"
        if kept.until == kept.prices.end.used
        else f"from {_said(kept.since)} to {_said(kept.until)}"
    )
    if answer.verdict == "even":
        return f"Your pay has just kept up with prices {span}: what it buys has hardly moved."
    if answer.verdict == "ahead":
        return f"Your pay has outrun prices {span}: it is {short} {a(answer.now.per)} more than it takes to buy the same."
    if kept.change <= 0:
        return (
            f"Your pay hasn't risen {span}, and prices have: it would take {short} {a(answer.now.per)} more "
            "to buy the same."
        )
    return f"Prices rose faster than your pay {span}: it would take {short} {a(answer.now.per)} more to buy the same."


def _facts(answer: RaiseReport, kept: _Kept) -> Iterator[tuple[str, Cell]]:
    yield _said(kept.since), amount_cell(kept.was)
    yield (
        _said(kept.until),
        f"{_money(answer.now)}, {_change(kept.change)} in dollars and {_change(kept.real_change)} in what it buys",
    )
    yield (
        "To buy the same",
        f"{_money(kept.needed)}, because prices moved by {_change(kept.prices.change)}",
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


def _notes(answer: RaiseReport, kept: _Kept | None) -> Iterator[str]:
    judged = answer.standing.judged if answer.standing else None
    if kept:
        yield _series(kept.prices, answer.location.name)
        for level in (kept.prices.start, kept.prices.end):
            if level.month != level.used:
                yield f"No index of {_said(level.month)} was published there; {_said(level.used)} is the nearest."
    if judged:
        yield from notes_on(judged, answer.location.name, judged.wages)
        if judged.starting:
            yield STARTING_AND_ALL
    if answer.median_note:
        yield answer.median_note
    if answer.median:
        yield "How the median moved is the whole nation's; wages of single areas are held for one year only."
        if answer.median.method_break:
            yield f"{answer.median.method_break.words} So the median is compared from {answer.median.start} on."
    if judged and judged.occupation.match == "broad":
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
    if answer.standing:
        return f"cscareer path --from {typed(answer.standing.role.title)}"
    place = "" if answer.location.area_type == "nation" else f" -l {quoted(answer.location.name)}"
    per = "/hr" if answer.now.per == "hour" else ""
    return f'cscareer raise {answer.now.amount}{per} --role "customer service specialist"{place}'


def _said(month: str) -> str:
    return date.fromisoformat(f"{month}-01").strftime("%B %Y")


def _money(amount: Amount) -> str:
    return str(amount_cell(amount))


def _change(percent: float) -> str:
    return str(Percent(percent, signed=True, digits=1))


def _percent(percent: float | None) -> Cell:
    return None if percent is None else Percent(percent, signed=True, digits=1)
