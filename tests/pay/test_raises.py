"""Whether pay has kept up with prices, and with the occupation."""

from decimal import ROUND_HALF_UP, Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rows import each_row

from cscareer.catalog.loading import Catalog, load_catalog
from cscareer.errors import UsageError
from cscareer.pay.amounts import Given
from cscareer.pay.price_index import IndexMonth
from cscareer.pay.raises import PayStep, assess_raise
from cscareer.pay.report import find_location

CATALOG = load_catalog(environment={})


def yearly(amount: float, year: int, month: int) -> PayStep:
    return PayStep(Given(amount, "year"), IndexMonth(year, month))


def assess(now: float, was: PayStep, **options: object) -> Any:  # noqa: ANN401  nothing is null where pay before is known
    return assess_raise(CATALOG, Given(now, was.pay.per), was, **options)  # type: ignore[arg-type]


def test_pay_of_36_000_in_may_2022_would_have_to_be_41_257_in_august_2026() -> None:
    found = assess(41_000, yearly(36_000, 2022, 5), until=IndexMonth(2026, 8))
    assert (found.needed.amount, found.short.amount, found.verdict) == (41_257, 257, "behind")
    assert (found.change, found.real_change, found.prices.change) == (13.9, -0.6, 14.6)
    assert [source.id for source in found.sources] == ["bls-cpi-2026"]


def test_twenty_cents_more_an_hour_after_years_is_a_cut() -> None:
    found = assess(20.20, PayStep(Given(20, "hour"), IndexMonth(2024, 5)), until=IndexMonth(2026, 5))
    assert (found.verdict, found.needed.per) == ("behind", "hour")
    assert found.change == 1.0
    assert found.real_change < -4
    assert found.needed.amount == round(found.needed.amount, 2)


@each_row(("now", "verdict"), [(41_260, "even"), (41_400, "even"), (41_600, "ahead"), (40_900, "behind")])
def test_half_a_percent_more_or_less_is_even(now: float, verdict: str) -> None:
    assert assess(now, yearly(36_000, 2022, 5), until=IndexMonth(2026, 8)).verdict == verdict


def test_raises_in_between_are_a_line_in_the_order_of_their_months() -> None:
    found = assess(
        41_000,
        yearly(36_000, 2022, 5),
        then=[yearly(39_000, 2024, 5), yearly(38_000, 2023, 5)],
        until=IndexMonth(2026, 5),
    )
    assert [step.month for step in found.steps] == ["2022-05", "2023-05", "2024-05", "2026-05"]
    assert [step.change for step in found.steps] == [None, 5.6, 2.6, 5.1]
    assert found.steps[0].real_change is None
    assert found.steps[-1].needed == found.needed


def test_the_metros_own_prices_count_where_there_are_some() -> None:
    found = assess(
        41_000, yearly(36_000, 2022, 5), location=find_location(CATALOG, "Denver"), until=IndexMonth(2026, 8)
    )
    assert (found.prices.series.scope, found.prices.end.used) == ("metro", "2026-07")
    assert found.needed.amount == 41_420


def test_the_occupations_median_stands_beside_it_with_prices_of_the_same_mays() -> None:
    role = CATALOG.roles["customer-service-specialist"]
    found = assess(41_000, yearly(36_000, 2021, 5), role=role).median
    assert found is not None
    assert (found.start, found.end, found.change, found.real_change) == (2021, 2025, 21.3, 1.5)
    assert found.method_break is None


def test_across_the_break_in_the_method_the_median_is_compared_from_2021_on() -> None:
    found = assess(41_000, yearly(36_000, 2019, 5), role=CATALOG.roles["customer-service-specialist"]).median
    assert found is not None
    assert (found.start, found.method_break and found.method_break.year) == (2021, 2021)


