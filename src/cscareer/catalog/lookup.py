"""Finding what a person means by a name: forgiving of form, never of meaning."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Generic, NamedTuple, TypeVar

from cscareer.catalog.models import Named
from cscareer.errors import AmbiguousNameError, UnknownNameError

NamedEntry = TypeVar("NamedEntry", bound=Named)

_MOST_CANDIDATES = 8
_LIKELY = 70  # of 100, RapidFuzz's WRatio
_MISSPELT = 76  # of 100, RapidFuzz's ratio
_SHORTEST, _WORD = 3, 4  # letters of a name with a slip, and of a word within one
_SLIPS = 7, 11  # letters from which on a word may have a second slip, and a third
_MOSTLY = 0.5  # of a name's letters, from which on another is near that shares the words they stand in
_LONGEST_NAME = 200  # letters


class Match(NamedTuple, Generic[NamedEntry]):
    """What a name stands for; `completed` when only its beginning was given."""

    entry: NamedEntry
    completed: bool = False


@lru_cache(maxsize=8192)  # every look-up goes over all names there are
def plain(name: str) -> str:
    """A name without what people vary: case, hyphens, spaces, punctuation, `&` for `and`."""
    folded = unicodedata.normalize("NFKC", name).casefold().replace("&", " and ")
    return " ".join(re.findall(r"[^\W_]+", folded)) or folded.strip()


def names_of(entry: Named) -> tuple[str, ...]:
    """Every name an entry goes by, shared ones last."""
    return (entry.display, entry.id, *entry.aliases, *entry.ambiguous)


def find(entries: Mapping[str, NamedEntry], name: str, *, what: str, list_command: str) -> Match[NamedEntry]:
    """The entry meant by a name: title, id, alias, or the beginning of just one entry's names.

    Args:
        entries: the entries by id.
        name: what the person typed.
        what: what is looked for, in a word ("role").
        list_command: the command that lists them all.

    Raises:
        UnknownNameError: nothing goes by that name; the likeliest are suggested.
        AmbiguousNameError: several entries do; they are named.
    """
    wanted = plain(name)
    if not wanted:
        raise UnknownNameError(f"An empty name is no {what}.", hint=f"`{list_command}` lists every {what}.")
    if len(wanted) > _LONGEST_NAME:
        raise UnknownNameError(
            f"A name of {len(name):,} letters is no {what}.", hint=f"`{list_command}` lists every {what}."
        )
    exact = [entry for entry in entries.values() if any(plain(known) == wanted for known in names_of(entry))]
    if len(exact) == 1:
        return Match(exact[0])
    begun = exact or [entry for entry in entries.values() if _is_begun(entry, wanted)]
    if len(begun) == 1:
        return Match(begun[0], completed=True)
    if begun:
        titles = sorted(entry.display for entry in begun)
        several = f"{what.removesuffix('y')}ies" if what.endswith("y") else f"{what}s"
        listed = ", ".join(titles[:_MOST_CANDIDATES]) + (" …" if len(titles) > _MOST_CANDIDATES else "")
        raise AmbiguousNameError(
            f'"{name}" could be any of {len(titles)} {several}: {listed}.',
            hint="Say which one you mean.",
            suggestions=titles,
        )
    known_names = {known: entry.display for entry in entries.values() for known in names_of(entry)}
    suggestions = tuple(dict.fromkeys(known_names[known] for known in suggest(name, known_names, most=6)))[:3]
    raise UnknownNameError(
        f'No {what} goes by "{name}".', hint=f"`{list_command}` lists every {what}.", suggestions=suggestions
    )


def _is_begun(entry: Named, wanted: str) -> bool:
    """Whether a plain name is the beginning of one of an entry's.

    Of the name it is shown by, and of its id, any beginning will do; of another name only letters may be missing: "word" is
    no short way to say "word processing".
    """
    if any(plain(known).startswith(wanted) for known in (entry.display, entry.id)):
        return True
    words = wanted.count(" ")
    return any(
        known.count(" ") == words and known.startswith(wanted)
        for known in map(plain, (*entry.aliases, *entry.ambiguous))
    )


def suggest(
    name: str,
    known: Iterable[str],
    *,
    most: int | None = 3,
    whole: bool = False,
    least: int = _MISSPELT,
    are_plain: bool = False,
) -> tuple[str, ...]:
    """The known names most like a name, likeliest first; none when nothing comes near.

    Args:
        name: what was written.
        known: what it could have been meant to be.
        most: how many to name; all when None.
        whole: look for misspellings of one word or id only, not for shared words in another order.
        least: how like a misspelling must be, of 100.
        are_plain: name and known names are `plain` already, which makes many look-ups quick.
    """
    from rapidfuzz import fuzz, process

    found = process.extract(
        name,
        list(known),
        scorer=fuzz.ratio if whole else fuzz.WRatio,
        processor=None if are_plain else plain,
        limit=most if whole else None,
        score_cutoff=least if whole else _LIKELY,
    )
    near = [choice for choice, _score, _index in found if whole or _is_near(name, choice)]
    said = plain(name).replace(" ", "")
    respelt = [] if whole else [each for each in near if _is_respelt(said, plain(each).replace(" ", ""))]
    return tuple(respelt or near)[:most]


def _is_near(name: str, known: str) -> bool:
    """Whether a name is nearly another: all of it, or the words that most of its letters stand in, in any order."""
    said, meant = plain(name), plain(known)
    if _is_respelt(said.replace(" ", ""), meant.replace(" ", "")):
        return True
    words = meant.split()
    shared = sum(
        len(word) for word in said.split() if any(_is_respelt(word, other, _WORD) for other in words)
    )
    return shared >= _MOSTLY * len(said.replace(" ", ""))


def _is_respelt(said: str, meant: str, shortest: int = _SHORTEST) -> bool:
    """Whether so few letters differ that a slip of the pen explains it; the first one is seldom wrong."""
    from rapidfuzz.distance import OSA

    if said == meant:
        return True
    if min(len(said), len(meant)) < shortest or not (said[0] in meant[:2] or meant[0] in said[:2]):
        return False
    slips = 1 + sum(len(said) > longer for longer in _SLIPS) + (sorted(said) == sorted(meant))
    return OSA.distance(said, meant, score_cutoff=slips) <= slips


def is_one_slip(said: str, meant: str) -> bool:
    """Whether one letter is added, left out, changed or swapped with the next."""
    from rapidfuzz.distance import OSA

    return OSA.distance(said, meant, score_cutoff=1) == 1
