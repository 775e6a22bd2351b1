"""What a job ad asks for: the skills that it names and those that its duties take, each required or preferred."""

import re
from collections.abc import Sequence
from enum import StrEnum

from cscareer.catalog.loading import Catalog
from cscareer.catalog.models import Model
from cscareer.catalog.word_models import TextKind
from cscareer.skills.duties import find_duties
from cscareer.skills.evidence import (
    MOST_EVIDENCE,
    Evidence,
    Findings,
    FoundSkill,
    How,
    Rule,
    found_skills,
    gather,
)
from cscareer.skills.finding import read_skills, text_parts
from cscareer.skills.finding_text import TextLine
from cscareer.skills.preferring import Preferred, is_heading

__all__ = ["AskedSkill", "Demand", "Preferred", "is_heading", "read_ad"]

_WELCOME_PAID = "bilingual-service"  # a premium for a second language says that it is welcome

_TONGUES = "tongues"  # the class of words of duties that names languages
_LONGEST_WISH = 300  # letters of a line in which a bare name of a language counts


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
    preferred = preferred or Preferred(lines, catalog)
    found = _found(catalog, lines)
    if all(skill.id != _WELCOME_PAID for skill in found):
        found = (*found, *_welcome_tongues(catalog, lines, preferred))
    asked = []
    for skill in found:
        evidence = tuple(
            each
            for each in skill.evidence
            if not preferred.is_others(each)
            and (skill.id == _WELCOME_PAID or not preferred.is_paid_for(each))
        )
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


class _Tongues:
    """The languages that ads ask for, by their names."""

    def __init__(self, catalog: Catalog) -> None:
        names = sorted(catalog.duty_classes[_TONGUES].words, key=len, reverse=True)
        self.pattern = re.compile(rf"\b(?:{'|'.join(map(re.escape, names))})\b", re.IGNORECASE)


def _welcome_tongues(
    catalog: Catalog, lines: Sequence[TextLine], preferred: Preferred
) -> tuple[FoundSkill, ...]:
    """Service in another language, where a bare name of one stands in what is only welcome: "Bonus points: Zendesk, German"."""
    tongues = catalog.once(_Tongues)
    said = [
        Evidence(
            quote=line.text.strip(),
            line=line.number,
            alias=_TONGUES,
            level=None,
            rule=Rule.DEED,
            near=False,
            how=How.SHOWN,
        )
        for line in lines
        if len(line.text) <= _LONGEST_WISH
        and (tongue := tongues.pattern.search(line.text))
        and preferred.asks(line.number, line.text, tongue.start())
    ]
    return found_skills(catalog, {_WELCOME_PAID: said[:MOST_EVIDENCE]}) if said else ()


def _found(catalog: Catalog, lines: Sequence[TextLine]) -> tuple[FoundSkill, ...]:
    """The skills that an ad names or takes duties of; a vague duty counts where the skill is named, too."""
    parts = tuple(text_parts(catalog, lines, TextKind.AD))
    named = read_skills(catalog, lines, TextKind.AD, parts=parts)
    duties = find_duties(catalog, lines, parts)
    known = {skill.id for skill in named.skills}
    borne_out = Findings(skills=tuple(skill for skill in duties.maybe if skill.id in known))
    return gather(named, duties, borne_out).skills
