"""Jobs that a list names each with the one year in which it began: "2020   Customer service manager, Publix"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from cscareer.documents.dates import YEAR
from cscareer.documents.document import Month, Position
from cscareer.documents.job_names import TITLE, title_among
from cscareer.documents.names_in_line import LONGEST, split
from cscareer.documents.prose import WrittenLine, unbullet
from cscareer.documents.told_time import end_told

_LEAST = 2  # such lines
_BEGUN = re.compile(rf"\A\W{{0,4}}(?P<year>{YEAR})(?:\s?[:–—-]\s?|\s{{1,20}})(?P<rest>[^\W\d].{{2,150}})\Z")


def year_by_year(lines: Sequence[WrittenLine]) -> list[Position]:
    """The positions of lines that each name a year and a job, one after the other: each ends where the next one begins.

    The last goes on, unless a line says when it was left.
    """
    begun = list(_begun(lines))
    years = [each.start.year for each in begun if each.start]
    if len(begun) < _LEAST or years not in (sorted(years), sorted(years, reverse=True)):
        return []
    if years[0] > years[-1]:
        begun.reverse()
    ended = [replace(each, end=after.start) for each, after in pairwise(begun)]
    left = next(filter(None, (end_told(line.text) for line in lines if len(line.text) <= LONGEST)), None)
    last = replace(begun[-1], end=left, current=left is None)
    return [last, *reversed(ended)]


def _begun(lines: Sequence[WrittenLine]) -> Iterator[Position]:
    for line in lines:
        found = _BEGUN.match(unbullet(line.text)) if len(line.text) <= LONGEST else None
        names = split(found["rest"]) if found else []
        if found and names and any(map(TITLE.search, names)):
            title = title_among(names)
            other = next((name for at, name in enumerate(names) if at != title), None)
            yield Position(names[title], other, Month(int(found["year"])), None, False, line.number)  # noqa: FBT003  a field
