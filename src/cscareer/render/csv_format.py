"""An answer as CSV: raw values, one row per item, nested keys joined with a dot, lists with `; `."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin

from pydantic import BaseModel

from cscareer.catalog.answer import Answer
from cscareer.render.csv_columns import columns_for
from cscareer.render.text import scrub

Column = tuple[str, ...]  # the names of a field and of the fields it lies in

_SPELLS_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_NOT_IN_ROWS = {"schema_", "layers", "sources"}  # of an answer that is its own row


def draw_csv(answer: Answer, *, wide: bool = False) -> str:
    """The rows of an answer; the header depends on its type alone, so that it is there even with no rows.

    A sheet has a dozen columns at most, named as a person would; `wide` has every value of the JSON.
    """
    chosen = None if wide else columns_for(answer.schema_name())
    if chosen is not None:
        return tidy_header(chosen) + tidy_rows(
            _items(answer, answer.rows)[1] if answer.rows else [answer], chosen, answer
        )
    if answer.rows:
        item_type, items = _items(answer, answer.rows)
        skipped: set[str] = set()
    else:
        item_type, items, skipped = type(answer), [answer], _NOT_IN_ROWS
    columns = [column for column in columns_of(item_type) if column[0] not in skipped]
    lead = _role_columns(answer)
    paths = [*[f"^{name}" for name in lead], *map(".".join, columns)]
    return tidy_header([(path.removeprefix("^"), path) for path in paths]) + tidy_rows(
        items, [(path, path) for path in paths], answer
    )


def _role_columns(answer: Answer) -> list[str]:
    """The role that all rows are about, where the tidy sheet takes it from the answer too."""
    chosen = columns_for(answer.schema_name()) or ()
    model = (
        _nested_model(type(answer).model_fields["role"].annotation)
        if ("role", "^role.title") in chosen
        else None
    )
    return [] if model is None else [".".join(("role", *column)) for column in columns_of(model)]


def tidy_header(chosen: Sequence[tuple[str, str]]) -> str:
    """The line that names chosen columns."""
    return _written([[name for name, _ in chosen]])


def tidy_rows(
    items: Iterable[BaseModel], chosen: Sequence[tuple[str, str]], answer: BaseModel | None = None
) -> str:
    """A line for each item, of chosen columns; a path that begins with `^` leads through the answer."""
    return _written(
        [
            _cell(_value(answer if path[0] == "^" else item, tuple(path.removeprefix("^").split("."))))
            for _, path in chosen
        ]
        for item in items
    )


def header_line(columns: Sequence[Column]) -> str:
    """The line that names the columns."""
    return _written([[".".join(column) for column in columns]])


def rows_text(items: Iterable[BaseModel], columns: Sequence[Column]) -> str:
    """A line for each item."""
    return _written([_cell(_value(item, column)) for column in columns] for item in items)


def _written(rows: Iterable[Sequence[Any]]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows(rows)
    return out.getvalue()


def _items(answer: Answer, path: str) -> tuple[type[BaseModel], list[Any]]:
    """The items of the list at a path, each with the list's type; a dot leads into the items of a list."""
    item_type: type[BaseModel] = type(answer)
    items: list[Any] = [answer]
    for name in path.split("."):
        item_type = get_args(item_type.model_fields[name].annotation)[0]
        items = [inner for item in items for inner in getattr(item, name)]
    return item_type, items


def columns_of(model: type[BaseModel]) -> Iterator[Column]:
    """The fields of a model, those of models within it too."""
    for name, info in model.model_fields.items():
        if info.exclude:  # no part of the JSON either
            continue
        nested = _nested_model(info.annotation)
        if nested is None:
            yield (name,)
        else:
            yield from ((name, *rest) for rest in columns_of(nested))


def _nested_model(annotation: Any) -> type[BaseModel] | None:  # noqa: ANN401  any annotation
    choices = get_args(annotation) if get_origin(annotation) in {Union, UnionType} else (annotation,)
    for choice in choices:
        if choice is not NoneType and isinstance(choice, type) and issubclass(choice, BaseModel):
            return choice
    return None


def _value(item: Any, column: tuple[str, ...]) -> Any:  # noqa: ANN401  any field
    for name in column:
        item = getattr(item, name, None)
    return item


def _cell(value: Any) -> Any:  # noqa: ANN401  any field
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, tuple):
        value = "; ".join(_listed(item) for item in value)
    if isinstance(value, str):
        return ("'" if value.startswith(_SPELLS_FORMULA) else "") + scrub(value)
    return value


def _listed(item: Any) -> str:  # noqa: ANN401  an item of a list: text, or a record known by its first field
    if isinstance(item, BaseModel):
        return str(getattr(item, next(iter(type(item).model_fields))))
    return str(item)
