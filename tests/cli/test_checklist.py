"""`checklist`: the way to a role, item by item."""

import csv
import io
import json
import os
import stat
from pathlib import Path
from typing import Any

import pytest
from conftest import Run

from cscareer.cli.session import Session

MANAGER, SENIOR = "customer service manager", "senior customer service specialist"


@pytest.fixture(autouse=True)
def own_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    on(monkeypatch, "2026-11-01")


def on(monkeypatch: pytest.MonkeyPatch, day: str) -> None:
    monkeypatch.setattr(Session, "today", day)


def ask(run: Run, *arguments: str, said: str = "") -> dict[str, Any]:
    outcome = run(*arguments, "--json")
    assert (outcome.code, said in outcome.err) == (0, True), outcome.err
    answer: dict[str, Any] = json.loads(outcome.out)
    return answer


def item(answer: dict[str, Any], name: str, role: str = "customer-service-manager") -> dict[str, Any]:
    found: dict[str, Any] = next(
        each for each in answer["items"] if (each["id"], each["role"]) == (name, role)
    )
    return found


def changes(answer: dict[str, Any]) -> list[tuple[str, str, str]]:
    return [(each["day"], each["what"], each["id"] or each["role"]) for each in answer["changes"]]


class TestStarting:
    def test_it_has_an_item_for_each_skill_of_the_role(self, run: Run) -> None:
        answer = ask(run, "checklist", "start", MANAGER)
        gap = ask(run, "gap", MANAGER)
        assert [each["id"] for each in answer["items"]] == [each["id"] for each in gap["skills"]]
        assert [each["wanted_level"] for each in answer["items"]] == [
            each["wanted_level"] for each in gap["skills"]
        ]
        assert [each["next_step"] for each in answer["items"]] == [
            each["next_step"] for each in gap["skills"]
        ]
        (checklist,) = answer["checklists"]
        assert (checklist["done"], checklist["total"], checklist["started"]) == (0, 13, "2026-11-01")

    def test_what_the_profile_holds_is_ticked_already(self, run: Run) -> None:
        ask(run, "profile", "add", "coaching:4", "team leadership:1", "--evidence", "Coached six")
        answer = ask(run, "checklist", "start", MANAGER)
        assert item(answer, "coaching")["state"] == "have"
        assert item(answer, "coaching")["evidence"] == "Coached six"
        assert item(answer, "team-leadership")["state"] == "below"
        assert answer["checklists"][0]["done"] == 1

    def test_its_items_are_spread_over_the_time_what_is_required_first(self, run: Run) -> None:
        answer = ask(run, "checklist", "start", MANAGER, "--by", "2027-06-30")
        due = {
            need: [each["due"] for each in answer["items"] if each["need"] == need]
            for need in ("required", "helpful")
        }
        assert max(due["required"]) < min(due["helpful"])
        days = sorted(day for each in due.values() for day in each)
        assert (len(set(days)), days[-1]) == (13, "2027-06-30")
        assert days[0] == "2026-11-23"  # three of the 32 levels, so 22 of the 241 days
        assert f"by {item(answer, 'coaching')['due']}" in run("checklist").out

    def test_without_a_day_no_item_has_one(self, run: Run) -> None:
        answer = ask(run, "checklist", "start", MANAGER)
        assert {each["due"] for each in answer["items"]} == {None}

    def test_started_again_it_keeps_what_it_has(self, run: Run) -> None:
        ask(run, "checklist", "start", MANAGER)
        done = ask(run, "checklist", "done", "coaching")
        again = ask(run, "checklist", "start", MANAGER, "--by", "2027-06-30")
        assert [{**each, "due": None} for each in again["items"]] == done["items"]
        assert again["checklists"][0]["by"] == "2027-06-30"

    @pytest.mark.parametrize(
        ("day", "said"),
        [
            ("soon", "next June"),
            ("2026-02-30", "2027-06-30"),
            ("2026-10-31", "2027-06-30"),
            ("yesterday", "2027-06-30"),
            ("\x1b[31m", "2027-06-30"),
        ],
    )
    def test_a_day_that_is_none_or_has_passed_is_told(self, run: Run, day: str, said: str) -> None:
        outcome = run("checklist", "start", MANAGER, "--by", day)
        assert (outcome.code, outcome.out) == (2, "")
        assert said in outcome.err

    def test_without_one_it_says_how_to_start(self, run: Run) -> None:
        assert ask(run, "checklist")["checklists"] == []
        for words in (["done", "coaching"], ["undo", "coaching"], ["drop", "coaching"], ["export"]):
            outcome = run("checklist", *words)
            assert (outcome.code, outcome.out) == (2, "")
            assert "checklist start" in outcome.err


