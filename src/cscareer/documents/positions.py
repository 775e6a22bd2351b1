"""Positions in running text: a time span, and the words around it that name the job and who gave it."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from cscareer.documents.dates import Period, ends_open, every_period, find_period, find_periods, mentions_date
from cscareer.documents.document import Position
from cscareer.documents.headings import MOST_HEADING_WORDS, is_first, is_marked, same_style, section_of
from cscareer.documents.job_names import TITLE, title_among
from cscareer.documents.prose import WrittenLine, clean, unbullet
from cscareer.documents.told_positions import UNPAID, is_told, listed_positions, told_positions
from cscareer.errors import Problem

_SCHOOL = re.compile(
    r"\b(?:college|university|school|institute|academy|diploma|degree|bachelor(?:'?s)?|master(?:'?s)? of|associate of"
    r"|associate degree|ged|aas?|b\.?a\.?|b\.?s\.?|m\.?b\.?a\.?|ph\.?d\.?|coursework|certificate)\b",
    re.IGNORECASE,
)
_SPLIT = re.compile(
    r"\s+(?:at|@)\s+|\s+/(?:\s+|\Z)|\s*[|·•]\s*|\s+[-–—]+\s+|\s*[;,]\s+(?!then\b)|\t+|\s{2,}", re.IGNORECASE
)
_ASIDE = re.compile(
    r"\A(?:[0-9.]+\s?(?:hours?|hrs?)\b.*|(?:part|full)[ -]time.*|temp(?:orary)?|seasonal|contract(?:or)?|remote|hybrid"
    r"|on[ -]?site|nights?|evenings?|weekends?|freelance|permanent|[0-9.]+\s?(?:years?|yrs?|months?|mos?)\b.*)\Z",
    re.IGNORECASE,
)
_PLACE = re.compile(r"\A[A-Z][\w.'’ -]{1,30},\s{0,3}[A-Z]{2}(?:\s{1,3}[0-9]{5})?\Z")  # Columbus, OH
_SENTENCE = re.compile(r"(?<=[.!?;])\s+")
_LEADERS = re.compile(r"[ \t]*(?:\.[ \t]?){3,100}\Z")  # "Acme Dental ....... 2011 to present"
_BESIDE = " \t,;:|·•-–—*_\u200b"
_EDGE = f"{_BESIDE}()[]"
_LONGEST = 200  # characters; a longer line is prose
_MOST_WORDS = 14
_LEAD_IN = re.compile(
    r"\A\s*(?:before that|earlier|previously|formerly|now|today|currently|then)\s*[:,]\s*", re.IGNORECASE
)
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
    found = _positions(lines, name, in_items=False)
    return found if found.positions else _positions(lines, name, in_items=True)


def _positions(lines: Sequence[WrittenLine], name: str, *, in_items: bool) -> FoundPositions:
    """The positions outside lists; or, with `in_items`, those of a resume that is all one list."""
    written = _joined([line for line in lines if any(map(str.isalnum, line.text))])
    sections = [section_of(written, at) for at in range(len(written))]
    section: bool | None = None
    other_at: int | None = None  # where a section about something else began
    taken: set[int] = set()
    found: list[Position] = []
    unread: list[int] = []
    prose: list[WrittenLine] = []
    for at, line in enumerate(written):
        if (heading := sections[at]) is not None:
            section, other_at = heading, at if heading is False else None
        elif section is False and other_at is not None and same_style(line, written[other_at]):
            section = None  # the next section, whose heading says nothing we know
        elif section is not False and line.is_item <= in_items and len(line.text) <= _LONGEST:
            if listed := listed_positions(line):
                found += listed
                continue
            told = is_told(line.text) or _goes_on(prose, line)
            periods = [] if told else list(find_periods(line.text))
            position = _position(written, at, periods[0], sections, taken) if periods else None
            if position:
                spans = periods if len(periods) > 1 else [*periods, *list(every_period(line.text))[1:]]
                found += [
                    replace(position, start=each.start, end=each.end, current=each.current) for each in spans
                ]
            elif section and not periods and _looks_dated(line) and not told:
                unread.append(at)
            else:
                prose.append(line)
        elif section is not False and not line.is_item:
            prose.append(line)
    found += told_positions(prose)
    used = taken | {at for at in unread if any(near in taken for near in (at - 1, at, at + 1))}
    warnings = tuple(
        Problem(name, written[at].number, None, _UNREAD, _WRITE_DATES) for at in unread if at not in used
    )
    return FoundPositions(tuple(found), warnings)


def _goes_on(prose: Sequence[WrittenLine], line: WrittenLine) -> bool:
    """Whether a line goes on with the sentence that the line before it tells."""
    if not prose or prose[-1].number != line.number - 1 or not is_told(prose[-1].text):
        return False
    return line.text.strip()[:1].islower() and not prose[-1].text.rstrip().endswith(".")


def _looks_dated(line: WrittenLine) -> bool:
    """Whether a line of a section about work names a job and a date that is no span."""
    return (
        mentions_date(line.text)
        and len(line.text.split()) <= _MOST_WORDS
        and not line.text.rstrip().endswith(".")
        and not _SCHOOL.search(line.text)
    )


def _joined(lines: Sequence[WrittenLine]) -> list[WrittenLine]:
    """The lines, of which one that breaks off within a time span has the next one's beginning."""
    joined: list[WrittenLine] = []
    for line in lines:
        before = joined[-1] if joined else None
        if before and not line.is_item and before.number + 2 >= line.number and ends_open(before.text):
            whole = f"{before.text.rstrip()} {line.text.strip()}"
            periods = list(find_periods(whole))
            if periods and periods[0].begins < len(before.text.rstrip()) < periods[0].ends:
                joined[-1] = replace(before, text=whole)
                continue
        joined.append(line)
    return joined


