"""What people type for a place, and the area with wage statistics that speaks for it."""

from collections.abc import Sequence
from functools import cached_property

from cscareer.catalog.loading import Catalog
from cscareer.catalog.lookup import is_one_slip
from cscareer.errors import UnknownNameError, UsageError
from cscareer.pay.candidates import Candidate, Candidates
from cscareer.pay.folding import fold
from cscareer.pay.gazetteer import AreaRow, Gazetteer, PlaceRow
from cscareer.pay.location import Location, location_of
from cscareer.pay.place_parts import PlaceParts
from cscareer.pay.place_refusals import Refusals
from cscareer.pay.place_words import CITIES, ZIP, ZIP_LAST, PlaceWords
from cscareer.pay.ranges import NATION_ID
from cscareer.pay.townships import Townships

_FAR_LARGER = 100  # how much larger a city a slip away must be for us to ask whether it was meant
_SLIPPED = 5  # letters of a name from which on a slip is likelier than another name
TIMES_LARGER = 10  # how much larger a place must be than its namesakes to be meant by the bare name
LONGEST = 200  # letters; no name of a place comes near

_COUNTRY_WORDS = 3


def check_length(said: str) -> None:
    """Makes sure that a text may name a place.

    Raises:
        UsageError: it is longer than that.
    """
    if len(said) > LONGEST:
        raise UsageError(
            f"A location of {len(said):,} letters is no place.", hint="Try a city, a state or a ZIP code."
        )


