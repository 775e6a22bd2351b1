"""A document as a person reads it in a terminal, drawn with Rich."""

from collections.abc import Sequence
from typing import TextIO

from rich import box
from rich.cells import cell_len
from rich.console import Console
from rich.padding import Padding
from rich.style import Style
from rich.table import Table as RichTable
from rich.text import Text

from cscareer.catalog.models import Source
from cscareer.errors import CareerError
from cscareer.render.blocks import (
    Bar,
    Bars,
    Block,
    Bullets,
    Check,
    Checklist,
    Command,
    Facts,
    Heading,
    Page,
    Paragraph,
    ProgressBar,
    Table,
    Tree,
)
from cscareer.render.cells import DASH, Cell, Cited, Link, Money, PayRange, Tick, dated, words
from cscareer.render.text import scrub
from cscareer.render.trees import tree_lines

UNBOUNDED = 1000  # columns, where nothing tells how wide the reader's screen is
READABLE = 100  # columns a line of prose runs at most
_NARROWEST_PROSE = 14  # columns a wrapping column keeps before a table turns into cards
_SHORTEST_BAR = 16
_LONGEST_PROGRESS = 40
_NARROW = 40  # columns, below which a word is worth more than its place
_HEADINGS = {2: "bold cyan", 3: "bold"}  # by level; deeper ones are plain
_STATE_STYLES = {"have": "green", "below": "cyan", "missing": ""}


def console_for(stream: TextIO, width: int | None, *, no_color: bool) -> Console:
    """A console that draws for a stream, and takes every text literally.

    Args:
        stream: where the text will be shown.
        width: columns; None leaves it to the terminal, or unbounded where there is none.
        no_color: leave colors out whatever the terminal can do.
    """
    console = Console(
        file=stream, highlight=False, markup=False, emoji=False, width=width, no_color=no_color or None
    )
    if width is None and not stream.isatty():
        console.width = UNBOUNDED
    return console


def draw_terminal(console: Console, document: Page, sources: Sequence[Source], layers: Sequence[str]) -> str:
    """The document, with its notes and sources, as the console's terminal would show it."""
    with console.capture() as captured:
        console.print(_words(document.title, "bold"))
        for before, block in zip([None, *document.blocks], document.blocks, strict=False):
            if not isinstance(before, Heading):
                console.print()
            _draw(console, block)
        if document.notes:
            console.print()
        for note in document.notes:
            _prose(console, _words(note, "dim"))
        if layers:
            console.print()
            _prose(console, _words(f"Also uses data from: {', '.join(layers)}"))
        if sources:
            console.print()
            console.print(_words("Sources", "bold"))
            for number, source in enumerate(sources, start=1):
                mark = f"{number:>3} " if document.numbered else "  • "
                _hanging(console, mark, _source(source))
    return "".join(line.rstrip() + "\n" for line in captured.get().splitlines())


def draw_prose(console: Console, text: str) -> str:
    """A sentence, its lines broken between words."""
    with console.capture() as captured:
        _prose(console, _words(text))
    return "".join(line.rstrip() + "\n" for line in captured.get().splitlines())


def draw_error(console: Console, error: CareerError) -> str:
    """An error as a person reads it: what was found, every problem with its place, and what to do next."""
    with console.capture() as captured:
        _prose(console, _joined(_words("Error: ", "bold red"), _words(error.message)))
        for problem in error.problems:
            place = problem.file if problem.line is None else f"{problem.file}:{problem.line}"
            _hanging(console, "  ", _words(place, "bold"))
            said = f"{problem.field}: {problem.message}" if problem.field else problem.message
            _hanging(console, "    ", _words(f"{said} {problem.hint or ''}"))
        if error.suggestions and not error.names_suggestions:
            _prose(console, _words(f"Did you mean: {', '.join(error.suggestions)}?"))
        if error.hint:
            _prose(console, _words(error.hint))
    return "".join(line.rstrip() + "\n" for line in captured.get().splitlines())


def draw_welcome(console: Console, examples: Sequence[tuple[str, str]]) -> str:
    """A greeting, and examples to paste."""
    with console.capture() as captured:
        console.print(
            _joined(_words("cscareer", "bold cyan"), _words(", a career guide for customer service work"))
        )
        console.print()
        _prose(
            console,
            _words(
                "What roles there are, what they pay, what you need for the next one. Offline, with sources."
            ),
        )
        for purpose, command in examples:
            console.print()
            _hanging(console, "  ", _words(purpose, "dim"))
            _command_line(console, command)
        console.print()
        _prose(
            console, _words("cscareer --help lists every command; add --json to any of them for a script.")
        )
    return "".join(line.rstrip() + "\n" for line in captured.get().splitlines())


