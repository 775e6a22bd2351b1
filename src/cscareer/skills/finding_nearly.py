"""Misspelt words of skills' names; another form of a known word ("communicated") isn't misspelt."""

from collections import defaultdict
from collections.abc import Collection

from cscareer.catalog.lookup import plain, suggest

_ALIKE = 85  # of 100; below it, other words are taken for ours
_MOST_REMEMBERED = 10_000  # words; a MB or two
_LONGEST = 40  # letters of a word to remember
_LEAST = 5  # letters; a shorter word is near to too many others


class Speller:
    """Tells what misspelt words are meant to be, and remembers the last so many thousand."""

    def __init__(self, vocabulary: Collection[str], endings: Collection[str]) -> None:
        self._vocabulary = vocabulary
        self._endings = frozenset(endings)
        self._meant: dict[str, str] = {}
        self._known: dict[tuple[str, int], list[str]] = defaultdict(list)
        for word in sorted(vocabulary):
            if len(word) >= _LEAST:
                self._known[word[0], len(word)].append(word)

    def meant(self, word: str) -> str:
        """The word of the vocabulary that a word is likely meant to be, or the word itself."""
        known = self._meant.get(word)
        if known is None:
            known = self._look_up(word)
            if len(self._meant) >= _MOST_REMEMBERED:
                self._meant.clear()
            if len(word) <= _LONGEST:
                self._meant[word] = known
        return known

    def _look_up(self, word: str) -> str:
        if len(word) < _LEAST or word in self._vocabulary or not word.isalpha():
            return word
        likely = [
            each for length in (-1, 0, 1) for each in self._known.get((word[0], len(word) + length), ())
        ]
        if not likely:
            return word
        found = suggest(plain(word), likely, most=None, whole=True, least=_ALIKE, are_plain=True)
        return next((each for each in found if not self._is_another_form(word, each)), word)

    def _is_another_form(self, word: str, known: str) -> bool:
        shared = 0
        while shared < min(len(word), len(known)) and word[shared] == known[shared]:
            shared += 1
        return {word[shared:], known[shared:]} - {""} <= self._endings
