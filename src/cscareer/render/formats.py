"""The formats an answer comes in. Apart from what draws them, so that help and completion stay quick."""

from enum import StrEnum
from typing import NamedTuple


class Format(StrEnum):
    """A format to ask for with --format; `jsonl` is one JSON object a line, for answers that stream."""

    TABLE = "table"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"
    MARKDOWN = "markdown"
    MERMAID = "mermaid"
    YAML = "yaml"
    ICS = "ics"
    HTML = "html"
    DOCX = "docx"


class Formats(NamedTuple):
    """The formats a command offers, the one it takes when none is asked for, and what its help says of them."""

    choices: tuple[Format, ...]
    default: Format
    about: str

    def plus(self, extra: Format, about: str) -> "Formats":
        """The same and one more, with a sentence on that one."""
        return Formats((*self.choices, extra), self.default, f"{self.about} {about}")


USUAL = Formats(
    (Format.TABLE, Format.JSON, Format.CSV, Format.MARKDOWN),
    Format.TABLE,
    "How the answer is written; a table when left out.",
)
