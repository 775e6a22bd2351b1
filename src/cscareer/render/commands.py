"""Commands to copy: broken between their arguments where a line ends, so that what is copied over lines still runs."""

import re
from collections.abc import Iterator

_ARGUMENT = re.compile(r"""(?:"[^"]*"|'[^']*'|[^\s"'])+""")
_IN_PROSE = re.compile(r"`cscareer [^`]*`")
_PIECE = re.compile(r"[^ ,]*[ ,]|[^ ,]+")
_ON = "\\"  # ends a line that goes on, to a shell
_SET_IN = "  "
_HELD = "\ue000"  # stands for a space at which no line may break
_ROOM = 8  # columns, with fewer of which nothing is broken


def broken(lead: str, command: str, width: int) -> list[str]:
    """The lines of a command behind words that lead to it, none wider than the terminal if that can be.

    Lines break between arguments, an option staying with its value where both fit, and end with a backslash as shells take
    it. One argument that is wider than a line breaks behind a comma or a space of it, which both a list and double quotes
    allow; in single quotes nothing does.
    """
    whole = f"{lead}{command}"
    arguments = _ARGUMENT.findall(command)
    if len(whole) <= width or width < _ROOM or " ".join(arguments) != command:
        return [whole]
    lines, line = [], f"{lead}{arguments[0]}"
    for part in _parts(arguments[1:], width):
        if len(line) + len(part) + 3 <= width:  # a space on both sides, and the backslash
            line += f" {part}"
            continue
        lines.append(f"{line} {_ON}")
        *cut, line = _cut(f"{_SET_IN}{part}", width)
        lines += cut
    return [*lines, line]


def _parts(arguments: list[str], width: int) -> Iterator[str]:
    """The arguments, each option with its value where a line has room for both."""
    at = 0
    while at < len(arguments):
        option, value = arguments[at], "".join(arguments[at + 1 : at + 2])
        pair = f"{option} {value}"
        if (
            option.startswith("-")
            and value
            and not value.startswith("-")
            and len(pair) + len(_SET_IN) + 2 <= width
        ):
            yield pair
            at += 1
        else:
            yield option
        at += 1


def _cut(part: str, width: int) -> Iterator[str]:
    """The lines of an argument, more than one where it is wider than a line and may be cut."""
    if len(part) + 2 <= width or "'" in part:
        yield part
        return
    line = _SET_IN
    for piece in _PIECE.findall(part.removeprefix(_SET_IN)):
        if line.strip() and len(line) + len(piece) + 2 > width:
            yield f"{line}{_ON}"
            line = ""
        line += piece
    yield line


def held(text: str, width: int) -> str:
    """Text in whose commands no line may break, or within an argument alone where a command is wider than a line."""
    return _IN_PROSE.sub(lambda found: _hold(found[0], width), text) if "`cscareer " in text else text


def _hold(command: str, width: int) -> str:
    if len(command) + 1 <= width:
        return command.replace(" ", _HELD)
    return re.sub(r'"[^"]*"', lambda quote: quote[0].replace(" ", _HELD), command)


def let_go(text: str) -> str:
    """The same text with its spaces."""
    return text.replace(_HELD, " ")
