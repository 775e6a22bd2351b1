"""The best routes through a network: best-first search over begun routes, each ranked by what it will cost at least.

Routes go through no role twice. The cost of a route is first what must be learnt (a set of skill levels, so what is
learnt for one role counts no second time), then the sum of its moves, then the order of its roles' numbers.
"""

import heapq
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from cscareer.routes.network import LEVEL_BITS, Network, backward, fewest_steps, learnt, least_costs

MOST_PARTS = 50_000  # begun routes to look at; guides of 60 roles and 250 moves need fewer (bench/paths.py)
_MOST_ORDERED = 8  # roles to go through whose best order is worked out
_SUMS = 256  # bits that hold the sum of a route's moves, below what must be learnt

Path = tuple[int, ...]
_Begun = tuple[int, Path, int, int]  # its bound, its roles, what its moves cost, the skill levels it gains


@dataclass(frozen=True, slots=True)
class Question:
    """From which role to which, the roles to go through (in any order) or around, and the most steps."""

    start: int
    goal: int
    via: frozenset[int] = frozenset()
    avoid: frozenset[int] = frozenset()
    most_steps: int | None = None


class Routes(NamedTuple):
    """Routes, best first; `complete` is false where the search stopped before it had seen all that may be better."""

    paths: tuple[Path, ...]
    complete: bool


def find_routes(network: Network, question: Question, most: int = 1, most_parts: int = MOST_PARTS) -> Routes:
    """The best routes that really differ, at most `most`.

    Each leaves out a role in between of every better one; roles to go through don't count as in between, and a direct
    step hides no other route. A search that stops early gives what it has found by then, at least one route unless
    there is none, or it must go through certain roles.
    """
    ahead = _Ahead(network, question)
    chosen: list[Path] = []
    begun = (question.start,)
    waiting: list[_Begun] = [(0, begun, 0, 0)] if ahead.bound(begun, 0, 0) is not None else []
    looked_at = 0
    while waiting:
        _, path, cost, gained = heapq.heappop(waiting)
        if not all(_may_differ(network, path, better, question) for better in chosen):
            continue
        here = path[-1]
        if here == question.goal:
            chosen.append(path)
            if len(chosen) == most:
                break
            continue
        if looked_at == most_parts:
            return Routes(tuple(chosen or _any_route(network, question)), complete=False)
        looked_at += 1
        for target, more in network.onward[here]:
            if target not in path and target not in question.avoid:
                longer = (*path, target), cost + more, gained | network.gains[target]
                if (bound := ahead.bound(*longer)) is not None:
                    heapq.heappush(waiting, (bound, *longer))
    return Routes(tuple(chosen), complete=True)


def _may_differ(network: Network, path: Path, better: Path, question: Question) -> bool:
    """Whether a begun route may end without one of the roles in between of a better one."""
    between = set(better[1:-1]) - question.via
    return not between or any(_leads(network, path, question, role) for role in between.difference(path))


def _leads(network: Network, path: Path, question: Question, without: int) -> bool:
    """Whether moves lead on to all that is wanted without a certain role, or one that the route went through."""
    shut = {*path, without, *question.avoid}
    reached = {path[-1]}
    waiting = [path[-1]]
    while waiting:
        here = waiting.pop()
        for target, _ in network.onward[here] if here != question.goal else ():
            if target not in reached and target not in shut:
                reached.add(target)
                waiting.append(target)
    return {question.goal, *question.via} <= reached.union(path)


def _any_route(network: Network, question: Question) -> Sequence[Path]:
    """A route of the fewest steps; none where it must go through certain roles, which would take a search again."""
    steps = fewest_steps(backward(network.onward, question.avoid), question.goal)
    path = [question.start]
    while not question.via and path[-1] != question.goal:
        onward = (target for target, _ in network.onward[path[-1]])
        path.append(
            min((target for target in onward if target in steps), key=lambda role: (steps[role], role))
        )
    return () if question.via else (tuple(path),)


class _Ahead:
    """What the rest of a begun route takes at least."""

    def __init__(self, network: Network, question: Question) -> None:
        self._gains = network.gains
        self._question = question
        arrivals = backward(network.onward, question.avoid)
        ends = (question.goal, *question.via)
        self._cost = _least_through({end: least_costs(arrivals, end) for end in ends}, question.goal)
        self._steps = _least_through({end: fewest_steps(arrivals, end) for end in ends}, question.goal)
        skills = max((bits.bit_length() for bits in network.gains), default=0) // LEVEL_BITS + 1
        self._every_skill = sum(1 << (LEVEL_BITS * skill) for skill in range(skills))

    def bound(self, path: Path, cost: int, gained: int) -> int | None:
        """The least a route costs that begins so, whose moves so far cost and teach so much; None if none fits."""
        here, left = path[-1], self._question.via.difference(path)
        if left and here == self._question.goal:
            return None
        some = frozenset(sorted(left)[:_MOST_ORDERED])  # the way through all of them is no shorter
        rest, most = self._cost(here, some), self._question.most_steps
        if rest is None or (most is not None and len(path) - 1 + (self._steps(here, some) or 0) > most):
            return None
        for role in (self._question.goal, *left):
            gained |= self._gains[role]
        return (learnt(gained, self._every_skill) << _SUMS) + cost + rest


def _least_through(
    to: Mapping[int, Mapping[int, int]], goal: int
) -> Callable[[int, frozenset[int]], int | None]:
    """The least amount from a role to the goal through others in the best order, by those to each; None: no way."""

    @cache
    def least(here: int, left: frozenset[int]) -> int | None:
        if not left:
            return to[goal].get(here)
        ways = ((to[via].get(here), least(via, left - {via})) for via in left)
        return min(
            (there + rest for there, rest in ways if there is not None and rest is not None), default=None
        )

    return least
