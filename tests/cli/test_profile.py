"""`profile`: what the guide remembers of a person, and what other commands make of it."""

import json
import os
import stat
from pathlib import Path
from typing import Any

import pytest
from conftest import Run

RESUME = Path(__file__).parent / "resume.md"


@pytest.fixture(autouse=True)
def own_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))


def profile_file(tmp_path: Path) -> Path:
    return tmp_path / "cscareer" / "profile" / "profile.yaml"


def ask(run: Run, *arguments: str, code: int = 0, said: str = "") -> dict[str, Any]:
    outcome = run(*arguments, "--json")
    assert (outcome.code, said in outcome.err) == (code, True), outcome.err
    answer: dict[str, Any] = json.loads(outcome.out)
    return answer


def skills(answer: dict[str, Any]) -> dict[str, int | None]:
    return {skill["id"]: skill["level"] for skill in answer["skills"]}


class TestShowing:
    @pytest.mark.parametrize("words", [["profile"], ["profile", "show"]])
    def test_before_anything_is_kept_it_says_how_to_begin(self, run: Run, words: list[str]) -> None:
        outcome = run(*words)
        assert outcome.code == 0
        assert "profile import FILE" in " ".join(outcome.out.split())
        assert ask(run, *words)["kept"] is False

    def test_it_shows_what_was_set(self, run: Run) -> None:
        ask(run, "profile", "set", "--role", "call center specialist", "-l", "78701", "--pay", "22.50/hr")
        answer = ask(run, "profile")
        assert answer["role"] == {"id": "call-center-specialist", "title": "Call Center Specialist"}
        assert (answer["location"]["said"], answer["location"]["place"]["area"]["id"]) == ("78701", "12420")
        assert (answer["pay"]["amount"], answer["pay"]["per"], answer["pay"]["basis"]) == (
            22.5,
            "hour",
            "given",
        )

    def test_what_proves_the_skills_stands_behind_full(self, run: Run) -> None:
        run("profile", "import", str(RESUME))
        brief, full = (run("profile", *more, env={"COLUMNS": "80"}).out for more in ([], ["--full"]))
        assert brief.count("\n") < 24
        assert "Coached six agents" in full
        assert "Coached six agents" not in brief

    def test_what_the_guide_no_longer_knows_is_kept_and_said(self, run: Run, tmp_path: Path) -> None:
        ask(run, "profile", "add", "sql:2")
        file = profile_file(tmp_path)
        text = file.read_text(encoding="utf-8").replace("skill: sql", "skill: telegraphy")
        file.write_text(text + "role: telegraphist\nlocation: Xyzzyville\n", encoding="utf-8")
        answer = ask(run, "profile")
        assert answer["role"] == {"id": "telegraphist", "title": "telegraphist"}
        assert answer["location"] == {"said": "Xyzzyville", "place": None}
        assert [(each["name"], each["in_data"]) for each in answer["skills"]] == [("telegraphy", False)]
        assert "no place the guide knows" in run("profile").out

    def test_markup_and_escapes_in_it_never_reach_the_terminal(self, run: Run, tmp_path: Path) -> None:
        ask(
            run,
            "profile",
            "add",
            "sql",
            "--evidence",
            "[red]good[/red] \x1b[31mred\u202e",
            "--note",
            "[bold]x",
        )
        said = run("profile", "--full", terminal=True, env={"NO_COLOR": "1"}).out
        assert "[red]good[/red]" in said
        assert "\x1b[31m" not in said
        assert "\u202e" not in profile_file(tmp_path).read_text(encoding="utf-8")


