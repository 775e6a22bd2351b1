"""Answered lines as Parquet: the columns are the keys of the lines' form, nested as they are there."""

import json
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import islice
from typing import Any

from cscareer.bulk.placed_file import PlacedFile
from cscareer.catalog.models import Model

_ROWS_AT_A_TIME = 5_000  # of a row group
_PLAIN = {"string": "string", "integer": "int64", "number": "float64", "boolean": "bool"}


def write_parquet(lines: Iterable[str], model: type[Model], placed: PlacedFile) -> int:
    """Writes lines of JSON of a form as Parquet; returns how many there were."""
    import pyarrow as pa
    from pyarrow import parquet

    schema = _schema_of(model)
    written = 0
    with parquet.ParquetWriter(pa.PythonFile(placed, mode="w"), schema, compression="zstd") as writer:
        for rows in _batches(lines):
            writer.write_table(pa.Table.from_pylist(rows, schema))
            written += len(rows)
    return written


@cache
def _schema_of(model: type[Model]) -> Any:  # noqa: ANN401  pyarrow has no types
    """The columns of a form, made once for all the parts that a worker does."""
    import pyarrow as pa

    root = model.model_json_schema(mode="serialization", by_alias=True)
    return pa.schema(_fields(root, root))


def _batches(lines: Iterable[str]) -> Iterator[list[Any]]:
    waiting = iter(lines)
    while rows := [json.loads(line) for line in islice(waiting, _ROWS_AT_A_TIME)]:
        yield rows


def _fields(schema: dict[str, Any], root: dict[str, Any]) -> list[tuple[str, Any]]:
    return [(name, _type(entry, root)) for name, entry in schema["properties"].items()]


def _type(schema: dict[str, Any], root: dict[str, Any]) -> Any:  # noqa: ANN401  pyarrow has no types
    """The type of Arrow for a value of a JSON Schema; any may be null."""
    import pyarrow as pa

    if "$ref" in schema:
        return _type(root["$defs"][schema["$ref"].rsplit("/", 1)[-1]], root)
    if "anyOf" in schema:
        held = [_type(each, root) for each in schema["anyOf"] if each.get("type") != "null"]
        return held[0] if len(held) == 1 else pa.float64()  # whole numbers or others
    if schema["type"] == "object":
        return pa.struct(_fields(schema, root))
    if schema["type"] == "array":
        return pa.list_(_type(schema["items"], root))
    return pa.type_for_alias(_PLAIN[schema["type"]])
