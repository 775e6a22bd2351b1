"""The built-in data as JSON: the same as the YAML, and left alone as soon as the YAML is another."""

import shutil
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from cscareer.catalog import drafting, layers
from cscareer.catalog.building import build
from cscareer.catalog.built import FOLDER, built_folder, is_packed, json_file, read_built
from cscareer.catalog.drafting import read_layers
from cscareer.catalog.layers import layers_in_use
from cscareer.catalog.loading import load_catalog
from cscareer.catalog.sections import file_models, section_names
from cscareer.errors import InvalidDataError


@cache
def whole() -> dict[str, dict[str, Any]]:
    """All sections as the YAML has them."""
    draft = read_layers(layers_in_use(None, {})[:1])
    return {name: draft.merged(name) for name in section_names(file_models())}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the built-in data with its JSON, for all to read and none to change."""
    copy = tmp_path_factory.mktemp("built") / "data"
    shutil.copytree(layers.built_in_path(), copy, ignore=shutil.ignore_patterns(FOLDER))
    build(copy)
    return copy


@pytest.fixture
def data(built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The same as a test's own, in place of the built-in data."""
    copy = tmp_path / "data"
    shutil.copytree(built, copy)
    monkeypatch.setattr(layers, "built_in_path", lambda: copy)
    return copy


@pytest.fixture
def no_yaml(monkeypatch: pytest.MonkeyPatch) -> None:
    """Fails where a file of the built-in data is read as YAML, or references are checked that were checked before."""

    def refuse(*_: object) -> None:
        raise AssertionError("YAML was read")

    whole()  # what it is held against is read before
    monkeypatch.setattr(drafting, "read_file", refuse)
    monkeypatch.setattr(drafting, "check", refuse)


@pytest.mark.slow
@pytest.mark.parametrize("file", [file for file in file_models() if is_packed(file)])
def test_json_and_yaml_say_the_same(built: Path, monkeypatch: pytest.MonkeyPatch, file: str) -> None:
    monkeypatch.setattr(layers, "built_in_path", lambda: built)
    in_use = layers_in_use(None, {})
    folder = built_folder(in_use[0])
    assert folder is not None
    model = file_models()[file]
    draft = read_layers(in_use)
    read = read_built(folder, file, model)
    assert read is not None
    for section in section_names({file: model}):
        own = {
            key: entry.value
            for key, entry in draft.entries.get(section, {}).items()
            if entry.file == built / file
        }
        assert {entry.key: entry for entry in read[section]} == own
        if section != "sources":  # of which those of imported figures stand first
            assert [entry.key for entry in read[section]] == list(own)
    assert any(read.values())


@pytest.mark.usefixtures("data", "no_yaml")
def test_as_long_as_nothing_has_changed_no_yaml_is_read_and_nothing_checked_again() -> None:
    catalog = load_catalog(None, {})
    names = section_names({file: model for file, model in file_models().items() if is_packed(file)})
    assert {name: len(getattr(catalog, name)) for name in names} == {
        name: len(whole()[name]) for name in names
    }


@pytest.mark.usefixtures("data", "no_yaml")
def test_imported_wages_laid_over_add_their_sources(tmp_path: Path, data: Path) -> None:
    over = tmp_path / "over"
    shutil.copytree(data / "wages", over / "wages")
    releases = over / "wages" / "releases.csv"
    releases.write_text(releases.read_text("utf-8").replace("bls-oews-", "bls-own-"), encoding="utf-8")
    assert {key for key in load_catalog(over, {}).sources if key.startswith("bls-own-")}
    releases.write_text("source\n", encoding="utf-8")
    with pytest.raises(InvalidDataError, match="problem"):
        load_catalog(over, {})


@pytest.mark.usefixtures("data")
def test_the_sources_stand_in_the_same_order_either_way() -> None:
    assert list(load_catalog(None, {}).sources) == list(whole()["sources"])


def test_an_edited_file_is_read_and_its_problem_told_with_its_line(data: Path) -> None:
    roles = data / "roles.yaml"
    text = roles.read_text("utf-8")
    roles.write_text(text.replace("level: entry", "level: entree", 1), encoding="utf-8")
    with pytest.raises(InvalidDataError) as caught:
        load_catalog(None, {})
    line = text[: text.index("level: entry")].count("\n") + 1
    assert [(each.file, each.line) for each in caught.value.problems] == [(str(roles), line)]


def test_an_edited_entry_counts_until_the_json_is_made_anew(data: Path) -> None:
    roles = data / "roles.yaml"
    roles.write_text(roles.read_text("utf-8").replace("title: ", "title: My ", 1), encoding="utf-8")
    read = load_catalog(None, {})
    assert next(iter(read.roles.values())).title.startswith("My ")
    build(data)
    assert built_folder(layers_in_use(None, {})[0])
    assert load_catalog(None, {}).roles == read.roles
    assert len(list((data / FOLDER).iterdir())) == 1, "what was made before is gone"


@pytest.mark.usefixtures("data")
def test_an_entry_laid_over_is_checked_with_those_built_in(tmp_path: Path) -> None:
    over = tmp_path / "over"
    over.mkdir()
    (over / "salaries.yaml").write_text(
        """\
salaries:
  - {role: nobody, area: "99", year: 2026, low: 1, high: 2, currency: USD, per: year, starting: false, sources: [nowhere]}
""",
        encoding="utf-8",
    )
    with pytest.raises(InvalidDataError) as caught:
        load_catalog(over, {})
    assert [(each.line, each.message) for each in caught.value.problems] == [
        (2, '"nowhere" is not among the sources.'),
        (2, '"nobody" is not among the roles.'),
    ]


@pytest.mark.usefixtures("data")
@pytest.mark.parametrize("spoil", [Path.unlink, lambda file: file.write_text('{"roles": [{}]}')])
def test_where_the_json_is_spoilt_the_yaml_is_read(spoil: Callable[[Path], object]) -> None:
    folder = built_folder(layers_in_use(None, {})[0])
    assert folder is not None
    spoil(json_file(folder, "roles.yaml"))
    spoil(json_file(folder, "skills.yaml"))
    catalog = load_catalog(None, {})
    assert dict(catalog.roles) == whole()["roles"]
    assert dict(catalog.skills) == whole()["skills"]


def test_data_with_a_problem_is_not_built(data: Path) -> None:
    skills = data / "skills.yaml"
    skills.write_text(skills.read_text("utf-8").replace("id: empathy", "id: empathie", 1), encoding="utf-8")
    before = list((data / FOLDER).iterdir())
    with pytest.raises(InvalidDataError, match="problems"):
        build(data)
    assert list((data / FOLDER).iterdir()) == before
