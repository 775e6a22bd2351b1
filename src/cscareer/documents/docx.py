"""DOCX: the paragraphs of its headers, main part and footers, read with the standard library's zip and a parser that refuses entities."""

import io
import re
import zipfile
import zlib
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from importlib.util import find_spec
from itertools import groupby
from xml.parsers.expat import ExpatError

from cscareer.documents.document import Document
from cscareer.documents.positions import find_positions
from cscareer.documents.prose import WrittenLine, parts, readable, too_long
from cscareer.errors import MissingExtraError, UnreadableError

_MOST_ELEMENTS = 500_000
_MOST_UNPACKED = 20_000_000  # bytes of the main part; a resume's has some hundred thousand
_MAIN = re.compile(r"word/document[0-9]*\.xml")
_AROUND = re.compile(r"word/(?:header|footer)[0-9]*\.xml")
_MOST_AROUND = 20
_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
_AGAIN = (
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"  # repeats what stands before it
)
_SPACES = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}


def is_docx(content: bytes) -> bool:
    """Whether bytes are a zip archive with a Word document in it."""
    return content.startswith(b"PK\x03\x04") and b"word/document" in content


def read(content: bytes, name: str) -> Document:
    """The document of a DOCX.

    Raises:
        MissingExtraError: defusedxml isn't installed.
        UnreadableError: it is broken, locked, too large unpacked, made to harm, or empty.
    """
    if find_spec("defusedxml") is None:
        raise MissingExtraError.of("Reading a DOCX", "docx")
    paragraphs: list[_Paragraph] = []
    for part in _parts(content, name):
        found = _paragraphs(part, name)
        # A header of the first page often says again what that of the others says.
        known = {paragraph.text for paragraph in paragraphs}
        first = paragraphs[-1].number if paragraphs else 0
        paragraphs += [
            replace(paragraph, number=first + paragraph.number)
            for paragraph in found
            if paragraph.row is not None or paragraph.text not in known
        ]
    written = [
        WrittenLine(each.number, each.text, listed=each.listed, heading=each.heading) for each in paragraphs
    ]
    lines = readable(written, name)
    if not lines:
        raise UnreadableError(
            f"{name} has no text.", hint="If its text is a picture, save the original anew."
        )
    jobs = find_positions(_by_rows(paragraphs), name)
    return Document(name, "docx", lines, (), jobs.positions, jobs.warnings)


@dataclass(frozen=True, slots=True)
class _Paragraph:
    """A paragraph with text; `row` and `cell` tell where in a table it stands."""

    number: int
    text: str
    listed: bool
    heading: bool
    row: int | None
    cell: int


def _by_rows(paragraphs: Sequence[_Paragraph]) -> list[WrittenLine]:
    """The lines, in which the cells of a table's row stand side by side if each holds one paragraph.

    A cell with several is a column of the page, not of a table of jobs.
    """
    lines: list[WrittenLine] = []
    for row, group in groupby(paragraphs, key=lambda paragraph: paragraph.row):
        members = list(group)
        cells = {paragraph.cell for paragraph in members}
        if row is not None and len(cells) == len(members) > 1:
            lines.append(WrittenLine(members[0].number, "\t".join(each.text for each in members)))
        else:
            lines += [
                WrittenLine(each.number, each.text, listed=each.listed, heading=each.heading)
                for each in members
            ]
    return lines


def _parts(content: bytes, name: str) -> list[bytes]:
    """The XML of headers, main part and footers, in this order."""
    found: list[bytes] = []
    left = _MOST_UNPACKED
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            members = {info.filename: info for info in archive.infolist()}
            main = next(filename for filename in members if _MAIN.fullmatch(filename))
            around = sorted(filename for filename in members if _AROUND.fullmatch(filename))[:_MOST_AROUND]
            headers = [filename for filename in around if "header" in filename]
            footers = [filename for filename in around if "footer" in filename]
            for filename in (*headers, main, *footers):
                part = members[filename]
                if part.flag_bits & 1:
                    raise UnreadableError(
                        f"{name} is password-protected.", hint="Save it without a password."
                    )
                if part.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
                    raise _broken(name)
                with archive.open(part) as file:
                    found.append(file.read(left + 1))
                left -= len(found[-1])
                if left < 0:
                    raise UnreadableError(
                        f"{name} unpacks to more than {_MOST_UNPACKED // 1_000_000} MB.",
                        hint="Save only its text.",
                    )
    except (
        zipfile.BadZipFile,
        zlib.error,
        EOFError,
        OSError,
        StopIteration,
        ValueError,
        NotImplementedError,
    ):
        raise _broken(name) from None
    return found


