"""Positions in running text, and years of experience."""

import json
from datetime import date

from rows import each_row

from cscareer.documents.dates import read_date
from cscareer.documents.document import Month, Position, years_of_experience
from cscareer.documents.pdf_worker import in_lines, is_word_by_word
from cscareer.documents.periods import find_period
from cscareer.documents.reading import read_bytes

TODAY = date(2026, 11, 24)


@each_row(
    ("text", "month"),
    [
        ("2021-03", Month(2021, 3)),
        ("2021-03-15", Month(2021, 3, 15)),
        ("2021-03-15T10:00:00Z", Month(2021, 3, 15)),
        ("2021/03", Month(2021, 3)),
        ("03/2021", Month(2021, 3)),
        ("15.03.2021", Month(2021, 3, 15)),
        ("03/15/2021", Month(2021, 3, 15)),
        ("05.03.2021", Month(2021, 3, 5)),
        ("2021-03-39", Month(2021, 3)),
        ("March 2021", Month(2021, 3)),
        ("mar. 2021", Month(2021, 3)),
        ("Sept 2021", Month(2021, 9)),
        ("October 2021", Month(2021, 10)),
        ("May 5, 2021", Month(2021, 5, 5)),
        ("May 5th 2021", Month(2021, 5, 5)),
        ("Mar '21", Month(2021, 3)),
        ("2021", Month(2021)),
        ("2021-13", None),
        ("soon", None),
        ("", None),
        ("12345", None),
    ],
)
def test_a_date_is_a_month_or_a_year(text: str, month: Month | None) -> None:
    assert read_date(text) == month


@each_row(
    ("text", "start", "end", "current"),
    [
        ("Jan 2019 – Mar 2021", Month(2019, 1), Month(2021, 3), False),
        ("(2019-2021)", Month(2019), Month(2021), False),
        ("01/2019 to present", Month(2019, 1), None, True),
        ("2019-01 - 2021-03", Month(2019, 1), Month(2021, 3), False),
        ("from June 2019 until now", Month(2019, 6), None, True),
        ("since 2019", Month(2019), None, True),
        ("Agent, Acme, 2019 –", Month(2019), None, True),
    ],
)
def test_a_time_span_is_found(text: str, start: Month, end: Month | None, current: bool) -> None:
    period = find_period(text)
    assert period
    assert (period.start, period.end, period.current) == (start, end, current)


@each_row("text", ["call 555-2019-2021x", "2019", "12019-20210", "version 1.2019", "up to 2021"])
def test_other_numbers_are_no_time_span(text: str) -> None:
    assert find_period(text) is None


@each_row(
    "text",
    [
        "Support Agent, Acme Corp, Jan 2019 – Mar 2021",
        "Support Agent at Acme Corp (Jan 2019 – Mar 2021)",
        "Jan 2019 – Mar 2021: Support Agent | Acme Corp",
        "Acme Corp — Support Agent\tJan 2019 – Mar 2021",
        "Acme Corp\nSupport Agent    Jan 2019 – Mar 2021\n• Answered calls.",
        "Support Agent    Jan 2019 – Mar 2021\nAcme Corp\n• Answered calls.",
        "Acme Corp, Austin, TX    Jan 2019 – Mar 2021\nSupport Agent\nanswered calls all day",
        "Acme Corp, Austin, TX\nSupport Agent    Jan 2019 – Mar 2021\nanswered calls all day",
        "Support Agent\nAcme Corp\nJan 2019 – Mar 2021\n- Answered calls.",
        "Jan 2019 – Mar 2021\nSupport Agent, Acme Corp",
        "Support Agent, Acme Corp\n\nJan 2019 – Mar 2021",
    ],
)
@each_row(
    "heading",
    ["Work Experience\n\n", "EMPLOYMENT HISTORY:\n", "1. Work Experience\n\n", "E X P E R I E N C E\n", ""],
)
def test_a_position_is_found_in_the_usual_layouts(heading: str, text: str) -> None:
    (position,) = read_bytes(f"{heading}{text}\n".encode(), "a.txt").positions
    assert (position.title, position.organization) == ("Support Agent", "Acme Corp")
    assert (position.start, position.end) == (Month(2019, 1), Month(2021, 3))


@each_row(
    "text",
    [
        "Education\nAssociate Lead College, 2014 – 2016",
        "Volunteer Experience\nAgent, Shelter, 2014 – 2016",
        "### Front Desk — *Shelter* (volunteer)\n**2014–2016**",
        "Experience\nWe sold a few things. 2014 to 2016.",
        "Experience\n• Agent of the year 2014 – 2016",
        "Experience\nFrom 2014 to 2016 our whole company grew from five people to fifty people in three towns.",
        "Experience\n2014 – 2016",
    ],
)
def test_what_is_no_position_is_none(text: str) -> None:
    assert read_bytes(text.encode(), "a.txt").positions == ()


