"""Positions that sentences tell of, like "From 2003 to 2011 I was a clerk"."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import accumulate

from cscareer.catalog.number_words import ONE, number_of
from cscareer.documents.dates import date_at
from cscareer.documents.document import Month, Position
from cscareer.documents.job_names import TITLE, names_job, title_among
from cscareer.documents.periods import Period, every_period, find_period, find_start
from cscareer.documents.prose import WrittenLine, clean
from cscareer.documents.told_time import employer_told, start_told, time_told

UNPAID = re.compile(
    r"\b(?:volunteer|volunteering|unpaid|pro bono|pta|pto|parent[- ]teacher|boosters|scoutmaster)\b",
    re.IGNORECASE,
)
NO_JOB = re.compile(  # times that people account for in which they held none
    r"\A\W{0,3}(?:at\s)?(?:home with|stay[- ]at[- ]home|raising|raised|full[- ]time (?:parent|mom|mum|dad|mother|father|student|caregiver)|caring for"
    r"|care of|cared for|took care of|looked after|looking after|maternity|paternity|parental|family (?:leave|care)|career (?:break|gap)|break\b|gap\b|sabbatical"
    r"|travel(?:l?ing|l?ed|s)?\b(?!\s(?:agent|advis|consult|clerk|coord|desk|nurse|couns))|time off|sick leave|medical leave|between jobs|unemployed|job search"
    r"|(?:full[- ]time\s)?caregiver\W{1,3}(?:family|for (?:my|a|our)|to my|of my|unpaid)|family caregiver|moved|moving|relocat|family (?:time|reasons)|parenting|homemaker|not working|out of work|retired)",
    re.IGNORECASE,
)
_APART = re.compile(r"\s*[,|]\s+|\s+[–—-]\s+")
_DIGIT = re.compile("[0-9]")  # quick ways out, as what is searched for here is rare
_TIME = re.compile(r"[0-9]|\b(?:years?|yrs?|months?)\b", re.IGNORECASE)
_WHO = re.compile(r"\b(?:i|s?he|has)\b", re.IGNORECASE)
_SENTENCE = re.compile(
    r"(?<=[!?;])\s+|(?<=\.)(?<!\s[A-Z]\.)(?<!\b[A-Z][a-z]\.)(?<!\b[A-Z][a-z]{2}\.)(?<!\bSept\.)(?<!\bCorp\.)\s+(?![a-z])|,?\s+and\s+(?=(?:since|from|before)\s)"
)
_LONGEST_SENTENCE = 400
_NEAR = 50  # characters behind a title within which the date stands when the job began
_LONGEST_NAME = 60  # characters of a job and its employer before a span in brackets
_MOST_LINES = 40  # of a paragraph
_EDGE = " \t,;:|·•-–—*_()[]"
_BEING = (
    r"\b(?:(?:i|s?he)(?:\s(?:was|am|is|worked|work|works|served|became|had\sbeen)|['’]ve\s(?:been|worked)|['’]d\sbeen"
    r"|\shave\s(?:been|worked))|has\s(?:been|worked|served))\s(?:(?:there|then)\s)?(?:(?:as|on|at|in)\s)?"
    r"(?:(?:[\w’'&.-]+\s){0,7}?as\s)?(?:(?:an?|the|their|our|its)\s)?"
)
_NOUN = rf"(?:{TITLE.pattern}|\b(?:desk|help)\b)"
_TELLS = re.compile(_BEING, re.IGNORECASE)
_JOB = re.compile(
    rf"{_BEING}(?P<title>(?:(?!and\b|who\b|with\b|in\b|as\b)[\w/&-]+\s){{0,4}}?{_NOUN}(?:\s{_NOUN}){{0,2}})",
    re.IGNORECASE,
)
_ON_LINE = re.compile(rf"{_BEING}(?P<title>(?:[\w/&-]+\s){{1,3}}?(?:line|counter|phones))\b", re.IGNORECASE)
_AS = re.compile(
    rf"\bas\s(?:(?:an?|the|their|its)\s)?(?P<title>(?:(?!who\b|with\b|in\b|at\b)[\w/&-]+\s){{0,5}}?{_NOUN}(?:\s{_NOUN}){{0,2}})",
    re.IGNORECASE,
)
# A job of any name: "as a zookeeper at …", "I was a sandwich artist with Subway".
_NO_TITLE = r"(?!result|team|whole|child|kid|favou?r|volunteer|student|family|customer\s(?:at|of|in|for|i)\b|second|single|way|rule|matter|reminder|guest|girl|boy|young|mother|father|parent|member|part\b|bit)"
_ANY_AS = re.compile(
    rf"\bas\s(?:an?|the|their|its)\s(?P<title>{_NO_TITLE}[\w/&’'-]+(?:\s(?!and\b|who\b|that\b)[\w/&’'-]+){{0,4}}?)"
    r"(?=\s(?:at|for|with|in|from|since|until|through|where|and)\b|\s?[,.;(]|\Z)",
    re.IGNORECASE,
)
_ANY_BEING = re.compile(
    rf"{_BEING}(?P<title>{_NO_TITLE}[\w/&’'-]+(?:\s(?!and\b|who\b|that\b)[\w/&’'-]+){{0,4}}?)\s(?:at|for|with)\s(?:the\s)?(?-i:[A-Z])",
    re.IGNORECASE,
)
_AT_PLACE = re.compile(
    r"\b(?:i|s?he)(?:\shave|\shas|['’]ve)?\s(?:(?:worked|work|been)\s(?:on|at|in|for)\s(?P<title>[^,.;]{3,60})"
    r"|been\s(?P<doing>[a-z]{3,12}ing\s[^,.;]{3,30}?)(?=\s(?:at|for|from|in)\s|[,.;]))",
    re.IGNORECASE,
)
# "They hired me in January 2024 as …", "she became team lead of the night team in June 2023": it goes on till the next begins.
_TITLE_WORDS = (
    rf"(?P<title>(?:(?!and\b|who\b|with\b|in\b|of\b)[\w/&-]+\s){{0,4}}?{_NOUN}(?:\s{_NOUN}){{0,2}})"
)
_EVENTS = (
    re.compile(
        rf"\b(?:joined|started|began|hired|came|returned)\b[^.;]{{0,50}}?\sas\s(?:(?:an?|the|its|their)\s)?{_TITLE_WORDS}",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\b(?:became|promoted\sto|made|moved\s(?:up\s)?to)\s(?:(?:an?|the|its|their)\s)?{_TITLE_WORDS}",
        re.IGNORECASE,
    ),
)
_IN_DATE = re.compile(
    r"\b(?:in|hired|joined|started|began|promoted)\s(?=[a-z]{0,9}\s?(?:of\s)?[12][0-9]{3})", re.IGNORECASE
)
# What somebody did for a living, and what that is called.
_DID = re.compile(
    r"\b(?:i|s?he)\s(?P<verb>taught|drove|sold|cooked|waited|nursed|cleaned|delivered|tended)\s",
    re.IGNORECASE,
)
_DOER = {
    "taught": "teacher", "drove": "driver", "sold": "sales associate", "cooked": "cook", "waited": "server",
    "nursed": "nurse", "cleaned": "cleaner", "delivered": "delivery driver", "tended": "bartender",
}  # fmt: skip
# "Since May 2025 I schedule appointments at Inland Imaging."
_SINCE_DO = re.compile(
    r"\A\W{0,3}since\b[^,.;]{4,20}?,?\s(?:i|s?he)(?:['’]ve|\shave|\shas)?\s(?:been\s)?"
    r"(?P<title>(?!live|want|have|had|am|study|own|speak|know|volunteer)[a-z]{3,12}\s[^,.;]{3,40}?)\s(?:at|for)\s",
    re.IGNORECASE,
)
# "I run a team of eleven at an insurance call center": who does so is called something like it.
_LEADS = re.compile(
    r"\b(?:i|s?he)(?:\shave|\shas|['’]ve)?\s(?P<verb>run|runs|ran|lead|leads|led|manage[sd]?|supervise[sd]?|head|heads|headed"
    r"|look(?:s|ed)?\safter|handle[sd]?)\s(?:(?:an?|the|its|their|our)\s)?(?P<what>(?:[\w-]+\s){0,3}?[\w-]+)"
    r"(?:\sof\s[\w-]+(?:\s\w+){0,2})?\s(?:at|for|in)\s(?P<where>[^,.;]{3,60})",
    re.IGNORECASE,
)
_CALLED = (("le", "lead"), ("supervise", "supervisor"), ("look", "specialist"), ("handle", "specialist"))
_TEAM = re.compile(r"\b(?:team|crew|group|pod|squad|people|agents|shift)\Z", re.IGNORECASE)
_BEGAN = re.compile(
    r"\b(?:i|s?he)\s(?:started|began)\s(?:(?:there|here|out)\s)?(?:as|on|in)\s(?:(?:an?|the)\s)?(?P<title>[\w -]{3,30}?)\s"
    r"(?:there\s)?in\s(?=[\w' ]{0,12}[0-9])",
    re.IGNORECASE,
)
_THEN_JOB = re.compile(
    rf"\band\s(?:then\s|now\s)?(?:an?|the|its|their)\s(?P<title>(?:[\w/&-]+\s){{0,3}}?{_NOUN}(?:\s{_NOUN}){{0,2}})\s(?:there\s)?(?=from\s|since\s)",
    re.IGNORECASE,
)
_BEFORE_TITLE = re.compile(r"\A.{0,80}\b(?:was|been|as|that|then)\s(?:(?:an?|the)\s)?", re.IGNORECASE)
_IS_NOW = re.compile(r"\b(?:am|have been|has been|['’]ve been|have worked|has worked)\b", re.IGNORECASE)
_LASTED = re.compile(
    r"\b(?P<count>half an?|[a-z]{1,9}|\d{1,2})\+?\s(?P<unit>years?|yrs?|months?)\b(?!\s(?:old|ago|later|before|earlier|of age)\b)"
)
# What else tells of a job: "hired me as", "my first job was", and the same with nobody named: "Worked as a cashier".
_TELLS_TOO = re.compile(
    r"\b(?:i|s?he)\s(?:joined|started|began|spent|took|came|went|left|moved|got|held|did)\b|\b(?:hired|had|took|employed|promoted|brought)\sme\b"
    r"|\bmy\s(?:\w+\s){0,2}(?:job|role|position|work)\b.{0,60}?\s(?:was|is|has\sbeen)\b"
    r"|\A\W{0,3}(?:(?:then|next|now|currently|previously|formerly|also|later|first)\s)?(?:worked|working|served|serving|employed|spent)\s"
    r"(?:there\s)?(?:as|for|at|with|in)\b",
    re.IGNORECASE,
)
_JOB_WAS = re.compile(
    rf"\b(?:job|role|position|title|work)\b[^;]{{0,80}}?\s(?:was|is|has\sbeen)\s(?:as\s)?(?:(?:an?|the|that\sof\san?)\s)?{_TITLE_WORDS}",
    re.IGNORECASE,
)
_GOES_ON = re.compile(r"(?:from|since)\s", re.IGNORECASE)  # the rest of "…, and from 2017 on as lead"
_PERSON = re.compile(r"\b(?:i|s?he|me|my)\b", re.IGNORECASE)
# "Dispatcher at Maumee Freight, 2009 to 2021." with nobody named, and "Since 2023 I'm at Glass City Supply, order desk."
_JOB_AT = re.compile(
    r"\A\W{0,3}(?:(?:then|next|now|before\sthat|after\sthat),?\s)?(?P<title>(?=(?-i:[A-Z]))(?!(?:i|s?he|we|my|the)\b)"
    rf"(?:(?!(?:the|an?|and|as|my|to)\b)[\w/&-]+\s){{0,4}}?{_NOUN}(?:\s{_NOUN}){{0,2}})"
    r"\s(?:at|for|with)\s(?:the\s)?(?-i:[A-Z0-9])[^;]{1,60}\Z",
    re.IGNORECASE,
)
_WITH_FIRM = re.compile(
    r"\b(?:i|s?he)(?:['’]m|['’]ve\sbeen|\s(?:am|is|was|worked|work|have\sbeen|has\sbeen))\s(?:at|with|for)\s(?:the\s)?"
    r"(?-i:[A-Z0-9])[^,;]{2,60},\s(?:(?:at|on|in)\s(?:the\s)?|as\s(?:an?\s)?)?(?P<title>[^,.;]{3,40})",
    re.IGNORECASE,
)
_AT_FIRST = re.compile(r"\b(?:first|at first|initially|starting out|starting) (?:as|on)\b", re.IGNORECASE)
_HAD_BEEN = re.compile(r"\b(?:had|['’]d)\sbeen\b", re.IGNORECASE)


def told_positions(lines: Sequence[WrittenLine]) -> list[Position]:
    """The positions that paragraphs tell of.

    Of "I had been a clerk there from 2013" the end is where the next job told of begins.
    """
    told: list[Position] = []
    open_ended: list[Position] = []
    begun: list[Position] = []
    at_first: list[Position] = []
    for sentence, line in _sentences(lines):
        events = list(_events(sentence, line)) if _DIGIT.search(sentence) else []
        for event in events:
            each = replace(event, organization=employer_told(sentence, event.title))
            (told if each.end or each.current else begun).append(each)
        if events:
            continue
        if _TIME.search(sentence) and not UNPAID.search(sentence):
            for job in _jobs_in(sentence, line):
                each = (
                    job if job.organization else replace(job, organization=employer_told(sentence, job.title))
                )
                (told if each.end or each.current or not each.start else open_ended).append(each)
                if _AT_FIRST.search(sentence):
                    at_first.append(each)
    told = [_until_next(each, told) if each in at_first else each for each in told]
    for each in [*open_ended, *begun]:
        later = [
            other.start
            for other in [*told, *begun]
            if other.start and each.start and _order(other.start) > _order(each.start)
        ]
        if later:
            told.append(replace(each, end=min(later, key=_order)))
        elif each in begun:
            told.append(replace(each, current=True))
    undated = [each for each in told if not (each.start or each.current)]
    return [
        *(each for each in told if each not in undated),
        *reversed(undated),
    ]  # the latest first, as in lists


def _until_next(each: Position, told: Sequence[Position]) -> Position:
    """A job that a person held first, which ends where the next one that still goes on begins: "first as a clerk and from 2017 on as lead"."""
    later = [
        other.start
        for other in told
        if each.start and other.start and other.current and _order(other.start) > _order(each.start)
    ]
    return replace(each, end=min(later, key=_order), current=False) if each.current and later else each


def _events(sentence: str, line: int) -> Iterator[Position]:
    """The jobs that a sentence says somebody began in so many words: "joined in March 2020 as an agent"."""
    if UNPAID.search(sentence):
        return
    events = [named for event in _EVENTS for named in event.finditer(sentence)]
    for named in events:
        title = clean(named["title"]).strip(_EDGE)
        within = sentence[named.start() : named.end() + _NEAR]
        said = _IN_DATE.search(within)
        start = date_at(within[said.end() :]) if said else None
        whole = time_told(sentence) if len(events) == 1 else None
        if whole and whole.start and (whole.end or whole.current):
            yield _position(title, whole, line)
        elif start or (len(events) == 1 and (start := start_told(sentence))):
            yield _open_ended(title, start, line)


def _jobs_in(sentence: str, line: int) -> Iterator[Position]:
    """The positions that a sentence tells of; one without an end that doesn't go on ends where the next one begins."""
    following = _next_job(sentence, line)
    if following:
        yield following
        sentence = sentence[: sentence.index(following.title)]
    if named := _JOB.search(sentence) or _ON_LINE.search(sentence):
        name = clean(named["title"]).strip(_EDGE)
        if period := find_period(sentence[named.end() :]) or time_told(sentence):
            found = _position(name, period, line)
            ends_then = following is not None and found.current
            yield replace(found, end=following.start, current=False) if following and ends_then else found
        elif lasted := duration_in(sentence):
            yield Position(name, None, None, None, _IS_NOW.search(sentence) is not None, line, lasted)
        elif _HAD_BEEN.search(sentence) and (start := find_start(sentence)):
            yield _open_ended(name, start, line)
    elif (began := _BEGAN.search(sentence)) and (start := date_at(sentence[began.end() :])):
        yield _open_ended(clean(began["title"]), start, line)
    elif period := time_told(sentence):
        yield from _told_without_being(sentence, period, line)
    elif (named := _called(sentence)) and (lasted := duration_in(sentence)):
        yield Position(
            clean(named["title"]).strip(_EDGE), None, None, None, current=False, line=line, months=lasted
        )


