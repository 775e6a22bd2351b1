"""Layout of a job ad read and judged: the verdict first, the long lists last."""

from collections.abc import Iterator, Sequence

from cscareer.catalog.models import SkillLevel
from cscareer.catalog.posting_models import PayKind
from cscareer.jobs.marks import POOR_PAY, RaisedMark, are_dubious, suspicious
from cscareer.jobs.nearness import Nearness
from cscareer.jobs.posting import PostingReport
from cscareer.render.blocks import Block, Brief, Bullets, Column, Facts, Heading, Page, Paragraph, Rest, Table
from cscareer.render.cells import Cell, count_of
from cscareer.render.layouts.posting_brief import asks_in_brief, facts_in_brief, lists_in_brief
from cscareer.render.layouts.posting_facts import posting_facts
from cscareer.render.layouts.posting_words import (
    NO_VERDICT,
    STATES,
    by_place_said,
    fit_said,
    gate_said,
    mark_said,
    marks_in_brief,
    middle_said,
    pay_said,
    percentiles_said,
    standing_said,
)
from cscareer.render.text import quoted

_WARNINGS_FIRST = 4  # on the first screen
_NOTICE = "What an ad leaves out may still hold; none of this is legal advice."


def posting_report(answer: PostingReport) -> Page:
    warnings = sorted(  # those counted in the verdict first
        (mark for mark in answer.watch if mark.severity == "warning"), key=lambda mark: mark.id in POOR_PAY
    )
    asks = [mark for mark in answer.watch if mark.severity != "warning"]
    dubious = is_dubious(answer)
    blocks: list[Block] = [
        Paragraph(line, strong=True, close=at > 0) for at, line in enumerate(posting_verdict(answer))
    ]
    facts = list(posting_facts(answer, dubious=dubious))
    brief = list(facts_in_brief(answer, facts))
    if not dubious:
        brief += [*lists_in_brief(answer), *asks_in_brief(asks)]
    blocks += [Brief([Facts(brief)]), Rest([Facts(facts)])]
    if warnings:
        blocks += _marks("Beware", warnings, first=_WARNINGS_FIRST)
    full: list[Block] = [*_marks_in_full("Look twice", asks)] if asks else []
    if answer.standing_by_place:
        full += [Heading("Place by place"), _places(answer)]
    full += [] if dubious else _you(answer)
    if answer.gates:
        full += [Heading("Must-haves"), Bullets([gate_said(gate) for gate in answer.gates])]
    if answer.skills:
        full += [Heading("What is asked"), _skills(answer)]
    if answer.questions and not dubious:
        full += [Heading("Ask them"), Bullets(list(answer.questions))]
    blocks.append(Rest(full))
    return Page(
        posting_title(answer),
        blocks,
        [*answer.notes, _NOTICE],
        next_command=None if dubious else _next(answer),
    )


def is_dubious(answer: PostingReport) -> bool:
    """Whether an ad has so many marks of a scam that it is to be left alone."""
    return are_dubious(_warnings(answer))


def _warnings(answer: PostingReport) -> list[str]:
    return [mark.id for mark in answer.watch if mark.severity == "warning"]


def _marks(heading: str, marks: Sequence[RaisedMark], *, first: int) -> list[Block]:
    """Marks with their words alone on the first screen, and why they matter in full."""
    return [
        Brief([Heading(heading), Bullets(list(marks_in_brief(marks)), first=first)]),
        Rest(_marks_in_full(heading, marks)),
    ]


def _marks_in_full(heading: str, marks: Sequence[RaisedMark]) -> list[Block]:
    return [Heading(heading), Bullets([mark_said(mark) for mark in marks])]


def posting_title(answer: PostingReport) -> str:
    """The job and who offers it."""
    said = answer.title or "A job ad"
    return f"{said} at {answer.company}" if answer.company else said


def posting_verdict(answer: PostingReport) -> Iterator[str]:
    """What to know of an ad first, a sentence each."""
    dubious, warnings = is_dubious(answer), suspicious(_warnings(answer))
    if answer.page == "login":
        yield "This is a page that asks you to log in, not the ad. Open the ad in your browser and save that page, or copy its text."
    elif answer.page == "closed":
        yield "This page says that the job is closed."
    if not answer.language.read:
        yield f"The ad is in {answer.language.name}. Pay and places were read as far as they go; skills and conditions are read in English only."
    if warnings:
        poor = len(_warnings(answer)) - warnings
        beside = f", and {poor} more on its poor pay" if poor else ""
        leave = " Best leave it alone." if dubious else ""
        yield f"Be careful: {count_of(warnings, 'mark')} of an ad that honest employers don't write{beside}.{leave}"
    if answer.fit and not dubious:
        yield fit_said(answer.fit)
    if answer.nearness is Nearness.ELSEWHERE and not dubious:
        yield "It isn't where you live, as far as it says."
    if answer.page is None:
        yield _pay_verdict(answer)


def _pay_verdict(answer: PostingReport) -> str:
    base, standing = answer.base_pay, answer.standing
    if base is not None and base.doubts:
        return f"It states {pay_said(base)}, which can't be right as it stands. {base.doubts[0]}"
    if base is not None:
        if standing and standing.ends and standing.occupation.catch_all:
            return f"It pays {pay_said(base)}. {NO_VERDICT}"
        where = f": {standing_said(standing)}" if standing and standing.ends else ""
        if said := by_place_said(answer.standing_by_place):
            where = f": {said}"
        return f"It pays {pay_said(base)}{where}."
    others = [pay for pay in answer.pay if pay.kind in {PayKind.OTE, PayKind.COMMISSION}]
    if others:
        return f"It states no base pay, only {pay_said(others[0])} with commission or bonus, which nobody is sure of."
    return "It states no pay."


def _you(answer: PostingReport) -> Iterator[Block]:
    fit = answer.fit
    if fit is None:
        return
    if fit.changes:
        yield Heading("Move these lines of yours up")
        yield Bullets(
            [
                f"{each.name}: “{each.your_quote}” (line {each.your_line}) answers “{each.asked}”"
                for each in fit.changes
            ]
        )
    if fit.similar:
        yield Heading("These fit you better")
        yield Bullets([f"{each.title}: {each.share_met:.0%}" for each in fit.similar])


def _places(answer: PostingReport) -> Table:
    """How the pay stands in each place, and what everyone in the occupation earns there."""
    columns = [
        Column("Place"),
        Column("Percentile of its pay", right=True),
        Column("Middle there", right=True),
    ]
    return Table(
        columns,
        [
            [each.location.name, percentiles_said(each), middle_said(each)]
            for each in answer.standing_by_place
        ],
    )


def _skills(answer: PostingReport) -> Table:
    columns = [
        Column("Skill"),
        Column("Asked"),
        Column("Level"),
        Column("You"),
        Column("In its words", wraps=True),
    ]
    rows: list[list[Cell]] = [
        [
            each.name,
            each.demand.value,
            SkillLevel(each.level).word if each.level else None,
            STATES[each.state],
            each.quote,
        ]
        for each in answer.skills
    ]
    if answer.fit is None:
        columns, rows = (
            [columns[at] for at in (0, 1, 2, 4)],
            [[row[at] for at in (0, 1, 2, 4)] for row in rows],
        )
    return Table(columns, rows)


def _next(answer: PostingReport) -> str | None:
    if answer.role is None:
        return None
    if answer.fit is None:
        return f"cscareer gap {answer.role.id}"
    place = (
        f" -l {quoted(answer.locations[0].said)}"
        if answer.locations and answer.locations[0].kind != "nation"
        else ""
    )
    return f"cscareer pay {answer.role.id}{place}"
