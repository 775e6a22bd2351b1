"""What a suggested command keeps of the one that was typed: whose skills it is about, the place, and how it is told."""

from collections.abc import Sequence

from cscareer.cli.streams import STANDARD_INPUT
from cscareer.render.text import quoted

_OF_A_PERSON = {"--resume": "--resume", "--have": "--have"}
_OF_A_PLACE = {"-l": "-l", "--location": "-l"}
_KEPT_BY = {"gap": _OF_A_PERSON, "match": _OF_A_PERSON, "role": _OF_A_PLACE, "pay": _OF_A_PLACE}
_INSTEAD = "--by"  # ranks all places, so that it goes with none
_PLAIN = "--plain"


def as_given(suggested: str, words: Sequence[str]) -> str:
    """A suggested command with what the person gave and it takes, too: their resume or skills, their place, and --plain.

    What it says of that itself stays.
    """
    name = suggested.split(" ")[1:2]
    takes = _KEPT_BY.get(name[0], {}) if name else {}
    if any(f" {option} " in suggested for option in (*takes, _INSTEAD)):
        takes = {}
    kept = [
        f" {takes[option]} {quoted(value)}"
        for option, value in _options(words)
        if option in takes and value not in {"", STANDARD_INPUT}
    ]
    plain = f" {_PLAIN}" if _PLAIN in words and _PLAIN not in suggested else ""
    return suggested + "".join(kept) + plain


def _options(words: Sequence[str]) -> list[tuple[str, str]]:
    """Each option with the word after it, or after its "="."""
    found = []
    for at, word in enumerate(words):
        option, is_joined, value = word.partition("=")
        if word.startswith("-"):
            found.append((option, value if is_joined else "".join(words[at + 1 : at + 2])))
    return found
