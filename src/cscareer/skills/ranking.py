"""Which of the roles that fit a person comes first: their own, then by fit and by nearness to the jobs they have held.

All weights here are our own judgement.
"""

from collections.abc import Mapping
from typing import NamedTuple

from cscareer.catalog.models import Level, Role, SkillLevel, Track
from cscareer.skills.counting import Counted
from cscareer.skills.crediting import LEADING
from cscareer.skills.evidence import How
from cscareer.skills.fit import Fit
from cscareer.skills.held import Person
from cscareer.skills.ladder import BY_MOVES, Ladder
from cscareer.titles.held_jobs import WorkHistory
from cscareer.titles.spans import years_in

_NEXT = 1.2  # nearness of the senior role that is next
_NEARNESS = 0.8  # what the nearest role has over the furthest, in shares met
_ALIKE = 0.1  # what a role of a person's own track has over others, in shares met
_TELLING = 0.2  # what having told of all that few roles want has over none of it, in shares met
_SERVING = frozenset({Track.SERVICE, Track.ACCOUNTS})
_UP, _DOWN = 0.04, 0.1  # what each level above a person's own, and each below it, takes off, in shares met
_OLD, _OLD_COUNTS = 60, 0.5  # months since a job ended after which it says half as much
_ENDED = 0.8  # what a job says that has ended, of what the last one does
_SPECIALIST = (
    2.0  # years of service after which a person without a role of ours stands as high as a specialist
)
_SENIOR = 3.0  # years in our roles of service or accounts after which the senior role of any service is next
_TOO_HIGH = 2  # levels up from a person's own, without any evidence of leading


class RolePlace(NamedTuple):
    """Where a role stands for a person: whether it is theirs, whether it is too far up, and the score it is ranked by."""

    own: bool
    too_high: bool
    score: float


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
            self._near = {role: BY_MOVES[steps] for role, steps in moves.items() if steps < len(BY_MOVES)}
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
