"""Putting an answer on standard output, in the format asked for; everything else goes to standard error."""

import os
import re
import shutil
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from typing import TYPE_CHECKING, TextIO

from cscareer.errors import CareerError
from cscareer.render.formats import Format
from cscareer.render.plain_asked import asks_for_plain
from cscareer.render.streams import Likeness
from cscareer.render.text import scrub
from cscareer.render.writing import as_shown, write, write_aside

if TYPE_CHECKING:
    from rich.console import Console

    from cscareer.catalog.answer import Answer
    from cscareer.catalog.models import Source
    from cscareer.render.blocks import Page

PICTURE_WIDTH = 80  # columns, where nothing asks for others


def show(
    answer: "Answer",
    output_format: Format,
    *,
    no_color: bool = False,
    full: bool = False,
    wide: bool = False,
    following: Callable[[str], str] = str,
    told: int = 0,
) -> None:
    """Writes the whole answer to standard output at once; on a terminal a suggestion follows on standard error.

    A table is the answer's first screen, or with `full` all of it; on a terminal that, and what is a text to read, opens in
    the pager where it is longer than the screen. `following` says of the suggestion how to type it, and `told` how many
    lines have been written to the terminal before.

    Raises:
        UnwritableError: standard output takes no more, a full disk behind it for example.
    """
    if output_format == Format.TABLE:
        _show_table(answer, no_color=no_color, full=full, following=following, told=told)
    else:
        write(draw(answer, output_format, wide=wide))


def draw(answer: "Answer", output_format: Format, *, wide: bool = False) -> str:
    """The answer in any format but a table and lines of a stream; `wide` is for CSV, every value of the JSON."""
    if output_format is Format.JSON:
        from cscareer.render.json_format import draw_json

        return draw_json(answer)
    if output_format is Format.CSV:
        from cscareer.render.csv_format import draw_csv

        return draw_csv(answer, wide=wide)
    if output_format is Format.MERMAID:
        from cscareer.render.mermaid_format import draw_mermaid

        return draw_mermaid(lay_out(answer))
    if output_format is Format.ICS:
        from cscareer.render.ics_format import draw_tasks

        return draw_tasks(answer)
    if output_format is Format.HTML:
        from cscareer.render.html_format import draw_html

        return draw_html(page := lay_out(answer), _cited(answer, page), answer.layers)
    from cscareer.render.markdown_format import draw_markdown

    return draw_markdown(page := lay_out(answer), _cited(answer, page), answer.layers)


def draw_file(answer: "Answer", output_format: Format) -> bytes:
    """The answer as a file holds it: a document, or the text of any other format."""
    if output_format is Format.DOCX:
        from cscareer.render.docx_format import draw_docx

        return draw_docx(page := lay_out(answer), _cited(answer, page), answer.layers)
    return draw(answer, output_format, wide=True).encode()


def lay_out(answer: "Answer") -> "Page":
    """The answer as a page.

    The layout of `RoleList`, which `cscareer.guide.roles` answers with, is `role_list` in `layouts/guide/roles.py`.
    """
    form = type(answer)
    home = import_module(form.__module__.replace("cscareer", "cscareer.render.layouts", 1))
    layout: Callable[[Answer], Page] = getattr(home, layout_name(form))
    return layout(answer)


def layout_name(form: "type[Answer]") -> str:
    """What the layout of a form of answer is called: `role_list` for `RoleList`."""
    return re.sub(r"(?<!^)(?=[A-Z])", "_", form.__name__).lower()


def _cited(answer: "Answer", page: "Page") -> "Sequence[Source]":
    """The sources to name below an answer; none where they are the answer itself."""
    if answer.rows == "sources":
        return ()
    return answer.sources if page.sources is None else page.sources


def _show_table(
    answer: "Answer", *, no_color: bool, full: bool, following: Callable[[str], str], told: int
) -> None:
    from cscareer.render.plain_format import draw_plain

    laid_out = lay_out(answer)
    if laid_out.next_command:
        laid_out = laid_out._replace(next_command=following(laid_out.next_command))
    if asks_for_plain(os.environ):
        text = draw_plain(laid_out, _cited(answer, laid_out), answer.layers, full=full or laid_out.whole)
        write(_as_spoken(sys.stdout, text), table=True)
        if laid_out.next_command and sys.stdout.isatty():
            tell_command("Next: ", laid_out.next_command)
        return
    full = full or laid_out.whole
    text = _drawn(answer, laid_out, _console(sys.stdout, no_color=no_color), full=full, told=told)
    if not ((full or laid_out.read) and _paged(text)):
        write(text, table=True)
    if laid_out.next_command and sys.stdout.isatty():
        write_aside("\n" if full else "")  # on the first screen every line counts
        tell_command("Next: ", laid_out.next_command)


