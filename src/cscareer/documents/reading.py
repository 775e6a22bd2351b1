"""Reading a document from a file or from bytes: its kind is recognized by its content first, then by its name."""

import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from cscareer.catalog import reading, yaml_reader
from cscareer.catalog.loading import Catalog
from cscareer.documents import docx, json_reader, json_resume, pdf, rendercv
from cscareer.documents.document import Document, Kind, Position
from cscareer.documents.positions import find_positions
from cscareer.documents.prose import (
    MOST_LINES,
    WrittenLine,
    decode,
    is_heading,
    parts,
    readable,
    split,
    too_long,
    unmark,
)
from cscareer.documents.structure import Structure
from cscareer.documents.web_page import read_page
from cscareer.documents.words import words_of
from cscareer.errors import InvalidDataError, Problem, UnreadableError

RESUME_ENDINGS = frozenset({".txt", ".md", ".markdown", ".pdf", ".docx", ".json", ".yaml", ".yml"})
"""Of files in a folder that may be resumes."""

MOST_BYTES = 20_000_000  # of a PDF or DOCX, which may hold pictures
MOST_TEXT_BYTES = 5_000_000
_START = 4096

_FOREIGN = {
    b"\x89PNG": "a picture", b"\xff\xd8\xff": "a picture", b"GIF8": "a picture", b"II*\x00": "a picture",
    b"MM\x00*": "a picture", b"{\\rtf": "an RTF file",
    b"PK\x03\x04": "an archive that isn't DOCX", b"PK\x05\x06": "an archive that isn't DOCX",
}  # fmt: skip
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # old Word files, and new ones that are locked
_LOCKED = "EncryptedPackage".encode("utf-16-le")
_HINT = "Save it as text, Markdown, PDF or DOCX."

_PAGE = re.compile(
    r"\s{0,99}<(?:!doctype html|html|head|body)\b",
    re.IGNORECASE,
)
_JSON = re.compile(r'\s*\{\s*"')
_CV = re.compile(r"^cv:\s*$", re.MULTILINE)
_MARKDOWN = re.compile(r"^(?:#{1,6} \S|\s{0,3}[-*] \*\*|```)|\]\(https?://|\*\*\w", re.MULTILINE)
_SIGNS = ("# ", "**", "```", "](http")  # without any of which a text is no Markdown
_BACKWARDS = "This job ends before it begins, so its dates were read the other way round."
_CHECK_DATES = "Check them, and put the earlier date first, like March 2019 – May 2021."
_EXPECTED_JSON = "Expected JSON Resume: an object with basics, work, skills …"
_EXPECTED_YAML = "Expected RenderCV's cv, or JSON Resume's basics, work, skills …"


def read_document(path: Path, catalog: Catalog | None = None) -> Document:
    """Reads a resume or a job ad from a file, by the words of a catalog; of the one in use where none is given.

    Raises:
        UnreadableError: there is no such file, or it is too large, locked, broken, empty or of no kind we read.
        InvalidDataError: it is JSON or YAML, and nothing in it is usable.
        MissingExtraError: it is a PDF or DOCX and the extra for it isn't installed.
    """
    return read_bytes(reading.read_bytes(path, MOST_BYTES), str(path), catalog)


def read_bytes(content: bytes, name: str, catalog: Catalog | None = None) -> Document:
    """Reads a resume or a job ad that is already here, say from standard input, of at most MOST_BYTES.

    `name` stands for it in messages, and its ending helps to tell its kind. Raises as `read_document`.
    """
    if len(content) > MOST_BYTES:
        raise _too_large(name, MOST_BYTES)
    if not content.strip():
        raise UnreadableError(f"{name} is empty.", hint="Give one with its text in it, or leave it out.")
    with words_of(catalog):
        return _read(content, name)


def _read(content: bytes, name: str) -> Document:
    if b"%PDF-" in content[:1024]:
        return _doubted(pdf.read(content, name))
    if docx.is_docx(content):
        return _doubted(docx.read(content, name))
    _refuse_foreign(content, name)
    if len(content) > MOST_TEXT_BYTES:
        raise _too_large(name, MOST_TEXT_BYTES)
    text, warnings = decode(content, name)
    return read_text(text, name, warnings)


def read_text(
    text: str, name: str, warnings: Sequence[Problem] = (), catalog: Catalog | None = None
) -> Document:
    """Reads a resume that is text already: plain, Markdown, JSON or YAML. Raises as `read_document`."""
    if max(text.count("\n"), text.count("\r")) > 2 * MOST_LINES:  # every second one may be empty
        raise too_long(name)
    with words_of(catalog):
        document = _read_text(text, name, list(warnings))
    if not (document.lines or document.skills or document.positions):
        raise _unusable(name, "There is nothing to read in it.", document.warnings)
    return _doubted(document)


