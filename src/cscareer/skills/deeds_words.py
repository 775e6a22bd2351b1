"""A text as the words of its bullets, and which of them belong to the word classes that patterns of deeds use."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate, chain
from typing import NamedTuple

from cscareer.catalog.deed_models import WordClass
from cscareer.catalog.legible import legible
from cscareer.skills.finding_text import BROKEN, TextLine, lower

LITERAL = "="  # in front of a word that stands in a pattern itself, as a class may have the same name
NUMBER = "number"  # the class that figures belong to, too

_TOKEN = re.compile(
    r"(\d[\d.,]*\d|\d|[^\W\d_]+(?:'(?:t|d|m|ll|ve|re)\b)?|[.!?](?=[\s\"'”)]|$)|[,;:%$()\"“”–—|&+#])((?:'s\b)?)"
)  # splits a text into gap, word, ending, gap …
_BREAK = re.compile(r"- *\n *")
_STOPS = frozenset(".!?;|")
_ENDS = frozenset(".!")  # what words of one pattern don't stand on both sides of
_SIGN = re.compile(r"\s*(?:[-*•·➢▪●◦■○▸✓\uf0b7–]|\d{1,2}[.)])\s+")
_GOES_ON = frozenset(
    ["and", "or", "the", "a", "an", "of", "to", "in", "for", "with", "on", "at", "by", "from", "that", "so"]
)
_WRAPPED = 50  # characters; a shorter line doesn't go on in the next one
_MOST_LINES = 20  # lines of a paragraph looked at together
_LONGEST_LINE = 2000  # characters looked at together: an endless line is cut
_VOWELS = frozenset("aeiou")
_MOST_REMEMBERED = 20_000  # words of texts; some MB
_LONGEST_REMEMBERED = 40  # letters of such a word


Place = tuple[
    int, int, int
]  # where words of a class stand: the first, the one behind the last, and which sentence


@dataclass(slots=True)
class Node:
    """A word of the lexicon: what ends here, and the words that go on from here.

    `classes` has the bits of its classes, `elements` the elements of patterns it may stand for, `bits` theirs, `rows` the
    numbers of the patterns that are looked for where it stands; None until it is first asked for.
    """

    classes: int = 0
    elements: frozenset[int] = frozenset()
    bits: int = 0
    rows: frozenset[int] | None = None
    following: "dict[str, Node]" = field(default_factory=dict)


class Start(NamedTuple):
    """What a word of a text is: what it stands for alone, and the words that go on from it."""

    alone: tuple[Node, ...]
    following: "dict[str, Node]"
    ends_sentence: bool


class _Starts(dict[str, Start | None]):
    """What each word of texts is, worked out when it is first met; None if nothing."""

    def __init__(self, words: "Mapping[str, Node]", numbers: Node) -> None:
        self._words, self._numbers = words, numbers

    def __missing__(self, word: str) -> Start | None:
        node = self._words.get(word)
        figure = "0" <= word[0] <= "9"
        alone = tuple(each for each in (self._numbers if figure else None, node) if each and each.elements)
        following = node.following if node else {}
        ends = word in _ENDS
        start = Start(alone, following, ends) if alone or following or ends else None
        if len(self) >= _MOST_REMEMBERED:
            self.clear()
        if len(word) <= _LONGEST_REMEMBERED:
            self[word] = start
        return start


def _tokens(text: str) -> list[str]:
    return [text] if text.isalpha() else _TOKEN.split(text)[1::3]


class _Tokens(dict[str, list[str]]):
    """The words and marks of each piece of text between spaces, found when it is first met."""

    def __missing__(self, piece: str) -> list[str]:
        tokens = _tokens(piece)
        if len(self) >= _MOST_REMEMBERED:
            self.clear()
        if len(piece) <= _LONGEST_REMEMBERED:
            self[piece] = tokens
        return tokens


class Lexicon:
    """The words and phrases of all classes, and for which elements of patterns each may stand.

    An element is a set of classes, known by its number; elements are added first and `index` comes last.
    """

    def __init__(self, classes: Mapping[str, WordClass], literals: Iterable[str]) -> None:
        self.words: dict[str, Node] = {}
        self.numbers = Node()
        self.starts = _Starts(self.words, self.numbers)
        self.tokens = _Tokens()
        self._nodes: list[Node] = []
        self._bits: dict[str, int] = {}
        self._rows: Mapping[int, Sequence[int]] = {}
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
        first, *rest = _tokens(phrase.lower())
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
        known: dict[int, tuple[frozenset[int], int]] = {}  # many words are of the very same classes
        for node in self._nodes:
            if node.classes not in known:
                elements = frozenset().union(*(of_bit[bit] for bit in bits(node.classes)))
                known[node.classes] = elements, sum(1 << number for number in elements)
            node.elements, node.bits = known[node.classes]
        self.starts.clear()

    def anchor(self, rows: Mapping[int, Sequence[int]]) -> None:
        """Takes the numbers of the rows that each element is the anchor of."""
        self._rows = rows

    def rows_of(self, node: Node) -> frozenset[int]:
        """The rows that a word may be the anchor of."""
        if node.rows is None:
            node.rows = frozenset(row for element in node.elements for row in self._rows.get(element, ()))
        return node.rows


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
            self.prepare({element})
            found = self._places[element]
        return found

    def prepare(self, elements: AbstractSet[int]) -> None:
        """Finds the places of all these elements in one pass."""
        places = self._places
        for element in elements:
            places[element] = []
        for node, place in self._hits:
            for element in node.elements & elements:
                places[element].append(place)

    @cached_property
    def spans(self) -> list[tuple[int, int]]:
        """Where each word stands in the text."""
        places = list(accumulate(map(len, _TOKEN.split(_plain(self.text))), initial=0))
        return list(zip(places[1::3], places[2::3], strict=False))

    @cached_property
    def acts(self) -> AbstractSet[int]:
        """The words that begin a verb of a deed."""
        return {first for first, _, _ in self.places(self._verbs)}

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
    for together in bullets(lines):
        unit = Unit(together, lexicon)
        if unit.words:
            yield unit


def bullets(lines: Sequence[TextLine]) -> Iterator[list[TextLine]]:
    """The lines of each bullet, paragraph and heading of a text, in order."""
    return _joined(_cut(lines))


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
    return lower(text).replace("\u2019", "'")


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
