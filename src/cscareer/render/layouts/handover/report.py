"""Layout of a report to hand over: what matters first, then the market, then the person's own way."""

from collections.abc import Iterator
from datetime import date

from cscareer.handover.report import CareerReport, RoleChosen
from cscareer.handover.schedule import may_apply_now
from cscareer.handover.week import StepKind, WeekStep
from cscareer.render.blocks import Block, Bullets, Heading, Page, Paragraph, numbers_in
from cscareer.render.cells import Cell
from cscareer.render.layouts.asking_words import sentences
from cscareer.render.layouts.guide.chapters import cited
from cscareer.render.layouts.guide.outlook_brief import outlook_verdict
from cscareer.render.layouts.handover.market import (
    ad_blocks,
    offer_blocks,
    outlook_blocks,
    pay_blocks,
    role_blocks,
)
from cscareer.render.layouts.handover.own_way import (
    apply_now_said,
    checklist_blocks,
    gap_blocks,
    is_own,
    match_blocks,
    route_blocks,
)
from cscareer.render.layouts.offer_verdict import offer_verdict
from cscareer.render.layouts.pay.report import pay_verdict
from cscareer.render.layouts.pay_kinds import ESTIMATE, STARTING_AND_ALL
from cscareer.render.layouts.pay_words import PERCENTS_SAID, amount_said, notes_on, years_said
from cscareer.render.layouts.route_words import in_all, years_note
from cscareer.render.layouts.skill_notes import ASSUMED, JUDGEMENT
from cscareer.render.layouts.skills.gap import gap_verdict

_CHOSEN = {
    RoleChosen.OF_THE_AD: "The role is the one that the ad is for.",
    RoleChosen.BEST_FIT: (
        "The role is the one nearest to you beside your own, by what you can do and the jobs you have held."
    ),
}


def career_report(answer: CareerReport) -> Page:
    """The report with those sources alone to which one of its numbers leads: of each part it tells only the first of many."""
    cited_ones = set(numbers_in(_page(answer).blocks))
    sources = tuple(each for number, each in enumerate(answer.sources, start=1) if number in cited_ones)
    return _page(answer.model_copy(update={"sources": sources}))._replace(sources=sources)


def _page(answer: CareerReport) -> Page:
    where = f" in {answer.location.name}" if answer.location else ""
    blocks: list[Block] = [Paragraph(_handed(answer))]
    if answer.chosen in _CHOSEN:
        blocks.append(Paragraph(_CHOSEN[answer.chosen]))
    blocks += [
        Heading("In short"),
        Bullets(list(_in_short(answer))),
        Heading("Three things to do this week"),
        Bullets([_step(answer, step) for step in answer.steps], numbered=True),
        *role_blocks(answer),
        *pay_blocks(answer),
        *offer_blocks(answer),
        *ad_blocks(answer),
        *gap_blocks(answer),
        *match_blocks(answer),
        *route_blocks(answer),
        *checklist_blocks(answer),
        *outlook_blocks(answer),
    ]
    title = f"{answer.role.title}{where}: a career report"
    return Page(title, blocks, list(dict.fromkeys(_notes(answer))), numbered=True, whole=True)


def long_day(day: str) -> str:
    """A day as a letter has it: 27 November 2026."""
    read = date.fromisoformat(day)
    return f"{read.day} {read:%B} {read.year}"


def _handed(answer: CareerReport) -> str:
    """Whom it is for, who hands it over, and when it was made."""
    parts = [f"For {answer.prepared_for}"] if answer.prepared_for else []
    parts += [f"from {answer.prepared_by}"] if answer.prepared_by else []
    said = ", ".join(parts)
    return (
        f"{said[:1].upper()}{said[1:]}. Made on {long_day(answer.day)}."
        if said
        else f"Made on {long_day(answer.day)}."
    )


def _in_short(answer: CareerReport) -> Iterator[Cell]:
    """The verdict of each part, a sentence or two each."""
    entry = answer.pay.ranges[0]
    behind = [source.id for pay in (entry, entry.observed) if pay for source in pay.sources]
    yield cited(f"Pay: {pay_verdict(entry)}", behind, answer.sources)
    if answer.offer:
        first = answer.offer.offers[0]
        ask = f" Ask for {amount_said(first.advice.ask)}." if first.advice else ""
        yield f"The offer of {amount_said(first.amount)}: {offer_verdict(first)}{ask}"
    if answer.gap:
        required = answer.gap.required
        taught = "; employers teach the rest" if answer.gap.ready and required.met < required.total else ""
        count = (
            ""
            if is_own(answer.gap)
            else f" {required.met} of {required.total} required skills are there{taught}."
        )
        yield f"You: {gap_verdict(answer.gap)}{count}"
    if answer.path and answer.path.routes:
        route = answer.path.routes[0]
        yield (
            apply_now_said(answer)
            if may_apply_now(answer.gap, route)
            else f"The way from {answer.path.from_role.title}: {in_all(route.total, route.steps)}."
        )
    if said := outlook_verdict(answer.outlook):
        found = answer.outlook.projection
        ids = [*(found.sources if found else ()), *answer.outlook.trend.cited]
        yield cited(f"The years to come: {said}", ids, answer.sources)


def _step(answer: CareerReport, step: WeekStep) -> Cell:
    """A step in words."""
    if step.kind is StepKind.ASK_PAY and answer.offer:
        advice = next(each.advice for each in answer.offer.offers if each.advice)
        return f"Ask for {amount_said(advice.ask)}. Say: {sentences(advice)[0]}"
    if step.kind is StepKind.ASK_EMPLOYER:
        return f"Ask the employer: {step.text}"
    if step.kind is StepKind.SHOW:
        return cited(
            f"{step.name}: if you have done it, show it in your resume. {step.text}",
            step.sources,
            answer.sources,
        )
    named = f"{step.name}: " if step.name else ""
    return cited(f"{named}{step.text}", step.sources, answer.sources)


def _notes(answer: CareerReport) -> Iterator[str]:
    """What one must know to read the figures rightly."""
    entry = answer.pay.ranges[0]
    if entry.observed:
        yield str(PERCENTS_SAID)
    if entry.starting:
        yield str(STARTING_AND_ALL)
    if entry.localization:
        yield ESTIMATE
    yield from map(str, notes_on(entry, answer.role.title, entry.observed))
    if answer.gap:
        yield str(JUDGEMENT)
        if any(item.level_stated is False for item in answer.gap.skills):
            yield str(ASSUMED)
    if answer.path and answer.path.routes:
        yield str(years_note(answer.path.from_role.title, answer.path.years_in_role, asking=False))
    if years := years_said([entry.observed], [entry.real_median]):
        yield years
    yield "Numbers in small print lead to the sources. None of this is legal or financial advice."
