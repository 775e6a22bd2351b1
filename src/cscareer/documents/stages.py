"""Lines that name one job after another at the same place: "Manager (from 6/2021); Supervisor (from 3/2019)"."""

import re
from bisect import bisect
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice, takewhile
from typing import NamedTuple

from cscareer.documents.dates import read_date
from cscareer.documents.document import Month, Position
from cscareer.documents.job_names import is_firm, names_job
from cscareer.documents.prose import WrittenLine, clean, unbullet
from cscareer.documents.spans import every_period, find_stage
from cscareer.documents.words import remembered

_APART = (re.compile(r"\s*;\s+"), re.compile(r"\s*[,/]\s+"))
_HINT = re.compile(r"(?:[(\[]|\b(?:from|since|in)\s)[^;,]{0,25}[0-9]", re.IGNORECASE)
_BEGINS = re.compile(
    r"\A\s*(?:(?:started|hired|joined|began)(?:\sout)?\sas|promoted\sto|became|then|now)\s(?:(?:an?|the)\s)?",
    re.IGNORECASE,
)
_PROMOTED = re.compile(  # "Lead Teller (promoted from Teller, May 2021)"
    r"\A\s*(?P<now>[^()]{3,60}?)\s?\(promoted\sfrom\s(?:an?\s)?(?P<first>[^(),]{3,60}?),?(?:\sin)?\s(?P<date>[^(),]{4,20})\)\s*\Z",
    re.IGNORECASE,
)
_ONLY_LENGTH = re.compile(r"\s*[0-9]{1,2}\s(?:years?(?:\s[0-9]{1,2}\smonths?)?|months?)\s*")
_LONGEST_LENGTH = 40  # characters
_LONGEST = 200  # characters of such a line
_MOST_BELOW = 50  # jobs with one employer that are named below it
_EDGE = " \t,;:|·•-–—*_()[]."
_ONGOING = re.compile(r"\b(?:since|now|present|current(?:ly)?)\b", re.IGNORECASE)


class Stage(NamedTuple):
    """A job of such a line, and when it began; None where that isn't said."""

    title: str
    start: Month | None


@remembered
def stages_in(text: str) -> Sequence[Stage]:
    """The jobs of a line that names several, of which at least one with the date it began; none where it is another line."""
    if len(text) > _LONGEST:
        return []
    if (
        "promoted from" in text
        and (promoted := _PROMOTED.match(text))
        and (date := read_date(promoted["date"]))
    ):
        stages = [Stage(promoted["first"], None), Stage(promoted["now"], date)]
        return stages if all(names_job(each.title) for each in stages) else []
    if not _HINT.search(text) or every_period(text) or text.rstrip().endswith("."):
        return []
    for apart in _APART:
        parts = apart.split(unbullet(text).strip())
        if len(parts) > 1:
            stages = [_stage(part) for part in parts]
            dated = sum(each.start is not None for each in stages)
            fine = all(names_job(each.title) for each in stages)
            told = ";" in text or all(
                map(_BEGINS.match, parts)
            )  # "Started as a host, promoted to lead in 2019"
            return stages if fine and dated >= (1 if told else len(stages)) else []
    return []


def _stage(part: str) -> Stage:
    part = _BEGINS.sub("", part)
    found = find_stage(part)
    if found is None:
        return Stage(clean(part).strip(_EDGE), None)
    start, begins = found
    return Stage(clean(part[:begins]).strip(_EDGE), start)


def staged(
    stages: Sequence[Stage], around: Position | None, organization: str | None, text: str, line: int
) -> list[Position]:
    """The positions of these jobs, the one ending where the next begins, within the span of the position around them.

    Where nothing stands around them they are positions only if the first one's beginning is known and the last goes on.
    """
    ordered = list(stages)
    dates = [each.start for each in ordered if each.start]
    if (len(dates) > 1 and _order(dates[0]) > _order(dates[-1])) or (
        len(dates) == 1 and ordered[0].start and around
    ):
        ordered.reverse()
    if around is None and (ordered[0].start is None or not _ONGOING.search(text)):
        return []
    return list(_spans(ordered, around, organization, line))


