"""Time of a search for three routes on made-up guides of 60 roles and 250 moves, and of `path --json` as a ratio.

The made-up guides have six levels, three in five moves up and the others sideways; each role wants 11 of 51 skills,
most of them those of its track. 60 questions from the lowest levels to the highest are asked of six such guides, with
none, one or two roles to go through. `path --json` is measured against `roles --json`: the least processor time of
15 runs each, taken in turns.
"""

import random
import statistics
import time

from startup import OURS, RUNS, cost

from cscareer.routes.network import Network, skill_bits
from cscareer.routes.search import Question, find_routes

ROLES, MOVES = 60, 250
LEVELS, TRACKS = 6, 6
EACH = ROLES // LEVELS
SKILLS, WANTED = 51, 11
GUIDES, QUESTIONS = 6, 10
MOST_RATIO = 1.2
PATH = ["path", "customer service manager", "--from", "customer service specialist", "--json"]
ORDERS = ("shortest", "soonest", "fewest-skills")


def made_up(seed: int, order: str) -> Network:
    """A guide as the search takes it; always the same one for a seed."""
    chance = random.Random(seed)  # noqa: S311  a made-up guide, no secret
    moves: dict[tuple[int, int], int] = {}
    while len(moves) < MOVES:
        role = chance.randrange(ROLES)
        level = min(role // EACH + (chance.random() < 0.6), LEVELS - 1)  # noqa: PLR2004
        target = EACH * level + chance.randrange(EACH)
        twice_years = chance.randint(1, 3) + chance.randint(2, 6)
        if target != role:
            moves[role, target] = (1 << 64) + twice_years if order == "shortest" else (twice_years << 64) + 1
    onward = [[(to, cost) for (role, to), cost in moves.items() if role == here] for here in range(ROLES)]
    gains = [_wanted(role, chance) if order == "fewest-skills" else 0 for role in range(ROLES)]
    return Network(onward, gains)


def _wanted(role: int, chance: random.Random) -> int:
    first = role % TRACKS * SKILLS // TRACKS
    own = [(first + chance.randrange(12)) % SKILLS for _ in range(WANTED * 3 // 4)]
    others = [chance.randrange(SKILLS) for _ in range(WANTED - len(own))]
    level = role // EACH
    levels = {str(skill): min(1 + level // 2 + chance.randint(0, 1), 4) for skill in own + others}
    return skill_bits({str(skill): skill for skill in range(SKILLS)}, levels)


def seconds(order: str, through: int) -> tuple[float, float, int]:
    """The middle and the longest time of a question, and how many were searched to the end."""
    times, complete = [], 0
    for seed in range(GUIDES):
        network = made_up(seed, order)
        chance = random.Random(seed)  # noqa: S311  the same
        for _ in range(QUESTIONS):
            start, goal = chance.randrange(EACH), chance.randrange(ROLES - EACH, ROLES)
            via = frozenset(chance.sample(range(EACH, ROLES - EACH), through))
            before = time.process_time()
            answer = find_routes(network, Question(start, goal, via), 3)
            times.append(time.process_time() - before)
            complete += answer.complete
    return statistics.median(times), max(times), complete


def main() -> None:
    """Prints a row for each order and number of roles to go through, and the ratio of the whole command."""
    print(f"{'order':<16}{'through':>8}{'ms':>8}{'longest':>9}{'to the end':>12}")
    for order in ORDERS:
        for through in range(3):
            middle, longest, complete = seconds(order, through)
            ended = f"{complete}/{GUIDES * QUESTIONS}"
            print(f"{order:<16}{through:>8}{middle * 1000:>8.1f}{longest * 1000:>9.0f}{ended:>12}")
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
