"""How long something lasted, as resumes state it, and till when or from when."""

import re
from collections.abc import Mapping

from cscareer.catalog.number_words import ONE, number_of
from cscareer.catalog.remembering import remembered
from cscareer.documents.dates import (
    BEFORE,
    DATE,
    NOW,
    SHORT,
    is_now,
    may_hold_date,
    month_of,
)
from cscareer.documents.document import Month
from cscareer.documents.late_pattern import LatePattern
from cscareer.documents.spans import ABOUT, ENDED, RANGE, Period, span_of

_COUNT = r"(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|[0-9]{1,2}(?:[.,][0-9])?)"
_LENGTH = (
    rf"(?P<half>half\san?\s)?(?:(?P<count>{_COUNT})(?P<plus>\s?½|\sand\s(?:a|one)\shalf)?\+?[\s-](?:full\s|short\s|long\s|good\s)?)?(?P<unit>years?|yrs?\.?|months?|mos?\.?)"
    rf"(?:,?\s(?:and\s)?(?P<more>{_COUNT})\s(?:months?|mos?\.?))?(?P<behind>\sand\sa\shalf)?"
)
_LASTED_TO = LatePattern(
    rf"(?<![\w.,/-])(?:for\s)?{_LENGTH}\b[\s,;:()–—-]{{1,4}}(?:which\s)?(?:(?:up\s)?(?:until|till|to)|through|{ENDED})(?:\s(?:in|on))?\s"
    rf"{ABOUT}(?P<end>{NOW}|{DATE}|{SHORT})(?![\w/])",
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
_LONGEST_UNIT = 12  # characters at the end of a line, of which a unit is some
_UNIT = re.compile("year|yr|month|mos")


def find_length(text: str, *, dated: bool) -> Period | None:
    """The span of a line that says how long something lasted, and till when, from when, or that it goes on."""
    if not _UNIT.search(text.casefold()):
        return None
    if dated:
        holds = may_hold_date(text)
        # "April 2018 – August 2020 (2 years 5 months)" says the length twice.
        both = RANGE.search(text) if holds else None
        for pattern in () if both and span_of(both) else (_LASTED_TO, _LASTED_FROM)[: 1 + holds]:
            match = pattern.search(text)
            if match and (months := _length(match.groupdict())):
                return _lasting(match, months)
    match = _LASTS.search(text)
    if match is None or (dated and RANGE.search(text)):
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
