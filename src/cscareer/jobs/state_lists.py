"""Lists of states in an ad, in any of which one may live or work: "remote from CO, UT, NM"."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping

from cscareer.catalog.posting_models import PostingList
from cscareer.jobs.ad import Ad
from cscareer.jobs.word_lists import any_of
from cscareer.pay.location import Location

_HEAD_LETTERS = 250  # of a line that lists states; more is prose
_SPLIT = re.compile(r"(?:(?<!\s)\s+)?(?:,|;|/|&|\band\b|\bor\b)\s*")
_FEWEST = 2  # states that make a list
_OR_ENDS = re.compile(r"\s(?:or|and)\s*$", re.IGNORECASE)
_LAST = re.compile(r"\s*[|•·~]\s*|\s[-–—]{1,3}\s|\s{3,}|\s\*{2,}\s?|[()]")


class StateListReader:
    """Finds such lists.

    `find` is asked for the place of a name, `towns` for those that a text names, `is_denied` whether what stands somewhere in a
    text isn't so.
    """

    def __init__(
        self,
        find: Callable[[str], Location | None],
        towns: Callable[[str], Iterator[Location]],
        is_denied: Callable[[str, int], bool],
        states: Mapping[str, str],
        lists: Mapping[str, PostingList],
    ) -> None:
        self._find, self._towns, self._is_denied = find, towns, is_denied
        self._states = {name.casefold(): code for code, name in states.items()}
        codes, names = "|".join(sorted(states)), "|".join(map(re.escape, states.values()))
        self._only_states = re.compile(
            rf"(?:(?:{codes}|{names})(?:,? and |,? or |\s?[,;/|&]\s?|\s)?){{2,60}}"
        )
        self._state_word = re.compile(rf"\b({codes}|{names})\b")
        self._near_states = tuple(lists["places-states-near"].words)
        home = any_of(lists["places-from-home"].words)
        self._states_lead = re.compile(
            rf"{any_of(lists['places-states'].words)}|{home}\s?(?:[:(,]|\s[-–—]{{1,2}}\s|[-–—]\s)",
            re.IGNORECASE,
        )

    def read(self, ad: Ad) -> tuple[list[Location], list[Location]]:
        """The states that a sentence lists as those one may live in, and the towns before them: "Denver or remote from CO, UT, NM"."""
        above = None  # the line before, where it speaks of states
        for line in ad.said:
            if above is not None and (listed := self._listed_under(above, line.text)):
                return listed, []
            above = line.text if holds(line.text, self._near_states) else None
            if above is None:
                continue
            for lead in self._states_lead.finditer(line.text):
                if self._is_denied(line.text, lead.start()):
                    continue
                rest = re.split(r"[.!?•\n](?:\s|$)", line.text[lead.end() : lead.end() + 600])[0].strip(" :")
                rest = re.sub(
                    r"^(?:the |these |following |one of |states?:? ?|of |[uU]\.?[sS]\.?[aA]?\.?(?= ?[:(]) ?[:(] ?){1,5}",
                    "",
                    rest,
                )
                states: list[str] = []
                for part in _SPLIT.split(rest):
                    match = self._state_word.match(part.strip())
                    if match is None:
                        if part.strip():
                            break
                        continue
                    states.append(match[1])
                if len(states) >= _FEWEST:
                    return self._found_states(states), self._before_or(line.text[: lead.start()])
        return [], []

    def _listed_under(self, heading: str, text: str) -> list[Location]:
        """The states of a line that lists nothing else under words such as "Where you can live"."""
        match = self._only_states.fullmatch(text.strip(" *_-•.")) if len(text) < _HEAD_LETTERS else None
        if match is None or self._is_denied(heading, len(heading)):
            return []
        return self._found_states([word[1] for word in self._state_word.finditer(match[0])])

    def _found_states(self, states: Iterable[str]) -> list[Location]:
        # by its code, as New York and Washington are cities too
        found = (self._find(self._states.get(state.casefold(), state)) for state in states)
        return [place for place in found if place]

    def _before_or(self, text: str) -> list[Location]:
        """The towns that end a text before "or"."""
        if (choice := _OR_ENDS.search(text)) is None:
            return []
        last = _LAST.split(text[: choice.start()])[-1].strip(" *_:")
        found = list(self._towns(last))
        return found or [place for place in [self._find(last)] if place]


def holds(text: str, words: Iterable[str]) -> bool:
    """Whether any of these words stands in a text, which is much sooner seen than whether a pattern fits."""
    low = text.lower()
    return any(word in low for word in words)
