"""Jobs told in fields: "Position: …", "Employer: …", "From: …", "To: …", in any order, one a line or several in one."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Literal, NamedTuple

from cscareer.documents.dates import is_now, read_date
from cscareer.documents.document import Position
from cscareer.documents.job_names import is_title
from cscareer.documents.periods import find_period
from cscareer.documents.prose import WrittenLine, clean, unbullet
from cscareer.documents.told_words import UNPAID
from cscareer.documents.words import Worded, remembered

_Kind = Literal["title", "employer", "dates", "start", "end", "other"]
_NAMES: dict[_Kind, Worded] = {
    "title": Worded("{field-title}"),
    "employer": Worded("{field-employer}"),
    "dates": Worded("{field-dates}"),
    "start": Worded("{field-start}"),
    "end": Worded("{field-end}"),
}
_FIELD = re.compile(
    r"\A\W{0,6}(?P<key>[A-Za-z][A-Za-z /()#0-9]{0,29}?)[\"'*_]{0,3}\s{0,3}[:=]\s{0,12}(?P<value>\S.*)\Z"
)
_ROW = re.compile(  # of a table of two columns
    r"\A\s{0,8}\|\s{0,8}(?P<key>[A-Za-z][A-Za-z /]{0,29}?)[ *_:]{0,8}\|\s{0,8}(?P<value>[^|\s][^|]{0,200})\|?\s*\Z"
)
_COLUMN = re.compile(  # of a form whose fields stand in two columns: "Dates   02/2021 → Present"
    r"\A\s{0,8}(?P<key>[A-Za-z][A-Za-z /()–-]{2,39}?)(?:\t|\s{2,})\s{0,40}(?P<value>\S.*)\Z"
)
_OF_FORMS = Worded("{fields-unread}")
_COLUMN_HEADS = Worded("{column-heads}")
_SEVERAL = re.compile(
    r"\s*[|;]\s+|\t+|\s{2,}|,?\s+(?=(?:To|Until|End|End date|End Date|Ended|Left|Title|Position|Employer|Company|Dates)\s?[:=])"
)
_QUOTES = " \t\"'`,*_"
_LONGEST = 200
_MOST_APART = 2  # lines from one field to the next


class _Field(NamedTuple):
    kind: _Kind
    value: str
    at: int


def _kind_of(key: str) -> _Kind | None:
    """What a field of this name states."""
    words = " ".join(key.casefold().split())
    return next((kind for kind, names in _NAMES.items() if names.fullmatch(words)), None)


def _kind_in_columns(key: str) -> _Kind | None:
    """What a field of a form in two columns states; None where its name is no such field's."""
    words = " ".join(key.casefold().split())
    if _OF_FORMS.fullmatch(words):
        return "other"
    return _kind_of(words) if len(words.split()) > 1 or _COLUMN_HEADS.fullmatch(words) else None


class LabelledJob(NamedTuple):
    """A job, and the places of the lines that tell it."""

    position: Position
    lines: frozenset[int]


def labelled_jobs(written: Sequence[WrittenLine], usable: Iterable[int]) -> Iterator[LabelledJob]:
    """The jobs that fields tell, of the lines at these places."""
    block: list[_Field] = []
    told: set[_Kind] = set()  # by the block; one of ten thousand fields isn't looked through for each of them
    for at in usable:
        fields = [_Field(kind, value, at) for kind, value in _fields(written[at].text)]
        near = bool(block) and written[at].number - written[block[-1].at].number <= _MOST_APART
        kinds = {each.kind for each in fields if each.kind != "other"}
        if block and (not fields or not near or kinds & told):
            yield from _job(written, block)
            block, told = [], set()
        block += fields
        told |= kinds
    yield from _job(written, block)


@remembered
def _fields(text: str) -> Sequence[tuple[_Kind, str]]:
    """The kinds and values of the fields of a line; none where a part of it is no field."""
    if row := _ROW.match(text):
        kind = _kind_of(row["key"])
        return [(kind, clean(row["value"]).strip(_QUOTES))] if kind else []
    if (
        len(text) <= _LONGEST
        and (column := _COLUMN.match(text))
        and (kind := _kind_in_columns(column["key"]))
    ):
        return [(kind, clean(column["value"]).strip(_QUOTES))]
    if len(text) > _LONGEST or not (":" in text or "=" in text):
        return []
    whole = _FIELD.match(unbullet(text).strip())
    if whole is None:
        return []
    found = [_FIELD.match(part) for part in _SEVERAL.split(unbullet(text).strip()) if part.strip()]
    matches = [each for each in found if each] if all(found) else [whole]
    return [
        (
            _kind_of(each["key"]) or "other",
            clean(each["value"]).strip(_QUOTES),
        )
        for each in matches
    ]


def _job(written: Sequence[WrittenLine], block: Sequence[_Field]) -> Iterator[LabelledJob]:
    said = {field.kind: field.value for field in reversed(block)}
    title, employer = said.get("title"), said.get("employer")
    lines = {field.at for field in block}
    if not block or not {"dates", "start"} & set(said):
        return
    above = block[0].at - 1
    if (
        not title
        and above >= 0
        and written[block[0].at].number - written[above].number == 1
        and is_title(written[above].text)
    ):
        title = clean(unbullet(written[above].text)).strip(_QUOTES)
        lines.add(above)
    name = title or employer
    if not name or find_period(name) or UNPAID.search(" ".join((name, employer or ""))):
        return
    line = written[next((field.at for field in block if field.kind == "title"), block[0].at)].number
    position = _dated(Position(name, employer if title else None, None, None, current=False, line=line), said)
    if position:
        yield LabelledJob(position, frozenset(lines))


def _dated(position: Position, said: dict[_Kind, str]) -> Position | None:
    """The position with its dates, from one field or from two."""
    whole = said.get("dates") or (
        said["start"]
        if find_period(said["start"]) and not ("end" in said and read_date(said["start"]))
        else f"{said['start']} – {said.get('end') or 'present'}"
    )
    if "dates" in said and "end" in said and (start := read_date(said["dates"])):
        end = read_date(said["end"])
        return (
            replace(position, start=start, end=end, current=is_now(said["end"]))
            if end or is_now(said["end"])
            else None
        )
    if period := find_period(whole):
        return replace(
            position, start=period.start, end=period.end, current=period.current, months=period.months
        )
    return None
