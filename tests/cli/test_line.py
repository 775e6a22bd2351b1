"""A command line as people type it."""

from pathlib import Path

import pytest
from conftest import COMMANDS, Run
from rows import each_row

from cscareer import __version__
from cscareer.cli.line import read_line_of
from cscareer.errors import UsageError

FLAGS = ("--no-color", "--no-profile")


def read(line: str) -> list[str]:
    return read_line_of(line.split(), COMMANDS, FLAGS).words


@each_row(
    ("line", "words"),
    [
        ("roles --no-color", "--no-color roles"),
        ("role csr --no-profile -l Denver", "--no-profile role csr -l Denver"),
        ("role csr --data-dir mine", "--data-dir mine role csr"),
        ("role csr --data-dir=mine", "--data-dir=mine role csr"),
        ("help", "--help"),
        ("help profile set", "profile set --help"),
        ("title -- --no-color", "title -- --no-color"),
        ("nonsense --no-color", "--no-color nonsense"),
        ("roles -f md", "roles -f markdown"),
        ("roles --format=MD", "roles --format=markdown"),
        ("roles -f=json", "roles --format=json"),
        ("--json roles", "roles --json"),
        ("-f md role csr", "role csr -f markdown"),
        ("Roles \u2014json", "roles --json"),
        ("title -- \u2014json", "title -- \u2014json"),
    ],
)
def test_options_of_the_whole_program_may_stand_anywhere_and_help_is_a_command(line: str, words: str) -> None:
    assert read(line) == words.split()


@each_row(
    ("line", "value"),
    [
        ("pay csr -l Columbus OH", "Columbus OH"),
        ("pay csr --location San Francisco CA --per hour", "San Francisco CA"),
        ("offer 46000 --role customer service specialist", "customer service specialist"),
        ("offer 46000 --role csr --against 50k --against-location Round Rock TX", "Round Rock TX"),
        ("path --from call center specialist", "call center specialist"),
        ("pay -l Austin csr", "Austin"),
        ("pay -l Columbus OH csr", "Columbus OH"),
        ("offer --role csr 46000", "csr"),
    ],
)
def test_a_place_or_title_of_several_words_is_one_where_it_makes_a_known_name(line: str, value: str) -> None:
    assert value in read(line)


def test_how_words_were_joined_is_told_on_stderr(run: Run) -> None:
    outcome = run("role", "csr", "-l", "Columbus", "OH")
    assert outcome.err == 'Reading "Columbus OH" as one name.\n'
    assert outcome.out == run("role", "csr", "-l", "Columbus, OH").out


@pytest.mark.parametrize(
    "line",
    [
        "role csr -l Austin -l Denver",
        "roles -l Austin --location=Denver",
        "role csr -lAustin -l Denver",
        "offer 1 --role csr --role csm",
    ],
)
def test_an_option_of_one_value_given_twice_is_an_error(line: str, run: Run) -> None:
    with pytest.raises(UsageError, match="stands there twice"):
        read(line)
    outcome = run(*line.split())
    assert (outcome.code, outcome.out) == (2, "")


@pytest.mark.parametrize("line", ["compare csr -l Austin -l Denver", "roles --level senior --level lead"])
def test_an_option_of_several_values_may_be_given_again(line: str) -> None:
    assert read(line) == line.split()


def test_the_short_option_shows_the_version(run: Run) -> None:
    assert run("-V").out == run("--version").out == f"cscareer {__version__}\n"


def test_help_of_a_command_is_its_help(run: Run) -> None:
    assert run("help", "pay").out == run("pay", "--help").out
    assert run("help").out == run("--help").out


