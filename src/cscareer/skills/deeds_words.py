"""The words and phrases that patterns of deeds are made of, and which of them a word of a text is."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from cscareer.catalog.deed_models import WordClass
from cscareer.catalog.remembering import Remembered
from cscareer.skills.inflections import plural, verb_forms

LITERAL = "="  # in front of a word that stands in a pattern itself, as a class may have the same name
ANY_FORM = "~"  # in front of such a word: all forms of a verb
NUMBER = "number"  # the class that figures belong to, too

TOKEN = re.compile(
    r"(\d[\d.,]*\d|\d|[^\W\d_]+(?:'(?:t|d|m|ll|ve|re)\b)?|[.!?](?=[\s\"'”)]|$)|[,;:%$£€₹()\"“”–—|&+#])((?:'s\b)?)"
)  # splits a text into gap, word, ending, gap …
_ENDS = frozenset(".!?;|")  # what words of one pattern don't stand on both sides of
_YEAR = re.compile(r"(?:19[5-9]|20[0-3])\d")  # which counts nothing
_MOST_REMEMBERED = 20_000  # words of texts; some MB
_LONGEST_REMEMBERED = 40  # letters of such a word


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


def _tokens(text: str) -> list[str]:
    return [text] if text.isalpha() else TOKEN.split(text)[1::3]


class Lexicon:
    """The words and phrases of all classes, and for which elements of patterns each may stand.

    An element is a set of classes, known by its number; elements are added first and `index` comes last.
    """

    def __init__(
        self,
        classes: Mapping[str, WordClass],
        literals: Iterable[str],
        irregular: Mapping[str, Sequence[str]],
    ) -> None:
        self.words: dict[str, Node] = {}
        self.numbers = Node()
        self.starts = Remembered(self._start, most=_MOST_REMEMBERED, longest=_LONGEST_REMEMBERED)
        self.tokens = Remembered(_tokens, most=_MOST_REMEMBERED, longest=_LONGEST_REMEMBERED)
        self._nodes: list[Node] = []
        self._bits: dict[str, int] = {}
        self._rows: Mapping[int, Sequence[int]] = {}
        self._elements: dict[int, int] = {}
        self._irregular = irregular
        members = {name: frozenset(self._members(name, classes, frozenset())) for name in classes}
        members |= {f"{LITERAL}{literal}": frozenset(self._forms(literal)) for literal in literals}
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

    def _start(self, word: str) -> Start | None:
        """What a word of a text is; None if nothing."""
        node = self.words.get(word)
        figure = "0" <= word[0] <= "9" and not _YEAR.fullmatch(word)
        alone = tuple(each for each in (self.numbers if figure else None, node) if each and each.elements)
        following = node.following if node else {}
        ends = word in _ENDS
        return Start(alone, following, ends) if alone or following or ends else None

    def _forms(self, literal: str) -> Iterator[str]:
        phrase = literal.lower().replace("+", " ")
        if phrase.startswith(ANY_FORM):
            yield from verb_forms(phrase.removeprefix(ANY_FORM), self._irregular)
        else:
            yield phrase

    def _members(self, name: str, classes: Mapping[str, WordClass], seen: frozenset[str]) -> Iterator[str]:
        word_class = classes[name]
        yield from word_class.words
        for verb in word_class.verbs:
            yield from verb_forms(verb, self._irregular)
        for noun in word_class.nouns:
            yield noun
            yield plural(noun)
        for other in word_class.of:
            if other not in seen and other in classes:
                yield from self._members(other, classes, seen | {name})

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
