"""The examples of the README and of the pages in docs/ are run, and print what stands there."""

import io
import json
import os
import re
import shlex
import shutil
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT, Outcome, Run
from rows import each_row

from cscareer.errors import ExitCode

README = (ROOT / "README.md").read_text(encoding="utf-8")
ELSEWHERE = ("make ", "cscareer data import ")  # the latter is tried with official files, in test_updating.py
PAGES = {page.name: page.read_text(encoding="utf-8") for page in sorted((ROOT / "docs").glob("*.md"))}
TEXTS = [README, *PAGES.values()]

# Enough of jq for the README, where jq itself is not installed: a path of keys and indexes.
JQ = f"""#!{sys.executable}
import json, re, sys
value = json.load(sys.stdin)
for key, index in re.findall(r"\\.(\\w+)|\\[(\\d+)\\]", sys.argv[1]):
    value = value[key] if key else value[int(index)]
print(json.dumps(value, indent=2))
"""


def examples() -> list[tuple[str, str]]:
    """Each command of the README and the pages, once, with what is shown of what it prints."""
    found: dict[tuple[str, str], None] = {}
    for block in re.findall(r"```console\n(.*?)```", "\n".join(TEXTS), re.DOTALL):
        for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, _, output = part.partition("\n")
            if not command.startswith(ELSEWHERE):
                found[command, output] = None
    return list(found)


# A line of the program alone, maybe with a file before it, and jq or a file behind it; any other goes through a shell.
LINE = re.compile(
    r"(?:cat (?P<file>\S+) \| )?cscareer (?P<words>[^|<>&;$*\n]+?)(?: \| jq '(?P<path>[^']+)'| > (?P<to>\S+))?"
)


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A folder with the program, jq and a folder of data of one's own."""
    tools = tmp_path / "bin"
    tools.mkdir()
    scripts = {"cscareer": f'#!/bin/sh\nexec "{sys.executable}" -m cscareer "$@"\n'}
    if shutil.which("jq") is None:
        scripts["jq"] = JQ
    for name, text in scripts.items():
        script = tools / name
        script.write_text(text, encoding="utf-8")
        script.chmod(script.stat().st_mode | stat.S_IXUSR)
    mine = tmp_path / "my-data"
    mine.mkdir()
    shutil.copy(ROOT / "tests" / "cli" / "own_role.yaml", mine / "roles.yaml")
    for name in ("ad.md", "other-ad.txt", "tickets.csv"):
        shutil.copy(ROOT / "tests" / "cli" / name, tmp_path)
    ad = '{"id": 7, "title": "Call center agent", "location": "Denver, CO", "description": "Answer calls, $21 an hour."}'
    (tmp_path / "ads.jsonl").write_text(f"{ad}\n", encoding="utf-8")
    (tmp_path / "my-resume.md").write_text("Coached new agents for 3 years.\n", encoding="utf-8")
    person = '{"id": "ana", "skills": ["team leadership:4", "coaching:4", "process improvement:3"]}'
    (tmp_path / "people.jsonl").write_text(f"{person}\n", encoding="utf-8")
    return tmp_path


def test_the_readme_is_short_and_the_pages_have_the_examples() -> None:
    assert len(README) < 10_000
    assert len(examples()) >= 60
    assert all(
        "```console" in text
        for name, text in PAGES.items()
        if name.startswith("for-") and "assistants" not in name
    )


def ran(run: Run, monkeypatch: pytest.MonkeyPatch, line: re.Match[str]) -> Outcome:
    """What a shell would make of a line, with the program in this process."""
    with monkeypatch.context() as patch:
        if line["file"]:
            patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(Path(line["file"]).read_bytes())))
        done = run(*shlex.split(line["words"], comments=True))
    if line["to"]:
        assert done.out
        return Outcome(done.code, "", done.err)
    if not line["path"] or done.code:
        return done
    value = json.loads(done.out)
    for key, index in re.findall(r"\.(\w+)|\[(\d+)\]", line["path"]):
        value = value[key] if key else value[int(index)]
    return Outcome(0, f"{json.dumps(value, indent=2)}\n", done.err)


