"""What a person's days are about: the words of the work itself in the lines of a resume, whatever its titles say."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from math import log
from typing import NamedTuple

from cscareer.catalog.loading import Catalog
from cscareer.catalog.remembering import Remembered

_WORD = re.compile(r"[a-z0-9]+")
_LONGEST_LINE = 2_000  # characters of a line that are read
_SHORT = 3  # letters of words that are never cut


class DayWork(NamedTuple):
    """The role whose work fills the days; `plain` says whether it does so plainly enough to go before a general title."""

    role: str
    plain: bool


class WorkWords:
    """The words of each role's work; what is needed of the catalog is made ready once."""

    def __init__(self, catalog: Catalog) -> None:
        self._measures = {each.id: each.value for each in catalog.work_measures.values()}
        self._general = {each.id for each in catalog.work_words.values() if each.general}
        self._roles: dict[tuple[str, ...], list[str]] = {}
        for each in catalog.work_words.values():
            for phrase in each.words:
                self._roles.setdefault(tuple(_words(phrase)), []).append(each.id)
        self._longest: dict[str, int] = {}
        for words in self._roles:
            self._longest[words[0]] = max(len(words), self._longest.get(words[0], 0))
        self._phrases = Remembered(self._phrases_of)

    def of(self, lines: Iterable[tuple[int, str]], before: range | None = None) -> DayWork | None:
        """The role whose work the lines of a resume speak of, each with its number; None where none stands out.

        `before` are the lines of jobs before the last one.
        """
        shares = self.shares(lines, before)
        ranked = sorted(shares, key=lambda role: (-shares[role], role))
        special = [role for role in ranked if role not in self._general]
        if not special:
            return None
        role, measures = special[0], self._measures
        most, next_most = shares[role], max((shares[each] for each in special[1:]), default=0.0)
        if most < measures["enough"] or most < measures["clear"] * next_most:
            return None
        beside = max((shares[each] for each in ranked if each != role), default=0.0)
        return DayWork(role, most >= measures["plain"] and most >= measures["plain-clear"] * beside)

    def shares(self, lines: Iterable[tuple[int, str]], before: range | None = None) -> Mapping[str, float]:
        """How much the lines speak of each role's work, in words that no other role has; `before` are lines of earlier jobs."""
        weights: dict[tuple[str, ...], float] = defaultdict(float)
        for number, text in lines:
            weight = self._measures["before"] if before is not None and number in before else 1.0
            for words in self._phrases[text[:_LONGEST_LINE]]:
                weights[words] += weight
        shares: dict[str, float] = defaultdict(float)
        for words, weight in weights.items():
            worth = weight if weight < 1 else 1 + log(weight)
            for role in self._roles[words]:
                shares[role] += worth / len(self._roles[words])
        return shares

    def _phrases_of(self, line: str) -> tuple[tuple[str, ...], ...]:
        """The phrases that stand in a line, the longest at each place."""
        words, longest = _words(line), self._longest
        found: list[tuple[str, ...]] = []
        free = 0
        for at, word in enumerate(words):
            if at < free or word not in longest:
                continue
            for length in range(longest[word], 0, -1):
                phrase = tuple(words[at : at + length])
                if phrase in self._roles:
                    found.append(phrase)
                    free = at + length
                    break
        return tuple(found)


def _words(text: str) -> list[str]:
    """The words of a text, each without its plural's s."""
    found = _WORD.findall(text.casefold().replace("'", "").replace("’", ""))
    return [
        word[:-1] if len(word) > _SHORT and word[-1] == "s" and word[-2] != "s" else word for word in found
    ]
