"""The help of all commands as one manual page, in roff (man(7))."""

from collections.abc import Iterator, Sequence

from cscareer import __version__
from cscareer.render.help_format import HelpPage

_CODES = (
    ("0", "answered"),
    ("1", "the answer is “no”: data check found a problem, gap --check is not met"),
    ("2", "wrong usage, or a name that is unknown or ambiguous"),
    ("3", "something to read can't be read or is invalid"),
    ("4", "something couldn't be written"),
    ("5", "a stream is done, but some lines were passed over"),
    ("130", "interrupted"),
)
_ENVIRONMENT = (
    ("CSCAREER_DATA", "a folder of data to lay over the built-in data"),
    ("CSCAREER_PLAIN", "words alone, one fact a line, as with --plain"),
    ("NO_COLOR", "draw without colors"),
    ("COLUMNS", "how wide a table may be"),
)
Pages = Sequence[tuple[tuple[str, ...], HelpPage]]


def draw_manual(pages: Pages) -> str:
    """All pages as one: the program's own first, then each command with its options and examples."""
    (_, program), *commands = pages
    title = " ".join(program.about.split("\n\n", maxsplit=1)[0].split()).rstrip(".")
    lines = [
        f'.TH CSCAREER 1 "" "cscareer {__version__}" "User Commands"',
        ".SH NAME",
        f"cscareer \\- {_said(title[0].lower() + title[1:])}",
        ".SH SYNOPSIS",
        f".B {_said(program.usage)}",
        ".SH DESCRIPTION",
        *_paragraphs(program.about),
        *_sections(program),
    ]
    for words, page in commands:
        lines += [
            f".SH {_said(' '.join(words).upper())}",
            f".B {_said(page.usage)}",
            *_paragraphs(page.about),
        ]
        lines += [*_sections(page, within=True), *_examples(page)]
    lines += [".SH EXIT STATUS", *_rows(_CODES), ".SH ENVIRONMENT", *_rows(_ENVIRONMENT)]
    return "\n".join(lines) + "\n"


def _sections(page: HelpPage, *, within: bool = False) -> Iterator[str]:
    for section in page.sections:
        yield f".SS {_said(section.heading)}" if within else f".SH {_said(section.heading.upper())}"
        yield from _rows(section.rows)


def _rows(rows: Sequence[tuple[str, str]]) -> Iterator[str]:
    for label, meaning in rows:
        yield from (".TP", f".B {_said(label)}", _said(meaning) or r"\&")


def _examples(page: HelpPage) -> Iterator[str]:
    if page.examples:
        yield from (f".SS {'Examples' if len(page.examples) > 1 else 'Example'}", ".nf")
        yield from map(_said, page.examples)
        yield ".fi"


def _paragraphs(text: str) -> Iterator[str]:
    for paragraph in text.split("\n\n"):
        yield from (".PP", _said(" ".join(paragraph.split())))


def _said(text: str) -> str:
    """Text as roff prints it: no letter of it steers, and a hyphen can be copied as one."""
    text = text.replace("\\", r"\e").replace("-", r"\-").replace('"', r"\(dq")
    text = "".join(letter if letter.isascii() else rf"\[u{ord(letter):04X}]" for letter in text)
    return rf"\&{text}" if text.startswith((".", "'")) else text
