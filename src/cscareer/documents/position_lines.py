"""Lines of a resume put together before jobs are looked for in them: spans in two lines, months below their year."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from cscareer.documents.dates import NAME, YEAR, date_at, mentions_date, read_date
from cscareer.documents.layout import is_page
from cscareer.documents.periods import find_period, find_periods
from cscareer.documents.prose import WrittenLine
from cscareer.documents.spans import ends_open

_QUESTION = re.compile(r"\A\s*(?:q|question)[:.][^?]{1,200}\?\s*(?:a|answer)[:.]\s*", re.IGNORECASE)
_YEAR_ALONE = re.compile(rf"\W{{0,6}}(?P<year>{YEAR})\W{{0,6}}")
_MONTHS_ALONE = re.compile(rf"\b{NAME}\.?\s?(?:-|–|—|to|through)\s?{NAME}\b\.?", re.IGNORECASE)


def put_together(lines: Iterable[WrittenLine]) -> list[WrittenLine]:
    """The lines in which jobs are looked for: without those that say nothing, each with the dates that stand around it."""
    telling = (line for line in lines if any(map(str.isalnum, line.text)) and not is_page(line.text))
    return _joined(_two_dates(_under_years(_answered(line) for line in telling)))


def _answered(line: WrittenLine) -> WrittenLine:
    """A line without the question that it answers: "Q: And before? A: A clerk, 2017 to 2021"."""
    return replace(line, text=_QUESTION.sub("", line.text)) if "?" in line.text else line


def _under_years(lines: Iterable[WrittenLine]) -> Iterator[WrittenLine]:
    """The lines, of which months below a year that stands alone have that year: "2021", and then "March – May"."""
    year = ""
    for line in lines:
        if alone := _YEAR_ALONE.fullmatch(line.text):
            year = alone["year"]
        elif year and (months := _MONTHS_ALONE.search(line.text)) and not mentions_date(line.text):
            at = months.end()
            yield replace(line, text=f"{line.text[:at]} {year}{line.text[at:]}")
            continue
        yield line


def _two_dates(lines: Iterable[WrittenLine]) -> list[WrittenLine]:
    """The lines, of which a month alone that a later one follows begins a span with it: a cell with a line for each."""
    put: list[WrittenLine] = []
    for line in lines:
        before = put[-1] if put else None
        start = read_date(before.text) if before and before.number + 1 >= line.number else None
        end = date_at(line.text.strip()) if start and start.month and not find_period(line.text) else None
        if before and start and end and end.month and (start.year, start.month or 1) <= (end.year, end.month):
            put[-1] = replace(line, text=f"{before.text.strip()} – {line.text.strip()}")
        else:
            put.append(line)
    return put


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
