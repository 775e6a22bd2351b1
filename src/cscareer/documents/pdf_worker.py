"""The process that reads a PDF: bytes come in on standard input, its pages' text goes out as JSON.

It is run as a script of its own, so that a PDF made to harm can be stopped, whatever the library is doing with it.
"""

import io
import json
import sys
from typing import Any

from cscareer.catalog.worker import limit

MOST_PAGES = 100
MOST_CHARACTERS = 2_000_000


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
            text = page.extract_text()[:MOST_CHARACTERS]
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


if __name__ == "__main__":
    limit()
    sys.stdout.write(json.dumps(read_pages(sys.stdin.buffer.read())))
