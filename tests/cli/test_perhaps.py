"""Questions about skills that a resume may show: asked at a terminal alone, once, and kept."""

import io
import sys
from pathlib import Path

import pytest
from conftest import ROOT

from cscareer.catalog.loading import Catalog
from cscareer.catalog.models import SkillLevel
from cscareer.catalog.word_models import TextKind
from cscareer.cli import perhaps
from cscareer.cli.ads import note_kind
from cscareer.cli.session import Session
from cscareer.plan.editing import add_answers
from cscareer.plan.profile import Profile
from cscareer.skills.evidence import Evidence, FoundSkill, How, Rule
from cscareer.skills.held import HeldSkill, Person


def may_show(skill: str, quote: str) -> FoundSkill:
    evidence = Evidence(quote=quote, line=3, alias="a", level=None, rule=Rule.DEED, near=False, how=How.SHOWN)
    return FoundSkill.of(skill, skill.title(), [evidence])


class _Typed:
    """Standard input into which a person types these lines."""

    def __init__(self, *lines: str) -> None:
        self.buffer = io.BytesIO("".join(f"{line}\n" for line in lines).encode())


@pytest.mark.parametrize(
    ("typed", "said", "declined"),
    [
        (["y", "n"], [("coaching", None)], ["typing"]),
        (["3", "basic"], [("coaching", SkillLevel.ADVANCED), ("typing", SkillLevel.BASIC)], []),
        (["what", "no", "yes"], [("typing", None)], ["coaching"]),
        (["", "n"], [], ["typing"]),
        (["y", "q"], [("coaching", None)], []),
    ],
)
def test_an_answer_is_yes_no_or_a_level_and_anything_else_is_asked_again(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    typed: list[str],
    said: list[tuple[str, SkillLevel | None]],
    declined: list[str],
) -> None:
    monkeypatch.setattr(sys, "stdin", _Typed(*typed))
    held, not_counted = perhaps.answers(
        [may_show("coaching", "Sit next to two new hires"), may_show("typing", "Type it up")]
    )
    assert [(skill.skill, skill.level) for skill in held] == said
    assert not_counted == declined
    asked = capsys.readouterr()
    assert "Sit next to two new hires" in asked.err
    assert "it would change this answer" in " ".join(asked.err.split())
    assert asked.out == ""


def test_a_question_names_the_skill_as_a_sentence_does(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", _Typed("y"))
    evidence = may_show("x", "Kept the records").evidence
    perhaps.answers([FoundSkill.of("crm-software", "CRM software", evidence)])
    assert "count that as CRM software?" in capsys.readouterr().err


def test_q_stops_and_what_was_not_asked_stays_open(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = [may_show("coaching", "Sit next to two new hires"), may_show("typing", "Type all day")]
    monkeypatch.setattr(sys, "stdin", _Typed("what", "n", "q"))
    assert perhaps.answers(asked) == ([], ["coaching"])
    assert "Not sure which you mean: y or n, please" in capsys.readouterr().err


def test_answers_are_kept_so_that_nothing_is_asked_twice() -> None:
    said = [HeldSkill("coaching", SkillLevel.ADVANCED, "")]
    profile = add_answers(
        Profile(), said, ["typing"], "2026-11-01", {"coaching": "Sit next to two new hires"}
    )
    (kept,) = profile.skills
    assert (kept.skill, kept.level, kept.evidence) == ("coaching", 3, "Sit next to two new hires")
    assert profile.not_counted == ("typing",)
    later = add_answers(profile, [HeldSkill("typing", None, "")], [], "2026-11-02", {})
    assert later.not_counted == ()


@pytest.mark.parametrize("command", [["match"], ["gap", "customer service team lead"]])
def test_off_a_terminal_nothing_is_asked_and_what_may_show_stands_apart(
    run: object, tmp_path: Path, command: list[str]
) -> None:
    assert callable(run)
    resume = tmp_path / "resume.txt"
    resume.write_text("Experience\n\nCashier, Acme\nJan 2020 - present\n- Stayed calm during the rush\n")
    outcome = run(*command, "--resume", str(resume), "--full")
    assert "May show, not counted" in outcome.out
    assert "Stayed calm during the rush" in outcome.out
    assert "(y/n" not in outcome.err


def test_what_matters_is_not_worked_out_where_nobody_can_be_asked() -> None:
    person = Person(maybe=[may_show("coaching", "Sit next to two new hires")])

    def wanted() -> set[str]:
        raise AssertionError

    assert (
        perhaps.ask_about_maybe(Session(None, (), no_color=False, no_profile=False), person, wanted) is person
    )


def test_of_an_ad_given_for_a_resume_it_is_said_and_nothing_asked(
    monkeypatch: pytest.MonkeyPatch, catalog: Catalog
) -> None:
    monkeypatch.setattr(perhaps, "is_answering", lambda: True)
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    session = Session(None, (), no_color=False, no_profile=False)
    person = Person(maybe=[may_show("coaching", "Sit next to two new hires")])
    wanted = lambda: pytest.fail("it would ask")  # noqa: E731
    lines = (ROOT / "tests" / "cli" / "ad.md").read_text(encoding="utf-8").splitlines()
    note_kind(session, catalog, "ad.md", lines, TextKind.RESUME)
    assert "looks like a job ad" in session.notes[-1]
    assert perhaps.ask_about_maybe(session, person, wanted) is person


def test_without_a_profile_no_answer_is_kept_and_nobody_is_asked_whether_to(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(perhaps, "ask", pytest.fail)
    monkeypatch.setattr(Session, "store", pytest.fail)
    session = Session(None, (), no_color=False, no_profile=True)
    perhaps.keep(session, [may_show("typing", "Type it up")], [], ["typing"])
