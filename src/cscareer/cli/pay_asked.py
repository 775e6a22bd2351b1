"""Pay that a person is asked for: read as they type it, with a question for its period where that is open."""

import re

from cscareer.cli.talking import pick
from cscareer.errors import CareerError, UsageError
from cscareer.pay.amount_words import plain_pay
from cscareer.pay.amounts import LEAST_HOURLY_DOUBT, read_amount, read_pay

_BARE = re.compile(r"\$?\s?(\d[\d,.' ]*)")  # a figure without a period
_ONE = r"\$?\d[\d.,]{0,11}\s?k?\b"
# Pay within a sentence, and no number of years, people or calls.
_WITHIN = re.compile(
    rf"(?<![\w.]){_ONE}(?:\s?(?:-|\u2013|to)\s?{_ONE})?(?:\s?(?:/|per\b|an?\b)\s?(?:hr|hour|h|year|yr|week|wk|month|mo)\b)?"
    r"(?!\s?(?:years?|yrs?|y|months?|mos?|weeks?|days?|hours?|hrs?|people|persons?|calls?|agents?|reps?|percent|%|st|nd|rd|th)\b)(?![\w%])",
    re.IGNORECASE,
)
_OWN = re.compile(
    r"\bmy\s+\$?\d|\bi(?:['\u2019]m| am)?\s+(?:now\s+)?(?:make|making|earn|earning|on|at|get|getting)\s+\$?\d",
    re.IGNORECASE,
)
_HOURLY = "/hr"
_PERIODS = {
    "an hour": _HOURLY,
    "a week": "/week",
    "every two weeks": " biweekly",
    "a month": "/month",
    "a year": "/year",
}
_SMALL = {"an hour": _HOURLY, "a day": "/day", "a year, in thousands": "k"}


def pay_said(said: str) -> str:
    """Pay as a person writes it, as a word that a command takes; asks for the period where it is open.

    Raises:
        UsageError: it is no pay.
        typer.Exit: they leave.
    """
    if not said:
        raise UsageError("Some figure, please.", hint="Like 22.50/hr or 46k.")
    plainly = plain_pay(said).text
    bare = _BARE.fullmatch(plainly)
    try:
        pay = read_pay(said)
    except CareerError:
        if bare is None:
            raise
        periods = _SMALL if _is_small(bare[1]) else _PERIODS
        labels = list(periods)
        said = plainly + periods[labels[pick(f"{said} is pay for …", labels)]]
        read_pay(said)
        return said
    # What was read as an hour's pay for its cents or its size is said plainly in the command.
    return f"{plainly}{_HOURLY}" if pay.readings and pay.low.per == "hour" else said


def pay_within(said: str) -> str | None:
    """The first pay that stands among other words, to be offered back; None where none does."""
    for found in _WITHIN.finditer(said):
        figure = found[0].strip(" .,")
        if _BARE.fullmatch(figure) or some_pay(figure):
            return figure
    return None


def is_own_pay(said: str) -> bool:
    """Whether words say of pay among them that it is theirs by now: "is my 41000 right", "I make 19"."""
    return _OWN.search(said) is not None


def some_pay(said: str) -> bool:
    """Whether words are pay."""
    try:
        read_pay(said)
    except CareerError:
        return False
    return True


def _is_small(figure: str) -> bool:
    """Whether it is too little for a week, a month or a year, unless in thousands."""
    digits = figure.replace(",", ".")
    return re.fullmatch(r"\d+(\.\d{1,2})?", digits) is not None and float(digits) < LEAST_HOURLY_DOUBT


def one_pay_said(said: str) -> str:
    """The same of one amount.

    Raises:
        UsageError: it is none, or a range.
    """
    word = pay_said(said)
    read_amount(word, what="your pay now")
    return word


def one_amount(said: str) -> str | None:
    """Pay that can be kept: one amount, None for a range."""
    return None if read_pay(said).high else said
