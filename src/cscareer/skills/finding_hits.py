"""Where names of skills stand in a text, as they are written or misspelt."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from cscareer.catalog.models import SkillLevel
from cscareer.catalog.word_models import Effect
from cscareer.skills.evidence import Rule
from cscareer.skills.finding_nearly import Speller
from cscareer.skills.finding_phrases import Phrase, Phrasebook, PhraseNode, Use
from cscareer.skills.finding_rules import Rulebook
from cscareer.skills.finding_text import Block

_LIST_REACH = 9  # words up to the "skills" that a list shares


class NameHit(NamedTuple):
    """A name in a text, from its first to its last word, and how it counts."""

    first: int
    last: int
    phrase: Phrase
    near: bool = False
    effect: Effect | None = None
    level: SkillLevel | None = None
    rule: Rule = Rule.NAMED


def near_hits(
    block: Block, book: Phrasebook, speller: Speller, taken: set[int], rules: Rulebook
) -> Iterator[NameHit]:
    """The misspelt names of skills, beside the words that are taken."""
    words = speller.meant_by(block.words)
    if words == block.words:
        return
    misspelt = [
        index for index, (word, meant) in enumerate(zip(block.words, words, strict=True)) if word != meant
    ]
    starts = {start for index in misspelt for start in range(max(0, index - book.longest + 1), index + 1)}
    free = 0
    for hit in phrases(block, book, words, sorted(starts), rules):
        places = range(hit.first, hit.last + 1)
        if hit.phrase.use is not Use.SKILL or hit.first < free or taken.intersection(places):
            continue
        if any(block.words[index] != words[index] for index in places):
            yield hit._replace(near=True)
            free = hit.last + 1


def phrases(
    block: Block, book: Phrasebook, words: Sequence[str], starts: Iterable[int], rules: Rulebook
) -> Iterator[NameHit]:
    """The longest name that begins at each of these words."""
    first, heads, shared = book.first, book.heads, rules.lists["shared-head"]
    for index in starts:
        word = words[index]
        if word in first:
            last, phrase = _walk(block, words, index, first[word])
            if phrase is not None:
                yield NameHit(index, last, phrase)
            elif word in heads and _shares(block, index, shared):
                yield NameHit(index, index, heads[word])


def _walk(block: Block, words: Sequence[str], index: int, node: PhraseNode) -> tuple[int, Phrase | None]:
    last, phrase = index, node.phrase
    while node.following and index + 1 < len(words):
        following = node.following.get(words[index + 1])
        if following is None or not block.joins(index):
            break
        index, node = index + 1, following
        if node.phrase is not None:
            last, phrase = index, node.phrase
    return last, phrase


def _shares(block: Block, index: int, shared: frozenset[str]) -> bool:
    """Whether a word stands in a list before "skills": "organizational" in "organizational and people skills"."""
    listed = False
    for place in range(index, index + _LIST_REACH):
        if block.stops(place):
            return False
        following = block.words[place + 1]
        if following in shared:
            return listed
        listed = listed or "," in block.gap(place) or "/" in block.gap(place) or following in {"and", "or"}
    return False
