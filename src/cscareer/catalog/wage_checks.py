"""Checking the CSV files of `wages/`: columns, figures, and what one file says of another's areas and counties."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from cscareer.catalog.wage_files import (
    APART,
    AREAS,
    COUNTIES,
    FIGURES,
    INDUSTRIES,
    MOST_PROBLEMS,
    PLACES,
    RELEASES,
    columns_of,
    read_rows,
)
from cscareer.errors import Problem, UnreadableError

_FORMS: dict[str, tuple[re.Pattern[str], str]] = {
    column: (re.compile(pattern, re.ASCII), said)
    for columns, pattern, said in (
        ("id", r"\d\d|\d{5}|\d{7}", "an area id of 2, 5 or 7 digits"),
        ("area", r"\d\d|\d{5}|\d{7}|", "an area id of 2, 5 or 7 digits"),
        ("occupation", r"\d\d-\d{4}", "an SOC code, like 43-4051"),
        ("naics", r"[\dA-Z]{2,6}|\d\d-\d\d", "a NAICS code"),
        ("level", r"[2-6]", "a level from 2 to 6"),
        ("series metro division region", r"[0-9A-Z]{4}|", "the four signs of a CPI area"),
        ("onet related", r"\d\d-\d{4}\.\d\d", "an O*NET code, like 43-4051.00"),
        ("soc", r"\d\d-\d{4}", "an SOC code, like 43-4051"),
        ("element", r"\d(?:\.[0-9A-Za-z]+)+", "an O*NET element"),
        ("element_name domain tier", r"[^\x00-\x1f\x7f]+", "words"),
        ("rank", r"\d\d", "a rank"),
        ("zone", r"[1-5]", "a job zone from 1 to 5"),
        ("importance", r"[1-5](?:\.\d{1,15})?", "an importance from 1 to 5"),
        ("element_level", r"[0-7](?:\.\d{1,15})?|", "a level from 0 to 7"),
        ("month", r"20\d\d-(?:0[1-9]|1[0-2])", "a month, like 2022-05"),
        ("index", r"\d{1,15}(?:\.\d{1,15})?", "a price index"),
        ("fit", "same|boundary|wider|none|", "same, boundary, wider or none"),
        ("note title education experience training exposure factor direction", r"[^\x00-\x1f\x7f]*", "words"),
        ("vintage", r"20\d\d-\d\d", "ten years, like 2024-34"),
        ("change", r"-?\d{1,15}(?:\.\d{1,15})?|", "a change in percent"),
        ("jobs jobs_then openings leave_work change_work leave_work_rate change_work_rate", r"\d{1,15}(?:\.\d{1,15})?|", "a figure"),
        ("year", r"20\d\d", "a year"),
        ("rpp_year", r"20\d\d|", "a year"),
        ("rpp", r"\d{1,15}(?:\.\d{1,15})?|", "a price index"),
        ("employment_error mean_error", r"\d{1,15}(?:\.\d{1,15})?|", "a percentage"),
        ("employment population", r"\d{1,15}|", "a whole number"),
        ("county zip", r"\d{5}", "five digits"),
        ("type", "nation|state|territory|metro|nonmetro", "nation, state, territory, metro or nonmetro"),
        ("state", "[A-Z]{2}(?:-[A-Z]{2})*", "the postal code of a state"),
        ("key", r"(?u:[^\W_A-Z]+(?: [^\W_A-Z]+)*)", "a folded name: small letters, digits, single spaces"),
        ("name", r"[^\x00-\x1f\x7f]+", "a name"),
        (" ".join(name for name in FIGURES if name.startswith("hourly")), r"(?:>=)?\d{1,15}\.\d\d|", "dollars and cents"),
        (" ".join(name for name in FIGURES if name.startswith("yearly")), r"(?:>=)?\d{1,15}|", "whole dollars"),
    )
    for column in columns.split()
}  # fmt: skip
_PERCENTILES = tuple(tuple(name for name in FIGURES if name.startswith(per)) for per in ("hourly", "yearly"))
_LEFT_OUT = {  # where the cell is empty: the key, the county or a row further up says it
    (COUNTIES, "name"),
    (PLACES, "name"),
    (PLACES, "state"),
    (INDUSTRIES, "name"),
}
_GROUPED = {"occupation", "key", "series", "onet"}  # these may stand in several rows, one below the other


class _Fault(NamedTuple):
    """What is wrong with a cell, and whether its form is, so that the row's figures can't be compared."""

    said: str
    malformed: bool


@dataclass
class _Known:
    """The areas, states and counties there are, as far as they have been read."""

    areas: set[str] = field(default_factory=set)
    states: set[str] = field(default_factory=lambda: {"US"})
    counties: set[str] = field(default_factory=set)

    def learn(self, file: str, rows: Iterable[Sequence[str]]) -> None:
        """Takes up what a file says there is."""
        if file == AREAS:
            for row in rows:
                self.areas.update(row[:1])
                self.states.update(row[3:4] if row[2:3] in (["state"], ["territory"]) else ())
        elif file == COUNTIES:
            self.counties.update(row[0] for row in rows if row)

    def named_by(self, file: str, column: str) -> set[str] | None:
        """What a column's cells must be among; None where it names nothing."""
        if file == AREAS:
            return self.states if column == "state" else None
        if file != COUNTIES and column == "county":
            return self.counties
        return self.areas if column == "area" else None


