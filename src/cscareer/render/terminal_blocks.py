"""Each kind of block as a person reads it in a terminal, drawn with Rich."""

import re
from collections.abc import Sequence

from rich import box
from rich.cells import cell_len, set_cell_size
from rich.console import Console
from rich.padding import Padding
from rich.style import Style
from rich.table import Table as RichTable
from rich.text import Text

from cscareer.catalog.models import Source
from cscareer.render.blocks import (
    Bar,
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
    Table,
    Tree,
)
from cscareer.render.cells import DASH, Cell, Cited, Link, Money, PayRange, Tick, dated, words
from cscareer.render.tables import told_once
from cscareer.render.text import scrub
from cscareer.render.trees import tree_lines

READABLE = 100  # columns a line of prose runs at most
UNBOUNDED = 1000  # columns, where nothing tells how wide the reader's screen is
_NARROWEST_PROSE = 14  # columns a wrapping column keeps before a table turns into cards
_SHORTEST_BAR = 16
_LONGEST_PROGRESS = 40
_NARROW = 40  # columns, below which a word is worth more than its place
_HEADINGS = {2: "bold cyan", 3: "bold"}  # by level; deeper ones are plain
_STATE_STYLES = {"have": "green", "below": "cyan", "not-shown": "", "missing": ""}


def draw_block(console: Console, block: Drawn) -> None:  # noqa: C901  a branch for each kind of block
    """Draws one block."""
    match block:
        case Paragraph() | Command():
            _say(console, block)
        case Heading():
            console.print(styled(block.text, _HEADINGS.get(block.level, "")))
        case Facts():
            _facts(console, block.rows)
        case Bullets():
            for item in block.items:
                print_hanging(console, "  • ", _cell(item))
        case Table():
            _table(console, block)
        case Bars():
            _bars(console, block)
        case ProgressBar():
            console.print(_progress_bar(block, console.width), no_wrap=True, crop=False)
        case Checklist():
            _checks(console, block.items)
        case Tree():
            _tree(console, block)


def _say(console: Console, block: Paragraph | Command) -> None:
    if isinstance(block, Paragraph):
        print_prose(console, _cell(block.text, "bold" if block.strong else ""))
        return
    print_prose(console, styled(block.purpose))
    print_command(console, block.command)


def print_command(console: Console, command: str) -> None:
    """A command by itself, never folded: cut in two it can't be pasted."""
    console.print(styled(f"    {command}", "bold"), no_wrap=True, crop=False, overflow="ignore")


def styled(text: str, style: str = "") -> Text:
    """Text without control characters, taken literally."""
    return Text(scrub(text), style=style)


def joined(*parts: Text) -> Text:
    """The parts one after the other, each in its own style; `+` would lay the first one's over all."""
    return Text.assemble(*parts)


def print_prose(console: Console, text: Text) -> None:
    """Prints a paragraph, its lines no longer than is readable."""
    console.print(text, width=min(console.width, READABLE), soft_wrap=False)


def print_hanging(console: Console, mark: str | Text, text: Text) -> None:
    """Text behind a mark, its further lines set in as far as its first."""
    start = Text(mark) if isinstance(mark, str) else mark
    room = max(min(console.width, READABLE) - start.cell_len, 1)
    lines = text.wrap(console, room, overflow="fold")
    for index, line in enumerate(lines):
        console.print(
            joined(start if index == 0 else Text(" " * start.cell_len), line),
            no_wrap=True,
            overflow="ignore",
            crop=False,
        )


def _cell(cell: Cell, style: str = "") -> Text:
    if isinstance(cell, Cited):
        return joined(styled(cell.words, style), styled(cell.mark, "dim"))
    text = styled(words(cell), style)
    if isinstance(cell, Link) and cell.address and cell.address.startswith(("https://", "http://")):
        text.stylize(Style(link=scrub(cell.address)))
    elif isinstance(cell, Tick):
        text.stylize(_STATE_STYLES[cell.state])
    elif isinstance(cell, PayRange | Money) and text.plain != DASH:
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


def _bars(console: Console, block: Bars) -> None:
    ends = [end for bar in block.bars for end in (bar.low, bar.high) if end is not None]
    if not ends:
        return
    low, high = _scale(min(ends), max(ends))
    labels = max(cell_len(scrub(bar.label)) for bar in block.bars) + 2
    room = min(console.width, READABLE) - labels - 2
    beside = room >= _SHORTEST_BAR
    length = room if beside else max(min(console.width - 4, READABLE), 4)
    for bar in block.bars:
        if not beside:
            print_hanging(console, "  ", styled(bar.label))
        lead = Text(f"  {set_cell_size(scrub(bar.label), labels)}" if beside else "  ")
        console.print(joined(lead, _drawn_bar(bar, low, high, length)), no_wrap=True, crop=False)
    foot = _scale_line(str(Money(low, block.currency)), str(Money(high, block.currency)), length)
    console.print(
        joined(Text(" " * (labels + 2 if beside else 2)), styled(foot, "dim")), no_wrap=True, crop=False
    )


def _progress_bar(block: ProgressBar, width: int) -> Text:
    said = f"  {block.done} of {block.total} done"
    length = min(_LONGEST_PROGRESS, width - len(said) - 2)
    if length < _SHORTEST_BAR:
        return styled(said)
    full = round(block.done / block.total * length) if block.total else 0
    drawn = styled("  " + "█" * full, "green"), styled("░" * (length - full), "dim")
    return joined(*drawn, styled(said))


def _scale(low: float, high: float) -> tuple[int, int]:
    """Round ends that hold the range: multiples of 5,000 for yearly pay, of 5 for hourly."""
    step = 5000 if high > 1000 else 5  # noqa: PLR2004  nobody earns that an hour
    start, end = int(low // step) * step, -int(-high // step) * step
    return start, end if end > start else start + step


def _drawn_bar(bar: Bar, low: int, high: int, length: int) -> Text:
    if bar.low is None or bar.high is None:
        return styled(DASH)
    start = round((bar.low - low) / (high - low) * (length - 1))
    end = max(round((bar.high - low) / (high - low) * length), start + 1)
    return joined(
        styled("─" * start, "dim"), styled("█" * (end - start), "cyan"), styled("─" * (length - end), "dim")
    )


def _scale_line(low: str, high: str, length: int) -> str:
    return low + high.rjust(length - len(low)) if length > len(low) + len(high) else f"{low} {DASH} {high}"


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
