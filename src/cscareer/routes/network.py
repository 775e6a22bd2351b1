"""The moves between roles as a graph of numbers, so that searching stays quick: a role is its place in order of id."""

import heapq
from collections import deque
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from cscareer.catalog.models import Role

Step = tuple[int, int]  # the role moved to, and what the move costs
Onward = Sequence[Sequence[Step]]

LEVEL_BITS = 4  # a skill is four bits, of which as many are set as its level says
LEARNT = 16  # bits that hold the number of levels, below the number of skills


@dataclass(frozen=True, slots=True)
class Network:
    """Where each role leads and at which cost (a whole number, never negative; every move costs something).

    `gains` are the skill levels each role wants beyond those already there, a bit each; all 0 where skills don't count.
    """

    onward: Onward
    gains: Sequence[int]


def skill_bits(order: Mapping[str, int], levels: Mapping[str, int]) -> int:
    """Skill levels as bits, so that `|` is the higher level of each: level 2 sets the lowest two of a skill's four."""
    bits = 0
    for skill, level in levels.items():
        bits |= ((1 << level) - 1) << (LEVEL_BITS * order[skill])
    return bits


def learnt(gained: int, every_skill: int) -> int:
    """What gained bits cost: first the number of skills touched, then the number of levels."""
    touched = (gained | gained >> 1 | gained >> 2 | gained >> 3) & every_skill
    return touched.bit_count() << LEARNT | gained.bit_count()


def numbered(roles: Mapping[str, Role]) -> dict[str, int]:
    """Each role's number: its place in order of id."""
    return {role: number for number, role in enumerate(sorted(roles))}


def backward(onward: Onward, avoid: Collection[int] = ()) -> list[list[Step]]:
    """The moves that lead to each role, leaving out roles to avoid."""
    arrivals: list[list[Step]] = [[] for _ in onward]
    for role, steps in enumerate(onward):
        if role not in avoid:
            for target, cost in steps:
                if target not in avoid:
                    arrivals[target].append((role, cost))
    return arrivals


def least_costs(steps: Onward, start: int) -> dict[int, int]:
    """The least cost from a role to every role that can be reached (Dijkstra), in order of that cost."""
    settled: dict[int, int] = {}
    waiting = [(0, start)]
    while waiting:
        cost, role = heapq.heappop(waiting)
        if role in settled:
            continue
        settled[role] = cost
        for target, more in steps[role]:
            if target not in settled:
                heapq.heappush(waiting, (cost + more, target))
    return settled


def fewest_steps(steps: Onward, start: int) -> dict[int, int]:
    """The fewest moves from a role to every role that can be reached."""
    found = {start: 0}
    waiting = deque([start])
    while waiting:
        role = waiting.popleft()
        for target, _ in steps[role]:
            if target not in found:
                found[target] = found[role] + 1
                waiting.append(target)
    return found