class TestSettingAndAdding:
    @pytest.mark.parametrize(
        ("words", "said"),
        [
            (["set"], "nothing to set"),
            (["set", "--per", "hour"], "--pay"),
            (["set", "--role", "astronaut"], "No role goes by"),
            (["set", "-l", "Xyzzyville"], "Xyzzyville"),
            (["set", "--pay", "lots"], "no amount"),
            (["set", "--pay", "20"], "Write 20/hr for the first"),
            (["add"], "SKILLS"),
            (["add", ","], "nothing to add"),
            (["add", "juggling"], "No skill goes by"),
            (["add", "sql:9"], "no level"),
            (["remove"], "nothing to take out"),
            (["remove", "sql"], "No skill of your profile"),
            (["add", "sql", "--evidence", "x" * 501], "501 letters"),
            (["export"], "no profile"),
            (["import", ""], "no file"),
            (["restore"], "no version before"),
            (["forget"], "--yes"),
            (["import", "nowhere.txt"], "nowhere.txt"),
        ],
    )
    def test_what_makes_no_sense_is_told_and_nothing_is_kept(
        self, run: Run, tmp_path: Path, words: list[str], said: str
    ) -> None:
        outcome = run("profile", *words)
        assert outcome.code == (3 if words == ["import", "nowhere.txt"] else 2)
        assert outcome.out == ""
        assert said in " ".join(outcome.err.split())
        assert not profile_file(tmp_path).exists()

    def test_skills_are_added_with_level_evidence_and_note(self, run: Run) -> None:
        answer = ask(
            run, "profile", "add", "sql:2,empathy", "--evidence", "Built a report", "--note", "ask Ann"
        )
        assert skills(answer) == {"sql": 2, "empathy": None}
        assert {each["evidence"] for each in answer["skills"]} == {"Built a report"}
        assert {each["note"] for each in answer["skills"]} == {"ask Ann"}

    def test_a_skill_added_again_keeps_what_is_not_said_anew(self, run: Run) -> None:
        ask(run, "profile", "add", "sql:2", "--evidence", "Built a report")
        answer = ask(run, "profile", "add", "sql", "--note", "twice")
        assert skills(answer) == {"sql": 2}
        assert answer["skills"][0]["evidence"] == "Built a report"

    def test_the_beginning_of_a_name_is_enough_and_said(self, run: Run) -> None:
        assert skills(ask(run, "profile", "add", "de-esc:2", said="De-escalation")) == {"de-escalation": 2}

    def test_things_are_taken_out(self, run: Run) -> None:
        ask(run, "profile", "set", "--role", "account manager", "-l", "TX", "--pay", "50k")
        ask(run, "profile", "add", "sql:2", "empathy")
        answer = ask(run, "profile", "remove", "sql, empathy", "--role", "--location", "--pay")
        assert (answer["role"], answer["location"], answer["pay"], answer["skills"]) == (None, None, None, [])


class TestImporting:
    def test_a_resumes_skills_come_with_a_quote_and_its_line(self, run: Run) -> None:
        answer = ask(run, "profile", "import", str(RESUME), said="12 skills")
        found = {each["id"]: each for each in answer["skills"]}
        assert (found["coaching"]["level"], found["coaching"]["origin"]) == (3, "resume")
        assert found["coaching"]["evidence"].startswith("resume.md, line 7: ")
        quote = found["coaching"]["evidence"].split(": ", 1)[1]
        assert quote in RESUME.read_text(encoding="utf-8").splitlines()[6]

    def test_misspelt_names_count_only_when_accepted(self, run: Run) -> None:
        assert "negotiation" not in skills(ask(run, "profile", "import", str(RESUME)))
        assert "negotiation" in skills(ask(run, "profile", "import", str(RESUME), "--accept-near"))

    def test_what_a_person_said_stays(self, run: Run) -> None:
        ask(run, "profile", "add", "coaching:1")
        assert skills(ask(run, "profile", "import", str(RESUME)))["coaching"] == 1

    def test_what_a_person_said_without_a_level_or_proof_gets_the_resumes(self, run: Run) -> None:
        ask(run, "profile", "add", "coaching", "sql:1")
        answer = ask(run, "profile", "import", str(RESUME))
        coaching = next(each for each in answer["skills"] if each["id"] == "coaching")
        assert (coaching["level"], coaching["origin"]) == (3, "said")
        assert coaching["evidence"].startswith("resume.md, line 7")

    def test_a_second_time_brings_nothing_new(self, run: Run, tmp_path: Path) -> None:
        ask(run, "profile", "import", str(RESUME))
        before = profile_file(tmp_path).read_bytes()
        ask(run, "profile", "import", str(RESUME), said="none is news")
        assert profile_file(tmp_path).read_bytes() == before

    def test_a_resume_without_skills_says_so(self, run: Run, tmp_path: Path) -> None:
        file = tmp_path / "resume.txt"
        file.write_text("I like gardens.\n", encoding="utf-8")
        ask(run, "profile", "import", str(file), said="no skill")


