"""The typical years of a move that are still to come, where some of them are behind a person already."""

from cscareer.catalog.models import Model, YearSpan


class YearsLeft(Model):
    """Typical years still to be spent in a role before a move; 0 where they are behind a person."""

    low: float
    high: float


def years_left(typical: YearSpan, spent: float | None = None) -> YearsLeft:
    """What is left of typical years in a role for somebody who has spent some in it; all of them where none are known."""
    behind = spent or 0.0
    return YearsLeft(
        low=round(max(typical.low - behind, 0.0), 2), high=round(max(typical.high - behind, 0.0), 2)
    )
