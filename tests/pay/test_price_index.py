"""Prices over time: which series speaks for an area, and how far it reaches."""

import sys
from pathlib import Path

import pytest

from cscareer.catalog.loading import load_catalog
from cscareer.pay.price_index import MAY, IndexMonth, PriceIndex, month_of
from cscareer.pay.statistics import Statistics

SHARED = Path(__file__).resolve().parents[3] / "shared" / "data"
sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "independent"))
DENVER, AUSTIN, PONCE, NATION = "19740", "12420", "38660", "99"


@pytest.fixture(scope="module")
def index() -> PriceIndex:
    return Statistics(load_catalog(environment={})).price_index


def test_the_nations_prices_rose_by_a_factor_of_1_1942_from_may_2021_to_may_2025(index: PriceIndex) -> None:
    found = index.change(NATION, IndexMonth(2021, MAY), IndexMonth(2025, MAY))
    assert found is not None
    assert (found.start.index, found.end.index, found.factor, found.change) == (
        269.195,
        321.465,
        1.1942,
        19.4,
    )
    assert (found.series.scope, found.series.passed_over) == ("nation", ())


@pytest.mark.parametrize(
    ("area", "start", "scope", "name", "passed_over"),
    [
        (DENVER, IndexMonth(2022, 5), "metro", "Denver-Aurora-Lakewood, CO", ()),
        (DENVER, IndexMonth(2016, 5), "region", "West", ("Denver-Aurora-Lakewood, CO", "Mountain")),
        (AUSTIN, IndexMonth(2018, 1), "division", "West South Central", ()),
        (AUSTIN, IndexMonth(2017, 1), "region", "South", ("West South Central",)),
        (PONCE, IndexMonth(2022, 5), "nation", "U.S. city average", ()),
        ("nowhere", IndexMonth(2022, 5), "nation", "U.S. city average", ()),
    ],
)
def test_the_nearest_series_that_has_both_months_speaks_for_an_area(
    index: PriceIndex, area: str, start: IndexMonth, scope: str, name: str, passed_over: tuple[str, ...]
) -> None:
    found = index.change(area, start, IndexMonth(2025, 5))
    assert found is not None
    assert (found.series.scope, found.series.name, found.series.passed_over) == (scope, name, passed_over)


def test_a_month_that_was_not_published_is_read_as_the_nearest_and_of_two_the_earlier(
    index: PriceIndex,
) -> None:
    found = index.change(NATION, IndexMonth(2024, 5), IndexMonth(2025, 10))
    assert found is not None
    assert (found.end.month, found.end.used) == ("2025-10", "2025-09")
    every_second_month = index.change(DENVER, IndexMonth(2022, 6), IndexMonth(2025, 5))
    assert every_second_month is not None
    assert (every_second_month.start.month, every_second_month.start.used) == ("2022-06", "2022-05")


def test_without_a_last_month_the_series_goes_as_far_as_it_reaches(index: PriceIndex) -> None:
    found = index.change(DENVER, IndexMonth(2022, 5), None)
    assert found is not None
    assert found.end.month == found.end.used == "2026-07"
    assert index.reach() == (IndexMonth(2015, 1), IndexMonth(2026, 8))


def test_a_territory_has_the_nations_prices_and_says_why(index: PriceIndex) -> None:
    found = index.change(PONCE, IndexMonth(2022, 5), IndexMonth(2025, 5))
    assert found is not None
    assert found.series.note == "no CPI for the territories"


def test_months_out_of_reach_have_no_change(index: PriceIndex) -> None:
    assert index.change(NATION, IndexMonth(2014, 5), IndexMonth(2025, 5)) is None
    assert index.change(NATION, IndexMonth(2025, 5), IndexMonth(2025, 5)) is None


def test_without_data_there_is_no_index(tmp_path: Path) -> None:
    assert PriceIndex([tmp_path]).reach() is None
    assert PriceIndex([]).change(NATION, IndexMonth(2021, 5), IndexMonth(2025, 5)) is None


@pytest.mark.parametrize("text", ["2022-13", "2022-00", "2022", "May 2022", ""])
def test_what_is_no_month_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="no month"):
        month_of(text)


@pytest.mark.skipif(not SHARED.is_dir(), reason="the official files aren't at hand")
@pytest.mark.slow
def test_every_area_and_span_agrees_with_the_published_files(index: PriceIndex) -> None:
    from price_changes import SPANS, changes

    compared = 0
    for area, start, end, code, factor in changes(SHARED):
        found = index.change(area, month_of(start), month_of(end))
        assert found is not None
        assert (found.series.id, found.factor) == (code, round(float(factor), 4)), (area, start, end)
        compared += 1
    assert compared == 583 * len(SPANS)
