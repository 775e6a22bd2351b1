"""Work that is none of the guide's roles, where a role or skills are asked for."""

import json
from pathlib import Path

import pytest
from conftest import Run
from rows import each_row

from cscareer.catalog.loading import Catalog
from cscareer.documents.reading import read_bytes
from cscareer.documents.told_positions import duration_in
from cscareer.skills.other_work import near_job_of, way_in


def test_a_job_near_ours_says_what_it_shows_and_which_roles_are_near(run: Run) -> None:
    answer = json.loads(run("role", "retail cashier", "-l", "Denver", "--json").out)
    assert (answer["schema"], answer["near_job"]) == ("cscareer/near-job/1", "cashier")
    assert {each["id"]: each["level"] for each in answer["shows"]}["order-processing"] == 2
    assert {each["level"] for each in answer["roles"]} <= {"entry", "specialist"}
    fits = [each["share_met"] for each in answer["roles"]]
    assert fits[0] == max(fits) > 0
    outcome = run("role", "cashier", terminal=True)
    assert "the nearest is Call Center Specialist" in outcome.out
    assert 'Next: cscareer gap "call center specialist" --have "cashier"' in outcome.err
    assert run("role", "astronaut").code == 2


@pytest.mark.parametrize(
    "words", [("cashier", "customer service manager"), ("customer service manager", "--from", "cashier")]
)
def test_a_way_begins_at_the_role_nearest_to_other_work_and_counts_what_that_shows(
    run: Run, words: tuple[str, ...]
) -> None:
    outcome = run("path", *words)
    assert "Your way in from Cashier is Call Center Specialist" in outcome.err
    assert "From Call Center Specialist to Customer Service Manager" in outcome.out
    reached = run("path", "--from", "cashier")
    assert "Where Call Center Specialist leads" in reached.out


def test_to_a_role_for_beginners_no_step_lies_between(run: Run) -> None:
    outcome = run("path", "cashier", "call center specialist", "--json")
    assert json.loads(outcome.out)["schema"] == "cscareer/gap/1"
    assert "You can apply straight from Cashier" in outcome.err


def test_two_titles_in_a_row_are_from_where_and_to_where(run: Run) -> None:
    outcome = run("path", "csr", "customer service manager")
    assert (
        "Reading the titles as from Customer Service Specialist to Customer Service Manager." in outcome.err
    )
    assert run("path", "customer", "service", "manager", "--from", "csr").out == outcome.out


@pytest.mark.parametrize(
    "said",
    [
        "cashier",
        "4 years as a cashier",
        "I was a cashier for 4 years",
        "I was a cashier for four years, typing",
    ],
)
def test_a_job_among_skills_counts_for_what_it_shows(run: Run, said: str) -> None:
    outcome = run("gap", "call center specialist", "--have", said, "--json")
    skills = {each["id"]: each for each in json.loads(outcome.out)["skills"]}
    assert skills["order-processing"]["held_level"] == 2
    told = " ".join(outcome.err.split())
    assert "which shows: Communication, Active listening, Attention to detail, Order processing." in told
    assert ("`cscareer` alone asks what else you do." in told) == ("typing" not in said)
    assert skills["phone-etiquette"]["state"] == "not-shown"  # a job isn't all that somebody can do
    assert (skills["typing"]["held_level"] is not None) == ("typing" in said)


def test_sentences_among_skills_are_read_as_a_resume_is(run: Run) -> None:
    said = "empathy:3, every day I calmed down angry customers on the phone"
    skills = {
        each["id"]: each for each in json.loads(run("gap", "csr", "--have", said, "--json").out)["skills"]
    }
    assert skills["empathy"]["held_level"] == 3
    assert skills["de-escalation"]["evidence"][0]["quote"] in said
    assert run("match", "--have", "I love my old teacher").code == 2  # a job is mentioned, and none told
    nothing = run("gap", "csr", "--have", "I am great at everything")
    assert (nothing.code, "no skill in the sentences" in nothing.err) == (2, True)
    assert run("gap", "csr", "--have", "empathy, I am great at everything").code == 0
    assert run("gap", "csr", "--have", "cashier:9").code == 2
    assert run("gap", "csr", "--have", "I was a cashier for 4 years", "--strict").code == 2


