"""The names to look for in a text: those of skills, and their other names, with their inflections."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum, auto
from itertools import product
from typing import TypeAlias

from cscareer.catalog.skill_models import Skill
from cscareer.skills.inflections import plural, verb_forms


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
class PhraseNode:
    """A word of a phrase: the words that may follow it, and the phrase that ends with it."""

    following: dict[str, "PhraseNode"] = field(default_factory=dict)
    phrase: Phrase | None = None


@dataclass(frozen=True)
class Phrasebook:
    """All phrases by their first words, and all words they are made of."""

    first: Mapping[str, PhraseNode]
    vocabulary: frozenset[str]
    heads: Mapping[
        str, Phrase
    ]  # "organizational" of "organizational skills", which lists share: "… and … skills"
    longest: int  # words of the longest phrase


Words: TypeAlias = tuple[str, ...]

_WORD = re.compile(r"[^\W_]+|&")


def compile_phrases(
    skills: Iterable[Skill],
    verbs: Iterable[str],
    alone: Collection[str],
    irregular: Mapping[str, Sequence[str]],
) -> Phrasebook:
    """The phrasebook of these skills.

    Args:
        skills: what the phrases name.
        verbs: verbs that names begin with, which people inflect.
        alone: those that name a skill without an object.
        irregular: of verbs that don't follow the rule, the past, and the participle if it differs.
    """
    forms = {verb: frozenset(verb_forms(verb, irregular)) for verb in (*verbs, *alone)}
    inflected = {form: forms[verb] for verb in verbs for form in forms[verb]}
    inflected |= {verb: forms[verb] for verb in alone}
    first: dict[str, PhraseNode] = {}
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


def _add(first: dict[str, PhraseNode], words: Words, phrase: Phrase) -> None:
    following = first
    for word in words[:-1]:
        following = following.setdefault(word, PhraseNode()).following
    node = following.setdefault(words[-1], PhraseNode())
    if node.phrase is None or (words == _words(phrase.alias) != _words(node.phrase.alias)):
        node.phrase = phrase  # a name itself goes before another's inflection


def _all_words(nodes: Mapping[str, PhraseNode]) -> Iterator[str]:
    for word, node in nodes.items():
        yield word
        yield from _all_words(node.following)


def _depth(nodes: Mapping[str, PhraseNode]) -> int:
    return 1 + max(_depth(node.following) for node in nodes.values()) if nodes else 0


def _forms(words: Words, inflected: Mapping[str, frozenset[str]], alone: Collection[str]) -> set[Words]:
    """A phrase as people inflect it: its verb, the number of its last word, and `or` or nothing for `and`."""
    if len(words) == 1:
        verbs = inflected[words[0]] if words[0] in alone else ()
        return {(form,) for form in {*_numbers(words[0]), *verbs}}
    middle = [("and", "or", "") if word == "and" else (word,) for word in words[1:-1]]
    begins = {words[0], *inflected.get(words[0], ())}
    made = product(begins, *middle, _numbers(words[-1]))
    return {tuple(word for word in form if word) for form in made}


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
    return {word, plural(word)}
