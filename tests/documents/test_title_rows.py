"""Streams of job titles."""

import io
import json

import pytest
from rows import each_row

from cscareer.documents.title_rows import TitleRow, TitleRows
from cscareer.errors import Problem, UsageError


def rows(content: bytes, column: str | None = None) -> list[TitleRow | Problem]:
    return list(TitleRows(io.BytesIO(content), "titles", column))


def test_each_line_is_a_title_and_empty_ones_are_passed_over() -> None:
    assert rows(b"\xef\xbb\xbfCSR\n\n  Agent  \n") == [TitleRow(1, "CSR"), TitleRow(3, "Agent")]


def test_a_column_of_csv_may_hold_commas_and_line_breaks() -> None:
    content = b'id,title\n1,"CSM, West"\n2,"Two\nLines"\n3,Agent\n'
    assert [each.title for each in rows(content, "title") if isinstance(each, TitleRow)] == [
        "CSM, West",
        "Two\nLines",
        "Agent",
    ]


def test_a_key_of_json_lines_is_read() -> None:
    content = "\n".join(json.dumps({"title": title}) for title in ("CSR", "Agent")).encode()
    assert rows(content, "title") == [TitleRow(1, "CSR"), TitleRow(2, "Agent")]


@each_row(
    ("content", "column"),
    [
        (b"CSR\n\xff\xfe\nAgent\n", None),
        (b"CSR\n" + b"x" * 2_000 + b"\nAgent\n", None),
        (b"CSR\n" + b"x" * 1_500_000 + b"\nAgent\n", None),
        (b"a,title\n1,CSR\n2\n3,Agent\n", "title"),
        (b"a,title\n1,CSR\n2,\n3,Agent\n", "title"),
        (b'{"title": "CSR"}\n{"title": 5}\n{"title": "Agent"}\n', "title"),
        (b'{"title": "CSR"}\n[[[[\n{"title": "Agent"}\n', "title"),
    ],
)
def test_a_bad_line_is_told_and_the_rest_is_read(content: bytes, column: str | None) -> None:
    read = rows(content, column)
    assert [each.title for each in read if isinstance(each, TitleRow)] == ["CSR", "Agent"]
    (bad,) = [each for each in read if isinstance(each, Problem)]
    assert bad.line in {2, 3}


def test_a_column_that_is_not_there_is_refused_with_those_that_are() -> None:
    with pytest.raises(UsageError) as caught:
        rows(b"id,job\n1,CSR\n", "title")
    assert "id, job" in str(caught.value.hint)


def test_an_empty_stream_has_no_titles() -> None:
    assert rows(b"") == rows(b"\n\n", "title") == []


def test_the_last_line_that_has_come_is_known_for_it() -> None:
    reading = TitleRows(io.BytesIO(b"CSR\nAgent\nLead\n"), "titles", None)
    assert [reading.drained for _ in reading] == [False, False, True]


def test_a_line_may_come_in_pieces() -> None:
    titles = [f"Customer Service Representative {number}" for number in range(20_000)]
    read = rows("\n".join(titles).encode())
    assert [each.title for each in read if isinstance(each, TitleRow)] == titles
    assert isinstance(read[-1], TitleRow)
    assert read[-1].line == len(titles)
