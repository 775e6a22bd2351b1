"""Builds wheel and sdist twice from what git holds, makes sure that they are equal, and lists what they need (CycloneDX).

`python release/dist.py [--to dist]`: needs `build` and `cyclonedx-bom`. The time in the files is that of the last commit.
"""

import argparse
import hashlib
import io
import json
import os
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from pathlib import Path
from typing import Any

from extras import EXTRAS

ROOT = Path(__file__).resolve().parent.parent
MOST_BYTES = 3_000_000  # of the wheel
CREDITS = {"LICENSE", "CREDITS.md"}


def built(place: Path) -> dict[str, bytes]:
    """Wheel and sdist of the last commit, built in a folder of its own."""
    tree, out = place / "tree", place / "out"
    archive = subprocess.run(["git", "archive", "HEAD"], cwd=ROOT, check=True, capture_output=True).stdout  # noqa: S607  git of the person's path
    with tarfile.open(fileobj=io.BytesIO(archive)) as packed:
        packed.extractall(tree, filter="data")
    words = [sys.executable, "-m", "build", "--outdir", str(out), str(tree)]
    subprocess.run(
        words, check=True, stdout=subprocess.DEVNULL, env={**os.environ, "SOURCE_DATE_EPOCH": _when()}
    )
    return {path.name: path.read_bytes() for path in sorted(out.iterdir())}


def faults(name: str, content: bytes) -> list[str]:
    """What a wheel lacks, or has too much of."""
    with zipfile.ZipFile(io.BytesIO(content)) as wheel:
        names = {Path(each).name for each in wheel.namelist()}
    lacking = [
        f"{name} has no {each}"
        for each in sorted({*CREDITS, "sources.yaml", "releases.csv", "METADATA", "py.typed"} - names)
    ]
    return [
        *lacking,
        *(
            [f"{name} has {len(content):,} bytes, more than {MOST_BYTES:,}"]
            if len(content) > MOST_BYTES
            else []
        ),
    ]


def list_parts(wheel: Path, to: Path) -> None:
    """Writes which packages the wheel and its extras bring in, as CycloneDX."""
    with tempfile.TemporaryDirectory() as place:
        subprocess.run([sys.executable, "-m", "venv", place], check=True)
        python = Path(place) / "bin" / "python"
        install = [
            str(python),
            "-m",
            "pip",
            "install",
            "--quiet",
            "--disable-pip-version-check",
            f"cscareer[{','.join(EXTRAS)}] @ {wheel.resolve().as_uri()}",
        ]
        subprocess.run(install, check=True)
        subprocess.run(
            [str(python), "-m", "pip", "uninstall", "--quiet", "--yes", "setuptools", "pip"], check=True
        )
        words = [
            sys.executable,
            "-m",
            "cyclonedx_py",
            "environment",
            "--output-reproducible",
            "--of",
            "JSON",
            "-o",
            str(to),
            str(python),
        ]
        subprocess.run(words, check=True)
    listed = json.loads(to.read_text(encoding="utf-8"))
    to.write_text(json.dumps(without_places(listed), indent=2) + "\n", encoding="utf-8")


def without_places(listed: dict[str, Any]) -> dict[str, Any]:
    """The list without where on this machine the wheel was installed from."""
    for part in listed.get("components", ()):
        kept = [each for each in part.get("externalReferences", ()) if not each["url"].startswith("file:")]
        part["externalReferences"] = kept
    return listed


def _when() -> str:
    words = ["git", "log", "-1", "--format=%ct"]
    return subprocess.run(words, cwd=ROOT, check=True, capture_output=True, text=True).stdout.strip()


def main() -> int:
    """Builds, compares, writes; returns 1 where something is wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--to", type=Path, default=ROOT / "dist")
    said = parser.parse_args()
    with tempfile.TemporaryDirectory() as one, tempfile.TemporaryDirectory() as other:
        first, second = built(Path(one)), built(Path(other))
    wrong = [
        f"{name} isn't the same when it is built again" for name in first if first[name] != second.get(name)
    ]
    said.to.mkdir(exist_ok=True)
    for name, content in first.items():
        (said.to / name).write_bytes(content)
        print(f"{hashlib.sha256(content).hexdigest()}  {name}  {len(content):,} bytes")
        if name.endswith(".whl"):
            wrong += faults(name, content)
            list_parts(said.to / name, said.to / f"{name.split('-py3')[0]}.cdx.json")
    print(*wrong or ["Built twice, equal."], sep="\n")
    return bool(wrong)


if __name__ == "__main__":
    sys.exit(main())
