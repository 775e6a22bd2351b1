"""A resume as it was read, and what it says of a person."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from cscareer.cli import clock
from cscareer.cli.ads import note_kind
from cscareer.cli.session import Session
from cscareer.cli.streams import STANDARD_INPUT, GivenText, standard_input
from cscareer.errors import UsageError

if TYPE_CHECKING:
    from cscareer.catalog.loading import Catalog
    from cscareer.documents.document import Document, Line, Position
    from cscareer.skills.finding import FoundSkill, TextLine
    from cscareer.skills.held import Person
    from cscareer.titles.stated import DatedPosition

_TITLE_REACH = 4  # lines between a position's dates and its title
_MOST_BESIDE = 1_000  # lines of one number, as where JSON stands in a single one


def read_resume(session: Session, catalog: "Catalog", said: str) -> "Document":
    """A resume as read; what was passed over is noted for the person.

    Raises:
        UsageError: standard input is asked for and is a terminal.
        UnreadableError, InvalidDataError, MissingExtraError: as reading a document raises them.
    """
    from cscareer.catalog.word_models import TextKind

    document = _read(catalog, said)
    for warning in document.warnings:
        place = warning.file if warning.line is None else f"{warning.file}:{warning.line}"
        field = f"{warning.field}: " if warning.field else ""
        session.notes.append(f"{place}: {field}{warning.message}")
    note_kind(session, catalog, said, [line.text for line in document.lines], TextKind.RESUME)
    return document


def read_person(catalog: "Catalog", document: "Document", today: date | None = None) -> "Person":
    """What a document says of a person: their skills by name, by deeds and by the jobs they held, and their years until today."""
    from cscareer.skills.reading import read_resume

    today = today or clock.today()
    findings, history = read_resume(
        catalog, text_lines(document), dated_positions(document, today), near=True
    )
    from cscareer.skills.held import Person

    return Person(
        found=findings.skills,
        years_of_experience=years_worked(document, today),
        maybe=findings.maybe,
        history=history,
        role=None if history.jobs else _called(catalog, document),
        lacks=frozenset(findings.denied),
    )


def _called(catalog: "Catalog", document: "Document") -> str | None:
    """The role that a person calls themselves at the head of a document."""
    from cscareer.titles.headline import read_headline
    from cscareer.titles.reading import TitleReader

    headline = read_headline(catalog.once(TitleReader), (line.text for line in document.lines))
    return headline.role if headline else None


def find_in_document(catalog: "Catalog", document: "Document") -> "tuple[FoundSkill, ...]":
    """The skills that a document speaks of, by name, by a deed, or by a job held."""
    return tuple(read_person(catalog, document).found)


def dated_positions(document: "Document", today: date) -> "list[DatedPosition]":
    """The positions of a document whose dates are stated, each with the line it stands in."""
    from cscareer.documents.document import spans_of
    from cscareer.titles.stated import DatedPosition

    lines: dict[int, list[Line]] = {}
    for line in document.lines:
        lines.setdefault(line.number, []).append(line)
    dated: list[DatedPosition] = []
    for each, months in zip(document.positions, spans_of(document.positions, today), strict=True):
        if months:
            at = _line_of(lines, each)
            dated.append(
                DatedPosition(
                    each.title,
                    each.organization,
                    at.text if at else "",
                    at.number if at else each.line,
                    *months,
                    each.current,
                )
            )
    return dated


def _line_of(lines: "Mapping[int, Sequence[Line]]", position: "Position") -> "Line | None":
    """The line a position's title stands in, near that of its dates; else the line of its dates."""
    reach = sorted(range(-_TITLE_REACH, _TITLE_REACH + 1), key=abs)
    near = (line for away in reach for line in lines.get(position.line + away, ())[:_MOST_BESIDE])
    titled = (line for line in near if position.title in line.text)
    return next(titled, None) or next(iter(lines.get(position.line, ())), None)


def text_lines(document: "Document") -> "list[TextLine]":
    """A document's lines, with the levels its form states beside them."""
    from cscareer.skills.finding import TextLine

    levels = document.stated_levels()
    return [
        TextLine(line.number, line.text, level) for line, level in zip(document.lines, levels, strict=True)
    ]


def years_worked(document: "Document", today: date) -> float | None:
    """The years that the jobs in a document cover until today."""
    from cscareer.documents.document import years_of_experience

    return years_of_experience(document.positions, today)


def _read(catalog: "Catalog", said: str) -> "Document":
    if not said:
        raise UsageError("An empty name is no file.", hint="Name your resume, or - for standard input.")
    from cscareer.documents.reading import MOST_BYTES, read_bytes, read_document

    if isinstance(said, GivenText):
        return read_bytes(said.content, said, catalog)
    if said != STANDARD_INPUT:
        return read_document(Path(said), catalog)
    sent = standard_input(
        "- reads your resume from",
        "cat resume.txt | cscareer match --resume -, or give a file: --resume resume.txt",
    )
    return read_bytes(sent.read(MOST_BYTES + 1), "standard input", catalog)
