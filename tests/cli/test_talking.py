"""Questions to a person at a terminal."""

from collections.abc import Callable

import pytest
from conftest import Outcome, Run
from rows import each_row

from cscareer.cli.talking import option_meant

Talk = Callable[..., Outcome]
OPTIONS = ["An offer", "New to this work", "The next step"]
WORDS = [["offer", "job offer"], ["new", "beginner", "no experience"], ["next", "promotion"]]


def first_line(outcome: Outcome) -> str:
    """The title, which is drawn alike each time; links have numbers that aren't."""
    return outcome.out.partition("\n")[0]


@each_row(
    ("said", "meant"),
    [
        ("1", 0), ("3", 2), ("4", None), ("0", None), ("an offer", 0), ("AN", 0), ("new", 1),
        ("I have no experience", 1), ("I want a promotion!", 2), ("a new job offer", 0), ("whatever", None), ("", None), ("1" * 5_000, None),
    ],
)  # fmt: skip
def test_an_option_is_meant_by_its_number_its_beginning_or_a_word_for_it(
    said: str, meant: int | None
) -> None:
    assert option_meant(said, OPTIONS, WORDS) == meant


@pytest.mark.parametrize(
    ("command", "like"), [("role", "roles"), ("outlook", "roles"), ("skill", "skills"), ("metric", "metrics")]
)
def test_off_a_terminal_a_command_without_a_name_lists_what_there_is(
    run: Run, command: str, like: str
) -> None:
    assert run(command).out == run(like).out
    assert run(command, "--json").out == run(like, "--json").out


@pytest.mark.parametrize(
    ("command", "typed", "asked"),
    [
        ("role", ["customer service specialist"], ["role", "customer service specialist"]),
        ("outlook", ["xyzzy", "?", "2"], ["outlook", "customer service specialist"]),
        ("skill", ["coaching"], ["skill", "coaching"]),
        ("metric", ["fcr"], ["metric", "fcr"]),
        ("gap", ["account manager", "", "", "", "", "", "", "", "", "", ""], ["gap", "account manager"]),
        ("trend", ["account manager"], ["trend", "account manager"]),
    ],
)
def test_on_a_terminal_it_asks_and_takes_a_name_or_a_number(
    talk: Talk, run: Run, command: str, typed: list[str], asked: list[str]
) -> None:
    outcome = talk(command, typed=typed)
    assert (outcome.code, first_line(outcome)) == (0, first_line(run(*asked, terminal=True)))
    assert "Which" in outcome.err


def test_a_question_can_be_left(talk: Talk) -> None:
    assert (talk("role", typed=["q"]).code, talk("role", typed=["q"]).out) == (0, "")
    assert talk("role", typed=[]).code == 130


def test_a_profile_that_says_the_role_is_not_asked(talk: Talk, run: Run) -> None:
    run("profile", "set", "--role", "account manager")
    outcome = talk("role", typed=[])
    assert first_line(outcome) == first_line(run("role", "account manager", terminal=True))
    assert "Using your profile's role, Account Manager" in outcome.err
    assert first_line(run("trend")) == first_line(run("trend", "account manager"))


def test_off_a_terminal_without_a_profile_the_role_is_asked_for_as_an_error(run: Run) -> None:
    outcome = run("gap")
    assert (outcome.code, outcome.out) == (2, "")
    assert "profile set --role" in " ".join(outcome.err.split())


@pytest.mark.parametrize("env", [{"TERM": "dumb"}, {"CSCAREER_PLAIN": "1"}])
def test_nothing_is_asked_of_a_terminal_that_cannot_draw_or_reads_aloud(
    talk: Talk, env: dict[str, str]
) -> None:
    outcome = talk("skill", typed=[], env=env)
    assert outcome.code == 0
    assert "Which skill" not in outcome.err


def test_no_question_or_option_is_cut_within_a_word(talk: Talk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    said = talk("match", typed=["y", "1", "q", "q"]).err
    lines = said.splitlines()
    assert max(map(len, lines)) < 40
    assert any(line.startswith("     ") for line in lines), "an option goes on under its first word"


def test_a_list_of_names_stands_on_one_screen(talk: Talk) -> None:
    listed = talk("role", typed=["?", "q"], env={"COLUMNS": "80", "TERM": "xterm"}).err
    rows = [line for line in listed.splitlines() if line[:3].strip().isdecimal()]
    assert len(rows) <= 20
    assert max(map(len, rows)) < 80
    assert all(f"{number} " in listed for number in range(1, 41))
