"""The parts of a text that its headings open, in so far as they bear on whether a skill counts."""

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Sequence

from cscareer.catalog.word_models import Part
from cscareer.skills.finding_rules import PartStart
from cscareer.skills.finding_text import Block

_NESTED = 3  # parts looked at, as one may stand inside another
_HEADING = 40  # characters of a heading at most
_ABOUT = "about"  # as a heading it takes a firm's name: "About Acme Corp"
_ABOUT_US = 3  # words of such a name at most


class Parts:
    """Which part of a text a word stands in, where that isn't the work itself."""

    def __init__(
        self, block: Block, headings: Sequence[tuple[int, int, PartStart]], not_the_firm: Collection[str]
    ) -> None:
        self._not_the_firm = not_the_firm
        self._begins: list[int] = []
        self._ends: list[int] = []
        self._parts: list[Part] = []
        self._block = block
        for first, last, heading in headings:
            self._open(first, last, heading)

    def at(self, index: int) -> Part:
        """The part in which a word stands."""
        last = bisect_right(self._begins, index) - 1
        for place in range(last, max(last - _NESTED, -1), -1):
            if index <= self._ends[place]:
                return self._parts[place]
        return Part.WORK

    def _open(self, first: int, last: int, heading: PartStart) -> None:
        block = self._block
        if not block.begins_line(first):
            return
        if heading.words == _ABOUT and not _is_about_employer(block, last, self._not_the_firm):
            return
        runs_on = _runs_on(block, last)
        if heading.part is Part.WORK:
            if (
                self._ends
                and first <= self._ends[-1]
                and (runs_on or _is_heading(block, first, last, spare=2))
            ):
                self._ends[-1] = first - 1
        elif runs_on:
            self._add(first, _line_end(block, last), heading.part)
        elif _is_heading(block, first, last, spare=_ABOUT_US if heading.words == _ABOUT else 1):
            if self._ends and first <= self._ends[-1]:
                self._ends[-1] = first - 1
            self._add(first, _part_end(block, first), heading.part)

    def _add(self, first: int, last: int, part: Part) -> None:
        self._begins.append(first)
        self._ends.append(last)
        self._parts.append(part)


def _line_end(block: Block, index: int) -> int:
    """The last word of the line a word stands in."""
    line = block.line_at(block.starts[index]) + 1
    if line >= len(block.lines):
        return len(block.words) - 1
    return bisect_left(block.starts, block.line_starts[line]) - 1


def _part_end(block: Block, index: int) -> int:
    """The last word of a part that begins at a word: a short line behind an empty one begins another part."""
    number = block.line_at(block.starts[index])
    begun = False
    for following in range(number + 1, len(block.lines)):
        text = block.lines[following].text.strip()
        is_short = 0 < len(text) <= _HEADING and not text.endswith((".", ",", ";", "!"))
        if begun and is_short and not block.lines[following - 1].text.strip():
            return bisect_left(block.starts, block.line_starts[following]) - 1
        begun = begun or bool(text)
    return len(block.words) - 1


def _runs_on(block: Block, last: int) -> bool:
    """Whether a heading's text stands in its own line: "Benefits: …", or "BenefitsOur …" where a break was lost."""
    gap = block.gap(last).lstrip("*_")  # Markdown's "**Perks**: …"
    return last + 1 < len(block.words) and (gap == "" or gap.startswith(":")) and "\n" not in gap


def _is_heading(block: Block, first: int, last: int, *, spare: int) -> bool:
    """Whether a line holds these words and at most some more."""
    end = first
    while end - last <= spare and end + 1 < len(block.words) and not block.begins_line(end + 1):
        end += 1
    return end - last <= spare and not block.gap(end).startswith((".", ",", ";"))


def _is_about_employer(block: Block, last: int, not_the_firm: Collection[str]) -> bool:
    following = block.words[last + 1 : last + 2]
    return bool(following) and following[0] not in not_the_firm
