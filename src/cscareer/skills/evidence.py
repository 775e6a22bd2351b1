"""What in a text speaks of a skill, in what way, and the skills that this adds up to."""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from heapq import nsmallest
from operator import attrgetter
from typing import Self

from cscareer.catalog.loading import Catalog
from cscareer.catalog.models import Model, SkillLevel
from cscareer.catalog.trusted import trusted

__all__ = [
    "MOST_EVIDENCE",
    "Evidence",
    "Findings",
    "FoundSkill",
    "How",
    "Rule",
    "by_name",
    "found_skills",
    "gather",
]

MOST_EVIDENCE = 50  # quotes of a skill; a reader gains nothing from more


class How(StrEnum):
    """In what way something speaks of a skill, the strongest first."""

    SAID = "said"  # by the person
    NAMED = "named"  # the skill's name or another name of it stands in the text
    SHOWN = "shown"  # a deed that takes the skill
    HELD = "held"  # a job held that takes the skill

    @property
    def rank(self) -> int:
        """Its place in the order, from 0, the strongest."""
        return _RANKS[self]


LIST_SIGNS = "-*•·➢▪●◦■○▸✓\uf0b7–"
_ENDS = f" .!?;|{LIST_SIGNS}"  # of a quote, with the sign of a list before it
_BY_LINE = attrgetter("line")
_RANKS = {how: rank for rank, how in enumerate(How)}


class Rule(StrEnum):
    """What about a text gave evidence its level."""

    NAMED = "named"  # the name alone; no level
    WORD_BEFORE = "word-before"  # "advanced Excel"
    PHRASE_BEFORE = "phrase-before"  # "expert in SQL", "working knowledge of Word and Excel"
    WORD_AFTER = "word-after"  # "Excel (advanced)", "SQL expert"
    YEARS_BEFORE = "years-before"  # "5 years of Zendesk"
    YEARS_AFTER = "years-after"  # "Zendesk (5 years)"
    SCALE = "scale"  # signs on a scale: "●●●○○", "4/5", "C1"
    BESIDE = "beside"  # a form's own field for it: {"name": "Zendesk", "level": "Advanced"}
    DEED = "deed"  # the deed alone; its own level, or none
    COUNT = "count"  # how many, or how much, a deed states: "led a team of 14"
    JOB = "job"  # what the job held asks for


class Evidence(Model):
    """Words that speak of a skill: `quote` stands just so in the line with that number.

    `alias` is the name as the data has it (of a deed, the id of its pattern), `level` what the words around it say by
    `rule`; `near` that the name is misspelt. Of a job held, `alias` is the job and `years` how long it was held.
    """

    quote: str
    line: int
    alias: str
    level: SkillLevel | None
    rule: Rule
    near: bool
    how: How = How.NAMED
    years: float | None = None


class FoundSkill(Model):
    """A skill a text speaks of, with the highest level it gives and its evidence in the text's order.

    `how` is the strongest way in which any of it speaks.
    """

    id: str
    name: str
    level: SkillLevel | None
    how: How = How.NAMED
    evidence: tuple[Evidence, ...]

    @classmethod
    def of(cls, skill: str, name: str, evidence: Iterable[Evidence]) -> Self:
        """The skill with this id and name, of at least one piece of evidence."""
        ordered = sorted(evidence, key=_BY_LINE)
        level = max([each.level for each in ordered if each.level], default=None)
        how = ordered[0].how
        if any(each.how is not how for each in ordered):
            how = min([each.how for each in ordered], key=_RANKS.__getitem__)
        kept = ordered
        if len(ordered) > MOST_EVIDENCE:
            telling = {id(each) for each in sorted(ordered, key=_least_telling)[:MOST_EVIDENCE]}
            kept = [each for each in ordered if id(each) in telling]
        return trusted(cls, id=skill, name=name, level=level, how=how, evidence=tuple(kept))

    def best_evidence(self, most: int | None) -> tuple[Evidence, ...]:
        """The words that say most of its level, at most so many, in the text's order; all of them when None."""
        if most is None or len(self.evidence) <= most:
            return tuple(sorted(self.evidence, key=_BY_LINE))
        if most == 1:  # as many people are matched; without a list of the best
            return (min(self.evidence, key=_least_telling),)
        best = nsmallest(most, self.evidence, key=_least_telling)
        return tuple(sorted(best, key=_BY_LINE))

    @property
    def is_thin(self) -> bool:
        """Whether a name in a single line is all that speaks of it, and says nothing of its level."""
        return (
            self.how is How.NAMED and len({each.line for each in self.evidence}) == 1 and self.level is None
        )

    @property
    def near(self) -> bool:
        """Whether all that speaks of it is misspelt."""
        return all(evidence.near for evidence in self.evidence)


