"""Reading a job ad from a file or from bytes: text, Markdown, a web page, PDF, DOCX, a mail, or JSON."""

import re
from collections.abc import Iterable
from email.message import EmailMessage
from email.parser import BytesParser
from email.policy import EmailPolicy
from itertools import islice
from pathlib import Path
from typing import Any

from cscareer.catalog import reading
from cscareer.documents import docx, json_reader
from cscareer.documents.document import Document
from cscareer.documents.job_fields import fields_of, is_record
from cscareer.documents.prose import MOST_LINES, clean, decode, is_heading, split, unmark
from cscareer.documents.reading import MOST_BYTES, read_bytes
from cscareer.documents.web_page import lines_of, postings_in, read_page
from cscareer.errors import InvalidDataError, Problem, UnreadableError
from cscareer.jobs.ad import Ad, AdFields
from cscareer.skills.finding_text import TextLine

AD_ENDINGS = frozenset({".txt", ".md", ".markdown", ".html", ".htm", ".pdf", ".docx", ".eml", ".json"})
"""Of files in a folder that may be ads."""

MOST_LETTERS = 300_000  # of one ad; the longest we met has 20,000
_MAIL = re.compile(
    rb"\A(?:(?:From|To|Subject|Date|Received|Return-Path|Delivered-To|MIME-Version|Message-ID|X-[\w-]+|DKIM-Signature|Reply-To|Content-Type):[^\n]*\n(?:[ \t][^\n]*\n){0,50}){2}",
    re.IGNORECASE,
)
_HTML = re.compile(
    r"\A\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*)?<(?:!doctype html|html|head|body|div|p|h1|table|meta|script|article|section|main|ul)\b",
    re.IGNORECASE | re.DOTALL,
)
_LONGEST_HEADER = 1_000  # letters
_TAGS = re.compile(r"</(?:p|div|li|h[1-6]|td|span|ul)>", re.IGNORECASE)
_ALL_BOLD = re.compile(r"\s*(?:\*\*|__)[^*_]{2,60}(?:\*\*|__):?\s*\Z")
_FEW_TAGS = 5
_TOO_LONG = f"Only its first {MOST_LETTERS:,} letters were read."
_TOO_MANY = f"Only its first {MOST_LINES:,} lines were read."
_NO_ATTACHMENTS = "Attachments of the mail were left out."
_LINES = "To read an ad a line, add --stream."
_EXPECTED = 'Expected a schema.org JobPosting, or an object with "title" and "description".'


class _ShortHeaders(EmailPolicy):
    """Reads the beginning of each header alone: the library takes the square of its length to take one apart."""

    def header_source_parse(self, sourcelines: list[str]) -> tuple[str, Any]:
        """The name and value of a header that stands in these lines."""
        name, value = super().header_source_parse(sourcelines)
        return name, value[:_LONGEST_HEADER]


def read_ad_file(path: Path) -> Ad:
    """The job ad of a file.

    Raises:
        UnreadableError: there is no such file, or it is too large, locked, broken, empty or of no kind we read.
        InvalidDataError: it is JSON, and holds no job ad.
        MissingExtraError: it is a web page, PDF or DOCX, and the extra for it isn't installed.

    Example:
        >>> from pathlib import Path
        >>> Path("ad.txt").write_text("Call center agent, Denver, CO. $21 an hour.")
        43
        >>> read_ad_file(Path("ad.txt")).name
        'ad.txt'
    """
    return read_ad_bytes(reading.read_bytes(path, MOST_BYTES), str(path))


def read_ad_bytes(content: bytes, name: str) -> Ad:
    """The job ad of bytes, say from standard input, of at most MOST_BYTES; raises as `read_ad_file`.

    Example:
        >>> read_ad_bytes(b"Call center agent, Denver, CO. $21 an hour.", "ad").name
        'ad'
    """
    if len(content) > MOST_BYTES:
        raise UnreadableError(
            f"{name} is larger than {MOST_BYTES // 1_000_000} MB.", hint="Save only the text of the ad."
        )
    if not content.strip():
        raise UnreadableError(
            f"{name} is empty.", hint="Copy the text of the ad into a file, or send it in: cscareer posting -"
        )
    if b"%PDF-" in content[:1024] or docx.is_docx(content):
        return _of_document(read_bytes(content, name))
    ending = Path(name).suffix.casefold()
    if ending == ".eml" or (ending not in {".json", ".html", ".htm"} and _MAIL.match(content)):
        return _of_mail(content, name)
    if content[:4] in {b"PK\x03\x04", b"\x89PNG", b"\xd0\xcf\x11\xe0"} or content.startswith(
        (b"{\\rtf", b"\xff\xd8\xff", b"GIF8")
    ):
        return _of_document(read_bytes(content, name))  # which says what it is
    text, warnings = decode(content, name)
    return of_text(text, name, tuple(warning.message for warning in warnings))


def of_text(text: str, name: str, notes: tuple[str, ...] = ()) -> Ad:
    """The job ad of a text, which may be HTML, JSON or Markdown; raises as `read_ad_file`."""
    ending = Path(name).suffix.casefold()
    start = text.lstrip("\ufeff \t\r\n")[:1]
    if ending == ".json" or (start in {"{", "["} and ending not in {".md", ".txt"}):
        return _of_json(text, name, notes)
    if (
        ending in {".html", ".htm", ".xhtml", ".mhtml"}
        or _HTML.match(text)
        or len(_TAGS.findall(text[:20_000])) >= _FEW_TAGS
    ):
        return _of_page(text, name, notes)
    written = split(text[:MOST_LETTERS])
    is_markdown = ending in {".md", ".markdown"} or any(is_heading(line.text) for line in written[:400])
    lines = (
        (line.number, _unmarked(line.text) if is_markdown or "**" in line.text else line.text)
        for line in written
    )
    return _made(name, "markdown" if is_markdown else "text", lines, AdFields(), _shortened(text, notes))


