"""The official figures that we ship: what they hold, and that an import of the same rows writes them again."""

import csv

import pytest
from official_files import POINTS, ROOT, lines, take, write_csv
from rows import each_row

from cscareer.catalog.loading import Catalog
from cscareer.catalog.wage_checks import check_folders
from cscareer.catalog.wage_files import zips_apart

DATA = ROOT / "data"
TYPES = {"nation": "1", "state": "2", "territory": "3", "metro": "4", "nonmetro": "6"}
CELLS = ["TOT_EMP", *(f"{per}_{point}" for per in "HA" for point in POINTS), "EMP_PRSE", "MEAN_PRSE"]


@pytest.mark.parametrize("code", ["43-4051", "41-3091"])
def test_our_own_rows_in_the_layout_of_the_source_are_written_as_we_ship_them(
    tmp_path_factory: pytest.TempPathFactory, code: str
) -> None:
    target = tmp_path_factory.mktemp("imported")
    areas = {row[0]: row for row in csv.reader(lines(DATA, "areas.csv"))}
    shipped = [line for line in lines(DATA, f"{code}.csv") if line.split(",")[1] == "2025"]
    rows = []
    for area, _, *cells in csv.reader(shipped):
        _, name, kind, states, *_ = areas[area]
        title = "U.S." if kind == "nation" else name
        place = {"AREA": area, "AREA_TITLE": title, "AREA_TYPE": TYPES[kind], "PRIM_STATE": states[:2]}
        job = {"OCC_CODE": code, "OCC_TITLE": "Somebody", "O_GROUP": "detailed"}
        rows.append(place | job | {name: cell or "*" for name, cell in zip(CELLS, cells, strict=True)})
    report = take(target, write_csv(target / "oews_may2025_areas.csv", rows))
    assert lines(target, f"{code}.csv") == shipped
    assert report.files[0].rows_taken == len(shipped) > 400
    written = [row[:4] for row in csv.reader(lines(target, "areas.csv"))]
    assert [row for row in written if row[2] == "metro"] == [
        areas[row[0]][:4] for row in written if row[2] == "metro"
    ]


def test_areas_have_people_and_prices_where_the_sources_do() -> None:
    areas = list(csv.reader(lines(DATA, "areas.csv")))
    kinds = [area[2] for area in areas]
    assert {kind: kinds.count(kind) for kind in kinds} == {
        "nation": 1, "state": 51, "territory": 3, "metro": 393, "nonmetro": 135,
    }  # fmt: skip
    priced = [area[2] for area in areas if area[5]]
    assert (priced.count("metro"), priced.count("state"), len(priced)) == (386, 51, 437)
    assert {area[2] for area in areas if not area[4]} == {"nonmetro"}
    by_id = {area[0]: area for area in areas}
    assert by_id["28140"][1:4] == ["Kansas City, MO-KS", "metro", "MO-KS"]
    assert 330_000_000 < int(by_id["99"][4]) < 336_000_000


@each_row(
    ("code", "area"),
    [("43-4051", "14580"), ("43-1011", "40660"), ("15-1232", "16220"), ("41-3091", "36260")],
    ids=["Bozeman", "Rome", "Casper", "Ogden"],
)
def test_what_is_not_released_is_empty_and_never_zero(code: str, area: str) -> None:
    found = [line.split(",")[3:13] for line in lines(DATA, f"{code}.csv") if line.startswith(f"{area},")]
    assert found in ([], [[""] * 10])


def test_no_wage_we_ship_is_zero() -> None:
    compared = 0
    for path in (DATA / "wages").glob("??-????.csv"):
        for row in csv.reader(lines(DATA, path.name)):
            wages = [float(cell.removeprefix(">=")) for cell in row[3:13] if cell]
            assert min(wages, default=1) > 0, (path.name, row)
            compared += 1
    assert compared > 4000


def test_every_industry_of_the_guide_is_found(catalog: Catalog) -> None:
    rows = list(csv.reader(lines(DATA, "industries.csv")))
    found = {row[1] for row in rows}
    assert {code for industry in catalog.industries.values() for code in industry.naics} <= found
    assert len({(row[0], row[1]) for row in rows}) == len(rows)


@pytest.mark.slow
def test_every_place_and_zip_code_is_in_a_county() -> None:
    counties = {line[:5] for line in lines(DATA, "counties.csv")}
    places = list(csv.reader(lines(DATA, "places.csv")))
    assert {row[4] for row in places} <= counties
    zips = [each for line in lines(DATA, "zips.csv") for each in zips_apart(line.split(","))]
    assert len(zips) == len({code for code, _ in zips}) == 33_791
    assert {county for _, county in zips} <= counties
    assert [row[0] for row in places] == sorted(row[0] for row in places)
    assert list(check_folders([DATA / "wages"])) == []
