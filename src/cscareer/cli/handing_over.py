"""Writing reports: in which format, opening one, and one for each of many people into a folder."""

import re
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from cscareer.cli.outcomes import Stream
from cscareer.cli.people import ManyPeople, people_of
from cscareer.cli.session import Session
from cscareer.cli.streams import passing_over
from cscareer.errors import UnwritableError, UsageError
from cscareer.render.formats import Format

if TYPE_CHECKING:
    from cscareer.catalog.loading import Catalog
    from cscareer.documents.document import Document
    from cscareer.documents.people import PersonLine
    from cscareer.handover.report import CareerReport, ReportCase

_ENDINGS = {
    ".html": Format.HTML, ".htm": Format.HTML, ".md": Format.MARKDOWN, ".markdown": Format.MARKDOWN,
    ".docx": Format.DOCX, ".json": Format.JSON,
}  # fmt: skip
_ENDING_OF = {Format.HTML: ".html", Format.MARKDOWN: ".md", Format.DOCX: ".docx", Format.JSON: ".json"}
_LONGEST_NAME = 60  # letters of a file's name
_RESERVED = re.compile(r"(con|prn|aux|nul|com[0-9]|lpt[0-9])(\..*)?", re.IGNORECASE)  # by Windows


def format_of(session: Session, *, many: bool) -> Format:
    """The format a report is written in: the one asked for, or the one that the file's ending says.

    Raises:
        UsageError: the file's ending is none of ours, a document would go to a stream, a web page to a terminal, or many reports to no folder.
    """
    nowhere = session.output in {None, "-"}
    if many and nowhere:
        raise UsageError("--people writes many reports.", hint="Name the folder they go to: -o reports")
    ending = Path(session.output or "").suffix.lower()
    if not many and session.asked is None and ending and ending not in _ENDINGS:
        raise UsageError(
            f"A report can't be written as {ending}.", hint=f"Its file may end in {', '.join(_ENDINGS)}."
        )
    written = session.asked or (Format.HTML if many else _ENDINGS.get(ending, Format.HTML))
    if written is Format.HTML and session.output is None and sys.stdout.isatty():
        raise UsageError(
            "A web page can't be read here.",
            hint="Name a file: -o report.html; or read on: --format markdown",
        )
    if written is Format.DOCX and nowhere:
        raise UsageError("A Word document can't be shown here.", hint="Name the file: -o report.docx")
    return written


def open_file(path: Path) -> None:
    """Opens a file in the program that the person's system has for it; says so where there is none."""
    from cscareer.render.show import tell

    if typer.launch(str(path.resolve())):
        tell(f"It couldn't be opened from here; open {path} yourself.")


def of_header(
    catalog: "Catalog", case: "ReportCase", document: "Document | None", name: str | None
) -> "ReportCase":
    """The case with the person's name as given, and place as asked for; else those at the head of their resume."""
    from cscareer.cli.header import home_of
    from cscareer.documents.header import in_letters, name_of
    from cscareer.documents.words import words_of

    home = home_of(catalog, document) if document and case.location is None else None
    with words_of(catalog):
        written = name_of(document) if document and not name else None
    return replace(
        case,
        home=home.location if home else None,
        home_line=home.line if home else None,
        prepared_for=in_letters(written.text) if written else name or None,
        name_line=written.line if written else None,
    )


def notes_on(answer: "CareerReport") -> Iterator[str]:
    """What whoever hands a report over should know of it, and its reader needn't: what was chosen, and how to say it otherwise."""
    from cscareer.handover.report import RoleChosen
    from cscareer.render.text import typed

    if answer.name_line is not None:
        yield f"The name is as line {answer.name_line} of the resume has it; --name NAME sets another."
    if answer.place_line is not None:
        yield f"The place is as line {answer.place_line} of the resume has it; --location PLACE sets another."
    if answer.chosen is RoleChosen.BEST_FIT:
        yield f"The role is the one nearest to them, {answer.role.title}; --role TITLE sets another."
    if answer.from_job and answer.path:
        yield f"The way in from {answer.from_job} is {answer.path.from_role.title}; the routes go on from there."
    elif answer.path is None and not (answer.from_job or (answer.gap and answer.gap.your_role)):
        yield "No routes: the role or job they come from isn't known; add --from TITLE."
    yield f"`cscareer outlook {typed(answer.role.title)}` tells all that speaks for the role and against it."


def stream_reports(
    session: Session, catalog: "Catalog", people: str, case: "ReportCase", written: Format, *, force: bool
) -> Stream:
    """Writes a report for each person as soon as their line is read; bad lines are told of and passed over.

    Raises:
        UsageError, UnreadableError: the people can't be read.
        UnwritableError: the folder can't be made, or holds something and nothing may be replaced.
    """
    folder = _folder(Path(session.output or ""), force=force)
    read = people_of(session, catalog, people)
    return Stream(lambda _: _write_all(session, catalog, read, case, written, folder, force=force))


def _folder(path: Path, *, force: bool) -> Path:
    """The folder that reports go to, readable by its owner alone where it is made here."""
    from cscareer.catalog.private_files import clear_away

    try:
        path.mkdir(mode=0o700, parents=True, exist_ok=True)
        clear_away(path)
        holds = any(path.iterdir())
    except FileExistsError:
        raise UnwritableError(
            f"{path} is a file, and reports need a folder.", hint="Name a folder: -o reports"
        ) from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise UnwritableError(f"{path} can't be used: {reason}.", hint="Choose another folder.") from None
    if holds and not force:
        raise UnwritableError(
            f"{path} holds something already.",
            hint="Name a new folder, or add --force to replace reports of the same name.",
        )
    return path


def _write_all(
    session: Session,
    catalog: "Catalog",
    people: ManyPeople,
    case: "ReportCase",
    written: Format,
    folder: Path,
    *,
    force: bool,
) -> None:
    from cscareer.catalog.private_files import save
    from cscareer.handover.report import report_career
    from cscareer.jobs.gates import Applicant
    from cscareer.render.progress import showing_rows
    from cscareer.render.show import draw_file, tell

    taken: set[str] = set()
    with showing_rows(no_color=session.no_color) as progress:
        try:
            for read, person in passing_over(*people):
                own = replace(of_header(catalog, case, read.document, read.id), applicant=Applicant(person))
                content = draw_file(report_career(catalog, own), written)
                save(folder / _file_name(read, taken, _ENDING_OF[written]), content, force=force)
                progress(people.name, len(taken), None)
        finally:
            count = len(taken)
            tell(f"{count:,} {'report' if count == 1 else 'reports'} in {folder}; only you can read them.")


def _file_name(read: "PersonLine", taken: set[str], ending: str) -> str:
    """A name for a person's file that every system takes and nobody else's file has: their id, or their line."""
    name = re.sub(r"[^\w-]+", "-", (read.id or "").casefold(), flags=re.ASCII).strip("-_")[:_LONGEST_NAME]
    if not name or _RESERVED.fullmatch(name):
        name = f"person-{read.line}"
    if name in taken:
        name = f"{name}-line-{read.line}"
    taken.add(name)
    return f"{name}{ending}"
