"""Words typed for an option, read as what they mean."""

from collections.abc import Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, TypeVar

from cscareer.errors import UsageError

if TYPE_CHECKING:
    from cscareer.pay.money import Period
    from cscareer.pay.price_index import IndexMonth

Choice = TypeVar("Choice", bound=StrEnum)


class Per(StrEnum):
    """The period an amount is for."""

    HOUR = "hour"
    YEAR = "year"


def choose(choices: type[Choice], said: Sequence[str], option: str) -> list[Choice]:
    """The members of an enumeration that a repeatable option names, in any case.

    Raises:
        UsageError: one of the words is none of them.
    """
    from cscareer.catalog.lookup import suggest

    known = {choice.value: choice for choice in choices}
    for word in said:
        if word.strip().casefold() not in known:
            listed = ", ".join(known)
            raise UsageError(
                f'{option} "{word}" is none of: {listed}.',
                hint="Write one of these words.",
                suggestions=suggest(word, known, most=1, whole=True),
            )
    return [known[word.strip().casefold()] for word in said]


def read_period(per: str | None) -> "Period | None":
    """The period that --per names, in any case.

    Raises:
        UsageError: it names none.
    """
    if per is None:
        return None
    return "hour" if choose(Per, [per], "--per")[0] is Per.HOUR else "year"


def read_month(said: str, option: str) -> "IndexMonth":
    """A month as a person writes it: 2022-05, May 2022, 05/2022.

    Raises:
        UsageError: it is no month, or a year alone.
    """
    from cscareer.documents.dates import read_date
    from cscareer.pay.price_index import IndexMonth

    found = read_date(said)
    if found is None:
        raise UsageError(f'{option} "{said}" is no month.', hint="Write it like 2022-05 or May 2022.")
    if found.month is None:
        raise UsageError(
            f'{option} "{said}" is a year without its month.', hint=f"Write it like {found.year}-05."
        )
    return IndexMonth(found.year, found.month)


def read_words(said: str | None, option: str) -> str | None:
    """A line of a person's own words, as the profile can keep them; None where there are none.

    Raises:
        UsageError: there are too many to keep.
    """
    from cscareer.plan.profile import LONGEST, clean

    if said is not None and len(said) > LONGEST:
        raise UsageError(
            f"{option} has {len(said):,} letters; {LONGEST} can be kept.", hint="Say it in a line or two."
        )
    return clean(said)
