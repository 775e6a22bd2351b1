"""Layout of a job ad read and judged: the verdict first, the long lists last."""

from collections.abc import Iterator, Sequence

from cscareer.catalog.models import SkillLevel
from cscareer.catalog.posting_models import PayKind
from cscareer.jobs.marks import POOR_PAY, RaisedMark, are_dubious, suspicious
from cscareer.jobs.nearness import Nearness
from cscareer.jobs.posting import PostingReport
from cscareer.jobs.stated_pay import StatedPay
from cscareer.pay.ranges import Amount
from cscareer.render.blocks import Block, Brief, Bullets, Column, Facts, Heading, Page, Paragraph, Rest, Table
from cscareer.render.cells import Cell, Money, PayRange, count_of, listed
from cscareer.render.layouts.pay_words import the_place
from cscareer.render.layouts.posting_brief import asks_in_brief, facts_in_brief, lists_in_brief
from cscareer.render.layouts.posting_words import (
    KINDS,
    NO_VERDICT,
    STATES,
    THEN,
    by_place_said,
    fit_said,
    gate_said,
    mark_said,
    marks_in_brief,
    middle_said,
    pay_said,
    percentiles_said,
    standing_said,
    yearly_said,
)
from cscareer.render.text import quoted

_MOST_PLACES = 5
_WARNINGS_FIRST = 4  # on the first screen
_FIRM = 0.7  # from here on a reading of a title is said without "probably"
_LONGEST_TRAVEL = 70
_WORK_MODES = {"remote": "remote", "hybrid": "hybrid", "on-site": "on site"}
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
        full += [Heading("What must be so"), Bullets([gate_said(gate) for gate in answer.gates])]
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


def posting_facts(answer: PostingReport, *, dubious: bool) -> Iterator[tuple[str, Cell]]:
    """What the job is, where, what it pays, and what pay to expect and to ask for."""
    if answer.role:
        sure = "" if (answer.role_sure or 0) >= _FIRM else " (probably)"
        yield "Role", f"{answer.role.title}{sure}"
    elif answer.occupation:
        yield "Role", f"none of the guide; occupation: {answer.occupation.title}"
    yield "Where", _where(answer)
    if work := _work(answer):
        yield "Work", work
    yield from _pay(answer, dubious=dubious)
    if answer.employer_gives:
        yield "They give", listed([each.value.replace("-", " ") for each in answer.employer_gives])
    if answer.posted:
        yield "Posted", answer.posted
    if answer.others:
        yield "Beside it", f"{count_of(answer.others, 'more ad')} stood there; this is the first"


def _work(answer: PostingReport) -> str:
    said = [each.value for each in answer.employment]
    if answer.hours_a_week:
        said.append(f"{answer.hours_a_week:g} hours a week")
    if answer.travel:
        said.append(f"travel: “{answer.travel.quote[:_LONGEST_TRAVEL]}”")
    return ", ".join(said)


def _pay(answer: PostingReport, *, dubious: bool) -> Iterator[tuple[str, Cell]]:
    """Every amount stated, each once, then what the role pays there and, of an ad to be trusted, what to ask for."""
    seen: set[tuple[str, str]] = set()
    before: StatedPay | None = None
    for pay in answer.pay:
        amount = (pay.kind.value, pay_said(pay.model_copy(update={"zone": None, "by_experience": False})))
        if amount in seen and pay.origin == "text" and answer.pay_agreement == "agree":
            continue
        seen.add(amount)
        yearly = yearly_said(pay)
        field = " (in its fields)" if pay.origin == "field" and answer.pay_agreement == "differ" else ""
        label = THEN if before is not None and _goes_on(before, pay) else KINDS[pay.kind]
        before = pay
        yield label, pay_said(pay) + (f" = {yearly}" if yearly else "") + field
    standing = answer.standing
    if standing is None:
        return
    expect = standing.expect
    kind = "starting pay" if standing.starting else "what we judge the role to pay"
    if expect.low is not None or expect.high is not None:
        yield (
            "Expect there",
            f"{PayRange(expect.low, expect.high, expect.currency)} a year, {kind} in {the_place(standing.location)}",
        )
    ask = standing.ends[-1].ask if standing.ends else None
    if ask and not dubious:
        there = f" in {the_place(standing.location)}" if answer.standing_by_place else ""
        yield "Ask for", f"{Money(ask.amount, ask.currency, ask.per)}{there}{_beside_its_top(answer, ask)}"


def _beside_its_top(answer: PostingReport, ask: Amount) -> str:
    """That what to ask for is the most that the ad offers, or more than the one amount it states, and what that means."""
    base = answer.base_pay
    most = (base.high or base.low) if base else None
    if base is None or most is None or base.per != ask.per or ask.amount < most:
        return ""
    if ask.amount == most:
        return ", the most the ad offers"
    top = Money(most, base.currency, cents=base.per == "hour")
    return f", above the ad's {top}; a no still leaves you that"


def _goes_on(before: StatedPay, pay: StatedPay) -> bool:
    """Whether base pay is what comes after that which stands before it: "$17.50 per hour, $18.50 after 90 days"."""
    both = (before, pay)
    return (
        all(each.kind is PayKind.BASE and each.origin == "text" and each.zone is None for each in both)
        and before.line == pay.line
        and before.per == pay.per
        and before.low is not None
        and before.low == before.high
        and pay.low is not None
        and before.low < pay.low
    )


def _where(answer: PostingReport) -> str:
    mode = _WORK_MODES[answer.work_mode.value] if answer.work_mode else ""
    names = [each.name for each in answer.locations]
    shown = (
        listed(names[:_MOST_PLACES])
        if len(names) <= _MOST_PLACES
        else f"{', '.join(names[:_MOST_PLACES])} and {len(names) - _MOST_PLACES} more"
    )
    if answer.states_only and names:
        shown = f"anywhere in {shown}"
    if answer.place_given:
        shown = f"{shown}, as you say; the ad doesn't"
    why = "abroad, where we know no wages" if answer.abroad else "no place we know"
    unknown = f"{', '.join(answer.unknown_places)} ({why})" if answer.unknown_places else ""
    if answer.abroad and not unknown:
        unknown = "abroad, where we know no wages"
    return "; ".join(part for part in (shown, unknown, mode) if part) or "not said"


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
