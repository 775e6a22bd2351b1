"""Who is held against a job ad: what they say, their resume, and their profile."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from cscareer.cli.person import gather_read
from cscareer.cli.resumes import read_resume, text_lines
from cscareer.cli.session import Session

if TYPE_CHECKING:
    from cscareer.catalog.loading import Catalog
    from cscareer.documents.document import Document
    from cscareer.jobs.gates import Applicant


def gather_applicant(
    session: Session, catalog: "Catalog", have: Sequence[str], resume: str | None, *, strict: bool = False
) -> "Applicant | None":
    """Who is held against an ad; nobody where neither skills nor a resume nor a profile is given.

    Raises:
        as gathering a person does.
    """
    document = read_resume(session, catalog, resume) if resume is not None else None
    applicant = applicant_of(session, catalog, have, document, strict=strict)
    if applicant is None or document is None or applicant.location is not None:
        return applicant
    from cscareer.cli.header import home_of

    home = home_of(catalog, document)
    if home is None:
        return applicant
    session.notes.append(
        f"We take it that you live in {home.location.name}, as line {home.line} of your resume says. "
        "If not: cscareer profile set --location PLACE"
    )
    return applicant._replace(location=home.location)


def applicant_of(
    session: Session,
    catalog: "Catalog",
    have: Sequence[str],
    document: "Document | None",
    *,
    strict: bool = False,
) -> "Applicant | None":
    """The same with a resume that has been read."""
    from cscareer.jobs.gates import Applicant

    if (
        document is None
        and not have
        and (
            session.profile is None
            or not (session.profile.skills or session.profile.location or session.profile.role)
        )
    ):
        return None
    person = gather_read(session, catalog, have, lambda: document, strict=strict)
    lines = text_lines(document) if document else ()
    return Applicant(person, lines, session.own_location(catalog))
