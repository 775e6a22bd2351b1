"""An answer, an error or a greeting as a person reads it in a terminal, drawn with Rich."""

import io
from collections.abc import Sequence
from typing import TextIO

from rich.console import Console

from cscareer.catalog.models import Source
from cscareer.errors import CareerError
from cscareer.render.blocks import Drawn, Heading, Page, Paragraph
from cscareer.render.first_screen import COLUMNS, LINES, Screen, fitting_screen, more_line, sources_line
from cscareer.render.terminal_blocks import draw_block, source_text
from cscareer.render.terminal_text import (
    READABLE,
    UNBOUNDED,
    joined,
    print_command,
    print_hanging,
    print_prose,
    styled,
)


def console_for(stream: TextIO, width: int | None, *, no_color: bool) -> Console:
    """A console that draws for a stream, and takes every text literally.

    Args:
        stream: where the text will be shown.
        width: columns; None leaves it to the terminal, or unbounded where there is none.
        no_color: leave colors out whatever the terminal can do.
    """
    height = LINES if width else None  # a width alone is nothing to Rich where TERM=dumb
    console = Console(
        file=stream,
        highlight=False,
        markup=False,
        emoji=False,
        width=width,
        height=height,
        no_color=no_color or None,
    )
    if width is None and not stream.isatty():
        console.width = UNBOUNDED
    return console


def console_of_picture(width: int, *, no_color: bool) -> Console:
    """A console that draws in color whatever stands behind standard output, unless colors are left out."""
    return Console(
        file=io.StringIO(), highlight=False, markup=False, emoji=False, width=width, no_color=no_color or None,
        force_terminal=True, color_system="256", legacy_windows=False,
    )  # fmt: skip


def draw_terminal(console: Console, page: Page, sources: Sequence[Source], layers: Sequence[str]) -> str:
    """The whole page, with its notes and sources, as the console's terminal would show it."""
    with console.capture() as captured:
        _body(console, page.title, list(page.in_full), page.notes)
        if layers:
            console.print()
            print_prose(console, styled(_layers_said(layers)))
        if sources:
            console.print()
            console.print(styled("Sources", "bold"))
            for number, source in enumerate(sources, start=1):
                mark = f"{number:>3} " if page.numbered else "  • "
                print_hanging(console, mark, source_text(source))
    return "".join(line.rstrip() + "\n" for line in captured.get().splitlines())


def draw_screen(
    console: Console, page: Page, sources: Sequence[Source], layers: Sequence[str], told: int = 0
) -> str:
    """The first screen of a page: what answers the question, its sources in one line, and what --full has besides.

    It is the same on a screen of any width: which rows it has is decided by one of 80 columns, on which `told` lines stand
    above it.
    """
    as_measured = console.width == COLUMNS  # what it was measured by is what stands there then
    measure = console if as_measured else _measuring_console()
    last: list[tuple[Screen, str]] = []

    def lines_of(screen: Screen) -> int:
        text = _drawn_screen(measure, page.title, screen, sources, layers)
        last[:] = [(screen, text)]
        return text.count("\n")

    screen = fitting_screen(page, lines_of, told)
    if as_measured and last and last[0][0] == screen:
        return last[0][1]
    return _drawn_screen(console, page.title, screen, sources, layers)


def _measuring_console() -> Console:
    return Console(file=io.StringIO(), highlight=False, markup=False, emoji=False, width=COLUMNS)


def _drawn_screen(
    console: Console, title: str, screen: Screen, sources: Sequence[Source], layers: Sequence[str]
) -> str:
    with console.capture() as captured:
        _body(console, title, screen.blocks, screen.notes)
        width = min(console.width, READABLE)
        said = [_layers_said(layers)] if layers else []
        said += [sources_line(sources, width)] if sources else []
        said += [more_line(screen.left, width)] if screen.more else []
        if said and not screen.notes:
            console.print()
        for line in said:
            print_prose(console, styled(line, "dim"))
    return "".join(line.rstrip() + "\n" for line in captured.get().splitlines())


def _body(console: Console, title: str, blocks: Sequence[Drawn], notes: Sequence[str]) -> None:
    print_prose(console, styled(title, "bold"))
    for before, block in zip([None, *blocks], blocks, strict=False):
        if not (isinstance(before, Heading) or (isinstance(block, Paragraph) and block.close)):
            console.print()
        draw_block(console, block)
    if notes:
        console.print()
    for note in notes:
        print_prose(console, styled(note, "dim"))


def _layers_said(layers: Sequence[str]) -> str:
    return f"Also uses data from: {', '.join(layers)}"


def draw_prose(console: Console, text: str) -> str:
    """A sentence, its lines broken between words."""
    with console.capture() as captured:
        print_prose(console, styled(text))
    return "".join(line.rstrip() + "\n" for line in captured.get().splitlines())


def draw_error(console: Console, error: CareerError) -> str:
    """An error as a person reads it: what was found, every problem with its place, and what to do next."""
    with console.capture() as captured:
        print_prose(console, joined(styled("Error: ", "bold red"), styled(error.message)))
        for problem in error.problems:
            place = problem.file if problem.line is None else f"{problem.file}:{problem.line}"
            print_hanging(console, "  ", styled(place, "bold"))
            said = f"{problem.field}: {problem.message}" if problem.field else problem.message
            print_hanging(console, "    ", styled(f"{said} {problem.hint or ''}"))
        if error.suggestions and not error.names_suggestions:
            print_prose(console, styled(f"Did you mean: {', '.join(error.suggestions)}?"))
        if error.hint:
            print_prose(console, styled(error.hint))
    return "".join(line.rstrip() + "\n" for line in captured.get().splitlines())


def draw_welcome(console: Console, examples: Sequence[tuple[str, str]]) -> str:
    """A greeting, and examples to paste."""
    with console.capture() as captured:
        console.print(
            joined(styled("cscareer", "bold cyan"), styled(", a career guide for customer service work"))
        )
        console.print()
        print_prose(
            console,
            styled(
                "What roles there are, what they pay, what you need for the next one. Offline, with sources."
            ),
        )
        for purpose, command in examples:
            console.print()
            print_hanging(console, "  ", styled(purpose, "dim"))
            print_command(console, command)
        console.print()
        print_prose(
            console,
            styled("cscareer --help lists every command; --json is for scripts, --plain for screen readers."),
        )
    return "".join(line.rstrip() + "\n" for line in captured.get().splitlines())


def terminal_width(environment_columns: str | None) -> int | None:
    """The width COLUMNS asks for; None when it asks for nothing sensible."""
    if environment_columns is None or not environment_columns.isdecimal():
        return None
    return int(environment_columns) or None
