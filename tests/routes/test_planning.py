"""Routes from role to role, as a person or a script gets them."""

from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import Any

import pytest
from rows import each_row
from small_guides import NOBODY, SUPERVISORS, small_guide

from cscareer import find_location, plan_routes, read_held
from cscareer.catalog.loading import Catalog
from cscareer.catalog.models import Move, Need
from cscareer.errors import UsageError
from cscareer.pay.statistics import Statistics
from cscareer.routes.paying import Pays, WhyUnknown
from cscareer.routes.planning import Route, RoutePlan, WhyNone, Wishes
from cscareer.routes.weighing import RouteOrder

CSR, SENIOR = "customer-service-specialist", "senior-customer-service-specialist"
MANAGER, DIRECTOR = "customer-service-manager", "director-of-customer-experience"


def is_catch_all(catalog: Catalog, role: str) -> bool:
    return catalog.occupations[catalog.roles[role].occupation.code].catch_all


def plan(catalog: Catalog, start: str, goal: str, *have: str, **wishes: object) -> RoutePlan:
    """Routes between two roles by id; `via` and `avoid` are ids too."""
    for name in ("via", "avoid"):
        if name in wishes:
            wishes[name] = tuple(catalog.roles[role] for role in wishes[name])  # type: ignore[attr-defined]
    asked = Wishes(**wishes)  # type: ignore[arg-type]
    held = read_held(catalog, have)
    return plan_routes(catalog, catalog.roles[start], catalog.roles[goal], held, wishes=asked)


def ways(answer: RoutePlan) -> list[list[str]]:
    """The roles of each route after the first."""
    return [[step.role.id for step in route.steps] for route in answer.routes]


def simple_paths(catalog: Catalog, start: str, goal: str) -> Iterator[tuple[str, ...]]:
    onward = {role.id: [step.role for step in role.next_roles] for role in catalog.roles.values()}
    waiting: list[tuple[str, ...]] = [(start,)]
    while waiting:
        path = waiting.pop()
        if path[-1] == goal:
            yield path
        else:
            waiting += [(*path, role) for role in onward[path[-1]] if role not in path]


@pytest.mark.parametrize(
    ("goal", "order"),
    [
        (MANAGER, RouteOrder.PAY),
        *(pytest.param(DIRECTOR, order, marks=pytest.mark.slow) for order in RouteOrder),
    ],
)
def test_every_total_is_the_sum_of_its_steps(catalog: Catalog, goal: str, order: RouteOrder) -> None:
    seen = 0
    for start in catalog.roles:
        if start == goal:
            continue
        for route in plan(catalog, start, goal, "sql", "empathy:3", order=order).routes:
            seen += 1
            steps, total = route.steps, route.total
            assert total.steps == len(steps)
            assert total.years.low == sum(step.years.low for step in steps)
            assert total.years.high == sum(step.years.high for step in steps)
            assert total.skills_to_add == sum(len(step.skills_to_add) for step in steps)
            assert total.skills_to_deepen == sum(len(step.skills_to_deepen) for step in steps)
            assert total.levels_to_gain == sum(step.levels_to_gain for step in steps)
            lost = [step.pay_forgone for step in steps]
            assert total.pay_forgone == (None if None in lost else sum(each or 0 for each in lost))
            assert (None in lost) == is_catch_all(catalog, goal)  # whose wages are no aim
            assert (total.pay_change and total.pay_change.amount) == summed(route)
            unknown = [step.pay_change_unknown for step in steps if step.pay_change is None]
            assert total.pay_change_unknown == (unknown[0] if unknown else None)
    assert seen > 30


def summed(route: Route) -> float | None:
    """What the changes of pay of a route's steps come to; None where one isn't known."""
    changes = [step.pay_change.amount for step in route.steps if step.pay_change]
    return sum(changes) if len(changes) == len(route.steps) else None


@each_row("order", RouteOrder)
def test_the_skills_of_the_total_are_those_of_any_step_each_once(catalog: Catalog, order: RouteOrder) -> None:
    routes = plan(catalog, CSR, DIRECTOR, order=order).routes
    assert len(routes) > 1
    for route in routes:
        everything = [
            skill for step in route.steps for skill in (*step.skills_to_add, *step.skills_to_deepen)
        ]
        assert route.total.skills_to_add == len({skill.id for skill in everything})
        assert len({(skill.id, skill.to_level) for skill in everything}) == len(everything)


