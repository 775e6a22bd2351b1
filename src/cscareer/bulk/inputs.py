"""The files that a bulk run reads: named, by a pattern, or in a folder."""

import os
from collections.abc import Collection, Iterator, Sequence
from enum import StrEnum
from glob import glob
from pathlib import Path
from typing import NamedTuple

from cscareer.catalog.reading import is_file, is_folder
from cscareer.errors import UnreadableError, UsageError


class Form(StrEnum):
    """How rows stand in a file."""

    TEXT = "text"
    JSONL = "jsonl"
    CSV = "csv"
    PARQUET = "parquet"
    DOCUMENT = "document"  # the whole file is one row


class Input(NamedTuple):
    """A file as it was named, and the form of its rows."""

    file: str
    form: Form


BAD_END = ".bad.jsonl"  # of what a run set aside, in its folder
_FORMS = {
    ".txt": Form.TEXT,
    ".jsonl": Form.JSONL,
    ".ndjson": Form.JSONL,
    ".csv": Form.CSV,
    ".parquet": Form.PARQUET,
    ".pq": Form.PARQUET,
}
_OTHERWISE = {
    ".gz": "Unpack it first: gunzip --keep FILE",
    ".json": "Write one object a line: jq -c '.[]' FILE.json > FILE.jsonl",
}


def find_inputs(
    said: Sequence[str], *, plain_text: bool, documents: Collection[str] = ()
) -> tuple[Input, ...]:
    """The files of names, patterns (`ads-*.jsonl`) and folders, each once, those of one name in alphabetical order.

    Args:
        said: what the person names.
        plain_text: whether a row may be a line of text.
        documents: how names of files end that are one row each, like a resume.

    Raises:
        UsageError: standard input is named, or a file of another kind.
        UnreadableError: there is no such file, or a folder has none to read.

    Example:
        >>> from pathlib import Path
        >>> Path("titles.txt").write_text("Call Center Rep")
        15
        >>> [Path(each.file).name for each in find_inputs(["titles.txt"], plain_text=True)]
        ['titles.txt']
    """
    forms = {end: form for end, form in _FORMS.items() if plain_text or form is not Form.TEXT}
    forms |= dict.fromkeys(documents, Form.DOCUMENT)
    return tuple(dict.fromkeys(each for name in said for each in _named(name, forms)))


def _named(said: str, forms: dict[str, Form]) -> Iterator[Input]:
    path = Path(said)
    if said in {"", "-"}:
        raise UsageError(
            "bulk reads files, which it cuts into parts; standard input can't be cut.",
            hint="Save it to a file, or stream it: `cscareer title -`, `posting --stream -`, `match --people -`.",
        )
    if is_folder(path):
        yield from _inside(path, forms)
        return
    files = [said] if os.path.lexists(path) else sorted(glob(said))  # noqa: PTH207  a pattern may begin at the root
    if not files:
        raise UnreadableError(
            f"There is no file {said}.", hint="Check the name; patterns like 'ads-*.jsonl' go too."
        )
    for file in files:
        end = Path(file).suffix.lower()
        if end not in forms:
            hint = _OTHERWISE.get(end, f"Files end in {_ends(forms)}.")
            raise UsageError(f"{file} is of no kind that is read here.", hint=hint)
        if os.path.exists(file) and not is_file(Path(file)):  # noqa: PTH110  a name too long is no error here
            raise UnreadableError(f"{file} is not a regular file.", hint="Save what it gives to a file.")
        yield Input(file, forms[end])


def _inside(folder: Path, forms: dict[str, Form]) -> Iterator[Input]:
    try:
        files = sorted(
            each
            for each in folder.iterdir()
            if each.suffix.lower() in forms and not each.name.endswith(BAD_END) and each.is_file()
        )
    except OSError as error:
        raise UnreadableError(f"{folder} can't be read: {error.strerror}.") from None
    tables = [each for each in files if forms[each.suffix.lower()] is not Form.DOCUMENT]
    files = tables or files  # what stands beside tables explains them
    if not files:
        raise UnreadableError(f"{folder} holds nothing to read.", hint=f"Files end in {_ends(forms)}.")
    yield from (Input(str(each), forms[each.suffix.lower()]) for each in files)


def _ends(forms: dict[str, Form]) -> str:
    return ", ".join(forms)
