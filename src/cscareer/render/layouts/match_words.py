"""In which order roles that fit a person stand, and how what is open of one is said."""

from cscareer.catalog.models import Need, SkillLevel
from cscareer.skills.fit import Verdict
from cscareer.skills.fitting import RoleMatch
from cscareer.skills.matching import MatchReport
from cscareer.skills.opening import NextSkill

GROUPS = (
    ("Ready to apply", {Verdict.READY}),
    ("Within reach", {Verdict.CLOSE}),
    ("Further off", {Verdict.HALFWAY, Verdict.STARTING}),
)
_NAMED = 2  # skills named in a row, before the rest is counted


def by_reach(answer: MatchReport) -> list[RoleMatch]:
    """Their own role, then those ready to apply for, within reach and further off, each in the order of the answer."""
    places = {verdict: place for place, (_, verdicts) in enumerate(GROUPS) for verdict in verdicts}
    return sorted(answer.roles, key=lambda role: (not role.yours, places[listed_under(role)]))


def how_near(role: RoleMatch, answer: MatchReport) -> str:
    """How near a role is, in two words."""
    if role.yours:
        return "yours now" if is_current(answer) else "yours before"
    return next(name for name, verdicts in GROUPS if listed_under(role) in verdicts).lower()


def is_current(answer: MatchReport) -> bool:
    """Whether their own role is the one they have now."""
    return answer.your_role is not None and answer.your_role.current


def listed_under(role: RoleMatch) -> Verdict:
    """The verdict a role is listed under: one that is too high for now is further off, whatever is there of it."""
    return Verdict.HALFWAY if role.too_high and role.verdict.within_reach else role.verdict


def missing_said(role: RoleMatch) -> str | None:
    """The first skills that are open: of the required ones, or of the helpful ones once nothing required is open.

    What employers teach isn't named.
    """
    still_open = [skill for skill in role.missing if not skill.taught]
    required = [skill.name for skill in still_open if skill.need is Need.REQUIRED]
    names = required or [skill.name for skill in still_open]
    if not names:
        return None
    more = f", {len(names) - _NAMED} more" if len(names) > _NAMED else ""
    return f"{', '.join(names[:_NAMED])}{more}" + ("" if required else " (helpful)")


def step(skill: NextSkill) -> str:
    """The level to reach, and the one to come from where the skill is there."""
    to = SkillLevel(skill.level).word
    return to if skill.held_level is None else f"from {SkillLevel(skill.held_level).word} to {to}"
