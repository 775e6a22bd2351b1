"""The help: words in place of types, nothing cut at any width, and a plain form."""

import re

import pytest
from conftest import COMMANDS, Run
from rows import each_row

from cscareer.render.help_format import turned

SHOWN = [(), *(each.words for each in COMMANDS)]


@each_row("words", SHOWN, ids="-".join)
def test_no_type_is_named_and_nothing_is_cut(run: Run, words: tuple[str, ...]) -> None:
    wide, narrow = (run(*words, "--help", env={"COLUMNS": width}).out for width in ("100", "40"))
    for shown in (wide, narrow):
        assert not re.search(r"<\w+|\[x[<>]|list\[|╭|│", shown)
    assert not re.search(r"\w…", narrow)
    options, _, examples = narrow.partition("\nExample")
    assert max(map(len, options.splitlines())) <= 40
    # An example is never folded: cut in two it couldn't be pasted.
    assert sorted(" ".join(narrow.split()).split()) == sorted(" ".join(wide.split()).split())
    assert bool(words) == bool(examples)


def test_bounds_and_choices_are_said_in_words(run: Run) -> None:
    shown = " ".join(run("match", "--help").out.split())
    assert "--top NUMBER" in shown
    assert "1 or more." in shown
    assert "One of: table, json, csv, markdown, jsonl." in shown
    assert "5 when left out" in " ".join(run("bulk", "people", "--help").out.split())


def test_where_there_is_one_format_alone_none_is_offered(run: Run) -> None:
    assert "--format" not in run("mcp", "--help").out
    assert "--json" not in run("mcp", "--help").out


@each_row("words", SHOWN, ids="-".join)
def test_plain_help_is_a_labelled_line_for_each_thing(run: Run, words: tuple[str, ...]) -> None:
    lines = run("--plain", *words, "--help", env={"COLUMNS": "40"}).out.splitlines()
    assert all(line[0].isalnum() for line in lines)
    assert any(line.startswith("Option --help") for line in lines)


@pytest.mark.parametrize("width", ["1", "20", "59", "60", "500"])
def test_any_width_will_do(run: Run, width: str) -> None:
    outcome = run("match", "--help", env={"COLUMNS": width})
    assert outcome.code == 0
    assert "--accept-near" in outcome.out


def test_help_loads_neither_rich_nor_models() -> None:
    import subprocess
    import sys

    code = (
        "import sys; from cscareer.cli.program import run; run(['match', '--help']);"
        "assert not {'rich', 'cscareer.catalog.models'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True, stdout=subprocess.DEVNULL)


def test_at_a_terminal_each_command_of_the_list_has_one_line_and_piped_all_is_said(run: Run) -> None:
    shown, piped = (
        run("--help", terminal=at_terminal, env={"COLUMNS": "80", "TERM": "dumb"}).out
        for at_terminal in (True, False)
    )
    commands = [line for line in shown.partition("\nOptions")[0].splitlines() if line.startswith("  ")]
    assert {line.split()[0] for line in commands} == {each.words[0] for each in COMMANDS}
    assert all(line.endswith(".") and len(line) <= 80 for line in commands)
    assert "and what moves it." in " ".join(piped.split())


def test_help_longer_than_the_screen_is_paged(monkeypatch: pytest.MonkeyPatch) -> None:
    turned_over: list[str] = []

    def page(text: str, _environment: object) -> bool:
        turned_over.append(text)
        return True

    monkeypatch.setattr("cscareer.render.pager.pages", lambda text, _environment: text.count("\n") >= 24)
    monkeypatch.setattr("cscareer.render.pager.page", page)
    assert (turned("a\n" * 30), turned("short")) == (True, False)
    assert turned_over == ["a\n" * 30 + "\n"]
    monkeypatch.setenv("CSCAREER_PLAIN", "1")
    assert not turned("a\n" * 30)
