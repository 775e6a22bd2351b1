"""The publishers' own files: what is written equals their cells, and what we ship equals what is written."""

import csv
import gzip
from collections.abc import Mapping
from pathlib import Path

import pytest
from official_files import ROOT, SHARED, everything, lines, take
from python_calamine import CalamineWorkbook

from cscareer.catalog.loading import Catalog
from cscareer.catalog.wage_checks import check_folders
from cscareer.pay.importing.report import ImportReport

pytestmark = [
    pytest.mark.skipif(not SHARED.is_dir(), reason="the official files aren't at hand"),
    pytest.mark.slow,
]
TOPS = {2020: (100.0, 208000), 2021: (100.0, 208000)}  # later ones: 115.00 and 239,200
FIGURES = [f"{per}_{point}" for per in "HA" for point in ("PCT10", "PCT25", "MEDIAN", "PCT75", "PCT90")]


def official() -> list[Path]:
    patterns = [
        "*.xlsx", "oews_*.csv", "rpp_*.csv", "us_*.csv", "cpi_*.csv", "projections.csv", "oews_*.csv.gz",
        "onet_related.csv", "onet_elements_related.csv", "onet_jobzones.csv", "onet_to_oews.csv",
    ]  # fmt: skip
    return [path for pattern in patterns for path in SHARED.glob(pattern)]


def errors(row: Mapping[str, object]) -> list[str]:
    """The relative standard errors of a source's row as we write them."""
    cells = (row.get(column) for column in ("EMP_PRSE", "MEAN_PRSE"))
    return ["" if cell in {"*", "**", "~", "", None} else f"{float(str(cell)):.1f}" for cell in cells]


def expected(cell: object, column: str, year: int) -> str:
    """A source's cell as we write it, worked out another way than the importer does."""
    hourly = column.startswith("H_")
    if cell == "#":
        top = TOPS.get(year, (115.0, 239200))[0 if hourly else 1]
        return f">={top:.2f}" if hourly else f">={top}"
    if cell in {"*", "**", "~", "", None}:
        return ""
    return f"{float(str(cell)):.2f}" if hourly else str(round(float(str(cell))))


@pytest.mark.parametrize("year", range(2020, 2026))
def test_every_figure_of_a_workbook_equals_its_cell(tmp_path: Path, year: int) -> None:
    path = SHARED / f"national_M{year}_dl.xlsx"
    header, *rows = CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python()
    columns = [str(name).upper() for name in header]
    detailed = [dict(zip(columns, row, strict=True)) for row in rows if "detailed" in row]
    report = take(tmp_path, path)
    assert report.occupations == len(detailed) == report.files[0].rows_taken
    assert report.files[0].rows_read == len(rows)
    for row in detailed:
        cells = [expected(row[column], column, year) for column in ("TOT_EMP", *FIGURES)]
        line = ",".join(["99", str(year), *cells, *errors(row)])
        assert lines(tmp_path, f"{row['OCC_CODE']}.csv") == [line]
    assert len(lines(tmp_path, "trend.csv")) == len(detailed)
    assert any(">=" in line for line in lines(tmp_path, "trend.csv")) == (year < 2025)
    if year in {2020, 2025}:  # the oldest and the newest form; an import checks what it writes besides
        assert list(check_folders([ROOT / "data" / "wages", tmp_path / "wages"])) == []


@pytest.fixture(scope="module")
def imported(tmp_path_factory: pytest.TempPathFactory, catalog: Catalog) -> tuple[Path, ImportReport]:
    target = tmp_path_factory.mktemp("imported")
    used = {role.occupation.code for role in catalog.roles.values()}
    return target, take(target, *official(), only=used, retrieved="2026-11-26")


Imported = tuple[Path, ImportReport]


def test_what_we_ship_is_what_an_import_writes(imported: Imported) -> None:
    shipped = everything(ROOT / "data")
    written = everything(imported[0])
    assert shipped.keys() == written.keys()
    for name in shipped:
        assert shipped[name] == written[name], name


def test_every_row_is_taken_or_set_aside_for_a_reason(imported: Imported) -> None:
    for file in imported[1].files:
        assert file.rows_read == file.rows_taken + sum(left.rows for left in file.set_aside)
    assert {file.file for file in imported[1].files} == {path.name for path in official()}
    assert (imported[1].occupations, imported[1].areas) == (19, 583)


def test_the_figures_of_every_area_equal_the_source(imported: Imported) -> None:
    with (SHARED / "oews_may2025_areas.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    with gzip.open(
        SHARED / "oews_may2025_related_areas.csv.gz", "rt", encoding="utf-8", newline=""
    ) as packed:
        rows += list(csv.DictReader(packed))
    written = {
        path.stem: set(lines(imported[0], path.name)) for path in (imported[0] / "wages").glob("??-????.csv")
    }
    compared = 0
    for row in rows:
        if row["OCC_CODE"] in written:
            cells = [expected(row[column], column, 2025) for column in ("TOT_EMP", *FIGURES)]
            assert ",".join([row["AREA"], "2025", *cells, *errors(row)]) in written[row["OCC_CODE"]]
            compared += 1
    assert compared == sum(map(len, written.values())) > 4000
