"""What a job ad asks for: the skills that it names and those that its duties take, each required or preferred."""

import re
from collections.abc import Sequence
from enum import StrEnum

from cscareer.catalog.loading import Catalog
from cscareer.catalog.models import Model
from cscareer.catalog.word_models import TextKind
from cscareer.skills.duties import find_duties
from cscareer.skills.evidence import Evidence, FoundSkill, gather
from cscareer.skills.finding import read_skills
from cscareer.skills.finding_text import TextLine

__all__ = ["AskedSkill", "Demand", "Preferred", "is_heading", "read_ad"]

_WORDS = re.compile(r"[^\W_]+")
_STOP = re.compile(r"[.;!?](?=\s|$)|[•·➢]")
_ITEM = re.compile(r"\s*(?:[-*•·➢▪●◦■○▸✓\uf0b7–]\s|\d{1,2}[.)]\s)")
_SIGNS = " *_#:>-<"
_HEADING = 60  # characters at most
_HEADING_WORDS = 8


class Demand(StrEnum):
    """How much an ad asks for a skill."""

    REQUIRED = "required"
    PREFERRED = "preferred"


class AskedSkill(Model):
    """A skill that an ad asks for, with the words that do; required where any of them isn't in what is only preferred."""

    skill: FoundSkill
    demand: Demand


def read_ad(catalog: Catalog, lines: Sequence[TextLine]) -> tuple[AskedSkill, ...]:
    """The skills that a job ad asks for, by name or as duties, in the order of names.

    Args:
        catalog: the skills, and the words by which texts are read.
        lines: the text, without line breaks; a gap in their numbers is an empty line.

    Raises:
        InvalidDataError: a file of words has problems.
    """
    found = gather(read_skills(catalog, lines, TextKind.AD), find_duties(catalog, lines)).skills
    preferred = Preferred(lines, catalog)
    return tuple(
        AskedSkill(
            skill=skill,
            demand=Demand.PREFERRED
            if all(preferred.holds(each) for each in skill.evidence)
            else Demand.REQUIRED,
        )
        for skill in found
    )


class Preferred:
    """Which words of an ad stand in a sentence, or under a heading, that says "preferred"."""

    def __init__(self, lines: Sequence[TextLine], catalog: Catalog) -> None:
        self._phrases = tuple(f" {phrase} " for phrase in catalog.word_lists["preferred"].words)
        headings = frozenset(catalog.word_lists["preferred-heading"].words)
        self._lines = {line.number: line.text for line in lines}
        self._under: set[int] = set()
        under = False
        for line in lines:
            if is_heading(line.text):
                under = self._says(line.text) or line.text.lower().strip(_SIGNS) in headings
            if under:
                self._under.add(line.number)

    def holds(self, evidence: Evidence) -> bool:
        """Whether these words are in what is only preferred."""
        return self.covers(evidence.line, evidence.quote)

    def covers(self, line: int, quote: str) -> bool:
        """Whether words of the line with that number are in what is only preferred."""
        if line in self._under:
            return True
        text = self._lines[line]
        start = max(text.find(quote), 0)
        stops = [stop.end() for stop in _STOP.finditer(text)]
        opens = max((stop for stop in stops if stop <= start), default=0)
        closes = min((stop for stop in stops if stop >= start + len(quote)), default=len(text))
        return self._says(text[opens:closes])

    def asks(self, line: int, sentence: str) -> bool:
        """Whether a sentence of the line with that number asks for what is only preferred."""
        return line in self._under or self._says(sentence)

    def _says(self, text: str) -> bool:
        words = f" {' '.join(_WORDS.findall(text.lower()))} "
        return any(phrase in words for phrase in self._phrases)


def is_heading(text: str) -> bool:
    """Whether a line of an ad is short and set off like a heading."""
    stripped = text.strip(_SIGNS)
    return (
        0 < len(stripped) <= _HEADING
        and len(stripped.split()) <= _HEADING_WORDS
        and not text.rstrip().endswith((".", ",", ";"))
        and not (_ITEM.match(text) and not text.rstrip().endswith(":"))
    )
