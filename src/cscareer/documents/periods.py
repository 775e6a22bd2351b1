"""Spans of time as resumes state them: from a date to another, since one, or for so many years."""

import re
from collections.abc import Iterator

from cscareer.catalog.remembering import remembered
from cscareer.documents.dates import (
    BEFORE,
    DATE,
    DIGIT,
    LAST_MONTH,
    NAME,
    NOW,
    OVER,
    SEASON,
    SEASONS,
    SHORT,
    UNDATED,
    YEAR,
    may_hold_date,
    month_of,
    named_month,
)
from cscareer.documents.document import Month
from cscareer.documents.late_pattern import LatePattern
from cscareer.documents.lengths import find_length
from cscareer.documents.spans import ABOUT, RANGE, Period, span_of

_REVERSED = LatePattern(  # "until spring 2022, from summer 2018"
    rf"\b(?:until|till|through|to)\s{ABOUT}(?P<end>{NOW}|{DATE}|{SHORT})\s?[,;]?\s(?:and\s)?(?:from|since)\s{ABOUT}(?P<start>{DATE}|{SHORT})(?![\w/])",
    re.IGNORECASE,
)
_NOW_FIRST = LatePattern(
    rf"\b(?P<end>{NOW})\s{{1,3}}(?:[-–—]|(?:back\s)?to)\s{{1,3}}(?P<start>{DATE}|{SHORT})(?![\w/])",
    re.IGNORECASE,
)
_BETWEEN = LatePattern(
    rf"\bbetween\s{ABOUT}(?P<start>{DATE}|{SHORT}|{UNDATED})\s{{1,3}}(?:and|&)\s{{1,3}}{ABOUT}(?P<end>{NOW}|{DATE}|{SHORT})(?![\w/])",
    re.IGNORECASE,
)
_SINCE = LatePattern(
    rf"{BEFORE}(?:(?:since|depuis|desde):?\s{ABOUT}(?P<start>{DATE}|{SHORT})(?![\w/])"
    rf"|from\s{ABOUT}(?P<on>{DATE}|{SHORT})\s{{1,3}}on(?:wards?)?\b"
    rf"|(?:started|starting|began|beginning|hired|joined)(?:\s(?:in|on))?:?\s{ABOUT}(?P<begun>{DATE})(?:\W{{0,3}}\Z|\W{{1,4}}still\b)"
    rf"|(?P<open>{DATE})(?:\s{{0,3}}[-–—→]\s{{0,3}}(?:\W{{0,3}}$|(?=[|\t]))|\s{{1,3}}(?:onwards?|and\son)\b|\s{{1,3}}on(?=\s?[).,;:]|\Z))"
    rf"|\A\s*(?P<first>{DATE})(?:\s?[-–—→]\s{{2,}}|[-–—]\s)(?=\S)"
    rf"|\A\W{{0,6}}(?!{YEAR}\s?(?:→|->))(?P<arrow>{DATE})\s?(?:→|->)\W{{0,6}}(?=[a-z]))",
    re.IGNORECASE,
)
_CELLS = LatePattern(  # no date begins with a space, so what is passed over is never given back
    rf"(?:\A|[\t|])\s{{0,20}}+(?P<start>{DATE}|{SHORT})\s{{0,20}}[\t|]\s{{0,20}}(?P<end>{NOW}|{DATE}|{SHORT})\s{{0,20}}(?=[\t|]|\Z)",
    re.IGNORECASE,
)
_ONE_SEASON = LatePattern(
    rf"{BEFORE}(?P<season>{SEASON})s?\s{{1,3}}(?:of\s)?(?P<years>(?:{YEAR}|['’][0-9][0-9])(?:(?:\s{{0,5}}[,;/]\s{{0,5}}(?:and\s)?|\s{{1,5}}and\s{{1,5}}|\s{{0,5}}[&+]\s{{0,5}})(?:{SEASON}s?\s(?:of\s)?)?(?:{YEAR}|['’][0-9][0-9])){{0,6}})(?P<over>{OVER})?(?![\w/])",
    re.IGNORECASE,
)
_EACH_YEAR = LatePattern(
    rf"\b(?:(?:each|every)\s(?P<season>{SEASON}),?|(?P<season2>{SEASON})s|(?P<from>{NAME})\.?\s?(?:-|–|to|through)\s?(?P<to>{NAME})\b\.?\)?(?:\s(?:each|every)\syear|\sonly)?,)"
    rf"\s(?:of\s|from\s)?(?P<first>{YEAR})\s?(?:-|–|to|through|until)\s?(?P<last>{YEAR})(?![\w/])",
    re.IGNORECASE,
)
_YEARS = re.compile(r"[0-9]{4}\s?(?:-|–|to|through|until)\s?[12][0-9]{3}")
_MOST_SEASONS = 20


