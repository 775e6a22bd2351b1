"""What SECURITY.md promises: that each test it names is there, and what no other test shows."""

import ast
import os
import re
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest
from conftest import GOLDEN, ROOT
from rows import each_row

SECURITY = (ROOT / "SECURITY.md").read_text(encoding="utf-8")
NAMED = sorted(set(re.findall(r"`(tests/[\w/]+\.py(?:::\w+)+)`", SECURITY)))
COMMANDS = (
    ["roles"],
    ["pay", "csr", "-l", "Austin TX"],
    ["match", "--resume", "resume.md"],
    ["posting", "ad.md"],
    ["gap", "csr", "--resume", "words.pdf"],
    ["profile", "add", "sql:2"],
    ["checklist", "start", "csr"],
    ["data", "import", "rpp_state_2025.csv"],
    ["data", "check"],
)
# Runs command after command; ends with 99 where one of them so much as looks up a name of a host.
OFFLINE = """
import os, sys
def watch(event, arguments):
    if event.startswith(("socket.", "urllib.", "http.", "ftplib.", "smtplib.")):
        os.write(2, f"{event} {arguments}".encode())
        os._exit(99)
from pathlib import Path
from cscareer.catalog import layers
from cscareer.cli.program import run
layers.built_in_path = lambda: Path(sys.argv[1])  # the small catalog: `data check` reads all of it
sys.addaudithook(watch)
for line in sys.stdin.read().splitlines():
    print(line, run(line.split("\\t")), file=sys.stderr)
"""


@pytest.fixture
def surroundings(tmp_path: Path) -> dict[str, str]:
    """A home and a folder with files to read."""
    tests = ROOT / "tests"
    for name, content in (
        ("resume.md", (tests / "cli" / "resume.md").read_bytes()),
        ("ad.md", (tests / "cli" / "ad.md").read_bytes()),
        ("words.pdf", (tests / "cases" / "02-word-hyphens" / "wp-hyph.pdf").read_bytes()),
        ("rpp_state_2025.csv", b"GeoFips,state,rpp_all,year\n48,Texas,97.1,2025\n"),
    ):
        (tmp_path / name).write_bytes(content)
    return {**os.environ, "XDG_DATA_HOME": str(tmp_path / "mine")}


@pytest.mark.slow
def test_no_command_asks_the_network_for_anything(tmp_path: Path, surroundings: dict[str, str]) -> None:
    lines = "\n".join("\t".join(words) for words in COMMANDS)
    done = subprocess.run(
        [sys.executable, "-c", OFFLINE, GOLDEN / "catalog"],
        input=lines, capture_output=True, text=True, check=False, cwd=tmp_path, env=surroundings,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    for words in COMMANDS:
        assert "\t".join([*words]) + " 0\n" in done.stderr


PLANTED = {
    *sys.stdlib_module_names,
    "typer",
    "rich",
    "pydantic",
    "yaml",
    "filelock",
    "pypdf",
    "distributed",
    "sitecustomize",
    "cscareer",
}


def plant(folder: Path, names: Iterable[str]) -> None:
    for name in names:
        (folder / f"{name}.py").write_text("import os\nos._exit(99)\n", encoding="utf-8")


@pytest.mark.slow
@pytest.mark.parametrize(
    "words",
    [
        ["gap", "csr", "--resume", "words.pdf"],
        ["bulk", "titles", "a.txt", "--workers", "1", "-o", "done"],
    ],
)
def test_nothing_is_imported_from_the_current_folder(
    tmp_path: Path, surroundings: dict[str, str], words: list[str]
) -> None:
    command = Path(sys.executable).with_name("cscareer")
    if not command.exists():
        pytest.skip("the command isn't installed beside this Python")
    plant(tmp_path, PLANTED)
    (tmp_path / "a.txt").write_text("call center agent\n", encoding="utf-8")
    done = subprocess.run(
        [command, *words], capture_output=True, text=True, check=False, cwd=tmp_path, env=surroundings
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout


@pytest.mark.slow
def test_as_a_module_it_imports_nothing_more_from_there_than_python_itself(
    tmp_path: Path, surroundings: dict[str, str]
) -> None:
    found = (
        "import runpy, pkgutil, importlib.util, sys; print(*{name.partition('.')[0] for name in sys.modules})"
    )
    first = subprocess.run([sys.executable, "-I", "-c", found], capture_output=True, text=True, check=True)
    names = PLANTED - {*first.stdout.split(), "cscareer"}
    assert {"typer", "signal", "json"} <= names
    plant(tmp_path, names)
    words = [sys.executable, "-m", "cscareer", "roles"]
    done = subprocess.run(words, capture_output=True, text=True, check=False, cwd=tmp_path, env=surroundings)
    assert done.returncode == 0, done.stderr


def test_security_names_a_test_for_each_promise() -> None:
    assert len(NAMED) > 20
    (table,) = re.findall(r"\| promise \| proof \|\n\|---\|---\|\n((?:\|.*\n)+)", SECURITY)
    for row in table.splitlines():
        assert "`tests/" in row or "lint-imports" in row, row


@each_row("named", NAMED)
def test_a_test_that_security_names_is_there(named: str) -> None:
    file, *path = named.split("::")
    body: list[ast.stmt] = ast.parse((ROOT / file).read_text(encoding="utf-8")).body
    for name in path:
        (found,) = (
            each for each in body if isinstance(each, ast.ClassDef | ast.FunctionDef) and each.name == name
        )
        body = found.body
