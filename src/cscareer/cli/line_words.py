"""Words of a command line that belong together: names of roles and places, amounts and times."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING

from cscareer.cli.completion import complete_location, complete_role
from cscareer.errors import CareerError

if TYPE_CHECKING:
    from cscareer.catalog.loading import Catalog

MOST_WORDS = 8  # of one name
AMOUNT = "AMOUNT"


def _is_place(catalog: "Catalog", said: str) -> bool:
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
    complete_location: _is_place,
    complete_role: is_title,
}


JOINED_AS: "dict[str, Callable[[Catalog, str], bool]]" = {
    AMOUNT: is_amount,
    "TIME": _is_span,
    "DATE": _is_day,
    "MONTH": _is_month,
}


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
