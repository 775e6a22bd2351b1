"""Streams that fail, and streams that aren't there."""

import io
import sys

import pytest
from conftest import Screen
from rows import each_row

from cscareer.render.streams import Likeness, discard, output_failure, standing_streams


def test_a_closed_standard_output_fails_when_it_is_written_to_and_not_before(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None)
    with standing_streams():
        sys.stderr.write("nobody reads this")
        assert not sys.stdout.isatty()
        sys.stdout.flush()
        with pytest.raises(OSError, match="standard output is closed") as caught:
            sys.stdout.write("x")
        assert output_failure(caught.value) is not None
    assert (sys.stdout, sys.stderr) == (None, None)


def test_streams_that_stand_are_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    out, err = io.StringIO(), io.StringIO()
    monkeypatch.setattr(sys, "stdout", out)
    monkeypatch.setattr(sys, "stderr", err)
    with standing_streams():
        assert (sys.stdout, sys.stderr) == (out, err)


def test_a_reader_that_has_gone_is_no_failure() -> None:
    assert output_failure(BrokenPipeError()) is None


@each_row("terminal", [True, False])
@each_row("encoding", ["ascii", "utf-8"])
def test_a_likeness_says_what_its_stream_says_and_writes_nothing_to_it(terminal: bool, encoding: str) -> None:
    stream = Screen(terminal=terminal, encoding=encoding)
    likeness = Likeness(stream)
    likeness.write("x")
    likeness.flush()
    assert (likeness.isatty(), likeness.encoding) == (terminal, encoding)
    assert stream.text() == ""


def test_a_stream_in_memory_is_discarded_without_harm() -> None:
    discard(io.StringIO())
