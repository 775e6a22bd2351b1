"""Spans of time from a date to another."""

import re
from dataclasses import dataclass

from cscareer.catalog.remembering import remembered
from cscareer.documents.dates import (
    BEFORE,
    DATE,
    MONTH_NAMES,
    MONTHS,
    NAME,
    NOW,
    SHORT,
    UNDATED,
    YEAR,
    is_now,
    may_hold_date,
    month_of,
    named_month,
)
from cscareer.documents.document import Month
from cscareer.documents.late_pattern import LatePattern

ABOUT = r"(?:(?:about|around|roughly|approximately|approx\.?|circa|ca\.|sometime\sin|the(?:\s(?:beginning|start|middle|end)\sof)?)\s){0,2}"
LEAVING = r"(?:left|ended|ending|finished|finishing|quit|resigned|leaving|laid\soff|let\sgo|moved\s(?:on|away)|retired|departed)"
ENDED = rf"(?:{LEAVING}|end(?:\sdate)?)"
TO = (
    r"(?:[-–—‑−~→>]{1,3}|\.{2,3}|…|(?:[/|]\s)?(?:and\s(?:stayed\s|lasted\s)?)?(?:up\s)?(?:to|until|till|upto)|through|thru|\b(?:a|à|al|au|hasta|jusqu['’](?:à|au|en))\b"  # noqa: RUF001  the dashes people type
    rf"|[\s,;|.]{{0,3}}(?:and\s)?(?:i\s)?{ENDED}(?:\s(?:in|on))?\s?:?)"
)
RANGE = LatePattern(
    rf"{BEFORE}(?:(?:from|between|de|du|desde)\s)?{ABOUT}(?P<start>{DATE}|{SHORT}|{UNDATED})[)\]]?\s{{0,5}}{TO}\s{{0,5}}"
    rf"{ABOUT}(?P<end>{NOW}|{DATE}|{SHORT}|['’]?[0-9][0-9](?=\W|\Z))(?![\w/])",
    re.IGNORECASE,
)
_START = LatePattern(rf"\b(?:from|since)\s(?P<start>{DATE})(?![\w/])", re.IGNORECASE)
_STAGE = LatePattern(
    rf"(?:[(\[]\s?(?:(?:from|since)\s)?|\b(?:from|since|in)\s)(?P<start>{DATE})\s?[)\]]?\s{{0,20}}\Z",
    re.IGNORECASE,
)
_ENDS_OPEN = LatePattern(
    rf"{BEFORE}(?:{DATE}|{SHORT}|{UNDATED})\s{{0,5}}{TO}\s*\Z|{TO}\s{{0,5}}{NAME}\.?\s*\Z", re.IGNORECASE
)
_OPEN_ENDS = ("-", "~", "to", "until", "till", "through", "thru", *MONTHS, "sept", *MONTH_NAMES)
_LONGEST_WORD = 12  # letters of these, with a dot behind
_LONGEST_END = 60  # characters of a span that a line breaks off in
_ONE_YEAR = LatePattern(rf"(?:[,|(\t]|\s{{2}}|\s[–—-])\s{{0,3}}(?P<year>{YEAR})\)?\s{{0,3}}\Z")
_ONLY_UNDATED = LatePattern(UNDATED, re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Period:
    """The time a line states, and where in the line; `months` is how long it lasted, where no more than that is told."""

    start: Month | None
    end: Month | None
    current: bool
    begins: int
    ends: int
    months: int | None = None


@remembered
def every_period(text: str) -> tuple[Period, ...]:
    """Each span of a line that has a start and an end."""
    return tuple(filter(None, map(span_of, RANGE.finditer(text)))) if may_hold_date(text) else ()


@remembered
def one_year(text: str) -> Period | None:
    """The span of a line that ends with the one year in which something was: "Sales Associate, Old Navy (2025)"."""
    match = _ONE_YEAR.search(text)
    said = month_of(match["year"]) if match else None
    return Period(said, said, False, *match.span()) if match and said else None  # noqa: FBT003  a field


def find_start(text: str) -> Month | None:
    """The date behind a "from" or "since"."""
    start = _START.search(text)
    return month_of(start["start"]) if start else None


def find_stage(text: str) -> tuple[Month, int] | None:
    """The date a text ends with, in brackets or behind a "from" or "since", and where that begins in it."""
    stage = _STAGE.search(text) if may_hold_date(text) else None
    start = month_of(stage["start"]) if stage else None
    return (start, stage.start()) if stage and start else None


@remembered
def ends_open(text: str) -> bool:
    """Whether a line breaks off within a time span: "June 2018 –", or "June 2018 – February"."""
    end = text.rstrip()
    tail = end[-_LONGEST_WORD:]
    if tail.isascii() and not tail.lower().rstrip(".").endswith(_OPEN_ENDS):
        return False
    return _ENDS_OPEN.search(text, max(0, len(end) - _LONGEST_END)) is not None


def span_of(match: re.Match[str]) -> Period | None:
    """The span of a match with a start and an end; the one may lend the other its year."""
    end = None if is_now(match["end"]) else month_of(match["end"])
    start = month_of(match["start"])
    if end is None and start and start.month is None and re.fullmatch("[0-9][0-9]", match["end"]):
        end = _short_end(start.year, int(match["end"]))
    if start is None and end is not None and _ONLY_UNDATED.fullmatch(match["start"]):
        month = named_month(match["start"].casefold())
        start = Month(end.year - (end.month is not None and month is not None and month > end.month), month)
    current = end is None and is_now(match["end"])
    return Period(start, end, current, *match.span()) if start and (end or current) else None


def _short_end(start: int, end: int) -> Month | None:
    """The end of "2019–21", whose start has a year and no month."""
    return Month(start // 100 * 100 + end) if end >= start % 100 else None
