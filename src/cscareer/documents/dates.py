"""Dates as resumes state them: 2021-03, 03/2021, March 2021, 2021, present; and the time from one to another."""

import re
from dataclasses import dataclass

from cscareer.documents.document import Month

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NAME = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_YEAR = r"(?:19[4-9][0-9]|20[0-9][0-9])"
_DATE = (
    rf"(?:{_NAME}\.?\s{{0,3}}(?:[0-3]?[0-9](?:st|nd|rd|th)?\s?,?\s{{1,3}})?,?\s{{0,3}}(?:{_YEAR}|['’][0-9][0-9])"
    rf"|{_YEAR}[-/.][01]?[0-9](?:[-/.][0-3]?[0-9])?"
    rf"|(?:[0-3]?[0-9][/.])?[0-3]?[0-9][/.]{_YEAR}"
    rf"|{_YEAR})"
)
_NOW = r"(?:present|current|now|today|ongoing|date)"
_TO = r"(?:[-–—‑−]{1,3}|to|until|till|through)"  # noqa: RUF001  the dashes people type
_RANGE = re.compile(
    rf"(?<![\w/.-])(?:from\s)?(?P<start>{_DATE})\s{{0,5}}{_TO}\s{{0,5}}(?P<end>{_DATE}|{_NOW})(?![\w/])",
    re.IGNORECASE,
)
_SINCE = re.compile(
    rf"(?<![\w/.-])(?:since\s(?P<start>{_DATE})|(?P<open>{_DATE})\s{{0,3}}[-–—]\s*$)",
    re.IGNORECASE,
)
_ONE = re.compile(rf"{_DATE}(?:T[0-9:.Z+-]{{1,30}})?\Z", re.IGNORECASE)
_ONE_NOW = re.compile(rf"{_NOW}\Z", re.IGNORECASE)
_DIGIT = re.compile("[0-9]")
_LAST_MONTH, _LAST_DAY = 12, 31


@dataclass(frozen=True, slots=True)
class Period:
    """The time a line states, and where in the line."""

    start: Month | None
    end: Month | None
    current: bool
    begins: int
    ends: int


def read_date(text: str) -> Month | None:
    """The month or year of a date, or None if it isn't one."""
    stripped = text.strip()
    return (
        _month(stripped.split("T")[0] if "T" in stripped[8:] else stripped) if _ONE.match(stripped) else None
    )


def is_now(text: str) -> bool:
    """Whether a text says that something goes on still."""
    return _ONE_NOW.match(text.strip()) is not None


def find_period(text: str) -> Period | None:
    """The first time span in a line."""
    if not _DIGIT.search(text):  # the patterns below take their time
        return None
    if match := _RANGE.search(text):
        start, end = _month(match["start"]), _month(match["end"])
        current = end is None and is_now(match["end"])
        if start and (end or current):
            return Period(start, end, current, *match.span())
        return None
    if match := _SINCE.search(text):
        start = _month(match["start"] or match["open"])
        return Period(start, None, True, *match.span()) if start else None  # noqa: FBT003  a field
    return None


def _month(text: str) -> Month | None:
    """The date of a text that `_DATE` matches."""
    words = text.casefold()
    year = re.search(_YEAR, words)
    if year is None:
        short = re.search(r"['’]([0-9][0-9])", words)
        if short is None:
            return None
        value = int(short[1])
        return Month(value + (1900 if value >= 40 else 2000), _named(words))  # noqa: PLR2004  as `_YEAR`
    before, after = words[: year.start()], words[year.end() :]
    if (named := _named(words)) is not None:
        return Month(int(year[0]), named, _day(re.findall("[0-9]+", before)))
    behind = re.findall("[0-9]+", after)
    numbers = behind[:1] or re.findall("[0-9]+", before)
    if "." in before:  # 15.03.2021, but 03/15/2021
        numbers.reverse()
    month = next((number for number in numbers if 1 <= int(number) <= _LAST_MONTH), None)
    if month is None:
        return None if numbers else Month(int(year[0]))
    numbers.remove(month)
    return Month(int(year[0]), int(month), _day(behind[1:] or numbers))


def _day(numbers: list[str]) -> int | None:
    return next((int(number) for number in numbers if 1 <= int(number) <= _LAST_DAY), None)


def _named(words: str) -> int | None:
    return next((at for at, name in enumerate(_MONTHS, start=1) if words.startswith(name)), None)
