"""Where an amount stands among the people of an occupation."""

import math
from decimal import Decimal
from typing import NamedTuple

from cscareer.catalog.models import PERCENTILES, Model
from cscareer.pay.money import Number, exact
from cscareer.pay.wages import Distribution

_SHARES = {"p10": 10, "p25": 25, "median": 50, "p75": 75, "p90": 90}
# Standard normal quantiles of 10, 25, 50, 75 and 90 percent.
_QUANTILES = {
    10: -1.2815515655446004,
    25: -0.6744897501960817,
    50: 0.0,
    75: 0.6744897501960817,
    90: 1.2815515655446004,
}


class Percentile(Model):
    """The share, in percent, of the people in an occupation and area who earn less than an amount.

    `value` where it can be told; otherwise the span it lies in: `low` and `high` on a tie of published percentiles,
    `high` alone below the lowest published percentile, `low` alone above the highest.
    """

    value: float | None
    low: int | None
    high: int | None


class _Point(NamedTuple):
    share: int
    wage: Decimal


def percentile_of(amount: Number | Decimal, wages: Distribution) -> Percentile | None:
    """Where an amount stands in wages of the same period; null where no percentile is published.

    Between two published percentiles that differ, log wages are interpolated against the normal quantile; missing
    ones are skipped. Wages are roughly log-normal, and this hits every published percentile exactly.
    """
    amount = exact(amount)
    points = [
        _Point(_SHARES[name], exact(wage))
        for name in PERCENTILES
        if (wage := wages.at(name)) is not None and wage > 0
    ]
    if not points:
        return None
    tied = [point.share for point in points if point.wage == amount]
    if tied:
        return _exactly(tied[0]) if len(tied) == 1 else Percentile(value=None, low=tied[0], high=tied[-1])
    below = [point for point in points if point.wage < amount]
    above = [point for point in points if point.wage > amount]
    if not below:
        return Percentile(value=None, low=None, high=above[0].share)
    if not above:
        return Percentile(value=None, low=below[-1].share, high=None)
    return _exactly(_between(amount, below[-1], above[0]))


def _between(amount: Decimal, below: _Point, above: _Point) -> float:
    done = math.log(amount / below.wage) / math.log(above.wage / below.wage)
    start, end = _QUANTILES[below.share], _QUANTILES[above.share]
    quantile = start + done * (end - start)
    return 50 * (1 + math.erf(quantile / math.sqrt(2)))


def _exactly(share: float) -> Percentile:
    return Percentile(value=round(share, 1), low=None, high=None)
