"""Layout of the rankings of several roles."""

from collections.abc import Iterator, Sequence

from cscareer.pay.rankings import PayRankings, RankedRole, RankedRolePay
from cscareer.pay.statistics import median_of
from cscareer.render.blocks import Block, Column, Heading, Page, Paragraph, Table, Vital
from cscareer.render.cells import Cell, Percent, listed
from cscareer.render.layouts.pay_words import a, amount_cell, years_said
from cscareer.render.text import typed

_FIRST = 5  # rows of a role on the first screen


def pay_rankings(answer: PayRankings) -> Page:
    titles = [each.role.title for each in answer.roles]
    blocks = [block for each in answer.roles for block in _of_role(each, answer)]
    return Page(
        f"Where pay is highest, by {answer.by}: {listed(titles)}",
        blocks,
        list(_notes(answer)),
        next_command=f"cscareer pay {typed(titles[0])} --by {answer.by}",
    )


def _of_role(role: RankedRole, answer: PayRankings) -> Iterator[Block]:
    yield Heading(role.role.title)
    ranking = [entry for entry in answer.ranking if entry.role.id == role.role.id]
    if ranking:
        yield _table(ranking, answer)
    elif role.occupation.catch_all:
        yield Paragraph(
            f"{role.occupation.title} is a catch-all, whose wages put nothing in order for this role."
        )
    else:
        yield Paragraph(f"No wages of {role.occupation.title} are released to rank by.")


def _table(ranking: Sequence[RankedRolePay], answer: PayRankings) -> Table:
    columns = [
        Column("#", right=True),
        Column(str(answer.by).capitalize(), wraps=True),
        Column(f"Median {a(ranking[0].wages.per)}", right=True),
        Column("Nation", right=True),
        Column("People", right=True),
        *([Column("Buys", right=True)] if answer.real else []),
    ]
    return Table(columns, [tuple(_cells(entry, answer)) for entry in ranking], first=_FIRST)


def _cells(entry: RankedRolePay, answer: PayRankings) -> Iterator[Cell]:
    yield f"≈ {entry.rank}" if entry.apart_from_above is False else entry.rank
    yield entry.name
    yield amount_cell(median_of(entry.wages))
    yield Percent((entry.national_ratio - 1) * 100, signed=True, digits=1) if entry.national_ratio else None
    yield entry.employment
    if answer.real:
        yield amount_cell(entry.real_median)


def _notes(answer: PayRankings) -> Iterator[str]:
    order = "what the median buys at average U.S. prices" if answer.real else "the median"
    yield Vital(
        f"In order of {order}, which is of everyone in each role's occupation; Nation: how far it is from the whole nation's."
    )
    if any(entry.apart_from_above is False for entry in answer.ranking):
        yield "≈ before a rank: can't be told apart from the rank above, by the survey's error at 90% confidence."
    if left := [f"{each.left_out:,} for {each.role.title}" for each in answer.roles if each.left_out]:
        yield f"Left out for want of a figure: {listed(left)}."
    if broad := [each.role.title for each in answer.roles if each.occupation.match == "broad"]:
        yield f"A broad match, whose occupation counts many other jobs too: {listed(broad)}."
    if years := years_said(
        (each.wages for each in answer.ranking), (each.real_median for each in answer.ranking)
    ):
        yield years
