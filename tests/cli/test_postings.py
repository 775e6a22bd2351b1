"""The commands about the ads that a person keeps."""

import json
import stat
from pathlib import Path

import pytest
from conftest import ROOT, Run

AD = str(ROOT / "tests" / "cli" / "ad.md")
OTHER = str(ROOT / "tests" / "cli" / "other-ad.txt")


@pytest.fixture
def kept(run: Run) -> None:
    for each in (AD, OTHER):
        done = run("posting", each, "--have", "coaching:3", "--save")
        assert done.code == 0, done.err


def listed(run: Run, *words: str) -> list[dict[str, object]]:
    done = run("postings", *words, "--json")
    assert done.code == 0, done.err
    rows: list[dict[str, object]] = json.loads(done.out)["postings"]
    return rows


@pytest.mark.usefixtures("kept")
def test_an_ad_is_kept_with_its_day_role_pay_and_fit(run: Run) -> None:
    second, first = listed(run, "list")
    assert (first["number"], first["title"], first["state"]) == (1, "Customer Service Lead", "kept")
    assert (first["pay_low"], first["pay_high"]) == (43680, 50960)
    assert isinstance(first["fit"], float)
    assert second["number"] == 2


@pytest.mark.usefixtures("kept")
def test_the_skill_that_would_open_the_most_comes_first(run: Run) -> None:
    content = json.loads(run("postings", "list", "--json").out)
    assert content["opens_most"][0]["ads"] == 2
    run("profile", "add", content["opens_most"][0]["id"])
    assert content["opens_most"][0]["id"] not in {
        each["id"] for each in json.loads(run("postings", "list", "--json").out)["opens_most"]
    }


@pytest.mark.usefixtures("kept")
def test_one_says_how_it_went(run: Run) -> None:
    (applied,) = listed(run, "applied", "1")
    assert applied["state"] == "applied"
    (heard,) = listed(run, "heard", "1", "Interview", "on", "Friday")
    assert (heard["state"], heard["outcome"]) == ("heard", "Interview on Friday")
    (noted,) = listed(run, "note", "2", "Ana works there")
    assert noted["note"] == "Ana works there"
    assert listed(run, "show", "2") == [noted]
    steering = "Ana\x1b[31m\nworks\u202e there"
    assert listed(run, "note", "2", steering)[0]["note"] == "Ana [31m works there"
    assert listed(run, "heard", "2", steering)[0]["outcome"] == "Ana [31m works there"
    assert listed(run, "note", "2", " ")[0]["note"] is None


@pytest.mark.usefixtures("kept")
def test_what_was_heard_and_noted_before_stays(run: Run, tmp_path: Path) -> None:
    (profile,) = tmp_path.rglob("profile.yaml")
    older = profile.read_text(encoding="utf-8").replace(
        "number: 1", "number: 1\n    note: Ana works there", 1
    )
    profile.write_text(older, encoding="utf-8")
    run("postings", "note", "1", "Bo too")
    run("postings", "heard", "1", "Interview on Friday")
    (heard,) = listed(run, "heard", "1", "They are not moving forward")
    assert (heard["outcome"], heard["answered"]) == ("They are not moving forward", "refusal")
    assert [each["words"] for each in heard["heard_before"]] == ["Interview on Friday"]  # type: ignore[attr-defined]
    assert heard["notes_before"] == [{"day": None, "words": "Ana works there"}]
    shown = run("postings", "show", "1").out
    assert f"{heard['heard']}: Interview on Friday" in shown
    assert "Ana works there" in shown
    assert "they said no" in run("postings", "list").out


@pytest.mark.usefixtures("kept")
def test_a_dropped_ad_is_gone_and_its_number_is_not_given_to_another_while_later_ones_stand(run: Run) -> None:
    assert [each["number"] for each in listed(run, "drop", "1")] == [2]
    run("posting", AD, "--save")
    assert [each["number"] for each in listed(run, "list")] == [3, 2]


@pytest.mark.usefixtures("kept")
def test_what_is_kept_is_for_ones_own_eyes_and_goes_with_the_profile(run: Run, tmp_path: Path) -> None:
    (file,) = tmp_path.rglob("profile.yaml")
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    run("profile", "forget", "--yes")
    assert listed(run, "list") == []


def test_a_number_that_is_none_of_them_ends_with_2(run: Run) -> None:
    for words in (["show", "9"], ["drop", "9"], ["applied", "9"]):
        done = run("postings", *words)
        assert done.code == 2
        assert "cscareer posting FILE --save" in done.err


def test_only_one_ad_is_kept_at_a_time(run: Run) -> None:
    assert run("posting", AD, OTHER, "--save").code == 2


def test_nothing_is_changed_without_the_profile(run: Run) -> None:
    assert run("--no-profile", "postings", "applied", "1").code == 2


@pytest.mark.usefixtures("kept")
def test_gap_says_which_skill_would_open_the_most_of_the_ads_kept(run: Run) -> None:
    first = json.loads(run("postings", "list", "--json").out)["opens_most"][0]
    told = json.loads(run("gap", "customer service manager", "--have", "coaching", "--json").out)
    assert (told["kept_ads"], told["opens_most"][0]) == (2, first)
    held = json.loads(run("gap", "customer service manager", "--have", str(first["id"]), "--json").out)
    assert first["id"] not in {each["id"] for each in held["opens_most"]}
    alone = run("gap", "customer service manager", "--have", "coaching", "--json", "--no-profile")
    assert json.loads(alone.out)["opens_most"] == []


def test_a_checklist_starts_from_an_ad_with_what_the_ad_asks_for_first(run: Run) -> None:
    started = json.loads(run("checklist", "start", "--ad", AD, "--json").out)
    asked = [each for each in started["items"] if each["from_ad"]]
    assert asked
    assert all(each["need"] == "required" and each["wanted"] for each in asked)
    assert started["items"][: len(asked)] == asked
    assert len(asked) < len(started["items"])
    alone = json.loads(run("gap", "customer service team lead", "--have", "sql", "--json").out)
    by_role = {each["id"] for each in alone["skills"]}
    assert {each["id"] in by_role for each in asked} == {True, False}
    assert json.loads(run("checklist", "start", "--ad", AD, "--json").out) == started


@pytest.mark.usefixtures("kept")
def test_a_checklist_starts_from_an_ad_that_is_kept(run: Run) -> None:
    (progress,) = json.loads(run("checklist", "start", "--ad", "1", "--json").out)["checklists"]
    assert progress["role"] == "customer-service-team-lead"
    assert run("checklist", "start", "--ad", "9").code == 2


@pytest.mark.parametrize("words", [[], ["csr", "--ad", AD]])
def test_a_checklist_starts_from_a_title_or_an_ad_and_not_both(run: Run, words: list[str]) -> None:
    assert run("checklist", "start", *words).code == 2


def test_an_ad_for_a_job_that_is_no_role_of_ours_starts_no_checklist(run: Run, tmp_path: Path) -> None:
    ad = tmp_path / "cook.txt"
    ad.write_text("Line Cook\n\nChop onions all night.\n")
    done = run("checklist", "start", "--ad", str(ad))
    assert done.code == 2
    assert "no role of the guide" in done.err


def test_of_an_ad_open_to_several_states_all_are_kept(run: Run, tmp_path: Path) -> None:
    ad = tmp_path / "ad.txt"
    ad.write_text("Member Advocate\nRemote in AZ, CO, NM or TX\nPay: $20 an hour\n", encoding="utf-8")
    run("posting", str(ad), "--save")
    assert listed(run, "list")[0]["place"] == "Arizona; Colorado; New Mexico; Texas"
