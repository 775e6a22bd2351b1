"""Occupations that O*NET relates to one another: what each asks of skills and knowledge, and what it pays in a place."""

from collections.abc import Callable, Sequence
from decimal import Decimal
from functools import cache
from typing import NamedTuple, TypeVar

from cscareer.catalog.wage_files import (
    CODES,
    ELEMENTS,
    MEDIANS,
    PROJECTIONS,
    RELATED,
    ZONES,
    elements_apart,
    medians_apart,
    source_id,
)
from cscareer.pay.location import Location
from cscareer.pay.money import to_dollars
from cscareer.pay.ranges import HOURS_A_YEAR, NATION, Amount, Area, SourceYear
from cscareer.pay.statistics import Statistics, median_of
from cscareer.pay.wages import distribution

ONET = "onet-29.3"

Row = TypeVar("Row")


class Relation(NamedTuple):
    """An occupation related to another: its O*NET code and how near it is, 1 the nearest."""

    onet: str
    rank: int
    tier: str


class RatedElement(NamedTuple):
    """What an occupation asks of one skill or field of knowledge: importance 1 to 5, level 0 to 7 (null: not relevant)."""

    id: str
    name: str
    domain: str
    importance: float
    level: float | None


class ZonedOccupation(NamedTuple):
    """An O*NET occupation: its title and job zone (1 little preparation, 5 the most)."""

    title: str
    zone: int


class LocalMedian(NamedTuple):
    """The median yearly wage for a place, the area it is of, and nearer areas without a figure."""

    median: Amount
    without: tuple[Area, ...]


class RelatedWork:
    """Reads relations, ratings and medians from the folders of official statistics, the highest layer that has them."""

    def __init__(self, statistics: Statistics) -> None:
        self._statistics = statistics
        self.elements = cache(self._elements)
        self.occupation = cache(self._occupation)
        self._lone_medians = cache(self._read_lone_medians)

    def related(self, onet: str) -> list[Relation]:
        """The occupations related to one, the nearest first; none where O*NET names none."""
        return self._of(RELATED, onet, lambda row: Relation(row[2], int(row[1]), row[3]))

    def _elements(self, onet: str) -> dict[str, RatedElement]:
        """The ratings of an occupation by element; none where O*NET has rated it not."""
        found = self._of(
            ELEMENTS,
            onet,
            elements_apart,
        )
        return {
            element: RatedElement(element, name, domain, float(importance), float(level) if level else None)
            for rows in found
            for _, element, name, domain, importance, level in rows
        }

    def _occupation(self, onet: str) -> ZonedOccupation | None:
        """An occupation's title and job zone; null where O*NET gives no zone."""
        return next(iter(self._of(ZONES, onet, lambda row: ZonedOccupation(row[1], int(row[2])))), None)

    def title(self, onet: str) -> str:
        """An occupation's title: O*NET's own, else that of the projections, else its code."""
        rated = self.occupation(onet)
        named = self._of(PROJECTIONS, onet[:7], lambda row: row[2])
        return rated.title if rated else next(iter(named), onet)

    def code(self, onet: str) -> str:
        """The occupation of the wage statistics that counts an O*NET one; some are counted in a broader one."""
        soc = onet[:7]
        return next(iter(self._of(CODES, soc, lambda row: row[1])), soc)

    def median(self, code: str, location: Location) -> LocalMedian | None:
        """The median for a place: its area's, else its state's, else the nation's; null if none has any."""
        asked: list[Area] = []
        for area in self._statistics.chain(location):
            if median := self._median_in(code, area):
                return LocalMedian(median, tuple(asked))
            asked.append(area)
        return None

    def _median_in(self, code: str, area: Area) -> Amount | None:
        """The median yearly wage in an area: from the whole distribution where the occupation has any, else alone."""
        rows = self._statistics.wages.of(code)
        if any(row.has_figures for row in rows.values()):
            row = rows.get(area.id)
            return median_of(distribution(row, area, "year")) if row and row.has_figures else None
        lone = self._lone_medians(code).get(area.id)
        return lone.model_copy(update={"area": area}) if lone else None

    def _read_lone_medians(self, code: str) -> dict[str, Amount]:
        return {area: median for row in self._of(MEDIANS, code, _medians) for area, median in row}

    def _of(self, file: str, key: str, make: Callable[[Sequence[str]], Row]) -> list[Row]:
        for folder in reversed(self._statistics.folders):
            if found := list(self._statistics.table(folder / file).rows_of(key, make)):
                return found
        return []


def _medians(row: Sequence[str]) -> list[tuple[str, Amount]]:
    return [_median(each) for each in medians_apart(row)]


def _median(row: Sequence[str]) -> tuple[str, Amount]:
    """An area and its median a year; one that is only given by the hour counts 2,080 hours."""
    _, area, year, hourly, yearly = row
    amount: int = int(yearly) if yearly else to_dollars(Decimal(hourly) * HOURS_A_YEAR)
    return area, Amount(
        amount=amount,
        currency="USD",
        per="year",
        hours=None if yearly else HOURS_A_YEAR,
        basis="observed" if yearly else "calculated",
        area=NATION,
        sources=(SourceYear(id=source_id("wages", int(year)), year=int(year)),),
    )
