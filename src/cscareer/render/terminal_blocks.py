"""Each kind of block as a person reads it in a terminal, drawn with Rich."""

import re
from collections.abc import Sequence
from typing import assert_never

from rich import box
from rich.cells import cell_len, set_cell_size
from rich.console import Console
from rich.padding import Padding
from rich.style import Style
from rich.table import Table as RichTable
from rich.text import Text

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
    Paragraph,
    ProgressBar,
    Spreads,
    Table,
    Tree,
    YearBars,
)
from cscareer.render.cells import DASH, Cell, Cited, Kinded, Link, Money, PayRange, Tick, dated, words
from cscareer.render.tables import told_once
from cscareer.render.terminal_charts import draw_bars, draw_spreads, draw_years, progress_bar
from cscareer.render.terminal_text import (
    READABLE,
    UNBOUNDED,
    joined,
    print_command,
    print_hanging,
    print_prose,
    styled,
)
from cscareer.render.text import scrub
from cscareer.render.trees import tree_lines

_NARROWEST_PROSE = 14  # columns a wrapping column keeps before a table turns into cards
_NARROW = 40  # columns, below which a word is worth more than its place
_HEADINGS = {2: "bold cyan", 3: "bold"}  # by level; deeper ones are plain
_STATE_STYLES = {"have": "green", "below": "cyan", "not-shown": "", "missing": ""}


def draw_block(console: Console, block: Drawn) -> None:  # noqa: C901, PLR0912  a branch for each kind of block
    """Draws one block."""
    match block:
        case Paragraph() | Command():
            _say(console, block)
        case Heading():
            console.print(styled(block.text, _HEADINGS.get(block.level, "")))
        case Facts():
            _facts(console, block.rows)
        case Bullets():
            for number, item in enumerate(block.items, start=1):
                print_hanging(console, f"{number:>3}. " if block.numbered else "  • ", _cell(item))
        case Table():
            _table(console, block)
        case Bars():
            draw_bars(console, block)
        case Spreads():
            draw_spreads(console, block)
        case YearBars():
            draw_years(console, block)
        case ProgressBar():
            console.print(progress_bar(block, console.width), no_wrap=True, crop=False)
        case Checklist():
            _checks(console, block.items)
        case Tree():
            _tree(console, block)
        case _:
            assert_never(block)


def _say(console: Console, block: Paragraph | Command) -> None:
    if isinstance(block, Paragraph):
        print_prose(console, _cell(block.text, "bold" if block.strong else ""))
        return
    print_prose(console, styled(block.purpose))
    print_command(console, block.command)


def _cell(cell: Cell, style: str = "") -> Text:
    if isinstance(cell, Cited):
        return joined(styled(cell.words, style), styled(cell.mark, "dim"))
    text = styled(words(cell), style)
    if isinstance(cell, Link) and cell.address and cell.address.startswith(("https://", "http://")):
        text.stylize(Style(link=scrub(cell.address)))
    elif isinstance(cell, Tick):
        text.stylize(_STATE_STYLES[cell.state])
    elif isinstance(cell, PayRange | Kinded | Money) and text.plain != DASH:
        text.stylize("green")
    return text


def source_text(source: Source) -> Text:
    """A source as it is cited: publisher, title with its link, year."""
    title = _cell(Link(source.title, source.address), "dim")
    return joined(
        styled(f"{source.publisher}: ", "dim"), title, styled(f" ({dated(source.year, source.read)})", "dim")
    )


def _facts(console: Console, rows: Sequence[tuple[str, Cell]]) -> None:
    labels = max(cell_len(label) for label, _ in rows) + 2
    if console.width < labels + _NARROWEST_PROSE:
        for label, value in rows:
            console.print(styled(label, "dim"))
            print_hanging(console, "  ", _cell(value))
        return
    for label, value in rows:
        _labelled(console, label, labels, _cell(value), indent=0)


def _labelled(console: Console, label: str, width: int, value: Text, *, indent: int) -> None:
    start = styled(" " * indent + set_cell_size(label, width), "dim")
    room = max(min(console.width, READABLE) - start.cell_len, 1)
    for index, line in enumerate(value.wrap(console, room, overflow="fold")):
        lead = start if index == 0 else Text(" " * start.cell_len)
        console.print(joined(lead, line), no_wrap=True, overflow="ignore", crop=False)


def _table(console: Console, table: Table) -> None:
    table, alike = told_once(table)
    least = [_least(table, index) for index in range(len(table.columns))]
    # Piped, a row stays a line: prose wraps as on a screen, and only what can't wrap makes a table wider.
    room = max(READABLE, _width(least)) if console.width >= UNBOUNDED else console.width
    if _width(least) > room:
        _cards(console, table)
    else:
        _columns(console, table, least, room)
    for said in alike:
        print_prose(console, styled(said, "dim"))


