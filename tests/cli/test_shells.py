"""Completion in real shells, and how a line as it was typed is read and answered for them."""

import os
import re
import select
import shutil
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import pytest
from conftest import Run
from rows import each_row

from cscareer.cli.shells import Offers, complete, read_line

pty = pytest.importorskip("pty")


@each_row(
    ("line", "words", "last", "quote"),
    [
        ("cscareer pay ", ["cscareer", "pay", ""], "", ""),
        ("cscareer pay cs", ["cscareer", "pay", "cs"], "cs", ""),
        (r"x El\ Pa", ["x", "El Pa"], r"El\ Pa", ""),
        ('x "El Pa', ["x", "El Pa"], '"El Pa', '"'),
        ("x 'El Pa", ["x", "El Pa"], "'El Pa", "'"),
        ('x "a b" c', ["x", "a b", "c"], "c", ""),
        (r'x "a\"b\c', ["x", r'a"b\c'], r'"a\"b\c', '"'),
        (r"x 'a\b' ", ["x", r"a\b", ""], "", ""),
        ('x "" ', ["x", "", ""], "", ""),
        ("x a:b", ["x", "a:b"], "a:b", ""),
        ("x a\\", ["x", "a"], "a\\", ""),
        ("", [""], "", ""),
    ],
)
def test_a_line_is_read_as_a_shell_means_it(line: str, words: list[str], last: str, quote: str) -> None:
    assert read_line(line) == (words, last, quote)


@each_row(
    ("typed", "offers", "told"),
    [
        ("x Coe", ["Coeur d'Alene, ID"], [r"Coeur\ d\'Alene,\ ID"]),
        ('x "Coe', ["Coeur d'Alene, ID"], ["Coeur d'Alene, ID"]),
        ("x 'Coe", ["Coeur d'Alene, ID"], [r"Coeur d'\''Alene, ID"]),
        (r"x El\ Pa", ["El Paso, TX"], [r"El\ Paso,\ TX"]),
        ("x coaching:adv", ["coaching:advanced"], ["advanced"]),
        ('x "sql:2,coaching:adv', ["sql:2,coaching:advanced"], ["sql:2,coaching:advanced"]),
        ("x --role=cust", ["customer-service-manager"], ["customer-service-manager"]),
        ("x $", ["$HOME `rm` *"], [r"\$HOME\ \`rm\`\ \*"]),
        ('x "', ["$HOME `rm` *"], [r"\$HOME \`rm\` *"]),
        ("x ", [], []),
    ],
)
def test_bash_is_told_the_end_of_the_word_so_that_it_is_one_argument(
    typed: str, offers: list[str], told: list[str]
) -> None:
    def ask(words: Sequence[str], described: bool) -> Offers:
        assert not described
        assert "=" not in words[-1]
        return [(offer, "") for offer in offers]

    assert complete("line_bash", {"_CSCAREER_LINE": typed}, ask).splitlines() == told


def test_other_word_breaks_are_heard_and_zsh_is_told_whole_words_with_what_they_are() -> None:
    def ask(words: Sequence[str], described: bool) -> Offers:
        return [(f"{words[-1]}anced", "a level" if described else "")]

    sent = {"_CSCAREER_LINE": "x coaching:adv", "_CSCAREER_BREAKS": " \t"}
    assert complete("line_bash", sent, ask) == "coaching:advanced\n"
    assert complete("line_zsh", sent, ask) == "coaching:advanced\ta level\n"


def test_the_program_answers_a_line(run: Run) -> None:
    sent = {
        "_CSCAREER_COMPLETE": "line_bash",
        "_CSCAREER_LINE": "cscareer --no-color match --have coaching:adv",
    }
    assert run(env=sent).out == "advanced\n"
    told = run(env={"_CSCAREER_COMPLETE": "line_zsh", "_CSCAREER_LINE": "cscareer skills --role=help-d"})
    assert told.out == "--role=help-desk-technician\tHelp Desk Technician\n"
    assert run(env={"_CSCAREER_COMPLETE": "line_bash"}).code == 0


