"""Reading a long text page by page, where a person sits at a terminal."""

import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Mapping
from contextlib import suppress
from typing import TextIO

from cscareer.interrupts import left_to_another

_DEFAULT = "less"
# What `less` needs to keep colors, to leave the text on the screen, and to end where all of it fits one.
_FOR_LESS = {"LESS": "FRX"}


def pages(text: str, environment: Mapping[str, str]) -> bool:
    """Whether a text is better shown page by page: someone is there to turn them, and it is longer than the screen."""
    if environment.get("TERM", "") in {"", "dumb"}:
        return False
    if not (_is_terminal(sys.stdin) and _is_terminal(sys.stdout)):
        return False
    return text.count("\n") >= shutil.get_terminal_size().lines


def page(text: str, environment: Mapping[str, str]) -> bool:
    """Shows a text with the program PAGER names, else `less`; false where it isn't there or fails."""
    try:
        command = shlex.split(environment.get("PAGER", _DEFAULT))
    except ValueError:  # a quote without its other half
        return False
    if not command or shutil.which(command[0]) is None:
        return False
    sys.stdout.flush()
    try:
        pager = subprocess.Popen(  # noqa: S603  the person's own choice of program, as for any pager
            command, stdin=subprocess.PIPE, env={**_FOR_LESS, **environment}
        )
    except OSError:
        return False
    with left_to_another():
        with suppress(BrokenPipeError):  # who has read enough may leave
            pager.communicate(text.encode("utf-8"))
        pager.wait()
    return pager.returncode <= 0


def _is_terminal(stream: TextIO | None) -> bool:
    try:
        return stream is not None and os.isatty(stream.fileno())
    except (AttributeError, OSError, ValueError):  # a stream in memory, or a closed one
        return False
