"""What a resume says of skills: those it names and those its deeds show, as one."""

from collections.abc import Sequence

from cscareer.catalog.loading import Catalog
from cscareer.catalog.word_models import TextKind
from cscareer.skills.crediting import JobCredits
from cscareer.skills.deeds import find_deeds
from cscareer.skills.evidence import Findings, gather
from cscareer.skills.finding import read_skills
from cscareer.skills.finding_text import TextLine
from cscareer.titles.headline import read_headline
from cscareer.titles.held_jobs import WorkHistory
from cscareer.titles.history import HistoryReader
from cscareer.titles.reading import TitleReader
from cscareer.titles.stated import DatedPosition

__all__ = ["read_resume", "read_resume_skills"]


def read_resume(
    catalog: Catalog, lines: Sequence[TextLine], positions: Sequence[DatedPosition], *, near: bool = False
) -> tuple[Findings, WorkHistory]:
    """The skills a resume names, shows by deeds, or vouches for by the jobs held, and these jobs.

    Args:
        catalog: the skills and roles, and the words by which texts are read.
        lines: the text, without line breaks; a gap in their numbers is an empty line.
        positions: the jobs of the resume whose dates are known.
        near: look for misspelt names too.

    Raises:
        InvalidDataError: a file of words has problems.
    """
    told = read_resume_skills(catalog, lines, near=near)
    if not positions:
        return told, WorkHistory()
    headline = read_headline(catalog.once(TitleReader), (line.text for line in lines))
    history = catalog.once(HistoryReader).read(
        positions, headline, ((line.number, line.text) for line in lines)
    )
    return gather(told, catalog.once(JobCredits).of(history.jobs)), history


def read_resume_skills(catalog: Catalog, lines: Sequence[TextLine], *, near: bool = False) -> Findings:
    """The skills a resume names or shows by deeds.

    Args:
        catalog: the skills, and the words by which texts are read.
        lines: the text, without line breaks; a gap in their numbers is an empty line.
        near: look for misspelt names too.

    Raises:
        InvalidDataError: a file of words has problems.
    """
    return gather(read_skills(catalog, lines, TextKind.RESUME, near=near), find_deeds(catalog, lines))