def _columns(console: Console, table: Table, least: Sequence[int], room: int) -> None:
    natural = [_natural(table, index) for index in range(len(table.columns))]
    indent = 2 if _width(natural) + 2 <= room else 0
    drawn = RichTable(
        box=box.SIMPLE_HEAD, header_style="bold", pad_edge=False, padding=(0, 1, 0, 0), show_edge=False
    )
    widths = _fitted(least, natural, room - indent)
    for column, width in zip(table.columns, widths, strict=True):
        drawn.add_column(
            scrub(column.header), justify="right" if column.right else "left", width=width, overflow="fold"
        )
    for row in table.rows:
        drawn.add_row(*(_broken(_cell(cell), width) for cell, width in zip(row, widths, strict=True)))
    console.print(Padding(drawn, (0, 0, 0, indent)))


def _texts(table: Table, index: int) -> list[str]:
    return [table.columns[index].header, *(words(row[index]) for row in table.rows)]


def _natural(table: Table, index: int) -> int:
    """The width at which nothing in a column needs a second line."""
    return max(cell_len(text) for text in _texts(table, index))


def _least(table: Table, index: int) -> int:
    """The narrowest a column can be without cutting a figure or chopping a word."""
    natural = _natural(table, index)
    if not table.columns[index].wraps:
        return natural
    words_there = (word for text in _texts(table, index) for word in text.split())
    longest = max((cell_len(part) for word in words_there for part in _parts(word)), default=0)
    return min(natural, max(_NARROWEST_PROSE, longest))


def _parts(word: str) -> list[str]:
    """What a long word may be broken into: each part but the last with the hyphen behind it."""
    return re.findall(r"[^-]*-+|[^-]+", word)


def _broken(text: Text, width: int) -> Text:
    """A text whose words too long for a column go on in a new line after a hyphen, as in names of areas."""
    breaks: list[int] = []
    for word in re.finditer(r"\S+", text.plain):
        start = at = word.start()
        for part in _parts(word.group()):
            if at > start and cell_len(text.plain[start : at + len(part)]) > width:
                breaks.append(at)
                start = at
            at += len(part)
    return Text("\n").join(text.divide(breaks)) if breaks else text


def _fitted(least: Sequence[int], natural: Sequence[int], width: int) -> list[int]:
    """Widths that fit: each column's least, and what room is left shared by how much more each could use."""
    wishes = [most - few for few, most in zip(least, natural, strict=True)]
    room = min(width - _width(least), sum(wishes))
    widths = [few + room * wish // max(sum(wishes), 1) for few, wish in zip(least, wishes, strict=True)]
    rest = room - (sum(widths) - sum(least))
    for index in sorted(range(len(widths)), key=lambda index: widths[index] - natural[index])[:rest]:
        widths[index] += 1
    return widths


def _width(columns: Sequence[int]) -> int:
    return sum(columns) + 2 * (len(columns) - 1)


def _cards(console: Console, table: Table) -> None:
    labels = max(cell_len(column.header) for column in table.columns[1:]) + 2
    for index, row in enumerate(table.rows):
        if index:
            console.print()
        print_hanging(console, "", _cell(row[0], "bold"))
        for column, cell in zip(table.columns[1:], row[1:], strict=True):
            if cell == "":
                continue
            if console.width < labels + _NARROWEST_PROSE:
                print_hanging(console, "  ", styled(column.header, "dim"))
                print_hanging(console, "    ", _cell(cell))
            else:
                _labelled(console, column.header, labels, _cell(cell), indent=2)


def _checks(console: Console, items: Sequence[Check]) -> None:
    for item in items:
        _check(console, item)


def _check(console: Console, item: Check) -> None:
    narrow = console.width < _NARROW
    named = joined(styled(item.name, "bold"), styled(f"  {item.standing}"))
    print_hanging(console, f"{'' if narrow else '  '}{Tick(item.state)} ", named)
    if item.next_step:
        mark, lead = ("  ", "Next: ") if narrow else ("      Next: ", "")
        print_hanging(console, mark, styled(f"{lead}{item.next_step}"))
    for quote in item.evidence:
        print_hanging(console, "  " if narrow else "      ", styled(quote, "dim"))


def _tree(console: Console, tree: Tree) -> None:
    width = min(console.width, READABLE)
    for line in tree_lines(tree, width):
        text = joined(styled(line.strong, "bold"), _cell(line.text))
        room = max(width - max(len(line.first), len(line.rest)), 1)
        for index, part in enumerate(text.wrap(console, room, overflow="fold")):
            lead = styled(line.rest if index else line.first, "dim")
            console.print(joined(lead, part), no_wrap=True, overflow="ignore", crop=False)
