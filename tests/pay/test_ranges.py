"""Ranges, midpoints and hours: figures as the contract writes them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cscareer.catalog.loading import Catalog
from cscareer.catalog.pay_models import Salary
from cscareer.pay.ranges import Range, as_range, midpoint, newest_salary, unknown_range, whole, yearly


def salary(low: int | None, high: int | None, per: str = "year", **changes: object) -> Salary:
    content = {
        "role": "account-manager", "area": "99", "year": 2026, "low": low, "high": high, "currency": "USD",
        "per": per, "starting": True, "sources": ["robert-half-2026"],
    }  # fmt: skip
    return Salary.model_validate(content | changes)


def published_range(catalog: Catalog, role: str) -> Range:
    salary = newest_salary(catalog, role)
    return as_range(salary) if salary else unknown_range()


def test_a_published_range_carries_all_the_contract_asks_for(catalog: Catalog) -> None:
    assert published_range(catalog, "customer-service-manager").model_dump() == {
        "low": 57_000,
        "high": 81_250,
        "currency": "USD",
        "per": "year",
        "hours": None,
        "basis": "published",
        "area": {"id": "99", "name": "United States"},
        "sources": ({"id": "robert-half-2026", "year": 2026},),
    }


def test_a_role_without_a_published_range_has_null_ends_and_no_source(catalog: Catalog) -> None:
    pay = published_range(catalog, "account-manager")
    assert (pay.low, pay.high, pay.sources) == (None, None, ())
    assert midpoint(pay) is None


@pytest.mark.parametrize(
    ("role", "middle"),
    [
        ("customer-service-specialist", 43_500),
        ("call-center-specialist", 40_875),
        ("customer-service-manager", 69_125),
    ],
)
def test_the_midpoints_of_the_published_ranges(catalog: Catalog, role: str, middle: int) -> None:
    amount = midpoint(published_range(catalog, role))
    assert amount is not None
    assert (amount.amount, amount.basis) == (middle, "calculated")


@pytest.mark.parametrize(("low", "high"), [(None, None), (1, None), (None, 1)])
def test_an_unknown_end_leaves_no_midpoint(low: int | None, high: int | None) -> None:
    assert midpoint(as_range(salary(low, high))) is None


def test_25_an_hour_is_52_000_a_year_at_2_080_hours() -> None:
    pay = yearly(as_range(salary(25, 25, "hour")))
    assert (pay.low, pay.high, pay.per, pay.hours, pay.basis) == (52_000, 52_000, "year", 2_080, "calculated")


def test_yearly_pay_stays_as_it_is() -> None:
    pay = as_range(salary(1, 2))
    assert yearly(pay) is pay


def test_an_area_other_than_the_nation_is_known_by_its_id() -> None:
    area = as_range(salary(1, 2, area="12420")).area
    assert (area.id, area.name) == ("12420", None)


@given(st.integers(1, 10**6), st.integers(1, 10**6))
def test_a_midpoint_lies_as_far_from_either_end(one: int, other: int) -> None:
    low, high = sorted((one, other))
    middle = midpoint(as_range(salary(low, high)))
    assert middle is not None
    assert middle.amount - low == high - middle.amount


@given(st.integers(-(10**9), 10**9))
def test_a_whole_number_is_an_int(number: int) -> None:
    assert isinstance(whole(float(number)), int)
    assert isinstance(whole(number + 0.5), float)


def test_a_range_refuses_a_figure_in_words() -> None:
    with pytest.raises(ValueError, match="valid"):
        Range.model_validate(published_dump() | {"low": "many"})


def published_dump() -> dict[str, object]:
    return as_range(salary(1, 2)).model_dump()
