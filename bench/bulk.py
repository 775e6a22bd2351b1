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

KIND = sys.argv.pop(1) if len(sys.argv) > 1 else "titles"  # before others look at what was said
ASKED = int(sys.argv.pop(1)) if len(sys.argv) > 1 else None

from postings import records  # noqa: E402
from startup import OURS  # noqa: E402
from titles import title  # noqa: E402

STREAMS = {
    "titles": ["title", "-", "--column", "title"],
    "postings": ["--no-profile", "posting", "--stream", "-"],
}
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


def timed(words: Sequence[str], rows_file: Path, out: Path) -> Run:
    """Runs the program on rows; its lines come out in a file, or in the parts of a folder."""
    before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    with rows_file.open("rb") as sent, (out if out.suffix else Path("/dev/null")).open("wb") as lines:
        subprocess.run([*OURS, *words], stdin=sent, stdout=lines, stderr=subprocess.DEVNULL, check=True)
    clock, after = time.monotonic() - began, resource.getrusage(resource.RUSAGE_CHILDREN)
    digest = hashlib.sha256()
    for path in [out] if out.suffix else sorted(out.glob("part-*.jsonl")):
        digest.update(path.read_bytes())
    used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Run(used, clock, digest.hexdigest())


def main() -> None:
    """Prints a row for the stream and for each number of workers."""
    kind, count = KIND, ASKED or COUNT[KIND]
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        file = folder / "rows.jsonl"
        file.write_text("".join(f"{row}\n" for row in rows(kind, count)), encoding="utf-8")
        runs = {"stream": timed(STREAMS[kind], file, folder / "stream.jsonl")}
        for workers, name in ((1, "1 worker"), (2, "2 workers")):
            out = folder / f"of-{workers}"
            words = ["bulk", kind, str(file), "--workers", str(workers), "-o", str(out)]
            runs[name] = timed(words, file, out)
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


if __name__ == "__main__":
    main()
