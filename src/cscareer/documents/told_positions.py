"""Positions that sentences tell of, like "From 2003 to 2011 I was a clerk"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from cscareer.catalog.number_words import ONE, number_of
from cscareer.documents.dates import date_at
from cscareer.documents.document import Month, Position
from cscareer.documents.job_names import TITLE, names_job, title_among
from cscareer.documents.periods import find_period
from cscareer.documents.prose import WrittenLine, clean
from cscareer.documents.spans import Period, every_period, find_start
from cscareer.documents.told_apart import told_apart
from cscareer.documents.told_sentences import sentences
from cscareer.documents.told_time import employer_told, start_told, time_told
from cscareer.documents.told_words import (
    ANY_AS,
    ANY_BEING,
    AS,
    AT_FIRST,
    AT_PLACE,
    BEFORE_THAT,
    BEFORE_TITLE,
    BEGAN,
    CALLED,
    DESK,
    DID,
    EVENTS,
    FIRST_AT,
    GOES_ON,
    HAD_BEEN,
    IN_DATE,
    IS_NOW,
    JOB,
    JOB_AT,
    JOB_WAS,
    LASTED,
    LEADS,
    ON_LINE,
    PERSON,
    SINCE_DO,
    TEAM,
    TELLS,
    TELLS_TOO,
    THEN_JOB,
    TIME,
    UNPAID,
    WHO,
    WITH_FIRM,
)
from cscareer.documents.words import called_by, remembered

_APART = re.compile(r"\s*[,|]\s+|\s+[–—-]\s+")
_DIGIT = re.compile("[0-9]")  # quick ways out, as what is searched for here is rare
_NEAR = 50  # characters behind a title within which the date stands when the job began
_LONGEST_NAME = 60  # characters of a job and its employer before a span in brackets
_EDGE = " \t,;:|·•-–—*_()[]"


def told_positions(lines: Sequence[WrittenLine]) -> list[Position]:
    """The positions that paragraphs tell of.

    Of "I had been a clerk there from 2013" the end is where the next job told of begins.
    """
    told: list[Position] = []
    open_ended: list[Position] = []
    begun: list[Position] = []
    at_first: list[Position] = []
    for sentence, line in sentences(lines):
        events, jobs = _jobs_told(sentence)
        for event in events:
            (told if event.end or event.current else begun).append(replace(event, line=line))
        for job in jobs:
            each = replace(job, line=line)
            (told if each.end or each.current or not each.start else open_ended).append(each)
            if AT_FIRST.search(sentence):
                at_first.append(each)
    told += told_apart(list(sentences(lines)))
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


@remembered
def _jobs_told(sentence: str) -> tuple[Sequence[Position], Sequence[Position]]:
    """The jobs that a sentence says somebody began, or where it says so of none, those that it tells of; in line 0."""
    events = [
        replace(event, organization=employer_told(sentence, event.title))
        for event in (_events(sentence, 0) if _DIGIT.search(sentence) else ())
    ]
    if events or not TIME.search(sentence) or UNPAID.search(sentence):
        return events, ()
    jobs = (
        job if job.organization else replace(job, organization=employer_told(sentence, job.title))
        for job in _jobs_in(sentence, 0)
    )
    return (), tuple(jobs)


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
    events = [named for event in EVENTS for named in event.finditer(sentence)]
    for named in events:
        title = clean(named["title"]).strip(_EDGE)
        within = sentence[named.start() : named.end() + _NEAR]
        said = IN_DATE.search(within)
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
    if named := JOB.search(sentence) or ON_LINE.search(sentence):
        name = clean(named["title"]).strip(_EDGE)
        if period := find_period(sentence[named.end() :]) or time_told(sentence):
            found = _position(name, period, line)
            ends_then = following is not None and found.current
            yield replace(found, end=following.start, current=False) if following and ends_then else found
        elif lasted := duration_in(sentence):
            yield Position(name, None, None, None, IS_NOW.search(sentence) is not None, line, lasted)
        elif HAD_BEEN.search(sentence) and (start := find_start(sentence)):
            yield _open_ended(name, start, line)
    elif (began := BEGAN.search(sentence)) and (start := date_at(sentence[began.end() :])):
        yield _open_ended(clean(began["title"]), start, line)
    elif period := time_told(sentence):
        yield from _told_without_being(sentence, period, line)
    elif (leads := LEADS.search(sentence)) and (lasted := duration_in(sentence)):
        goes_on = IS_NOW.search(sentence) is not None or re.search(r"\bhave\b", leads[0]) is not None
        where = clean(leads["where"]).strip(_EDGE)
        yield Position(_leader(leads), where, None, None, goes_on, line, lasted)
    elif (named := _called(sentence)) and (lasted := duration_in(sentence)):
        yield Position(
            clean(named["title"]).strip(_EDGE), None, None, None, current=False, line=line, months=lasted
        )


def _told_without_being(sentence: str, period: Period, line: int) -> Iterator[Position]:
    """The position of a sentence that says since when somebody leads, does or is called something, or worked somewhere."""
    if named := _at_firm(sentence, period):
        yield _position(clean(named["title"]).strip(_EDGE), period, line)
    elif (first := FIRST_AT.search(sentence)) and first.end("where") <= period.begins:
        names = [name for name in _APART.split(first["where"].strip(_EDGE)) if name]
        title = title_among(names)
        yield replace(_position(clean(names[title]), period, line), organization=_other(names, title))
    elif (
        (before := BEFORE_THAT.match(sentence[: period.begins]))
        and period.start
        and (period.end or period.current)
    ):
        yield _position(clean(before["title"]).strip(_EDGE), period, line)
    elif leads := LEADS.search(sentence):
        yield replace(
            _position(_leader(leads), period, line), organization=clean(leads["where"]).strip(_EDGE)
        )
    elif named := _called(sentence):
        yield _position(clean(named["title"]).strip(_EDGE), period, line)
    elif (did := DID.search(sentence)) and (did["still"] or not period.current):
        yield _position(called_by(did["verb"]), period, line)
    elif does := SINCE_DO.match(sentence):
        yield _position(clean(does["title"]).strip(_EDGE), period, line)
    elif (at := AT_PLACE.search(sentence)) and (at["doing"] or not period.current):
        yield _position(clean(at["title"] or at["doing"]).strip(_EDGE), period, line)


def _leader(leads: re.Match[str]) -> str:
    """What somebody is called who leads what a sentence says: a team's lead, and who runs a desk works at it."""
    what, verb = leads["what"], leads["verb"].casefold()
    if verb in {"run", "runs", "ran"} and DESK.search(what):
        return what
    role = next((role for begin, role in CALLED if verb.startswith(begin)), "manager")
    return "team lead" if TEAM.search(what) else f"{what} {role}"


