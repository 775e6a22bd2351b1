"""Small official tables whose rows become one line of ours each: prices over time, their areas, and projections."""

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, field
from typing import Any, Literal

from cscareer.catalog.wage_files import (
    CODES,
    ELEMENTS,
    PRICE_AREAS,
    PRICES,
    PROJECTIONS,
    RELATED,
    ZONES,
    elements_together,
    prices_together,
)
from cscareer.pay.importing.rows import AGAIN, BadRowError, name_of, quoted, text_of
from cscareer.pay.importing.sheets import Sheet

TableKind = Literal[
    "cpi", "cpi-areas", "projections", "onet-related", "onet-elements", "onet-zones", "onet-codes"
]
ANNUAL = "an average of a year"
GROUP = "a group of occupations"
ADVISED_AGAINST = "a rating that O*NET advises against using"
SAME_CODE = "an occupation under the same code"
ONET_RELEASE = 2025  # the year of O*NET 29.3, which its tables don't say themselves
BOUNDARIES = 2023  # the year of the areas that CPI's are matched to, which the table doesn't say itself
_FITS = {
    "exact": "same",
    "same metro, boundary differs": "boundary",
    "wider": "wider",
    "division": "",
    "none": "none",
}
_MOST = 1_000_000  # thousands of jobs, or points of an index: more than there will be


Line = list[str]
"""The cells of a line of ours."""


@dataclass(frozen=True, slots=True)
class TableForm:
    """How a kind of table is known and read: the columns it must have, the file it goes to, and how a row is read.

    The first `key` cells of a line tell it from all others; `read` gives a line, or why the row is set aside, and the year it is of (0 where a row doesn't say).
    """

    file: str
    key: int
    needed: tuple[str, ...]
    read: Callable[[dict[str, str]], tuple[Line | str, int]]


Tables = dict[str, dict[tuple[str, ...], Line]]
"""File → the cells of its lines by their key."""


def kind_of(columns: Collection[str]) -> TableKind | None:
    """Which of these tables has these columns; None for any other."""
    return next((kind for kind, form in FORMS.items() if set(form.needed) <= set(columns)), None)


@dataclass
class TableTaker:
    """Takes the rows of one table into `into`, and counts those set aside by their reason."""

    sheet: Sheet
    kind: TableKind
    into: Tables
    year: int = 0  # the newest of its rows
    set_aside: Counter[str] = field(default_factory=Counter)
    _met: dict[tuple[str, ...], Line] = field(default_factory=dict)

    def take(self, row: list[Any]) -> None:
        """Takes one row.

        Raises:
            BadRowError: a cell of it can't be read, or a row further up says something else of the same.
        """
        form = FORMS[self.kind]
        line, year = form.read(dict(zip(self.sheet.columns, map(text_of, row), strict=True)))
        if isinstance(line, str):
            self.set_aside[line] += 1
            return
        self.year = max(self.year, year)
        key = tuple(line[: form.key])
        if self._met.setdefault(key, line) != line:
            raise BadRowError(f"{' '.join(key)} stands twice, with other figures", AGAIN)
        self.into.setdefault(form.file, {})[key] = line


_TOGETHER = {ELEMENTS: elements_together, PRICES: prices_together}  # files of which a row holds several


def table_lines(file: str, lines: dict[tuple[str, ...], Line]) -> list[str]:
    """Our lines of a file, sorted by key; the ratings of an occupation are one, and so are the months of an index."""
    rows: Iterable[Line] = (cells for _, cells in sorted(lines.items()))
    together = _TOGETHER.get(file)
    return [",".join(map(quoted, cells)) for cells in (together(rows) if together else rows)]


def _prices(cells: dict[str, str]) -> tuple[Line | str, int]:
    year = int(_matching(cells["YEAR"], "YEAR", "a year", lambda text: text.isdecimal() and len(text) == 4))  # noqa: PLR2004
    period = cells["PERIOD"]
    if period.casefold() in {"annual", "m13", "s01", "s02", "s03"}:
        return ANNUAL, year
    month = period.removeprefix("M")
    if not (month.isdecimal() and 1 <= int(month) <= 12):  # noqa: PLR2004
        raise BadRowError(f'"{period[:20]}" stands where a month like M05 belongs', AGAIN, "PERIOD")
    level = _figure(cells["VALUE"], "VALUE", least=0.001)
    series = _word(cells["AREA_CODE"], "AREA_CODE")
    name = name_of(cells["AREA_NAME"], "AREA_NAME")
    return [series, name, f"{year}-{int(month):02d}", level], year


