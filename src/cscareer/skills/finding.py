"""Finding skills in a text, each with the words that speak of it."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from cscareer.catalog.loading import Catalog
from cscareer.catalog.models import Model, SkillLevel
from cscareer.skills.finding_context import closed_parts, speaks_of_skill
from cscareer.skills.finding_levels import Rule, level_of, level_said
from cscareer.skills.finding_nearly import Speller
from cscareer.skills.finding_phrases import Node, Phrase, Phrasebook, Use, compile_phrases
from cscareer.skills.finding_text import Block, TextLine, blocks

__all__ = ["Evidence", "FoundSkill", "Rule", "TextLine", "find_skills"]

_CONTEXT = 30  # characters of a line that a quote may show before and after the name
_MOST_EVIDENCE = 50  # quotes of a skill; more of them tell nobody anything
_LONGEST_LEVEL = 80  # characters; more of them are no level
_LIST_REACH = 9  # words up to the "skills" that a list shares
_SHARED = frozenset({"skill", "skills", "ability", "abilities"})


class Evidence(Model):
    """Words that speak of a skill: `quote` stands just so in the line with that number.

    `alias` is the name as the data has it, `level` what the words around it say by `rule`; `near` that the name
    is misspelt.
    """

    quote: str
    line: int
    alias: str
    level: SkillLevel | None
    rule: Rule
    near: bool


class FoundSkill(Model):
    """A skill a text speaks of, with the highest level it gives and its evidence in the text's order."""

    id: str
    name: str
    level: SkillLevel | None
    evidence: tuple[Evidence, ...]

    def best_evidence(self, most: int | None) -> tuple[Evidence, ...]:
        """The words that say most of its level, at most so many, in the text's order; all of them when None."""
        best = sorted(self.evidence, key=lambda each: -(each.level or 0))[:most]
        return tuple(sorted(best, key=lambda each: each.line))

    @property
    def near(self) -> bool:
        """Whether all that speaks of it is misspelt."""
        return all(evidence.near for evidence in self.evidence)


class _Hit(NamedTuple):
    first: int
    last: int
    phrase: Phrase
    near: bool = False


@dataclass
class _Gathered:
    """What a text says of one skill so far."""

    level: SkillLevel | None = None
    evidence: list[Evidence] = field(default_factory=list)

    def add(self, evidence: Evidence) -> None:
        raises = (evidence.level or 0) > (self.level or 0)
        if raises:
            self.level = evidence.level
        if raises or len(self.evidence) < _MOST_EVIDENCE:
            self.evidence.append(evidence)


def find_skills(catalog: Catalog, lines: Sequence[TextLine], *, near: bool = False) -> tuple[FoundSkill, ...]:
    """The skills a text speaks of, by name; of a name of several skills, those that it also names unmistakably.

    Args:
        catalog: the skills and their names.
        lines: the text, without line breaks.
        near: look for misspelt names too, in words of five letters and more; their evidence says so.
    """
    book, speller = _prepared(_Same(catalog))
    gathered: dict[str, _Gathered] = {}
    shared: list[tuple[Phrase, Evidence]] = []
    for block in blocks(lines, book.vocabulary):
        for hit in _hits(block, book, speller if near else None):
            evidence = _evidence(block, hit)
            if hit.phrase.use is Use.AMBIGUOUS:
                shared.append((hit.phrase, evidence))
            else:
                gathered.setdefault(hit.phrase.skills[0], _Gathered()).add(evidence)
    sure = {skill for skill, found in gathered.items() if not all(each.near for each in found.evidence)}
    for phrase, evidence in shared:
        meant = sure.intersection(phrase.skills)
        if len(meant) == 1:
            gathered[meant.pop()].add(evidence)
    found = [
        FoundSkill(
            id=skill,
            name=catalog.skills[skill].name,
            level=each.level,
            evidence=tuple(sorted(each.evidence, key=lambda evidence: evidence.line)),
        )
        for skill, each in gathered.items()
    ]
    return tuple(sorted(found, key=lambda skill: skill.name.casefold()))


class _Same:
    """A catalog that equals itself alone, as what its phrasebook and speller are kept by."""

    def __init__(self, catalog: Catalog) -> None:
        self.catalog = catalog

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.catalog is other.catalog

    def __hash__(self) -> int:
        return id(self.catalog)


@lru_cache(maxsize=4)
def _prepared(same: _Same) -> tuple[Phrasebook, Speller]:
    book = compile_phrases(same.catalog.skills.values())
    return book, Speller(book.vocabulary)


