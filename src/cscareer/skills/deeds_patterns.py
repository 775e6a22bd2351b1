"""Patterns of deeds: a small language over word classes, and where a bullet's words fit one.

A pattern is a row of elements. An element is a word, a phrase joined by `+`, a class in braces, or alternatives of these
joined by `|`. Between two elements up to three other words may stand; `.` allows none, `..` eight, `...` sixteen, all in one
sentence, and `//` thirty words, whatever sentence they are in. Parts joined by ` & ` may come in any order in one
sentence, parts joined by ` && ` in any order in one bullet. A pattern after `^` begins where a sentence does; one after `?`
is vague, and counts only where a second bullet speaks for the same skill.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, product
from typing import NamedTuple

from cscareer.catalog.deed_models import Deed
from cscareer.catalog.patterns import pattern_words
from cscareer.skills.deeds_units import Place, Unit
from cscareer.skills.deeds_words import LITERAL, Lexicon

_GAPS = {".": (0, False), "..": (8, False), "...": (16, False), "//": (30, True)}
_NEXT = (3, False)
_MARKS = frozenset({"^", "?"})
_MOST_CHAINS = 4  # ways in which one part may fit that are tried

Chain = tuple[Place, ...]


class Element(NamedTuple):
    """What may stand at one place of a pattern, as the lexicon numbers it, and how far behind the one before."""

    number: int
    gap: int
    crosses: bool


@dataclass(frozen=True, slots=True)
class Pattern:
    """A compiled pattern of a deed; `needed` has the bits of its elements, `blocked` of what must not be there.

    `together` says that its parts share a sentence, `opens` that it begins one, `vague` that it takes a second bullet to count.
    """

    deed: Deed
    source: str
    parts: tuple[tuple[Element, ...], ...]
    together: bool
    opens: bool
    vague: bool
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
        elif word not in _MARKS:
            part.append(Element(_element(word, lexicon), *gap))
            gap = _NEXT
    parts.append(tuple(part))
    elements = tuple(element.number for each in parts for element in each)
    return Pattern(
        deed=deed,
        source=source,
        parts=tuple(parts),
        together="&&" not in source,
        opens="^" in source.split(),
        vague=source.startswith("?"),
        elements=elements,
        needed=sum(1 << number for number in set(elements)),
        blocked=1 << _element(deed.unless, lexicon) if deed.unless else 0,
    )


def _element(words: str, lexicon: Lexicon) -> int:
    return lexicon.element(
        *(name if is_class else f"{LITERAL}{name}" for name, is_class in pattern_words(words))
    )


def fits(pattern: Pattern, unit: Unit) -> Iterable[Chain]:
    """The ways in which words of a bullet fit a pattern: where each of its elements stands, in the pattern's order."""
    parts: list[Sequence[Chain]] = []
    for part in pattern.parts:
        chains = _chains(part, unit)
        if pattern.opens and not parts:
            chains = [chain for chain in chains if unit.begins(chain[0][0])]
        if not chains:
            return ()
        parts.append(chains)
    return parts[0] if len(parts) == 1 else _together(pattern, parts)


def _together(pattern: Pattern, parts: Sequence[Sequence[Chain]]) -> Iterator[Chain]:
    """The ways in which parts of a pattern that may come in any order fit beside one another."""
    for chains in product(*parts):
        places = [place for chain in chains for place in chain]
        if pattern.together and len({sentence for _, _, sentence in places}) > 1:
            continue
        if not _overlap(places):
            yield tuple(places)


def _overlap(places: Sequence[Place]) -> bool:
    return any(first < end for (_, end, _), (first, _, _) in pairwise(sorted(places)))


def _chains(part: tuple[Element, ...], unit: Unit) -> Sequence[Chain]:
    """Some ways in which the elements of a part stand one behind the other; the nearest place is taken each time."""
    elements = iter(part)
    chains: list[Chain] = [(place,) for place in unit.places(next(elements).number)]
    for number, gap, crosses in elements:
        places = unit.places(number)
        longer: list[Chain] = []
        for chain in chains:
            _, end, sentence = chain[-1]
            for place in places:
                first, _, in_sentence = place
                if first < end:
                    continue
                if first > end + gap:
                    break
                if crosses or in_sentence == sentence:
                    longer.append((*chain, place))
                    break
        if not longer:
            return ()
        chains = longer
    return chains[:_MOST_CHAINS]
