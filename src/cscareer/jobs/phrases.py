"""Finding phrases of the data in an ad: each is looked for only where its first word stands, so long texts stay cheap."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import Generic, NamedTuple, TypeVar

from cscareer.catalog.number_words import NUMBER_WORDS
from cscareer.catalog.posting_models import Phrased
from cscareer.catalog.remembering import Remembered
from cscareer.jobs.ad_words import LONGEST_WORD, STOP, Words, sentence_of, words_of

Row = TypeVar("Row", bound=Phrased)

_PREFIX = 4  # letters of "licens*" under which it is looked up
_KEPT = 5_000  # words whose phrases are kept: those of ads come again and again
_PIECE = re.compile(r"\(([^()]*)\)(\??)|~([1-9])|([^ ()]+)")
_NUMBER = rf"(?:[0-9][0-9,.:]{{0,9}}|{'|'.join(NUMBER_WORDS)})"
_NUMBER_KEY = "#"


class Hit(NamedTuple, Generic[Row]):
    """A row whose words stand in a text, from one place to another."""

    row: Row
    start: int
    end: int


class _Entry(NamedTuple):
    """A phrase of the row of that number, whether it begins a sentence, and its second words, where it can't go on with others."""

    row: int
    pattern: re.Pattern[str]
    begins: bool
    second: frozenset[str] | None


class _Start:
    """The phrases that may begin with a word: by the word that follows, and those that any may follow."""

    __slots__ = ("by_second", "open")

    def __init__(self, entries: Sequence[_Entry]) -> None:
        self.open = [entry for entry in entries if entry.second is None]
        seconds = {word for entry in entries if entry.second is not None for word in entry.second}
        self.by_second = {
            word: [entry for entry in entries if entry.second is None or word in entry.second]
            for word in seconds
        }


class RowPhrases(Generic[Row]):
    """All phrases of rows of one kind, by their first words."""

    def __init__(self, rows: Iterable[Row]) -> None:
        self._by_word: dict[str, list[_Entry]] = defaultdict(list)
        self._by_prefix: dict[str, list[_Entry]] = defaultdict(list)
        self._numbers: list[_Entry] = []
        self._met: dict[str, _Start | None] = {}
        self._rows = list(rows)
        self.found = Remembered(self._found).__getitem__
        self._unless: list[RowPhrases[Row] | None] = [
            RowPhrases.of(row.unless) if row.unless else None for row in self._rows
        ]
        for at, row in enumerate(self._rows):
            for phrase in row.phrases:
                self._add(at, phrase)

    @classmethod
    def of(cls, phrases: Sequence[str]) -> "RowPhrases[Row]":
        """A book of bare phrases."""
        book: RowPhrases[Row] = cls(())
        for phrase in phrases:
            book._add(-1, phrase)
        return book

    def _add(self, at: int, phrase: str) -> None:
        begins = phrase.startswith("^")
        bare = phrase.removeprefix("^").strip()
        pattern, seconds = re.compile(pattern_of(bare)), _second_words(bare)
        for first, second in seconds.items():
            entry = _Entry(at, pattern, begins, second)
            if first == _NUMBER_KEY:
                self._numbers.append(entry)
            elif first.endswith("*"):
                self._by_prefix[first[:-1][:_PREFIX]].append(entry)
            else:
                self._by_word[first].append(entry)

    def _start(self, word: str) -> _Start | None:
        """The phrases that may begin with a word; those of words met before are kept."""
        if word in self._met:
            return self._met[word]
        entries = [*self._by_word.get(word, ()), *self._by_prefix.get(word[:_PREFIX], ())]
        is_number = bool(self._numbers) and (word[0].isdigit() or word in NUMBER_WORDS)
        if is_number and not entries:
            return self._number_start  # of numbers there is no end
        found = _Start([*entries, *(self._numbers if is_number else ())]) if entries else None
        if len(self._met) < _KEPT:
            self._met[word] = found
        return found

    @cached_property
    def _number_start(self) -> _Start:
        return _Start(self._numbers)

    def any_in(self, words: Words, first: int, last: int) -> bool:
        """Whether any phrase stands among these words."""
        said = words.words
        for index in range(first, last):
            if start := self._start(said[index]):
                following = said[index + 1] if index + 1 < len(said) else ""
                for entry in start.by_second.get(following, start.open):
                    if entry.begins and index and said[index - 1] != STOP:
                        continue
                    if entry.pattern.match(words.joined, words.places[index]):
                        return True
        return False

    def _found(self, text: str) -> tuple[Hit[Row], ...]:
        """The same of a text, remembered as `found`."""
        return tuple(self.find(words_of(text)))

    def find(self, words: Words) -> Iterator[Hit[Row]]:
        """Each row whose words stand there, once for each place, in the text's order."""
        said, joined, places, met, end = (
            words.words,
            words.joined,
            words.places,
            self._met,
            len(words.words) - 1,
        )
        for index, word in enumerate(said):
            start = met[word] if word in met else self._start(word)
            if start is None:
                continue
            done: set[int] = set()
            for entry in start.by_second.get(said[index + 1] if index < end else "", start.open):
                if entry.row in done or (entry.begins and index and said[index - 1] != STOP):
                    continue
                if (match := entry.pattern.match(joined, places[index])) is None:
                    continue
                unless = self._unless[entry.row]
                if unless is not None and unless.any_in(words, *sentence_of(words, index)):
                    continue
                done.add(entry.row)
                last = bisect_right(places, match.end() - 1) - 1
                yield Hit(self._rows[entry.row], words.starts[index], words.ends[last])


