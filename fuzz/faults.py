"""Stops writers in the middle, fills their disk, turns their clock back: `python fuzz/faults.py --kind kills --times 1000`.

After each fault the profile must be what it was or what it was to become, byte for byte, and so must imported wages; no
traceback is told, nothing of a person is said, and private files stay private. Exit code 1 where something was lost.
"""

import argparse
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from bulk_faults import BulkFaults
from homes import EXPECTED, OWN_WORDS, SIGNALS, Home, Tally, laid_open, leftovers, written
from server_faults import ServerFaults

_WRITER = """
import sys
from pathlib import Path
from cscareer.errors import UnwritableError
from cscareer.plan.profile import KeptPay
from cscareer.plan.storage import Store
store = Store(Path(sys.argv[1]))
left, told = int(sys.argv[2]), 0
while left:
    try:
        store.change(lambda kept: kept.model_copy(update={"pay": KeptPay(amount=kept.pay.amount + 1, per="year")}))
        left -= 1
    except UnwritableError:  # it waited ten seconds for the others, and was told so
        told += 1
    assert store.read() is not None
print(told)
"""

WRITES: tuple[tuple[str, ...], ...] = (
    ("profile", "add", "coaching:3"),
    ("profile", "set", "--role", "csr"),
    ("profile", "import", "resume.md"),
    ("checklist", "done", "quality-monitoring"),
    ("checklist", "start", "call-center-supervisor"),
    ("posting", "ad.txt", "--save"),
    ("data", "import", "--to", "data", "rpp_state_2024.csv"),
    ("profile", "restore"),
    ("report", "--role", "csr", "-l", "Austin, TX", "-o", "out/report.html"),
    ("report", "--role", "csr", "-l", "Austin, TX", "-o", "out/old.html", "--force"),
    ("pay", "csr", "-l", "Austin, TX", "--svg", "out/pay.svg"),
)
READS: tuple[tuple[str, ...], ...] = (
    ("roles",),
    ("pay", "csr", "-l", "Austin TX"),
    ("match",),
    ("checklist",),
    ("posting", "ad.txt"),
)


