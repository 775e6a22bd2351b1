"""What a worker does with a part, here in the test's own process: the lines of a stream, whole or not at all."""

import json
import resource
import sys
from collections import Counter
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from conftest import ROOT, Run

from cscareer.bulk.folder import DonePart
from cscareer.bulk.identity import identity_of
from cscareer.bulk.inputs import find_inputs
from cscareer.bulk.parts import cut
from cscareer.bulk.placed_file import digest_of_file
from cscareer.bulk.work import Job, RowReading, do_part
from cscareer.catalog.loading import Catalog, load_catalog
from cscareer.cli.bulk_rows import MatchWishes, people_in, postings_in, titles_in
from cscareer.errors import UnreadableError, UnwritableError, UsageError
from cscareer.jobs.filtering import AdFilter
from cscareer.jobs.gates import Applicant
from cscareer.pay.statistics import Statistics
from cscareer.skills.held import Person, read_held

pytestmark = pytest.mark.slow

TITLES = ["Sr. CSR II - Remote", "", "team lead", "x" * 2_000, "Cashier, Team 4", "Call center agent"]
ADS = [
    json.dumps({"id": at, "title": path.stem[3:], "description": path.read_text(encoding="utf-8")})
    for at, path in enumerate(sorted((ROOT / "tests" / "skills" / "told" / "ads").glob("*.md"))[:3])
]
WAYS = [
    json.dumps({"title": "Call Center Agent", "description": f"{said} $20 an hour. Empathy."})
    for said in ("This is a remote position.", "On site only.", "Remote position.")
]
CATALOG = load_catalog(environment={})
PEOPLE = [
    '{"id": "ana", "skills": ["coaching:4", "sql"]}',
    '{"resume": "Ana Lee\\n\\nCustomer Service Representative, Acme, Jan 2019 - Present\\nCoached new agents."}',
    '{"skills": ["no such skill"]}',
]


@pytest.fixture
def job(tmp_path: Path) -> Job:
    (tmp_path / "out").mkdir()
    return Job(
        reading=titles_in(None),
        folder=tmp_path / "out",
        home=tmp_path,
        data_dir=None,
        data_variable=None,
        identity=identity_of(load_catalog(environment={})),
        day=date.today(),  # noqa: DTZ011  as a stream has it
        parquet=False,
        started=str(tmp_path),
    )


def all_done(job: Job, file: str, content: str | bytes, size: int = 100) -> list[DonePart]:
    path = job.home / file
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return [do_part(job, part) for part in cut(find_inputs([str(path)], plain_text=True), size)]


def answers(job: Job) -> str:
    return "".join(path.read_text(encoding="utf-8") for path in sorted(job.folder.glob("part-??????.jsonl")))


def bad_lines(job: Job) -> list[int]:
    files = sorted(job.folder.glob("*.bad.jsonl"))
    return [
        json.loads(line)["line"] for path in files for line in path.read_text(encoding="utf-8").splitlines()
    ]


@pytest.mark.parametrize(
    ("reading", "rows", "command"),
    [
        (
            titles_in(None),
            [json.dumps({"title": each}) for each in [*TITLES, "\u2028\x7f"]],
            ("title", "-", "--column", "title"),
        ),
        (postings_in(), [*ADS, "{}", "[1]"], ("posting", "--stream", "-")),
        (
            postings_in(
                Applicant(Person(read_held(CATALOG, ["empathy:3", "sql"]), complete=True)),
                AdFilter(remote=True),
                CATALOG.once(Statistics).places.find("Austin, TX"),
            ),
            [*ADS, "{}", *WAYS],
            ("posting", "--stream", "-", "--have", "empathy:3,sql", "--remote", "-l", "Austin, TX"),
        ),
        (
            people_in(MatchWishes(top=2, evidence=True)),
            [*PEOPLE, "", "{"],
            ("match", "--top", "2", "--evidence", "--people", "-"),
        ),
    ],
    ids=["titles", "postings", "postings-wanted", "people"],
)
def test_in_parts_of_any_size_the_lines_are_those_of_the_stream(
    run: Run,
    monkeypatch: pytest.MonkeyPatch,
    job: Job,
    reading: RowReading,
    rows: list[str],
    command: tuple[str, ...],
) -> None:
    job = replace(job, reading=reading)
    content = "\n".join(rows)
    done = all_done(job, "rows.jsonl", content)
    with (job.home / "rows.jsonl").open(encoding="utf-8") as sent:
        monkeypatch.setattr("sys.stdin", sent)
        outcome = run(*command)
    assert outcome.code == 5
    assert answers(job) == outcome.out
    assert sum(each.answered for each in done) == outcome.out.count("\n") > 1
    left_out = sum((Counter(each.left_out) for each in done), Counter())
    assert all(f"{count} {reason.replace('-', ' ')}" in outcome.err for reason, count in left_out.items())
    assert bool(left_out) == ("Left out" in outcome.err)
    told = [int(line.split(":")[1]) for line in outcome.err.splitlines() if "passed over. " in line]
    assert bad_lines(job) == told != []
    for each in done:
        assert digest_of_file(job.folder / f"part-{each.number:06}.jsonl") == each.sha256
    assert len(done) > 1
    assert not [path for path in job.folder.iterdir() if ".tmp-" in path.name or path.suffix == ".at"]


