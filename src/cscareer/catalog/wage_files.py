"""The CSV files of `wages/`: their names, their columns, and where a folder of data keeps them."""

import csv
import os
import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from cscareer.catalog import reading
from cscareer.errors import UnreadableError

FOLDER = "wages"
SAID = "wages/"  # the folder as we name it beside files
SET_ASIDE = ".wages.old"  # the folder's name for the moment in which an import puts another in its place

FIGURES = (
    "employment",
    *(f"{per}_{point}" for per in ("hourly", "yearly") for point in ("p10", "p25", "median", "p75", "p90")),
)
ERRORS = ("employment_error", "mean_error")  # percent of the estimate
OCCUPATION_COLUMNS = ("area", "year", *FIGURES, *ERRORS)
NATION = "99"
MOST_PROBLEMS = 20  # told of one file; the rest is of the same kind as a rule
MOST_BYTES = 200_000_000  # of one file; all industries of all occupations take 40 million
AREAS, INDUSTRIES, TREND, RELEASES = "areas.csv", "industries.csv", "trend.csv", "releases.csv"
PLACES, COUNTIES, ZIPS = "places.csv", "counties.csv", "zips.csv"
PRICES, PRICE_AREAS, PROJECTIONS = "cpi.csv", "cpi_areas.csv", "projections.csv"
RELATED, ELEMENTS, ZONES, CODES, MEDIANS = (
    "related.csv",
    "elements.csv",
    "zones.csv",
    "codes.csv",
    "medians.csv",
)
COLUMNS: dict[str, tuple[str, ...]] = {
    AREAS: ("id", "name", "type", "state", "population", "rpp", "rpp_year"),
    INDUSTRIES: ("occupation", "naics", "name", "level", "year", *FIGURES),
    TREND: ("occupation", "year", *FIGURES),
    PLACES: ("key", "name", "state", "population", "county"),
    COUNTIES: ("county", "key", "name", "state", "population", "area"),
    ZIPS: ("zip", "county"),
    PRICES: ("series", "name", "month", "index"),
    PRICE_AREAS: ("area", "metro", "fit", "note", "division", "region"),
    PROJECTIONS: (
        "occupation", "vintage", "title", "jobs", "jobs_then", "change", "openings", "leave_work", "change_work",
        "leave_work_rate", "change_work_rate", "education", "experience", "training", "exposure", "factor", "direction",
    ),
    RELATED: ("onet", "rank", "related", "tier"),
    ELEMENTS: ("onet", "element", "element_name", "domain", "importance", "element_level"),
    ZONES: ("onet", "title", "zone"),
    CODES: ("soc", "occupation"),
    MEDIANS: ("occupation", "area", "year", "hourly_median", "yearly_median"),
    RELEASES: (
        "source", "kind", "year", "title", "publisher", "address", "licence", "date",
        "file", "rows", "set_aside", "sha256", "retrieved",
    ),
}  # fmt: skip
SOURCE_IDS = {
    "wages": "bls-oews-",
    "prices": "bea-rpp-",
    "places": "census-places-",
    "cpi": "bls-cpi-",
    "cpi-areas": "cpi-areas-",
    "projections": "bls-ep-",
    "onet": "onet-",
}  # each ends with its year
_BETWEEN_ELEMENTS = (" ", "|", "|", " ", " ")  # in the cells of elements.csv behind the first
_BETWEEN_MONTHS = (" ", " ")  # in the last cells of cpi.csv
_ZIP_BEGINS = 3  # digits that the codes of a row share
_ADDED_SINCE = {RELEASES: 1}  # columns, at the end, since the first files were written
OCCUPATION_FILE = re.compile(r"\d\d-\d{4}\.csv")


def source_id(kind: str, year: int) -> str:
    """The id of the source of imported figures of a year; projections are of ten years from then on."""
    years = f"{year}-{(year + 10) % 100:02d}" if kind == "projections" else year
    return f"{SOURCE_IDS[kind]}{years}"


def folder_of(data_dir: Path) -> Path | None:
    """Where a folder of data keeps its wages, also right after an import that was cut off; None when it has none."""
    paths = (data_dir / name for name in (FOLDER, SET_ASIDE))
    return next((path for path in paths if os.path.isdir(path)), None)  # noqa: PTH112  a locked one is none, too


def columns_of(file: str) -> tuple[str, ...] | None:
    """The columns of a file of the folder, by its name; None when it is none of ours."""
    return OCCUPATION_COLUMNS if OCCUPATION_FILE.fullmatch(file) else COLUMNS.get(file)


def in_columns_of_today(file: str, text: str) -> str | None:
    """The text of a file with today's columns, also of one an earlier version wrote without the last; None if it is none of ours."""
    columns = columns_of(file) or ()
    today = f"{','.join(columns)}\n"
    if text.startswith(today):
        return text
    added = _ADDED_SINCE.get(file, len(ERRORS) if OCCUPATION_FILE.fullmatch(file) else 0)
    before = f"{','.join(columns[: len(columns) - added])}\n"
    if not added or not text.startswith(before):
        return None
    rows = text[len(before) :].removesuffix("\n")
    return today + "".join(f"{row}{',' * added}\n" for row in rows.split("\n") if rows)