@pytest.mark.parametrize(
    ("start", "goal"),
    [
        pytest.param(CSR, DIRECTOR, marks=pytest.mark.slow),
        (SENIOR, DIRECTOR),
    ],
)
def test_the_first_route_is_the_best_of_all_there_are(catalog: Catalog, start: str, goal: str) -> None:
    roles = catalog.roles
    held = {skill.id: skill.level or 4 for skill in plan(catalog, start, goal).skills_held}
    pays = Pays(Statistics(catalog), None)
    aim, from_here = pays.typical(roles[goal]), pays.typical(roles[start])
    assert (aim is None) == is_catch_all(catalog, goal)  # whose wages are no aim, so time decides
    assert from_here is not None
    assert roles[start].occupation.match == "close"
    spans = {(role.id, move.role): move.years for role in roles.values() for move in role.next_roles}
    counts_as = {
        role.id: (pays.typical(role) or 0) if role.occupation.match == "close" else from_here
        for role in roles.values()
    }

    @cache
    def to_learn(after: frozenset[str]) -> tuple[int, int]:
        highest = dict(held)
        for want in (want for role in after for want in roles[role].skills):
            highest[want.skill] = max(highest.get(want.skill, 0), want.level)
        gained = [level - held.get(skill, 0) for skill, level in highest.items()]
        return sum(levels > 0 for levels in gained), sum(gained)

    def measures(path: tuple[str, ...]) -> dict[RouteOrder, tuple[float, ...]]:
        taken = [spans[move] for move in pairwise(path)]
        years = sum(span.low + span.high for span in taken)
        lost = sum(
            max((aim or 0) - counts_as[role], 0) * (span.low + span.high) / 2
            for role, span in zip(path, taken, strict=False)
        )
        return {
            RouteOrder.SHORTEST: (len(taken), years),
            RouteOrder.SOONEST: (years, len(taken)),
            RouteOrder.FEWEST_SKILLS: (*to_learn(frozenset(path[1:])), years, len(taken)),
            RouteOrder.PAY: (lost, years, len(taken)),
        }

    measured = {path[1:]: measures(path) for path in simple_paths(catalog, start, goal)}
    assert len(measured) > 10
    for order in RouteOrder:
        found = [measured[tuple(way)][order] for way in ways(plan(catalog, start, goal, order=order))]
        assert found[0] == min(every[order] for every in measured.values())
        assert found == sorted(found)


def test_the_fewest_steps_and_the_shortest_time_may_be_different_routes(catalog: Catalog) -> None:
    guide = small_guide(catalog, {"a": {"d": (9, 9), "b": (1, 2)}, "b": {"c": (1, 2)}, "c": {"d": (1, 2)}})
    assert ways(plan(guide, "a", "d"))[0] == ["d"]
    assert ways(plan(guide, "a", "d", order=RouteOrder.SOONEST))[0] == ["b", "c", "d"]


def test_years_are_those_in_the_role_before_and_each_step_says_what_it_is(catalog: Catalog) -> None:
    guide = small_guide(catalog, {"a": {"b": (1, 2)}, "b": {"c": (3, 5)}}, sideways=["c"])
    (route,) = plan(guide, "a", "c").routes
    told = [
        (step.from_role.id, step.role.id, step.move, step.years.low, step.years.high) for step in route.steps
    ]
    assert told == [("a", "b", Move.PROMOTION, 1, 2), ("b", "c", Move.SIDEWAYS, 3, 5)]
    assert (route.total.years.low, route.total.years.high) == (4, 7)


def test_a_sum_of_years_may_be_more_than_one_move_may_take(catalog: Catalog) -> None:
    guide = small_guide(catalog, {"a": {"b": (40, 50)}, "b": {"c": (40, 50)}})
    (route,) = plan(guide, "a", "c").routes
    assert (route.total.years.low, route.total.years.high) == (80, 100)


