"""Commands to copy over several lines."""

import subprocess

import pytest

from cscareer.render.commands import broken, held, let_go

LONG = (
    'match --have "call center specialist,communication:3,de-escalation,active listening:2,Excel" '
    "--level entry --level specialist --top 5 -l 'St. Mary'\"'\"'s, MD' --resume /home/jo/papers/my-resume-of-2026-in-full.txt"
)


@pytest.mark.parametrize("width", [80, 60, 40, 24])
def test_a_command_copied_over_lines_is_the_same_to_a_shell(width: int) -> None:
    lines = broken("Next: ", f"cscareer {LONG}", width)
    assert len(lines) > 1
    assert lines[0].startswith("Next: cscareer ")
    assert all(line.endswith("\\") for line in lines[:-1])
    uncut = "'St. Mary'", "/home"  # what nothing may cut
    assert all(len(line) <= width or any(each in line for each in uncut) for line in lines)
    copied = "\n".join(lines).removeprefix("Next: cscareer ")
    said = [
        subprocess.run(["/bin/sh", "-c", f"printf '%s|' {each}"], capture_output=True, check=True).stdout
        for each in (LONG, copied)
    ]
    assert said[0] == said[1]


def test_what_fits_and_what_is_no_command_stays_as_it_is() -> None:
    assert broken("Next: ", "cscareer roles", 80) == ["Next: cscareer roles"]
    odd = 'cscareer pay "half a name ' + "x" * 80
    assert broken("", odd, 40) == [odd]


def test_within_prose_no_line_breaks_in_a_command_that_fits_one() -> None:
    text = 'Type `cscareer pay "account manager" -l Denver` now, not later.'
    kept = held(text, 80)
    assert len(kept) == len(text)
    assert [let_go(word) for word in kept.split()][1] == '`cscareer pay "account manager" -l Denver`'
    assert let_go(held(text, 30)).split() == text.split()
    assert '"account manager"' in [let_go(word) for word in held(text, 30).split()]
