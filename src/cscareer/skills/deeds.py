"""Finding the deeds in a text that show a skill."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache

from cscareer.catalog.loading import Catalog
from cscareer.catalog.models import SkillLevel
from cscareer.skills.deeds_context import Part, Signs, heading, is_own
from cscareer.skills.deeds_patterns import Chain, Pattern, compile_pattern, fits, names
from cscareer.skills.deeds_words import Lexicon, Unit, units
from cscareer.skills.evidence import Evidence, Findings, FoundSkill, How, Rule
from cscareer.skills.finding_text import TextLine

__all__ = ["DeedBook", "deed_book", "find_deeds"]

_LONGEST_QUOTE = 200  # characters
_MOST_EVIDENCE = 50  # quotes of a skill
_OPEN_ENDS = " ,;:–—-"


class DeedBook:
    """All patterns of deeds, compiled, each under the class of it that the fewest patterns share."""

    def __init__(self, catalog: Catalog) -> None:
        classes = catalog.word_classes
        sources = [(deed, source) for deed in catalog.deeds.values() for source in deed.patterns]
        wanted = [name for deed, source in sources for name in names(source)]
        wanted += [name for deed in catalog.deeds.values() if deed.unless for name in names(deed.unless)]
        literals = dict.fromkeys(name for name, is_class in wanted if not is_class)
        self.lexicon = Lexicon(classes, literals)
        self.signs = Signs.of(self.lexicon)
        self.patterns = tuple(compile_pattern(deed, source, self.lexicon) for deed, source in sources)
        self.count_rules = catalog.count_rules
        uses: dict[int, int] = defaultdict(int)
        for pattern in self.patterns:
            for mask in pattern.masks:
                for bit in _bits(mask):
                    uses[bit] += 1
        self.by_class: dict[int, list[Pattern]] = defaultdict(list)
        for pattern in self.patterns:
            anchor = min(pattern.masks, key=lambda mask: sum(uses[bit] for bit in _bits(mask)))
            for bit in _bits(anchor):
                self.by_class[bit].append(pattern)
        self.anchors = sum(self.by_class)

    def possible(self, unit: Unit) -> list[Pattern]:
        """The patterns of which a bullet has all classes."""
        mask = unit.mask
        found: dict[int, Pattern] = {}
        for bit in _bits(mask & self.anchors):
            for pattern in self.by_class[bit]:
                if mask & pattern.blocked:
                    continue
                for needed in pattern.masks:
                    if not mask & needed:
                        break
                else:
                    found[id(pattern)] = pattern
        return list(found.values())


def _bits(mask: int) -> Iterator[int]:
    while mask:
        bit = mask & -mask
        yield bit
        mask ^= bit


class _Same:
    """A catalog that equals itself alone, as what its patterns are kept by."""

    def __init__(self, catalog: Catalog) -> None:
        self.catalog = catalog

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.catalog is other.catalog

    def __hash__(self) -> int:
        return id(self.catalog)


@lru_cache(maxsize=4)
def _prepared(same: _Same) -> DeedBook:
    return DeedBook(same.catalog)


def deed_book(catalog: Catalog) -> DeedBook:
    """The compiled patterns of a catalog, kept for the next text.

    Raises:
        InvalidDataError: the files of words have problems.
    """
    return _prepared(_Same(catalog))


def find_deeds(catalog: Catalog, lines: Sequence[TextLine]) -> Findings:
    """The skills that deeds in a resume show, and those that weak signs point at.

    Args:
        catalog: the skills, and the patterns of deeds.
        lines: the text, without line breaks.

    Raises:
        InvalidDataError: the files of words have problems.
    """
    book = deed_book(catalog)
    shown: dict[str, list[Evidence]] = defaultdict(list)
    weak: dict[str, list[Evidence]] = defaultdict(list)
    part = Part.OTHER
    for unit in units(lines, book.lexicon):
        part = heading(unit, book.signs) or part
        if part in {Part.WISHES, Part.LEARNING}:
            continue
        for pattern, chain in _deeds(unit, book, quoted=part is Part.OTHERS):
            evidence = _evidence(unit, pattern, chain, book)
            for skill in pattern.deed.skills:
                found = (weak if pattern.deed.weak else shown)[skill]
                if len(found) < _MOST_EVIDENCE and all(each.quote != evidence.quote for each in found):
                    found.append(evidence)
    return Findings(
        skills=_skills(catalog, shown),
        maybe=_skills(catalog, {skill: each for skill, each in weak.items() if skill not in shown}),
    )


def _deeds(unit: Unit, book: DeedBook, *, quoted: bool) -> Iterator[tuple[Pattern, Chain]]:
    """The deeds in a bullet: of each skill one, and others only if they may say more of its level."""
    shown: set[str] = set()
    done: set[str] = set()
    for pattern in book.possible(unit):
        deed = pattern.deed
        if deed.id in done or not (deed.count or deed.level) and shown.issuperset(deed.skills):
            continue
        for chain in fits(pattern, unit):
            if is_own(unit, chain, book.signs, quoted=quoted or pattern.deed.anyone):
                yield pattern, chain
                done.add(deed.id)
                if not deed.weak:
                    shown.update(deed.skills)
                break


def _skills(catalog: Catalog, found: dict[str, list[Evidence]]) -> tuple[FoundSkill, ...]:
    skills = (
        FoundSkill.of(skill, catalog.skills[skill].name, evidence)
        for skill, evidence in found.items()
        if evidence
    )
    return tuple(sorted(skills, key=lambda skill: skill.name.casefold()))


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
    word: number
    for number, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen twenty".split()
    )
} | {"dozen": 12, "dozens": 24, "thirty": 30, "forty": 40, "fifty": 50, "hundred": 100, "hundreds": 200}


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
