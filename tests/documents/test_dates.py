"""The ways in which resumes write time spans."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rows import each_row

from cscareer.documents.dates import mentions_date
from cscareer.documents.document import Month
from cscareer.documents.periods import find_period, find_periods
from cscareer.documents.spans import ends_open


@each_row(
    ("text", "start", "end"),
    [
        ("03/19 – 05/21", Month(2019, 3), Month(2021, 5)),
        ("03/2019 – 05/2021", Month(2019, 3), Month(2021, 5)),
        ("03-2019 – 05-2021", Month(2019, 3), Month(2021, 5)),
        ("Mar-2019 – May-2021", Month(2019, 3), Month(2021, 5)),
        ("Mar/2019 – May/2021", Month(2019, 3), Month(2021, 5)),
        ("March, 2019 – May, 2021", Month(2019, 3), Month(2021, 5)),
        ("Oct. ’19 – Mar ’21", Month(2019, 10), Month(2021, 3)),
        ("Jan 19 – Feb 21", Month(2019, 1), Month(2021, 2)),
        ("1 March 2019 – 31 May 2021", Month(2019, 3, 1), Month(2021, 5, 31)),
        ("March – May 2021", Month(2021, 3), Month(2021, 5)),
        ("Nov – Feb 2021", Month(2020, 11), Month(2021, 2)),
        ("2019–21", Month(2019), Month(2021)),
        ("Spring 2019 – Fall 2021", Month(2019, 4), Month(2021, 10)),
        ("late 2019 to early 2021", Month(2019, 11), Month(2021, 2)),
        ("Q1 2019 – Q3 2021", Month(2019, 2), Month(2021, 8)),
        ("March 2019 – May 2021.", Month(2019, 3), Month(2021, 5)),
        ("between March 2019 and now, from 2018 through 2020", Month(2018), Month(2020)),
        ("Summer 2016", Month(2016, 6), Month(2016, 8)),
        ("Winter 2019", Month(2018, 12), Month(2019, 2)),
        ("Winter 2018-19", Month(2018, 12), Month(2019, 2)),
        ("janvier 2018 à décembre 2020", Month(2018, 1), Month(2020, 12)),
        ("1er août 2019 au 3 mai 2021", Month(2019, 8, 1), Month(2021, 5, 3)),
        ("févr. 2019 - juin 2021", Month(2019, 2), Month(2021, 6)),
        ("enero de 2018 a diciembre de 2020", Month(2018, 1), Month(2020, 12)),
        ("ene 2019 – mayo 2021", Month(2019, 1), Month(2021, 5)),
        ("Winter 2018/2019 to fall 2021", Month(2019, 1), Month(2021, 10)),
    ],
)
def test_a_span_is_read_however_it_is_written(text: str, start: Month, end: Month) -> None:
    period = find_period(text)
    assert period
    assert (period.start, period.end, period.current) == (start, end, False)


@each_row(
    "end",
    [
        "Till date",
        "to date",
        "the present",
        "present day",
        "Present",
        "now",
        "today",
        "ongoing",
        "current",
        "till now",
    ],
)
def test_a_job_that_goes_on_has_no_end(end: str) -> None:
    period = find_period(f"March 2019 - {end}")
    assert period
    assert (period.start, period.end, period.current) == (Month(2019, 3), None, True)


def test_summers_of_two_years_are_two_spans() -> None:
    assert [
        (period.start, period.end) for period in find_periods("Host, Papago Grill, Summers 2017 and 2018")
    ] == [
        (Month(2017, 6), Month(2017, 8)),
        (Month(2018, 6), Month(2018, 8)),
    ]


def test_start_and_end_may_stand_in_cells_of_their_own() -> None:
    period = find_period("Cashier\tGreenway Market\tSeptember 2016\tMay 2018")
    assert period
    assert (period.start, period.end) == (Month(2016, 9), Month(2018, 5))


@each_row("text", ["June 2018 –", "June 2018 – February", "06/2018 to", "2018 -"])
def test_a_line_that_breaks_off_within_a_span_is_told(text: str) -> None:
    assert ends_open(f"Support Agent, Bright Harbor {text}")


@each_row(
    "text", ["call 9-10 daily", "24/7 - 9/10", "open 8-17", "up to 2021", "version 1.2019", "4/5 stars"]
)
def test_other_numbers_are_no_span(text: str) -> None:
    assert find_period(text) is None


@each_row(("text", "there"), [("in May 2021", True), ("2019", True), ("room 2019b", False), ("May", False)])
def test_a_date_by_itself_is_seen(text: str, there: bool) -> None:
    assert mentions_date(text) is there


@given(
    st.integers(1950, 2039), st.integers(1, 12), st.integers(0, 60),
    st.sampled_from(["{:02d}/{}", "{:02d}-{}", "{:02d}.{}"]), st.sampled_from([" – ", " - ", " to ", " until "]),
)  # fmt: skip
def test_what_is_written_with_month_and_year_is_read_back(
    year: int, month: int, more: int, form: str, between: str
) -> None:
    start = Month(year, month)
    end = Month(year + (month - 1 + more) // 12, (month - 1 + more) % 12 + 1)
    period = find_period(form.format(start.month, start.year) + between + form.format(end.month, end.year))
    assert period
    assert (period.start, period.end) == (start, end)


@given(st.text(max_size=300))
def test_any_text_is_read_without_failing(text: str) -> None:
    list(find_periods(text))
    ends_open(text)
    mentions_date(text)


@each_row(
    ("text", "start", "end"),
    [
        ("'14-'17", Month(2014), Month(2017)),
        ("two years, ending May 2020", Month(2018, 5), Month(2020, 5)),
        ("18 months (until 5/2021)", Month(2019, 11), Month(2021, 5)),
        ("six and a half years, through 2020", Month(2014, 1), Month(2020)),
        ("2016 for three years", Month(2016), Month(2019)),
        ("03/15/19 - 11/30/21", Month(2019, 3), Month(2021, 11)),
        ("started March 2019, left May 2021", Month(2019, 3), Month(2021, 5)),
        ("between around 2015 and mid 2018", Month(2015), Month(2018, 7)),
        ("2019-02 .. 2021-03", Month(2019, 2), Month(2021, 3)),
        ("2019 Q1 – 2021 Q2", Month(2019, 2), Month(2021, 5)),
        ("Summer '19", Month(2019, 6), Month(2019, 8)),
        ("since 3/19", Month(2019, 3), None),
        ("from 3/2019 on", Month(2019, 3), None),
        ("March 2019 until last summer", Month(2019, 3), None),
        ("Started: March 2019", Month(2019, 3), None),
        ("| Nov '22 → | Lead |", Month(2022, 11), None),
    ],
)
def test_a_span_is_read_in_rarer_words(text: str, start: Month, end: Month | None) -> None:
    period = find_period(text)
    assert period
    assert (period.start, period.end, period.current) == (start, end, end is None)


@pytest.mark.parametrize(
    ("text", "months"),
    [("the past six years", 72), ("two years and counting", 24), ("for the last 18 months", 18)],
)
def test_how_long_something_has_lasted_is_a_span_that_goes_on(text: str, months: int) -> None:
    period = find_period(text)
    assert period
    assert (period.start, period.current, period.months) == (None, True, months)


@each_row("text", ["ten years of experience", "a two-year-old", "four years ago", "25 years old"])
def test_other_lengths_are_no_span(text: str) -> None:
    assert find_period(text) is None
