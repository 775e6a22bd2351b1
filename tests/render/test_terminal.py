"""What a terminal shows: nothing cut at any width, nothing taken for markup, nothing by color alone."""

import io
import re
from unittest.mock import Mock

import pytest
from conftest import Run
from rich.cells import cell_len
from rows import each_row

from cscareer.catalog.models import Source
from cscareer.render import terminal as drawing
from cscareer.render.blocks import (
    Bar,
    Bars,
    Bullets,
    Check,
    Checklist,
    Column,
    Facts,
    Heading,
    Page,
    Paragraph,
    PayMark,
    Spread,
    Spreads,
    Table,
    YearBars,
)
from cscareer.render.cells import Cell, Link, Money, PayRange
from cscareer.render.plain_format import draw_plain
from cscareer.render.terminal import console_for, draw_screen, draw_terminal, terminal_width
from cscareer.render.text import to_ascii

SOURCE = Source(
    id="s", title="A title", publisher="A publisher", address="https://example.org", date="2026", licence=None
)
COLUMNS = [
    Column("Name", wraps=True),
    Column("Pay"),
    Column("Midpoint", right=True),
    Column("Remark", wraps=True),
]
ROWS: list[tuple[Cell, ...]] = [
    (
        "Customer Service Specialist",
        PayRange(38_500, 48_500, "USD"),
        Money(43_500, "USD"),
        "one of the most wanted",
    ),
    ("Account Manager", None, None, "extraordinarily"),
]
DOCUMENT = Page(
    "A title",
    [
        Paragraph("Some words of prose that run over several lines on a narrow screen."),
        Heading("Heading"),
        Facts([("Level", "senior"), ("Also called", "this, that, and the other")]),
        Bullets(["one thing", "another"]),
        Table(COLUMNS, ROWS),
        Bars([Bar("Customer Service Specialist", 38_500, 48_500), Bar("Account Manager", None, None)], "USD"),
        Checklist([Check("below", "SQL", "basic, wanted advanced", "Write ten queries.")]),
    ],
    ["A note."],
)


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def drawn(
    width: int | None, document: Page = DOCUMENT, *, terminal: bool = False, no_color: bool = True
) -> str:
    stream = Terminal() if terminal else io.StringIO()
    return draw_terminal(console_for(stream, width, no_color=no_color), document, [SOURCE], [])


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)


@each_row("width", [20, 30, 40, 60, 80, 100, 140, None])
def test_nothing_is_cut_at_any_width(width: int | None) -> None:
    shown = squeezed(drawn(width))
    words = "Customer Service Specialist|$38,500 – $48,500|$43,500|one of the most wanted|extraordinarily|Account Manager"
    for word in words.split("|"):
        assert all(squeezed(part) in shown for part in word.split()), word
    for word in (
        "Some words of prose",
        "this, that, and the other",
        "Write ten queries.",
        "A publisher: A title (2026)",
    ):
        assert all(squeezed(part) in shown for part in word.split()), word
    assert "…" not in shown


@each_row("width", [20, 30, 40, 60, 80, 140])
def test_no_line_is_wider_than_the_screen(width: int) -> None:
    assert max(len(line) for line in drawn(width).splitlines()) <= width


@each_row("width", [20, 24, 30, 39, 40, 60])
def test_no_word_of_a_checklist_is_chopped_where_it_has_room(width: int) -> None:
    check = Check(
        "missing", "Troubleshooting software", "missing, wanted advanced", "Understand responsibilities."
    )
    shown = drawn(width, Page("t", [Checklist([check])])).split()
    assert {"Troubleshooting", "software", "missing,", "advanced", "Next:", "responsibilities."} <= set(shown)


@each_row("width", [1, 2, 5, 10])
def test_the_narrowest_screens_are_no_failure(width: int) -> None:
    assert "senior" in squeezed(drawn(width))


def test_a_wide_table_stands_in_columns_and_a_narrow_one_in_cards() -> None:
    assert re.search(r"Name +Pay +Midpoint +Remark", drawn(100))
    cards = drawn(44)
    assert not re.search(r"Name +Pay", cards)
    assert re.search(r"Pay +\$38,500 – \$48,500", cards)


def test_bars_share_one_scale() -> None:
    document = Page(
        "Pay", [Bars([Bar("a", 30_000, 40_000), Bar("b", 40_000, 50_000), Bar("c", 30_000, 50_000)], "USD")]
    )
    first, second, third = (line for line in drawn(80, document).splitlines() if "█" in line)
    assert first.rindex("█") - second.index("█") <= 1
    assert third.count("█") == pytest.approx(first.count("█") + second.count("█"), abs=2)
    assert "$30,000" in drawn(80, document)
    assert "$50,000" in drawn(80, document)


@each_row(("low", "high"), [(0, 0), (50_000, 50_000), (7, 9), (15, 15), (0, 10_000_000)])
def test_any_range_makes_a_bar(low: int, high: int) -> None:
    assert "█" in drawn(60, Page("Pay", [Bars([Bar("a", low, high)], "USD")]))