def check_folders(folders: Iterable[Path]) -> Iterator[Problem]:
    """Everything wrong with these folders, lowest first: a higher one may speak of a lower one's areas and counties.

    `releases.csv` is left to those who read the sources, which every run does.
    """
    known = _Known()
    for folder in folders:
        yield from _check_folder(folder, known)


def check_over(folder: Path, below: Iterable[Path]) -> Iterator[Problem]:
    """Everything wrong with a folder laid over others, which are taken to be sound."""
    known = _Known()
    for path in (lower / name for lower in below for name in (AREAS, COUNTIES)):
        with suppress(UnreadableError):
            known.learn(path.name, read_rows(path))
    yield from _check_folder(folder, known)


def check_forms(folder: Path) -> Iterator[Problem]:
    """What of a folder can't be read row by row, whatever its rows say of each other."""
    yield from _check_folder(folder, None)


def _check_folder(folder: Path, known: _Known | None) -> Iterator[Problem]:
    try:
        names = sorted(path.name for path in folder.iterdir() if columns_of(path.name))
    except OSError as error:
        yield Problem(str(folder), None, None, f"it can't be read: {error.strerror or error}.")
        return
    names.sort(key=lambda name: name not in {AREAS, COUNTIES})  # what the others speak of comes first
    for name in names:
        if name != RELEASES:
            yield from islice(_check_file(folder / name, known), MOST_PROBLEMS)


def _check_file(path: Path, known: _Known | None) -> Iterator[Problem]:
    """What is wrong with a file; where nothing is known, only with the form of its rows."""
    try:
        rows = read_rows(path)
    except UnreadableError as error:
        yield Problem(str(path), 1, None, error.message, error.hint)
        return
    columns = columns_of(path.name) or ()
    numbered = list(_numbered(path.name, rows, len(columns)))
    if known:
        known.learn(path.name, rows)
    whole = [row for _, row in numbered if len(row) == len(columns)]
    faults = [
        (place, column, wrong)
        for place, column in enumerate(columns)
        if (
            wrong := _wrong(
                _cells(path.name, column, (row[place] for row in whole)),
                column,
                known.named_by(path.name, column) if known else None,
            )
        )
    ]
    percentiles = [
        places
        for names in _PERCENTILES
        if known and (places := [columns.index(name) for name in names if name in columns])
    ]
    seen: set[str] = set()
    before = None
    for line, row in numbered:
        if len(row) != len(columns):
            message = f"{len(row)} cells stand where {len(columns)} belong."
            yield Problem(str(path), line, None, message)
            continue
        for column, message in _check_row(row, faults, percentiles):
            yield Problem(str(path), line, column, message)
        first = row[0]
        if known and first in seen and (first != before or columns[0] not in _GROUPED):
            yield Problem(str(path), line, columns[0], f'"{first}" stands further up already.')
        seen.add(first)
        before = first


def _numbered(file: str, rows: Iterable[Sequence[str]], columns: int) -> Iterator[tuple[int, Sequence[str]]]:
    """The rows with the numbers of their lines; one for several areas or elements as one for each."""
    for line, row in enumerate(rows, start=2):
        if file in APART and len(row) == columns:
            yield from ((line, each) for each in APART[file](row))
        else:
            yield line, row


def _cells(file: str, column: str, cells: Iterable[str]) -> set[str]:
    """What stands in a column of a file, as far as it must be checked."""
    return set(cells) - ({""} if (file, column) in _LEFT_OUT else set())


def _wrong(cells: Iterable[str], column: str, known: set[str] | None) -> dict[str, _Fault]:
    """What is wrong with a column's cells, each looked at once however many rows have it."""
    form, said = _FORMS[column]
    wrong: dict[str, _Fault] = {}
    for cell in cells:
        if not form.fullmatch(cell):
            wrong[cell] = _Fault(f'"{cell[:20]}" is not {said}.', malformed=True)
        elif known is not None and cell and not known.issuperset(cell.split("-")):
            wrong[cell] = _Fault(f'"{cell}" is known nowhere here.', malformed=False)
    return wrong


def _check_row(
    row: Sequence[str],
    faults: Iterable[tuple[int, str, Mapping[str, _Fault]]],
    percentiles: Iterable[Sequence[int]],
) -> Iterator[tuple[str, str]]:
    sound = True
    for place, column, wrong in faults:
        if fault := wrong.get(row[place]):
            sound = sound and not fault.malformed
            yield column, fault.said
    for places in percentiles if sound else ():
        figures = [float(cell.removeprefix(">=")) for place in places if (cell := row[place])]
        if figures != sorted(figures):
            yield "percentiles", "a lower percentile is above a higher one."
