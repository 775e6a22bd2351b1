"""Days as people write them: 2027-06-30, June 15, next June, in 6 months, tomorrow, end of 2027."""

import calendar
import re
from datetime import date, timedelta
from typing import NamedTuple

from cscareer.catalog.months import months_after
from cscareer.catalog.number_words import ONE, number_of
from cscareer.errors import UsageError

_MONTHS = {name.lower(): number for number, name in enumerate(calendar.month_name) if name}
_MONTHS |= {name.lower(): number for number, name in enumerate(calendar.month_abbr) if name} | {"sept": 9}
_WEEKDAYS = {name.lower(): number for number, name in enumerate(calendar.day_name)}
_NEAR = {"yesterday": -1, "today": 0, "now": 0, "tomorrow": 1, "day after tomorrow": 2}
_UNITS = {"day": "day", "d": "day", "week": "week", "wk": "week", "w": "week", "month": "month", "mo": "month", "m": "month", "year": "year", "yr": "year", "y": "year"}  # fmt: skip
_SPAN = re.compile(r"(?:in |within )?(\d{1,4}|[a-z]{1,6}) ?([a-z]{1,6}?)s?( ago)?")
_NAMED = re.compile(r"([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?(?:,? (\d{4}))?")
_NUMBERED = re.compile(r"(\d{1,2})(?:st|nd|rd|th)? ([a-z]{3,9})\.?(?:,? (\d{4}))?")
_SLASHED = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")
_YEAR = re.compile(r"(?:year )?(\d{4})")
_LAST_MONTH, _WEEK = 12, 7
_MOST_AGO = 720  # months that anybody has had a job
_MOST_MONTHS = 600  # of a plan
_EXAMPLES = "Write it like 2027-06-30, 2027-06, June 2027, next June, in 6 months or tomorrow."


class _Span(NamedTuple):
    """The days a person's words cover: a day, a month or a year."""

    first: date
    last: date


def read_day(said: str, today: date, *, coming: bool = True) -> str:
    """The day a person means, like 2027-06-30: the last of a month or year where it is `coming`, else the first.

    Args:
        said: their words.
        today: the day it is.
        coming: whether it is a day to come, like a goal's, rather than one from which on something is told.

    Raises:
        UsageError: it is none.
    """
    words = " ".join(said.casefold().split()).removeprefix("the ").removeprefix("by ").removeprefix("since ")
    try:
        span = _read(words, today, coming=coming)
    except (ValueError, OverflowError):  # the 31st of a month that has 30 days, or a year beyond the calendar
        span = None
    if span is None:
        raise UsageError(f'"{said}" is no day.', hint=_EXAMPLES)
    return (span.last if coming else span.first).isoformat()


def months_in(said: str) -> int | None:
    """The months in a span of time as people write it: 2y, 18 months, a year; null where it is none."""
    match = _SPAN.fullmatch(" ".join(said.casefold().split()))
    unit = _UNITS.get(match[2]) if match else None
    count = _count(match[1]) if match else None
    if not match or match[3] or unit not in {"month", "year"} or not count:
        return None
    return count * (_LAST_MONTH if unit == "year" else 1)


def month_ago(months: int, today: date) -> str:
    """The month so many months ago, like 2022-11."""
    return months_after(today, -months).isoformat()[:7]


def read_since(said: str, today: date) -> str:
    """The day since when something is so: a day or month, or how long ago that was ("4 years").

    Raises:
        UsageError: it is none.
    """
    months = months_in(said.casefold().strip().removeprefix("for "))
    if months is not None and months <= _MOST_AGO:
        return months_after(today, -months).isoformat()
    return read_day(said, today, coming=False)


def months_within(said: str) -> int:
    """The months a person has for a plan.

    Raises:
        UsageError: it is no span of months or years, or a longer one than anybody plans for.
    """
    months = months_in(said)
    if months is None or months > _MOST_MONTHS:
        raise UsageError(f'--within "{said}" is no time to plan for.', hint="Write it like 2y or 18 months.")
    return months


