"""Ranks places by the median wage from the published files alone, and says which can't be told from the first.

No line here knows the program. The published error is of the mean; the median's is taken to be the same.
"""

import csv
import gzip
from decimal import Decimal, getcontext
from itertools import chain, pairwise
from pathlib import Path
from typing import NamedTuple

getcontext().prec = 60
REACH = Decimal("1.645")  # standard errors on either side: 90% of chance
STATES = {"2", "3"}  # types of area: states, territories
OTHERS = {"4", "6"}  # metro areas, nonmetro areas


class Place(NamedTuple):
    """An area, what its median is worth, and whether that differs from the first one's and from the one above.

    None where no error is published.
    """

    area: str
    worth: Decimal
    apart: bool | None
    apart_from_above: bool | None


Row = dict[str, str]


def wages(folder: Path) -> dict[str, list[Row]]:
    """The rows of each occupation, the nation's left out."""
    found: dict[str, list[Row]] = {}
    with (
        (folder / "oews_may2025_areas.csv").open(encoding="utf-8", newline="") as own,
        gzip.open(
            folder / "oews_may2025_related_areas.csv.gz", "rt", encoding="utf-8", newline=""
        ) as related,
    ):
        for row in chain(csv.DictReader(own), csv.DictReader(related)):
            if row["AREA_TYPE"] != "1":
                found.setdefault(row["OCC_CODE"], []).append(row)
    return found


def prices(folder: Path) -> dict[str, Decimal]:
    """The price level of each state and metro area that has one of its own, 100 being the nation's."""
    found: dict[str, Decimal] = {}
    for name in ("rpp_metro_2024.csv", "rpp_state_2024.csv"):
        with (folder / name).open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                code = row["GeoFIPS"]
                found[code[:2] if "state" in name else code] = Decimal(row["rpp_all"])
    return found


def ranked(rows: list[Row], *, states: bool, levels: dict[str, Decimal] | None = None) -> list[Place]:
    """The places, highest first; after the cost of living with `levels`, by which those without one drop out."""
    known = []
    for row in rows:
        if (row["AREA_TYPE"] in STATES) is not states or row["A_MEDIAN"] in {"*", "#", "", "**"}:
            continue
        if levels is not None and row["AREA"] not in levels:
            continue
        worth = Decimal(row["A_MEDIAN"]) / (levels[row["AREA"]] if levels else 1)
        said = row["MEAN_PRSE"]
        known.append(
            (worth, row["AREA_TITLE"], row["AREA"], Decimal(said) if said not in {"*", "", "~"} else None)
        )
    known.sort(key=lambda each: (-each[0], each[1]))
    if not known:
        return []
    best, _, first, least = known[0]
    found = [Place(first, best, None, None)]
    for (above, _, _, its), (worth, _, area, error) in pairwise(known):
        found.append(Place(area, worth, _apart(worth, error, best, least), _apart(worth, error, above, its)))
    return found


def _apart(worth: Decimal, error: Decimal | None, best: Decimal, least: Decimal | None) -> bool | None:
    if error is None or least is None:
        return None
    spread = (worth * error / 100) ** 2 + (best * least / 100) ** 2
    return (best - worth) ** 2 > REACH**2 * spread
