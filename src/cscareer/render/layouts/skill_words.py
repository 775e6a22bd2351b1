"""What the layouts about skills share: what is said of all skills, and the evidence of a resume in words."""

from collections.abc import Sequence

from cscareer.catalog.models import SkillLevel
from cscareer.skills.evidence import Evidence, FoundSkill, How

PAYS_MORE = "Pays more: a source says that employers pay for it; `cscareer skill NAME` says which."
JUDGEMENT = "What a role wants, levels and steps are our own judgement."
NEARLY = "Nearly found: the name seems misspelt; --accept-near counts it."
MAYBE = "May show: it points at the skill and doesn't count; say --have SKILL if you have it."
ASSUMED = "A skill with no level stated counts as working."

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


def unsure(skills: Sequence[FoundSkill]) -> list[str]:
    """Skills that don't count, each with the words that point at it."""
    return [f"{skill.name}: {quoted_evidence(skill.evidence[0])}" for skill in skills]


def _years(years: float | None) -> str:
    """How long, in whole years from one on: "3 years", "8 months"."""
    if years is None:
        return "a job"
    if years < 1:
        return f"{round(years * 12)} months"
    return "1 year" if int(years) == 1 else f"{int(years)} years"
