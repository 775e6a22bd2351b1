"""Words of a command line that belong together: names of roles and places, amounts and times."""

import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from itertools import pairwise
from typing import TYPE_CHECKING

from cscareer.cli.completion import complete_location, complete_role, complete_role_words
from cscareer.errors import CareerError

if TYPE_CHECKING:
    from cscareer.catalog.loading import Catalog

MOST_WORDS = 8  # of one name
AMOUNT = "AMOUNT"
TITLES = frozenset({complete_role, complete_role_words})  # offered where an argument is a title
FORMAT = ("--format", "-f")
_SHORT = {"md": "markdown"}  # formats as people write them short
_IN = " in "
_AGAINST = re.compile(r"\s(?:vs\.?|versus|against|compared (?:to|with)|and|or|&|with)\s|,\s", re.IGNORECASE)


def is_place(catalog: "Catalog", said: str) -> bool:
    """Whether words are a place that we know."""
    from cscareer.pay.statistics import Statistics

    with suppress(CareerError):
        catalog.once(Statistics).places.find(said)
        return True
    return False


def is_title(catalog: "Catalog", said: str) -> bool:
    """Whether words are the whole name of one role."""
    from cscareer.catalog.lookup import find

    with suppress(CareerError):
        return not find(catalog.roles, said, what="role", list_command="").completed
    return False


def is_amount(catalog: "Catalog", said: str) -> bool:  # noqa: ARG001  it takes no data
    """Whether words are an amount of pay."""
    from cscareer.pay.amounts import read_pay

    with suppress(CareerError):
        read_pay(said)
        return True
    return False


def _is_span(catalog: "Catalog", said: str) -> bool:  # noqa: ARG001  it takes no data
    from cscareer.cli.days import months_in

    return months_in(said) is not None


def _is_day(catalog: "Catalog", said: str) -> bool:  # noqa: ARG001  it takes no data
    from cscareer.cli import clock
    from cscareer.cli.days import read_day

    with suppress(CareerError):
        read_day(said, clock.today())
        return True
    return False


def _is_month(catalog: "Catalog", said: str) -> bool:  # noqa: ARG001  it takes no data
    from cscareer.cli.words import read_month

    with suppress(CareerError):
        read_month(said, "")
        return True
    return False


JOINED: "dict[object, Callable[[Catalog, str], bool]]" = {
    complete_location: is_place,
    complete_role: is_title,
}


JOINED_AS: "dict[str, Callable[[Catalog, str], bool]]" = {
    AMOUNT: is_amount,
    "TIME": _is_span,
    "DATE": _is_day,
    "MONTH": _is_month,
}


def formats_written_out(words: Sequence[str]) -> Iterator[str]:
    """The words with the names of formats written out."""
    for before, word in pairwise(["", *words]):
        option, equals, value = word.partition("=")
        if before in FORMAT:
            yield _SHORT.get(word.casefold(), word)
        elif equals and option in FORMAT:
            yield f"{'--format' if option == FORMAT[1] else option}={_SHORT.get(value.casefold(), value)}"
        else:
            yield word


def place_behind(words: Sequence[str]) -> tuple[list[str], str] | None:
    """The words of titles before the last "in", and what stands behind it; quoted together or not. None where nothing does."""
    for at in range(len(words) - 1, -1, -1):
        padded = f" {words[at]} "
        begins = padded.casefold().rfind(_IN)
        if begins < 0 or len(padded) != len(padded.casefold()):
            continue
        before, behind = padded[:begins].strip(), padded[begins + len(_IN) :].strip()
        title = [*words[:at], *([before] if before else [])]
        place = " ".join([*([behind] if behind else []), *words[at + 1 :]])
        return (title, place) if title and place else None
    return None


def place_beside(catalog: "Catalog", words: Sequence[str]) -> tuple[list[str], str] | None:
    """Words of titles and the place that stands before or behind them without an "in"; None where none does.

    A word of any role's names is no place here: "csr lead" asks for no wages of Lead, South Dakota.
    """
    from cscareer.catalog.lookup import names_of, plain

    count = len(words)
    if count < 2 or count > 2 * MOST_WORDS or _are_titles(catalog, words):  # noqa: PLR2004
        return None
    known = {
        word for role in catalog.roles.values() for name in names_of(role) for word in plain(name).split()
    }
    for at in range(1, count):
        for titles, place in ((words[:at], words[at:]), (words[-at:], words[:-at])):
            said = " ".join(place)
            free = len(place) <= MOST_WORDS and known.isdisjoint(plain(said).split())
            if free and _are_titles(catalog, titles) and is_place(catalog, said):
                return list(titles), said
    return None


def _are_titles(catalog: "Catalog", words: Sequence[str]) -> bool:
    """Whether words are whole names of roles, one or several."""
    one = is_title(catalog, " ".join(words)) or all(is_title(catalog, word) for word in words)
    return one or split_titles(catalog, words) is not None


def titles_between(said: str) -> list[str] | None:
    """What stands between words that set titles against each other: "csr vs team lead"; None where none of them does."""
    parts = [part.strip() for part in _AGAINST.split(said)]
    return parts if len(parts) > 1 and all(parts) else None


def split_titles(catalog: "Catalog", words: Sequence[str]) -> list[str] | None:
    """Words in a row as the fewest whole names of roles; None where they make none, or are names one by one."""
    if len(words) == 1 or all(is_title(catalog, word) for word in words):
        return None
    best: list[list[str] | None] = [[]]
    for end in range(1, len(words) + 1):
        found = [
            [*before, name]
            for begin in range(max(0, end - MOST_WORDS), end)
            if (before := best[begin]) is not None and is_title(catalog, name := " ".join(words[begin:end]))
        ]
        best.append(min(found, key=len, default=None))
    return best[-1]