def test_the_role_one_is_in_brings_what_it_requires_but_not_what_merely_helps(catalog: Catalog) -> None:
    wants = {"a": {"empathy": 2, "sql": 2}, "b": {"empathy": 2, "sql": 2}}
    guide = small_guide(catalog, {"a": {"b": (1, 2)}}, wants=wants, helpful=["sql"])
    answer = plan(guide, "a", "b")
    assert [(skill.id, skill.level, skill.basis) for skill in answer.skills_held] == [("empathy", 2, "role")]
    (step,) = answer.routes[0].steps
    assert [(skill.id, skill.need, skill.from_level) for skill in step.skills_to_add] == [
        ("sql", Need.HELPFUL, None)
    ]


def test_what_the_person_has_is_not_to_be_added_and_what_is_below_is_deepened_from_there(
    catalog: Catalog,
) -> None:
    guide = small_guide(catalog, {"a": {"b": (1, 2)}}, wants={"b": {"sql": 2, "coaching": 3, "typing": 4}})
    (step,) = plan(guide, "a", "b", "sql:3", "coaching:1", "typing").routes[0].steps
    assert [(skill.id, skill.from_level, skill.to_level) for skill in step.skills_to_add] == [
        ("coaching", 1, 3),
        ("typing", 2, 4),  # of no level stated, so working
    ]
    assert step.levels_to_gain == 4


def test_a_skill_learnt_at_one_step_is_there_at_the_next_and_deepened_where_more_is_wanted(
    catalog: Catalog,
) -> None:
    wants = {"b": {"sql": 2, "coaching": 2}, "c": {"sql": 1, "coaching": 3, "typing": 1}}
    guide = small_guide(catalog, {"a": {"b": (1, 1)}, "b": {"c": (1, 1)}}, wants=wants)
    (route,) = plan(guide, "a", "c").routes
    first, second = route.steps
    assert [skill.id for skill in first.skills_to_add] == ["sql", "coaching"]
    assert [skill.id for skill in second.skills_to_add] == ["typing"]
    assert [(skill.id, skill.from_level, skill.to_level) for skill in second.skills_to_deepen] == [
        ("coaching", 2, 3)
    ]
    assert (route.total.skills_to_add, route.total.levels_to_gain) == (3, 6)


def test_fewest_skills_counts_what_is_learnt_on_the_way_once(catalog: Catalog) -> None:
    wants = {"b": {"sql": 2}, "c": {"typing": 1}, "d": {"sql": 3}}
    moves = {"a": {"b": (5, 9), "c": (1, 1)}, "b": {"d": (5, 9)}, "c": {"d": (1, 1)}}
    guide = small_guide(catalog, moves, wants=wants)
    answer = plan(guide, "a", "d", order=RouteOrder.FEWEST_SKILLS)
    assert ways(answer) == [["b", "d"], ["c", "d"]]
    assert [route.total.skills_to_add for route in answer.routes] == [1, 2]
    assert ways(plan(guide, "a", "d", "typing", order=RouteOrder.FEWEST_SKILLS))[0] == ["c", "d"]


def test_by_pay_a_longer_route_wins_where_it_pays_better_on_the_way(catalog: Catalog) -> None:
    moves = {"a": {"b": (1, 1), "c": (1, 1)}, "b": {"d": (3, 3)}, "c": {"d": (4, 4)}}
    guide = small_guide(catalog, moves, occupations={"c": SUPERVISORS, "d": SUPERVISORS})
    answer = plan(guide, "a", "d", order=RouteOrder.PAY)
    assert ways(answer) == [["c", "d"], ["b", "d"]]
    gap = pay_of(guide, "d") - pay_of(guide, "a")
    assert [route.total.pay_forgone for route in answer.routes] == [gap, 4 * gap]


def test_by_pay_a_shorter_route_comes_before_one_that_pays_about_the_same(catalog: Catalog) -> None:
    answer = plan(catalog, "customer-service-specialist", "customer-experience-manager", order=RouteOrder.PAY)
    short, long = (route.total for route in answer.routes[:2])
    assert (short.steps, long.steps, answer.months_a_step) == (2, 4, 1)
    assert 0.95 < (long.pay_forgone or 0) / (short.pay_forgone or 1) < 1


def pay_of(guide: Catalog, role: str) -> float:
    typical = Pays(Statistics(guide), None).typical(guide.roles[role])
    assert typical is not None
    return typical


