"""What is to be learnt along a route: what each role wants above what the person has, or has learnt on the way."""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import TYPE_CHECKING

from cscareer.catalog.loading import Catalog
from cscareer.catalog.models import Model, Need, Role, SkillLevel
from cscareer.skills.beginning import begin_with
from cscareer.skills.counting import counted_as
from cscareer.skills.held import HeldSkill

if TYPE_CHECKING:  # finding skills in a text takes its time to be ready, and most routes need none of it
    from cscareer.skills.finding import FoundSkill


class Basis(StrEnum):
    """How a skill is known to be there: said, found in the resume, or required by the role the person is in, or by one they had."""

    SAID = "said"
    RESUME = "resume"
    ROLE = "role"


class StartingSkill(Model):
    """A skill the person begins with; a null level was not stated and counts as working."""

    id: str
    name: str
    level: int | None
    basis: Basis


class SkillToLearn(Model):
    """A skill to take from one level (null: none at all) to the one a role wants.

    `taught` says that employers teach it in the first weeks.
    """

    id: str
    name: str
    need: Need
    from_level: int | None
    to_level: int
    taught: bool

    @property
    def levels(self) -> int:
        """How many levels that is."""
        return self.to_level - (self.from_level or 0)


def starting_skills(
    catalog: Catalog, start: Role, held: Sequence[HeldSkill] = (), found: "Sequence[FoundSkill]" = ()
) -> tuple[StartingSkill, ...]:
    """What a person in a role begins with: what they say, what their resume speaks of, and what their role requires.

    What they say counts before the resume; the role only ever adds to both. Misspelt skills of a resume don't count.
    """
    known: dict[str, tuple[SkillLevel | None, Basis]] = {
        skill.id: (counted_as(skill).level, Basis.RESUME) for skill in found if not skill.near
    }
    known |= {skill.skill: (skill.level, Basis.SAID) for skill in held if not skill.credited}
    by_job = [(each.skill, each.level or SkillLevel.WORKING) for each in held if each.credited]
    by_job += [(each.skill, SkillLevel(each.level)) for each in start.skills if each.need is Need.REQUIRED]
    for skill, credit in by_job:
        level = (known[skill][0] or SkillLevel.WORKING) if skill in known else 0
        if level < credit:
            known[skill] = credit, Basis.ROLE
    return tuple(
        StartingSkill(id=skill, name=catalog.skills[skill].name, level=level, basis=basis)
        for skill, (level, basis) in known.items()
    )


def levels_of(skills: Sequence[StartingSkill]) -> dict[str, int]:
    """The levels to count with: one not stated counts as working."""
    return {skill.id: SkillLevel.WORKING if skill.level is None else skill.level for skill in skills}


def learn_along(
    catalog: Catalog, route: Sequence[Role], levels: Mapping[str, int], first: Sequence[str] = ()
) -> list[tuple[SkillToLearn, ...]]:
    """For each role of a route, the skills to learn for it; what one step teaches, the next has.

    Those of `first` come first, in their order, but required before helpful ones; all in the order of `begin_with`.
    """
    now = dict(levels)
    learnt = []
    sooner = {skill: at for at, skill in enumerate(first)}
    for role in route:
        by_rule = {skill: at for at, skill in enumerate(begin_with(role, now))}
        wanted = sorted(
            role.skills,
            key=lambda each: (
                each.taught,
                each.need is Need.HELPFUL,
                sooner.get(each.skill, len(sooner)),
                by_rule.get(each.skill, 0),
            ),
        )
        learnt.append(
            tuple(
                SkillToLearn(
                    id=each.skill,
                    name=catalog.skills[each.skill].name,
                    need=each.need,
                    from_level=now.get(each.skill),
                    to_level=each.level,
                    taught=each.taught,
                )
                for each in wanted
                if each.level > now.get(each.skill, 0)
            )
        )
        now |= {skill.id: skill.to_level for skill in learnt[-1]}
    return learnt
