"""The first screen of an answer: what of a page stands whole on 24 lines, and how it says where the rest is."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from cscareer.catalog.models import Source
from cscareer.render.blocks import (
    Block,
    Brief,
    Bullets,
    Drawn,
    Facts,
    Heading,
    Page,
    Paragraph,
    Rest,
    Table,
    Vital,
)
from cscareer.render.cells import Cell, Cited

MOST_NOTES = 3
ALL_SOURCES = "`cscareer data sources`"


class Screen(NamedTuple):
    """What the first screen shows; `left` are the headings of what it leaves out, `more` whether that is anything."""

    blocks: Sequence[Drawn]
    notes: Sequence[str]
    left: Sequence[str]
    more: bool


def first_screen(page: Page) -> Screen:
    """A page without what it leaves to --full, its long tables and lists cut, and its three most needed notes.

    A page of which nothing is marked shows all its blocks. Numbers of sources fall off, as their list does.
    """
    blocks = [_unnumbered(shown) for block in page.blocks for shown in _shown(block)]
    rest = [
        block for each in page.blocks if isinstance(each, Rest) for block in Page("", each.blocks).in_full
    ]
    vital = page.first_notes or [note for note in page.notes if isinstance(note, Vital)] or page.notes
    notes = vital[:MOST_NOTES]
    left = [block.text for block in rest if isinstance(block, Heading)]
    return Screen(blocks, notes, left, bool(rest) or bool(set(page.notes) - set(notes)))


def _shown(block: Block) -> Iterator[Drawn]:
    match block:
        case Rest():
            return
        case Brief():
            for each in block.blocks:
                yield from _shown(each)
        case Table(first=int(first)) if len(block.rows) > first:
            yield Table(block.columns, block.rows[:first])
            yield _more(len(block.rows) - first)
        case Bullets(first=int(first)) if len(block.items) > first:
            yield block._replace(items=block.items[:first])
            yield _more(len(block.items) - first)
        case _:
            yield block


def _more(count: int) -> Paragraph:
    return Paragraph(f"  … and {count} more; --full shows them.", close=True)


def _unnumbered(block: Drawn) -> Drawn:
    match block:
        case Paragraph(text=Cited() as said):
            return block._replace(text=said.words)
        case Facts():
            return Facts([(label, _words(value)) for label, value in block.rows])
        case Bullets():
            return block._replace(items=[_words(item) for item in block.items])
        case _:
            return block


def _words(cell: Cell) -> Cell:
    return cell.words if isinstance(cell, Cited) else cell


def sources_line(sources: Sequence[Source], width: int) -> str:
    """The sources by their short names, those of one kind together, as many as fit a line, and where all of them stand."""
    names = list(together(source.in_a_line for source in sources))
    for count in range(len(names), 0, -1):
        left = [f"{len(names) - count} more"] if count < len(names) else []
        said = f"{' · '.join([*names[:count], *left])}; {ALL_SOURCES}"
        if len(said) <= width or count == 1:
            return said
    return ALL_SOURCES


def together(names: Iterable[str]) -> Iterator[str]:
    """Names that differ in their year alone as one: "BLS wages May 2020–2025"."""
    years: dict[str, list[str]] = {}
    for name in dict.fromkeys(names):
        what, _, last = name.rpartition(" ")
        dated = len(last) == len("2026") and last.isdecimal()
        years.setdefault(what if dated else name, []).extend([last] if dated else [])
    for what, found in years.items():
        span = sorted(found)
        in_a_row = len(span) > 1 and int(span[-1]) - int(span[0]) == len(span) - 1
        yield f"{what} {f'{span[0]}–{span[-1]}' if in_a_row else ', '.join(span)}".rstrip()


def more_line(left: Sequence[str], width: int) -> str:
    """What --full has besides, named by its headings as far as they fit a line."""
    names = list(dict.fromkeys(map(lowered, left)))
    for count in range(len(names), 0, -1):
        also = ["and more"] if count < len(names) else []
        said = f"--full adds: {'; '.join([*names[:count], *also])}."
        if len(said) <= width:
            return said
    return "--full shows all of it, with every note and source."


def lowered(heading: str) -> str:
    """A heading within a sentence, without its particulars."""
    heading = heading.partition(":")[0].partition(" (")[0]
    word = heading[1:2].islower() or heading.startswith("A ")
    return heading[:1].lower() + heading[1:] if word else heading
