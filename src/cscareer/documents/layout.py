"""Lines as a page sets them: two columns side by side, cells that rows of dots part, headings of tables."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from cscareer.catalog.number_words import NUMBER_WORDS
from cscareer.documents.dates import DATE, DIGIT, NAME, NOW, SHORT, YEAR, may_hold_date
from cscareer.documents.headings import names_section
from cscareer.documents.job_names import is_title, names_job
from cscareer.documents.names_in_line import LONGEST, MOST_WORDS, beside, split
from cscareer.documents.periods import find_period
from cscareer.documents.prose import WrittenLine

_LEADERS = re.compile(r"(?<![0-9])[ \t]?\.{4,100}[ \t]?|[ \t]?\.{4,100}[ \t]?(?![0-9])")
# "Service AdvisorJan 2021 - Present", "Cashier2018 - 2020"
_SQUEEZED = re.compile(
    rf"(?<=[a-z)])(?=(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{{0,6}}\.?\s{YEAR}|{YEAR}\s?[–—-]\s?(?:{YEAR}|[Pp]resent|[Cc]urrent))"
)
_MONTH_YEAR = rf"{NAME}\.?\s{YEAR}"
_SIDE_BY_SIDE = re.compile(
    rf"\b({_MONTH_YEAR})\s{{1,3}}({_MONTH_YEAR}|present|current)(?=\s{{0,9}}\Z)", re.IGNORECASE
)
_ENDS = "0123456789tT"  # of "JAN 2021 PRESENT"
_BARE = re.compile(r",[\w'’][^,]{2,20},")
_OF_CSV = re.compile(rf",(?:{DATE}|{SHORT}),(?:{NOW}|{DATE}|{SHORT})(?=,|\s{{0,9}}\Z)", re.IGNORECASE)
_HYPHENED = re.compile(
    rf"[a-z]-{YEAR}-(?:{YEAR}|[Pp]resent|[Nn]ow)\s{{0,9}}\Z"
)  # "Bartender-Ruby Tuesday-2014-2019"
_SHORT_YEARS = re.compile(
    r"(?<=[–—|,\t( -])(?P<start>[012][0-9])\s?[–—-]\s?(?P<end>[012][0-9]|now|present|current)\)?\s{0,9}\Z",
    re.IGNORECASE,
)
_TWO_CELLS = re.compile(r"\A(?P<left>\S(?:[^\n]{0,38}?\S)?)\s{3,60}(?P<right>\S[^\n]{0,40})\Z")
_DATE_LEFT = re.compile(rf"\A\s{{0,12}}(?P<start>{DATE}|{SHORT})(?:\s{{2,40}}|\t)(?=\S)", re.IGNORECASE)
_END_LEFT = re.compile(
    rf"\A\s{{0,20}}(?:[-–—]|to|till|until|through)\s{{0,3}}(?P<end>{NOW}|{DATE}|{SHORT})(?:\s{{2,40}}|\t|\s{{0,40}}\Z)",
    re.IGNORECASE,
)
_HEAD = re.compile(r"\A(?P<head>[^\n]{10,160}?[)0-9a-z])(?:\.|:|\s[–—-])\s+(?=[A-Z0-9])")
_OPENING = 12  # characters, within which a span that opens a line has a digit
_LONGEST_SPAN = 60  # characters
_MOST_NAMES = 2  # short sentences: who gave a job, and what it was
_STOP = re.compile(r"[)\]]?[.:]\s+")
_NAME = re.compile(r"[A-Z][^\s.!?]{0,30}(?:\s[^\s.!?]{1,30}){0,6}\.(?:\s+|\Z)")
_ANYONE = re.compile(r"\b(?:I|my|me|we|our|they)\b")
_LEAST_BELOW = 2  # lines that two headings side by side stand over
_PAGE = re.compile(r"\W*page\s[0-9]{1,3}(?:\s(?:of|/)\s[0-9]{1,3})?\W*", re.IGNORECASE)
_ONES = "one|two|three|four|five|six|seven|eight|nine"
_SPELLED = re.compile(  # a month may stand before it, and what is counted behind it is no year
    r"\b(?P<lead>(?:since|from|in|until|till|to|through)\s(?:[a-z]{3,9}\s)?(?:of\s)?)(?P<century>two\sthousand(?:\sand)?|twenty|nineteen)[\s-]"
    rf"(?:(?P<tens>(?:twen|thir|for|fif|six|seven|eigh|nine)ty)(?:[\s-](?P<ones>{_ONES}))?"
    rf"|(?P<alone>ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|{_ONES}))\b"
    r"(?!\s(?:customers?|people|calls?|agents?|percent|dollars|hours?|years?|months?|days?|minutes?))",
    re.IGNORECASE,
)


def parted(lines: Iterable[WrittenLine]) -> list[WrittenLine]:
    """The lines, with a tab for each row of dots, of two columns the left one first, and each span of a column of dates in one piece."""
    return list(_headed(_hanging(_columns([_spaced(line) for line in lines]))))


def is_page(text: str) -> bool:
    """Whether a line merely counts the page: "Page 1 of 2"."""
    return len(text) <= _LONGEST_SPAN and _PAGE.fullmatch(text) is not None


def with_centuries(lines: Sequence[WrittenLine]) -> list[WrittenLine]:
    """The lines, with whole years where several lines that name a job end with years of two digits: "Teller - PNC - 18-22"; else none."""
    short = [
        _SHORT_YEARS.search(line.text) if len(line.text) <= LONGEST and names_job(line.text) else None
        for line in lines
    ]
    if sum(map(bool, short)) < 2:  # noqa: PLR2004  one may be anything
        return []
    return [
        replace(line, text=f"{line.text[: years.start()]}20{years['start']} – {_whole(years['end'])}")
        if years
        else line
        for line, years in zip(lines, short, strict=True)
    ]


def with_figures(lines: Iterable[WrittenLine]) -> list[WrittenLine]:
    """The lines, with the years that they spell out in figures: "since two thousand fourteen", "in twenty nineteen"."""
    return [
        replace(line, text=_SPELLED.sub(_in_figures, line.text)) if _spells(line.text) else line
        for line in lines
    ]


def _spells(text: str) -> bool:
    folded = text.casefold()
    return "thousand" in folded or "twenty" in folded or "nineteen" in folded


def _in_figures(spelled: re.Match[str]) -> str:
    tens, ones, alone = (
        spelled[name].casefold() if spelled[name] else "" for name in ("tens", "ones", "alone")
    )
    behind = NUMBER_WORDS[alone] if alone else NUMBER_WORDS[tens] + (NUMBER_WORDS[ones] if ones else 0)
    if not tens and behind < 10 and "thousand" not in spelled["century"].casefold():  # noqa: PLR2004  "in twenty two"
        return spelled[0]
    century = 1900 if spelled["century"].casefold() == "nineteen" else 2000
    return f"{spelled['lead']}{century + behind}"


def dates_first(written: Sequence[WrittenLine], sections: Sequence[bool | None]) -> bool:
    """Whether the first span right below a heading of work stands alone there: each job's dates stand over it."""
    below = (at for at in range(1, len(written)) if sections[at - 1] and sections[at] is None)
    first = next(((at, period) for at in below if (period := find_period(written[at].text))), None)
    return first is not None and not split(beside(written[first[0]].text, first[1]))


