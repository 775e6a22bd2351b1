"""Consumer prices over time (CPI-U, all items, not seasonally adjusted): which series speaks for an area, and its months."""

import re
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Literal, NamedTuple

from cscareer.catalog.models import Model
from cscareer.catalog.wage_files import PRICE_AREAS, PRICES, prices_apart, source_id
from cscareer.pay.money import exact
from cscareer.pay.ranges import NATION_ID, SourceYear
from cscareer.pay.tables import CsvTable

NATION_SERIES = "0000"
_REACH = 2  # months; many metros have an index every second month, and October 2025 was never published
_MONTHS = 12
MAY = 5  # the month that wage statistics are of

Scope = Literal["metro", "division", "region", "nation"]
_LOWER: tuple[Scope, ...] = ("metro", "division", "region")


class IndexMonth(NamedTuple):
    """A month of a year, from 1 to 12.

    Example:
        >>> IndexMonth(2022, 5).month
        5
    """

    year: int
    month: int

    def __str__(self) -> str:
        """The month as the data writes it: 2022-05."""
        return f"{self.year}-{self.month:02d}"

    @property
    def number(self) -> int:
        """Months since year 0, so that months can be subtracted."""
        return self.year * _MONTHS + self.month - 1


def month_of(text: str) -> IndexMonth:
    """The month of "2022-05".

    Raises:
        ValueError: it is none.
    """
    match = re.fullmatch(r"(\d{4})-(0[1-9]|1[0-2])", text, re.ASCII)
    if not match:
        raise ValueError(f"{text!r} is no month like 2022-05")
    return IndexMonth(int(match[1]), int(match[2]))


class PriceSeries(Model):
    """A price index: `scope` says how wide it is, `note` where its borders are others than the area's own.

    `passed_over` are the nearer series that don't reach back far enough.
    """

    id: str
    name: str
    scope: Scope
    note: str | None
    passed_over: tuple[str, ...]


class PriceLevel(Model):
    """The index in a month: `month` is the one asked for, `used` the nearest one that BLS published."""

    month: str
    used: str
    index: float


class PriceChange(Model):
    """How prices moved between two months, both from one series; `change` is in percent, `factor` index ÷ index."""

    series: PriceSeries
    start: PriceLevel
    end: PriceLevel
    factor: float
    change: float
    sources: tuple[SourceYear, ...]

    @property
    def exact(self) -> Decimal:
        """Index ÷ index, unrounded."""
        return exact(self.end.index) / exact(self.start.index)


class IndexSpan(NamedTuple):
    """The first and last month that have an index."""

    first: IndexMonth
    last: IndexMonth


class _Series(NamedTuple):
    id: str
    name: str
    levels: dict[IndexMonth, float]

    def nearest(self, month: IndexMonth) -> IndexMonth | None:
        """The published month nearest to one, at most two months off; of two equally near the earlier one."""
        near = [known for known in self.levels if abs(known.number - month.number) <= _REACH]
        return min(near, key=lambda known: (abs(known.number - month.number), known.number), default=None)

    @property
    def last(self) -> IndexMonth:
        return max(self.levels)


class PriceIndex:
    """Reads price indexes from the folders of official statistics, lowest layer first."""

    def __init__(self, folders: Sequence[Path], table: Callable[[Path], CsvTable] = CsvTable) -> None:
        self._folders = tuple(folders)
        self._table = table
        self._series = cache(self._read)

    def reach(self) -> IndexSpan | None:
        """The months of the nation's index; null where none is in the data."""
        nation = self._series(NATION_SERIES)
        return IndexSpan(min(nation.levels), nation.last) if nation else None

    def change(self, area: str, start: IndexMonth, end: IndexMonth | None) -> PriceChange | None:
        """How prices moved in an area (by id): by the nearest series that has both months, or up to its last one.

        The metro's own series comes first, then its Census division's (from December 2017 on), its region's, and the
        nation's. Null where none has them.
        """
        passed_over: list[str] = []
        for series, scope, note in self._nearest_first(area):
            last = end or series.last
            begins, ends = series.nearest(start), series.nearest(last)
            if begins is None or ends is None or last.number <= start.number:
                passed_over.append(series.name)
                continue
            from_, to = (
                PriceLevel(month=str(asked), used=str(used), index=series.levels[used])
                for asked, used in ((start, begins), (last, ends))
            )
            ratio = exact(to.index) / exact(from_.index)
            year = max(series.levels).year
            return PriceChange(
                series=PriceSeries(
                    id=series.id, name=series.name, scope=scope, note=note, passed_over=tuple(passed_over)
                ),
                start=from_,
                end=to,
                factor=round(float(ratio), 4),
                change=round(float((ratio - 1) * 100), 1),
                sources=(SourceYear(id=source_id("cpi", year), year=year),),
            )
        return None

    def factor(self, series: str, start: IndexMonth, end: IndexMonth) -> Decimal:
        """Index ÷ index of one series between the published months nearest to two; 1 where it has neither."""
        known = self._series(series)
        begins, ends = (known.nearest(month) if known else None for month in (start, end))
        if known is None or begins is None or ends is None:
            return Decimal(1)
        return exact(known.levels[ends]) / exact(known.levels[begins])

    def _nearest_first(self, area: str) -> Iterator[tuple[_Series, Scope, str | None]]:
        known = next(
            (
                row
                for folder in reversed(self._folders)
                for row in _area_rows(self._table(folder / PRICE_AREAS), area)
            ),
            None,
        )
        if known:
            _, metro, _, note, *wider = known
            for id_, scope in zip((metro, *wider), _LOWER, strict=True):
                if id_ and id_ != NATION_SERIES and (series := self._series(id_)):
                    yield series, scope, (note or None) if scope == "metro" else None
        if nation := self._series(NATION_SERIES):
            missing = known[3] if known and known[2] == "none" else None
            yield nation, "nation", missing if area != NATION_ID else None

    def _read(self, id_: str) -> _Series | None:
        levels: dict[IndexMonth, float] = {}
        name = ""
        for folder in self._folders:
            for months in self._table(folder / PRICES).rows_of(id_, _months):
                for name, month, index in months:  # noqa: B007  the last one names the series
                    levels[month] = index
        return _Series(id_, name, levels) if levels else None


def _months(row: Sequence[str]) -> list[tuple[str, IndexMonth, float]]:
    return [(name, month_of(month), float(index)) for _, name, month, index in prices_apart(row)]


def _area_rows(table: CsvTable, area: str) -> list[Sequence[str]]:
    def whole(row: Sequence[str]) -> Sequence[str]:
        if len(row) != 6:  # noqa: PLR2004  area, metro, fit, note, division, region
            raise ValueError("not six cells")
        return row

    return list(table.rows_of(area, whole))
