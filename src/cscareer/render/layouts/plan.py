"""Layouts of the answers about a person's own plan: profile and checklists."""

from collections.abc import Callable, Iterator
from typing import Any

from cscareer.catalog.answer import Answer
from cscareer.catalog.models import SkillLevel
from cscareer.plan.checklist import START_COMMAND
from cscareer.plan.progress import (
    ChecklistDiff,
    ChecklistDifference,
    ChecklistItem,
    ChecklistProgress,
    ChecklistReport,
    DifferenceKind,
)
from cscareer.plan.report import ForgottenProfile, ProfileFiles, ProfilePlace, ProfileReport, ProfileSkill
from cscareer.render.cells import Cell, Money, count_of
from cscareer.render.document import (
    Block,
    Bullets,
    Check,
    Checklist,
    Column,
    Document,
    Facts,
    Heading,
    Paragraph,
    ProgressBar,
    Table,
)
from cscareer.render.layouts.skill_words import JUDGEMENT
from cscareer.render.layouts.skills import standing
from cscareer.render.text import quoted
from cscareer.skills.gap import SkillState

PRIVATE = "Kept on this machine alone, readable only by you; `cscareer profile forget` removes all of it."


def _profile(answer: ProfileReport) -> Document:
    if not answer.kept:
        return Document(
            "Your profile",
            [
                Paragraph("Nothing is kept of you yet.", strong=True),
                Paragraph(
                    "With a profile, other commands know your role, place, pay and skills without being told. "
                    "Begin with your resume (`cscareer profile import FILE`), or say it yourself "
                    '(`cscareer profile set --role TITLE --location PLACE`, `cscareer profile add "sql:2"`).'
                ),
            ],
            [PRIVATE],
            next_command='cscareer profile add "empathy:advanced"',
        )
    pay = answer.pay
    facts: list[tuple[str, Cell]] = [
        ("Role", answer.role.title if answer.role else None),
        ("Place", _place(answer.location) if answer.location else None),
        ("Pay", Money(pay.amount, pay.currency, pay.per) if pay else None),
    ]
    blocks: list[Block] = [Facts(facts)]
    if answer.skills:
        columns = [
            Column("Skill", wraps=True),
            Column("Level"),
            Column("Since"),
            Column("What proves it", wraps=True),
        ]
        blocks += [Heading("Skills"), Table(columns, [_skill(skill) for skill in answer.skills])]
    if answer.checklists:
        blocks += [Heading("Checklists"), Bullets([each.title for each in answer.checklists])]
    if answer.practice:
        scores = [(each.title, each.day, f"{each.points} of {each.out_of}") for each in answer.practice]
        blocks += [
            Heading("Practice"),
            Table([Column("Scenario", wraps=True), Column("Day"), Column("Points", right=True)], scores),
        ]
    notes = [PRIVATE]
    if any(not skill.in_data for skill in answer.skills):
        notes.insert(0, "* The guide doesn't know this skill now; it is kept, and counts nowhere.")
    if not answer.skills:
        command = 'cscareer profile add "empathy:advanced"'
    elif answer.role:
        command = f"cscareer gap {quoted(answer.role.title.lower())}"
    else:
        command = "cscareer checklist" if answer.checklists else START_COMMAND
    return Document("Your profile", blocks, notes, next_command=command)


def _place(location: ProfilePlace) -> str:
    if location.place is None:
        return f"{location.said} (no place the guide knows now)"
    return location.place.name


def _skill(skill: ProfileSkill) -> tuple[Cell, ...]:
    level = SkillLevel(skill.level).word if skill.level else None
    said = " · ".join(words for words in (skill.evidence, skill.note) if words)
    return skill.name + ("" if skill.in_data else " *"), level, skill.since, said or None


def _files(answer: ProfileFiles) -> Document:
    rows = [(each.what, each.path, "yes" if each.exists else "no") for each in answer.files]
    return Document(
        "Where your profile is kept",
        [Table([Column("File"), Column("Path", wraps=True), Column("There")], rows)],
        [PRIVATE],
        next_command="cscareer profile",
    )


def _forgotten(answer: ForgottenProfile) -> Document:
    if not answer.removed:
        return Document(
            "Your profile", [Paragraph("Nothing was kept of you, so there was nothing to remove.")]
        )
    return Document(
        "Your profile",
        [
            Paragraph("Everything kept of you is removed.", strong=True),
            Bullets([each.path for each in answer.removed]),
            *_left(answer),
        ],
    )


def _left(answer: ForgottenProfile) -> Iterator[Block]:
    if answer.left:
        yield Paragraph("Still in the folder, and not ours; look whether an editor left a copy there:")
        yield Bullets(answer.left)


