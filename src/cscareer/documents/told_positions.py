"""Positions that sentences tell of, like "From 2003 to 2011 I was a clerk"."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate

from cscareer.catalog.number_words import ONE, number_of
from cscareer.documents.dates import Period, every_period, find_period, find_start
from cscareer.documents.document import Month, Position
from cscareer.documents.job_names import TITLE
from cscareer.documents.prose import WrittenLine, clean

UNPAID = re.compile(r"\b(?:volunteer|volunteering|unpaid|pro bono)\b", re.IGNORECASE)
_SENTENCE = re.compile(r"(?<=[.!?;])\s+")
_LONGEST_SENTENCE = 400
_LONGEST_NAME = 60  # characters of a job and its employer before a span in brackets
_MOST_LINES = 40  # of a paragraph
_EDGE = " \t,;:|·•-–—*_()[]"
_BEING = (
    r"\b(?:(?:i|s?he)(?:\s(?:was|am|is|worked|work|works|served|became|had\sbeen)|['’]ve\s(?:been|worked)|['’]d\sbeen"
    r"|\shave\s(?:been|worked))|has\s(?:been|worked|served))\s(?:(?:there|then)\s)?(?:(?:as|on|at|in)\s)?"
    r"(?:(?:[\w’'-]+\s){0,7}?as\s)?(?:(?:an?|the|their|our|its)\s)?"
)
_TELLS = re.compile(_BEING, re.IGNORECASE)
_JOB = re.compile(
    rf"{_BEING}(?P<title>(?:(?!and\b|who\b|with\b|in\b)[\w/&-]+\s){{0,4}}?{TITLE.pattern}(?:\s{TITLE.pattern})?)",
    re.IGNORECASE,
)
_BEFORE_TITLE = re.compile(r"\A.{0,80}\b(?:was|been|as|that|then)\s(?:(?:an?|the)\s)?", re.IGNORECASE)
_IS_NOW = re.compile(r"\b(?:am|have been|has been|['’]ve been|have worked|has worked)\b", re.IGNORECASE)
_LASTED = re.compile(
    r"\b(?P<count>half an?|[a-z]{1,9}|\d{1,2})\+?\s(?P<unit>years?|yrs?|months?)\b(?!\s(?:old|ago|later|before|earlier|of age)\b)"
)
_HAD_BEEN = re.compile(r"\b(?:had|['’]d)\sbeen\b", re.IGNORECASE)


def told_positions(lines: Sequence[WrittenLine]) -> list[Position]:
    """The positions that paragraphs tell of.

    Of "I had been a clerk there from 2013" the end is where the next job told of begins.
    """
    told: list[Position] = []
    open_ended: list[Position] = []
    for sentence, line in _sentences(lines):
        if UNPAID.search(sentence) or not (named := _JOB.search(sentence)):
            continue
        name = clean(named["title"]).strip(_EDGE)
        if period := find_period(sentence[named.end() :]) or find_period(sentence):
            told.append(_position(name, period, line))
        elif lasted := duration_in(sentence):
            told.append(Position(name, None, None, None, _IS_NOW.search(sentence) is not None, line, lasted))
        elif _HAD_BEEN.search(sentence) and (start := find_start(sentence)):
            open_ended.append(Position(name, None, start, None, False, line))  # noqa: FBT003  a field
    for each in open_ended:
        later = [
            other.start
            for other in told
            if other.start and each.start and _order(other.start) > _order(each.start)
        ]
        if later:
            end = min(later, key=_order)
            told.append(Position(each.title, None, each.start, end, False, each.line))  # noqa: FBT003  a field
    return told


def duration_in(sentence: str) -> int | None:
    """How many months a sentence says that something lasted, "for four years"; None where it says nothing of it."""
    for found in _LASTED.finditer(sentence.casefold()):
        count = (
            0.5 if found["count"].startswith("half") else ONE.get(found["count"]) or number_of(found["count"])
        )
        if count:
            return round(count * (12 if found["unit"].startswith("y") else 1))
    return None


def is_told(text: str) -> bool:
    """Whether a line tells of a job in a sentence: "I was", "she has worked"."""
    return _TELLS.search(text) is not None


def listed_positions(line: WrittenLine) -> list[Position]:
    """The positions of a line that names several, each with its span behind it: "Clerk (2014-2016), Lead (2016-2019)"."""
    periods = list(every_period(line.text))
    if len(periods) < 2 or UNPAID.search(line.text):  # noqa: PLR2004  one is for others to read
        return []
    listed: list[Position] = []
    begin = 0
    for period in periods:
        before = line.text[begin : period.begins].strip(_EDGE).rpartition(":")[2]
        name = clean(_BEFORE_TITLE.sub("", before)).strip(_EDGE)
        if not TITLE.search(name) or len(name) > _LONGEST_NAME or re.search(r"[.!?]\s", name):
            return []
        listed.append(_position(name, period, line.number))
        begin = period.ends
    return listed


def _position(title: str, period: Period, line: int) -> Position:
    return Position(title, None, period.start, period.end, period.current, line)


def _order(month: Month) -> tuple[int, int]:
    return month.year, month.month or 0


def _sentences(lines: Sequence[WrittenLine]) -> Iterator[tuple[str, int]]:
    """The sentences of paragraphs, each with the line in which it begins."""
    for paragraph in _paragraphs(lines):
        starts = list(accumulate((len(line.text) + 1 for line in paragraph), initial=0))
        at = 0
        for sentence in _SENTENCE.split(" ".join(line.text for line in paragraph)):
            if len(sentence) <= _LONGEST_SENTENCE:
                yield sentence, paragraph[min(bisect_right(starts, at), len(paragraph)) - 1].number
            at += len(sentence) + 1


def _paragraphs(lines: Sequence[WrittenLine]) -> Iterator[list[WrittenLine]]:
    paragraph: list[WrittenLine] = []
    for line in lines:
        if paragraph and (line.number != paragraph[-1].number + 1 or len(paragraph) == _MOST_LINES):
            yield paragraph
            paragraph = []
        paragraph.append(line)
    if paragraph:
        yield paragraph
