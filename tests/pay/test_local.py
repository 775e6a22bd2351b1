"""What a role pays in a place: every figure is the source's cell, every estimate the contract's formula."""

import csv
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from pathlib import Path

import pytest
from conftest import shared_file
from hypothesis import given
from hypothesis import strategies as st
from rows import each_row

from cscareer.catalog.loading import load_catalog
from cscareer.catalog.models import PERCENTILES
from cscareer.pay.local import RoleRange, local_range
from cscareer.pay.localization import localize
from cscareer.pay.money import Period
from cscareer.pay.ranges import NATION, Area, Range, hourly
from cscareer.pay.statistics import Statistics
from cscareer.pay.wages import Distribution, WageRow, distribution

CATALOG = load_catalog(environment={})
STATISTICS = CATALOG.once(Statistics)

ROLE_OF = {
    "43-4051": "customer-service-specialist",
    "43-1011": "customer-service-manager",
    "41-3091": "account-manager",
    "15-1232": "technical-support-specialist",
}
PLACES = {  # ten places of different kinds, and the area that must speak for each
    "United States": "99",
    "Texas": "48",
    "DC": "11",
    "Puerto Rico": "72",
    "Guam": "66",
    "Austin": "12420",
    "New York": "35620",
    "Kansas City": "28140",
    "Ponce, PR": "38660",
    "0100001": "0100001",
    "Sumter, SC": "44940",
}
BLS_NAMES = dict(zip(PERCENTILES, ("PCT10", "PCT25", "MEDIAN", "PCT75", "PCT90"), strict=True))


@cache
def cells(file: Path) -> dict[tuple[str, str], dict[str, str]]:
    with file.open(encoding="utf-8-sig", newline="") as lines:
        return {(row["AREA"], row["OCC_CODE"]): row for row in csv.DictReader(lines)}


def paid(role: str, said: str, per: Period = "year", hours: int = 2080) -> RoleRange:
    return local_range(STATISTICS, CATALOG.roles[role], STATISTICS.places.find(said), per=per, hours=hours)


PUBLISHED = [  # from BLS's tables of May 2025: people, and five percentiles by the year and by the hour
    ("43-4051", "Austin", 32690, [30520, 36640, 43720, 49250, 61610], [14.67, 17.62, 21.02, 23.68, 29.62]),
    ("43-1011", "Texas", 160600, [43320, 51160, 64940, 82700, 103540], [20.83, 24.60, 31.22, 39.76, 49.78]),
    ("41-3091", "New York", 91680, [46370, 62290, 93750, 134000, 176300], [22.29, 29.95, 45.07, 64.42, 84.76]),
    ("15-1232", "Puerto Rico", 5760, [23960, 28950, 36250, 47220, 60320], [11.52, 13.92, 17.43, 22.70, 29.00]),
    ("43-4051", "Sumter, SC", 990, [30360, 36090, 39100, 39100, 50750], [14.60, 17.35, 18.80, 18.80, 24.40]),
]  # fmt: skip


@each_row(("occupation", "said", "people", "yearly", "hourly_"), PUBLISHED)
def test_observed_figures_are_those_that_bls_published(
    occupation: str, said: str, people: int, yearly: list[int], hourly_: list[float]
) -> None:
    by_year, by_hour = (
        paid(ROLE_OF[occupation], said).observed,
        paid(ROLE_OF[occupation], said, "hour").observed,
    )
    assert [getattr(by_year, name) for name in BLS_NAMES] == yearly
    assert [getattr(by_hour, name) for name in BLS_NAMES] == hourly_
    assert paid(ROLE_OF[occupation], said).employment == people


@each_row("occupation", ROLE_OF)
@each_row(("said", "area"), PLACES.items())
def test_every_observed_figure_is_the_source_cell(occupation: str, said: str, area: str) -> None:
    row = cells(shared_file("data/oews_may2025_areas.csv"))[area, occupation]
    periods: tuple[tuple[Period, str], ...] = (("year", "A_"), ("hour", "H_"))
    for per, prefix in periods:
        entry = paid(ROLE_OF[occupation], said, per)
        assert entry.observed is not None
        assert entry.observed.area.id == area
        for name, column in BLS_NAMES.items():
            assert getattr(entry.observed, name) == float(row[prefix + column]), (per, name)
        assert f"{entry.employment}" == row["TOT_EMP"]
        assert [source.id for source in entry.observed.sources] == ["bls-oews-2025"]


@each_row("said", PLACES)
@each_row("role", ["customer-service-specialist", "call-center-specialist", "customer-service-manager"])
def test_every_localized_end_is_the_formula_by_hand(said: str, role: str) -> None:
    entry = paid(role, said)
    published = next(salary for salary in CATALOG.salaries.values() if salary.role == role)
    assert entry.observed is not None
    assert entry.national is not None
    if entry.area.id == "99":
        assert (entry.low, entry.high, entry.basis) == (published.low, published.high, "published")
        return

    def moved(end: int | None, percentile: str) -> int:
        exact = (
            Decimal(end or 0)
            * Decimal(getattr(entry.observed, percentile))
            / Decimal(getattr(entry.national, percentile))
        )
        return int((exact / 50).quantize(Decimal(1), ROUND_HALF_UP)) * 50

    low, high = moved(published.low, "p25"), moved(published.high, "p75")
    if low > high:
        low, high = moved(published.low, "median"), moved(published.high, "median")
    assert (entry.low, entry.high, entry.basis) == (low, high, "localized")
    assert [source.id for source in entry.sources] == ["robert-half-2026", "bls-oews-2025"]


