"""What to say of a place that isn't found, lies elsewhere, or could be several."""

from collections.abc import Sequence
from functools import cached_property
from typing import NoReturn

from cscareer.catalog.loading import Catalog
from cscareer.catalog.lookup import plain, suggest
from cscareer.errors import AmbiguousNameError, UnknownNameError, UsageError
from cscareer.pay.candidates import Candidate, Candidates
from cscareer.pay.folding import fold
from cscareer.pay.gazetteer import Gazetteer
from cscareer.pay.place_words import PlaceWords

MOST_CANDIDATES = 6
FEWEST_TO_SUGGEST = 1000  # people, of a place that a misspelling may have meant
ANYWHERE = "Skills, routes and practice hold anywhere: leave the place out."


class Refusals:
    """Refuses what people type for a place, each time with what to type in its stead."""

    def __init__(self, catalog: Catalog, gazetteer: Gazetteer, candidates: Candidates) -> None:
        self._words = catalog.once(PlaceWords)
        self._gazetteer = gazetteer
        self._candidates = candidates

    def ambiguous(self, said: str, candidates: Sequence[Candidate]) -> NoReturn:
        """Names the places that a name could be, and how large they are.

        Raises:
            AmbiguousNameError: always.
        """
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

    def outside(self, said: str) -> NoReturn:
        """Says where the wage statistics end.

        Raises:
            UsageError: always.
        """
        raise UsageError(
            f'"{said}" lies outside the US, and the guide speaks of pay in the US alone.',
            hint=f"{ANYWHERE} For a town of that name in the US, add its state.",
        )

    @cached_property
    def _well_known(self) -> dict[str, str]:
        """Areas and larger places by folded name, which is `plain` as well, with and without their state: what a misspelling may have meant."""
        known: dict[str, str] = {}
        places = (row for row in self._gazetteer.all_places() if row.population >= FEWEST_TO_SUGGEST)
        for row in sorted(places, key=lambda row: row.population):
            label = f"{row.name}, {row.state}"
            known[fold(row.name)] = known[fold(label)] = label
        return known | {fold(area.name): area.name for area in self._gazetteer.areas.values()}

    def unknown(self, said: str) -> NoReturn:
        """Suggests the names that come near, or what ranks every place.

        Raises:
            UnknownNameError: always.
        """
        if self._words.every.fullmatch(fold(said)):
            raise UnknownNameError(
                f'"{said}" is no one place.',
                hint="Leave -l out for the whole nation; `cscareer pay TITLE --by state`, or --by area, ranks every one.",
            )
        states = [name for name in self._gazetteer.state_names if len(name) > 2]  # noqa: PLR2004  "ohoi"
        near = (
            *suggest(fold(said), states, most=1),
            *suggest(plain(fold(said)), self._well_known, most=5, whole=True, are_plain=True),
        )
        raise UnknownNameError(
            f'No place we know goes by "{said}".',
            hint=(
                "Try the nearest larger city, the county, the state or a ZIP code; `cscareer locations NAME` searches."
                + ("" if near else f" Abroad? The guide speaks of pay in the US. {ANYWHERE}")
            ),
            suggestions=list(dict.fromkeys(self._well_known[each] for each in near))[:3],
        )
