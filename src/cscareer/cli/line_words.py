"""Words of a command line that belong together: names of roles and places, amounts and times."""

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
            yield f"{option}={_SHORT.get(value.casefold(), value)}"
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
