"""What people type for a place, and the area with wage statistics that speaks for it."""

import re
from collections.abc import Sequence
from functools import cached_property
from typing import Literal, NoReturn

from cscareer.catalog.loading import Catalog
from cscareer.catalog.lookup import suggest
from cscareer.catalog.models import Model
from cscareer.errors import AmbiguousNameError, UnknownNameError, UsageError
from cscareer.pay.candidates import COUNTY_WORDS, Candidate, Candidates, Kind
from cscareer.pay.folding import fold
from cscareer.pay.gazetteer import AreaRow, Gazetteer, PlaceRow
from cscareer.pay.ranges import NATION_ID, Area

TIMES_LARGER = 10  # how much larger a place must be than its namesakes to be meant by the bare name
MOST_CANDIDATES = 6
LONGEST = 200  # letters; no name of a place comes near
FEWEST_TO_SUGGEST = 1000  # people, of a place that a misspelling may have meant

_ZIP = re.compile(r"(?:zip(?: code)? )?(\d{5})(?:-\d{4})?\Z", re.IGNORECASE)
_TRAILING_ZIP = re.compile(r"\s(\d{5})(?:-\d{4})?\Z")
_METRO_WORDS = re.compile(
    r"(?:^(?:the )?greater )|(?:^metro(?:politan)? )"
    r"|(?: (?:metropolitan statistical area|metropolitan area|metro area|metroplex|metropolitan|metro|msa|area|region)$)"
)


# "Remote in Austin, TX" is paid by Austin, as far as anyone can tell.
_WAY_OF_WORK = re.compile(
    r"^(?:fully )?(?:remote|hybrid|on ?site|in office)(?: in)?(?: the)?(?: |$)| (?:remote|hybrid|on ?site|in office)$"
)
_STATE_WORDS = re.compile(r"^(?:the )?state of | state$")


class Location(Model):
    """Where a person means, and the area whose wages speak for it.

    `name` is what their words (`said`) were taken for, `state` a postal code (null for the nation), and
    `namesakes` the other places of that name that were passed over because they are much smaller.
    """

    said: str
    name: str
    kind: Kind
    state: str | None
    area: Area
    area_type: Literal["nation", "state", "territory", "metro", "nonmetro"]
    namesakes: tuple[str, ...]


def location_of(said: str, area: AreaRow, namesakes: tuple[str, ...] = ()) -> Location:
    """The location that an area itself is."""
    return Location.model_validate(
        {
            "said": said,
            "name": area.name,
            "kind": area.type,
            "state": None if area.id == NATION_ID else area.states[0],
            "area": Area(id=area.id, name=area.name),
            "area_type": area.type,
            "namesakes": namesakes,
        }
    )


