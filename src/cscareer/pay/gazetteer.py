"""The areas with wage statistics, and the places, counties and ZIP codes of the country, as the layers hold them."""

from collections.abc import Iterator, Sequence
from functools import cache, cached_property
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from cscareer.catalog.wage_files import AREAS, COUNTIES, PLACES, ZIPS, zips_apart
from cscareer.errors import UnreadableError
from cscareer.pay.folding import fold
from cscareer.pay.tables import CsvTable

STATE_TYPES = {"state", "territory"}


class AreaRow(NamedTuple):
    """An area with wage statistics; `states` are postal codes, its first one first, `rpp` is null where BEA has none.

    `type` is nation, state, territory, metro or nonmetro; `rpp` is the all-items index (US = 100) of `rpp_year`.
    """

    id: str
    name: str
    type: str
    states: tuple[str, ...]
    population: int | None
    rpp: float | None
    rpp_year: int | None


class PlaceRow(NamedTuple):
    """A city, town or county: `state` is a postal code, `area` the metro it lies in, "" outside every metro."""

    name: str
    state: str
    population: int
    county: str
    area: str


class Gazetteer:
    """Looks areas and places up in folders of our own layout, lowest layer first.

    Areas of all layers are merged, a figure that a higher layer lacks comes from below; of places, counties and ZIP
    codes the highest layer that has the table counts.
    """

    def __init__(self, folders: Sequence[Path]) -> None:
        self._folders = tuple(folders)

    @cached_property
    def areas(self) -> dict[str, AreaRow]:
        """Every area by its id."""
        merged: dict[str, AreaRow] = {}
        for folder in self._folders:
            for row in CsvTable(folder / AREAS).rows(_area):
                below = merged.get(row.id)
                merged[row.id] = row if below is None else _laid_over(below, row)
        return merged

    @cached_property
    def states(self) -> dict[str, AreaRow]:
        """States and territories by postal code."""
        return {area.states[0]: area for area in self.areas.values() if area.type in STATE_TYPES}

    @cached_property
    def state_names(self) -> dict[str, AreaRow]:
        """States and territories by folded name and by postal code in small letters."""
        named = {fold(area.name): area for area in self.states.values()}
        return named | {code.lower(): area for code, area in self.states.items()}

    def with_state_last(self, name: str) -> tuple[str, str | None]:
        """Splits "austin tx" and "albany new york", where no comma says where the state begins."""
        words = name.split()
        for count in (1, 2, 3):
            state = self.state_names.get(" ".join(words[-count:]))
            if state and len(words) > count:
                return " ".join(words[:-count]), state.states[0]
        return name, None

    @cached_property
    def metros(self) -> list[AreaRow]:
        """Every metropolitan area."""
        return [area for area in self.areas.values() if area.type == "metro"]

    def title_cities(self, area_id: str) -> tuple[str, ...]:
        """The folded names of the cities in a metro's title, in order, also those that have a hyphen themselves."""
        area = self.areas.get(area_id)
        return _cities(area.name) if area and area.type == "metro" else ()

    @cached_property
    def title_starts(self) -> dict[str, tuple[str, ...]]:
        """Metro id → the folded beginnings of its title: its first city, its first two, and so on."""
        named = {area.id: list(map(fold, _title_names(area.name))) for area in self.metros}
        return {
            key: tuple(" ".join(names[:end]) for end in range(1, len(names) + 1))
            for key, names in named.items()
        }

    def places(self, key: str) -> list[PlaceRow]:
        """The places that go by a folded name."""
        found = list(self._places.rows_of(key, _place))
        counties = {place.county: self.county(place.county) for place in found}
        return [_in_county(place, counties[place.county]) for place in found]

    def all_places(self) -> Iterator[PlaceRow]:
        """Every place."""
        counties = {county.county: county for county in self.all_counties()}
        return (_in_county(place, counties.get(place.county)) for place in self._places.rows(_place))

    def county(self, code: str) -> PlaceRow | None:
        """A county by its FIPS code."""
        return next(self._counties.rows_of(code, _county), None)

    def counties_by_key(self) -> Iterator[tuple[str, PlaceRow]]:
        """Every county with its folded name, which goes without the word county."""
        return self._counties.rows(lambda row: (row[1], _county(row)))

    def all_counties(self) -> Iterator[PlaceRow]:
        """Every county."""
        return self._counties.rows(_county)

    def county_of_zip(self, code: str) -> PlaceRow | None:
        """The county a ZIP code lies in."""
        rows = (*self._zips.rows_of(code, zips_apart), *self._zips.rows_of(code[:3], zips_apart))
        county = next((county for row in rows for each, county in row if each == code), None)
        return self.county(county) if county else None

    @cached_property
    def _counties(self) -> CsvTable:
        return self._table(COUNTIES)

    @cached_property
    def _places(self) -> CsvTable:
        return self._table(PLACES)

    @cached_property
    def _zips(self) -> CsvTable:
        return self._table(ZIPS)

    def _table(self, name: str) -> CsvTable:
        for folder in reversed(self._folders):
            if table := CsvTable(folder / name):
                return table
        raise UnreadableError(
            f"No folder of data in use has {name}, which finds places.",
            hint="`cscareer data path` shows the folders; installing cscareer again brings its own data back.",
        )


def _area(row: Sequence[str]) -> AreaRow:
    key, name, kind, states, population, rpp, rpp_year = row
    return AreaRow(
        key,
        name,
        kind,
        tuple(states.split("-")),
        int(population) if population else None,
        float(rpp) if rpp else None,
        int(rpp_year) if rpp_year else None,
    )


def _laid_over(below: AreaRow, above: AreaRow) -> AreaRow:
    rpp, rpp_year = (below.rpp, below.rpp_year) if above.rpp is None else (above.rpp, above.rpp_year)
    people = below.population if above.population is None else above.population
    return above._replace(population=people, rpp=rpp, rpp_year=rpp_year)


def _place(row: Sequence[str]) -> PlaceRow:
    key, name, state, people, county = row
    return PlaceRow(name or key.title(), state, int(people), county, "")


def _in_county(place: PlaceRow, county: PlaceRow | None) -> PlaceRow:
    """The place with the metro of its county, and with the county's state where its row says none."""
    return place._replace(state=place.state or county.state, area=county.area) if county else place


def _county(row: Sequence[str]) -> PlaceRow:
    code, key, name, state, people, area = row
    return PlaceRow(name or key.title(), state, int(people), code, area)


def _title_names(title: str) -> list[str]:
    return title.rpartition(", ")[0].replace("--", "-").replace("/", "-").split("-")


@cache
def _cities(title: str) -> tuple[str, ...]:
    """The cities a metro's title names. Of "Winston-Salem" the whole and its parts: only a place makes one a city."""
    names = _title_names(title)
    pairs = (f"{one} {two}" for one, two in pairwise(names))
    return tuple(dict.fromkeys(fold(name) for name in (*names, *pairs)))
