"""Pictures made of letters: ranges and spreads of pay on one scale, figures year by year, and progress."""

from collections.abc import Sequence

from rich.cells import cell_len, set_cell_size
from rich.console import Console
from rich.text import Text

from cscareer.pay.money import Number
from cscareer.render.blocks import Bar, Bars, ProgressBar, Spread, Spreads, YearBars
from cscareer.render.cells import DASH, Money, Spark, words
from cscareer.render.scales import Scale, scale_of
from cscareer.render.terminal_text import READABLE, joined, print_hanging, styled
from cscareer.render.text import scrub

_SHORTEST_BAR = 16
_MARKED = "bold yellow"
_LONGEST_PROGRESS = 40
_LEGEND = "├ 10% earn less   ▒ the middle half   ┃ 50% earn less   ┤ 90% earn less"


class _Rows:
    """Rows of a picture, each a label and what is drawn along one scale, which stands below them."""

    def __init__(self, console: Console, labels: Sequence[str], scale: Scale, currency: str) -> None:
        self._console, self._scale, self._currency = console, scale, currency
        self._labels = max(cell_len(scrub(label)) for label in labels) + 2
        room = min(console.width, READABLE) - self._labels - 2
        self._beside = room >= _SHORTEST_BAR
        self.length = room if self._beside else max(min(console.width - 4, READABLE), 4)

    def start(self, figure: Number) -> int:
        """The column in which something begins that begins at a figure."""
        return round(self._scale.at(figure) * (self.length - 1))

    def end(self, figure: Number) -> int:
        """The column before which something ends that ends at a figure."""
        return round(self._scale.at(figure) * self.length)

    def print(self, label: str, drawn: Text) -> None:
        """Draws a row; where there is little room its label stands above it."""
        if label and not self._beside:
            print_hanging(self._console, "  ", styled(label))
        lead = Text(f"  {set_cell_size(scrub(label), self._labels)}" if self._beside else "  ")
        self._console.print(joined(lead, drawn), no_wrap=True, crop=False)

    def print_mark(self, said: str, column: int) -> None:
        """Draws a mark below the rows with its name to its right, to its left, or in a line of its own, as there is room."""
        sign, words_width = styled("◆", _MARKED), cell_len(said)
        if column + 2 + words_width <= self.length:
            self.print("", joined(Text(" " * column), sign, styled(f" {said}")))
        elif column > words_width:
            self.print("", joined(Text(" " * (column - words_width - 1)), styled(f"{said} "), sign))
        else:
            self.print("", joined(Text(" " * column), sign))
            print_hanging(self._console, "  ◆ ", styled(said))

    def print_scale(self) -> None:
        """Draws both ends of the scale."""
        low, high = (str(Money(end, self._currency)) for end in self._scale)
        room = self.length - len(low)
        foot = low + high.rjust(room) if room > len(high) else f"{low} {DASH} {high}"
        lead = " " * (self._labels + 2 if self._beside else 2)
        self._console.print(joined(Text(lead), styled(foot, "dim")), no_wrap=True, crop=False)


def draw_bars(console: Console, block: Bars) -> None:
    """Ranges as bars on one scale; nothing where no figure is known."""
    ends = [end for bar in block.bars for end in (bar.low, bar.high) if end is not None]
    if not ends:
        return
    labels = [bar.label for bar in block.bars]
    rows = _Rows(console, labels, scale_of(min(ends), max(ends)), block.currency)
    for bar in block.bars:
        rows.print(bar.label, _bar(rows, bar, track="─"))
    rows.print_scale()


def draw_spreads(console: Console, block: Spreads) -> None:
    """Wages from the lowest to the highest tenth, ranges as bars, and marks below each other, all on one scale."""
    if block.ends is None:
        return
    labels = [*(each.label for each in block.spreads), *(each.label for each in block.ranges), ""]
    rows = _Rows(console, labels, scale_of(*block.ends), block.currency)
    at = [rows.start(mark.amount) for mark in block.marks]
    for spread in block.spreads:
        rows.print(spread.label, _marked(_spread(rows, spread), at))
    for bar in block.ranges:
        rows.print(bar.label, _marked(_bar(rows, bar, track=" "), at))
    for mark, column in zip(block.marks, at, strict=True):
        rows.print_mark(f"{scrub(mark.label)} {Money(mark.amount, block.currency)}", column)
    rows.print_scale()
    if block.spreads:
        print_hanging(console, "  ", styled(_LEGEND, "dim"))


def _spread(rows: _Rows, spread: Spread) -> Text:
    """From p10 to p90 a line, from p25 to p75 a box, a sign at the median; what isn't known is left out."""
    if not spread.known:
        return styled(DASH)
    signs, styles = [" "] * rows.length, [""] * rows.length
    low, high = rows.start(spread.known[0]), rows.start(spread.known[-1])
    for column in range(low, high + 1):
        signs[column], styles[column] = "─", "dim"
    if spread.p25 is not None and spread.p75 is not None:
        for column in range(rows.start(spread.p25), rows.start(spread.p75) + 1):
            signs[column], styles[column] = "▒", "cyan"
    for figure, sign in ((spread.p10, "├"), (spread.p90, "┤"), (spread.median, "┃")):
        if figure is not None:
            signs[rows.start(figure)] = sign
            styles[rows.start(figure)] = "bold" if sign == "┃" else "dim"
    return Text.assemble(*zip(signs, styles, strict=True))


def _bar(rows: _Rows, bar: Bar, *, track: str) -> Text:
    if bar.low is None or bar.high is None:
        return styled(DASH)
    start = rows.start(bar.low)
    end = max(rows.end(bar.high), start + 1)
    return joined(
        styled(track * start, "dim"),
        styled("█" * (end - start), "cyan"),
        styled(track * (rows.length - end), "dim"),
    )


def _marked(drawn: Text, columns: Sequence[int]) -> Text:
    """A row with the marks over what is drawn."""
    for column in columns:
        if column < len(drawn):
            drawn = joined(drawn[:column], styled("◆", _MARKED), drawn[column + 1 :])
    return drawn


def draw_years(console: Console, block: YearBars) -> None:
    """A figure year by year as small bars, from the first to the last."""
    if not block.years:
        return
    spark = Spark(block.heights, block.breaks_before)
    first, last = (f"{words(block.values[at])} in {block.years[at]}" for at in (0, -1))
    print_hanging(
        console,
        "  ",
        joined(styled(f"{block.label}  "), styled(str(spark), "cyan"), styled(f"  {first} to {last}")),
    )


def progress_bar(block: ProgressBar, width: int) -> Text:
    """How much is done as a bar, with the figures in words; these alone where there is little room."""
    said = f"  {block.done} of {block.total} done"
    length = min(_LONGEST_PROGRESS, width - len(said) - 2)
    if length < _SHORTEST_BAR:
        return styled(said)
    full = round(block.done / block.total * length) if block.total else 0
    drawn = styled("  " + "█" * full, "green"), styled("░" * (length - full), "dim")
    return joined(*drawn, styled(said))