def read_lines(path: Path) -> list[str]:
    """The lines of one of the files, without its header.

    Raises:
        UnreadableError: it can't be read, or its columns aren't ours.
    """
    columns = ",".join(columns_of(path.name) or ())
    try:
        text = reading.read_text(path, MOST_BYTES)
    except reading.RefusedError as error:
        raise UnreadableError(f"it is {error.message}.", hint=error.hint) from None
    whole = in_columns_of_today(path.name, text if text.endswith("\n") else f"{text}\n")
    if whole is None:
        raise UnreadableError(f"its columns must be {columns}.", hint="Import the official file again.")
    return whole.removesuffix("\n").split("\n")[1:]


def read_rows(path: Path) -> list[list[str]]:
    """The rows of one of the files, without its header.

    Raises:
        UnreadableError: it can't be read, or isn't the CSV it should be.
    """
    try:
        return list(csv.reader(read_lines(path), strict=True))
    except csv.Error as error:
        raise UnreadableError(f"it is broken CSV: {error}.") from None


def medians_apart(row: Sequence[str]) -> list[list[str]]:
    """A row of medians.csv as one for each of its areas.

    Its area and its medians may hold several, a space between. A row whose cells don't hold equally many is left as it is.
    """
    columns = [
        row[1].split(" "),
        *(cell.split(" ") if cell else [""] * len(row[1].split(" ")) for cell in row[3:5]),
    ]
    if len({len(column) for column in columns}) != 1:
        return [list(row)]
    return [[row[0], area, row[2], hourly, yearly] for area, hourly, yearly in zip(*columns, strict=True)]


def medians_together(lines: Iterable[str]) -> list[str]:
    """Lines of medians.csv with one area each as lines of as many areas as share occupation, year and the span they are for."""
    rows: dict[tuple[str, str, bool], list[tuple[str, str]]] = {}
    for line in lines:
        code, area, year, hourly, yearly = line.split(",")
        rows.setdefault((code, year, bool(yearly)), []).append((area, yearly or hourly))
    together = []
    for (code, year, by_year), each in rows.items():
        areas, medians = (" ".join(cells) for cells in zip(*each, strict=True))
        together.append(f"{code},{areas},{year},{'' if by_year else medians},{medians if by_year else ''}")
    return together


def elements_apart(row: Sequence[str]) -> list[list[str]]:
    """A row of elements.csv as one for each of its elements.

    Its cells may hold several: ids and figures with a space between, names and domains with a "|". A row whose cells don't
    hold equally many is left as it is.
    """
    return _apart(row, ELEMENTS, _BETWEEN_ELEMENTS)


def elements_together(rows: Iterable[Sequence[str]]) -> list[list[str]]:
    """Rows of elements.csv with one element each as one row for each occupation, in the order given."""
    return _together(rows, _BETWEEN_ELEMENTS)


def prices_apart(row: Sequence[str]) -> list[list[str]]:
    """A row of cpi.csv as one for each of its months.

    Its month and its index may hold several, a space between. A row whose cells don't hold equally many is left as it is.
    """
    return _apart(row, PRICES, _BETWEEN_MONTHS)


def prices_together(rows: Iterable[Sequence[str]]) -> list[list[str]]:
    """Rows of cpi.csv with one month each as one row for each series of a name, in the order given."""
    return _together(rows, _BETWEEN_MONTHS)


def _apart(row: Sequence[str], file: str, between: Sequence[str]) -> list[list[str]]:
    """A row whose last cells hold several, parted by these signs, as one for each of them."""
    kept = len(row) - len(between)
    columns = [cell.split(sign) for cell, sign in zip(row[kept:], between, strict=False)]
    if len(row) != len(COLUMNS[file]) or len({len(column) for column in columns}) != 1:
        return [list(row)]
    return [[*row[:kept], *cells] for cells in zip(*columns, strict=True)]


def _together(rows: Iterable[Sequence[str]], between: Sequence[str]) -> list[list[str]]:
    """Rows as one for all that are alike but for their last cells, in the order given."""
    alike: dict[tuple[str, ...], list[Sequence[str]]] = {}
    for row in rows:
        kept = len(row) - len(between)
        alike.setdefault(tuple(row[:kept]), []).append(row[kept:])
    return [[*kept, *map(str.join, between, zip(*each, strict=True))] for kept, each in alike.items()]


def zips_apart(row: Sequence[str]) -> list[list[str]]:
    """A row of zips.csv as one for each ZIP code.

    It may hold all codes that begin with three digits: each county with the last two of its own, "787" and
    "48453 01 02;48491 17". Another row is left as it is.
    """
    if len(row) != len(COLUMNS[ZIPS]) or len(row[0]) != _ZIP_BEGINS or " " not in row[1]:
        return [list(row)]
    counties = (each.split(" ") for each in row[1].split(";"))
    return [[row[0] + end, county] for county, *ends in counties for end in ends]


def zips_together(counties: Mapping[str, str]) -> list[list[str]]:
    """Rows of zips.csv, sorted, of the county that each ZIP code lies in."""
    begun: dict[str, dict[str, list[str]]] = {}
    for code, county in sorted(counties.items()):
        begun.setdefault(code[:_ZIP_BEGINS], {}).setdefault(county, [county]).append(code[_ZIP_BEGINS:])
    return [[begin, ";".join(map(" ".join, each.values()))] for begin, each in begun.items()]


APART = {
    MEDIANS: medians_apart,
    ELEMENTS: elements_apart,
    PRICES: prices_apart,
    ZIPS: zips_apart,
}  # files of which a row may hold several
