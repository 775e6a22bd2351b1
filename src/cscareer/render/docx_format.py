"""A page as a Word document, for whoever edits what they hand over."""

import io
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, assert_never

from cscareer.catalog.models import Source
from cscareer.errors import MissingExtraError
from cscareer.render.blocks import (
    Bars,
    Bullets,
    Check,
    Checklist,
    Command,
    Drawn,
    Facts,
    Heading,
    Page,
    Paragraph,
    ProgressBar,
    Spreads,
    Table,
    Tree,
    YearBars,
)
from cscareer.render.cells import Cell, Cited, Tick, dated, words
from cscareer.render.text import scrub

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph as Written

_MOST_LEVELS = 9  # of headings that Word knows
_MARGIN, _LINE = 2.0, 10  # centimetres, points
_SMALL = 8  # points


def draw_docx(page: Page, sources: Sequence[Source], layers: Sequence[str]) -> bytes:
    """The whole page, with its notes and a numbered list of sources; pictures are left to their tables.

    Raises:
        MissingExtraError: python-docx isn't installed.
    """
    try:
        from docx import Document
        from docx.shared import Cm, Pt
    except ImportError:
        raise MissingExtraError.of("A report as a Word document", "report-docx") from None
    made = Document()
    made.core_properties.title, made.core_properties.author = scrub(page.title), ""
    for part in made.sections:
        part.left_margin = part.right_margin = part.top_margin = part.bottom_margin = Cm(_MARGIN)
    made.styles["Normal"].font.size = Pt(_LINE)
    made.styles["Normal"].paragraph_format.space_after = Pt(4)
    made.add_heading(scrub(page.title), 0)
    for block in page.in_full:
        _draw(made, block)
    notes = [*page.notes, *([f"Also uses data from: {', '.join(layers)}"] if layers else [])]
    if notes:
        made.add_heading("How to read the figures", 1)
        _list(made, notes)
    if sources:
        made.add_heading("Sources", 1)
        for number, source in enumerate(sources, start=1):
            written = made.add_paragraph()
            run = written.add_run(scrub(f"{number}. {_source(source)}"))
            run.font.size = Pt(_SMALL)
    held = io.BytesIO()
    made.save(held)
    return held.getvalue()


def _draw(made: "Document", block: Drawn) -> None:  # noqa: C901, PLR0912  a branch for each kind of block
    match block:
        case Paragraph():
            _write(made.add_paragraph(), block.text, bold=block.strong)
        case Command():
            made.add_paragraph(scrub(f"{block.purpose} {block.command}"))
        case Heading():
            made.add_heading(scrub(block.text), min(block.level - 1, _MOST_LEVELS))
        case Facts():
            for label, value in block.rows:
                written = made.add_paragraph()
                written.add_run(f"{scrub(label)}: ").bold = True
                _write(written, value)
        case Bullets():
            _list(made, block.items, numbered=block.numbered)
        case Table():
            _table(made, block)
        case YearBars():
            pairs = zip(block.values, block.years, strict=True)
            said = ", ".join(f"{words(value)} in {year}" for value, year in pairs)
            made.add_paragraph(scrub(f"{block.label}: {said}."))
        case Bars() | Spreads():
            return  # the figures stand in the table beside them
        case ProgressBar():
            made.add_paragraph(f"{block.done} of {block.total} done")
        case Checklist():
            for item in block.items:
                _check(made, item)
        case Tree():
            for above, place in block.walk():
                way = f", {place.way}" if place.way else ""
                written = made.add_paragraph(scrub(f"{'    ' * len(above)}{place.name}{way}"))
                for label, value in place.details:
                    written.add_run(scrub(f"\n{label}: {words(value)}"))
        case _:
            assert_never(block)


def _list(made: "Document", items: Iterable[Cell], *, numbered: bool = False) -> None:
    """A list; its numbers are written out, as Word would go on counting from one list to the next."""
    for number, item in enumerate(items, start=1):
        written = made.add_paragraph(style=None if numbered else "List Bullet")
        if numbered:
            written.add_run(f"{number}. ")
        _write(written, item)


def _write(written: "Written", cell: Cell, *, bold: bool = False) -> None:
    """A cell's words, and the numbers of its sources raised behind them."""
    if isinstance(cell, Cited):
        written.add_run(scrub(cell.words)).bold = bold
        written.add_run(" ".join(cell.runs)).font.superscript = True
    else:
        written.add_run(scrub(words(cell).replace("`", ""))).bold = bold


def _table(made: "Document", table: Table) -> None:
    drawn = made.add_table(rows=1, cols=len(table.columns), style="Light List Accent 1")
    for cell, column in zip(drawn.rows[0].cells, table.columns, strict=True):
        cell.text = scrub(column.header)
    for row in table.rows:
        for cell, value in zip(drawn.add_row().cells, row, strict=True):
            cell.text = scrub(words(value))
    made.add_paragraph()


def _check(made: "Document", item: Check) -> None:
    written = made.add_paragraph()
    written.add_run(f"{Tick(item.state)} {scrub(item.name)}").bold = True
    written.add_run(scrub(f"  {item.standing}"))
    if item.next_step:
        written.add_run().add_break()
        written.add_run(scrub(f"Next: {item.next_step}"))
    for quote in item.evidence:
        written.add_run().add_break()
        written.add_run(scrub(quote)).italic = True


def _source(source: Source) -> str:
    address = f", {source.address}" if source.address else ""
    return f"{source.publisher}: {source.title} ({dated(source.year, source.read)}){address}"
