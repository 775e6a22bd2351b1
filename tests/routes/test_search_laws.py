"""What holds of every search, against all routes there are, written out one by one, on small graphs of any shape."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from hypothesis import given, settings
from hypothesis import strategies as st

from cscareer.routes.network import Network, skill_bits
from cscareer.routes.search import Found, GoalSearch, Search

Path = tuple[int, ...]
SKILLS = {"listening": 0, "typing": 1, "coaching": 2}
levels = st.dictionaries(st.sampled_from(sorted(SKILLS)), st.integers(1, 4), min_size=1)
thorough = settings(max_examples=400, deadline=None)


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
def questions(draw: st.DrawFn) -> tuple[Map, frozenset[int], frozenset[int], int | None]:
    """A map whose first role is the start and whose last is the goal, roles to go through or around, the most steps."""
    made = draw(maps())
    inner = list(range(1, len(made.wants) - 1))
    via = draw(st.frozensets(st.sampled_from(inner), max_size=2)) if inner else frozenset()
    avoid = draw(st.frozensets(st.sampled_from(inner), max_size=2)) if inner else frozenset()
    return made, via, avoid - via, draw(st.none() | st.integers(1, 4))


def fitting(made: Map, via: frozenset[int], avoid: frozenset[int], most: int | None) -> list[Path]:
    goal = len(made.wants) - 1
    return [
        path
        for path in made.paths(0)
        if path[-1] == goal
        and via <= set(path)
        and not avoid & set(path)
        and (most is None or len(path) - 1 <= most)
    ]


def differs(path: Path, better: Sequence[Found], via: frozenset[int]) -> bool:
    """The rule of alternatives: at least one role in between of every better route is left out."""
    for other in better:
        between = set(other.path[1:-1]) - via
        if path == other.path or (between and between <= set(path)):
            return False
    return True


@thorough
@given(questions())
def test_each_alternative_is_the_best_of_those_that_differ_from_all_better_ones(
    question: tuple[Map, frozenset[int], frozenset[int], int | None],
) -> None:
    made, via, avoid, most = question
    search = GoalSearch(made.network, 0, len(made.wants) - 1, via=via, avoid=avoid, most_steps=most)
    chosen = search.alternatives(3)
    assert search.complete
    everything = fitting(made, via, avoid, most)
    assert {found.path for found in chosen} <= set(everything)
    for index in range(3):
        left = [path for path in everything if differs(path, chosen[:index], via)]
        if index < len(chosen):
            assert made.cost(chosen[index].path) == min(map(made.cost, left))
        else:
            assert not left


@given(questions())
def test_no_route_goes_through_a_role_twice_and_each_step_is_a_move(
    question: tuple[Map, frozenset[int], frozenset[int], int | None],
) -> None:
    made, via, avoid, most = question
    search = GoalSearch(made.network, 0, len(made.wants) - 1, via=via, avoid=avoid, most_steps=most)
    for found in search.alternatives(3):
        assert len(set(found.path)) == len(found.path)
        assert all(step in made.moves for step in zip(found.path[:-1], found.path[1:], strict=True))


@thorough
@given(questions())
def test_every_role_that_can_be_reached_is_reached_by_a_best_route(
    question: tuple[Map, frozenset[int], frozenset[int], int | None],
) -> None:
    made, _, avoid, most = question
    search = Search(made.network, 0, avoid=avoid, most_steps=most)
    found = search.reachable()
    ways: dict[int, list[Path]] = {}
    for path in made.paths(0):
        if not avoid & set(path) and len(path) > 1 and (most is None or len(path) - 1 <= most):
            ways.setdefault(path[-1], []).append(path)
    assert found.keys() == ways.keys()
    for role, best in found.items():
        assert best.path in ways[role]
        assert made.cost(best.path) == min(map(made.cost, ways[role]))


@given(questions())
def test_a_search_that_had_to_stop_early_says_so_and_still_finds_a_route_that_fits(
    question: tuple[Map, frozenset[int], frozenset[int], int | None],
) -> None:
    made, _, avoid, most = question
    goal = len(made.wants) - 1
    search = GoalSearch(made.network, 0, goal, avoid=avoid, most_steps=most, most_parts=1)
    chosen = search.alternatives(3)
    everything = fitting(made, frozenset(), avoid, most)
    assert bool(chosen) == bool(everything)
    assert {found.path for found in chosen} <= set(everything)
    assert not (chosen and search.complete)
    beyond = Search(made.network, 0, avoid=avoid, most_steps=most, most_parts=1)
    assert (
        beyond.reachable().keys() == Search(made.network, 0, avoid=avoid, most_steps=most).reachable().keys()
    )


@given(maps(), st.sampled_from([GoalSearch.best, lambda search: search.alternatives(3)]))
def test_the_same_question_has_the_same_answer(made: Map, ask: Callable[[GoalSearch], object]) -> None:
    goal = len(made.wants) - 1
    assert ask(GoalSearch(made.network, 0, goal)) == ask(GoalSearch(made.network, 0, goal))
