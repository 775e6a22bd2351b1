"""Finding the duties in a job ad that ask for a skill, where its name doesn't stand."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from cscareer.catalog.deed_models import Deed, WordClass
from cscareer.catalog.loading import Catalog
from cscareer.catalog.models import SkillLevel
from cscareer.catalog.patterns import pattern_words
from cscareer.catalog.remembering import Remembered
from cscareer.catalog.word_models import Effect, TextKind
from cscareer.skills.deeds import DeedBook
from cscareer.skills.deeds_patterns import Chain, Pattern, fits
from cscareer.skills.deeds_units import Unit
from cscareer.skills.evidence import MOST_EVIDENCE, Evidence, Findings, How, Rule, found_skills
from cscareer.skills.finding import text_parts
from cscareer.skills.finding_context import Context
from cscareer.skills.finding_rules import Rulebook, compile_rules
from cscareer.skills.finding_text import SENTENCE, Block, TextLine
from cscareer.skills.inflections import with_forms

_DOES = re.compile(r"([A-Z][a-z]{2,14}s)\b")
_LONGEST_QUOTE = 200  # characters
_DENIED_WITHIN = 5  # words between a negation and what it denies
_OPENING = 3  # words of a sentence among which its subject stands
_LONGEST_SUBJECT = 5  # "The county's training office"
_HYPHENS = frozenset("-\u2010\u2011")
_OPEN_ENDS = " \n,;:–—-"


class DutyBook(DeedBook):
    """All patterns of duties, and the rules by which the parts and sentences of an ad count."""

    def __init__(self, catalog: Catalog) -> None:
        super().__init__(catalog)
        self.rules: Rulebook = compile_rules(catalog, TextKind.AD)
        self.told = Remembered(self._told).__getitem__

    def rows(self, catalog: Catalog) -> tuple[Mapping[str, WordClass], tuple[Deed, ...]]:
        """The classes of words, and the duties whose patterns these are."""
        return catalog.duty_classes, tuple(catalog.duties.values())

    def spelled(self, patterns: Sequence[str], catalog: Catalog) -> Sequence[str]:
        """The patterns of a row with all forms of their verbs: ads say "answers", "answering" and "answer"."""
        words = catalog.once(_verbs_of_duties)
        nouns = frozenset(catalog.word_lists["ing-nouns"].words)
        return [with_forms(pattern, words, nouns) for pattern in patterns]

    def _told(self, said: str) -> tuple["_Told", ...]:
        """The patterns that fit a sentence, whatever ad it stands in."""
        unit = Unit([TextLine(1, _imperative(said, self))], self.lexicon)
        told = (
            _Told(pattern, tuple([_span(unit, chain) for chain in fits(pattern, unit)]))
            for pattern in self.possible(unit)
        )
        return tuple([each for each in told if each.spans])


class _Told(NamedTuple):
    """A pattern that fits a sentence, and from where to where in it, in each way in which it does."""

    pattern: Pattern
    spans: tuple[tuple[int, int], ...]


def _verbs_of_duties(catalog: Catalog) -> frozenset[str]:
    """The words of all patterns of duties, classes left out."""
    duties = catalog.duties.values()
    return frozenset(
        name
        for duty in duties
        for pattern in duty.patterns
        for name, is_class in pattern_words(pattern)
        if not is_class
    )


class _Duty(NamedTuple):
    """A pattern, the first and last word of the text that fit it, and those of its sentence."""

    first: int
    last: int
    pattern: Pattern
    sentence: tuple[int, int]


def find_duties(
    catalog: Catalog, lines: Sequence[TextLine], parts: Sequence[Block] | None = None
) -> Findings:
    """The skills that the duties in a job ad ask for; one that a single vague duty may take is only perhaps asked for.

    Args:
        catalog: the skills, and the patterns of duties.
        lines: the text, without line breaks.
        parts: the lines as `text_parts` makes them, where that was done already.

    Raises:
        InvalidDataError: the files of words have problems.
    """
    book = catalog.once(DutyBook)
    asked: dict[str, dict[tuple[int, str], Evidence]] = defaultdict(dict)
    vague: dict[str, dict[tuple[int, str], Evidence]] = defaultdict(dict)
    for block in text_parts(catalog, lines, TextKind.AD) if parts is None else parts:
        duties = [duty for first, last in _sentences(block) for duty in _duties(block, book, first, last)]
        for duty, basic in _counted(block, book, duties):
            evidence = _evidence(block, duty, basic=basic)
            for skill in duty.pattern.deed.skills:
                found = (vague if duty.pattern.vague else asked)[skill]
                if len(found) < MOST_EVIDENCE:
                    found.setdefault((evidence.line, evidence.quote), evidence)
    for skill in [skill for skill in vague if skill in asked or len(vague[skill]) > 1]:
        asked[skill] = {**vague.pop(skill), **asked[skill]}
    return Findings(
        skills=found_skills(catalog, {skill: each.values() for skill, each in asked.items()}),
        maybe=found_skills(catalog, {skill: each.values() for skill, each in vague.items()}),
    )


def _sentences(block: Block) -> Iterator[tuple[int, int]]:
    """The first and the last word of each sentence; endless ones are cut."""
    first = 0
    while first < len(block.words):
        _, last = block.sentence(first)
        yield first, last
        first = last + 1


def _duties(block: Block, book: DutyBook, first: int, last: int) -> Iterator[_Duty]:
    """The duties in a sentence that aren't denied or another's, one of each row."""
    begin = block.starts[first]
    said = block.text[begin : block.ends[last]].replace("\n", " ")
    found: set[str] = set()
    for pattern, spans in book.told(said):
        if pattern.deed.id in found:
            continue
        for begins, ends in spans:
            duty = _Duty(
                *_whole(block, _word_at(block, begin + begins), _word_at(block, begin + ends - 1)),
                pattern,
                (first, last),
            )
            if _is_asked(block.words[first : duty.first], book):
                found.add(pattern.deed.id)
                yield duty
                break


def _imperative(said: str, book: DutyBook) -> str:
    """A sentence that opens with what the one in the job does, as an order: "Calms callers" as "Calm  callers", no letter moved."""
    opening = _DOES.match(said)
    if opening is None or opening[1].lower() in book.lexicon.words:
        return said
    word = opening[1]
    for ending, stem in (("ies", "y"), ("es", ""), ("s", "")):
        bare = word.removesuffix(ending) + stem
        if word.endswith(ending) and bare.lower() in book.lexicon.words:
            return bare.ljust(len(word)) + said[len(word) :]
    return said


def _span(unit: Unit, chain: Chain) -> tuple[int, int]:
    start, end = min(first for first, _, _ in chain), max(end for _, end, _ in chain)
    return unit.spans[start][0], unit.spans[end - 1][1]


def _whole(block: Block, first: int, last: int) -> tuple[int, int]:
    """The words from a first to a last one, with those that hyphens tie to them: "fast-paced"."""
    while first and block.gap(first - 1) in _HYPHENS:
        first -= 1
    while last + 1 < len(block.words) and block.gap(last) in _HYPHENS:
        last += 1
    return first, last


def _word_at(block: Block, place: int) -> int:
    """The word that holds a place of the text, or the last one before it."""
    return bisect_right(block.starts, place) - 1


def _is_asked(before: Sequence[str], book: DutyBook) -> bool:
    """Whether the words before a duty neither deny it nor make it the employer's: "We negotiate rates", "No phones"."""
    lists = book.rules.lists
    near = before[-_DENIED_WITHIN:]
    denials = [index for index, word in enumerate(near) if word in lists["denying"]]
    if denials and lists["denying-no-more"].isdisjoint(near[denials[-1] + 1 :]):
        return False
    whose = next((at for at in range(len(before) - 1, 0, -1) if before[at] == "who"), 0)
    if (
        whose
        and before[whose - 1] in lists["others-who-act"]
        and lists["asking"].isdisjoint(before[whose + 1 :])
    ):
        return False  # "the manager, who makes the schedules and runs the team"
    if _opens_with_others(before, lists) and lists["asking"].isdisjoint(before):
        return False  # "Our trainers teach", "The department runs"
    said = [index for index, word in enumerate(before) if word in lists["employer"]]
    if not said or (said[0] >= _OPENING and before[said[0]] in lists["employers-own"]):
        return True
    return any(
        word in lists["asking"]
        for at, word in enumerate(before)
        if not (at and before[at - 1].isdigit())  # "our 60-person team"
    )


