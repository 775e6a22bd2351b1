"""Amounts of pay as people write them: $46,000, 46k, 22.50/hr."""

import re
from decimal import Decimal
from typing import NamedTuple, NoReturn

from cscareer.errors import UsageError
from cscareer.pay.money import Number, Period, exact, shown, to_cents
from cscareer.pay.ranges import HOURS_A_YEAR

LEAST_YEARLY = 200  # dollars; less is an hourly wage, or a slip
MOST_YEARLY = 10_000_000  # dollars; nobody is offered more

_UNITS: dict[Period, tuple[str, ...]] = {
    "hour": ("h", "hr", "hrs", "hour", "hourly", "an hour", "per hour", "p h", "ph"),
    "year": ("y", "yr", "year", "yearly", "annual", "annually", "a year", "per year", "pa", "p.a."),
}
_AMOUNT = re.compile(
    r"(?:usd?)?\s*\$?\s*(?P<sign>[-\u2212])?\s*\$?\s*(?P<figure>\d[\d,. \u00a0_']*)(?P<thousand>k)?\s*(?:usd|dollars?)?\s*/?\s*(?P<unit>[a-z./ ]*)\Z",
    re.IGNORECASE | re.ASCII,
)
_PLAIN = re.compile(r"[0-9]{1,12}(?:\.\d{1,2})?\Z|\d{1,3}(?:,\d{3})+(?:\.\d{1,2})?\Z")
_TWO_READINGS = re.compile(r"(\d{1,3})[.](\d{3})\Z")
_EXAMPLES = "Write it like 46000, $46,000, 46k or 22.50/hr."


class Given(NamedTuple):
    """An amount of dollars a person states, per hour or per year."""

    amount: Number
    per: Period


def read_amount(said: str, per: Period | None = None, *, what: str = "the amount") -> Given:
    """An amount as a person writes it; `per` is what they say beside it.

    Raises:
        UsageError: it is no sensible amount of dollars, or can be read in two ways; both are named.
    """
    text = said.strip()
    match = _AMOUNT.match(text)
    if not match:
        _refuse(said, what)
    if match["sign"]:
        raise UsageError(f"{said} is less than nothing, and no pay.", hint=_EXAMPLES)
    figure = match["figure"].strip()
    if dotted := _TWO_READINGS.match(figure):
        whole_part, rest = dotted.groups()
        raise UsageError(
            f'"{said}" can be read as ${int(whole_part + rest):,} or as ${whole_part}.{rest[:2]}.',
            hint=f"Write {whole_part}{rest} for the first, {whole_part}.{rest[:2]} for the second.",
        )
    if not _PLAIN.match(figure):
        _refuse(said, what)
    amount = Decimal(figure.replace(",", "")) * (1000 if match["thousand"] else 1)
    period = _period(said, match["unit"], per)
    return _sensible(said, to_cents(amount), period, what)


def _period(said: str, unit: str, per: Period | None) -> Period | None:
    words = " ".join(unit.lower().replace("/", " ").split())
    if not words:
        return per
    stated = next((period for period, units in _UNITS.items() if words in units), None)
    if stated is None:
        _refuse(said, "the amount")
    if per not in {None, stated}:
        raise UsageError(
            f'"{said}" is pay per {stated}, and --per says {per}.', hint="Leave one of them out."
        )
    return stated


def _sensible(said: str, amount: Number, period: Period | None, what: str) -> Given:
    if amount == 0:
        raise UsageError(f"{said} is nothing, and no pay.", hint=_EXAMPLES)
    if period is None and amount < LEAST_YEARLY:
        raise UsageError(
            f'"{said}" can be read as ${amount:,.2f} an hour (${amount * HOURS_A_YEAR:,.0f} a year) or as ${amount:,.2f} a year.',
            hint="Add --per hour or --per year.",
        )
    yearly = shown(exact(amount) * (HOURS_A_YEAR if period == "hour" else 1))
    if yearly > MOST_YEARLY:
        said_so = f" (that is ${yearly:,.0f} a year)" if period == "hour" else ""
        raise UsageError(f"{said} is more than any job pays{said_so}.", hint=f"Check {what}. {_EXAMPLES}")
    return Given(amount, period or "year")


def _refuse(said: str, what: str) -> NoReturn:
    raise UsageError(f'"{said}" is no amount of dollars.', hint=f"Check {what}. {_EXAMPLES}")
