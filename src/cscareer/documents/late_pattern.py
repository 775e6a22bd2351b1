"""Patterns that are made ready when they are first looked for.

Those of dates and of sentences are long, to make all of them ready takes as long as to read fifty resumes, and a text needs few.
"""

import re
from collections.abc import Callable, Iterator
from functools import cached_property


class LatePattern:
    """A pattern as `re.compile` makes it, once it is asked for anything."""

    def __init__(self, pattern: str, flags: int = 0) -> None:
        self.pattern, self._flags = pattern, flags

    @cached_property
    def ready(self) -> re.Pattern[str]:
        """The pattern itself."""
        return re.compile(self.pattern, self._flags)

    @cached_property
    def search(self) -> Callable[..., re.Match[str] | None]:
        """As of any pattern."""
        return self.ready.search

    @cached_property
    def match(self) -> Callable[..., re.Match[str] | None]:
        """As of any pattern."""
        return self.ready.match

    @cached_property
    def fullmatch(self) -> Callable[..., re.Match[str] | None]:
        """As of any pattern."""
        return self.ready.fullmatch

    @cached_property
    def finditer(self) -> Callable[..., Iterator[re.Match[str]]]:
        """As of any pattern."""
        return self.ready.finditer
