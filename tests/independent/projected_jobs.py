"""Reads the projections of every occupation from the published file alone: no line here knows the program."""

import csv
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

FIGURES = {  # of the file, and how many of a unit one is
    "jobs": ("employment_base_thousands", 1000),
    "projected_jobs": ("employment_proj_thousands", 1000),
    "jobs_change": ("change_pct", 1),
    "openings_a_year": ("openings_thousands", 1000),
    "leave_work": ("labor_force_exits_thousands", 1000),
    "change_work": ("occupational_transfers_thousands", 1000),
    "leave_work_rate": ("labor_force_exit_rate_pct", 1),
    "change_work_rate": ("occupational_transfer_rate_pct", 1),
}
WORDS = {
    "entry_education": "typical_education", "experience": "work_experience", "training": "on_the_job_training",
    "ai_exposure": "ai_exposure",
}  # fmt: skip

Said = dict[str, Fraction | str | None]


def projections(folder: Path) -> Iterator[tuple[str, int, int, Said]]:
    """Occupation, first year, last year, and what the file says of that span; groups of occupations are left out."""
    with (folder / "projections.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["level"] == "group":
                continue
            first, last = row["vintage"].split("-")
            said: Said = {
                name: Fraction(row[column]) * unit if row[column] else None
                for name, (column, unit) in FIGURES.items()
            }
            said |= {name: row[column] or None for name, column in WORDS.items()}
            yield row["soc"], int(first), int(first[:2] + last), said


def change_of_jobs(said: Said) -> Fraction | None:
    """The change in percent that the two numbers of jobs come to."""
    first, last = said["jobs"], said["projected_jobs"]
    return (last / first - 1) * 100 if isinstance(first, Fraction) and isinstance(last, Fraction) else None
