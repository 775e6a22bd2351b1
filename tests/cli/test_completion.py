"""What the shell offers: names of roles and skills, not only flags."""

import contextlib
import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import Run
from rows import each_row

from cscareer.catalog.loading import Catalog
from cscareer.catalog.lookup import find
from cscareer.errors import AmbiguousNameError

Complete = Callable[..., list[str]]
Process = Callable[..., subprocess.CompletedProcess[bytes]]


def asked(words: str) -> dict[str, str]:
    """What bash tells the program when a person presses TAB behind these words."""
    typed = len(re.findall(r'"[^"]*"?|\S+', words))
    return {
        "_CSCAREER_COMPLETE": "complete_bash",
        "COMP_WORDS": words,
        "COMP_CWORD": str(typed - (not words.endswith(" "))),
    }


@pytest.fixture
def complete(run: Run) -> Complete:
    def offered(words: str, **env: str) -> list[str]:
        done = run(env=asked(words) | env)
        assert done.err == ""
        return [line for line in done.out.splitlines() if line]

    return offered


@pytest.mark.parametrize(
    ("words", "offered"), [("cscareer rol", {"roles", "role"}), ("cscareer skill emp", {"empathy"})]
)
def test_a_shell_gets_its_offers_from_a_process(process: Process, words: str, offered: set[str]) -> None:
    done = process(env=asked(words))
    assert (offered, done.stderr) == (set(done.stdout.decode().split()), b"")


@pytest.mark.parametrize("shell", ["zsh", "fish"])
def test_other_shells_are_offered_the_same(run: Run, shell: str) -> None:
    asking = {"_CSCAREER_COMPLETE": f"complete_{shell}", "_TYPER_COMPLETE_ARGS": "cscareer skill emp"}
    action = {"_TYPER_COMPLETE_FISH_ACTION": "get-args"}
    done = run(env=asking | action)
    assert re.search(r"\bempathy\b", done.out)
    assert done.err == ""


def test_commands_are_offered(complete: Complete) -> None:
    assert {"roles", "role"} <= set(complete("cscareer rol"))


@each_row(
    "command",
    [
        *("role", "outlook", "pay", "compare", "gap", "skills --role"),
        *("path", "path --from", "path --via", "path --avoid"),
    ],
)
def test_roles_are_offered_by_their_ids(complete: Complete, command: str) -> None:
    assert set(complete(f"cscareer {command} customer-service-m")) == {"customer-service-manager"}
    assert set(complete(f"cscareer {command} customer-s")) == {
        "customer-service-specialist",
        "customer-service-trainer",
        "customer-service-team-lead",
        "customer-service-manager",
        "customer-success-manager",
    }


def test_options_of_the_program_may_stand_before_what_is_completed(complete: Complete) -> None:
    before = "--no-color --no-profile"
    assert {"roles", "role"} <= set(complete(f"cscareer {before} rol"))
    assert complete(f"cscareer {before} role customer-service-m") == ["customer-service-manager"]
    assert complete(f"cscareer {before} --vers") == ["--version"]


def test_chapters_of_the_guide_are_offered_by_their_ids_and_titles(complete: Complete) -> None:
    assert complete("cscareer guide g") == ["good-career"]
    assert complete("cscareer guide how-to-s") == ["how-to-succeed"]
    assert complete("cscareer guide how to s") == ["succeed"]


def test_with_broken_chapters_nothing_is_offered(complete: Complete, folder: Callable[..., Path]) -> None:
    assert complete("cscareer guide g", CSCAREER_DATA=str(folder(guide="chapters: [{}]"))) == []


def test_skills_are_offered_by_their_ids(complete: Complete) -> None:
    assert complete("cscareer skill emp") == ["empathy"]


