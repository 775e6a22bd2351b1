"""Finding phrases of the data in an ad: each is looked for only where its first word stands, so long texts stay cheap."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Generic, NamedTuple, TypeVar

from cscareer.catalog.number_words import NUMBER_WORDS
from cscareer.catalog.posting_models import Phrased

Row = TypeVar("Row", bound=Phrased)

STOP = "."  # the word that parts sentences
_TOKEN = re.compile(
    r"(?P<noon>\b[ap]\.m\b\.?|\bu\.s\b\.?(?:a\b\.?)?)|(?P<word>\d{1,2}:\d\d(?!\d)|\d{1,2}(?=[ap]\.?m\b)|[^\W_]+(?:[.'’,][^\W_]+)*)|(?P<sign>[$%+])|(?P<stop>[.;!?•·➢▪●|~]|\n| [-–—] (?!\d|(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}\b)|\)(?=[A-Z][a-z]))",
    re.IGNORECASE,
)
_LONGEST_WORD = 40
_MOST_AROUND = 60  # words before and after one that are its sentence
_LONG = 150  # letters of a line; a longer one may have lost its line breaks: "skillsProficient in"
_PIECES = re.compile(
    r"[^\W_]+?(?:['’][^\W_]+?)*?(?=(?<=[a-z])(?=[A-Z][a-z])|(?<=[AP]M)(?=[A-Z][a-z])|(?<=[a-z]{3})(?=\d)|[.,]|\Z)"
)
_SECOND_PARTS = frozenset(
    {"app", "in", "script", "tube", "pal", "book", "base", "desk", "force", "edge", "point", "soft"}
)  # WhatsApp, LinkedIn
_PREFIX = 4  # letters of "licens*" under which it is looked up
_KEPT = 5_000  # words whose small letters, or whose phrases, are kept: those of ads come again and again
_PIECE = re.compile(r"\(([^()]*)\)(\??)|~([1-9])|([^ ()]+)")
_NUMBER = rf"(?:[0-9][0-9,.:]{{0,9}}|{'|'.join(NUMBER_WORDS)})"
_NUMBER_KEY = "#"
_SMALL: dict[str, str] = {}  # whole words in small letters, as met


class Words:
    """A text as words: lower case, one space around each, a dot between sentences, each with its place in the text."""

    __slots__ = ("ends", "joined", "places", "starts", "text", "words")

    def __init__(self, text: str) -> None:
        self.text = text
        self.words: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        glued = len(text) > _LONG
        words, starts, ends = self.words, self.starts, self.ends
        for match in _TOKEN.finditer(text):
            said = match[0]
            start, end = match.span()
            if (small := _SMALL.get(said)) is not None:
                words.append(small)
                starts.append(start)
                ends.append(end)
                continue
            kind = match.lastgroup
            if kind == "word":
                self._take(said, start, glued=glued)
            elif kind == "stop":
                self._stop(start, end)
            else:
                self._add(said.lower().replace(".", ""), start, end)
        places = []
        at = 1
        for word in words:
            places.append(at)
            at += len(word) + 1
        self.places = places
        self.joined = f" {' '.join(words)} "

    def _add(self, word: str, start: int, end: int) -> None:
        self.words.append(word)
        self.starts.append(start)
        self.ends.append(end)

    def _stop(self, start: int, end: int) -> None:
        if not self.words or self.words[-1] != STOP:
            self._add(STOP, start, end)

    def _take(self, said: str, start: int, *, glued: bool) -> None:
        """A word; "experience.Strong" and "skillsProficient" are the end of one sentence and the beginning of another."""
        whole = said.isalpha() and (said.islower() or said.istitle() or said.isupper())
        if whole or said.isdigit() or (not glued and said.isalnum()):
            small = said[:_LONGEST_WORD].lower()
            self._add(small, start, start + len(said))
            if whole and len(_SMALL) < _KEPT:
                _SMALL[said] = small
            return
        if said[0].isdigit() and (not glued or ":" in said):
            self._add(said[:_LONGEST_WORD].lower(), start, start + len(said))
            return
        for piece in _PIECES.finditer(said):
            before = said[piece.start() - 1 : piece.start()]
            if (
                piece.start()
                and (before not in {".", ","} or len(piece[0]) > 1 or piece[0].isdigit())
                and not (before in {".", ","} and said[0].isdigit() and piece[0][0].isdigit())
            ):
                if before not in {".", ","} and piece[0].lower() in _SECOND_PARTS:
                    self.words[-1] += piece[0].lower()
                    self.ends[-1] = start + piece.end()
                    continue
                self._stop(start + piece.start(), start + piece.start())
            word = piece[0].lower().replace("'", "").replace("’", "")
            if before in {".", ","} and self.words and self.words[-1] != STOP and said[0].isdigit():
                self.words[-1] += before + word
                self.ends[-1] = start + piece.end()
                continue
            self._add(word[:_LONGEST_WORD], start + piece.start(), start + piece.end())


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


_NOTHING: Sequence[_Entry] = ()


class RowPhrases(Generic[Row]):
    """All phrases of rows of one kind, by their first words."""

    def __init__(self, rows: Iterable[Row]) -> None:
        self._by_word: dict[str, list[_Entry]] = defaultdict(list)
        self._by_prefix: dict[str, list[_Entry]] = defaultdict(list)
        self._numbers: list[_Entry] = []
        self._met: dict[str, Sequence[_Entry]] = {}
        self._rows = list(rows)
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
        entry = _Entry(at, re.compile(pattern_of(bare)), begins, _second_words(bare))
        for first in _first_words(bare):
            if first == _NUMBER_KEY:
                self._numbers.append(entry)
            elif first.endswith("*"):
                self._by_prefix[first[:-1][:_PREFIX]].append(entry)
            else:
                self._by_word[first].append(entry)

    def _entries(self, word: str) -> Sequence[_Entry]:
        """The phrases that may begin with a word; those of words met before are kept."""
        if (met := self._met.get(word)) is not None:
            return met
        found = self._looked_up(word)
        if len(self._met) < _KEPT:
            self._met[word] = found
        return found

    def _looked_up(self, word: str) -> Sequence[_Entry]:
        found = self._by_word.get(word, _NOTHING)
        if (more := self._by_prefix.get(word[:_PREFIX])) is not None:
            found = [*found, *more]
        if self._numbers and (word[0].isdigit() or word in NUMBER_WORDS):
            found = [*found, *self._numbers]
        return found

    def any_in(self, words: Words, first: int, last: int) -> bool:
        """Whether any phrase stands among these words."""
        for index in range(first, last):
            entries = self._entries(words.words[index])
            if not entries:
                continue
            following = words.words[index + 1] if index + 1 < len(words.words) else ""
            for entry in entries:
                if entry.second is not None and following not in entry.second:
                    continue
                if self._fits(entry, words, index):
                    return True
        return False

    @staticmethod
    def _fits(entry: _Entry, words: Words, index: int) -> re.Match[str] | None:
        if entry.begins and index and words.words[index - 1] != STOP:
            return None
        return entry.pattern.match(words.joined, words.places[index])

    def find(self, words: Words) -> Iterator[Hit[Row]]:
        """Each row whose words stand there, once for each place, in the text's order."""
        met = self._met
        for index, word in enumerate(words.words):
            entries = met.get(word)
            if entries is None:
                entries = self._entries(word)
            if not entries:
                continue
            done: set[int] = set()
            following = words.words[index + 1] if index + 1 < len(words.words) else ""
            for entry in entries:
                if entry.second is not None and following not in entry.second:
                    continue
                if entry.row in done or (match := self._fits(entry, words, index)) is None:
                    continue
                unless = self._unless[entry.row]
                if unless is not None and unless.any_in(words, *sentence_of(words, index)):
                    continue
                done.add(entry.row)
                last = bisect_right(words.places, match.end() - 1) - 1
                yield Hit(self._rows[entry.row], words.starts[index], words.ends[last])


