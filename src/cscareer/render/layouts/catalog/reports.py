"""Layouts of what the data says of itself."""

from cscareer.catalog.reports import CheckReport, LayerList, SourceList
from cscareer.render.blocks import Block, Brief, Bullets, Column, Facts, Heading, Page, Paragraph, Rest, Table
from cscareer.render.cells import Link, count_of


def check_report(answer: CheckReport) -> Page:
    counts = [(section.name, section.entries) for section in answer.sections]
    if answer.sound:
        said = f"All is well: no problem found in {sum(entries for _, entries in counts):,} entries."
        return Page(
            "Data check", [Paragraph(said, strong=True), Rest([Heading("What was read"), Facts(counts)])]
        )
    rows = [
        (
            problem.file if problem.line is None else f"{problem.file}:{problem.line}",
            problem.field,
            f"{problem.message} {problem.hint or ''}".strip(),
        )
        for problem in answer.problems
    ]
    columns = [Column("Where", wraps=True), Column("What", wraps=True), Column("Problem", wraps=True)]
    said = f"{count_of(len(rows), 'problem')} found."
    return Page("Data check", [Paragraph(said, strong=True), Table(columns, rows)])


def source_list(answer: SourceList) -> Page:
    blocks: list[Block] = []
    for source in answer.sources:
        blocks += [
            Heading(source.id),
            Facts(
                [
                    ("Title", Link(source.title, source.address)),
                    ("Publisher", source.publisher),
                    ("Address", Link(source.address, source.address) if source.address else None),
                    ("Date", source.date),
                    *([("Read", source.read)] if source.read else []),
                    *([("Confidence", source.confidence)] if source.confidence else []),
                    ("Licence", source.licence),
                    ("Cited", count_of(source.cited_by, "time")),
                    *([("Note", source.note)] if source.note else []),
                ]
            ),
        ]
    return Page("Where the figures and facts come from", blocks)


def layer_list(answer: LayerList) -> Page:
    blocks: list[Block] = []
    for layer in answer.data_layers:
        blocks += [Heading(layer.name), Paragraph(layer.path)]
        if layer.files:
            blocks += [Brief([Paragraph(", ".join(layer.files))]), Rest([Bullets(layer.files)])]
        else:
            blocks.append(Paragraph("None of our files in it." if layer.exists else "Not there yet."))
    note = "An entry of a later layer replaces the same entry of an earlier one."
    return Page("Layers of data, lowest first", blocks, [note])