class Findings(Model):
    """What a text says of skills: those that count, and those that weak evidence points at, which never count.

    `maybe` holds no skill that counts. `denied` are those the text says the person lacks, `theirs` those of which it tells
    only what somebody else does; `against` are sentences, each with a skill of which it tells that it is another's or undone.
    """

    skills: tuple[FoundSkill, ...]
    maybe: tuple[FoundSkill, ...] = ()
    denied: tuple[str, ...] = ()
    theirs: tuple[str, ...] = ()
    against: frozenset[tuple[str, str]] = frozenset()


def gather(*findings: Findings) -> Findings:
    """Findings of one and the same text as one: each skill once, with the evidence of all, in the order of names.

    A job held doesn't speak for what the text denies or leaves to others, and the name of what it denies in a single other line speaks for it only perhaps.
    """
    denied = frozenset(skill for each in findings for skill in each.denied)
    not_by_job = denied.union(*(each.theirs for each in findings))
    against = frozenset[tuple[str, str]]().union(*(each.against for each in findings))
    told = _merged(
        kept
        for each in findings
        for skill in each.skills
        if (skill.how is not How.HELD or skill.id not in not_by_job) and (kept := _borne_out(skill, against))
    )
    unsure = tuple(skill for skill in told if skill.id in denied and skill.is_thin)
    skills = tuple(skill for skill in told if skill not in unsure) if unsure else told
    counted = {skill.id for skill in skills}
    maybe = _merged(
        skill
        for each in (*(each.maybe for each in findings), unsure)
        for skill in each
        if skill.id not in counted
    )
    return Findings(
        skills=skills,
        maybe=maybe,
        denied=tuple(sorted(denied - counted)),
        theirs=tuple(sorted(not_by_job - denied - counted)),
    )


def _borne_out(skill: FoundSkill, against: frozenset[tuple[str, str]]) -> FoundSkill | None:
    """A skill with the evidence whose sentence doesn't tell of it as another's or undone; None if that is all there is."""
    sentences = [sentence for sentence, of in against if of == skill.id]
    if skill.how is How.HELD or not sentences:
        return skill
    evidence = [
        each
        for each in skill.evidence
        if not any(each.quote.strip(_ENDS) in sentence for sentence in sentences)
    ]
    if len(evidence) == len(skill.evidence):
        return skill
    return FoundSkill.of(skill.id, skill.name, evidence) if evidence else None


def _merged(skills: Iterable[FoundSkill]) -> tuple[FoundSkill, ...]:
    together: dict[str, list[FoundSkill]] = {}
    for skill in skills:
        together.setdefault(skill.id, []).append(skill)
    merged = (
        same[0]
        if len(same) == 1
        else FoundSkill.of(
            same[0].id, same[0].name, (evidence for each in same for evidence in each.evidence)
        )
        for same in together.values()
    )
    return by_name(merged)


def found_skills(catalog: Catalog, evidence: Mapping[str, Iterable[Evidence]]) -> tuple[FoundSkill, ...]:
    """The skills that evidence by their ids speaks of, in the order of names."""
    return by_name(FoundSkill.of(skill, catalog.skills[skill].name, each) for skill, each in evidence.items())


def by_name(skills: Iterable[FoundSkill]) -> tuple[FoundSkill, ...]:
    """Skills in the order of their names."""
    return tuple(sorted(skills, key=lambda skill: skill.name.casefold()))


def _least_telling(evidence: Evidence) -> tuple[bool, int, int]:
    # A person's own words say more than the job they held, whatever level it asks for.
    return evidence.how is How.HELD, -(evidence.level or 0), _RANKS[evidence.how]
