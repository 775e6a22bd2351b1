"""Finding phrases of the data in an ad: each is looked for only where its first word stands, so long texts stay cheap."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Generic, NamedTuple, TypeVar

from cscareer.catalog.posting_models import Phrased

Row = TypeVar("Row", bound=Phrased)

STOP = "."  # the word that parts sentences
_TOKEN = re.compile(
    r"(?P<noon>\b[ap]\.m\b\.?|\bu\.s\b\.?(?:a\b\.?)?)|(?P<word>[^\W_]+(?:[.'’,][^\W_]+)*)|(?P<sign>[$%+])|(?P<stop>[.;!?•·➢▪●|~]|\n| - | – | — )",
    re.IGNORECASE,
)
_LONGEST_WORD = 40
_PREFIX = 4  # letters of "licens*" under which it is looked up
_PIECE = re.compile(r"\(([^()]*)\)(\??)|~([1-9])|([^ ()]+)")
_NUMBERS = "one|two|three|four|five|six|seven|eight|nine|ten|twelve"
_NUMBER = rf"(?:[0-9][0-9,.]{{0,9}}|{_NUMBERS})"
_NUMBER_KEY = "#"
_NUMBER_WORDS = frozenset(_NUMBERS.split("|"))


class Words:
    """A text as words: lower case, one space around each, a dot between sentences, each with its place in the text."""

    __slots__ = ("ends", "joined", "places", "starts", "text", "words")

    def __init__(self, text: str) -> None:
        self.text = text
        words: list[str] = []
        starts: list[int] = []
        ends: list[int] = []
        for match in _TOKEN.finditer(text):
            kind = match.lastgroup
            if kind == "stop":
                if words and words[-1] == STOP:
                    continue
                word = STOP
            elif kind == "noon":
                word = match[0].lower().replace(".", "")
            else:
                word = match[0].lower().replace("'", "").replace("’", "")
                if "." in word and not word[0].isdigit():
                    # "experience.Strong" is two sentences, "e.g" one word
                    for at, part in enumerate(word.split(".")):
                        words += [*([STOP] if at and len(part) > 1 else []), part]
                        begin = match.start()
                        count = 2 if at and len(part) > 1 else 1
                        starts += [begin] * count
                        ends += [match.end()] * count
                    continue
                if len(word) > _LONGEST_WORD:
                    word = word[:_LONGEST_WORD]
            words.append(word.rstrip(",") or STOP)
            starts.append(match.start())
            ends.append(match.end())
        self.words, self.starts, self.ends = words, starts, ends
        places = []
        at = 1
        for word in words:
            places.append(at)
            at += len(word) + 1
        self.places = places
        self.joined = f" {' '.join(words)} "


class Hit(NamedTuple, Generic[Row]):
    """A row whose words stand in a text, from one place to another."""

    row: Row
    start: int
    end: int


class Phrasebook(Generic[Row]):
    """All phrases of rows of one kind, by their first words."""

    def __init__(self, rows: Iterable[Row]) -> None:
        self._by_word: dict[str, list[tuple[int, re.Pattern[str], bool]]] = defaultdict(list)
        self._by_prefix: dict[str, list[tuple[int, re.Pattern[str], bool]]] = defaultdict(list)
        self._rows = list(rows)
        self._unless = [Phrasebook.of(row.unless) if row.unless else None for row in self._rows]
        for at, row in enumerate(self._rows):
            for phrase in row.phrases:
                self._add(at, phrase)

    @classmethod
    def of(cls, phrases: Sequence[str]) -> "Phrasebook[Row]":
        """A book of bare phrases."""
        book: Phrasebook[Row] = cls(())
        for phrase in phrases:
            book._add(-1, phrase)
        return book

    def _add(self, at: int, phrase: str) -> None:
        begins = phrase.startswith("^")
        bare = phrase.removeprefix("^").strip()
        entry = (at, re.compile(pattern_of(bare)), begins)
        for first in _first_words(bare):
            if first.endswith("*"):
                self._by_prefix[first[:-1][:_PREFIX]].append(entry)
            else:
                self._by_word[first].append(entry)

    def _at(self, words: Words, index: int) -> Iterator[tuple[int, re.Match[str]]]:
        word = words.words[index]
        entries = list(self._by_word.get(word, ()))
        if self._by_prefix:
            entries += self._by_prefix.get(word[:_PREFIX], ())
        if _NUMBER_KEY in self._by_word and (word[0].isdigit() or word in _NUMBER_WORDS):
            entries += self._by_word[_NUMBER_KEY]
        for at, pattern, begins in entries:
            if begins and index and words.words[index - 1] != STOP:
                continue
            if match := pattern.match(words.joined, words.places[index]):
                yield at, match

    def any_in(self, words: Words, first: int = 0, last: int | None = None) -> bool:
        """Whether any phrase stands among these words."""
        end = len(words.words) if last is None else last
        return any(True for index in range(first, end) for _ in self._at(words, index))

    def find(self, words: Words) -> Iterator[Hit[Row]]:
        """Each row whose words stand there, once for each place, in the text's order."""
        ends_at = {place + len(word): index for index, (place, word) in enumerate(zip(words.places, words.words, strict=True))}
        for index in range(len(words.words)):
            done: set[int] = set()
            for at, match in self._at(words, index):
                if at in done:
                    continue
                last = ends_at.get(match.end(), index)
                unless = self._unless[at]
                if unless is not None:
                    begin, end = sentence_of(words, index)
                    if unless.any_in(words, begin, end):
                        continue
                done.add(at)
                yield Hit(self._rows[at], words.starts[index], words.ends[last])


def sentence_of(words: Words, index: int) -> tuple[int, int]:
    """The first word of a word's sentence, and the end of its last."""
    first = index
    while first and words.words[first - 1] != STOP:
        first -= 1
    last = index
    while last < len(words.words) and words.words[last] != STOP:
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


def _first_words(phrase: str) -> Iterator[str]:
    """The words that a phrase may begin with; what is optional may be left out."""
    for match in _PIECE.finditer(phrase):
        group, optional, _, word = match.groups()
        alternatives = group.split("|") if group is not None else word.removesuffix("?").split("|")
        yield from (each.split()[0] for each in alternatives)
        if not optional and not (word and word.endswith("?")):
            return
