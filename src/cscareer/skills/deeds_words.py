"""A text as the words of its bullets, and which of them belong to the word classes that patterns of deeds use."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from cscareer.catalog.deed_models import WordClass
from cscareer.catalog.legible import legible
from cscareer.skills.finding_text import TextLine

LITERAL = "="  # in front of a word that stands in a pattern itself, as a class may have the same name
NUMBER = "number"  # the class that figures belong to, too

_TOKEN = re.compile(
    r"(\d[\d.,]*\d|\d|[^\W\d_]+(?:'(?:t|d|m|ll|ve|re)\b)?|[.!?](?=[\s\"'”)]|$)|[,;:%$()\"“”–—|&+#])(?:'s\b)?"
)
_BROKEN = re.compile(r"[^\W\d_]- *\n *[^\W\d_]")
_BREAK = re.compile(r"- *\n *")
_STOPS = frozenset(".!?;|")
_SIGN = re.compile(r"\s*(?:[-*•·➢▪●◦■○▸✓\uf0b7–]|\d{1,2}[.)])\s+")
_GOES_ON = frozenset(
    ["and", "or", "the", "a", "an", "of", "to", "in", "for", "with", "on", "at", "by", "from", "that", "so"]
)
_WRAPPED = 50  # characters; a shorter line doesn't go on in the next one
_MOST_LINES = 20  # lines of a paragraph looked at together
_LONGEST_LINE = 2000  # characters looked at together: an endless line is cut
_VOWELS = frozenset("aeiou")


class Place(NamedTuple):
    """Where words of a class stand: the first word, the one behind the last, and the number of the sentence."""

    first: int
    end: int
    sentence: int


@dataclass(slots=True)
class Node:
    """A word of the lexicon: what ends here, and the words that go on from here.

    `classes` has the bits of its classes, `elements` the elements of patterns it may stand for, `bits` theirs.
    """

    classes: int = 0
    elements: frozenset[int] = frozenset()
    bits: int = 0
    following: "dict[str, Node]" = field(default_factory=dict)


class Lexicon:
    """The words and phrases of all classes, and for which elements of patterns each may stand.

    An element is a set of classes, known by its number; elements are added first and `index` comes last.
    """

    def __init__(self, classes: Mapping[str, WordClass], literals: Iterable[str]) -> None:
        self.words: dict[str, Node] = {}
        self.numbers = Node()
        self._nodes: list[Node] = []
        self._bits: dict[str, int] = {}
        self._elements: dict[int, int] = {}
        members = {name: frozenset(_members(name, classes, frozenset())) for name in classes}
        members |= {
            f"{LITERAL}{literal}": frozenset({literal.lower().replace("+", " ")}) for literal in literals
        }
        verbs = 0
        for number, (name, phrases) in enumerate(members.items()):
            bit = self._bits[name] = 1 << number
            for phrase in phrases:
                self._add(phrase, bit)
            if name in classes and classes[name].verbs:
                verbs |= bit
        self.verbs = self._element(verbs)
        self.number = self.element(NUMBER)
        self.numbers.classes = self._bits.get(NUMBER, 0)
        self._nodes.append(self.numbers)

    def _add(self, phrase: str, bit: int) -> None:
        first, *rest = _TOKEN.findall(phrase.lower())
        node = self.words.setdefault(first, Node())
        for word in rest:
            node = node.following.setdefault(word, Node())
        if not node.classes:
            self._nodes.append(node)
        node.classes |= bit

    def element(self, *names: str) -> int:
        """The number of the element that any of these classes may stand for; one that isn't there has no words."""
        mask = 0
        for name in names:
            mask |= self._bits.get(name, 0)
        return self._element(mask)

    def _element(self, mask: int) -> int:
        return self._elements.setdefault(mask, len(self._elements))

    def index(self) -> None:
        """Tells each word its elements."""
        of_bit: dict[int, set[int]] = {bit: set() for bit in self._bits.values()}
        for mask, number in self._elements.items():
            for bit in bits(mask):
                of_bit[bit].add(number)
        for node in self._nodes:
            node.elements = frozenset().union(*(of_bit[bit] for bit in bits(node.classes)))
            node.bits = sum(1 << number for number in node.elements)


def bits(mask: int) -> Iterator[int]:
    """The bits of a mask, each as a number of its own."""
    while mask:
        bit = mask & -mask
        yield bit
        mask ^= bit


def _members(name: str, classes: Mapping[str, WordClass], seen: frozenset[str]) -> Iterator[str]:
    word_class = classes[name]
    yield from word_class.words
    for verb in word_class.verbs:
        yield from _verb_forms(verb)
    for noun in word_class.nouns:
        yield noun
        yield _plural(noun)
    for other in word_class.of:
        if other not in seen and other in classes:
            yield from _members(other, classes, seen | {name})


def _verb_forms(verb: str) -> Iterator[str]:
    """A regular verb's forms; of a phrase, the first word's."""
    word, _, rest = verb.partition(" ")
    tail = f" {rest}" if rest else ""
    yield verb
    yield _plural(word) + tail
    stem = word.removesuffix("e")
    if word.endswith("y") and word[-2] not in _VOWELS:
        yield f"{word[:-1]}ied{tail}"
    else:
        yield f"{stem}ed{tail}"
    yield f"{word if word.endswith('ee') else stem}ing{tail}"
    if (
        word[-1] not in _VOWELS
        and word[-1] not in "wxy"
        and word[-2] in _VOWELS
        and word[-3:-2] not in _VOWELS
    ):
        yield f"{word}{word[-1]}ed{tail}"
        yield f"{word}{word[-1]}ing{tail}"


