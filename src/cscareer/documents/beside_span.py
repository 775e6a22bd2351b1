"""The position that a time span belongs to: the words beside, over and under it that name the job and who gave it."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from cscareer.documents.document import Position
from cscareer.documents.headings import MOST_HEADING_WORDS, is_first, is_marked
from cscareer.documents.job_names import (
    TITLE,
    is_clear,
    is_firm,
    is_place_of_work,
    is_title,
    names_job,
    title_among,
)
from cscareer.documents.names_in_line import (
    ABBREVIATED,
    AFTER,
    LONGEST_NAME,
    MOST_WORDS,
    PLACE,
    beside,
    is_name,
    split,
)
from cscareer.documents.periods import find_period
from cscareer.documents.prose import WrittenLine, unbullet
from cscareer.documents.spans import Period
from cscareer.documents.stages import Stage, staged
from cscareer.documents.told_words import NO_JOB, UNPAID
from cscareer.documents.words import Worded

SCHOOL = Worded(r"\b{schools}\b")
_DEGREE = Worded(r"\A{degrees}\b")  # "B.Tech" has the noun of a title in it
_MERELY_SINCE = re.compile(r"[(\[][^()\[\]]{0,80}\w\ssince\s[^()\[\]]{0,20}\Z", re.IGNORECASE)
_CLAUSE = re.compile(r"[.;(]\s")
_IN_BRACKETS = re.compile(r"\s?[(\[](?P<who>[A-Z][^()\[\]0-9]{2,60})[)\]]")
# Lines of forms that stand between the dates of a job and its title: "Hours per week: 40", "100 Main St".
_OF_FORM = Worded(r"\A\s{0,8}(?:{form-labels}\s?:\s|[0-9]{1,6}\s[\w.' ]{2,40}\b{street-words}\b\.?\s*\Z)")
_MOST_OF_FORM = 5
_LONGEST_PLAIN = 4  # words of a title in small letters
_LICENCE = Worded(r"\A{licence-beginnings}\b")
_CREDENTIAL = Worded(r"(?<!\w){credentials}(?!\w)")  # what somebody holds and has no job by
_PROFESSION = Worded(r"\b{licensed-professions}")


class NamesFound(NamedTuple):
    """The names about a job in their order, and the lines they stand in, counted from that of its dates."""

    names: tuple[str, ...]
    lines: tuple[int, ...]


class ResumePage(NamedTuple):
    """The lines of a resume, which open sections, which name one job after the other, and which a position has taken."""

    written: Sequence[WrittenLine]
    sections: Sequence[bool | None]
    stages: Sequence[Sequence[Stage]]
    taken: set[int]
    named: dict[int, NamesFound]
    is_person: bool = False  # whether the first line is the person's name
    dates_first: bool = False  # whether each job's dates stand alone over it

    def opens_next(self, at: int) -> bool:
        """Whether a line stands right over another one that holds a span and no more: it names the job of that one."""
        below = self.written[at + 1] if at + 1 < len(self.written) else None
        period = find_period(below.text) if below and below.number == self.written[at].number + 1 else None
        return below is not None and period is not None and not split(beside(below.text, period))

    def title_below(self, at: int, above: int) -> bool:
        """Whether the title of a job stands right below a line, and an empty line parts it from the one above."""
        below = at + 1
        return (
            self.written[above + 1].number > self.written[above].number + 1
            and below < len(self.written)
            and self.written[below].number == self.written[at].number + 1
            and self.sections[below] is None
            and (bool(self.stages[below]) or is_name(self.written[below]))
            and is_title(self.written[below].text)
        )


def positions_at(page: ResumePage, at: int, period: Period) -> list[Position]:
    """The position that the span in line `at` belongs to: its names stand in that line, before it, or after it.

    Several where one of those lines names one job after the other.
    """
    line = page.written[at]
    rest = beside(line.text, period)
    names, used = split(rest), [at]
    if (rest.endswith(".") and not ABBREVIATED.search(rest)) or _is_long(rest, names):
        return []
    for step in (1,) if page.dates_first and not names and not line.is_item else (-1, 1):
        first = at + step
        if names or step < 0:
            first = _behind_places(page.written, at, step, used)
        for index in _usable(page, first, step, numbered=not rest):
            written = page.written[index]
            if names and _is_of_other(page, at, index):
                break
            if page.stages[index] and names:
                page.taken.update([*used, index])
                around = Position("", None, period.start, period.end, period.current, line.number)
                return staged(page.stages[index], around, names[0], written.text, written.number)
            found = split(written.text)
            if not _adds(written.text, found, names) and not (
                step < 0 and _names_by_block(page.written, index, names, rest)
            ):
                break
            names = [*found, *names] if step < 0 else [*names, *found]
            used.append(index)
    page.taken.update(used)
    about = " ".join(page.written[index].text for index in used)
    named = _named(names, line, period, about) if names else None
    if named is None:
        return []
    page.named[line.number] = NamesFound(tuple(names), tuple(sorted(index - at for index in used)))
    return [named]


def in_one_order(page: ResumePage, positions: Sequence[Position]) -> list[Position]:
    """The positions, where the titles that aren't clear by their words stand where the clear ones of the same layout do."""
    places: dict[tuple[int, tuple[int, ...]], Counter[int]] = {}
    for names, lines in page.named.values():
        title = title_among(names)
        if len(names) > 1 and is_clear(names, title):
            places.setdefault((len(names), lines), Counter())[title] += 1
    return [_in_order(position, page.named.get(position.line), places) for position in positions]


