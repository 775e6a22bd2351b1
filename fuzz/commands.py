"""Whole commands given texts that are made to take long for the patterns: `python fuzz/commands.py --for 10m --command match,posting`.

The patterns of each module are a family. A text is made of the parts of one of them, as `patterns.py` makes it, up to 100 kB, and given to a
command that reads text. A command runs in a process that has all it needs made ready, forked from this one; what takes more than 2 seconds
of processor time or 300 MB, or ends in a traceback, is a finding, kept under fuzz/findings/COMMAND/. The worst then run as a user would start them.
"""

import argparse
import gc
import io
import json
import os
import random
import resource
import signal
import subprocess
import sys
import time
from collections import defaultdict
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from askings import COMMANDS, MOST, Asked

ROOT = Path(__file__).resolve().parent.parent
FINDINGS = ROOT / "fuzz" / "findings"
MOST_SECONDS, MOST_MEGABYTES = 2.0, 300
_STOPPED = 8.0  # seconds after which no run goes on
_OF_A_FAMILY = 80  # texts
_PATTERNS_OF_A_FAMILY = 24
_EXPECTED = {0, 1, 2, 3, 4, 5}


@dataclass(frozen=True)
class Cost:
    """What a run took: seconds of processor time, megabytes beyond those there were, and how it ended."""

    seconds: float
    megabytes: int
    code: int
    told: str = ""

    @property
    def wrong(self) -> str:
        """What of it breaks a promise."""
        if self.seconds > MOST_SECONDS:
            return f"{self.seconds:.1f} s"
        if self.megabytes > MOST_MEGABYTES:
            return f"{self.megabytes} MB"
        return "" if self.code in _EXPECTED else f"ends with {self.code}"


def families(start: int) -> dict[str, list[tuple[str, str]]]:
    """For the patterns of each module some texts: what stands once, and what again and again behind it.

    They are looked for in a process of its own, since patterns that are watched are slow.
    """
    code = "import sys; sys.path.insert(0, sys.argv[1]); import commands; commands.tell_families(int(sys.argv[2]))"
    told = subprocess.run(
        [sys.executable, "-c", code, str(Path(__file__).parent), str(start)],
        stdout=subprocess.PIPE,
        check=True,
    )
    return {
        family: [(once, again) for once, again in those] for family, those in json.loads(told.stdout).items()
    }


def tell_families(start: int) -> None:
    """Writes them as JSON."""
    from patterns import collected, texts

    dice = random.Random(start)  # noqa: S311  no secret
    of_a_module = defaultdict(list)
    for (pattern, flags), where in sorted(collected(at_length=False).where.items()):
        of_a_module[where.partition(":")[0]].append((pattern, flags))
    found = {}
    for module, patterns in of_a_module.items():
        drawn = dice.sample(patterns, min(len(patterns), _PATTERNS_OF_A_FAMILY))
        made = [each for pattern, flags in drawn for each in texts(pattern, flags, dice)]
        found[module] = dice.sample(made, min(len(made), _OF_A_FAMILY))
    sys.stdout.write(json.dumps(found))


