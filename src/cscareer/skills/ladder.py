"""How many moves lie between the roles of the guide, and how near a job leads to each.

All weights here are our own judgement.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import lru_cache
from math import log
from typing import NamedTuple, Self

from cscareer.catalog.loading import Catalog
from cscareer.catalog.models import Level, Role, SkillLevel, Track, WantedSkill
from cscareer.skills.fit import WEIGHTS
from cscareer.titles.held_jobs import HeldJob

_FROM_OUTSIDE = 2  # moves that one counts for where one enters from outside: beyond lie years of service
BY_MOVES = (1.0, 0.7, 0.4, 0.2)  # nearness after so many moves; 0 after more
_ELSEWHERE = (
    0.7  # nearness of a first role that a near job leads to like any other, where it leads to some first
)
_TO_SERVE_AGAIN = 0.85  # nearness of roles that serve, for who leads people elsewhere
_LEADS_AT_OURS = (
    0.75  # nearness of the roles that lead, for who leads at a work that is a role of ours by its words
)
_BESIDE_DAYS = 0.85  # nearness of other roles, where the words of a resume say what the days are about
_LATER = 0.15  # what each of those is less near than the one before it
_LESS_LIKELY = 0.1  # what a role that a job may have been is less near than a likelier one
_COMMON = 0.05  # what a first role found in all industries has over one found in none, in shares met
_FIRST_LEVELS = frozenset({Level.ENTRY, Level.SPECIALIST})
_MOST_REMEMBERED = 512  # kinds of jobs


class _Kind(NamedTuple):
    """What of a job says where it leads, the same for many people."""

    role: str | None
    candidates: tuple[str, ...]
    near_job: str | None
    serves: bool
    leads: bool
    days: str | None


class _Telling(NamedTuple):
    """What a role wants, and how much each level of each of its skills says, which is more where few roles want it."""

    whole: float
    skills: list[tuple[str, tuple[float, ...]]]

    @classmethod
    def of(cls, wanted: Iterable[tuple[WantedSkill, float]]) -> Self:
        """The same of skills, each with its weight."""
        weights = list(wanted)
        shares = [
            (each.skill, tuple([min(level / each.level, 1) * weight for level in (0, *SkillLevel)]))
            for each, weight in weights
        ]
        return cls(sum(weight for _, weight in weights), shares)


class Ladder:
    """How many moves lie between the roles of the guide, up, down or sideways."""

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog
        self.industries = len(catalog.industries)
        self._steps: dict[str, dict[str, int]] = {}
        self._beside: dict[str, set[str]] = {role: set() for role in catalog.roles}
        for role in catalog.roles.values():
            for step in role.next_roles:
                self._beside[role.id].add(step.role)
                self._beside[step.role].add(role.id)
        # What a first role that is found in many industries has over others.
        self.common = {
            role.id: _COMMON * len(role.industries) / self.industries if role.level in _FIRST_LEVELS else 0.0
            for role in catalog.roles.values()
        }
        self._first = [
            role.id
            for role in catalog.roles.values()
            if role.track is Track.SERVICE and role.level in {Level.ENTRY, Level.SPECIALIST}
        ]
        wanting = Counter(each.skill for role in catalog.roles.values() for each in role.skills)
        self._telling = {
            role.id: _Telling.of(
                (each, WEIGHTS[each.need] * log(len(catalog.roles) / wanting[each.skill]))
                for each in role.skills
            )
            for role in catalog.roles.values()
        }
        self._from_job = lru_cache(maxsize=_MOST_REMEMBERED)(self._nearness)
        self.senior = [
            role.id
            for role in catalog.roles.values()
            if role.track is Track.SERVICE and role.level is Level.SENIOR and self._is_found_widely(role.id)
        ]
        self._first_leading = [
            role.id
            for role in catalog.roles.values()
            if role.track is Track.LEADERSHIP and role.level is Level.LEAD
        ]

    def told_of(self, role: str, told: Mapping[str, int]) -> float:
        """How much of what a role wants somebody told of, 0 to 1; what few roles want says more than what most do."""
        whole, skills = self._telling[role]
        level_of = told.get
        met = sum([shares[level_of(skill, 0)] for skill, shares in skills])
        return met / whole if whole else 0.0

    def steps(self, role: str) -> Mapping[str, int]:
        """The fewest moves from a role to every other one that it leads to, or that leads to it."""
        if role not in self._steps:
            reached, edge = {role: 0}, [role]
            while edge:
                near = dict.fromkeys(each for at in edge for each in sorted(self._beside[at]))
                edge = [each for each in near if each not in reached]
                reached |= dict.fromkeys(edge, max(reached.values()) + 1)
            self._steps[role] = reached
        return self._steps[role]

    def from_job(self, job: HeldJob) -> Mapping[str, float]:
        """How near a job leads to each role, 0 to 1."""
        return self._from_job(_Kind(job.role, job.candidates, job.near_job, job.serves, job.leads, job.days))

    def _nearness(self, job: "_Kind") -> Mapping[str, float]:
        near: dict[str, float] = {}
        a_move = 1
        starts: list[tuple[str, int]] = (
            [(job.role, 0)] if job.role else [(role, 0) for role in job.candidates]
        )
        toward = self._catalog.near_jobs[job.near_job].toward if job.near_job and not job.role else ()
        if not starts and (job.near_job or job.serves):
            starts = [(role, 0 if self._is_found_where(job, role) else 2) for role in self._first]
            a_move = _FROM_OUTSIDE
        self._come_near(near, starts, a_move)
        for later, role in enumerate(job.candidates):
            near[role] = BY_MOVES[0] - _LESS_LIKELY * later
        if toward:
            near = {role: _ELSEWHERE * nearness for role, nearness in near.items()}
            for later, role in enumerate(toward):
                near[role] = max(near.get(role, 0.0), BY_MOVES[0] - _LATER * later)
        if job.days:
            if not job.role:
                self._come_near(near, [(job.days, 0)], _FROM_OUTSIDE)
                near = {role: _BESIDE_DAYS * nearness for role, nearness in near.items()}
            near[job.days] = BY_MOVES[0]
        if job.leads and not job.role:
            known = _LEADS_AT_OURS if job.days else 1.0  # who leads at a work that is ours in all but name
            near = {
                role: (1.0 if role == job.days else _TO_SERVE_AGAIN) * nearness
                for role, nearness in near.items()
            }
            for role, nearness in self.from_leading().items():
                near[role] = max(near.get(role, 0.0), known * nearness)
        return near

    def from_elsewhere(self) -> Mapping[str, float]:
        """How near work without customers leads to each role: one enters by the first roles, wherever they are found."""
        near: dict[str, float] = {}
        self._come_near(
            near, [(role, 0 if self._is_found_widely(role) else 2) for role in self._first], _FROM_OUTSIDE
        )
        return near

    def from_leading(self) -> Mapping[str, float]:
        """How near it leads to have led elsewhere: to the first roles that lead, in the guide's order, and not on from there."""
        return {role: BY_MOVES[0] - _LATER * later for later, role in enumerate(self._first_leading)}

    def _come_near(self, near: dict[str, float], starts: Iterable[tuple[str, int]], a_move: int) -> None:
        """Notes how near each role is to the nearest of some, each so many moves away already."""
        for start, already in starts:
            for role, steps in self.steps(start).items():
                moves = already + a_move * steps
                if moves < len(BY_MOVES):
                    near[role] = max(near.get(role, 0.0), BY_MOVES[moves])

    def _is_found_where(self, job: "_Kind", role: str) -> bool:
        """Whether a role is found in an industry of a job; where the job's isn't known, in most of all industries."""
        near = self._catalog.near_jobs[job.near_job].industries if job.near_job else ()
        if not near:
            return self._is_found_widely(role)
        return not set(near).isdisjoint(self._catalog.roles[role].industries)

    def may_rise(self, role: Role) -> bool:
        """Whether years in a role lead to the senior roles of any service: not from a first role of few industries."""
        return role.level is not Level.ENTRY or self._is_found_widely(role.id)

    def _is_found_widely(self, role: str) -> bool:
        """Whether a role is found in most of all industries."""
        return 2 * len(self._catalog.roles[role].industries) > len(self._catalog.industries)
