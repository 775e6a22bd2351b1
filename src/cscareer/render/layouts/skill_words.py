"""What the layouts about skills share: what is said of all skills, and a quote of a resume."""

from cscareer.catalog.models import SkillLevel
from cscareer.skills.finding import Evidence

PAYS_MORE = "Pays more: a source says that employers pay for it; `cscareer skill NAME` says which."
JUDGEMENT = "What a role wants, levels and steps are our own judgement."
NEARLY = "Nearly found: the name seems misspelt; --accept-near counts it."


def quoted_evidence(evidence: Evidence) -> str:
    """A quote with its line, and what gave the level."""
    said = "" if evidence.level is None else f" → {SkillLevel(evidence.level).word}"
    return f"Line {evidence.line}: “{evidence.quote}”{said}"