def test_text_is_never_taken_for_markup_or_escapes() -> None:
    hostile = "[red]danger[/red] :smile: \x1b[31m \u202e"
    document = Page(
        hostile, [Paragraph(hostile), Table([Column(hostile), Column("b")], [(hostile, hostile)])]
    )
    shown = drawn(100, document, terminal=True, no_color=False)
    assert "[red]danger[/red] :smile:" in shown
    assert "\x1b[31m" not in shown
    assert "\u202e" not in shown


@each_row("address", ["javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", None])
def test_only_web_addresses_become_links(address: str | None) -> None:
    document = Page("t", [Bullets([Link("words", address)])])
    shown = draw_terminal(console_for(Terminal(), 80, no_color=False), document, [], [])
    assert "\x1b]8;" not in shown
    web = Page("t", [Bullets([Link("words", "https://example.org")])])
    assert "\x1b]8;" in draw_terminal(console_for(Terminal(), 80, no_color=False), web, [], [])


def test_no_color_means_no_color(monkeypatch: pytest.MonkeyPatch) -> None:
    colored = re.compile(r"\x1b\[[0-9;]*3[0-7][;m]")
    assert colored.search(drawn(80, terminal=True, no_color=False))
    assert not colored.search(drawn(80, terminal=True, no_color=True))
    monkeypatch.setenv("NO_COLOR", "1")
    assert not colored.search(drawn(80, terminal=True, no_color=False))


def test_without_color_everything_is_still_said() -> None:
    escapes = re.compile(r"\x1b(\[[0-9;]*m|\]8;[^\x1b]*\x1b\\)")
    lines = escapes.sub("", drawn(80, terminal=True, no_color=False)).splitlines()
    assert [line.rstrip() for line in lines] == drawn(80).splitlines()


@each_row(
    ("said", "width"),
    [("80", 80), ("", None), (None, None), ("0", None), ("wide", None), ("-5", None), ("²", None)],
)
def test_columns_counts_only_when_it_makes_sense(said: str | None, width: int | None) -> None:
    assert terminal_width(said) == width


SPREADS = Spreads(
    [Spread("Everyone there", 33_190, 38_200, 46_350, 52_000, 62_340)],
    [Bar("チャット案内係", 39_900, 48_700)],
    [PayMark("the offer", 46_000), PayMark("another offer", 57_000)],
    "USD",
)


def drawn_spreads(width: int) -> list[str]:
    console = console_for(io.StringIO(), width, no_color=True)
    return draw_terminal(console, Page("Wages", [SPREADS]), (), ()).splitlines()[2:]


@each_row("width", [20, 40, 80, 120])
def test_wages_and_an_offer_stand_on_one_scale_at_any_width(width: int) -> None:
    lines = drawn_spreads(width)
    assert all(cell_len(line) <= width for line in lines)
    everyone, pay_range = (next(line for line in lines if sign in line) for sign in "▒█")
    columns = [cell_len(everyone[: everyone.index(sign)]) for sign in "├▒┤"]
    assert columns == sorted(columns)
    offer = next(line for line in lines if "◆" in line and not {"▒", "█"} & set(line))
    at = cell_len(offer[: offer.index("◆")])
    assert at == cell_len(everyone[: everyone.index("◆")]) == cell_len(pay_range[: pay_range.index("◆")])


def test_they_are_told_without_color_and_in_ascii_too() -> None:
    drawn = "\n".join(drawn_spreads(80))
    assert {"├", "▒", "┃", "┤", "█", "◆"} <= set(drawn)
    plain = to_ascii(drawn.replace("チャット案内係", "Chat host"))
    assert "?" not in plain
    assert {"|", "=", "+", "#", "o"} <= set(plain)
    assert (
        draw_plain(Page("Wages", [SPREADS]), (), (), full=True)
        .splitlines()[1]
        .startswith("Everyone there: 10 of 100 earn less than $33,190; 25 of 100")
    )


def test_years_are_a_row_of_bars_with_both_ends_in_words() -> None:
    figures = [40_000, 42_000, 41_000]
    block = YearBars("Median", [2020, 2021, 2022], [Money(each, "USD") for each in figures], figures, 1)
    console = console_for(io.StringIO(), 80, no_color=True)
    drawn = draw_terminal(console, Page("Wages", [block]), (), ())
    assert "Median  ▁│█▄" in drawn or "Median  ▁│█▅" in drawn
    assert "$40,000 in 2020 to $41,000 in 2022" in drawn


def test_the_width_asked_for_holds_on_a_terminal_that_draws_nothing(run: Run) -> None:
    shown = run("trend", "csr", terminal=True, env={"COLUMNS": "40", "TERM": "dumb"}).out
    assert max(map(len, shown.splitlines())) <= 40


@pytest.mark.parametrize(("width", "times"), [(80, 1), (79, 2)])
def test_a_screen_that_is_as_wide_as_it_was_measured_is_drawn_once(
    monkeypatch: pytest.MonkeyPatch, width: int, times: int
) -> None:
    page = Page("Pay", [Paragraph("It fits.")])
    draws = Mock(side_effect=drawing._drawn_screen)  # noqa: SLF001  counted where it is called
    monkeypatch.setattr(drawing, "_drawn_screen", draws)
    assert (
        draw_screen(console_for(Terminal(), width, no_color=False), page, [SOURCE], []).count("It fits.") == 1
    )
    assert draws.call_count == times
