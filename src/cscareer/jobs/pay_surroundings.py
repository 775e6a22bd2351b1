"""What stands around a figure in an ad: the words before and after it that may say what it is, and how it is quoted."""

import re
from typing import NamedTuple

from cscareer.jobs.ad import PayPeriod
from cscareer.jobs.pay_figures import PaySpan

_LONGEST_QUOTE = 160
WINDOW = 110  # letters around a figure that say what it is
_REST_OF_WORD = re.compile(r"\w*\W*")
_OPENS = re.compile(r"[.;!?•\n](?=\s|$)|\s(?:-{1,2}|[–—~|·•])\s|[(]|\s{2,}|(?<=[a-z)])(?=[A-Z][a-z]{2,})")
_CLOSES = re.compile(
    r"[.;!?•\n][*)\"”]?(?=\s|$)|,\s|[(]|\s(?:plus|and|with a|but)\s|\s(?:-{1,2}|[–—~|·•])\s|\s\+|\s{2,}|(?<=[a-z)])(?=[A-Z][a-z]{2,})"
)
_ZONE = re.compile(
    r"\b((?i:zone|tier|region|geo|area|level)\s?[A-Z0-9]{1,3}(?:\s?\([^()]{1,40}\))?|In [A-Z][a-z]+(?: [A-Z][a-z]+){0,2})\W{0,4}"
)
_REPEATED = re.compile(
    r"\b(?:every|each|per|a) (month|week|year)\b|\b(monthly|weekly|yearly|annual)\b", re.IGNORECASE
)
_CELL = re.compile(r"(?:^|[|•~])\s*([^|•~\d$]{3,40}?)\s*(?:\||\s[-–—]{1,2})\s*$")


class Around(NamedTuple):
    """A figure in its line, with the words before and after it that may say what it is."""

    text: str
    number: int
    span: PaySpan
    before: str
    after: str


def in_thousands(around: Around) -> Around:
    """The same with its ends meant in thousands, and so with a sign."""
    span = around.span
    high = None if span.high is None else span.high * 1000
    return around._replace(span=span._replace(low=span.low * 1000, high=high, sign=True))


def repeated(after: str) -> PayPeriod | None:
    """How often a bonus is paid, as the words behind it say."""
    match = _REPEATED.search(after)
    if match is None:
        return None
    said = (match[1] or match[2]).lower()
    return "month" if said.startswith("month") else "week" if said.startswith("week") else "year"


def cell_before(text: str, start: int) -> str:
    """The short words before a figure that a stroke or a dash parts from it, as in the row of a table: "Incentive | $600"."""
    match = _CELL.search(text, max(0, start - WINDOW), start)
    return match[1].strip() if match else ""


def tail(before: str) -> str:
    """What of the words before a figure belongs to its part of the sentence."""
    stops = [match.end() for match in _OPENS.finditer(before)]
    return before[stops[-1] :] if stops else before


def head(after: str) -> str:
    """What of the words behind a figure belongs to its part of the sentence."""
    stop = _CLOSES.search(after)
    return after[: stop.start()] if stop else after


def zone(before: str) -> str | None:
    """The zone or the place that the words before a figure say it is paid in."""
    found = list(_ZONE.finditer(before))
    return found[-1][1].strip() if found else None


def quote(around: Around) -> str:
    """The figure in its words, as they stand in the line."""
    text, span, before = around.text, around.span, around.before
    lead = before if text.startswith(before, span.start - len(before)) else ""
    start = max(span.start - len(lead), span.end - _LONGEST_QUOTE, 0)
    if 0 < start < span.start and text[start - 1].isalnum() and not text[start].isupper():
        start = _REST_OF_WORD.match(text, start, span.start).end()  # type: ignore[union-attr]  # it may be empty
    return text[start : max(span.closes, span.end + len(around.after))][:_LONGEST_QUOTE].strip(
        " ,;:~|*-–—(\t"
    )
