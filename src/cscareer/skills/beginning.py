"""What to begin with on the way to a role: the one rule by which every answer names a first skill.

The rule is our own judgement; `docs/computing.md` tells it.
"""

from collections.abc import Mapping

from cscareer.catalog.models import Need, Role, WantedSkill
from cscareer.skills.fit import WEIGHTS


def begin_with(
    goal: Role, levels: Mapping[str, int], own: Role | None = None, onward: Role | None = None
) -> tuple[str, ...]:
    """The ids of the skills that are open for a role, the one to begin with first.

    What employers teach comes last. Before it comes what the next role on the way requires, too; then what is required
    before what helps; then what raises the share met most; and then the role's own order. What a person's own role requires
    counts as there, and is left out.

    Args:
        goal: the role wanted.
        levels: the levels of the skills they have, by id.
        own: the role they are in.
        onward: the next role on their way, where that isn't the goal.
    """
    there = levels if own is None else with_own_role(levels, own)
    sooner = {each.skill for each in _open(onward, there) if each.need is Need.REQUIRED} if onward else set()

    def place(wanted: WantedSkill) -> tuple[bool, bool, bool, float]:
        gain = WEIGHTS[wanted.need] * (1 - there.get(wanted.skill, 0) / wanted.level)
        return wanted.taught, wanted.skill not in sooner, wanted.need is Need.HELPFUL, -round(gain, 6)

    return tuple(wanted.skill for wanted in sorted(_open(goal, there), key=place))


def with_own_role(levels: Mapping[str, int], own: Role) -> dict[str, int]:
    """The levels of a person, with what the role they are in requires."""
    required = {each.skill: each.level for each in own.skills if each.need is Need.REQUIRED}
    return dict(levels) | {skill: max(level, levels.get(skill, 0)) for skill, level in required.items()}


def _open(role: Role, levels: Mapping[str, int]) -> list[WantedSkill]:
    return [each for each in role.skills if levels.get(each.skill, 0) < each.level]
