"""Draws the README's pictures from the program's real output: `make pictures`."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from cscareer.cli.program import run

HERE = Path(__file__).parent
WIDTH = 80
PICTURES = {
    "roles": ["roles"],
    "offer": [
        "offer",
        "46000",
        "--role",
        "customer service specialist",
        "-l",
        "Columbus, OH",
        "--current",
        "41000",
    ],
    "compare": ["compare", "customer service specialist", "customer service manager"],
    "match": ["match", "--top", "6"],
    "path": ["path", "customer service manager"],
    "checklist": ["checklist"],
    "gap": [
        "gap",
        "customer service manager",
        "--have",
        "coaching:advanced,team leadership:2,business acumen",
    ],
}
SOMEBODY = {"match", "path", "checklist"}  # drawn for a person with a profile
PROFILE = HERE.parent / "tests" / "cli" / "profile.yaml"


@contextmanager
def _home(*, somebody: bool) -> Iterator[None]:
    """A user folder with somebody's profile in it, or none."""
    with TemporaryDirectory() as folder:
        os.environ["XDG_DATA_HOME"] = folder
        if somebody:
            kept = Path(folder) / "cscareer" / "profile"
            kept.mkdir(parents=True)
            shutil.copy(PROFILE, kept)
        yield


def main() -> None:
    """Writes one SVG for each picture, as `--svg` draws it."""
    os.environ |= {"COLUMNS": str(WIDTH)}
    for name, arguments in PICTURES.items():
        file = HERE / f"{name}.svg"
        file.unlink(missing_ok=True)
        with _home(somebody=name in SOMEBODY):
            if run([*arguments, "--svg", str(file)]) != 0:
                raise SystemExit(f"{name} couldn't be drawn")
        file.chmod(0o644)


if __name__ == "__main__":
    main()
