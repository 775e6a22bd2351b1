"""Where everything of a drawn chart stands, in units of its picture; the template draws it as inline SVG.

A chart says in words what it shows: `title` names it, `said` has all its figures.
"""

from collections.abc import Iterator
from typing import Literal, NamedTuple

from cscareer.pay.money import Number
from cscareer.render.blocks import Bar, Bars, PayMark, Spread, Spreads, YearBars
from cscareer.render.cells import Money, PayRange, listed, words
from cscareer.render.scales import Scale, scale_of

WIDTH = 440
_EDGE = 4  # units left free at both sides, for half a sign
_ROW, _FIRST = 38, 13  # units from one row's label to the next, and above the foot of the first one
_LESS = 8  # units less below the last row
_LINE = 16  # units a line of words takes
_THINNEST = 2  # units a bar is wide at least
_SHARES = ("10%", "25%", "half", "75%", "90%")
_YEARS_HEIGHT, _YEARS_TOP, _YEARS_FOOT = 118, 22, 22
_LOWEST = 0.15  # of the height, so that the least year shows as a bar

Anchor = Literal["start", "middle", "end"]


class Letter(NamedTuple):
    """Words at a point, and which end of them stands there."""

    x: float
    y: float
    words: str
    anchor: Anchor = "start"


class Strip(NamedTuple):
    """A row: its label and its figures in brief, all of them in words, and where its parts lie."""

    label: Letter
    brief: Letter
    said: str
    y: float
    whiskers: tuple[float, float] | None
    box: tuple[float, float] | None
    middle: float | None
    bar: tuple[float, float] | None


class Pin(NamedTuple):
    """A mark that goes through all rows, and its name."""

    x: float
    name: Letter


class RangeChart(NamedTuple):
    """Rows on one scale."""

    title: str
    said: str
    width: int
    height: int
    strips: list[Strip]
    pins: list[Pin]
    axis: float
    ticks: list[Letter]


class YearColumn(NamedTuple):
    """A year: its bar, its value and its name."""

    x: float
    y: float
    width: float
    height: float
    value: Letter
    year: Letter


class YearChart(NamedTuple):
    """Bars year by year; `breaks` is where a line stands before the first one that can't be compared."""

    title: str
    said: str
    width: int
    height: int
    columns: list[YearColumn]
    breaks: float | None


def range_chart(block: Spreads | Bars) -> RangeChart | None:
    """Where the rows of a picture of pay lie; None where no figure is known."""
    picture = block if isinstance(block, Spreads) else Spreads([], block.bars, [], block.currency)
    if picture.ends is None:
        return None
    scale, money = scale_of(*picture.ends), picture.currency
    strips = [_spread(spread, at, scale, money) for at, spread in enumerate(picture.spreads)]
    strips += [_range(bar, at, scale, money) for at, bar in enumerate(picture.ranges, start=len(strips))]
    axis = _FIRST + _ROW * len(strips) - _LESS
    pins = [_pin(mark, axis + _LINE * (at + 1), scale, money) for at, mark in enumerate(picture.marks)]
    foot = axis + _LINE * (len(pins) + 1)
    said = [f"{strip.label.words}: {strip.said}" for strip in strips] + [pin.name.words for pin in pins]
    return RangeChart(
        title="Pay on one scale",
        said=f"{'; '.join(said)}.",
        width=WIDTH,
        height=foot + _EDGE,
        strips=strips,
        pins=pins,
        axis=axis,
        ticks=list(_ticks(scale, foot, money)),
    )


def _spread(spread: Spread, at: int, scale: Scale, currency: str) -> Strip:
    figures = zip(_SHARES, spread[1:], strict=True)
    said = [f"{share} earn less than {Money(each, currency)}" for share, each in figures if each is not None]
    box = None
    if spread.p25 is not None and spread.p75 is not None:
        box = (_x(scale, spread.p25), _x(scale, spread.p75))
    half = PayRange(spread.p25, spread.p75, currency)
    lines = [_x(scale, figure) for figure in spread.known]
    return _strip(at, spread.label, f"middle half {half}" if box else "")._replace(
        said=", ".join(said) or "not known",
        whiskers=(min(lines), max(lines)) if lines else None,
        box=box,
        middle=None if spread.median is None else _x(scale, spread.median),
    )


def _range(bar: Bar, at: int, scale: Scale, currency: str) -> Strip:
    pay = str(PayRange(bar.low, bar.high, currency))
    drawn = None
    if bar.low is not None and bar.high is not None:
        drawn = (_x(scale, bar.low), max(_x(scale, bar.high), _x(scale, bar.low) + _THINNEST))
    return _strip(at, bar.label, pay)._replace(said=pay, bar=drawn)


def _strip(at: int, label: str, brief: str) -> Strip:
    foot = _FIRST + _ROW * at
    return Strip(
        Letter(0, foot, label), Letter(WIDTH, foot, brief, "end"), "", foot + 7, None, None, None, None
    )


def _pin(mark: PayMark, y: float, scale: Scale, currency: str) -> Pin:
    """A mark, with its name on the side where there is more room."""
    x = _x(scale, mark.amount)
    said = f"{mark.label} {Money(mark.amount, currency)}"
    return Pin(x, Letter(x + 8, y, said) if x < WIDTH / 2 else Letter(x - 8, y, said, "end"))


def _ticks(scale: Scale, y: float, currency: str) -> Iterator[Letter]:
    """Both ends of the scale, and its middle where that is a round figure."""
    yield Letter(0, y, str(Money(scale.low, currency)))
    middle, odd = divmod(scale.low + scale.high, 2)
    if not odd:
        yield Letter(WIDTH / 2, y, str(Money(middle, currency)), "middle")
    yield Letter(WIDTH, y, str(Money(scale.high, currency)), "end")


def _x(scale: Scale, figure: Number) -> float:
    return round(_EDGE + scale.at(figure) * (WIDTH - 2 * _EDGE), 1)


def year_chart(block: YearBars) -> YearChart | None:
    """Where the years of a figure stand; None where there are none."""
    if not block.years:
        return None
    step = WIDTH / len(block.years)
    least, most = min(block.heights), max(block.heights)
    room = _YEARS_HEIGHT - _YEARS_TOP - _YEARS_FOOT
    columns = []
    for at, (year, value, figure) in enumerate(zip(block.years, block.values, block.heights, strict=True)):
        share = _LOWEST + (1 - _LOWEST) * (figure - least) / ((most - least) or 1)
        height = round(room * share, 1)
        top = round(_YEARS_TOP + room - height, 1)
        middle = round(step * (at + 0.5), 1)
        columns.append(
            YearColumn(
                x=round(step * at + step * 0.15, 1),
                y=top,
                width=round(step * 0.7, 1),
                height=height,
                value=Letter(middle, top - 6, words(value), "middle"),
                year=Letter(middle, _YEARS_HEIGHT - 6, str(year), "middle"),
            )
        )
    said = listed(
        [f"{words(value)} in {year}" for year, value in zip(block.years, block.values, strict=True)]
    )
    return YearChart(
        title=block.label,
        said=f"{said}. The bars begin at no zero: they show the way from the least to the most.",
        width=WIDTH,
        height=_YEARS_HEIGHT,
        columns=columns,
        breaks=round(step * block.breaks_before, 1) if block.breaks_before else None,
    )
