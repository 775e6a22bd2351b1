"""The formats an answer comes in. Apart from what draws them, so that help and completion stay quick."""

from enum import StrEnum


class Format(StrEnum):
    """A format to ask for with --format."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"
    MARKDOWN = "markdown"


class RouteFormat(StrEnum):
    """The formats that routes come in: those of every answer, and one more."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"
    MARKDOWN = "markdown"
    MERMAID = "mermaid"


AnyFormat = Format | RouteFormat
