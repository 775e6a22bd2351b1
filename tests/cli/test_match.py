"""`match` for one person, and `match --people` for a stream of them."""

import csv
import io
import json
import os
import random
import re
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from conftest import FORMS, Outcome, Run, command_line
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from cscareer.schemas import json_schema

RESUME_FILE = Path(__file__).parent / "resume.md"
RESUME = RESUME_FILE.read_text(encoding="utf-8")
SKILLS = ["empathy:advanced", "communication:3", "coaching", "sql:2", "product knowledge:2"]
PEOPLE: list[dict[str, Any]] = [
    {"id": "ana", "resume": RESUME},
    {"id": 2, "skills": SKILLS},
    {"skills": [{"name": "SQL", "level": 4}], "resume": "Advanced Excel."},
    {"basics": {"name": "Bo"}, "skills": [{"name": "Zendesk", "level": "Advanced"}]},
]
posix = pytest.mark.skipif(os.name != "posix", reason="pipes and signals of POSIX")


CASHIER = (
    "Cashier, SaveMart, Fresno CA\n2021 - Present\n- Rang up customers and helped upset ones on the phone\n"
)


@pytest.fixture
def people(tmp_path: Path) -> Callable[..., str]:
    """Writes people, or lines as they are, to a file."""

    def write(*lines: object) -> str:
        file = tmp_path / "people.jsonl"
        file.write_text(
            "".join(f"{line if isinstance(line, str) else json.dumps(line)}\n" for line in lines),
            encoding="utf-8",
        )
        return str(file)

    return write


def objects(outcome: Outcome) -> list[dict[str, Any]]:
    return [json.loads(line) for line in outcome.out.splitlines()]


class TestOne:
    """One person."""

    @pytest.mark.parametrize("arguments", [[], ["--have", ""], ["--have", " , "], ["-l", "Austin", "--json"]])
    def test_without_skills_it_says_how_to_give_them(self, run: Run, arguments: list[str]) -> None:
        outcome = run("match", *arguments)
        assert (outcome.code, outcome.out) == (2, "")
        assert "--have" in outcome.err
        assert "--resume FILE" in outcome.err

    def test_a_resume_that_names_no_skill_is_answered_all_the_same(self, run: Run, tmp_path: Path) -> None:
        (tmp_path / "a.txt").write_text("I like the sea.", encoding="utf-8")
        outcome = run("match", "--resume", str(tmp_path / "a.txt"))
        assert outcome.code == 0
        assert "We found none of your skills yet" in outcome.out
        assert "--have" in outcome.out

    def test_where_a_nearer_role_stands_before_a_better_fit_it_says_why(self, run: Run) -> None:
        nearer = "A nearer role may stand before a better fit"
        for have in ("empathy,coaching,communication,de-escalation", "sql:4", "empathy"):
            outcome = run("match", "--have", have)
            fits = [int(found) for found in re.findall(r" (\d+)%  ", outcome.out)]
            assert (nearer in " ".join(outcome.out.split())) is (fits != sorted(fits, reverse=True))

    def test_what_is_said_and_what_is_found_count_together(self, run: Run) -> None:
        answer = json.loads(run("match", "--resume", str(RESUME_FILE), "--have", "sql:3", "--json").out)
        levels = {skill["id"]: skill["level"] for skill in answer["skills"]}
        assert levels["sql"] == 3
        assert levels["coaching"] == 3
        assert answer["years_of_experience"] > 5

    def test_years_are_null_where_a_resume_gives_no_dates(self, run: Run) -> None:
        assert json.loads(run("match", "--have", "sql", "--json").out)["years_of_experience"] is None

    def test_misspelt_names_are_apart_until_accepted(self, run: Run) -> None:
        apart = json.loads(run("match", "--resume", str(RESUME_FILE), "--json").out)
        assert [skill["id"] for skill in apart["nearly"]] == ["negotiation"]
        accepted = json.loads(run("match", "--resume", str(RESUME_FILE), "--accept-near", "--json").out)
        assert accepted["nearly"] == []
        assert "negotiation" in {skill["id"] for skill in accepted["skills"]}

    def test_one_quote_of_each_skill_is_shown_and_all_when_asked(self, run: Run) -> None:
        def quotes(*options: str) -> int:
            answer = json.loads(run("match", "--resume", str(RESUME_FILE), *options, "--json").out)
            return next(len(each["evidence"]) for each in answer["skills"] if each["id"] == "communication")

        assert (quotes(), quotes("--evidence")) == (1, 3)  # two by name, one by the job held

    @pytest.mark.parametrize(
        ("arguments", "said"),
        [
            (["--have", "sql", "--level", "boss"], "is none of"),
            (["--have", "sql", "--track", "boss"], "is none of"),
            (["--have", "sqql"], "sqql"),
            (["--have", "sql", "--top", "0"], "--top"),
            (["--have", "sql", "-l", "xyzzy"], "xyzzy"),
            (["--have", "sql", "--format", "jsonl"], "--people FILE.jsonl"),
            (["--have", "sql", "--json", "--format", "csv"], "can't be used together"),
            (["--have", "sql", "--evidence"], "--resume FILE"),
            (["--have", "sql", "--accept-near"], "--resume FILE"),
            (["--have", "sql", "--people", "x"], "--people brings its own"),
            (["--resume", "x", "--people", "x"], "--people brings its own"),
        ],
    )
    def test_wrong_usage_ends_with_2_and_a_way_out(self, run: Run, arguments: list[str], said: str) -> None:
        outcome = run("match", *arguments)
        assert (outcome.code, outcome.out) == (2, "")
        assert said in " ".join(outcome.err.split())

    def test_jsonl_is_offered_only_where_it_streams(self, run: Run) -> None:
        assert run("gap", "csr", "--format", "jsonl").code == 2
        assert "jsonl" not in run("gap", "--help").out
        assert "jsonl" in run("match", "--help").out

    @pytest.mark.parametrize("output_format", ["table", "markdown", "csv"])
    def test_escapes_and_markup_of_a_resume_never_reach_the_terminal(
        self, run: Run, tmp_path: Path, output_format: str
    ) -> None:
        (tmp_path / "a.txt").write_text("[red]empathy[/red] \x1b[31mcoaching \u202eand SQL", encoding="utf-8")
        outcome = run("match", "--resume", str(tmp_path / "a.txt"), "--format", output_format, terminal=True)
        assert outcome.code == 0
        assert "\x1b[31mcoaching" not in outcome.out
        assert "\u202e" not in outcome.out


