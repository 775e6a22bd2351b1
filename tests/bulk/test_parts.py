"""Cutting files: nothing lost, nothing twice, and rows whole."""

import csv
import io
import json
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cscareer.bulk.inputs import Form, Input, find_inputs
from cscareer.bulk.parts import FilePart, cut
from cscareer.bulk.tables import csv_header, json_of_csv
from cscareer.errors import InvalidDataError, Problem, UnreadableError, UsageError

WORDS = st.text(st.sampled_from('ab ,"\n\r\u00e9\u2028'), max_size=12)


def bytes_of(part: FilePart) -> bytes:
    return Path(part.file).read_bytes()[part.start : part.end]


def objects_of(file: Path, parts: tuple[FilePart, ...]) -> dict[int, object]:
    """What each row of CSV is as JSON, by the number of its line, read part by part."""
    found: dict[int, object] = {}
    with file.open("rb") as opened:
        header = csv_header(opened, "a.csv")
    for part in parts:
        lines = json_of_csv(io.BytesIO(bytes_of(part)), "a.csv", header, part.first_line, only=None, lists=())
        text = b"".join(each for each in lines if not isinstance(each, Problem)).decode()
        assert text.count("\n") <= part.lines
        found |= {
            number: json.loads(line)
            for number, line in enumerate(text.split("\n"), part.first_line)
            if line.strip()
        }
    return found


@given(st.binary(max_size=300), st.integers(1, 60))
def test_the_parts_of_lines_are_the_file_and_each_ends_where_a_line_does(
    tmp_path_factory: pytest.TempPathFactory, content: bytes, size: int
) -> None:
    file = tmp_path_factory.getbasetemp() / "lines.txt"
    file.write_bytes(b"a" + content)
    parts = cut([Input(str(file), Form.TEXT)], size)
    assert b"".join(map(bytes_of, parts)) == b"a" + content
    assert all(bytes_of(part).endswith(b"\n") for part in parts[:-1])
    line = 1
    for part in parts:
        assert part.first_line == line
        assert part.lines == len(bytes_of(part).removesuffix(b"\n").split(b"\n"))
        line += part.lines


@given(st.lists(st.tuples(WORDS, WORDS), max_size=12), st.integers(1, 40))
def test_rows_of_csv_stay_whole_however_small_the_parts_are(
    tmp_path_factory: pytest.TempPathFactory, rows: list[tuple[str, str]], size: int
) -> None:
    file = tmp_path_factory.getbasetemp() / "rows.csv"
    with file.open("w", encoding="utf-8", newline="") as opened:
        csv.writer(opened).writerows([("title", "place"), *rows])
    whole = objects_of(file, cut([Input(str(file), Form.CSV)], 10_000))
    assert objects_of(file, cut([Input(str(file), Form.CSV)], size)) == whole
    wanted = [
        {key: cell for key, cell in zip(("title", "place"), row, strict=True) if cell.strip()} for row in rows
    ]
    assert [each for each in whole.values() if each] == [each for each in wanted if each]


def test_a_row_of_csv_keeps_the_number_of_its_last_line_and_bad_ones_are_told(tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    file.write_bytes(b'\xef\xbb\xbftitle,x\n"a\nb",1\nc\xff,2\n\nd,3,4\ne\n')
    (part,) = cut([Input(str(file), Form.CSV)], 1_000)
    assert objects_of(file, (part,)) == {3: {"title": "a\nb", "x": "1"}, 7: {"title": "e"}}
    lines = json_of_csv(
        io.BytesIO(bytes_of(part)), "a.csv", ["title", "x"], part.first_line, only=None, lists=()
    )
    assert [(each.line, each.message) for each in lines if isinstance(each, Problem)] == [
        (4, "Not UTF-8."),
        (6, "3 cells under 2 columns."),
    ]


def test_files_patterns_and_folders_are_found_once_each(tmp_path: Path) -> None:
    for name in ("b.jsonl", "a.csv", "c.txt", "notes.md"):
        (tmp_path / name).write_text("x\n", encoding="utf-8")
    folder = str(tmp_path)
    found = find_inputs([f"{folder}/*.jsonl", folder, f"{folder}/a.csv"], plain_text=False)
    assert [(Path(file).name, form) for file, form in found] == [("b.jsonl", Form.JSONL), ("a.csv", Form.CSV)]
    assert len(find_inputs([folder], plain_text=True)) == 3
    assert {each.form for each in find_inputs([folder], plain_text=False, documents=[".md", ".txt"])} == {
        Form.JSONL,
        Form.CSV,
    }  # what stands beside tables explains them


def test_a_document_is_one_part_and_one_row(tmp_path: Path) -> None:
    (tmp_path / "ana.md").write_text("# Ana\n\nSQL\n", encoding="utf-8")
    (part,) = cut(find_inputs([str(tmp_path)], plain_text=False, documents=[".md"]), 4)
    assert (part.form, part.start, part.end, part.lines) == (Form.DOCUMENT, 0, 11, 1)


@pytest.mark.parametrize(
    ("said", "error", "words"),
    [
        ("-", UsageError, "can't be cut"),
        ("nix.jsonl", UnreadableError, "There is no file nix.jsonl"),
        ("x-*.csv", UnreadableError, "There is no file"),
        ("a.gz", UsageError, "of no kind"),
        ("a.txt", UsageError, "of no kind"),
        ("empty", UnreadableError, "holds nothing to read"),
    ],
)
def test_what_cannot_be_read_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, said: str, error: type[Exception], words: str
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.gz").touch()
    (tmp_path / "a.txt").touch()
    (tmp_path / "empty").mkdir()
    with pytest.raises(error, match=words):
        find_inputs([said], plain_text=False)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="named pipes are a thing of POSIX")
def test_a_pipe_and_a_device_are_never_waited_for(tmp_path: Path) -> None:
    pipe, device = tmp_path / "a.csv", tmp_path / "b.csv"
    os.mkfifo(pipe)
    device.symlink_to(os.devnull)
    for path in (pipe, device):
        with pytest.raises(UnreadableError, match="not a regular file"):
            find_inputs([str(path)], plain_text=False)


@pytest.mark.parametrize(
    ("name", "content", "error", "words"),
    [
        ("a.jsonl", b"\x1f\x8b\x08", UnreadableError, "is compressed"),
        ("a.csv", b"\xff\xfet\0", UnreadableError, "is UTF-16"),
        ("a.parquet", b"PAR1 cut short", InvalidDataError, "no whole Parquet file"),
    ],
)
def test_a_file_of_another_kind_is_told_before_any_work(
    tmp_path: Path, name: str, content: bytes, error: type[Exception], words: str
) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(error, match=words):
        cut(find_inputs([str(tmp_path / name)], plain_text=False), 100)


def test_parquet_that_unpacks_to_far_more_than_a_table_is_refused(tmp_path: Path) -> None:
    pyarrow, parquet = pytest.importorskip("pyarrow"), pytest.importorskip("pyarrow.parquet")
    path = tmp_path / "a.parquet"
    parquet.write_table(pyarrow.table({"title": ["x" * 3_000_000]}), path, compression="zstd")
    with pytest.raises(InvalidDataError, match="far more than a table"):
        cut(find_inputs([str(path)], plain_text=False), 100)
    parquet.write_table(pyarrow.table({"title": ["call center agent"] * 100_000}), path, compression="zstd")
    assert sum(part.lines for part in cut(find_inputs([str(path)], plain_text=False), 1_000_000)) == 100_000
