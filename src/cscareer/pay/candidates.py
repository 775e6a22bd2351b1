"""The places a name may mean, weighed against each other."""

from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import NamedTuple

from cscareer.catalog.loading import Catalog
from cscareer.pay.folding import fold
from cscareer.pay.gazetteer import AreaRow, Gazetteer, PlaceRow
from cscareer.pay.location import Kind
from cscareer.pay.place_words import PlaceWords

_COMPARABLE = 0.4  # of the people of a city that a metro's title names, but not first


class Candidate(NamedTuple):
    """A place that a name may mean, with the number of people that it is weighed by."""

    name: str
    state: str
    weight: int
    people: int
    area: str
    county: str
    kind: Kind
    titled: bool = False  # a city that its metro's title names, weighed by the whole metro
    leads: bool = False  # the first one there


class Candidates:
    """Looks up what a name may mean."""

    def __init__(self, catalog: Catalog, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        self._words = catalog.once(PlaceWords)
        self._meant = {word.id: fold(word.means) for word in catalog.location_words.values()}
        self._county_words = {each.id: each.word for each in catalog.county_words.values()}

    def county_name(self, county: PlaceRow) -> str:
        """A county as people call it: "Travis County", "Orleans Parish", "Baltimore (city)"."""
        if county.name.endswith(")"):
            return county.name
        return f"{county.name} {self._county_words.get(county.state.lower(), 'County')}"

    def of(
        self, name: str, state: str | None = None, county: str | None = None, *, metro: bool = False
    ) -> list[Candidate]:
        """What a folded name may mean: the largest of each area, largest first.

        Cities that a metro's title names stand alone where there are some.

        Args:
            name: the name of a place, of a metro's first cities, or of a county with the word county.
            state: the postal code of the only state to look in.
            county: the folded name of the only county to look in.
            metro: a whole metro area is meant, so that only cities that lead its title count where there are some.
        """
        if (match := self._words.county.match(name)) and (found := self._counties(match[1], state, match[2])):
            return found  # else it may be a city that is called so, as "Lexington-Fayette Urban County" is
        found = []
        for key in self._spellings(name):
            rows = [row for row in self._gazetteer.places(key) if state in {None, row.state}]
            if county is not None:
                inside = {row.county for row in self._counties_called(county)}
                rows = [row for row in rows if row.county in inside]
            found = [self._weighed(row, key) for row in rows]
            if found:
                break
        if not found:
            found = self._titled(name, state) or (self._counties(name, state) if state else [])
        return _best(found, metro=metro)

    def _spellings(self, name: str) -> Iterable[str]:
        shorter = self._words.town.sub("", name).strip()
        for written in dict.fromkeys((name, f"{name} city", shorter)):
            if written:
                yield from dict.fromkeys((written, self._spelled_out(written)))

    def _spelled_out(self, key: str) -> str:
        return " ".join(self._meant.get(word, word) for word in key.split())

    def _weighed(self, row: PlaceRow, key: str) -> Candidate:
        name = f"{row.name}, {row.state}"
        metro = self._gazetteer.areas.get(row.area)
        cities = self._gazetteer.title_cities(row.area)
        city = self._spelled_out(key)
        if metro is None or city not in map(self._spelled_out, cities):
            return Candidate(name, row.state, row.population, row.population, row.area, row.county, "place")
        leads = self._spelled_out(fold(metro.name)).startswith(city)
        weight = max(metro.population or 0, row.population)
        return Candidate(
            name, row.state, weight, row.population, row.area, row.county, "place", titled=True, leads=leads
        )

    def _titled(self, name: str, state: str | None) -> list[Candidate]:
        """Metros whose title begins with these whole cities, like "Dallas-Fort Worth"."""
        wanted = self._spelled_out(name)
        found = [
            area
            for area in self._gazetteer.metros
            if (state is None or state in area.states)
            and any(self._spelled_out(start) == wanted for start in self._gazetteer.title_starts[area.id])
        ]
        return [
            Candidate(
                area.name,
                area.states[0],
                area.population or 0,
                0,
                area.id,
                "",
                "metro",
                titled=True,
                leads=True,
            )
            for area in found
        ]

    def _counties(self, name: str, state: str | None, word: str | None = None) -> list[Candidate]:
        """The counties of a name; in states that call them by `word`, where there are some."""
        rows = self._counties_called(name)
        called_so = [
            row for row in rows if self._county_words.get(row.state.lower(), "County").casefold() == word
        ]
        found = [
            Candidate(
                f"{self.county_name(row)}, {row.state}",
                row.state,
                row.population,
                row.population,
                row.area,
                "",
                "county",
            )
            for row in (called_so if called_so and not state else rows)
            if state in {None, row.state}
        ]
        return _best(found, metro=False)

    def in_any_order(self, cities: Sequence[str], state: str | None) -> list[AreaRow]:
        """The metros whose title names all of these cities (folded), in whatever order."""
        wanted = {self._spelled_out(city) for city in cities}
        return [
            area
            for area in self._gazetteer.metros
            if (state is None or state in area.states)
            and wanted <= set(map(self._spelled_out, self._gazetteer.title_cities(area.id)))
        ]

    def _counties_called(self, name: str) -> list[PlaceRow]:
        wanted = self._spelled_out(name)
        return [row for key, spelled, row in self._all_counties if key == name or spelled == wanted]

    @cached_property
    def _all_counties(self) -> list[tuple[str, str, PlaceRow]]:
        """Every county with its folded name, as it is and spelled out."""
        return [(key, self._spelled_out(key), row) for key, row in self._gazetteer.counties_by_key()]


def _best(found: Sequence[Candidate], *, metro: bool) -> list[Candidate]:
    """The largest of each area, largest first: cities of metro titles alone where there are some."""
    if metro and any(each.leads for each in found):
        found = [each for each in found if each.leads]
    elif any(each.titled for each in found):
        found = _titled_or_as_large(found)
    best: dict[str, Candidate] = {}
    for each in sorted(found, key=lambda each: (-each.weight, -each.people)):
        best.setdefault(each.area or each.state, each)
    return list(best.values())


def _titled_or_as_large(found: Sequence[Candidate]) -> list[Candidate]:
    """The cities of metro titles, and any other place with about as many people of its own; all then weighed by these."""
    titled = [each for each in found if each.titled]
    first = max(titled, key=lambda each: each.weight)
    share = 1 if first.leads else _COMPARABLE
    rivals = [each for each in found if each.people >= first.people * share and each is not first]
    if all(each.titled and (first.leads or not each.leads) for each in rivals):
        return titled
    others = [each for each in found if not each.titled and each in rivals]
    return [each._replace(weight=each.people, titled=False) for each in (*titled, *others)]
