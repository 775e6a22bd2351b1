"""The help of a command as text. Without Rich: help is asked for often and has to be there at once."""

import os
import shutil
import textwrap
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple, TextIO

from cscareer.render.text import to_ascii

_READABLE, _NARROWEST = 100, 20
_LONGEST_LABEL = 30
_OF_A_COMMAND = frozenset(
    {"Options", "Arguments"}
)  # the other sections are of commands, whose names say what they are
_BESIDE = 60  # columns, below which what a label means stands under it
_HEADING, _LABEL, _END = "\x1b[1;36m", "\x1b[1m", "\x1b[0m"


class HelpSection(NamedTuple):
    """A heading, and labels each with what it means."""

    heading: str
    rows: Sequence[tuple[str, str]]


class HelpPage(NamedTuple):
    """All that the help of a command says."""

    usage: str
    about: str
    sections: Sequence[HelpSection]
    examples: Sequence[str]


def draw_help(page: HelpPage, stream: TextIO, environment: Mapping[str, str]) -> str:
    """The help as lines no wider than the reader's screen, nothing cut; plain where words alone are asked for."""
    from cscareer.render.plain_asked import asks_for_plain

    encoding = (getattr(stream, "encoding", None) or "ascii").lower().replace("-", "")
    if asks_for_plain(environment):
        from cscareer.render.spoken import folded, held_together

        width = shutil.get_terminal_size().columns if stream.isatty() else None
        lines = iter(folded(held_together("\n".join(_plain(page))), width).splitlines())
    else:
        width = max(min(shutil.get_terminal_size().columns, _READABLE), _NARROWEST)
        lines = _drawn(page, width, colored=_shows_colors(stream, environment))
    text = "\n".join(lines)
    return text if encoding == "utf8" else to_ascii(text)


def _shows_colors(stream: TextIO, environment: Mapping[str, str]) -> bool:
    if environment.get("NO_COLOR"):
        return False
    return stream.isatty() and environment.get("TERM", "") not in {"", "dumb"}


def _drawn(page: HelpPage, width: int, *, colored: bool) -> Iterator[str]:
    heading, label, end = (_HEADING, _LABEL, _END) if colored else ("", "", "")
    yield from _wrapped(f"Usage: {page.usage}", width, indent="  ")
    yield ""
    for paragraph in page.about.split("\n\n"):
        yield from _wrapped(paragraph, width)
        yield ""
    for section in page.sections:
        yield f"{heading}{section.heading}{end}"
        column = min(max(len(name) for name, _ in section.rows), _LONGEST_LABEL) + 2
        for name, meaning in section.rows:
            beside = width >= _BESIDE and len(name) + 2 <= column
            room = " " * (column + 2 if width >= _BESIDE else 6)
            lines = list(_wrapped(meaning, width - len(room)))
            if beside:
                first = lines.pop(0) if lines else ""
                yield f"  {label}{name}{end}{' ' * (column - len(name))}{first}".rstrip()
            else:
                yield from (f"  {label}{line}{end}" for line in _wrapped(name, width - 2, indent="  "))
            yield from (f"{room}{line}" for line in lines)
        yield ""
    if page.examples:
        yield f"{heading}{'Examples' if len(page.examples) > 1 else 'Example'}{end}"
        yield from (f"  {example}" for example in page.examples)


def _plain(page: HelpPage) -> Iterator[str]:
    yield f"Usage: {page.usage}"
    yield " ".join(page.about.split())
    for section in page.sections:
        yield f"{section.heading}."
        kind = f"{section.heading.removesuffix('s')} " if section.heading in _OF_A_COMMAND else ""
        yield from (f"{kind}{name}: {meaning}" for name, meaning in section.rows)
    yield from (f"Example: {example}" for example in page.examples)


def _wrapped(text: str, width: int, indent: str = "") -> Iterator[str]:
    words = " ".join(text.split())
    yield from textwrap.wrap(words, max(width, 1), subsequent_indent=indent, break_on_hyphens=False) or [""]


def write_help(page: HelpPage, stream: TextIO) -> str:
    """The help as this run's stream shows it."""
    return draw_help(page, stream, os.environ)
