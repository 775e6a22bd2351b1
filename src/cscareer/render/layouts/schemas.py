"""Layouts of the answers about JSON Schemas."""

from cscareer.render.blocks import Column, Page, Paragraph, Table
from cscareer.schemas import SchemaList, SchemaReport


def schema_list(answer: SchemaList) -> Page:
    columns = [Column("Name"), Column("Kind"), Column("About", wraps=True)]
    rows = [(row.name, row.kind, row.about) for row in answer.schemas]
    return Page("What has a JSON Schema", [Table(columns, rows)], next_command="cscareer data schema roles")


def schema_report(answer: SchemaReport) -> Page:
    columns = [Column("Key"), Column("Type", wraps=True), Column("Required"), Column("About", wraps=True)]
    rows = [(row.path, row.type, "yes" if row.required else "no", row.about) for row in answer.fields]
    return Page(answer.name, [Paragraph(answer.about), Table(columns, rows)])
