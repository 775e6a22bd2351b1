"""`data import`: the command."""

import csv
import hashlib
import io
import json
import os
import pty
import select
import shlex
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import FORMS, Run, command_called, command_line
from jsonschema import Draft202012Validator
from official_files import TEXAS, lines, wages, write_csv, write_workbook

from cscareer.catalog.layers import user_path
from cscareer.schemas import json_schema


@pytest.fixture
def workbook(tmp_path: Path) -> Path:
    rows = [wages(O_GROUP="major", code="43-0000"), wages(), wages("43-1011"), wages("53-7062")]
    return write_workbook(tmp_path / "national_M2024_dl.xlsx", rows)


class TestAnswer:
    """What it answers, in each format."""

    def test_json_says_what_was_read_and_where_it_was_written(
        self, run: Run, workbook: Path, tmp_path: Path
    ) -> None:
        outcome = run("data", "import", str(workbook), "--to", str(tmp_path / "data"), "--json")
        assert (outcome.code, outcome.err) == (0, "")
        content = json.loads(outcome.out)
        Draft202012Validator(json_schema("data-import", FORMS)).validate(content)
        assert next(iter(content)) == "schema"
        assert content == {
            "schema": "cscareer/data-import/1",
            "layers": [],
            "sources": [
                {
                    "id": "bls-oews-2024",
                    "title": "Occupational Employment and Wage Statistics, May 2024",
                    "publisher": "U.S. Bureau of Labor Statistics",
                    "address": "https://www.bls.gov/oes/",
                    "date": "2025",
                    "read": None,
                    "confidence": None,
                    "licence": "public domain",
                    "note": None,
                }
            ],
            "written_to": str(tmp_path / "data" / "wages"),
            "occupations": 3,
            "areas": 1,
            "files": [
                {
                    "file": "national_M2024_dl.xlsx",
                    "kind": "wages",
                    "year": 2024,
                    "rows_read": 4,
                    "rows_taken": 3,
                    "rows_set_aside": 1,
                    "set_aside": [{"reason": "a group of occupations", "rows": 1}],
                    "source": "bls-oews-2024",
                    "sha256": hashlib.sha256(workbook.read_bytes()).hexdigest(),
                }
            ],
        }

    def test_csv_has_a_row_for_each_file(self, run: Run, workbook: Path, tmp_path: Path) -> None:
        other = write_csv(tmp_path / "us_zips_2023.csv", [{"zip": "78701", "county": "48453"}])
        outcome = run("data", "import", str(workbook), str(other), "--to", str(tmp_path / "d"), "-f", "csv")
        rows = list(csv.DictReader(io.StringIO(outcome.out)))
        assert [(row["file"], row["kind"], row["rows_taken"], row["set_aside"]) for row in rows] == [
            ("national_M2024_dl.xlsx", "wages", "3", "a group of occupations"),
            ("us_zips_2023.csv", "zips", "1", ""),
        ]

    @pytest.mark.parametrize("output_format", ["table", "markdown"])
    def test_table_and_markdown_say_it_too(
        self, run: Run, workbook: Path, tmp_path: Path, output_format: str
    ) -> None:
        outcome = run("data", "import", str(workbook), "--to", str(tmp_path / "d"), "-f", output_format)
        assert (outcome.code, outcome.err) == (0, "")
        for said in ("a group of occupations", "1 row", "2024", "Occupational Employment"):
            assert said in outcome.out
        assert "national_M2024_dl.xlsx" in outcome.out.replace("\\_", "_")


class TestTarget:
    """Where it writes, and which occupations it keeps."""

    @pytest.mark.slow
    def test_the_users_own_folder_unless_another_is_named(self, run: Run, workbook: Path) -> None:
        assert run("data", "import", str(workbook)).code == 0
        own = user_path()
        assert own is not None
        assert lines(own, "43-4051.csv")
        layers = json.loads(run("data", "path", "--json").out)["data_layers"]
        assert [(layer["name"], layer["files"]) for layer in layers][1:] == [("user", ["wages/"])]
        assert run("data", "check").code == 0

    @pytest.mark.slow
    def test_a_folder_that_holds_only_wages_may_be_laid_over(
        self, run: Run, workbook: Path, tmp_path: Path
    ) -> None:
        target = str(tmp_path / "mine")
        run("data", "import", str(workbook), "--to", target)
        outcome = run("--data-dir", target, "data", "sources", "--json")
        assert outcome.code == 0
        assert "bls-oews-2024" in {source["id"] for source in json.loads(outcome.out)["sources"]}

    def test_used_only_keeps_the_occupations_of_roles(self, run: Run, workbook: Path, tmp_path: Path) -> None:
        target = tmp_path / "d"
        outcome = run("data", "import", "--used-only", str(workbook), "--to", str(target), "--json")
        assert json.loads(outcome.out)["occupations"] == 2
        assert not (target / "wages" / "53-7062.csv").exists()

    def test_the_year_may_be_said(self, run: Run, tmp_path: Path) -> None:
        path = write_csv(tmp_path / "wages.csv", [wages(**TEXAS)])
        outcome = run("data", "import", str(path), "--to", str(tmp_path / "d"))
        assert outcome.code == 3
        assert "--year" in outcome.err
        assert run("data", "import", str(path), "--to", str(tmp_path / "d"), "--year", "2023").code == 0
        assert lines(tmp_path / "d", "43-4051.csv")[0].startswith("48,2023,")