def _whole(end: str) -> str:
    return f"20{end}" if end.isdecimal() else end


def _hanging(lines: Iterable[WrittenLine]) -> Iterator[WrittenLine]:
    """The lines, of which one that begins with a date has the end that stands below it: "Apr 2024   Lead", and then "to now   Acme"."""
    before: WrittenLine | None = None
    for line in lines:
        start = _DATE_LEFT.match(before.text) if before else None
        end = _END_LEFT.match(line.text) if start else None
        if before and start and end and before.number + 1 == line.number and not find_period(before.text):
            yield replace(before, text=f"{start['start']} – {end['end']}\t{before.text[start.end() :]}")
            rest = line.text[end.end() :]
            before = replace(line, text=rest) if rest.strip() else None
            continue
        if before:
            yield before
        before = line
    if before:
        yield before


def _headed(lines: Iterable[WrittenLine]) -> Iterator[WrittenLine]:
    """The lines, of which a paragraph that a job and its time open is two: "Clerk, Acme, Elm Hill (May 2019 on). I …"."""
    for line in lines:
        end = 0 if line.is_item else _end_of_head(line.text)
        if end:
            yield replace(line, text=line.text[:end].rstrip(" .:–—-"))
            yield replace(line, text=line.text[end:])
        else:
            yield line


def _end_of_head(text: str) -> int:
    """Where the paragraph goes on that a job and its time open: "Clerk, Acme (May 2019 on). I …", "2003 to 2011. Acme. Clerk. I …"."""
    if len(text.split(maxsplit=MOST_WORDS)) <= MOST_WORDS:
        return 0
    if len(text) > LONGEST and (head := _HEAD.match(text)):
        period = find_period(head["head"])
        alone = period and not head["head"][period.ends :].strip(" )].*_")
        if alone and is_title(head["head"]) and not _ANYONE.search(head["head"]):
            return head.end()
    opening = find_period(text[:_LONGEST_SPAN]) if DIGIT.search(text, 0, _OPENING) else None
    if opening is None or opening.begins > 1 or not (stop := _STOP.match(text, opening.ends)):
        return 0
    end = stop.end()
    for _ in range(_MOST_NAMES):
        name = _NAME.match(text, end)
        if name is None or _ANYONE.search(name[0]):
            break
        end = name.end()
        if names_job(name[0]):
            break
    return end if end > stop.end() else 0


def _spaced(line: WrittenLine) -> WrittenLine:
    text = _LEADERS.sub("\t", line.text) if "...." in line.text else line.text
    if may_hold_date(text):
        text = _SQUEEZED.sub("\t", text)
        if text.rstrip()[-1:] in _ENDS:
            text = _SIDE_BY_SIDE.sub(r"\1 – \2", text)
        text = text.replace(",", "\t") if _BARE.search(text) and _OF_CSV.search(text) else text
        text = re.sub(r"(?<=[a-z])-(?=[A-Z0-9])", "\t", text) if _HYPHENED.search(text) else text
    return line if text == line.text else replace(line, text=text)


def _columns(lines: Sequence[WrittenLine]) -> Iterator[WrittenLine]:
    """The lines; below two headings side by side ("SKILLS            EXPERIENCE") those of the left column first."""
    at = 0
    while at < len(lines):
        edge = _edge(lines[at].text)
        end = at + 1
        while edge and end < len(lines) and _keeps(lines[end].text, edge):
            end += 1
        if edge and end - at > _LEAST_BELOW:
            cut = lines[at:end]
            yield from (replace(line, text=line.text[:edge].rstrip()) for line in cut)
            yield from (replace(line, text=line.text[edge:]) for line in cut)
        else:
            yield from lines[at:end]
        at = end


def _edge(text: str) -> int:
    """Where the right one of two headings in a line begins; 0 where no two stand in it."""
    cells = _TWO_CELLS.match(text) if "   " in text else None
    if cells and names_section(cells["left"].strip(": ")) and names_section(cells["right"].strip(": ")):
        return cells.start("right")
    return 0


def _keeps(text: str, edge: int) -> bool:
    """Whether nothing in a line stands across the gap before a column."""
    return len(text) <= edge or text[edge - 1].isspace()
