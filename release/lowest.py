"""Runs a short selection of tests with the lowest versions of every dependency that pyproject.toml allows.

`python release/lowest.py`: needs uv; makes a virtual environment in a folder of its own and removes it again.
"""

import shutil
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path

from extras import EXTRAS

ROOT = Path(__file__).resolve().parent.parent
TOOLS = ("pytest", "pytest-xdist", "hypothesis", "jsonschema", "XlsxWriter")
TESTS = (
    "tests/test_golden.py", "tests/test_package.py", "tests/catalog/test_yaml_reader.py", "tests/catalog/test_lookup.py",
    "tests/catalog/test_built.py", "tests/plan", "tests/documents", "tests/pay/importing", "tests/render", "tests/cli/test_program.py",
    "tests/cli/test_declaring.py", "tests/cli/test_completion.py", "tests/cli/test_profile.py",
)  # fmt: skip
# What stands on a library of its own is tried whole, slow tests too.
WHOLE = (
    "tests/bulk",
    "tests/cli/test_bulk_command.py",
    "tests/handover/test_career_report.py",
    "tests/mcp",
    "tests/tickets",
)


def main() -> int:
    """Returns the tests' exit code; 2 where there is no uv."""
    uv = shutil.which("uv")
    if uv is None:
        print("This needs uv: https://docs.astral.sh/uv/", file=sys.stderr)
        return 2
    lowest_python = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"][
        "requires-python"
    ].removeprefix(">=")
    with tempfile.TemporaryDirectory(prefix="lowest-") as place:
        python = Path(place) / "bin" / "python"
        install = [uv, "pip", "install", "--quiet", "--python", str(python)]
        named = (
            sys.executable
            if f"{sys.version_info.major}.{sys.version_info.minor}" == lowest_python
            else lowest_python
        )
        subprocess.run([uv, "venv", "--quiet", "--python", named, place], check=True)
        subprocess.run([*install, "--resolution", "lowest-direct", f"{ROOT}[{','.join(EXTRAS)}]"], check=True)
        held = subprocess.run(
            [uv, "pip", "freeze", "--python", str(python)], check=True, capture_output=True, text=True
        ).stdout
        kept = Path(place) / "held.txt"
        kept.write_text(
            "".join(line for line in held.splitlines(keepends=True) if not line.startswith("cscareer")),
            encoding="utf-8",
        )
        subprocess.run([*install, "--constraint", str(kept), *TOOLS], check=True)
        print(kept.read_text(encoding="utf-8"))
        run = [str(python), "-m", "pytest", "-q"]
        if asked := sys.argv[1:]:
            return subprocess.run([*run, *asked], cwd=ROOT, check=False).returncode
        codes = [
            subprocess.run([*run, "-m", "not slow", *TESTS], cwd=ROOT, check=False).returncode,
            subprocess.run([*run, *WHOLE], cwd=ROOT, check=False).returncode,
        ]
        return max(codes)


if __name__ == "__main__":
    sys.exit(main())