def pattern_of(phrase: str) -> str:
    """A phrase as a regular expression over the words of a text; its repeats are bounded."""
    pieces: list[str] = []
    for match in _PIECE.finditer(phrase):
        group, optional, gap, word = match.groups()
        if gap:
            pieces.append(rf"(?: [^ .]{{1,{LONGEST_WORD}}}){{0,{gap}}}?")
            continue
        if group is not None:
            inner = "|".join(" ".join(map(_word, each.split())) for each in group.split("|"))
        else:
            optional = "?" if word.endswith("?") else ""
            inner = "|".join(_word(each) for each in word.removesuffix("?").split("|"))
        pieces.append(f"(?: (?:{inner}))?" if optional else f" (?:{inner})")
    return "".join(pieces).removeprefix(" ") + "(?= )"


def _word(word: str) -> str:
    if word == _NUMBER_KEY:
        return _NUMBER
    if word.endswith("*"):
        return re.escape(word[:-1]) + rf"[^ .]{{0,{LONGEST_WORD}}}"
    return re.escape(word)


def _second_words(phrase: str) -> dict[str, frozenset[str] | None]:
    """The words that a phrase may begin with, and for each those that may stand second; None where that may be any."""
    pieces = [match.groups() for match in _PIECE.finditer(phrase)]
    found: dict[str, set[str] | None] = {}
    for alternative in _alternatives(pieces[0]) or ():
        if len(alternative) > 1:
            second = (
                None if alternative[1].endswith("*") or alternative[1] == _NUMBER_KEY else {alternative[1]}
            )
        else:
            second = _first_of(pieces[1:])
        known = found.get(alternative[0], set())
        found[alternative[0]] = None if second is None or known is None else known | second
    return {first: None if second is None else frozenset(second) for first, second in found.items()}


def _first_of(pieces: Sequence[tuple[str | None, ...]]) -> set[str] | None:
    """The words that some pieces may begin with; None where that may be any, or none where there are no more pieces."""
    words: set[str] = set()
    for piece in pieces:
        if (alternatives := _alternatives(piece)) is None:
            return None
        words |= {each[0] for each in alternatives}
        optional = piece[1] or (piece[3] or "").endswith("?")
        if not optional:
            return None if any(word.endswith("*") or word == _NUMBER_KEY for word in words) else words
    return None


def _alternatives(piece: tuple[str | None, ...]) -> list[list[str]] | None:
    """The words of each alternative of a piece of a phrase; None for a gap."""
    group, _, gap, word = piece
    if gap:
        return None
    said = group if group is not None else (word or "").removesuffix("?")
    return [each.split() for each in said.split("|")]