def test_years_in_a_role_that_pays_as_much_as_the_goal_forgo_nothing(catalog: Catalog) -> None:
    guide = small_guide(catalog, {"a": {"b": (3, 5)}}, occupations={"a": SUPERVISORS})
    assert plan(guide, "a", "b", order=RouteOrder.PAY).routes[0].total.pay_forgone == 0


def test_a_role_without_pay_is_null_is_still_gone_through_and_comes_last_by_pay(catalog: Catalog) -> None:
    moves = {"a": {"b": (1, 1), "c": (9, 9)}, "b": {"d": (1, 1)}, "c": {"d": (9, 9)}}
    guide = small_guide(catalog, moves, occupations={"b": NOBODY, "d": SUPERVISORS})
    assert ways(plan(guide, "a", "d")) == [["b", "d"], ["c", "d"]]
    by_pay = plan(guide, "a", "d", order=RouteOrder.PAY)
    assert ways(by_pay) == [["c", "d"], ["b", "d"]]
    unknown = by_pay.routes[1]
    assert (unknown.total.pay_forgone, unknown.steps[1].pay_forgone) == (None, None)
    assert (unknown.steps[0].pay_after.low, unknown.steps[0].pay_after.basis) == (None, None)
    assert [step.pay_change_unknown for step in unknown.steps] == ["unknown", "unknown"]
    assert (unknown.total.pay_change, unknown.total.pay_change_unknown) == (None, "unknown")
    assert unknown.pay_from_first_to_last.change is not None


def test_by_pay_wages_of_a_broad_match_are_not_credited_to_a_role(catalog: Catalog) -> None:
    moves = {"a": {"b": (1, 1), "c": (1, 1)}, "b": {"d": (2, 2)}, "c": {"d": (3, 3)}}
    guide = small_guide(catalog, moves, occupations={"c": SUPERVISORS, "d": SUPERVISORS}, broad=["c"])
    answer = plan(guide, "a", "d", order=RouteOrder.PAY)
    assert ways(answer) == [["b", "d"], ["c", "d"]]
    gap = pay_of(guide, "d") - pay_of(guide, "a")
    assert [route.total.pay_forgone for route in answer.routes] == [3 * gap, 4 * gap]
    assert answer.broad_counts_as is not None
    assert (answer.broad_counts_as.role.id, answer.broad_counts_as.amount) == ("a", pay_of(guide, "a"))


@pytest.mark.parametrize(
    "start",
    [{"broad": ["a", "c"]}, {"broad": ["c"], "occupations": {"a": NOBODY}}],
    ids=["a broad match", "no wages"],
)
def test_by_pay_where_the_start_gives_no_measure_broad_matches_count_as_the_lowest_paid_close_one(
    catalog: Catalog, start: dict[str, Any]
) -> None:
    moves = {"a": {"b": (1, 1), "c": (1, 1)}, "b": {"d": (2, 2)}, "c": {"d": (2, 2)}}
    occupations = {"a": SUPERVISORS, "c": SUPERVISORS, "d": SUPERVISORS} | start.get("occupations", {})
    guide = small_guide(catalog, moves, occupations=occupations, broad=start["broad"])
    answer = plan(guide, "a", "d", order=RouteOrder.PAY)
    assert answer.broad_counts_as is not None
    assert answer.broad_counts_as.role.id == "b"
    gap = pay_of(guide, "d") - pay_of(guide, "b")
    assert [route.steps[1].pay_forgone for route in answer.routes] == [2 * gap, 2 * gap]


def test_by_pay_long_detours_through_well_paid_broad_matches_come_last(catalog: Catalog) -> None:
    best = plan(catalog, CSR, MANAGER, order=RouteOrder.PAY).routes[0]
    assert {catalog.roles[step.from_role.id].occupation.match for step in best.steps} == {"close"}
    assert "technical-support-specialist" not in {step.from_role.id for step in best.steps}


def test_by_pay_a_goal_without_pay_leaves_time_to_decide(catalog: Catalog) -> None:
    moves = {"a": {"b": (1, 1), "c": (9, 9)}, "b": {"d": (1, 1)}, "c": {"d": (9, 9)}}
    guide = small_guide(catalog, moves, occupations={"d": NOBODY})
    answer = plan(guide, "a", "d", order=RouteOrder.PAY)
    assert ways(answer) == [["b", "d"], ["c", "d"]]
    assert [route.total.pay_forgone for route in answer.routes] == [None, None]


