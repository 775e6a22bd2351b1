"""Dates as resumes state them: 2021-03, 03/2021, 03/21, March 2021, Mar-21, Spring 2021, 2021, present."""

import re

from cscareer.catalog.remembering import remembered
from cscareer.documents.document import Month
from cscareer.documents.late_pattern import LatePattern

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTH_NAMES = (
    "january", "february", "march", "april", "june", "july",
    "august", "september", "october", "november", "december",
)  # fmt: skip
# A season and a part of a year stand for their middle; a season that is a whole span, for its three months.
SEASONS = {"spring": 4, "summer": 7, "fall": 10, "autumn": 10, "winter": 1}
_PARTS = {"early": 2, "mid": 7, "late": 11}
# English, and French and Spanish, in which many a resume gives its dates.
NAME = (
    r"(?:jan(?:uary|v(?:ier)?)?|ene(?:ro)?|feb(?:ruary|rero)?|f[ée]v(?:r(?:ier)?)?|mar(?:ch|zo|s)?|a[pvb]r(?:il)?|mayo?|mai|june?|junio|juin"
    r"|july?|julio|juil(?:let)?|aug(?:ust)?|ao[ûu]t|ago(?:sto|\.)|sept?(?:i?embre|ember)?|setiembre"
    r"|oct(?:ober|[ou]bre)?|nov(?:i?embre|ember)?|d[ée]c(?:ember|embre)?|dic(?:iembre)?)"
)
_OTHER_MONTHS = {
    "ene": 1, "fév": 2, "fev": 2, "avr": 4, "abr": 4, "mai": 5, "aoû": 8, "aou": 8, "ago": 8, "set": 9, "déc": 12, "dic": 12, "juin": 6, "juil": 7,
}  # fmt: skip
SEASON = r"(?:spring|summer|fall|autumn|winter)"
YEAR = r"(?:19[4-9][0-9]|20[0-9][0-9])"
OVER = r"[-–/](?:20)?[0-9][0-9](?![0-9])"
_DAY = r"[0-3]?[0-9](?:st|nd|rd|th|er)?"
DATE = (
    rf"(?:{NAME}\.?(?:\s(?:of|del?))?[\s,/-]{{0,3}}(?:{_DAY}\s?,?\s{{1,3}})?,?\s{{0,3}}(?:{YEAR}|['’][0-9][0-9])"
    rf"|{_DAY}\s{{1,3}}(?:de\s)?{NAME}\.?,?(?:\sdel?)?\s{{0,3}}{YEAR}"
    rf"|winter(?:\s{{1,3}}of)?\s{{1,3}}{YEAR}{OVER}"
    rf"|{SEASON}(?:\s{{1,3}}of)?[\s,]{{1,3}}(?:{YEAR}|['’][0-9][0-9])"
    rf"|(?:early|mid|late)[\s-]{{1,3}}{YEAR}"
    rf"|q[1-4][\s,/-]{{0,3}}{YEAR}"
    rf"|{YEAR}[\s,/-]{{0,3}}q[1-4]"
    rf"|{YEAR},?\s{{1,3}}{NAME}\b\.?"
    rf"|{YEAR}\s?\({NAME}\.?\)"
    rf"|{YEAR}[-/.](?:0[1-9]|1[0-2]|[1-9])(?:[-/.][0-3]?[0-9])?(?![0-9])"
    rf"|(?:[0-3]?[0-9][/.-])?[0-3]?[0-9][/.-]{YEAR}"
    rf"|{YEAR})"
)
# Mar 21, Mar21, 03/21, 03/15/21, '21: in spans only.
SHORT = rf"(?:{NAME}\.?[\s-]?['’]?[0-9][0-9]|[01]?[0-9]/(?:[0-3]?[0-9]/)?[0-9][0-9]|['’][0-9][0-9])"
UNDATED = rf"(?:{NAME}|{SEASON})\.?"  # the beginning of "March – May 2021"
_LATELY = rf"(?:last|this)\s(?:past\s)?(?:{SEASON}|{NAME}|month|week)|recently|lately|earlier\sthis\syear"
NOW = (
    r"(?:(?:up\s)?(?:till|until|to)\s)?(?:the\s|this\s|my\s|la\s|ce\s)?"
    r"(?:pres(?:ent(?:\s(?:day|time))?|\.|\b)|current(?:ly)?(?:\s(?:job|role|position))?|now|today|day|ongoing|date|heden|heute|presente|présent|actualidad|actualmente|fecha|jour|maintenant"
    rf"|aujourd['’]hui|{_LATELY}|still(?:\s(?:there|here|employed|working|active|going))?)"
)
BEFORE = r"(?<![\w/.'’-])"
_SIGN_OF_DATE = LatePattern(  # every date and every short one has a year, two digits behind a month or an apostrophe, or a slash
    r"(?:19[4-9]|20[0-9])[0-9]|['’][0-9][0-9]|[0-9]/[0-9]"
    r"|(?:jan|ene|feb|f[ée]v|mar|a[pvb]r|ma[yi]|ju[nil]|aug|ao[uû]|ago|sep|set|oct|nov|d[ée]c|dic)[a-zûé]{0,9}\.?[\s-]?[0-9][0-9]"
)
_ONE = LatePattern(rf"{DATE}(?:T[0-9:.Z+-]{{1,30}})?\Z", re.IGNORECASE)
_DATE_FIRST = LatePattern(rf"(?:{DATE}|{SHORT})(?![\w/])", re.IGNORECASE)
_ONE_NOW = LatePattern(rf"{NOW}\Z", re.IGNORECASE)
_HAS_DATE = LatePattern(rf"{BEFORE}(?:{DATE}|{NAME}\.?\s['’]?[0-9][0-9])(?![\w/])", re.IGNORECASE)
_WHOLE_YEAR = re.compile(rf"(?<![0-9]){YEAR}(?![0-9])")
_WHOLE_NAME = LatePattern(rf"(?<![a-z])(?:{NAME}|{SEASON}|early|mid|late)(?![a-z])")
_OVER_WINTER = re.compile(rf"winter.{{0,6}}{YEAR}{OVER}\Z")
_SHORT_YEAR = re.compile("['’][0-9][0-9]")
DIGIT = re.compile("[0-9]")
LAST_MONTH, _LAST_DAY = 12, 31
_OLDEST = 40  # of a year of two digits: '40 is 1940, '39 is 2039


