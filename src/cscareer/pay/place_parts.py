"""The parts of what people type for a place: its name, county, state and nation."""

from collections.abc import Mapping

from cscareer.catalog.loading import Catalog
from cscareer.pay.folding import fold
from cscareer.pay.gazetteer import Gazetteer
from cscareer.pay.place_words import CODE_FIRST, PlaceWords
from cscareer.pay.ranges import NATION_ID


class PlaceParts:
    """Tells which part of a place is its state, its county or the nation; `aliases` are ids of areas by their other names."""

    def __init__(self, catalog: Catalog, gazetteer: Gazetteer, aliases: Mapping[str, str]) -> None:
        self._gazetteer = gazetteer
        self._words = catalog.once(PlaceWords)
        self._aliases = aliases
        self._states = {
            **{each.id.replace("-", " "): each.state for each in catalog.state_words.values()},
            **{each.id.replace("-", ""): each.state for each in catalog.state_words.values()},
        }

    def state_behind(self, said: str, parts: list[str]) -> list[str]:
        """The parts with the state last, as a list of jobs may put it first: "TX, Austin", "US-TX-Austin"."""
        if nation_first := len(parts) > 2 and self._aliases.get(parts[0]) == NATION_ID:  # noqa: PLR2004
            parts = parts[1:]
        code = parts[0].upper() in self._gazetteer.states or (nation_first and self.is_state(parts[0]))
        if len(parts) > 1 and code and parts[-1].replace(" ", "").isalpha() and not self.is_state(parts[-1]):
            return [*parts[1:], parts[0]]
        if len(parts) == 1 and (match := CODE_FIRST.match(said.strip())):
            state = self._gazetteer.states.get(match[1])
            return [fold(match[2]), match[1].lower()] if state else parts
        return parts

    def state_in_full(self, part: str, *, alone: bool) -> str:
        """A part with the state that it writes short, or ends with, as its postal code; `alone` is the only part."""
        if state := self._states.get(part):
            return state
        words = part.split()
        for count in (2, 1):
            if alone and len(words) > count and (state := self._states.get(" ".join(words[-count:]))):
                return f"{' '.join(words[:-count])} {state}"
        return part

    def without_nation(self, parts: list[str]) -> tuple[list[str], bool]:
        """The parts without the nation's name at their end, and whether it stood there."""
        if len(parts) > 1 and self._aliases.get(parts[-1]) == NATION_ID:
            return parts[:-1], True
        names = (name for name, area in self._aliases.items() if area == NATION_ID)
        if last := max((name for name in names if parts[-1].endswith(f" {name}")), key=len, default=None):
            return [*parts[:-1], parts[-1].removesuffix(last).strip()], True
        return parts, False

    def is_state(self, part: str) -> bool:
        """Whether a part is a state's name or postal code."""
        return self._words.without_metro(part) in self._gazetteer.state_names

    def split(self, parts: list[str]) -> tuple[str, str | None, str | None, bool]:
        """The name, the state's postal code, the county's name, and whether a whole metro area is meant."""
        whole = " ".join(parts)
        metro = self._words.without_metro(whole) != whole
        state = (
            self._gazetteer.state_names.get(self._words.without_metro(parts[-1])) if len(parts) > 1 else None
        )
        named = parts[:-1] if state else parts
        county = None
        if state and len(named) > 1 and (match := self._words.county.match(named[-1])):
            county, named = match[1], named[:-1]
        joined = " ".join(named)
        name = joined if self._words.county.match(joined) else self._words.without_metro(joined)
        return name, state.states[0] if state else None, county, metro and not state
