"""The database reads the files it was given and nothing else, and leaves nothing behind."""

from pathlib import Path

import pytest
from rows import each_row

from cscareer.tickets.engine import BrokenTableError, identifier, literal, opened_engine


def test_only_the_files_named_can_be_read_and_nothing_can_be_changed_about_it(tmp_path: Path) -> None:
    import duckdb

    ours, other = tmp_path / "ours.csv", tmp_path / "other.csv"
    ours.write_text("a\n1\n", encoding="utf-8")
    other.write_text("a\n2\n", encoding="utf-8")
    with opened_engine() as engine:
        folder = engine.folder
        engine.open([ours])
        assert engine.rows(f"SELECT * FROM read_csv({literal(str(ours))})") == [(1,)]
        for query in (
            f"SELECT * FROM read_csv({literal(str(other))})",
            f"COPY (SELECT 1) TO {literal(str(tmp_path / 'written.csv'))}",
            "SET enable_external_access = true",
            "INSTALL httpfs",
        ):
            with pytest.raises((duckdb.Error, BrokenTableError)):
                engine.rows(query)
        engine.rows("CREATE TABLE many AS SELECT range AS i, hash(range) AS h FROM range(100000)")
    assert not folder.exists()
    assert not (tmp_path / "written.csv").exists()


@each_row("text", ["plain", "it's", "'; DROP TABLE t; --", 'a "b" \\ c', "", "ü\n"])
def test_whatever_stands_in_a_text_it_is_a_text(text: str) -> None:
    with opened_engine() as engine:
        engine.open([])
        assert engine.rows(f"SELECT {literal(text)}") == [(text,)]
        column = identifier(text or "x")
        assert engine.rows(f"SELECT {column} FROM (SELECT 7 AS {column})") == [(7,)]
