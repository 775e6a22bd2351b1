"""A person's home, runs of the program in it that are stopped, and what must be whole there afterwards."""

import os
import resource
import shutil
import signal
import stat
import subprocess
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

OWN_WORDS = "Quixotic Harbor"  # what only the person's own files say
_AD = f"Call Center Agent at {OWN_WORDS}\nAustin, TX\nPay: $18 an hour\nOne year of experience.\n"
_RESUME = (
    f"# Ana\n\n## Experience\n\nCall Center Agent, {OWN_WORDS}, 2021 to 2024\n\n- Coached six new agents\n"
)
_PRICES = "GeoFips,state,rpp_all,year\n48,Texas,97.1,2024\n06,California,112.6,2024\n"
_OLD_PRICES = "GeoFips,state,rpp_all,year\n48,Texas,96.0,2023\n"
# What a program does with files; at the one asked for, or so many microseconds later, it is sent the signal.
_STARTER = """
import os, signal, sys, threading, time
at, number, later, days, place = int(sys.argv[1]), int(sys.argv[2]), float(sys.argv[3]), int(sys.argv[4]), sys.argv[5]
del sys.argv[1:6]
left = [at]
def fall():
    time.sleep(later)
    os.kill(os.getpid(), number)
def count(*_):
    left[0] -= 1
    if left[0] == 0:
        threading.Thread(target=fall, daemon=True).start() if later else os.kill(os.getpid(), number)
def watch(event, arguments):
    if event in {"open", "os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.link", "os.chmod", "shutil.rmtree"}:
        if arguments and (place in (name := str(arguments[0])) or not name.startswith("/")):
            count()
from cscareer import __main__, interrupts
# FIRST
if at:
    sys.addaudithook(watch)
    sync = os.fsync
    os.fsync = lambda descriptor: (count(), sync(descriptor), count())
if days:
    import datetime
    from cscareer.cli import clock
    clock.today = lambda: datetime.date.today() + datetime.timedelta(days)
def announced():
    interrupts.watch()
    os.write(2, b".")
__main__.watch = announced
__main__.main()
"""
EXPECTED = {0, 1, 2, 3, 4, 5}
SIGNALS = (signal.SIGINT, signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGPIPE)  # the commonest twice


@dataclass
class Tally:
    """What was tried, how often, how the runs ended, and what went wrong."""

    kind: str
    tried: int = 0
    ended: Counter[str] = field(default_factory=Counter)
    lost: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        ends = ", ".join(f"{end}: {count}" for end, count in sorted(self.ended.items()))
        return f"{self.kind}: {self.tried:,} tried, {len(self.lost)} lost ({ends})"


class Home:
    """A person's home in a folder of its own, as it is before each fault."""

    first = ""  # code that goes before the program
    stdin = subprocess.DEVNULL

    def __init__(self, place: Path) -> None:
        self.base, self.home = place / "base", place / "home"
        self.base.mkdir()
        (self.base / "ad.txt").write_text(_AD, encoding="utf-8")
        (self.base / "resume.md").write_text(_RESUME, encoding="utf-8")
        (self.base / "out").mkdir()
        (self.base / "out" / "old.html").write_text("an older one", encoding="utf-8")
        (self.base / "rpp_state_2023.csv").write_text(_OLD_PRICES, encoding="utf-8")
        (self.base / "rpp_state_2024.csv").write_text(_PRICES, encoding="utf-8")
        self.renew(self.home)
        for words in (
            ["profile", "add", "empathy:3", "--evidence", OWN_WORDS],
            ["profile", "set", "--location", "Austin, TX", "--pay", "40000"],
            ["checklist", "start", "quality-assurance-analyst"],
            ["data", "import", "--to", "data", "rpp_state_2023.csv"],
        ):
            done = self.run(words)
            if done.returncode:
                raise SystemExit(f"{words}: {done.stderr}")
        shutil.rmtree(self.base)
        shutil.copytree(self.home, self.base)

    def renew(self, home: Path) -> None:
        """Puts the home back to what it is before a fault."""
        shutil.rmtree(home, ignore_errors=True)
        shutil.copytree(self.base, home, dirs_exist_ok=True)

    def environment(self, home: Path | None = None) -> dict[str, str]:
        """Where a run looks for the person's files."""
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("XDG", "CSCAREER"))}
        return {**kept, "HOME": str(home or self.home)}

    def started(
        self,
        words: Sequence[str],
        *,
        at: int = 0,
        number: int = 0,
        later: float = 0,
        days: int = 0,
        home: Path | None = None,
        room: int | None = None,
    ) -> "subprocess.Popen[str]":
        """A run of the program, to be stopped at its so-manyth dealing with the home's files; `room` bounds its files."""
        home = home or self.home
        faults = [str(each) for each in (at, number, later, days, f"{home}/")]

        def prepare() -> None:
            for each in (signal.SIGINT, signal.SIGHUP):  # which are ignored in the background
                signal.signal(each, signal.SIG_DFL)
            if room is not None:
                resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))

        return subprocess.Popen(
            [sys.executable, "-c", _STARTER.replace("# FIRST", self.first), *faults, *words],
            stdin=self.stdin, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
            cwd=home, env=self.environment(home), preexec_fn=prepare,  # noqa: PLW1509  it has no threads
        )  # fmt: skip

    def run(self, words: Sequence[str], **faults: int) -> "subprocess.CompletedProcess[str]":
        """The same, waited for."""
        process = self.started(words, **faults)  # type: ignore[arg-type]  # mypy can't tell the keys
        out, told = process.communicate(timeout=120)
        return subprocess.CompletedProcess(list(words), process.returncode, out, told.removeprefix("."))


def written(home: Path) -> dict[str, bytes]:
    """What must be whole: the profile, the wages where they are looked for, and what is saved where the person says."""
    profile = home / ".local" / "share" / "cscareer" / "profile"
    found = {path.name: path.read_bytes() for path in profile.glob("profile.yaml")}
    data = home / "data"
    wages = next((data / name for name in ("wages", ".wages.old") if (data / name).is_dir()), None)
    for path in sorted(wages.iterdir()) if wages else ():
        found[f"wages/{path.name}"] = path.read_bytes()
    for path in (home / "out").glob("[!.]*"):
        found[f"out/{path.name}"] = path.read_bytes()
    return found


def leftovers(home: Path) -> list[str]:
    """What a run that was stopped left behind, and the next one of its kind should have removed."""
    return [path.name for path in home.rglob("*") if path.name.endswith(".new") or path.name == ".wages.old"]


def laid_open(home: Path) -> list[str]:
    """Private files that others may read."""
    folder = home / ".local" / "share" / "cscareer" / "profile"
    return [path.name for path in folder.glob("*") if stat.S_IMODE(path.stat().st_mode) & 0o077]
