"""Fuzzes the readers: `python fuzz/run.py --for 10m --reader money,dates --engine hypothesis`.

Whatever ends in anything but a result or an error we expect, takes more than 2 seconds of processor time, or more than
300 MB, is a finding: it is kept under fuzz/findings/READER/, and the run ends with exit code 1.
"""

import argparse
import hashlib
import json
import os
import random
import re
import resource
import signal
import subprocess
import sys
import time
import traceback
from collections import Counter
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from types import FrameType

sys.path.insert(0, str(Path(__file__).resolve().parent))

ROOT = Path(__file__).resolve().parent.parent
FINDINGS = ROOT / "fuzz" / "findings"
MOST_SECONDS, MOST_MEGABYTES = 2.0, 300
_A_LINE = 0.01  # seconds more for each line, where each is an input of its own
_ROUND = 2_000  # inputs between two looks at the clock
_UNITS = {"s": 1, "m": 60, "h": 3600}


class TooLong(BaseException):
    """An input takes longer than it may."""


class Run:
    """One reader being fuzzed: how many inputs it got, and what kinds of findings there were."""

    def __init__(self, name: str) -> None:
        from readers import chosen
        from warm import warm

        (self.reader,) = chosen(name)
        if hasattr(os, "fork") and hasattr(os, "memfd_create"):
            warm()
        self.seeds = self.reader.seeds()
        self.count, self.findings = 0, Counter[str]()
        self._current = Path(f"/dev/shm/fuzz-{name}.input") if Path("/dev/shm").is_dir() else None  # noqa: S108
        signal.signal(signal.SIGPROF, _stop)
        for seed in self.seeds:  # what is made ready once is no input's doing
            self.reader.attempt(seed)
        self._most = _megabytes()

    def take(self, content: bytes) -> None:
        """Gives the reader an input, and notes what it did wrong."""
        self.count += 1
        if self.reader.slow and self._current:
            self._current.write_bytes(content)  # should the process end with it
        lines = content.count(b"\n") if self.reader.rows else 0
        signal.setitimer(signal.ITIMER_PROF, MOST_SECONDS + lines * _A_LINE)
        try:
            self.reader.attempt(content)
        except TooLong as late:
            self._note("slow", late, content)
        except Exception as error:  # noqa: BLE001  any at all is what is looked for
            self._note(type(error).__name__, error, content)
        finally:
            signal.setitimer(signal.ITIMER_PROF, 0)
        now = _megabytes()
        if now - self._most > MOST_MEGABYTES:
            self._note("memory", MemoryError(f"{now - self._most} MB"), content)
            self._most = now

    def _note(self, kind: str, error: BaseException, content: bytes) -> None:
        frames = [
            f"{frame.filename}:{frame.lineno}"
            for frame in traceback.extract_tb(error.__traceback__)
            if "/cscareer/" in frame.filename
        ]
        where = f"{kind} {frames[-1] if frames and kind != 'slow' else frames[0] if frames else ''}"
        self.findings[where] += 1
        if self.findings[where] > 1:
            return
        folder = FINDINGS / self.reader.name
        folder.mkdir(parents=True, exist_ok=True)
        name = hashlib.sha256(content).hexdigest()[:10]
        (folder / name).write_bytes(content)
        said = "".join(traceback.format_exception(error)[-4:])
        (folder / f"{name}.txt").write_text(f"{where}\n{said}", encoding="utf-8", errors="replace")
        print(f"{self.reader.name}: {where}: {folder / name}", flush=True)


def _stop(_number: int, _frame: FrameType | None) -> None:
    raise TooLong


