"""Official wages (OEWS) of an occupation: by area, by industry, and nationally by year."""

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from cscareer.catalog.models import PERCENTILES, PercentileName
from cscareer.catalog.wage_files import INDUSTRIES, TREND, source_id
from cscareer.pay.ranges import HOURS_A_YEAR, NATION, Area, Basis, Number, Pay, Period, SourceYear, whole
from cscareer.pay.tables import CsvTable

_TOP_CODED = ">="


class Distribution(Pay):
    """Wages of everyone in an occupation: a tenth earn less than `p10`, half less than `median`, and so on.

    Null where no figure is released; a percentile named in `at_or_above` is only known to be that much or more.
    """

    p10: Number | None
    p25: Number | None
    median: Number | None
    p75: Number | None
    p90: Number | None
    at_or_above: tuple[PercentileName, ...]

    def at(self, percentile: PercentileName) -> Number | None:
        """One percentile, null too where it is top-coded: a threshold is no figure to reckon with."""
        return None if percentile in self.at_or_above else getattr(self, percentile)


class WageRow(NamedTuple):
    """One row of wages as our files hold it: employment, and five hourly and five yearly cells, "" for no figure."""

    year: int
    employment: str
    cells: tuple[str, ...]

    @property
    def people(self) -> int | None:
        """How many people do the work there; null where it isn't released."""
        return int(self.employment) if self.employment else None

    @property
    def has_figures(self) -> bool:
        """Whether any wage is released."""
        return any(self.cells)


class IndustryRow(NamedTuple):
    """An industry's national wages in one occupation; `level` is the number of NAICS digits (2 a sector)."""

    naics: str
    name: str
    level: int
    wages: WageRow


class Wages:
    """Reads wages from folders of our own layout, lowest layer first.

    A row of a higher layer replaces the same one below, unless that is of a newer year.
    """

    def __init__(self, folders: Sequence[Path]) -> None:
        self._folders = tuple(folders)
        self.of = cache(self._of)

    def _of(self, occupation: str) -> dict[str, WageRow]:
        """The wages of an occupation by area id."""
        merged: dict[str, WageRow] = {}
        for folder in self._folders:
            rows = CsvTable(folder / f"{occupation}.csv").rows(lambda row: (row[0], _wage_row(row[1:])))
            for area, row in rows:
                if area not in merged or row.year >= merged[area].year:
                    merged[area] = row
        return merged

    def industries(self, occupation: str) -> list[IndustryRow]:
        """The national wages of an occupation by industry."""
        merged: dict[str, IndustryRow] = {}
        for folder in self._folders:
            for naics, row in CsvTable(folder / INDUSTRIES).rows_of(occupation, _industry_row):
                if naics not in merged or row.wages.year >= merged[naics].wages.year:
                    merged[naics] = row
        return list(merged.values())

    def trend(self, occupation: str) -> dict[int, WageRow]:
        """The national wages of an occupation by year, oldest first."""
        merged: dict[int, WageRow] = {}
        for folder in self._folders:
            merged |= CsvTable(folder / TREND).rows_of(
                occupation, lambda row: (int(row[1]), _wage_row(row[1:]))
            )
        return dict(sorted(merged.items()))


def distribution(row: WageRow, area: Area, per: Period, hours: int | None = None) -> Distribution:
    """A row's wages per hour or per year.

    Occupations that are paid only one way have the other one reckoned at `hours` (2,080 when null); `basis` is
    then "calculated".
    """
    hourly, yearly = row.cells[:5], row.cells[5:]
    cells, other = (hourly, yearly) if per == "hour" else (yearly, hourly)
    values = [_value(cell) for cell in cells]
    basis: Basis = "observed"
    used: int | None = None
    if not any(cells) and any(other):
        basis, used = "calculated", hours or HOURS_A_YEAR
        factor = 1 / used if per == "hour" else used
        values = [None if value is None else _rounded(value * factor, per) for value in map(_value, other)]
        cells = other
    return Distribution(
        **dict(zip(PERCENTILES, values, strict=True)),
        at_or_above=tuple(
            name for name, cell in zip(PERCENTILES, cells, strict=True) if cell.startswith(_TOP_CODED)
        ),
        currency="USD",
        per=per,
        hours=used,
        basis=basis,
        area=area,
        sources=(SourceYear(id=source_id("wages", row.year), year=row.year),),
    )


def national_row(wages: Wages, occupation: str, year: int | None = None) -> WageRow | None:
    """The nation's row of an occupation, of one year if it is named; null where there is none with figures.

    Only wages of the same year can be held against each other.
    """
    row = wages.of(occupation).get(NATION.id)
    if year is not None and (row is None or row.year != year):
        row = wages.trend(occupation).get(year)
    return row if row and row.has_figures else None


def _rounded(amount: float, per: Period) -> Number:
    return round(amount, 2) if per == "hour" else whole(round(amount))


def _value(cell: str) -> Number | None:
    text = cell.removeprefix(_TOP_CODED)
    if not text:
        return None
    return whole(float(text)) if "." in text else int(text)


def _wage_row(cells: Sequence[str]) -> WageRow:
    year, employment, *figures = cells
    if len(figures) != 2 * len(PERCENTILES) or not all(map(_is_figure, figures)):
        raise ValueError("not ten figures")
    return WageRow(int(year), employment and str(int(employment)), tuple(figures))


def _is_figure(cell: str) -> bool:
    return not cell or cell.removeprefix(_TOP_CODED).replace(".", "", 1).isdecimal()


def _industry_row(row: Sequence[str]) -> tuple[str, IndustryRow]:
    return row[1], IndustryRow(row[1], row[2], int(row[3]), _wage_row(row[4:]))
