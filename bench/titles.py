"""Job titles per second in `title -`, and whether its memory stays flat from 1,000 titles to 1,000,000.

The titles are made up of words of titles, most of them unlike any other. Processor time of the whole process on one core,
its start included.
"""

import random
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

from startup import OURS

COUNTS = (1_000, 100_000, 1_000_000)
BEFORE = ("Senior", "Junior", "Sr.", "Bilingual", "Remote", "Part-time", "Lead", "Regional", "")
OF = (
    "Customer Service", "Call Center", "Technical Support", "Customer Success", "Claims", "Front Desk", "Sales", "Billing",
    "Warehouse", "Patient Access", "Help Desk", "Quality Assurance", "Key Account", "Software", "Retention",
)  # fmt: skip
WHO = (
    "Representative", "Rep II", "Specialist", "Supervisor", "Manager", "Agent", "Associate", "Analyst", "Coordinator",
    "Trainer", "Director", "Engineer", "Clerk",
)  # fmt: skip
BEHIND = ("", " - {} Office", " (Shift {})", ", Team {}", " / Req {}")


def title(chance: random.Random) -> str:
    """One title."""
    behind = chance.choice(BEHIND).format(chance.randrange(1000))
    return f"{chance.choice(BEFORE)} {chance.choice(OF)} {chance.choice(WHO)}{behind}".strip()


def main() -> None:
    """Prints a row for each number of titles; with a number as argument, only up to that one."""
    most = int(sys.argv[1]) if len(sys.argv) > 1 else COUNTS[-1]
    print(f"{'titles':>9}{'processor':>11}{'titles/s':>10}{'MB':>6}")
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "titles.txt"
        used = 0.0
        for count in (each for each in COUNTS if each <= most):
            chance = random.Random(1)  # noqa: S311  the same titles on every run
            with file.open("w", encoding="utf-8") as out:
                out.writelines(f"{title(chance)}\n" for _ in range(count))
            with file.open("rb") as titles:
                subprocess.run([*OURS, "title", "-"], stdin=titles, stdout=subprocess.DEVNULL, check=True)
            usage = resource.getrusage(resource.RUSAGE_CHILDREN)
            seconds, used = usage.ru_utime + usage.ru_stime - used, usage.ru_utime + usage.ru_stime
            print(f"{count:>9,}{seconds:>11.1f}{count / seconds:>10.0f}{usage.ru_maxrss // 1024:>6}")


if __name__ == "__main__":
    main()
