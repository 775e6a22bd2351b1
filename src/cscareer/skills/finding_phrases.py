"""The phrases to look for: names and aliases with their inflections, and the phrases around which nothing counts."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum, auto
from itertools import product
from typing import TypeAlias

from cscareer.catalog.models import Skill
from cscareer.skills.finding_text import word_set


class Use(Enum):
    """What a phrase is to the finder."""

    SKILL = auto()
    AMBIGUOUS = auto()  # a name of several skills
    BOILERPLATE = auto()  # nothing counts in its sentence
    ASIDE = auto()  # a heading of a part that speaks of the employer
    SUBJECT = auto()  # a heading of a part that speaks of the work


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
_VERBS = word_set(
    "adapt address analyse analyze answer build calm coach collaborate create de-escalate deliver develop diagnose "
    "document empathise empathize evaluate facilitate foster handle identify improve interpret interview "
    "lead maintain manage meet mentor monitor multitask negotiate organise organize oversee partner perform plan prioritise "
    "prioritize process reduce resolve retain solve streamline supervise train troubleshoot upsell"
)
_IRREGULAR = {
    "lead": "led",
    "build": "built",
    "meet": "met",
    "troubleshoot": "troubleshot",
    "upsell": "upsold",
}
_BARE = word_set(
    "collaborate communicate multitask negotiate troubleshoot upsell empathise empathize prioritise prioritize"
)

_BOILERPLATE = """
equal opportunity|equal employment opportunity|equal employment|employment equity|without regard to|veteran status|
sexual orientation|gender identity|national origin|protected by law|discriminate|reasonable accommodation|
reasonable accommodations|accommodation options|request an accommodation|privacy policy|privacy notice|background check|
background checks|drug screen|drug test|fair chance|salary range|salary ranges|pay range|pay transparency|base pay|
base salary|total compensation|compensation package|benefits package|benefit package|competitive benefits|
benefit offerings|health insurance|dental insurance|life insurance coverage|medical dental|paid time off|paid holidays|
tuition reimbursement|retirement savings|employee stock purchase|work life balance|parental leave|wellness program|
is a leading|leading provider|global leader|leader in|industry leader|fortune 500|fortune 50|fortune 100|our mission is|
founded in|established in|our culture|our values|company culture|our core values|celebrate diversity|
diverse and inclusive|inclusive workplace|why join us|our employees|your recruiter|staffing firm|staffing company|
about our company|who we are|unlock your potential|grow your career|career growth opportunities|visit us at|
learn more about our|we offer|we provide our team|talent solutions|agency submissions|visa sponsorship|
interviewing process|application process|visual acuity
"""
_ASIDES = """
about us|about the company|about our company|about the team|about|company description|company overview|company profile|
who we are|benefits|our benefits|benefits and perks|perks and benefits|perks|employee benefits|what we offer|
what you ll get|total rewards|why work for us|why work with us|why join us|why us|compensation and benefits|
compensation|eeo|eeo statement|eoe|pay transparency|
accommodation|accommodations|disclaimer|salary range information|time off program|physical demands|
general physical demands|physical requirements|work authorization
"""
_SUBJECTS = """
responsibilities|key responsibilities|your responsibilities|core responsibilities|duties|essential duties|requirements|
qualifications|required qualifications|minimum qualifications|preferred qualifications|basic qualifications|skills|
required skills|key skills|top required skills|education|experience|work experience|employment|certifications|
role description|job description|job summary|position summary|position description|about the role|about the job|
about the position|about you|about this role|about me|the role|your role|what you ll do|what you will do|
what you ll bring|who you are|what you bring|what we re looking for|what we are looking for|your profile|summary|profile|
languages|projects|what is required|what are your responsibilities|nice to have|the position|primary purpose|principal duties
"""


def compile_phrases(skills: Iterable[Skill]) -> Phrasebook:
    """The phrasebook of these skills."""
    first: dict[str, Node] = {}
    heads: dict[str, Phrase] = {}
    shared: dict[Words, Phrase] = {}
    for skill in skills:
        for alias in (skill.name, *skill.aliases):
            phrase = Phrase(Use.SKILL, alias, (skill.id,))
            words = _words(alias)
            for form in _forms(words):
                _add(first, form, phrase)
            if len(words) == 2 and words[1] == "skills":  # noqa: PLR2004
                heads.setdefault(words[0], phrase)
        for alias in skill.ambiguous:
            known = shared.get(_words(alias))
            shared[_words(alias)] = Phrase(Use.AMBIGUOUS, alias, (*(known.skills if known else ()), skill.id))
    for words, phrase in shared.items():
        for form in _forms(words):
            _add(first, form, phrase)
    vocabulary = frozenset(_all_words(first))
    for use, text in ((Use.SUBJECT, _SUBJECTS), (Use.ASIDE, _ASIDES), (Use.BOILERPLATE, _BOILERPLATE)):
        for alias in text.replace("\n", "").split("|"):
            _add(first, _words(alias), Phrase(use, alias))
    return Phrasebook(first, vocabulary, heads, _depth(first))


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


def _forms(words: Words) -> set[Words]:
    """A phrase as people inflect it: its verb, the number of its last word, and `or` or nothing for `and`."""
    if len(words) == 1:
        return {
            (form,) for form in {*_numbers(words[0]), *(_verb_forms(words[0]) if words[0] in _BARE else ())}
        }
    middle = [("and", "or", "") if word == "and" else (word,) for word in words[1:-1]]
    begins = {words[0], *_verb_forms(_base(words[0]))}
    made = product(begins, *middle, _numbers(words[-1]))
    return {tuple(word for word in form if word) for form in made}


def _base(word: str) -> str:
    """The verb behind a word, or no word."""
    for verb in _VERBS:
        if word == verb or word in _verb_forms(verb):
            return verb
    return ""


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
