"""The phrases of rules and the headings of a text, each with the names of skills that it may speak of."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import NamedTuple

from cscareer.catalog.word_models import Reach
from cscareer.skills.finding_rules import MarkNode, NameRule, PartStart, Rulebook
from cscareer.skills.finding_text import SENTENCE, Block

BEGINNING = 4  # words of a sentence


class Mark(NamedTuple):
    """A rule's phrase in a text, from its first word to its last."""

    first: int
    last: int
    rule: NameRule


class TextMarks:
    """Walks over a text for the phrases of rules, around a name when it is first asked for.

    `firsts` and `lasts` are the words that names begin and end with, in order.
    """

    def __init__(self, block: Block, book: Rulebook, firsts: Sequence[int], lasts: Sequence[int]) -> None:
        self._block = block
        self._book = book
        self._firsts = firsts
        self._lasts = lasts
        # By the first word of a name they may speak of.
        self._marks: dict[int, list[Mark]] = defaultdict(list)
        self._walked: set[int] = set()
        self._looked_at = (0, 0)  # the words in which phrases were looked for last
        self._headings: list[tuple[int, int, PartStart]] = []

    @cached_property
    def headings(self) -> Sequence[tuple[int, int, PartStart]]:
        """The headings of the text, each from its first word to its last."""
        self._walk_all(self._block.line_firsts)  # where headings stand
        return tuple(self._headings)

    def of(self, first: int) -> Sequence[Mark]:
        """The phrases that may speak of a name: of the sentence that it stands in, and of the beginning of the next one."""
        opens, closes = self._block.sentence(first)
        begin, end = self._looked_at
        behind = min(closes + 1 + BEGINNING, len(self._block.words))
        if not begin <= opens <= behind <= end:
            self._walk_all(range(end if begin <= opens <= end else opens, behind))
            self._looked_at = opens, behind
        return self._marks.get(first, ())

    def _walk_all(self, indices: Iterable[int]) -> None:
        known, words, walked = self._book.first, self._block.words, self._walked
        for index in indices:
            node = known.get(words[index])
            if node and index not in walked:
                walked.add(index)
                self._walk(index, node)

    def _walk(self, index: int, node: MarkNode) -> None:
        """Adds every rule's phrase, and the longest heading, that begins at a word."""
        words, at = self._block.words, index
        heading: tuple[int, int, PartStart] | None = None
        while True:
            for rule in node.rules:
                self._mark(Mark(index, at, rule))
            if node.heading:
                heading = (index, at, node.heading)
            following = node.following.get(words[at + 1]) if node.following and at + 1 < len(words) else None
            if following is None or not self._block.joins(at):
                break
            at, node = at + 1, following
        if heading:
            self._headings.append(heading)

    def _mark(self, mark: Mark) -> None:
        """Notes a phrase with the names that are near enough for it to speak of, whatever stands between."""
        data, firsts, lasts = mark.rule.data, self._firsts, self._lasts
        if data.reach is Reach.FOLLOWING:
            begin = bisect_right(firsts, mark.last)
            end = bisect_right(firsts, mark.last + 1 + data.within)
        elif data.reach is Reach.PRECEDING:
            begin = bisect_left(lasts, mark.first - 1 - data.within)
            end = bisect_left(lasts, mark.first)
        else:
            begin = bisect_left(firsts, mark.first - SENTENCE)
            end = bisect_right(firsts, mark.last + SENTENCE)
        for name in range(begin, end):
            if not mark.rule.names or self._block.words[lasts[name]] in mark.rule.names:
                self._marks[firsts[name]].append(mark)
