"""Work told in a person's own words, as they type it."""

import io
import json
import re
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest
from conftest import ROOT, Outcome, Run
from rows import each_row

from cscareer.catalog.loading import Catalog
from cscareer.cli.asking import read_line
from cscareer.cli.knowing import file_named, is_story
from cscareer.cli.resumes import read_person
from cscareer.cli.talking import option_meant
from cscareer.cli.told import corrected, of_person, understand
from cscareer.cli.told_work import goal_told
from cscareer.documents.reading import read_bytes

Talk = Callable[..., Outcome]
STORY = "i've been at a call centre 3 yrs, mostly billing complaints, i also train the new people"


@each_row(
    ("said", "job", "months", "skills"),
    [
        (STORY, "Call Center Specialist", 36, {"coaching"}),
        ("im a cashier at a store for 2 years i deal with angry customers all day and count the drawer", "Cashier", 24, {"de-escalation"}),
        ("5 years retail, shift lead the last two, i do the schedule and train new hires", "Retail Supervisor", 60, {"scheduling"}),
        ("been doing tech support by chat 18 months, zendesk, write help articles too", "Technical Support Specialist", 18, {"ticketing-systems"}),
        ("stay at home mom, used to waitress for six years", "Server", 72, set()),
        ("want to move up, currently a teller at a bank 4 years", "Bank Teller", 48, set()),
        ("supervise 12 reps in a contact center, i do the schedule, 4 years", "Call Center Supervisor", 48, {"scheduling"}),
        ("i speak spanish and take calls in both languages", None, None, {"bilingual-service"}),
        ("i want to be a manager at a hotel", None, None, set()),
    ],
)  # fmt: skip
def test_the_job_its_time_and_its_skills_are_understood(
    catalog: Catalog, said: str, job: str | None, months: int | None, skills: set[str]
) -> None:
    told = understand(catalog, said)
    assert (told.job.title if told.job else None, told.months) == (job, months)
    assert skills <= {each.skill for each in told.shown}


def test_each_row_of_told_work_takes_its_text_leaves_the_other_and_names_a_job(catalog: Catalog) -> None:
    from cscareer.cli.told_work import found_in, job_named

    for row in catalog.told_work.values():
        assert found_in(row, row.takes) is not None, row.id
        assert found_in(row, row.leaves) is None, row.id
        assert all(job_named(catalog, title) for title in (row.title, row.leads) if title), row.id


def test_what_was_understood_can_be_put_right(catalog: Catalog) -> None:
    told = understand(catalog, STORY)
    right = corrected(catalog, told, "-coaching, excel:3, no typing, bank teller, juggling")
    assert [(each.skill, each.level) for each in right.told.shown] == [("spreadsheets", 3)]
    assert right.told.job is not None
    assert right.told.job.title == "Bank Teller"
    assert (right.unknown, right.of_job) == (("juggling",), ("Typing",))
    other = corrected(
        catalog, told, "not a call center specialist but actually a help desk technician"
    ).told.job
    assert other is not None
    assert other.title == "Help Desk Technician"
    assert "may be" in corrected(catalog, told, "i'm a manager").unclear[0]


@each_row(
    "said", ["I have a job offer", "i want to be a manager", "am i paid right", "customer service team lead"]
)
def test_an_answer_to_the_first_question_is_no_story(catalog: Catalog, said: str) -> None:
    assert not is_story(catalog, said)


@each_row(
    ("said", "meant"),
    [
        ("they want to pay me 45k", "offer"), ("got an offer is it ok", "offer"), ("how much should i make", "pay"),
        ("lost my job", "new"), ("i have no experiance", "new"), ("i want out of the call center", "next"), ("my resume", "next"),
        ("idk", "look"), ("what jobs are there", "look"), ("is csr a good career", "look"),
    ],
)  # fmt: skip
def test_the_first_question_takes_sloppy_words(catalog: Catalog, said: str, meant: str) -> None:
    openings = list(catalog.openings.values())
    at = option_meant(said, [each.label for each in openings], [each.words for each in openings])
    assert at is not None
    assert openings[at].id == meant


