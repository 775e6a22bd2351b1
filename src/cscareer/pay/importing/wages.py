"""BLS's wage tables (OEWS), of any vintage from 2020 on, turned into our lines."""

import re
from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass, field
from operator import itemgetter
from typing import Any, Literal

from cscareer.catalog.wage_files import FIGURES
from cscareer.errors import Problem
from cscareer.pay.importing.rows import (
    AGAIN,
    OLDER,
    UNCHANGED,
    BadRowError,
    Figures,
    blame,
    name_of,
    quoted,
    text_of,
)
from cscareer.pay.importing.sheets import Sheet, invalid
from cscareer.pay.importing.wage_lines import SurveyArea, WageLines
from cscareer.pay.ranges import NATION_ID

OLDEST = 2020
GROUP = "a group of occupations"
OTHER = "an occupation that isn't wanted"
OWNER = "one kind of owner only"
LOCAL_INDUSTRY = "an industry in one area"

_PERCENTILES = ("PCT10", "PCT25", "MEDIAN", "PCT75", "PCT90")
_FIGURES = ("TOT_EMP", *(f"{per}_{point}" for per in "HA" for point in _PERCENTILES))
_ERRORS = ("EMP_PRSE", "MEAN_PRSE")
_SPOT = (  # what tells a row's area or industry
    "AREA", "AREA_TITLE", "AREA_TYPE", "PRIM_STATE", "NAICS", "NAICS_TITLE", "I_GROUP", "LEVEL", "OWN_CODE",
)  # fmt: skip
_AREA_TYPES = {
    "1": ("nation", 2),
    "2": ("state", 2),
    "3": ("territory", 2),
    "4": ("metro", 5),
    "6": ("nonmetro", 7),
}
_LEVELS = {"sector": 2, "3-digit": 3, "4-digit": 4, "5-digit": 5, "6-digit": 6}
_CODE = re.compile(r"[0-9]{2}-[0-9]{4}")
_NAICS = re.compile(r"[0-9A-Z]{2,6}|[0-9]{2}--?[0-9]{2,3}")
_LEVEL = re.compile(r"[0-9]?")
_STATE = re.compile(r"(?:[A-Z]{2})?")
_SECTOR = re.compile(r"Sectors? [\d, and]+ - ")
_STATES = re.compile(r", ([A-Z]{2}(?:-[A-Z]{2})*)\Z")
_NO_INDUSTRY = "000000"


@dataclass(frozen=True, slots=True)
class _Spot:
    """What a row speaks of besides its occupation: an area, or an industry of the nation, or why it is left out."""

    area: SurveyArea | None = None
    naics: str = ""
    industry: str = ""  # name and level, as they stand in our line
    reason: str | None = None

    @property
    def id(self) -> str:
        """Which area or industry it is."""
        return self.area.id if self.area else f"industry {self.naics}"


def _refuse_falling(figures: str) -> None:
    """Makes sure that no percentile, of hourly or yearly wages, is below a lower one."""
    cells = figures.split(",")
    for first in (1, 6):  # behind employment
        stated = [float(cell.removeprefix(">=")) for cell in cells[first : first + 5] if cell]
        if stated != sorted(stated):
            column = _FIGURES[first].partition("_")[0]
            raise BadRowError(
                "a lower percentile is above a higher one", AGAIN, f"{column}_PCT10 to {column}_PCT90"
            )


def is_wages(columns: Collection[str]) -> bool:
    """Whether these are the columns of wage statistics."""
    return {"OCC_CODE", "TOT_EMP"} <= set(columns)


def check_columns(sheet: Sheet) -> None:
    """Makes sure that every column we need is there.

    Raises:
        InvalidDataError: some are missing.
    """
    missing = [name for name in ("OCC_CODE", *_FIGURES) if name not in sheet.columns]
    if not {"AREA", "NAICS"} & set(sheet.columns):
        missing.append("AREA or NAICS")
    if missing:
        message = f"columns are missing: {', '.join(missing)}."
        raise invalid(sheet.path, [Problem(str(sheet.path), 1, None, message, UNCHANGED)])