def _in_order(
    position: Position, named: NamesFound | None, places: Mapping[tuple[int, tuple[int, ...]], Counter[int]]
) -> Position:
    usual = places.get((len(named.names), named.lines)) if named else None
    if named is None or usual is None or is_clear(named.names, title_among(named.names)):
        return position
    at = usual.most_common(1)[0][0]
    if position.title not in named.names or named.names[at] == position.title or is_firm(named.names[at]):
        return position
    other = next((name for index, name in enumerate(named.names) if index != at), None)
    return replace(position, title=named.names[at], organization=other)


def _is_of_other(page: ResumePage, at: int, index: int) -> bool:
    """Whether a line beside that of a span is the next job's, or what the person calls themselves."""
    if index < at:
        return page.title_below(
            at, index
        )  # what stands over an empty line is what the person calls themselves
    gap = (
        page.written[index].number > page.written[index - 1].number + 1
    )  # behind an empty line the next job begins
    return gap or page.opens_next(index)


def _is_long(rest: str, names: Sequence[str]) -> bool:
    """Whether what stands beside a span is prose, and not one name after the other."""
    words = sum(any(map(str.isalnum, word)) for word in rest.split())
    are_names = (
        len(names) > 1
        and any(map(is_title, names))
        and all(len(name.split()) <= LONGEST_NAME for name in names)
    )
    return words > (2 * MOST_WORDS if are_names else MOST_WORDS)


def _behind_places(written: Sequence[WrittenLine], at: int, step: int, used: list[int]) -> int:
    """The line next to a span's, but for those that merely say where the job was, or what a form asks beside."""
    index = at + step
    for _ in range(_MOST_OF_FORM):
        if not 0 <= index < len(written):
            break
        text = written[index].text.strip()
        if not (PLACE.match(text) or _OF_FORM.match(text)):
            break
        used.append(index)
        index += step
    return index


def _usable(page: ResumePage, index: int, step: int, *, numbered: bool) -> Iterator[int]:
    """The lines from one on that may name a job, no more than a few."""
    start = index - step
    while (
        0 <= index < len(page.written)
        and index not in page.taken
        and page.sections[index] is None
        and abs(index - start) <= 2  # noqa: PLR2004  lines around the span
        and not (step < 0 and index == 0 and page.is_person)
        and (
            bool(page.stages[index])
            or is_name(page.written[index], numbered=numbered)
            or (numbered and step < 0 and index == start - 1 and _heads_job(page.written[index]))
        )
    ):
        yield index
        index += step


def _heads_job(line: WrittenLine) -> bool:
    """Whether an item of a list names a job and who gave it, and nothing else: "▪ Call Center Agent at Verizon, Charlotte"."""
    names = split(line.text)
    return (
        len(names) > 1
        and is_name(replace(line, text=unbullet(line.text), listed=False))
        and all(name[:1].isupper() and len(name.split()) <= LONGEST_NAME for name in names)
        and TITLE.search(names[0]) is not None
        and len(names[0].split()) <= MOST_HEADING_WORDS
    )


