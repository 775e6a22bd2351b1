"""How far a person's skills go for a role: the formula behind a gap and a match.

Share met = Σ weight × min(have ÷ wanted, 1) ÷ Σ weight, where a required skill weighs 2 and a helpful one 1. Weights and
verdicts are our own judgement.
"""

from collections.abc import Collection, Sequence
from enum import StrEnum
from functools import cache
from struct import Struct
from typing import NamedTuple

from cscareer.catalog.models import Model, Need, Role, SkillLevel, WantedSkill
from cscareer.catalog.skill_models import Skill
from cscareer.skills.counting import Levels
from cscareer.skills.held import Person

WEIGHTS = {Need.REQUIRED: 2, Need.HELPFUL: 1}
_CLOSE, _HALFWAY = 0.75, 0.4  # of the required skills

_PARTS = 12  # of a skill's share, so that each level is a whole number of parts of each level wanted
_COUNTS = 4  # numbers that are counted of a role
_EXPERIENCED = 2.0  # years in service after which no step for beginners is right


class SkillState(StrEnum):
    """How a person stands with a wanted skill.

    Missing is what a complete list of their skills leaves out; not shown, what a resume or profile says nothing of.
    """

    HAVE = "have"
    BELOW = "below"
    NOT_SHOWN = "not-shown"
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
        return self in _WITHIN_REACH


_WITHIN_REACH = frozenset({Verdict.READY, Verdict.CLOSE})


class Met(Model):
    """How many skills are held at the level wanted, of how many."""

    met: int
    total: int


class Standing(NamedTuple):
    """How a person stands with a wanted skill; `met` is the share of it that counts, 0 to 1, `absent` what 0 means."""

    wanted: WantedSkill
    level: SkillLevel | None
    met: float
    absent: SkillState = SkillState.MISSING

    @property
    def state(self) -> SkillState:
        """The same in a word."""
        return SkillState.HAVE if self.met == 1 else SkillState.BELOW if self.met else self.absent

    @property
    def to_be_taught(self) -> bool:
        """Whether it is open, and employers teach it in the first weeks."""
        return self.wanted.taught and self.met < 1


class Fit(NamedTuple):
    """How a person stands with a role.

    `share_met` counts every skill wanted; `prepared` leaves those out that are open and that employers teach, of which
    `taught` are required.
    """

    wants: "Wants"
    person: "Stand"
    share_met: float
    required_met: int
    required_total: int
    prepared: float
    taught: int

    @property
    def standings(self) -> tuple[Standing, ...]:
        """How they stand with each skill wanted, required ones first; worked out each time it is asked for."""
        levels, absent, lacks = self.person
        found: list[Standing] = []
        for wanted in self.wants.skills:
            level = levels.get(wanted.skill)
            met = 0.0 if level is None else min(level / wanted.level, 1.0)
            state = SkillState.MISSING if wanted.skill in lacks else absent
            found.append(Standing(wanted, level, met, state))
        return tuple(found)

    @property
    def required(self) -> Met:
        """The required skills held at their level."""
        return _met(self.required_met, self.required_total)

    @property
    def helpful(self) -> Met:
        """The helpful skills held at their level."""
        levels, helpful = self.person.levels, self.wants.skills[self.required_total :]
        held = sum([levels.get(wanted.skill, 0) >= wanted.level for wanted in helpful])
        return _met(held, len(helpful))

    @property
    def verdict(self) -> Verdict:
        """The same in a word; what employers teach stands in nobody's way, as if it were held."""
        return verdict_of(self.required_met + self.taught, self.required_total)

    @property
    def verdict_with_one_more(self) -> Verdict:
        """The verdict once one more required skill is held."""
        there = self.required_met + self.taught
        return verdict_of(min(there + 1, self.required_total), self.required_total)


@cache  # a few hundred pairs of numbers
def _met(met: int, total: int) -> Met:
    return Met(met=met, total=total)


class Stand(NamedTuple):
    """What a person brings: their levels, the state of skills they don't have, and those that they say they lack.

    What they lack is missing whatever that state is.
    """

    levels: Levels
    absent: SkillState = SkillState.MISSING
    lacks: Collection[str] = frozenset()


