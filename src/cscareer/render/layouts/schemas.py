"""Layouts of the answers about JSON Schemas."""

from collections.abc import Callable
from typing import Any

from cscareer.catalog.answer import Answer
from cscareer.render.document import Column, Document, Paragraph, Table
from cscareer.schemas import SchemaList, SchemaReport


def _schemas(answer: SchemaList) -> Document:
    columns = [Column("Name"), Column("Kind"), Column("About", wraps=True)]
    rows = [(row.name, row.kind, row.about) for row in answer.schemas]
    return Document(
        "What has a JSON Schema", [Table(columns, rows)], next_command="cscareer data schema roles"
    )


def _schema(answer: SchemaReport) -> Document:
    columns = [Column("Key"), Column("Type", wraps=True), Column("Required"), Column("About", wraps=True)]
    rows = [(row.path, row.type, "yes" if row.required else "no", row.about) for row in answer.fields]
    return Document(answer.name, [Paragraph(answer.about), Table(columns, rows)])


LAYOUTS: dict[type[Answer], Callable[[Any], Document]] = {SchemaList: _schemas, SchemaReport: _schema}
