"""An answer laid out as blocks, before any format draws it."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from cscareer.catalog.models import Source
from cscareer.pay.money import Number
from cscareer.render.cells import Cell, Cited


class Vital(str):
    """A note without which a figure is misread: it stands on the first screen, the others only behind --full."""

    __slots__ = ()


class Paragraph(NamedTuple):
    """A sentence or a few; `strong` for the one line to remember, `close` right below what it belongs to."""

    text: str | Cited
    strong: bool = False
    close: bool = False


class Heading(NamedTuple):
    """The name of what follows; the document's title has level 1."""

    text: str
    level: int = 2


class Facts(NamedTuple):
    """Labels, each with its value; the first screen does without the last `spare` of them where it has no room."""

    rows: Sequence[tuple[str, Cell]]
    spare: int = 0


class Bullets(NamedTuple):
    """A short list, `numbered` where it is done in this order.

    Of a long one the first screen shows `first` items, or fewer where it has no room for them.
    """

    items: Sequence[Cell]
    first: int | None = None
    numbered: bool = False


class Column(NamedTuple):
    """A column: its header; figures stand right, and `wraps` lets long words of prose run over lines.

    `without` is how an empty cell is told aloud, "" where there is nothing to tell: a skill that a role doesn't want, a name
    that has no short form.
    """

    header: str
    right: bool = False
    wraps: bool = False
    without: str = "not known"


class Table(NamedTuple):
    """Rows under columns; where they don't fit the width, each row becomes a card named by its first cell.

    Of many rows the first screen shows `first`, or fewer where it has no room for them.
    """

    columns: Sequence[Column]
    rows: Sequence[Sequence[Cell]]
    first: int | None = None


class Bar(NamedTuple):
    """One range on the shared scale; nothing is drawn where an end is unknown."""

    label: str
    low: Number | None
    high: Number | None


class Bars(NamedTuple):
    """Ranges of pay drawn on one scale."""

    bars: Sequence[Bar]
    currency: str


class Spread(NamedTuple):
    """How pay spreads among people: what 10, 25, 50, 75 and 90 of 100 earn less than; None where it isn't known."""

    label: str
    p10: Number | None
    p25: Number | None
    median: Number | None
    p75: Number | None
    p90: Number | None

    @property
    def known(self) -> list[Number]:
        """The figures there are, lowest first."""
        return [each for each in self[1:] if each is not None]


class PayMark(NamedTuple):
    """One figure on the scale, an offer for example."""

    label: str
    amount: Number


class Spreads(NamedTuple):
    """Wages of everyone in an occupation, ranges beside them and single figures marked, all on one scale."""

    spreads: Sequence[Spread]
    ranges: Sequence[Bar]
    marks: Sequence[PayMark]
    currency: str

    @property
    def ends(self) -> tuple[Number, Number] | None:
        """The least and the most figure; None where there is none."""
        figures = [figure for spread in self.spreads for figure in spread.known]
        figures += [end for bar in self.ranges for end in (bar.low, bar.high) if end is not None]
        figures += [mark.amount for mark in self.marks]
        return (min(figures), max(figures)) if figures else None


class YearBars(NamedTuple):
    """A figure year by year; it can't be compared across the year before which a method `breaks_before`."""

    label: str
    years: Sequence[int]
    values: Sequence[Cell]
    heights: Sequence[Number]
    breaks_before: int | None = None


class Check(NamedTuple):
    """An item of a checklist: how far it is, what it is, how it stands, what to do next, and words that prove it."""

    state: str
    name: str
    standing: str
    next_step: str | None
    evidence: Sequence[str] = ()


class Checklist(NamedTuple):
    """Items to tick; of a long list the first screen shows `first`, or fewer where it has no room for them."""

    items: Sequence[Check]
    first: int | None = None


class ProgressBar(NamedTuple):
    """How much of something is done."""

    done: int
    total: int


class Command(NamedTuple):
    """A command to paste, and what it shows."""

    purpose: str
    command: str


class Branch(NamedTuple):
    """A place in a tree: its name (the same `key` is the same thing), how one gets there from above, details below.

    `firm` is whether the way there is the usual one; another is drawn apart where a format can.
    """

    key: str
    name: str
    way: str | None = None
    details: Sequence[tuple[str, Cell]] = ()
    branches: "Sequence[Branch]" = ()
    firm: bool = True


class Tree(NamedTuple):
    """Places that lead on to others, from one root."""

    root: Branch

    def walk(self) -> Iterator[tuple[tuple[bool, ...], Branch]]:
        """Every place from the root down, each with whether it, and each place above it, is the last of its kind."""
        waiting: list[tuple[tuple[bool, ...], Branch]] = [((), self.root)]
        while waiting:
            lasts, branch = waiting.pop()
            yield lasts, branch
            below = [((*lasts, False), inner) for inner in branch.branches[:-1]]
            below += [((*lasts, True), inner) for inner in branch.branches[-1:]]
            waiting.extend(reversed(below))


Drawn = (
    Command
    | Paragraph
    | Heading
    | Facts
    | Bullets
    | Table
    | Bars
    | Spreads
    | YearBars
    | Checklist
    | ProgressBar
    | Tree
)


class Brief(NamedTuple):
    """What stands on the first screen alone: in few words what `Rest` says in full."""

    blocks: "Sequence[Block]"


class Rest(NamedTuple):
    """What the first screen leaves to --full; Markdown and reports have it always.

    Of what is `retold` there in fewer words no heading is named as left out.
    """

    blocks: "Sequence[Block]"
    retold: bool = False


class IfRoom(NamedTuple):
    """What the first screen shows while it has room, and anything longer always."""

    blocks: "Sequence[Block]"


Block = Drawn | Brief | Rest | IfRoom


class Page(NamedTuple):
    """An answer as a person reads it: a title, blocks, footnotes, where it comes from, and what to ask next.

    `numbered` gives each source its number, from 1, where the blocks say which of them they rest on. `read` marks a text to
    be read: on a terminal it opens in the pager where it is longer than the screen, and `whole` one that has no short form.
    `first_notes` are those of the first screen where they aren't simply the vital ones of all, and `sources` those it rests
    on where they aren't all of the answer's.
    """

    title: str
    blocks: Sequence[Block]
    notes: Sequence[str] = ()
    next_command: str | None = None
    numbered: bool = False
    read: bool = False
    whole: bool = False
    first_notes: Sequence[str] = ()
    sources: Sequence[Source] | None = None

    @property
    def in_full(self) -> Iterator[Drawn]:
        """All there is to say."""
        return _in_full(self.blocks)


def numbers_in(shown: object) -> Iterator[int]:
    """The numbers of sources in blocks, or whatever they are made of."""
    if isinstance(shown, Cited):
        yield from shown.numbers
    elif isinstance(shown, tuple | list):
        for each in shown:
            yield from numbers_in(each)


def _in_full(blocks: Sequence[Block]) -> Iterator[Drawn]:
    for block in blocks:
        if isinstance(block, Rest | IfRoom):
            yield from _in_full(block.blocks)
        elif not isinstance(block, Brief):
            yield block
