"""The scale that figures of pay are drawn on, whatever draws it."""

from typing import NamedTuple

from cscareer.pay.money import Number

_YEARLY, _HOURLY = 5000, 5  # dollars between round figures
_MOST_AN_HOUR = 1000  # nobody earns that an hour


class Scale(NamedTuple):
    """Round ends that hold all figures drawn."""

    low: int
    high: int

    def at(self, figure: Number) -> float:
        """How far along the scale a figure stands, 0 to 1."""
        return (figure - self.low) / (self.high - self.low)


def scale_of(low: Number, high: Number) -> Scale:
    """The scale of figures between two: its ends are multiples of 5,000 for yearly pay, of 5 for hourly."""
    step = _YEARLY if high > _MOST_AN_HOUR else _HOURLY
    start, end = int(low // step) * step, -int(-high // step) * step
    return Scale(start, end if end > start else start + step)
