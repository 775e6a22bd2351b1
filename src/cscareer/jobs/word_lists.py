"""Lists of words of the data as regular expressions."""

import re
from collections.abc import Iterable


def any_of(words: Iterable[str]) -> str:
    """A pattern of any of these words or phrases, the longest first, whole; a space stands for a few blanks."""
    longest_first = sorted(words, key=len, reverse=True)
    said = "|".join(r"\s{1,3}".join(map(re.escape, each.split())) for each in longest_first)
    return rf"(?<!\w)(?:{said})(?!\w)"
