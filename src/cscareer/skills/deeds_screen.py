"""Whether words around a deed say that it was somebody else's, refused, not yet begun or out of reach.

The rules are those of words/finding.yaml that speak of `deeds`: one rule for "the SQL" and for "drew up the charts".
"""

from bisect import bisect_right
from collections.abc import Sequence

from cscareer.catalog.loading import Catalog
from cscareer.catalog.word_models import TextKind
from cscareer.skills.deeds_patterns import Chain
from cscareer.skills.deeds_units import Unit
from cscareer.skills.finding_context import Context
from cscareer.skills.finding_owners import is_owned_behind
from cscareer.skills.finding_rules import MarkNode, compile_rules
from cscareer.skills.finding_text import Block, TextWords

_APPOSING = frozenset("(:–—")
_OWNED_WITHIN = 12  # words


class DeedScreen:
    """The rules by which a deed that is told doesn't count."""

    def __init__(self, catalog: Catalog) -> None:
        self._book = compile_rules(catalog, TextKind.RESUME, of_deeds=True)
        self._owners = self._book.subjects.nouns
        self._handing = self._book.words("handed-over") | self._book.words("deed-being") | _APPOSING
        self._words = TextWords.of(self._book.lists, ())
        self._last: tuple[Unit | None, bool, bool] = (None, False, False)
        self._block: tuple[Unit | None, Block] = (None, Block([], self._words))

    def denies(self, unit: Unit, chain: Chain) -> bool:
        """Whether what stands around a deed's words speaks against its being the person's and done."""
        told, owned = self._held(unit)
        if not (told or owned):
            return False
        places = sorted(chain)
        last_words = {places[0][1], places[-1][1]} if owned else ()
        ends = [end for end in last_words if self._may_be_owned(unit.words[end : end + _OWNED_WITHIN])]
        if not (told or ends):
            return False
        block = self._block_of(unit)
        if any(self._is_owned(block, _word_at(block, unit.spans[end - 1][0])) for end in ends):
            return True
        if not told:
            return False
        spans = [
            (_word_at(block, unit.spans[first][0]), _word_at(block, unit.spans[end - 1][0]))
            for first, end, _ in places
        ]
        return Context(block, self._book, spans).speaks_against(spans)

    def _may_be_owned(self, behind: Sequence[str]) -> bool:
        """Whether an owner, and what ties a deed to one, are among the words behind the last one of a part of it."""
        return not (self._owners.isdisjoint(behind) or self._handing.isdisjoint(behind))

    def _is_owned(self, block: Block, last: int) -> bool:
        return is_owned_behind(block, self._book, last, block.sentence(last)[1])

    def _held(self, unit: Unit) -> tuple[bool, bool]:
        """Whether a bullet holds a rule's phrase at all, and whether an owner; of the last one it is known."""
        last, holds, owned = self._last
        if last is not unit:
            # "haven't" and "master's" are two words for the rules.
            apart = "'" in unit.text or "\u2019" in unit.text
            words = self._block_of(unit).words if apart else unit.words
            holds, owned = self._holds(words), self._may_be_owned(unit.words)
            self._last = unit, holds, owned
        return holds, owned

    def _block_of(self, unit: Unit) -> Block:
        """A bullet's words as the rules for names read them."""
        if self._block[0] is not unit:
            self._block = unit, Block(unit.lines, self._words)
        return self._block[1]

    def _holds(self, words: Sequence[str]) -> bool:
        first = self._book.first
        return any(_ends_rule(words, at, first[word]) for at, word in enumerate(words) if word in first)


def _ends_rule(words: Sequence[str], at: int, node: MarkNode) -> bool:
    while not node.rules:
        following = node.following.get(words[at + 1]) if at + 1 < len(words) else None
        if following is None:
            return False
        at, node = at + 1, following
    return True


def _word_at(block: Block, place: int) -> int:
    return bisect_right(block.starts, place) - 1
