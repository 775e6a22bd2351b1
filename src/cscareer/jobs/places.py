"""Where a job is: the places that an ad names in fields, in its head and in its sentences, and the areas they lie in."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from cscareer.catalog.loading import Catalog
from cscareer.errors import CareerError
from cscareer.jobs.ad import Ad
from cscareer.jobs.bare_places import BareReader
from cscareer.jobs.state_lists import StateListReader, holds
from cscareer.pay.location import Location
from cscareer.pay.statistics import Statistics

_MOST_PLACES = 60
_HEAD = 8  # lines in which the place stands without a word that leads up to it
_HEAD_LETTERS = 250  # of a line in the head; more is prose
_KEPT = 8192
_LABEL = re.compile(
    r"\b(?:job |work |primary |office )?locations?(?: \(preferred\))?\s*[:|]\s*([^|•~;\n]{2,90})|\b(?:where|based in|located in|office in|offices in|near)(?:\s*:)?\s+((?:downtown |the )?[A-Z][^|•~;.!\n]{2,60})",
    re.IGNORECASE,
)
_WORD = r"(?:d['’])?[A-Z][^\W\d_](?:[^\W\d_]|[.'’]){0,30}"
_CITY = rf"{_WORD}(?:[ -]{_WORD}){{0,3}}"
_ENDS = re.compile(r"\s*(?:$|[,.;:|•()–—-])")
_ASIDE = re.compile(r"\s?\([A-Z][^()]{2,25}\)(?=,\s)")  # "Tampa (Westshore), Florida"
_DOTTED = re.compile(r"\b([A-Z])\.([A-Z])\.")  # "Schenectady, N.Y."
_LOUD = re.compile(r"[A-Z]{3,}")
_FEWEST = 2  # states that make a list
_MOST_NAMES = 3  # parts of a place's name: town, region, country
_OUTER = re.compile(r"\s*[|•·~]\s*|\s[-–—]{1,3}\s|\s{3,}|\s\*{2,}\s?|[()]")
_LABEL_WORDS = (
    "location",
    "where",
    "based in",
    "located in",
    "office",
    "near",
)  # of which one stands where that does
_NATION = re.compile(
    r"\b(?:anywhere in the (?:u\.?s\.?a?|united states|country)|all (?:50|fifty) states|remote \(?(?:u\.?s\.?a?|united states)\)?|(?:u\.?s\.?|united states)[- ]based|across the (?:u\.?s\.?|united states)|within the (?:u\.?s\.?|united states))",
    re.IGNORECASE,
)


_ANYWHERE = re.compile(
    r"\b(?:(?:work )?(?:from )?anywhere in the (?:u\.?s\.?a?\b|united states|country)|remote,? ?[-–—(]?\s?(?:u\.?s\.?a?\b|united states))",
    re.IGNORECASE,
)  # which outweighs a town in a sentence


class AdPlaces(NamedTuple):
    """The places of an ad, and the words that named them where no place of ours goes by them."""

    locations: tuple[Location, ...]
    unknown: tuple[str, ...]
    states_only: bool = False  # a list of states in which one may live
    abroad: bool = False  # they lie in another country


def is_told(places: AdPlaces) -> bool:
    """Whether an ad says where the job is, and more than that it is in the nation."""
    return any(each.kind != "nation" for each in places.locations)


class PlaceReader:
    """Finds places in ads; each spelling is looked up once."""

    def __init__(self, catalog: Catalog) -> None:
        statistics = catalog.once(Statistics)
        self._find = statistics.places.find
        gazetteer = statistics.gazetteer
        self._states = {state.name.casefold(): code for code, state in gazetteer.states.items()}
        self._codes = set(gazetteer.states)
        self._outside = frozenset(
            name.casefold() for entry in catalog.outside_locations.values() for name in entry.names
        )
        codes = "|".join(sorted(self._codes))
        names = "|".join(re.escape(state.name) for state in gazetteer.states.values())
        # "Columbus OH" wants the code in capitals; "Duluth, Minnesota" the name in full
        self._city_state = re.compile(rf"({_CITY}),?\s+({codes}|{names})(?![\w])(?:\s+\d{{5}})?")
        self._kept: dict[str, Location | None] = {}
        states = {code: state.name for code, state in gazetteer.states.items()}
        lists = catalog.posting_lists
        self._bare = BareReader(self.find, states, lists)
        self._lists = StateListReader(self.find, self._cities, self._bare.is_denied, states, lists)

    def read(self, ad: Ad, title: str | None) -> AdPlaces:
        """The places of an ad: those of its fields, else those it names."""
        found: list[Location] = []
        unknown: list[str] = []
        for said in ad.fields.places:
            place = self.find(said)
            if place:
                found.append(place)
            else:
                unknown.append(said)
        states, beside = self._lists.read(ad)
        if states:
            real = [each for each in found if each.kind != "nation"]
            here = real or [*beside, *states]
            return AdPlaces(_once(here), tuple(unknown), not real and not beside)
        if found:
            found += self._besides(ad, found)
        else:
            found = list(self._in_text(ad, title))
        if not found and (outside := next(self._abroad(ad, unknown), None)):
            return AdPlaces((), tuple(dict.fromkeys((*unknown, outside))), abroad=True)
        return AdPlaces(_once(found)[:_MOST_PLACES], tuple(unknown))

    def _besides(self, ad: Ad, found: Sequence[Location]) -> list[Location]:
        """What the text adds to the places of fields: the others of its own list of locations, or the whole nation for remote work."""
        named = [
            place
            for line in ad.said
            if "ocation" in line.text
            for match in _LABEL.finditer(line.text[:2000])
            if match[1]
            for place in self._cities(match[1].strip())
        ]
        if {each.area.id for each in named} & {each.area.id for each in found}:
            return named
        if ad.fields.remote and any(_NATION.search(line.text) for line in ad.said):
            return [place for place in [self.find("United States")] if place]
        return []

    def _abroad(self, ad: Ad, unknown: Iterable[str]) -> Iterator[str]:
        """The words of the first place in another country: "Toronto, Ontario"."""
        lines = [line.text for line in ad.said[:_HEAD]]
        lines += [match[1] or match[2] for line in ad.said for match in _LABEL.finditer(line.text[:2000])]
        for text in (*unknown, *lines):
            for part in _OUTER.split(text[:_HEAD_LETTERS]):
                names = [name.strip(" .*_#") for name in part.split(",")]
                if names[-1].casefold() in self._outside and len(names) <= _MOST_NAMES:
                    yield part.strip(" .*_#")

    def find(self, said: str) -> Location | None:
        """The place that goes by some words; none where nothing or several do."""
        if said not in self._kept:
            if len(self._kept) >= _KEPT:
                self._kept.clear()
            self._kept[said] = self._found(said)
        return self._kept[said]

    def _found(self, said: str) -> Location | None:
        said = " ".join(said.split())[:150]
        if not said:
            return None
        for words in dict.fromkeys(
            (
                said,
                re.sub(
                    r"\s*\([^()]*\)|\s*[-–—|]\s*(?:remote|hybrid|on-?site|office).*",
                    "",
                    said,
                    flags=re.IGNORECASE,
                ),
            )
        ):
            try:
                return self._find(words)
            except CareerError:
                continue
        return self._together(said)

    def _together(self, said: str) -> Location | None:
        """The metro area of several cities in one state, as boards name them: "Huntsville-Decatur-Albertville Area"."""
        cities = [
            city.strip()
            for city in re.split(
                r"[-–/]", re.sub(r"\b(?:Greater|Metropolitan|Metro|Area|Region)\b", "", said)
            )
            if city.strip()
        ]
        if len(cities) < _FEWEST or "," in said:
            return None
        for code in sorted(self._codes):
            try:
                found = [self._find(f"{city}, {code}") for city in cities]
            except CareerError:
                continue
            return found[0]
        return None

    def _in_text(self, ad: Ad, title: str | None) -> Iterator[Location]:
        named = list(self._labelled(ad))
        if not named:
            named = [
                place
                for line in [*([title] if title else []), *(line.text for line in ad.said[:_HEAD])]
                for place in self._in_head(line)
            ]
        if not named and next(self._abroad(ad, ()), None) is None:
            named = self._beyond_head(ad)
        yield from named

    def _beyond_head(self, ad: Ad) -> list[Location]:
        """What is said of the place where neither a label nor the head names one."""
        nation = [place for place in [self.find("United States")] if place]
        if state := self._bare.state(ad):
            return [state]
        if any(_ANYWHERE.search(line.text) for line in ad.said):
            return nation
        for line in ad.said:
            if place := self._first_in(line.text):
                return [place]
        if towns := self._bare.cities(ad):
            return towns
        if any(_NATION.search(line.text) for line in ad.said):
            return nation
        return [
            place
            for line in ad.said[:_HEAD]
            for place in self._cities(line.text[:_HEAD_LETTERS], anywhere=True)
        ]

    def _labelled(self, ad: Ad) -> Iterator[Location]:
        for line in ad.said:
            if not holds(line.text, _LABEL_WORDS):
                continue
            for match in _LABEL.finditer(line.text[:2000]):
                said = (match[1] or match[2]).strip()
                if "ocations" in match[0] and match[1]:  # "Locations: Tulsa OK | Wichita KS"
                    said = line.text[match.start(1) : match.start(1) + _HEAD_LETTERS]
                if not self._bare.is_elsewhere(line.text, match.start(1) if match[1] else match.start(2)):
                    yield from self._cities(said)

    def _in_head(self, text: str) -> Iterator[Location]:
        yield from self._cities(text[:_HEAD_LETTERS])

    def _cities(self, text: str, *, anywhere: bool = False) -> Iterator[Location]:
        found = False
        text = _spelled_usually(text)
        for part in _OUTER.split(text):
            for match in self._city_state.finditer(part):
                if self._is_list(match) or (not anywhere and self._bare.is_elsewhere(part, match.start())):
                    continue
                words = match[1].split()
                for first in range(len(words)):
                    place = self.find(f"{' '.join(words[first:])}, {match[2]}")
                    if place is not None and place.kind not in {"state", "nation"}:
                        found = True
                        yield place
                        break
                else:
                    if state := self._of_unknown_town(part, match):
                        found = True
                        yield state
        if not found:
            for part in _OUTER.split(text):
                if (part.strip().casefold() in self._states or part.strip() in self._codes) and (
                    place := self.find(part.strip())
                ):
                    yield place

    def _is_list(self, match: re.Match[str]) -> bool:
        """Whether a name is no town but the first of several states: "Ohio, Kentucky", "CA, CO"."""
        names = match[1].casefold() in self._states and match[2].casefold() in self._states
        return match[1] in self._codes or (names and match[1] != match[2])

    def _of_unknown_town(self, part: str, match: re.Match[str]) -> Location | None:
        """The state of a town that no gazetteer knows, where a comma stands before it and nothing goes on behind: "Alderbrook, New Mexico"."""
        whole = "," in part[match.end(1) : match.start(2)] and _ENDS.match(part, match.end()) is not None
        return self.find(self._states.get(match[2].casefold(), match[2])) if whole else None

    def _first_in(self, text: str) -> Location | None:
        return next(self._cities(text[:5000]), None) if self._city_state.search(text[:5000]) else None


def _spelled_usually(text: str) -> str:
    """A text as places are spelled in it mostly: not "ASTORIA, OREGON", "N.Y." or "Tampa (Westshore), Florida"."""
    text = _LOUD.sub(lambda match: match[0].capitalize(), text) if text.isupper() else text
    text = _ASIDE.sub("", text) if ")," in text else text
    return _DOTTED.sub(r"\1\2", text) if text.count(".") > 1 else text


def _once(found: Iterable[Location]) -> tuple[Location, ...]:
    return tuple({(each.area.id, each.name): each for each in found}.values())


def states_of(locations: Sequence[Location]) -> tuple[str, ...]:
    """The postal codes of the states that places lie in."""
    return tuple(dict.fromkeys(each.state for each in locations if each.state))
