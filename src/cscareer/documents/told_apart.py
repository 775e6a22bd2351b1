"""Jobs whose beginning one sentence tells and whose end another."""

from collections.abc import Iterator, Sequence

from cscareer.documents.dates import DIGIT, date_at
from cscareer.documents.document import Position
from cscareer.documents.prose import clean
from cscareer.documents.spans import every_period
from cscareer.documents.told_time import end_told
from cscareer.documents.told_words import AS, UNPAID, WAS_WITH

_MOST_LATER = 6  # sentences within which one says when the job of another ended
_EDGE = " \t,;:|·•-–—*_()[]"


def told_apart(sentences: Sequence[tuple[str, int]]) -> Iterator[Position]:
    """The jobs whose beginning one sentence tells and whose end a later one: "I was with Acme from 2014. … I left in September 2019."."""
    for at, (sentence, line) in enumerate(sentences):
        began = WAS_WITH.search(sentence) if DIGIT.search(sentence) else None
        start = date_at(sentence[began.end() :]) if began else None
        if not (began and start) or UNPAID.search(sentence) or every_period(sentence) or end_told(sentence):
            continue
        title = ""
        for later, _ in sentences[at + 1 : at + 1 + _MOST_LATER]:
            named = None if title else AS.search(later)
            title = clean(named["title"]).strip(_EDGE) if named else title
            if WAS_WITH.search(later):
                break
            end = end_told(later)
            if end and (end.year, end.month or 0) > (start.year, start.month or 0):
                yield Position(title or began["firm"], began["firm"], start, end, False, line)  # noqa: FBT003  a field
                break
