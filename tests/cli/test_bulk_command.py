"""The commands that read by the million: their folders, gone on with or refused, and what they report.

The parts are done in this process here; `tests/bulk/test_sharing.py` gives them to workers.
"""

import json
import shlex
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from conftest import COMMANDS, Run

from cscareer.bulk import running, work
from cscareer.bulk.parts import FilePart
from cscareer.bulk.sharing import Crew, Finished
from cscareer.bulk.work import Job
from cscareer.errors import UnwritableError

pytestmark = pytest.mark.slow


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """A folder with titles, parts of a few lines done in this process, and the numbers of those that were."""
    numbers: list[int] = []

    def one_by_one(job: Job, parts: Sequence[FilePart], _crew: Crew) -> Iterator[Finished]:
        for part in parts:
            numbers.append(part.number)
            yield Finished(part, work.do_part(job, part), 1)

    monkeypatch.setattr(running, "shared_out", one_by_one)
    monkeypatch.setattr(running, "PART_BYTES", 30)
    monkeypatch.chdir(tmp_path)
    Path("titles.txt").write_text("call center agent\nteam lead\ncashier\nCSR\n" * 3, encoding="utf-8")
    return numbers


def contents(folder: str) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in Path(folder).iterdir()}


def test_a_run_reports_and_its_folder_says_what_it_holds(run: Run) -> None:
    outcome = run("bulk", "titles", "titles.txt", "-o", "out", "--json")
    report = json.loads(outcome.out)
    assert outcome.code == 0
    assert (report["schema"], report["kind"], report["lines"], report["answered"]) == (
        "cscareer/bulk/1",
        "titles",
        12,
        12,
    )
    assert report["inputs"] == [{"file": "titles.txt", "lines": 12, "answered": 12, "bad": 0}]
    manifest = json.loads(contents("out")["_manifest.json"])
    assert (manifest["complete"], manifest["answered"], manifest["options"]["column"]) == (True, 12, "title")
    assert (manifest["version"], manifest["data"]) == (report["version"], report["data"])
    assert set(contents("out")) == {
        "_manifest.json",
        *(f"part-{at:06}.jsonl" for at in range(report["parts"])),
    }
    assert run("bulk", "titles", "titles.txt", "-o", "out2").code == 0
    assert contents("out2") == contents("out")


def test_after_a_failure_only_what_is_missing_is_done(
    run: Run, here: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run("bulk", "titles", "titles.txt", "-o", "whole").code == 0
    everything = list(here)
    here.clear()
    do_part = work.do_part

    def full_at_three(job: Job, part: FilePart) -> object:
        if part.number == 3:
            raise UnwritableError("The disk is full.")
        return do_part(job, part)

    with monkeypatch.context() as patch:
        patch.setattr(work, "do_part", full_at_three)
        assert run("bulk", "titles", "titles.txt", "-o", "out").code == 4
    assert here == everything[:4]
    Path("out/part-000001.jsonl").write_text("spoilt\n", encoding="utf-8")
    Path("out/part-000002.jsonl.tmp-ended").touch()
    with Path("out/_done.jsonl").open("a", encoding="utf-8") as journal:
        journal.write('{"number":4,"answ')
    here.clear()
    outcome = run("bulk", "titles", "titles.txt", "-o", "out", "--json")
    assert here == [1, *everything[3:]]
    assert json.loads(outcome.out)["parts_before"] == 2
    assert "lines are done already" in outcome.err
    assert contents("out") == contents("whole")
    here.clear()
    again = json.loads(run("bulk", "titles", "titles.txt", "-o", "out", "--json").out)
    assert (here, again["seconds"], again["answered"]) == ([], None, 12)


def test_what_a_run_killed_at_its_very_beginning_left_is_no_run(run: Run) -> None:
    assert run("bulk", "titles", "titles.txt", "-o", "whole").code == 0
    Path("out").mkdir()
    for name in ("_manifest.json.tmp-1a", "part-000000.jsonl.tmp-2b"):
        (Path("out") / name).touch()
    assert (
        run("bulk", "titles", "titles.txt", "-o", "out").code == 4
    )  # part-…: a run whose manifest somebody has lost
    (Path("out") / "part-000000.jsonl.tmp-2b").unlink()
    assert run("bulk", "titles", "titles.txt", "-o", "out").code == 0
    (Path("out") / "_manifest.json.tmp-3c").touch()
    assert run("bulk", "titles", "titles.txt", "-o", "out").code == 0
    assert contents("out") == contents("whole")


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        (["titles", "titles.txt", "--column", "x"], "another run, with other options"),
        (["titles", "titles.txt", "--parquet"], "another run, with other options"),
        (["titles", "other.txt"], "another run, of other files"),
        (["people", "people.jsonl"], "another run, of titles"),
    ],
)
def test_a_folder_of_another_run_is_refused_unless_forced(run: Run, words: list[str], reason: str) -> None:
    Path("other.txt").write_text("agent\n", encoding="utf-8")
    Path("people.jsonl").write_text('{"skills": ["sql"]}\n', encoding="utf-8")
    assert run("bulk", "titles", "titles.txt", "-o", "out").code == 0
    before = contents("out")
    refused = run("bulk", *words, "-o", "out")
    assert refused.code == 4
    assert f"out holds {reason}" in refused.err
    assert contents("out") == before
    assert run("bulk", *words, "-o", "out", "--force").code == 0
    assert run("bulk", *words, "-o", "fresh").code == 0
    assert contents("out") == contents("fresh")