def sentence_of(words: Words, index: int) -> tuple[int, int]:
    """The first word of a word's sentence, and the end of its last; of an endless one what is near."""
    first = index
    while first and words.words[first - 1] != STOP and index - first < _MOST_AROUND:
        first -= 1
    last = index
    while last < len(words.words) and words.words[last] != STOP and last - index < _MOST_AROUND:
        last += 1
    return first, last


def pattern_of(phrase: str) -> str:
    """A phrase as a regular expression over the words of a text; its repeats are bounded."""
    pieces: list[str] = []
    for match in _PIECE.finditer(phrase):
        group, optional, gap, word = match.groups()
        if gap:
            pieces.append(rf"(?: [^ .]{{1,{_LONGEST_WORD}}}){{0,{gap}}}?")
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
        return re.escape(word[:-1]) + rf"[^ .]{{0,{_LONGEST_WORD}}}"
    return re.escape(word)


def _second_words(phrase: str) -> frozenset[str] | None:
    """The words that may stand second in a phrase; None where that may be any."""
    pieces = [match.groups() for match in _PIECE.finditer(phrase)]
    first = _alternatives(pieces[0])
    if pieces[0][1] or first is None:
        return None
    lengths = {len(each) > 1 for each in first}
    if lengths == {True}:
        seconds = [each[1] for each in first]
    elif lengths == {False} and len(pieces) > 1:
        following = _alternatives(pieces[1])
        if following is None or pieces[1][1] or (pieces[1][3] or "").endswith("?"):
            return None
        seconds = [each[0] for each in following]
    else:
        return None
    return None if any(word.endswith("*") or word == _NUMBER_KEY for word in seconds) else frozenset(seconds)


def _alternatives(piece: tuple[str | None, ...]) -> list[list[str]] | None:
    """The words of each alternative of a piece of a phrase; None for a gap."""
    group, _, gap, word = piece
    if gap:
        return None
    said = group if group is not None else (word or "").removesuffix("?")
    return [each.split() for each in said.split("|")]


def _first_words(phrase: str) -> Iterator[str]:
    """The words that a phrase may begin with; what is optional may be left out."""
    for match in _PIECE.finditer(phrase):
        group, optional, _, word = match.groups()
        alternatives = group.split("|") if group is not None else word.removesuffix("?").split("|")
        yield from (each.split()[0] for each in alternatives)
        if not optional and not (word and word.endswith("?")):
            return