def _price_areas(cells: dict[str, str]) -> tuple[Line | str, int]:
    area = cells["AREA"]
    if not (area.isdecimal() and len(area) in {2, 5, 7}):
        raise BadRowError(f'"{area[:20]}" stands where an area id belongs', AGAIN, "AREA")
    fit = cells["MATCH"]
    if fit not in _FITS:
        raise BadRowError(f'"{fit[:20]}" stands where one of {", ".join(_FITS)} belongs', AGAIN, "MATCH")
    own = _word(cells["CPI_AREA_CODE"], "CPI_AREA_CODE") if _FITS[fit] not in {"", "none"} else ""
    upper = [
        _word(cells[column], column) if cells[column] else "" for column in ("DIVISION_CODE", "REGION_CODE")
    ]
    note = name_of(cells["NOTE"], "NOTE") if cells["NOTE"] else ""
    return [area, own, _FITS[fit], note, *upper], BOUNDARIES


def _projections(cells: dict[str, str]) -> tuple[Line | str, int]:
    if cells["LEVEL"] != "detail":
        return GROUP, 0
    occupation = _matching(
        cells["SOC"],
        "SOC",
        "an SOC code, like 43-4051",
        lambda text: len(text) == 7 and text[2] == "-",  # noqa: PLR2004
    )
    vintage = cells["VINTAGE"]
    begin, _, end = vintage.partition("-")
    if not (begin.isdecimal() and end.isdecimal() and len(begin) == 4 and len(end) == 2):  # noqa: PLR2004
        raise BadRowError(f'"{vintage[:20]}" stands where ten years like 2024-34 belong', AGAIN, "VINTAGE")
    figures = [
        _figure(cells[column], column, least=least, empty=True)
        for column, least in (
            ("EMPLOYMENT_BASE_THOUSANDS", 0), ("EMPLOYMENT_PROJ_THOUSANDS", 0), ("CHANGE_PCT", -100),
            ("OPENINGS_THOUSANDS", 0), ("LABOR_FORCE_EXITS_THOUSANDS", 0), ("OCCUPATIONAL_TRANSFERS_THOUSANDS", 0),
            ("LABOR_FORCE_EXIT_RATE_PCT", 0), ("OCCUPATIONAL_TRANSFER_RATE_PCT", 0),
        )
    ]  # fmt: skip
    words = [
        name_of(cells[column], column) if cells[column] else ""
        for column in (
            "TYPICAL_EDUCATION", "WORK_EXPERIENCE", "ON_THE_JOB_TRAINING", "AI_EXPOSURE", "FACTOR", "FACTOR_DIRECTION",
        )
    ]  # fmt: skip
    return [occupation, vintage, name_of(cells["TITLE"], "TITLE"), *figures, *words], int(begin)


def _related(cells: dict[str, str]) -> tuple[Line | str, int]:
    rank = int(_figure(cells["INDEX"], "INDEX", least=1))
    tier = _word(cells["TIER"].replace("-", ""), "TIER") and cells["TIER"]
    return [
        _onet(cells["ONET_SOC"], "ONET_SOC"),
        f"{rank:02d}",
        _onet(cells["RELATED_ONET_SOC"], "RELATED_ONET_SOC"),
        tier,
    ], ONET_RELEASE


def _elements(cells: dict[str, str]) -> tuple[Line | str, int]:
    if cells["SUPPRESS"] == "Y":
        return ADVISED_AGAINST, ONET_RELEASE
    return [
        _onet(cells["ONET_SOC"], "ONET_SOC"),
        _matching(cells["ELEMENT_ID"], "ELEMENT_ID", "an element's id", lambda text: text.replace(".", "").isalnum()),
        name_of(cells["ELEMENT"], "ELEMENT"),
        _word(cells["DOMAIN"], "DOMAIN"),
        _figure(cells["IMPORTANCE_1_5"], "IMPORTANCE_1_5", least=1),
        "" if cells["NOT_RELEVANT"] == "Y" else _figure(cells["LEVEL_0_7"], "LEVEL_0_7", least=0),
    ], ONET_RELEASE  # fmt: skip


