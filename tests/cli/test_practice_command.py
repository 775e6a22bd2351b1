"""`practice` as a person or a script runs it, and the rehearsal at a real terminal."""

import csv
import io
import json
import os
import pty
import re
import select
import subprocess
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import pytest
from conftest import FORMS, Run, become, command_line, fork
from jsonschema import Draft202012Validator
from rows import each_row

from cscareer.catalog.loading import load_catalog
from cscareer.schemas import json_schema

SCENARIOS = load_catalog(environment={}).scenarios
Process = Callable[..., subprocess.CompletedProcess[bytes]]


@each_row("scenario_id", SCENARIOS)
@each_row("output_format", ["table", "json", "csv", "markdown"])
def test_every_scenario_is_shown_in_every_format(run: Run, scenario_id: str, output_format: str) -> None:
    outcome = run("practice", scenario_id, "-f", output_format, env={"COLUMNS": "80"})
    assert (outcome.code, outcome.err) == (0, "")
    shown = " ".join(outcome.out.replace("\\", "").replace('""', '"').split())
    assert SCENARIOS[scenario_id].summary.replace('"', "") in shown.replace('"', "")


@pytest.mark.parametrize("said", ["outage", "Outage with no end in sight", "internet down"])
def test_a_scenario_is_named_by_id_title_or_alias_without_quotes(run: Run, said: str) -> None:
    outcome = run("practice", *said.split(), "--json")
    assert (outcome.code, outcome.err) == (0, "")
    assert json.loads(outcome.out)["id"] == "outage"


def test_a_misspelt_name_is_suggested(run: Run) -> None:
    outcome = run("practice", "refund", "refussed")
    assert (outcome.code, outcome.out) == (2, "")
    assert "Did you mean: Refund refused?" in outcome.err


def test_situation_and_opening_stand_before_what_gives_the_answer_away(run: Run) -> None:
    shown = run("practice", "angry customer", "--full", terminal=True).out
    places = [
        shown.index(heading)
        for heading in ("Where you stand", "The customer begins", "What great looks like", "A good reply")
    ]
    assert places == sorted(places)


def test_a_skill_narrows_the_list_and_the_choice_by_chance(run: Run) -> None:
    rows = json.loads(run("practice", "--skill", "privacy security", "--json").out)["scenarios"]
    assert {row["id"] for row in rows} >= {"privacy-request", "unverified-caller"}
    for seed in range(8):
        picked = json.loads(
            run("practice", "--random", "--skill", "privacy security", "--seed", str(seed), "--json").out
        )
        assert picked["id"] in {row["id"] for row in rows}


def test_a_seed_picks_the_same_again(run: Run) -> None:
    first, second = (run("practice", "--random", "--seed", "11").out for _ in range(2))
    assert first == second


def test_without_a_seed_chance_picks_more_than_one(run: Run) -> None:
    assert len({run("practice", "--random", "-f", "csv").out for _ in range(12)}) > 1


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["angry customer", "--random"], "--random chooses a scenario, and you named one already"),
        (["angry customer", "--skill", "empathy"], "--skill chooses a scenario"),
        (["--seed", "3"], "--seed belongs to --random"),
        (["angry customer", "--seed", "3"], "--seed belongs to --random"),
        (["--score"], "--score needs a scenario"),
        (["--random", "--skill", "sql"], "No scenario asks for SQL"),
        (["--skill", "juggling"], 'No skill goes by "juggling"'),
        ([""], "An empty name is no scenario"),
    ],
)
def test_words_that_clash_are_refused_with_what_to_do(run: Run, arguments: list[str], said: str) -> None:
    outcome = run("practice", *arguments)
    assert (outcome.code, outcome.out) == (2, "")
    assert said in outcome.err
    assert len(outcome.err.splitlines()) >= 2


@pytest.mark.parametrize("arguments", [[], ["--json"]])
def test_scoring_never_waits_where_nobody_can_answer(process: Process, arguments: list[str]) -> None:
    done = process("practice", "outage", "--score", *arguments, stdin=b"\nyes\nyes\nyes\nyes\nyes\n")
    assert (done.returncode, done.stdout) == (2, b"")
    assert b"no terminal to answer them in" in done.stderr


