"""What a terminal would show, as a picture: letters and colors as they stand there, and nothing fetched."""

import io
import re
from collections.abc import Sequence
from html import unescape

from rich.cells import cell_len
from rich.console import Console
from rich.terminal_theme import MONOKAI
from rich.text import Text

from cscareer.render.text import quoted, scrub

_OWN = "--svg"
_TEXT = re.compile(r'textLength="([\d.]+)"([^>]*)>([^<]*)</text>')
_PLAIN = re.compile(r"[\w @%+=:,./'-]+")
_BARE = re.compile(r"[\w@%+=:,./-]+")
# Rich's own frame without its web font: a picture fetches nothing.
_FRAME = """\
<svg class="rich-terminal" viewBox="0 0 {width} {height}" xmlns="http://www.w3.org/2000/svg">
<style>
.{unique_id}-matrix {{
  font-family: ui-monospace, Menlo, Consolas, "DejaVu Sans Mono", monospace;
  font-size: {char_height}px; line-height: {line_height}px; font-variant-east-asian: full-width;
}}
.{unique_id}-title {{ font-size: 18px; font-weight: bold; font-family: sans-serif; }}
{styles}
</style>
<defs>
<clipPath id="{unique_id}-clip-terminal"><rect x="0" y="0" width="{terminal_width}" height="{terminal_height}" /></clipPath>
{lines}
</defs>
{chrome}
<g transform="translate({terminal_x}, {terminal_y})" clip-path="url(#{unique_id}-clip-terminal)">
{backgrounds}
<g class="{unique_id}-matrix" xml:space="preserve">
{matrix}
</g>
</g>
</svg>
"""


def draw_picture(shown: str, command: Sequence[str], width: int) -> str:
    """A terminal's text, escapes and all, below the command line that asked for it, as SVG.

    Args:
        shown: what the terminal shows.
        command: the words of the command line, without the program's name.
        width: columns of the terminal; a longer line of it makes the picture wider, and the command is wrapped.
    """
    text, line = Text.from_ansi(shown), Text(f"$ {_said(command)}", style="bold")
    widest = max([width, *(cell_len(row) for row in text.plain.splitlines())])
    console = Console(record=True, width=widest, file=io.StringIO(), legacy_windows=False)
    console.print(line, Text(), text, sep="\n")
    name = next((word for word in command if word.isidentifier()), "cscareer")
    svg = console.export_svg(title="cscareer", theme=MONOKAI, code_format=_FRAME, unique_id=name)
    return "".join(f"{_TEXT.sub(_widened, row.rstrip())}\n" for row in svg.splitlines())


def _widened(text: re.Match[str]) -> str:
    """A run of letters with its length in columns; Rich counts each letter as one, so wide ones would be squeezed."""
    said = unescape(text[3])
    columns, letters = cell_len(said), len(said)
    if columns == letters:
        return text[0]
    return f'textLength="{float(text[1]) * columns / letters:g}"{text[2]}>{text[3]}</text>'


def _said(command: Sequence[str]) -> str:
    """The command line as a person types it, without the picture it asks for."""
    before = ["", *command]
    own = (
        word
        for last, word in zip(before, command, strict=False)
        if _OWN not in {last, word.partition("=")[0]}
    )
    return " ".join(["cscareer", *map(_typed, own)])


def _typed(word: str) -> str:
    """A word as a shell takes it for one, in double quotes where nothing in it means anything to the shell."""
    word = scrub(word)
    return word if _BARE.fullmatch(word) else f'"{word}"' if _PLAIN.fullmatch(word) else quoted(word)
