"""Numbers and spans of time in the cells of an export, as SQL that reads them."""

from cscareer.catalog.ticket_models import DurationUnit
from cscareer.tickets.engine import literal

CLOCK = r"-?\d{1,6}:\d{1,2}(:\d{1,2}(\.\d+)?)?"
_LONGEST_SPAN = 1_000_000_000  # seconds; what is longer, or no number, is a mistake
_THOUSANDS = r"-?\d{1,3}(,\d{3})+(\.\d+)?"


def seconds_in(cell: str, unit: DurationUnit | None, separator: str | None) -> str:
    """The seconds of a span of time, as a number of `unit` or as on a clock; NULL where it is neither.

    Args:
        cell: SQL of the cell's text.
        unit: of a bare number; None if it isn't known.
        separator: what parts the cells of the file.
    """
    parts = f"string_split(trim({cell}), ':')"
    first = f"abs(TRY_CAST({parts}[1] AS DOUBLE))"
    of_three = f"{first} * 3600 + TRY_CAST({parts}[2] AS DOUBLE) * 60 + TRY_CAST({parts}[3] AS DOUBLE)"
    of_two = f"{first} * 3600 + TRY_CAST({parts}[2] AS DOUBLE) * 60"
    if unit in {DurationUnit.MINUTES, DurationUnit.SECONDS}:
        of_two = f"{first} * 60 + TRY_CAST({parts}[2] AS DOUBLE)"
    elif unit is None:
        of_two = "NULL"
    sign = f"CASE WHEN starts_with(trim({cell}), '-') THEN -1 ELSE 1 END"
    clock = (
        f"CASE WHEN regexp_full_match(trim({cell}), {literal(CLOCK)})"
        f" THEN {sign} * (CASE WHEN len({parts}) = 3 THEN {of_three} ELSE {of_two} END) END"
    )
    number = "NULL::DOUBLE" if unit is None else f"{number_in(cell, separator)} * {unit.seconds}"
    seconds = f"coalesce({number}, {clock})"
    return f"CASE WHEN abs({seconds}) <= {_LONGEST_SPAN} THEN {seconds}::FLOAT END"


def number_in(cell: str, separator: str | None) -> str:
    """A number; where a comma stands in it, by what parts the cells of the file."""
    if separator == ";":  # the comma is a decimal one there
        commas = f"replace(replace({cell}, '.', ''), ',', '.')"
    else:
        thousands = f"regexp_full_match(trim({cell}), {literal(_THOUSANDS)})"
        commas = f"CASE WHEN {thousands} THEN replace({cell}, ',', '') ELSE replace({cell}, ',', '.') END"
    return f"coalesce(TRY_CAST({cell} AS DOUBLE), TRY_CAST(trim({commas}) AS DOUBLE))"
