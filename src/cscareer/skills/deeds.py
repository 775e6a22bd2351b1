"""Finding the deeds in a text that show a skill."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import reduce
from operator import or_

from cscareer.catalog.deed_models import Deed, WordClass
from cscareer.catalog.loading import Catalog
from cscareer.catalog.models import SkillLevel
from cscareer.catalog.patterns import pattern_words
from cscareer.skills.deeds_context import Part, Signs, heading, is_own
from cscareer.skills.deeds_patterns import Chain, Pattern, compile_pattern, fits
from cscareer.skills.deeds_words import Lexicon, Unit, bits, units
from cscareer.skills.evidence import MOST_EVIDENCE, Evidence, Findings, How, Rule, found_skills
from cscareer.skills.finding_text import TextLine

__all__ = ["DeedBook", "find_deeds"]

_LONGEST_QUOTE = 200  # characters
_OPEN_ENDS = " ,;:–—-"


class DeedBook:
    """All patterns of deeds, compiled, each under the rarest of its elements."""

    def __init__(self, catalog: Catalog) -> None:
        classes, deeds = self.rows(catalog)
        sources = [(deed, source) for deed in deeds for source in deed.patterns]
        wanted = [name for _, source in sources for name in pattern_words(source)]
        wanted += [name for deed in deeds if deed.unless for name in pattern_words(deed.unless)]
        literals = dict.fromkeys(name for name, is_class in wanted if not is_class)
        self.lexicon = Lexicon(classes, literals)
        self.signs = Signs.of(self.lexicon)
        self.watched = self.signs.mask
        self.patterns = tuple(compile_pattern(deed, source, self.lexicon) for deed, source in sources)
        self.count_rules = catalog.count_rules
        self.lexicon.index()
        uses = self._uses(deeds)
        self._by_bit: dict[int, list[int]] = defaultdict(list)
        for number, pattern in enumerate(self.patterns):
            self._by_bit[1 << min(pattern.elements, key=uses.__getitem__)].append(number)
        self._anchors = sum(self._by_bit)

    def rows(self, catalog: Catalog) -> tuple[Mapping[str, WordClass], tuple[Deed, ...]]:
        """The classes of words, and the deeds whose patterns these are."""
        return catalog.word_classes, tuple(catalog.deeds.values())

    def _uses(self, deeds: Iterable[Deed]) -> Counter[int]:
        """How often each element stands in the sentence that each row gives as its first example."""
        uses: Counter[int] = Counter()
        for deed in deeds:
            uses.update(Unit([TextLine(1, deed.takes[0])], self.lexicon).elements())
        return uses

    def possible(self, unit: Unit) -> list[Pattern]:
        """The patterns of which a bullet has all elements."""
        mask = unit.mask
        numbers = [
            number
            for bit in bits(mask & self._anchors)
            for number in self._by_bit[bit]
            if (pattern := self.patterns[number]).needed & mask == pattern.needed
            and not pattern.blocked & mask
        ]
        return [self.patterns[number] for number in sorted(numbers)]


def find_deeds(catalog: Catalog, lines: Sequence[TextLine]) -> Findings:
    """The skills that deeds in a resume show, and those that weak signs point at.

    Args:
        catalog: the skills, and the patterns of deeds.
        lines: the text, without line breaks.

    Raises:
        InvalidDataError: the files of words have problems.
    """
    book = catalog.once(DeedBook)
    shown: dict[str, dict[tuple[int, str], Evidence]] = defaultdict(dict)
    weak: dict[str, dict[tuple[int, str], Evidence]] = defaultdict(dict)
    part = Part.OTHER
    for unit in units(lines, book.lexicon):
        part = heading(unit, book.signs) or part
        if part in {Part.WISHES, Part.LEARNING}:
            continue
        for pattern, chain in _deeds(unit, book, quoted=part is Part.OTHERS):
            evidence = _evidence(unit, pattern, chain, book)
            for skill in pattern.deed.skills:
                found = (weak if pattern.deed.weak else shown)[skill]
                _keep(found, evidence)
    return Findings(
        skills=found_skills(catalog, {skill: each.values() for skill, each in shown.items()}),
        maybe=found_skills(
            catalog, {skill: each.values() for skill, each in weak.items() if skill not in shown}
        ),
    )


def _keep(found: dict[tuple[int, str], Evidence], evidence: Evidence) -> None:
    """Adds evidence, of one and the same quote that which says most of the level."""
    key = evidence.line, evidence.quote
    before = found.get(key)
    if before is None:
        if len(found) < MOST_EVIDENCE:
            found[key] = evidence
    elif (evidence.level or 0) > (before.level or 0) or evidence.rule is Rule.COUNT:
        found[key] = evidence


def _deeds(unit: Unit, book: DeedBook, *, quoted: bool) -> Iterator[tuple[Pattern, Chain]]:
    """The deeds in a bullet: of each skill one, and others only if they may say more of its level."""
    shown: set[str] = set()
    done: set[str] = set()
    possible = book.possible(unit)
    if possible:
        unit.prepare(reduce(or_, (pattern.needed for pattern in possible), book.watched))
    for pattern in possible:
        deed = pattern.deed
        if deed.id in done or (not (deed.count or deed.level) and shown.issuperset(deed.skills)):
            continue
        for chain in fits(pattern, unit):
            if is_own(unit, chain, book.signs, quoted=quoted or pattern.deed.anyone):
                yield pattern, chain
                if not deed.count:  # another pattern of the row may hold the count
                    done.add(deed.id)
                if not deed.weak:
                    shown.update(deed.skills)
                break


def _evidence(unit: Unit, pattern: Pattern, chain: Chain, book: DeedBook) -> Evidence:
    level, rule = _level(unit, pattern, chain, book)
    number, quote = _quote(unit, chain)
    return Evidence(
        quote=quote, line=number, alias=pattern.deed.id, level=level, rule=rule, near=False, how=How.SHOWN
    )


def _level(unit: Unit, pattern: Pattern, chain: Chain, book: DeedBook) -> tuple[SkillLevel | None, Rule]:
    deed = pattern.deed
    level = SkillLevel(deed.level) if deed.level else None
    if deed.count is None:
        return level, Rule.DEED
    numbers = {place.first for place in unit.places(book.lexicon.number)}
    counts = [_value(unit.words[place.first]) for place in chain if place.first in numbers]
    counted = [book.count_rules[deed.count].level(count) for count in counts if count]
    best = max((each for each in counted if each), default=None)
    return (best, Rule.COUNT) if best and best > (level or 0) else (level, Rule.DEED)


_NUMBERS = {
    "zero": 0,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "eleven": 11,
    "twelve": 12,
    "thirteen": 13,
    "fourteen": 14,
    "fifteen": 15,
    "sixteen": 16,
    "seventeen": 17,
    "eighteen": 18,
    "nineteen": 19,
    "twenty": 20,
    "dozen": 12,
    "dozens": 24,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "sixty": 60,
    "hundred": 100,
    "hundreds": 200,
}


def _value(word: str) -> int | None:
    digits = word.replace(",", "")
    return int(digits) if digits.isdigit() and len(digits) < len("1000000000") else _NUMBERS.get(word)


def _quote(unit: Unit, chain: Chain) -> tuple[int, str]:
    """The line in which the deed begins, by its number, and what of its sentence stands there."""
    start, end = min(place.first for place in chain), max(place.end for place in chain)
    left, _ = unit.sentence(start)
    _, right = unit.sentence(end - 1)
    spans = unit.spans
    begin, told, close = spans[left][0], spans[start][0], spans[right - 1][1]
    line_start = 0
    for line in unit.lines:
        line_end = line_start + len(line.text)
        if told <= line_end:
            break
        line_start = line_end + 1
    begin, close = max(begin, line_start), min(close, line_end)
    if close - begin > _LONGEST_QUOTE:
        begin = max(begin, told - _LONGEST_QUOTE // 4)
        if begin > line_start and not unit.text[begin - 1].isspace():
            begin = min(told, unit.text.find(" ", begin, told) + 1 or told)
        close = min(close, begin + _LONGEST_QUOTE)
        if close < line_end and not unit.text[close].isspace():
            close = max(spans[start][1], unit.text.rfind(" ", begin, close))
    return line.number, unit.text[begin:close].strip(_OPEN_ENDS)
