"""A document as Markdown."""

import re
from collections.abc import Iterator, Sequence
from typing import assert_never

from cscareer.catalog.models import Source
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
from cscareer.render.cells import Cell, Link, dated, words
from cscareer.render.text import scrub


def draw_markdown(document: Page, sources: Sequence[Source], layers: Sequence[str]) -> str:
    """The document with a title, its blocks, notes, and a list of sources."""
    parts = [f"# {_text(document.title)}"]
    parts += [drawn for block in document.in_full for drawn in _block(block)]
    parts += [_prose(note) for note in document.notes]
    if layers:
        parts.append(f"Also uses data from: {', '.join(_text(layer) for layer in layers)}")
    if sources:
        marks = (f"{number}." if document.numbered else "-" for number in range(1, len(sources) + 1))
        listed = (f"{mark} {_source(source)}" for mark, source in zip(marks, sources, strict=True))
        parts += ["## Sources", "\n".join(listed)]
    return "\n\n".join(parts) + "\n"


def _block(block: Drawn) -> Iterator[str]:  # noqa: C901  a branch for each kind of block
    match block:
        case Paragraph():
            yield f"**{_cell(block.text)}**" if block.strong else _opening(_prose(block.text))
        case Command():
            yield f"{_text(block.purpose)} {_code(block.command)}"
        case Heading():
            yield f"{'#' * block.level} {_text(block.text)}"
        case Facts():
            yield "\n".join(f"- **{_text(label)}:** {_cell(value)}" for label, value in block.rows)
        case Bullets():
            yield "\n".join(
                f"{f'{at}.' if block.numbered else '-'} {_opening(_cell(item))}"
                for at, item in enumerate(block.items, start=1)
            )
        case Table():
            yield _table(block)
        case YearBars():
            pairs = zip(block.values, block.years, strict=True)
            yield f"{_text(block.label)}: {', '.join(f'{_cell(value)} in {year}' for value, year in pairs)}."
        case Bars() | Spreads():
            return  # the figures stand in the table beside them
        case ProgressBar():
            yield f"{block.done} of {block.total} done"
        case Checklist():
            yield "\n".join(line for item in block.items for line in _check(item))
        case Tree():
            yield "\n".join(_tree(block))
        case _:
            assert_never(block)


def _check(item: Check) -> Iterator[str]:
    yield f"- [{'x' if item.state == 'have' else ' '}] {_text(item.name)}: {_text(item.standing)}"
    if item.next_step:
        yield f"  - Next: {_text(item.next_step)}"
    yield from (f"  - {_opening(_text(words))}" for words in item.evidence)


def _tree(tree: Tree) -> Iterator[str]:
    for lasts, branch in tree.walk():
        indent = "  " * len(lasts)
        way = f": {_text(branch.way)}" if branch.way else ""
        yield f"{indent}- **{_text(branch.name)}**{way}"
        yield from (f"{indent}  - {_text(label)}: {_cell(value)}" for label, value in branch.details)


def _table(table: Table) -> str:
    rows = [
        [_text(column.header) for column in table.columns],
        ["---:" if column.right else "---" for column in table.columns],
        *([_cell(cell) for cell in row] for row in table.rows),
    ]
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def _source(source: Source) -> str:
    title = _cell(Link(source.title, source.address))
    return f"{_text(source.publisher)}: {title} ({dated(source.year, source.read)})"


def _cell(cell: Cell) -> str:
    if isinstance(cell, Link) and cell.address and cell.address.startswith(("https://", "http://")):
        return f"[{_text(cell.words)}](<{scrub(cell.address).replace('>', '%3E')}>)"
    return _text(words(cell))


def _code(command: str) -> str:
    return f"`` {scrub(command)} ``" if "`" in command else f"`{scrub(command)}`"


def _text(text: str) -> str:
    return re.sub(r"([\\`*_\[\]<>|~])", r"\\\1", scrub(text))


def _opening(text: str) -> str:
    """Text at the beginning of a line or an item, where a sign of its own would begin a heading or a list."""
    return re.sub(r"^([-+#](?=[\s#]|$)|[0-9]{1,9}(?=[.)](?:\s|$)))", _escaped, text)


def _escaped(match: re.Match[str]) -> str:
    return f"{match[0]}\\" if match[0].isdecimal() else f"\\{match[0]}"


def _prose(cell: Cell) -> str:
    """A sentence, with the commands in it, which stand in backticks, as code."""
    if not isinstance(cell, str):
        return _cell(cell)
    parts = re.split(r"`(cscareer[^`]*)`", cell)
    return "".join(_code(part) if index % 2 else _text(part) for index, part in enumerate(parts))
