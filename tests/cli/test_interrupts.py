"""An interrupt ends the run with 130 and without a finding, wherever it falls."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

# The program, with an interrupt in the middle of what `{place}` stands for.
PROGRAM = """
import os, signal, sys
from cscareer.__main__ import main

def interrupt(*_):
    os.kill(os.getpid(), signal.SIGINT)
    for _ in range(1000):
        pass  # Python delivers the signal between two instructions

{place}
sys.argv[1:] = ["roles", "--json"]
main()
"""
# Pydantic's own words for what may become of it: a value that fails, a bug, silence.
FINDING = """
from cscareer.catalog import loading
from cscareer.errors import InvalidDataError
def load(*_):
    try:
        interrupt()
    except KeyboardInterrupt:
        raise InvalidDataError("The data has a problem:") from None
loading.load_catalog = load
"""
BUG = FINDING.replace("raise InvalidDataError", "raise RuntimeError")
SILENCE = """
from cscareer.catalog import loading
load = loading.load_catalog
def swallow(*arguments):
    try:
        interrupt()
    except KeyboardInterrupt:
        return load(*arguments)
loading.load_catalog = swallow
"""
UNRAISABLE = """
from cscareer.catalog import loading
load = loading.load_catalog
class Finalized:
    def __del__(self):
        interrupt()
def ignored(*arguments):
    Finalized()
    return load(*arguments)
loading.load_catalog = ignored
"""
VALIDATION = """
from typing import Annotated
from pydantic import BeforeValidator
from cscareer.catalog import models
models.Model.__init_subclass__ = classmethod(lambda *_, **__: interrupt())
"""
# Tells when it is at the front door: the interpreter's start is not ours to guard.
STARTER = """
import sys
from cscareer import __main__, interrupts

def watch():
    interrupts.watch()
    sys.stdout.write(".")
    sys.stdout.flush()

__main__.watch = watch
__main__.main()
"""
IMPORT = """
import importlib.abc
class Finder(importlib.abc.MetaPathFinder):
    def find_spec(self, name, path, target=None):
        if name == "typer":
            interrupt()
sys.meta_path.insert(0, Finder())
"""


# Before anyone watches for it: while what watches is being loaded.
EARLY = """
import os, signal, sys
class Finder:
    def find_spec(self, name, path, target=None):
        if name == "cscareer.interrupts":
            os.kill(os.getpid(), signal.SIGINT)
sys.meta_path.insert(0, Finder())
from cscareer.__main__ import main
main()
"""
LATE = """
import gc
gc.freeze = interrupt
"""


@pytest.mark.slow
def test_one_that_falls_when_all_is_done_changes_nothing(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM.format(place=LATE)],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        env={**os.environ, "XDG_DATA_HOME": str(tmp_path)},
    )
    assert (done.returncode, done.stderr, done.stdout[:1]) == (0, "", "{")


@pytest.mark.slow
def test_one_that_falls_before_anyone_watches_is_one_too() -> None:
    done = subprocess.run([sys.executable, "-c", EARLY], capture_output=True, timeout=60, check=False)
    assert (done.returncode, done.stderr) == (130, b"")


@pytest.mark.slow
@pytest.mark.parametrize("place", [FINDING, BUG, SILENCE, UNRAISABLE, VALIDATION, IMPORT])
def test_whatever_becomes_of_the_exception_the_run_ends_with_130(place: str, tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM.format(place=place)],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        env={**os.environ, "XDG_DATA_HOME": str(tmp_path)},
    )
    assert (done.returncode, done.stderr) == (130, "")


def test_where_interrupts_are_ignored_they_stay_ignored(tmp_path: Path) -> None:
    ignoring = PROGRAM.replace("{place}", "interrupt()").replace(
        "from cscareer", "signal.signal(signal.SIGINT, signal.SIG_IGN)\nfrom cscareer"
    )
    done = subprocess.run(
        [sys.executable, "-c", ignoring],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        env={**os.environ, "XDG_DATA_HOME": str(tmp_path)},
    )
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.slow
def test_wherever_it_falls_by_chance_too(tmp_path: Path) -> None:
    ended = []
    for turn in range(8):
        with subprocess.Popen(
            [sys.executable, "-c", STARTER, "roles", *(["--json"] if turn % 2 else [])],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env={**os.environ, "XDG_DATA_HOME": str(tmp_path)},
        ) as running:
            assert running.stdout is not None
            assert running.stdout.read(1) == b"."
            time.sleep(turn / 25)
            running.send_signal(signal.SIGINT)
            out, err = running.communicate(timeout=60)
        # After the answer, the interpreter's own end isn't ours to guard.
        whole = out.rstrip().endswith(b"}" if turn % 2 else b"every note and source.")
        assert whole or running.returncode == 130, (turn, running.returncode, out, err)
        assert b"problem" not in err
        ended.append(running.returncode)
    assert ended[0] == 130, "the first falls before anything is read"
