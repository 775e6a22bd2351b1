"""Draws the README's pictures from the program's real output: `make pictures`."""

import io
import os
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from rich.console import Console
from rich.terminal_theme import MONOKAI
from rich.text import Text

from cscareer.cli.program import run
from cscareer.render import show

HERE = Path(__file__).parent
WIDTH = 80
PICTURES = {
    "roles": ["roles"],
    "offer": [
        "offer",
        "46000",
        "--role",
        "customer service specialist",
        "-l",
        "Columbus, OH",
        "--current",
        "41000",
    ],
    "compare": ["compare", "customer service specialist", "customer service manager"],
    "match": ["match", "--top", "6"],
    "path": ["path", "customer service manager"],
    "checklist": ["checklist"],
    "gap": [
        "gap",
        "customer service manager",
        "--have",
        "coaching:advanced,team leadership:2,business acumen",
    ],
}
SOMEBODY = {"match", "path", "checklist"}  # drawn for a person with a profile
PROFILE = HERE.parent / "tests" / "cli" / "profile.yaml"
# Rich's own frame without its web font: a picture in a README fetches nothing.
FRAME = """\
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


def screen(arguments: Sequence[str]) -> str:
    """What a command shows on a terminal of our width, escapes and all."""
    shown: list[str] = []
    keep = show.write
    show.write = lambda text, **_: shown.append(text)
    try:
        run(arguments)
    finally:
        show.write = keep
    return "".join(shown)


@contextmanager
def _home(*, somebody: bool) -> Iterator[None]:
    """A user folder with somebody's profile in it, or none."""
    with TemporaryDirectory() as folder:
        os.environ["XDG_DATA_HOME"] = folder
        if somebody:
            kept = Path(folder) / "cscareer" / "profile"
            kept.mkdir(parents=True)
            shutil.copy(PROFILE, kept)
        yield


def main() -> None:
    """Writes one SVG for each picture."""
    os.environ |= {"COLUMNS": str(WIDTH), "FORCE_COLOR": "1", "TERM": "xterm-256color"}
    for name, arguments in PICTURES.items():
        with _home(somebody=name in SOMEBODY):
            shown = screen(arguments)
        console = Console(record=True, width=WIDTH, file=io.StringIO(), legacy_windows=False)
        words = " ".join(f'"{word}"' if " " in word else word for word in arguments)
        console.print(Text(f"$ cscareer {words}\n", style="bold"))
        console.print(Text.from_ansi(shown))
        svg = console.export_svg(title="cscareer", theme=MONOKAI, code_format=FRAME, unique_id=name)
        lines = [line.rstrip() for line in svg.splitlines()]
        (HERE / f"{name}.svg").write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