def _paragraphs(xml: bytes, name: str) -> list[_Paragraph]:
    from defusedxml.common import DefusedXmlException
    from defusedxml.ElementTree import DefusedXMLParser, ParseError

    collector = _Collector()
    parser = DefusedXMLParser(target=collector, forbid_dtd=True)
    try:
        parser.feed(xml)
        parser.close()
    except _TooMuchError:
        raise too_long(name) from None
    except DefusedXmlException:
        message = f"{name} holds XML entities, which a document of Word never does."
        raise UnreadableError(message, hint="Don't trust this file; open it nowhere.") from None
    except (ParseError, ExpatError, ValueError, LookupError):
        raise _broken(name) from None
    return collector.paragraphs


def _broken(name: str) -> UnreadableError:
    return UnreadableError(f"{name} is not a whole DOCX.", hint="Save it anew as DOCX, or as text.")


class _TooMuchError(Exception):
    pass


@dataclass
class _Open:
    """A paragraph that is being read; one may hold others, in a text box."""

    pieces: list[str] = field(default_factory=list)
    listed: bool = False
    heading: bool = False


class _Collector:
    """Takes what the parser meets, builds no tree, and keeps the paragraphs' text."""

    def __init__(self) -> None:
        self.paragraphs: list[_Paragraph] = []
        self._open: list[_Open] = []
        self._tables: list[tuple[int, int]] = []  # of each open table: the row's number, and the cell's in it
        self._rows = 0
        self._reads = False
        self._repeats = 0  # how deep inside of what is repeated
        self._counted = 0
        self._elements = 0

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        self._elements += 1
        if self._elements > _MOST_ELEMENTS:
            raise _TooMuchError
        if self._repeats or tag == _AGAIN:
            self._repeats += 1
            return
        word = _name(tag)
        if word == "p":
            self._open.append(_Open())
        elif word == "tbl":
            self._tables.append((0, 0))
        elif word in {"tr", "tc"} and self._tables:
            self._in_table(word)
        elif self._open:
            self._in_paragraph(word, attributes)

    def _in_table(self, word: str) -> None:
        if word == "tr":
            self._rows += 1
            self._tables[-1] = self._rows, 0
        else:
            row, cell = self._tables[-1]
            self._tables[-1] = row, cell + 1

    def _in_paragraph(self, word: str | None, attributes: dict[str, str]) -> None:
        paragraph = self._open[-1]
        if word == "t":
            self._reads = True
        elif word == "numPr":
            paragraph.listed = True
        elif word == "pStyle":
            style = next((value for key, value in attributes.items() if key.endswith("}val")), "")
            paragraph.heading = style.casefold().startswith("heading")
        elif word in _SPACES:
            paragraph.pieces.append(_SPACES[word])

    def data(self, text: str) -> None:
        """Text, or a part of it."""
        if self._reads and not self._repeats:
            self._open[-1].pieces.append(text)

    def end(self, tag: str) -> None:
        """An element ends."""
        if self._repeats:
            self._repeats -= 1
            return
        word = _name(tag)
        if word == "t":
            self._reads = False
        elif word == "tbl" and self._tables:
            self._tables.pop()
        elif word == "p" and self._open:
            self._take(self._open.pop())

    def _take(self, paragraph: _Open) -> None:
        texts = [line for line in parts("".join(paragraph.pieces)) if any(map(str.isalnum, line))]
        if texts:
            self._counted += 1
        row, cell = self._tables[-1] if self._tables else (None, 0)
        self.paragraphs += [
            _Paragraph(self._counted, text, paragraph.listed, paragraph.heading, row, cell) for text in texts
        ]

    def close(self) -> None:
        """The document has ended."""


def _name(tag: str) -> str | None:
    """The name of an element of Word's own, in either of its namespaces."""
    for space in (_WORD, _STRICT):
        if tag.startswith(space):
            return tag[len(space) :]
    return None
