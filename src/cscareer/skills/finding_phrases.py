"""The names to look for in a text: those of skills, and their other names, with their inflections."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum, auto
from itertools import product
from typing import TypeAlias

from cscareer.catalog.skill_models import Skill


class Use(Enum):
    """Whether a name is one skill's alone."""

    SKILL = auto()
    AMBIGUOUS = auto()  # a name of several skills


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase as the data writes it, and the skills it may mean."""

    use: Use
    alias: str
    skills: tuple[str, ...] = ()


@dataclass(slots=True)
class Node:
    """A word of a phrase: the words that may follow it, and the phrase that ends with it."""

    following: dict[str, "Node"] = field(default_factory=dict)
    phrase: Phrase | None = None


@dataclass(frozen=True)
class Phrasebook:
    """All phrases by their first words, and all words they are made of."""

    first: Mapping[str, Node]
    vocabulary: frozenset[str]
    heads: Mapping[
        str, Phrase
    ]  # "organizational" of "organizational skills", which lists share: "… and … skills"
    longest: int  # words of the longest phrase


Words: TypeAlias = tuple[str, ...]

_WORD = re.compile(r"[^\W_]+|&")
_VOWELS = frozenset("aeiou")
_IRREGULAR = {
    "lead": "led",
    "build": "built",
    "meet": "met",
    "troubleshoot": "troubleshot",
    "upsell": "upsold",
}


def compile_phrases(skills: Iterable[Skill], verbs: Collection[str], alone: Collection[str]) -> Phrasebook:
    """The phrasebook of these skills.

    Args:
        skills: what the phrases name.
        verbs: verbs that names begin with, which people inflect.
        alone: those that name a skill without an object.
    """
    inflected = {form: verb for verb in verbs for form in _verb_forms(verb)}
    first: dict[str, Node] = {}
    heads: dict[str, Phrase] = {}
    shared: dict[Words, Phrase] = {}
    for skill in skills:
        for alias in (skill.name, *skill.aliases):
            phrase = Phrase(Use.SKILL, alias, (skill.id,))
            words = _words(alias)
            for form in _forms(words, inflected, alone):
                _add(first, form, phrase)
            if len(words) == 2 and words[1] == "skills":  # noqa: PLR2004
                heads.setdefault(words[0], phrase)
        for alias in skill.ambiguous:
            known = shared.get(_words(alias))
            shared[_words(alias)] = Phrase(Use.AMBIGUOUS, alias, (*(known.skills if known else ()), skill.id))
    for words, phrase in shared.items():
        for form in _forms(words, inflected, alone):
            _add(first, form, phrase)
    return Phrasebook(first, frozenset(_all_words(first)), heads, _depth(first))


def _words(alias: str) -> Words:
    return tuple("and" if word == "&" else word for word in _WORD.findall(alias.lower()))


def _add(first: dict[str, Node], words: Words, phrase: Phrase) -> None:
    following = first
    for word in words[:-1]:
        following = following.setdefault(word, Node()).following
    node = following.setdefault(words[-1], Node())
    if node.phrase is None or (words == _words(phrase.alias) != _words(node.phrase.alias)):
        node.phrase = phrase  # a name itself goes before another's inflection


def _all_words(nodes: Mapping[str, Node]) -> Iterator[str]:
    for word, node in nodes.items():
        yield word
        yield from _all_words(node.following)


def _depth(nodes: Mapping[str, Node]) -> int:
    return 1 + max(_depth(node.following) for node in nodes.values()) if nodes else 0


def _forms(words: Words, inflected: Mapping[str, str], alone: Collection[str]) -> set[Words]:
    """A phrase as people inflect it: its verb, the number of its last word, and `or` or nothing for `and`."""
    if len(words) == 1:
        verbs = _verb_forms(words[0]) if words[0] in alone else ()
        return {(form,) for form in {*_numbers(words[0]), *verbs}}
    middle = [("and", "or", "") if word == "and" else (word,) for word in words[1:-1]]
    begins = {words[0], *_verb_forms(inflected.get(words[0], ""))}
    made = product(begins, *middle, _numbers(words[-1]))
    return {tuple(word for word in form if word) for form in made}


def _verb_forms(verb: str) -> set[str]:
    if not verb:
        return set()
    stem = verb.removesuffix("e")
    past = _IRREGULAR.get(verb, stem[:-1] + "ied" if stem.endswith("y") else f"{stem}ed")
    present = _plural(verb)
    doubled = f"{verb}{verb[-1]}ed" if verb == "plan" else past
    gerund = f"{verb}{verb[-1]}ing" if verb == "plan" else f"{stem}ing"
    return {verb, present, doubled, gerund}


def _numbers(word: str) -> set[str]:
    """A noun in the singular and the plural."""
    if len(word) < 3 or not word.isascii() or word == "excel":  # noqa: PLR2004  "excels" is a verb
        return {word}
    if word.endswith("ies"):
        return {word, word[:-3] + "y"}
    if word.endswith(("sses", "xes", "ches", "shes")):
        return {word, word[:-2]}
    if word.endswith(("ss", "us", "sis", "ics", "sales", "ing", "ed", "ive", "ly")):
        return {word}
    if word.endswith("s"):
        return {word, word[:-1]}
    return {word, _plural(word)}


def _plural(word: str) -> str:
    if word.endswith("y") and word[-2:-1] not in _VOWELS:
        return word[:-1] + "ies"
    return f"{word}es" if word.endswith(("s", "x", "ch", "sh")) else f"{word}s"
