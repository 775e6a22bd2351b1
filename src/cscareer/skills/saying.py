"""Skills said in more words than a name has: "advanced Excel", "Spanish (native)", "calming angry customers"."""

from cscareer.catalog.loading import Catalog
from cscareer.skills.evidence import FoundSkill, How
from cscareer.skills.finding_text import TextLine
from cscareer.skills.reading import read_resume_skills

_HEADING = TextLine(1, "Skills")


def read_said(catalog: Catalog, said: str) -> tuple[FoundSkill, ...]:
    """The skills in a few words, read as an item of a resume's list is; none where they name and show no skill.

    A word alone tells no deed ("juggling"): it has to be a name.

    Raises:
        InvalidDataError: a file of words has problems.

    Example:
        >>> [(each.id, int(each.level or 0)) for each in read_said(load_catalog(), "MS Excel (advanced)")]
        [('spreadsheets', 3)]
    """
    read = read_resume_skills(catalog, [_HEADING, TextLine(2, said)]).skills
    return read if len(said.split()) > 1 else tuple(each for each in read if each.how is How.NAMED)
