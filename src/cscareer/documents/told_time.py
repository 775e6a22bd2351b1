"""When a sentence says that a job was, and who it says gave it."""

import re

from cscareer.catalog.remembering import remembered
from cscareer.documents.dates import DATE, NAME, NOW, SEASON, SHORT, date_at, is_now, read_date
from cscareer.documents.document import Month
from cscareer.documents.job_names import is_title
from cscareer.documents.lengths import find_length, length_in
from cscareer.documents.periods import find_period
from cscareer.documents.spans import LEAVING, Period
from cscareer.documents.words import Worded

_NO_EMPLOYER = Worded(r"{no-employers}\Z")
_LEFT = rf"(?:{LEAVING}|until|till|through|up\sto|stayed(?:\son)?(?:\sthere)?(?:\suntil|\sthrough|\still|\sto)?|was\sthere\suntil)"
_END = re.compile(
    rf"\b{_LEFT}\b(?:\s(?!in\b|on\b)[\w’']{{1,12}}){{0,4}}?\s(?:in\s|on\s|at\sthe\send\sof\s|the\send\sof\s|around\s|about\s)?(?P<end>{DATE}|{SHORT}|{NOW})(?![\w/])",
    re.IGNORECASE,
)
_STILL = Worded(r"\b(?:{still-words}|['’]ve been)\b")
_BEGIN = re.compile(
    rf"\b(?:in|on|from|since|around|about|back\sin)\s(?:(?:early|mid|late|the)[\s-])?(?P<start>{DATE}|{SHORT})(?![\w/])",
    re.IGNORECASE,
)
_AGES = re.compile(
    r"\b(?:from|between)\s(?:the\s)?ages?\s(?:of\s)?(?P<first>[1-6][0-9])\s?(?:to|until|till|through|and|[–—-])\s?(?:the\s)?(?:age\s)?(?:of\s)?(?P<last>[1-7][0-9])\b",
    re.IGNORECASE,
)
# "from the summer of 2018 until I moved to Sentry": to where the next job begins.
_UNTIL_NEXT = re.compile(
    r",?\s(?:and\s)?(?:until|till|to\swhen)\s(?:i|we|s?he|my|the|it|they)\b", re.IGNORECASE
)
_WORD = r"(?:(?:St|Mt|Ft|Dr|Inc|Co|Corp|Ltd)\.|(?!I\b)[A-Z0-9&][\w&'’+-]*(?:\.\w+)*)"
_FIRM = rf"(?P<firm>{_WORD}(?:\s(?:(?:&|of|the|and|for|de|la|on)\s){{0,2}}{_WORD}){{0,6}})"
_BEHIND_WORD = re.compile(rf"\b(?:at|for|with|joined|joining|by|to|came|left|of)\s(?:the\s(?=[A-Z]))?{_FIRM}")
_HOW_LONG = re.compile(r"\s(?:for|in|on|and)\s[0-9].*\Z")  # "at Lowe's for 18 months"
_BEFORE_ME = re.compile(
    rf"(?:\A|[.;,]\s){_FIRM}\s(?:has\s|had\s|then\s|later\s){{0,2}}(?:hired|had|took|employed|promoted|brought|made|kept|asked)\sme\b"
)
_DATE_WORD = re.compile(rf"(?:{NAME}|{SEASON}|q[1-4]|early|mid|late|[0-9]+)\.?(?:\W.*)?\Z", re.IGNORECASE)


def time_told(sentence: str) -> Period | None:
    """The time of a sentence about a job: a span, a beginning and an end apart from each other, or how long it lasted."""
    period = find_period(sentence)
    if period and read_date(sentence[period.begins : period.ends]) is None:  # no lone season
        return period
    if ages := _AGES.search(sentence):
        months = 12 * (int(ages["last"]) - int(ages["first"]))
        return Period(None, None, False, *ages.span(), months) if months > 0 else None  # noqa: FBT003  a field
    end = _END.search(sentence)
    last = None if end is None or is_now(end["end"]) else _month(end["end"])
    begin = next(
        (each for each in _BEGIN.finditer(sentence) if not end or each.start("start") != end.start("end")),
        None,
    )
    start = _month(begin["start"]) if begin else None
    if begin and start and last and end:
        return Period(start, last, False, begin.start(), end.end())  # noqa: FBT003  a field
    months = length_in(sentence)
    if end and last and months:
        return Period(_away(last, -months), last, False, *end.span())  # noqa: FBT003  a field
    if begin and start and (_STILL.search(sentence) or end):
        return Period(start, None, True, begin.start(), begin.end())  # noqa: FBT003  a field
    if begin and start and _UNTIL_NEXT.match(sentence, begin.end()):
        period = Period(start, None, False, begin.start(), begin.end())  # noqa: FBT003  a field
    elif begin and start and months:
        period = Period(start, _away(start, months), False, *begin.span())  # noqa: FBT003  a field
    return period or find_length(sentence, dated=False)


@remembered
def end_told(text: str) -> Month | None:
    """The date at which a text says that somebody left: "left in 2026"."""
    end = _END.search(text)
    return None if end is None or is_now(end["end"]) else _month(end["end"])


def start_told(sentence: str) -> Month | None:
    """The date behind an "in", "on" or "since" of a sentence."""
    begin = _BEGIN.search(sentence)
    return _month(begin["start"]) if begin else None


def employer_told(sentence: str, title: str) -> str | None:
    """Who a sentence says gave the job: the name behind "at", "for" or "joined", or before "hired me"."""
    if before := _BEFORE_ME.search(sentence):
        return before["firm"]
    for found in _BEHIND_WORD.finditer(sentence):
        firm = _HOW_LONG.sub("", found["firm"])
        if (
            not _NO_EMPLOYER.match(firm.split(maxsplit=1)[0])
            and not _DATE_WORD.match(firm)
            and title.casefold() not in firm.casefold()
            and not is_title(firm)  # "promoted to Team Lead"
        ):
            return firm
    return None


def _away(said: Month, months: int) -> Month:
    """The month so many months behind a date, or before it; a year alone stands for its middle."""
    at = said.year * 12 + (said.month or 7) - 1 + months
    return Month(at // 12, at % 12 + 1 if said.month else None)


def _month(said: str) -> Month | None:
    return date_at(said)
