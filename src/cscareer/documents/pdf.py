"""PDF, read by pypdf in a process of its own that is stopped when it takes too long."""

import json
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from cscareer.catalog.worker import Limits, WorkerError, lines_of
from cscareer.documents.document import Document
from cscareer.documents.positions import find_positions
from cscareer.documents.prose import WrittenLine, parts, readable
from cscareer.errors import MissingExtraError, Problem, UnreadableError

_WORKER = Path(__file__).with_name("pdf_worker.py")
_WAITING = 20  # seconds


def read(content: bytes, name: str) -> Document:
    """The document of a PDF.

    Raises:
        MissingExtraError: pypdf isn't installed, or what an encrypted PDF needs besides.
        UnreadableError: it is broken, locked, takes too long, or holds no text, as a scan does.
    """
    if find_spec("pypdf") is None:
        raise MissingExtraError.of("Reading a PDF", "pdf")
    found = _extract(content, name)
    pages: list[str] = found["pages"]
    written = _lines(pages)
    lines = readable(written, name)
    if not lines:
        hint = (
            "It may be a scan: run text recognition (OCR) over it first, or save the original as PDF or DOCX."
        )
        raise UnreadableError(f"{name} has no text.", hint=hint)
    warnings = [
        Problem(name, None, f"page {at}", "No text on this page; it may be a scan.")
        for at, page in enumerate(pages, start=1)
        if not any(map(str.isalnum, page))
    ]
    if found["cut"]:
        message = f"Only the first {len(pages)} pages were read; the rest is too much, or broken."
        warnings.append(Problem(name, None, None, message))
    jobs = find_positions(written, name)
    return Document(name, "pdf", lines, (), jobs.positions, (*warnings, *jobs.warnings))


def _lines(pages: list[str]) -> list[WrittenLine]:
    """The lines that have words, numbered through all pages."""
    texts = (
        (line, at)
        for at, page in enumerate(pages, start=1)
        for line in parts(page)
        if any(map(str.isalnum, line))
    )
    return [WrittenLine(number, text, page) for number, (text, page) in enumerate(texts, start=1)]


def _limits(size: int) -> Limits:
    """A resume of two pages takes half a second and 150 MB; one of 100 kB may take two and 300."""
    return Limits(
        memory=min(300_000_000 + 25 * size, 1_500_000_000),
        computing=min(2 + size // 100_000, 30),
        waiting=_WAITING,
    )


def _extract(content: bytes, name: str) -> dict[str, Any]:
    """What the worker says of a PDF."""
    try:
        found: dict[str, Any] = json.loads(
            b"".join(lines_of(_WORKER, limits=_limits(len(content)), content=content))
        )
    except WorkerError as ended:
        if ended.late:
            message = f"{name} takes longer than {_WAITING} seconds to read."
            raise UnreadableError(message, hint="Save it anew as PDF, or as text.") from None
        found = {"fault": "broken"}
    except (OSError, ValueError):
        found = {"fault": "broken"}
    if found.get("fault") == "cipher":
        raise MissingExtraError(
            f"{name} is encrypted, and reading it needs the package cryptography.",
            hint="Install it: pip install cryptography",
        )
    if found.get("fault") == "locked":
        raise UnreadableError(f"{name} is password-protected.", hint="Save it without a password.")
    if "pages" not in found:
        raise UnreadableError(f"{name} is not a whole PDF.", hint="Save it anew as PDF, or as text.")
    return found