def test_scoring_with_standard_input_closed_is_refused_too() -> None:
    done = subprocess.run(
        ["/bin/sh", "-c", 'exec "$@" <&-', "sh", *command_line(["practice", "outage", "--score"])],
        capture_output=True,
        timeout=60,
        check=False,
    )
    assert (done.returncode, done.stdout) == (2, b"")
    assert b"Traceback" not in done.stderr


@dataclass(frozen=True)
class Rehearsal:
    """How a run at a terminal ended: its exit code, what the screen showed, and what went to a pipe instead."""

    code: int
    screen: str
    piped: str


Rehearse = Callable[..., Rehearsal]


@pytest.fixture
def rehearse(tmp_path: Path) -> Rehearse:
    """Runs `practice` at a real terminal, typing each line once the program waits for it."""

    def rehearse_typing(
        arguments: Sequence[str], typed: Sequence[bytes], *, piped: bool = False
    ) -> Rehearsal:
        leader, follower = pty.openpty()
        out = tmp_path / "out"
        with out.open("wb") as pipe:
            running = fork()
            if running == 0:
                os.setsid()
                _take_terminal(follower)
                for stream, file in enumerate((follower, pipe.fileno() if piped else follower, follower)):
                    os.dup2(file, stream)
                os.closerange(3, 256)  # or it would keep the terminal open for itself
                kept = {"XDG_DATA_HOME": str(tmp_path / "nobody"), "COLUMNS": "80", "NO_COLOR": "1"}
                become(["practice", *arguments], {**os.environ, **kept})
        os.close(follower)
        screen = b""
        for line in typed:
            screen += _read_until(leader, b") ", b"done. ", b"letter. ")
            with suppress(OSError):
                os.write(leader, line)
        screen += _read_until(leader)
        code = os.waitstatus_to_exitcode(os.waitpid(running, 0)[1])
        os.close(leader)
        return Rehearsal(
            code, screen.decode("utf-8", "replace").replace("\r\n", "\n"), out.read_text(encoding="utf-8")
        )

    return rehearse_typing


def _take_terminal(follower: int) -> None:
    """Makes it the terminal that Ctrl-C at it interrupts."""
    import fcntl
    import termios

    fcntl.ioctl(follower, termios.TIOCSCTTY, 0)


def _read_until(leader: int, *ends: bytes) -> bytes:
    """What the screen shows until the program waits with one of these, or is gone."""
    shown = b""
    while not (ends and shown.endswith(ends)):
        if not select.select([leader], [], [], 30)[0]:
            raise AssertionError(f"the program waits without asking: {shown[-200:]!r}")
        try:
            part = os.read(leader, 65_536)
        except OSError:  # how Linux says that the other end is closed
            break
        if not part:
            break
        shown += part
    return shown


posix = pytest.mark.skipif(os.name != "posix", reason="a terminal of POSIX")
ANSWERS = [b"\n", b"yes\n", b"Partly\n", b"n\n", b"y\n", b" YES \n", b"no\n"]
KEPT = [*ANSWERS[:-1], b"yes\n"]


@posix
def test_a_rehearsal_shows_the_scene_asks_for_each_behaviour_and_adds_up(rehearse: Rehearse) -> None:
    done = rehearse(["outage", "--score"], ANSWERS)
    assert done.code == 0
    scenario = SCENARIOS["outage"]
    start, _, asked = done.screen.partition("Press Enter")
    assert all(line in " ".join(start.split()) for line in scenario.opening)
    assert "better reply" not in start
    assert not any(behaviour.words in start for behaviour in scenario.rubric)
    said = " ".join(asked.split())
    places = [said.index(behaviour.words) for behaviour in scenario.rubric]
    assert places == sorted(places)
    assert "7 of 10 points" in asked
    assert "Work on next" in asked
    assert "Next: cscareer skill " in asked


@posix
def test_what_was_written_to_the_customer_stands_beside_both_replies(rehearse: Rehearse) -> None:
    done = rehearse(["outage", "--score"], [b"I am sorry, tell me more.\n", *ANSWERS[1:]])
    said = " ".join(re.sub(r"\x1b\[[0-9;]*m", "", done.screen).split())
    assert "What you said “I am sorry, tell me more.” A good reply" in said
    assert said.index("A better reply") < said.index("What makes it better")