@pytest.mark.slow
def test_a_folder_of_another_version_or_of_other_data_is_refused(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run("bulk", "titles", "titles.txt", "-o", "out").code == 0
    Path("mine").mkdir()
    Path("mine/sources.yaml").write_text("sources: []", encoding="utf-8")
    assert "of other data" in run("--data-dir", "mine", "bulk", "titles", "titles.txt", "-o", "out").err
    monkeypatch.setattr("cscareer.bulk.identity.__version__", "99.0")
    outcome = run("bulk", "titles", "titles.txt", "-o", "out")
    assert (outcome.code, "another run, of version 0.1.0" in outcome.err) == (4, True)


def test_other_peoples_files_are_never_taken_away(run: Run) -> None:
    Path("out").mkdir()
    Path("out/notes.txt").write_text("mine", encoding="utf-8")
    refused = run("bulk", "titles", "titles.txt", "-o", "out")
    assert (refused.code, "other files, and no bulk run" in refused.err) == (4, True)
    assert run("bulk", "titles", "titles.txt", "-o", "out", "--force").code == 0
    assert contents("out")["notes.txt"] == b"mine"
    assert run("bulk", "titles", "titles.txt", "-o", "titles.txt").code == 4


def test_nothing_is_read_from_the_folder_that_is_written(run: Run) -> None:
    assert run("bulk", "titles", "titles.txt", "-o", "out").code == 0
    before = contents("out")
    refused = run("bulk", "titles", "out", "-o", "out", "--force")
    assert (refused.code, "which is written to" in refused.err) == (2, True)
    assert contents("out") == before


def test_bad_rows_are_told_by_place_after_the_report(run: Run) -> None:
    Path("ads.jsonl").write_text(
        '{"title": "Agent", "description": "Calls, $21 an hour."}\nnone\n', encoding="utf-8"
    )
    outcome = run("bulk", "postings", "ads.jsonl", "-o", "out")
    assert outcome.code == 5
    assert "1 line set aside" in outcome.out
    assert "1 of 2 lines was set aside." in outcome.err
    bad = [
        json.loads(line)
        for name, text in contents("out").items()
        if "bad" in name
        for line in text.splitlines()
    ]
    assert [(each["file"], each["line"]) for each in bad] == [("ads.jsonl", 2)]


def test_a_table_without_the_column_is_told_before_any_work(run: Run) -> None:
    from pyarrow import parquet, table

    parquet.write_table(table({"name": ["agent"], "title": [1]}), "jobs.parquet")
    Path("jobs.csv").write_text("name,place\nagent,Denver\n", encoding="utf-8")
    outcome = run("bulk", "titles", "jobs.parquet", "jobs.csv", "-o", "out", "--json")
    error = json.loads(outcome.err)["error"]
    assert (outcome.code, [each["file"] for each in error["problems"]]) == (3, ["jobs.parquet", "jobs.csv"])
    assert error["problems"][0]["message"] == 'The column "title" holds int64; expected text.'
    assert error["problems"][1]["message"] == 'No column "title"; it has name, place.'
    assert not Path("out").exists()
    assert run("bulk", "titles", "jobs.parquet", "jobs.csv", "--column", "name", "-o", "out").code == 0


@pytest.mark.slow
def test_parquet_holds_the_same_as_lines_of_json_and_is_read_again(run: Run) -> None:
    from pyarrow import parquet

    rows = [
        {"title": f"Agent {at}", "description": f"Answer calls in Denver, CO. ${at}.50 an hour."}
        for at in range(18, 25)
    ]
    Path("ads.jsonl").write_text("".join(f"{json.dumps(row)}\n" for row in rows), encoding="utf-8")
    assert run("bulk", "postings", "ads.jsonl", "-o", "lines").code == 0
    assert run("bulk", "postings", "ads.jsonl", "-o", "tables", "--parquet").code == 0
    for name, text in contents("lines").items():
        if name.startswith("part-"):
            table = parquet.read_table(Path("tables") / name.replace(".jsonl", ".parquet"))
            assert table.to_pylist() == [json.loads(line) for line in text.splitlines()]
    assert run("bulk", "titles", "tables", "-o", "again").code == 0
    lines = b"".join(text for name, text in sorted(contents("again").items()) if name.startswith("part-"))
    assert [json.loads(line)["title"] for line in lines.splitlines()] == [row["title"] for row in rows]


def test_a_table_that_is_broken_inside_is_told(run: Run) -> None:
    from pyarrow import parquet, table

    parquet.write_table(
        table({"title": [f"agent {at}" for at in range(50)]}), "jobs.parquet", compression="none"
    )
    with Path("jobs.parquet").open("r+b") as file:
        file.seek(4)
        file.write(bytes(40))
    outcome = run("bulk", "titles", "jobs.parquet", "-o", "out")
    assert (outcome.code, "broken in its row group 1" in " ".join(outcome.err.split())) == (3, True), (
        outcome.err
    )


def test_rows_of_every_row_group_are_read_once(run: Run) -> None:
    from pyarrow import parquet, table

    titles = [f"agent {at}" for at in range(50)]
    parquet.write_table(table({"n": range(50), "title": titles}), "jobs.parquet", row_group_size=17)
    assert run("bulk", "titles", "jobs.parquet", "-o", "out").code == 0
    lines = [
        json.loads(line) for _, text in sorted(contents("out").items())[1:] for line in text.splitlines()
    ]
    assert [(each["line"], each["title"]) for each in lines] == list(enumerate(titles, 1))


def test_without_dask_it_is_said_what_to_install(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    outcome = run("bulk", "titles", "titles.txt", "-o", "out")
    assert (outcome.code, 'pip install "cscareer[bulk]"' in outcome.err) == (2, True)
    assert not Path("out").exists()


@pytest.mark.slow
@pytest.mark.parametrize(
    "example", [each for command in COMMANDS if command.words[0] == "bulk" for each in command.examples]
)
def test_the_examples_of_the_help_work(run: Run, example: str) -> None:
    Path("jobs.csv").write_text("title\nagent\n", encoding="utf-8")
    Path("ads-1.jsonl").write_text('{"title": "Agent", "description": "Calls."}\n', encoding="utf-8")
    Path("people").mkdir()
    Path("people/a.csv").write_text("id,skills\nana,sql:2; coaching\n", encoding="utf-8")
    outcome = run(*shlex.split(example)[1:])
    told = [
        line for line in outcome.err.splitlines() if " a second" not in line
    ]  # how far it is, after a while
    assert (outcome.code, told) == (0, [])
    assert "answered" in outcome.out


def test_workers_here_and_a_cluster_are_not_asked_for_together(run: Run) -> None:
    words = ("--workers", "2", "--scheduler", "tcp://127.0.0.1:8786")
    assert run("bulk", "titles", "titles.txt", "-o", "out", *words).code == 2


def test_ads_are_chosen_and_a_resume_held_against_them_without_being_kept(run: Run) -> None:
    said = ["$19.00 an hour", "$26.50 an hour", "Pay to be agreed"]
    rows = [json.dumps({"title": "Call Center Agent", "description": f"Empathy. {each}."}) for each in said]
    Path("ads.jsonl").write_text("\n".join(rows), encoding="utf-8")
    Path("me.md").write_text("Ana Lee\n\n- Empathy with upset callers\n", encoding="utf-8")
    asked = ("bulk", "postings", "ads.jsonl", "-o", "out")
    assert run(*asked, "--min-pay", "20/hr", "--resume", "me.md", "--json").code == 0
    (line,) = (json.loads(part) for name, part in contents("out").items() if name == "part-000001.jsonl")
    assert (line["base_pay"]["low"], line["fit"]["required_met"]) == (26.5, 1)
    report = json.loads(run(*asked, "--min-pay", "20/hr", "--resume", "me.md", "--json").out)
    assert report["left_out"] == {"pay-below": 1, "pay-not-stated": 1}
    assert b"Ana" not in b"".join(contents("out").values())
    assert run(*asked, "--min-pay", "20/hr").code == 4  # another run: nobody held against them
    here = (*asked, "-l", "Austin, TX", "--force")
    assert run(*here).code == 0
    told = contents("out")
    assert json.loads(told["part-000001.jsonl"])["place_given"] is True
    assert json.loads(told["_manifest.json"])["options"]["location"] == "Austin, TX (12420)"