def _unmarked(text: str) -> str:
    """A line of Markdown as it reads; what is set as a heading keeps its signs, by which it is known for one."""
    return text if is_heading(text) or _ALL_BOLD.match(text) else unmark(text)


def of_record(record: dict[str, Any], name: str) -> Ad:
    """The job ad of one object of JSON: schema.org's JobPosting, or a job board's record.

    Raises:
        InvalidDataError: it has neither a title nor a text.
    """
    found = postings_in(record)
    chosen = found[0] if found else record
    if not found and not is_record(record):
        raise InvalidDataError(f"{name} holds no job ad.", problems=[Problem(name, None, None, _EXPECTED)])
    fields, text = fields_of(chosen)
    return _made(
        name,
        "job-posting" if found else "record",
        enumerate(lines_of(text[:MOST_LETTERS]), 1),
        fields,
        _shortened(text, ()),
        max(len(found) - 1, 0),
    )


def _of_json(text: str, name: str, notes: tuple[str, ...]) -> Ad:
    try:
        value, _ = json_reader.parse(text)
    except reading.RefusedError as refused:
        hint = _LINES if refused.hint == json_reader.MORE_THAN_ONE else refused.hint
        problem = Problem(
            name, refused.line, None, f"{refused.message[:1].upper()}{refused.message[1:]}.", hint
        )
        raise InvalidDataError(f"{name} can't be read:", problems=[problem]) from None
    found = postings_in(value)
    records = found or [each for each in (value if isinstance(value, list) else [value]) if is_record(each)]
    if not records:
        raise InvalidDataError(f"{name} holds no job ad.", problems=[Problem(name, None, None, _EXPECTED)])
    ad = of_record(records[0], name)
    return ad._replace(notes=(*notes, *ad.notes), others=len(records) - 1)


def _of_page(text: str, name: str, notes: tuple[str, ...]) -> Ad:
    page = read_page(text)
    notes = (*notes, *page.notes)
    if page.postings:
        ad = of_record(page.postings[0], name)
        if ad.lines:
            return ad._replace(kind="web-page", notes=(*notes, *ad.notes), others=len(page.postings) - 1)
    lines = list(page.lines)
    if page.title and not any(page.title[:20] in line for line in lines[:15]):
        lines.insert(0, page.title)
    joined = sum(map(len, lines))
    if joined > MOST_LETTERS:
        notes = (*notes, _TOO_LONG)
        lines = _first_letters(lines)
    return _made(name, "web-page", enumerate(lines, 1), AdFields(), notes)


def _of_mail(content: bytes, name: str) -> Ad:
    message = BytesParser(policy=_ShortHeaders()).parsebytes(content)
    assert isinstance(message, EmailMessage)
    plain, html = (_body(message, kind) for kind in ("plain", "html"))
    lines = list(plain.splitlines()) if plain else []
    if html:
        seen = read_page(html).lines
        if sum(map(len, seen)) > 2 * sum(map(len, lines)):
            lines = list(seen)
    subject = clean(str(message.get("Subject", "")))
    if subject:
        lines.insert(0, subject)
    notes = (_NO_ATTACHMENTS,) if any(True for _ in message.iter_attachments()) else ()
    return _made(name, "mail", enumerate(_first_letters(lines), 1), AdFields(), notes)


def _body(message: EmailMessage, kind: str) -> str:
    try:
        part = message.get_body((kind,))
        return str(part.get_content()) if part is not None else ""
    except (LookupError, ValueError, AttributeError):  # a part in no known coding, or mangled
        return ""


def _of_document(document: Document) -> Ad:
    lines = ((line.number, line.text) for line in document.lines)
    return _made(
        document.name,
        document.kind,
        lines,
        AdFields(),
        tuple(warning.message for warning in document.warnings if "date" not in warning.message),
    )


def _first_letters(lines: Iterable[str]) -> list[str]:
    kept: list[str] = []
    left = MOST_LETTERS
    for line in lines:
        if left <= 0:
            break
        kept.append(line[:left])
        left -= len(line)
    return kept


def _shortened(text: str, notes: tuple[str, ...]) -> tuple[str, ...]:
    return (*notes, _TOO_LONG) if len(text) > MOST_LETTERS else notes


def _made(
    name: str,
    kind: str,
    lines: Iterable[tuple[int, str]],
    fields: AdFields,
    notes: tuple[str, ...],
    others: int = 0,
) -> Ad:
    kept = tuple(TextLine(number, clean(text)) for number, text in islice(lines, MOST_LINES + 1))
    if len(kept) > MOST_LINES:
        kept, notes = kept[:MOST_LINES], (*notes, _TOO_MANY)
    if not fields.title and not any(map(str.isalnum, "".join(line.text for line in kept))):
        raise UnreadableError(
            f"There is nothing to read in {name}.", hint="Copy the text of the ad into a file."
        )
    return Ad(name, kind, kept, fields, notes, others)
