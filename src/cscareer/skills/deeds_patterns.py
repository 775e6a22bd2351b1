"""Patterns of deeds: a small language over word classes, and where a bullet's words fit one.

A pattern is a row of elements. An element is a word, a phrase joined by `+`, a class in braces, or alternatives of these
joined by `|`. Between two elements up to three other words may stand; `.` allows none, `..` eight, `...` sixteen, all in one
sentence, and `//` thirty words, whatever sentence they are in. Parts joined by ` & ` may come in any order in one
sentence, parts joined by ` && ` in any order in one bullet.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from cscareer.catalog.deed_models import Deed
from cscareer.skills.deeds_words import LITERAL, Lexicon, Place, Unit

_GAPS = {".": (0, False), "..": (8, False), "...": (16, False), "//": (30, True)}
_NEXT = (3, False)
_MOST_CHAINS = 4  # ways in which one part may fit that are tried
_ALTERNATIVE = re.compile(r"\{([^{}|\s]+)\}|([^{}|\s]+)")

Chain = tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Element:
    """What may stand at one place of a pattern, as the bits of its classes, and how far behind the one before."""

    mask: int
    gap: int
    crosses: bool


@dataclass(frozen=True, slots=True)
class Pattern:
    """A compiled pattern of a deed; `masks` has the bits of each element, `together` that its parts share a sentence."""

    deed: Deed
    source: str
    parts: tuple[tuple[Element, ...], ...]
    together: bool
    masks: tuple[int, ...]
    blocked: int  # classes that must not stand in the bullet


def names(source: str) -> Iterator[tuple[str, bool]]:
    """The words of a pattern that are looked up, and whether each names a class."""
    for element in source.split():
        if element not in _GAPS and element not in {"&", "&&"}:
            for name, literal in _ALTERNATIVE.findall(element):
                yield name or literal, bool(name)


def compile_pattern(deed: Deed, source: str, lexicon: Lexicon) -> Pattern:
    """A pattern with its words looked up; a class it names that isn't there raises KeyError."""
    parts: list[tuple[Element, ...]] = []
    part: list[Element] = []
    gap = _NEXT
    for word in source.split():
        if word in {"&", "&&"}:
            parts.append(tuple(part))
            part = []
        elif word in _GAPS:
            gap = _GAPS[word]
        else:
            part.append(Element(_mask(word, lexicon), *gap))
            gap = _NEXT
    parts.append(tuple(part))
    return Pattern(
        deed=deed,
        source=source,
        parts=tuple(parts),
        together="&&" not in source,
        masks=tuple(element.mask for each in parts for element in each),
        blocked=_mask(deed.unless, lexicon) if deed.unless else 0,
    )


def _mask(words: str, lexicon: Lexicon) -> int:
    mask = 0
    for word in words.split():
        for name, is_class in names(word):
            mask |= lexicon.bits[name if is_class else f"{LITERAL}{name}"]
    return mask


def fits(pattern: Pattern, unit: Unit) -> Iterator[Chain]:
    """The ways in which words of a bullet fit a pattern: where each of its elements stands, in the pattern's order."""
    parts = [_chains(part, unit) for part in pattern.parts]
    if len(parts) == 1:
        yield from ((*chain,) for chain in parts[0])
        return
    for chains in product(*parts):
        places = [place for chain in chains for place in chain]
        if pattern.together and len({place.sentence for place in places}) > 1:
            continue
        if not _overlap(places):
            yield tuple(places)


def _overlap(places: Sequence[Place]) -> bool:
    ordered = sorted(places, key=lambda place: place.first)
    return any(after.first < before.end for before, after in zip(ordered, ordered[1:], strict=False))


def _chains(part: tuple[Element, ...], unit: Unit) -> list[Chain]:
    """Some ways in which the elements of a part stand one behind the other; the nearest place is taken each time."""
    chains: list[Chain] = [(place,) for place in unit.places(part[0].mask)]
    for element in part[1:]:
        if not chains:
            return []
        places = unit.places(element.mask)
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