def _at_firm(sentence: str, period: Period) -> re.Match[str] | None:
    """The job that a sentence names right beside whoever gave it, without saying what the person was."""
    is_last = not any(map(str.isalnum, sentence[period.ends :]))
    behind = WITH_FIRM.search(sentence)
    return (JOB_AT.match(sentence[: period.begins]) if is_last else None) or (
        behind if behind and names_job(behind["title"]) else None
    )


def _called(sentence: str) -> re.Match[str] | None:
    """What a sentence says that the job was called."""
    tells = TELLS_TOO.search(sentence)
    return (
        JOB_WAS.search(sentence)
        or (AS.search(sentence) if tells or PERSON.search(sentence) or GOES_ON.match(sentence) else None)
        or ANY_BEING.search(sentence)
        or (ANY_AS.search(sentence) if tells else None)
    )


def _open_ended(title: str, start: Month, line: int) -> Position:
    return Position(title, None, start, None, False, line)  # noqa: FBT003  a field


def _next_job(sentence: str, line: int) -> Position | None:
    """The job that a sentence goes on with: "an agent since 2019, and a lead agent there from 2024"."""
    named = THEN_JOB.search(sentence)
    start = find_start(sentence[named.end() :]) if named else None
    if named is None or start is None or not find_period(sentence[: named.start()]):
        return None
    return Position(clean(named["title"]).strip(_EDGE), None, start, None, True, line)  # noqa: FBT003  a field


def duration_in(sentence: str) -> int | None:
    """How many months a sentence says that something lasted, "for four years"; None where it says nothing of it."""
    for found in LASTED.finditer(sentence.casefold()):
        count = (
            0.5 if found["count"].startswith("half") else ONE.get(found["count"]) or number_of(found["count"])
        )
        if count:
            return round(count * (12 if found["unit"].startswith("y") else 1))
    return None


@remembered
def is_told(text: str) -> bool:
    """Whether a line tells of a job in a sentence: "I was", "she has worked", "I run the front desk"."""
    return TELLS_TOO.search(text) is not None or (
        WHO.search(text) is not None and any(each.search(text) is not None for each in (TELLS, LEADS, DID))
    )


def listed_positions(line: WrittenLine) -> list[Position]:
    """The positions of a line that names several, each with its span behind it: "Clerk (2014-2016), Lead (2016-2019)"."""
    periods = every_period(line.text)
    if len(periods) < 2 or UNPAID.search(line.text):  # noqa: PLR2004  one is for others to read
        return []
    listed: list[Position] = []
    begin = 0
    for period in periods:
        before = line.text[begin : period.begins].strip(_EDGE).rpartition(":")[2]
        if re.search(r"(?:\A|[a-z])[.!?]\s", before):
            return []
        name = clean(BEFORE_TITLE.sub("", before)).strip(_EDGE)
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
