"""Many job ads, one JSON object a line: read one after the other, whatever is wrong with some of them.

A line is schema.org's JobPosting, or a job board's record with "title" and "description".
"""

from collections.abc import Iterator
from typing import BinaryIO

from cscareer.documents.ads import of_record
from cscareer.documents.json_lines import BadLineError, object_of, read_lines
from cscareer.errors import CareerError, Problem
from cscareer.jobs.ad import Ad

_EXPECTED = 'Expected an object with "title" and "description", or a schema.org JobPosting.'
_HINTS = {
    "is UTF-16": "Save it as UTF-8.",
    "is compressed": "Unpack it first: zcat FILE | cscareer posting --stream -",
}


def read_ad_lines(stream: BinaryIO, name: str, *, first: int = 1) -> Iterator[tuple[int, Ad] | Problem]:
    """The ad of each line with its number, or what is wrong with it; empty lines are passed over. Holds one line at a time.

    `first` is the number of the first line.

    Raises:
        UnreadableError: the stream breaks off, or isn't text of this kind at all.
    """
    return read_lines(stream, name, _HINTS, lambda text, number: (number, _ad(text, name)), first=first)


def _ad(text: str, name: str) -> Ad:
    value, _ = object_of(text, _EXPECTED)
    try:
        return of_record(value, name)
    except CareerError as error:
        raise BadLineError(
            error.problems[0].message if error.problems else error.message, hint=error.hint
        ) from None
