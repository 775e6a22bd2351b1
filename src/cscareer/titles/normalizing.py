"""A job title as it comes, cut into parts and words."""

import re
import unicodedata
from typing import NamedTuple

LONGEST = 400  # letters; what comes after them is no title any more

_PAY = re.compile(
    r"(?:up to )?[$£€] ?\d[\d,.]*k?\+?(?: ?(?:-|–|—|to) ?[$£€]? ?\d[\d,.]*k?)?(?: ?(?:/|per |an |a )(?:hr|hour|h|yr|year|annum|week|month)\b)?"
    r"|\b\d[\d,.]*k? ?(?:-|–|to) ?\d[\d,.]*k\b|\b\d+(?:\.\d+)? ?(?:/|per )(?:hr|hour)\b"
)
_APOSTROPHES = str.maketrans(
    {"’": "'", "‘": "'", "`": "'", "\u00b4": "'", "\u00ad": "", "\u200b": "", "\ufeff": ""}
)
_DIGIT = re.compile(r"\d")
_DOT = re.compile(r"(?<=\w\w)\.(?=\w)")
_TOKEN = re.compile(r"[^\W_]+(?:'[^\W_]+)*|[/|,;:()\[\]{}+•·–—]| -+ | -+|-+ |&")
_MARKS = {
    "/": "/",
    "|": "/",
    "+": "/",
    "•": "/",
    "·": "/",
}  # what joins two jobs; any other mark cuts off what describes one
# Numbers that say what the work is; others of three signs and more are somebody's reference.
_KEPT = frozenset({"1st", "2nd", "3rd", "911"})
_NUMBER_OF = 3  # signs
_NUMBERED = re.compile(r"(?=.*\d)[^\W_]{3,}")


class TitlePart(NamedTuple):
    """A part of a title: its words in small letters, and whether a slash joins it to the part before."""

    words: list[str]
    joined: bool


def parts_of(title: str) -> list[TitlePart]:
    """The parts of a title, without pay, numbers of requisitions, dots and pictures; none where nothing is left."""
    text = _plain(title[:LONGEST])
    parts: list[TitlePart] = []
    words: list[str] = []
    joined = False
    for token in _TOKEN.findall(text):
        if token.isalpha():
            words.append(token)
        elif token[0].isalnum():
            if len(token) < _NUMBER_OF or token in _KEPT or not _NUMBERED.match(token):
                words.append(token.removesuffix("'s"))
        elif token == "&":  # noqa: S105  a sign, no secret
            words.append("and")
        else:
            if words:
                parts.append(TitlePart(words, joined))
                words, joined = [], False
            joined = joined or token in _MARKS
            if token not in _MARKS:
                joined = False
    if words:
        parts.append(TitlePart(words, joined))
    return parts


def _plain(text: str) -> str:
    """Small letters without accents, pay and dots."""
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text).translate(_APOSTROPHES)
        bare = unicodedata.normalize("NFKD", text)
        text = "".join(letter for letter in bare if not unicodedata.combining(letter))
    text = text.lower()
    if _DIGIT.search(text):
        text = _PAY.sub(" , ", text)
    if "." in text:
        text = _DOT.sub(" ", text).replace(".", "")
    return text
