"""Prices by area (BEA) and the places of the country (Census Bureau), turned into our lines."""

import math
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from cscareer.catalog.wage_files import zips_together
from cscareer.pay.folding import fold
from cscareer.pay.importing.rows import AGAIN, OLDER, BadRowError, name_of, quoted, text_of
from cscareer.pay.importing.sheets import Sheet

PlaceKind = Literal["prices", "counties", "places", "zips"]
KINDS: dict[PlaceKind, tuple[str, ...]] = {
    "prices": ("GEOFIPS", "RPP_ALL", "YEAR"),
    "counties": ("COUNTY", "NAME", "STATE", "CBSA", "POPULATION"),
    "places": ("PLACE", "STATE", "POPULATION", "COUNTY"),
    "zips": ("ZIP", "COUNTY"),
}
CENSUS = ("counties", "places", "zips")
REPEATED = "the same place again"
NAMELESS = "a name without a letter or digit"


County = tuple[str, str, str, int, str]  # key, name, state, population, metro


@dataclass
class PlaceLines:
    """What the tables of prices and places say.

    `prices` has area → index as written and its year; `counties` has county → key, name, state, population and
    metro; `places` has key, state and county → name and population; `zips` has ZIP code → county.
    """

    prices: dict[str, tuple[str, int]] = field(default_factory=dict)
    counties: dict[str, County] = field(default_factory=dict)
    places: dict[tuple[str, str, str], tuple[str, int]] = field(default_factory=dict)
    zips: dict[str, str] = field(default_factory=dict)


def kind_of(columns: Collection[str]) -> PlaceKind | None:
    """Which table has these columns: "prices", "counties", "places" or "zips"; None for any other."""
    return next((kind for kind, needed in KINDS.items() if set(needed) <= set(columns)), None)


@dataclass
class PlaceTaker:
    """Takes the rows of one table of prices or places into `into`, and counts those set aside by their reason."""

    sheet: Sheet
    kind: PlaceKind
    into: PlaceLines
    year: int = 0  # where the rows say it themselves, the newest of theirs
    older: bool = False  # than what is there, so that no row is taken
    set_aside: Counter[str] = field(default_factory=Counter)
    _met: dict[tuple[str, str | int], object] = field(
        default_factory=dict
    )  # what the rows further up say of each

    def take(self, row: list[Any]) -> None:
        """Takes one row.

        Raises:
            BadRowError: a cell of it can't be read, or a row further up says something else of the same.
        """
        cells = dict(zip(self.sheet.columns, map(text_of, row), strict=True))
        if self.older:
            self.set_aside[OLDER] += 1
            return
        reason = getattr(self, f"_take_{self.kind}")(cells)
        if reason:
            self.set_aside[reason] += 1

    def _take_prices(self, cells: dict[str, str]) -> str | None:
        area = cells["GEOFIPS"].strip('" ')
        if len(area) == 5 and area.endswith("000"):  # noqa: PLR2004  a state as a county code: 48000
            area = area[:2]
        area = _digits(area.zfill(2 if len(area) < 3 else 5), "GEOFIPS", (2, 5))  # noqa: PLR2004
        year = int(_digits(cells["YEAR"], "YEAR", (4,)))
        try:
            index = float(cells["RPP_ALL"])
        except ValueError:
            index = math.nan
        if not 0 < index < 1000:  # noqa: PLR2004  ten times the nation's prices
            raise BadRowError("a price index belongs here, the nation's being 100", AGAIN, "RPP_ALL")
        if self._met.setdefault((area, year), cells["RPP_ALL"]) != cells["RPP_ALL"]:
            raise BadRowError(f"{area} stands twice, with other figures", AGAIN, "RPP_ALL")
        self.year = max(self.year, year)
        if self.into.prices.get(area, ("", 0))[1] > year:
            return OLDER
        self.into.prices[area] = cells["RPP_ALL"], year
        return None

    def _take_counties(self, cells: dict[str, str]) -> str | None:
        county = _digits(cells["COUNTY"].zfill(5), "COUNTY", (5,))
        metro = _digits(cells["CBSA"], "CBSA", (0, 5))
        name = name_of(cells["NAME"], "NAME")
        said = fold(name), name, _state(cells), _people(cells), metro
        known = self.into.counties.setdefault(county, said)
        if self._met.setdefault((county, name), said) != said:
            raise BadRowError(f"{county} stands twice, with other figures", AGAIN, "COUNTY")
        return None if known[1] == name else REPEATED

    def _take_places(self, cells: dict[str, str]) -> str | None:
        name, people = name_of(cells["PLACE"], "PLACE"), _people(cells)
        key = fold(name), _state(cells), _digits(cells["COUNTY"].zfill(5), "COUNTY", (5,))
        if not key[0]:
            return NAMELESS
        before = self.into.places.get(key)
        if before is None or before[1] < people:
            self.into.places[key] = name, people
        return REPEATED if before is not None else None

    def _take_zips(self, cells: dict[str, str]) -> str | None:
        code = _digits(cells["ZIP"].zfill(5), "ZIP", (5,))
        county = _digits(cells["COUNTY"].zfill(5), "COUNTY", (5,))
        return None if self.into.zips.setdefault(code, county) == county else REPEATED


def known_counties(rows: Iterable[list[str]]) -> dict[str, County]:
    """The counties of a file that is there."""
    return {
        county: (key, name or key.title(), state, int(people), metro)
        for county, key, name, state, people, metro in rows
    }


def name_beside(key: str, name: str) -> str:
    """A name as it stands beside its key: left out where it is the key with capital letters."""
    return quoted(name) if name != key.title() else ""


def place_lines(places: PlaceLines, counties: Mapping[str, County]) -> list[str]:
    """Our lines of places, sorted by key; a name that is its key with capital letters, and its county's state, are left out."""
    states = {county: known[2] for county, known in counties.items()}
    return [
        f"{key},{name_beside(key, name)},{state if states.get(county) != state else ''},{people},{county}"
        for (key, state, county), (name, people) in sorted(places.places.items())
    ]


def zip_lines(places: PlaceLines) -> list[str]:
    """Our lines of ZIP codes, sorted; those that begin alike are one."""
    return list(map(",".join, zips_together(places.zips)))


def _digits(text: str, column: str, lengths: tuple[int, ...]) -> str:
    if len(text) not in lengths or (text and not (text.isascii() and text.isdecimal())):
        wanted = " or ".join(map(str, lengths))
        raise BadRowError(f'"{text[:20]}" stands where {wanted} digits belong', AGAIN, column)
    return text


def _state(cells: dict[str, str]) -> str:
    state = cells["STATE"]
    if not (len(state) == 2 and state.isascii() and state.isupper()):  # noqa: PLR2004  as postal codes are
        raise BadRowError(f'"{state[:20]}" stands where the two letters of a state belong', AGAIN, "STATE")
    return state


def _people(cells: dict[str, str]) -> int:
    return int(_digits(cells["POPULATION"], "POPULATION", tuple(range(1, 10))))
