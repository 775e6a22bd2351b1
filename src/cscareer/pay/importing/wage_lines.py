"""Lines of wages as our files have them, the newest of each kept."""

import csv
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, field

from cscareer.pay.importing.rows import quoted
from cscareer.pay.ranges import NATION_ID


@dataclass(frozen=True, slots=True)
class SurveyArea:
    """An area of the wage statistics: its type, and the postal codes of its states, the main one first."""

    id: str
    name: str
    type: str
    state: str


@dataclass
class WageLines:
    """Our lines of wages: those that were there, and those read; the newest year stays, older ones go to the trend.

    Args:
        lines_of: the lines that are there of an occupation, by area.
    """

    lines_of: Callable[[str], dict[str, str]]
    occupations: dict[str, dict[str, str]] = field(default_factory=dict)  # occupation → area → line
    industries: dict[tuple[str, str], tuple[int, str]] = field(default_factory=dict)  # and NAICS → year, line
    trend: dict[tuple[str, int], str] = field(default_factory=dict)  # and year → line
    areas: dict[str, SurveyArea] = field(default_factory=dict)
    medians: dict[tuple[str, str], tuple[int, str]] = field(
        default_factory=dict
    )  # occupation and area → year, line

    def take_medians(self, code: str, area: SurveyArea, year: int, hourly: str, yearly: str) -> None:
        """Takes the median alone of an occupation that isn't wanted whole, unless a newer year is there.

        The hour's is kept where no year's is published: it is asked for nowhere else.
        """
        if (hourly or yearly) and year >= self.medians.get((code, area.id), (0, ""))[0]:
            self.medians[code, area.id] = year, f"{code},{area.id},{year},{'' if yearly else hourly},{yearly}"

    def take_area(self, code: str, area: SurveyArea, year: int, figures: str, errors: str = ",") -> bool:
        """Takes the figures of an occupation in an area; False when a newer year is there."""
        lines = self.occupations.get(code)
        if lines is None:
            lines = self.occupations[code] = self.lines_of(code)
        if area.id == NATION_ID:
            self.trend[code, year] = f"{code},{year},{figures}"
        before = lines.get(area.id)
        if before is not None and int(before.split(",", 2)[1]) > year:
            return area.id == NATION_ID
        lines[area.id] = f"{area.id},{year},{figures},{errors}"
        self.areas.setdefault(area.id, area)
        return True

    def take_industry(self, code: str, naics: str, year: int, line: str) -> bool:
        """Takes the line of an occupation in an industry; False when a newer year is there."""
        before = self.industries.get((code, naics))
        if before is not None and before[0] > year:
            return False
        self.industries[code, naics] = year, line
        return True


def trend_key(line: str) -> tuple[str, int]:
    """Occupation and year of a line of the trend."""
    code, year, _ = line.split(",", 2)
    return code, int(year)


def industry_entries(rows: Collection[list[str]]) -> Iterator[tuple[tuple[str, str], tuple[int, str]]]:
    """The rows of industries that are there, by occupation and NAICS: their year and line, with the name that the first of an industry says."""
    names: dict[str, str] = {}
    for code, naics, name, level, year, *figures in rows:
        known = names.setdefault(naics, name) if name else names.get(naics, "")
        line = ",".join([code, naics, quoted(name or known), level, year, *figures])
        yield (code, naics), (int(year), line)


def industry_lines(lines: Iterable[str]) -> Iterator[str]:
    """Our lines of industries; the name that the first line of an industry says is left out of the others."""
    said: dict[str, str] = {}
    for line in lines:
        code, naics, rest = line.split(",", 2)
        name = next(csv.reader([rest]))[0]
        again = said.get(naics) == name
        said.setdefault(naics, name)
        yield f"{code},{naics},{rest[len(quoted(name)) :] if again else rest}"