class TestTicking:
    @pytest.fixture(autouse=True)
    def started(self, run: Run) -> None:
        ask(run, "checklist", "start", MANAGER)

    def test_an_item_done_is_held_at_the_level_wanted(self, run: Run) -> None:
        answer = ask(
            run, "checklist", "done", "coaching", "--note", "took a year", "--evidence", "Six agents"
        )
        ticked = item(answer, "coaching")
        assert (ticked["state"], ticked["held_level"], ticked["since"]) == ("have", 3, "2026-11-01")
        assert (ticked["note"], ticked["evidence"], ticked["next_step"]) == (
            "took a year",
            "Six agents",
            None,
        )
        assert answer["checklists"][0]["done"] == 1
        kept = ask(run, "profile")["skills"]
        assert [(each["id"], each["level"], each["origin"]) for each in kept] == [
            ("coaching", 3, "checklist")
        ]

    def test_one_tick_counts_for_every_role_that_wants_the_skill(self, run: Run) -> None:
        ask(run, "checklist", "start", SENIOR)
        answer = ask(run, "checklist", "done", "coaching")
        assert item(answer, "coaching", "senior-customer-service-specialist")["state"] == "have"
        assert [each["done"] for each in answer["checklists"]] == [1, 1]

    def test_a_role_that_wants_more_stays_open(self, run: Run) -> None:
        ask(run, "checklist", "start", SENIOR)
        answer = ask(run, "checklist", "done", "coaching", "--level", "working")
        assert item(answer, "coaching")["state"] == "below"

    def test_a_higher_level_held_stays(self, run: Run) -> None:
        ask(run, "profile", "add", "budgeting:4")
        assert item(ask(run, "checklist", "done", "budget"), "budgeting")["held_level"] == 4

    def test_ticked_again_it_says_so_and_nothing_changes(self, run: Run) -> None:
        ask(run, "checklist", "done", "coaching")
        ask(run, "checklist", "done", "coaching", said="ticked already")
        assert changes(ask(run, "checklist", "diff"))[1:] == [("2026-11-01", "done", "coaching")]

    @pytest.mark.parametrize(
        ("words", "said"),
        [
            (["done", "juggling"], "No item goes by"),
            (["done", "sql"], "No item goes by"),
            (["done", "co"], "any of"),
            (["done", "coaching", "--level", "9"], "no level"),
            (["done"], "ITEM"),
            (["undo"], "nothing to undo"),
            (["undo", "coaching"], "nothing to undo"),
            (["drop"], "--role"),
            (["drop", "coaching", "--role", MANAGER], "--role"),
            (["drop", "--role", "account manager"], "You have no checklist for"),
            (["done", "coaching", "--note", "x" * 501], "501 letters"),
            (["export", "-f", "csv", "--json"], "can't be used together"),
            (["export", "-o", ""], "no file"),
            (["diff", "--since", "2026-12-01"], "hasn't come"),
            (["diff", "--since", "some day"], "no day"),
            (["export", "--format", "docx"], "docx"),
        ],
    )
    def test_what_makes_no_sense_is_told(self, run: Run, words: list[str], said: str) -> None:
        outcome = run("checklist", *words)
        assert (outcome.code, outcome.out) == (2, "")
        assert said in " ".join(outcome.err.split())


