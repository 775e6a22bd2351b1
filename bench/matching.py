"""People per second in `match --people`, and whether its memory stays flat from 1,000 people to 100,000.

Each person is a made-up resume of about 3 kB, of whose lines but the headings none comes again (`made_up_people.py`): real
people differ. Processor time of the whole process on one core, its start included.
"""

import json
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from made_up_people import People
from startup import OURS

COUNTS = (1_000, 10_000, 100_000)


def write_people(file: Path, count: int) -> int:
    """Writes so many people, one a line; returns the bytes of their resumes."""
    people = People(random.Random(1))  # noqa: S311  the same people on every run
    size = 0
    with file.open("w", encoding="utf-8") as out:
        for number in range(count):
            text = people.resume()
            size += len(text.encode())
            out.write(json.dumps({"id": str(number), "resume": text}) + "\n")
    return size


def measure(file: Path) -> tuple[float, float, int]:
    """Seconds, seconds of processor time, and most memory in MB of a process that matches all people of a file."""
    watched = (
        "import resource, subprocess, sys; code = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL).returncode;"
        "used = resource.getrusage(resource.RUSAGE_CHILDREN);"
        "print(code, used.ru_utime + used.ru_stime, used.ru_maxrss // 1024)"
    )
    begin = time.perf_counter()
    command = [sys.executable, "-c", watched, *OURS, "match", "--people", str(file)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    code, seconds, memory = done.stdout.split()
    if code != "0":
        raise SystemExit(f"match ended with {code}")
    return time.perf_counter() - begin, float(seconds), int(memory)


def main() -> None:
    """Prints a row for each number of people; with a number as argument, only up to that one."""
    most = int(sys.argv[1]) if len(sys.argv) > 1 else COUNTS[-1]
    print(f"{'people':>8}{'kB each':>9}{'seconds':>9}{'processor':>11}{'people/s':>10}{'MB':>6}")
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "people.jsonl"
        for count in (each for each in COUNTS if each <= most):
            size = write_people(file, count)
            seconds, processor, memory = measure(file)
            rate = count / processor
            print(
                f"{count:>8,}{size / count / 1000:>9.1f}{seconds:>9.1f}{processor:>11.1f}{rate:>10.0f}{memory:>6}"
            )


if __name__ == "__main__":
    main()
