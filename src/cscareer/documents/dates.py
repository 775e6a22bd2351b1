"""Dates as resumes state them: 2021-03, 03/2021, 03/21, March 2021, Mar-21, Spring 2021, 2021, present; and time spans."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from cscareer.documents.document import Month

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH_NAMES = (
    "january", "february", "march", "april", "june", "july",
    "august", "september", "october", "november", "december",
)  # fmt: skip
# A season and a part of a year stand for their middle; a season that is a whole span, for its three months.
_SEASONS = {"spring": 4, "summer": 7, "fall": 10, "autumn": 10, "winter": 1}
_PARTS = {"early": 2, "mid": 7, "late": 11}
_NAME = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_SEASON = r"(?:spring|summer|fall|autumn|winter)"
_YEAR = r"(?:19[4-9][0-9]|20[0-9][0-9])"
_DAY = r"[0-3]?[0-9](?:st|nd|rd|th)?"
_DATE = (
    rf"(?:{_NAME}\.?(?:\sof)?[\s,/-]{{0,3}}(?:{_DAY}\s?,?\s{{1,3}})?,?\s{{0,3}}(?:{_YEAR}|['’][0-9][0-9])"
    rf"|{_DAY}\s{{1,3}}{_NAME}\.?,?\s{{0,3}}{_YEAR}"
    rf"|{_SEASON}(?:\s{{1,3}}of)?[\s,]{{1,3}}{_YEAR}"
    rf"|(?:early|mid|late)[\s-]{{1,3}}{_YEAR}"
    rf"|q[1-4][\s,/-]{{0,3}}{_YEAR}"
    rf"|{_YEAR},?\s{{1,3}}{_NAME}\b\.?"
    rf"|{_YEAR}\s?\({_NAME}\.?\)"
    rf"|{_YEAR}[-/.](?:0[1-9]|1[0-2]|[1-9])(?:[-/.][0-3]?[0-9])?(?![0-9])"
    rf"|(?:[0-3]?[0-9][/.-])?[0-3]?[0-9][/.-]{_YEAR}"
    rf"|{_YEAR})"
)
_SHORT = rf"(?:{_NAME}\.?[\s-]['’]?[0-9][0-9]|[01]?[0-9]/[0-9][0-9])"  # Mar 21, 03/21: in spans only
_UNDATED = rf"(?:{_NAME}|{_SEASON})\.?"  # the beginning of "March – May 2021"
_NOW = (
    r"(?:(?:up\s)?(?:till|until|to)\s)?(?:the\s)?"
    r"(?:present(?:\s(?:day|time))?|current(?:ly)?|now|today|ongoing|date|heden|heute|presente|actualidad|aujourd['’]hui|still\s(?:there|here|employed))"
)
_TO = r"(?:[-–—‑−~→]{1,3}|(?:up\s)?(?:to|until|till|upto)|through|thru)"  # noqa: RUF001  the dashes people type
_BEFORE = r"(?<![\w/.'’-])"
_RANGE = re.compile(
    rf"{_BEFORE}(?:(?:from|between)\s)?(?P<start>{_DATE}|{_SHORT}|{_UNDATED})\s{{0,5}}{_TO}\s{{0,5}}"
    rf"(?:(?:the\s)?(?:beginning|start|middle|end)\sof\s)?(?P<end>{_NOW}|{_DATE}|{_SHORT}|['’]?[0-9][0-9](?=\W|\Z))(?![\w/])",
    re.IGNORECASE,
)
_SINCE = re.compile(
    rf"{_BEFORE}(?:since\s(?P<start>{_DATE})|(?P<open>{_DATE})(?:\s{{0,3}}[-–—→]\W{{0,3}}$|\s{{1,3}}(?:onwards?|and\son)\b)"
    rf"|\A\s*(?P<first>{_DATE})\s?[-–—→]\s{{2,}}(?=\S))",
    re.IGNORECASE,
)
_START = re.compile(rf"\b(?:from|since)\s(?P<start>{_DATE})(?![\w/])", re.IGNORECASE)
_STAGE = re.compile(
    rf"(?:[(\[]\s?(?:(?:from|since)\s)?|\b(?:from|since|in)\s)(?P<start>{_DATE})\s?[)\]]?\s{{0,20}}\Z",
    re.IGNORECASE,
)
_CELLS = re.compile(
    rf"(?:\A|\t)\s{{0,20}}(?P<start>{_DATE})\s{{0,20}}\t\s{{0,20}}(?P<end>{_NOW}|{_DATE})\s{{0,20}}(?=\t|\Z)",
    re.IGNORECASE,
)
_ONE_SEASON = re.compile(
    rf"{_BEFORE}(?P<season>{_SEASON})s?\s{{1,3}}(?:of\s)?(?P<years>{_YEAR}(?:(?:\s{{0,5}},\s{{0,5}}|\s{{1,5}}and\s{{1,5}}|\s{{0,5}}&\s{{0,5}}){_YEAR}){{0,4}})(?![\w/])",
    re.IGNORECASE,
)
_ONE = re.compile(rf"{_DATE}(?:T[0-9:.Z+-]{{1,30}})?\Z", re.IGNORECASE)
_ONE_NOW = re.compile(rf"{_NOW}\Z", re.IGNORECASE)
_HAS_DATE = re.compile(rf"{_BEFORE}(?:{_DATE}|{_NAME}\.?\s['’]?[0-9][0-9])(?![\w/])", re.IGNORECASE)
_ENDS_OPEN = re.compile(
    rf"(?:{_DATE}|{_SHORT}|{_UNDATED})\s{{0,5}}{_TO}\s*\Z|{_TO}\s{{0,5}}{_NAME}\.?\s*\Z", re.IGNORECASE
)
_OPEN_ENDS = ("-", "~", "to", "until", "till", "through", "thru", *_MONTHS, "sept", *_MONTH_NAMES)
_LONGEST_WORD = 12  # letters of these, with a dot behind
_LONGEST_END = 60  # characters of a span that a line breaks off in
_WHOLE_YEAR = re.compile(rf"(?<![0-9]){_YEAR}(?![0-9])")
_WHOLE_NAME = re.compile(rf"(?<![a-z])(?:{_NAME}|{_SEASON}|early|mid|late)(?![a-z])")
_ONLY_UNDATED = re.compile(_UNDATED, re.IGNORECASE)
_DIGIT = re.compile("[0-9]")
_LAST_MONTH, _LAST_DAY = 12, 31
_OLDEST = 40  # of a year of two digits: '40 is 1940, '39 is 2039


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
    return next(find_periods(text), None)


def find_periods(text: str) -> Iterator[Period]:
    """The time span of a line; several only where seasons of several years stand together ("Summers 2017 and 2018")."""
    if not _DIGIT.search(text):  # the patterns below take their time
        return
    if "\t" in text and (match := _CELLS.search(text)):
        period = _span(match)
        if period:
            yield period
            return
    if match := _RANGE.search(text):
        period = _span(match)
        if period:
            yield period
        return
    if match := _SINCE.search(text):
        start = _month(match["start"] or match["open"] or match["first"])
        if start:
            yield Period(start, None, True, *match.span())  # noqa: FBT003  a field
        return
    if match := _ONE_SEASON.search(text):
        middle = _SEASONS[match["season"].casefold()]
        for year in re.findall(_YEAR, match["years"]):
            first, last = _around(int(year), middle)
            yield Period(first, last, False, *match.span())  # noqa: FBT003  a field


def every_period(text: str) -> Iterator[Period]:
    """Each span of a line that has a start and an end."""
    if _DIGIT.search(text):
        yield from filter(None, map(_span, _RANGE.finditer(text)))


def find_start(text: str) -> Month | None:
    """The date behind a "from" or "since"."""
    start = _START.search(text)
    return _month(start["start"]) if start else None


def date_at(text: str) -> Month | None:
    """The date that a text begins with."""
    found = re.match(_DATE, text, re.IGNORECASE)
    return _month(found[0]) if found else None


def find_stage(text: str) -> tuple[Month, int] | None:
    """The date a text ends with, in brackets or behind a "from" or "since", and where that begins in it."""
    stage = _STAGE.search(text) if _DIGIT.search(text) else None
    start = _month(stage["start"]) if stage else None
    return (start, stage.start()) if stage and start else None


def mentions_date(text: str) -> bool:
    """Whether a date stands in a line, in a span or by itself."""
    return bool(_DIGIT.search(text)) and _HAS_DATE.search(text) is not None


def ends_open(text: str) -> bool:
    """Whether a line breaks off within a time span: "June 2018 –", or "June 2018 – February"."""
    end = text.rstrip()
    tail = end[-_LONGEST_WORD:]
    if tail.isascii() and not tail.lower().rstrip(".").endswith(_OPEN_ENDS):
        return False
    return _ENDS_OPEN.search(text, max(0, len(end) - _LONGEST_END)) is not None


def _span(match: re.Match[str]) -> Period | None:
    """The span of a match with a start and an end; the one may lend the other its year."""
    end = None if is_now(match["end"]) else _month(match["end"])
    if end is None and (short := re.fullmatch("['’]?([0-9][0-9])", match["end"])):
        end = _short_end(match["start"], short[1])
    start = _month(match["start"])
    if start is None and end is not None and _ONLY_UNDATED.fullmatch(match["start"]):
        month = _named(match["start"].casefold())
        start = Month(end.year - (end.month is not None and month is not None and month > end.month), month)
    current = end is None and is_now(match["end"])
    return Period(start, end, current, *match.span()) if start and (end or current) else None


def _short_end(start: str, end: str) -> Month | None:
    """The end of "2019–21", whose start has a whole year and no month."""
    return Month(int(start[:2] + end)) if re.fullmatch(_YEAR, start) and int(end) >= int(start[2:]) else None


def _around(year: int, middle: int) -> tuple[Month, Month]:
    """The three months of a season."""
    first, last = middle - 1, middle + 1
    return Month(year - (first < 1), (first - 1) % _LAST_MONTH + 1), Month(year, last)


def _month(text: str) -> Month | None:
    """The date of a text that one of the patterns matches; None where no year or no such month stands in it."""
    words = text.casefold().strip()
    year = _WHOLE_YEAR.search(words)
    named = _named(words) or _quarter(words)
    if year is None:
        short = re.search(r"(?:['’/\s-])([0-9][0-9])\Z", words)
        if short is None:
            return None
        month = named or next((int(digits) for digits in re.findall(r"\A[0-9]+(?=/)", words)), None)
        value = int(short[1]) + (1900 if int(short[1]) >= _OLDEST else 2000)
        return Month(value, month) if month is not None and 1 <= month <= _LAST_MONTH else None
    before, after = words[: year.start()], words[year.end() :]
    if named is not None:
        return Month(int(year[0]), named, _day(re.findall("(?<!q)[0-9]+", before)))
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
    """The month of a month's name, a season or a part of the year."""
    name = _WHOLE_NAME.search(words)
    if name is None:
        return None
    found = name[0]
    return _SEASONS.get(found) or _PARTS.get(found) or _MONTHS.index(found[:3]) + 1


def _quarter(words: str) -> int | None:
    """The middle month of a quarter."""
    quarter = re.match(r"q([1-4])", words)
    return int(quarter[1]) * 3 - 1 if quarter else None