def _position(
    written: Sequence[WrittenLine], at: int, period: Period, sections: Sequence[bool | None], taken: set[int]
) -> Position | None:
    """The position that the span in line `at` belongs to: its names stand in that line, before it, or after it."""
    line = written[at]
    rest = _beside(line.text, period)
    if rest.endswith(".") or len(rest.split()) > _MOST_WORDS:
        return None

    def usable(index: int, start: int) -> bool:
        return (
            0 <= index < len(written)
            and index not in taken
            and sections[index] is None
            and abs(index - start) <= 2  # noqa: PLR2004  lines around the span
            and _is_name(written[index])
        )

    names, used = _split(rest), [at]
    for step in (-1, 1):
        index = at + step
        if names or step < 0:
            while (
                0 <= index < len(written)
                and abs(index - at) <= 1
                and _PLACE.match(written[index].text.strip())
            ):
                used.append(index)
                index += step
        start = index - step
        while usable(index, start):
            if step > 0 and names and written[index].number > written[index - 1].number + 1:
                break  # behind an empty line the next job begins
            found = _split(written[index].text)
            if not _adds(written[index].text, found, names) and not (
                step < 0 and names and not rest and _opens_block(written, index)
            ):
                break
            names = [*found, *names] if step < 0 else [*names, *found]
            used.append(index)
            index += step
    taken.update(used)
    return _named(names, line, period) if names else None


def _beside(text: str, period: Period) -> str:
    """What a line says beside a span; behind one that it begins with, the first sentence at most."""
    before = _LEADERS.sub("", text[: period.begins].rstrip(_BESIDE))
    rest = f"{before}\t{text[period.ends :].strip(_BESIDE)}".strip(_BESIDE)
    if period.begins <= 2 and len(rest.split()) > _MOST_WORDS:  # noqa: PLR2004  "2008 – 2015: my own shop. I bought …"
        rest = _SENTENCE.split(rest)[0].rstrip(".")
    return rest if re.search(r"\w{3,} \w+ \w+ \w+\.\Z", rest) else re.sub(r"\s*\.\Z", "", rest)


def _named(names: Sequence[str], line: WrittenLine, period: Period) -> Position | None:
    """The position of these names, unless it was unpaid, a school's, or what an item of a list merely mentions."""
    title = title_among(names)
    if line.is_item and (len(names) == 1 or not TITLE.search(names[title])):
        return None
    together = " ".join(names)
    if UNPAID.search(together) or (_SCHOOL.search(together) and not any(map(TITLE.search, names))):
        return None
    organization = next((name for at, name in enumerate(names) if at != title), None)
    return Position(names[title], organization, period.start, period.end, period.current, line.number)


def _opens_block(written: Sequence[WrittenLine], at: int) -> bool:
    """Whether a short line stands first of a block and right before the next one: the title of a job of any name."""
    line = written[at]
    return (
        at + 1 < len(written)
        and written[at + 1].number == line.number + 1
        and is_first(written, at)
        and not is_marked(line)
        and not _PLACE.match(line.text.strip())
        and len(line.text.split()) <= MOST_HEADING_WORDS
    )


def _adds(text: str, found: Sequence[str], names: Sequence[str]) -> bool:
    """Whether a line beside the span gives what its names still lack: any at all, a title, or an organization."""
    if not names:
        return True
    first = found[:1]
    is_capitalized = all(
        word[:1].isupper() for word in re.findall(r"[^\W\d_]{4,}", first[0] if first else text)
    )
    if any(map(TITLE.search, names)):
        return len(names) == 1 and is_capitalized
    return bool(TITLE.search(text)) and is_capitalized


def _is_name(line: WrittenLine) -> bool:
    text = line.text.strip()
    return not (
        line.is_item
        or len(text) > _LONGEST
        or len(text.split()) > _MOST_WORDS
        or text.endswith((".", ":", "!", "?"))
        or find_period(text)
        or "@" in text
    )


def _split(text: str) -> list[str]:
    """The names in a line about a job, without brackets and without what is said aside, as the hours."""
    bare = re.sub(r"\([^()]{0,80}\)|\[[^\[\]]{0,80}\]", " ", unbullet(text))
    found = (clean(_LEAD_IN.sub("", part)).strip(_EDGE) for part in _SPLIT.split(bare))
    return [part for part in found if any(map(str.isalnum, part)) and not _ASIDE.match(part)]
