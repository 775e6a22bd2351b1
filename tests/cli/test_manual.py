"""The manual page: all that the help says, in roff that no word of ours steers."""

import re
import shutil
import subprocess

import pytest
from conftest import COMMANDS

from cscareer.cli.manual import help_pages, manual
from cscareer.errors import ExitCode
from cscareer.render.help_format import HelpPage, HelpSection
from cscareer.render.man_format import draw_manual


@pytest.fixture(scope="module")
def page() -> str:
    return manual(COMMANDS)


def test_every_command_stands_in_it_with_its_options_and_examples(page: str) -> None:
    helped = dict(help_pages(COMMANDS))
    assert {each.words for each in COMMANDS} <= set(helped)
    for command in COMMANDS:
        assert f".SH {' '.join(command.words).upper()}".replace("-", r"\-") in page
    assert r".B \-\-accept\-near" in page
    assert r"cscareer offer 46000 \-\-role \(dqcustomer service specialist\(dq" in page
    assert all(f".B {int(code)}\n" in page for code in ExitCode)


def test_no_word_of_ours_steers_it() -> None:
    odd = HelpPage(
        "cscareer odd", ".so /etc/passwd\n\n'twas \\n(.x", [HelpSection("Options", [(".TH", "\\fB")])], ()
    )
    drawn = draw_manual([((), odd), (("odd",), odd)])
    assert "\n.so" not in drawn
    assert "\n'" not in drawn
    assert r"\n(" not in drawn.replace(r"\en(", "")


@pytest.mark.skipif(shutil.which("groff") is None, reason="no groff to read it with")
def test_groff_finds_nothing_wrong_with_it(page: str) -> None:
    groff = str(shutil.which("groff"))
    done = subprocess.run(
        [groff, "-man", "-ww", "-Tutf8", "-P-c"], input=page, capture_output=True, text=True, check=True
    )
    assert done.stderr == ""
    shown = re.sub(".\b", "", done.stdout)  # a letter struck twice is bold
    assert "cscareer offer [OPTIONS] AMOUNT\n" in shown
    assert "CSCAREER_DATA" in shown
