"""What a job ad asks for: the skills that it names and those that its duties take, each required or preferred."""

from collections.abc import Sequence
from enum import StrEnum

from cscareer.catalog.loading import Catalog
from cscareer.catalog.models import Model
from cscareer.catalog.word_models import TextKind
from cscareer.skills.duties import find_duties
from cscareer.skills.evidence import Findings, FoundSkill, gather
from cscareer.skills.finding import read_skills, text_parts
from cscareer.skills.finding_text import TextLine
from cscareer.skills.preferring import Preferred, is_heading

__all__ = ["AskedSkill", "Demand", "Preferred", "is_heading", "read_ad"]


class Demand(StrEnum):
    """How much an ad asks for a skill."""

    REQUIRED = "required"
    PREFERRED = "preferred"


class AskedSkill(Model):
    """A skill that an ad asks for, with the words that do; required where any of them isn't in what is only preferred."""

    skill: FoundSkill
    demand: Demand


def read_ad(
    catalog: Catalog, lines: Sequence[TextLine], preferred: Preferred | None = None
) -> tuple[AskedSkill, ...]:
    """The skills that a job ad asks for, by name or as duties, in the order of names.

    Args:
        catalog: the skills, and the words by which texts are read.
        lines: the text, without line breaks; a gap in their numbers is an empty line.
        preferred: what of these lines is only preferred, where that is known already.

    Raises:
        InvalidDataError: a file of words has problems.
    """
    found = _found(catalog, lines)
    preferred = preferred or Preferred(lines, catalog)
    asked = []
    for skill in found:
        evidence = tuple(each for each in skill.evidence if not preferred.is_others(each))
        if not evidence:
            continue
        welcome = all(preferred.holds(each) for each in evidence)
        asked.append(
            AskedSkill(
                skill=skill
                if len(evidence) == len(skill.evidence)
                else skill.model_copy(update={"evidence": evidence}),
                demand=Demand.PREFERRED if welcome else Demand.REQUIRED,
            )
        )
    return tuple(asked)


def _found(catalog: Catalog, lines: Sequence[TextLine]) -> tuple[FoundSkill, ...]:
    """The skills that an ad names or takes duties of; a vague duty counts where the skill is named, too."""
    parts = tuple(text_parts(catalog, lines, TextKind.AD))
    named = read_skills(catalog, lines, TextKind.AD, parts=parts)
    duties = find_duties(catalog, lines, parts)
    known = {skill.id for skill in named.skills}
    borne_out = Findings(skills=tuple(skill for skill in duties.maybe if skill.id in known))
    return gather(named, duties, borne_out).skills
