"""Reading a person's resume, and the skills it speaks of."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from cscareer.cli.session import Session
from cscareer.errors import UsageError

if TYPE_CHECKING:
    from cscareer.catalog.loading import Catalog
    from cscareer.documents.document import Document
    from cscareer.skills.finding import FoundSkill

STANDARD_INPUT = "-"


def find_in_resume(session: Session, catalog: "Catalog", said: str) -> "tuple[FoundSkill, ...]":
    """The skills a resume speaks of; what was passed over in reading it is noted for the person.

    Raises:
        UsageError: standard input is asked for and is a terminal.
        UnreadableError, InvalidDataError, MissingExtraError: as reading a document raises them.
    """
    from cscareer.skills.finding import TextLine, find_skills  # noqa: PLC0415  help stays quick

    document = _read(said)
    for warning in document.warnings:
        place = warning.file if warning.line is None else f"{warning.file}:{warning.line}"
        session.notes.append(f"{place}: {warning.message}")
    return find_skills(catalog, text_lines(document), near=True)


def _read(said: str) -> "Document":
    from cscareer.documents.reading import MOST_BYTES, read_bytes, read_document  # noqa: PLC0415

    if said != STANDARD_INPUT:
        return read_document(Path(said))
    if sys.stdin is None or sys.stdin.isatty():
        raise UsageError(
            "--resume - reads standard input, and nothing is sent there.",
            hint="Like this: cat resume.txt | cscareer gap TITLE --resume -",
        )
    return read_bytes(sys.stdin.buffer.read(MOST_BYTES + 1), "standard input")