class Wants:
    """What a role wants, required skills first."""

    def __init__(self, role: Role) -> None:
        self.skills = sorted(role.skills, key=lambda wanted: wanted.need is Need.HELPFUL)
        required = [wanted for wanted in self.skills if wanted.need is Need.REQUIRED]
        self.required = len(required)
        self.taught = sum(wanted.taught for wanted in required)
        self.parts = _PARTS * sum(WEIGHTS[wanted.need] for wanted in self.skills)
        self.parts_taught = _PARTS * sum(WEIGHTS[wanted.need] for wanted in self.skills if wanted.taught)

    def fit(
        self,
        levels: Levels,
        absent: SkillState = SkillState.MISSING,
        lacks: Collection[str] = frozenset(),
    ) -> Fit:
        """How a person with these skills stands with the role."""
        return AllWants([self]).fits(Stand(levels, absent, lacks))[0]


@cache  # a few dozen kinds of skills wanted
def _adds(need: Need, wanted: int, level: int, *, taught: bool) -> int:
    """What a skill at a level adds to what a role counts: its numbers of 16 bits, side by side."""
    parts = WEIGHTS[need] * _PARTS * min(level, wanted) // wanted
    met = level >= wanted and need is Need.REQUIRED
    return parts + (parts * taught << 16) + (met << 32) + ((met and taught) << 48)


class AllWants:
    """What many roles want, summed up for a person in one go.

    What is counted of a role (parts met, those of skills that employers teach, required skills met, those of them that are
    taught) are four numbers of 16 bits, and those of all roles stand side by side in one large number. A skill at a level adds
    one such number, so that a person takes one addition for each skill.
    """

    def __init__(self, roles: Sequence[Wants]) -> None:
        self._roles = roles
        self._numbers = Struct(f"<{_COUNTS * len(roles)}H")
        self._adds: dict[str, list[int]] = {}
        levels = tuple(SkillLevel)
        for at, role in enumerate(roles):
            for wanted in role.skills:
                sums = self._adds.setdefault(wanted.skill, [0] * (len(levels) + 1))
                for level in levels:
                    numbers = _adds(wanted.need, wanted.level, level, taught=wanted.taught)
                    sums[level] += numbers << (16 * _COUNTS * at)

    def fits(self, person: Stand) -> list[Fit]:
        """How a person stands with each of the roles, in their order."""
        adds = self._adds
        whole = sum([adds[skill][level] for skill, level in person.levels.items() if skill in adds])
        numbers = iter(self._numbers.unpack(whole.to_bytes(self._numbers.size, "little")))
        fits: list[Fit] = []
        for wants, parts, parts_taught, met, met_taught in zip(
            self._roles, numbers, numbers, numbers, numbers, strict=True
        ):
            untaught = wants.parts - wants.parts_taught + parts_taught
            fits.append(
                Fit(
                    wants,
                    person,
                    round(parts / wants.parts, 4),
                    met,
                    wants.required,
                    round(parts / untaught, 4) if untaught else 0.0,
                    wants.taught - met_taught,
                )
            )
        return fits


def absent_state(person: Person) -> SkillState:
    """What a skill is that nothing speaks of: missing where the person said all they have, else not shown."""
    return SkillState.MISSING if person.complete else SkillState.NOT_SHOWN


def verdict_of(met: int, total: int) -> Verdict:
    """The verdict on so many required skills held at their level, of so many."""
    if met == total:
        return Verdict.READY
    share = met / total
    return Verdict.CLOSE if share >= _CLOSE else Verdict.HALFWAY if share >= _HALFWAY else Verdict.STARTING


def next_step(skill: Skill, standing: Standing, years_of_service: float | None = None) -> str | None:
    """The one thing to do to get a level further; null once the skill is held as wanted.

    Somebody with two years in service or more gets no beginner's step where the role wants more.
    """
    if standing.state is SkillState.HAVE:
        return None
    onward = SkillLevel((standing.level or 0) + 1)
    if (years_of_service or 0) >= _EXPERIENCED:
        onward = max(onward, min(SkillLevel.WORKING, SkillLevel(standing.wanted.level)))
    return skill.build.at(onward)
