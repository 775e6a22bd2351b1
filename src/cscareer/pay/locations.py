"""The places of the country and the areas with wage statistics that speak for them: searching and listing."""

from collections.abc import Iterable
from typing import ClassVar, Literal

from pydantic import Field

from cscareer.catalog.answer import Answer
from cscareer.catalog.loading import Catalog
from cscareer.catalog.lookup import suggest
from cscareer.catalog.models import Model
from cscareer.catalog.wage_files import SOURCE_IDS, source_id
from cscareer.errors import CareerError, UnknownNameError
from cscareer.pay.folding import fold
from cscareer.pay.gazetteer import STATE_TYPES, AreaRow, Gazetteer, PlaceRow
from cscareer.pay.location import Kind
from cscareer.pay.ranges import Area
from cscareer.pay.statistics import Statistics

MOST_FOUND = 20


class LocationRow(Model):
    """A place or an area: `area` is the one whose wages speak for it; `population` is null where it isn't known."""

    name: str
    kind: Kind
    state: str | None
    population: int | None
    area: Area
    price_index: float | None


class LocationList(Answer):
    """Places and areas that a search found, largest first, or the areas of a state or of the country.

    `found` counts all of them, of which a search shows the first ones.
    """

    rows: ClassVar = "locations"

    schema_: Literal["cscareer/locations/1"] = Field("cscareer/locations/1", alias="schema")
    query: str | None
    state: str | None
    found: int
    locations: tuple[LocationRow, ...]


def search_locations(
    catalog: Catalog, query: str | None = None, state: str | None = None, *, most: int = MOST_FOUND
) -> LocationList:
    """The areas of the country or of a state, or the areas and places with all words of a query in their names.

    What the query by itself would be taken for, also a ZIP code, a county or a nickname, comes first.

    Raises:
        UnknownNameError: no such state.
        UsageError: the query is longer than any place's name.

    Example:
        >>> found = search_locations(load_catalog(), "austin", state="TX")
        >>> found.locations[0].area.id
        '12420'
    """
    statistics = catalog.once(Statistics)
    gazetteer = statistics.gazetteer
    code = _state_code(gazetteer, state) if state is not None else None
    areas = [area for area in gazetteer.areas.values() if code is None or code in area.states]
    if query is None:
        rows = [_of_area(area) for area in areas]
        rows.sort(key=lambda row: (_ORDER.index(row.kind), row.name))
        shown = rows
    else:
        from cscareer.pay.places import check_length

        check_length(query)
        words = fold(query).split()
        each_once = tuple(dict.fromkeys(words))
        rows = [_of_area(area) for area in areas if _has(each_once, area.name, area.id)]
        rows += [
            _of_place(gazetteer, place)
            for place in gazetteer.all_places()
            if code in {None, place.state} and _has(each_once, f"{place.name} {place.state}", "")
        ]
        rows.sort(key=lambda row: (-_closeness(words, row), -(row.population or 0), row.name))
        if meant := _meant(statistics, query, code):
            rows = [meant, *(row for row in rows if (row.name, row.area) != (meant.name, meant.area))]
        shown = rows[:most]
    priced = [gazetteer.areas[row.area.id] for row in shown if row.price_index is not None]
    years = sorted({area.rpp_year for area in priced if area.rpp_year})
    places = max(
        (source for source in catalog.sources if source.startswith(SOURCE_IDS["places"])), default=None
    )
    cited = [*([places] if places else []), *(source_id("prices", year) for year in years)]
    return LocationList(
        layers=catalog.added_layers,
        sources=catalog.cite(*cited),
        query=query,
        state=code,
        found=len(rows),
        locations=tuple(shown),
    )


def complete_locations(catalog: Catalog, incomplete: str) -> list[tuple[str, str]]:
    """Cities of metro titles and states that begin like this, each with its area."""
    gazetteer = catalog.once(Statistics).gazetteer
    begun = fold(incomplete)
    offered = {f"{state.name}": state.name for state in gazetteer.states.values()}
    for metro in gazetteer.metros:
        cities, _, states = metro.name.rpartition(", ")
        offered[f"{cities.split('-')[0]}, {states.split('-')[0]}"] = metro.name
    return sorted((name, area) for name, area in offered.items() if fold(name).startswith(begun))


_ORDER = ("nation", "state", "territory", "metro", "nonmetro", "place")


def _state_code(gazetteer: Gazetteer, said: str) -> str:
    if state := gazetteer.state_names.get(fold(said)):
        return state.states[0]
    names = [state.name for state in gazetteer.states.values()]
    raise UnknownNameError(
        f'"{said}" is no state or territory with wage statistics.',
        hint='Write its name or its two letters, like "Texas" or "TX".',
        suggestions=suggest(said, names, most=2, whole=True),
    )


def _meant(statistics: Statistics, query: str, state: str | None) -> LocationRow | None:
    """The place that `-l` would take the query for, where it would take it for one."""
    try:
        place = statistics.places.find(query)
    except CareerError:
        return None
    if state not in {None, place.state}:
        return None
    area = statistics.gazetteer.areas[place.area.id]
    named = statistics.gazetteer.places(fold(place.name.rpartition(", ")[0]))
    people = [row.population for row in named if row.state == place.state] if place.kind == "place" else []
    return LocationRow(
        name=place.name,
        kind=place.kind,
        state=place.state,
        population=max(people, default=None)
        if people
        else area.population
        if place.name == area.name
        else None,
        area=place.area,
        price_index=None if area.type in STATE_TYPES and place.name != area.name else area.rpp,
    )


def _has(words: Iterable[str], name: str, area_id: str) -> bool:
    folded = f" {fold(name)} {area_id}"
    return all(f" {word}" in folded for word in words)


def _closeness(words: list[str], row: LocationRow) -> int:
    """2 for the very name, 1 for a name that begins with it, 0 for one that has its words somewhere."""
    name, query = fold(row.name.rpartition(", ")[0] or row.name), " ".join(words)
    return 2 if name == query else 1 if name.startswith(query) else 0


def _of_area(area: AreaRow) -> LocationRow:
    return LocationRow.model_validate(
        {
            "name": area.name,
            "kind": area.type,
            "state": None if area.type == "nation" else area.states[0],
            "population": area.population,
            "area": Area(id=area.id, name=area.name),
            "price_index": area.rpp,
        }
    )


def _of_place(gazetteer: Gazetteer, place: PlaceRow) -> LocationRow:
    area = gazetteer.areas.get(place.area) or gazetteer.states[place.state]
    return LocationRow(
        name=f"{place.name}, {place.state}",
        kind="place",
        state=place.state,
        population=place.population,
        area=Area(id=area.id, name=area.name),
        price_index=None if area.type in STATE_TYPES else area.rpp,
    )
