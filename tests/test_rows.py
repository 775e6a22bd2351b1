"""A test of a table fails where a row does, tries all the others and names each that fails."""

from typing import Any

import pytest
from rows import each_row


def test_every_row_is_tried_and_those_that_fail_are_named() -> None:
    tried = []

    @each_row(
        ("given", "wanted"), [(1, 1), (2, 3), pytest.param(4, 4, id="even"), pytest.param(5, 6, id="odd")]
    )
    def compare(given: int, wanted: int) -> None:
        tried.append(given)
        assert given == wanted

    with pytest.raises(ExceptionGroup, match="2 of 4 rows: 2, 3; odd") as caught:
        call(compare)
    assert tried == [1, 2, 4, 5]
    assert [error.__notes__ for error in caught.value.exceptions] == [["in the row 2, 3"], ["in the row odd"]]


def test_each_test_of_a_class_and_each_pair_of_two_tables_is_tried() -> None:
    @each_row("row", ["bad"])
    class Tests:
        def test_its_row(self, row: str) -> None:
            assert row == "good"

    @each_row("left", [1, 2])
    @each_row("right", [1, 2])
    def multiply(left: int, right: int) -> None:
        assert left * right < 4

    with pytest.raises(ExceptionGroup, match="1 of 1 rows: 'bad'"):
        call(Tests().test_its_row)
    with pytest.raises(ExceptionGroup, match="1 of 2 rows: 2"):
        call(multiply)


def test_a_table_without_rows_or_with_a_row_that_is_left_out_is_refused() -> None:
    with pytest.raises(AssertionError, match="no rows"):
        each_row("row", [])
    with pytest.raises(AssertionError, match="as a whole"):
        each_row("row", [pytest.param(1, marks=pytest.mark.slow)])


def call(test: Any) -> None:  # noqa: ANN401  its rows are not the caller's to give
    test()