def _read(words: str, today: date, *, coming: bool) -> _Span | None:
    if words in _NEAR:
        return _day(today + timedelta(days=_NEAR[words]))
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}", words):
        return _day(date.fromisoformat(words))
    if match := _SLASHED.fullmatch(words):
        return _day(date(int(match[3]), int(match[1]), int(match[2])))
    if match := _YEAR.fullmatch(words):
        return _Span(date(int(match[1]), 1, 1), date(int(match[1]), _LAST_MONTH, 31))
    return (
        _ending(words, today)
        or _named(words, today, coming=coming)
        or _relative(words, today)
        or _month(words)
    )


def _ending(words: str, today: date) -> _Span | None:
    """The end of a month or year."""
    _, ends, what = words.partition("end of ")
    if not ends or ends in what:
        return None
    what = what.removeprefix("the ").removeprefix("this ")
    if what in {"next year", "next month"}:
        what, today = what.removeprefix("next "), _shifted(today, 1, what.removeprefix("next ")).first
    span = _this(what, today) or _read(what, today, coming=True)
    return span and _day(span.last)


def _this(unit: str, today: date) -> _Span | None:
    if unit == "year":
        return _Span(date(today.year, 1, 1), date(today.year, _LAST_MONTH, 31))
    return _whole(today.year, today.month) if unit == "month" else None


def _named(words: str, today: date, *, coming: bool) -> _Span | None:
    """A month or weekday by its name, with or without a day and a year."""
    which, space, name = words.partition(" ")
    which, name = (which, name) if space and which in {"next", "this", "last", "coming"} else ("", words)
    if name in _WEEKDAYS:
        ahead = (_WEEKDAYS[name] - today.weekday() - 1) % _WEEK + 1
        back = which == "last" or not (coming or which)
        return _day(
            today + timedelta(days=ahead - _WEEK - (_WEEK if ahead == _WEEK else 0) if back else ahead)
        )
    if name in _MONTHS:
        return _nearest(_MONTHS[name], today, which, coming=coming)
    if match := _NAMED.fullmatch(words):
        month, day, year = _MONTHS.get(match[1]), int(match[2]), match[3]
    elif match := _NUMBERED.fullmatch(words):
        month, day, year = _MONTHS.get(match[2]), int(match[1]), match[3]
    else:
        return None
    if month is None:
        return None
    there = date(int(year) if year else today.year, month, day)
    if not year and (there < today if coming else there > today):
        there = date(there.year + (1 if coming else -1), month, day)
    return _day(there)


def _nearest(month: int, today: date, which: str, *, coming: bool) -> _Span:
    """The nearest month of that name: to come, or gone by."""
    ahead = which in {"next", "coming"} or (coming and which != "last")
    year = today.year
    if ahead and (month < today.month or (month == today.month and which == "next")):
        year += 1
    elif not ahead and (month > today.month or (month == today.month and which == "last")):
        year -= 1
    return _whole(year, month)


def _relative(words: str, today: date) -> _Span | None:
    """In so much time, or so much ago; next and last week, month and year."""
    which, _, unit = words.partition(" ")
    if which in {"next", "last"} and unit in {"week", "month", "year"}:
        return _shifted(today, 1 if which == "next" else -1, unit)
    match = _SPAN.fullmatch(words)
    if not match or match[2] not in _UNITS:
        return None
    count = _count(match[1])
    return None if count is None else _shifted(today, -count if match[3] else count, _UNITS[match[2]])


def _shifted(today: date, count: int, unit: str) -> _Span:
    if unit in {"day", "week"}:
        return _day(today + timedelta(days=count * (_WEEK if unit == "week" else 1)))
    return _day(months_after(today, count * (_LAST_MONTH if unit == "year" else 1)))


def _count(word: str) -> int | None:
    return ONE.get(word) or number_of(word)


def _month(words: str) -> _Span | None:
    """A month with its year, in any style that resumes have."""
    from cscareer.documents.dates import read_date

    found = read_date(words)
    return _whole(found.year, found.month) if found and found.month else None


def _whole(year: int, month: int) -> _Span:
    return _Span(date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1]))


def _day(day: date) -> _Span:
    return _Span(day, day)
