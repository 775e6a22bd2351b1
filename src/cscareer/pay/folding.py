"""Names of places, folded so that the ways of writing one come out the same."""

import re
import unicodedata
from functools import lru_cache

_DROPPED = str.maketrans("", "", "'’‘`.\u00b4\u02bb\u02bc")


@lru_cache(maxsize=100_000)  # all places there are, for whoever searches more than once
def fold(name: str) -> str:
    """A name of a place as it is looked up: "St. Mary's" and "st marys" are one, "Winston-Salem" has a space.

    The result holds lower-case letters, digits and single spaces only, and folding it again changes nothing.
    """
    letters = name.translate(_DROPPED)
    if letters.isascii():
        letters = letters.casefold()
    else:
        bare = unicodedata.normalize("NFKD", letters).casefold()
        letters = "".join(letter for letter in bare if not unicodedata.combining(letter))
    return " ".join(re.findall(r"[^\W_]+", letters))