def _megabytes() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def with_hypothesis(run: Run, seconds: float, start: int) -> None:
    """Rounds of Hypothesis, each with another seed."""
    from hypothesis import HealthCheck, Phase, given, seed, settings
    from mutating import inputs

    until = time.monotonic() + seconds
    few = settings(
        max_examples=_ROUND // (20 if run.reader.slow else 1),
        deadline=None,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    strategy = inputs(run.seeds)
    while time.monotonic() < until:
        start += 1

        @seed(start)
        @few
        @given(strategy)
        def a_round(content: bytes) -> None:
            if time.monotonic() < until:
                run.take(content)

        a_round()


def at_random(run: Run, seconds: float, start: int) -> None:
    """The same edits without Hypothesis."""
    from mutating import at_random as one

    dice, until = random.Random(start), time.monotonic() + seconds  # noqa: S311  no secret
    while time.monotonic() < until:
        for _ in range(10):
            run.take(one(run.seeds, dice))


def to_extremes(run: Run, seconds: float, start: int) -> None:
    """One of everything that is made to take long, whatever time that takes, but for what would begin after the time is up."""
    from extremes import extremes

    until = time.monotonic() + seconds
    for content in extremes(run.seeds, random.Random(start)):  # noqa: S311  no secret
        if time.monotonic() > until:
            break
        run.take(content)


def with_atheris(run: Run, seconds: float, start: int) -> None:
    """libFuzzer, led by which lines an input reaches; ends the process itself."""
    import atexit
    import tempfile

    import atheris  # type: ignore[import-not-found,import-untyped,unused-ignore]  # not on every Python

    corpus = Path(tempfile.mkdtemp(prefix="corpus-"))
    for number, content in enumerate(run.seeds):
        (corpus / str(number)).write_bytes(content)
    until = time.monotonic() + seconds

    def one(content: bytes) -> None:
        run.take(content)
        if time.monotonic() > until:
            _tell(run)
            atexit._run_exitfuncs()  # noqa: SLF001  libFuzzer leaves without them
            sys.stdout.flush()
            os._exit(bool(run.findings))

    atheris.Setup(
        [
            sys.argv[0],
            f"-seed={start + 1}",
            "-max_len=4096",
            "-timeout=300",
            "-rss_limit_mb=0",
            "-verbosity=0",
            str(corpus),
        ],
        one,
    )
    atheris.Fuzz()


ENGINES: dict[str, Callable[[Run, float, int], None]] = {
    "hypothesis": with_hypothesis,
    "random": at_random,
    "extremes": to_extremes,
    "atheris": with_atheris,
}


def _tell(run: Run) -> None:
    print(
        json.dumps({"reader": run.reader.name, "inputs": run.count, "findings": dict(run.findings)}),
        flush=True,
    )


def as_seconds(text: str) -> float:
    """Seconds of a time like 30s, 10m or 2h."""
    match = re.fullmatch(r"(\d+(?:\.\d+)?)([smh]?)", text)
    if not match:
        raise argparse.ArgumentTypeError("like 30s, 10m or 2h")
    return float(match[1]) * _UNITS[match[2] or "s"]


def _one(name: str, seconds: float, engine: str, start: int) -> int:
    """Fuzzes one reader in this process."""
    watched: AbstractContextManager[object] = nullcontext()
    if engine == "atheris":
        import atheris

        watched = atheris.instrument_imports(include=["cscareer"])
    with watched:  # the seeds bring in whatever the reader needs
        run = Run(name)
    ENGINES[engine](run, seconds, start)
    _tell(run)
    return bool(run.findings)


def main() -> int:
    """Shares the time among the readers asked for, each in a process of its own; returns 1 where something was found."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--for", dest="seconds", type=as_seconds, default=600.0, metavar="10m")
    parser.add_argument("--reader", default="", help="names parted by commas; all when left out")
    parser.add_argument("--engine", choices=ENGINES, default="hypothesis")
    parser.add_argument("--seed", type=int, default=int(time.time()))
    parser.add_argument("--alone", action="store_true", help=argparse.SUPPRESS)
    said = parser.parse_args()
    if said.alone:
        return _one(said.reader, said.seconds, said.engine, said.seed)
    from readers import chosen

    readers = list(chosen(said.reader))
    inputs, found = 0, 0
    for reader in readers:
        share = said.seconds / len(readers)
        words = [
            "--alone",
            "--reader",
            reader.name,
            "--for",
            str(share),
            "--engine",
            said.engine,
            "--seed",
            str(said.seed),
        ]
        ended = subprocess.run(
            [sys.executable, __file__, *words], stdout=subprocess.PIPE, text=True, check=False
        )
        *told, last = ended.stdout.splitlines() or [""]
        print(*told, last, sep="\n", flush=True)
        if ended.returncode not in {0, 1} or not last.startswith("{"):
            print(
                f"{reader.name}: the process ended with {ended.returncode}; its last input may be /dev/shm/fuzz-{reader.name}.input"
            )
            found += 1
            continue
        counted = json.loads(last)
        inputs, found = inputs + counted["inputs"], found + len(counted["findings"])
    print(f"{inputs:,} inputs, {found} findings")
    return bool(found)


if __name__ == "__main__":
    sys.exit(main())
