"""Installs a wheel into an empty environment of each Python at hand, and runs it as a newcomer would.

`python release/trying.py dist/cscareer-0.1.0-py3-none-any.whl [python3.12 …]`
"""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

PYTHONS = ("python3.11", "python3.12", "python3.13", "python3.14")
TRIES = (
    ("--version",),
    ("roles",),
    ("offer", "22/hr", "--role", "csr", "-l", "Austin TX"),
    ("gap", "csr", "--have", "empathy:3"),
    ("profile", "add", "empathy:3"),
    ("match", "--json"),
    ("data", "check"),
)


def pythons(named: list[str]) -> Iterator[str]:
    """The interpreters named, else those of supported versions that are at hand and run."""
    homes = sorted(Path.home().glob(".pyenv/versions/3.1[1-9]*/bin/python"))
    for each in named or [*filter(None, map(shutil.which, PYTHONS)), *map(str, homes)]:
        words = [each, "-c", "import sys; print(sys.version_info >= (3, 11))"]
        if subprocess.run(words, capture_output=True, text=True, check=False).stdout.strip() == "True":
            yield each


def tried(python: str, wheel: Path) -> str:
    """The version, and what went wrong with it if anything did."""
    with tempfile.TemporaryDirectory(prefix="trying-") as place:
        subprocess.run([python, "-m", "venv", place], check=True)
        inside = Path(place) / "bin"
        version = subprocess.run(
            [str(inside / "python"), "--version"], check=True, capture_output=True, text=True
        ).stdout.strip()
        install = [
            str(inside / "python"),
            "-m",
            "pip",
            "install",
            "--quiet",
            "--disable-pip-version-check",
            str(wheel),
        ]
        if subprocess.run(install, check=False).returncode:
            return f"{version}: can't be installed"
        kept = {
            name: value
            for name, value in os.environ.items()
            if not name.startswith(("XDG", "CSCAREER", "PYTHON"))
        }
        for words in TRIES:
            done = subprocess.run(
                [str(inside / "cscareer"), *words],
                cwd=place,
                env={**kept, "HOME": place},
                capture_output=True,
                text=True,
                check=False,
            )
            if done.returncode or "Traceback" in done.stderr or not done.stdout:
                return f"{version}: {' '.join(words)} ended with {done.returncode}: {done.stderr[-500:]}"
        return f"{version}: all well"


def main() -> int:
    """Tries all; returns 1 where one failed."""
    wheel, *named = sys.argv[1:]
    told: dict[str, None] = {}
    for python in pythons(named):
        said = tried(python, Path(wheel).resolve())
        if said not in told:
            print(said, flush=True)
        told[said] = None
    return int(not told or any(not said.endswith("all well") for said in told))


if __name__ == "__main__":
    sys.exit(main())