class Faults:
    """The kinds of faults, each tried so many times."""

    def __init__(self, place: Path, dice: random.Random, writes: Sequence[tuple[str, ...]] = WRITES) -> None:
        self.writes = tuple(writes)
        self.dice, self.home = dice, Home(place)
        self.before = written(self.home.home)
        self.after: dict[tuple[str, ...], dict[str, bytes]] = {}
        self.took: dict[tuple[str, ...], float] = {}
        for words in self.writes:
            self.home.renew(self.home.home)
            began = time.monotonic()
            done = self.home.run(words)
            if done.returncode:
                raise SystemExit(f"{words}: {done.stderr}")
            self.took[words] = time.monotonic() - began
            self.after[words] = written(self.home.home)

    def _check(
        self, tally: Tally, words: tuple[str, ...], ended: int, told: str, home: Path | None = None
    ) -> None:
        home = home or self.home.home
        tally.tried += 1
        tally.ended[str(ended)] += 1
        there = written(home)
        where = f"{tally.kind}: {' '.join(words)} ({ended})"
        for name in {*self.before, *self.after.get(words, {})} | set(there):
            sound = {self.before.get(name), self.after.get(words, self.before).get(name)}
            if there.get(name) not in sound:
                tally.lost.append(f"{where}: {name} is neither what it was nor what it was to be")
        if "Traceback" in told:
            tally.lost.append(f"{where}: {told[-1500:]}")
        if OWN_WORDS in told:
            tally.lost.append(f"{where}: says what is the person's own")
        if opened := laid_open(home):
            tally.lost.append(f"{where}: others may read {opened}")

    def _again(self, tally: Tally, words: tuple[str, ...]) -> None:
        """The same command after it was stopped: it works, and nothing of the first try stays."""
        done = self.home.run(words)
        left = leftovers(self.home.home)
        if left or done.returncode not in EXPECTED or "Traceback" in done.stderr:
            tally.lost.append(
                f"{tally.kind}: {' '.join(words)} again: {done.returncode} {left} {done.stderr[-500:]}"
            )

    def kills(self, times: int) -> Tally:
        """Kill -9: at any dealing with files, or at any time."""
        tally = Tally("kills")
        for turn in range(times):
            words = self.writes[turn % len(self.writes)]
            self.home.renew(self.home.home)
            told, ended = self._stopped(words, signal.SIGKILL, by_file=turn % 4 != 0)
            self._check(tally, words, ended, told)
            if turn % 10 == 0:
                self._again(tally, words)
        return tally

    def signals(self, times: int) -> Tally:
        """SIGINT, SIGTERM, SIGHUP, SIGPIPE: at any dealing with files, or at any time."""
        tally = Tally("signals")
        for turn in range(times):
            words = self.dice.choice(self.writes + READS)
            number = SIGNALS[turn % len(SIGNALS)]
            self.home.renew(self.home.home)
            told, ended = self._stopped(words, number, by_file=turn % 3 == 0)
            self._check(tally, words, ended, told)
            may_end = {0, 130 if number == signal.SIGINT else -number}
            if ended not in may_end:
                tally.lost.append(f"{number.name} {' '.join(words)}: ended with {ended}: {told[-800:]}")
        return tally

    def _stopped(self, words: tuple[str, ...], number: int, *, by_file: bool) -> tuple[str, int]:
        if by_file:
            at, later = self.dice.randrange(1, 40), self.dice.choice((0, 0, self.dice.random() / 500))
            process = self.home.started(words, at=at, number=number, later=later)
        else:
            process = self.home.started(words)
            assert process.stderr is not None
            process.stderr.read(1)  # the program's own door; before that Python itself starts
            time.sleep(self.dice.random() * self.took.get(words, 0.6))
            with suppress(ProcessLookupError):
                process.send_signal(number)
        _, told = process.communicate(timeout=120)
        return told.removeprefix("."), process.returncode

    def full(self, times: int) -> Tally:
        """No room: files may grow to some size and no further; on a disk of some kilobytes where one can be mounted."""
        tally = Tally("full")
        for turn in range(times):
            words = self.writes[turn % len(self.writes)]
            self.home.renew(self.home.home)
            process = self.home.started(
                words, room=self.dice.choice((0, 1, 100, 1_000, self.dice.randrange(6_000)))
            )
            _, told = process.communicate(timeout=120)
            self._check(tally, words, process.returncode, told)
            if process.returncode not in EXPECTED:
                tally.lost.append(
                    f"no room, {' '.join(words)}: ended with {process.returncode}: {told[-800:]}"
                )
        return tally

    def disks(self, times: int) -> Tally:
        """A small disk that is full after some kilobytes, or read-only; nothing is tried where none can be mounted."""
        tally = Tally("disks")
        for turn in range(times):
            words = self.writes[turn % len(self.writes)]
            read_only = turn % 5 == 0
            with _disk(2_000) as disk:
                if disk is None:
                    return tally
                home = disk / "home"
                self.home.renew(home)
                self._fill(disk, self.dice.randrange(0, 60) * 1_000)
                if read_only:
                    _mount("-o", "remount,ro", str(disk))
                process = self.home.started(words, home=home)
                _, told = process.communicate(timeout=120)
                self._check(tally, words, process.returncode, told, home)
                if process.returncode not in EXPECTED:
                    tally.lost.append(
                        f"disk, {' '.join(words)}: ended with {process.returncode}: {told[-800:]}"
                    )
        return tally

    @staticmethod
    def _fill(disk: Path, left: int) -> None:
        free = os.statvfs(disk).f_bavail * os.statvfs(disk).f_frsize
        (disk / "filler").write_bytes(bytes(max(0, free - left)))

    def clocks(self, times: int) -> Tally:
        """A clock that jumps by up to three years between runs, back as well as on."""
        tally = Tally("clocks")
        home = self.home
        commands = (
            ("checklist", "done", "quality-monitoring"), ("checklist", "undo"), ("checklist", "diff", "--since", "2026-01-01"), ("checklist",),
            ("profile",), ("profile", "add", "coaching:2"), ("profile", "remove", "coaching"), ("posting", "ad.txt", "--save"), ("postings",),
            ("checklist", "export"), ("match",), ("raise", "45000", "--was", "41000", "--since", "2024-05"),
        )  # fmt: skip
        home.renew(home.home)
        for _ in range(times):
            words = self.dice.choice(commands)
            done = home.run(words, days=self.dice.randrange(-1_100, 1_100))
            tally.tried += 1
            tally.ended[str(done.returncode)] += 1
            if done.returncode not in EXPECTED - {3, 4} or "Traceback" in done.stderr:
                tally.lost.append(f"clock, {' '.join(words)}: {done.returncode} {done.stderr[-800:]}")
        return tally

    def homes(self, times: int) -> Tally:
        """No home, an empty, missing or relative one, a file in its place, one that may only be read."""
        tally = Tally("homes")
        places: tuple[str | None, ...] = (
            None,
            "",
            "/nowhere/at/all",
            "relative",
            "/dev/null",
            "/proc/1",
            "/" + "x" * 300,
        )
        for turn in range(times):
            words = (*READS, *WRITES[:5])[turn % (len(READS) + 5)]
            place = places[turn // (len(READS) + 5) % len(places)]
            environment = self.home.environment()
            environment.pop("HOME")
            if place is not None:
                environment["HOME"] = place
            done = subprocess.run(
                [sys.executable, "-m", "cscareer", *words],
                stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False, cwd=self.home.base, env=environment,
            )  # fmt: skip
            tally.tried += 1
            tally.ended[str(done.returncode)] += 1
            if done.returncode not in EXPECTED or "Traceback" in done.stderr:
                tally.lost.append(
                    f"home {place!r}, {' '.join(words)}: {done.returncode} {done.stderr[-800:]}"
                )
        return tally

    def writers(self, times: int, changes: int = 50) -> Tally:
        """So many processes that each change the profile 50 times: the pay counts the changes."""
        tally = Tally("writers")
        self.home.renew(self.home.home)
        folder = self.home.home / ".local" / "share" / "cscareer" / "profile"
        began = [
            subprocess.Popen(
                [sys.executable, "-c", _WRITER, str(folder), str(changes)],
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                text=True,
            )
            for _ in range(times)
        ]
        for process in began:
            refused, told = process.communicate(timeout=600)
            tally.tried += changes
            tally.ended[str(process.returncode)] += 1
            if process.returncode:
                tally.lost.append(told[-800:])
            else:
                tally.ended["told to wait"] += int(refused)
        from cscareer.plan.storage import Store

        profile = Store(folder).read()
        amount = profile.pay.amount if profile and profile.pay else 0
        if amount != 40_000 + times * changes:
            tally.lost.append(f"{40_000 + times * changes - amount} changes are gone")
        return tally


def _mount(*words: str) -> bool:
    with suppress(OSError):
        return subprocess.run(["mount", *words], capture_output=True, check=False).returncode == 0  # noqa: S607  the system's own
    return False


@contextmanager
def _disk(kilobytes: int) -> Iterator[Path | None]:
    """A disk of some size in memory; None where none can be mounted."""
    place = Path(tempfile.mkdtemp(prefix="disk-"))
    mounted = _mount("-t", "tmpfs", "-o", f"size={kilobytes}k", "tmpfs", str(place))
    try:
        yield place if mounted else None
    finally:
        if mounted:
            subprocess.run(["umount", str(place)], check=False)  # noqa: S607  the system's own
        place.rmdir()


KINDS: Mapping[str, Callable[[Path, random.Random, int], Tally]] = {
    "kills": lambda place, dice, times: Faults(place, dice).kills(times),
    "signals": lambda place, dice, times: Faults(place, dice).signals(times),
    "full": lambda place, dice, times: Faults(place, dice).full(times),
    "disks": lambda place, dice, times: Faults(place, dice).disks(times),
    "clocks": lambda place, dice, times: Faults(place, dice).clocks(times),
    "homes": lambda place, dice, times: Faults(place, dice).homes(times),
    "writers": lambda place, dice, times: Faults(place, dice).writers(times),
    "bulk": lambda place, dice, times: BulkFaults(place, dice).kills(times),
    "bulk-signals": lambda place, dice, times: BulkFaults(place, dice).signals(times),
    "mcp-signals": lambda place, dice, times: ServerFaults(place, dice).signals(times),
    "bulk-full": lambda place, dice, times: BulkFaults(place, dice).full(times),
}


def main() -> int:
    """Tries the kinds asked for; returns 1 where something was lost."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kind", default=",".join(KINDS))
    parser.add_argument("--times", type=int, default=20)
    parser.add_argument("--seed", type=int, default=int(time.time()))
    said = parser.parse_args()
    lost = 0
    for kind in said.kind.split(","):
        place = Path(tempfile.mkdtemp(prefix="faults-"))
        try:
            tally = KINDS[kind](place, random.Random(said.seed), said.times)  # noqa: S311  no secret
        finally:
            shutil.rmtree(place, ignore_errors=True)
        print(tally, *tally.lost[:10], sep="\n", flush=True)
        lost += len(tally.lost)
    return bool(lost)


if __name__ == "__main__":
    sys.exit(main())
