"""Layout of a person's checklists."""

from collections.abc import Iterator

from cscareer.plan.checklist_report import (
    ChecklistItem,
    ChecklistProgress,
    ChecklistReport,
)
from cscareer.plan.kept_names import START_COMMAND
from cscareer.render.blocks import (
    Block,
    Brief,
    Bullets,
    Check,
    Checklist,
    Facts,
    Heading,
    Page,
    Paragraph,
    ProgressBar,
    Rest,
)
from cscareer.render.cells import Cell, some
from cscareer.render.layouts.certificate_words import CERTIFICATES, certificate_line, certificate_lines
from cscareer.render.layouts.skill_notes import JUDGEMENT
from cscareer.render.layouts.skills.gap import standing
from cscareer.render.text import typed
from cscareer.skills.gap import SkillState

_ONE_TICK = "A skill ticked counts on every checklist that wants it."
_DETAILED = 2  # checklists of which the first screen says more than the first item
_GONE = 3  # items no longer asked for that it names
_THERE = 3  # items that were there from the start, by name
_NAMED = 2  # further open items it names


def checklist_report(answer: ChecklistReport) -> Page:
    if not answer.checklists:
        return Page(
            "Your checklists",
            [Paragraph("You have none yet. Choose the role you want to grow into, and start from there.")],
            next_command=START_COMMAND,
        )
    if answer.changed:
        return _changed(answer, answer.changed)
    several = len(answer.checklists) > 1
    blocks: list[Block] = [Brief(list(_overview(answer)))] if several else []
    for checklist in answer.checklists:
        items = [item for item in answer.items if item.role == checklist.role]
        told = list(_checklist(checklist, items))
        blocks += [Rest(told, retold=True)] if several else told
    notes = ["✔ have   ◐ below the wanted level   ☐ not shown", JUDGEMENT]
    if any(item.certificates for item in answer.items if item.counts):
        notes.append(CERTIFICATES)
    if several:
        notes.insert(1, _ONE_TICK)
    first_notes = [_ONE_TICK if several else notes[0], JUDGEMENT]
    return Page("Your checklists", blocks, notes, next_command=_next(answer), first_notes=first_notes)


def _overview(answer: ChecklistReport) -> Iterator[Block]:
    """How far each of several checklists is, what is open there, and with what to go on."""
    for checklist in answer.checklists:
        items = [item for item in answer.items if item.role == checklist.role]
        still_open = [item for item in items if item.counts and _is_open(item)]
        yield Heading(checklist.title)
        yield ProgressBar(checklist.done, checklist.total)
        facts: list[tuple[str, Cell]] = []
        if still_open:
            first, names = still_open[0], [item.name for item in still_open[1:]]
            due = f", by {first.due}" if first.due else ""
            stands = standing(first.state, first.held_level, first.wanted_level)
            facts.append(("First", f"{first.name}: {stands}{due}"))
            if len(answer.checklists) <= _DETAILED:
                facts += [("Next", first.next_step)] if first.next_step else []
                all_by = f"; all by {checklist.by}" if checklist.by else ""
                facts += [("Then", f"{some(names, _NAMED)}{all_by}")] if names else []
        if facts:
            yield Facts(facts)


def _changed(answer: ChecklistReport, changed: str) -> Page:
    """Only the item just changed, wherever it stands, and how far each of its checklists is."""
    blocks: list[Block] = []
    for checklist in answer.checklists:
        items = [item for item in answer.items if item.role == checklist.role and item.id == changed]
        if items:
            blocks += [Heading(checklist.title), ProgressBar(checklist.done, checklist.total)]
            blocks += [
                Checklist([_check(item, certificate_line(item.certificates))])
                if item.counts
                else Paragraph(_left_out(item))
                for item in items
            ]
    return Page("Your checklists", blocks, [JUDGEMENT], next_command="cscareer checklist")


def _left_out(item: ChecklistItem) -> str:
    return f"{item.name}: left out by you." if item.dropped else _gone(item)


def _checklist(checklist: ChecklistProgress, items: list[ChecklistItem]) -> Iterator[Block]:
    """A checklist; its first screen has a line for each item, and the next step of the first one open."""
    title = checklist.title if checklist.in_data else f"{checklist.title} (no role the guide knows now)"
    by = f", to be done by {checklist.by}" if checklist.by else ""
    yield Heading(title)
    yield ProgressBar(checklist.done, checklist.total)
    started = f"Started {checklist.started}{by}."
    counting = [item for item in items if item.counts]
    there = [item for item in counting if item.there]
    named = f" {len(there)} there already: {some([item.name for item in there], _THERE)}." if there else ""
    yield Brief([Paragraph(f"{started}{named}")])
    yield Rest([Paragraph(started)])
    if counting:
        certificates = certificate_lines((item.id, item.certificates) for item in counting)
        listed = [item for item in counting if not item.there]
        yield Brief([Checklist(_in_brief(listed), first=len(listed))] if listed else [])
        yield Rest(
            [Checklist([_check(item, certificates.get(item.id)) for item in listed])] if listed else []
        )
        if there:
            told = Checklist([_check(item, certificates.get(item.id)) for item in there])
            yield Rest([Paragraph("There already:"), told])
    if gone := [item for item in items if not item.wanted and not item.dropped]:
        yield Paragraph("Kept, though no longer asked for:")
        yield Bullets([_gone(item) for item in gone], first=_GONE)
    if dropped := [item.name for item in items if item.dropped]:
        yield Paragraph(f"Left out by you: {', '.join(dropped)}.")


def _is_open(item: ChecklistItem) -> bool:
    return item.state is not SkillState.HAVE


def _in_brief(items: list[ChecklistItem]) -> list[Check]:
    first = next(filter(_is_open, items), None)
    checks = ((item, _check(item, None)) for item in items)
    return [
        check._replace(next_step=check.next_step if item is first else None, evidence=())
        for item, check in checks
    ]


def _gone(item: ChecklistItem) -> str:
    why = "the role doesn't want it now" if item.in_data else "the guide doesn't know this skill now"
    done = ", ticked" if item.state is SkillState.HAVE else ""
    return f"{item.name}: {why}{done}"


def _check(item: ChecklistItem, certificate: str | None) -> Check:
    since = f" · since {item.since}" if item.state is SkillState.HAVE and item.since else ""
    due = f" · by {item.due}" if item.due and item.state is not SkillState.HAVE else ""
    said = [words for words in (certificate, item.evidence, item.note) if words]
    return Check(
        item.state,
        item.name,
        f"{standing(item.state, item.held_level, item.wanted_level)} · {item.need}{' by the ad' if item.from_ad else ''}{since}{due}",
        item.next_step,
        said,
    )


def _next(answer: ChecklistReport) -> str:
    first = next((item for item in answer.items if item.counts and item.state is not SkillState.HAVE), None)
    if first is None:
        return (
            f"cscareer pay {typed(answer.checklists[0].title)}"
            if answer.checklists[0].in_data
            else "cscareer roles"
        )
    return f"cscareer skill {typed(first.name)}"
