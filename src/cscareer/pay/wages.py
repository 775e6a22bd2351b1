"""Official wages (OEWS) of an occupation: by area, by industry, and nationally by year."""

from collections.abc import Callable, Sequence
from decimal import Decimal
from functools import cache, cached_property
from pathlib import Path
from typing import NamedTuple

from cscareer.catalog.models import PERCENTILES, PercentileName
from cscareer.catalog.wage_files import INDUSTRIES, TREND, source_id
from cscareer.pay.money import Number, Period, exact, shown, to_unit
from cscareer.pay.ranges import HOURS_A_YEAR, NATION, Area, Basis, Pay, SourceYear
from cscareer.pay.tables import CsvTable

SECTOR = "2"  # digits of the code
_TOP_CODED = ">="


class Distribution(Pay):
    """Wages of everyone in an occupation: a tenth earn less than `p10`, half less than `median`, and so on.

    Null where no figure is released; a percentile named in `at_or_above` is only known to be that much or more.
    `mean_error` is the relative standard error of the mean wage in percent; of percentiles BLS publishes none.
    """

    p10: Number | None
    p25: Number | None
    median: Number | None
    p75: Number | None
    p90: Number | None
    at_or_above: tuple[PercentileName, ...]
    mean_error: float | None = None

    @property
    def year(self) -> int | None:
        """The year the wages speak for."""
        return max((source.year for source in self.sources), default=None)

    def at(self, percentile: PercentileName) -> Number | None:
        """One percentile, null too where it is top-coded: a threshold is no figure to calculate with."""
        return None if percentile in self.at_or_above else getattr(self, percentile)


class WageRow(NamedTuple):
    """One row of wages as our files hold it: employment, and five hourly and five yearly cells, "" for no figure.

    `errors` are the relative standard errors of employment and mean wage in percent, "" where they aren't released.
    """

    year: int
    employment: str
    cells: tuple[str, ...]
    errors: tuple[str, str] = ("", "")

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

    def __init__(self, folders: Sequence[Path], table: Callable[[Path], CsvTable] = CsvTable) -> None:
        self._folders = tuple(folders)
        self._table = table
        self.of = cache(self._of)
        self.at = cache(self._at)

    def _of(self, occupation: str) -> dict[str, WageRow]:
        """The wages of an occupation by area id."""
        merged: dict[str, WageRow] = {}
        for folder in self._folders:
            rows = self._table(folder / f"{occupation}.csv").rows(lambda row: (row[0], _area_row(row[1:])))
            for area, row in rows:
                if area not in merged or row.year >= merged[area].year:
                    merged[area] = row
        return merged

    def _at(self, occupation: str, area: str) -> WageRow | None:
        """The wages of an occupation in one area, without reading those of all others."""
        found: WageRow | None = None
        for folder in self._folders:
            for row in self._table(folder / f"{occupation}.csv").rows_of(
                area, lambda row: _area_row(row[1:])
            ):
                if found is None or row.year >= found.year:
                    found = row
        return found

    def industries(self, occupation: str) -> list[IndustryRow]:
        """The national wages of an occupation by industry."""
        merged: dict[str, IndustryRow] = {}
        for folder in self._folders:
            for naics, row in self._table(folder / INDUSTRIES).rows_of(occupation, _industry_row):
                if naics not in merged or row.wages.year >= merged[naics].wages.year:
                    merged[naics] = row._replace(name=row.name or self._industry_names.get(naics, naics))
        return list(merged.values())

    @cached_property
    def _industry_names(self) -> dict[str, str]:
        """The names of industries, which only the first row of each says, by NAICS code."""
        names: dict[str, str] = {}
        for folder in self._folders:
            for naics, name in self._table(folder / INDUSTRIES).rows(lambda row: (row[1], row[2])):
                if name:
                    names.setdefault(naics, name)
        return names

    @cached_property
    def sectors(self) -> dict[str, str]:
        """The sectors of the economy that any occupation has a row for: NAICS code and name."""
        sectors: dict[str, str] = {}
        for folder in self._folders:
            rows = self._table(folder / INDUSTRIES).rows(lambda row: (row[1], row[2], row[3]))
            sectors |= {naics: name for naics, name, level in rows if level == SECTOR and name}
        return sectors

    def trend(self, occupation: str) -> dict[int, WageRow]:
        """The national wages of an occupation by year, oldest first."""
        merged: dict[int, WageRow] = {}
        for folder in self._folders:
            merged |= self._table(folder / TREND).rows_of(
                occupation, lambda row: (int(row[1]), _wage_row(row[1:]))
            )
        return dict(sorted(merged.items()))


@cache  # many roles share an occupation, and the nation's wages stand beside every place's
def distribution(row: WageRow, area: Area, per: Period, hours: int | None = None) -> Distribution:
    """A row's wages per hour or per year.

    Occupations that are paid only one way have the other one worked out at `hours` (2,080 when null); `basis` is
    then "calculated".
    """
    hourly, yearly = row.cells[:5], row.cells[5:]
    cells, other = (hourly, yearly) if per == "hour" else (yearly, hourly)
    values = [_value(cell) for cell in cells]
    basis: Basis = "observed"
    used: int | None = None
    if not any(cells) and any(other):
        basis, used = "calculated", hours or HOURS_A_YEAR
        values = [None if value is None else _turned(value, per, used) for value in map(_value, other)]
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
        mean_error=float(row.errors[1]) if row.errors[1] else None,
    )


def national_row(wages: Wages, occupation: str, year: int | None = None) -> WageRow | None:
    """The nation's row of an occupation, of one year if it is named; null where there is none with figures.

    Only wages of the same year can be held against each other.
    """
    row = wages.at(occupation, NATION.id)
    if year is not None and (row is None or row.year != year):
        row = wages.trend(occupation).get(year)
    return row if row and row.has_figures else None


def _turned(wage: Number, per: Period, hours: int) -> Number:
    """A yearly wage per hour, or an hourly one per year."""
    return to_unit(exact(wage) / hours if per == "hour" else exact(wage) * hours, per)


def _value(cell: str) -> Number | None:
    text = cell.removeprefix(_TOP_CODED)
    if not text:
        return None
    return shown(Decimal(text))


def _area_row(cells: Sequence[str]) -> WageRow:
    *wages, employment_error, mean_error = cells
    if not _is_figure(employment_error) or not _is_figure(mean_error):
        raise ValueError("no errors in percent")
    return _wage_row(wages)._replace(errors=(employment_error, mean_error))


def _wage_row(cells: Sequence[str]) -> WageRow:
    year, employment, *figures = cells
    if len(figures) != 2 * len(PERCENTILES) or not all(map(_is_figure, figures)):
        raise ValueError("not ten figures")
    return WageRow(int(year), employment and str(int(employment)), tuple(figures))


def _is_figure(cell: str) -> bool:
    return not cell or cell.removeprefix(_TOP_CODED).replace(".", "", 1).isdecimal()


def _industry_row(row: Sequence[str]) -> tuple[str, IndustryRow]:
    return row[1], IndustryRow(row[1], row[2], int(row[3]), _wage_row(row[4:]))