def _told_without_being(sentence: str, period: Period, line: int) -> Iterator[Position]:
    """The position of a sentence that says since when somebody leads, does or is called something, or worked somewhere."""
    if named := _at_firm(sentence, period):
        yield _position(clean(named["title"]).strip(_EDGE), period, line)
    elif leads := _LEADS.search(sentence):
        what, verb = leads["what"], leads["verb"].casefold()
        role = next((role for begin, role in _CALLED if verb.startswith(begin)), "manager")
        called = "team lead" if _TEAM.search(what) else f"{what} {role}"
        yield replace(_position(called, period, line), organization=clean(leads["where"]).strip(_EDGE))
    elif named := _called(sentence):
        yield _position(clean(named["title"]).strip(_EDGE), period, line)
    elif (did := _DID.search(sentence)) and not period.current:
        yield _position(_DOER[did["verb"].casefold()], period, line)
    elif does := _SINCE_DO.match(sentence):
        yield _position(clean(does["title"]).strip(_EDGE), period, line)
    elif (at := _AT_PLACE.search(sentence)) and (at["doing"] or not period.current):
        yield _position(clean(at["title"] or at["doing"]).strip(_EDGE), period, line)


def _at_firm(sentence: str, period: Period) -> re.Match[str] | None:
    """The job that a sentence names right beside whoever gave it, without saying what the person was."""
    is_last = not any(map(str.isalnum, sentence[period.ends :]))
    behind = _WITH_FIRM.search(sentence)
    return (_JOB_AT.match(sentence[: period.begins]) if is_last else None) or (
        behind if behind and names_job(behind["title"]) else None
    )