class TestUndoing:
    @pytest.fixture(autouse=True)
    def started(self, run: Run) -> None:
        ask(run, "profile", "add", "coaching:2", "--evidence", "Coached one")
        ask(run, "checklist", "start", MANAGER)

    def test_undone_it_stands_as_before(self, run: Run) -> None:
        before = ask(run, "checklist")
        ask(run, "checklist", "done", "coaching", "--evidence", "Coached six")
        after = ask(run, "checklist", "undo", "coaching", said="Undone: Coaching")
        assert (after["items"], after["changed"]) == (before["items"], "coaching")

    def test_without_a_name_the_last_thing_done_is_undone(self, run: Run) -> None:
        before = ask(run, "checklist", "done", "communication")
        ask(run, "checklist", "drop", "hiring")
        assert ask(run, "checklist", "undo", said="Hiring")["items"] == before["items"]
        ask(run, "checklist", "undo", said="Communication")
        assert run("checklist", "undo").code == 2

    def test_what_the_profile_changed_since_is_not_undone(self, run: Run) -> None:
        ask(run, "checklist", "done", "coaching")
        ask(run, "profile", "add", "coaching:1")
        outcome = run("checklist", "undo", "coaching")
        assert (outcome.code, "changed" in outcome.err) == (2, True)

    def test_an_item_left_out_does_not_count_until_it_is_taken_back(self, run: Run) -> None:
        answer = ask(run, "checklist", "drop", "budget")
        assert item(answer, "budgeting")["dropped"] == "2026-11-01"
        assert answer["checklists"][0]["total"] == 12
        assert "Left out by you: Budget management." in run("checklist").out
        assert ask(run, "checklist", "undo")["checklists"][0]["total"] == 13

    def test_a_checklist_given_up_leaves_the_skills_and_can_be_taken_up_again(self, run: Run) -> None:
        ask(run, "checklist", "drop", "budget")
        before = ask(run, "checklist", "done", "communication", said="Ticked: Communication.")
        answer = ask(
            run, "checklist", "drop", "--role", "customer", said="Given up: Customer Service Manager."
        )
        assert (answer["checklists"], answer["items"]) == ([], [])
        assert {each["id"] for each in ask(run, "profile")["skills"]} == {"coaching", "communication"}
        again = ask(run, "checklist", "undo", said="Taken up again: Customer Service Manager.")
        assert (again["items"], again["checklists"]) == (before["items"], before["checklists"])
        assert "stopped" not in {each["what"] for each in ask(run, "checklist", "diff")["changes"]}

    def test_ticked_after_all_an_item_left_out_is_taken_back_in(self, run: Run) -> None:
        ask(run, "checklist", "drop", "budget", said='Reading "budget" as Budget management.')
        answer = ask(run, "checklist", "done", "budgeting", said="Ticked: Budget management.")
        assert item(answer, "budgeting")["dropped"] is None
        assert answer["checklists"][0]["total"] == 13

    def test_only_what_changed_is_shown_and_how_far_the_list_is(self, run: Run) -> None:
        outcome = run("checklist", "done", "communication")
        assert outcome.err == "Ticked: Communication.\n"
        assert "✔ Communication" in outcome.out
        assert "1 of 13 done" in outcome.out
        assert "Team leadership" not in outcome.out
        assert "Hiring" not in run("checklist", "undo").out
        assert "Budget management: left out by you." in run("checklist", "drop", "budgeting").out

    def test_a_level_given_up_is_said(self, run: Run) -> None:
        ask(run, "checklist", "done", "coaching")
        ask(run, "checklist", "done", "coaching", "--level", "1", said="goes down from advanced to basic")