def find_period(text: str) -> Period | None:
    """The first time span in a line."""
    return next(iter(find_periods(text)), None)


@remembered  # a line is looked at from several sides
def find_periods(text: str) -> tuple[Period, ...]:
    """The time span of a line; several only where seasons of several years stand together ("Summers 2017 and 2018")."""
    dated = may_hold_date(text)
    if (
        dated
        and ("\t" in text or "|" in text)
        and (match := _CELLS.search(text))
        and (period := span_of(match))
    ):
        return (period,)
    if length := find_length(text, dated=DIGIT.search(text) is not None):
        return (length,)
    return tuple(_between_dates(text)) if dated else ()


def _between_dates(text: str) -> Iterator[Period]:
    # What a pattern can't do without is looked for first.
    folded = text.casefold()
    if (
        _YEARS.search(text)
        and (match := _EACH_YEAR.search(text))
        and int(match["first"]) < int(match["last"])
    ):
        yield from _each_year(match)
        return
    dashed = " – " in text or " - " in text or " — " in text or " to " in folded
    patterns = (
        _REVERSED if "from" in folded or "since" in folded else None,
        RANGE,
        _BETWEEN if "between" in folded else None,
        _NOW_FIRST if dashed else None,
    )
    spans = (pattern.search(text) for pattern in patterns if pattern)
    if period := next((period for found in spans if found and (period := span_of(found))), None):
        yield period
    elif match := _SINCE.search(text):
        if start := month_of(next(filter(None, match.groups()))):
            yield Period(start, None, True, *match.span())  # noqa: FBT003  a field
    elif any(map(folded.__contains__, SEASONS)) and (match := _ONE_SEASON.search(text)):
        middle = SEASONS[match["season"].casefold()]
        for said in re.findall(rf"{YEAR}|['’][0-9][0-9]", match["years"]):
            year = month_of(said)
            over = bool(match["over"]) and middle == SEASONS["winter"]
            first, last = _around(year.year + over if year else 0, middle)
            yield Period(first, last, False, *match.span())  # noqa: FBT003  a field


def _each_year(match: re.Match[str]) -> Iterator[Period]:
    """The spans of the same months of several years: "every summer from 2018 to 2023"."""
    years = range(int(match["first"]), min(int(match["last"]), int(match["first"]) + _MOST_SEASONS) + 1)
    begins, ends = (match["from"] or "").casefold(), (match["to"] or "").casefold()
    for year in years:
        if begins:
            first, last = named_month(begins), named_month(ends)
            span = Month(year, first), Month(year + ((last or 0) < (first or 0)), last)
        else:
            span = _around(year, SEASONS[(match["season"] or match["season2"]).casefold()])
        yield Period(*span, False, *match.span())  # noqa: FBT003  a field


def _around(year: int, middle: int) -> tuple[Month, Month]:
    """The three months of a season."""
    first, last = middle - 1, middle + 1
    return Month(year - (first < 1), (first - 1) % LAST_MONTH + 1), Month(year, last)
