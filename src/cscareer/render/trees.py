"""A tree as lines behind guides, before they are wrapped and colored."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rich.cells import cell_len

from cscareer.render.blocks import Tree
from cscareer.render.cells import Cell

_ROOM = 28  # columns that the text keeps, however deep it stands


class TreeLine(NamedTuple):
    """A line: the guides before it and before its further lines, its words in bold, and what follows them."""

    first: str
    rest: str
    strong: str
    text: Cell


def tree_lines(tree: Tree, width: int) -> Iterator[TreeLine]:
    """The lines of a tree: a place with the way there, and its details below it, each behind its label."""
    for lasts, branch in tree.walk():
        first, rest = _guides(lasts, onward=bool(branch.branches), width=width)
        yield TreeLine(first, rest, branch.name, f"  {branch.way}" if branch.way else "")
        labels = max((cell_len(label) for label, _ in branch.details), default=0) + 2
        for label, value in branch.details:
            if len(rest) + labels + _ROOM // 2 > width:
                yield TreeLine(rest, rest, "", f"{label}:")
                yield TreeLine(f"{rest}  ", f"{rest}  ", "", value)
            else:
                yield TreeLine(rest + label.ljust(labels), rest + " " * labels, "", value)


def _guides(lasts: Sequence[bool], *, onward: bool, width: int) -> tuple[str, str]:
    """What stands before the first and the further lines of a place; where room is short only the nearest guides."""
    above = "".join("    " if last else "│   " for last in lasts[:-1])
    own = ("    " if lasts[-1] else "│   ") if lasts else ""
    first = above + (("└── " if lasts[-1] else "├── ") if lasts else "")
    rest = above + own + ("│   " if onward else "    ")
    over = max(len(first) - max(width - _ROOM, 4), 0)
    return first[over:], rest[over:]
