"""Positions in running text: a time span, and the words around it that name the job and who gave it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from cscareer.documents.beside_span import SCHOOL, ResumePage, in_one_order, positions_at
from cscareer.documents.dates import mentions_date
from cscareer.documents.document import Position
from cscareer.documents.headings import label_section, same_style, section_of, tells_of_person
from cscareer.documents.job_names import TITLE, is_title
from cscareer.documents.labelled import labelled_jobs
from cscareer.documents.layout import dates_first, parted, with_centuries, with_figures
from cscareer.documents.lengths import length_alone
from cscareer.documents.names_in_line import EDGE, LONGEST, MOST_WORDS, beside, is_person
from cscareer.documents.periods import find_period, find_periods
from cscareer.documents.position_lines import put_together
from cscareer.documents.prose import WrittenLine, clean, unbullet
from cscareer.documents.spans import every_period, one_year
from cscareer.documents.stages import staged, stages_in, under_lengths, with_posts, without_employers
from cscareer.documents.told_positions import is_told, listed_positions, told_positions
from cscareer.documents.told_total import told_total
from cscareer.documents.words import Worded
from cscareer.documents.year_list import year_by_year
from cscareer.errors import Problem

_CAMPUS_JOB = Worded(r"\A\W{0,12}{campus-jobs}\b")
_ASIDES = re.compile(r"\([^()]{0,80}\)")  # "Cashier (only Sundays since I went to the bank)"
_LEAST_LINES = 5  # of a whole resume
_UNREAD = "A date stands here that wasn't understood, so the years of this job aren't counted."
_WRITE_DATES = "Write it like March 2019 – May 2021."


class FoundPositions(NamedTuple):
    """The positions of a resume, and the lines whose dates couldn't be read."""

    positions: tuple[Position, ...]
    warnings: tuple[Problem, ...]


def find_positions(lines: Sequence[WrittenLine], name: str) -> FoundPositions:
    """The positions of a resume in running text, as far as its layout shows them.

    Time spans count but for those in sections about something else (education, volunteering …), so a section is one of
    work that holds dated jobs, whatever its heading says. A span inside an item of a list is no position, unless
    no other line holds one. `name` is the document's, for the warnings.
    """
    lines = parted(with_figures(lines))
    found = _positions(lines, name, in_items=False)
    if not found.positions:
        found = _positions(lines, name, in_items=True)
    if not found.positions and (dated := with_centuries(lines)):
        found = _positions(dated, name, in_items=False)
    if not found.positions:
        found = found._replace(positions=tuple(year_by_year(lines) or _told_of_person(lines)))
    return found if found.positions else found._replace(positions=tuple(told_total(lines)))


def _told_of_person(lines: Sequence[WrittenLine]) -> list[Position]:
    """The positions that a section about the person tells of: "About me: I started as a night clerk in 2016 …"."""
    sections = [section_of(lines, at) for at in range(len(lines))]
    below: list[WrittenLine] = []
    telling = False
    for line, heading in zip(lines, sections, strict=True):
        if heading is not None:
            telling = tells_of_person(line)
        elif telling and line.text.strip():
            below.append(line)
    return told_positions(below)


def _positions(lines: Sequence[WrittenLine], name: str, *, in_items: bool) -> FoundPositions:
    """The positions outside lists; or, with `in_items`, those of a resume that is all one list."""
    written = put_together(lines)
    sections = [section_of(written, at) for at in range(len(written))]
    page = ResumePage(
        written,
        sections,
        [stages_in(line.text) for line in written],
        set(),
        {},
        _names_person(written),
        dates_first(written, sections),
    )
    found: list[Position] = []
    unread: list[int] = []
    staged_at: list[int] = []
    items: list[int] = []
    prose: list[WrittenLine] = []
    under = [(at, section) for at, section in _under_headings(written, sections) if section is not False]
    for job in labelled_jobs(written, (at for at, _ in under)):
        found.append(job.position)
        page.taken.update(job.lines)
    in_fields = frozenset(page.taken)
    for at, section in under:
        line = written[at]
        if at in in_fields:
            continue
        if line.is_item > in_items or len(line.text) > LONGEST:
            if line.is_item:
                items.append(at)
            else:
                prose.append(line)
        elif page.stages[at]:
            staged_at.append(at)
        elif listed := listed_positions(line):
            found += listed
        else:
            told = is_told(_ASIDES.sub("", line.text)) or _goes_on(prose, line)
            positions = [] if told else _dated(page, at) or (_lasting(page, at) if section else [])
            found += positions
            if not positions and section and not told and _looks_dated(line) and not find_period(line.text):
                unread.append(at)
            elif not positions:
                prose.append(line)
    found = under_lengths(written, in_one_order(page, found))
    found += _stages_alone(page, staged_at)
    found = without_employers(with_posts(found, [job for at in items for job in _posts(page, at)]))
    found += told_positions(prose)
    found = found or _lengths_alone(page, [at for at, _ in under])
    used = page.taken | {at for at in unread if any(near in page.taken for near in (at - 1, at, at + 1))}
    warnings = tuple(
        Problem(name, written[at].number, None, _UNREAD, _WRITE_DATES) for at in unread if at not in used
    )
    return FoundPositions(tuple(found), warnings)


