"""Must-haves, before skills matter: each gate of an ad with its words, and whether the person meets it."""

import re
from collections.abc import Iterator, Sequence
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

from cscareer.catalog.loading import Catalog
from cscareer.catalog.models import Model
from cscareer.catalog.number_words import NUMBER_WORDS, ONE, number_of
from cscareer.catalog.posting_models import GateKind, PostingGate, YearField
from cscareer.jobs.ad_words import Words
from cscareer.jobs.gate_places import GatePlace, is_told_again, place_told
from cscareer.jobs.gate_years import YearFields, years_of
from cscareer.jobs.nearness import Nearness, nearness
from cscareer.jobs.parts import AdParts, FoundWords
from cscareer.jobs.phrases import Hit, RowPhrases
from cscareer.jobs.places import AdPlaces
from cscareer.pay.location import Location
from cscareer.skills.ads import Demand
from cscareer.skills.finding_text import TextLine
from cscareer.skills.held import Person

_NUMBERS = "|".join(NUMBER_WORDS)
_YEARS = re.compile(
    rf"\b(\d{{1,2}}|{_NUMBERS}|an?)\s?(?:\(\d{{1,2}}\)\s?)?(?:(?:-|–|—|to|or)\s?(?:\d{{1,2}}|{_NUMBERS})\s?)?\+?\s?(?:or more )?"
    r"(?:full )?(years?|yrs?|months?|mos)\b",
    re.IGNORECASE,
)
_OR_EXPERIENCE = re.compile(
    r"\bor (?:\w+ ){0,3}(?:experience|work)|\bequivalent (?:\w+ ){0,3}experience", re.IGNORECASE
)
_MOST_PER_KIND = 6
_MOST_YEARS = 20
_MOST_PLACES = 30  # of which those told again are left out
_SAME_LANGUAGE = "english"


class GateState(StrEnum):
    """Whether a person meets a gate, as far as what they gave says."""

    MET = "met"
    NOT_MET = "not-met"
    NOT_KNOWN = "not-known"


class Gate(Model):
    """A must-have: its kind, whether it is required or preferred, and the words that ask for it.

    `level` ranks a degree from 1 (high school) to 6; `years` are those asked for, `languages` those named. `state` is null where
    nobody was held against it; `because` says why it is met or not.
    """

    kind: GateKind
    demand: Demand
    quote: str
    line: int | None
    level: int | None
    years: float | None
    languages: tuple[str, ...]
    state: GateState | None
    because: str | None


def is_blocking(gate: Gate) -> bool:
    """Whether a gate must be met and isn't."""
    return gate.state is GateState.NOT_MET and gate.demand is Demand.REQUIRED


class Applicant(NamedTuple):
    """Who wants the job: what is known of their skills and years, the lines of their resume, and where they live.

    Example:
        >>> catalog = load_catalog()
        >>> Applicant(Person(read_held(catalog, ["coaching:3"]))).location is None
        True
    """

    person: Person
    lines: Sequence[TextLine] = ()
    location: Location | None = None

    @property
    def text(self) -> str:
        """The resume as one text."""
        return "\n".join(line.text for line in self.lines)


class GateReader:
    """Finds gates and holds people against them; what it needs of the catalog is made ready once.

    `year_fields` tell years of service from others, `in_lieu` says that experience does as well as a degree.
    """

    def __init__(self, catalog: Catalog) -> None:
        self._book = RowPhrases[PostingGate](catalog.posting_gates.values())
        lists = catalog.posting_lists
        self.year_fields = YearFields(catalog)
        self.in_lieu = re.compile("|".join(lists["in-lieu-of-a-degree"].words), re.IGNORECASE)
        self._languages = {each.id: each.names for each in catalog.spoken_languages.values()}

    def read(self, parts: AdParts) -> tuple[Gate, ...]:
        """The gates of an ad, each sentence once for a kind; of degrees in one sentence the lowest, which is enough."""
        found: dict[GatePlace, Gate] = {}
        places: dict[GatePlace, frozenset[str]] = {}
        for hit, where in parts.find(PostingGate):
            gate = self._gate(parts, hit, where)
            if gate.years is not None and gate.years > _MOST_YEARS:
                continue  # how old a firm is
            key = gate.kind, where.line.number, where.begins
            known = found.get(key)
            if known is None or (
                gate.level is not None and known.level is not None and gate.level < known.level
            ):
                found[key] = gate
            if gate.kind is GateKind.LOCATION and len(places) < _MOST_PLACES:
                places[key] = places.get(key, frozenset()) | place_told(where, hit)
        kept: list[Gate] = []
        for key, gate in found.items():
            if key in places and is_told_again(key, places, found):
                continue
            if sum(each.kind is gate.kind for each in kept) < _MOST_PER_KIND:
                kept.append(gate)
        return tuple(
            sorted(
                kept, key=lambda gate: (gate.demand is not Demand.REQUIRED, list(GateKind).index(gate.kind))
            )
        )

    def _gate(self, parts: AdParts, hit: Hit[PostingGate], where: FoundWords) -> Gate:
        kind = hit.row.gate
        preferred = parts.preferred.asks(where.line.number, where.sentence, max(hit.start - where.begins, 0))
        return Gate(
            kind=kind,
            demand=Demand.PREFERRED if preferred else Demand.REQUIRED,
            quote=where.quote,
            line=where.line.number,
            level=hit.row.level,
            years=years_in(where.sentence) if kind is GateKind.YEARS else None,
            languages=self._named(where.sentence) if kind is GateKind.LANGUAGE else (),
            state=None,
            because=None,
        )

    def _named(self, text: str) -> tuple[str, ...]:
        said = f" {' '.join(Words(text).words)} "
        return tuple(
            language
            for language, names in self._languages.items()
            if any(f" {name} " in said for name in names)
        )

    def judge(self, gates: Sequence[Gate], applicant: Applicant, places: AdPlaces) -> tuple[Gate, ...]:
        """The same gates with whether the person meets each."""
        view = _View(self, applicant, places)
        judged = []
        for gate in gates:
            state, because = view.of(gate)
            judged.append(gate.model_copy(update={"state": state, "because": because}))
        return tuple(judged)

    def rows_in(self, text: str) -> Iterator[PostingGate]:
        """The rows whose words stand in a text, as that of a resume."""
        return (hit.row for hit in self._book.found(text))

    def languages_in(self, text: str) -> frozenset[str]:
        """The languages that a text names."""
        return frozenset(self._named(text))


