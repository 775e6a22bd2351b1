"""Searches whose best route takes a worse beginning, what makes alternatives differ, and how much is looked at."""

import random
from collections.abc import Iterable

import pytest
from rows import each_row

from cscareer.routes.network import Network, learnt, skill_bits
from cscareer.routes.search import Path, Question, find_routes

Moves = dict[tuple[int, int], int]


def network(moves: Moves, gains: dict[int, int] | None = None) -> Network:
    size = max(max(pair) for pair in moves) + 1
    onward = [
        [(target, cost) for (here, target), cost in moves.items() if here == role] for role in range(size)
    ]
    return Network(onward, [(gains or {}).get(role, 0) for role in range(size)])


def ways(
    made: Network, goal: int, *, via: frozenset[int] = frozenset(), most_steps: int | None = None
) -> list[Path]:
    """Up to three routes from role 0."""
    answer = find_routes(made, Question(0, goal, via=via, most_steps=most_steps), 3)
    assert answer.complete
    return list(answer.paths)


def test_with_few_steps_allowed_a_dearer_but_shorter_beginning_may_lead_to_the_best_route() -> None:
    made = network({(0, 1): 1, (1, 2): 1, (0, 2): 5, (2, 4): 100, (2, 3): 1, (3, 4): 1})
    assert ways(made, 4, most_steps=3)[0] == (0, 2, 3, 4)


def test_a_beginning_that_teaches_what_is_wanted_later_wins_over_one_that_is_sooner() -> None:
    moves = {(0, 1): 1, (1, 3): 1, (0, 2): 2, (2, 3): 1, (3, 4): 1, (4, 6): 1, (3, 5): 1, (5, 6): 1}
    listening, typing, others = 0b1, 0b10000, 0b1000100000000
    made = network(moves, {1: listening, 2: typing, 4: typing, 5: others})
    assert ways(made, 6)[0] == (0, 2, 3, 4, 6)


def test_a_role_to_go_through_may_need_a_beginning_that_is_worse_everywhere_else() -> None:
    # The cheapest way to 2 goes through 1, and from 2 the goal is reached through 1 alone.
    made = network({(0, 1): 1, (1, 2): 1, (0, 2): 9, (2, 1): 1, (1, 3): 1})
    assert ways(made, 3, via=frozenset({2})) == [(0, 2, 1, 3)]


def test_a_route_that_puts_roles_into_a_better_one_is_no_alternative() -> None:
    made = network({(0, 1): 1, (1, 4): 1, (1, 2): 1, (2, 4): 1, (0, 3): 9, (3, 4): 9})
    assert ways(made, 4) == [(0, 1, 4), (0, 3, 4)]


def test_a_direct_step_hides_no_other_route() -> None:
    made = network({(0, 3): 1, (0, 1): 1, (1, 3): 1, (0, 2): 2, (2, 3): 2})
    assert ways(made, 3) == [(0, 3), (0, 1, 3), (0, 2, 3)]


def test_a_dearer_short_cut_is_an_alternative_to_a_cheaper_longer_route() -> None:
    made = network({(0, 1): 1, (1, 2): 1, (2, 3): 1, (1, 3): 7})
    assert ways(made, 3) == [(0, 1, 2, 3), (0, 1, 3)]


def test_roles_to_go_through_make_no_two_routes_alike() -> None:
    made = network({(0, 1): 1, (1, 4): 1, (1, 2): 1, (2, 4): 1, (1, 3): 3, (3, 4): 1})
    assert ways(made, 4, via=frozenset({1})) == [(0, 1, 4), (0, 1, 2, 4), (0, 1, 3, 4)]


def test_routes_that_cost_the_same_come_in_the_order_of_their_roles() -> None:
    made = network({(0, role): 1 for role in (3, 1, 2)} | {(role, 4): 1 for role in (1, 2, 3)})
    assert ways(made, 4) == [(0, 1, 4), (0, 2, 4), (0, 3, 4)]


def test_a_circle_of_moves_is_no_trap() -> None:
    made = network({(0, 1): 1, (1, 2): 1, (2, 0): 1, (2, 1): 1})
    assert ways(made, 1) == [(0, 1)]
    assert ways(made, 2) == [(0, 1, 2)]


def test_where_nothing_leads_there_is_no_route() -> None:
    made = network({(1, 0): 1, (2, 1): 1})
    assert ways(made, 2) == []


@each_row(
    ("levels", "skills", "steps"),
    [({}, 0, 0), ({"a": 1}, 1, 1), ({"a": 4}, 1, 4), ({"a": 2, "b": 3}, 2, 5), ({"b": 4, "c": 1}, 2, 5)],
)
def test_skills_are_counted_before_levels(levels: dict[str, int], skills: int, steps: int) -> None:
    every_skill = 0b000100010001
    assert learnt(skill_bits({"a": 0, "b": 1, "c": 2}, levels), every_skill) == (skills << 16) + steps


def guide_of_60_roles(seed: int) -> Network:
    """60 roles on six levels with 250 moves, up a level or sideways; each role wants 11 of 51 skills."""
    chance = random.Random(seed)  # noqa: S311  a made-up guide, no secret
    moves: Moves = {}
    while len(moves) < 250:
        role = chance.randrange(60)
        level = min(role // 10 + (chance.random() < 0.6), 5)
        target = chance.randrange(10 * level, 10 * level + 10)
        if target != role:
            moves[role, target] = (chance.randint(3, 9) << 64) + 1
    places = {str(skill): skill for skill in range(51)}
    wants = {
        role: {str(skill): chance.randint(1, 4) for skill in chance.sample(range(51), 11)}
        for role in range(60)
    }
    return network(moves, {role: skill_bits(places, wanted) for role, wanted in wants.items()})


@pytest.mark.parametrize(("seed", "starts"), [(0, [0]), pytest.param(4, range(2), marks=pytest.mark.slow)])
def test_a_guide_of_60_roles_and_250_moves_is_searched_to_the_end(seed: int, starts: Iterable[int]) -> None:
    made = guide_of_60_roles(seed)
    by_time = Network(made.onward, [0] * 60)
    for start in starts:
        for goal in (33, 45, 55, 59):
            for via in ((), (27,), (23, 41)):
                question = Question(start, goal, frozenset(via))
                assert find_routes(made, question, 3).complete
                assert find_routes(by_time, question, 3).complete


@pytest.mark.parametrize("allowed", [1, 10, 100])
def test_a_search_looks_at_no_more_than_it_may(allowed: int) -> None:
    closed = network({(role, to): 1 for role in range(12) for to in range(12) if role != to} | {(0, 12): 1})
    answer = find_routes(closed, Question(0, 12, frozenset({1})), 3, most_parts=allowed)
    assert answer == ((), False)
