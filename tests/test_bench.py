"""The measurements of `bench/`: that what they are made of is still what the program reads."""

import sys
from pathlib import Path

import pytest
from conftest import ROOT

from cscareer.pay.importing.intake import import_files

sys.path.insert(0, str(ROOT / "bench"))

import importing


@pytest.mark.slow
def test_the_workbook_that_imports_are_measured_with_is_imported_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(importing, "SHARED", ROOT / "nowhere")  # which is all that is here in a checkout
    workbook = tmp_path / "all_data_M_2025.xlsx"
    importing.write_workbook(workbook, rows=40)
    import_files([workbook], tmp_path / "data")
    written = [path.read_text("utf-8") for path in (tmp_path / "data" / "wages").glob("??-????.csv")]
    assert sum(text.count("\n") - 1 for text in written) == 40
