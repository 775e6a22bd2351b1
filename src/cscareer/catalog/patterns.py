"""The words of which patterns of deeds are made, as their files write them."""

import re
from collections.abc import Iterator

SIGNS = frozenset({"^", "?", ".", "..", "...", "//", "&", "&&"})  # what is no element of a pattern
_ALTERNATIVE = re.compile(r"\{([^{}|\s]*)\}|([^{}|\s]+)")


def pattern_words(pattern: str) -> Iterator[tuple[str, bool]]:
    """The words that a pattern looks up, and whether each names a class."""
    for element in pattern.split():
        if element not in SIGNS:
            for match in _ALTERNATIVE.finditer(element):
                yield (match[1], True) if match[1] is not None else (match[2], False)
