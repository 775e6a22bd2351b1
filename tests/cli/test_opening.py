"""The program alone at a terminal: it asks what brings a person here, and leads to an answer."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import Outcome, Run, on_one_line

Talk = Callable[..., Outcome]


def led_to(outcome: Outcome) -> str:
    """The command that gives the answer again."""
    (line,) = [line for line in on_one_line(outcome.err).splitlines() if "The same again: " in line]
    return line.partition("The same again: ")[2]


@pytest.mark.parametrize(
    ("typed", "command"),
    [
        (["1", "22.50/hr", "csr", "Columbus OH", "", "n"], 'cscareer offer 22.50/hr --role "customer service specialist" -l "Columbus OH"'),
        (["1", "22.50", "csr", "", "", "n"], 'cscareer offer 22.50/hr --role "customer service specialist"'),
        (["I got a job offer", "46k", "", "", ""], 'cscareer offer 46k --role "customer service specialist"'),
        (["offer", "", "lots", "22", "1", "xyzzy", "csr", "Nowhereville", "Denver", "skip", "n"], 'cscareer offer 22/hr --role "customer service specialist" -l Denver'),
        (["3", "csr", "customer service manager", "n"], 'cscareer path "customer service manager" --from "customer service specialist"'),
        (["3", "cashier", "customer service manager", "n"], 'cscareer path "customer service manager" --from cashier'),
        (["new", "", "astronaut", "I was a cashier for 4 years", *[""] * 12], "cscareer match --have cashier --level entry --level specialist --top 5"),
        (["next", "csr", "", "n"], 'cscareer path --from "customer service specialist"'),
        (["am I paid right? my pay", "csr", "Denver", "", "n"], 'cscareer pay "customer service specialist" -l Denver'),
        (["4", "csr", "Denver", "43k", "", "", "n"], 'cscareer raise 43k --role "customer service specialist" -l Denver'),
        (["4", "csr", "Denver", "20.50/hr", "3", "19", "1", "may 2024", "n"], 'cscareer raise 20.50/hr --role "customer service specialist" -l Denver --worked 3y --was 19/hr --since 2024-05'),
        (["1", "46k", "csr", "Denver", "19-20/hr", "20", "1", "Boston", "n"], 'cscareer offer 46k --role "customer service specialist" -l Denver --current 20/hr --current-location Boston'),
        (["offered 20.25 an hour in columbus, must answer today", "", "csr", "", "", "", "n"], 'cscareer offer "20.25 an hour" --role "customer service specialist" -l "Columbus, OH"'),
        (["is my 41000 in Denver right", "csr", "", "", "", "", "n"], 'cscareer raise 41000 --role "customer service specialist" -l Denver'),
        (["1", "$46,000", "csr", "", "", "n"], "cscareer offer '$46,000' --role \"customer service specialist\""),
        (["1", "46k", "csr", "clevland", "", "", "n"], 'cscareer offer 46k --role "customer service specialist" -l "Cleveland, OH"'),
        (["i wanna know how to get better job im a cashier", "", "", "n"], "cscareer role cashier"),
        (["next step, call center agent", "", "", "n"], 'cscareer path --from "call center specialist" --max-steps 1'),
        (["1", "idk", "csr", "columbus", "2", "n"], 'cscareer pay "customer service specialist" -l "Columbus, GA"'),
        (["1", "46k", "back", "next", "csr", "", "n"], 'cscareer path --from "customer service specialist"'),
        (["im a cashier, want to be a support manager in 2 years", "", "", "", "n"], 'cscareer path "support manager" --from cashier --within 2y'),
        (["support manager", "2", "csr", "", "n"], 'cscareer path "support manager" --from "customer service specialist"'),
        (["3", "cashier", "", "n"], "cscareer role cashier"),
        (["laid off cashier, what can I do", "", "", *[""] * 12, "n"], "cscareer match --have cashier --level entry --level specialist --top 5"),
        (["6"], "cscareer guide"),
        ([""], "cscareer guide"),
    ],
)  # fmt: skip
def test_a_few_questions_lead_to_the_answer_and_its_command(
    talk: Talk, run: Run, typed: list[str], command: str
) -> None:
    import shlex

    outcome = talk(typed=typed)
    assert (outcome.code, led_to(outcome)) == (0, command)
    again = run(*shlex.split(command)[1:], terminal=True)
    assert outcome.out.splitlines()[:3] == again.out.splitlines()[:3]


def test_who_is_new_is_asked_plain_questions_and_sees_the_roles_that_fit(talk: Talk) -> None:
    outcome = talk(typed=["new", "Austin", "", *["3"] * 12, "n", "n", "n"])
    assert outcome.code == 0
    command = led_to(outcome)
    assert command.startswith("cscareer match --have ")
    assert command.endswith("-l Austin")
    assert "what fits you best?" in " ".join(outcome.err.split())


def test_a_plain_question_can_be_answered_once_more(talk: Talk) -> None:
    answers = [
        "2",
        "1",
        "back",
        "4",
        "q",
        "n",
    ]  # the second question is asked twice, and its last answer counts
    outcome = talk("match", typed=["y", *answers])
    assert outcome.err.count("2 of at most") == 2
    said = " ".join(outcome.err.split())
    assert "(basic)" in said
    assert "(advanced)" in said


def test_who_has_done_nothing_yet_sees_the_first_roles(talk: Talk) -> None:
    assert led_to(talk(typed=["2", "", "", *[""] * 12])) == "cscareer roles --level entry"


def test_what_was_said_is_kept_where_that_is_wanted_and_not_asked_again(talk: Talk, run: Run) -> None:
    outcome = talk(typed=["4", "account manager", "Denver", "61k", "2 years", "", "y"])
    assert "Keep your role and your place and your pay" in outcome.err
    profile = run("profile", "--json").out
    assert '"account-manager"' in profile
    assert "Denver" in profile
    assert "61000" in profile
    assert json.loads(profile)["role_since"]
    again = talk(typed=["4", "", "", "61k", ""])
    assert again.code == 0
    assert "[Account Manager]" in " ".join(again.err.split())
    assert "[Denver]" in again.err
    assert "Keep" not in again.err


def test_what_a_job_lasted_and_shows_is_kept(talk: Talk, run: Run) -> None:
    typed = ["3", "customer service team lead, 4 years", "", "support manager", "y"]
    outcome = talk(typed=typed)
    assert " --since 20" in led_to(outcome)
    assert json.loads(run("profile", "--json").out)["role_since"]
    run("profile", "forget")
    talk(typed=["3", "cashier", "", "y"])
    kept = json.loads(run("profile", "--json").out)
    assert (kept["role"], kept["near_job"]["id"]) == (None, "cashier")


def test_the_place_of_an_offer_is_not_taken_for_the_persons(talk: Talk) -> None:
    assert "Keep" not in talk(typed=["1", "46k", "csr", "Denver", ""]).err
    assert "Keep your place and your pay" in " ".join(
        talk(typed=["1", "46k", "csr", "Denver", "41k", "", "n"]).err.split()
    )


def test_a_file_is_read_as_the_ad_or_the_resume_it_is(talk: Talk) -> None:
    ad = str(Path(__file__).with_name("ad.md"))
    assert led_to(talk(typed=[ad, "1", ""])) == f"cscareer posting {ad}"
    assert led_to(talk(typed=["is this ad a scam?", "nowhere", ad, "1", "skip"])) == f"cscareer posting {ad}"


def test_an_ad_is_held_against_the_resume_that_is_named_beside_it(talk: Talk, tmp_path: Path) -> None:
    ad, resume = str(Path(__file__).with_name("ad.md")), tmp_path / "resume.txt"
    resume.write_text("Cashier, Kroger, 2019 - 2021\n- Balanced the drawer\n", "utf-8")
    typed = [ad, "1", "nowhere.txt", str(resume), *[""] * 4]
    assert led_to(talk(typed=typed)) == f"cscareer posting {ad} --resume {resume}"


def test_a_job_typed_for_a_place_is_told_to_be_one(talk: Talk) -> None:
    said = " ".join(talk(typed=["2", "cashier", "q"]).err.split())
    assert '"cashier" is a job (Cashier), and here we ask for the place.' in said
    assert "Cashmere" not in said


def test_it_can_be_left_anywhere(talk: Talk) -> None:
    for typed in (["q"], ["1", "q"], ["1", "46k", "quit"]):
        outcome = talk(typed=typed)
        assert (outcome.code, outcome.out) == (0, "")
    assert talk(typed=["1"]).code == 130


@pytest.mark.parametrize("env", [{"TERM": "dumb"}, {"CSCAREER_PLAIN": "1"}])
def test_with_a_dumb_terminal_or_plain_it_greets_and_asks_nothing(talk: Talk, env: dict[str, str]) -> None:
    outcome = talk(typed=[], env=env)
    assert outcome.code == 0
    assert "cscareer guide" in outcome.out
    assert "cscareer match" in outcome.out
    assert "What brings you here" not in outcome.err


def test_in_plain_words_the_questions_of_match_are_offered_as_ever(talk: Talk) -> None:
    outcome = talk("match", typed=["n"], env={"CSCAREER_PLAIN": "1"})
    assert "plain questions, two minutes?" in " ".join(outcome.err.split())
    assert "two minutes?" not in talk("match", typed=["n"], env={"TERM": "dumb"}).err


def test_off_a_terminal_it_greets_too(run: Run) -> None:
    assert "cscareer guide" in run().out


class TestWithoutResume:
    """match and gap with nothing to go on."""

    def test_match_offers_questions_and_answers_from_them(self, talk: Talk, run: Run) -> None:
        outcome = talk("match", typed=["", *["3"] * 12, "yes", "yes"])
        assert outcome.code == 0
        assert "two minutes?" in " ".join(outcome.err.split())
        assert '"working"' in run("profile", "--json").out or '"level": 2' in run("profile", "--json").out
        again = talk("match", typed=[])
        assert again.code == 0
        assert "two minutes" not in again.err

    def test_who_declines_is_told_what_to_say(self, talk: Talk) -> None:
        outcome = talk("match", typed=["no"])
        assert outcome.code == 2
        assert "--have" in outcome.err

    def test_gap_asks_about_the_role_alone_and_can_be_stopped(self, talk: Talk) -> None:
        outcome = talk("gap", "csr", typed=["y", "4", "3", "q", "n"])
        assert outcome.code == 0
        assert outcome.err.count("1–5, or the beginning of one") == 3
        assert "Customer Service Specialist" in outcome.out

    def test_what_somebody_never_did_is_to_learn_and_not_to_show(self, talk: Talk, run: Run) -> None:
        outcome = talk("gap", "csr", typed=["y", "1", "3", "q", "y"])
        assert [f"\n{number} of at most 12. " in outcome.err for number in (1, 2, 3, 4)] == [True] * 3 + [
            False
        ]
        kept = json.loads(run("gap", "csr", "--json").out)["skills"]
        (never,) = (each for each in kept if each["state"] == "missing")
        assert never["show_step"] is None
        assert never["name"] in outcome.out.partition("Learn")[2].partition("Not shown")[0]
        assert f"{never['name']}. If you have done it" not in outcome.out
        assert any(each["show_step"] for each in kept if each["state"] == "not-shown")

    def test_with_json_nothing_is_asked(self, talk: Talk) -> None:
        assert "two minutes" not in talk("gap", "csr", "--json", typed=[]).err