class Places:
    """Finds the place a person means, and searches among all of them."""

    def __init__(self, catalog: Catalog, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        words = {word.id: fold(word.means) for word in catalog.location_words.values()}
        county_words = {each.id: each.word for each in catalog.county_words.values()}
        self._candidates = Candidates(gazetteer, words, county_words)
        self._aliases = {
            fold(name): alias.area for alias in catalog.location_aliases.values() for name in alias.names
        }
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
        if len(said) > LONGEST:
            raise UsageError(
                f"A location of {len(said):,} letters is no place.", hint="Try a city, a state or a ZIP code."
            )
        parts = [folded for part in said.split(",") if (folded := fold(part))]
        if not parts:
            raise UsageError("An empty location is no place.", hint="Try a city, a state or a ZIP code.")
        if at_work := [kept for part in parts if (kept := _WAY_OF_WORK.sub("", part).strip())]:
            parts = at_work
        if found := self._by_number(said.strip()) or self._by_alias(said, parts):
            return found
        if trailing := _TRAILING_ZIP.search(said):
            if county := self._gazetteer.county_of_zip(trailing[1]):
                return self._in_zip(said, trailing[1], county)
            parts[-1] = parts[-1].removesuffix(trailing[1]).strip()
        return self._by_words(said, [part for part in parts if part])

    def _by_words(self, said: str, parts: list[str]) -> Location:
        parts, in_nation = self._without_nation(parts)
        if len(parts) == 1 and (state := self._gazetteer.state_names.get(_STATE_WORDS.sub("", parts[0]))):
            certain = in_nation or parts[0] not in self._gazetteer.state_names
            return self._state(said, parts[0], state, certain=certain)
        if len(parts) > 1 and not self._is_state(parts[-1]) and parts[-1] in self._outside:
            self._refuse_outside(said)
        name, state_code, county, metro = self._split(parts)
        candidates = self._candidates.of(name, state_code, county, metro=metro)
        if not candidates and len(parts) == 1:
            name, state_code = self._with_state_last(name)
            candidates = self._candidates.of(name, state_code, metro=metro) if state_code else []
        if parts[0] in self._outside and len(parts) == 1 and not any(each.titled for each in candidates):
            self._refuse_outside(said)
        if not candidates:
            # Territories have no table of places: any town of theirs gets the territory's wages.
            state = self._gazetteer.states.get(state_code or "")
            if state and state.type == "territory":
                return location_of(said, state)
            self._refuse_unknown(said)
        return self._chosen(said, candidates)

    def _by_number(self, said: str) -> Location | None:
        if area := self._gazetteer.areas.get(said):
            county = self._gazetteer.county_of_zip(said)
            namesakes = (
                (f"ZIP {said} ({self._candidates.county_name(county)}, {county.state})",) if county else ()
            )
            return location_of(said, area, namesakes)
        if not (match := _ZIP.match(said)):
            if said.isdecimal():
                self._refuse_unknown(said)
            return None
        if county := self._gazetteer.county_of_zip(match[1]):
            return self._in_zip(said, match[1], county)
        raise UnknownNameError(
            f"{said} is neither a ZIP code nor an area id that we know.",
            hint="Try the city instead, or `cscareer locations` for all areas.",
        )

    def _by_alias(self, said: str, parts: Sequence[str]) -> Location | None:
        whole = " ".join(parts)
        area_id = self._aliases.get(whole) or self._aliases.get(self._metro_name(whole))
        if area_id is None and (len(parts) > 1 or "area" in whole.split()):
            area_id = next(
                (each.id for each in self._gazetteer.areas.values() if fold(each.name) == whole), None
            )
        area = self._gazetteer.areas.get(area_id or "")
        return location_of(said, area) if area else None

    def _in_zip(self, said: str, code: str, county: PlaceRow) -> Location:
        name = f"ZIP {code} ({county.name}, {county.state})"
        return self._located(said, Candidate(name, county.state, 0, 0, county.area, "", "zip"))

    def _state(self, said: str, key: str, state: AreaRow, *, certain: bool) -> Location:
        """A state, unless a large city is called the same (Washington) and nothing says which is meant."""
        if not certain and len(key) > 2:  # noqa: PLR2004  a postal code is no city's name
            cities = [each for each in self._candidates.of(key, metro=True) if each.leads]
            if cities:
                itself = Candidate(f"{state.name} State", "", state.population or 0, 0, "", "", "state")
                self._refuse_ambiguous(said, [itself, *cities])
        return location_of(said, state)

    def _without_nation(self, parts: list[str]) -> tuple[list[str], bool]:
        if len(parts) > 1 and self._aliases.get(parts[-1]) == NATION_ID:
            return parts[:-1], True
        names = (name for name, area in self._aliases.items() if area == NATION_ID)
        if last := max((name for name in names if parts[-1].endswith(f" {name}")), key=len, default=None):
            return [*parts[:-1], parts[-1].removesuffix(last).strip()], True
        return parts, False

    def _is_state(self, part: str) -> bool:
        return self._metro_name(part) in self._gazetteer.state_names

    def _split(self, parts: list[str]) -> tuple[str, str | None, str | None, bool]:
        """The name, the state's postal code, the county's name, and whether a whole metro area is meant."""
        whole = " ".join(parts)
        metro = self._metro_name(whole) != whole
        state = self._gazetteer.state_names.get(self._metro_name(parts[-1])) if len(parts) > 1 else None
        named = parts[:-1] if state else parts
        county = None
        if state and len(named) > 1 and (match := COUNTY_WORDS.match(named[-1])):
            county, named = match[1], named[:-1]
        joined = " ".join(named)
        name = joined if COUNTY_WORDS.match(joined) else self._metro_name(joined)
        return name, state.states[0] if state else None, county, metro and not state

    def _with_state_last(self, name: str) -> tuple[str, str | None]:
        """Splits "austin tx" and "albany new york", where no comma says where the state begins."""
        words = name.split()
        for count in (1, 2, 3):
            state = self._gazetteer.state_names.get(" ".join(words[-count:]))
            if state and len(words) > count:
                return " ".join(words[:-count]), state.states[0]
        return name, None

    @staticmethod
    def _metro_name(name: str) -> str:
        while (shorter := _METRO_WORDS.sub("", name).strip()) != name and shorter:
            name = shorter
        return name

    def _chosen(self, said: str, candidates: Sequence[Candidate]) -> Location:
        first, *others = candidates
        if others and first.weight < TIMES_LARGER * others[0].weight:
            self._refuse_ambiguous(said, candidates)
        return self._located(said, first, tuple(each.name for each in others))

    def _located(self, said: str, candidate: Candidate, namesakes: tuple[str, ...] = ()) -> Location:
        area = self._gazetteer.areas.get(candidate.area) or self._gazetteer.states.get(candidate.state)
        if area is None:
            self._refuse_outside(said)
        return location_of(said, area, namesakes).model_copy(
            update={"name": candidate.name, "kind": candidate.kind, "state": candidate.state}
        )

    def _refuse_ambiguous(self, said: str, candidates: Sequence[Candidate]) -> NoReturn:
        shown = candidates[:MOST_CANDIDATES]
        names = [self._told_apart(each, shown) for each in shown]
        people = ("people in the metro area" if each.titled else "people" for each in shown)
        counted = (f"{each.weight:,} {noun}" for each, noun in zip(shown, people, strict=True))
        listed = "; ".join(f"{name} ({count})" for name, count in zip(names, counted, strict=True))
        more = " and more" if len(candidates) > len(shown) else ""
        raise AmbiguousNameError(
            f'"{said}" could be any of {len(candidates)} places: {listed}{more}.',
            hint=f'Say which one, like "{names[0]}", or give a ZIP code.',
            suggestions=names,
        )

    def _told_apart(self, candidate: Candidate, others: Sequence[Candidate]) -> str:
        """The candidate's name, with its county where another one of the same name is in the same state."""
        if candidate.kind == "state":
            return candidate.name
        county = self._gazetteer.county(candidate.county)
        if county is None or sum(each.name == candidate.name for each in others) == 1:
            return candidate.name
        city, _, state = candidate.name.rpartition(", ")
        return f"{city}, {self._candidates.county_name(county)}, {state}"

    def _refuse_outside(self, said: str) -> NoReturn:
        raise UsageError(
            f'"{said}" lies outside the area of the U.S. wage statistics.',
            hint=(
                "They cover the 50 states, DC, Puerto Rico, Guam and the U.S. Virgin Islands. "
                "For a town of that name there, add its state."
            ),
        )

    @cached_property
    def _well_known(self) -> dict[str, str]:
        """Areas and larger places by folded name, with and without their state: what a misspelling may have meant."""
        known: dict[str, str] = {}
        places = (row for row in self._gazetteer.all_places() if row.population >= FEWEST_TO_SUGGEST)
        for row in sorted(places, key=lambda row: row.population):
            label = f"{row.name}, {row.state}"
            known[fold(row.name)] = known[fold(label)] = label
        return known | {fold(area.name): area.name for area in self._gazetteer.areas.values()}

    def _refuse_unknown(self, said: str) -> NoReturn:
        near = suggest(fold(said), self._well_known, most=5, whole=True)
        raise UnknownNameError(
            f'No place we know goes by "{said}".',
            hint="Try the nearest larger city, the county, the state or a ZIP code; `cscareer locations NAME` searches.",
            suggestions=list(dict.fromkeys(self._well_known[each] for each in near))[:3],
        )
