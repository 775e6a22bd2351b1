"""Jobs that sentences tell of, and lines that name several jobs with their spans."""

from datetime import date
from time import process_time

import pytest
from rows import each_row

from cscareer.documents.document import Month, years_of_experience
from cscareer.documents.prose import WrittenLine
from cscareer.documents.reading import read_text
from cscareer.documents.told_positions import told_positions


def jobs(text: str) -> list[tuple[str, int | None, int | None]]:
    def year(month: Month | None) -> int | None:
        return month.year if month else None

    return [(each.title, year(each.start), year(each.end)) for each in read_text(text, "resume").positions]


@each_row(
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
        (
            "I have been an agent at Acme since 2019, and a lead agent there from 2024.",
            [("lead agent", 2024, None), ("agent", 2019, 2024)],
        ),
        (
            "I have done so since May 2020, as Complaints Officer at Acme.",
            [("Complaints Officer", 2020, None)],
        ),
        ("I supervise the front desk at Acme since 2021.", [("front desk supervisor", 2021, None)]),
        (
            "Dmitri joined Acme in March 2020 as a chat agent and became team lead of the night team in June 2023.",
            [("chat agent", 2020, 2023), ("team lead", 2023, None)],
        ),
        ("I taught fourth grade in Mesa from 2014 to 2023.", [("teacher", 2014, 2023)]),
        ("Since May 2025 I schedule scans at Acme Imaging.", [("schedule scans", 2025, None)]),
        (
            "I've been on the cancellation line at Acme since October 2022.",
            [("cancellation line", 2022, None)],
        ),
        ("Q: And before? A: Clerk at Acme, 2017 to 2021.", [("Clerk", 2017, 2021)]),
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


@each_row(
    ("text", "expected"),
    [
        (
            "Acme, Lexington    3/2019 – 8/2026\nManager (from 6/2021); Supervisor (from 3/2019)",
            [("Supervisor", 2019, 2021), ("Manager", 2021, 2026)],
        ),
        (
            "Acme IT, for small firms\nTier 1 (Aug 2022), Tier 2 (since Oct 2024)",
            [("Tier 1", 2022, 2024), ("Tier 2", 2024, None)],
        ),
        (
            "1) Acme Ltd\n   Designation: Service Executive\n   Duration: Sept 2023 till date",
            [("Service Executive", 2023, None)],
        ),
        ("St. Ann School cafeteria\nLunch server\n8/2015 – 12/2017", [("Lunch server", 2015, 2017)]),
        ("2017 to 2021. Delta Gas, Gonzales. Account Agent.", [("Account Agent", 2017, 2021)]),
        (
            "Clerk, Elm Books, 2016–2020. If you liked that, you may hate this was my shelf.",
            [("Clerk", 2016, 2020)],
        ),
        (
            "Acme\nAgent\nJan 2023 - Present\nClerk\nFeb 2021 - Jan 2023",
            [("Agent", 2023, None), ("Clerk", 2021, 2023)],
        ),
        ("PTA president, 2021-2023", []),
        ("Licensed adjuster, Texas, since 2020", []),
    ],
)
def test_jobs_of_further_layouts(text: str, expected: list[tuple[str, int | None, int | None]]) -> None:
    assert jobs(f"EXPERIENCE\n\n{text}") == expected


@pytest.mark.parametrize(
    "text",
    [
        "EXPERIENCE\n\nHome with my mother, 2016 to 2018",
        "EXPERIENCE\n\nTravel, 2016 to 2018",
        "EXPERIENCE\n\nRaising two boys, 2010 - 2016",
    ],
)
def test_times_without_a_job_are_none(text: str) -> None:
    assert jobs(text) == []


def test_who_gave_a_job_is_read_from_its_sentence() -> None:
    text = "I joined St. Luke's Hospital in March 2019 as a registrar and left in May 2021. AT&T hired me as a clerk in June 2021, where I still work."
    positions = read_text(text, "a.txt").positions
    assert [(each.organization, each.current) for each in positions] == [
        ("St. Luke's Hospital", False),
        ("AT&T", True),
    ]


@each_row(
    ("text", "years"),
    [
        ("I was a barista at Cuppa Joe for two years. Then I worked as a bank teller for three years.", 5),
        ("EXPERIENCE\n\nBank Teller, First Bank (3 years)\nBarista, Cuppa Joe, two years", 5),
        ("I spent four years at Target as a cashier. I have been a clerk for the past three years.", 7),
        ("I was a nurse for ten years.\n\nEXPERIENCE\n\nNurse, Mercy, 2014 - 2026", 12.4),
    ],
)
def test_jobs_that_say_only_how_long_they_lasted_stand_one_before_the_other(text: str, years: float) -> None:
    positions = read_text(text, "a.txt").positions
    assert years_of_experience(positions, date(2026, 11, 27)) == pytest.approx(years, abs=0.1)


def test_a_long_gap_in_a_line_takes_no_time() -> None:
    begun = process_time()
    assert jobs("I am an agent," + " " * 40_000 + "x") == []
    assert process_time() - begun < 1


def test_a_run_of_spaces_is_gone_through_once_where_sentences_are_parted() -> None:
    line = WrittenLine(1, f"I sold shoes{' ' * 40_000}. I was a barista from 2019 to 2021.")
    began = process_time()
    assert [each.line for each in told_positions([line])] == [1]
    assert process_time() - began < 1  # seconds; it was over two, and twelve with 100,000 of them