class Places:
    """Finds the place a person means, and searches among all of them."""

    def __init__(self, catalog: Catalog, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        self._words = catalog.once(PlaceWords)
        self._candidates = Candidates(catalog, gazetteer)
        self._refusals = Refusals(catalog, gazetteer, self._candidates)
        self._townships = Townships(catalog, gazetteer, self._candidates)
        self._aliases = {
            fold(name): alias.area
            for alias in catalog.location_aliases.values()
            for name in alias.names
            if "." not in name or len(fold(name)) > len("la")  # "L.A." is Los Angeles, LA the state
        }
        self._dotted = {
            name.casefold(): alias.area
            for alias in catalog.location_aliases.values()
            for name in alias.names
            if "." in name
        }
        self._parts = PlaceParts(catalog, gazetteer, self._aliases)
        self._outside = {
            fold(name): name for entry in catalog.outside_locations.values() for name in entry.names
        }

    def find(self, said: str) -> Location:
        """The place meant by a name, ZIP code, county, state, nickname or area id.

        Raises:
            UnknownNameError: no place goes by it; the likeliest are suggested.
            AmbiguousNameError: several do, and none is ten times as large as the others.
            UsageError: it is empty, or in another country.
        """
        check_length(said)
        raw = [part.strip() for part in said.split(",")]
        parts = [folded for part in raw if (folded := fold(part))]
        if not parts:
            raise UsageError("An empty location is no place.", hint="Try a city, a state or a ZIP code.")
        if at_work := [kept for part in parts if (kept := self._words.way_of_work.sub("", part).strip())]:
            parts = at_work
        if found := self._by_number(said.strip()) or self._by_alias(said, parts, raw[0]):
            return found
        parts = [self._words.township.sub("township", self._words.census.sub("", part)) for part in parts]
        parts, in_nation = self._parts.without_nation(parts)
        if in_nation and self._words.led_up.fullmatch(f"{parts[0]} "):
            return location_of(said, self._gazetteer.areas[NATION_ID])  # "anywhere in the US"
        parts[-1] = self._parts.state_in_full(written := parts[-1], alone=len(parts) == 1)
        if parts[-1] != written and (area_id := self._aliases.get(" ".join(parts))):
            return location_of(said, self._gazetteer.areas[area_id])  # "LA, Calif."
        parts = self._parts.state_behind(said, parts)
        if trailing := ZIP_LAST.search(parts[-1]):
            last = parts[-1][: trailing.start()].strip()
            parts = (
                [*parts[:-1], self._parts.state_in_full(last, alone=len(parts) == 1)] if last else parts[:-1]
            )
            if county := self._gazetteer.county_of_zip(trailing[1]):
                return self._in_zip(said, trailing[1], county, parts)
            if not parts and (found := self._by_number(trailing[1])):
                return found
        return self._by_words(said, [part for part in parts if part], in_nation=in_nation)

    def likelier(self, location: Location) -> str | None:
        """The far larger city, with its state, that the bare name of a small place is one slip away from, like Phoenix of Phenix."""
        said = fold(location.said)
        if location.kind != "place" or len(said) < _SLIPPED or said != fold(location.name.rpartition(",")[0]):
            return None
        people = max((row.population for row in self._gazetteer.places(said)), default=0)
        larger = {
            metro.id: self._gazetteer.title_starts[metro.id][0]
            for metro in sorted(self._gazetteer.metros, key=lambda metro: -(metro.population or 0))
            if (metro.population or 0) >= _FAR_LARGER * people
        }
        alike = [(metro, city) for metro, city in larger.items() if city[0] == said[0] and city != said]
        return next(
            (
                f"{row.name}, {row.state}"
                for metro, city in alike
                if is_one_slip(said, city)
                for row in self._gazetteer.places(city)
                if row.area == metro
            ),
            None,
        )

    def _by_words(self, said: str, parts: list[str], *, in_nation: bool) -> Location:
        if not parts:
            self._refusals.unknown(said)
        if len(parts) == 1 and (
            state := self._gazetteer.state_names.get(self._words.state.sub("", parts[0]))
        ):
            certain = in_nation or parts[0] not in self._gazetteer.state_names
            return self._state(said, parts[0], state, certain=certain)
        if (
            len(parts) > 1
            and not self._parts.is_state(parts[-1])
            and {parts[0], parts[-1]} & self._outside.keys()
        ):
            self._refusals.outside(said)
        name, state_code, county, metro = self._parts.split(parts)
        if found := self._townships.find(said, name, state_code):
            return found
        candidates = self._candidates.of(name, state_code, county, metro=metro)
        alone, last = (
            self._gazetteer.with_state_last(name) if not candidates and len(parts) == 1 else (name, None)
        )
        if last:  # "austin tx"
            if found := self._townships.find(said, alone, last):
                return found
            name, state_code = alone, last
            candidates = self._candidates.of(name, state_code, metro=metro)
        if parts[0] in self._outside and len(parts) == 1 and not any(each.titled for each in candidates):
            self._refusals.outside(said)
        if candidates:
            return self._chosen(said, candidates)
        return self._by_other_words(said, parts, name, state_code) or self._in_territory(said, state_code)

    def _in_territory(self, said: str, state_code: str | None) -> Location:
        """The wages of a territory, which has no table of places, for any town of it.

        Raises:
            UnknownNameError: no territory is named.
        """
        state = self._gazetteer.states.get(state_code or "")
        if state is None or state.type != "territory":
            words = fold(said).split()
            endings = (" ".join(words[-count:]) for count in range(1, min(_COUNTRY_WORDS, len(words)) + 1))
            if not self._outside.keys().isdisjoint(endings):  # "manchester uk"
                self._refusals.outside(said)
            self._refusals.unknown(said)
        return location_of(said, state)

    def _by_other_words(
        self, said: str, parts: Sequence[str], name: str, state_code: str | None
    ) -> Location | None:
        """A nickname with its state, a metro's cities in another order, or the place that a sentence leads up to."""
        unreduced = " ".join(parts[:-1]).removeprefix("the ") if len(parts) > 1 else name
        area = self._gazetteer.areas.get(self._aliases.get(unreduced) or self._aliases.get(name, ""))
        if area and state_code in {*area.states, None}:
            return location_of(said, area)
        cities = [folded for city in CITIES.split(said.partition(",")[0]) if (folded := fold(city))]
        if len(cities) > 1 and (state_code or len(parts) == 1):
            if state_code:
                cities[-1] = cities[-1].removesuffix(f" {state_code.lower()}")
            metros = self._candidates.in_any_order(cities, state_code)
            if len(metros) == 1:
                return location_of(said, metros[0])
        shorter = self._words.led_up.sub("", parts[0])
        if shorter not in {"", parts[0]}:
            rest = self.find(", ".join([shorter, *parts[1:]]))
            return rest.model_copy(update={"said": said})
        part = self._words.part_of.match(parts[0])
        region = parts[0][part.end() :] if part else ""
        state = self._gazetteer.state_names.get(region) if len(parts) == 1 and len(region) > 2 else None  # noqa: PLR2004
        if state:
            reason = f"Wages are released for all of {state.name}, not for a part of it by that name."
            return location_of(said, state).model_copy(update={"reason": reason})
        return None

    def _by_number(self, said: str) -> Location | None:
        if area := self._gazetteer.areas.get(said):
            county = self._gazetteer.county_of_zip(said)
            namesakes = (
                (f"ZIP {said} ({self._candidates.county_name(county)}, {county.state})",) if county else ()
            )
            read = location_of(said, area, namesakes)
            if len(said) != len("20500"):
                return read
            reason = f'"{said}" is read as the id of an area; for a ZIP code write "ZIP {said}".'
            return read.model_copy(update={"reason": reason})
        if not (match := ZIP.match(said)):
            if said.isdecimal():
                self._refusals.unknown(said)
            return None
        if county := self._gazetteer.county_of_zip(match[1]):
            return self._in_zip(said, match[1], county)
        raise UnknownNameError(
            f"{said} is neither a ZIP code nor an area id that we know.",
            hint="Try the city instead, or `cscareer locations` for all areas.",
        )

    @cached_property
    def _folded_areas(self) -> dict[str, str]:
        """The ids of areas by their folded names; of several of one name the first."""
        areas = reversed(list(self._gazetteer.areas.values()))
        return {fold(each.name): each.id for each in areas}

    def _by_alias(self, said: str, parts: Sequence[str], first: str) -> Location | None:
        whole = " ".join(parts)
        dotted = self._dotted.get(first.casefold().replace(" ", "")) or self._dotted.get(
            said.strip().casefold()
        )
        if dotted and (len(parts) == 1 or parts[-1].upper() in self._gazetteer.areas[dotted].states):
            return location_of(said, self._gazetteer.areas[dotted])
        area_id = self._aliases.get(whole) or self._aliases.get(self._words.without_metro(whole))
        if area_id is None and (len(parts) > 1 or "area" in whole.split()):
            area_id = self._folded_areas.get(whole)
        area = self._gazetteer.areas.get(area_id or "")
        return location_of(said, area) if area else None

    def _in_zip(self, said: str, code: str, county: PlaceRow, parts: Sequence[str] = ()) -> Location:
        """Where a ZIP code lies.

        Raises:
            UsageError: a state is named beside it, and it lies in another one.
        """
        named = self._gazetteer.state_names.get(parts[-1]) if parts else None
        if named and county.state not in named.states:
            raise UsageError(
                f"ZIP code {code} lies in {county.state}, and {named.name} is named beside it.",
                hint="Leave one of them out.",
            )
        name = f"ZIP {code} ({county.name}, {county.state})"
        return self._located(said, Candidate(name, county.state, 0, 0, county.area, "", "zip"))

    def _state(self, said: str, key: str, state: AreaRow, *, certain: bool) -> Location:
        """A state, unless a large city is called the same (Washington) and nothing says which is meant."""
        if not certain and len(key) > 2:  # noqa: PLR2004  a postal code is no city's name
            cities = [each for each in self._candidates.of(key, metro=True) if each.leads]
            if cities:
                itself = Candidate(f"{state.name} State", "", state.population or 0, 0, "", "", "state")
                self._refusals.ambiguous(said, [itself, *cities])
        return location_of(said, state)

    def _chosen(self, said: str, candidates: Sequence[Candidate]) -> Location:
        first, *others = candidates
        if others and first.weight < TIMES_LARGER * others[0].weight:
            self._refusals.ambiguous(said, candidates)
        return self._located(said, first, tuple(each.name for each in others))

    def _located(self, said: str, candidate: Candidate, namesakes: tuple[str, ...] = ()) -> Location:
        area = self._gazetteer.areas.get(candidate.area) or self._gazetteer.states.get(candidate.state)
        if area is None:
            self._refusals.outside(said)
        return location_of(said, area, namesakes).model_copy(
            update={"name": candidate.name, "kind": candidate.kind, "state": candidate.state}
        )
