"""Townships and other places that our tables of places lack."""

import re

from cscareer.catalog.loading import Catalog
from cscareer.errors import UnknownNameError
from cscareer.pay.candidates import Candidates
from cscareer.pay.folding import fold
from cscareer.pay.gazetteer import Gazetteer
from cscareer.pay.location import Location, location_of
from cscareer.pay.place_words import PlaceWords

_TOWNSHIP = re.compile(r"township of (.+)|(.+?) township")
_PEOPLE = 10_000  # a place of fewer is likelier a village of the same name


class Townships:
    """Says which places are none of our tables', so that no smaller namesake is taken for them."""

    def __init__(self, catalog: Catalog, gazetteer: Gazetteer, candidates: Candidates) -> None:
        self._gazetteer = gazetteer
        self._candidates = candidates
        self._words = catalog.once(PlaceWords)
        self._unlisted = {
            (fold(name), each.state.upper()): each.what
            for each in catalog.unlisted_places.values()
            for name in each.names
        }

    def find(self, said: str, name: str, state_code: str | None) -> Location | None:
        """The state of a place that our tables lack.

        Raises:
            UnknownNameError: a township without its state.
        """
        what = self._unlisted.get((name, state_code or ""))
        match = _TOWNSHIP.fullmatch(name)
        state = self._gazetteer.states.get(state_code or "")
        if what is None and match is None:
            return None
        if what is None and match is not None:
            town = match[1] or match[2]
            if state is None:
                if self._gazetteer.with_state_last(name)[1]:
                    return None
                raise UnknownNameError(
                    f'"{said}" is a township, and several states have one of that name.',
                    hint="Add its state, or give the county or a ZIP code.",
                )
            if self._words.is_listed(state_code):
                return None
            found = self._candidates.of(town, state_code)
            if any(each.people >= _PEOPLE for each in found):
                return None
        if state is None:
            return None
        meant = f" ({what})" if what else ""
        reason = (
            f"No table of ours has {said}{meant}, only a smaller place of the name or none; {state.name}'s wages stand for it. "
            "Its county or ZIP code leads to nearer ones."
        )
        return location_of(said, state).model_copy(update={"reason": reason})