def shaped(once: str, again: str, dice: random.Random) -> str:
    """As much of a text as an input may have: on one line, on lines of its own, or within sentences."""
    again = again or "a"
    way = dice.randrange(4)
    if way == 0:
        again = f"{again}\n"
    elif way == 1:
        again = (once + again * 80)[: dice.choice((90, 400, 3_000))] + "\n"
    elif way == 2:  # noqa: PLR2004  the third of four
        again = f"Answered calls from customers, {once}{again * 8} and more. "
    return once + again * (MOST // len(again))


def cost(asked: Asked) -> Cost:
    """Runs a command in a fork of this process."""
    before = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1]) * resource.getpagesize()
    told = os.memfd_create("told")
    child = os.fork()
    if child == 0:
        _live(asked, told)
    _, status, used = os.wait4(child, 0)
    os.lseek(told, 0, os.SEEK_SET)
    said = os.read(told, 4_000).decode("utf-8", "replace")
    os.close(told)
    code = os.waitstatus_to_exitcode(status)
    return Cost(used.ru_utime + used.ru_stime, used.ru_maxrss // 1024 - before // 2**20, code, said)


def _live(asked: Asked, told: int) -> None:
    """The life of such a fork: it never comes back."""
    code = 70
    try:
        signal.setitimer(signal.ITIMER_PROF, _STOPPED)
        given = os.memfd_create("given")
        os.write(given, asked.given)
        os.lseek(given, 0, os.SEEK_SET)
        os.dup2(given, 0)
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        os.dup2(told, 2)
        os.environ["XDG_DATA_HOME"] = str(_room() / str(os.getpid()))  # nothing is kept for the next
        code = run(asked)
        sys.stdout.flush()
    except BaseException:  # noqa: BLE001  any at all is what is looked for
        import traceback

        os.write(told, traceback.format_exc()[-3_000:].encode())
    finally:
        os._exit(code)


def run(asked: Asked) -> int:
    """Runs a command in this process; of `mcp`, one request."""
    if asked.words == ("mcp",):
        from assistant import requests

        requests(asked.given)
        return 0
    from cscareer.cli.program import run as run_line

    return run_line(asked.words)


def as_a_user(asked: Asked) -> Cost:
    """Runs a command as a process of its own; `mcp` is asked for its tools before."""
    opening = b""
    if asked.words == ("mcp",):
        from assistant import OPENING

        opening = OPENING
    process = subprocess.Popen(
        [sys.executable, "-m", "cscareer", *asked.words],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE if opening else subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    assert process.stdin is not None
    with suppress(BrokenPipeError):  # a command that asks for nothing at its standard input may be done
        process.stdin.write(opening + asked.given + b"\n" if opening else asked.given)
        process.stdin.flush()
        while opening and process.stdout is not None and b'"id":1' not in process.stdout.readline():
            continue
    with suppress(BrokenPipeError):
        process.stdin.close()
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return Cost(used.ru_utime + used.ru_stime, used.ru_maxrss // 1024, process.returncode)


def _make_ready() -> None:
    """What each command brings in and makes ready once."""
    os.environ["XDG_DATA_HOME"] = str(_room() / "first")
    dice = random.Random(1)  # noqa: S311  no secret
    signal.setitimer(signal.ITIMER_PROF, 0)
    out = sys.stdout
    for name, ask in COMMANDS.items():
        asked = ask("Answered calls in Austin, TX, for $18 an hour.\n", dice)
        if name == "tickets":
            import duckdb  # noqa: F401  its threads must not stand in a process that forks
        else:
            sys.stdin = io.TextIOWrapper(io.BytesIO(asked.given))
            sys.stdout = io.TextIOWrapper(io.BytesIO())
            sys.stderr = io.StringIO()
            run(asked)
    sys.stdin, sys.stdout, sys.stderr = sys.__stdin__, out, sys.__stderr__
    gc.freeze()
    gc.set_threshold(500_000)


def _room() -> Path:
    from checks import room

    return room()


def main() -> int:
    """Runs commands for as long as is asked; returns 1 where one broke a promise."""
    from run import as_seconds

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--for", dest="seconds", type=as_seconds, default=600.0, metavar="10m")
    parser.add_argument(
        "--command", default="", help=f"of {', '.join(COMMANDS)}, parted by commas; all when left out"
    )
    parser.add_argument("--seed", type=int, default=int(time.time()))
    parser.add_argument("--worst", type=int, default=10, help="how many run again as processes of their own")
    said = parser.parse_args()
    names = [name for name in said.command.split(",") if name] or list(COMMANDS)
    dice, of_a_family = random.Random(said.seed), families(said.seed)  # noqa: S311  no secret
    _make_ready()
    plain = {name: cost(COMMANDS[name]("a\n", dice)).seconds for name in names}
    tried, found, worst = 0, 0, list[tuple[Cost, str, str, Asked]]()
    until = time.monotonic() + said.seconds
    while time.monotonic() < until:
        family = dice.choice(sorted(of_a_family))
        once, again = dice.choice(of_a_family[family])
        text = shaped(once, again, dice)
        for name in names:
            asked = COMMANDS[name](text, dice)
            taken = _beyond(cost(asked), plain[name])
            if taken.wrong and taken.code in {*_EXPECTED, -signal.SIGPROF}:  # the machine may be busy
                taken = min(taken, _beyond(cost(asked), plain[name]), key=lambda each: each.seconds)
            tried += 1
            worst = sorted([*worst, (taken, name, family, asked)], key=lambda each: -each[0].seconds)[
                : said.worst
            ]
            if taken.wrong:
                found += 1
                _keep(name, family, asked, taken)
    for taken, name, family, asked in worst:
        whole = as_a_user(asked)  # with what it takes to begin
        print(
            f"{name:<10}{family:<28}{taken.seconds:>6.2f} s{taken.megabytes:>5} MB more; as a process {whole.seconds:.2f} s, {whole.megabytes} MB"
        )
    print(
        "with next to nothing to read: " + ", ".join(f"{name} {each:.2f} s" for name, each in plain.items())
    )
    print(f"{tried:,} runs, {len(of_a_family)} families, {found} findings")
    return bool(found)


def _beyond(taken: Cost, plain: float) -> Cost:
    return replace(taken, seconds=taken.seconds - plain)


def _keep(name: str, family: str, asked: Asked, taken: Cost) -> None:
    folder = FINDINGS / name
    folder.mkdir(parents=True, exist_ok=True)
    place = folder / f"{time.time_ns()}.json"
    said = {"words": asked.words, "given": asked.given.decode("utf-8", "replace")}
    place.write_text(json.dumps(said), encoding="utf-8")
    print(f"{name}: {family}: {taken.wrong}: {place}\n{taken.told[-1_500:]}", flush=True)


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parent))
    sys.exit(main())