@each_row(
    ("words", "offered"),
    [
        ("role Customer-service-m", ["Customer-service-manager"]),
        ("role CUSTOMER-SERVICE-M", ["CUSTOMER-SERVICE-Manager"]),
        ('role "customer service m', ["customer service manager"]),
        ('role "Customer service M', ["Customer service Manager"]),
        ('compare csr "call center sp', ["call center specialist"]),
        ("role call cent", ["center specialist", "center supervisor"]),
        ("role call center sup", ["supervisor"]),
        ("gap Call Center Sup", ["Supervisor"]),
        ("skill active lis", ["listening"]),
        ("role CSR", ["CSR"]),
        ("role csr", ["csr"]),
        ("pay help-d", ["help-desk-technician"]),
        ("role help d", ["desk technician"]),
        ("skill Emp", ["Empathy"]),
        ("metric first-c", ["first-contact-resolution"]),
        ("metric FC", ["FCr"]),
        ("metric average hand", ["handle time"]),
        ("practice silent-", ["silent-caller"]),
        ("practice bad n", ["news"]),
        ("practice --skill act", ["active-listening"]),
        ("skill excel", ["excel"]),
        ("gap csr --have Emp", ["Empathy"]),
        ('gap csr --have "sql:2, Emp', ["sql:2, Empathy"]),
        ("gap csr --have sql:Adv", ["sql:Advanced"]),
    ],
)
def test_what_is_offered_begins_with_what_was_typed(
    complete: Complete, words: str, offered: list[str]
) -> None:
    assert complete(f"cscareer {words}") == offered


def test_many_are_offered_for_a_short_beginning(complete: Complete) -> None:
    offered = complete("cscareer role Cust")
    assert len(offered) >= 5
    assert all(value.startswith("Cust") for value in offered)


def test_what_is_offered_is_found(complete: Complete, catalog: Catalog) -> None:
    for begun in ("c", "C", "help", "cs", "Key-a", '"key a', "a"):
        for value in complete(f"cscareer pay {begun}"):
            with contextlib.suppress(AmbiguousNameError):  # as CSM is
                find(catalog.roles, value, what="role", list_command="")


@pytest.mark.parametrize("typed", ["aus", "Aus", "AUS"])
def test_places_are_offered_in_the_case_typed(complete: Complete, typed: str) -> None:
    assert f"{typed}tin, TX" in complete(f"cscareer pay csr -l {typed}")


def test_the_last_skill_of_a_list_is_offered_and_then_its_levels(complete: Complete) -> None:
    assert complete("cscareer gap csr --have emp") == ["empathy"]
    assert complete("cscareer gap csr --have typing,emp") == ["typing,empathy"]


@each_row(
    ("words", "offered"),
    [
        ("cscareer roles --level s", {"specialist", "senior"}),
        ("cscareer roles --track tech", {"technical"}),
        ("cscareer roles --industry health", {"healthcare"}),
        ("cscareer skills --kind a", {"ai"}),
        ("cscareer roles --format j", {"json"}),
        ("cscareer roles --sort p", {"pay"}),
        ("cscareer roles --level S", {"Specialist", "Senior"}),
        ("cscareer skills --kind A", {"Ai"}),
        ("cscareer pay csr --per h", {"hour"}),
        ("cscareer pay csr --by s", {"state"}),
        ("cscareer data schema role", {"role", "roles", "roles.yaml"}),
        ("cscareer data schema Sal", {"Salaries.yaml"}),
    ],
)
def test_words_of_filters_are_offered(complete: Complete, words: str, offered: set[str]) -> None:
    assert set(complete(words)) == offered


def test_a_folder_that_cannot_be_read_offers_nothing_and_says_nothing(complete: Complete) -> None:
    assert complete("cscareer role c", CSCAREER_DATA="/nonexistent") == []
    assert complete("cscareer metric c", CSCAREER_DATA="/nonexistent") == []


def test_a_data_file_that_is_broken_offers_nothing_and_says_nothing(
    complete: Complete, tmp_path: Path
) -> None:
    (tmp_path / "metrics.yaml").write_text("metrics: [", encoding="utf-8")
    assert complete(f"cscareer --data-dir {tmp_path} metric c") == []
    assert complete(f"cscareer --data-dir {tmp_path} practice silent-") == ["silent-caller"]


def test_the_folder_given_is_the_one_completed_from(complete: Complete, tmp_path: Path) -> None:
    (tmp_path / "roles.yaml").write_bytes((Path(__file__).parent / "own_role.yaml").read_bytes())
    assert complete(f"cscareer --data-dir {tmp_path} role chat-h") == ["chat-host"]
