"""How many hours a week an ad says that one works."""

import re
from decimal import Decimal

from cscareer.catalog.loading import Catalog
from cscareer.catalog.number_words import number_of
from cscareer.jobs.word_lists import any_of

_HOURS_OF_WEEK = re.compile(
    r"\b(\d{1,2}(?:\.\d)?)\s?(?:(?:-|–|to)\s?(\d{1,2}(?:\.\d)?)\s?)?(?:hours|hrs|hr|hour)\.?\s?(?:/|per|a|each|in a|weekly|every)?\s?(?:week|wk|weekly)\b",
    re.IGNORECASE,
)
_HOURS_OF_TWO_WEEKS = re.compile(
    r"\b(\d{2}(?:\.\d)?)\s?(?:hours|hrs)\.?\s?(?:/|per|a|every)?\s?(?:two weeks|pay period|2 weeks)\b",
    re.IGNORECASE,
)
_HOURS_LABEL = re.compile(
    r"\bhours?\b[\s:*_]{1,6}(\d{1,2}(?:\.\d{1,2})?)\s?(?:/|per|a)\s?(?:week|wk)\b", re.IGNORECASE
)
_HOURS_OF_DAY = re.compile(
    r"\b(\d{1,2})\s?(?:(?:-|–|to)\s?(\d{1,2})\s?)?(?:hours|hrs)\.?\s?(?:/|per|a|each)?\s?(?:day|daily)\b|\b(8|eight)[- ]hour (?:shifts|days)\b",
    re.IGNORECASE,
)
_FTE = re.compile(
    r"\b(0?\.\d{1,2}|1\.0)\s?FTE\b(?!\s?(?:and|or) above)|\bFTE\s?:?\s?(0?\.\d{1,2}|1\.0)\b", re.IGNORECASE
)
_FULL_WEEK = Decimal(40)
_DAY = r"(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}\.?"
_JOIN = r"\s?(?:-|–|—|to|through|thru|and|&)\s?"
_CLOCK = r"(?P<{0}_hour>\d{{1,2}})(?::?(?P<{0}_minute>[0-5]\d))?\s?(?P<{0}_half>[ap]\.?m?\.?(?![a-z]))?"
_DAYS = rf"(?P<first>{_DAY}|m(?=\s?[-–]))(?P<join>{_JOIN})(?P<last>{_DAY}|f\b|s\b)"
_TIMES = rf"{_CLOCK.format('from')}\s?(?:-|–|—|to|until|til)\s?{_CLOCK.format('to')}(?![\d%$])"
_DAYS_FIRST = re.compile(
    rf"\b{_DAYS}[,:(]?\s{{0,2}}(?:(?:from|between|shift|days?)\s)?{_TIMES}", re.IGNORECASE
)
_TIMES_FIRST = re.compile(rf"(?<![\d$.,:]){_TIMES}(?:\s[A-Z][a-z]+)?[,:(]?\s{{0,2}}{_DAYS}", re.IGNORECASE)
_SHIFTS = re.compile(
    r"\b(three|four|five|[3-5])\s?(?:x\s?|\s)(8|9|10|12|eight|nine|ten|twelve)(?:s\b|[- ]?(?:hour|hr)s?[- ](?:day|shift)s?)",
    re.IGNORECASE,
)
_ANY_DIGIT = re.compile(r"\d")
_ANY_DAY = re.compile(r"\b(?:[Mm]on|[Tt](?:ue|hu)|[Ww]ed|[Ff]ri|[Ss](?:at|un)|MON|FRI|SAT|SUN|[Mm] ?[-–])")
_WEEK = "motuwethfrsasu"
_AROUND = 40
_NOON = 12
_SHORTEST, _LONGEST = Decimal(3), Decimal("12.5")  # hours of a day
_DAYS_A_WEEK = 5
_WITH_BREAK, _BREAK = Decimal(7), Decimal("0.5")


def hours_a_week(text: str) -> Decimal | None:
    """The hours a week that a line states: "20 hours a week", "48 hours per two weeks", "0.6 FTE"; of a span its middle."""
    small = text.lower()
    if "hour" not in small and "hr" not in small and "fte" not in small:
        return None
    if match := _HOURS_OF_TWO_WEEKS.search(text):
        return Decimal(match[1]) / 2
    if match := _HOURS_OF_WEEK.search(text):
        low = Decimal(match[1])
        return (low + Decimal(match[2])) / 2 if match[2] else low
    if match := _HOURS_LABEL.search(text):
        return Decimal(match[1])
    if match := _FTE.search(text):
        return _FULL_WEEK * Decimal(match[1] or match[2])
    return None


class HoursReader:
    """Reads hours told by the day or by days and times; by which words they are none of a week's work is for the data to say."""

    def __init__(self, catalog: Catalog) -> None:
        self._not_worked, self._of_others, self._no_work = (
            re.compile(any_of(catalog.posting_lists[each].words), re.IGNORECASE)
            for each in ("hours-not-worked", "hours-of-others", "hours-no-work")
        )

    def of_days(self, text: str) -> tuple[Decimal, str] | None:
        """The hours of five days that a line states by the day, with its words: "8 hrs/day" is 40, "1 to 3 hrs a day" 10."""
        if ("hour" not in text and "hrs" not in text) or self._not_worked.search(text):
            return None
        if (match := _HOURS_OF_DAY.search(text)) is None:
            return None
        if match[3]:
            return _FULL_WEEK, match[0]
        low = Decimal(match[1])
        return _DAYS_A_WEEK * ((low + Decimal(match[2])) / 2 if match[2] else low), match[0]

    def of_schedule(self, text: str, *, span: bool = False) -> tuple[Decimal, str] | None:
        """The hours a week that days and times of day come to, with their words: "Monday thru Friday 7:30 to 4:30" is 42.5.

        With `span` also those within which one has to be free.
        """
        if ("hour" in text or "x1" in text or "x8" in text) and (match := _SHIFTS.search(text)):
            shifts, each = (number_of(match[group].lower()) or 0 for group in (1, 2))
            return Decimal(shifts * each), match[0]
        if _ANY_DIGIT.search(text) is None or _ANY_DAY.search(text) is None:
            return None
        for pattern in (_DAYS_FIRST, _TIMES_FIRST):
            for match in pattern.finditer(text):
                if (self._no_work if span else self._of_others).search(
                    text, max(0, match.start() - _AROUND), match.end()
                ):
                    continue
                days, hours = _days(match), _hours(match)
                if days and hours and _SHORTEST <= hours <= _LONGEST:
                    return days * (hours - _BREAK if hours >= _WITH_BREAK else hours), match[0]
        return None


def _days(match: re.Match[str]) -> int:
    first, last = (_WEEK.find(match[name][:2].lower()) for name in ("first", "last"))
    if len(match["first"]) == 1:  # "M-F"
        first, last = 0, "mtwtfss".find(match["last"].lower(), 3)
        return last + 1
    if min(first, last) < 0:
        return 0
    step = (last // 2 - first // 2) % 7
    return 2 if match["join"].strip().lower() in {"and", "&"} else step + 1


def _hours(match: re.Match[str]) -> Decimal:
    ends = []
    for name in ("from", "to"):
        clock = Decimal(match[f"{name}_hour"]) + Decimal(match[f"{name}_minute"] or 0) / 60
        half = (match[f"{name}_half"] or "")[:1].lower()
        if half == "p" and clock < _NOON:
            clock += _NOON
        ends.append((clock, half))
    (start, before), (end, after) = ends
    round_the_clock = _NOON if not (before and after) else 2 * _NOON
    return (end - start + 2 * round_the_clock) % round_the_clock
