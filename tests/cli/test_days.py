"""Days as people write them."""

from datetime import date

import pytest
from rows import each_row

from cscareer.cli.days import months_in, read_day
from cscareer.errors import UsageError

TODAY = date(2026, 11, 27)  # a Friday


@each_row(
    ("said", "day"),
    [
        ("2027-06-30", "2027-06-30"),
        ("2027-06", "2027-06-30"),
        ("2027", "2027-12-31"),
        ("June 2027", "2027-06-30"),
        ("6/15/2027", "2027-06-15"),
        ("June 15", "2027-06-15"),
        ("june 15th, 2028", "2028-06-15"),
        ("15 December", "2026-12-15"),
        ("tomorrow", "2026-11-28"),
        ("Today", "2026-11-27"),
        ("next June", "2027-06-30"),
        ("June", "2027-06-30"),
        ("November", "2026-11-30"),
        ("next November", "2027-11-30"),
        ("in 6 months", "2027-05-27"),
        ("6 months", "2027-05-27"),
        ("in a year", "2027-11-27"),
        ("two weeks", "2026-12-11"),
        ("2y", "2028-11-27"),
        ("next month", "2026-12-27"),
        ("next friday", "2026-12-04"),
        ("monday", "2026-11-30"),
        ("end of the year", "2026-12-31"),
        ("end of June", "2027-06-30"),
        ("end of next year", "2027-12-31"),
    ],
)
def test_a_day_to_come_is_the_last_of_what_is_said(said: str, day: str) -> None:
    assert read_day(said, TODAY) == day


@each_row(
    ("said", "day"),
    [
        ("2026-06", "2026-06-01"),
        ("June", "2026-06-01"),
        ("last June", "2026-06-01"),
        ("last November", "2025-11-01"),
        ("March 3", "2026-03-03"),
        ("3 days ago", "2026-11-24"),
        ("last month", "2026-10-27"),
        ("yesterday", "2026-11-26"),
        ("monday", "2026-11-23"),
        ("friday", "2026-11-20"),
    ],
)
def test_a_day_gone_by_is_the_first_of_what_is_said(said: str, day: str) -> None:
    assert read_day(said, TODAY, coming=False) == day


@each_row(
    "said",
    [
        "",
        "soon",
        "2027-02-30",
        "Smarch 5",
        "June 31",
        "13/45/2027",
        "in 99999 years",
        "next",
        "in some months",
    ],
)
def test_what_is_no_day_is_refused_with_examples(said: str) -> None:
    with pytest.raises(UsageError, match="is no day") as caught:
        read_day(said, TODAY)
    assert "next June" in str(caught.value.hint)


@each_row(
    ("said", "months"),
    [
        ("2y", 24),
        ("18 months", 18),
        ("a year", 12),
        ("6m", 6),
        ("two years", 24),
        ("3 weeks", None),
        ("soon", None),
        ("0 years", None),
    ],
)
def test_a_span_of_months_is_read_as_people_write_it(said: str, months: int | None) -> None:
    assert months_in(said) == months
