"""Whether two medians of the wage survey can be told apart, or differ no more than chance would have them differ."""

from decimal import Decimal

from cscareer.pay.money import Number, exact

CONFIDENCE = 90  # percent
_REACH = Decimal("1.645")  # standard errors on either side that hold 90% of chance


def told_apart(
    median: Number | Decimal, error: float | None, other: Number | Decimal, other_error: float | None
) -> bool | None:
    """Whether two medians differ with 90% confidence; null where an error isn't released.

    Errors are relative standard errors in percent. BLS publishes them for the mean wage alone; we assume the median's to
    be the same, and the two samples to be independent.
    """
    if error is None or other_error is None:
        return None
    first, second = exact(median), exact(other)
    spread = (first * exact(error) / 100) ** 2 + (second * exact(other_error) / 100) ** 2
    return (first - second) ** 2 > _REACH**2 * spread
