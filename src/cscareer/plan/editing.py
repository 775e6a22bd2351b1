"""Putting skills into a profile, and taking them out."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import PurePath

from cscareer.catalog.loading import Catalog
from cscareer.catalog.models import SkillLevel
from cscareer.plan.kept_names import KeptName, find_kept
from cscareer.plan.profile import MOST_SCORES, KeptSkill, Origin, Profile, Score, clean
from cscareer.skills.counting import counted_as
from cscareer.skills.crediting import JobCredits
from cscareer.skills.finding import FoundSkill
from cscareer.skills.held import HeldSkill
from cscareer.titles.held_jobs import MONTHS_HELD


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
            profile.renewed(
                said.skill,
                said.level or (before.level if before else None),
                day,
                Origin.SAID,
                evidence=evidence,
                note=note,
            )
        )
    return profile.with_skills(fresh)


def add_found(profile: Profile, found: Sequence[FoundSkill], day: str, name: str) -> Profile:
    """The profile with skills a resume speaks of, each with its best quote.

    What a person said themselves or ticked stays as it is, but for a level or proof it hasn't; what an earlier resume gave
    is replaced.

    Args:
        profile: the profile as it is.
        found: the skills found.
        day: today, like 2026-11-24.
        name: the resume's name, to say where the quote stands.
    """
    fresh = []
    for skill in found:
        before = profile.held(skill.id)
        (best,) = skill.best_evidence(1)
        counted = counted_as(skill)
        read = KeptSkill(
            skill=skill.id,
            level=counted.level if counted.stated else None,
            since=day,
            origin=Origin.RESUME,
            evidence=clean(f"{PurePath(name).name}, line {best.line}: {best.quote}"),
        )
        if before is None or before.origin is Origin.RESUME:
            fresh.append(read)
        elif before.level is None or before.evidence is None:
            filled = {"level": before.level or read.level, "evidence": before.evidence or read.evidence}
            fresh.append(before.model_copy(update=filled))
    return profile.with_skills(
        each for each in fresh if (before := profile.held(each.skill)) is None or _differ(before, each)
    )


def with_role(profile: Profile, role: str | None, since: str | None = None) -> Profile:
    """The profile with a role, unless it has another, and the day since when, unless it has one."""
    if role is None or profile.near_job or profile.role not in {None, role}:
        return profile
    return profile.model_copy(update={"role": role, "role_since": profile.role_since or since})


def add_answers(
    profile: Profile, said: Iterable[HeldSkill], declined: Iterable[str], day: str, quotes: Mapping[str, str]
) -> Profile:
    """The profile with what a person answered about their skills, of themselves or of what their resume may show.

    Args:
        profile: the profile as it is.
        said: the skills they say to count.
        declined: the ids of those not to count, which aren't asked about again.
        day: today, like 2026-11-24.
        quotes: by id the words of the resume, as proof of those that count.
    """
    for skill in said:
        profile = add_skills(profile, [skill], day, evidence=quotes.get(skill.skill))
    gone = {*profile.not_counted, *declined} - {skill.skill for skill in profile.skills}
    return profile.model_copy(update={"not_counted": tuple(sorted(gone))})


def add_score(profile: Profile, score: Score) -> Profile:
    """The profile with one more score of practice; of very many the oldest falls off."""
    return profile.model_copy(update={"practice": (*profile.practice, score)[-MOST_SCORES:]})


def held_skills(catalog: Catalog, profile: Profile) -> tuple[HeldSkill, ...]:
    """The skills of a profile that the guide knows."""
    return tuple(
        HeldSkill(kept.skill, kept.level, catalog.skills[kept.skill].name, evidence=kept.evidence)
        for kept in profile.skills
        if kept.skill in catalog.skills
    )


def job_skills(catalog: Catalog, profile: Profile, today: date) -> tuple[HeldSkill, ...]:
    """What the role or near job of a profile shows beside the skills kept, had for half a year, or since who knows when.

    What the person says they don't have is left out.
    """
    role, job = catalog.roles.get(profile.role or ""), catalog.near_jobs.get(profile.near_job or "")
    years = profile.years_in_role(profile.role or profile.near_job, today)
    if years is not None and years * 12 < MONTHS_HELD:
        return ()
    if role:
        shown = catalog.once(JobCredits).of_role(role.id)
    elif job:
        shown = {each.skill: SkillLevel(each.level) for each in job.skills}
    else:
        return ()
    title = role.title if role else job.title if job else ""
    told = {*profile.not_counted, *(kept.skill for kept in profile.skills)}
    return tuple(
        HeldSkill(skill, level, title, evidence=f"your job as {title}", credited=True)
        for skill, level in shown.items()
        if skill not in told
    )


def _differ(one: KeptSkill, other: KeptSkill) -> bool:
    return one.model_copy(update={"since": other.since}) != other


def find_held(catalog: Catalog, profile: Profile, name: str) -> KeptName:
    """The skill of a profile meant by a name; one the guide no longer knows goes by its id.

    Raises:
        UnknownNameError, AmbiguousNameError: as a lookup raises them.
    """
    kept = {each.skill: each.skill for each in profile.skills}
    return find_kept(
        catalog.skills, kept, name, what="skill of your profile", list_command="cscareer profile"
    )