class TestHandingOut:
    def test_the_yaml_export_is_the_profile_as_kept(self, run: Run, tmp_path: Path) -> None:
        ask(run, "profile", "add", "sql:2")
        assert run("profile", "export").out == profile_file(tmp_path).read_text(encoding="utf-8")

    @pytest.mark.parametrize("output_format", ["yaml", "json", "csv", "markdown"])
    def test_an_export_to_a_file_is_for_its_owner_alone(
        self, run: Run, tmp_path: Path, output_format: str
    ) -> None:
        ask(run, "profile", "add", "sql:2")
        file = tmp_path / "export"
        outcome = run("profile", "export", "--format", output_format, "-o", str(file))
        assert (outcome.code, outcome.out) == (0, "")
        assert file.read_text(encoding="utf-8") == run("profile", "export", "--format", output_format).out
        assert os.name != "posix" or stat.S_IMODE(file.stat().st_mode) == 0o600

    def test_an_export_never_writes_over_a_file(self, run: Run, tmp_path: Path) -> None:
        ask(run, "profile", "add", "sql:2")
        file = tmp_path / "export"
        file.write_text("mine", encoding="utf-8")
        outcome = run("profile", "export", "-o", str(file))
        assert (outcome.code, "exists already" in " ".join(outcome.err.split())) == (4, True)
        assert file.read_text(encoding="utf-8") == "mine"

    def test_path_names_the_files_and_makes_none(self, run: Run, tmp_path: Path) -> None:
        answer = ask(run, "profile", "path")
        assert [each["exists"] for each in answer["files"]] == [False, False]
        assert answer["files"][0]["path"] == str(profile_file(tmp_path))
        assert not profile_file(tmp_path).parent.exists()


class TestForgetting:
    def test_it_removes_every_file(self, run: Run, tmp_path: Path) -> None:
        ask(run, "profile", "add", "sql:2")
        ask(run, "checklist", "start", "account manager")
        answer = ask(run, "profile", "forget", "--yes")
        assert [each["what"] for each in answer["removed"]] == ["profile", "version before"]
        assert answer["left"] == []
        assert not profile_file(tmp_path).parent.exists()
        assert ask(run, "profile", "forget", "--yes")["removed"] == []

    def test_without_yes_off_a_terminal_nothing_is_removed(self, run: Run, tmp_path: Path) -> None:
        ask(run, "profile", "add", "sql:2")
        outcome = run("profile", "forget", "--json")
        assert (outcome.code, outcome.out) == (2, "")
        assert "--yes" in json.loads(outcome.err)["error"]["hint"]
        assert profile_file(tmp_path).exists()