def _posts(page: ResumePage, at: int) -> list[Position]:
    """The post with one employer that an item of a list names with its dates: "- Support Agent, Dell (Nov 2022 - Oct 2023)"."""
    text = unbullet(page.written[at].text[: LONGEST + 1]).strip()
    jobs = [] if len(text) > LONGEST or not find_period(text) or is_told(text) else _dated(page, at)
    return [
        job
        for job in jobs
        if job.start and text[:1].isupper() and text.startswith(job.title) and is_title(job.title)
    ]


def _names_person(written: Sequence[WrittenLine]) -> bool:
    """Whether a resume, and not a piece of one, opens with a person's name."""
    return len(written) >= _LEAST_LINES and is_person(written[0])


def _under_headings(
    written: Sequence[WrittenLine], sections: Sequence[bool | None]
) -> Iterator[tuple[int, bool | None]]:
    """Each line but headings, with whether its section is about work; None where no heading says so."""
    section: bool | None = None
    other_at: int | None = None  # where a section about something else began
    for at, heading in enumerate(sections):
        if heading is not None:
            section, other_at = heading, at if heading is False else None
            continue
        if section is False and other_at is not None and _ends_section(written[at], written[other_at]):
            section, other_at = None, None  # the next section, whose heading says nothing we know
            if find_period(written[at].text) is None:
                continue
        if section is False and _CAMPUS_JOB.match(written[at].text) and find_period(written[at].text):
            yield at, None  # "Student Worker, library desk", among one's schooling
            continue
        if label_section(written[at].text) is False and not tells_of_person(written[at]):
            continue
        yield at, section


def _lasting(page: ResumePage, at: int) -> list[Position]:
    """The position of a line that says a job and how long it lasted, or in which one year, and no span."""
    period = length_alone(page.written[at].text)
    if _is_broken_off(page, at):
        return []
    near = (page.written[other].text for other in (at - 1, at + 1) if 0 <= other < len(page.written))
    period = period or one_year(page.written[at].text)
    found = positions_at(page, at, period) if period and not any(map(find_period, near)) else []
    return found if found and is_title(found[0].title) else []


def _is_broken_off(page: ResumePage, at: int) -> bool:
    """Whether the next line goes on with a line's sentence: "… kept it current for two years", "in a row."."""
    following = page.written[at + 1] if at + 1 < len(page.written) else None
    if following is None or following.is_item or not following.text.strip()[:1].islower():
        return False
    return not (is_title(following.text) and length_alone(following.text))  # "agent at the DMV for six years"


def _lengths_alone(page: ResumePage, lines: Sequence[int]) -> list[Position]:
    """The positions of a resume that gives no dates and has no heading: "Claims adjuster, Erie Insurance - 5 years"."""
    if any(page.sections):
        return []
    return [each for at in lines if not page.written[at].is_item for each in _lasting(page, at)]


def _dated(page: ResumePage, at: int) -> list[Position]:
    """The positions that the spans of a line belong to."""
    line = page.written[at]
    periods = list(find_periods(line.text))
    positions = positions_at(page, at, periods[0]) if periods else []
    if len(positions) != 1:
        return positions
    spans = periods if len(periods) > 1 else [*periods, *every_period(line.text)[1:]]
    return [
        replace(positions[0], start=each.start, end=each.end, current=each.current, months=each.months)
        for each in spans
    ]


def _ends_section(line: WrittenLine, heading: WrittenLine) -> bool:
    """Whether a line ends a section about something else: it is set as its heading was, or a job below what is said of the person."""
    if same_style(line, heading):
        return True
    if not tells_of_person(heading) or line.is_item or is_told(line.text):
        return False
    period = find_period(line.text)
    return (
        period is not None
        and len(line.text.split()) <= MOST_WORDS
        and not line.text.rstrip().endswith(".")
        and TITLE.search(beside(line.text, period)) is not None
    )


def _stages_alone(page: ResumePage, lines: Sequence[int]) -> list[Position]:
    """The positions of lines that name one job after the other, and that no span around them took."""
    found: list[Position] = []
    for at in lines:
        if at not in page.taken:
            above = page.written[at - 1] if at else None
            near = above is not None and above.number == page.written[at].number - 1 and not above.is_item
            organization = clean(above.text).strip(EDGE) if above and near else None
            line = page.written[at]
            found += staged(page.stages[at], None, organization, line.text, line.number)
    return found


def _goes_on(prose: Sequence[WrittenLine], line: WrittenLine) -> bool:
    """Whether a line goes on with the sentence that the line before it tells."""
    if not prose or prose[-1].number != line.number - 1 or not is_told(prose[-1].text):
        return False
    return line.text.strip()[:1].islower() and not prose[-1].text.rstrip().endswith(".")


def _looks_dated(line: WrittenLine) -> bool:
    """Whether a line of a section about work names a job and a date that is no span."""
    return (
        mentions_date(line.text)
        and len(line.text.split()) <= MOST_WORDS
        and not line.text.rstrip().endswith(".")
        and not SCHOOL.search(line.text)
    )