def job(start: Month | None, end: Month | None, *, current: bool = False) -> Position:
    return Position("Agent", None, start, end, current, 1)


@each_row(
    ("positions", "years"),
    [
        ([], None),
        ([job(None, None)], None),
        ([job(Month(2020, 1), None)], None),
        ([job(None, Month(2020, 1))], None),
        ([job(Month(2020, 1), Month(2020, 12))], 1),
        ([job(Month(2020, 1), Month(2020, 1))], 0.08),
        ([job(Month(2020, 1), Month(2020, 12)), job(Month(2020, 7), Month(2021, 6))], 1.5),
        ([job(Month(2020, 1), Month(2022, 12)), job(Month(2021, 1), Month(2021, 6))], 3),
        ([job(Month(2015), Month(2018))], 3),
        ([job(Month(2015), Month(2015))], 0.5),
        ([job(Month(2025, 12), None, current=True)], 1),
        ([job(Month(2025, 12), Month(2030, 1))], 1),
        ([job(Month(2030, 1), None, current=True)], None),
        ([job(Month(2021, 5), Month(2020, 1))], None),
        ([job(Month(2020, 1, 1), Month(2022, 1, 1))], 2),
        ([job(Month(2020, 1, 1), Month(2021, 12, 31))], 2),
        ([job(Month(2020, 1, 16), Month(2020, 2, 15))], 0.09),
        ([job(Month(2020, 1, 1), Month(2020, 6, 15)), job(Month(2020, 6, 16), Month(2020, 12, 31))], 1),
        ([job(Month(2021, 2, 1), Month(2021, 2, 31))], 0.08),
        ([job(Month(2020, 1, 1), Month(2021, 12))], 2),
    ],
)
def test_years_count_each_month_once_and_nothing_to_come(
    positions: list[Position], years: float | None
) -> None:
    assert years_of_experience(positions, TODAY) == years


def test_months_below_a_year_that_stands_alone_are_of_that_year() -> None:
    text = b"""Experience

2021
Support Agent, Acme Phones
January - December

2020
March - May: Cashier, Kroger
"""
    found = read_bytes(text, "resume.txt")
    assert [(each.start, each.end) for each in found.positions] == [
        (Month(2021, 1), Month(2021, 12)),
        (Month(2020, 3), Month(2020, 5)),
    ]
    assert not found.warnings


def test_a_job_has_its_dates_below_each_other() -> None:
    (job,) = read_bytes(
        b"Experience\n\nMarch 2019\nMay 2021\tSupport Agent, Acme Phones\n", "a.txt"
    ).positions
    assert (job.title, job.start, job.end) == ("Support Agent", Month(2019, 3), Month(2021, 5))


def test_a_sentence_broken_over_lines_is_no_job_that_lasted() -> None:
    text = b"""Experience

Support Agent, Acme Phones
March 2019 - May 2021
Wrote the returns guide for new starters and kept it current for two years
in a row.
"""
    assert len(read_bytes(text, "resume.txt").positions) == 1


def test_dates_may_be_an_object_of_their_own_in_json() -> None:
    work = [
        {"name": "Acme", "position": "Support Agent", "date": {"start": "2019-03-01", "end": "2021-05-31"}}
    ]
    text = json.dumps({"sections": {"work": {"items": work}}}).encode()
    (job,) = read_bytes(text, "resume.json").positions
    assert (job.start, job.end) == (Month(2019, 3, 1), Month(2021, 5, 31))


def test_a_page_drawn_word_by_word_is_read_by_where_its_words_stand() -> None:
    drawn = "Dana Whitlock E X P E R I E N C E Support Agent, Acme March 2019".replace(" ", "\n")
    assert is_word_by_word(drawn)
    assert not is_word_by_word("Dana Whitlock\n" * 20)
    assert not is_word_by_word("Excel\nSQL\nZendesk")
    assert (
        in_lines("E X P  E R I E N  C E\nMarch  2019  to May  2021") == "EXPERIENCE\nMarch 2019 to May 2021"
    )


def test_a_job_that_ends_before_it_begins_is_told() -> None:
    text = b"Experience\n\nSupport Agent, Acme Phones\nMay 2021 - March 2019\n"
    (told,) = read_bytes(text, "resume.txt").warnings
    assert "before it begins" in told.message
