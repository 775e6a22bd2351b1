"""The formats an answer comes in. Apart from what draws them, so that help and completion stay quick."""

from enum import StrEnum


class Format(StrEnum):
    """A format to ask for with --format."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"
    MARKDOWN = "markdown"


class ProfileFormat(StrEnum):
    """A format a profile can be exported in."""

    YAML = "yaml"
    JSON = "json"
    CSV = "csv"
    MARKDOWN = "markdown"


class ChecklistFormat(StrEnum):
    """A format a checklist can be exported in."""

    MARKDOWN = "markdown"
    CSV = "csv"
    JSON = "json"
    ICS = "ics"


class StreamFormat(StrEnum):
    """A format to ask for where answers may stream; `jsonl` is one JSON object a line."""

    TABLE = "table"
    JSON = "json"
    JSONL = "jsonl"
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
