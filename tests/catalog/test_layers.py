"""Layers of data: which folders are in use, and how their entries replace one another."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from cscareer.catalog import layers
from cscareer.catalog.layers import DATA_FILES, built_in_path, layers_in_use
from cscareer.catalog.loading import load_catalog
from cscareer.catalog.sections import file_models
from cscareer.errors import UnreadableError

SOURCE = """\
sources:
  - {{id: {id}, title: {title}, publisher: Me, address: null, date: "2026", licence: null}}
"""


def write(folder: Path, **files: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    return folder


def test_the_built_in_layer_has_every_file_there_is() -> None:
    assert set(DATA_FILES) == set(file_models())
    there = {path.relative_to(built_in_path()).as_posix() for path in built_in_path().rglob("*.yaml")}
    assert there == set(DATA_FILES)


def test_layers_lie_over_one_another_in_the_contracts_order(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    user = write(tmp_path / "user", sources=SOURCE.format(id="mine", title="user"))
    named = write(tmp_path / "named", sources=SOURCE.format(id="mine", title="named"))
    given = write(tmp_path / "given", sources=SOURCE.format(id="mine", title="given"))
    monkeypatch.setattr(layers, "user_path", lambda: user)
    everything = load_catalog(given, {"CSCAREER_DATA": str(named)})
    assert [layer.name for layer in everything.layers] == ["built-in", "user", "CSCAREER_DATA", "--data-dir"]
    assert everything.sources["mine"].title == "given"
    assert load_catalog(None, {"CSCAREER_DATA": str(named)}).sources["mine"].title == "named"
    assert load_catalog(None, {}).sources["mine"].title == "user"


def test_an_entry_is_replaced_whole_and_the_others_stay(tmp_path: Path) -> None:
    salary = """\
salaries:
  - {role: customer-service-manager, area: "99", year: 2026, low: 60000, high: 90000, currency: USD, per: year,
     starting: false, sources: [cscareer-judgement]}
  - {role: customer-service-manager, area: "99", year: 2020, low: 1, high: 2, currency: USD, per: year,
     starting: false, sources: [cscareer-judgement]}
"""
    before, after = load_catalog(None, {}), load_catalog(write(tmp_path / "mine", salaries=salary), {})
    changed = {key for key in after.salaries if before.salaries.get(key) != after.salaries[key]}
    assert changed == {"customer-service-manager, area 99, 2026", "customer-service-manager, area 99, 2020"}
    assert set(before.salaries) <= set(after.salaries)
    assert after.roles == before.roles


def test_the_folders_added_are_named(tmp_path: Path) -> None:
    mine = write(tmp_path / "mine", sources=SOURCE.format(id="mine", title="Mine"))
    assert load_catalog(mine, {}).added_layers == (str(mine),)
    assert load_catalog(None, {}).added_layers == ()


@pytest.mark.parametrize("how", ["missing", "a file", "empty", "none of ours"])
@pytest.mark.parametrize("by", ["--data-dir", "CSCAREER_DATA"])
def test_a_folder_that_holds_nothing_of_ours_is_refused(tmp_path: Path, how: str, by: str) -> None:
    folder = tmp_path / "mine"
    if how == "a file":
        folder.write_text("a: 1", encoding="utf-8")
    elif how != "missing":
        folder.mkdir()
    if how == "none of ours":
        (folder / "role.yaml").write_text("roles: []", encoding="utf-8")
    given, environment = (folder, {}) if by == "--data-dir" else (None, {"CSCAREER_DATA": str(folder)})
    with pytest.raises(UnreadableError) as caught:
        layers_in_use(given, environment)
    assert str(folder) in caught.value.message
    assert by in caught.value.message
    if how in {"empty", "none of ours"}:
        assert all(name in str(caught.value.hint) for name in DATA_FILES)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_a_locked_folder_is_refused(tmp_path: Path) -> None:
    folder = write(tmp_path / "mine", sources="sources: []")
    folder.chmod(0)
    with pytest.raises(UnreadableError, match="can't be read"):
        layers_in_use(folder, {})


def test_a_user_folder_without_data_is_no_layer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(layers, "user_path", lambda: tmp_path)
    assert [layer.name for layer in layers_in_use(None, {})] == ["built-in"]


def test_an_empty_variable_names_no_folder() -> None:
    assert len(layers_in_use(None, {"CSCAREER_DATA": ""})) == 1


def test_the_user_folder_stands_in_the_platforms_place(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    finder: Callable[[], Path | None] = layers.user_path
    folder = finder()
    assert folder is not None
    assert folder.parts[-2:] == ("cscareer", "data")
