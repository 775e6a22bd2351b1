"""DOCX: the paragraphs of its main part, read with the standard library's zip and a parser that refuses entities."""

import io
import re
import zipfile
import zlib
from importlib.util import find_spec
from xml.parsers.expat import ExpatError

from cscareer.documents.document import Document
from cscareer.documents.headings import find_positions
from cscareer.documents.prose import WrittenLine, parts, readable, too_long
from cscareer.errors import MissingExtraError, UnreadableError

_MOST_ELEMENTS = 500_000
_MOST_UNPACKED = 20_000_000  # bytes of the main part; a resume's has some hundred thousand
_MAIN = re.compile(r"word/document[0-9]*\.xml")
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
    written = _paragraphs(_main_part(content, name), name)
    lines = readable(written, name)
    if not lines:
        raise UnreadableError(
            f"{name} has no text.", hint="If its text is a picture, save the original anew."
        )
    return Document(name, "docx", lines, (), tuple(find_positions(written)), ())


def _main_part(content: bytes, name: str) -> bytes:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            part = next(info for info in archive.infolist() if _MAIN.fullmatch(info.filename))
            if part.flag_bits & 1:
                raise UnreadableError(f"{name} is password-protected.", hint="Save it without a password.")
            if part.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
                raise _broken(name)
            with archive.open(part) as file:
                xml = file.read(_MOST_UNPACKED + 1)
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
    if len(xml) > _MOST_UNPACKED:
        raise UnreadableError(
            f"{name} unpacks to more than {_MOST_UNPACKED // 1_000_000} MB.", hint="Save only its text."
        )
    return xml


def _paragraphs(xml: bytes, name: str) -> list[WrittenLine]:
    from defusedxml.common import DefusedXmlException  # noqa: PLC0415  an extra
    from defusedxml.ElementTree import DefusedXMLParser, ParseError  # noqa: PLC0415  the same

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
    return collector.written


def _broken(name: str) -> UnreadableError:
    return UnreadableError(f"{name} is not a whole DOCX.", hint="Save it anew as DOCX, or as text.")


class _TooMuchError(Exception):
    pass


class _Collector:
    """Takes what the parser meets, builds no tree, and keeps the paragraphs' text."""

    def __init__(self) -> None:
        self.written: list[WrittenLine] = []
        self._open: list[tuple[list[str], bool]] = []  # paragraphs; one may hold others, in a text box
        self._reads = False
        self._repeats = 0  # how deep inside of what is repeated
        self._paragraphs = 0
        self._elements = 0

    def start(self, tag: str, _attributes: dict[str, str]) -> None:
        """An element begins."""
        self._elements += 1
        if self._elements > _MOST_ELEMENTS:
            raise _TooMuchError
        if self._repeats or tag == _AGAIN:
            self._repeats += 1
            return
        word = _name(tag)
        if word == "p":
            self._open.append(([], False))
        elif self._open and word == "t":
            self._reads = True
        elif self._open and word == "numPr":
            self._open[-1] = (self._open[-1][0], True)
        elif self._open and word in _SPACES:
            self._open[-1][0].append(_SPACES[word])

    def data(self, text: str) -> None:
        """Text, or a part of it."""
        if self._reads and not self._repeats:
            self._open[-1][0].append(text)

    def end(self, tag: str) -> None:
        """An element ends."""
        if self._repeats:
            self._repeats -= 1
            return
        word = _name(tag)
        if word == "t":
            self._reads = False
        elif word == "p" and self._open:
            pieces, listed = self._open.pop()
            texts = [line for line in parts("".join(pieces)) if any(map(str.isalnum, line))]
            if texts:
                self._paragraphs += 1
            self.written += [WrittenLine(self._paragraphs, text, listed=listed) for text in texts]

    def close(self) -> None:
        """The document has ended."""


def _name(tag: str) -> str | None:
    """The name of an element of Word's own, in either of its namespaces."""
    for space in (_WORD, _STRICT):
        if tag.startswith(space):
            return tag[len(space) :]
    return None
