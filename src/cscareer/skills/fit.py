"""How far a person's skills go for a role: the formula behind a gap and a match.

Share met = Σ weight × min(have ÷ wanted, 1) ÷ Σ weight, where a required skill weighs 2 and a helpful one 1. Weights and
verdicts are our own judgement.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from typing import NamedTuple

from cscareer.catalog.models import Model, Need, Role, Skill, SkillLevel, WantedSkill
from cscareer.skills.finding import FoundSkill
from cscareer.skills.held import HeldSkill

WEIGHTS = {Need.REQUIRED: 2, Need.HELPFUL: 1}
_CLOSE, _HALFWAY = 0.75, 0.4  # of the required skills

Levels = Mapping[str, SkillLevel | None]  # of the skills a person has, by id; null where no level is stated


class SkillState(StrEnum):
    """How a person stands with a wanted skill."""

    HAVE = "have"
    BELOW = "below"
    MISSING = "missing"


class Verdict(StrEnum):
    """The answer in a word: ready when nothing required is open, else by the share of required skills met."""

    READY = "ready"
    CLOSE = "close"
    HALFWAY = "halfway"
    STARTING = "starting"

    @property
    def within_reach(self) -> bool:
        """Whether a person may well go for the role: at least three quarters of what it requires is there."""
        return self in {Verdict.READY, Verdict.CLOSE}


class Met(Model):
    """How many skills are held at the level wanted, of how many."""

    met: int
    total: int


class Standing(NamedTuple):
    """How a person stands with a wanted skill; `met` is the share of it that counts, 0 to 1."""

    wanted: WantedSkill
    level: SkillLevel | None
    met: float

    @property
    def state(self) -> SkillState:
        """The same in a word."""
        return SkillState.HAVE if self.met == 1 else SkillState.BELOW if self.met else SkillState.MISSING


class Fit(NamedTuple):
    """How a person stands with a role, required skills first."""

    standings: tuple[Standing, ...]
    share_met: float
    required_met: int
    required_total: int

    @property
    def required(self) -> Met:
        """The required skills held at their level."""
        return Met(met=self.required_met, total=self.required_total)

    @property
    def helpful(self) -> Met:
        """The helpful skills held at their level."""
        helpful = self.standings[self.required_total :]
        return Met(met=sum(standing.met == 1 for standing in helpful), total=len(helpful))

    @property
    def verdict(self) -> Verdict:
        """The same in a word."""
        return verdict_of(self.required_met, self.required_total)

    @property
    def verdict_with_one_more(self) -> Verdict:
        """The verdict once one more required skill is held."""
        return verdict_of(min(self.required_met + 1, self.required_total), self.required_total)


class Wants:
    """What a role wants, made ready to hold many people against it."""

    def __init__(self, role: Role) -> None:
        skills = sorted(role.skills, key=lambda wanted: wanted.need is Need.HELPFUL)
        self._wanted = [
            (wanted.skill, WEIGHTS[wanted.need], Standing(wanted, None, 0.0)) for wanted in skills
        ]
        self._weight = sum(weight for _, weight, _ in self._wanted)
        self._required = sum(wanted.need is Need.REQUIRED for wanted in skills)

    def fit(self, levels: Levels) -> Fit:
        """How a person with these skills stands with the role."""
        standings: list[Standing] = []
        share = 0.0
        for skill, weight, standing in self._wanted:
            if skill in levels:
                level, wanted = levels[skill], standing.wanted
                standing = Standing(wanted, level, 1.0 if level is None else min(level / wanted.level, 1.0))  # noqa: PLW2901
                share += weight * standing.met
            standings.append(standing)
        met = sum(standing.met == 1 for standing in standings[: self._required])
        return Fit(tuple(standings), round(share / self._weight, 4), met, self._required)


def counting(found: Iterable[FoundSkill], *, accept_near: bool) -> Iterator[FoundSkill]:
    """The skills found that count: misspelt ones only if accepted."""
    return (skill for skill in found if accept_near or not skill.near)


def levels_of(held: Sequence[HeldSkill], found: Sequence[FoundSkill], *, accept_near: bool) -> Levels:
    """The skills that count: those found, misspelt ones only if accepted, and before them what the person says.

    Where the person states no level, the one found counts.
    """
    sure = {skill.id: skill.level for skill in counting(found, accept_near=accept_near)}
    return sure | {skill.skill: skill.level or sure.get(skill.skill) for skill in held}


def verdict_of(met: int, total: int) -> Verdict:
    """The verdict on so many required skills held at their level, of so many."""
    if met == total:
        return Verdict.READY
    share = met / total
    return Verdict.CLOSE if share >= _CLOSE else Verdict.HALFWAY if share >= _HALFWAY else Verdict.STARTING


def next_step(skill: Skill, standing: Standing) -> str | None:
    """The one thing to do to get a level further; null once the skill is held as wanted."""
    if standing.state is SkillState.HAVE:
        return None
    return skill.build.at(SkillLevel((standing.level or 0) + 1))