@pytest.mark.slow
def test_a_story_at_the_first_question_leads_on_and_is_shown(talk: Talk) -> None:
    outcome = talk(typed=[STORY, "-coaching, excel:3", "", "customer service manager", "n"])
    told = " ".join(outcome.err.split())
    assert "Understood: Call Center Specialist, 3 years." in told
    assert "You tell of: coaching." in told
    assert "You tell of: spreadsheets (advanced)." in told
    again = r'again: cscareer path "customer service manager" \\ --from "call center specialist" --have spreadsheets:3 --since 20\d\d-\d\d'
    assert re.search(again, told)
    assert outcome.code == 0
    offered = talk(typed=[f"{STORY} and they offered me 22/hr", "22/hr", "", "", "", "n"])
    assert 'cscareer offer 22/hr --role "call center specialist"' in " ".join(offered.err.split())


@pytest.mark.slow
def test_the_next_step_takes_a_resume_or_the_plain_questions(talk: Talk) -> None:
    resume = str(ROOT / "tests" / "cli" / "resume.md")
    outcome = talk(typed=["3", "cv", "nothing.pdf", resume, "yes", "customer service manager", "n"])
    told = " ".join(outcome.err.split())
    assert "There is no file nothing.pdf here." in told
    assert "Understood: Customer Service Team Lead" in told
    assert f"--resume {resume}" in told
    asked = talk(typed=["3", "quiz", "3", "q", "cashier", "", "n"])
    assert "You said: communication (working)." in " ".join(asked.err.split())
    assert "cscareer match --have cashier,communication:2 --level entry" in " ".join(asked.err.split())


def test_a_file_is_known_as_terminals_write_one(tmp_path: Path) -> None:
    file = tmp_path / "my resume.txt"
    file.write_text("Jo", encoding="utf-8")
    for said in (str(file), f"'{file}'", str(file).replace(" ", "\\ "), f"file://{file}"):
        assert file_named(said) == file
    assert file_named("customer service specialist") is None


def test_told_sentences_behind_have_are_read_whole(run: Run) -> None:
    outcome = run("match", "--have", STORY, "--top", "1")
    assert outcome.code == 0
    assert "Left out" not in outcome.err
    assert "a job you did, Call Center Specialist" in outcome.err
    assert json.loads(run("match", "--have", STORY, "--top", "1", "--json").out)["years_of_experience"] == 3
    assert run("match", "--have", "every day I calmed down angry customers on the phone").code == 0


@pytest.mark.parametrize(
    ("said", "goal"),
    [
        ("customer success manager in phoenix for a client", "customer-success-manager"),
        ("i want to become a customer service manager", "customer-service-manager"),
        ("customer success manager in phoenix", None),
        ("I'm a customer service manager", None),
        ("I was promoted to customer service manager 2 years ago", None),
    ],
)
def test_a_goal_is_told_from_the_work_of_now(catalog: Catalog, said: str, goal: str | None) -> None:
    found = goal_told(catalog, said).role
    assert (found.id if found else None) == goal


def test_the_years_of_a_job_are_its_own(catalog: Catalog) -> None:
    resume = (
        "# Ana Ruiz\n\n## Experience\n\n### Front Desk Supervisor, Bloom Resort\nMarch 2021 - February 2024\n\n"
        "### Barista, Cactus Coffee\nMarch 2016 - February 2021\n"
    )
    told = of_person(catalog, read_person(catalog, read_bytes(resume.encode(), "resume.md")))
    assert (told.job and told.job.title, told.months) == ("Hotel Manager", 36)


def test_a_long_prompt_is_broken_between_words(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(b"y\n")))
    assert read_line("“led a team” – count that as business acumen? (y/n, or its level 1–4)") == "y"
    assert max(map(len, capsys.readouterr().err.splitlines())) <= 40
