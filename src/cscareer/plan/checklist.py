"""Checklists on the way to a role. A tick is a skill of the profile, so it counts for every role that wants it."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from cscareer.catalog.loading import Catalog
from cscareer.catalog.models import Need, Role, SkillLevel
from cscareer.errors import UsageError
from cscareer.plan.profile import (
    Change,
    ChangeKind,
    KeptChecklist,
    KeptItem,
    Origin,
    Profile,
)

_REVERSALS = {
    ChangeKind.UNDONE: ChangeKind.DONE,
    ChangeKind.RESTORED: ChangeKind.DROPPED,
    ChangeKind.RESUMED: ChangeKind.STOPPED,
}


class AskedByAd(NamedTuple):
    """A skill that a job ad requires, and its level where the ad states one."""

    skill: str
    level: SkillLevel | None = None


def start_checklist(
    catalog: Catalog,
    profile: Profile,
    role: Role,
    day: str,
    by: str | None = None,
    asked: Iterable[AskedByAd] = (),
) -> Profile:
    """The profile with a checklist for a role, to be done `by` a day; one that is there keeps what it has.

    `asked` are the skills that a job ad requires; those that the role doesn't want are put there too, and all of
    them are marked, to be done first.
    """
    there = checklist_for(profile, role.id)
    if there is None:
        fresh = KeptChecklist(role=role.id, title=role.title, started=day, by=by, items=())
        profile = _with(
            profile, (*profile.checklists, fresh), Change(day=day, what=ChangeKind.STARTED, role=role.id)
        )
    elif by is not None:
        profile = _with(profile, _replaced(profile, there.model_copy(update={"by": by})))
    profile = refresh(catalog, profile, day)
    known = checklist_for(profile, role.id)
    assert known is not None
    asked = [each for each in asked if each.skill in catalog.skills]
    ads = {each.skill for each in asked}
    items = tuple(
        item.model_copy(update={"from_ad": True}) if item.skill in ads and not item.from_ad else item
        for item in known.items
    )
    listed = {item.skill for item in items}
    more = tuple(
        KeptItem(
            skill=each.skill,
            name=catalog.skills[each.skill].name,
            need=Need.REQUIRED,
            level=each.level or SkillLevel.WORKING,
            added=day,
            from_ad=True,
        )
        for each in asked
        if each.skill not in listed
    )
    if not more and items == known.items:
        return profile
    return _with(profile, _replaced(profile, known.model_copy(update={"items": (*items, *more)})))


def refresh(catalog: Catalog, profile: Profile, day: str) -> Profile:
    """The profile with what the roles of its checklists have come to want since; nothing is taken away."""
    return _with(profile, tuple(_refreshed(catalog, each, day) for each in profile.checklists))


def _refreshed(catalog: Catalog, checklist: KeptChecklist, day: str) -> KeptChecklist:
    role = catalog.roles.get(checklist.role)
    there = {item.skill for item in checklist.items}
    fresh = tuple(
        KeptItem(
            skill=wanted.skill,
            name=catalog.skills[wanted.skill].name,
            need=wanted.need,
            level=SkillLevel(wanted.level),
            added=day,
        )
        for wanted in (role.skills if role else ())
        if wanted.skill not in there
    )
    return checklist.model_copy(update={"items": (*checklist.items, *fresh)}) if fresh else checklist


def tick_item(
    catalog: Catalog,
    profile: Profile,
    skill: str,
    day: str,
    *,
    level: SkillLevel | None = None,
    evidence: str | None = None,
    note: str | None = None,
) -> Profile:
    """The profile with an item done: its skill is held at the highest level any checklist wants, or at `level`.

    A level, evidence or note it had stays where it is higher or none is given now. An item left out is taken back in.
    """
    profile = refresh(catalog, profile, day)
    if any(item.skill == skill and item.dropped for each in profile.checklists for item in each.items):
        restored = Change(day=day, what=ChangeKind.RESTORED, skill=skill)
        profile = _with(profile, _marked(profile, skill, None), restored)
    before = profile.held(skill)
    reached = level or max(_wanted_levels(catalog, profile, skill))
    if level is None and before is not None and before.level is not None:
        reached = max(reached, before.level)
    after = profile.renewed(skill, reached, day, Origin.CHECKLIST, evidence=evidence, note=note)
    if before is not None and (before.level, before.evidence, before.note) == (
        after.level,
        after.evidence,
        after.note,
    ):
        return profile
    change = Change(day=day, what=ChangeKind.DONE, skill=skill, level=reached, before=before)
    return _with(profile.with_skills([after]), profile.checklists, change)


def drop_item(catalog: Catalog, profile: Profile, skill: str, day: str) -> Profile:
    """The profile with an item left out of every checklist; it no longer counts there."""
    profile = refresh(catalog, profile, day)
    lists = _marked(profile, skill, day)
    if lists == profile.checklists:
        return profile
    return _with(profile, lists, Change(day=day, what=ChangeKind.DROPPED, skill=skill))


def stop_checklist(profile: Profile, role: str, day: str) -> Profile:
    """The profile without the checklist for a role; the skills ticked stay held."""
    lists = tuple(each for each in profile.checklists if each.role != role)
    change = Change(day=day, what=ChangeKind.STOPPED, role=role, given_up=checklist_for(profile, role))
    return _with(profile, lists, change)


def undo_last(profile: Profile, day: str, skill: str | None = None) -> tuple[Profile, Change]:
    """The profile before the last tick or drop, of one skill or of any, or before a list was given up; and what was undone.

    Raises:
        UsageError: there is nothing to undo, or the skill has been changed in another way since.
    """
    open_changes = [
        change
        for change in net_changes(profile.changes)
        if change.what in _REVERSALS.values() and skill in {None, change.skill}
    ]
    if not open_changes:
        raise UsageError(
            "There is nothing to undo there." if skill else "There is nothing to undo.",
            hint="`cscareer checklist diff` shows what was done.",
        )
    last = open_changes[-1]
    if last.given_up is not None:
        resumed = Change(day=day, what=ChangeKind.RESUMED, role=last.role)
        lists = tuple(each for each in profile.checklists if each.role != last.role)
        return _with(profile, (*lists, last.given_up), resumed), last
    assert last.skill is not None
    if last.what is ChangeKind.DROPPED:
        restored = Change(day=day, what=ChangeKind.RESTORED, skill=last.skill)
        return _with(profile, _marked(profile, last.skill, None), restored), last
    held = profile.held(last.skill)
    if held is None or held.origin is not Origin.CHECKLIST or held.level != last.level:
        raise UsageError(
            "Your profile has been changed there since it was ticked.",
            hint="Change it with `cscareer profile add` or `cscareer profile remove`.",
        )
    before = profile.with_skills([last.before]) if last.before else profile.without_skills([last.skill])
    undone = Change(
        day=day, what=ChangeKind.UNDONE, skill=last.skill, level=last.before.level if last.before else None
    )
    return _with(before, profile.checklists, undone), last


def net_changes(changes: Iterable[Change]) -> list[Change]:
    """The changes in order, without those that were taken back and the taking back."""
    net: list[Change] = []
    for change in changes:
        reversed_kind = _REVERSALS.get(change.what)
        taken_back = [
            index
            for index, each in enumerate(net)
            if (each.what, each.skill, each.role) == (reversed_kind, change.skill, change.role)
        ]
        if taken_back:
            del net[taken_back[-1]]
        else:
            net.append(change)
    return net


def checklist_for(profile: Profile, role: str) -> KeptChecklist | None:
    """The checklist for a role, where there is one."""
    return next((each for each in profile.checklists if each.role == role), None)


def item_name(catalog: Catalog, profile: Profile, skill: str) -> str:
    """What a skill is called, now or when it was last put on a checklist; its id where nobody knows."""
    if known := catalog.skills.get(skill):
        return known.name
    items = (item for each in profile.checklists for item in each.items)
    return next((item.name for item in items if item.skill == skill), skill)


def _wanted_levels(catalog: Catalog, profile: Profile, skill: str) -> Iterator[SkillLevel]:
    """The level of a skill that each checklist wants now, or wanted when the guide last knew it."""
    for each in profile.checklists:
        role = catalog.roles.get(each.role)
        now = next((wanted.level for wanted in (role.skills if role else ()) if wanted.skill == skill), None)
        then = next((item.level for item in each.items if item.skill == skill), None)
        if level := now or then:
            yield SkillLevel(level)


def _marked(profile: Profile, skill: str, dropped: str | None) -> tuple[KeptChecklist, ...]:
    def mark(item: KeptItem) -> KeptItem:
        if item.skill != skill or (dropped and item.dropped):
            return item
        return item.model_copy(update={"dropped": dropped})

    return tuple(
        each.model_copy(update={"items": tuple(mark(item) for item in each.items)})
        for each in profile.checklists
    )


def _replaced(profile: Profile, checklist: KeptChecklist) -> tuple[KeptChecklist, ...]:
    return tuple(checklist if each.role == checklist.role else each for each in profile.checklists)


def _with(profile: Profile, checklists: tuple[KeptChecklist, ...], *changes: Change) -> Profile:
    return profile.model_copy(update={"checklists": checklists, "changes": (*profile.changes, *changes)})
