"""What the shell offers: names of roles and skills, not only flags."""

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import command_line

Complete = Callable[..., list[str]]


@pytest.fixture
def complete(tmp_path: Path) -> Complete:
    def offered(words: str, **env: str) -> list[str]:
        done = subprocess.run(
            command_line([]),
            env={
                **os.environ,
                "XDG_DATA_HOME": str(tmp_path),
                "_CSCAREER_COMPLETE": "complete_bash",
                "COMP_WORDS": words,
                "COMP_CWORD": str(len(words.split(" ")) - 1),
                **env,
            },
            capture_output=True,
            text=True,
            check=False,
            timeout=60,
        )
        assert done.stderr == ""
        return done.stdout.split()

    return offered


def test_commands_are_offered(complete: Complete) -> None:
    assert {"roles", "role"} <= set(complete("cscareer rol"))


@pytest.mark.parametrize("command", ["role", "pay", "compare", "gap", "skills --role"])
def test_roles_are_offered_by_their_ids(complete: Complete, command: str) -> None:
    assert set(complete(f"cscareer {command} customer-service-m")) == {"customer-service-manager"}
    assert set(complete(f"cscareer {command} customer-s")) == {
        "customer-service-specialist",
        "customer-service-trainer",
        "customer-service-team-lead",
        "customer-service-manager",
        "customer-success-manager",
    }


def test_skills_are_offered_by_their_ids(complete: Complete) -> None:
    assert complete("cscareer skill emp") == ["empathy"]


def test_the_last_skill_of_a_list_is_offered_and_then_its_levels(complete: Complete) -> None:
    assert complete("cscareer gap csr --have emp") == ["empathy"]
    assert complete("cscareer gap csr --have typing,emp") == ["typing,empathy"]


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        ("cscareer roles --level s", {"specialist", "senior"}),
        ("cscareer roles --track tech", {"technical"}),
        ("cscareer roles --industry health", {"healthcare"}),
        ("cscareer skills --kind a", {"ai"}),
        ("cscareer roles --format j", {"json"}),
    ],
)
def test_words_of_filters_are_offered(complete: Complete, words: str, offered: set[str]) -> None:
    assert set(complete(words)) == offered


def test_a_folder_that_cannot_be_read_offers_nothing_and_says_nothing(complete: Complete) -> None:
    assert complete("cscareer role c", CSCAREER_DATA="/nonexistent") == []


def test_the_folder_given_is_the_one_completed_from(complete: Complete, tmp_path: Path) -> None:
    (tmp_path / "roles.yaml").write_bytes((Path(__file__).parent / "own_role.yaml").read_bytes())
    assert complete(f"cscareer --data-dir {tmp_path} role chat") == ["chat-host"]
