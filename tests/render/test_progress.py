"""How far a long task is, told on standard error."""

import sys

import pytest
from conftest import Screen
from rows import each_row

from cscareer.bulk.running import BulkProgress
from cscareer.render import progress
from cscareer.render.progress import showing_bulk

FAR = [
    BulkProgress(0, 800, 200, 0, 0),
    BulkProgress(400, 800, 200, 20, 2),
    BulkProgress(800, 800, 200, 40, 2),
]


def told(monkeypatch: pytest.MonkeyPatch, *, terminal: bool, plain: bool = False, pause: float = 11) -> str:
    screen, now = Screen(terminal=terminal), iter(range(1_000))
    monkeypatch.setattr(sys, "stderr", screen)
    monkeypatch.setattr(progress.time, "monotonic", lambda: next(now) * pause)  # type: ignore[attr-defined]
    if plain:
        monkeypatch.setenv("CSCAREER_PLAIN", "1")
    with showing_bulk("titles", no_color=True) as tell:
        for far in FAR:
            tell(far)
    return screen.text()


@pytest.mark.parametrize("terminal", [False, True])
def test_off_a_terminal_and_in_plain_words_it_is_a_line_now_and_then(
    monkeypatch: pytest.MonkeyPatch, terminal: bool
) -> None:
    assert told(monkeypatch, terminal=terminal, plain=terminal).splitlines() == [
        "200 lines are done already, 800 are left.",
        "titles: 200 of 1,000, waiting for workers",
        "titles: 600 of 1,000, 20 a second, about 20 s left",
        "titles: 1,000 of 1,000, 20 a second",
    ]


def test_what_is_over_in_a_moment_needs_no_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    assert told(monkeypatch, terminal=False, pause=1) == "200 lines are done already, 800 are left.\n"


def test_on_a_terminal_it_is_one_line_that_is_gone_at_the_end(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn = told(monkeypatch, terminal=True)
    assert "600 of 1,000, 20 a second, about 20 s left" in drawn
    assert drawn.endswith("\x1b[1A\x1b[2K") or drawn.rstrip("\r\n").endswith("\x1b[2K")


@each_row(("seconds", "words"), [(5, "5 s"), (119, "119 s"), (600, "10 min"), (9_000, "2.5 h")])
def test_what_is_left_is_told_in_the_unit_that_fits(seconds: float, words: str) -> None:
    assert progress._time(seconds) == words  # noqa: SLF001
