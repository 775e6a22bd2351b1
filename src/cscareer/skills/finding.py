"""Finding skills in a text by their names, each with the words that speak of it."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache, partial
from itertools import pairwise

from cscareer.catalog.loading import Catalog
from cscareer.catalog.models import SkillLevel
from cscareer.catalog.trusted import trusted
from cscareer.catalog.word_models import Effect, TextKind
from cscareer.skills.evidence import MOST_EVIDENCE, Evidence, Findings, FoundSkill, How, Rule, by_name
from cscareer.skills.finding_hits import NameHit, near_hits, phrases
from cscareer.skills.finding_levels import Levels
from cscareer.skills.finding_nearly import Speller
from cscareer.skills.finding_phrases import Phrase, Use, compile_phrases
from cscareer.skills.finding_rules import Rulebook, compile_rules
from cscareer.skills.finding_settings import SettingReader
from cscareer.skills.finding_text import Block, TextLine, TextWords, blocks
from cscareer.skills.third_person import is_third_person

__all__ = ["Evidence", "Findings", "FoundSkill", "Rule", "TextKind", "TextLine", "find_skills", "read_skills"]

_CONTEXT = 30  # characters of a line that a quote may show before and after the name
_MOST_SHARED = 1000  # pieces of evidence that are kept until it is clear which skill they speak of
_DENYING = frozenset({Effect.DENIED, Effect.OTHERS})
_PERHAPS = frozenset({Effect.MAYBE, Effect.OTHERS})


class _Gathered:
    """What a text says of one skill so far."""

    def __init__(self) -> None:
        self.level: SkillLevel | None = None
        self.evidence: list[Evidence] = []

    def takes(self, level: SkillLevel | None) -> bool:
        """Whether evidence of this level still says something."""
        return len(self.evidence) < MOST_EVIDENCE or (level or 0) > (self.level or 0)

    def add(self, evidence: Evidence) -> None:
        if self.takes(evidence.level):
            self.evidence.append(evidence)
        self.level = max(filter(None, (self.level, evidence.level)), default=None)


def find_skills(
    catalog: Catalog, lines: Sequence[TextLine], *, near: bool = False, kind: TextKind = TextKind.RESUME
) -> tuple[FoundSkill, ...]:
    """The skills that count of those `read_skills` finds.

    Example:
        >>> found = find_skills(load_catalog(), [TextLine(1, "Coached new agents for three years.")])
        >>> [skill.id for skill in found]
        ['coaching']
    """
    return read_skills(catalog, lines, kind, near=near).skills


def read_skills(
    catalog: Catalog,
    lines: Sequence[TextLine],
    kind: TextKind,
    *,
    near: bool = False,
    parts: Sequence[Block] | None = None,
) -> Findings:
    """The skills a text names; of a name of several skills, those that it also names unmistakably.

    Args:
        catalog: the skills, their names, and the rules by which names count.
        lines: the text, without line breaks; a gap in their numbers is an empty line.
        kind: what the text is; ads and resumes have rules of their own.
        near: look for misspelt names too, in words of five letters and more; their evidence says so.
        parts: the lines as `text_parts` makes them, where that was done already.

    Raises:
        InvalidDataError: a file of words has problems.
    """
    reader = catalog.once(_READERS[kind])
    counted: dict[str, _Gathered] = defaultdict(_Gathered)
    maybe: dict[str, _Gathered] = defaultdict(_Gathered)
    shared: list[tuple[Phrase, Evidence]] = []
    denied: dict[str, set[tuple[int, str]]] = defaultdict(set)  # by skill, the lines and names that deny it
    of_third_person = cache(lambda: is_third_person(line.text for line in lines))
    for block in text_parts(catalog, lines, kind) if parts is None else parts:
        for hit in reader.hits(block, near=near, of_third_person=of_third_person):
            if hit.effect in _DENYING and hit.phrase.use is Use.SKILL:
                _deny(denied, block, hit)
            if hit.effect is Effect.DENIED:
                continue
            level, rule = hit.level, hit.rule
            if hit.phrase.use is Use.AMBIGUOUS:
                if hit.effect not in _PERHAPS and len(shared) < _MOST_SHARED:
                    shared.append((hit.phrase, _evidence(block, hit, level, rule)))
                continue
            gathered = (maybe if hit.effect in _PERHAPS else counted)[hit.phrase.skills[0]]
            if gathered.takes(level):
                gathered.add(_evidence(block, hit, level, rule))
    sure = {skill for skill, found in counted.items() if not all(each.near for each in found.evidence)}
    for phrase, evidence in shared:
        meant = sure.intersection(phrase.skills)
        if len(meant) == 1:
            counted[meant.pop()].add(evidence)
    left = {skill: found for skill, found in maybe.items() if skill not in sure}
    return Findings(
        skills=_found(catalog, counted),
        maybe=_found(catalog, left),
        denied=tuple(sorted(_still_denied(denied, counted))),
    )


def _deny(denied: dict[str, set[tuple[int, str]]], block: Block, hit: NameHit) -> None:
    line = block.lines[block.line_at(block.starts[hit.first])].number
    for skill in hit.phrase.skills:
        denied[skill].add((line, hit.phrase.alias))


def _still_denied(
    denied: Mapping[str, set[tuple[int, str]]], counted: Mapping[str, _Gathered]
) -> Iterator[str]:
    """The skills that stay denied, though they are named elsewhere.

    A name in the line that denies it, and another program than the one denied, are held: "the exam is in May; in it every day
    since 2021", "HubSpot was scrapped; stayed with Zoho".
    """
    for skill, said in denied.items():
        evidence = counted[skill].evidence if skill in counted else ()
        lines = {line for line, _ in said}
        names = {name for _, name in said}
        other = not any(map(str.islower, names)) and any(each.alias not in names for each in evidence)
        if not other and lines.isdisjoint(each.line for each in evidence):
            yield skill


def _found(catalog: Catalog, gathered: dict[str, _Gathered]) -> tuple[FoundSkill, ...]:
    return by_name(
        trusted(
            FoundSkill,
            id=skill,
            name=catalog.skills[skill].name,
            level=each.level,
            how=How.NAMED,
            evidence=tuple(sorted(each.evidence, key=lambda evidence: evidence.line)),
        )
        for skill, each in gathered.items()
    )


def text_parts(catalog: Catalog, lines: Sequence[TextLine], kind: TextKind) -> Iterator[Block]:
    """The lines as texts of words, by which names and duties are looked for."""
    return blocks(_with_gaps(lines), catalog.once(_READERS[kind]).words)


def _with_gaps(lines: Sequence[TextLine]) -> Sequence[TextLine]:
    """The lines with an empty one where numbers are left out."""
    if not any(after.number > before.number + 1 for before, after in pairwise(lines)):
        return lines
    filled: list[TextLine] = []
    for line in lines:
        if filled and line.number > filled[-1].number + 1:
            filled.append(TextLine(filled[-1].number, ""))
        filled.append(line)
    return filled


class _Reader:
    """The names, rules and levels of a catalog for one kind of text."""

    def __init__(self, catalog: Catalog, kind: TextKind) -> None:
        self.rules: Rulebook = compile_rules(catalog, kind)
        lists = self.rules.lists
        irregular = {verb.id: verb.forms for verb in catalog.irregular_verbs.values()}
        self.book = compile_phrases(catalog.skills.values(), lists["verb"], lists["verb-alone"], irregular)
        self.speller = Speller(self.book.vocabulary, lists["ending"], self.rules.words("no-misspelling"))
        self.levels = Levels(catalog)
        self.settings = SettingReader(self.rules, self.levels)
        self.words = TextWords.of(lists, self.book.vocabulary)

    def hits(
        self, block: Block, *, near: bool, of_third_person: Callable[[], bool] = bool
    ) -> Iterator[NameHit]:
        """The names in a text that count, surely or perhaps, in its order; none overlaps another."""
        hits: list[NameHit] = []
        free = 0
        first = self.book.first
        starts = [index for index, word in enumerate(block.words) if word in first]
        for hit in phrases(block, self.book, block.words, starts, self.rules):
            if hit.first >= free:
                hits.append(hit)
                free = hit.last + 1
        if near:
            taken = {index for hit in hits for index in range(hit.first, hit.last + 1)}
            hits += near_hits(block, self.book, self.speller, taken, self.rules)
            hits.sort(key=lambda hit: hit.first)
        if not hits:
            return
        readings = self.settings.read(block, [(hit.first, hit.last) for hit in hits], of_third_person)
        for hit, reading in zip(hits, readings, strict=True):
            if reading.effect is not Effect.NOT_COUNTED:
                yield hit._replace(effect=reading.effect, level=reading.level, rule=reading.rule)


_READERS = {kind: partial(_Reader, kind=kind) for kind in TextKind}  # `Catalog.once` keeps them by these


def _evidence(block: Block, hit: NameHit, level: SkillLevel | None, rule: Rule) -> Evidence:
    start, end = block.starts[hit.first], block.ends[hit.last]
    number = block.line_at(start)
    begins, legible = block.line_starts[number], block.legible[number]
    first, last = legible.place(start - begins), legible.place(min(end - begins, len(legible.text)) - 1)
    return trusted(
        Evidence,
        quote=_quote(block.lines[number].text, first, last + 1),
        line=block.lines[number].number,
        alias=hit.phrase.alias,
        level=level,
        rule=rule,
        near=hit.near,
        how=How.NAMED,
        years=None,
    )


def _quote(text: str, start: int, end: int) -> str:
    """The name with some whole words of its line around it."""
    left, right = max(0, start - _CONTEXT), min(len(text), end + _CONTEXT)
    if left:
        left = min(start, text.find(" ", left, start) + 1 or start)
    if right < len(text):
        right = max(end, text.rfind(" ", end, right))
    return text[left:right].strip()
