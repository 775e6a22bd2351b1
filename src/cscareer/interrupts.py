"""Remembers that the person has interrupted the run (Ctrl-C), whatever becomes of the exception. Imports nothing of ours.

An exception raised while Pydantic builds or runs a validator may come out as a finding, as another exception, or not at all.
"""

import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

_noted = False


def watch() -> None:
    """Remembers interrupts from now on. Where they are ignored, as behind `nohup`, they stay ignored."""
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, _note)
        sys.unraisablehook = _say_no_more


def leave() -> None:
    """Passes over interrupts from now on: all is done, and one that falls while Python clears up would end it by a signal."""
    if signal.getsignal(signal.SIGINT) is _note:
        signal.signal(signal.SIGINT, signal.SIG_IGN)


def noted() -> bool:
    """Whether there was an interrupt since `watch`."""
    return _noted


@contextmanager
def left_to_another() -> Iterator[None]:
    """Passes over interrupts while another program has the terminal: they are its own affair."""
    before = signal.signal(signal.SIGINT, lambda _number, _frame: None)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


@contextmanager
def ending_at_once() -> Iterator[None]:
    """Meanwhile an interrupt ends the process there and then, with 130: for a server that keeps nothing.

    One of its threads waits for a line, which the end of Python would wait for in its turn, as long as the client is there.
    """
    before = signal.getsignal(signal.SIGINT)
    if before is not _note:
        yield
        return
    signal.signal(signal.SIGINT, lambda _number, _frame: os._exit(130))
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _note(number: int, frame: FrameType | None) -> None:
    global _noted  # noqa: PLW0603  the process has been interrupted, not an object of ours
    _noted = True
    signal.default_int_handler(number, frame)


def _say_no_more(unraisable: "sys.UnraisableHookArgs") -> None:
    """Leaves out what is printed of an interrupt that falls where nothing can be raised; it has been noted."""
    if not (_noted and issubclass(unraisable.exc_type, KeyboardInterrupt)):
        sys.__unraisablehook__(unraisable)
