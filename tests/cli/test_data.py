"""Commands about the data."""

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import FORMS, Run
from jsonschema import Draft202012Validator
from rows import each_row

from cscareer.catalog.layers import DATA_FILES, built_in_path
from cscareer.catalog.yaml_reader import parse

Folder = Callable[..., Path]


class TestCheck:
    """`data check`: 0 when all is well, 1 with every problem when it isn't."""

    @pytest.fixture(autouse=True)
    def over_little_data(self, small_catalog: None) -> None: ...

    def test_sound_data_ends_with_0(self, run: Run) -> None:
        content = json.loads(run("data", "check", "--json").out)
        assert (content["sound"], content["problems"]) == (True, [])
        assert {section["name"]: section["entries"] for section in content["sections"]}["roles"] == 7

    def test_problems_end_with_1_and_are_the_answer(self, run: Run, folder: Folder) -> None:
        made = folder(roles="roles:\n  - id: x\n    colour: red\n", skills="skills: [")
        outcome = run("data", "check", str(made), "--json")
        assert (outcome.code, outcome.err) == (1, "")
        content = json.loads(outcome.out)
        assert not content["sound"]
        assert {Path(problem["file"]).name for problem in content["problems"]} == {
            "roles.yaml",
            "skills.yaml",
        }
        assert all(problem["line"] for problem in content["problems"])

    @pytest.mark.parametrize("output_format", ["table", "csv", "markdown"])
    def test_every_format_names_file_line_and_problem(
        self, run: Run, folder: Folder, output_format: str
    ) -> None:
        made = folder(roles="roles:\n  - id: x\n    colour: red\n")
        outcome = run("data", "check", str(made), "--format", output_format)
        assert outcome.code == 1
        assert "colour" in outcome.out
        assert "roles.yaml" in outcome.out
        if output_format == "csv":
            rows = list(csv.DictReader(io.StringIO(outcome.out)))
            assert "3" in [row["line"] for row in rows]

    def test_the_layers_in_use_are_checked_too(self, run: Run, folder: Folder) -> None:
        made = str(folder(roles="roles: 5"))
        assert run("data", "check", env={"CSCAREER_DATA": made}).code == 1
        assert run("--data-dir", made, "data", "check").code == 1

    def test_a_folder_that_is_not_there_is_said_plainly(self, run: Run, tmp_path: Path) -> None:
        mine = tmp_path / "mine"
        outcome = run("data", "check", str(mine))
        assert " ".join(outcome.err.split()) == f"Error: There is no folder {mine}. Check the path."
        mine.mkdir()
        error = json.loads(run("data", "check", str(mine), "--json").err)["error"]
        assert error["message"] == f"The folder {mine} has none of our files."

    def test_whoever_meets_problems_is_sent_to_a_check_of_the_same_folder(
        self, run: Run, folder: Folder
    ) -> None:
        def hint(*arguments: str, **env: str) -> str:
            return str(json.loads(run(*arguments, "--json", env=env).err)["error"]["hint"])

        made = folder(roles="roles: 5")
        assert f"`cscareer data check {made}`" in hint("--data-dir", str(made), "roles")
        assert "`cscareer data check`" in hint("roles", CSCAREER_DATA=str(made))
        strange = made.rename(made.parent / "my data")
        assert f"`cscareer data check '{strange}'`" in hint("--data-dir", str(strange), "roles")


@pytest.mark.slow
def test_the_built_in_data_is_sound_and_so_is_a_copy_of_it(run: Run) -> None:
    content = json.loads(run("data", "check", str(built_in_path()), "--json").out)
    assert (content["sound"], content["problems"]) == (True, [])
    assert {section["name"]: section["entries"] for section in content["sections"]}["roles"] >= 18


class TestPath:
    """`data path`: the layers in use."""

    def test_the_layers_stand_lowest_first(self, run: Run, folder: Folder) -> None:
        made = folder(sources="sources: []")
        layers = json.loads(run("--data-dir", str(made), "data", "path", "--json").out)["data_layers"]
        assert [layer["name"] for layer in layers] == ["built-in", "user", "--data-dir"]
        assert layers[0]["files"] == [*DATA_FILES, "wages/"]
        assert (layers[2]["path"], layers[2]["files"]) == (str(made), ["sources.yaml"])
        assert [layer["exists"] for layer in layers] == [True, False, True]

    def test_the_users_own_folder_is_named_before_it_is_there(self, run: Run, tmp_path: Path) -> None:
        home = {"XDG_DATA_HOME": str(tmp_path)}
        mine = tmp_path / "cscareer" / "data"
        answer = json.loads(run("data", "path", "--json", env=home).out)
        expected = {"name": "user", "path": str(mine), "exists": False, "files": []}
        assert (answer["data_layers"][1], answer["layers"]) == (expected, [])
        for output_format in ("table", "markdown"):
            assert "Not there yet" in run("data", "path", "--format", output_format, env=home).out
        mine.mkdir(parents=True)
        answer = json.loads(run("data", "path", "--json", env=home).out)
        assert answer["data_layers"][1] == expected | {"exists": True}
        assert "None of our files" in run("data", "path", env=home).out
        (mine / "sources.yaml").write_text("sources: []", encoding="utf-8")
        answer = json.loads(run("data", "path", "--json", env=home).out)
        assert answer["data_layers"][1] == expected | {"exists": True, "files": ["sources.yaml"]}
        assert answer["layers"] == [str(mine)]


CHECKED = set[str]()


class TestSchema:
    """`data schema`: JSON Schemas of answers and data files."""

    def test_everything_that_has_one_is_listed(self, run: Run) -> None:
        rows = json.loads(run("data", "schema", "--json").out)["schemas"]
        assert [row["name"] for row in rows] == [*FORMS, *DATA_FILES]

    @pytest.mark.slow
    @each_row("name", [*FORMS, *DATA_FILES])
    def test_each_is_a_valid_json_schema(self, run: Run, name: str) -> None:
        schema = json.loads(run("data", "schema", name).out)
        assert schema["type"] == "object"
        for part in (schema, *schema.pop("$defs", {}).values()):
            if (told := json.dumps(part, sort_keys=True)) not in CHECKED:  # most parts stand in several
                Draft202012Validator.check_schema(part)
                CHECKED.add(told)

    @pytest.mark.parametrize("name", ["gap", "roles.yaml"])
    def test_json_is_what_stands_there_anyway(self, run: Run, name: str) -> None:
        assert run("data", "schema", name, "--json").out == run("data", "schema", name).out

    @each_row("name", DATA_FILES)
    def test_the_built_in_files_fit_theirs(self, run: Run, name: str) -> None:
        schema = json.loads(run("data", "schema", name).out)
        Draft202012Validator(schema).validate(parse((built_in_path() / name).read_text(encoding="utf-8")))

    @each_row("name", [*FORMS, *DATA_FILES])
    def test_every_key_is_listed_for_reading(self, run: Run, name: str) -> None:
        rows = list(csv.DictReader(io.StringIO(run("data", "schema", name, "--format", "csv").out)))
        assert rows
        assert all(row["path"] and row["type"] for row in rows)
