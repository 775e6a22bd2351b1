"""Works out price changes from the published files alone: no line here knows the program."""

import csv
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

SPANS = [  # May is there for every kind of series; the third one begins before the divisions' series do
    ("2022-05", "2025-05"),
    ("2021-05", "2026-06"),
    ("2016-02", "2024-10"),
    ("2018-01", "2019-11"),
    ("2023-03", "2025-10"),
]


def months(folder: Path) -> dict[str, dict[int, Fraction]]:
    """CPI area code → month (counted from year 0) → index."""
    found: dict[str, dict[int, Fraction]] = {}
    with (folder / "cpi_u.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["period"].startswith("M") and row["period"] != "M13":
                month = int(row["year"]) * 12 + int(row["period"][1:]) - 1
                found.setdefault(row["area_code"], {})[month] = Fraction(row["value"])
    return found


def changes(folder: Path) -> Iterator[tuple[str, str, str, str, Fraction]]:
    """Area, first month, last month, CPI area that speaks for it, and index ÷ index: for every area and span."""
    index = months(folder)
    with (folder / "cpi_area_to_oews.csv").open(encoding="utf-8", newline="") as file:
        areas = list(csv.DictReader(file))
    for area in areas:
        own = area["cpi_area_code"] if area["match"] not in {"division", "none"} else ""
        for start, end in SPANS:
            for code in (own, area["division_code"], area["region_code"], "0000"):
                ends = [_nearest(index.get(code, {}), month) for month in (start, end)]
                if ends[0] is not None and ends[1] is not None:
                    yield area["AREA"], start, end, code, index[code][ends[1]] / index[code][ends[0]]
                    break


def _nearest(known: dict[int, Fraction], month: str) -> int | None:
    year, number = map(int, month.split("-"))
    wanted = year * 12 + number - 1
    near = sorted((abs(each - wanted), each) for each in known if abs(each - wanted) <= 2)
    return near[0][1] if near else None