@dataclass
class WageTaker:
    """Takes the rows of one wage table into `wages`, and counts those set aside by their reason."""

    sheet: Sheet
    year: int
    wages: WageLines
    only: Collection[str] | None = None
    set_aside: Counter[str] = field(default_factory=Counter)
    kind: Literal["wages"] = "wages"

    def __post_init__(self) -> None:
        columns = self.sheet.columns
        width = len(columns)
        place = {name: index for index, name in enumerate(columns)}
        self._place = place
        self._kind = itemgetter(place["OCC_CODE"], place.get("O_GROUP", width))
        self._spot = itemgetter(*(place.get(name, width) for name in _SPOT))
        self._figures = itemgetter(*(place[name] for name in _FIGURES))
        self._error_cells = itemgetter(*(place.get(name, width) for name in _ERRORS))
        self._percent = Figures(1, least=0)
        self._whole = Figures(0, least=0)
        self._hourly = Figures(2, self.sheet.top_hourly)
        self._yearly = Figures(0, self.sheet.top_yearly)
        self._spots: dict[tuple[Any, ...], _Spot] = {}
        self._kinds: dict[tuple[Any, Any], tuple[str, str | None]] = {}
        self._places: dict[str, _Spot] = {}
        self._seen: dict[str, dict[str, int]] = {}  # occupation → area or industry → what its figures hash to

    def take(self, row: list[Any]) -> None:
        """Takes one row.

        Raises:
            BadRowError: a cell of it can't be read.
        """
        row.append(None)  # stands for every column that the table hasn't got
        kind = self._kind(row)
        code, reason = self._kinds.get(kind) or self._new_kind(kind)
        if reason is None:
            spot = self._spots.get(self._spot(row)) or self._new_spot(row)
            reason = spot.reason
        if reason == OTHER and (spot := self._spots.get(self._spot(row)) or self._new_spot(row)).area:
            cells = self._figures(row)
            # A median that is only known to be above a threshold is no figure to set beside others.
            hourly, yearly = ("" if text_of(cells[place]) == "#" else cells[place] for place in (3, 8))
            self.wages.take_medians(code, spot.area, self.year, self._hourly[hourly], self._yearly[yearly])
        if reason is not None:
            self.set_aside[reason] += 1
            return
        figures = self._figures_of(row)
        if self._seen.setdefault(code, {}).setdefault(spot.id, hash(figures)) != hash(figures):
            raise BadRowError(f"{code} in {spot.id} stands twice, with other figures", AGAIN)
        _refuse_falling(figures)
        if spot.area is not None:
            taken = self.wages.take_area(code, spot.area, self.year, figures, self._errors_of(row))
        else:
            line = f"{code},{spot.naics},{spot.industry},{self.year},{figures}"
            taken = self.wages.take_industry(code, spot.naics, self.year, line)
        if not taken:
            self.set_aside[OLDER] += 1

    def _errors_of(self, row: list[Any]) -> str:
        """The relative standard errors of employment and mean wage; older tables may have no such columns."""
        cells = self._error_cells(row)
        try:
            return ",".join(self._percent[cell] for cell in cells)
        except BadRowError as bad:
            raise blame(
                dict(zip(_ERRORS, ((cell, self._percent) for cell in cells), strict=True)), bad
            ) from None

    def _figures_of(self, row: list[Any]) -> str:
        hourly, yearly = self._hourly, self._yearly
        employment, h1, h2, h3, h4, h5, y1, y2, y3, y4, y5 = self._figures(row)
        try:
            return (
                f"{self._whole[employment]},{hourly[h1]},{hourly[h2]},{hourly[h3]},{hourly[h4]},{hourly[h5]},"
                f"{yearly[y1]},{yearly[y2]},{yearly[y3]},{yearly[y4]},{yearly[y5]}"
            )
        except BadRowError as bad:
            kinds = [self._whole, *[hourly] * 5, *[yearly] * 5]
            cells = zip(self._figures(row), kinds, strict=True)
            raise blame(dict(zip(_FIGURES, cells, strict=True)), bad) from None

    def _new_kind(self, kind: tuple[Any, Any]) -> tuple[str, str | None]:
        code, group = map(text_of, kind)
        if not _CODE.fullmatch(code):
            raise BadRowError(f'"{code[:20]}" is no occupation code', UNCHANGED, "OCC_CODE")
        reason = None
        if code.endswith("0000") or group.lower() not in {"", "detailed"}:
            reason = GROUP
        elif self.only is not None and code not in self.only:
            reason = OTHER
        found = self._kinds[kind] = code, reason
        return found

    def _new_spot(self, row: list[Any]) -> _Spot:
        cells = {name: text_of(row[self._place.get(name, -1)]) for name in _SPOT}
        found = _spot_of(cells)
        if found.reason is None and self._places.setdefault(found.id, found) != found:
            raise BadRowError(f"{found.id} stands twice, with another name, type or state", AGAIN)
        self._spots[self._spot(row)] = found
        return found


