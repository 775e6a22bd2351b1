"""The rules of words/finding.yaml for one kind of text, made ready to walk a text with."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import product
from typing import TypeAlias

from cscareer.catalog.loading import Catalog
from cscareer.catalog.word_models import FindingRule, Part, PartHeading, Reach, TextKind
from cscareer.skills.subjects import SubjectWords

_TO_COME = "year-to-come"  # a list that isn't in the data, as it is another one each year
SENTENCE_START = "{sentence-start}"  # among `previous`: that no word stands before the name
Words: TypeAlias = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PartStart:
    """A heading, and what stands under it."""

    part: Part
    words: str


@dataclass(frozen=True, slots=True, eq=False)
class NameRule:
    """A rule with its lists of words filled in; `data` has the rest."""

    data: FindingRule
    unless: frozenset[str]
    only: frozenset[str] | None
    previous: frozenset[str]
    next: frozenset[str]
    not_next: frozenset[str]
    not_after: frozenset[str]
    names: frozenset[str]


@dataclass(slots=True)
class MarkNode:
    """A word of a rule's phrase or of a heading: the words that may follow, and what ends with it."""

    following: dict[str, "MarkNode"] = field(default_factory=dict)
    rules: list[NameRule] = field(default_factory=list)
    heading: PartStart | None = None


@dataclass(frozen=True)
class Rulebook:
    """All rules for one kind of text: those with phrases by first word, those without as they are."""

    kind: TextKind
    first: Mapping[str, MarkNode]
    beside: Mapping[
        str, tuple[NameRule, ...]
    ]  # by the word after a name; of rules that name none, by the name's last word
    lists: Mapping[str, frozenset[str]]  # single words of the lists, by id
    subjects: SubjectWords

    def words(self, name: str) -> frozenset[str]:
        """The words of a list, none where the data has no such list."""
        return self.lists.get(name, frozenset())


def compile_rules(catalog: Catalog, kind: TextKind, *, of_deeds: bool = False) -> Rulebook:
    """The rules of a catalog for texts of this kind; `of_deeds` are those alone that speak of deeds, too.

    Raises:
        InvalidDataError: the file of rules has problems.
    """
    lists = {each.id: each.words for each in catalog.word_lists.values()}
    lists[_TO_COME] = _years_to_come()
    first: dict[str, MarkNode] = {}
    beside: dict[str, tuple[NameRule, ...]] = {}
    for data in catalog.finding_rules.values():
        if kind not in data.texts or (of_deeds and not data.deeds):
            continue
        rule = _rule(data, lists)
        if data.reach is Reach.BESIDE:
            for word in rule.next or rule.names:
                beside[word] = (*beside.get(word, ()), rule)
        for phrase in data.phrases:
            for words in _expanded(phrase, lists):
                _node(first, words).rules.append(rule)
    if not of_deeds:
        _add_headings(first, (each for each in catalog.part_headings.values() if kind in each.texts))
    single = {name: frozenset(words) for name, words in lists.items()}
    return Rulebook(kind, first, beside, single, SubjectWords.of(single))


def _years_to_come() -> tuple[str, ...]:
    """The next ten years, by which it shows that something hasn't happened, and a far one for examples."""
    now = date.today().year  # noqa: DTZ011  a person's own day
    return (*map(str, range(now + 1, now + 11)), "2099")


def _add_headings(first: dict[str, MarkNode], headings: Iterable[PartHeading]) -> None:
    for each in headings:
        for words in each.headings:
            _node(first, tuple(words.split())).heading = PartStart(each.part, words)


def _node(first: dict[str, MarkNode], words: Words) -> MarkNode:
    following = first
    for word in words[:-1]:
        following = following.setdefault(word, MarkNode()).following
    return following.setdefault(words[-1], MarkNode())


def _rule(data: FindingRule, lists: Mapping[str, tuple[str, ...]]) -> NameRule:
    return NameRule(
        data=data,
        unless=_words(data.unless, lists),
        only=None if data.only is None else _words(data.only, lists),
        previous=_words(data.previous, lists),
        next=_words(data.next, lists),
        not_next=_words(data.not_next, lists),
        not_after=_words(data.not_after, lists),
        names=_words(data.names, lists),
    )


def _words(phrases: Iterable[str], lists: Mapping[str, tuple[str, ...]]) -> frozenset[str]:
    """The single words of these, lists filled in."""
    return frozenset(
        word
        for phrase in phrases
        for words in ([(phrase,)] if phrase == SENTENCE_START else _expanded(phrase, lists))
        for word in words
    )


def _expanded(phrase: str, lists: Mapping[str, tuple[str, ...]]) -> Iterator[Words]:
    """A phrase with each word of its lists in turn; an unknown list has none."""
    choices = [lists.get(part[1:-1], ()) if part.startswith("{") else (part,) for part in phrase.split()]
    for choice in product(*choices):
        yield tuple(word for part in choice for word in part.split())