class _View:
    """A person as gates see them."""

    def __init__(self, reader: GateReader, applicant: Applicant, places: AdPlaces) -> None:
        self._reader, self._applicant, self._places = reader, applicant, places

    @cached_property
    def _text(self) -> str:
        return self._applicant.text

    @cached_property
    def _degree(self) -> int | None:
        levels = [
            row.level
            for line in self._applicant.lines
            for row in self._reader.rows_in(line.text)
            if row.level
        ]
        return max(levels, default=None)

    @cached_property
    def _kinds(self) -> frozenset[GateKind]:
        return frozenset(
            row.gate for line in self._applicant.lines for row in self._reader.rows_in(line.text)
        )

    def of(self, gate: Gate) -> tuple[GateState, str | None]:
        """Whether a gate is met, and why."""
        if gate.kind is GateKind.DEGREE:
            return self._by_degree(gate)
        if gate.kind is GateKind.YEARS:
            return self._by_years(gate)
        if gate.kind is GateKind.LANGUAGE:
            return self._by_language(gate)
        if gate.kind is GateKind.LOCATION:
            return self._by_place()
        if gate.kind is GateKind.LICENCE and gate.kind in self._kinds:
            return GateState.NOT_KNOWN, "Your resume names a licence; check that it is this one."
        return GateState.NOT_KNOWN, None

    def _by_degree(self, gate: Gate) -> tuple[GateState, str | None]:
        if self._degree is None or gate.level is None:
            return (
                GateState.NOT_KNOWN,
                "No schooling was found in what you gave." if self._applicant.lines else None,
            )
        if self._degree >= gate.level:
            return GateState.MET, None
        if _OR_EXPERIENCE.search(gate.quote) or self._reader.in_lieu.search(gate.quote):
            return GateState.NOT_KNOWN, "The ad takes experience instead."
        return GateState.NOT_MET, "Your resume shows less schooling."

    def _by_years(self, gate: Gate) -> tuple[GateState, str | None]:
        person = self._applicant.person
        total, service = person.years_of_experience, person.years_of_service
        if gate.years is None or total is None:
            return GateState.NOT_KNOWN, None
        if total < gate.years:
            return GateState.NOT_MET, f"Your resume covers {total:g} years of work."
        asked = self._reader.year_fields.asked(gate.quote)
        if asked.fields and not asked.any_service:
            return _by_fields(asked.fields, gate.years, person)
        if asked.any_service:
            if service is None:
                return GateState.NOT_KNOWN, None
            met = service >= gate.years
            return (
                GateState.MET if met else GateState.NOT_MET,
                f"Your resume covers {service:g} years in service.",
            )
        return (
            GateState.NOT_KNOWN,
            f"Your resume covers {total:g} years of work; whether it is of this kind, you know best.",
        )

    def _by_language(self, gate: Gate) -> tuple[GateState, str | None]:
        wanted = [language for language in gate.languages if language != _SAME_LANGUAGE]
        if not wanted:
            return GateState.NOT_KNOWN, None
        known = self._reader.languages_in(self._text)
        if known.intersection(wanted):
            return GateState.MET, "Your resume names the language."
        return GateState.NOT_KNOWN, None

    def _by_place(self) -> tuple[GateState, str | None]:
        here = self._applicant.location
        match nearness(self._places.locations, here):
            case Nearness.HERE:
                return GateState.MET, f"You are in {here.name}." if here else None
            case Nearness.ELSEWHERE:
                return GateState.NOT_MET, f"You are in {here.name}, as far as we know." if here else None
        return GateState.NOT_KNOWN, None


def _by_fields(fields: tuple[YearField, ...], asked: float, person: Person) -> tuple[GateState, str | None]:
    """Whether enough years were in the fields that a gate names; others may count, as only the employer knows."""
    own, names = years_of(fields, person), " or ".join(field.name for field in fields)
    if own >= asked:
        return GateState.MET, f"Your resume covers {own:g} years of {names}."
    shown = f"{own:g}" if own else "no"
    return (
        GateState.NOT_KNOWN,
        f"Your resume shows {shown} years of {names}; whether others count, you know best.",
    )


def years_in(text: str) -> float | None:
    """The fewest years that a sentence asks for; months as parts of a year."""
    found = [_years(match) for match in _YEARS.finditer(text)]
    return max(found) if found else None


def _years(match: re.Match[str]) -> float:
    said = match[1].lower()
    number = float(number_of(said) or ONE.get(said, 1))
    return round(number / 12, 2) if match[2].lower().startswith("mo") else number
