"""What changed on a person's checklists since a day."""

from collections.abc import Iterator
from enum import StrEnum
from typing import ClassVar, Literal

from pydantic import Field

from cscareer.catalog.answer import Answer
from cscareer.catalog.loading import Catalog
from cscareer.catalog.models import Model, SkillLevel
from cscareer.errors import UsageError
from cscareer.plan.checklist import item_name, net_changes, refresh
from cscareer.plan.checklist_report import ChecklistProgress, ChecklistReport, report_checklists
from cscareer.plan.profile import Origin, Profile
from cscareer.plan.profile_report import role_of


class DifferenceKind(StrEnum):
    """What changed: a tick or its undoing, an item or a checklist put on or left out, or a skill the profile gained."""

    STARTED = "started"
    ADDED = "added"
    DONE = "done"
    UNDONE = "undone"
    DROPPED = "dropped"
    RESTORED = "restored"
    STOPPED = "stopped"
    RESUMED = "resumed"
    HELD = "held"


class ChecklistDifference(Model):
    """One thing that changed: an item (`id`, `name`, the level reached) or the checklist of a role."""

    day: str
    what: DifferenceKind
    id: str | None
    name: str | None
    level: SkillLevel | None
    role: str | None
    title: str | None


class ChecklistDiff(Answer):
    """What changed on the checklists since a day, that day included (null: ever), oldest first; and how far they are now."""

    rows: ClassVar = "changes"

    schema_: Literal["cscareer/checklist-diff/1"] = Field("cscareer/checklist-diff/1", alias="schema")
    since: str | None
    checklists: tuple[ChecklistProgress, ...]
    changes: tuple[ChecklistDifference, ...]


def compare_checklists(
    catalog: Catalog, profile: Profile | None, since: str | None, today: str
) -> ChecklistDiff:
    """What changed since a day, or ever; what was ticked and unticked again since is left out.

    Raises:
        UsageError: the day hasn't come yet.

    Example:
        >>> compare_checklists(load_catalog(), None, "2026-11-01", "2026-11-24").changes
        ()
    """
    if since is not None and since > today:
        raise UsageError(f"{since} hasn't come yet.", hint="Give a day that has passed, like 2026-11-01.")
    now = report_checklists(catalog, profile, today)
    current = refresh(catalog, profile or Profile(), today)
    first = since or ""
    changes = sorted(
        (*_changes(catalog, current, first), *_gained(catalog, current, now, first)),
        key=lambda change: change.day,
    )
    return ChecklistDiff(
        layers=now.layers, sources=(), since=since, checklists=now.checklists, changes=tuple(changes)
    )


def _changes(catalog: Catalog, profile: Profile, since: str) -> Iterator[ChecklistDifference]:
    for change in net_changes(change for change in profile.changes if change.day >= since):
        role = role_of(catalog, change.role, _title(profile, change.role)) if change.role else None
        yield ChecklistDifference(
            day=change.day,
            what=DifferenceKind(change.what),
            id=change.skill,
            name=item_name(catalog, profile, change.skill) if change.skill else None,
            level=change.level,
            role=role.id if role else None,
            title=role.title if role else None,
        )
    for checklist in profile.checklists:
        for item in checklist.items:
            if item.added >= since and item.added > checklist.started:
                yield ChecklistDifference(
                    day=item.added,
                    what=DifferenceKind.ADDED,
                    id=item.skill,
                    name=item_name(catalog, profile, item.skill),
                    level=None,
                    role=checklist.role,
                    title=role_of(catalog, checklist.role, checklist.title).title,
                )


def _gained(
    catalog: Catalog, profile: Profile, now: ChecklistReport, since: str
) -> Iterator[ChecklistDifference]:
    """Skills on a checklist that the profile has gained in another way than by a tick."""
    asked = {item.id for item in now.items if item.counts}
    for kept in profile.skills:
        if kept.skill in asked and kept.since >= since and kept.origin is not Origin.CHECKLIST:
            yield ChecklistDifference(
                day=kept.since,
                what=DifferenceKind.HELD,
                id=kept.skill,
                name=item_name(catalog, profile, kept.skill),
                level=kept.level,
                role=None,
                title=None,
            )


def _title(profile: Profile, role: str | None) -> str | None:
    return next((each.title for each in profile.checklists if each.role == role), None)
