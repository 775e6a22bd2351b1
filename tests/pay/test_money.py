"""Money is decimal: what is exactly a figure is neither below nor above it."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st
from rows import each_row

from cscareer.catalog.loading import load_catalog
from cscareer.catalog.models import PERCENTILES
from cscareer.pay.amounts import Given
from cscareer.pay.money import exact, shown, to_cents, to_dollars, to_step
from cscareer.pay.offer import JudgedOffer, assess_offer
from cscareer.pay.percentiles import percentile_of
from cscareer.pay.ranges import Area, Range, hourly
from cscareer.pay.statistics import Statistics
from cscareer.pay.wages import distribution

CATALOG = load_catalog(environment={})
STATISTICS = CATALOG.once(Statistics)
CSR = CATALOG.roles["customer-service-specialist"]
ROWS = STATISTICS.wages.of(CSR.occupation.code)
HOURS = (1040, 1456, 1560, 1820, 1872, 1924, 1950, 2080)
SHARES = dict(zip(PERCENTILES, (10, 25, 50, 75, 90), strict=True))


def offered(amount: float, hours: int, area: str = "99") -> JudgedOffer:
    place = STATISTICS.location_of(area)
    return assess_offer(CATALOG, CSR, (Given(amount, "year"), place), hours=hours).offers[0]


def test_an_offer_of_exactly_the_median_is_not_below_it() -> None:
    offer = offered(39_184.60, 1820)
    assert offer.percentile is not None
    assert (offer.standing, offer.percentile.value, offer.wages and offer.wages.median) == (
        "above-median", 50.0, 21.53,
    )  # fmt: skip


def test_an_offer_of_exactly_p75_leaves_no_target() -> None:
    offer = offered(51_771.20, 2080)
    assert offer.wages is not None
    assert offer.wages.p75 == 24.89
    assert (offer.standing, offer.target) == ("above-median", None)


def test_every_percentile_of_every_area_is_hit_exactly_whatever_the_hours() -> None:
    tried = 0
    for area, row in ROWS.items():
        wages = distribution(row, Area(id=area, name=None), "hour")
        points = {name: wage for name in PERCENTILES if (wage := wages.at(name)) is not None}
        for name, wage in points.items():
            tied = sorted(SHARES[other] for other, same in points.items() if same == wage)
            for hours in HOURS:
                yearly = to_cents(exact(wage) * hours)
                found = percentile_of(exact(yearly) / hours, wages)
                assert found is not None
                if len(tied) == 1:
                    assert found.value == SHARES[name], (area, name, hours)
                else:
                    assert (found.low, found.high) == (tied[0], tied[-1]), (area, name, hours)
                tried += 1
    assert tried > 20_000


@given(
    area=st.sampled_from(sorted(ROWS)),
    name=st.sampled_from(PERCENTILES),
    hours=st.sampled_from(HOURS),
    off=st.integers(-3, 3),
)
def test_an_offer_stands_by_its_exact_wage_and_its_target_is_in_order(
    area: str, name: str, hours: int, off: int
) -> None:
    wages = distribution(ROWS[area], Area(id=area, name=None), "hour")
    wage = wages.at(name)  # type: ignore[arg-type]
    if wage is None:
        return
    amount = to_cents(exact(wage) * hours + Decimal(off) / 100)
    offer = offered(amount, hours, area)
    paid = exact(amount) / hours
    p25, median, p75 = (None if end is None else exact(end) for end in (wages.p25, wages.median, wages.p75))
    if p75 is not None and paid > p75:
        assert offer.standing == "above-p75"
    elif median is not None and paid >= median:
        assert offer.standing == "above-median"
    elif median is not None:
        assert offer.standing == ("below-p25" if p25 is not None and paid < p25 else "below-median")
    if offer.target:
        assert offer.target.low is not None
        assert offer.target.high is not None
        assert amount <= offer.target.low <= offer.target.high
        assert p75 is not None
        assert paid < p75


@each_row(("figure", "cents", "dollars"), [("0.005", 0.01, 0), ("2.675", 2.68, 3), ("1.5", 1.5, 2), ("-2.5", -2.5, -3)])  # fmt: skip
def test_halves_are_rounded_away_from_nothing(figure: str, cents: float, dollars: int) -> None:
    assert to_cents(Decimal(figure)) == cents
    assert to_dollars(Decimal(figure)) == dollars


def test_a_figure_is_shown_as_an_int_where_it_is_whole() -> None:
    assert [type(shown(Decimal(each))) for each in ("21.00", "21.53")] == [int, float]
    assert [to_step(Decimal(each), 50) for each in (24, 25, 74, 75)] == [0, 50, 50, 100]


@given(st.integers(1, 10_000_000), st.integers(1, 8784))
def test_an_hourly_range_is_the_yearly_one_by_the_hours_to_the_nearest_cent(yearly: int, hours: int) -> None:
    pay = Range(
        low=yearly, high=None, currency="USD", per="year", hours=None, basis="published",
        area=Area(id="99", name=None), sources=(),
    )  # fmt: skip
    low = hourly(pay, hours).low
    assert low is not None
    assert abs(exact(low) * hours - yearly) * 2 <= Decimal(hours) / 100
