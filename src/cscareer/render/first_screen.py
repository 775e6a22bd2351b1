"""The first screen of an answer: what of a page stands whole on 24 lines, and how it says where the rest is."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from cscareer.catalog.models import Source
from cscareer.render.blocks import (
    Block,
    Brief,
    Bullets,
    Checklist,
    Drawn,
    Facts,
    Heading,
    IfRoom,
    Page,
    Paragraph,
    Rest,
    Table,
    Vital,
)
from cscareer.render.cells import Cell, Cited
from cscareer.render.commands import broken

MOST_NOTES = 3
LINES, COLUMNS = 24, 80  # of the terminal that it must fit
_SPARE = 1  # line for the prompt, or for what is said before the answer
_FEWEST = 2  # rows or items of a list that are shown however long the rest is
ALL_SOURCES = "`cscareer data sources`"


class Screen(NamedTuple):
    """What the first screen shows; `left` are the headings of what it leaves out, `more` whether that is anything."""

    blocks: Sequence[Drawn]
    notes: Sequence[str]
    left: Sequence[str]
    more: bool


class Leaner(NamedTuple):
    """How much less than all of its blocks a first screen shows.

    `most` rows or items of a list that may be cut, whatever its `first` says; none of the last `dropped` of what it can
    do without; and so many `notes`.
    """

    most: int | None = None
    dropped: int = 0
    notes: int = MOST_NOTES


_NO_LEANER = Leaner()


def first_screen(page: Page, leaner: Leaner = _NO_LEANER) -> Screen:
    """A page without what it leaves to --full, its long tables and lists cut, and its three most needed notes.

    A page of which nothing is marked shows all its blocks. Numbers of sources fall off, as their list does.
    """
    kept = list(_kept(page.blocks, _spares(page.blocks) - leaner.dropped))
    blocks = [_unnumbered(shown) for block in kept for shown in _shown(block, leaner.most)]
    rest = [
        block for each in page.blocks if isinstance(each, Rest) for block in Page("", each.blocks).in_full
    ]
    vital = page.first_notes or [note for note in page.notes if isinstance(note, Vital)] or page.notes
    notes = vital[: leaner.notes]
    retold = [
        block for each in page.blocks if isinstance(each, Rest) and each.retold for block in each.blocks
    ]
    left = [block.text for block in rest if isinstance(block, Heading) and block not in retold]
    return Screen(blocks, notes, left, bool(rest or leaner.dropped) or bool(set(page.notes) - set(notes)))


def fitting_screen(page: Page, lines_of: Callable[[Screen], int], told: int = 0) -> Screen:
    """The first screen, as much of it as there is room for; two screens for what is a text to read.

    Where there is too little, it first does without what it can, then with fewer rows of its lists, then with fewer notes.

    Args:
        page: all there is to say.
        lines_of: how many lines a screen takes where it is `COLUMNS` wide.
        told: the lines that stand above it already.
    """
    following = broken("Next: ", page.next_command, COLUMNS) if page.next_command else []
    room = LINES * (2 if page.read else 1) - _SPARE - len(following) - told

    def fits(leaner: Leaner) -> bool:
        return lines_of(first_screen(page, leaner)) <= room

    longest = max((_items(block) for block in _cuttable(page.blocks)), default=0)
    if (
        _whole_rows(page.blocks) > room
    ):  # a list that is shown whole fits no screen, whatever else is left out
        most = _FEWEST if longest > _FEWEST else None
        return first_screen(page, Leaner(most, dropped=_spares(page.blocks)))
    leaner = _NO_LEANER
    for leaner in (Leaner(dropped=count) for count in range(_spares(page.blocks) + 1)):
        if fits(leaner):
            return first_screen(page, leaner)
    if longest > _FEWEST:
        fewest, most = _FEWEST, longest - 1
        while fewest < most:  # more rows never take fewer lines
            middle = (fewest + most + 1) // 2
            fewest, most = (middle, most) if fits(leaner._replace(most=middle)) else (fewest, middle - 1)
        leaner = leaner._replace(most=fewest)
    fewer_notes = (leaner._replace(notes=count) for count in range(MOST_NOTES, 0, -1))
    return first_screen(page, next(filter(fits, fewer_notes), leaner))


def _spares(blocks: Sequence[Block]) -> int:
    """How many things a first screen can do without."""
    count = 0
    for block in blocks:
        match block:
            case Brief():
                count += _spares(block.blocks)
            case IfRoom():
                count += 1 + _spares(block.blocks)
            case Facts():
                count += block.spare
    return count


def _kept(blocks: Sequence[Block], spares: int) -> Iterator[Block]:
    """The blocks with so many of the things that a first screen can do without, the first of them."""
    for block in blocks:
        match block:
            case Brief():
                yield Brief(list(_kept(block.blocks, spares)))
                spares -= _spares([block])
            case IfRoom():
                if spares > 0:
                    yield from _kept(block.blocks, spares - 1)
                spares -= _spares([block])
            case Facts(spare=int(spare)):
                shown = len(block.rows) - max(spare - max(spares, 0), 0)
                if shown:
                    yield block._replace(rows=block.rows[:shown])
                spares -= spare
            case _:
                yield block


def _cuttable(blocks: Sequence[Block]) -> Iterator[Table | Bullets | Checklist]:
    """The lists of a first screen of which fewer rows or items may be shown."""
    for block in blocks:
        if isinstance(block, Brief | IfRoom):
            yield from _cuttable(block.blocks)
        elif isinstance(block, Table | Bullets | Checklist) and block.first is not None:
            yield block


def _whole_rows(blocks: Sequence[Block]) -> int:
    """How many rows the tables have that a first screen shows whole."""
    return sum(
        _whole_rows(block.blocks)
        if isinstance(block, Brief)
        else len(block.rows)
        if isinstance(block, Table) and block.first is None
        else 0
        for block in blocks
    )


def _items(block: Table | Bullets | Checklist) -> int:
    count = len(block.rows) if isinstance(block, Table) else len(block.items)
    return min(count, count if block.first is None else block.first)


def _shown(block: Block, most: int | None) -> Iterator[Drawn]:
    match block:
        case Rest():
            return
        case Brief() | IfRoom():
            for each in block.blocks:
                yield from _shown(each, most)
        case Table(first=int(first)):
            yield from _cut(block, block.rows, first, most)
        case Bullets(first=int(first)) | Checklist(first=int(first)):
            yield from _cut(block, block.items, first, most)
        case _:
            yield block


def _cut(
    block: Table | Bullets | Checklist, rows: Sequence[object], first: int, most: int | None
) -> Iterator[Drawn]:
    shown = first if most is None else min(first, most)
    if len(rows) <= shown:
        yield block
        return
    match block:
        case Table():
            yield Table(block.columns, block.rows[:shown])
        case Bullets():
            yield block._replace(items=block.items[:shown])
        case Checklist():
            yield block._replace(items=block.items[:shown])
    yield _more(len(rows) - shown)


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
    names = list(_numbered_together(dict.fromkeys(map(lowered, left))))
    for count in range(len(names), 0, -1):
        also = ["and more"] if count < len(names) else []
        said = f"--full adds: {'; '.join([*names[:count], *also])}."
        if len(said) <= width:
            return said
    return "--full shows all of it, with every note and source."


def _numbered_together(names: Iterable[str]) -> Iterator[str]:
    """Names that differ in their number alone as one: "every detail of routes 1 to 3"."""
    for what, same in groupby(names, lambda name: name.rstrip("0123456789")):
        found = list(same)
        if what.endswith(" ") and what.strip() and found[0] != what:
            first, last = (each.removeprefix(what) for each in (found[0], found[-1]))
            named = f"{what.strip()}s {first} to {last}" if len(found) > 1 else found[0]
            yield f"every detail of {named}"
        else:
            yield from found


def lowered(heading: str) -> str:
    """A heading within a sentence, without its particulars."""
    heading = heading.partition(":")[0].partition(" (")[0]
    is_name = " " in heading and all(each[0].isupper() for each in heading.split())  # of a role
    word = not is_name and (heading[1:2].islower() or heading.startswith("A "))
    return heading[:1].lower() + heading[1:] if word else heading
