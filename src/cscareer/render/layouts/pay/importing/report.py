"""Layout of what an import did."""

from cscareer.pay.importing.report import ImportReport
from cscareer.render.blocks import Block, Column, Facts, Heading, Page, Table
from cscareer.render.cells import count_of


def import_report(answer: ImportReport) -> Page:
    columns = [
        Column("File", wraps=True), Column("Kind"), Column("Year"), Column("Read", right=True),
        Column("Taken", right=True), Column("Set aside", right=True),
    ]  # fmt: skip
    rows = [
        (file.file, file.kind, str(file.year), file.rows_read, file.rows_taken, file.rows_set_aside)
        for file in answer.files
    ]
    reasons: dict[str, int] = {}
    for file in answer.files:
        for left in file.set_aside:
            reasons[left.reason] = reasons.get(left.reason, 0) + left.rows
    blocks: list[Block] = [
        Facts(
            [("Written to", answer.written_to), ("Occupations", answer.occupations), ("Areas", answer.areas)]
        ),
        Heading("Rows by file"),
        Table(columns, rows),
    ]
    if reasons:
        blocks += [
            Heading("Why rows were set aside"),
            Facts([(reason, count_of(rows, "row")) for reason, rows in reasons.items()]),
        ]
    return Page("Imported", blocks, next_command="cscareer data check", whole=True)
