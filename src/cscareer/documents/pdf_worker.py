"""The process that reads a PDF: bytes come in on standard input, its pages' text goes out as JSON.

It is run as a script of its own, so that a PDF made to harm can be stopped, whatever the library is doing with it.
"""

import io
import json
import re
import sys
from typing import Any

from cscareer.catalog.worker import limit

MOST_PAGES = 100
MOST_CHARACTERS = 2_000_000
LEAST_LINES, MOSTLY = 12, 0.9  # of words drawn one at a time
LEAST_LETTERS = 5  # of a heading that is spaced out


def read_pages(content: bytes) -> dict[str, Any]:
    """The text of each page, and whether pages were left out; or the fault: "locked", "cipher" (a package is missing), or "broken"."""
    from pypdf import PdfReader
    from pypdf.errors import DependencyError, FileNotDecryptedError

    pages: list[str] = []
    characters, cut = 0, False
    try:
        reader = PdfReader(io.BytesIO(content))
        if reader.is_encrypted and not reader.decrypt(""):
            return {"fault": "locked"}
        for page in reader.pages:
            if len(pages) >= MOST_PAGES or characters >= MOST_CHARACTERS:
                cut = True
                break
            text = page.extract_text()
            if is_word_by_word(text):
                text = in_lines(page.extract_text(extraction_mode="layout"))
            text = text[:MOST_CHARACTERS]
            characters += len(text)
            pages.append(text)
    except DependencyError:
        return {"fault": "cipher"}
    except FileNotDecryptedError:
        return {"fault": "locked"}
    except Exception:  # noqa: BLE001  broken files make the library fail in every way there is
        if not pages:
            return {"fault": "broken"}
        cut = True
    return {"pages": pages, "cut": cut}


def is_word_by_word(text: str) -> bool:
    """Whether a page was drawn one word at a time, so that each word seems to have a line of its own."""
    lines = [line for line in text.splitlines() if line.strip()]
    alone = sum(len(line.split()) == 1 for line in lines)
    return len(lines) >= LEAST_LINES and alone >= MOSTLY * len(lines)


def in_lines(laid_out: str) -> str:
    """The lines of a page as they stand beside each other, with gaps in a line closed and spaced letters joined."""
    return "\n".join(map(_closed, laid_out.splitlines()))


def _closed(line: str) -> str:
    pieces = line.split()
    spaced = len(pieces) >= LEAST_LETTERS and all(len(piece) <= 2 and piece.isupper() for piece in pieces)  # noqa: PLR2004
    if spaced and "   " not in line.strip():
        return "".join(pieces)
    return re.sub(r"(?<=\S) {2}(?=\S)", " ", line.strip())


if __name__ == "__main__":
    limit()
    sys.stdout.write(json.dumps(read_pages(sys.stdin.buffer.read())))