def _called(sentence: str) -> re.Match[str] | None:
    """What a sentence says that the job was called."""
    tells = _TELLS_TOO.search(sentence)
    return (
        _JOB_WAS.search(sentence)
        or (_AS.search(sentence) if tells or _PERSON.search(sentence) or _GOES_ON.match(sentence) else None)
        or _ANY_BEING.search(sentence)
        or (_ANY_AS.search(sentence) if tells else None)
    )


def _open_ended(title: str, start: Month, line: int) -> Position:
    return Position(title, None, start, None, False, line)  # noqa: FBT003  a field


def _next_job(sentence: str, line: int) -> Position | None:
    """The job that a sentence goes on with: "an agent since 2019, and a lead agent there from 2024"."""
    named = _THEN_JOB.search(sentence)
    start = find_start(sentence[named.end() :]) if named else None
    if named is None or start is None or not find_period(sentence[: named.start()]):
        return None
    return Position(clean(named["title"]).strip(_EDGE), None, start, None, True, line)  # noqa: FBT003  a field


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
    """Whether a line tells of a job in a sentence: "I was", "she has worked", "I run the front desk"."""
    return _TELLS_TOO.search(text) is not None or (
        _WHO.search(text) is not None
        and any(each.search(text) is not None for each in (_TELLS, _LEADS, _DID))
    )


def listed_positions(line: WrittenLine) -> list[Position]:
    """The positions of a line that names several, each with its span behind it: "Clerk (2014-2016), Lead (2016-2019)"."""
    periods = list(every_period(line.text))
    if len(periods) < 2 or UNPAID.search(line.text):  # noqa: PLR2004  one is for others to read
        return []
    listed: list[Position] = []
    begin = 0
    for period in periods:
        before = line.text[begin : period.begins].strip(_EDGE).rpartition(":")[2]
        if re.search(r"(?:\A|[a-z])[.!?]\s", before):
            return []
        name = clean(_BEFORE_TITLE.sub("", before)).strip(_EDGE)
        if not TITLE.search(name) or len(name) > _LONGEST_NAME or re.search(r"[.!?]\s", name):
            return []
        names = _APART.split(name)
        title = title_among(names)
        listed.append(
            replace(_position(names[title], period, line.number), organization=_other(names, title))
        )
        begin = period.ends
    return listed


def _other(names: Sequence[str], title: int) -> str | None:
    """The first of some names that is not the title."""
    return next((name for at, name in enumerate(names) if at != title), None)


def _position(title: str, period: Period, line: int) -> Position:
    return Position(title, None, period.start, period.end, period.current, line, period.months)


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
