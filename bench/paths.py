"""Time of a search for three routes on made-up guides of 1,000 and 10,000 roles, and of `path --json` as a ratio.

The made-up guides have five moves a role, six levels, three in five moves up and the others sideways; each role wants
11 of 51 skills, most of them those of its track. The middle of 15 questions from the lowest to the highest level
counts. `path --json` is measured against `roles --json`: the least processor time of 15 runs each, taken in turns.
"""

import random
import statistics
import time

from startup import OURS, RUNS, cost

from cscareer.routes.network import Network, skill_bits
from cscareer.routes.search import GoalSearch

SIZES = (1_000, 10_000)
MOVES_EACH = 5
LEVELS, TRACKS = 6, 6
SKILLS, WANTED = 51, 11
QUESTIONS = 15
MOST_RATIO = 1.2
PATH = ["path", "customer service manager", "--from", "customer service specialist", "--json"]
ORDERS = ("shortest", "soonest", "fewest-skills")


def made_up(size: int, order: str) -> Network:
    """A guide of so many roles, as the search takes it; always the same one."""
    chance = random.Random(1)  # noqa: S311  a made-up guide, no secret
    each = size // LEVELS
    onward: list[list[tuple[int, int]]] = [[] for _ in range(size)]
    for role in range(size):
        level = min(role // each, LEVELS - 1)
        for _ in range(MOVES_EACH):
            up = level + 1 if chance.random() < 0.6 and level + 1 < LEVELS else level  # noqa: PLR2004
            target = chance.randrange(up * each, min((up + 1) * each, size))
            twice_years = chance.randint(1, 3) + chance.randint(2, 6)
            if target != role:
                onward[role].append(
                    (target, (1 << 64) + twice_years if order == "shortest" else (twice_years << 64) + 1)
                )
    places = {str(skill): skill for skill in range(SKILLS)}
    gains = [0] * size
    if order == "fewest-skills":
        for role in range(size):
            first = role % TRACKS * SKILLS // TRACKS
            own = [(first + chance.randrange(12)) % SKILLS for _ in range(WANTED * 3 // 4)]
            others = [chance.randrange(SKILLS) for _ in range(WANTED - len(own))]
            level = min(role // each, LEVELS - 1)
            gains[role] = skill_bits(
                places, {str(skill): min(1 + level // 2 + chance.randint(0, 1), 4) for skill in own + others}
            )
    return Network(onward, gains)


def seconds(network: Network) -> tuple[float, float, int]:
    """The middle and the longest time of a question, and how many were searched to the end."""
    size = len(network.onward)
    chance = random.Random(2)  # noqa: S311  the same
    times, complete = [], 0
    for _ in range(QUESTIONS):
        start, goal = chance.randrange(size // LEVELS), chance.randrange(size - size // LEVELS, size)
        before = time.process_time()
        search = GoalSearch(network, start, goal)
        search.alternatives(3)
        times.append(time.process_time() - before)
        complete += search.complete
    return statistics.median(times), max(times), complete


def main() -> None:
    """Prints a row for each order and size, and the ratio of the whole command."""
    print(f"{'order':<16}{'roles':>8}{'ms':>8}{'longest':>9}{'growth':>8}{'to the end':>12}")
    for order in ORDERS:
        first = 0.0
        for size in SIZES:
            middle, longest, complete = seconds(made_up(size, order))
            growth = f"{middle / first:.1f}" if first else ""
            first = first or middle
            print(
                f"{order:<16}{size:>8,}{middle * 1000:>8.0f}{longest * 1000:>9.0f}{growth:>8}{complete:>9}/{QUESTIONS}"
            )
    commands = {"roles --json": [*OURS, "roles", "--json"], "path --json": [*OURS, *PATH]}
    least = dict.fromkeys(commands, float("inf"))
    for _ in range(RUNS):
        for name, command in commands.items():
            least[name] = min(least[name], cost(command))
    print(f"\n{'command':<16}{'ms':>8}{'ratio':>8}{'at most':>9}")
    for name, used in least.items():
        limit = MOST_RATIO if name.startswith("path") else ""
        print(f"{name:<16}{used * 1000:>8.0f}{used / least['roles --json']:>8.2f}{limit:>9}")


if __name__ == "__main__":
    main()
