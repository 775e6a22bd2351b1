"""Finding the deeds in a text that show a skill."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from cscareer.catalog.deed_models import Deed, WordClass
from cscareer.catalog.loading import Catalog
from cscareer.catalog.models import SkillLevel
from cscareer.catalog.number_words import number_of
from cscareer.catalog.patterns import pattern_words
from cscareer.catalog.remembering import Kept
from cscareer.catalog.trusted import trusted
from cscareer.skills.deeds_context import heading, is_anothers, is_denied, is_own
from cscareer.skills.deeds_patterns import Chain, Pattern, compile_pattern, fits
from cscareer.skills.deeds_quotes import quote_of, sentence_of
from cscareer.skills.deeds_screen import DeedScreen
from cscareer.skills.deeds_signs import HeadingSense, Signs
from cscareer.skills.deeds_units import Unit, bullets
from cscareer.skills.deeds_words import Lexicon
from cscareer.skills.evidence import MOST_EVIDENCE, Evidence, Findings, How, Rule, found_skills
from cscareer.skills.finding_text import TextLine
from cscareer.skills.third_person import is_third_person

__all__ = ["DeedBook", "find_deeds"]

_LONGEST_REMEMBERED = 500  # characters of a bullet
_VAGUE_BULLETS = 2  # that speak for a skill in vague words, before it counts
_NOT_DONE = frozenset({HeadingSense.WISHES, HeadingSense.LEARNING, HeadingSense.EMPLOYER})


class _Told(NamedTuple):
    """A deed told in a bullet: in which of its lines, counted from 0, in which words, and what they say of the level.

    `vague` is set where one bullet alone is too little.
    """

    deed: Deed
    line: int
    quote: str
    level: SkillLevel | None
    rule: Rule
    vague: bool


class _Bullet:
    """What a bullet says wherever it stands: what it is the heading of, and the deeds told in it."""

    def __init__(self, unit: Unit, signs: Signs) -> None:
        self.heading = heading(unit, signs) if unit.words else None
        self._unit: Unit | None = unit  # until the deeds are first asked for
        self._told: dict[bool, tuple[_Told, ...]] = {}
        self.denied: set[str] = (
            set()
        )  # skills whose deed it says the person never did, once the deeds are known
        self.theirs: set[str] = set()  # and those whose deed it tells of somebody else
        self.against: set[tuple[str, str]] = set()  # and sentences whose deed isn't the person's and done

    def told(self, lines: Sequence[TextLine], book: "DeedBook", *, quoted: bool) -> tuple[_Told, ...]:
        """The deeds in it; `lines` are its own, `quoted` is set where somebody speaks of the person."""
        known = self._told.get(quoted)
        if known is None:
            unit = self._unit or Unit(lines, book.lexicon)
            known = self._told[quoted] = tuple(_told(unit, book, self, quoted=quoted))
            shown = {
                skill for told in known if not (told.deed.weak or told.vague) for skill in told.deed.skills
            }
            self.against = {each for each in self.against if each[1] not in shown}
            self._unit = None
        return known


class DeedBook:
    """All patterns of deeds, compiled, each under the rarest of its elements."""

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog
        classes, deeds = self.rows(catalog)
        sources = [(deed, spelled) for deed in deeds for spelled in self.spelled(deed.patterns, catalog)]
        wanted = [name for _, source in sources for name in pattern_words(source)]
        wanted += [name for deed in deeds if deed.unless for name in pattern_words(deed.unless)]
        literals = dict.fromkeys(name for name, is_class in wanted if not is_class)
        irregular = {verb.id: verb.forms for verb in catalog.irregular_verbs.values()}
        self.lexicon = Lexicon(classes, literals, irregular)
        lists = {each.id: frozenset(each.words) for each in catalog.word_lists.values()}
        self.signs = Signs.of(self.lexicon, lists)
        self.goes_on = lists["goes-on"]
        self.patterns = tuple(compile_pattern(deed, source, self.lexicon) for deed, source in sources)
        self._needed = [pattern.needed for pattern in self.patterns]  # of a bullet that tells it
        self._blocked = [pattern.blocked for pattern in self.patterns]
        self.count_rules = catalog.count_rules
        self.lexicon.index()
        uses = self._uses(deeds)
        by_anchor: dict[int, list[int]] = defaultdict(list)
        for number, pattern in enumerate(self.patterns):
            by_anchor[min(pattern.elements, key=uses.__getitem__)].append(number)
        self.lexicon.anchor(by_anchor)
        wanting = Counter(each.skill for role in catalog.roles.values() for each in role.skills)
        # One deed never done doesn't take away what two in five roles want: "I never took calls" says nothing of letters.
        self.broad = frozenset(
            skill for skill, roles in wanting.items() if 5 * roles > 2 * len(catalog.roles)
        )
        self._bullets: Kept[tuple[str, ...], _Bullet] = Kept()

    @cached_property
    def screen(self) -> DeedScreen:
        """By which deeds that are told don't count."""
        return DeedScreen(self._catalog)

    def rows(self, catalog: Catalog) -> tuple[Mapping[str, WordClass], tuple[Deed, ...]]:
        """The classes of words, and the deeds whose patterns these are."""
        return catalog.word_classes, tuple(catalog.deeds.values())

    def spelled(self, patterns: Sequence[str], catalog: Catalog) -> Sequence[str]:  # noqa: ARG002  what duties need
        """The patterns of a row as they are looked for."""
        return patterns

    def _uses(self, deeds: Iterable[Deed]) -> Counter[int]:
        """How often each element stands in the sentence that each row gives as its first example."""
        nodes = [node for deed in deeds for node in Unit([TextLine(1, deed.takes[0])], self.lexicon).nodes()]
        times = Counter(map(id, nodes))
        uses: Counter[int] = Counter()
        for node in {id(node): node for node in nodes}.values():
            for element in node.elements:
                uses[element] += times[id(node)]
        return uses

    def bullet(self, lines: Sequence[TextLine]) -> _Bullet:
        """What a bullet says; the last so many short ones are remembered, as many people write the same ones."""
        key = tuple([line.text for line in lines])
        known = self._bullets.get(key)
        if known is None:
            known = _Bullet(Unit(lines, self.lexicon), self.signs)
            if sum(map(len, key)) <= _LONGEST_REMEMBERED:
                self._bullets.keep(key, known)
        return known

    def possible(self, unit: Unit) -> list[Pattern]:
        """The patterns of which a bullet has all elements."""
        rows_of = self.lexicon.rows_of
        rows: set[int] = set()
        rows.update(*[rows_of(node) if node.rows is None else node.rows for node in unit.nodes()])
        if not rows:
            return []
        mask, needed, blocked = unit.mask, self._needed, self._blocked
        whole = [row for row in rows if needed[row] & mask == needed[row] and not blocked[row] & mask]
        whole.sort()
        return [self.patterns[row] for row in whole]


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
    vague: dict[str, dict[tuple[int, str], Evidence]] = defaultdict(dict)
    weak: dict[str, dict[tuple[int, str], Evidence]] = defaultdict(dict)
    denied: set[str] = set()
    theirs: set[str] = set()
    against: set[tuple[str, str]] = set()
    part = HeadingSense.OTHER
    third_person = is_third_person(line.text for line in lines)
    for together in bullets(lines, book.goes_on):
        bullet = book.bullet(together)
        part = bullet.heading or part
        if part in _NOT_DONE:
            continue
        for told in bullet.told(together, book, quoted=third_person or part is HeadingSense.OTHERS):
            evidence = trusted(
                Evidence,
                quote=told.quote,
                line=together[told.line].number,
                alias=told.deed.id,
                level=told.level,
                rule=told.rule,
                near=False,
                how=How.SHOWN,
                years=None,
            )
            found = weak if told.deed.weak else vague if told.vague else shown
            for skill in told.deed.skills:
                _keep(found[skill], evidence)
        denied |= bullet.denied
        theirs |= bullet.theirs
        against |= bullet.against
    for skill, hints in vague.items():
        enough = skill in shown or len({line for line, _ in hints}) >= _VAGUE_BULLETS
        for evidence in hints.values():
            _keep((shown if enough else weak)[skill], evidence)
    return Findings(
        skills=found_skills(catalog, {skill: each.values() for skill, each in shown.items()}),
        maybe=found_skills(
            catalog, {skill: each.values() for skill, each in weak.items() if skill not in shown}
        ),
        denied=tuple(sorted(denied.difference(shown))),
        theirs=tuple(sorted(theirs.difference(shown))),
        against=frozenset(against),
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


def _deeds(unit: Unit, book: DeedBook, bullet: _Bullet, *, quoted: bool) -> Iterator[tuple[Pattern, Chain]]:
    """The deeds in a bullet: of each skill one, and others only if they may say more of its level; `bullet` is told the skills of others."""
    shown: set[str] = set()
    done: set[str] = set()
    for pattern in book.possible(unit):
        deed = pattern.deed
        if deed.id in done or (not (deed.count or deed.level) and shown.issuperset(deed.skills)):
            continue
        for chain in fits(pattern, unit):
            if not is_own(unit, chain, book.signs, quoted=quoted, anyone=deed.anyone):
                bullet.denied.update(_never_done(unit, chain, pattern, book))
                bullet.theirs.update(() if quoted else _left_to_others(unit, chain, pattern, book))
            elif not book.screen.denies(unit, chain):
                yield pattern, chain
                if pattern.vague:  # another pattern may say it clearly
                    break
                if not deed.count:  # another pattern of the row may hold the count
                    done.add(deed.id)
                if not deed.weak:
                    shown.update(deed.skills)
                break
            if not (deed.weak or pattern.vague or deed.anyone):
                bullet.against.update((sentence_of(unit, chain), skill) for skill in deed.skills)


def _never_done(unit: Unit, chain: Chain, pattern: Pattern, book: DeedBook) -> tuple[str, ...]:
    """The skills of a deed that the person says they never did; none where they don't say so flatly."""
    flat = not pattern.deed.anyone and is_denied(unit, chain, book.signs)
    return tuple(skill for skill in pattern.deed.skills if skill not in book.broad) if flat else ()


def _left_to_others(unit: Unit, chain: Chain, pattern: Pattern, book: DeedBook) -> tuple[str, ...]:
    """The skills of a deed that the text tells of somebody else alone."""
    deed = pattern.deed
    skills = () if deed.anyone or pattern.vague or deed.weak else tuple(set(deed.skills) - book.broad)
    return skills if skills and is_anothers(unit, chain, book.signs) else ()


def _told(unit: Unit, book: DeedBook, bullet: _Bullet, *, quoted: bool) -> Iterator[_Told]:
    for pattern, chain in _deeds(unit, book, bullet, quoted=quoted):
        level, rule = _level(unit, pattern, chain, book)
        line, quote = quote_of(unit, chain)
        yield _Told(pattern.deed, line, quote, level, rule, vague=pattern.vague)


def _level(unit: Unit, pattern: Pattern, chain: Chain, book: DeedBook) -> tuple[SkillLevel | None, Rule]:
    deed = pattern.deed
    level = SkillLevel(deed.level) if deed.level else None
    if deed.count is None:
        return level, Rule.DEED
    numbers = {first for first, _, _ in unit.places(book.lexicon.number)}
    counts = [number_of(unit.words[first]) for first, _, _ in chain if first in numbers]
    counted = [book.count_rules[deed.count].level(count) for count in counts if count]
    best = max((each for each in counted if each), default=None)
    return (best, Rule.COUNT) if best and best > (level or 0) else (level, Rule.DEED)
