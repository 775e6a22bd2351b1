"""Many job ads, one JSON object a line: read one after the other, whatever is wrong with some of them.

A line is schema.org's JobPosting, or a job board's record with "title" and "description".
"""

from collections.abc import Iterator
from typing import BinaryIO

from cscareer.catalog.reading import RefusedError
from cscareer.documents import json_reader
from cscareer.documents.ads import of_record
from cscareer.documents.json_lines import BadLineError, line_text, numbered_lines
from cscareer.errors import CareerError, Problem
from cscareer.jobs.ad import Ad

_EXPECTED = 'Expected an object with "title" and "description", or a schema.org JobPosting.'
_HINTS = {
    "is UTF-16": "Save it as UTF-8.",
    "is compressed": "Unpack it first: zcat FILE | cscareer posting --stream -",
}


def read_ad_lines(stream: BinaryIO, name: str) -> Iterator[tuple[int, Ad] | Problem]:
    """The ad of each line with its number, or what is wrong with it; empty lines are passed over. Holds one line at a time.

    Raises:
        UnreadableError: the stream breaks off, or isn't text of this kind at all.
    """
    for number, content in numbered_lines(stream, name):
        try:
            text = line_text(content, name, _HINTS, first=number == 1)
            if text.strip():
                yield number, _ad(text, name)
        except BadLineError as bad:
            yield Problem(name, number, bad.field, bad.message, bad.hint)


def _ad(text: str, name: str) -> Ad:
    try:
        value, _ = json_reader.parse(text)
    except RefusedError as refused:
        message = f"{refused.message[:1].upper()}{refused.message[1:]}."
        raise BadLineError(message, hint=refused.hint or "Each line is one JSON object.") from None
    if not isinstance(value, dict):
        raise BadLineError(_EXPECTED, hint="`jq -c '.[]'` turns a list into lines.")
    try:
        return of_record(value, name)
    except CareerError as error:
        raise BadLineError(
            error.problems[0].message if error.problems else error.message, hint=error.hint
        ) from None
