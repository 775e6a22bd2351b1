"""Patterns of deeds: a small language over word classes, and where a bullet's words fit one.

A pattern is a row of elements. An element is a word, a phrase joined by `+`, a class in braces, or alternatives of these
joined by `|`. Between two elements up to three other words may stand; `.` allows none, `..` eight, `...` sixteen, all in one
sentence, and `//` thirty words, whatever sentence they are in. Parts joined by ` & ` may come in any order in one
sentence, parts joined by ` && ` in any order in one bullet. A pattern after `^` begins where a sentence does.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, product

from cscareer.catalog.deed_models import Deed
from cscareer.catalog.patterns import pattern_words
from cscareer.skills.deeds_words import LITERAL, Lexicon, Place, Unit

_GAPS = {".": (0, False), "..": (8, False), "...": (16, False), "//": (30, True)}
_NEXT = (3, False)
_MOST_CHAINS = 4  # ways in which one part may fit that are tried

Chain = tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Element:
    """What may stand at one place of a pattern, as the lexicon numbers it, and how far behind the one before."""

    number: int
    gap: int
    crosses: bool


@dataclass(frozen=True, slots=True)
class Pattern:
    """A compiled pattern of a deed; `needed` has the bits of its elements, `blocked` of what must not be there.

    `together` says that its parts share a sentence, `opens` that it begins one.
    """

    deed: Deed
    source: str
    parts: tuple[tuple[Element, ...], ...]
    together: bool
    opens: bool
    elements: tuple[int, ...]
    needed: int
    blocked: int


def compile_pattern(deed: Deed, source: str, lexicon: Lexicon) -> Pattern:
    """A pattern with its words looked up."""
    parts: list[tuple[Element, ...]] = []
    part: list[Element] = []
    gap = _NEXT
    for word in source.split():
        if word in {"&", "&&"}:
            parts.append(tuple(part))
            part = []
        elif word in _GAPS:
            gap = _GAPS[word]
        elif word != "^":
            part.append(Element(_element(word, lexicon), *gap))
            gap = _NEXT
    parts.append(tuple(part))
    elements = tuple(element.number for each in parts for element in each)
    return Pattern(
        deed=deed,
        source=source,
        parts=tuple(parts),
        together="&&" not in source,
        opens=source.startswith("^"),
        elements=elements,
        needed=sum(1 << number for number in set(elements)),
        blocked=1 << _element(deed.unless, lexicon) if deed.unless else 0,
    )


def _element(words: str, lexicon: Lexicon) -> int:
    return lexicon.element(
        *(name if is_class else f"{LITERAL}{name}" for name, is_class in pattern_words(words))
    )


def fits(pattern: Pattern, unit: Unit) -> Iterator[Chain]:
    """The ways in which words of a bullet fit a pattern: where each of its elements stands, in the pattern's order."""
    parts = [_chains(part, unit) for part in pattern.parts]
    if pattern.opens:
        parts[0] = [chain for chain in parts[0] if unit.begins(chain[0].first)]
    if len(parts) == 1:
        yield from parts[0]
        return
    for chains in product(*parts):
        places = [place for chain in chains for place in chain]
        if pattern.together and len({place.sentence for place in places}) > 1:
            continue
        if not _overlap(places):
            yield tuple(places)


def _overlap(places: Sequence[Place]) -> bool:
    ordered = sorted(places, key=lambda place: place.first)
    return any(after.first < before.end for before, after in pairwise(ordered))


def _chains(part: tuple[Element, ...], unit: Unit) -> list[Chain]:
    """Some ways in which the elements of a part stand one behind the other; the nearest place is taken each time."""
    chains: list[Chain] = [(place,) for place in unit.places(part[0].number)]
    for element in part[1:]:
        if not chains:
            return []
        places = unit.places(element.number)
        longer: list[Chain] = []
        for chain in chains:
            last = chain[-1]
            for place in places:
                if place.first < last.end:
                    continue
                if place.first > last.end + element.gap:
                    break
                if element.crosses or place.sentence == last.sentence:
                    longer.append((*chain, place))
                    break
        chains = longer
    return chains[:_MOST_CHAINS]