def _spans(
    stages: Sequence[Stage], around: Position | None, organization: str | None, line: int
) -> Iterator[Position]:
    begun = around.start if around else None
    waiting: list[str] = []
    for stage in stages:
        if stage.start and waiting:
            yield Position(", then ".join(waiting), organization, begun, stage.start, False, line)  # noqa: FBT003  a field
            waiting = []
        if stage.start:
            begun = stage.start
        waiting.append(stage.title)
    end, current = (around.end, around.current) if around else (None, True)
    yield Position(", then ".join(waiting), organization, begun, end, current, line)


def without_employers(positions: Sequence[Position]) -> list[Position]:
    """The positions, of which none is but who gave the next ones: "COX COMMUNICATIONS, Jan 2017 – Present", and below it its jobs.

    Their organization is what it names.
    """
    kept: list[Position] = []
    waiting = list(positions)
    while waiting:
        each = waiting.pop(0)
        if names_job(each.title):
            kept.append(each)
            continue
        near = islice(waiting, _MOST_BELOW)
        below = list(takewhile(lambda other: _is_within(other, each), near))  # noqa: B023  used at once
        if not _fill(below, each):
            kept.append(each)
            continue
        name = each.organization if each.organization and not is_firm(each.title) else each.title
        waiting[: len(below)] = [
            replace(_within(job, each), organization=job.organization or name) for job in below
        ]
    return kept


def under_lengths(written: Sequence[WrittenLine], positions: Sequence[Position]) -> list[Position]:
    """The positions, of which those below an employer and the whole time there are the employer's: "Toast", "5 years 8 months"."""
    firms = {
        line.number: written[at - 1].text.strip()
        for at, line in enumerate(written)
        if at and len(line.text) <= _LONGEST_LENGTH and _ONLY_LENGTH.fullmatch(line.text)
    }
    if not firms:
        return list(positions)
    below = {
        line.number - 1: line.text.strip() for line in written
    }  # where the job was, on the line after its dates
    starts, others = sorted(firms), set[int]()
    kept: list[Position] = []
    for each in positions:
        at = bisect(starts, each.line) - 1
        place = each.organization is None or below.get(each.line, "").startswith(each.organization)
        if at >= 0 and at not in others and place:
            kept.append(replace(each, organization=firms[starts[at]]))
        else:
            others.add(at)
            kept.append(each)
    return kept


def with_posts(positions: Sequence[Position], posts: Sequence[Position]) -> list[Position]:
    """The positions, each with the posts that the list below it names within its time."""
    if not posts:
        return list(positions)
    ordered = sorted(positions, key=lambda each: each.line)
    starts = [each.line for each in ordered]
    kept = list(positions)
    for post in posts:
        at = bisect(starts, post.line) - 1
        if at >= 0 and _is_within(post, ordered[at]):
            kept.append(post)
    return sorted(kept, key=lambda each: each.line)


def _within(job: Position, around: Position) -> Position:
    """A job at an employer, with the months of the time there where it begins or ends with it and has but the years."""
    start, end = job.start, job.end
    if start and around.start and start.month is None and start.year == around.start.year:
        start = around.start
    if end and around.end and end.month is None and end.year == around.end.year:
        end = around.end
    return replace(job, start=start, end=end)


def _fill(jobs: Sequence[Position], around: Position) -> bool:
    """Whether jobs begin and end with a position that they lie in."""
    begins = any(each.start and around.start and each.start.year == around.start.year for each in jobs)
    if around.current:
        return begins and any(each.current for each in jobs)
    return begins and any(each.end and around.end and each.end.year == around.end.year for each in jobs)


def _is_within(position: Position, other: Position) -> bool:
    """Whether a position's time lies within another one's that is longer or as long, and it stands below it."""
    if not (position.start and other.start) or position.line <= other.line:
        return False
    ends = other.current or (
        position.end is not None and other.end is not None and _order(position.end) <= _order(other.end)
    )
    return ends and position.start.year >= other.start.year


def _order(month: Month) -> tuple[int, int]:
    return month.year, month.month or 0
