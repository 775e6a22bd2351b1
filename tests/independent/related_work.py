"""Works out how far related occupations are from one, from the published ratings alone: no line here knows the program."""

import csv
from fractions import Fraction
from pathlib import Path

Ratings = dict[str, dict[str, tuple[Fraction, Fraction | None]]]


def ratings(folder: Path) -> Ratings:
    """O*NET code → element → importance and level (None where O*NET says it has no meaning)."""
    found: Ratings = {}
    with (folder / "onet_elements_related.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["suppress"] != "Y":
                level = None if row["not_relevant"] == "Y" else Fraction(row["level_0_7"])
                found.setdefault(row["onet_soc"], {})[row["element_id"]] = (
                    Fraction(row["importance_1_5"]),
                    level,
                )
    return found


def distance(
    own: dict[str, tuple[Fraction, Fraction | None]], other: dict[str, tuple[Fraction, Fraction | None]]
) -> float | None:
    """The mean of (level − own level, not under 0) × importance ÷ 5 over the elements important there."""
    parts = [
        max(level - (own[element][1] or 0), Fraction(0)) * importance / 5
        for element, (importance, level) in other.items()
        if importance >= 3 and level is not None and element in own
    ]
    return float(sum(parts) / len(parts)) if own and parts else None
