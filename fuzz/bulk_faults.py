"""Stops `bulk` in the middle: what of its folder is there is whole, and the same command finishes what was begun."""

import json
import os
import random
import re
import signal
import time
from collections.abc import Iterator
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from homes import EXPECTED, OWN_WORDS, SIGNALS, Home, Tally

_TITLES = [
    *(f"Call Center Agent {at}" for at in range(40)),
    "x" * 9_000,
    "",
    "team lead",
    OWN_WORDS,
    "cashier",
]
_WORDS = ("bulk", "titles", "titles.txt", "--workers", "1", "-o", "parts")
# Parts of a dozen lines; done in this very process, or by a worker that Dask starts.
_SMALL = "import cscareer.bulk.running as running\nrunning.PART_BYTES = 300\n"
_HERE = """
from cscareer.bulk.sharing import Finished
from cscareer.bulk.work import do_part
running.shared_out = lambda job, parts, crew: (Finished(part, do_part(job, part), 1) for part in parts)
"""
_WITH_DASK = 10  # one in so many is done by Dask, which takes seconds to start
_PART = re.compile(r"part-\d{6}(\.bad)?\.jsonl")
_GONE_WITHIN = 30  # seconds, of the workers of a run that was killed


class BulkFaults:
    """A bulk run in a home of its own, and what its folder is to hold in the end."""

    def __init__(self, place: Path, dice: random.Random) -> None:
        self.dice, self.home = dice, Home(place)
        (self.home.base / "titles.txt").write_text("\n".join(_TITLES), encoding="utf-8")
        self.home.renew(self.home.home)
        began = time.monotonic()
        self.code, told = self._run(_HERE)
        self.took = time.monotonic() - began
        if self.code not in {0, 5}:
            raise SystemExit(told)
        self.after = self._folder()
        if len(self.after) < 5:  # noqa: PLR2004  parts and their list
            raise SystemExit(f"only {', '.join(self.after)}")

    def _run(self, how: str, **faults: int) -> tuple[int, str]:
        self.home.first = _SMALL + how
        done = self.home.run(_WORDS, **faults)
        return done.returncode, done.stderr

    def _folder(self) -> dict[str, bytes]:
        return {path.name: path.read_bytes() for path in sorted((self.home.home / "parts").glob("*"))}

    def kills(self, times: int) -> Tally:
        """Kill -9 at any dealing with files, or at any time; the same command then finishes."""
        tally = Tally("bulk")
        for turn in range(1, times + 1):
            how = "" if turn % _WITH_DASK == 0 else _HERE
            self.home.renew(self.home.home)
            if turn % 4 and how:
                code, told = self._run(how, at=self.dice.randrange(1, 80), number=signal.SIGKILL)
            else:
                code, told = self._stopped(how, signal.SIGKILL)
            self._check(tally, code, told, how)
        return tally

    def signals(self, times: int) -> Tally:
        """SIGINT, SIGTERM, SIGHUP, SIGPIPE at the same moments; the same command then finishes."""
        tally = Tally("bulk-signals")
        for turn in range(1, times + 1):
            how = "" if turn % _WITH_DASK == 0 else _HERE
            number = SIGNALS[turn % len(SIGNALS)]
            self.home.renew(self.home.home)
            if turn % 3 == 0 and how:
                code, told = self._run(how, at=self.dice.randrange(1, 80), number=number)
            else:
                code, told = self._stopped(how, number)
            if code not in {self.code, 130 if number == signal.SIGINT else -number}:
                tally.lost.append(f"{number.name}: ended with {code}: {told[-800:]}")
            self._check(tally, code, told, how)
        return tally

    def full(self, times: int) -> Tally:
        """Files that may not grow past some size; with room again the same command finishes."""
        tally = Tally("bulk-full")
        for _ in range(times):
            self.home.renew(self.home.home)
            code, told = self._run(_HERE, room=self.dice.choice((0, 1, 100, self.dice.randrange(9_000))))
            if code not in EXPECTED:
                tally.lost.append(f"no room: ended with {code}: {told[-800:]}")
            self._check(tally, code, told, _HERE)
        return tally

    def _stopped(self, how: str, number: int) -> tuple[int, str]:
        self.home.first = _SMALL + how
        process = self.home.started(_WORDS)
        assert process.stderr is not None
        process.stderr.read(1)
        time.sleep(self.dice.random() * (self.took if how else 5))
        with suppress(ProcessLookupError):
            process.send_signal(number)
        process.wait(timeout=120)
        told = "" if not how else process.stderr.read()  # workers may hold it open a while longer
        process.stderr.close()
        return process.returncode, told

    def _check(self, tally: Tally, code: int, told: str, how: str) -> None:
        tally.tried += 1
        tally.ended[f"{code}{'' if how else ' with Dask'}"] += 1
        tally.lost += [f"{tally.kind} ({code}): {wrong}" for wrong in self._wrong(told)]
        if not how and not self._alone():
            tally.lost.append(f"{tally.kind}: a worker outlives its run")
        again, told = self._run(_HERE)
        there = self._folder()
        if again != self.code or there != self.after or "Traceback" in told:
            odd = sorted(name for name in {*there, *self.after} if there.get(name) != self.after.get(name))
            tally.lost.append(f"{tally.kind} again: {again}, {odd} {told[-500:]}")

    def _wrong(self, told: str) -> Iterator[str]:
        """What of the folder isn't whole after a fault, and what was told that shouldn't be."""
        there = self._folder()
        for name in filter(_PART.fullmatch, there):
            if there[name] != self.after.get(name):
                yield f"{name} is no part of an undisturbed run"
        manifest = json.loads(there.get("_manifest.json") or '{"done": []}')
        for done in manifest["done"]:
            if sha256(there.get(f"part-{done['number']:06}.jsonl", b"")).hexdigest() != done["sha256"]:
                yield f"part {done['number']} is said to be done"
        if "Traceback" in told or OWN_WORDS in told:
            yield told[-1500:]
        for path in (self.home.home / "parts").glob("*"):
            if path.stat().st_mode & 0o077:
                yield f"others may read {path.name}"

    def _alone(self) -> bool:
        """Whether no process is left in the home of a run that was killed."""
        until = time.monotonic() + _GONE_WITHIN
        while time.monotonic() < until:
            if not any(_stands_in(path, self.home.home) for path in Path("/proc").glob("[0-9]*")):
                return True
            time.sleep(0.2)
        return False


def _stands_in(process: Path, folder: Path) -> bool:
    with suppress(OSError):
        return os.readlink(process / "cwd") == str(folder)  # noqa: PTH115  it may be gone
    return False