@each_row(
    ("sentence", "months"),
    [
        ("I was a cashier for 4 years", 48), ("for four years I was a cashier", 48), ("I worked half a year", 6),
        ("I have been a cashier for 18 months", 18), ("I was a cashier for a year", 12), ("I was 24 years old", None),
        ("I was a cashier two years ago", None), ("I was a cashier for many years", None),
    ],
)  # fmt: skip
def test_how_long_a_job_lasted_is_read_where_no_dates_are_told(sentence: str, months: int | None) -> None:
    assert duration_in(sentence) == months
    if months and "cashier" in sentence:
        assert [each.months for each in read_bytes(sentence.encode(), "it").positions] == [months]


def test_every_job_near_ours_is_found_by_its_own_title(catalog: Catalog) -> None:
    for job in catalog.near_jobs.values():
        assert near_job_of(catalog, job.takes) == job
        assert near_job_of(catalog, job.refuses) != job


def test_more_jobs_and_skills_than_a_person_has_are_refused_before_they_are_read(run: Run) -> None:
    done = run("gap", "csr", "--have", ",".join(["cashier"] * 201))
    assert (done.code, done.err.partition("\n")[0]) == (2, "Error: 201 skills are more than a person has.")


def test_a_way_in_is_a_role_that_such_work_leads_to(catalog: Catalog) -> None:
    ways = {job: way_in(catalog, catalog.near_jobs[job]).id for job in ("hotel-manager", "server", "cashier")}
    assert ways["hotel-manager"] == "customer-service-team-lead"  # and not the analyst nearest by skills
    assert all(role in catalog.near_jobs[job].toward for job, role in ways.items())


def test_a_resume_of_a_job_near_ours_begins_there_for_a_path_and_a_report_alike(
    run: Run, tmp_path: Path
) -> None:
    resume = tmp_path / "me.md"
    resume.write_text(
        "# Ana Ruiz\n\n## Experience\n\n### Front Desk Supervisor, Bloom Resort\nMarch 2021 - present\n\n"
        "- Coached two agents, calmed upset guests and answered calls and emails\n",
        encoding="utf-8",
    )
    planned = run("path", "customer success manager", "--resume", str(resume))
    assert "Starting from your job, Front Desk Supervisor (line 5 of the resume)." in planned.err
    best = json.loads(run("match", "--resume", str(resume), "--json").out)["roles"]
    start = next((each["title"] for each in best if each["within_reach"]), "Customer Service Team Lead")
    assert planned.out.startswith(f"From {start} to Customer Success Manager")
    about = ("report", "--role", "customer success manager", "--format", "json")
    for options, begins in ((("--resume", str(resume)), start), (("--from", "front desk supervisor"), None)):
        outcome = run(*about, *options)
        answer = json.loads(outcome.out)
        assert answer["from_job"] == "Hotel Manager"
        assert answer["path"]["from_role"]["title"] == (begins or "Customer Service Team Lead")
        assert "The way in from Hotel Manager is" in outcome.err
    assert "No routes: the role or job they come from isn't known; add --from TITLE." in run(*about).err
    resume.write_text("# Jo\n\n## Experience\n\n### Astronaut, NASA\n2019 - present\n", encoding="utf-8")
    refused = run("path", "customer success manager", "--resume", str(resume))
    assert 'none of them surely near ours: "Astronaut".' in " ".join(refused.err.split())


def test_a_job_near_ours_is_kept_as_what_one_does_now(run: Run) -> None:
    kept = json.loads(run("profile", "set", "--role", "cashier", "--since", "2023-05", "--json").out)
    assert (kept["role"], kept["near_job"]["title"], kept["role_since"]) == (None, "Cashier", "2023-05-01")
    match = run("match", "--top", "3", "--json")
    assert "Using your profile's job, Cashier" in match.err
    path = run("path", "customer service manager", "--json")
    assert "job, Cashier, to start from" in " ".join(path.err.split())
    nearest = json.loads(match.out)["roles"][0]["id"]
    assert json.loads(path.out)["from_role"]["id"] == nearest
    gap = json.loads(run("gap", "call center specialist", "--json").out)
    assert (
        gap["share_met"]
        > json.loads(run("--no-profile", "gap", "call center specialist", "--json").out)["share_met"]
    )
    assert "Cashier, a job near our roles" in run("profile").out
    ours = json.loads(
        run("profile", "set", "--role", "csr", "--json").out
    )  # takes its place, and its time goes with it
    assert (ours["role"]["id"], ours["near_job"], ours["role_since"]) == (
        "customer-service-specialist",
        None,
        None,
    )
