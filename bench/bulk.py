"""What `bulk titles` and `bulk postings` cost beside the plain stream, and what a second worker brings.

`bench/bulk.py [titles|postings] [COUNT]` makes up so many rows, has them read by the stream, by one worker and by two, and
compares what came out. Processor time is of all processes, their start included; so is the time by the clock, which on a busy
machine says what the others left.
"""

import hashlib
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from random import Random
from typing import NamedTuple

from postings import records
from startup import OURS
from titles import title

COUNT = {"titles": 1_000_000, "postings": 50_000}


class Run(NamedTuple):
    """What a run took, and the digest of the lines it wrote."""

    processor: float
    clock: float
    digest: str


def rows(kind: str, count: int) -> Sequence[str]:
    """Rows of JSON lines, no two alike."""
    if kind == "titles":
        chance = Random(1)  # noqa: S311  the same titles on every run
        return [json.dumps({"title": title(chance)}) for _ in range(count)]
    ads = records()
    return [
        json.dumps(
            {**ads[at % len(ads)], "description": f"{ads[at % len(ads)].get('description')}\nReference {at}."}
        )
        for at in range(count)
    ]


def timed(words: Sequence[str], out: Path) -> Run:
    """Runs the program; its lines are in a file, or in the parts of a folder."""
    before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    with (out if out.suffix else Path("/dev/null")).open("wb") as lines:
        subprocess.run([*OURS, *words], stdout=lines, stderr=subprocess.DEVNULL, check=True)
    clock, after = time.monotonic() - began, resource.getrusage(resource.RUSAGE_CHILDREN)
    digest = hashlib.sha256()
    for path in [out] if out.suffix else sorted(out.glob("part-*.jsonl")):
        digest.update(path.read_bytes())
    used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Run(used, clock, digest.hexdigest())


def main() -> None:
    """Prints a row for the stream and for each number of workers."""
    kind = sys.argv.pop(1) if len(sys.argv) > 1 else "titles"
    count = int(sys.argv.pop(1)) if len(sys.argv) > 1 else COUNT[kind]
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        file = folder / "rows.jsonl"
        file.write_text("".join(f"{row}\n" for row in rows(kind, count)), encoding="utf-8")
        # A stream of titles stands on standard input, so a shell hands the file over.
        stream = {
            "titles": ["title", "-", "--column", "title"],
            "postings": ["posting", "--stream", str(file)],
        }[kind]
        runs = {"stream": _stream(stream, file, folder / "stream.jsonl")}
        for workers in (1, 2):
            words = ["bulk", kind, str(file), "--workers", str(workers), "-o", str(folder / f"of-{workers}")]
            runs[f"{workers} workers" if workers > 1 else "1 worker"] = timed(words, folder / f"of-{workers}")
    assert len({run.digest for run in runs.values()}) == 1, "other lines came out"
    print(f"{count:,} {kind}, the same lines from all")
    print(
        "| by | processor, s | by the clock, s | rows/s of processor | beside the stream |\n|---|---:|---:|---:|---:|"
    )
    for name, run in runs.items():
        ratio = run.processor / runs["stream"].processor
        print(
            f"| {name} | {run.processor:.1f} | {run.clock:.1f} | {count / run.processor:,.0f} | {ratio:.2f} |"
        )
    print(
        f"two workers are {runs['1 worker'].clock / runs['2 workers'].clock:.2f} times as quick by the clock"
    )


def _stream(words: Sequence[str], file: Path, out: Path) -> Run:
    if words[0] != "title":
        return timed(words, out)
    before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    with file.open("rb") as sent, out.open("wb") as lines:
        subprocess.run([*OURS, *words], stdin=sent, stdout=lines, check=True)
    clock, after = time.monotonic() - began, resource.getrusage(resource.RUSAGE_CHILDREN)
    used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Run(used, clock, hashlib.sha256(out.read_bytes()).hexdigest())


if __name__ == "__main__":
    main()
