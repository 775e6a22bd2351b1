"""Official files made small: written as their publishers write them, with what a test wants changed."""

import csv
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import xlsxwriter  # type: ignore[import-untyped]

from cscareer.pay.importing.intake import import_files
from cscareer.pay.importing.report import ImportReport

ROOT = Path(__file__).resolve().parents[3]
SHARED = ROOT.parent / "shared" / "data"
POINTS = ("PCT10", "PCT25", "MEDIAN", "PCT75", "PCT90")
HOURLY = [10.0, 12.5, 15.0, 20.25, 30.5]
YEARLY = [20800, 26000, 31200, 42120, 63440]
FIGURES = {
    "TOT_EMP": 1200,
    **{f"H_{point}": figure for point, figure in zip(POINTS, HOURLY, strict=True)},
    **{f"A_{point}": figure for point, figure in zip(POINTS, YEARLY, strict=True)},
}
LINE = "1200,10.00,12.50,15.00,20.25,30.50,20800,26000,31200,42120,63440"
NATION = {"AREA": "99", "AREA_TITLE": "U.S.", "AREA_TYPE": "1", "PRIM_STATE": "US"}
TEXAS = {"AREA": "48", "AREA_TITLE": "Texas", "AREA_TYPE": "2", "PRIM_STATE": "TX"}
AUSTIN = {
    "AREA": "12420",
    "AREA_TITLE": "Austin-Round Rock-San Marcos, TX",
    "AREA_TYPE": "4",
    "PRIM_STATE": "TX",
}
KANSAS_CITY = {"AREA": "28140", "AREA_TITLE": "Kansas City, MO-KS", "AREA_TYPE": "4", "PRIM_STATE": "MO"}
NOTES = [
    ["*  = indicates that a wage estimate is not available"],
    ["#  = indicates a wage equal to or greater than $115.00 per hour or $239,200 per year  "],
]

Row = Mapping[str, Any]


def wages(code: str = "43-4051", **cells: Any) -> dict[str, Any]:  # noqa: ANN401  a cell holds anything
    """A row of a wage table: the nation's, unless `cells` say otherwise."""
    return {**NATION, "OCC_CODE": code, "OCC_TITLE": "Somebody", "O_GROUP": "detailed", **FIGURES, **cells}


def write_csv(path: Path, rows: Sequence[Row]) -> Path:
    """Writes a CSV file with the columns of the first row."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    return path


def write_workbook(path: Path, rows: Sequence[Row], notes: Sequence[Sequence[str]] = NOTES) -> Path:
    """Writes a workbook of four sheets, the first with the rows, the second with BLS's notes."""
    book = xlsxwriter.Workbook(str(path))
    for name, lines in (
        ("data", [list(rows[0]), *(list(row.values()) for row in rows)]),
        ("Field Descriptions", notes),
        ("UpdateTime", [["now"]]),
        ("Filler", []),
    ):
        sheet = book.add_worksheet(name)
        for number, cells in enumerate(lines):
            for place, cell in enumerate(cells):
                sheet.write(number, place, cell)
    book.close()
    return path


def take(target: Path, *paths: Path, **options: Any) -> ImportReport:  # noqa: ANN401  what import_files takes
    """Imports files into a folder of data."""
    return import_files(paths, target, **options)


def lines(target: Path, name: str) -> list[str]:
    """The lines of one written file, without its header."""
    return (target / "wages" / name).read_text(encoding="utf-8").splitlines()[1:]


def everything(target: Path) -> dict[str, bytes]:
    """All that was written, file by file."""
    return {path.name: path.read_bytes() for path in sorted((target / "wages").iterdir())}
