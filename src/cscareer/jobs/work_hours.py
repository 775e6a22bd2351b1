"""How many hours a week an ad says that one works."""

import re
from decimal import Decimal

_HOURS_OF_WEEK = re.compile(
    r"\b(\d{1,2}(?:\.\d)?)\s?(?:(?:-|–|to)\s?(\d{1,2}(?:\.\d)?)\s?)?(?:hours|hrs|hr)\.?\s?(?:/|per|a|each|in a|weekly|every)?\s?(?:week|wk|weekly)\b",
    re.IGNORECASE,
)
_HOURS_OF_TWO_WEEKS = re.compile(
    r"\b(\d{2}(?:\.\d)?)\s?(?:hours|hrs)\.?\s?(?:/|per|a|every)?\s?(?:two weeks|pay period|2 weeks)\b",
    re.IGNORECASE,
)
_FTE = re.compile(r"\b(0?\.\d{1,2})\s?FTE\b(?!\s?(?:and|or) above)", re.IGNORECASE)
_FULL_WEEK = Decimal(40)


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
    if match := _FTE.search(text):
        return _FULL_WEEK * Decimal(match[1])
    return None