def read_date(text: str) -> Month | None:
    """The month or year of a date, or None if it isn't one."""
    stripped = text.strip()
    return (
        month_of(stripped.split("T")[0] if "T" in stripped[8:] else stripped)
        if _ONE.match(stripped)
        else None
    )


def is_now(text: str) -> bool:
    """Whether a text says that something goes on still."""
    return _ONE_NOW.match(text.strip()) is not None


def date_at(text: str) -> Month | None:
    """The date that a text begins with."""
    found = _DATE_FIRST.match(text)
    return month_of(found[0]) if found else None


@remembered
def may_hold_date(text: str) -> bool:
    """Whether a date may stand in a text at all: most lines that have a digit have none, and to look for one takes its time."""
    return DIGIT.search(text) is not None and _SIGN_OF_DATE.search(text.casefold()) is not None


@remembered
def mentions_date(text: str) -> bool:
    """Whether a date stands in a line, in a span or by itself."""
    return may_hold_date(text) and _HAS_DATE.search(text) is not None


def month_of(text: str) -> Month | None:
    """The date of a text that one of the patterns matches; None where no year or no such month stands in it."""
    words = text.casefold().strip()
    year = _WHOLE_YEAR.search(words)
    named = named_month(words) or _quarter(words)
    if year is None and _SHORT_YEAR.fullmatch(words):
        return Month(_of_two(words[1:]))
    if year is None:
        short = re.search(r"(?:['’/\s-]|[a-z])([0-9][0-9])\Z", words)
        if short is None:
            return None
        month = named or next((int(digits) for digits in re.findall(r"\A[0-9]+(?=/)", words)), None)
        return Month(_of_two(short[1]), month) if month is not None and 1 <= month <= LAST_MONTH else None
    before, after = words[: year.start()], words[year.end() :]
    if named is not None:
        over = _OVER_WINTER.match(words) is not None
        return Month(int(year[0]) + over, named, _day(re.findall("(?<!q)[0-9]+", before)))
    behind = re.findall("[0-9]+", after)
    numbers = behind[:1] or re.findall("[0-9]+", before)
    if "." in before:  # 15.03.2021, but 03/15/2021
        numbers.reverse()
    month = next((number for number in numbers if 1 <= int(number) <= LAST_MONTH), None)
    if month is None:
        return None if numbers else Month(int(year[0]))
    numbers.remove(month)
    return Month(int(year[0]), int(month), _day(behind[1:] or numbers))


def _of_two(digits: str) -> int:
    return int(digits) + (1900 if int(digits) >= _OLDEST else 2000)


def _day(numbers: list[str]) -> int | None:
    return next((int(number) for number in numbers if 1 <= int(number) <= _LAST_DAY), None)


def named_month(words: str) -> int | None:
    """The month of a month's name, a season or a part of the year."""
    name = _WHOLE_NAME.search(words)
    if name is None:
        return None
    found = name[0]
    return SEASONS.get(found) or _PARTS.get(found) or _month_named(found)


def _month_named(name: str) -> int:
    return _OTHER_MONTHS.get(name[:4]) or _OTHER_MONTHS.get(name[:3]) or MONTHS.index(name[:3]) + 1


def _quarter(words: str) -> int | None:
    """The middle month of a quarter."""
    quarter = re.search(r"(?<![a-z])q([1-4])", words)
    return int(quarter[1]) * 3 - 1 if quarter else None
