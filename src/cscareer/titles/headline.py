"""What a person calls themselves at the head of their resume: "Contact Center Manager", under their name."""

import re
from collections.abc import Iterable
from itertools import islice

from cscareer.titles.normalizing import words_of
from cscareer.titles.reading import TitleReader, TitleReading

_HEAD = 6  # lines within which it stands
_MOST_WORDS = 7
_SURE = 0.85  # confidence of a title that nothing beside it explains
_PARTS = re.compile(r"\s*[|·•]\s*|\s+[–—-]+\s+|\s+(?:at|@)\s+", re.IGNORECASE)
_NO_TITLE = re.compile(r"[0-9@]|[.!?:]\s*\Z")


def read_headline(titles: TitleReader, lines: Iterable[str]) -> TitleReading | None:
    """The title in the first lines of a resume that surely names a role of ours; None where none does.

    Example:
        >>> read_headline(TitleReader(load_catalog()), ["Ada Moe", "Call Center Supervisor | Tulsa"]).role
        'call-center-supervisor'
    """
    for line in islice(lines, _HEAD):
        for part in _PARTS.split(line[:200]):
            if len(part.split()) > _MOST_WORDS or _NO_TITLE.search(part):
                continue
            if titles.no_headline.isdisjoint(words_of(part)):
                reading = titles.read(part)
                if reading.role and reading.confidence >= _SURE and not reading.respelled:
                    return reading
    return None
