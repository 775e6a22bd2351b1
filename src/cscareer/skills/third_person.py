"""Whether a resume tells of its person as "she" or "he"."""

import re
from collections.abc import Iterable

from cscareer.catalog.remembering import remembered

_HE = re.compile(r"\b(?:[Hh]e|[Ss]he)\b")
_I = re.compile(r"\b(?:I|I['’][a-z]+|[Mm]y|me)\b")
_TELLING = 3  # times of "he" or "she" from which a text without "I" is told in the third person


def is_third_person(texts: Iterable[str]) -> bool:
    """Whether a resume, given line by line, speaks of its person as "she" or "he", so that these are no other one."""
    he = 0
    for times in map(_times, texts):
        if times is None:
            return False
        he += times
    return he >= _TELLING


@remembered
def _times(text: str) -> int | None:
    """How often a line says "she" or "he"; None where it says "I"."""
    return None if _I.search(text) else len(_HE.findall(text))
