"""An answer laid out as blocks, before any format draws it."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from cscareer.pay.ranges import Number
from cscareer.render.cells import Cell, Cited


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A sentence or a few; `strong` for the one line to remember."""

    text: str | Cited
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Heading:
    """The name of what follows; the document's title has level 1."""

    text: str
    level: int = 2


@dataclass(frozen=True, slots=True)
class Facts:
    """Labels, each with its value."""

    rows: Sequence[tuple[str, Cell]]


@dataclass(frozen=True, slots=True)
class Bullets:
    """A short list."""

    items: Sequence[Cell]


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its header; figures stand right, and `wraps` lets long words of prose run over lines."""

    header: str
    right: bool = False
    wraps: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under columns; where they don't fit the width, each row becomes a card named by its first cell."""

    columns: Sequence[Column]
    rows: Sequence[Sequence[Cell]]


@dataclass(frozen=True, slots=True)
class Bar:
    """One range on the shared scale; nothing is drawn where an end is unknown."""

    label: str
    low: Number | None
    high: Number | None


@dataclass(frozen=True, slots=True)
class Bars:
    """Ranges of pay drawn on one scale."""

    bars: Sequence[Bar]
    currency: str


@dataclass(frozen=True, slots=True)
class Check:
    """An item of a checklist: how far it is, what it is, how it stands, what to do next, and words that prove it."""

    state: str
    name: str
    standing: str
    next_step: str | None
    evidence: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Checklist:
    """Items to tick."""

    items: Sequence[Check]


@dataclass(frozen=True, slots=True)
class Command:
    """A command to paste, and what it shows."""

    purpose: str
    command: str


Block = Command | Paragraph | Heading | Facts | Bullets | Table | Bars | Checklist


@dataclass(frozen=True, slots=True)
class Document:
    """An answer as a person reads it: a title, blocks, footnotes, where it comes from, and what to ask next.

    `numbered` gives each source its number, from 1, where the blocks say which of them they rest on.
    """

    title: str
    blocks: Sequence[Block]
    notes: Sequence[str] = field(default=())
    next_command: str | None = None
    numbered: bool = False
