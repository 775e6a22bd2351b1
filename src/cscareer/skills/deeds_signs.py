"""The words that say whose a deed is, made ready: elements of a lexicon, and small words of grammar."""

from collections.abc import Mapping
from enum import Enum
from typing import NamedTuple, Self

from cscareer.skills.deeds_words import Lexicon
from cscareer.skills.subject_lists import contracted
from cscareer.skills.subjects import SubjectWords


class HeadingSense(Enum):
    """What a heading says of the bullets below it."""

    WISHES = "wish-heading"
    LEARNING = "learning-heading"
    OTHERS = "reference-heading"
    EMPLOYER = "employer-heading"
    OTHER = "heading"


class SmallWords(NamedTuple):
    """Words of grammar around a deed: what may stand between its subject and its verb, forms of "be", the person's own words.

    `participles` and `passive` are how words end.
    """

    auxiliary: frozenset[str]
    being: frozenset[str]
    flatly: frozenset[str]
    opening: frozenset[str]
    reserved: frozenset[str]
    objects: frozenset[str]
    me: frozenset[str]
    self: frozenset[str]
    going: frozenset[str]
    since: frozenset[str]
    mine: frozenset[str]
    particles: frozenset[str]
    participles: frozenset[str]
    passive: frozenset[str]
    suffered: frozenset[str]
    done_to: frozenset[str]
    giving: frozenset[str]
    letting: frozenset[str]
    pronouns: frozenset[str]
    family: frozenset[str]
    owning: frozenset[str]
    fulfilled: frozenset[str]
    to_come: frozenset[str]
    beginning: frozenset[str]
    not_mine: frozenset[str]
    placed: frozenset[str]

    @classmethod
    def of(cls, lists: Mapping[str, frozenset[str]]) -> Self:
        """The words of the lists whose ids begin with "deed-"."""
        none: frozenset[str] = frozenset()
        return cls(*(contracted(lists.get(f"deed-{name.replace('_', '-')}", none)) for name in cls._fields))


class Signs(NamedTuple):
    """The words, as elements of the lexicon, that say whose a deed is; without one of `undoing` none is said to be done to or by another."""

    wish: int
    learnt: int
    negation: int
    harmless: int
    others: int
    the_one: int
    no_deed: int
    passed_on: int
    themselves: int
    headings: tuple[tuple[int, HeadingSense], ...]
    verbs: int
    subjects: SubjectWords
    peers: SubjectWords
    small: SmallWords
    undoing: frozenset[str]

    @classmethod
    def of(cls, lexicon: Lexicon, lists: Mapping[str, frozenset[str]]) -> Self:
        """The elements by the names of their classes, and the words that tell whose deed it is."""
        return cls(
            wish=lexicon.element("wish"),
            learnt=lexicon.element("learnt"),
            negation=lexicon.element("negation"),
            harmless=lexicon.element("harmless-negation"),
            others=lexicon.element("others"),
            the_one=lexicon.element("the-one"),
            no_deed=lexicon.element("no-deed"),
            passed_on=lexicon.element("passed-on"),
            themselves=lexicon.element("themselves"),
            headings=tuple((lexicon.element(part.value), part) for part in HeadingSense),
            verbs=lexicon.verbs,
            subjects=(subjects := SubjectWords.of(lists)),
            peers=subjects.of_peers(),
            small=(small := SmallWords.of(lists)),
            undoing=small.being | small.done_to | small.letting | small.family | {"by"},
        )