def test_a_table_gives_the_lines_that_the_stream_gives_of_its_column(
    run: Run, monkeypatch: pytest.MonkeyPatch, job: Job
) -> None:
    table = 'title,n\n"Sr. CSR II, Remote",1\nteam\n\n"call\ncenter agent",2,too,many\n"",3\nagent \xff,4\ncashier\n'
    all_done(job, "titles.csv", table.encode("latin-1"), 20)
    with (job.home / "titles.csv").open(encoding="latin-1") as sent:
        monkeypatch.setattr("sys.stdin", sent)
        outcome = run("title", "-", "--column", "title")
    assert answers(job) == outcome.out
    assert outcome.out.count("\n") == 4
    assert bad_lines(job) == [7, 8]
    assert "passed over" in outcome.err


def test_a_text_has_a_title_a_line(job: Job) -> None:
    all_done(job, "titles.txt", "\n".join(TITLES))
    assert [json.loads(line)["line"] for line in answers(job).splitlines()] == [1, 3, 5, 6]
    assert bad_lines(job) == [4]


def test_a_row_at_which_two_workers_ended_is_set_aside_and_one_alone_is_tried_again(job: Job) -> None:
    note = job.folder / "part-000000.at"
    note.write_bytes(b"%15d\n%15d\n%15d\n%15d\n" % (3, 0, 2, 3))
    (done,) = all_done(job, "titles.txt", "csr\nteam lead\nagent\ncashier\n")
    assert [json.loads(line)["line"] for line in answers(job).splitlines()] == [1, 2, 4]
    assert (done.answered, done.bad, bad_lines(job)) == (3, 1, [3])
    assert not note.exists()


@pytest.mark.parametrize("parquet", [False, True])
def test_a_full_disk_leaves_nothing_half_written_and_the_next_try_goes_well(
    job: Job, monkeypatch: pytest.MonkeyPatch, parquet: bool
) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)  # or that would be cut off
    job = replace(job, parquet=parquet)
    limit = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (500, limit[1]))
    try:
        with pytest.raises(UnwritableError, match="out couldn't be written: File too large"):
            all_done(job, "titles.txt", "call center agent\n" * 20, 10_000)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limit)
    assert list(job.folder.iterdir()) == []
    (done,) = all_done(job, "titles.txt", "call center agent\n" * 20, 10_000)
    assert done.answered == 20


def test_a_file_that_has_changed_or_is_gone_is_told(job: Job) -> None:
    path = job.home / "titles.txt"
    path.write_text("csr\nagent\n", encoding="utf-8")
    (part,) = cut(find_inputs([str(path)], plain_text=True), 100)
    path.write_text("csr\nAGENT\n", encoding="utf-8")
    with pytest.raises(UnreadableError, match="has changed"):
        do_part(job, part)
    path.unlink()
    with pytest.raises(UnreadableError, match="can't be read by a worker"):
        do_part(job, part)
    assert list(job.folder.iterdir()) == []


def test_a_worker_with_other_data_answers_nothing(job: Job, catalog: Catalog) -> None:
    other = replace(job, identity=identity_of(catalog)._replace(data="other"), started="other")
    with pytest.raises(UsageError, match="another data than this machine"):
        all_done(other, "titles.txt", "csr\n")


def test_a_row_of_parquet_that_is_no_text_is_set_aside_by_its_number(job: Job) -> None:
    content = (ROOT / "fuzz" / "broke" / "rows-parquet" / "no-utf8").read_bytes()
    (done,) = all_done(job, "titles.parquet", content, 10_000)
    assert (done.answered, done.bad) == (2, 1)
    (bad,) = (job.folder / "part-000000.bad.jsonl").read_text(encoding="utf-8").splitlines()
    assert json.loads(bad)["line"] == 2


@pytest.mark.slow
def test_a_resume_is_one_row_and_what_is_none_is_set_aside(job: Job) -> None:
    job = replace(job, reading=people_in(MatchWishes(top=1)), started="people")
    for name, text in (("ana.md", "# Ana\n\nSkills: SQL, empathy\n"), ("empty.md", "")):
        (job.home / name).write_text(text, encoding="utf-8")
    parts = cut(find_inputs([str(job.home)], plain_text=False, documents=[".md"]), 100)
    done = [do_part(job, part) for part in parts]
    assert [(each.answered, each.bad) for each in done] == [(1, 0), (0, 1)]
    assert json.loads(answers(job))["id"] == "ana.md"
