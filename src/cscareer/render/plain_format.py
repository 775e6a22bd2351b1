"""An answer for a screen reader: one fact a line behind its label, in words alone, with no rules, bars, boxes or signs.

No line is broken here: whoever reads it aloud would stop there. Where a terminal ends, `spoken.py` breaks it between words.
"""

import re
from collections.abc import Iterator, Sequence
from typing import assert_never

from cscareer.catalog.models import SkillLevel, Source
from cscareer.errors import CareerError
from cscareer.render.blocks import (
    Bars,
    Bullets,
    Checklist,
    Command,
    Drawn,
    Facts,
    Heading,
    Page,
    Paragraph,
    ProgressBar,
    Spreads,
    Table,
    Tree,
    YearBars,
)
from cscareer.render.cells import Cell, Kinded, Money, PayRange, Spark, dated, words
from cscareer.render.first_screen import first_screen, lowered, together
from cscareer.render.spoken import held_together
from cscareer.render.tables import told_once
from cscareer.render.text import scrub

_STATES = {"have": "done", "below": "not at that level yet", "not-shown": "open", "missing": "open"}
_HEADERS = {"#": "Rank", "±": "Difference", "%": "Percent", "÷ median": "Against the median"}
_WORDS = {
    "★": "in demand", "≈": "not to be told apart:", "÷": "divided by", "×": "times", "→": "to", "±": "difference",
    "≥": "at least ", "·": ",", "“": "", "”": "", "✔": "done", "◐": "not at that level yet", "☐": "open", "−": "minus ",
}  # fmt: skip
_KINDS = re.compile(r"(?<![^\s(])[=~%?] (?=starting|published|estimate|wages|catch-all|pay\b)")
_SPAN = re.compile(r"(?<=[\d%])\s?–\s?(?=[$€£\d])")
_COUNTED = re.compile(rf"[,;]? → (?=(?:{'|'.join(level.word for level in SkillLevel)})\b)")  # behind a quote
_ABOUT_BARS = re.compile(r"[;,] the bars [^.;]*")  # of which none is there
_BARS = re.compile(r"[▁-█│]+ *")
_SIGNED = re.compile(r"(?<![\w.])([+-])(?=[$€£]?\d)")
_LEGEND = re.compile(
    r"(?:[✔◐☐] [^✔◐☐\d]+){2,}"
)  # what marks stand for; here each stands there in words already
_NO_LETTER = re.compile(r"^\W+")
_PATH_FIRST = re.compile(r"^(?=/\w)")
_DOLLARS_FIRST = re.compile(r"^\W*\$(\d[\d,]*(?:\.\d+)?)")  # a line begins with no sign


def draw_plain(page: Page, sources: Sequence[Source], layers: Sequence[str], *, full: bool) -> str:
    """A page as lines to be read aloud: its first screen, or with `full` all of it."""
    screen = first_screen(page)
    blocks = list(page.in_full) if full else screen.blocks
    lines = [page.title, *(line for block in blocks for line in _block(block))]
    notes = page.notes if full else screen.notes
    lines += [f"Note: {note}" for note in notes if not _LEGEND.fullmatch(str(note))]
    if layers:
        lines.append(f"Also uses data from: {', '.join(layers)}")
    if full:
        lines += [f"Source {number}: {_source(each)}" for number, each in enumerate(sources, 1)]
    elif sources:
        names = together(source.in_a_line for source in sources)
        lines.append(f"Sources: {', '.join(names)}. All of them: cscareer data sources")
    if screen.more and not full:
        left = "; ".join(dict.fromkeys(map(lowered, screen.left)))
        lines.append(f"For more, add --full{f': {left}' if left else ''}.")
    return "".join(f"{spelled(line)}\n" for line in lines)


def plain_welcome(examples: Sequence[tuple[str, str]]) -> str:
    """A greeting, and examples to paste."""
    lines = ["cscareer, a career guide for customer service work."]
    lines += [f"{purpose}: {command}" for purpose, command in examples]
    lines.append("Every command: cscareer --help")
    return "".join(f"{held_together(line)}\n" for line in lines)


def plain_error(error: CareerError) -> str:
    """An error: what was found, every problem with its place, and what to do next."""
    lines = [f"Error: {error.message}"]
    for problem in error.problems:
        place = problem.file if problem.line is None else f"{problem.file}, line {problem.line}"
        field = f"{problem.field}: " if problem.field else ""
        lines.append(f"In {place}: {field}{problem.message} {problem.hint or ''}")
    if error.suggestions and not error.names_suggestions:
        lines.append(f"Did you mean: {', '.join(error.suggestions)}?")
    lines += [error.hint] if error.hint else []
    return "".join(f"{spelled(line)}\n" for line in lines)


