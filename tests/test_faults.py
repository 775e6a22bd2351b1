"""The harness of `make faults`, a handful of each kind; SECURITY.md has the counts of the long runs."""

import os
import random
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "fuzz"))

from bulk_faults import BulkFaults
from faults import WRITES, Faults
from homes import Home, Tally, leftovers, written

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals and limits of POSIX")


@pytest.fixture(autouse=True)
def runs_without_a_fault_are_forked(
    monkeypatch: pytest.MonkeyPatch, forked: Callable[..., subprocess.CompletedProcess[bytes]]
) -> None:
    """What only makes a home ready, or tries again, starts no interpreter."""
    with_fault = Home.run

    def run(home: Home, words: Sequence[str], **faults: int) -> subprocess.CompletedProcess[str]:
        if faults:
            return with_fault(home, words, **faults)

        def at_home() -> None:
            os.chdir(home.home)
            exec(home.first, {})  # noqa: S102  as the harness does

        env = {**home.environment(), "XDG_DATA_HOME": str(home.home / ".local" / "share")}
        done = forked(*words, env=env, first=at_home)
        return subprocess.CompletedProcess(
            list(words), done.returncode, done.stdout.decode(), done.stderr.decode()
        )

    monkeypatch.setattr(Home, "run", run)


@pytest.mark.slow
def test_nothing_is_lost_whatever_stops_a_run(tmp_path: Path) -> None:
    writes = [WRITES[2], WRITES[5], WRITES[8]]  # checklist, import, report
    faults = Faults(tmp_path, random.Random(16), writes)  # noqa: S311  no secret
    assert {"profile.yaml", "wages/releases.csv", "out/old.html"} <= faults.before.keys()
    assert all(after != faults.before for after in faults.after.values())
    for tally in (faults.kills(2), faults.signals(1), faults.full(2), faults.writers(2, changes=5)):
        assert tally.tried
        assert not tally.lost


@pytest.mark.slow
def test_a_bulk_run_that_was_stopped_is_finished_by_the_same_command(tmp_path: Path) -> None:
    pytest.importorskip("distributed")
    faults = BulkFaults(tmp_path, random.Random(16))  # noqa: S311  no secret
    tally = faults.kills(1)  # a full disk is tried in bulk/test_bulk_work.py
    assert tally.tried
    assert not tally.lost


def test_the_harness_sees_what_is_lost(tmp_path: Path) -> None:
    faults = Faults.__new__(Faults)
    faults.before, faults.after = {"profile.yaml": b"before"}, {}
    folder = tmp_path / ".local" / "share" / "cscareer" / "profile"
    folder.mkdir(parents=True)
    (folder / "profile.yaml").write_bytes(b"half")
    (folder / ".profile.1.new").touch(0o644)
    tally = Tally("kills")
    faults._check(tally, ("profile",), 1, "Traceback (most recent call last)", tmp_path)  # noqa: SLF001  what is tested
    assert len(tally.lost) == 3
    assert leftovers(tmp_path) == [".profile.1.new"]
    assert written(tmp_path) == {"profile.yaml": b"half"}