def _plural(word: str) -> str:
    if word.endswith("y") and word[-2:-1] not in _VOWELS:
        return f"{word[:-1]}ies"
    return f"{word}es" if word.endswith(("s", "x", "z", "ch", "sh")) else f"{word}s"


class Unit:
    """A bullet or a paragraph: its words in small letters, and where those of each element stand.

    `mask` has the bits of all elements in it.
    """

    def __init__(self, lines: Sequence[TextLine], lexicon: Lexicon) -> None:
        self.lines = lines
        self.text = "\n".join(line.text for line in lines)
        plain = _plain(self.text)
        self.words: list[str] = _TOKEN.findall(plain)
        if _BROKEN.search(plain):
            self._mend(plain, lexicon)
        self.mask = 0
        self._hits: list[tuple[Node, int, int, int]] = []
        self._places: dict[int, list[Place]] = {}
        self._placed = 0
        self._look_up(lexicon)

    def _mend(self, plain: str, lexicon: Lexicon) -> None:
        """Makes one word of those that are broken at a line's end."""
        spans = [match.span(1) for match in _TOKEN.finditer(plain)]
        for index in range(len(spans) - 2, -1, -1):
            between = plain[spans[index][1] : spans[index + 1][0]]
            whole = self.words[index] + self.words[index + 1]
            if _BREAK.fullmatch(between) and whole in lexicon.words:
                self.words[index : index + 2] = [whole]
                spans[index : index + 2] = [(spans[index][0], spans[index + 1][1])]
        self.spans = spans

    def _look_up(self, lexicon: Lexicon) -> None:
        sentence = mask = 0
        get, numbers, words, hits = lexicon.words.get, lexicon.numbers, self.words, self._hits
        for index, word in enumerate(words):
            node = get(word)
            if word < ":":  # figures and marks come before letters
                if word[0].isdigit():
                    mask |= numbers.bits
                    hits.append((numbers, index, index + 1, sentence))
                elif word in _STOPS:
                    sentence += 1
            if node is None:
                continue
            if node.elements:
                mask |= node.bits
                hits.append((node, index, index + 1, sentence))
            end = index + 1
            while node.following and end < len(words):
                node = node.following.get(words[end])
                if node is None:
                    break
                end += 1
                if node.elements:
                    mask |= node.bits
                    hits.append((node, index, end, sentence))
        self.mask = mask

    def places(self, element: int) -> Sequence[Place]:
        """Where words of an element stand, in order."""
        if not self.mask >> element & 1:
            return ()
        if not self._placed >> element & 1:
            self.prepare(1 << element)
        return self._places[element]

    def prepare(self, elements: int) -> None:
        """Finds the places of all elements whose bits are set, in one pass."""
        missing = elements & self.mask & ~self._placed
        if not missing:
            return
        self._placed |= missing
        found = self._places
        for node, first, end, sentence in self._hits:
            common = node.bits & missing
            if common:
                place = Place(first, end, sentence)
                while common:
                    bit = common & -common
                    common ^= bit
                    element = bit.bit_length() - 1
                    if element in found:
                        found[element].append(place)
                    else:
                        found[element] = [place]

    @cached_property
    def spans(self) -> list[tuple[int, int]]:
        """Where each word stands in the text."""
        return [match.span(1) for match in _TOKEN.finditer(_plain(self.text))]

    @cached_property
    def _stops(self) -> list[int]:
        return [index for index, word in enumerate(self.words) if word in _STOPS]

    def begins(self, index: int) -> bool:
        """Whether a word is the first of its sentence."""
        return index == 0 or not self.words[index - 1][0].isalnum()

    def sentence(self, index: int) -> tuple[int, int]:
        """The first word of the sentence a word stands in, and the one behind its last."""
        stops = self._stops
        behind = bisect_left(stops, index)
        end = stops[behind] if behind < len(stops) else len(self.words)
        return stops[behind - 1] + 1 if behind else 0, end


def units(lines: Sequence[TextLine], lexicon: Lexicon) -> Iterator[Unit]:
    """The bullets and paragraphs of a text, and its headings, in order."""
    for together in _joined(_cut(lines)):
        unit = Unit(together, lexicon)
        if unit.words:
            yield unit


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
    low = text.lower()
    if len(low) != len(text):
        low = "".join(small if len(small := letter.lower()) == 1 else letter for letter in text)
    return low.replace("\u2019", "'")


def _joined(lines: Iterable[TextLine]) -> Iterator[list[TextLine]]:
    """Lines with those that go on from them."""
    together: list[TextLine] = []
    for line in lines:
        if together and (len(together) == _MOST_LINES or not _goes_on(together[-1], line)):
            yield together
            together = []
        if line.text.strip():
            together.append(line)
    if together:
        yield together


def _goes_on(before: TextLine, line: TextLine) -> bool:
    stripped = line.text.strip()
    if not stripped or len(before.text) < _WRAPPED or _SIGN.match(line.text):
        return False
    if line.number > before.number + 1:  # an empty line between them
        return False
    last = before.text.rstrip()
    return stripped[0].islower() or last[-1:] == "," or last.rpartition(" ")[2].lower() in _GOES_ON