@pytest.mark.parametrize("shell", ["bash", "zsh"])
def test_our_script_is_the_one_that_is_shown(run: Run, monkeypatch: pytest.MonkeyPatch, shell: str) -> None:
    monkeypatch.setattr("typer.completion._get_shell_name", lambda: shell)
    shown = run("--show-completion").out
    assert f"_CSCAREER_COMPLETE=line_{shell}" in shown
    assert "%" not in shown.replace("%(", "")


READY, DONE = b"READY>", b"DONE"
STARTED = {
    "bash": (["bash", "--norc", "--noprofile", "-i"], []),
    "zsh": (["zsh", "-f", "-i"], ["PROMPT='READY>'; fpath+=~; autoload -U compinit; compinit -u -D"]),
    "fish": (["fish", "--no-config", "-i", "-C", "function fish_prompt; echo -n 'READY>'; end"], []),
}
# What is typed, what of the completion is to be seen before Enter is pressed, and what the program is given.
TYPED = {
    "cscareer pay csr -l Coeur\t": (b"Alene", ["pay", "csr", "-l", "Coeur d'Alene, ID"]),
    'cscareer pay csr -l "Coeur\t': (b"Alene", ["pay", "csr", "-l", "Coeur d'Alene, ID"]),
    "cscareer match --have coaching:adv\t": (b"anced", ["match", "--have", "coaching:advanced"]),
}


@pytest.mark.slow
@pytest.mark.parametrize("shell", STARTED)
def test_a_real_shell_completes_a_place_or_a_level_to_one_argument(
    run: Run, monkeypatch: pytest.MonkeyPatch, shell: str, tmp_path: Path
) -> None:
    if shutil.which(shell) is None:
        pytest.skip(f"no {shell} here")
    words, first = STARTED[shell]
    program = tmp_path / "cscareer"  # says what it is given; only completion is the real one
    program.write_text(
        f'#!/bin/sh\nif [ -n "$_CSCAREER_COMPLETE" ]; then exec "{sys.executable}" -m cscareer "$@"; fi\n'
        'printf "<%s>" "$@"; echo DONE\n',
        encoding="utf-8",
    )
    program.chmod(0o755)
    script = tmp_path / "_cscareer"  # as zsh finds it by itself where it is installed
    monkeypatch.setattr("typer.completion._get_shell_name", lambda: shell)
    script.write_text(run("--show-completion").out, encoding="utf-8")
    env = {"PATH": f"{tmp_path}:{os.environ['PATH']}", "HOME": str(tmp_path), "PS1": "READY>", "LANG": "C.UTF-8", "TERM": "dumb" if shell != "fish" else "xterm"}  # fmt: skip
    screen = Terminal(words, env)
    try:
        screen.read(READY, 20)
        for line in first or [f"source {script}"]:
            screen.write(f"{line}\n")
            screen.read(READY, 20)
        for typed, (seen, meant) in TYPED.items():
            screen.write(typed)
            screen.read(seen, 20, quiet=0.3)
            screen.write("\n")
            told = screen.read(DONE, 20).rpartition(DONE)[0]
            assert re.findall("<([^>\n]*)>", told.decode("utf-8", "replace")) == meant, told
    finally:
        screen.close()


class Terminal:
    """A terminal with a shell in it."""

    def __init__(self, words: list[str], env: dict[str, str]) -> None:
        self._pid, self._end = pty.fork()
        if self._pid == 0:
            os.execvpe(words[0], words, env)  # noqa: S606  the shell itself

    def write(self, text: str) -> None:
        os.write(self._end, text.encode())

    def read(self, until: bytes, seconds: float, quiet: float = 0) -> bytes:
        """What is printed until some words are, and then nothing more for so long."""
        printed, last = b"", time.monotonic()
        end = last + seconds
        while time.monotonic() < end and not (until in printed and time.monotonic() - last >= quiet):
            if select.select([self._end], [], [], 0.05)[0]:
                try:
                    printed += os.read(self._end, 65_536)
                except OSError:
                    break
                last = time.monotonic()
        return printed

    def close(self) -> None:
        os.close(self._end)
        os.kill(self._pid, 9)
        os.waitpid(self._pid, 0)