@each_row(
    ("line", "words"),
    [
        ("offer 22.50/hr call center agent -l Denver", "offer|22.50/hr|-l|Denver|--role|call center agent"),
        ("offer $22.50 an hour --role csr", "offer|$22.50 an hour|--role|csr"),
        ("offer 22.50 an hour as a csr in Columbus OH", "offer|22.50 an hour|--role|csr|--location|Columbus OH"),
        ("offer 46k Columbus OH csr", "offer|46k|--location|Columbus OH|--role|csr"),
        ("offer 46k csr gibberish --per year", "offer|46k|--per|year|--role|csr|--location|gibberish"),
        ("offer 46k csr --role csr", "offer|46k|csr|--role|csr"),
        ("offer 46k --role csr --against 24 an hour", "offer|46k|--role|csr|--against|24 an hour"),
        ("raise 41k --was 20 an hour --since May 2022", "raise|41k|--was|20 an hour|--since|May 2022"),
        ("path csr --within 2 years --by pay", "path|csr|--within|2 years|--by|pay"),
        ("checklist start csr --by next June", "checklist|start|csr|--by|next June"),
        ("offer -- 46k csr", "offer|--|46k|csr"),
    ],
)  # fmt: skip
def test_an_amount_a_time_a_title_and_a_place_need_no_quotes_and_no_option_names(
    line: str, words: str
) -> None:
    assert read(line) == words.split("|")


def test_a_file_that_stands_loose_is_the_resume(tmp_path: Path) -> None:
    resume = tmp_path / "me.txt"
    resume.write_text("I answer calls.")
    assert read(f"gap csr {resume}") == ["gap", "csr", "--resume", str(resume)]
    assert read(f"match {resume} --top 3") == ["match", "--top", "3", "--resume", str(resume)]
    assert read(f"match {resume} --resume {resume}") == ["match", str(resume), "--resume", str(resume)]
    assert read(f"posting {resume}") == ["posting", str(resume)], "its own file is the ad"
    assert read(f"profile import {resume}") == ["profile", "import", str(resume)]
    assert read("match not-there.txt") == ["match", "--resume", "not-there.txt"], "which says so"
    assert read("gap tier.ii") == ["gap", "tier.ii"]


@pytest.mark.parametrize(
    ("line", "words", "told"),
    [
        (["pay", "csr in Denver"], ["pay", "csr", "--location", "Denver"], 'Reading "in Denver" as the place'),
        (["pay", "csr", "in", "Columbus", "OH"], ["pay", "csr", "--location", "Columbus OH"], "as the place, as with -l"),
        (["compare", "csr", "account manager IN Austin"], ["compare", "csr", "account manager", "--location", "Austin"], "IN Austin"),
        (["offer", "46k", "--role", "csr in Denver"], ["offer", "46k", "--role", "csr", "--location", "Denver"], "as the place"),
        (["pay", "csr in Denver", "-l", "Austin"], ["pay", "csr", "-l", "Austin"], "as -l says where"),
        (["gap", "csr in Denver"], ["gap", "csr"], "as this asks for no place"),
        (["pay", "csr in Paris"], ["pay", "csr"], 'Left out: "in Paris"'),
        (["pay", "csr", "Austin", "TX"], ["pay", "csr", "--location", "Austin TX"], "as the place, as with -l"),
        (["compare", "Denver", "csr", "account", "manager"], ["compare", "csr", "account", "manager", "--location", "Denver"], '"Denver"'),
        (["pay", "csr", "lead"], ["pay", "csr", "lead"], ""),
        (["pay", "csr", "nonsense"], ["pay", "csr", "nonsense"], ""),
        (["pay", "specialist in training"], ["pay", "specialist in training"], ""),
        (["title", "csr in Denver"], ["title", "csr in Denver"], ""),
    ],
)  # fmt: skip
def test_a_place_behind_a_title_is_the_place_or_is_said_to_be_left_out(
    line: list[str], words: list[str], told: str
) -> None:
    read_so = read_line_of(line, COMMANDS, FLAGS)
    assert read_so.words == words
    assert told.casefold() in " ".join(read_so.notes).casefold()
    assert bool(read_so.notes) == bool(told)


def test_of_several_resumes_it_is_said_how_many_people_are_given(run: Run, tmp_path: Path) -> None:
    files = [tmp_path / name for name in ("ana.md", "ben.md")]
    for file in files:
        file.write_text("Cashier, Kroger, 2019 - 2023", encoding="utf-8")
    outcome = run("match", *map(str, files))
    assert outcome.code == 2
    assert "One resume is read at a time" in outcome.err
    assert "--people FILE.jsonl" in outcome.err


def test_a_resume_that_is_not_there_is_told_and_no_title_is_made_of_its_name(run: Run) -> None:
    outcome = run("gap", "csr", "not-there.md")
    assert outcome.code == 3
    assert "not-there.md can't be read" in outcome.err