class TestErrors:
    """How it fails."""

    def test_every_problem_is_told_with_file_and_line(self, run: Run, tmp_path: Path) -> None:
        first = write_csv(tmp_path / "a_M2024.csv", [wages(), wages(TOT_EMP="x")])
        second = write_csv(tmp_path / "b.csv", [{"a": 1}])
        outcome = run("data", "import", str(first), str(second), "--to", str(tmp_path / "d"), "--json")
        assert (outcome.code, outcome.out) == (3, "")
        error = json.loads(outcome.err)["error"]
        assert (error["code"], error["kind"]) == (3, "invalid-data")
        shown = run("data", "import", str(first), str(second), "--to", str(tmp_path / "d"))
        assert "a_M2024.csv:3" in shown.err
        assert "b.csv:1" in shown.err
        assert not (tmp_path / "d" / "wages").exists()

    def test_a_missing_extra_ends_with_2(
        self, run: Run, workbook: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setitem(sys.modules, "python_calamine", None)
        outcome = run("data", "import", str(workbook), "--to", str(tmp_path / "d"), "--json")
        assert (outcome.code, outcome.out) == (2, "")
        error = json.loads(outcome.err)["error"]
        assert (error["code"], error["kind"]) == (2, "missing-extra")
        assert 'pip install "cscareer[import]"' in error["hint"]

    def test_two_formats_at_once_are_told_before_anything_is_written(
        self, run: Run, workbook: Path, tmp_path: Path
    ) -> None:
        outcome = run("data", "import", str(workbook), "--to", str(tmp_path / "d"), "--json", "-f", "csv")
        assert outcome.code == 2
        assert not (tmp_path / "d").exists()

    @pytest.mark.parametrize("arguments", [[], ["x.csv", "--year", "1999"], ["x.csv", "--year", "soon"]])
    def test_wrong_words_end_with_2(self, run: Run, arguments: list[str]) -> None:
        assert run("data", "import", *arguments).code == 2


@pytest.mark.skipif(os.name != "posix", reason="terminals of POSIX")
class TestProgress:
    """How far it is stands on standard error, and only where that is a terminal."""

    def test_nothing_is_drawn_when_piped(
        self, process: Callable[..., subprocess.CompletedProcess[bytes]], workbook: Path, tmp_path: Path
    ) -> None:
        done = process("data", "import", str(workbook), "--to", str(tmp_path / "d"))
        assert (done.returncode, done.stderr) == (0, b"")

    def test_on_a_terminal_rows_are_counted(self, workbook: Path, tmp_path: Path) -> None:
        leader, follower = pty.openpty()
        with subprocess.Popen(
            command_line(["data", "import", str(workbook), "--to", str(tmp_path / "d"), "--json"]),
            stdout=subprocess.PIPE,
            stderr=follower,
            env={**os.environ, "TERM": "xterm"},
        ) as running:
            os.close(follower)
            out, _ = running.communicate(timeout=60)
        shown = b""
        while select.select([leader], [], [], 1)[0]:
            try:
                part = os.read(leader, 65_536)
            except OSError:  # how Linux says that the other end is closed
                break
            shown += part
        os.close(leader)
        assert running.returncode == 0
        assert json.loads(out)["occupations"] == 3
        assert b"national_M2024_dl.xlsx" in shown
        assert b"rows" in shown


def test_the_example_of_its_help_works(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    for example in command_called("data", "import").examples:
        _, *arguments = shlex.split(example)
        names = [each for each in arguments[2:] if each.endswith(".xlsx")]
        for name in names:
            write_workbook(tmp_path / name, [wages(**TEXAS)])
        outcome = run(*arguments, "--json")
        assert (outcome.code, outcome.err) == (0, "")
        assert [Path(file["file"]).name for file in json.loads(outcome.out)["files"]] == names
