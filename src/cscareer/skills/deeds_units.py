"""A text as its bullets and paragraphs, and where in them words of each class stand."""

import re
from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from functools import cached_property
from itertools import accumulate, chain

from cscareer.catalog.legible import legible
from cscareer.skills.deeds_words import TOKEN, Lexicon, Node
from cscareer.skills.evidence import LIST_SIGNS
from cscareer.skills.finding_text import TextLine
from cscareer.skills.finding_words import BROKEN, lower

_BREAK = re.compile(r"- *\n *")
_STOPS = frozenset(".!?;|")
_SIGN = re.compile(rf"\s*(?:[{LIST_SIGNS}]|(?:\d{{1,2}}|[a-z])[.)])\s+")
_BEFORE_NAME = re.compile(r"\b(mrs?|ms)\.(?= )")
_WRAPPED = 50  # characters; a shorter line doesn't go on in the next one
_MOST_LINES = 20  # lines of a paragraph looked at together
_LONGEST_LINE = 2000  # characters looked at together: an endless line is cut

Place = tuple[
    int, int, int
]  # where words of a class stand: the first, the one behind the last, and which sentence


class Unit:
    """A bullet or a paragraph: its words in small letters, and where those of each element stand.

    `mask` has the bits of all elements in it.
    """

    def __init__(self, lines: Sequence[TextLine], lexicon: Lexicon) -> None:
        self.lines = lines
        self.text = lines[0].text if len(lines) == 1 else "\n".join([line.text for line in lines])
        plain = _plain(self.text)
        self.words: list[str] = list(chain.from_iterable(map(lexicon.tokens.__getitem__, plain.split())))
        if "-" in plain and "\n" in plain and BROKEN.search(plain):
            self._mend(plain, lexicon)
        self._places: dict[int, list[Place]] = {}
        self._verbs = lexicon.verbs
        self._look_up(lexicon)

    def nodes(self) -> list[Node]:
        """What its words are in the lexicon, as often as they stand there."""
        return [node for node, _ in self._hits]

    def _mend(self, plain: str, lexicon: Lexicon) -> None:
        """Makes one word of those that are broken at a line's end."""
        spans = [match.span(1) for match in TOKEN.finditer(plain)]
        for index in range(len(spans) - 2, -1, -1):
            between = plain[spans[index][1] : spans[index + 1][0]]
            whole = self.words[index] + self.words[index + 1]
            if _BREAK.fullmatch(between) and whole in lexicon.words:
                self.words[index : index + 2] = [whole]
                spans[index : index + 2] = [(spans[index][0], spans[index + 1][1])]
        self.spans = spans

    def _look_up(self, lexicon: Lexicon) -> None:
        sentence = mask = 0
        words = self.words
        hits: list[tuple[Node, Place]] = []
        for index, start in enumerate(map(lexicon.starts.__getitem__, words)):
            if start is None:
                continue
            alone, following, ends_sentence = start
            if ends_sentence:
                sentence += 1
            for node in alone:
                mask |= node.bits
                hits.append((node, (index, index + 1, sentence)))
            end = index + 1
            while following and end < len(words):
                next_node = following.get(words[end])
                if next_node is None:
                    break
                end += 1
                if next_node.elements:
                    mask |= next_node.bits
                    hits.append((next_node, (index, end, sentence)))
                following = next_node.following
        self.mask = mask
        self._hits = hits

    def places(self, element: int) -> Sequence[Place]:
        """Where words of an element stand, in order."""
        found = self._places.get(element)
        if found is None:
            there = self._elements if self.mask >> element & 1 else ()
            found = self._places[element] = [place for elements, place in there if element in elements]
        return found

    @cached_property
    def _elements(self) -> list[tuple[AbstractSet[int], Place]]:
        return [(node.elements, place) for node, place in self._hits]

    @cached_property
    def spans(self) -> list[tuple[int, int]]:
        """Where each word stands in the text."""
        places = list(accumulate(map(len, TOKEN.split(_plain(self.text))), initial=0))
        return list(zip(places[1::3], places[2::3], strict=False))

    @cached_property
    def in_capitals(self) -> bool:
        """Whether all of it is written in capital letters, so that these mark no name."""
        return self.text.isupper()

    def is_known(self, index: int) -> bool:
        """Whether a word, alone or with those behind it, stands for any element."""
        return any(begin == index for _, (begin, _, _) in self._hits)

    @cached_property
    def acts(self) -> AbstractSet[int]:
        """The words that begin a verb of a deed."""
        return {first for first, _, _ in self.places(self._verbs)}

    @cached_property
    def _stops(self) -> list[int]:
        return [index for index, word in enumerate(self.words) if word in _STOPS]

    def begins(self, index: int) -> bool:
        """Whether a word is the first of its sentence, or stands behind a sign other than a comma."""
        return index == 0 or not (self.words[index - 1][0].isalnum() or self.words[index - 1] == ",")

    def sentence(self, index: int) -> tuple[int, int]:
        """The first word of the sentence a word stands in, and the one behind its last."""
        stops = self._stops
        behind = bisect_left(stops, index)
        end = stops[behind] if behind < len(stops) else len(self.words)
        return stops[behind - 1] + 1 if behind else 0, end


def bullets(lines: Sequence[TextLine], goes_on: Collection[str]) -> Iterator[list[TextLine]]:
    """The lines of each bullet, paragraph and heading of a text, in order.

    A long line goes on in the next where that begins with a small letter, or it ends with a comma or one of `goes_on`.
    """
    return _joined(_cut(lines), goes_on)


def _cut(lines: Iterable[TextLine]) -> Iterator[TextLine]:
    """The lines, and in place of a very long one its parts, each with the line's number."""
    for written in lines:
        line = written if written.text.isascii() else written._replace(text=legible(written.text).text)
        text, begin = line.text, 0
        while len(text) - begin > _LONGEST_LINE:
            end = text.rfind(" ", begin, begin + _LONGEST_LINE) + 1 or begin + _LONGEST_LINE
            yield line._replace(text=text[begin:end])
            begin = end
        yield line._replace(text=text[begin:]) if begin else line


def _plain(text: str) -> str:
    """A text in small letters, letter for letter, without the dots that end no sentence: "Ms. Ortega"."""
    plain = lower(text).replace("\u2019", "'")
    return _BEFORE_NAME.sub(r"\1 ", plain) if ". " in plain else plain


def _joined(lines: Iterable[TextLine], goes_on: Collection[str]) -> Iterator[list[TextLine]]:
    """Lines with those that go on from them."""
    together: list[TextLine] = []
    for line in lines:
        if together and (len(together) == _MOST_LINES or not _is_further(together[-1], line, goes_on)):
            yield together
            together = []
        if line.text.strip():
            together.append(line)
    if together:
        yield together


def _is_further(before: TextLine, line: TextLine, goes_on: Collection[str]) -> bool:
    stripped = line.text.strip()
    if not stripped or len(before.text) < _WRAPPED or _SIGN.match(line.text):
        return False
    if line.number > before.number + 1:  # an empty line between them
        return False
    last = before.text.rstrip()
    return stripped[0].islower() or last[-1:] == "," or last.rpartition(" ")[2].lower() in goes_on
