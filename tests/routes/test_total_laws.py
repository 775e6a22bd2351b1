"""What holds of every total: it is the sum of its steps, whatever roles pay and wherever that is known."""

from hypothesis import given
from hypothesis import strategies as st
from small_guides import CLERKS, NOBODY, SUPERVISORS, small_guide

from cscareer import Wishes, find_location, plan_routes
from cscareer.catalog.loading import load_catalog
from cscareer.routes.weighing import RouteOrder

CATALOG = load_catalog(environment={})
PLACES = [None, "Rome, GA", "Austin, TX"]
WRITERS = "27-3042"
pays_of = st.sampled_from([CLERKS, SUPERVISORS, NOBODY, WRITERS])


@given(st.lists(pays_of, min_size=4, max_size=4), st.sets(st.sampled_from("abcd")), st.sampled_from(PLACES))
def test_totals_are_sums_or_null_with_the_reason_of_a_step(
    codes: list[str], broad: set[str], place: str | None
) -> None:
    moves = {
        "a": {"b": (1, 2), "c": (2, 3), "d": (3, 9)},
        "b": {"c": (0, 1), "d": (1, 1)},
        "c": {"d": (1, 4)},
    }
    guide = small_guide(
        CATALOG, moves, occupations=dict(zip("abcd", codes, strict=True)), broad=sorted(broad)
    )
    where = find_location(CATALOG, place) if place else None
    for order in RouteOrder:
        answer = plan_routes(guide, guide.roles["a"], guide.roles["d"], wishes=Wishes(order), location=where)
        for route in answer.routes:
            total, journey = route.total, route.pay_from_first_to_last
            changes = [step.pay_change.amount for step in route.steps if step.pay_change]
            summed = sum(changes) if len(changes) == len(route.steps) else None
            assert (total.pay_change.amount if total.pay_change else None) == summed
            assert (total.pay_change is None) == (total.pay_change_unknown is not None)
            assert total.pay_change_unknown in {None, *(step.pay_change_unknown for step in route.steps)}
            if total.pay_change:
                assert total.pay_change == journey.change
            if journey.change:
                first, last = route.steps[0].pay_before, route.steps[-1].pay_after
                assert (first.basis, first.area, first.currency) == (last.basis, last.area, last.currency)
            lost = [step.pay_forgone for step in route.steps]
            assert total.pay_forgone == (
                None if None in lost else sum(each for each in lost if each is not None)
            )
