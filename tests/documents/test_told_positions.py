"""Jobs that sentences tell of, and lines that name several jobs with their spans."""

import pytest

from cscareer.documents.document import Month
from cscareer.documents.reading import read_text


def jobs(text: str) -> list[tuple[str, int | None, int | None]]:
    def year(month: Month | None) -> int | None:
        return month.year if month else None

    return [(each.title, year(each.start), year(each.end)) for each in read_text(text, "resume").positions]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Since March of 2020 I have been on the service desk at a hospital.",
            [("service desk", 2020, None)],
        ),
        (
            "She has worked on one member line since 2014 and has been its quality\ncoach since 2019.",
            [("quality coach", 2019, None)],
        ),
        (
            "From 2016 to 2020 I was a front office supervisor.\n\nI had been a front desk clerk there from 2013.",
            [("front office supervisor", 2016, 2020), ("front desk clerk", 2013, 2016)],
        ),
        (
            "Before that: Member Advocate (2014-2016), Senior Member Advocate (2016-2019).",
            [("Member Advocate", 2014, 2016), ("Senior Member Advocate", 2016, 2019)],
        ),
        (
            "Since January 2024 I work twenty hours a week as a greeter at the public library.",
            [("greeter", 2024, None)],
        ),
        ("I had been a clerk there from 2013.", []),  # until when?
        ("From 2016 to 2020 I was an unpaid clerk.", []),
    ],
)
def test_jobs_told_in_sentences(text: str, expected: list[tuple[str, int | None, int | None]]) -> None:
    assert jobs(text) == expected


def test_titles_held_one_after_the_other_stay_together() -> None:
    assert jobs("Real-Time, then Capacity Analyst, Acme Insurance, 2019 to 2022") == [
        ("Real-Time, then Capacity Analyst", 2019, 2022)
    ]


def test_a_firm_with_a_heading_word_in_its_name_opens_no_section() -> None:
    text = "WORK\n\nKaveri Contact Services, Chennai\nProcess Associate, May 2017 to April 2022"
    assert jobs(text) == [("Process Associate", 2017, 2022)]


def test_dots_may_lead_from_a_name_to_its_dates() -> None:
    assert jobs("EXPERIENCE\n\nAcme Dental ......... 2011 to 2019\nReceptionist") == [
        ("Receptionist", 2011, 2019)
    ]


def test_a_resume_that_is_all_one_list_has_its_jobs_in_items() -> None:
    text = "* Shift Supervisor, Peach Markets -- Mar. '22 to present\n  - Ran nights\n* Cashier, Peach Markets -- 08/2019 - 03/2022"
    assert jobs(text) == [("Shift Supervisor", 2022, None), ("Cashier", 2019, 2022)]


def test_a_firm_with_a_title_in_its_name_is_no_title() -> None:
    assert jobs("Teachers Credit Union, Holland\nMember Representative II (April 2023 - Present)") == [
        ("Member Representative II", 2023, None)
    ]


def test_an_empty_line_parts_a_job_from_the_next() -> None:
    text = "NIGHT SORTER, Big Warehouse\nNov 2018 - Jan 2019\n\nLINE COOK, Mama Dee's\n6/2015 to 10/2018"
    assert jobs(text) == [("NIGHT SORTER", 2018, 2019), ("LINE COOK", 2015, 2018)]
