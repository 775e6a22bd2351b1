"""The documentation site: what is made from the program covers all of it, and what people wrote holds."""

import doctest
import importlib
import re
import tomllib
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType

import pytest
from conftest import COMMANDS, FORMS, ROOT

import cscareer
from cscareer.catalog.sections import file_models

pytestmark = pytest.mark.slow

WRITTEN = {page.name: page.read_text(encoding="utf-8") for page in sorted((ROOT / "docs").glob("*.md"))}
NO_OUTPUT = "(what it prints)"


def loaded() -> ModuleType:
    """The script that builds the site."""
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(ROOT / "docs"))
        return importlib.import_module("building")


BUILDING = loaded()


def unrun(words: Sequence[str]) -> str:
    """In place of what an example prints, which takes a while."""
    assert words
    return NO_OUTPUT


@pytest.fixture(scope="module")
def made() -> dict[str, str]:
    return {each.path: each.text for each in BUILDING.pages(unrun)}


def test_every_command_has_its_help_and_its_examples(made: dict[str, str]) -> None:
    for command in COMMANDS:
        page = made[f"commands/{command.words[0]}.md"]
        heading = f"{'#' * len(command.words)} {' '.join(command.words)}\n"
        assert heading in page
        assert all(f"$ {example}\n" in page for example in command.examples)
        assert f"[`{command.words[0]}`]({command.words[0]}.md)" in made["commands/index.md"]
    assert "--accept-near" in made["commands/match.md"]
    assert NO_OUTPUT in made["commands/match.md"]


def test_every_answer_and_data_file_has_its_keys_and_schema(made: dict[str, str]) -> None:
    for folder, names in (("answers", FORMS), ("data", file_models())):
        for name in names:
            file = f"{folder}/{name.replace('/', '-').removesuffix('.yaml')}"
            assert f"# {name}\n" in made[f"{file}.md"]
            assert f"{file}.schema.json" in made
            assert f"[`{name}`]" in made[f"{folder}/index.md"]
    assert "| `roles[].title` | string | yes |" in made["data/roles.md"]


def test_every_public_name_and_source_is_told(made: dict[str, str]) -> None:
    assert re.findall(r"^## (\w+)$", made["python.md"], re.MULTILINE) == cscareer.__all__
    assert not re.search(r"0x|ForwardRef|cscareer\.\w+\.", made["python.md"].replace("cscareer.errors.", ""))
    assert ">>> read_amount(" in made["python.md"]
    assert "Occupational Employment and Wage Statistics" in made["sources.md"]


def test_every_page_that_was_written_stands_in_the_navigation(
    made: dict[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        BUILDING, "pages", lambda _: [BUILDING.Made(path, path, text) for path, text in made.items()]
    )
    BUILDING.write(tmp_path / "pages", unrun)
    config = (tmp_path / "zensical.toml").read_text(encoding="utf-8")
    listed = str(tomllib.loads(config)["project"]["nav"])
    assert all(f"'{name}'" in listed for name in (*WRITTEN, "python.md", "sources.md", "commands/match.md"))
    assert {each.name for each in (tmp_path / "pages").glob("*.md")} == {*WRITTEN, "python.md", "sources.md"}


@pytest.mark.parametrize("name", WRITTEN)
def test_a_link_leads_to_a_page_that_was_written_or_is_made(made: dict[str, str], name: str) -> None:
    for link in re.findall(r"\]\((?!http|#)([^)#]+)", WRITTEN[name]):
        assert (ROOT / "docs" / link).exists() or link in made, link


def test_measurements_are_put_in_as_they_stand() -> None:
    text = BUILDING.measured(
        "<!-- bench: B -->", "# All\n\n## A\n\none\n\n## B\n\ntwo\n\n### C\n\nthree\n\n## D\n"
    )
    assert text == "two\n\n### C\n\nthree"
    with pytest.raises(ValueError, match="no section 'Z'"):
        BUILDING.measured("<!-- bench: Z -->", "## A\n")
    measurements = (ROOT / "bench" / "README.md").read_text(encoding="utf-8")
    assert "first read" in BUILDING.measured(WRITTEN["reading.md"], measurements)


def test_the_worked_examples_come_to_what_the_program_answers(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    blocks = re.findall(r"```pycon\n(.*?)```", WRITTEN["computing.md"], re.DOTALL)
    assert len(blocks) == len(re.findall(r"^## ", WRITTEN["computing.md"], re.MULTILINE)) + 1
    example = doctest.DocTestParser().get_doctest("\n".join(blocks), {}, "computing.md", None, None)
    report: list[str] = []
    doctest.DocTestRunner(verbose=False).run(example, out=report.append)
    assert not report, "".join(report)
