"""How long spans of time last together."""

from collections.abc import Iterable


def years_in(spans: Iterable[tuple[float, float]]) -> float | None:
    """The years that spans of months cover, each month once; None if there are none."""
    total, reached, some = 0.0, 0.0, False
    for start, end in sorted(spans):
        some = True
        total += max(0.0, end - max(start, reached))
        reached = max(reached, end)
    return round(total / 12, 2) if some else None
