"""What a person calls themselves at the head of their resume: "Contact Center Manager", under their name."""

import re
from collections.abc import Iterable
from itertools import islice

from cscareer.titles.reading import TitleReader, TitleReading

_HEAD = 6  # lines within which it stands
_MOST_WORDS = 7
_SURE = 0.85  # confidence of a title that nothing beside it explains
_PARTS = re.compile(r"\s*[|·•]\s*|\s+[–—-]+\s+|\s+(?:at|@)\s+", re.IGNORECASE)
_NO_TITLE = re.compile(
    r"[0-9@]|\b(?:i|my|seeking|looking|objective|aspiring|future|want|wish)\b|[.!?:]\s*\Z", re.IGNORECASE
)


def read_headline(titles: TitleReader, lines: Iterable[str]) -> TitleReading | None:
    """The title in the first lines of a resume that surely names a role of ours; None where none does.

    Example:
        >>> read_headline(TitleReader(load_catalog()), ["Ada Moe", "Call Center Supervisor | Tulsa"]).role
        'call-center-supervisor'
    """
    for line in islice(lines, _HEAD):
        for part in _PARTS.split(line[:200]):
            if len(part.split()) <= _MOST_WORDS and not _NO_TITLE.search(part):
                reading = titles.read(part)
                if reading.role and reading.confidence >= _SURE and not reading.respelled:
                    return reading
    return None