def _spot_of(cells: dict[str, str]) -> _Spot:
    naics = cells["NAICS"]
    if naics and not naics.strip("0"):
        naics = _NO_INDUSTRY
    if naics in {"", _NO_INDUSTRY}:
        one_owner = cells["OWN_CODE"] not in {"", "1235"}
        return _Spot(reason=OWNER) if one_owner else _Spot(area=_area_of(cells))
    for column, form in (("NAICS", _NAICS), ("LEVEL", _LEVEL)):
        if not form.fullmatch(cells[column]):
            raise BadRowError(f'"{cells[column][:20]}" is no {column} of an industry', UNCHANGED, column)
    level = int(cells["LEVEL"] or _LEVELS.get(cells["I_GROUP"].lower(), 0))
    if level <= 1:
        return _Spot(reason=OWNER)
    if cells["AREA_TYPE"] not in {"", "1"}:
        return _Spot(reason=LOCAL_INDUSTRY)
    name = _SECTOR.sub("", name_of(cells["NAICS_TITLE"], "NAICS_TITLE"))
    return _Spot(naics=naics_of(naics, level), industry=f"{quoted(name)},{level}")


def _area_of(cells: dict[str, str]) -> SurveyArea:
    kind, width = _AREA_TYPES.get(cells["AREA_TYPE"] or "1", ("", 0))
    if not kind:
        raise BadRowError(f'"{cells["AREA_TYPE"][:20]}" is no type of area', UNCHANGED, "AREA_TYPE")
    if kind == "nation":
        return SurveyArea(NATION_ID, "United States", kind, "US")
    area = cells["AREA"].zfill(width)
    if not (area.isdecimal() and area.isascii() and len(area) == width):
        raise BadRowError(f'"{area[:20]}" is no code of a {kind} area', UNCHANGED, "AREA")
    name = name_of(cells["AREA_TITLE"], "AREA_TITLE")
    if not _STATE.fullmatch(cells["PRIM_STATE"]):
        raise BadRowError("the two letters of a state belong here", UNCHANGED, "PRIM_STATE")
    return SurveyArea(area, name, kind, states_of(name, cells["PRIM_STATE"]))


def states_of(title: str, main: str) -> str:
    """The postal codes of an area's states, joined with "-", the main one first: "Kansas City, MO-KS" is in MO-KS."""
    named = match[1].split("-") if (match := _STATES.search(title)) else []
    return "-".join(dict.fromkeys([main, *named] if main else named))


def naics_of(code: str, level: int) -> str:
    """An industry's NAICS code without BLS's padding: "44--46" (up to, not including) is "44-45", "621000" is "621".

    Codes BLS made up for itself ("999201", "3250A1") stay as they are.
    """
    if match := re.fullmatch(r"(\d\d)(--\d\d|-100)", code):
        first, last = int(match[1]), int(match[2].lstrip("-")) - 1
        return match[1] if first == last else f"{first}-{last}"
    padded = len(code) > level >= 3 and not code[level:].strip("0")  # noqa: PLR2004  sectors have no padding
    return code[:level] if padded else code


assert len(_FIGURES) == len(FIGURES)  # theirs become ours one by one
