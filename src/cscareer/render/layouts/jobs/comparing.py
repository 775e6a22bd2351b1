"""Layout of several ads side by side."""

from collections.abc import Sequence
from pathlib import PurePath

from cscareer.catalog.posting_models import GateKind
from cscareer.jobs.comparing import ComparedPosting, PostingComparison
from cscareer.jobs.marks import are_dubious
from cscareer.jobs.nearness import Nearness
from cscareer.render.blocks import (
    Block,
    Brief,
    Bullets,
    Column,
    Heading,
    IfRoom,
    Page,
    Paragraph,
    Rest,
    Table,
)
from cscareer.render.cells import Cell, Money, PayRange, Percent, count_of, listed
from cscareer.render.first_screen import lowered
from cscareer.render.layouts.posting_words import GATES
from cscareer.render.text import quoted

_REASONS = {
    "pay-below": "pay below what you asked for",
    "pay-not-stated": "no pay stated, which is not the same as below",
    "not-remote": "not remote",
    "way-of-work-not-stated": "not said whether remote",
    "elsewhere": "elsewhere",
    "place-not-stated": "no place stated",
}
_ELSEWHERE = "not where you are"
_HOW = "Ranked by warnings and by whether it is where you live, then by must-haves not met, fit, pay against the middle of the occupation there (÷ median), what it buys, and marks to look at twice."

_HOW_IN_BRIEF = "Ranked by warnings, place, must-haves, fit, then pay for the work there."
_FEW = 4  # ads of which the first screen says what they lack, or what to beware of


def posting_comparison(answer: PostingComparison) -> Page:
    first = answer.postings[0] if answer.postings else None
    blocks: list[Block] = [Paragraph(_verdict(answer, first), strong=True)]
    if dubious := [f"#{each.rank}" for each in answer.postings if are_dubious(each.warnings)]:
        them = "it has" if len(dubious) == 1 else "they have"
        said = f"Best leave {listed(dubious)} alone: {them} marks of an ad that honest employers don't write."
        blocks.append(Rest([Paragraph(said)]))
    if answer.postings:
        columns = [
            Column("#", right=True), Column("Ad", wraps=True), Column("Where", wraps=True), Column("Full-time pay"), Column("÷ median", right=True),
            Column("Fit", right=True, without=""), Column("Beware", right=True),
        ]  # fmt: skip
        rows = [_row(each) for each in answer.postings]
        blocks += [Brief([_in_brief(answer.postings)]), Rest([Table(columns, rows)])]
    if warned := [each for each in answer.postings if each.warnings]:
        marked = [f"#{each.rank}: {'; '.join(map(lowered, each.warnings_said))}" for each in warned]
        blocks += [
            Brief([Bullets(list(map(_beware, warned)), first=_FEW)]),
            Rest([Heading("Beware, each mark"), Bullets(marked)]),
        ]
    if lacking := [f"#{each.rank}: {said}" for each in answer.postings if (said := _not_met(each))]:
        blocks.append(IfRoom([Heading("Must-haves not met"), Bullets(lacking, first=_FEW)]))
    if answer.left_out:
        reasons = [f"{count_of(each.count, 'ad')}: {_REASONS[each.reason.value]}" for each in answer.left_out]
        blocks += [
            Brief([Paragraph(f"Left out: {'; '.join(reasons)}.")]),
            Rest([Heading("Left out"), Bullets(reasons)], retold=True),
        ]
    return Page(
        "Job ads side by side",
        blocks,
        [_HOW],
        first_notes=[_HOW_IN_BRIEF],
        next_command=f"cscareer posting {quoted(first.file)}"
        if first and not are_dubious(first.warnings)
        else None,
    )


def _in_brief(postings: Sequence[ComparedPosting]) -> Table:
    """A line for each ad: by its title, and by its file where it has none or shares it."""
    titles = [each.title for each in postings]
    columns = [
        Column("#", right=True), Column("Ad", wraps=True), Column("Where", wraps=True), Column("Full-time pay"), Column("Fit", right=True, without=""),
    ]  # fmt: skip
    rows: list[list[Cell]] = []
    for each in postings:
        rank, name, _, pay, _, fit, _ = _row(each)
        alone = each.title if each.title and titles.count(each.title) == 1 else name
        where = each.place or each.work_mode
        rows.append(
            [
                rank,
                alone,
                f"{where}: {_ELSEWHERE}" if each.nearness is Nearness.ELSEWHERE else where,
                pay,
                fit,
            ]
        )
    return Table(columns, rows, first=len(rows))