def _opens_with_others(before: Sequence[str], lists: Mapping[str, frozenset[str]]) -> bool:
    """Whether a sentence begins with people or a part of the firm: "The scheduling team posts shifts", but "The team lead"."""
    first = int(bool(before) and (before[0] in lists["determiners"] or before[0].isdigit()))
    return any(
        word in lists["others-who-open"] and lists["job-heads"].isdisjoint(before[index + 1 : index + 2])
        for index, word in enumerate(before[: _LONGEST_SUBJECT if first else 1])
    )


def _counted(block: Block, book: DutyBook, duties: Sequence[_Duty]) -> Iterator[tuple[_Duty, bool]]:
    """The duties that the rules for ads let count, each with whether it asks for beginnings alone."""
    spans: list[tuple[int, int]] = []
    for first, last in sorted({(duty.first, duty.last) for duty in duties}):
        if spans and first <= spans[-1][1]:
            spans[-1] = spans[-1][0], max(last, spans[-1][1])
        else:
            spans.append((first, last))
    if not spans:
        return
    context = Context(block, book.rules, spans)
    firsts = [first for first, _ in spans]
    effects = [context.effect(first, last, named=first == last) for first, last in spans]
    for duty in duties:
        effect = effects[bisect_right(firsts, duty.first) - 1]
        if effect in {None, Effect.BASIC}:
            yield duty, effect is Effect.BASIC


def _evidence(block: Block, duty: _Duty, *, basic: bool) -> Evidence:
    """The line in which a duty begins, and what of its sentence stands there."""
    opens, closes = duty.sentence
    if closes - opens >= SENTENCE:
        opens, closes = block.sentence(duty.first)  # of an endless one what is near
    start = block.starts[duty.first]
    number = block.line_at(start)
    line, begins = block.legible[number], block.line_starts[number]
    first = max(block.starts[opens], begins, start - _LONGEST_QUOTE // 4) - begins
    last = min(block.ends[closes], begins + len(line.text), begins + first + _LONGEST_QUOTE) - begins
    text = block.lines[number].text
    quote = text[line.place(first) : line.place(max(last - 1, first)) + 1].strip(_OPEN_ENDS)
    return Evidence(
        quote=quote,
        line=block.lines[number].number,
        alias=duty.pattern.deed.id,
        level=SkillLevel.BASIC if basic else None,
        rule=Rule.PHRASE_BEFORE if basic else Rule.DEED,
        near=False,
        how=How.SHOWN,
    )