def _checklists(answer: ChecklistReport) -> Document:
    if not answer.checklists:
        return Document(
            "Your checklists",
            [Paragraph("You have none yet. Choose the role you want to grow into, and start from there.")],
            next_command=START_COMMAND,
        )
    if answer.changed:
        return _changed(answer, answer.changed)
    blocks: list[Block] = []
    for checklist in answer.checklists:
        items = [item for item in answer.items if item.role == checklist.role]
        blocks += _checklist(checklist, items)
    notes = ["✔ have   ◐ below the wanted level   ☐ missing", JUDGEMENT]
    if len(answer.checklists) > 1:
        notes.insert(1, "A skill ticked counts on every checklist that wants it.")
    return Document("Your checklists", blocks, notes, next_command=_next(answer))


def _changed(answer: ChecklistReport, changed: str) -> Document:
    """Only the item just changed, wherever it stands, and how far each of its checklists is."""
    blocks: list[Block] = []
    for checklist in answer.checklists:
        items = [item for item in answer.items if item.role == checklist.role and item.id == changed]
        if items:
            blocks += [Heading(checklist.title), ProgressBar(checklist.done, checklist.total)]
            blocks += [
                Checklist([_check(item)]) if item.counts else Paragraph(_left_out(item)) for item in items
            ]
    return Document("Your checklists", blocks, [JUDGEMENT], next_command="cscareer checklist")


def _left_out(item: ChecklistItem) -> str:
    return f"{item.name}: left out by you." if item.dropped else _gone(item)


def _checklist(checklist: ChecklistProgress, items: list[ChecklistItem]) -> Iterator[Block]:
    title = checklist.title if checklist.in_data else f"{checklist.title} (no role the guide knows now)"
    by = f", to be done by {checklist.by}" if checklist.by else ""
    yield Heading(title)
    yield ProgressBar(checklist.done, checklist.total)
    yield Paragraph(f"Started {checklist.started}{by}.")
    if counting := [item for item in items if item.counts]:
        yield Checklist([_check(item) for item in counting])
    if gone := [item for item in items if not item.wanted and not item.dropped]:
        yield Paragraph("Kept, though no longer asked for:")
        yield Bullets([_gone(item) for item in gone])
    if dropped := [item.name for item in items if item.dropped]:
        yield Paragraph(f"Left out by you: {', '.join(dropped)}.")


def _gone(item: ChecklistItem) -> str:
    why = "the role doesn't want it now" if item.in_data else "the guide doesn't know this skill now"
    done = ", ticked" if item.state is SkillState.HAVE else ""
    return f"{item.name}: {why}{done}"


def _check(item: ChecklistItem) -> Check:
    since = f" · since {item.since}" if item.state is SkillState.HAVE and item.since else ""
    said = [words for words in (item.evidence, item.note) if words]
    return Check(
        item.state,
        item.name,
        f"{standing(item.state, item.held_level, item.wanted_level)} · {item.need}{since}",
        item.next_step,
        said,
    )


def _next(answer: ChecklistReport) -> str:
    first = next((item for item in answer.items if item.counts and item.state is not SkillState.HAVE), None)
    if first is None:
        return (
            f"cscareer pay {quoted(answer.checklists[0].title.lower())}"
            if answer.checklists[0].in_data
            else "cscareer roles"
        )
    return f"cscareer skill {quoted(first.name.lower())}"


_SAID = {
    DifferenceKind.STARTED: "started",
    DifferenceKind.ADDED: "new on the list",
    DifferenceKind.DONE: "ticked",
    DifferenceKind.UNDONE: "unticked",
    DifferenceKind.DROPPED: "left out",
    DifferenceKind.RESTORED: "taken back in",
    DifferenceKind.STOPPED: "given up",
    DifferenceKind.RESUMED: "taken up again",
    DifferenceKind.HELD: "in your profile",
}


def _diff(answer: ChecklistDiff) -> Document:
    title = f"What changed since {answer.since}" if answer.since else "What changed since you began"
    if not answer.changes:
        blocks: list[Block] = [Paragraph("Nothing changed on your checklists.")]
    else:
        columns = [Column("Day"), Column("What"), Column("Item or checklist", wraps=True), Column("Level")]
        done = sum(each.what in {DifferenceKind.DONE, DifferenceKind.HELD} for each in answer.changes)
        blocks = [
            Paragraph(f"{count_of(done, 'skill')} ticked or gained in that time."),
            Table(columns, [_difference(each) for each in answer.changes]),
        ]
    for checklist in answer.checklists:
        blocks += [Heading(checklist.title), ProgressBar(checklist.done, checklist.total)]
    return Document(title, blocks, next_command="cscareer checklist")


def _difference(change: ChecklistDifference) -> tuple[Cell, ...]:
    named = (
        f"{change.name} for {change.title}" if change.name and change.title else change.name or change.title
    )
    return change.day, _SAID[change.what], named, SkillLevel(change.level).word if change.level else None


LAYOUTS: dict[type[Answer], Callable[[Any], Document]] = {
    ProfileReport: _profile,
    ProfileFiles: _files,
    ForgottenProfile: _forgotten,
    ChecklistReport: _checklists,
    ChecklistDiff: _diff,
}
