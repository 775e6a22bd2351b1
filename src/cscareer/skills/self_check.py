"""Which plain question about skills to ask next, and when enough is known."""

from collections.abc import Collection, Mapping, Sequence

from cscareer.catalog.loading import Catalog
from cscareer.catalog.models import Level, Need, Role, SkillLevel
from cscareer.skills.held import HeldSkill, Person
from cscareer.skills.matching import Matcher

FEWEST, MOST = 8, 12  # questions; about two minutes
_FIRST_ROLES = 3
_LIKELY_ROLES = 10
_STEADY = 3  # answers after which the first roles stayed as they were
_BEGINNERS = {Level.ENTRY, Level.SPECIALIST}


class SelfCheckPlan:
    """Chooses questions by what they decide: the skills that the roles nearest to a person want most.

    Args:
        catalog: the data.
        matcher: ranks roles.
        role: the one role in question, where there is one.
    """

    def __init__(self, catalog: Catalog, matcher: Matcher, role: Role | None = None) -> None:
        self._catalog = catalog
        self._matcher = matcher
        self._role = role
        self._answers: dict[str, SkillLevel | None] = {}
        self._asked: list[str] = []
        self._firsts: list[tuple[str, ...]] = []

    @property
    def held(self) -> tuple[HeldSkill, ...]:
        """The skills that the answers so far say a person has."""
        return tuple(
            HeldSkill(skill, level, self._catalog.skills[skill].name)
            for skill, level in self._answers.items()
            if level is not None
        )

    @property
    def lacks(self) -> frozenset[str]:
        """The skills that the answers so far say a person doesn't have."""
        return frozenset(skill for skill, level in self._answers.items() if level is None)

    @property
    def number(self) -> int:
        """The number of the next question."""
        return len(self._asked) + 1

    @property
    def most(self) -> int:
        """How many questions there will be at most."""
        if self._role is None:
            return MOST
        return min(MOST, sum(each.skill in self._catalog.self_checks for each in self._role.skills))

    def take(self, skill: str, answer: int | None) -> None:
        """Takes an answer: 0 not at all, 1 to 4 a level, None where a person couldn't say."""
        self._asked.append(skill)
        if answer is not None:
            self._answers[skill] = SkillLevel(answer) if answer else None
        if self._role is None:
            self._firsts.append(self._ranked()[:_FIRST_ROLES])

    def next(self) -> str | None:
        """The skill to ask about next; None where enough is known, as the first three roles have stayed as they are."""
        asked = len(self._asked)
        if asked >= MOST or (self._role is None and asked >= FEWEST and self._is_steady()):
            return None
        weights = self._weights()
        return max(weights, key=lambda skill: weights[skill], default=None)

    def _is_steady(self) -> bool:
        return len(set(self._firsts[-_STEADY:])) == 1

    def _ranked(self) -> tuple[str, ...]:
        report = self._matcher.report(Person(self.held), top=_LIKELY_ROLES)
        return tuple(role.id for role in report.roles)

    def _weights(self) -> Mapping[str, int]:
        """How much each skill not asked about yet decides."""
        known: Collection[str] = self._asked
        weights: dict[str, int] = {}
        for role in self._in_question():
            for wanted in role.skills:
                if wanted.skill not in known and wanted.skill in self._catalog.self_checks:
                    weight = 2 if wanted.need is Need.REQUIRED else 1
                    weights[wanted.skill] = weights.get(wanted.skill, 0) + weight
        return weights

    def _in_question(self) -> Sequence[Role]:
        """The roles whose skills are worth asking about: the likeliest, those for beginners while nothing is known."""
        if self._role:
            return [self._role]
        if self.held:
            return [self._catalog.roles[role] for role in self._ranked()]
        return [role for role in self._catalog.roles.values() if role.level in _BEGINNERS]