def _draw(console: Console, block: Block) -> None:  # noqa: C901  a branch for each kind of block
    match block:
        case Paragraph() | Command():
            _say(console, block)
        case Heading():
            console.print(_words(block.text, _HEADINGS.get(block.level, "")))
        case Facts():
            _facts(console, block.rows)
        case Bullets():
            for item in block.items:
                _hanging(console, "  • ", _cell(item))
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
        _prose(console, _cell(block.text, "bold" if block.strong else ""))
        return
    _prose(console, _words(block.purpose))
    _command_line(console, block.command)


def _command_line(console: Console, command: str) -> None:
    """A command by itself, never folded: cut in two it can't be pasted."""
    console.print(_words(f"    {command}", "bold"), no_wrap=True, crop=False, overflow="ignore")


def _words(text: str, style: str = "") -> Text:
    return Text(scrub(text), style=style)


def _joined(*parts: Text) -> Text:
    """The parts one after the other, each in its own style; `+` would lay the first one's over all."""
    return Text.assemble(*parts)


def _prose(console: Console, text: Text) -> None:
    console.print(text, width=min(console.width, READABLE), soft_wrap=False)


def _hanging(console: Console, mark: str | Text, text: Text) -> None:
    """Text behind a mark, its further lines set in as far as its first."""
    start = Text(mark) if isinstance(mark, str) else mark
    room = max(min(console.width, READABLE) - start.cell_len, 1)
    lines = text.wrap(console, room, overflow="fold")
    for index, line in enumerate(lines):
        console.print(
            _joined(start if index == 0 else Text(" " * start.cell_len), line),
            no_wrap=True,
            overflow="ignore",
            crop=False,
        )


def _cell(cell: Cell, style: str = "") -> Text:
    if isinstance(cell, Cited):
        return _joined(_words(cell.words, style), _words(cell.mark, "dim"))
    text = _words(words(cell), style)
    if isinstance(cell, Link) and cell.address and cell.address.startswith(("https://", "http://")):
        text.stylize(Style(link=scrub(cell.address)))
    elif isinstance(cell, Tick):
        text.stylize(_STATE_STYLES[cell.state])
    elif isinstance(cell, PayRange | Money) and text.plain != DASH:
        text.stylize("green")
    return text


def _source(source: Source) -> Text:
    title = _cell(Link(source.title, source.address), "dim")
    return _joined(_words(f"{source.publisher}: ", "dim"), title, _words(f" ({dated(source.year)})", "dim"))


def _facts(console: Console, rows: Sequence[tuple[str, Cell]]) -> None:
    labels = max(cell_len(label) for label, _ in rows) + 2
    if console.width < labels + _NARROWEST_PROSE:
        for label, value in rows:
            console.print(_words(label, "dim"))
            _hanging(console, "  ", _cell(value))
        return
    for label, value in rows:
        _labelled(console, label, labels, _cell(value), indent=0)


def _labelled(console: Console, label: str, width: int, value: Text, *, indent: int) -> None:
    start = _words(" " * indent + label.ljust(width), "dim")
    room = max(min(console.width, READABLE) - start.cell_len, 1)
    for index, line in enumerate(value.wrap(console, room, overflow="fold")):
        lead = start if index == 0 else Text(" " * start.cell_len)
        console.print(_joined(lead, line), no_wrap=True, overflow="ignore", crop=False)


def _table(console: Console, table: Table) -> None:
    least = [_least(table, index) for index in range(len(table.columns))]
    if _width(least) > console.width:
        _cards(console, table)
        return
    natural = [_natural(table, index) for index in range(len(table.columns))]
    indent = 2 if _width(natural) + 2 <= console.width else 0
    drawn = RichTable(
        box=box.SIMPLE_HEAD, header_style="bold", pad_edge=False, padding=(0, 1, 0, 0), show_edge=False
    )
    for column, width in zip(table.columns, _fitted(least, natural, console.width - indent), strict=True):
        drawn.add_column(
            scrub(column.header), justify="right" if column.right else "left", width=width, overflow="fold"
        )
    for row in table.rows:
        drawn.add_row(*(_cell(cell) for cell in row))
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
    longest_word = max((cell_len(word) for text in _texts(table, index) for word in text.split()), default=0)
    return min(natural, max(_NARROWEST_PROSE, longest_word))


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
        _hanging(console, "", _cell(row[0], "bold"))
        for column, cell in zip(table.columns[1:], row[1:], strict=True):
            if cell == "":
                continue
            if console.width < labels + _NARROWEST_PROSE:
                _hanging(console, "  ", _words(column.header, "dim"))
                _hanging(console, "    ", _cell(cell))
            else:
                _labelled(console, column.header, labels, _cell(cell), indent=2)