@pytest.mark.parametrize(
    ("said", "low", "high", "method"),
    [("12420", 38_250, 46_150, "quartiles"), ("Sumter, SC", 33_600, 42_350, "median")],
)
def test_the_golden_values_of_the_contract(said: str, low: int, high: int, method: str) -> None:
    entry = paid("customer-service-specialist", said)
    assert entry.localization is not None
    assert (entry.low, entry.high, entry.localization.method) == (low, high, method)
    assert (entry.localization.published.low, entry.localization.published.high) == (38_500, 48_500)


def test_hourly_is_the_rounded_year_by_the_hours_and_observed_hourly_stays() -> None:
    entry = paid("customer-service-specialist", "Austin", "hour")
    assert (entry.low, entry.high, entry.per, entry.hours) == (18.39, 22.19, "hour", 2080)
    assert entry.observed is not None
    assert (entry.observed.median, entry.observed.hours) == (21.02, None)
    part_time = paid("customer-service-specialist", "Austin", "hour", 1950)
    assert (part_time.low, part_time.high, part_time.hours) == (19.62, 23.67, 1950)


@each_row(
    ("role", "said", "without", "speaks"),
    [
        ("customer-service-specialist", "Bozeman, MT", ["14580"], "30"),
        ("customer-service-manager", "Rome, GA", ["40660"], "13"),
        ("technical-support-specialist", "Casper, WY", ["16220"], "56"),
        ("account-manager", "Ogden, UT", ["36260"], "49"),
        ("knowledge-base-specialist", "Sumter, SC", ["44940"], "45"),
        ("knowledge-base-specialist", "Guam", ["66"], "99"),
    ],
)
def test_where_no_wage_is_released_the_state_and_then_the_nation_speaks(
    role: str, said: str, without: list[str], speaks: str
) -> None:
    entry = paid(role, said)
    assert [area.id for area in entry.without_figures] == without
    assert entry.observed is not None
    assert entry.observed.area.id == speaks
    assert entry.location.area.id == without[0]


def test_a_town_in_a_metro_of_several_states_falls_back_to_its_own() -> None:
    rows = STATISTICS.wages.of("27-3042")
    metro = next(
        area
        for area in STATISTICS.gazetteer.metros
        if len(area.states) > 1 and (area.id not in rows or not rows[area.id].has_figures)
    )
    for county in STATISTICS.gazetteer.all_counties():
        if county.area == metro.id:
            place = STATISTICS.places.find(f"{county.name} County, {county.state}")
            found = STATISTICS.find_wages("27-3042", place)
            assert found is not None
            assert found.area.id in {STATISTICS.gazetteer.states[county.state].id, "99"}


@each_row("role", [role for role in CATALOG.roles if role not in {s.role for s in CATALOG.salaries.values()}])
@each_row("said", ["Austin", "United States"])
def test_a_role_without_a_published_range_gets_the_band_it_declares(role: str, said: str) -> None:
    entry = paid(role, said)
    assert entry.band is not None
    assert entry.observed is not None
    assert entry.basis == "observed"
    assert entry.low == getattr(entry.observed, entry.band.low)
    assert entry.high == getattr(entry.observed, entry.band.high)
    assert entry.starting is None


@each_row(
    ("said", "index", "area", "own"),
    [
        ("Austin", 98.066, "12420", True),
        ("Texas", None, "48", True),
        ("United States", 100.0, "99", True),
        ("Bridgeport, CT", None, "09", False),
        ("0100001", None, "01", False),
    ],
)
def test_prices_are_the_areas_own_or_its_states(said: str, index: float | None, area: str, own: bool) -> None:
    prices = paid("customer-service-specialist", said).prices
    assert prices.area is not None
    assert (prices.area.id, prices.own, prices.note is None) == (area, own, own)
    expected = index if index is not None else STATISTICS.gazetteer.areas[area].rpp
    assert prices.index == expected


@each_row("said", ["Puerto Rico", "Ponce, PR", "Guam", "Virgin Islands"])
def test_territories_have_no_price_level_and_the_answer_says_why(said: str) -> None:
    entry = paid("customer-service-specialist", said)
    assert entry.prices.index is None
    assert entry.prices.note is not None
    assert entry.real_median is None


def test_of_393_metros_386_and_of_the_states_all_have_prices() -> None:
    areas = STATISTICS.gazetteer.areas.values()
    assert sum(area.type == "metro" for area in areas) == 393
    assert sum(area.type == "metro" and area.rpp is not None for area in areas) == 386
    assert sum(area.type == "state" and area.rpp is not None for area in areas) == 51
    assert sum(area.type == "territory" and area.rpp is None for area in areas) == 3


