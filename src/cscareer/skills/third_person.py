"""Whether a resume tells of its person as "she" or "he"."""

import re
from collections.abc import Iterable

_HE = re.compile(r"\b(?:[Hh]e|[Ss]he)\b")
_I = re.compile(r"\b(?:I|I['’][a-z]+|[Mm]y|me)\b")
_TELLING = 3  # times of "he" or "she" from which a text without "I" is told in the third person


def is_third_person(texts: Iterable[str]) -> bool:
    """Whether a resume, given line by line, speaks of its person as "she" or "he", so that these are no other one."""
    he = 0
    for text in texts:
        if _I.search(text):
            return False
        he += len(_HE.findall(text))
    return he >= _TELLING
