"""The best routes through a network: best-first search that knows, at each role, what the rest costs at least.

Routes go through no role twice. The cost of a route is first what must be learnt (a set of skill levels, so what is
learnt for one role counts no second time), then the sum of its moves, then the order of its roles' numbers.
"""

import heapq
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from cscareer.routes.network import (
    LEVEL_BITS,
    Network,
    backward,
    between,
    certain_gains,
    fewest_steps,
    learnt,
    least_costs,
    moves_of,
)

MOST_PARTS = 20_000  # begun routes looked at before a search settles for less than the best
_SUMS = 256  # bits that hold the sum of a route's moves, below what must be learnt


class Found(NamedTuple):
    """A route, best first when sorted: its cost and its roles' numbers."""

    cost: int
    path: tuple[int, ...]


class _Bans(NamedTuple):
    """What a route must do without, so that it differs from those already found."""

    roles: frozenset[int] = frozenset()
    moves: frozenset[tuple[int, int]] = frozenset()


_NONE = _Bans()


class _Part(NamedTuple):
    """A begun route: what it will cost at least, its roles, the sum of its moves, the skill levels it gains."""

    bound: int
    path: tuple[int, ...]
    moves_cost: int
    gained: int


@dataclass
class _Kept:
    """For each role, the begun routes none of which is worse in every respect than another; or one, to be quick."""

    counts_steps: bool
    one_each: bool
    by_role: dict[int, list[_Part]] = field(default_factory=dict)

    def is_new(self, part: _Part) -> bool:
        """Whether no begun route kept gains as little, costs as little and is as short; if so, it is kept too."""
        others = self.by_role.setdefault(part.path[-1], [])
        for other in others:
            as_good = other.moves_cost <= part.moves_cost and not other.gained & ~part.gained
            as_short = not self.counts_steps or len(other.path) <= len(part.path)
            if (as_good or self.one_each) and as_short:
                return False
        others.append(part)
        return True


class Search:
    """Routes from one role through a network. `complete` turns false when a search had to stop early."""

    via: frozenset[int] = frozenset()

    def __init__(
        self,
        network: Network,
        start: int,
        *,
        avoid: frozenset[int] = frozenset(),
        most_steps: int | None = None,
        most_parts: int = MOST_PARTS,
    ) -> None:
        self.network = network
        self.start = start
        self.avoid = avoid
        self.most_steps = most_steps
        self.most_parts = most_parts
        self.complete = True
        self._looked_at = 0
        skills = max((bits.bit_length() for bits in network.gains), default=0) // LEVEL_BITS + 1
        self._every_skill = sum(1 << (LEVEL_BITS * skill) for skill in range(skills))

    def reachable(self) -> dict[int, Found]:
        """The best route to each role that can be reached, in order of cost; after an early stop a good one."""
        steps = fewest_steps(self.network.onward, self.start, self.avoid)
        near = [role for role, count in steps.items() if 0 < count <= (self.most_steps or count)]
        found: dict[int, Found] = {}
        for part in self._parts():
            role = part.path[-1]
            if role != self.start and role not in found:
                found[role] = Found(part.bound, part.path)
                if len(found) == len(near):
                    break
        return found

    def _parts(self, bans: _Bans = _NONE) -> Iterator[_Part]:
        """Begun routes, the least bound first; once a search had to stop early, a quick one goes on."""
        if self.complete:
            yield from self._walk(bans)
        if not self.complete and not self.via:
            yield from self._walk(bans, one_each=True)

    def _walk(self, bans: _Bans, *, one_each: bool = False) -> Iterator[_Part]:
        """Begun routes, the least bound first; of those that end in the same role only ones worth going on with.

        A route that must go through certain roles may need a worse beginning, so there all are kept.
        """
        kept = _Kept(counts_steps=self.most_steps is not None, one_each=one_each)
        waiting = [_Part(0, (self.start,), 0, 0)]
        while waiting:
            part = heapq.heappop(waiting)
            if not self.via and not kept.is_new(part):
                continue
            yield part
            self._looked_at += 1
            if self._looked_at >= self.most_parts and not one_each:
                self.complete = False
                return
            for longer in self._onward(part, bans):
                heapq.heappush(waiting, longer)

    def _onward(self, part: _Part, bans: _Bans) -> Iterator[_Part]:
        here = part.path[-1]
        for target, cost in self.network.onward[here]:
            shut = target in self.avoid or target in bans.roles or (here, target) in bans.moves
            if not shut and target not in part.path:
                longer = _Part(
                    0, (*part.path, target), part.moves_cost + cost, part.gained | self.network.gains[target]
                )
                if (bound := self._bound(longer)) is not None:
                    yield longer._replace(bound=bound)

    def _bound(self, part: _Part) -> int | None:
        """The least a route that begins like this can cost; None where it leads nowhere."""
        if self.most_steps is not None and len(part.path) - 1 > self.most_steps:
            return None
        return self._cost(part.gained, part.moves_cost)

    def _cost(self, gained: int, moves_cost: int) -> int:
        return (learnt(gained, self._every_skill) << _SUMS) + moves_cost


