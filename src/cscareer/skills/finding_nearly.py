"""Misspelt words of skills' names; another form of a known word ("communicated") isn't misspelt."""

from collections import defaultdict
from collections.abc import Collection, Sequence

from cscareer.catalog.lookup import plain, suggest
from cscareer.catalog.remembering import Remembered

_ALIKE = 85  # of 100; below it, other words are taken for ours
_CHANGED = 7  # letters; in a shorter word, one letter for another is more than `_ALIKE` allows
_MOST_REMEMBERED = 10_000  # words; a MB or two
_LONGEST = 40  # letters of a word to remember
_LEAST = 5  # letters; a shorter word is near to too many others


class Speller:
    """Tells what misspelt words are meant to be, and remembers the last so many thousand.

    `real` are words that mean what they say: "Georgia" is no Gorgias.
    """

    def __init__(
        self, vocabulary: Collection[str], endings: Collection[str], real: Collection[str] = ()
    ) -> None:
        self._vocabulary = vocabulary
        self._real = frozenset(real)
        self._endings = frozenset(endings)
        self._meant = Remembered(self._look_up, most=_MOST_REMEMBERED, longest=_LONGEST)
        self._known: dict[tuple[str, int], list[str]] = defaultdict(list)
        for word in sorted(vocabulary):
            if len(word) >= _LEAST:
                self._known[word[0], len(word)].append(word)

    def meant_by(self, words: Sequence[str]) -> list[str]:
        """For each word the one of the vocabulary that it is likely meant to be, or the word itself."""
        return list(map(self._meant.__getitem__, words))

    def _look_up(self, word: str) -> str:
        if len(word) < _LEAST or word in self._vocabulary or word in self._real or not word.isalpha():
            return word
        size, first = len(word), word[0]
        lengths = (-1, 0, 1) if size >= _CHANGED else (-1, 1)
        likely = [each for length in lengths for each in self._known.get((first, size + length), ())]
        if not likely:
            return word
        found = suggest(
            word if word.isascii() else plain(word),
            likely,
            most=None,
            whole=True,
            least=_ALIKE,
            are_plain=True,
        )
        return next((each for each in found if not self._is_another_form(word, each)), word)

    def _is_another_form(self, word: str, known: str) -> bool:
        shared = 0
        while shared < min(len(word), len(known)) and word[shared] == known[shared]:
            shared += 1
        return {word[shared:], known[shared:]} - {""} <= self._endings
