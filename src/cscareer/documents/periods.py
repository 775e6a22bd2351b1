"""Spans of time as resumes state them: from a date to another, since one, or for so many years."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from cscareer.catalog.number_words import ONE, number_of
from cscareer.catalog.remembering import remembered
from cscareer.documents.dates import (
    BEFORE,
    DATE,
    DIGIT,
    LAST_MONTH,
    MONTH_NAMES,
    MONTHS,
    NAME,
    NOW,
    OVER,
    SEASON,
    SEASONS,
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

_ABOUT = r"(?:(?:about|around|roughly|approximately|approx\.?|circa|ca\.|sometime\sin|the(?:\s(?:beginning|start|middle|end)\sof)?)\s){0,2}"
_ENDED = r"(?:left|ended|ending|finished|quit|resigned|leaving|laid\soff|retired|departed|end(?:\sdate)?)"
_TO = (
    r"(?:[-–—‑−~→]{1,3}|\.{2,3}|…|(?:[/|]\s)?(?:and\s(?:stayed\s|lasted\s)?)?(?:up\s)?(?:to|until|till|upto)|through|thru|\b(?:a|à|al|au|hasta|jusqu['’](?:à|au|en))\b"  # noqa: RUF001  the dashes people type
    rf"|[\s,;|.]{{0,3}}(?:and\s)?(?:i\s)?{_ENDED}(?:\s(?:in|on))?\s?:?)"
)
_RANGE = LatePattern(
    rf"{BEFORE}(?:(?:from|between|de|du|desde)\s)?{_ABOUT}(?P<start>{DATE}|{SHORT}|{UNDATED})[)\]]?\s{{0,5}}{_TO}\s{{0,5}}"
    rf"{_ABOUT}(?P<end>{NOW}|{DATE}|{SHORT}|['’]?[0-9][0-9](?=\W|\Z))(?![\w/])",
    re.IGNORECASE,
)
_REVERSED = LatePattern(  # "until spring 2022, from summer 2018"
    rf"\b(?:until|till|through|to)\s{_ABOUT}(?P<end>{NOW}|{DATE}|{SHORT})\s?[,;]?\s(?:and\s)?(?:from|since)\s{_ABOUT}(?P<start>{DATE}|{SHORT})(?![\w/])",
    re.IGNORECASE,
)
_NOW_FIRST = LatePattern(
    rf"\b(?P<end>{NOW})\s{{1,3}}(?:[-–—]|(?:back\s)?to)\s{{1,3}}(?P<start>{DATE}|{SHORT})(?![\w/])",
    re.IGNORECASE,
)
_BETWEEN = LatePattern(
    rf"\bbetween\s{_ABOUT}(?P<start>{DATE}|{SHORT}|{UNDATED})\s{{1,3}}(?:and|&)\s{{1,3}}{_ABOUT}(?P<end>{NOW}|{DATE}|{SHORT})(?![\w/])",
    re.IGNORECASE,
)
_SINCE = LatePattern(
    rf"{BEFORE}(?:(?:since|depuis|desde):?\s{_ABOUT}(?P<start>{DATE}|{SHORT})(?![\w/])"
    rf"|from\s{_ABOUT}(?P<on>{DATE}|{SHORT})\s{{1,3}}on(?:wards?)?\b"
    rf"|(?:started|starting|began|beginning|hired|joined)(?:\s(?:in|on))?:?\s{_ABOUT}(?P<begun>{DATE})(?:\W{{0,3}}\Z|\W{{1,4}}still\b)"
    rf"|(?P<open>{DATE})(?:\s{{0,3}}[-–—→]\s{{0,3}}(?:\W{{0,3}}$|(?=[|\t]))|\s{{1,3}}(?:onwards?|and\son)\b|\s{{1,3}}on(?=\s?[).,;:]|\Z))"
    rf"|\A\s*(?P<first>{DATE})(?:\s?[-–—→]\s{{2,}}|[-–—]\s)(?=\S)"
    rf"|\A\W{{0,6}}(?!{YEAR}\s?(?:→|->))(?P<arrow>{DATE})\s?(?:→|->)\W{{0,6}}(?=[a-z]))",
    re.IGNORECASE,
)
_START = LatePattern(rf"\b(?:from|since)\s(?P<start>{DATE})(?![\w/])", re.IGNORECASE)
_STAGE = LatePattern(
    rf"(?:[(\[]\s?(?:(?:from|since)\s)?|\b(?:from|since|in)\s)(?P<start>{DATE})\s?[)\]]?\s{{0,20}}\Z",
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
_ENDS_OPEN = LatePattern(
    rf"{BEFORE}(?:{DATE}|{SHORT}|{UNDATED})\s{{0,5}}{_TO}\s*\Z|{_TO}\s{{0,5}}{NAME}\.?\s*\Z", re.IGNORECASE
)
_OPEN_ENDS = ("-", "~", "to", "until", "till", "through", "thru", *MONTHS, "sept", *MONTH_NAMES)
_LONGEST_WORD = 12  # letters of these, with a dot behind
_LONGEST_END = 60  # characters of a span that a line breaks off in
_COUNT = r"(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|[0-9]{1,2}(?:[.,][0-9])?)"
_LENGTH = (
    rf"(?P<half>half\san?\s)?(?:(?P<count>{_COUNT})(?P<plus>\s?½|\sand\s(?:a|one)\shalf)?\+?[\s-](?:full\s|short\s|long\s|good\s)?)?(?P<unit>years?|yrs?\.?|months?|mos?\.?)"
    rf"(?:,?\s(?:and\s)?(?P<more>{_COUNT})\s(?:months?|mos?\.?))?(?P<behind>\sand\sa\shalf)?"
)
_LASTED_TO = LatePattern(
    rf"(?<![\w.,/-])(?:for\s)?{_LENGTH}\b[\s,;:()–—-]{{1,4}}(?:which\s)?(?:(?:up\s)?(?:until|till|to)|through|{_ENDED})(?:\s(?:in|on))?\s"
    rf"{_ABOUT}(?P<end>{NOW}|{DATE}|{SHORT})(?![\w/])",
    re.IGNORECASE,
)
_LASTED_FROM = LatePattern(
    rf"{BEFORE}(?:from\s|starting\s(?:in\s)?|started\s(?:in\s)?|in\s)?(?P<start>{DATE})[\s,;(]{{1,3}}(?:for\s)?{_LENGTH}(?=\W{{0,3}}\Z)",
    re.IGNORECASE,
)
_LASTS = LatePattern(
    rf"(?<![\w.,/-])(?:(?:for\s|over\s)?(?:(?:the|my|these)\s)?(?:last|past)\s{_LENGTH}(?!\s(?:of|as)\b)"
    rf"|{_LENGTH.replace('(?P<', '(?P<l')}\b[\s,(]{{1,3}}(?:to\sdate|and\scounting|so\sfar|and\sstill|until\snow|to\s(?:the\s)?present))",
    re.IGNORECASE,
)
_ANY_LENGTH = LatePattern(
    rf"(?<![\w.,/-]){_LENGTH}\b(?!\s(?:old|ago|later|before|earlier|of\sage|in\sa\srow)\b)", re.IGNORECASE
)
_LENGTH_ALONE = LatePattern(
    rf"(?:[,;:|(–—\t-]\s{{0,3}}|\s{{2,8}}|\s)(?:for\s|about\s|almost\s|nearly\s){{0,2}}{_LENGTH}[)\s.]{{0,3}}\Z",
    re.IGNORECASE,
)
_ONE_YEAR = LatePattern(rf"(?:[,|(\t]|\s{{2}}|\s[–—-])\s{{0,3}}(?P<year>{YEAR})\)?\s{{0,3}}\Z")
_LONGEST_UNIT = 12  # characters at the end of a line, of which a unit is some
_UNIT = re.compile("year|yr|month|mos")
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
        and (period := _span(match))
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
        _RANGE,
        _BETWEEN if "between" in folded else None,
        _NOW_FIRST if dashed else None,
    )
    spans = (pattern.search(text) for pattern in patterns if pattern)
    if period := next((period for found in spans if found and (period := _span(found))), None):
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


def find_length(text: str, *, dated: bool) -> Period | None:
    """The span of a line that says how long something lasted, and till when, from when, or that it goes on."""
    if not _UNIT.search(text.casefold()):
        return None
    if dated:
        holds = may_hold_date(text)
        # "April 2018 – August 2020 (2 years 5 months)" says the length twice.
        both = _RANGE.search(text) if holds else None
        for pattern in () if both and _span(both) else (_LASTED_TO, _LASTED_FROM)[: 1 + holds]:
            match = pattern.search(text)
            if match and (months := _length(match.groupdict())):
                return _lasting(match, months)
    match = _LASTS.search(text)
    if match is None or (dated and _RANGE.search(text)):
        return None
    groups = match.groupdict()
    months = _length(groups) or _length({name[1:]: said for name, said in groups.items() if name[0] == "l"})
    return Period(None, None, True, *match.span(), months) if months else None  # noqa: FBT003  a field


@remembered
def length_alone(text: str) -> Period | None:
    """The span of a line that ends with how long something lasted and says no date: "Teller, First Bank (3 years)"."""
    tail = text[-_LONGEST_UNIT:].casefold()
    match = _LENGTH_ALONE.search(text) if _UNIT.search(tail) else None
    if match is None or (match["count"] or "a").casefold() in ONE:  # "$4.6 million a year"
        return None
    months = _length(match.groupdict())
    return Period(None, None, False, *match.span(), months) if months else None  # noqa: FBT003  a field


@remembered
def one_year(text: str) -> Period | None:
    """The span of a line that ends with the one year in which something was: "Sales Associate, Old Navy (2025)"."""
    match = _ONE_YEAR.search(text)
    said = month_of(match["year"]) if match else None
    return Period(said, said, False, *match.span()) if match and said else None  # noqa: FBT003  a field


def length_in(text: str) -> int:
    """How many months a text says that something lasted; 0 where it says nothing of it."""
    if not _UNIT.search(text.casefold()):
        return 0
    return next(filter(None, (_length(each.groupdict()) for each in _ANY_LENGTH.finditer(text))), 0)


def _lasting(match: re.Match[str], months: int) -> Period | None:
    """The span of so many months before or behind the date of a match."""
    groups = match.groupdict()
    if "end" in groups and is_now(match["end"]):
        return Period(None, None, True, *match.span(), months)  # noqa: FBT003  a field
    said = month_of(groups.get("end") or groups.get("start") or "")
    if said is None:
        return None
    away = months if "start" in groups else -months
    at = said.year * 12 + (said.month or 7) - 1 + away
    other = Month(at // 12, at % 12 + 1 if said.month or months % 12 else None)
    bare = Month(said.year, said.month)
    first, last = (bare, other) if away > 0 else (other, bare)
    return Period(first, last, False, *match.span())  # noqa: FBT003  a field


def _length(groups: Mapping[str, str | None]) -> int:
    """How many months the words of a length say; 0 where they say none."""
    unit, count = groups.get("unit"), groups.get("count")
    if not unit or not (count or groups.get("half")):
        return 0
    number = _number(count) if count else 0.5
    if groups.get("plus") or groups.get("behind"):
        number += 0.5
    more = groups.get("more")
    return round(number * (12 if unit.casefold().startswith("y") else 1) + (_number(more) if more else 0))


def _number(said: str) -> float:
    folded = said.casefold().replace(",", ".")
    return float(folded) if folded[0].isdecimal() else ONE.get(folded) or number_of(folded) or 0


@remembered
def every_period(text: str) -> tuple[Period, ...]:
    """Each span of a line that has a start and an end."""
    return tuple(filter(None, map(_span, _RANGE.finditer(text)))) if may_hold_date(text) else ()


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


def _span(match: re.Match[str]) -> Period | None:
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


def _around(year: int, middle: int) -> tuple[Month, Month]:
    """The three months of a season."""
    first, last = middle - 1, middle + 1
    return Month(year - (first < 1), (first - 1) % LAST_MONTH + 1), Month(year, last)
