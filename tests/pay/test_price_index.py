"""Prices over time: which series speaks for an area, and how far it reaches."""

import sys
from decimal import Decimal
from pathlib import Path

import pytest
from rows import each_row

from cscareer.catalog.loading import load_catalog
from cscareer.pay.importing.intake import import_files
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


@each_row("text", ["2022-13", "2022-00", "2022", "May 2022", ""])
def test_what_is_no_month_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="no month"):
        month_of(text)


SERIES = {  # CPI area: its first month, how many months apart, and the first index
    "0000": (IndexMonth(2015, 1), 1, "233.707"),
    "0400": (IndexMonth(2015, 1), 1, "240.2"),
    "0480": (IndexMonth(2017, 12), 1, "100"),
    "S48B": (IndexMonth(2018, 1), 2, "259.984"),
}
PRICED_AREAS = [  # as in the published table: the area, its own series and how well that fits, division, region
    (DENVER, "S48B", "exact", "0480", "0400"),
    ("14500", "S48B", "wider", "0480", "0400"),
    ("24540", "S48B", "division", "0480", "0400"),
    ("08", "", "none", "0480", "0400"),
    (PONCE, "", "none", "", ""),
    (NATION, "0000", "exact", "", ""),
]


def small_files(folder: Path) -> list[Path]:
    """A few series and areas, written as they are published."""
    prices = ["series_id,area_code,area_name,year,period,value"]
    for rise, (code, (first, apart, index)) in enumerate(SERIES.items(), start=3):
        for number in range(first.number, IndexMonth(2026, 8).number + 1, apart):
            year, month = number // 12, number % 12 + 1
            if (year, month) != (2025, 10):  # never published
                value = Decimal(index) * (1 + Decimal((number - first.number) * rise) / 1000)
                prices.append(f"CUUR{code}SA0,{code},Area {code},{year},M{month:02},{value:.3f}")
        prices.append(f"CUUR{code}SA0,{code},Area {code},2020,M13,1.000")
    areas = ["AREA,AREA_TITLE,cpi_area_code,cpi_area_name,match,note,division_code,region_code"]
    for area, own, fit, division, region in PRICED_AREAS:
        areas.append(f"{area},Somewhere,{own},,{fit},,{division},{region}")
    paths = [folder / "cpi_u.csv", folder / "cpi_area_to_oews.csv"]
    for path, lines in zip(paths, (prices, areas), strict=True):
        path.write_text("\n".join([*lines, ""]), encoding="utf-8")
    return paths


def test_of_a_few_series_every_area_and_span_agrees_with_the_files_as_published(tmp_path: Path) -> None:
    from price_changes import SPANS, changes

    import_files(small_files(tmp_path), tmp_path / "data")
    index = PriceIndex([tmp_path / "data" / "wages"])
    spoke = []
    for area, start, end, code, factor in changes(tmp_path):
        found = index.change(area, month_of(start), month_of(end))
        assert found is not None
        assert (found.series.id, found.factor) == (code, round(float(factor), 4)), (area, start, end)
        spoke.append(code)
    assert len(spoke) == len(PRICED_AREAS) * len(SPANS)
    assert set(spoke) == SERIES.keys()


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
