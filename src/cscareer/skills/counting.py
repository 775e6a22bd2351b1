"""Which of a person's skills count, at which level, and the words that speak of them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from cscareer.catalog.models import SkillLevel
from cscareer.skills.evidence import Evidence, FoundSkill, How, Rule
from cscareer.skills.held import HeldSkill

Levels = Mapping[str, SkillLevel]  # of the skills a person has, by id
_UNLEVELLED = SkillLevel.WORKING  # what a skill counts as where nothing says its level
_WORDLESS = {Rule.NAMED, Rule.DEED, Rule.COUNT, Rule.JOB}  # rules by which no words state a level


class Counted(NamedTuple):
    """A skill that counts: its level, whether somebody stated it, and the strongest way in which anything speaks of it."""

    level: SkillLevel
    stated: bool
    how: How


def counting(found: Iterable[FoundSkill], *, accept_near: bool) -> Iterator[FoundSkill]:
    """The skills found that count: misspelt ones only if accepted."""
    return (skill for skill in found if accept_near or not skill.near)


def counted_skills(
    held: Sequence[HeldSkill], found: Iterable[FoundSkill], *, accept_near: bool
) -> dict[str, Counted]:
    """The skills that count: those found, misspelt ones only if accepted, and before them what the person says.

    Where the person states no level, the one found counts, and where nothing states one, working.
    """
    counted = {skill.id: counted_as(skill) for skill in counting(found, accept_near=accept_near)}
    for skill in held:
        known = counted.get(skill.skill)
        if skill.credited:
            counted[skill.skill] = _with_job(known, skill.level or _UNLEVELLED)
        elif skill.level:
            counted[skill.skill] = Counted(level=skill.level, stated=True, how=How.SAID)
        else:
            level = known.level if known else _UNLEVELLED
            if known and known.how is How.HELD:
                level = max(level, _UNLEVELLED)
            counted[skill.skill] = Counted(level, known is not None and known.stated, How.SAID)
    return counted


def _with_job(known: Counted | None, level: SkillLevel) -> Counted:
    """What a skill counts as that a job speaks for, too: words that state its level count before the job."""
    if known is None:
        return Counted(level, stated=True, how=How.HELD)
    return (
        known if known.stated and known.how is not How.HELD else known._replace(level=max(known.level, level))
    )


def counted_as(skill: FoundSkill) -> Counted:
    """What a skill found counts as: the highest level that evidence gives; words that state one count before a job held."""
    stated = unlevelled = False
    told: list[SkillLevel] = []
    held: list[SkillLevel] = []
    for each in skill.evidence:
        level, is_held = each.level, each.how is How.HELD
        if level:
            (held if is_held else told).append(level)
            stated = stated or not (is_held or each.rule in _WORDLESS)
        elif not is_held:
            unlevelled = True
    if stated:
        return Counted(level=max(told), stated=True, how=skill.how)
    given = told + held
    highest = max(given, default=_UNLEVELLED)
    if unlevelled and highest < _UNLEVELLED:
        highest = _UNLEVELLED
    return Counted(highest, highest in given, skill.how)


def levels_of(counted: Mapping[str, Counted]) -> Levels:
    """The levels of the skills that count."""
    return {skill: each.level for skill, each in counted.items()}


def quotes_of(
    found: Iterable[FoundSkill], most: int | None, *, accept_near: bool
) -> dict[str, tuple[Evidence, ...]]:
    """The words that speak best of each skill that counts, so many at most."""
    if most == 0:
        return {}
    return {skill.id: skill.best_evidence(most) for skill in counting(found, accept_near=accept_near)}


def nearly_found(found: Iterable[FoundSkill], *, accept_near: bool) -> tuple[FoundSkill, ...]:
    """The skills that don't count because their names are misspelt."""
    return tuple(skill for skill in found if skill.near and not accept_near)
