"""Putting skills into a profile, and taking them out."""

from collections.abc import Iterable, Sequence
from pathlib import PurePath

from cscareer.catalog.loading import Catalog
from cscareer.catalog.lookup import find, plain
from cscareer.plan.profile import KeptSkill, Origin, Profile, clean
from cscareer.skills.finding import FoundSkill
from cscareer.skills.held import HeldSkill


def add_skills(
    profile: Profile,
    held: Iterable[HeldSkill],
    day: str,
    *,
    evidence: str | None = None,
    note: str | None = None,
) -> Profile:
    """The profile with skills a person says they have; a level or evidence it had stays where none is said now.

    Args:
        profile: the profile as it is.
        held: the skills said.
        day: today, like 2026-11-24.
        evidence: the person's own words that prove them.
        note: a note of their own.
    """
    fresh = []
    for said in held:
        before = profile.held(said.skill)
        fresh.append(
            KeptSkill(
                skill=said.skill,
                level=said.level or (before.level if before else None),
                since=day,
                origin=Origin.SAID,
                evidence=(clean(evidence) if evidence else None) or (before.evidence if before else None),
                note=(clean(note) if note else None) or (before.note if before else None),
            )
        )
    return profile.with_skills(fresh)


def add_found(profile: Profile, found: Sequence[FoundSkill], day: str, name: str) -> Profile:
    """The profile with skills a resume speaks of, each with its best quote.

    What a person said themselves or ticked stays as it is; what an earlier resume gave is replaced.

    Args:
        profile: the profile as it is.
        found: the skills found.
        day: today, like 2026-11-24.
        name: the resume's name, to say where the quote stands.
    """
    fresh = []
    for skill in found:
        before = profile.held(skill.id)
        if before is None or before.origin is Origin.RESUME:
            best = max(skill.evidence, key=lambda each: (each.level or 0, -each.line))
            where = f"{PurePath(name).name}, line {best.line}: {best.quote}"
            fresh.append(
                KeptSkill(
                    skill=skill.id, level=skill.level, since=day, origin=Origin.RESUME, evidence=clean(where)
                )
            )
    return profile.with_skills(
        each for each in fresh if (before := profile.held(each.skill)) is None or _differ(before, each)
    )


def held_skills(catalog: Catalog, profile: Profile) -> tuple[HeldSkill, ...]:
    """The skills of a profile that the guide knows."""
    return tuple(
        HeldSkill(kept.skill, kept.level, catalog.skills[kept.skill].name, evidence=kept.evidence)
        for kept in profile.skills
        if kept.skill in catalog.skills
    )


def _differ(one: KeptSkill, other: KeptSkill) -> bool:
    return one.model_copy(update={"since": other.since}) != other


def find_kept(catalog: Catalog, profile: Profile, name: str) -> str:
    """The skill of a profile meant by a name; one the guide no longer knows goes by its id.

    Raises:
        UnknownNameError, AmbiguousNameError: as a lookup raises them.
    """
    for kept in profile.skills:
        if kept.skill not in catalog.skills and plain(name) == plain(kept.skill):
            return kept.skill
    known = {
        kept.skill: catalog.skills[kept.skill] for kept in profile.skills if kept.skill in catalog.skills
    }
    return find(known, name, what="skill of your profile", list_command="cscareer profile").entry.id
