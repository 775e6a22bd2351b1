"""An amount in its line, and which of the words before and after it belong to it."""

import re
from typing import NamedTuple

from cscareer.jobs.pay_amounts import PaySpan

WINDOW = 110  # letters around a figure that say what it is
_LONGEST_QUOTE = 160
_REST_OF_WORD = re.compile(r"\w*\W*")
_OPENS = re.compile(
    r"[.;!?•\n](?=\s|$)|\s(?:-{1,2}|[–—~|·•])\s|[(](?!(?:[a-z]+\s){0,2}\Z|[^()]{0,40}[)])|(?<![:\s])\s{2,}|(?<=[a-z)])(?=[A-Z][a-z]{2,})"
)
_CLOSES = re.compile(
    r"[.;!?•\n][*)\"”]?(?=\s|$)|,\s|[(](?![a-z ]{1,20}[)])|\s(?:plus|and|with an?|with(?=\s(?:about|around|roughly|up to)\s\$?\d)|with(?: an)?(?=\s(?:OTE|ote))|but)\s|\s(?:-{1,2}|[–—~|·•])\s|\s\+|\s{2,}|(?<=[a-z)])(?=[A-Z][a-z]{2,})"
)
_ZONE = re.compile(
    r"\b((?i:zone|tier|region|geo|area|level)\s?[A-Z0-9]{1,3}(?:\s?\([^()]{1,40}\))?|In [A-Z][a-z]+(?: [A-Z][a-z]+){0,2})\W{0,4}"
)
_CELL = re.compile(r"(?:^|[|•~])\s*([^|•~\d$]{3,40}?)\s*(?:\||\s[-–—]{1,2})\s*$")


class Around(NamedTuple):
    """A figure in its line, with the words before and after it that may say what it is."""

    text: str
    number: int
    span: PaySpan
    before: str
    after: str
    step: bool = False


def in_thousands(around: Around) -> Around:
    """The same with its ends meant in thousands, and so with a sign."""
    span = around.span
    high = None if span.high is None else span.high * 1000
    return around._replace(span=span._replace(low=span.low * 1000, high=high, sign=True))


def cell_before(text: str, start: int) -> str:
    """The short words before a figure that a stroke or a dash parts from it, as in the row of a table: "Incentive | $600"."""
    match = _CELL.search(text, max(0, start - WINDOW), start)
    return match[1].strip() if match else ""


def tail_of(before: str) -> str:
    """Of the words before an amount those of its own sentence or part of a line."""
    stops = [match.end() for match in _OPENS.finditer(before)]
    return before[stops[-1] :] if stops else before


def head_of(after: str) -> str:
    """Of the words behind an amount those that belong to it."""
    stop = _CLOSES.search(after)
    return after[: stop.start()] if stop else after


def of_its_own(between: str) -> str:
    """Of what stands between two amounts the words of the second: those behind a comma, or a bare "and"."""
    last = between.rpartition(", ")[2]
    first, _, rest = last.rpartition(" and ") if " and " in last else last.rpartition(" then ")
    return rest if not rest.strip() or not first.strip(" ,;") else last


def zone_of(before: str) -> str | None:
    """The zone that words name: "Zone A (New York)"."""
    found = list(_ZONE.finditer(before))
    return found[-1][1].strip() if found else None


def quote_of(around: Around) -> str:
    """The words of an ad that tell an amount."""
    text, span, before = around.text, around.span, around.before
    lead = before if text.startswith(before, span.start - len(before)) else ""
    start = max(span.start - len(lead), span.end - _LONGEST_QUOTE, 0)
    if 0 < start < span.start and text[start - 1].isalnum() and not text[start].isupper():
        start = _REST_OF_WORD.match(text, start, span.start).end()  # type: ignore[union-attr]  # it may be empty
    return text[start : max(span.closes, span.end + len(around.after))][:_LONGEST_QUOTE].strip(
        " ,;:~|*-–—(\t"
    )