def spelled(text: str) -> str:
    """A line with each sign in words, beginning with a letter or a figure."""
    said = held_together(_BARS.sub("", _ABOUT_BARS.sub("", scrub(text))))
    said = _COUNTED.sub(", counts as ", said)
    said = _SPAN.sub(" to ", _KINDS.sub("", said))
    said = _SIGNED.sub(lambda found: "plus " if found[1] == "+" else "minus ", said)
    said = said.replace("★ among", "among").replace(" ★", ", in demand")
    for sign, word in _WORDS.items():
        said = said.replace(sign, word)
    said = re.sub(r" +", " ", said.replace("…", "").replace("–", ",").replace(" ,", ","))
    return _NO_LETTER.sub("", _DOLLARS_FIRST.sub(r"\1 dollars", _PATH_FIRST.sub("Path ", said))).rstrip()


def _block(block: Drawn) -> Iterator[str]:  # noqa: C901, PLR0912  a branch for each kind of block
    match block:
        case Paragraph():
            yield str(block.text)
        case Command():
            yield f"{block.purpose} {block.command}"
        case Heading():
            yield ""
            yield f"{block.text}."
        case Facts():
            yield from (f"{label}: {_said(value)}" for label, value in block.rows)
        case Bullets():
            yield from map(_said, block.items)
        case Table():
            yield from _table(block)
        case Bars():
            for bar in block.bars:
                yield f"{bar.label}: {_ends(PayRange(bar.low, bar.high, block.currency))}"
        case Spreads():
            yield from _spreads(block)
        case YearBars():
            pairs = zip(block.years, block.values, strict=True)
            yield f"{block.label}: {', then '.join(f'{_said(value)} in {year}' for year, value in pairs)}"
        case ProgressBar():
            yield f"{block.done} of {block.total} done"
        case Checklist():
            for item in block.items:
                yield f"{item.name}, {_STATES[item.state]}: {item.standing}"
                if item.next_step:
                    yield f"Next for {item.name}: {item.next_step}"
                yield from (f"About {item.name}: {quote}" for quote in item.evidence)
        case Tree():
            yield from _tree(block)
        case _:
            assert_never(block)


def _spreads(block: Spreads) -> Iterator[str]:
    for spread in block.spreads:
        known = [
            f"{share} of 100 earn less than {Money(figure, block.currency)}"
            for share, figure in zip((10, 25, 50, 75, 90), spread[1:], strict=True)
            if figure is not None
        ]
        yield f"{spread.label}: {'; '.join(known) or 'not known'}"
    for bar in block.ranges:
        yield f"{bar.label}: {_ends(PayRange(bar.low, bar.high, block.currency))}"
    for mark in block.marks:
        yield f"{mark.label}: {Money(mark.amount, block.currency)}"


def _table(table: Table) -> Iterator[str]:
    table, alike = told_once(table)
    for row in table.rows:
        first = _said(row[0])
        name = f"{_headers(table)[0]} {first}".strip() if first[:1].isdigit() else first
        for header, column, cell in zip(_headers(table)[1:], table.columns[1:], row[1:], strict=True):
            said = column.without if cell is None else _said(cell)
            if said:
                yield f"{name}: {header} {said}"
    yield from alike


def _headers(table: Table) -> list[str]:
    """The headers in words; one that stands twice says which column before it it belongs to."""
    said = [_HEADERS.get(column.header, column.header) for column in table.columns]
    return [
        f"{said[at - 1]}: {each.lower()}" if at and said.count(each) > 1 else each
        for at, each in enumerate(said)
    ]


def _tree(tree: Tree) -> Iterator[str]:
    above: list[str] = []
    for lasts, branch in tree.walk():
        del above[len(lasts) :]
        after = f", after {above[-1]}" if above else ""
        yield f"{branch.name}{after}: {branch.way}" if branch.way else f"{branch.name}{after}"
        yield from (f"{branch.name}, {label}: {_said(value)}" for label, value in branch.details)
        above.append(branch.name)


def _said(cell: Cell) -> str:
    match cell:
        case None:
            return "not known"
        case PayRange():
            return _ends(cell)
        case Kinded():
            return f"{_ends(cell.pay)}{f', {cell.word}' if cell.word else ''}"
        case Spark():
            return ", then ".join(f"{value:,}" for value in cell.values)
        case _:
            return words(cell)


def _ends(pay: PayRange) -> str:
    if pay.low is None and pay.high is None:
        return "not known"
    return str(pay if pay.low != pay.high else pay._replace(high=None)).removeprefix("from ")


def _source(source: Source) -> str:
    return f"{source.publisher}: {source.title} ({dated(source.year, source.read)})"
