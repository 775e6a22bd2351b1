"""The help of a command as text. Without Rich: help is asked for often and has to be there at once."""

import os
import re
import shutil
import textwrap
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple, TextIO

from cscareer.render.commands import broken
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
    """The help as lines no wider than the reader's screen; plain where words alone are asked for.

    At a terminal a command in a list of commands has one line where the beginning of what it does fits that; nothing else
    is cut.
    """
    from cscareer.render.plain_asked import asks_for_plain

    encoding = (getattr(stream, "encoding", None) or "ascii").lower().replace("-", "")
    if asks_for_plain(environment):
        from cscareer.render.spoken import folded, held_together

        width = shutil.get_terminal_size().columns if stream.isatty() else None
        lines = iter(folded(held_together("\n".join(_plain(page))), width).splitlines())
    else:
        width = max(min(shutil.get_terminal_size().columns, _READABLE), _NARROWEST)
        on_screen = stream.isatty()
        page = _in_brief(page, width) if on_screen and width >= _BESIDE else page
        lines = _drawn(page, width, colored=_shows_colors(stream, environment), on_screen=on_screen)
    text = "\n".join(lines)
    return text if encoding == "utf8" else to_ascii(text)


def _shows_colors(stream: TextIO, environment: Mapping[str, str]) -> bool:
    if environment.get("NO_COLOR"):
        return False
    return stream.isatty() and environment.get("TERM", "") not in {"", "dumb"}


def _in_brief(page: HelpPage, width: int) -> HelpPage:
    """The help with one line for each command of a list, where the part before a colon, semicolon or comma fits that."""
    sections, is_cut = [], False
    for section in page.sections:
        rows = section.rows
        if section.heading not in _OF_A_COMMAND:
            room = width - _beside(section) - 2
            rows = [(name, _beginning(meaning, room)) for name, meaning in rows]
        is_cut = is_cut or list(rows) != list(section.rows)
        sections.append(section._replace(rows=rows))
    more = f"`{page.usage.split(' ', 1)[0]} help COMMAND` tells all of a command."
    return page._replace(sections=sections, about=f"{page.about}\n\n{more}" if is_cut else page.about)


def _beginning(meaning: str, room: int) -> str:
    if len(meaning) <= room:
        return meaning
    colon = re.search("[:;]", meaning)
    commas = [found.start() for found in re.finditer(", ", meaning) if found.start() < room]
    end = colon.start() if colon and colon.start() < room else max(commas, default=None)
    return meaning if end is None else f"{meaning[:end]}."


def _beside(section: HelpSection) -> int:
    """The columns that the labels of a section take where what they mean stands beside them."""
    return min(max(len(name) for name, _ in section.rows), _LONGEST_LABEL) + 2


def _drawn(page: HelpPage, width: int, *, colored: bool, on_screen: bool) -> Iterator[str]:
    heading, label, end = (_HEADING, _LABEL, _END) if colored else ("", "", "")
    yield from _wrapped(f"Usage: {page.usage}", width, indent="  ")
    yield ""
    for paragraph in page.about.split("\n\n"):
        yield from _wrapped(paragraph, width)
        yield ""
    for section in page.sections:
        yield f"{heading}{section.heading}{end}"
        column = _beside(section)
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
        for example in page.examples:
            yield from broken("  ", example, width) if on_screen else [f"  {example}"]


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


def turned(text: str) -> bool:
    """Shows help page by page where a person sits at a screen that it is longer than, and tells whether it did."""
    from cscareer.render.pager import page, pages
    from cscareer.render.plain_asked import asks_for_plain

    return not asks_for_plain(os.environ) and pages(text, os.environ) and page(f"{text}\n", os.environ)
