"""Text as words with their places: what finding skills walks over."""

import re
from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence
from functools import cached_property
from itertools import accumulate, pairwise
from typing import NamedTuple

_WORD = re.compile(r"[^\W_]+|&")
_GLUED = re.compile(r"(?<=[a-z])(?=[A-Z][a-z])")  # "skillsProficient": ads lose their line breaks
_JOIN = re.compile(r"[ \t\xa0]+|[-\u2010\u2011–/’']|[ \t\xa0]*[-\u2010\u2011]?\r?\n[ \t\xa0]*|[ \t]/[ \t]")
_STOP = re.compile(r"[.!?;•·➢▪●◦■|]|\n[ \t]*\n|\n[ \t]*[-*–]|[*]{2}")
_ADDRESS = re.compile(r"@|://|www\.|\.(?:com|org|net|gov|edu|io)\b")  # part of an e-mail or web address
_OUTSIDE = re.compile(r"[\s<>()\[\],;\"]|\Z")
_WRAPPED = 50  # characters; a shorter line doesn't go on in the next one
_SENTENCE = 100  # words before and after a word that may stand in its sentence
_BLOCK = 60_000  # characters looked at together, so that a huge text takes little memory


def word_set(text: str) -> frozenset[str]:
    """The words of a text that is a list of words."""
    return frozenset(text.split())


class TextLine(NamedTuple):
    """A line of a text and its number, counted from 1.

    `level` are words that stand elsewhere and say how well the skills named in it are done: "fluent", "5 years".
    """

    number: int
    text: str
    level: str | None = None


class Block:
    """Some lines as one text, and its words: `words[i]` in small letters stands at `starts[i]` to `ends[i]`."""

    def __init__(self, lines: Sequence[TextLine], vocabulary: Collection[str]) -> None:
        self.lines = lines
        self.text = "\n".join(line.text for line in lines)
        self.low = _lower(self.text)
        self.words: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        places = [match.span() for match in _WORD.finditer(self.low)]
        if _GLUED.search(self.text) is None:
            self._add(places)
            return
        for start, end in places:
            if self.low[start:end] not in vocabulary and _GLUED.search(self.text, start, end):
                self._split(start, end)
            else:
                self._add([(start, end)])

    def _add(self, places: Sequence[tuple[int, int]]) -> None:
        low = self.low
        self.words += ["and" if (word := low[start:end]) == "&" else word for start, end in places]
        self.starts += [start for start, _ in places]
        self.ends += [end for _, end in places]

    def _split(self, start: int, end: int) -> None:
        cuts = [start, *(cut.start() for cut in _GLUED.finditer(self.text, start, end)), end]
        for left, right in pairwise(cuts):
            self.words.append(self.low[left:right])
            self.starts.append(left)
            self.ends.append(right)

    @cached_property
    def line_starts(self) -> list[int]:
        """Where each line begins."""
        return list(accumulate((len(line.text) + 1 for line in self.lines[:-1]), initial=0))

    @cached_property
    def addresses(self) -> list[tuple[int, int]]:
        """Where e-mail and web addresses stand, in order."""
        found: list[tuple[int, int]] = []
        for match in _ADDRESS.finditer(self.low):
            if found and match.start() < found[-1][1]:
                continue
            end = _OUTSIDE.search(self.low, match.end())
            start = match.start()
            while start and not _OUTSIDE.match(self.low, start - 1):
                start -= 1
            found.append((start, end.start() if end else len(self.low)))
        return found

    def gap(self, index: int) -> str:
        """What stands between a word and the next."""
        if index + 1 >= len(self.words):
            return self.low[self.ends[index] :]
        return self.low[self.ends[index] : self.starts[index + 1]]

    def joins(self, index: int) -> bool:
        """Whether a word and the next can belong to one phrase."""
        gap = self.gap(index)
        return gap == " " or (_JOIN.fullmatch(gap) is not None if gap else self._beside_sign(index))

    def _beside_sign(self, index: int) -> bool:
        return "&" in (self.low[self.starts[index]], self.low[self.starts[index + 1]])

    def stops(self, index: int) -> bool:
        """Whether a sentence ends behind a word."""
        if index < 0 or index + 1 >= len(self.words):
            return True
        gap = self.low[self.ends[index] : self.starts[index + 1]]
        if gap == " ":
            return False
        if not gap:
            return not self._beside_sign(index)
        if _STOP.search(gap):
            return True
        return "\n" in gap and len(self.lines[self.line_at(self.ends[index])].text) < _WRAPPED

    def line_at(self, place: int) -> int:
        """The index of the line in which a place of the text lies."""
        return bisect_right(self.line_starts, place) - 1

    def begins_line(self, index: int) -> bool:
        """Whether a word is the first of its line."""
        return index == 0 or "\n" in self.gap(index - 1)

    def sentence(self, index: int) -> tuple[int, int]:
        """The first and the last word of the sentence a word stands in; an endless one is cut."""
        first = last = index
        while first > index - _SENTENCE and not self.stops(first - 1):
            first -= 1
        while last < index + _SENTENCE and not self.stops(last):
            last += 1
        return first, last


def blocks(lines: Sequence[TextLine], vocabulary: Collection[str]) -> Iterator[Block]:
    """The text in parts, cut at an empty line where there is one."""
    begin = size = 0
    for index, line in enumerate(lines):
        size += len(line.text)
        if size >= _BLOCK and (size >= 4 * _BLOCK or not line.text.strip()):
            yield Block(lines[begin : index + 1], vocabulary)
            begin, size = index + 1, 0
    if begin < len(lines):
        yield Block(lines[begin:], vocabulary)


def _lower(text: str) -> str:
    """The text in small letters, each at its own place."""
    low = text.lower()
    if len(low) == len(text):
        return low
    return "".join(small if len(small := letter.lower()) == 1 else letter for letter in text)
