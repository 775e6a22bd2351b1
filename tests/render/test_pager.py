"""Reading page by page: only at a terminal, only what is longer than the screen, and never losing the text."""

import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import Run, become

from cscareer.render.pager import page, pages

Shown = Callable[..., tuple[str, int]]

posix = pytest.mark.skipif(os.name != "posix", reason="pseudo-terminals are POSIX's")


@pytest.fixture
def shown(tmp_path: Path) -> Shown:
    """Runs a command at a pseudo-terminal of some lines; what stood on it, and the exit code."""

    def run_at_terminal(
        *arguments: str, lines: int, keys: bytes = b"", **environment: str
    ) -> tuple[str, int]:
        import fcntl
        import pty
        import struct
        import termios

        process, terminal = pty.fork()
        if process == 0:
            kept = {"PATH": os.environ["PATH"], "HOME": str(tmp_path), "XDG_DATA_HOME": str(tmp_path)}
            time.sleep(0.2)  # till the screen has its size
            become(arguments, kept | {"TERM": "xterm", "LANG": "C.UTF-8"} | environment)
        fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", lines, 80, 0, 0))
        if keys:
            os.write(terminal, keys)
        seen = b""
        while True:
            try:
                piece = os.read(terminal, 65536)
            except OSError:  # Linux's way of saying that nobody is at the other end any more
                break
            if not piece:
                break
            seen += piece
        os.close(terminal)
        _, status = os.waitpid(process, 0)
        return seen.decode("utf-8").replace("\r\n", "\n"), os.waitstatus_to_exitcode(status)

    return run_at_terminal


def a_pager(folder: Path, script: str) -> str:
    made = folder / "my pager"
    made.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    made.chmod(0o755)
    return f"'{made}' --quietly"


@posix
def test_a_long_chapter_goes_through_the_persons_pager(shown: Shown, tmp_path: Path) -> None:
    pager = a_pager(tmp_path, 'echo "paging $1 with LESS=$LESS"; tail -n 3')
    text, code = shown("guide", "succeed", lines=24, PAGER=pager)
    assert code == 0
    assert "paging --quietly with LESS=FRX" in text
    assert "Learn your business" not in text, "only what the pager lets through stands there"
    assert "Next: cscareer guide good-career" in text


@pytest.mark.slow
@posix
def test_what_fits_the_screen_is_not_paged(shown: Shown, tmp_path: Path) -> None:
    text, code = shown("guide", lines=60, PAGER=a_pager(tmp_path, "echo paging"))
    assert code == 0
    assert "paging" not in text
    text, code = shown("guide", "succeed", lines=500, PAGER=a_pager(tmp_path, "echo paging"))
    assert "paging" not in text
    assert "Learn your business" in text


@posix
@pytest.mark.parametrize(
    "environment",
    [
        {"PAGER": "no-such-program"},
        {"PAGER": "'half a quote"},
        {"PAGER": ""},
        {"PAGER": "false"},
        {"TERM": "dumb"},
    ],
    ids=str,
)
@pytest.mark.slow
def test_without_a_working_pager_the_text_is_simply_shown(shown: Shown, environment: dict[str, str]) -> None:
    text, code = shown("guide", "succeed", lines=24, **environment)
    assert code == 0
    assert "Learn your business" in text
    assert "6. Explore openings" in text


@posix
@pytest.mark.slow
def test_a_reader_who_leaves_early_is_no_failure(shown: Shown, tmp_path: Path) -> None:
    text, code = shown("guide", "--all", lines=24, PAGER=a_pager(tmp_path, "head -n 1 >/dev/null"))
    assert code == 0
    assert "Traceback" not in text


@posix
@pytest.mark.parametrize("arguments", [["--json"], ["-f", "csv"], ["-f", "markdown"]], ids=str)
@pytest.mark.slow
def test_only_the_form_to_read_is_paged(shown: Shown, tmp_path: Path, arguments: list[str]) -> None:
    text, code = shown("guide", "succeed", *arguments, lines=24, PAGER=a_pager(tmp_path, "echo paging"))
    assert code == 0
    assert "paging" not in text


@pytest.mark.slow
@posix
def test_without_colors_the_pager_gets_none(shown: Shown, tmp_path: Path) -> None:
    kept = tmp_path / "kept"
    pager = a_pager(tmp_path, f'cat > "{kept}"')
    shown("guide", "succeed", lines=24, PAGER=pager)
    assert "\x1b[1;36m" in kept.read_text(encoding="utf-8")
    shown("guide", "succeed", lines=24, PAGER=pager, NO_COLOR="1")
    assert "[36m" not in kept.read_text(encoding="utf-8")


def test_piped_nothing_is_paged(run: Run, tmp_path: Path) -> None:
    outcome = run("guide", "--all", env={"PAGER": a_pager(tmp_path, "echo paging"), "LINES": "5"})
    assert (outcome.code, outcome.err) == (0, "")
    assert "paging" not in outcome.out
    assert not pages("line\n" * 1000, {"TERM": "xterm"})


def test_a_pager_that_is_not_there_shows_nothing_itself() -> None:
    assert not page("text", {"PAGER": "no-such-program"})
