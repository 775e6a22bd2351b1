"""Layout of a ranking of places or industries."""

from collections.abc import Iterator
from typing import Any

from cscareer.pay.ranking import TOP, PayRanking, RankBy, RankedPay
from cscareer.pay.statistics import median_of
from cscareer.render.blocks import Block, Column, Page, Paragraph, Table
from cscareer.render.cells import Cell, Money, Percent, count_of
from cscareer.render.layouts.pay_words import a, amount_cell, years_said
from cscareer.render.text import quoted, typed

_NOUNS = {
    RankBy.AREA: "metro and nonmetro area",
    RankBy.STATE: "state and territory",
    RankBy.INDUSTRY: "industry",
}
_SEVERAL = {RankBy.STATE: "states and territories", RankBy.INDUSTRY: "industries"}


def pay_ranking(answer: PayRanking) -> Page:
    what = f"{answer.occupation.title} ({answer.occupation.code})"
    if not answer.ranking:
        said = (
            f"{what} is a catch-all: it holds whatever no other occupation does, and not the same everywhere, so its "
            "wages put nothing in order for this role."
            if answer.occupation.catch_all
            else f"No wages of {what} are released to rank by."
        )
        alone = f"cscareer pay {typed(answer.role.title)}"
        return Page(f"Pay by {answer.by}: {answer.role.title}", [Paragraph(said)], next_command=alone)
    counted = count_of(answer.ranked, _NOUNS[answer.by], _SEVERAL.get(answer.by))
    by = "median after the cost of living" if answer.real else "median"
    median = median_of(answer.national)
    nation = f" The nation's median is {_said(median, answer)}." if median else ""
    shown = len(answer.ranking)
    first = f"all {counted}" if shown == answer.ranked > 1 else f"the first {shown} of {counted}"
    blocks: list[Block] = [
        Paragraph(f"What all {what} earn, by {by}: {first}.{nation}"),
        _table(answer),
    ]
    title = f"Where {answer.role.title} pay is highest, by {answer.by}"
    return Page(
        title,
        blocks,
        list(_notes(answer)),
        next_command=_next(answer),
        first_notes=list(_first_notes(answer)),
    )


def _said(median: Any, answer: PayRanking) -> str:  # noqa: ANN401
    return f"{amount_cell(median)} {a(answer.ranking[0].wages.per)}"


def _table(answer: PayRanking) -> Table:
    per = answer.ranking[0].wages.per
    columns = [
        Column("#", right=True),
        Column(str(answer.by).capitalize(), wraps=True),
        Column(f"Median {a(per)}", right=True),
        Column("Nation", right=True),
        Column("People", right=True),
    ]
    if answer.real:
        columns += [Column("Prices", right=True), Column("Buys", right=True)]
    rows = [tuple(_cells(entry, answer)) for entry in answer.ranking]
    return Table(columns, rows, first=len(rows) if len(rows) <= TOP else None)  # who asks for more gets them


def _cells(entry: RankedPay, answer: PayRanking) -> Iterator[Cell]:
    yield f"≈ {entry.rank}" if entry.apart_from_above is False else entry.rank
    yield entry.name
    median = amount_cell(median_of(entry.wages))
    yield f"≈ {median}" if entry.apart_from_first is False else median
    yield Percent((entry.national_ratio - 1) * 100, signed=True, digits=1) if entry.national_ratio else None
    yield entry.employment
    if answer.real:
        yield Percent(entry.price_index, digits=1) if entry.price_index is not None else None
        yield (
            Money(entry.real_median.amount, "USD", cents=entry.wages.per == "hour")
            if entry.real_median
            else None
        )


def _notes(answer: PayRanking) -> Iterator[str]:
    yield "Median: half of everyone in the occupation there earn less. Nation: how far that is from the whole nation's."
    if any(entry.apart_from_above is False for entry in answer.ranking):
        yield "≈ before a rank: can't be told apart from the rank above, by the survey's error at 90% confidence."
    if answer.tied_with_first:
        others = count_of(answer.tied_with_first, _NOUNS[answer.by], _SEVERAL.get(answer.by))
        yield (
            f"≈ before a median: can't be told apart from the first: {others} in all, by the survey's error at 90% "
            "confidence. BLS publishes it for the mean; the median's is assumed to be the same."
        )
    if answer.real:
        yield "Prices: 100% is the U.S. average. Buys: what the median is worth at average prices."
    elif levels := [entry.price_index for entry in answer.ranking if entry.price_index is not None]:
        least, most = (Percent(level, digits=1) for level in (min(levels), max(levels)))
        yield f"Prices there are from {least} to {most} of the U.S. average; --real ranks by what the median buys."
    if answer.left_out:
        why = (
            "have no price level of their own or no released wage" if answer.real else "have no released wage"
        )
        yield f"Left out: {answer.left_out:,} that {why if answer.left_out > 1 else why.replace('have', 'has')}."
    if answer.occupation.match == "broad":
        yield "A broad match: the occupation counts many other jobs too."
    if years := years_said(
        (each.wages for each in answer.ranking), (each.real_median for each in answer.ranking)
    ):
        yield years


def _first_notes(answer: PayRanking) -> Iterator[str]:
    """What the signs and columns mean, in a line."""
    if any(False in {each.apart_from_above, each.apart_from_first} for each in answer.ranking):
        others = f" ({answer.tied_with_first:,} in all)" if answer.tied_with_first else ""
        first = f"; before a median, from the first{others}" if answer.tied_with_first else ""
        yield f"≈ before a rank: not to be told apart from the rank above{first}."
    else:
        yield "Median: half of everyone in the occupation there earn less. Nation: against the nation's."
    if answer.real:
        yield "Prices: 100% is the U.S. average. Buys: what the median is worth at average prices."


def _next(answer: PayRanking) -> str:
    title = answer.role.title
    if answer.by is RankBy.INDUSTRY:
        return f"cscareer pay {typed(title)} --by state"
    first = answer.ranking[0]
    where = f"{first.name} State" if first.type == "state" else first.name  # some are cities, too
    return f"cscareer pay {typed(title)} -l {quoted(where)}"
