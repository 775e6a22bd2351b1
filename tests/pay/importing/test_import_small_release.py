"""A release in a dozen rows, laid out as BLS lays out its own: what becomes of each cell, worked out by hand."""

from pathlib import Path

import pytest
from official_files import POINTS, lines, take, write_csv, write_workbook

from cscareer.catalog.wage_checks import check_folders

HEADER = [
    *("AREA", "AREA_TITLE", "AREA_TYPE", "PRIM_STATE", "NAICS", "NAICS_TITLE", "I_GROUP", "OWN_CODE"),
    *("OCC_CODE", "OCC_TITLE", "O_GROUP", "TOT_EMP", "EMP_PRSE", "JOBS_1000", "LOC_QUOTIENT", "PCT_TOTAL"),
    *("PCT_RPT", "H_MEAN", "A_MEAN", "MEAN_PRSE", *(f"{per}_{point}" for per in "HA" for point in POINTS)),
    *("ANNUAL", "HOURLY"),
]
NATION = ["99", "U.S.", "1", "US", "000000", "Cross-industry", "cross-industry", "1235"]
FIVE_HOURLY, FIVE_YEARLY = [15.27, 17.72, 21.5, 24.89, 30.0], [31750.0, 36870.0, 44770.0, 51780.0, 63590.0]


def row(
    code: str,
    group: str,
    people: object,
    errors: tuple[object, object],
    figures: list[object],
    *marks: object,
) -> list[object]:
    employment = [people, errors[0], "", "", "", "", 22.4, 46590.0, errors[1]]
    return [*NATION, code, "Somebody", group, *employment, *figures, *(marks or ("", ""))]


GROUPS = [
    row("00-0000", "total", 155495730.0, (0.0, 0.1), [*FIVE_HOURLY, *FIVE_YEARLY]),
    row("43-0000", "major", 17909340.0, (0.1, 0.1), [*FIVE_HOURLY, *FIVE_YEARLY]),
    row("43-4000", "minor", 5000000.0, (0.3, 0.2), [*FIVE_HOURLY, *FIVE_YEARLY]),
    row("43-4050", "broad", 2595750.0, (0.4, 0.2), [*FIVE_HOURLY, *FIVE_YEARLY]),
]
DETAILED = [
    row("43-4051", "detailed", 2595750.0, (0.4, 0.2), [*FIVE_HOURLY, *FIVE_YEARLY]),
    row("11-1021", "detailed", 3503020, (0.3, 0.2), [24.08, 34.77, 50.85, 80.42, "#", 50090, 72320, 105770, 167280, "#"]),
    row("29-1214", "detailed", 30310.0, (6.0, 3.1), [50.5, "#", "#", "#", "#", 105040, "#", "#", "#", "#"]),
    row("25-2021", "detailed", 1400000, (0.9, 0.5), ["*"] * 5 + [45000, 52000, 62000, 79000, 102000], "TRUE", ""),
    row("27-2011", "detailed", "**", ("**", 4.0), [15, 18.5, 23.33, 40.12, 90.0] + ["*"] * 5, "", "TRUE"),
    row("53-7199", "detailed", 20300, (5.1, "~"), ["*"] * 10),
]  # fmt: skip
BY_HAND = {
    "43-4051": "2595750,15.27,17.72,21.50,24.89,30.00,31750,36870,44770,51780,63590,0.4,0.2",
    "11-1021": "3503020,24.08,34.77,50.85,80.42,>=115.00,50090,72320,105770,167280,>=239200,0.3,0.2",
    "29-1214": "30310,50.50,>=115.00,>=115.00,>=115.00,>=115.00,105040,>=239200,>=239200,>=239200,>=239200,6.0,3.1",
    "25-2021": "1400000,,,,,,45000,52000,62000,79000,102000,0.9,0.5",
    "27-2011": ",15.00,18.50,23.33,40.12,90.00,,,,,,,4.0",
    "53-7199": "20300,,,,,,,,,,,5.1,",
}


@pytest.mark.parametrize("year", [2021, 2024])
def test_every_cell_of_a_workbook_is_what_it_is_by_hand(tmp_path: Path, year: int) -> None:
    header = [name.lower() for name in HEADER] if year == 2021 else HEADER
    rows = [dict(zip(header, cells, strict=True)) for cells in [*GROUPS, *DETAILED]]
    report = take(tmp_path, write_workbook(tmp_path / f"national_M{year}_dl.xlsx", rows))
    for code, cells in BY_HAND.items():
        assert lines(tmp_path, f"{code}.csv") == [f"99,{year},{cells}"]
    assert report.occupations == len(lines(tmp_path, "trend.csv")) == len(BY_HAND)
    assert list(check_folders([tmp_path / "wages"])) == []


def test_every_row_is_taken_or_set_aside_for_a_reason(tmp_path: Path) -> None:
    rows = [dict(zip(HEADER, cells, strict=True)) for cells in [*GROUPS, *DETAILED]]
    paths = [write_workbook(tmp_path / "national_M2025_dl.xlsx", rows)]
    paths.append(
        write_csv(tmp_path / "oews_M2024.csv", [cells for cells in rows if "#" not in cells.values()])
    )
    for file, taken in zip(take(tmp_path, *paths, only={"43-4051", "25-2021"}).files, (2, 2), strict=True):
        assert (file.rows_taken, file.rows_read) == (taken, taken + sum(left.rows for left in file.set_aside))
        assert {left.reason for left in file.set_aside} == {
            "a group of occupations",
            "an occupation that isn't wanted",
        }
