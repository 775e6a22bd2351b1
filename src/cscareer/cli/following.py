"""What a suggested command keeps of the one that was typed: whose skills it is about, the place, and how it is told."""

from collections.abc import Mapping, Sequence

from cscareer.cli.streams import STANDARD_INPUT
from cscareer.render.text import quoted

_OF_A_PERSON = {"--resume": "--resume", "--have": "--have"}
_OF_A_PLACE = {"-l": "-l", "--location": "-l"}
_KEPT_BY = {"gap": _OF_A_PERSON, "match": _OF_A_PERSON, "role": _OF_A_PLACE, "pay": _OF_A_PLACE}
_INSTEAD = "--by"  # ranks all places, so that it goes with none
_PLAIN = "--plain"
_FROM = "--from"


def as_given(suggested: str, words: Sequence[str]) -> str:
    """A suggested command with what the person gave and it takes, too: their resume or skills, their place, and --plain.

    What it says of that itself stays.
    """
    name = suggested.split(" ")[1:2]
    given = _options(words)
    takes = _KEPT_BY.get(name[0], {}) if name else {}
    if any(f" {option} " in suggested for option in (*takes, _INSTEAD)):
        takes = {}
    kept = [
        f" {takes[option]} {quoted(value)}"
        for option, value in _with_job(given, takes)
        if option in takes and value not in {"", STANDARD_INPUT}
    ]
    plain = f" {_PLAIN}" if _PLAIN in words and _PLAIN not in suggested else ""
    return suggested + "".join(kept) + plain


def _with_job(given: Sequence[tuple[str, str]], takes: Mapping[str, str]) -> Sequence[tuple[str, str]]:
    """The same with the work that somebody comes from among the skills they have; a resume tells of it itself."""
    job = next((value for option, value in given if option == _FROM and "," not in value), "")
    if not job or "--have" not in takes or any(option == "--resume" for option, _ in given):
        return given
    said = [value for option, value in given if option == "--have"]
    others = [(option, value) for option, value in given if option != "--have"]
    return [("--have", ",".join(filter(None, [job, *said]))), *others]


def _options(words: Sequence[str]) -> list[tuple[str, str]]:
    """Each option with the word after it, or after its "="."""
    found = []
    for at, word in enumerate(words):
        option, is_joined, value = word.partition("=")
        if word.startswith("-"):
            found.append((option, value if is_joined else "".join(words[at + 1 : at + 2])))
    return found