def _beware(each: ComparedPosting) -> str:
    """The gravest marks of an ad, and whether it is to be left alone."""
    gravest, *others = map(lowered, each.warnings_said)
    more = f" (and {count_of(len(others), 'mark')} more)" if others else ""
    return f"#{each.rank}: {'best left alone' if are_dubious(each.warnings) else 'beware'} – {gravest}{more}"


def _verdict(answer: PostingComparison, first: ComparedPosting | None) -> str:
    if first is None:
        return "No ad is left." if answer.left_out else "There is no ad."
    name = first.title or first.file
    if are_dubious(first.warnings):
        return "Each has marks of an ad that honest employers don't write; we would answer none of them."
    if first.nearness is Nearness.ELSEWHERE:
        near = any(each.nearness is not Nearness.ELSEWHERE for each in answer.postings)
        why = "; those that are carry warnings" if near else ""
        return f"“{name}” comes first, though it isn't where you live{why}."
    if all(each.warnings for each in answer.postings):
        return f"Each that is left carries a warning; the least of them is on “{name}”."
    second = answer.postings[1] if len(answer.postings) > 1 else None
    why = f": {_why_first(first, second)}" if second else ""
    return f"“{name}” comes first of {count_of(len(answer.postings), 'ad')}{why}."


def _why_first(first: ComparedPosting, second: ComparedPosting) -> str:
    """What put an ad before the next one: the first thing of the ranking in which they differ."""
    beside = f"#{second.rank}"
    fits = [f"{100 * (each.fit or 0):.0f}%" for each in (first, second)]
    stated = second.market_ratio is not None
    reasons = [
        (len(second.warnings) > len(first.warnings), f"it carries no warning, and {beside} does"),
        (second.nearness is Nearness.ELSEWHERE, f"{beside} isn't where you live"),
        (second.blocked > first.blocked, f"less stands in your way than at {beside}"),
        (first.fit != second.fit, f"you fit it better than {beside}, {fits[0]} to {fits[1]}"),
        (
            first.market_ratio != second.market_ratio,
            f"it pays more than {beside}, against the middle of all in the work there"
            if stated
            else f"{beside} states no pay that can be held against wages there",
        ),
        (first.real_pay != second.real_pay, f"its pay buys more than that of {beside}"),
        (len(first.asks) != len(second.asks), f"it has fewer marks to look at twice than {beside}"),
    ]
    return next((said for differs, said in reasons if differs), f"nothing we rank by parts it from {beside}")


def _row(each: ComparedPosting) -> list[Cell]:
    pay: Cell = None
    if each.pay_high is not None:
        same = each.pay_low == each.pay_high
        pay = (
            Money(each.pay_high, "USD")
            if same and not each.only_top
            else PayRange(None if each.only_top else each.pay_low, each.pay_high, "USD")
        )
    return [
        each.rank,
        _name(each),
        _where(each),
        pay,
        f"{each.market_ratio:.2f}" if each.market_ratio is not None else None,
        Percent(100 * each.fit) if each.fit is not None and not are_dubious(each.warnings) else None,
        count_of(len(each.warnings), "mark") if each.warnings else "none",
    ]


def _name(each: ComparedPosting) -> str:
    file = PurePath(each.file).name
    return f"{each.title} ({file})" if each.title else file


def _where(each: ComparedPosting) -> str | None:
    place = ", ".join(filter(None, [each.place, each.work_mode]))
    return f"{place}: {_ELSEWHERE}" if each.nearness is Nearness.ELSEWHERE else place or None


def _not_met(each: ComparedPosting) -> str:
    """Must-haves not met, but for the place, which the table tells."""
    kinds = [GateKind(kind) for kind in each.not_met]
    told = {GateKind.LOCATION} if each.nearness is Nearness.ELSEWHERE else set()
    return ", ".join(lowered(GATES[kind]) for kind in kinds if kind not in told)
