"""Layout of what a bulk run did."""

from cscareer.bulk.report import BulkReport
from cscareer.render.blocks import Block, Column, Facts, Page, Paragraph, Table
from cscareer.render.cells import Cell, count_of, listed


def bulk_report(answer: BulkReport) -> Page:
    all_of = "" if answer.left_out or answer.bad else "All "
    verdict = f"{all_of}{answer.answered:,} {answer.kind} are answered"
    if left_out := sum(answer.left_out.values()):
        verdict += f", {left_out:,} left out"
    verdict += f", {count_of(answer.bad, 'line')} set aside." if answer.bad else "."
    if answer.seconds is None:
        verdict += " Nothing was left to do."
    blocks: list[Block] = [Paragraph(verdict, strong=True), Facts(_facts(answer))]
    if len(answer.inputs) > 1:
        columns = [
            Column("File", wraps=True),
            *(Column(name, right=True) for name in ("Lines", "Answered", "Bad")),
        ]
        blocks.append(
            Table(columns, [(each.file, each.lines, each.answered, each.bad) for each in answer.inputs])
        )
    notes = [
        "The same command again does only what is missing there.",
        "_manifest.json there says what it was made from.",
    ]
    return Page(f"Bulk: {answer.kind}", blocks, notes)


def _facts(answer: BulkReport) -> list[tuple[str, Cell]]:
    facts: list[tuple[str, Cell]] = [("Written to", answer.folder)]
    parts = f"{answer.parts:,}"
    if answer.parts_before:
        parts += f", {answer.parts_before:,} of them before this run"
    facts.append(("Parts", parts))
    if answer.seconds is not None:
        facts += [
            ("Time", f"{answer.seconds:,.1f} s with {count_of(answer.workers, 'worker')}"),
            ("Rate", f"{answer.answered_per_second:,.0f} a second"),
        ]
    if answer.left_out:
        said = [f"{count:,} {reason.replace('-', ' ')}" for reason, count in answer.left_out.items()]
        facts.append(("Left out", listed(said)))
    if answer.bad_files:
        more = f", and {len(answer.bad_files) - 1:,} more" if len(answer.bad_files) > 1 else ""
        facts.append(("Set aside in", f"{answer.bad_files[0]}{more}"))
    return facts
