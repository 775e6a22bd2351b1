"""The CSV files of `wages/`: their names, their columns, and where a folder of data keeps them."""

import re
from pathlib import Path

FOLDER = "wages"
SET_ASIDE = ".wages.old"  # the folder's name for the moment in which an import puts another in its place

FIGURES = (
    "employment",
    *(f"{per}_{point}" for per in ("hourly", "yearly") for point in ("p10", "p25", "median", "p75", "p90")),
)
OCCUPATION_COLUMNS = ("area", "year", *FIGURES)
AREAS, INDUSTRIES, TREND, RELEASES = "areas.csv", "industries.csv", "trend.csv", "releases.csv"
PLACES, COUNTIES, ZIPS = "places.csv", "counties.csv", "zips.csv"
COLUMNS: dict[str, tuple[str, ...]] = {
    AREAS: ("id", "name", "type", "state", "population", "rpp", "rpp_year"),
    INDUSTRIES: ("occupation", "naics", "name", "level", "year", *FIGURES),
    TREND: ("occupation", "year", *FIGURES),
    PLACES: ("key", "name", "state", "population", "county"),
    COUNTIES: ("county", "key", "name", "state", "population", "area"),
    ZIPS: ("zip", "county"),
    RELEASES: (
        "source", "kind", "year", "title", "publisher", "address", "licence", "date",
        "file", "rows", "set_aside", "sha256",
    ),
}  # fmt: skip
OCCUPATION_FILE = re.compile(r"\d\d-\d{4}\.csv")


def folder_of(data_dir: Path) -> Path | None:
    """Where a folder of data keeps its wages, also right after an import that was cut off; None when it has none."""
    return next((path for name in (FOLDER, SET_ASIDE) if (path := data_dir / name).is_dir()), None)


def columns_of(file: str) -> tuple[str, ...] | None:
    """The columns of a file of the folder, by its name; None when it is none of ours."""
    return OCCUPATION_COLUMNS if OCCUPATION_FILE.fullmatch(file) else COLUMNS.get(file)