class TestBrokenProfile:
    @pytest.fixture(autouse=True)
    def broken(self, run: Run, tmp_path: Path) -> None:
        ask(run, "profile", "add", "sql:2")
        ask(run, "profile", "add", "empathy:3")
        profile_file(tmp_path).write_text("version: 1\nskills: my private words\n", encoding="utf-8")

    @pytest.mark.parametrize(
        "words",
        [
            ["profile"],
            ["profile", "add", "sql"],
            ["profile", "export"],
            ["checklist"],
            ["checklist", "done", "sql"],
            ["gap", "account manager"],
            ["match"],
        ],
        ids=" ".join,
    )
    def test_a_command_that_needs_it_tells_where_and_offers_the_version_before(
        self, run: Run, tmp_path: Path, words: list[str]
    ) -> None:
        outcome = run(*words)
        assert (outcome.code, outcome.out) == (3, "")
        said = " ".join(outcome.err.split())
        assert "profile.yaml:2" in "".join(outcome.err.split())
        assert "profile restore" in said
        assert "private" not in said
        assert "private" in profile_file(tmp_path).read_text(encoding="utf-8")

    @pytest.mark.parametrize(
        "words",
        [
            ["pay", "csr"],
            ["roles"],
            ["role", "account manager"],
            ["offer", "40k", "--role", "account manager"],
            ["gap", "account manager", "--have", "sql"],
            ["match", "--have", "sql"],
        ],
        ids=" ".join,
    )
    def test_a_command_that_can_do_without_it_says_so_and_answers(
        self, run: Run, tmp_path: Path, words: list[str]
    ) -> None:
        outcome, without = run(*words, "--json"), run("--no-profile", *words, "--json")
        assert outcome.code == 0
        assert outcome.out == without.out
        assert "Going on without your profile" in outcome.err
        assert "private" not in outcome.err
        assert "private" in profile_file(tmp_path).read_text(encoding="utf-8")

    def test_leaving_it_out_is_enough_to_go_on(self, run: Run) -> None:
        assert run("--no-profile", "pay", "csr").code == 0

    def test_the_version_before_can_be_put_back(self, run: Run) -> None:
        assert skills(ask(run, "profile", "restore", said="set aside")) == {"sql": 2}
        assert skills(ask(run, "profile")) == {"sql": 2}


class TestUsedByOthers:
    @pytest.fixture(autouse=True)
    def kept(self, run: Run) -> None:
        ask(run, "profile", "set", "--role", "call center specialist", "-l", "Austin, TX", "--pay", "41000")
        ask(run, "profile", "add", "coaching:4", "--evidence", "Coached [6] agents")

    @pytest.mark.parametrize(
        "words",
        [
            ["pay", "csr"],
            ["role", "call center specialist"],
            ["roles"],
            ["compare", "csr", "account manager"],
        ],
        ids=" ".join,
    )
    def test_the_place_is_used_where_none_is_given_and_said(self, run: Run, words: list[str]) -> None:
        own = ask(run, *words, said="Using your profile's place, Austin, TX")
        assert own == ask(run, *words, "-l", "Austin, TX")
        assert own != ask(run, "--no-profile", *words)

    def test_a_place_that_is_given_counts(self, run: Run) -> None:
        outcome = run("pay", "csr", "-l", "Boston", "--json")
        assert "profile" not in outcome.err
        assert "Boston" in outcome.out

    def test_an_offer_is_held_against_the_pay_of_the_profile(self, run: Run) -> None:
        words = ["offer", "46000", "--role", "account manager", "-l", "Boston"]
        own = ask(run, *words, said="pay now")
        assert own == ask(run, *words, "--current", "41000", "--current-location", "Austin, TX")

    def test_gap_counts_the_skills_of_the_profile_and_says_so(self, run: Run) -> None:
        own = ask(run, "gap", "customer service manager", said="Using your profile's 1 skill")
        coaching = next(each for each in own["skills"] if each["id"] == "coaching")
        assert (coaching["held_level"], coaching["state"]) == (4, "have")

    def test_what_is_said_on_the_line_counts_before_the_profile(self, run: Run) -> None:
        own = ask(run, "gap", "customer service manager", "--have", "coaching:1")
        assert next(each["held_level"] for each in own["skills"] if each["id"] == "coaching") == 1

    def test_a_newer_resume_counts_before_what_an_older_one_gave(self, run: Run, tmp_path: Path) -> None:
        ask(run, "profile", "import", str(RESUME))
        newer = tmp_path / "newer.txt"
        newer.write_text("Expert in Zendesk\nBasic coaching\n", encoding="utf-8")
        held = {
            each["id"]: each["level"]
            for each in ask(run, "match", "--resume", str(newer), said="Using your profile's")["skills"]
        }
        assert held["ticketing-systems"] == 4  # the resume at hand, not the one imported
        assert held["coaching"] == 4  # said by the person before any resume
        assert held["spreadsheets"] == 3  # imported, and the resume at hand is silent about it

    def test_said_without_a_level_a_skill_keeps_the_profiles(self, run: Run) -> None:
        ask(run, "profile", "add", "coaching:1")
        own = ask(run, "gap", "customer service manager", "--have", "coaching")
        coaching = next(each for each in own["skills"] if each["id"] == "coaching")
        assert (coaching["held_level"], coaching["kept_evidence"]) == (1, "Coached [6] agents")

    def test_the_role_of_the_profile_shows_what_it_asks_for(self, run: Run) -> None:
        ask(run, "profile", "set", "--role", "customer service team lead")
        own = ask(run, "gap", "support manager", said="role, Customer Service Team Lead")
        leading = next(each for each in own["skills"] if each["id"] == "team-leadership")
        assert (leading["how"], leading["kept_evidence"]) == (
            "held",
            "your job as Customer Service Team Lead",
        )
        said = ask(
            run, "--no-profile", "gap", "support manager", "--have", "customer service team lead,coaching:4"
        )
        assert own["required"] == said["required"]
        ask(run, "profile", "set", "--since", "last month")  # less than half a year shows nothing yet
        assert ask(run, "gap", "support manager")["required"]["met"] < own["required"]["met"]

    def test_match_needs_no_more_than_the_profile(self, run: Run) -> None:
        own = ask(run, "match", said="Using your profile's place, Austin, TX")
        have = "coaching:4,call center specialist"
        said = ask(run, "--no-profile", "match", "--have", have, "-l", "Austin, TX")
        assert (own["skills"], own["location"]) == (said["skills"], said["location"])
        assert own["roles"][0]["id"] == "call-center-specialist"  # the profile's role stands first

    def test_a_path_starts_from_the_role_of_the_profile(self, run: Run) -> None:
        own = ask(run, "path", "customer service manager", said="role, Call Center Specialist, to start from")
        words = ["path", "customer service manager", "--from", "call center specialist", "-l", "Austin, TX"]
        assert own == ask(run, "--no-profile", *words, "--have", "coaching:4")

    def test_without_a_role_in_the_profile_a_path_asks_for_one(self, run: Run) -> None:
        ask(run, "profile", "remove", "--role")
        outcome = run("path", "customer service manager")
        assert (outcome.code, "--from" in outcome.err) == (2, True)


