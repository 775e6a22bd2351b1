"""Money calculated in decimals, so that a cent is a cent and a half is a half, until a figure is rounded to be shown."""

from decimal import ROUND_HALF_UP, Decimal
from typing import Literal

Number = int | float
"""A figure as it is shown: whole dollars as an int, cents as a float, which JSON writes as the same digits."""

Period = Literal["year", "hour"]

_CENT, _DOLLAR = Decimal("0.01"), Decimal(1)


def exact(figure: Number | Decimal) -> Decimal:
    """A figure as the decimal that its digits say: 21.53 is 2153 ÷ 100, and not the nearest binary fraction."""
    return figure if isinstance(figure, Decimal) else Decimal(str(figure))


def shown(figure: Decimal) -> Number:
    """The same figure to show: an int where it is whole."""
    return int(figure) if figure == figure.to_integral_value() else float(figure)


def to_cents(figure: Decimal) -> Number:
    """A figure to the cent, halves away from nothing."""
    return shown(figure.quantize(_CENT, ROUND_HALF_UP))


def to_dollars(figure: Decimal) -> int:
    """A figure to the dollar, halves away from nothing."""
    return int(figure.quantize(_DOLLAR, ROUND_HALF_UP))


def to_unit(figure: Decimal, per: Period) -> Number:
    """A figure as pay of its period is written: whole dollars a year, cents an hour."""
    return to_cents(figure) if per == "hour" else to_dollars(figure)


def to_step(figure: Decimal, step: int) -> int:
    """A figure to the nearest whole step of so many dollars, halves up."""
    return step * to_dollars(figure / step)


def share(figure: Number | Decimal, of: Number | Decimal, digits: int = 4) -> float:
    """One figure ÷ another, rounded to some digits."""
    return float(round(exact(figure) / exact(of), digits))


def percent_more(figure: Number | Decimal, than: Number | Decimal) -> float:
    """How much more a figure is than another, in percent of that one, to one digit."""
    return float(round((exact(figure) / exact(than) - 1) * 100, 1))
