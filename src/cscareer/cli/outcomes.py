"""What the body of a command may return besides a plain answer."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from cscareer.catalog.answer import Answer
    from cscareer.skills.matching import PersonMatch
    from cscareer.titles.report import TitleLine


@dataclass(frozen=True)
class Reply:
    """An answer with more to it.

    `paged` lets a table longer than the screen be read page by page, `holds` is False where the answer is "no" and the
    run ends with 1, and `afterwards` is done once the answer has been shown.
    """

    answer: "Answer"
    paged: bool = False
    holds: bool = True
    afterwards: Callable[[], None] | None = None


@dataclass(frozen=True)
class Text:
    """Text to write as it is."""

    text: str


@dataclass(frozen=True)
class Stream:
    """Answers to write one after the other as they come, as JSON lines or CSV, and what they are about."""

    of: Literal["people", "titles"]
    lines: "Iterable[PersonMatch] | Iterable[TitleLine]"
