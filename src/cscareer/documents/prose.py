"""Text of any source as lines: decoded, without what steers a terminal, Markdown read as what it says."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from html import unescape
from pathlib import Path

from cscareer.catalog.remembering import remembered
from cscareer.documents.document import Line
from cscareer.errors import Problem, UnreadableError

MOST_LINES = 20_000  # a long resume has a few hundred
MOST_CHARACTERS = 300_000  # of text in any format: a hundred pages; a long resume has some ten thousand

# Controls, line separators and half characters. Direction marks are text, and stay.
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
# Orders to a terminal, as they stand in what was copied from one: colours, titles of windows.
_ORDER = re.compile("\x1b(?:\\[[0-?]{0,40}[ -/]{0,4}[@-~]|\\][^\x07\x1b\n]{0,300}(?:\x07|\x1b\\\\))")
_WIDE = re.compile(r"\s{0,99}(?:[^\W\d_]|&)(?:\s{1,9}(?:[^\W\d_]|&)){4,99}:?\s{0,99}")  # letters one by one
_BREAK = re.compile("\r\n|\n|\r")
_OF_PROGRAMS = frozenset({".pdf", ".docx"})
_BINARY = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_MOST_BINARY = 0.05  # of a text; terminal escapes may stand in what was copied from a terminal
_BULLET = re.compile(
    r"\A\s*(?:[-*+•‣▪▫◦●○■□·–—▸►▶➤➢✓✔✦★☆»›∙\u2043\uf0a7\uf0b7\uf0d8]|[0-9]{1,2}[.)]|#[0-9]{1,2}[.):]|o(?=\s{1,3}[A-Z]))\s+"
)
_MARKS = {"utf-32": (b"\xff\xfe\x00\x00", b"\x00\x00\xfe\xff"), "utf-16": (b"\xff\xfe", b"\xfe\xff")}

_HEADING = re.compile(r"#{1,6}\s+|>\s?")  # at the beginning of a line
_LINK = re.compile(r"!?\[([^\[\]]{0,300})\]\([^()\s]{0,2000}(?:\s\"[^\"]{0,300}\")?\)")
_EMPHASIS = re.compile(r"(?<!\w)(\*\*\*|\*\*|\*|___|__|_|`|~~)(?=\S)([^*_`~]{1,500})(?<=\S)\1(?!\w)")
_HTML = re.compile(r"</?[a-z][a-z0-9]*\b[^<>]{0,500}>|&(?:[a-z]{2,8}|#[0-9]{1,6});", re.IGNORECASE)
_HTML_TAG = re.compile(r"</?([a-z][a-z0-9]*)\b[^<>]{0,2000}>", re.IGNORECASE)
_HTML_BLOCKS = frozenset(
    [
        "p",
        "div",
        "li",
        "ul",
        "ol",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "tr",
        "td",
        "th",
        "table",
        "section",
        "article",
        "header",
        "footer",
    ]
)


@dataclass(frozen=True, slots=True)
class WrittenLine:
    """A line as it stands in the source, controls and all."""

    number: int
    text: str
    page: int | None = None
    listed: bool = False  # an item of a list
    heading: bool = False  # set as a heading

    @property
    def is_item(self) -> bool:
        """Whether it is an item of a list, by its form or by its text."""
        return self.listed or _is_bullet(self.text)


@remembered
def _is_bullet(text: str) -> bool:
    return _BULLET.match(text) is not None


def decode(content: bytes, name: str) -> tuple[str, list[Problem]]:
    """The text of bytes in UTF-8, or in UTF-16 or UTF-32 with their mark, or in Windows-1252 with a warning.

    Raises:
        UnreadableError: it isn't text.
    """
    warnings = []
    try:
        marked = next((code for code, marks in _MARKS.items() if content.startswith(marks)), "utf-8-sig")
        text = content.decode(marked)
    except UnicodeDecodeError as error:
        try:
            text = content.decode("cp1252")
        except UnicodeDecodeError:
            raise _no_text(name) from None
        if content.startswith(_MARKS["utf-16"]) or _BINARY.search(text):
            raise _no_text(name) from None
        line = content[: error.start].count(b"\n") + 1
        hint = "Save the file as UTF-8."
        warnings.append(
            Problem(name, line, None, "Not UTF-8; read as Windows-1252, accented letters may be wrong.", hint)
        )
    if "\0" in text or len(_BINARY.findall(text)) > len(text) * _MOST_BINARY:
        raise _no_text(name)
    return without_orders(text), warnings


def without_orders(text: str) -> str:
    """A text without orders to a terminal; a lone escape stays a control character."""
    return _ORDER.sub("", text) if "\x1b" in text else text


def _no_text(name: str) -> UnreadableError:
    ending = Path(name).suffix.casefold()
    if ending in _OF_PROGRAMS:  # whoever named it so believes it is one already
        kind = ending[1:].upper()
        return UnreadableError(
            f"{name} is neither a {kind} inside nor text.", hint=f"Save it as {kind} once more, or as text."
        )
    return UnreadableError(f"{name} is not text.", hint="Save it as UTF-8 text, PDF or DOCX.")


def split(text: str) -> list[WrittenLine]:
    """The lines of a text, numbered as an editor does."""
    return [WrittenLine(number, unspaced(line)) for number, line in enumerate(_BREAK.split(text), start=1)]


def unspaced(line: str) -> str:
    """A line with the words put together that are set wide: "S K I L L S"; wider gaps part its words."""
    if not _WIDE.fullmatch(line):
        return line
    return " ".join("".join(word.split()) for word in re.split(r"\s{2,}", line.strip()))


def parts(text: str) -> list[str]:
    """The lines of a text inside a document."""
    return _BREAK.split(text)


def clean(text: str) -> str:
    """A text on one line: each control character a space, half characters replaced."""
    if text.isprintable():  # as nearly all of them are
        return text.strip()
    return _CONTROL.sub(lambda match: "\ufffd" if match[0] >= "\ud800" else " ", text).strip()


def plain(text: str) -> str:
    """A text of HTML as it reads: paragraphs and items on lines of their own, no tags, no entities; any other as it is."""
    if not ("<" in text or "&" in text) or not _HTML.search(text):
        return text
    lines = _HTML_TAG.sub(
        lambda tag: "\n" if tag[1].casefold() in _HTML_BLOCKS else " " if tag[1].casefold() == "br" else "",
        text,
    )
    return "\n".join(line.strip() for line in unescape(lines).split("\n") if line.strip())


def unmark(text: str) -> str:
    """A line of Markdown as it reads: without signs of headings, emphasis, code and links."""
    if (bare := text.lstrip()).startswith(("#", ">")):
        sign = _HEADING.match(bare)
        text = bare[sign.end() :] if sign else bare
    if "](" in text:
        text = _LINK.sub(r"\1", text)
    if any(sign in text for sign in "*_`~"):
        for _ in range(3):  # bold within italic within code
            text, count = _EMPHASIS.subn(r"\2", text)
            if not count:
                break
    return text


def is_heading(text: str) -> bool:
    """Whether a line of Markdown is a heading."""
    return re.match(r"\s{0,3}#{1,6}\s", text) is not None


def unbullet(text: str) -> str:
    """A list's item without its sign."""
    return _BULLET.sub("", text, count=1)


def readable(written: Iterable[WrittenLine], name: str) -> tuple[Line, ...]:
    """The lines that have words in them, made safe.

    Raises:
        UnreadableError: they are more than 20,000, or hold more than 300,000 characters.
    """
    lines: list[Line] = []
    left = MOST_CHARACTERS
    for line in written:
        left -= len(line.text)
        if left < 0:
            raise UnreadableError(
                f"{name} has more than {MOST_CHARACTERS:,} characters of text.",
                hint="Save only what matters.",
            )
        text = clean(line.text)
        if any(map(str.isalnum, text)):
            lines.append(Line(line.number, text, line.page))
            if len(lines) > MOST_LINES:
                raise too_long(name)
    return tuple(lines)


def too_long(name: str) -> UnreadableError:
    """The refusal of a document that no one would read."""
    return UnreadableError(f"{name} has more than {MOST_LINES:,} lines.", hint="Save only what matters.")
