"""How far a figure of so many tickets may be off, and whether two figures differ by more than chance.

Shares have Wilson's score interval (Wilson 1927, J. Am. Stat. Assoc. 22:209); means and the net promoter score the usual one
of a mean. Two shares are told apart by the test of two proportions with their pooled share.
"""

from math import sqrt
from statistics import NormalDist
from typing import NamedTuple


class Measured(NamedTuple):
    """A share or a mean of `n`: its value, and the standard deviation of what it is the mean of."""

    n: int
    value: float
    deviation: float
    is_share: bool


def quantile(confidence: float, comparisons: int = 1) -> float:
    """The z of a two-sided interval, for so many comparisons that are to be right together (Bonferroni)."""
    return NormalDist().inv_cdf(1 - (1 - confidence) / (2 * max(1, comparisons)))


def share(count: int, n: int) -> Measured:
    """A share, between 0 and 1."""
    value = count / n
    return Measured(n, value, sqrt(value * (1 - value)), is_share=True)


def mean(n: int, total: float, squares: float) -> Measured:
    """A mean, from the sum of figures and of their squares."""
    value = total / n
    spread = max(0.0, squares - n * value * value) / (n - 1) if n > 1 else 0.0
    return Measured(n, value, sqrt(spread), is_share=False)


def interval(measured: Measured, z: float) -> tuple[float, float]:
    """The ends between which the true figure likely lies."""
    n, value = measured.n, measured.value
    if not measured.is_share:
        reach = z * measured.deviation / sqrt(n)
        return value - reach, value + reach
    middle = (value + z * z / (2 * n)) / (1 + z * z / n)
    reach = z / (1 + z * z / n) * sqrt(value * (1 - value) / n + z * z / (4 * n * n))
    return max(0.0, middle - reach), min(1.0, middle + reach)


def differ(one: Measured, other: Measured, z: float) -> bool:
    """Whether two figures of different tickets differ by more than chance."""
    if one.is_share:
        pooled = (one.value * one.n + other.value * other.n) / (one.n + other.n)
        error = sqrt(pooled * (1 - pooled) * (1 / one.n + 1 / other.n))
    else:
        error = sqrt(one.deviation**2 / one.n + other.deviation**2 / other.n)
    return abs(one.value - other.value) > z * error