def _names_by_block(written: Sequence[WrittenLine], index: int, names: Sequence[str], rest: str) -> bool:
    """Whether a line over a span names the job by opening its block, and nothing beside the span does."""
    return bool(names) and _opens_block(written, index) and not (rest and any(map(is_title, names)))


def _named(names: Sequence[str], line: WrittenLine, period: Period, about: str) -> Position | None:
    """The position of these names, unless it was unpaid, a school's, or what an item of a list merely mentions."""
    title = title_among(names)
    begins = len(unbullet(line.text)) - len(line.text) + period.begins <= 1
    is_prose = len(names[title].split()) > AFTER and not names_job(names[title]) and not begins
    if (_LICENCE.match(names[title]) and not _PROFESSION.search(names[title])) or is_prose:
        return None  # "Not so much as a sick day since 2019"
    if (
        names[title][:1].islower()
        and not names_job(names[title])
        and _MERELY_SINCE.search(line.text[: period.ends])
    ):
        return None  # "calls (none missed since 2015)"
    if line.is_item and not _is_job_in_list(names, title, line.text, period, begins=begins):
        return None
    together = " ".join(names)
    credential = _CREDENTIAL.search(together) and not any(map(names_job, names))
    if (
        credential
        or NO_JOB.search(together)
        or any(map(NO_JOB.search, _CLAUSE.split(beside(line.text, period))))
        or UNPAID.search(f"{together} {about}")
        or any(map(_DEGREE.match, names))
        or (SCHOOL.search(together) and not any(map(is_title, names)))
    ):
        return None
    said = names[title]
    part = names[title + 1] if title + 1 < len(names) else ""
    if is_place_of_work(part) and f"{said}, {part}" in line.text:  # "Team Lead, Customer Care"
        said, names = f"{said}, {part}", [*names[: title + 1], *names[title + 2 :]]
    organization = next((name for at, name in enumerate(names) if at != title), None)
    behind = _IN_BRACKETS.match(line.text.partition(names[title])[2])
    if organization is None and behind:  # "Cashier (Elm Market)"
        organization = behind["who"]
    return Position(said, organization, period.start, period.end, period.current, line.number, period.months)


def _is_job_in_list(names: Sequence[str], title: int, text: str, period: Period, *, begins: bool) -> bool:
    """Whether an item of a list is a job: it has a title's noun, or names and dates and nothing else."""
    if len(names) == 1 and not begins:  # "- Call Center Supervisor (Nov 2019 – Nov 2026): 18 agents, …"
        opens = unbullet(text).strip().startswith(names[title])
        parted = text[: period.begins].rstrip().endswith(("(", "[", ",", "|", "–", "—", "-"))
        return opens and parted and is_title(names[title]) and len(names[title].split()) <= _LONGEST_PLAIN
    at_edge = begins or len(text.rstrip()) - period.ends <= 1
    return TITLE.search(names[title]) is not None or (
        len(names) > 1
        and at_edge
        and len(text.split()) <= MOST_WORDS
        and all(name[:1].isupper() for name in names)
    )


def _opens_block(written: Sequence[WrittenLine], at: int) -> bool:
    """Whether a short line stands first of a block and right before the next one: the title of a job of any name."""
    line = written[at]
    return (
        at + 1 < len(written)
        and written[at + 1].number == line.number + 1
        and is_first(written, at)
        and not is_marked(line)
        and not PLACE.match(line.text.strip())
        and len(line.text.split()) <= MOST_HEADING_WORDS
    )


def _adds(text: str, found: Sequence[str], names: Sequence[str]) -> bool:
    """Whether a line beside the span gives what its names still lack: any at all, a title, or an organization."""
    if not names:
        return True
    first = found[:1]
    is_capitalized = all(
        word[:1].isupper() or word == "then"
        for word in re.findall(r"[^\W\d_]{4,}", first[0] if first else text)
    )
    if any(map(is_title, names)):
        return len(names) == 1 and is_capitalized
    is_short = len(names) == 1 and len(text.split()) <= MOST_HEADING_WORDS
    is_plain_title = bool(found) and is_title(found[0]) and len(found[0].split()) <= _LONGEST_PLAIN
    return is_plain_title or (is_capitalized and (names_job(text) or is_short))