def _bars(console: Console, block: Bars) -> None:
    ends = [end for bar in block.bars for end in (bar.low, bar.high) if end is not None]
    if not ends:
        return
    low, high = _scale(min(ends), max(ends))
    labels = max(cell_len(bar.label) for bar in block.bars) + 2
    room = min(console.width, READABLE) - labels - 2
    beside = room >= _SHORTEST_BAR
    length = room if beside else max(min(console.width - 4, READABLE), 4)
    for bar in block.bars:
        if not beside:
            _hanging(console, "  ", _words(bar.label))
        lead = Text(f"  {scrub(bar.label).ljust(labels)}" if beside else "  ")
        console.print(_joined(lead, _drawn_bar(bar, low, high, length)), no_wrap=True, crop=False)
    foot = _scale_line(str(Money(low, block.currency)), str(Money(high, block.currency)), length)
    console.print(
        _joined(Text(" " * (labels + 2 if beside else 2)), _words(foot, "dim")), no_wrap=True, crop=False
    )


def _progress_bar(block: ProgressBar, width: int) -> Text:
    said = f"  {block.done} of {block.total} done"
    length = min(_LONGEST_PROGRESS, width - len(said) - 2)
    if length < _SHORTEST_BAR:
        return _words(said)
    full = round(block.done / block.total * length) if block.total else 0
    drawn = _words("  " + "█" * full, "green"), _words("░" * (length - full), "dim")
    return _joined(*drawn, _words(said))


def _scale(low: float, high: float) -> tuple[int, int]:
    """Round ends that hold the range: multiples of 5,000 for yearly pay, of 5 for hourly."""
    step = 5000 if high > 1000 else 5  # noqa: PLR2004  nobody earns that an hour
    start, end = int(low // step) * step, -int(-high // step) * step
    return start, end if end > start else start + step


def _drawn_bar(bar: Bar, low: int, high: int, length: int) -> Text:
    if bar.low is None or bar.high is None:
        return _words(DASH)
    start = round((bar.low - low) / (high - low) * (length - 1))
    end = max(round((bar.high - low) / (high - low) * length), start + 1)
    return _joined(
        _words("─" * start, "dim"), _words("█" * (end - start), "cyan"), _words("─" * (length - end), "dim")
    )


def _scale_line(low: str, high: str, length: int) -> str:
    return low + high.rjust(length - len(low)) if length > len(low) + len(high) else f"{low} {DASH} {high}"


def _checks(console: Console, items: Sequence[Check]) -> None:
    for item in items:
        _check(console, item)


def _check(console: Console, item: Check) -> None:
    narrow = console.width < _NARROW
    named = _joined(_words(item.name, "bold"), _words(f"  {item.standing}"))
    _hanging(console, f"{'' if narrow else '  '}{Tick(item.state)} ", named)
    if item.next_step:
        mark, lead = ("  ", "Next: ") if narrow else ("      Next: ", "")
        _hanging(console, mark, _words(f"{lead}{item.next_step}"))
    for quote in item.evidence:
        _hanging(console, "  " if narrow else "      ", _words(quote, "dim"))


def _tree(console: Console, tree: Tree) -> None:
    width = min(console.width, READABLE)
    for line in tree_lines(tree, width):
        text = _joined(_words(line.strong, "bold"), _cell(line.text))
        room = max(width - max(len(line.first), len(line.rest)), 1)
        for index, part in enumerate(text.wrap(console, room, overflow="fold")):
            lead = _words(line.rest if index else line.first, "dim")
            console.print(_joined(lead, part), no_wrap=True, overflow="ignore", crop=False)


def terminal_width(environment_columns: str | None) -> int | None:
    """The width COLUMNS asks for; None when it asks for nothing sensible."""
    if environment_columns is None or not environment_columns.isdecimal():
        return None
    return int(environment_columns) or None
