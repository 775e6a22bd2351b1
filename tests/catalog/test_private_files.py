"""Saving a file of the person's choice: it is there whole or not at all."""

import os
from pathlib import Path

import pytest

from cscareer.catalog.private_files import clear_away, save
from cscareer.errors import UnwritableError

posix = pytest.mark.skipif(os.name != "posix", reason="processes as POSIX has them")


def test_a_new_file_takes_its_name_once_it_is_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path, link = tmp_path / ("x" * 250 + ".html"), os.link

    def watched(temporary: Path, place: Path) -> None:
        assert (temporary.read_bytes(), place.exists()) == (b"whole", False)
        link(temporary, place)

    monkeypatch.setattr(os, "link", watched)
    save(path, b"whole")
    assert [(each.name, each.read_bytes()) for each in tmp_path.iterdir()] == [(path.name, b"whole")]
    assert path.stat().st_mode & 0o777 == 0o600


def test_where_a_file_can_have_one_name_alone_it_is_written_under_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: Path) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", refused)
    save(tmp_path / "report.html", b"whole")
    assert [each.read_bytes() for each in tmp_path.iterdir()] == [b"whole"]


@pytest.mark.parametrize("link", [False, True])
def test_what_is_there_stays_and_nothing_is_left_beside_it(tmp_path: Path, link: bool) -> None:
    path = tmp_path / "report.html"
    if link:
        path.symlink_to(tmp_path / "elsewhere")
    else:
        path.write_text("mine")
    with pytest.raises(UnwritableError, match="exists already"):
        save(path, b"other")
    assert [each.name for each in tmp_path.iterdir()] == ["report.html"]


@posix
def test_what_killed_runs_left_is_removed_and_nothing_else(tmp_path: Path) -> None:
    theirs = [
        f".report.html.{os.getpid()}.cscareer.new",
        ".report.html.x.cscareer.new",
        ".a.99999999.new",
        "b.cscareer.new",
    ]
    for name in (".report.html.99999999.cscareer.new", *theirs):
        (tmp_path / name).touch()
    clear_away(tmp_path)
    assert sorted(each.name for each in tmp_path.iterdir()) == sorted(theirs)
    clear_away(tmp_path / "nowhere")