def test_real_value_is_the_amount_by_the_index() -> None:
    entry = paid("customer-service-specialist", "Austin")
    assert entry.real_median is not None
    assert entry.real_median.amount == round(43_720 * 100 / 98.066)
    assert [source.id for source in entry.real_median.sources] == ["bls-oews-2025", "bea-rpp-2024"]


def figures(*values: int | None, area: str = "12420", top: tuple[str, ...] = ()) -> Distribution:
    return Distribution.model_validate(
        {
            **dict(zip(PERCENTILES, values, strict=True)),
            "at_or_above": top,
            "currency": "USD",
            "per": "year",
            "hours": None,
            "basis": "observed",
            "area": Area(id=area, name=None),
            "sources": (),
        }
    )


def published(low: int | None, high: int | None) -> Range:
    return Range(
        low=low, high=high, currency="USD", per="year", hours=None, basis="published", area=NATION, sources=()
    )


NATIONAL = figures(20_000, 30_000, 40_000, 50_000, 60_000, area="99")


class TestLocalizing:
    """The corners of the formula."""

    def test_a_half_goes_up(self) -> None:
        pay, _ = localize(published(30_025, 50_000), NATIONAL, NATIONAL)
        assert pay.low == 30_050

    @pytest.mark.parametrize("top", [("p75",), ("p25", "p75")])
    def test_a_missing_or_top_coded_quartile_leaves_it_to_the_median(self, top: tuple[str, ...]) -> None:
        for local in (
            figures(None, 33_000, 44_000, None, None),
            figures(1, 2, 44_000, 99_000, 99_000, top=top),
        ):
            pay, how = localize(published(30_000, 50_000), local, NATIONAL)
            assert how is not None
            assert (pay.low, pay.high, how.method) == (33_000, 55_000, "median")

    def test_without_any_wage_nothing_is_moved(self) -> None:
        pay, how = localize(published(30_000, 50_000), figures(None, None, None, None, None), NATIONAL)
        assert (pay.low, pay.high, pay.basis, how) == (30_000, 50_000, "published", None)

    def test_an_unknown_end_stays_unknown(self) -> None:
        pay, how = localize(published(None, 50_000), figures(1, 33_000, 3, 55_000, 4), NATIONAL)
        assert how is not None
        assert (pay.low, pay.high, how.low) == (None, 55_000, None)

    @each_row(("p75", "unusual"), [(37_500, False), (37_400, True), (66_500, False), (66_600, True)])
    def test_a_factor_far_from_one_is_marked(self, p75: int, unusual: bool) -> None:
        _, how = localize(published(1_000, 50_000), figures(1, 30_000, 3, p75, 4), NATIONAL)
        assert how is not None
        assert how.unusual is unusual

    @given(
        st.lists(st.integers(10_000, 200_000), min_size=5, max_size=5).map(sorted),
        st.integers(10_000, 90_000),
    )
    def test_the_ends_never_come_out_upside_down(self, values: list[int], low: int) -> None:
        pay, how = localize(published(low, low + 10_000), figures(*values), NATIONAL)
        assert how is not None
        assert pay.low is not None
        assert pay.high is not None
        assert pay.low <= pay.high
        assert pay.low % 50 == pay.high % 50 == 0

    @given(st.integers(10_000, 200_000), st.integers(1, 8784))
    def test_hourly_is_within_half_a_cent_of_the_year_by_the_hours(self, low: int, hours: int) -> None:
        pay = hourly(published(low, low + 1000), hours)
        assert pay.low is not None
        assert abs(pay.low - low / hours) <= 0.005 + 1e-9


class TestRowsAsReleased:
    """Odd rows of official wages."""

    def test_hourly_only_wages_are_turned_into_a_year_and_marked(self) -> None:
        row = WageRow(2025, "10", ("10.00", "20.00", "30.00", "40.00", "50.00", "", "", "", "", ""))
        pay = distribution(row, NATION, "year")
        assert (pay.median, pay.basis, pay.hours) == (62_400, "calculated", 2080)
        assert distribution(row, NATION, "hour").basis == "observed"

    def test_yearly_only_wages_are_turned_into_an_hour_and_marked(self) -> None:
        row = WageRow(2025, "", ("", "", "", "", "", "20800", "31200", "41600", "52000", "62400"))
        pay = distribution(row, NATION, "hour", 1040)
        assert (pay.p10, pay.basis, pay.hours, row.people) == (20, "calculated", 1040, None)

    def test_a_threshold_is_shown_as_at_least_that_much_and_never_calculated_with(self) -> None:
        row = WageRow(2023, "5", ("",) * 5 + ("90000", "120000", "180000", ">=239200", ">=239200"))
        pay = distribution(row, NATION, "year")
        assert (pay.p75, pay.at_or_above, pay.at("p75"), pay.at("median")) == (
            239_200,
            ("p75", "p90"),
            None,
            180_000,
        )

    def test_a_row_without_figures_is_none(self) -> None:
        assert not WageRow(2025, "760", ("",) * 10).has_figures