def test_starting_pay_and_what_everyone_earns_are_never_subtracted(catalog: Catalog) -> None:
    routes = plan(catalog, CSR, MANAGER).routes
    assert routes
    for route in routes:
        for step in route.steps:
            mixed = (step.pay_before.band is None) != (step.pay_after.band is None)
            catch_all = step.pay_before.catch_all or step.pay_after.catch_all
            assert (step.pay_change is None) == (mixed or catch_all)
            assert step.pay_change_unknown == ("mixed" if mixed else "catch-all" if catch_all else None)
        assert route.steps[0].pay_change_unknown == "mixed"
        assert (route.total.pay_change, route.total.pay_change_unknown) == (None, "mixed")
        assert route.pay_from_first_to_last.change is not None
        assert route.pay_from_first_to_last.change.amount == 69125 - 43500


def test_figures_of_different_areas_are_never_subtracted(catalog: Catalog) -> None:
    place = find_location(catalog, "Rome, GA")
    answer = plan_routes(catalog, catalog.roles[CSR], catalog.roles[MANAGER], location=place)
    assert answer.routes
    for route in answer.routes:
        first, last = route.steps[0].pay_before, route.steps[-1].pay_after
        assert (first.area.id, last.area.id) == ("40660", "13")
        assert route.pay_from_first_to_last.change is None
        assert route.pay_from_first_to_last.why_unknown is WhyUnknown.AREAS
        for step in route.steps:
            if step.pay_change:
                assert step.pay_before.area == step.pay_after.area


def test_each_step_says_whether_its_occupation_is_a_broad_match(catalog: Catalog) -> None:
    steps = [step for route in plan(catalog, CSR, DIRECTOR).routes for step in route.steps]
    assert {step.pay_after.match for step in steps} == {"close", "broad"}
    for step in steps:
        assert step.pay_after.match == catalog.roles[step.role.id].occupation.match


def test_only_sources_of_what_the_answer_holds_are_cited(catalog: Catalog) -> None:
    for order in RouteOrder:
        answer = plan(catalog, CSR, MANAGER, order=order)
        held = answer.model_dump_json(exclude={"sources"})
        of_roles = {source for role in (*ways(answer)[0], CSR) for source in catalog.roles[role].sources}
        assert {source.id for source in answer.sources if f'"{source.id}"' not in held} <= of_roles
        assert "prices" not in answer.model_dump()["pay"][0]


def test_pay_is_that_of_the_place_asked_for(catalog: Catalog) -> None:
    place = find_location(catalog, "12420")
    start, goal = catalog.roles[CSR], catalog.roles[MANAGER]
    answer = plan_routes(catalog, start, goal, location=place)
    first = answer.routes[0].steps[0]
    assert (first.pay_before.low, first.pay_before.high) == (38250, 46150)
    assert (first.pay_before.basis, first.pay_before.area.id) == ("localized", "12420")
    assert answer.location == place


def test_routes_go_through_via_in_any_order_and_around_what_is_avoided(catalog: Catalog) -> None:
    via = ("customer-experience-manager", "customer-service-trainer")
    for asked in (via, via[::-1]):
        answer = plan(catalog, CSR, DIRECTOR, via=asked, avoid=("quality-assurance-analyst",))
        assert answer.routes
        for way in ways(answer):
            assert set(via) <= set(way)
            assert "quality-assurance-analyst" not in way


def test_no_route_has_more_steps_than_allowed(catalog: Catalog) -> None:
    answer = plan(catalog, "call-center-specialist", DIRECTOR, order=RouteOrder.SOONEST, most_steps=4)
    assert answer.routes
    assert all(len(way) <= 4 for way in ways(answer))


def test_experts_and_managers_both_get_on(catalog: Catalog) -> None:
    for start in (
        "account-manager",
        "ai-support-specialist",
        "workforce-management-analyst",
        "call-center-supervisor",
    ):
        assert plan(catalog, start, DIRECTOR).routes


