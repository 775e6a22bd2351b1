"""Text as words with their places: what finding skills walks over."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from itertools import accumulate
from typing import NamedTuple, Self

from cscareer.catalog.legible import legible
from cscareer.skills.finding_words import CutWords, lower

_JOIN = re.compile(r" ?[-–/'] ?| ")
_BREAK_JOIN = re.compile(r" ?-? ?\n *")
_STOP = re.compile(
    r"[!?;•·➢➤▪▫●○◦■□▸▹►✓✔❖◆◇★☆|….\t]|  |\n *\n|\n *[-*–+]|[*]{2}"  # two spaces part cells, too
)
_TIED = frozenset({"", " ", "-", "/", "'", "\n", "’"})  # what may stand between words of one phrase
_APOSTROPHES = frozenset(["'", "’"])
_INDENT = re.compile(r"(?:(?<! ) +)?\n *")
_ADDRESS = re.compile(r"@|://|www\.|\.(?:com|org|net|gov|edu|io)\b")  # part of an e-mail or web address
_LETTER = re.compile(r"[a-z][.)] ")  # before an item of a list
_IT = re.compile(r"\bIT\b")
_OUTSIDE = re.compile(r"[\s<>()\[\],;\"]|\Z")
_WRAPPED = 50  # characters; a shorter line goes on in the next one only where that begins with a small letter
_LEAST_WORDS = 3  # of a line that goes on in the next: a list's items are mostly shorter
_NAME_BEGINS = 5  # letters at most of a name's first part
SENTENCE = 100  # words before and after a word that may stand in its sentence
_SHORT_QUESTION = 3  # words
_BLOCK = 60_000  # characters looked at together, so that a huge text takes little memory


class TextLine(NamedTuple):
    """A line of a text and its number, counted from 1.

    `level` are words that stand elsewhere and say how well the skills named in it are done: "fluent", "5 years".
    `item` says that the line begins an item or a cell of its own, so that nothing goes on in it.

    Example:
        >>> TextLine(1, "Coached new agents.").text
        'Coached new agents.'
    """

    number: int
    text: str
    level: str | None = None
    item: bool = False


class TextWords(NamedTuple):
    """Words by which a text is cut into sentences.

    Those of `vocabulary` are words of names, so that one broken at a line's end is mended; a dot behind one of
    `abbreviated` ends no sentence; a line that ends with one of `goes_on`, or with a comma, goes on in the next.
    """

    vocabulary: Collection[str] = frozenset()
    abbreviated: Collection[str] = frozenset()
    goes_on: Collection[str] = frozenset()

    @classmethod
    def of(cls, lists: Mapping[str, Collection[str]], vocabulary: Collection[str]) -> Self:
        """The words of the lists "abbreviated" and "goes-on", beside a vocabulary."""
        return cls(vocabulary, lists["abbreviated"], lists["goes-on"])


NO_WORDS = TextWords()


class Block:
    """Some lines as one text, and its words: `words[i]` in small letters stands at `starts[i]` to `ends[i]`."""

    def __init__(self, lines: Sequence[TextLine], words: TextWords = NO_WORDS) -> None:
        self.lines = lines
        self._known = words
        self.legible = [legible(line.text) for line in lines]
        self.text = "\n".join(line.text for line in self.legible)
        self.low = lower(self.text)
        cut = CutWords(self.text, self.low, words.vocabulary)
        self.words, self.starts, self.ends = cut.words, cut.starts, cut.ends
        self._gaps = cut.gaps  # before each word, and behind the last
        self._mended = cut.mended

    @cached_property
    def line_starts(self) -> list[int]:
        """Where each line begins."""
        return list(accumulate((len(line.text) + 1 for line in self.legible[:-1]), initial=0))

    @cached_property
    def who(self) -> Sequence[str]:
        """Its words, and in place of "IT" the department."""
        if not _IT.search(self.text):
            return self.words
        return [
            "department" if word == "it" and self._is_department(index) else word
            for index, word in enumerate(self.words)
        ]

    def _is_department(self, index: int) -> bool:
        start = self.starts[index]
        return self.text[start + 1] == "T" and not self._in_capitals[self.line_at(start)]

    @cached_property
    def _in_capitals(self) -> list[bool]:
        return [line.text.isupper() for line in self.legible]

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
        """What stands between a word and the next; nothing before the first."""
        return self._gaps[index + 1] if index >= 0 else ""

    def joins(self, index: int) -> bool:
        """Whether a word and the next can belong to one phrase."""
        gap = self.gap(index)
        if gap == " ":
            return True
        if not gap:
            return self._beside_sign(index)
        if "\n" in gap:
            return _BREAK_JOIN.fullmatch(gap) is not None and self._continues(index, gap)
        if gap == ".":  # "B.A."
            return self.ends[index] - self.starts[index] == self.ends[index + 1] - self.starts[index + 1] == 1
        return _JOIN.fullmatch(gap) is not None

    def _continues(self, index: int, gap: str) -> bool:
        """Whether the line that ends behind a word goes on in the next line."""
        following = self.starts[index + 1]
        if self.lines[self.line_at(following)].item or _LETTER.match(self.text, following):
            return False
        if self.text[following].islower():
            begins = self.line_starts[self.line_at(self.ends[index] - 1)]
            wide = self.ends[index] - begins >= _WRAPPED
            third = index - _LEAST_WORDS + 1
            first = self.starts[index]
            is_begun = (
                self.text[first].isupper() and self.text[first + 1 : self.ends[index]].islower()
            )  # "Active", "listening"
            return wide or "-" in gap or is_begun or (third >= 0 and self.starts[third] >= begins)
        return False

    def _runs_over(self, index: int, gap: str) -> bool:
        """Whether the sentence goes on behind a word that ends its line."""
        if self._continues(index, gap):
            return True
        end = self.ends[index]
        begins = self.line_starts[self.line_at(end - 1)]
        if end - begins < _WRAPPED or self.lines[self.line_at(self.starts[index + 1])].item:
            return False
        return self.words[index] in self._known.goes_on or gap.startswith((",", " &"))

    def _beside_sign(self, index: int) -> bool:
        return "&" in (self.low[self.starts[index]], self.low[self.starts[index + 1]])

    def _begins_name(self, index: int) -> bool:
        """Whether a word and the next are written as one name: "RevOps", and not "skillsProficient"."""
        return self.ends[index] - self.starts[index] <= _NAME_BEGINS and self.is_capital(index)

    @cached_property
    def tied(self) -> list[bool]:
        """Of each word, whether no comma and no other mark stands between it and the next."""
        return [gap in _TIED for gap in self._gaps[1:]]

    def stops(self, index: int) -> bool:
        """Whether a sentence ends behind a word."""
        return index < 0 or index + 1 >= len(self.words) or index in self._ends

    @cached_property
    def _ends(self) -> frozenset[int]:
        return frozenset(self._closing)

    def _ends_sentence(self, index: int) -> bool:
        """The same, found out by what stands there; False before the first word or behind the last but one."""
        if index < 0 or index + 1 >= len(self.words):
            return True
        gap = self._gaps[index + 1]
        if gap == " ":
            return False
        if not gap:
            return not (self._beside_sign(index) or self._begins_name(index))
        if gap.startswith(".") and self._is_abbreviated(index):
            gap = gap[1:]
        if "\n" in gap:
            gap = _INDENT.sub("\n", gap)
        if _holds_stop(gap):
            return not (gap.startswith("? ") and self._is_short_question(index))
        return "\n" in gap and not self._runs_over(index, gap)

    def _is_short_question(self, index: int) -> bool:
        """Whether a question of a few words ends with a word, so that what follows is its answer: "Excel? Not yet."."""
        return any(self._ends_sentence(index - words) for words in range(1, _SHORT_QUESTION + 1))

    def _is_abbreviated(self, index: int) -> bool:
        word = self.words[index]
        if len(word) == 1:  # but not the end of "don't", nor the letter of an item
            before = self.gap(index - 1)
            return before not in _APOSTROPHES and "\n" not in before
        return word in self._known.abbreviated

    def line_at(self, place: int) -> int:
        """The index of the line in which a place of the text lies."""
        return bisect_right(self.line_starts, place) - 1

    def is_capital(self, index: int) -> bool:
        """Whether a word begins with a capital letter."""
        return self.text[self.starts[index]].isupper()

    def is_name(self, index: int) -> bool:
        """Whether a word is written like a name: with a capital letter, in a line that isn't all capitals."""
        return self.is_capital(index) and not self._in_capitals[self.line_at(self.starts[index])]

    @cached_property
    def is_plain(self) -> bool:
        """Whether all that is known of its words stands in its text: no word was mended, no line is an item or states a level."""
        return not (self._mended or any(line.item or line.level for line in self.lines))

    def lines_around(self, begin: int, last: int) -> tuple[int, str]:
        """Where the line begins that a place of the text lies in, and the text of the lines from there to that of a word."""
        starts = self.line_starts
        begins = starts[self.line_at(begin)]
        if last + 1 >= len(self.words):
            return begins, self.text[begins:]
        below = bisect_right(starts, self.starts[last])
        return begins, self.text[begins : starts[below] if below < len(starts) else None]

    def begins_line(self, index: int) -> bool:
        """Whether a word is the first of its line."""
        return index == 0 or "\n" in self.gap(index - 1)

    @cached_property
    def line_firsts(self) -> list[int]:
        """The first word of each line that has words."""
        inner = [index for index, gap in enumerate(self._gaps[1:-1], 1) if gap != " " and "\n" in gap]
        return [0, *inner] if self.words else []

    @cached_property
    def _closing(self) -> list[int]:
        """The words behind which a sentence ends."""
        ends = self._ends_sentence
        inner = [index for index, gap in enumerate(self._gaps[1:-1]) if gap != " " and ends(index)]
        return [*inner, len(self.words) - 1]

    def sentence(self, index: int) -> tuple[int, int]:
        """The first and the last word of the sentence a word stands in; an endless one is cut."""
        closing = self._closing
        at = bisect_left(closing, index)
        first = closing[at - 1] + 1 if at else 0
        return max(first, index - SENTENCE), min(closing[at], index + SENTENCE)


@lru_cache(maxsize=4096)
def _holds_stop(gap: str) -> bool:
    return _STOP.search(gap) is not None


def blocks(lines: Sequence[TextLine], words: TextWords) -> Iterator[Block]:
    """The text in parts, cut at an empty line where there is one."""
    begin = size = 0
    for index, line in enumerate(lines):
        size += len(line.text)
        if size >= _BLOCK and (size >= 4 * _BLOCK or not line.text.strip()):
            yield Block(lines[begin : index + 1], words)
            begin, size = index + 1, 0
    if begin < len(lines):
        yield Block(lines[begin:], words)