class TestNoHome:
    @pytest.fixture(autouse=True)
    def homeless(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.delenv("XDG_DATA_HOME")
        monkeypatch.setenv("HOME", "")

    def test_nothing_can_be_kept_and_it_says_so(self, run: Run) -> None:
        outcome = run("profile", "add", "sql")
        assert (outcome.code, outcome.out) == (4, "")
        assert "no home folder" in outcome.err

    def test_everything_else_works(self, run: Run) -> None:
        assert run("pay", "csr").code == 0
        assert ask(run, "profile")["kept"] is False


class TestWordsOnly:
    def test_once_kept_every_answer_comes_in_words_until_it_is_taken_back(self, run: Run) -> None:
        drawn = run("skill", "coaching").out
        assert ask(run, "profile", "set", "--words-only")["plain"] is True
        plain = run("skill", "coaching").out
        assert plain == run("skill", "coaching", "--plain").out != drawn
        assert run("skill", "coaching", "--no-profile").out == drawn
        assert run("skill", "coaching", env={"CSCAREER_PLAIN": "0"}).out == drawn
        assert ask(run, "profile", "set", "--drawn")["plain"] is False
        assert run("skill", "coaching").out == drawn

    def test_it_is_heard_however_much_else_is_kept(self, run: Run) -> None:
        run("profile", "import", str(RESUME))
        run("profile", "set", "--words-only", "-l", "Austin", "--pay", "41000")
        assert run("roles").out == run("roles", "--plain").out


class TestRoleOfTheResume:
    def test_it_is_taken_and_told_where_the_profile_has_none(self, run: Run) -> None:
        answer = ask(
            run, "profile", "import", str(RESUME), said="Taking Customer Service Team Lead as your role"
        )
        assert answer["role"]["id"] == "customer-service-team-lead"

    def test_one_that_a_person_set_stays(self, run: Run) -> None:
        run("profile", "set", "--role", "csr")
        answer = ask(run, "profile", "import", str(RESUME))
        assert answer["role"]["id"] == "customer-service-specialist"