def _zones(cells: dict[str, str]) -> tuple[Line | str, int]:
    zone = _matching(cells["JOB_ZONE"], "JOB_ZONE", "a zone from 1 to 5", lambda text: text in {*"12345"})
    return [_onet(cells["ONET_SOC"], "ONET_SOC"), name_of(cells["TITLE"], "TITLE"), zone], ONET_RELEASE


def _codes(cells: dict[str, str]) -> tuple[Line | str, int]:
    soc, occupation = (_soc(cells[column], column) for column in ("OCCUPATION", "OEWS_OCC_CODE"))
    return (SAME_CODE if soc == occupation else [soc, occupation]), ONET_RELEASE


FORMS: dict[TableKind, TableForm] = {
    "cpi": TableForm(PRICES, 3, ("SERIES_ID", "AREA_CODE", "AREA_NAME", "YEAR", "PERIOD", "VALUE"), _prices),
    "cpi-areas": TableForm(
        PRICE_AREAS, 1, ("AREA", "CPI_AREA_CODE", "MATCH", "NOTE", "DIVISION_CODE", "REGION_CODE"), _price_areas
    ),
    "projections": TableForm(
        PROJECTIONS,
        2,
        (
            "VINTAGE", "SOC", "TITLE", "LEVEL", "EMPLOYMENT_BASE_THOUSANDS", "EMPLOYMENT_PROJ_THOUSANDS", "CHANGE_PCT",
            "OPENINGS_THOUSANDS", "LABOR_FORCE_EXITS_THOUSANDS", "OCCUPATIONAL_TRANSFERS_THOUSANDS",
            "LABOR_FORCE_EXIT_RATE_PCT", "OCCUPATIONAL_TRANSFER_RATE_PCT", "TYPICAL_EDUCATION", "WORK_EXPERIENCE",
            "ON_THE_JOB_TRAINING", "AI_EXPOSURE", "FACTOR", "FACTOR_DIRECTION",
        ),
        _projections,
    ),
    "onet-related": TableForm(RELATED, 2, ("ONET_SOC", "RELATED_ONET_SOC", "TIER", "INDEX"), _related),
    "onet-elements": TableForm(
        ELEMENTS,
        2,
        (
            "ONET_SOC", "DOMAIN", "ELEMENT_ID", "ELEMENT", "IMPORTANCE_1_5", "LEVEL_0_7", "SUPPRESS", "NOT_RELEVANT",
        ),
        _elements,
    ),
    "onet-zones": TableForm(ZONES, 1, ("ONET_SOC", "TITLE", "JOB_ZONE"), _zones),
    "onet-codes": TableForm(CODES, 1, ("OCCUPATION", "OEWS_OCC_CODE", "MATCH"), _codes),
}  # fmt: skip


def _figure(text: str, column: str, *, least: float, empty: bool = False) -> str:
    if not text and empty:
        return ""
    try:
        value = float(text.replace(",", ""))
    except ValueError:
        value = float("nan")
    if not least <= value < _MOST:
        raise BadRowError(f'"{text[:20]}" stands where a figure belongs', AGAIN, column)
    return text.replace(",", "")


def _soc(text: str, column: str) -> str:
    return _matching(
        text,
        column,
        "an SOC code, like 43-4051",
        lambda code: bool(re.fullmatch(r"\d\d-\d{4}", code, re.ASCII)),
    )


def _onet(text: str, column: str) -> str:
    return _matching(
        text,
        column,
        "an O*NET code, like 43-4051.00",
        lambda code: bool(re.fullmatch(r"\d\d-\d{4}\.\d\d", code, re.ASCII)),
    )


def _word(text: str, column: str) -> str:
    return _matching(
        text, column, "a code of letters and digits", lambda word: word.isascii() and word.isalnum()
    )


def _matching(text: str, column: str, what: str, fits: Callable[[str], bool]) -> str:
    if not fits(text):
        raise BadRowError(f'"{text[:20]}" stands where {what} belongs', AGAIN, column)
    return text
