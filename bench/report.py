"""Processor time of a report, as a ratio to `offer --json`, and its bytes.

Of each the least of many runs counts, taken in turns. Bytecode is kept between the runs, as it is once a program is installed.
"""

import os
import sys
import tempfile
from pathlib import Path

from finding import SENTENCES
from startup import OURS, cost

RUNS = int(sys.argv[1]) if len(sys.argv) > 1 else 15
PLACE = ["-l", "Columbus, OH"]
OFFER = "offer --json"
ABOUT = ["report", "--role", "customer service manager", *PLACE, "--offer", "70000"]
FROM = [*ABOUT, "--from", "customer service specialist", "--within", "5y"]
MOST, MOST_BYTES = 2.5, 300_000
JOB = "Support Agent, Harbor Bank, Jun 2018 – Present"


def main() -> None:
    """Prints a row for each report."""
    with tempfile.TemporaryDirectory() as folder:
        resume, written = Path(folder) / "resume.md", Path(folder) / "report"
        resume.write_text(
            "\n".join(["# Ana", "", "## Experience", "", JOB, *SENTENCES[:40]]), encoding="utf-8"
        )
        plain = {**os.environ, "HOME": folder, "XDG_DATA_HOME": folder}
        plain |= {"PYTHONPYCACHEPREFIX": str(Path(folder) / "bytecode"), "PYTHONDONTWRITEBYTECODE": ""}
        runs = {
            OFFER: ["offer", "70000", "--role", "customer service manager", *PLACE, "--json"],
            "gap --resume --json": ["gap", "customer service manager", "--resume", str(resume), "--json"],
            "report, html": [*ABOUT, "-o", f"{written}.html", "--force"],
            "report with a way and a plan": [*FROM, "-o", f"{written}-way.html", "--force"],
            "report with a resume": [
                *FROM,
                "--resume",
                str(resume),
                "-o",
                f"{written}-resume.html",
                "--force",
            ],
            "report, markdown": [*ABOUT, "-o", f"{written}.md", "--force"],
            "report, docx": [*ABOUT, "-o", f"{written}.docx", "--force"],
        }
        least = dict.fromkeys(runs, float("inf"))
        for _ in range(RUNS):
            for name, words in runs.items():
                least[name] = min(least[name], cost([*OURS, *words], plain))
        print(f"{'command':<30}{'ms':>6}{'ratio':>8}{'at most':>9}{'bytes':>9}{'at most':>9}")
        for name, words in runs.items():
            file = Path(words[words.index("-o") + 1]) if "-o" in words else None
            size = f"{file.stat().st_size:>9,}{MOST_BYTES:>9,}" if file else ""
            print(
                f"{name:<30}{least[name] * 1000:>6.0f}{least[name] / least[OFFER]:>8.2f}{MOST if file else '':>9}{size}"
            )


if __name__ == "__main__":
    main()