def _hits(block: Block, book: Phrasebook, speller: Speller | None) -> list[_Hit]:
    """The names in a text that count, in its order; none overlaps another."""
    hits: list[_Hit] = []
    marks: list[tuple[int, int, Phrase]] = []
    free = 0
    for hit in _phrases(block, book, block.words, range(len(block.words))):
        if hit.phrase.use in {Use.SKILL, Use.AMBIGUOUS}:
            if hit.first >= free:
                hits.append(hit)
                free = hit.last + 1
        else:
            marks.append((hit.first, hit.last, hit.phrase))
    if speller:
        taken = {index for hit in hits for index in range(hit.first, hit.last + 1)}
        hits += _near_hits(block, book, speller, taken)
        hits.sort(key=lambda hit: hit.first)
    if not hits:
        return hits
    closed = _Closed(closed_parts(block, marks) if marks else [])
    return [
        hit for hit in hits if not closed.holds(hit.first) and speaks_of_skill(block, hit.first, hit.last)
    ]


def _near_hits(block: Block, book: Phrasebook, speller: Speller, taken: set[int]) -> Iterator[_Hit]:
    words = [speller.meant(word) for word in block.words]
    misspelt = [
        index for index, (word, meant) in enumerate(zip(block.words, words, strict=True)) if word != meant
    ]
    starts = {start for index in misspelt for start in range(max(0, index - book.longest + 1), index + 1)}
    free = 0
    for hit in _phrases(block, book, words, sorted(starts)):
        places = range(hit.first, hit.last + 1)
        if hit.phrase.use is not Use.SKILL or hit.first < free or taken.intersection(places):
            continue
        if any(block.words[index] != words[index] for index in places):
            yield hit._replace(near=True)
            free = hit.last + 1


def _phrases(block: Block, book: Phrasebook, words: Sequence[str], starts: Iterable[int]) -> Iterator[_Hit]:
    """The longest phrase that begins at each of these words."""
    first, heads = book.first, book.heads
    for index in starts:
        word = words[index]
        if word in first:
            last, phrase = _walk(block, words, index, first[word])
            if phrase is not None:
                yield _Hit(index, last, phrase)
            elif word in heads and _shares(block, index):
                yield _Hit(index, index, heads[word])


def _walk(block: Block, words: Sequence[str], index: int, node: Node) -> tuple[int, Phrase | None]:
    last, phrase = index, node.phrase
    while node.following and index + 1 < len(words):
        following = node.following.get(words[index + 1])
        if following is None or not block.joins(index):
            break
        index, node = index + 1, following
        if node.phrase is not None:
            last, phrase = index, node.phrase
    return last, phrase


def _shares(block: Block, index: int) -> bool:
    """Whether a word stands in a list before "skills": "organizational" in "organizational and people skills"."""
    listed = False
    for place in range(index, index + _LIST_REACH):
        if block.stops(place):
            return False
        following = block.words[place + 1]
        if following in _SHARED:
            return listed
        listed = listed or "," in block.gap(place) or "/" in block.gap(place) or following in {"and", "or"}
    return False


class _Closed:
    """The parts of a text in which nothing counts."""

    def __init__(self, parts: list[tuple[int, int]]) -> None:
        self.begins: list[int] = []
        self.ends: list[int] = []
        for begin, end in sorted(part for part in parts if part[0] >= 0):
            if self.ends and begin <= self.ends[-1]:
                self.ends[-1] = max(self.ends[-1], end)
            else:
                self.begins.append(begin)
                self.ends.append(end)

    def holds(self, index: int) -> bool:
        part = bisect_right(self.begins, index) - 1
        return part >= 0 and index <= self.ends[part]


def _evidence(block: Block, hit: _Hit) -> Evidence:
    start, end = block.starts[hit.first], block.ends[hit.last]
    number = block.line_at(start)
    line, begins = block.lines[number], block.line_starts[number]
    level, rule = level_said(line.level[:_LONGEST_LEVEL]) if line.level else None, Rule.BESIDE
    if level is None:
        level, rule = level_of(block, hit.first, hit.last)
    return Evidence(
        quote=_quote(line.text, start - begins, min(end - begins, len(line.text))),
        line=line.number,
        alias=hit.phrase.alias,
        level=level,
        rule=rule,
        near=hit.near,
    )


def _quote(text: str, start: int, end: int) -> str:
    """The name with some whole words of its line around it."""
    left, right = max(0, start - _CONTEXT), min(len(text), end + _CONTEXT)
    if left:
        left = min(start, text.find(" ", left, start) + 1 or start)
    if right < len(text):
        right = max(end, text.rfind(" ", end, right))
    return text[left:right].strip()