def _drawn(answer: "Answer", laid_out: "Page", console: "Console", *, full: bool, told: int = 0) -> str:
    """The first screen of an answer, or all of it, as the console's terminal would show it."""
    from cscareer.render.terminal import draw_screen, draw_terminal

    if full:
        return draw_terminal(console, laid_out, _cited(answer, laid_out), answer.layers)
    return draw_screen(console, laid_out, _cited(answer, laid_out), answer.layers, told)


def picture(answer: "Answer", command: Sequence[str], *, full: bool, no_color: bool = False) -> str:
    """What a terminal of 80 columns, or of COLUMNS, would show of the answer, as SVG.

    Args:
        answer: the answer.
        command: the words of the command line, which stands above it.
        full: draw all there is to say, and not the first screen.
        no_color: leave colors out.
    """
    from cscareer.render.svg_format import draw_picture
    from cscareer.render.terminal import console_of_picture, terminal_width

    laid_out, width = lay_out(answer), terminal_width(os.environ.get("COLUMNS")) or PICTURE_WIDTH
    console = console_of_picture(width, no_color=no_color)
    return draw_picture(_drawn(answer, laid_out, console, full=full or laid_out.whole), command, width)


def _paged(text: str) -> bool:
    from cscareer.render.pager import page, pages

    return pages(text, os.environ) and page(as_shown(sys.stdout, text), os.environ)


def welcome(examples: Sequence[tuple[str, str]], *, no_color: bool) -> None:
    """Greets a newcomer with examples to paste: what each is for, and its command."""
    from cscareer.render.plain_format import plain_welcome
    from cscareer.render.terminal import draw_welcome

    if asks_for_plain(os.environ):
        write(_as_spoken(sys.stdout, plain_welcome(examples)), table=True)
        return
    write(draw_welcome(_console(sys.stdout, no_color=no_color), examples), table=True)


def _console(stream: TextIO, *, no_color: bool) -> "Console":
    from cscareer.render.terminal import console_for, terminal_width

    return console_for(Likeness(stream), terminal_width(os.environ.get("COLUMNS")), no_color=no_color)


def tell(text: str, end: str = "\n") -> None:
    """Writes lines to standard error, where anyone is there to be told."""
    lines = "\n".join(scrub(line) for line in text.split("\n"))
    write_aside(lines + end, table=True)


def tell_command(lead: str, command: str) -> None:
    """Writes a command to standard error, behind words that lead to it, its lines broken so that they can be pasted."""
    from cscareer.render.commands import broken

    lines = [f"{lead}{command}"]
    if sys.stderr.isatty():
        lines = broken(lead, scrub(command), shutil.get_terminal_size().columns)
    tell("\n".join(lines))


def tell_note(text: str) -> int:
    """Writes a sentence that stands by an answer to standard error: on a terminal its lines are broken between words.

    Gives how many lines of the answer's own terminal it takes.
    """
    if asks_for_plain(os.environ):
        from cscareer.render.plain_format import spelled

        write_aside(_as_spoken(sys.stderr, f"{spelled(text)}\n"), table=True)
    elif sys.stderr.isatty():
        drawn = tell_prose(text)
        return drawn.count("\n") if sys.stdout.isatty() else 0
    else:
        tell(text)
    return 0


def _as_spoken(stream: TextIO, text: str) -> str:
    """Plain lines, on a terminal broken where it ends, between words."""
    from cscareer.render.spoken import folded

    return folded(text, _console(stream, no_color=True).width if stream.isatty() else None)


def tell_prose(text: str) -> str:
    """Writes a sentence to standard error, its lines broken between words; gives them."""
    from cscareer.render.terminal import draw_prose

    drawn = draw_prose(_console(sys.stderr, no_color=True), text)
    write_aside(drawn, table=True)
    return drawn


def tell_page(content: "Page", *, no_color: bool) -> None:
    """Writes a page to standard error: what a person needs in order to answer a question."""
    from cscareer.render.plain_format import draw_plain
    from cscareer.render.terminal import draw_terminal

    if asks_for_plain(os.environ):
        write_aside(_as_spoken(sys.stderr, draw_plain(content, (), (), full=True)), table=True)
        return
    write_aside(draw_terminal(_console(sys.stderr, no_color=no_color), content, (), ()), table=True)


def show_error(error: CareerError, *, as_json: bool, no_color: bool = False) -> None:
    """Writes an error to standard error: for a script one JSON object, for a person what to do about it."""
    if as_json:
        from cscareer.render.json_format import draw_error

        write_aside(draw_error(error))
        return
    from cscareer.render.terminal import draw_error as draw_error_text

    if asks_for_plain(os.environ):
        from cscareer.render.plain_format import plain_error

        write_aside(_as_spoken(sys.stderr, plain_error(error)), table=True)
        return
    write_aside(draw_error_text(_console(sys.stderr, no_color=no_color), error), table=True)
