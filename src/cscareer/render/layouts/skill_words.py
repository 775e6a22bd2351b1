"""What the layouts about skills share: levels, times, and the evidence of a resume in words."""

from collections.abc import Iterator, Sequence

from cscareer.catalog.models import SkillLevel
from cscareer.catalog.skill_models import LearningTime
from cscareer.render.blocks import Block, Bullets, Heading
from cscareer.render.layouts.skill_notes import MAYBE, NEARLY
from cscareer.skills.evidence import Evidence, FoundSkill, How

_HOW_SAID = {How.SAID: "said", How.NAMED: "named", How.SHOWN: "shown", How.HELD: "from your job"}


def how_said(how: How) -> str:
    """In what way something speaks of a skill, in a word."""
    return _HOW_SAID[how]


def level_said(level: int, *, stated: bool) -> str:
    """A level in a word, and whether nobody stated it."""
    word = SkillLevel(level).word
    return word if stated else f"{word}, no level stated"


def quoted_evidence(evidence: Evidence) -> str:
    """A quote with its line, and what gave the level."""
    said = "" if evidence.level is None else f" → {SkillLevel(evidence.level).word}"
    if evidence.how is How.HELD:
        return f"From {_years(evidence.years)} as {evidence.alias}, line {evidence.line}: “{evidence.quote}”{said}"
    return f"Line {evidence.line}: “{evidence.quote}”{said}"


def quotes(evidence: Sequence[Evidence]) -> list[str]:
    """The quotes of a skill, of each line one: that which gives a level, else the first. What a job held says stands by itself."""
    chosen: dict[tuple[int, bool], Evidence] = {}
    for each in evidence:
        at = each.line, each.how is How.HELD
        if at not in chosen or (chosen[at].level is None and each.level is not None):
            chosen[at] = each
    return [quoted_evidence(each) for each in chosen.values()]


def unsure(skills: Sequence[FoundSkill]) -> list[str]:
    """Skills that don't count, each with the words that point at it."""
    return [f"{skill.name}: {quoted_evidence(skill.evidence[0])}" for skill in skills]


def takes_said(takes: LearningTime) -> str:
    """How long a skill takes to learn, and what says so."""
    return f"{takes.low}–{takes.high} {takes.unit}: {takes.claim}"


def uncounted(maybe: Sequence[FoundSkill], nearly: Sequence[FoundSkill]) -> Iterator[Block]:
    """What a resume may speak of and what its misspelt names seem to mean, neither of which counts."""
    for heading, skills in (("May show, not counted", maybe), ("Nearly found, not counted", nearly)):
        if skills:
            yield Heading(heading)
            yield Bullets(unsure(skills))


def uncounted_notes(maybe: Sequence[FoundSkill], nearly: Sequence[FoundSkill]) -> Iterator[str]:
    """How these come to count."""
    if maybe:
        yield MAYBE
    if nearly:
        yield NEARLY


def _years(years: float | None) -> str:
    """How long, in whole years from one on: "3 years", "8 months"."""
    if years is None:
        return "a job"
    if years < 1:
        return f"{round(years * 12)} months"
    return "1 year" if int(years) == 1 else f"{int(years)} years"
