"""Layout of what changed on a person's checklists."""

from cscareer.catalog.models import SkillLevel
from cscareer.plan.checklist_diff import ChecklistDiff, ChecklistDifference, DifferenceKind
from cscareer.render.blocks import Block, Column, Heading, Page, Paragraph, ProgressBar, Table
from cscareer.render.cells import Cell, count_of

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


def checklist_diff(answer: ChecklistDiff) -> Page:
    title = f"What changed since {answer.since}" if answer.since else "What changed since you began"
    if not answer.changes:
        blocks: list[Block] = [Paragraph("Nothing changed on your checklists.")]
    else:
        columns = [Column("Day"), Column("What"), Column("Item or checklist", wraps=True), Column("Level")]
        done = sum(each.what in {DifferenceKind.DONE, DifferenceKind.HELD} for each in answer.changes)
        blocks = [
            Paragraph(f"{count_of(done, 'skill')} ticked or gained in that time."),
            Table(columns, [_difference(each) for each in answer.changes], first=len(answer.changes)),
        ]
    for checklist in answer.checklists:
        blocks += [Heading(checklist.title), ProgressBar(checklist.done, checklist.total)]
    return Page(title, blocks, next_command="cscareer checklist")


def _difference(change: ChecklistDifference) -> tuple[Cell, ...]:
    named = (
        f"{change.name} for {change.title}" if change.name and change.title else change.name or change.title
    )
    return change.day, _SAID[change.what], named, SkillLevel(change.level).word if change.level else None
