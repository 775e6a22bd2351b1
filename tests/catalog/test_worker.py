"""A script in a process of its own: what it says, and what becomes of one that takes too much or breaks off."""

import sys
from pathlib import Path

import pytest

from cscareer.catalog.worker import Limits, WorkerError, lines_of

ENOUGH = Limits(memory=1_000_000_000, computing=30, waiting=60)
BEGINNING = "import sys, time\nfrom cscareer.catalog.worker import limit\narguments = limit()\n"


def script(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "script.py"
    path.write_text(BEGINNING + text, encoding="utf-8")
    return path


def test_it_gets_its_arguments_and_content_and_its_lines_come_back(tmp_path: Path) -> None:
    made = script(tmp_path, "print(arguments)\nprint(sys.stdin.read())\n")
    assert list(lines_of(made, "a", "b c", limits=ENOUGH, content=b"said")) == [b"['a', 'b c']\n", b"said\n"]


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="address space is bounded on Linux alone")
def test_one_that_takes_too_much_memory_ends(tmp_path: Path) -> None:
    made = script(tmp_path, "x = bytearray(900_000_000)\nprint(len(x))\n")
    assert list(lines_of(made, limits=ENOUGH)) == [b"900000000\n"]
    with pytest.raises(WorkerError) as caught:
        list(lines_of(made, limits=Limits(memory=300_000_000, computing=30, waiting=60)))
    assert not caught.value.late


def test_one_that_takes_too_long_is_stopped(tmp_path: Path) -> None:
    made = script(tmp_path, "time.sleep(60)\n")
    with pytest.raises(WorkerError) as caught:
        list(lines_of(made, limits=Limits(memory=1_000_000_000, computing=30, waiting=0.5)))
    assert caught.value.late


def test_one_that_breaks_off_is_an_error_after_the_lines_it_said(tmp_path: Path) -> None:
    lines = lines_of(
        script(tmp_path, 'print("first", flush=True)\nsys.exit(3)\n'), limits=ENOUGH, content=b"x" * 200_000
    )
    assert next(lines) == b"first\n"
    with pytest.raises(WorkerError):
        next(lines)