def test_a_span_without_two_mays_says_why_there_is_no_median() -> None:
    found = assess(41_000, yearly(40_000, 2025, 6), role=CATALOG.roles["customer-service-specialist"])
    assert found.median is None
    assert found.median_note == (
        "Wage statistics are of each May, the newest of 2025: no two of them lie between 2025-06 and 2026-08."
    )


@each_row(
    ("was", "options", "said"),
    [
        (yearly(36_000, 2014, 12), {}, "begins with 2015-01"),
        (yearly(36_000, 2026, 9), {}, "published to 2026-08"),
        (yearly(36_000, 2022, 5), {"until": IndexMonth(2026, 9)}, "published to 2026-08"),
        (yearly(36_000, 2022, 5), {"until": IndexMonth(2021, 5)}, "is not after 2022-05"),
        (yearly(36_000, 2022, 5), {"then": [yearly(37_000, 2022, 5)]}, "is not after 2022-05"),
        (
            PayStep(Given(18, "hour"), IndexMonth(2022, 5)),
            {"now": Given(41_000, "year")},
            "per hour can't be held",
        ),
    ],
)
def test_months_and_periods_that_do_not_go_together_are_refused(
    was: PayStep, options: dict[str, object], said: str
) -> None:
    now = options.pop("now", Given(41_000, was.pay.per))
    with pytest.raises(UsageError, match=said) as caught:
        assess_raise(CATALOG, now, was, **options)  # type: ignore[arg-type]
    assert "until" in options or "--until" not in (caught.value.hint or ""), "nobody gave it"


@given(
    amount=st.integers(15_000, 200_000),
    start=st.builds(IndexMonth, st.integers(2015, 2023), st.integers(1, 12)),
    area=st.sampled_from(["Denver", "Austin, TX", "Sumter, SC", "Ponce, PR", "Wyoming", "Boston"]),
)
def test_pay_that_is_what_is_needed_is_even_and_worth_what_it_was(
    amount: int, start: IndexMonth, area: str
) -> None:
    place = find_location(CATALOG, area)
    needed = assess(amount, PayStep(Given(amount, "year"), start), location=place).needed.amount
    found = assess(needed, PayStep(Given(amount, "year"), start), location=place)
    assert (found.verdict, found.short.amount) == ("even", 0)
    exact = Decimal(amount) * found.prices.exact
    assert needed == exact.quantize(Decimal(1), ROUND_HALF_UP)


def test_a_catalog_without_prices_says_what_to_import(
    catalog: Catalog, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("cscareer.pay.price_index.PriceIndex.reach", lambda _self: None)
    with pytest.raises(UsageError, match="No price index is in the data") as caught:
        assess_raise(catalog, Given(41_000, "year"), yearly(36_000, 2022, 5))
    assert caught.value.hint is not None
    assert "data import" in caught.value.hint


@each_row(
    ("pay", "months", "standing", "is_new", "advised"),
    [
        (20.50, 36, "below-p25", False, True),
        (24, 5, "above-median", True, True),
        (24, None, "above-median", None, True),
        (40, 36, "above-p75", False, False),
        (12, None, "below-p25", None, False),  # under the minimum wage
    ],
)
def test_pay_is_held_against_all_in_the_work_there(
    pay: float, months: int | None, standing: str, is_new: bool | None, advised: bool
) -> None:
    role = CATALOG.roles["customer-service-specialist"]
    place = find_location(CATALOG, "Denver, CO")
    found = assess_raise(CATALOG, Given(pay, "hour"), role=role, location=place, months=months)
    assert found.standing
    assert found.verdict is None
    judged = found.standing.judged
    assert (judged.standing, found.standing.is_new, bool(judged.advice)) == (standing, is_new, advised)
    if judged.advice:
        assert not any("do this work" in said for said in judged.advice.say)  # nobody applies


def test_pay_alone_needs_something_to_be_held_against() -> None:
    with pytest.raises(UsageError, match="Against what"):
        assess_raise(CATALOG, Given(20, "hour"))