class TestMany:
    """A stream of people."""

    def test_each_person_gets_a_line_that_fits_its_schema(self, run: Run, people: Callable[..., str]) -> None:
        outcome = run("match", "--people", people(*PEOPLE))
        assert (outcome.code, outcome.err) == (0, "")
        found = objects(outcome)
        assert [(each["line"], each["id"]) for each in found] == [(1, "ana"), (2, "2"), (3, None), (4, None)]
        validator = Draft202012Validator(json_schema("match-person", FORMS))
        for each in found:
            assert next(iter(each)) == "schema"
            validator.validate(each)
            assert len(each["roles"]) == 5
            cited = {source["id"] for role in each["roles"] for source in role["pay"]["sources"]}
            assert cited <= {source["id"] for source in each["sources"]}

    @pytest.mark.parametrize(
        "options", [["--json"], ["--format", "json"], ["--format", "jsonl"], ["-f", "JSONL"]]
    )
    def test_json_of_a_stream_is_json_lines(
        self, run: Run, people: Callable[..., str], options: list[str]
    ) -> None:
        file = people(*PEOPLE)
        assert run("match", "--people", file, *options).out == run("match", "--people", file).out

    @pytest.mark.parametrize("top", [[], ["--top", "2"]])
    @pytest.mark.parametrize("place", [[], ["-l", "Austin, TX"]])
    def test_one_person_of_a_stream_is_as_match_alone_has_them(
        self, run: Run, people: Callable[..., str], place: list[str], top: list[str]
    ) -> None:
        (line,) = objects(run("match", "--people", people(PEOPLE[0]), "--evidence", *place, *top))
        alone = json.loads(
            run(
                "match",
                "--resume",
                str(RESUME_FILE),
                "--evidence",
                "--json",
                *place,
                *(top or ["--top", "5"]),
            ).out
        )
        for key in ("years_of_experience", "skills", "ranked", "next_skills", "nearly"):
            assert line[key] == alone[key], key
        assert line["roles"] == [{key: role[key] for key in line["roles"][0]} for role in alone["roles"]]

    def test_results_do_not_depend_on_the_order_of_lines(self, run: Run, people: Callable[..., str]) -> None:
        made = [{**person, "id": str(number)} for number, person in enumerate(PEOPLE * 3)]
        shuffled = random.Random(1).sample(made, len(made))  # noqa: S311  the same order on every run
        first, second = (
            {each["id"]: {**each, "line": 0} for each in objects(run("match", "--people", people(*order)))}
            for order in (made, shuffled)
        )
        assert len(first) == len(made)
        assert first == second

    def test_csv_has_a_row_for_each_person_and_role(self, run: Run, people: Callable[..., str]) -> None:
        outcome = run(
            "match",
            "--people",
            people({"id": "=1+1", "skills": SKILLS}, *PEOPLE[1:]),
            "-f",
            "csv",
            "--wide",
            "--top",
            "3",
        )
        assert (outcome.code, outcome.err) == (0, "")
        rows = list(csv.DictReader(io.StringIO(outcome.out)))
        assert [(row["line"], row["rank"]) for row in rows] == [
            (str(line), str(rank)) for line in (1, 2, 3, 4) for rank in (1, 2, 3)
        ]
        assert rows[0]["id"] == "'=1+1"
        assert set(rows[0]) >= {
            "years_of_experience",
            "role.id",
            "role.share_met",
            "role.missing",
            "role.pay.high",
        }

    @pytest.mark.parametrize("output_format", ["table", "markdown"])
    def test_a_table_cannot_stream_and_the_error_names_what_can(
        self, run: Run, people: Callable[..., str], output_format: str
    ) -> None:
        outcome = run("match", "--people", people(*PEOPLE), "--format", output_format)
        assert (outcome.code, outcome.out) == (2, "")
        assert "--format jsonl" in " ".join(outcome.err.split())
        assert "--format csv" in " ".join(outcome.err.split())
        assert run("match", "--people", people(*PEOPLE), "--json", "--format", output_format).code == 2
        assert run("match", "--people", people(*PEOPLE), "--json", "--format", "csv").code == 2

    def test_bad_lines_are_told_and_passed_over_and_5_says_so(
        self, run: Run, people: Callable[..., str]
    ) -> None:
        secret = "secret-of-jo"  # noqa: S105  a word
        file = people(
            PEOPLE[0],
            secret,
            "",
            {"skills": [secret]},
            {"skills": [f"sql:{secret}"]},
            {"skills": ["project"]},
            {"id": secret},
            PEOPLE[1],
        )
        outcome = run("match", "--people", file)
        assert outcome.code == 5
        assert [each["line"] for each in objects(outcome)] == [1, 8]
        told = [line for line in outcome.err.splitlines() if line.startswith(f"{file}:")]
        assert [line.split(":")[1] for line in told] == ["2", "4", "5", "6", "7"]
        assert "No skill of the guide" in told[1]
        assert "No level" in told[2]
        assert "5 of 7 lines" in " ".join(outcome.err.split())
        assert secret not in outcome.err

    def test_a_folder_of_resumes_is_people_too_and_what_is_none_is_told(
        self, run: Run, tmp_path: Path
    ) -> None:
        (tmp_path / "ben.md").write_text("# Ben\n\nCoached six new agents.", encoding="utf-8")
        (tmp_path / "ana.txt").write_text("Ana\n\nSkills: SQL, empathy", encoding="utf-8")
        (tmp_path / "ad.txt").write_text(
            "Now hiring: call center agent\nResponsibilities\nAnswer calls\nRequirements\nHigh school diploma\n"
            "We offer health insurance and paid time off. Apply today. Equal opportunity employer.",
            encoding="utf-8",
        )
        (tmp_path / "empty.txt").write_text("", encoding="utf-8")
        (tmp_path / "picture.png").write_bytes(b"no resume")
        outcome = run("match", "--people", str(tmp_path), "--top", "1")
        assert outcome.code == 5
        assert [(each["line"], each["id"]) for each in objects(outcome)] == [(2, "ana.txt"), (3, "ben.md")]
        assert "ad.txt: passed over. It looks like a job ad" in " ".join(outcome.err.split())
        assert "2 of 4 files" in " ".join(outcome.err.split())

    def test_with_json_the_count_of_bad_lines_is_one_object(
        self, run: Run, people: Callable[..., str]
    ) -> None:
        outcome = run("match", "--people", people("x", PEOPLE[1]), "--json")
        error = json.loads(outcome.err.splitlines()[-1])["error"]
        assert (outcome.code, error["code"], error["kind"]) == (5, 5, "rows-passed-over")

    def test_only_whole_names_count_in_a_stream(self, run: Run, people: Callable[..., str]) -> None:
        assert run("match", "--have", "ticketing sys").code == 0
        assert run("match", "--people", people({"skills": ["ticketing sys"]})).code == 5
        assert (
            run("match", "--people", people({"skills": ["Ticketing Systems", "S-Q-L".replace("-", "")]})).code
            == 0
        )

    def test_of_a_skill_said_twice_the_higher_level_counts(
        self, run: Run, people: Callable[..., str]
    ) -> None:
        (found,) = objects(run("match", "--people", people({"skills": ["sql:1", "SQL:3", "sql"]})))
        assert [(skill["id"], skill["level"]) for skill in found["skills"]] == [("sql", 3)]

    def test_no_people_are_no_results(self, run: Run, people: Callable[..., str]) -> None:
        assert run("match", "--people", people()) == Outcome(0, "", "")
        header = run("match", "--people", people("", ""), "--format", "csv").out
        assert header.startswith("line,id,years_of_experience,rank,role,role_id")
        assert header.count("\n") == 1

    def test_the_sources_may_be_left_out_of_every_line(self, run: Run, people: Callable[..., str]) -> None:
        line = ("match", "--people", people(*PEOPLE))
        whole, lean = objects(run(*line)), objects(run(*line, "--no-sources"))
        assert all(each["sources"] for each in whole)
        assert lean == [
            {key: value for key, value in each.items() if key not in {"sources", "layers"}} for each in whole
        ]

    @pytest.mark.parametrize("name", ["nothing.jsonl", ".", "nothing\x00", "locked.jsonl"])
    def test_a_file_that_cannot_be_read_ends_with_3(self, run: Run, tmp_path: Path, name: str) -> None:
        (tmp_path / "locked.jsonl").write_bytes(b"\x1f\x8b\x08")
        outcome = run("match", "--people", str(tmp_path / name), "--json")
        assert (outcome.code, outcome.out) == (3, "")
        assert json.loads(outcome.err)["error"]["code"] == 3

    def test_an_id_that_steers_a_terminal_is_made_harmless(
        self, run: Run, people: Callable[..., str]
    ) -> None:
        file = people({"id": "\x1b[31m\u202ered", "skills": ["sql"]})
        for output_format in ("jsonl", "csv"):
            out = run("match", "--people", file, "--format", output_format).out
            assert "\x1b" not in out
            assert "\u202e" not in out
        assert objects(run("match", "--people", file))[0]["id"] == "\x1b[31m\u202ered"

    @settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
    @given(lines=st.lists(st.one_of(st.binary(max_size=40), st.just(b'{"skills":["sql"]}')), max_size=4))
    def test_whatever_the_lines_are_it_ends_well(self, run: Run, tmp_path: Path, lines: list[bytes]) -> None:
        (tmp_path / "any").write_bytes(b"\n".join(lines))
        outcome = run("match", "--people", str(tmp_path / "any"))
        answers = objects(outcome)
        assert all(each["schema"] == "cscareer/match-person/1" for each in answers)
        if outcome.code == 3:  # what begins like UTF-16 or gzip is no text at all
            assert answers == []
        else:
            assert len(answers) >= lines.count(b'{"skills":["sql"]}')
            assert (outcome.code == 5) == ("passed over" in outcome.err)