def _doubted(document: Document) -> Document:
    """A document whose jobs all begin before they end: dates that run backwards are read the other way round, with a warning for each."""
    backwards = list(filter(_is_backwards, document.positions))
    if not backwards:
        return document
    positions = tuple(
        replace(each, start=each.end, end=each.start) if each in backwards else each
        for each in document.positions
    )
    warnings = (Problem(document.name, each.line, None, _BACKWARDS, _CHECK_DATES) for each in backwards)
    return replace(document, positions=positions, warnings=(*document.warnings, *warnings))


def _is_backwards(job: Position) -> bool:
    return (
        job.start is not None
        and job.end is not None
        and (job.end.year, job.end.month or 12) < (job.start.year, job.start.month or 1)
    )


def _too_large(name: str, most: int) -> UnreadableError:
    message = f"{name} is larger than {most // 1_000_000} MB."
    return UnreadableError(message, hint="Save only the text, without pictures.")


def _refuse_foreign(content: bytes, name: str) -> None:
    start = content[:_START].lstrip()
    if content.startswith(_OLE):
        if _LOCKED in content:
            raise UnreadableError(f"{name} is password-protected.", hint="Save it without a password.")
        raise UnreadableError(f"{name} is an old Word file.", hint="Save it as DOCX.")
    for mark, kind in _FOREIGN.items():
        if start.lower().startswith(mark) or content.startswith(mark):
            raise UnreadableError(f"{name} is {kind}, which isn't read.", hint=_HINT)


def _read_text(text: str, name: str, warnings: list[Problem]) -> Document:
    ending = Path(name).suffix.casefold()
    kind: Kind | None = None
    begins = text.lstrip()[:1] in ("{", "[") and ending not in (".md", ".markdown", ".yaml", ".yml")
    if begins or ending == ".json":
        document = _read_json(text, name, warnings, certain=ending == ".json")
        if document:
            return document
    if ending in (".yaml", ".yml") or (
        ending not in (".md", ".markdown") and "cv:" in text and _CV.search(text)
    ):
        document = _read_yaml(text, name, warnings, certain=ending in (".yaml", ".yml"))
        if document:
            return document
    if ending in (".html", ".htm") or _PAGE.match(text):
        text, kind = "\n".join(read_page(text, cell="\t").lines) or text, "html"
    written = split(text)
    if kind == "html" or ending in (".md", ".markdown") or (ending != ".txt" and _is_markdown(text)):
        written = [
            WrittenLine(line.number, unmark(line.text), heading=is_heading(line.text)) for line in written
        ]
        kind = kind or "markdown"
    found = find_positions(written, name)
    return Document(
        name, kind or "text", readable(written, name), (), found.positions, (*warnings, *found.warnings)
    )


def _is_markdown(text: str) -> bool:
    return any(map(text.__contains__, _SIGNS)) and _MARKDOWN.search(text) is not None


def _read_json(text: str, name: str, warnings: list[Problem], *, certain: bool) -> Document | None:
    """The document of JSON, or None if it is only text that begins like it."""
    try:
        value, lines = json_reader.parse(text)
    except reading.RefusedError as refused:
        if certain or _JSON.match(text):
            raise _refusal(name, refused) from None
        return None
    return _read_structure(Structure(name, value, lines, parts(text), warnings=warnings), _EXPECTED_JSON)


def _read_yaml(text: str, name: str, warnings: list[Problem], *, certain: bool) -> Document | None:
    """The document of YAML, or None if it is only text that looks like it."""
    try:
        value: Any = yaml_reader.parse(text)
        lines = yaml_reader.lines(text)
    except reading.RefusedError as refused:
        if certain:
            raise _refusal(name, refused) from None
        return None
    return _read_structure(Structure(name, value, lines, parts(text), warnings=warnings), _EXPECTED_YAML)


def _read_structure(source: Structure, expected: str) -> Document:
    if rendercv.is_rendercv(source.value):
        return rendercv.read(source)
    if json_resume.is_json_resume(source.value):
        return json_resume.read(source)
    raise _unusable(source.name, expected)


def _refusal(name: str, refused: reading.RefusedError) -> InvalidDataError:
    message = yaml_reader.without_content(refused).message
    problem = Problem(name, refused.line, None, f"{message[:1].upper()}{message[1:]}.", refused.hint)
    return InvalidDataError(f"{name} can't be read:", problems=[problem])


def _unusable(name: str, message: str, problems: tuple[Problem, ...] = ()) -> InvalidDataError:
    found = problems or (Problem(name, None, None, message),)
    return InvalidDataError(f"{name} can't be used. {message}", problems=found)
