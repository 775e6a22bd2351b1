"""Which of the roles that fit a person comes first: their own, then by fit and by nearness to the jobs they have held.

All weights here are our own judgement.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import lru_cache
from math import log
from typing import NamedTuple, Self

from cscareer.catalog.loading import Catalog
from cscareer.catalog.models import Level, Role, SkillLevel, Track, WantedSkill
from cscareer.skills.counting import Counted
from cscareer.skills.crediting import LEADING
from cscareer.skills.evidence import How
from cscareer.skills.fit import WEIGHTS, Fit
from cscareer.skills.held import Person
from cscareer.titles.held_jobs import HeldJob, WorkHistory
from cscareer.titles.spans import years_in

_FROM_OUTSIDE = 2  # moves that one counts for where one enters from outside: beyond lie years of service
_BY_MOVES = (1.0, 0.7, 0.4, 0.2)  # nearness after so many moves; 0 after more
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
_NEXT = 1.2  # nearness of the senior role that is next
_NEARNESS = 0.8  # what the nearest role has over the furthest, in shares met
_COMMON = 0.05  # what a first role found in all industries has over one found in none, in shares met
_ALIKE = 0.1  # what a role of a person's own track has over others, in shares met
_TELLING = 0.2  # what having told of all that few roles want has over none of it, in shares met
_SERVING = frozenset({Track.SERVICE, Track.ACCOUNTS})
_FIRST_LEVELS = frozenset({Level.ENTRY, Level.SPECIALIST})
_UP, _DOWN = 0.04, 0.1  # what each level above a person's own, and each below it, takes off, in shares met
_OLD, _OLD_COUNTS = 60, 0.5  # months since a job ended after which it says half as much
_ENDED = 0.8  # what a job says that has ended, of what the last one does
_SPECIALIST = (
    2.0  # years of service after which a person without a role of ours stands as high as a specialist
)
_SENIOR = 3.0  # years in our roles of service or accounts after which the senior role of any service is next
_MOST_REMEMBERED = 512  # kinds of jobs
_TOO_HIGH = 2  # levels up from a person's own, without any evidence of leading


class RolePlace(NamedTuple):
    """Where a role stands for a person: whether it is theirs, whether it is too far up, and the score it is ranked by."""

    own: bool
    too_high: bool
    score: float


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
            near[role] = _BY_MOVES[0] - _LESS_LIKELY * later
        if toward:
            near = {role: _ELSEWHERE * nearness for role, nearness in near.items()}
            for later, role in enumerate(toward):
                near[role] = max(near.get(role, 0.0), _BY_MOVES[0] - _LATER * later)
        if job.days:
            if not job.role:
                self._come_near(near, [(job.days, 0)], _FROM_OUTSIDE)
                near = {role: _BESIDE_DAYS * nearness for role, nearness in near.items()}
            near[job.days] = _BY_MOVES[0]
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
        return {role: _BY_MOVES[0] - _LATER * later for later, role in enumerate(self._first_leading)}

    def _come_near(self, near: dict[str, float], starts: Iterable[tuple[str, int]], a_move: int) -> None:
        """Notes how near each role is to the nearest of some, each so many moves away already."""
        for start, already in starts:
            for role, steps in self.steps(start).items():
                moves = already + a_move * steps
                if moves < len(_BY_MOVES):
                    near[role] = max(near.get(role, 0.0), _BY_MOVES[moves])

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


class Standpoint:
    """A person's jobs as what roles are looked at from."""

    def __init__(
        self, ladder: Ladder, roles: Mapping[str, Role], person: Person, counted: Mapping[str, Counted]
    ) -> None:
        history = person.history or WorkHistory()
        self._ladder = ladder
        self.job = history.own
        self.role = self.job.role if self.job else person.role
        self.years = history.years_in(self.role) if self.role else None
        self._rank = _rank(history, roles, self.role)
        if self._rank is None and person.found:  # a resume without dates
            self._rank = Level.SPECIALIST.rank
        self._told = {skill: int(each.level) for skill, each in counted.items() if each.how is not How.HELD}
        leading = counted.get(LEADING)
        told = leading is not None and leading.how is not How.HELD
        self._leads = history.leads or told
        # A deed of an advanced leader, a team of ten or so, says as much as a title that leads.
        self._has_led = history.leads or (
            bool(person.found) and told and leading is not None and leading.level >= SkillLevel.ADVANCED
        )
        self._near: dict[str, float] = {}
        last = max((job.until for job in history.jobs), default=0.0)
        for job in history.jobs:
            counts = (
                1.0 if job.until == last else _ENDED if last - job.until <= _OLD else _ENDED * _OLD_COUNTS
            )
            for role, nearness in ladder.from_job(job).items():
                counted_near = counts * nearness
                if counted_near > self._near.setdefault(role, 0.0):
                    self._near[role] = counted_near
        if not history.jobs and self.role:
            moves = ladder.steps(self.role)
            self._near = {role: _BY_MOVES[steps] for role, steps in moves.items() if steps < len(_BY_MOVES)}
        known = person.found or history.jobs or self.role
        if (known or not person.held) and not self._near:
            self._near = {role: _OLD_COUNTS * nearness for role, nearness in ladder.from_elsewhere().items()}
        if self._has_led and not history.leads and not self.role:
            self._near |= ladder.from_leading()
        self._next = frozenset(ladder.senior if self._is_ready(history, roles) else ())
        self._near |= dict.fromkeys(self._next, _NEXT)
        self._track = roles[self.role].track if self.role else None

    def _is_ready(self, history: WorkHistory, roles: Mapping[str, Role]) -> bool:
        """Whether the senior role of any service is next: after years in our roles that serve, without having led."""
        if self.role and roles[self.role].track not in _SERVING:
            return False
        served = years_in(
            (job.since, job.until)
            for job in history.jobs
            for role in ([job.role] if job.role else job.candidates[:1])
            if roles[role].track in _SERVING and self._ladder.may_rise(roles[role])
        )
        return not self._has_led and (served or 0) >= _SENIOR

    def place(self, role: Role, fit: Fit) -> RolePlace:
        """Where a role stands from here."""
        up = 0 if role.id in self._next else self._levels_up(role)
        away = _UP * up if up > 0 else _DOWN * -up
        nearness = _NEARNESS * self._near.get(role.id, 0.0)
        if self._near:
            nearness += self._ladder.common[role.id]
        if role.track is self._track:
            nearness += _ALIKE
        telling = _TELLING * self._ladder.told_of(role.id, self._told) if self._near else 0.0
        score = fit.prepared + nearness + telling - away
        own = role.id == self.role
        return RolePlace(own, not own and up >= _TOO_HIGH and not self._leads, round(score, 4))

    def _levels_up(self, role: Role) -> int:
        """How many levels a role is above a person's own, or, where it is negative, below it."""
        if self._rank is None:
            return 0
        up = role.level.rank - self._rank
        if not self._has_led:
            return up
        # Who has led elsewhere stands a level below those who lead here, and would step down to the roles below that.
        from_leading = role.level.rank - max(self._rank, Level.SENIOR.rank)
        return from_leading if from_leading < 0 or role.track is Track.LEADERSHIP else max(up, 0)


def _rank(history: WorkHistory, roles: Mapping[str, Role], own: str | None) -> int | None:
    """The level a person stands on: that of the highest role held, or what jobs near ours stand for; None if unknown."""
    ranks = [roles[job.role].level.rank for job in history.jobs if job.role]
    if ranks:  # a "Manager" of one kind or another, once a team lead
        ranks += [
            min(roles[each].level.rank for each in job.candidates) for job in history.jobs if job.candidates
        ]
    if own and not history.jobs:
        ranks.append(roles[own].level.rank)
    years = history.years_of_service
    if not ranks and years is not None:
        ranks.append((Level.SPECIALIST if years >= _SPECIALIST else Level.ENTRY).rank)
        ranks += [
            min(roles[each].level.rank for each in job.candidates) for job in history.jobs if job.candidates
        ]
    return max(ranks, default=None)