def start(*arguments: str) -> "subprocess.Popen[bytes]":
    return subprocess.Popen(
        command_line(["match", "--people", *arguments]),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


def _send_for_ever(descriptor: int, line: bytes) -> None:
    while True:
        os.write(descriptor, line)


@posix
class TestPipes:
    """A stream between other programs."""

    LINE = json.dumps(PEOPLE[1]).encode() + b"\n"

    def test_a_result_comes_as_soon_as_its_line_is_there(self) -> None:
        with start("-") as running:
            assert running.stdin
            assert running.stdout
            for _ in range(2):
                running.stdin.write(self.LINE)
                running.stdin.flush()
                assert json.loads(running.stdout.readline())["id"] == "2"
            out, err = running.communicate(timeout=60)
        assert (running.returncode, out, err) == (0, b"", b"")

    @pytest.mark.parametrize("output_format", ["jsonl", "csv"])
    @pytest.mark.slow
    def test_a_reader_that_goes_away_stops_the_work_and_is_no_error(self, output_format: str) -> None:
        for_it, ours = os.pipe()
        with subprocess.Popen(
            command_line(["match", "--people", "-", "--format", output_format]),
            stdin=for_it,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        ) as running:
            os.close(for_it)
            assert running.stdout
            assert running.stderr
            os.write(ours, self.LINE)
            running.stdout.readline()
            running.stdout.close()
            with pytest.raises(BrokenPipeError):
                _send_for_ever(ours, self.LINE)
            assert running.stderr.read() == b""
        os.close(ours)
        assert running.returncode == 0

    @pytest.mark.slow
    def test_an_interrupt_ends_with_130_and_whole_lines(self) -> None:
        with start("-") as running:
            assert running.stdin
            assert running.stdout
            running.stdin.write(self.LINE)
            running.stdin.flush()
            first = running.stdout.readline()
            running.send_signal(signal.SIGINT)
            out, err = running.communicate(timeout=60)
        assert (running.returncode, out) == (130, b"")
        assert json.loads(first)
        assert b"Traceback" not in err

    @pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
    @pytest.mark.slow
    def test_a_full_disk_ends_with_4(self, people: Callable[..., str]) -> None:
        with Path("/dev/full").open("wb") as full:
            done = subprocess.run(
                command_line(["match", "--people", people(*PEOPLE)]),
                stdout=full,
                stderr=subprocess.PIPE,
                timeout=60,
                check=False,
            )
        assert done.returncode == 4
        assert b"Traceback" not in done.stderr

    @pytest.mark.parametrize("option", ["--people", "--resume"])
    def test_nothing_waits_for_a_person_at_a_terminal(
        self, run: Run, monkeypatch: pytest.MonkeyPatch, option: str
    ) -> None:
        terminal = io.TextIOWrapper(io.BytesIO())
        monkeypatch.setattr(terminal, "isatty", lambda: True, raising=False)
        for stdin in (terminal, None):
            monkeypatch.setattr(sys, "stdin", stdin)
            outcome = run("match", option, "-")
            assert (outcome.code, outcome.out) == (2, "")
            assert "cscareer" in outcome.err

    @pytest.mark.slow
    def test_memory_does_not_grow_with_the_number_of_people(self, tmp_path: Path) -> None:
        def most_memory(count: int) -> int:
            file = tmp_path / f"{count}.jsonl"
            file.write_bytes(self.LINE * count)
            watched = (
                "import resource, subprocess, sys; subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, check=True);"
                "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
            )
            command = [sys.executable, "-c", watched, *command_line(["match", "--people", str(file)])]
            return int(subprocess.run(command, capture_output=True, check=True, timeout=120).stdout)

        few = most_memory(20)
        assert most_memory(400) < few * 1.1


def test_who_has_too_little_to_show_hears_what_is_taught(run: Run, tmp_path: Path) -> None:
    resume = tmp_path / "cashier.txt"
    resume.write_text(CASHIER, encoding="utf-8")
    told = " ".join(run("match", "--resume", str(resume)).out.split())
    assert re.search(
        r"within reach yet\. The nearest is .*: \d of the \d skills yet to show are taught", told
    )
