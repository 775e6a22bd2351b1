"""What holds of every search, against all routes there are, written out one by one, on small graphs of any shape."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from hypothesis import given, settings
from hypothesis import strategies as st

from cscareer.routes.network import Network, skill_bits
from cscareer.routes.search import Path, Question, find_routes

SKILLS = {"listening": 0, "typing": 1, "coaching": 2}
levels = st.dictionaries(st.sampled_from(sorted(SKILLS)), st.integers(1, 4), min_size=1)
thorough = settings(
    max_examples=5 * settings().max_examples
)  # there are many small graphs, each soon searched


@dataclass(frozen=True)
class Map:
    """A graph in plain form: what each move costs, and the skill levels each role wants beyond those there."""

    moves: dict[tuple[int, int], int]
    wants: list[dict[str, int]]

    @property
    def network(self) -> Network:
        """The same as the search takes it."""
        onward = [
            [(target, cost) for (role, target), cost in self.moves.items() if role == here]
            for here in range(len(self.wants))
        ]
        return Network(onward, [skill_bits(SKILLS, wanted) for wanted in self.wants])

    def paths(self, start: int) -> Iterator[Path]:
        """Every route from a role that goes through none twice."""
        waiting: list[Path] = [(start,)]
        while waiting:
            path = waiting.pop()
            yield path
            waiting += [(*path, to) for here, to in self.moves if here == path[-1] and to not in path]

    def cost(self, path: Path) -> tuple[int, int, int]:
        """Skills touched, levels gained, and the sum of the moves."""
        highest: dict[str, int] = {}
        for role in path[1:]:
            for skill, level in self.wants[role].items():
                highest[skill] = max(highest.get(skill, 0), level)
        moves = sum(self.moves[path[index], path[index + 1]] for index in range(len(path) - 1))
        return len(highest), sum(highest.values()), moves


@st.composite
def maps(draw: st.DrawFn) -> Map:
    size = draw(st.integers(3, 6))
    pairs = [(role, to) for role in range(size - 1) for to in range(1, size) if role != to]
    costs = draw(st.lists(st.integers(0, 4), min_size=len(pairs), max_size=len(pairs)))  # 0 for no move
    moves = {pair: cost for pair, cost in zip(pairs, costs, strict=True) if cost}
    if not draw(st.booleans()):
        return Map(moves, [{} for _ in range(size)])
    wants = draw(st.lists(levels, min_size=size - 1, max_size=size - 1))
    return Map(moves, [{}, *wants])


@st.composite
def questions(draw: st.DrawFn) -> tuple[Map, Question]:
    """A map whose first role is the start and whose last is the goal, roles to go through or around, the most steps."""
    made = draw(maps())
    inner = list(range(1, len(made.wants) - 1))
    via = draw(st.frozensets(st.sampled_from(inner), max_size=2)) if inner else frozenset()
    avoid = draw(st.frozensets(st.sampled_from(inner), max_size=2)) if inner else frozenset()
    most = draw(st.none() | st.integers(1, 4))
    return made, Question(0, len(made.wants) - 1, via, avoid - via, most)


def fitting(made: Map, asked: Question) -> list[Path]:
    return [
        path
        for path in made.paths(asked.start)
        if path[-1] == asked.goal
        and asked.via <= set(path)
        and not asked.avoid & set(path)
        and (asked.most_steps is None or len(path) - 1 <= asked.most_steps)
    ]


def differs(path: Path, better: Sequence[Path], via: frozenset[int]) -> bool:
    """The rule of alternatives: at least one role in between of every better route is left out."""
    for other in better:
        between = set(other[1:-1]) - via
        if path == other or (between and between <= set(path)):
            return False
    return True


@thorough
@given(questions())
def test_each_alternative_is_the_best_of_those_that_differ_from_all_better_ones(
    question: tuple[Map, Question],
) -> None:
    made, asked = question
    chosen, complete = find_routes(made.network, asked, 3)
    assert complete
    everything = fitting(made, asked)
    for index in range(3):
        left = [path for path in everything if differs(path, chosen[:index], asked.via)]
        best = min(left, key=lambda path: (made.cost(path), path), default=None)
        assert chosen[index : index + 1] == ((best,) if best else ())


@given(questions())
def test_a_search_that_had_to_stop_early_says_so_and_still_finds_a_route_that_fits(
    question: tuple[Map, Question],
) -> None:
    made, asked = question
    everything = fitting(made, asked)
    for most_parts in range(4):
        chosen, complete = find_routes(made.network, asked, 3, most_parts)
        assert set(chosen) <= set(everything)
        assert bool(chosen) == bool(everything) or (asked.via and not complete)
        if complete:
            assert chosen == find_routes(made.network, asked, 3).paths
