"""Where an amount stands among the people of an occupation."""

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st
from rows import each_row

from cscareer.pay.money import Number
from cscareer.pay.percentiles import Percentile, percentile_of
from cscareer.pay.ranges import NATION
from cscareer.pay.wages import Distribution

NAMES = ("p10", "p25", "median", "p75", "p90")
SHARES = dict(zip(NAMES, (10, 25, 50, 75, 90), strict=True))


def wages(*figures: Number | None, top_coded: Sequence[str] = ()) -> Distribution:
    return Distribution.model_validate(
        {
            **dict(zip(NAMES, figures, strict=True)),
            "at_or_above": tuple(top_coded),
            "currency": "USD",
            "per": "year",
            "hours": None,
            "basis": "observed",
            "area": NATION,
            "sources": (),
        }
    )


def rank(found: Percentile | None) -> tuple[float, float]:
    """The lowest and highest share a percentile allows."""
    assert found is not None
    if found.value is not None:
        return found.value, found.value
    return found.low or 0, found.high or 100


differing = st.lists(st.integers(1_000, 300_000), min_size=5, max_size=5, unique=True).map(sorted)
rising = st.lists(st.integers(1_000, 300_000), min_size=5, max_size=5).map(sorted)
amounts = st.integers(500, 400_000)


@given(differing)
def test_every_published_percentile_is_met_exactly(figures: list[int]) -> None:
    for name, figure in zip(NAMES, figures, strict=True):
        assert percentile_of(figure, wages(*figures)) == Percentile(value=SHARES[name], low=None, high=None)


@given(rising, amounts, amounts)
def test_more_pay_never_stands_lower(figures: list[int], one: int, other: int) -> None:
    low, high = sorted((one, other))
    assert rank(percentile_of(low, wages(*figures)))[0] <= rank(percentile_of(high, wages(*figures)))[1]


@given(differing, st.integers(0, 3), st.floats(0.01, 0.99))
def test_between_two_percentiles_it_lies_between_their_shares(
    figures: list[int], gap: int, far: float
) -> None:
    amount = figures[gap] + far * (figures[gap + 1] - figures[gap])
    found = percentile_of(amount, wages(*figures))
    assert found is not None
    assert found.value is not None
    assert SHARES[NAMES[gap]] <= found.value <= SHARES[NAMES[gap + 1]]


@given(rising)
def test_on_a_tie_a_span_is_told(figures: list[int]) -> None:
    for figure in set(figures):
        tied = [SHARES[name] for name, other in zip(NAMES, figures, strict=True) if other == figure]
        found = percentile_of(figure, wages(*figures))
        expected = (
            Percentile(value=tied[0], low=None, high=None)
            if len(tied) == 1
            else Percentile(value=None, low=tied[0], high=tied[-1])
        )
        assert found == expected


@given(
    st.lists(st.integers(500, 15_000), min_size=5, max_size=5, unique=True).map(sorted),
    st.integers(300, 20_000),
)
def test_hourly_and_yearly_agree_where_a_year_is_2080_hours(cents: list[int], offered: int) -> None:
    hourly = [each / 100 for each in cents]
    yearly = [each * 2080 / 100 for each in cents]
    assert percentile_of(offered / 100, wages(*hourly)) == percentile_of(offered * 2080 / 100, wages(*yearly))


@each_row(
    ("amount", "figures", "expected"),
    [
        (29_999, (30_000, 35_000, 40_000, 45_000, 50_000), Percentile(value=None, low=None, high=10)),
        (50_001, (30_000, 35_000, 40_000, 45_000, 50_000), Percentile(value=None, low=90, high=None)),
        (39_100, (30_360, 36_090, 39_100, 39_100, 50_750), Percentile(value=None, low=50, high=75)),
        (30_000, (None, 35_000, 40_000, 45_000, 50_000), Percentile(value=None, low=None, high=25)),
        (40_000, (30_000, None, None, None, 50_000), Percentile(value=56.4, low=None, high=None)),
    ],
)
def test_ends_ties_and_gaps(amount: int, figures: tuple[int | None, ...], expected: Percentile) -> None:
    assert percentile_of(amount, wages(*figures)) == expected


def test_the_middle_of_two_log_wages_is_the_middle_of_their_quantiles() -> None:
    found = percentile_of((40_000 * 50_000) ** 0.5, wages(20_000, 30_000, 40_000, 50_000, 60_000))
    assert found == Percentile(value=63.2, low=None, high=None)  # normal share of 0.6745 ÷ 2


def test_a_threshold_is_no_figure() -> None:
    top_coded = wages(60_000, 90_000, 150_000, 239_200, 239_200, top_coded=("p75", "p90"))
    assert percentile_of(200_000, top_coded) == Percentile(value=None, low=50, high=None)


def test_without_any_percentile_nothing_is_told() -> None:
    assert percentile_of(40_000, wages(None, None, None, None, None)) is None
