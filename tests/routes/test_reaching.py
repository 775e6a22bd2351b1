"""All the roles that can be reached from one."""

import pytest
from rows import each_row
from small_guides import NOBODY, SUPERVISORS, small_guide

from cscareer import Wishes, plan_routes, reach_roles
from cscareer.catalog.loading import Catalog
from cscareer.errors import UsageError
from cscareer.routes.weighing import RouteOrder

CSR = "customer-service-specialist"


@each_row("order", RouteOrder)
def test_each_role_is_reached_as_the_best_route_to_it_would(catalog: Catalog, order: RouteOrder) -> None:
    start, wishes = catalog.roles[CSR], Wishes(order)
    reached = reach_roles(catalog, start, wishes=wishes).roles
    assert len(reached) == 35
    for each in reached:
        best = plan_routes(catalog, start, catalog.roles[each.role.id], wishes=wishes).routes[0].total
        assert each.total == best


def test_roles_come_by_level_and_name_each_move(catalog: Catalog) -> None:
    reached = reach_roles(catalog, catalog.roles[CSR]).roles
    assert [each.level.rank for each in reached] == sorted(each.level.rank for each in reached)
    for each in reached:
        assert (each.path[0].id, each.path[0].move, each.path[-1].id) == (CSR, None, each.role.id)
        assert sum(stop.years.low for stop in each.path if stop.years) == each.total.years.low


def test_steps_and_roles_to_avoid_are_heeded(catalog: Catalog) -> None:
    avoided = catalog.roles["senior-customer-service-specialist"]
    answer = reach_roles(catalog, catalog.roles[CSR], wishes=Wishes(avoid=(avoided,), most_steps=2))
    assert answer.roles
    for each in answer.roles:
        assert each.total.steps <= 2
        assert avoided.id not in {stop.id for stop in each.path}


def test_by_pay_each_role_is_measured_by_what_it_pays_itself(catalog: Catalog) -> None:
    moves = {
        "a": {"b": (1, 1), "c": (1, 1)},
        "b": {"d": (3, 3), "e": (2, 2)},
        "c": {"d": (4, 4), "e": (3, 3)},
    }
    guide = small_guide(catalog, moves, occupations={"c": SUPERVISORS, "d": SUPERVISORS, "f": NOBODY})
    found = reach_roles(guide, guide.roles["a"], wishes=Wishes(RouteOrder.PAY)).roles
    ways = {each.role.id: [stop.id for stop in each.path] for each in found}
    assert ways["d"] == ["a", "c", "d"]  # d pays more than b, so years in c are worth more
    assert ways["e"] == ["a", "b", "e"]  # e pays no more than a and b, so the soonest way is the best


def test_each_role_says_how_its_pay_compares_with_that_of_the_start(catalog: Catalog) -> None:
    reached = {each.role.id: each for each in reach_roles(catalog, catalog.roles[CSR]).roles}
    manager, lead = reached["customer-service-manager"], reached["customer-service-team-lead"]
    assert manager.pay_from_first_to_last.change is not None
    assert manager.pay_from_first_to_last.change.amount == 69125 - 43500
    assert lead.pay_from_first_to_last.why_unknown == "mixed"


def test_from_the_top_nothing_is_reached(catalog: Catalog) -> None:
    answer = reach_roles(catalog, catalog.roles["vice-president-of-customer-experience"])
    assert (answer.roles, answer.pay, answer.complete) == ((), (), True)


def test_roles_to_go_through_need_a_role_to_go_to(catalog: Catalog) -> None:
    wishes = Wishes(via=(catalog.roles["account-manager"],))
    with pytest.raises(UsageError, match="--via needs a role to go to"):
        reach_roles(catalog, catalog.roles[CSR], wishes=wishes)
