"""Pay that a person is asked for: read as they type it, with a question for its period where that is open."""

import re

from cscareer.cli.talking import pick
from cscareer.errors import CareerError, UsageError
from cscareer.pay.amounts import LEAST_HOURLY_DOUBT, LEAST_THOUSANDS, read_amount, read_pay

_BARE = re.compile(r"\$?\s?(\d[\d,.' ]*)")  # a figure without a period
_HOURLY = "/hr"
_PERIODS = {
    "an hour": _HOURLY,
    "a week": "/week",
    "every two weeks": " biweekly",
    "a month": "/month",
    "a year": "/year",
}
_THOUSANDS = {"an hour": _HOURLY, "a year, in thousands": "k"}


def pay_said(said: str) -> str:
    """Pay as a person writes it, as a word that a command takes; asks for the period where it is open.

    Raises:
        UsageError: it is no pay.
        typer.Exit: they leave.
    """
    if not said:
        raise UsageError("Some figure, please.", hint="Like 22.50/hr or 46k.")
    bare = _BARE.fullmatch(said.strip())
    try:
        pay = read_pay(said)
    except CareerError:
        if bare is None:
            raise
        periods = _THOUSANDS if _may_be_thousands(bare[1]) else _PERIODS
        labels = list(periods)
        said = said.strip() + periods[labels[pick(f"{said} is pay for …", labels)]]
        read_pay(said)
        return said
    # What was read as an hour's pay for its cents or its size is said plainly in the command.
    return f"{said.strip()}{_HOURLY}" if pay.readings and pay.low.per == "hour" else said


def _may_be_thousands(figure: str) -> bool:
    digits = figure.replace(",", ".")
    return (
        re.fullmatch(r"\d+(\.\d{1,2})?", digits) is not None
        and LEAST_THOUSANDS <= float(digits) < LEAST_HOURLY_DOUBT
    )


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
