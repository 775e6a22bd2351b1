"""The command that reads and judges job ads."""

import json
from pathlib import Path

import pytest
from conftest import ROOT, Run

AD = str(ROOT / "tests" / "cli" / "ad.md")
RESUME = str(ROOT / "tests" / "cli" / "resume.md")


def answer(run: Run, *words: str) -> dict[str, object]:
    done = run("posting", *words, "--json")
    assert done.code == 0, done.err
    content: dict[str, object] = json.loads(done.out)
    return content


def test_the_verdict_comes_first(run: Run) -> None:
    done = run("posting", AD, "--resume", RESUME, env={"COLUMNS": "100"})
    lines = [line for line in done.out.splitlines() if line]
    assert lines[0] == "Customer Service Lead at Northwind Outfitters"
    assert lines[1].startswith(("You ", "Much "))
    assert lines[2].startswith("It pays $21.00 – $24.50 an hour, by experience: ")


def test_without_a_person_nobody_is_held_against_it(run: Run) -> None:
    content = answer(run, AD)
    assert content["fit"] is None
    assert {gate["state"] for gate in content["gates"]} == {None}  # type: ignore[attr-defined]


def test_a_resume_is_held_against_skills_and_gates(run: Run) -> None:
    content = answer(run, AD, "--resume", RESUME)
    skills = {each["id"]: each["state"] for each in content["skills"]}  # type: ignore[attr-defined]
    assert skills["coaching"] == "have"
    assert skills["de-escalation"] in {"have", "shown"}
    assert skills["sql"] == "not-shown"
    gates = {each["kind"]: each["state"] for each in content["gates"]}  # type: ignore[attr-defined]
    assert gates["years"] == "met"
    assert gates["degree"] == "not-known"


def test_what_to_change_are_lines_of_ones_own(run: Run) -> None:
    content = answer(run, AD, "--resume", RESUME)
    text = Path(RESUME).read_text(encoding="utf-8")
    changes = content["fit"]["changes"]  # type: ignore[index]
    assert 0 < len(changes) <= 3
    assert all(each["your_quote"] in text for each in changes)


def test_a_list_given_as_complete_makes_the_rest_missing(run: Run) -> None:
    content = answer(run, AD, "--have", "coaching:3")
    states = {each["id"]: each["state"] for each in content["skills"]}  # type: ignore[attr-defined]
    assert (states["coaching"], states["sql"]) == ("have", "missing")


def test_a_login_page_is_told_for_what_it_is(run: Run, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text(
        "<html><body><h1>Sign in</h1><p>Forgot password? Sign in to continue.</p></body></html>",
        encoding="utf-8",
    )
    done = run("posting", str(page))
    assert done.code == 0
    assert "asks you to log in" in done.out


def test_another_language_is_told_and_pay_and_place_are_read(run: Run, tmp_path: Path) -> None:
    ad = tmp_path / "ad.txt"
    ad.write_text(
        "Representante de atención al cliente\nUbicación: Miami, FL\nBuscamos una persona con experiencia en servicio al cliente para "
        "atender las llamadas de los clientes en español.\nEl salario es de $17.50 - $19.00 por hora, y más con la experiencia.\n",
        encoding="utf-8",
    )
    content = answer(run, str(ad))
    assert content["language"] == {"id": "es", "name": "Spanish", "read": False}
    assert content["base_pay"]["high"] == 19  # type: ignore[index]
    assert content["locations"][0]["area"]["id"] == "33100"  # type: ignore[index]
    assert "The ad is in Spanish" in run("posting", str(ad)).out


def test_an_empty_file_and_a_missing_one_end_with_3(run: Run, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text("\n", encoding="utf-8")
    for path in (tmp_path / "empty.txt", tmp_path / "nowhere.txt"):
        done = run("posting", str(path))
        assert done.code == 3
        assert "Traceback" not in done.err


def test_ad_and_resume_cannot_both_come_from_standard_input(run: Run) -> None:
    assert run("posting", "-", "--resume", "-").code == 2


def test_steering_signs_never_reach_the_terminal(run: Run, tmp_path: Path) -> None:
    ad = tmp_path / "ad.txt"
    ad.write_text(
        "\u202eCall center agent\u202c \x1b[31m\nAustin, TX\nPay: $15/hr [bold]\n", encoding="utf-8"
    )
    done = run("posting", str(ad))
    assert not {"\u202e", "\u202c", "\x1b"} & set(done.out)


@pytest.mark.parametrize("form", ["csv", "markdown"])
def test_other_formats_hold_the_skills_asked_for(run: Run, form: str) -> None:
    done = run("posting", AD, "--format", form)
    assert done.code == 0
    assert "Coaching" in done.out