@posix
@pytest.mark.slow
def test_an_unclear_answer_is_asked_again(rehearse: Rehearse) -> None:
    done = rehearse(["outage", "--score"], [b"\n", b"maybe\n", b"\n", b"\xff\xfe\n", *ANSWERS[1:]])
    assert done.code == 0
    assert done.screen.count("one of these words, please") == 3
    assert "7 of 10 points" in done.screen


@posix
def test_the_score_alone_goes_to_a_pipe_and_fits_its_schema(rehearse: Rehearse) -> None:
    done = rehearse(["outage", "--score", "--json"], ANSWERS, piped=True)
    content = json.loads(done.piped)
    Draft202012Validator(json_schema("practice-score", FORMS)).validate(content)
    assert next(iter(content)) == "schema"
    assert (done.code, content["points"], content["out_of"]) == (0, 7, 10)
    assert [item["done"] for item in content["behaviours"]] == ["yes", "partly", "no", "yes", "yes"]
    assert "The customer begins" in done.screen


@posix
@pytest.mark.slow
def test_the_score_is_written_as_csv_and_markdown_too(rehearse: Rehearse) -> None:
    header, *rows = csv.reader(
        io.StringIO(rehearse(["outage", "--score", "-f", "csv"], ANSWERS, piped=True).piped)
    )
    assert header == ["words", "skill.id", "skill.name", "done", "points"]
    assert [row[-1] for row in rows] == ["2", "1", "0", "2", "2"]
    markdown = rehearse(["outage", "--score", "-f", "markdown"], ANSWERS, piped=True).piped
    assert markdown.startswith("# Outage with no end in sight: how it went\n")
    assert markdown.count("- [x]") == 3


@posix
@pytest.mark.parametrize(
    "typed",
    [pytest.param(0, marks=pytest.mark.slow), 1, pytest.param(3, marks=pytest.mark.slow)],
    ids=["at once", "at the first question", "at a later one"],
)
@pytest.mark.parametrize("key", [b"\x03", b"\x04"], ids=["Ctrl-C", "Ctrl-D"])
def test_leaving_it_ends_with_130_and_no_score(rehearse: Rehearse, key: bytes, typed: int) -> None:
    done = rehearse(["outage", "--score", "--json"], [*ANSWERS[:typed], key], piped=True)
    assert (done.code, done.piped) == (130, "")
    assert "Traceback" not in done.screen
    assert done.screen.endswith("\n")


@posix
def test_formats_that_clash_are_told_before_anything_is_asked(rehearse: Rehearse) -> None:
    done = rehearse(["outage", "--score", "--json", "-f", "csv"], [], piped=True)
    assert (done.code, done.piped) == (2, "")
    assert "can't be used together" in done.screen
    assert "The customer begins" not in done.screen


@posix
@pytest.mark.slow
def test_a_name_read_from_its_beginning_is_announced_once(rehearse: Rehearse) -> None:
    done = rehearse(["outa", "--score"], ANSWERS)
    assert done.screen.count('Reading "outa" as Outage with no end in sight.') == 1


@pytest.mark.slow
@posix
@pytest.mark.parametrize(
    ("typed", "kept"), [(ANSWERS, False), (KEPT, True), ([*ANSWERS[:-1], b"\x03"], False)]
)
def test_a_score_is_kept_only_when_the_person_agrees(
    rehearse: Rehearse, tmp_path: Path, typed: Sequence[bytes], kept: bool
) -> None:
    done = rehearse(["outage", "--score"], typed)
    assert "7 of 10 points" in done.screen
    file = tmp_path / "nobody" / "cscareer" / "profile" / "profile.yaml"
    assert file.exists() == kept
    if kept:
        assert "Kept." in done.screen
        assert "points: 7" in file.read_text(encoding="utf-8")


@posix
@pytest.mark.slow
def test_a_behaviour_is_broken_between_words(rehearse: Rehearse) -> None:
    done = rehearse(["wrong bill", "--score"], [*ANSWERS])
    shown = " ".join(done.screen.split())
    assert all(behaviour.words in shown for behaviour in SCENARIOS["wrong-bill"].rubric)
    assert max(map(len, re.sub(r"\x1b\[[0-9;]*m", "", done.screen).splitlines())) <= 80