def shell(command: str, place: Path) -> Outcome:
    done = subprocess.run(
        ["/bin/sh", "-c", command],
        env={**os.environ, "PATH": f"{place / 'bin'}:{os.environ['PATH']}"},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    return Outcome(done.returncode, done.stdout, done.stderr)


@pytest.mark.skipif(os.name != "posix", reason="the examples are written for a POSIX shell")
@pytest.mark.parametrize(
    ("command", "output"),
    examples(),
    ids=lambda text: text.splitlines()[0] if text else "",
)
@pytest.mark.slow
def test_an_example_works_and_prints_what_stands_there(
    run: Run, monkeypatch: pytest.MonkeyPatch, place: Path, command: str, output: str
) -> None:
    personal = (
        command.startswith(("cscareer profile", "cscareer checklist", "cscareer postings"))
        or "--save" in command
    )
    if personal:
        kept = place / "cscareer" / "profile"
        kept.mkdir(parents=True)
        shutil.copy(ROOT / "tests" / "cli" / "profile.yaml", kept)
    monkeypatch.chdir(place)
    monkeypatch.setenv("XDG_DATA_HOME", str(place))
    line = LINE.fullmatch(command)
    done = ran(run, monkeypatch, line) if line else shell(command, place)
    assert done.code == 0
    writes = bool({"-o", "--svg"}.intersection(command.split()))
    assert personal or writes or done.err == ""  # of what a person keeps, and of files, it says what it did
    if output:
        assert done.out == output


SHELL = sorted(
    {
        line
        for text in TEXTS
        for block in re.findall(r"```sh\n(.*?)```", text, re.DOTALL)
        for line in block.splitlines()
        if line.startswith("cscareer ")
    }
)


@pytest.mark.parametrize("line", SHELL)
def test_what_is_shown_and_not_run_names_options_there_are(run: Run, line: str) -> None:
    words = shlex.split(line, comments=True)[1:]
    shown = run("help", *words[: 2 if words[0] in {"bulk", "data"} else 1])
    assert shown.code == 0
    known = set(re.findall(r"(?<![\w-])--?[a-z][a-z-]*", shown.out))
    assert {word for word in words if word.startswith("-") and word != "-"} <= known


PYTHON = {code for text in TEXTS for code in re.findall(r"```python\n(.*?)```", text, re.DOTALL)}


@pytest.mark.parametrize("code", sorted(code for code in PYTHON if re.search(r"# \S+$", code, re.MULTILINE)))
def test_the_python_of_a_page_prints_what_stands_beside_it(place: Path, code: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, "XDG_DATA_HOME": str(place)},
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    assert done.stdout.split() == re.findall(r"# (\S+)$", code, re.MULTILINE)


@pytest.mark.parametrize("text", [README, PAGES["for-scripts.md"]], ids=["README", "for-scripts"])
def test_every_exit_code_in_use_is_told(text: str) -> None:
    assert [int(code) for code in re.findall(r"^\| (\d+) \|", text, re.MULTILINE)] == list(ExitCode)


def test_the_readme_begins_with_pictures() -> None:
    assert "](docs/" in README[:600]


@each_row("picture", sorted({each for text in TEXTS for each in re.findall(r"(\w+\.svg)\)", text)}))
def test_a_picture_is_there_and_fetches_nothing(picture: str) -> None:
    svg = (ROOT / "docs" / picture).read_text(encoding="utf-8")
    assert "cscareer" in svg
    assert not re.search(r"url\(['\"]?http|href=['\"]http(?!s?://www\.w3)", svg)


@each_row("link", re.findall(r"\]\((?!http)([^)#]+)\)", README))
def test_a_link_of_the_readme_leads_somewhere(link: str) -> None:
    assert (ROOT / link).exists()