class TestDiff:
    def test_it_tells_what_changed_since_a_day(self, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
        ask(run, "checklist", "start", MANAGER)
        ask(run, "checklist", "done", "communication")
        on(monkeypatch, "2026-11-10")
        ask(run, "checklist", "done", "coaching")
        ask(run, "checklist", "drop", "budget")
        ask(run, "profile", "add", "business acumen:3")
        answer = ask(run, "checklist", "diff", "--since", "2026-11-02")
        assert changes(answer) == [
            ("2026-11-10", "done", "coaching"),
            ("2026-11-10", "dropped", "budgeting"),
            ("2026-11-10", "held", "business-acumen"),
        ]
        assert changes(ask(run, "checklist", "diff"))[:2] == [
            ("2026-11-01", "started", "customer-service-manager"),
            ("2026-11-01", "done", "communication"),
        ]
        assert (answer["checklists"][0]["done"], answer["checklists"][0]["total"]) == (3, 12)

    def test_what_was_taken_back_in_that_time_is_no_change(
        self, run: Run, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        ask(run, "checklist", "start", MANAGER)
        ask(run, "checklist", "done", "communication")
        on(monkeypatch, "2026-11-10")
        ask(run, "checklist", "done", "coaching")
        ask(run, "checklist", "undo", "coaching")
        assert changes(ask(run, "checklist", "diff", "--since", "2026-11-02")) == []
        ask(run, "checklist", "undo", "communication")
        assert changes(ask(run, "checklist", "diff", "--since", "2026-11-02")) == [
            ("2026-11-10", "undone", "communication")
        ]


class TestExporting:
    @pytest.fixture(autouse=True)
    def started(self, run: Run) -> None:
        ask(run, "checklist", "start", MANAGER, "--by", "2027-06-30")
        ask(run, "checklist", "done", "coaching", "--note", "with a, comma; and\\more")
        ask(run, "checklist", "drop", "budget")

    def test_markdown_is_a_list_to_tick(self, run: Run) -> None:
        lines = run("checklist", "export").out.splitlines()
        assert "- [x] Coaching: advanced · required · since 2026-11-01" in lines
        assert sum(line.startswith("- [ ] ") for line in lines) == 11
        assert "1 of 12 done" in lines

    def test_json_and_csv_are_those_of_the_checklist(self, run: Run) -> None:
        assert json.loads(run("checklist", "export", "--json", "--notes").out) == ask(run, "checklist")
        rows = list(csv.DictReader(io.StringIO(run("checklist", "export", "-f", "csv").out)))
        assert len(rows) == 13
        assert (rows[0]["id"], rows[-1]["id"]) == ("team-leadership", "coaching")  # what is done comes last

    def test_a_calendar_reads_its_tasks_back(self, run: Run) -> None:
        from icalendar import Calendar

        text = run("checklist", "export", "-f", "ics", "--notes").out
        tasks = {str(task["UID"]): task for task in Calendar.from_ical(text).walk("VTODO")}
        assert len(tasks) == 13
        coaching = tasks["coaching.customer-service-manager@cscareer"]
        assert (str(coaching["STATUS"]), str(coaching["DESCRIPTION"])) == (
            "COMPLETED",
            "with a, comma; and\\more",
        )
        assert str(coaching["SUMMARY"]) == "Coaching (advanced) for Customer Service Manager"
        due = {uid.partition(".")[0]: str(task["DUE"].to_ical()) for uid, task in tasks.items()}
        assert max(due.values()) == due["ai-support-tools"] == str(b"20270630")
        assert str(b"20261101") < due["coaching"] < str(b"20270201")
        assert str(tasks["budgeting.customer-service-manager@cscareer"]["STATUS"]) == "CANCELLED"
        assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))

    def test_what_is_still_to_be_done_is_an_event_of_its_day_too(self, run: Run) -> None:
        from icalendar import Calendar

        text = run("checklist", "export", "-f", "ics").out
        events = {str(event["UID"]): event for event in Calendar.from_ical(text).walk("VEVENT")}
        assert "coaching.customer-service-manager.day@cscareer" not in events  # ticked
        assert "budgeting.customer-service-manager.day@cscareer" not in events  # left out
        event = events["process-improvement.customer-service-manager.day@cscareer"]
        tasks = {str(task["UID"]): task for task in Calendar.from_ical(text).walk("VTODO")}
        task = tasks["process-improvement.customer-service-manager@cscareer"]
        assert event["DTSTART"].to_ical() == task["DUE"].to_ical()
        assert (str(event["SUMMARY"]), str(event["TRANSP"])) == (str(task["SUMMARY"]), "TRANSPARENT")

    def test_an_item_still_to_be_done_has_its_certificate_in_every_form(self, run: Run) -> None:
        from icalendar import Calendar

        line = "A certificate that shows it: ITIL 4 Foundation: 15–45 hours to study"
        exported = {
            form: run("checklist", "export", "-f", form).out for form in ("markdown", "csv", "json", "ics")
        }
        assert f"  - {line}" in exported["markdown"]
        tasks = {str(task["UID"]): task for task in Calendar.from_ical(exported["ics"]).walk("VTODO")}
        assert line in str(tasks["process-improvement.customer-service-manager@cscareer"]["DESCRIPTION"])
        rows = {row["id"]: row for row in csv.DictReader(io.StringIO(exported["csv"]))}
        assert rows["process-improvement"]["certificates"].startswith("itil-4-foundation; ")
        answer = json.loads(exported["json"])
        assert item(answer, "process-improvement")["certificates"][0]["name"] == "ITIL 4 Foundation"
        assert item(answer, "coaching")["certificates"] == []  # ticked
        assert "certificate-pages-2026" in {source["id"] for source in answer["sources"]}

    @pytest.mark.parametrize("output_format", ["markdown", "csv", "json", "ics"])
    def test_notes_to_oneself_are_handed_over_only_when_asked(self, run: Run, output_format: str) -> None:
        words = ("checklist", "export", "-f", output_format)
        assert "with a, comma" not in run(*words).out.replace("\\", "")
        assert "with a, comma" in run(*words, "--notes").out.replace("\\", "")

    def test_a_note_can_say_nothing_to_a_calendar(self, run: Run) -> None:
        words = "END:VTODO BEGIN:VALARM; ATTACH:file:///etc/passwd"
        run("profile", "add", "coaching:3", "--note", f"a\r\n{words}\nb, c")
        text = run("checklist", "export", "-f", "ics", "--notes").out
        assert "BEGIN:VALARM\\; ATTACH:file" in text.replace("\r\n ", "")
        starts = ("BEGIN:VALARM", "ATTACH", "END:VTODO ")
        assert not [line for line in text.splitlines() if line.startswith(starts)]

    def test_without_the_extra_it_says_what_to_install(
        self, run: Run, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setitem(__import__("sys").modules, "icalendar", None)
        outcome = run("checklist", "export", "-f", "ics")
        assert (outcome.code, outcome.out) == (2, "")
        assert 'pip install "cscareer[calendar]"' in outcome.err

    @pytest.mark.parametrize("output_format", ["markdown", "csv", "json", "ics"])
    def test_a_file_written_is_for_its_owner_alone(
        self, run: Run, tmp_path: Path, output_format: str
    ) -> None:
        file = tmp_path / "export"
        outcome = run("checklist", "export", "-f", output_format, "-o", str(file))
        assert (outcome.code, outcome.out) == (0, "")
        assert file.read_bytes().decode() == run("checklist", "export", "-f", output_format).out
        assert os.name != "posix" or stat.S_IMODE(file.stat().st_mode) == 0o600
        assert run("checklist", "export", "-f", output_format, "-o", str(file)).code == 4

    def test_a_place_that_takes_no_file_is_told(self, run: Run, tmp_path: Path) -> None:
        assert run("checklist", "export", "-o", str(tmp_path / "none" / "file")).code == 4


class TestWhenTheDataChanges:
    """The guide moves on; what a person did stays."""

    @pytest.fixture(autouse=True)
    def started(self, run: Run) -> None:
        ask(run, "profile", "add", "sql:2")
        ask(run, "checklist", "start", MANAGER)
        ask(run, "checklist", "done", "coaching")
        ask(run, "checklist", "done", "budget")

    def rewrite(self, tmp_path: Path, old: str, new: str) -> None:
        file = tmp_path / "cscareer" / "profile" / "profile.yaml"
        text = file.read_text(encoding="utf-8")
        assert old in text
        file.write_text(text.replace(old, new), encoding="utf-8")

    def test_an_item_whose_skill_vanished_is_kept_and_said(self, run: Run, tmp_path: Path) -> None:
        self.rewrite(tmp_path, "skill: coaching", "skill: telegraphy")
        self.rewrite(tmp_path, 'name: "Coaching"', 'name: "Telegraphy"')
        answer = ask(run, "checklist")
        gone = item(answer, "telegraphy")
        assert (gone["in_data"], gone["wanted"], gone["state"]) == (False, False, "have")
        assert "Telegraphy: the guide doesn't know this skill now, ticked" in run("checklist").out
        assert answer["checklists"][0]["total"] == 13  # coaching is wanted still, and new on the list
        assert item(ask(run, "checklist", "undo", "telegraphy"), "telegraphy")["state"] == "not-shown"
        assert item(ask(run, "checklist", "done", "Telegraphy"), "telegraphy")["state"] == "have"

    def test_an_item_the_role_wants_no_longer_is_kept_and_said(self, run: Run, tmp_path: Path) -> None:
        self.rewrite(tmp_path, "skill: coaching", "skill: sql-tuning")
        self.rewrite(tmp_path, "skill: sql-tuning", "skill: typing")
        assert item(ask(run, "checklist"), "typing")["wanted"] is False
        assert "the role doesn't want it now" in run("checklist").out

    def test_what_the_role_has_come_to_want_is_new_on_the_list(
        self, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        self.rewrite(tmp_path, "- skill: communication", "- skill: telegraphy")
        on(monkeypatch, "2026-11-20")
        assert item(ask(run, "checklist"), "communication")["added"] == "2026-11-20"
        ask(run, "checklist", "done", "communication")
        assert ("2026-11-20", "added", "communication") in changes(ask(run, "checklist", "diff"))

    def test_a_role_that_vanished_is_kept_with_all_its_items(self, run: Run, tmp_path: Path) -> None:
        self.rewrite(tmp_path, "role: customer-service-manager", "role: telegraphist")
        self.rewrite(tmp_path, 'title: "Customer Service Manager"', 'title: "Telegraphist"')
        answer = ask(run, "checklist")
        assert [(each["title"], each["in_data"]) for each in answer["checklists"]] == [
            ("Telegraphist", False)
        ]
        assert len(answer["items"]) == 13
        assert "Telegraphist (no role the guide knows now)" in run("checklist").out
        assert ask(run, "checklist", "drop", "--role", "telegraphist")["checklists"] == []

    def test_a_level_the_role_has_raised_counts(self, run: Run, tmp_path: Path) -> None:
        self.rewrite(tmp_path, "level: 3", "level: 2")
        assert item(ask(run, "checklist"), "coaching")["wanted_level"] == 3
        assert item(ask(run, "checklist"), "coaching")["state"] == "below"


def test_the_progress_bar_is_drawn_and_has_words(run: Run) -> None:
    ask(run, "checklist", "start", MANAGER)
    ask(run, "checklist", "done", "coaching")
    assert "░  1 of 13 done" in run("checklist", env={"COLUMNS": "80"}).out
    narrow = run("checklist", env={"COLUMNS": "24"}).out
    assert "1 of 13 done" in narrow
    assert "█" not in narrow
    assert "###....." in run("checklist", encoding="ascii", env={"COLUMNS": "80"}).out
