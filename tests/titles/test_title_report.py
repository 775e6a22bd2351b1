"""The answer to what a title stands for."""

from cscareer.catalog.loading import load_catalog
from cscareer.titles.reading import TitleReader
from cscareer.titles.report import json_line, report_title, title_line

CATALOG = load_catalog(environment={})


def test_a_near_job_shows_its_skills_and_cites_its_sources() -> None:
    answer = report_title(CATALOG, "Bank Teller")
    job = CATALOG.near_jobs["bank-teller"]
    assert [(each.id, each.level) for each in answer.shows] == [
        (each.skill, each.level) for each in job.skills
    ]
    assert answer.reason == job.reason
    assert {source.id for source in answer.sources} >= set(job.sources)


def test_a_role_shows_no_skills_of_another_job() -> None:
    answer = report_title(CATALOG, "CSR")
    assert (answer.role, answer.shows, answer.reason) == ("customer-service-specialist", (), None)


def test_a_line_of_a_stream_says_what_the_reading_says() -> None:
    reading = TitleReader(CATALOG).read("CSR / Cashier")
    line = title_line(reading, 7)
    dump = line.model_dump(by_alias=True)
    assert (dump.pop("schema"), dump.pop("line")) == ("cscareer/title-line/1", 7)
    assert dump == reading.model_dump()


def test_the_json_of_a_line_is_that_of_its_model() -> None:
    reading = TitleReader(CATALOG).read("CSR / Cashier")
    assert json_line(reading, 7) == title_line(reading, 7).model_dump_json(by_alias=True)