@each_row(
    ("wishes", "why"),
    [
        ({"most_steps": 1}, WhyNone.MAX_STEPS),
        ({"avoid": ("b", "c")}, WhyNone.AVOID),
        ({"via": ("e",)}, WhyNone.VIA),
        ({"via": ("b",), "most_steps": 2, "avoid": ("c", "d")}, WhyNone.WISHES),
    ],
)
def test_which_wish_stands_in_the_way_is_told(
    catalog: Catalog, wishes: dict[str, object], why: WhyNone
) -> None:
    moves = {
        "a": {"b": (1, 1), "c": (1, 1)},
        "b": {"d": (1, 1)},
        "c": {"z": (1, 1)},
        "d": {"z": (1, 1)},
        "e": {"z": (1, 1)},
    }
    answer = plan(small_guide(catalog, moves), "a", "z", **wishes)
    assert answer.routes == ()
    assert answer.no_route is not None
    assert (answer.no_route.why, answer.no_route.fewest_steps) == (why, 2)


@pytest.mark.parametrize(
    ("wishes", "steps"),
    [
        ({"via": ("b",), "most_steps": 2}, 3),
        ({"avoid": ("c",), "most_steps": 2}, 3),
        ({"via": ("b", "e"), "most_steps": 3}, 4),
        ({"most_steps": 1}, 2),
        ({"via": ("e",), "avoid": ("b", "c")}, None),
    ],
)
@pytest.mark.parametrize("order", RouteOrder)
def test_where_the_steps_are_too_few_those_needed_with_all_other_wishes_are_told(
    catalog: Catalog, order: RouteOrder, wishes: dict[str, object], steps: int | None
) -> None:
    moves = {
        "a": {"b": (1, 1), "c": (1, 1)},
        "b": {"d": (1, 1)},
        "c": {"z": (1, 1)},
        "d": {"z": (9, 9), "e": (1, 1)},
        "e": {"z": (1, 1)},
    }
    answer = plan(small_guide(catalog, moves), "a", "z", order=order, **dict(wishes))
    assert answer.no_route is not None
    assert answer.no_route.fewest_steps_through == steps


def test_where_nothing_leads_the_way_back_is_told(catalog: Catalog) -> None:
    answer = plan(catalog, MANAGER, "call-center-specialist")
    assert answer.no_route is not None
    assert (answer.no_route.why, answer.no_route.fewest_steps) == (WhyNone.NO_WAY, None)
    assert answer.no_route.fewest_steps_back == 3


@each_row(
    ("start", "goal", "wishes", "said"),
    [
        (CSR, CSR, {}, "is where the route starts"),
        (CSR, MANAGER, {"avoid": (CSR,)}, "where the route starts and to be avoided"),
        (CSR, MANAGER, {"avoid": (MANAGER,)}, "where to go and to be avoided"),
        (CSR, MANAGER, {"via": (CSR,)}, "is an end of the route"),
        (CSR, MANAGER, {"via": (MANAGER,)}, "is an end of the route"),
        (CSR, MANAGER, {"via": (SENIOR,), "avoid": (SENIOR,)}, "both to be gone through and avoided"),
        (CSR, MANAGER, {"most_steps": 0}, "nowhere to go"),
        (CSR, MANAGER, {"most_steps": 1, "via": (SENIOR,)}, "takes 2 steps at least"),
    ],
)
def test_wishes_that_contradict_themselves_are_refused(
    catalog: Catalog, start: str, goal: str, wishes: dict[str, object], said: str
) -> None:
    with pytest.raises(UsageError, match=said):
        plan(catalog, start, goal, **wishes)


def test_a_circle_in_data_of_ones_own_is_no_trap(catalog: Catalog) -> None:
    moves = {
        "a": {"b": (1, 1)},
        "b": {"c": (1, 1), "a": (1, 1)},
        "c": {"b": (1, 1), "d": (1, 1), "a": (0, 0)},
    }
    guide = small_guide(catalog, moves, sideways=["a", "b", "c"])
    for order in RouteOrder:
        assert ways(plan(guide, "a", "d", order=order)) == [["b", "c", "d"]]


def test_moves_that_take_no_time_are_steps_all_the_same(catalog: Catalog) -> None:
    guide = small_guide(catalog, {"a": {"b": (0, 0), "c": (0, 0)}, "b": {"c": (0, 0)}})
    assert ways(plan(guide, "a", "c", order=RouteOrder.SOONEST)) == [["c"], ["b", "c"]]