class GoalSearch(Search):
    """Routes from one role to another, on demand through others, in any order."""

    def __init__(
        self,
        network: Network,
        start: int,
        goal: int,
        *,
        via: frozenset[int] = frozenset(),
        avoid: frozenset[int] = frozenset(),
        most_steps: int | None = None,
        most_parts: int = MOST_PARTS,
    ) -> None:
        super().__init__(network, start, avoid=avoid, most_steps=most_steps, most_parts=most_parts)
        self.goal = goal
        self.via = via
        self._ahead = _Ahead(network, goal, via, avoid, counts_steps=most_steps is not None)

    def best(self, bans: _Bans = _NONE) -> Found | None:
        """The best route; None where there is none, or none was met before the search stopped."""
        if self._ahead.least_cost(self.start, self.via) is None:
            return None
        return next(
            (Found(part.bound, part.path) for part in self._parts(bans) if part.path[-1] == self.goal), None
        )

    def alternatives(self, most: int) -> list[Found]:
        """The best routes that really differ, at most so many.

        Each leaves out a role in between of every better one; roles it must go through don't count as in between.
        """
        chosen: list[Found] = []
        first = self.best()
        waiting = [(first, _NONE)] if first else []
        tried = {_NONE}
        while waiting and len(chosen) < most:
            found, bans = heapq.heappop(waiting)
            like = next((better for better in chosen if self._is_like(found, better)), None)
            if like is None:
                chosen.append(found)
            if len(chosen) == most:
                break
            for stricter in self._without(like or found, bans):
                if stricter not in tried and self._looked_at < 2 * self.most_parts:
                    tried.add(stricter)
                    if other := self.best(stricter):
                        heapq.heappush(waiting, (other, stricter))
        return sorted(chosen)  # in order already, unless a search had to stop early

    def _bound(self, part: _Part) -> int | None:
        role = part.path[-1]
        left = self.via.difference(part.path) if self.via else self.via
        least = self._ahead.least_cost(role, left)
        if least is None or (left and role == self.goal):
            return None
        if self.most_steps is not None:
            steps = len(part.path) - 1 + self._ahead.least_steps(role, left)
            if steps > self.most_steps:
                return None
        return self._cost(part.gained | self._ahead.certain(role, left), part.moves_cost + least)

    def _free(self, found: Found) -> frozenset[int]:
        return between(found.path) - self.via

    def _is_like(self, found: Found, better: Found) -> bool:
        """Whether a route is a better one, or that one with more roles put in; a direct one hides no other."""
        free = self._free(better)
        return found == better or (bool(free) and free <= between(found.path))

    def _without(self, found: Found, bans: _Bans) -> Iterator[_Bans]:
        """The ways to differ from a route: leave out one of its roles in between, or one of its moves if it has none."""
        if free := self._free(found):
            yield from (bans._replace(roles=bans.roles | {role}) for role in sorted(free))
        else:
            yield from (bans._replace(moves=bans.moves | {move}) for move in moves_of(found.path))


class _Ahead:
    """What the rest of a route to a goal takes at least, from any role."""

    def __init__(
        self,
        network: Network,
        goal: int,
        via: frozenset[int],
        avoid: frozenset[int],
        *,
        counts_steps: bool,
    ) -> None:
        self.goal = goal
        self.via = via
        arrivals = backward(network.onward, avoid)
        ends = (goal, *sorted(via))
        self._costs = {end: least_costs(arrivals, end) for end in ends}
        self._steps = {end: fewest_steps(arrivals, end) for end in ends} if counts_steps else {}
        self._gains = network.gains
        skills_count = any(network.gains)
        self._certain = certain_gains(network, arrivals, self._costs[goal], goal) if skills_count else {}

    def least_cost(self, role: int, left: frozenset[int]) -> int | None:
        """The least sum of moves to the goal by way of each role left to go through; None where one can't be had."""
        return _furthest(self._costs, role, left, self.goal)

    def least_steps(self, role: int, left: frozenset[int]) -> int:
        """The fewest moves to the goal, likewise."""
        return _furthest(self._steps, role, left, self.goal) or 0

    def certain(self, role: int, left: frozenset[int]) -> int:
        """The skill levels that every way to the goal gains."""
        bits = self._certain.get(role, 0)
        for via in left:
            bits |= self._gains[via] | self._certain.get(via, 0)
        return bits


def _furthest(to: dict[int, dict[int, int]], role: int, left: frozenset[int], goal: int) -> int | None:
    """The greatest of the least amounts by way of each role left, which no way to the goal goes below."""
    onward = to[goal]
    greatest = onward.get(role)
    for via in left:
        there, rest = to[via].get(role), onward.get(via)
        if greatest is None or there is None or rest is None:
            return None
        greatest = max(greatest, there + rest)
    return greatest
