"""The command that reads and judges job ads."""

import gc
import io
import json
import re
import tracemalloc
from datetime import date
from itertools import islice
from pathlib import Path

import pytest
from conftest import ROOT, Run

from cscareer.catalog.loading import Catalog
from cscareer.documents.ad_lines import read_ad_lines
from cscareer.errors import Problem
from cscareer.jobs.posting import PostingReader

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


OTHER = str(ROOT / "tests" / "cli" / "other-ad.txt")
LINES = [
    {
        "id": 1,
        "title": "Call center agent",
        "location": "Denver, CO",
        "description": "Answer calls, $21 an hour. This is a remote position.",
    },
    {
        "id": 2,
        "title": "Call center agent",
        "location": "Austin, TX",
        "description": "Answer calls, on site. Pay: $16 an hour.",
    },
    {"id": 3, "title": "Team lead", "location": "Austin, TX", "description": "Lead agents. Competitive pay."},
]


@pytest.fixture
def lines(tmp_path: Path) -> Path:
    path = tmp_path / "ads.jsonl"
    path.write_text("".join(f"{json.dumps(each)}\n" for each in LINES), encoding="utf-8")
    return path


def streamed(run: Run, *words: str) -> tuple[list[object], str]:
    done = run("posting", "--stream", *words)
    assert done.code == 0, done.err
    return [json.loads(line)["id"] for line in done.out.splitlines()], done.err


def test_ads_side_by_side_are_ranked_by_fit(run: Run) -> None:
    content = answer(run, "--compare", OTHER, AD, "--resume", RESUME)
    rows = content["postings"]
    assert [row["file"] for row in rows] == [AD, OTHER]  # type: ignore[attr-defined]
    assert rows[0]["fit"] > rows[1]["fit"]  # type: ignore[index]
    assert (rows[0]["pay_low"], rows[0]["pay_high"]) == (43680, 50960)  # type: ignore[index]


def test_an_ad_with_a_mark_of_a_scam_stands_behind_one_without_even_where_that_is_elsewhere(
    run: Run, tmp_path: Path
) -> None:
    ads = {
        "far.txt": "Claims Representative\nBuckeye Casualty\nColumbus, OH\nPay: $25 an hour.\n",
        "fee.txt": "Claims Representative\nHeritage Mutual\nRemote\nPay: $35 an hour. A refundable background check fee of $49 applies.\n",
    }
    for name, text in ads.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    resume = tmp_path / "me.txt"
    resume.write_text("Sam Hill\nDenver, CO\n\nClaims representative, Acme, 2015 - 2026\n", encoding="utf-8")
    content = answer(run, *(str(tmp_path / name) for name in ads), "--resume", str(resume))
    assert [Path(row["file"]).name for row in content["postings"]] == ["far.txt", "fee.txt"]  # type: ignore[attr-defined]


def test_a_folder_is_compared_and_what_cannot_be_read_told(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "ads"
    folder.mkdir()
    (folder / "a.txt").write_text(Path(OTHER).read_text(encoding="utf-8"), encoding="utf-8")
    (folder / "empty.txt").write_text("\n", encoding="utf-8")
    (folder / "notes.yaml").write_text("a: b\n", encoding="utf-8")
    done = run("posting", str(folder), "--json")
    assert [Path(row["file"]).name for row in json.loads(done.out)["postings"]] == ["a.txt"]
    assert "empty.txt: passed over" in done.err


def test_what_is_left_out_is_counted_with_its_reason(run: Run) -> None:
    content = answer(run, AD, OTHER, "--min-pay", "20/hr", "--within", "Columbus, OH")
    assert [row["file"] for row in content["postings"]] == [AD]  # type: ignore[attr-defined]
    assert [(each["reason"], each["count"]) for each in content["left_out"]] == [("pay-below", 1)]  # type: ignore[attr-defined]


def test_a_stream_is_one_object_a_line_in_order(run: Run, lines: Path) -> None:
    assert streamed(run, str(lines)) == (["1", "2", "3"], "")


@pytest.mark.parametrize(
    ("words", "kept", "told"),
    [
        (["--min-pay", "20/hr"], ["1"], "Left out: 1 pay below, 1 pay not stated.\n"),
        (["--remote"], ["1"], "Left out: 1 not remote, 1 way of work not stated.\n"),
        (["--within", "Texas"], ["2", "3"], "Left out: 1 elsewhere.\n"),
        (
            ["--within", "Austin, TX", "--min-pay", "33000"],
            ["2"],
            "Left out: 1 pay not stated, 1 elsewhere.\n",
        ),
    ],
)
def test_a_stream_is_filtered_and_pay_not_stated_is_not_below(
    run: Run, lines: Path, words: list[str], kept: list[str], told: str
) -> None:
    assert streamed(run, str(lines), *words) == (kept, told)


def test_bad_lines_are_told_with_their_number_and_the_rest_done(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "ads.jsonl"
    path.write_text(f'{{"a": 1}}\n\nnot json\n[1]\n{json.dumps(LINES[0])}\n', encoding="utf-8")
    done = run("posting", "--stream", str(path))
    assert done.code == 5
    assert [json.loads(line)["line"] for line in done.out.splitlines()] == [5]
    assert next(line for line in done.err.splitlines() if "passed over." in line).startswith(
        f"{path}:1: passed over."
    )
    assert f"{path}:3:" in done.err
    assert f"{path}:4:" in done.err


def test_a_stream_as_csv_has_a_dozen_columns(run: Run, lines: Path) -> None:
    done = run("posting", "--stream", str(lines), "--format", "csv")
    header, *rows = done.out.splitlines()
    assert header == "line,id,title,role,area,work_mode,pay_low,pay_high,per,year_low,year_high,warnings"
    assert rows[0] == "1,1,Call center agent,call-center-specialist,19740,remote,21,21,hour,43680,43680,"


def test_filters_want_several_ads(run: Run) -> None:
    assert run("posting", AD, "--remote").code == 2


@pytest.mark.slow
def test_a_stream_holds_nothing_of_the_ads_it_has_read(catalog: Catalog) -> None:
    reader = PostingReader(catalog, None, date(2026, 11, 26))
    stream = io.BytesIO(f"{json.dumps(LINES[0])}\n".encode() * 60)
    entries = read_ad_lines(stream, "ads")

    def read(count: int) -> None:
        for entry in islice(entries, count):
            assert not isinstance(entry, Problem)
            reader.line(entry[1], entry[0])

    read(20)
    gc.collect()
    tracemalloc.start()
    read(40)
    gc.collect()
    held = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    assert held < 60_000  # bytes of forty ads, each of which takes ten thousand


DUBIOUS = """Customer Service Agent, work from home, $950 weekly
We will mail you a check to buy your equipment; deposit it and send the rest by Zelle.
Send your SSN and a picture of your driver license to begin. Interview by Telegram only.
"""


def test_a_dubious_ad_gets_no_asking_price_no_next_step_and_no_conditions_out_of_its_bait(
    run: Run, tmp_path: Path
) -> None:
    (tmp_path / "ad.txt").write_text(DUBIOUS, encoding="utf-8")
    screen = run("posting", str(tmp_path / "ad.txt"), terminal=True)
    assert "Be careful:" in screen.out
    assert "Ask for" not in screen.out
    assert "Next:" not in screen.err
    content = answer(run, str(tmp_path / "ad.txt"))
    assert not [gate for gate in content["gates"] if gate["kind"] == "licence"]  # type: ignore[attr-defined]


def test_of_a_dubious_ad_all_marks_counted_are_shown_and_nothing_helps_to_answer_it(
    run: Run, tmp_path: Path
) -> None:
    (tmp_path / "ad.txt").write_text(DUBIOUS, encoding="utf-8")
    full = run("posting", str(tmp_path / "ad.txt"), "--resume", RESUME, "--full").out
    counted = int(full.partition("Be careful: ")[2].split()[0])
    assert full.partition("\nBeware\n")[2].partition("\n\n")[0].count("  • ") == counted
    assert "Best leave it alone" in full
    assert not [said for said in ("Ask them", "Move these lines", "fit you better") if said in full]
    screen = run("posting", str(tmp_path / "ad.txt")).out.partition("\nBeware\n")[2]
    more = re.search(r"and (\d+) more", screen)
    assert screen.count("  • ") + (int(more[1]) if more else 0) == counted
    shown = run("posting", "--compare", str(tmp_path), AD, "--resume", RESUME, "--full").out
    assert "Best leave #2 alone" in shown
    (row,) = (line for line in shown.splitlines() if line.lstrip().startswith("2 "))
    assert "%" not in row
    assert f"{counted} marks" in row


@pytest.mark.slow
def test_a_report_gives_nothing_to_do_about_a_dubious_ad(run: Run, tmp_path: Path) -> None:
    for text, asks in ((DUBIOUS, False), (Path(AD).read_text(encoding="utf-8"), True)):
        (tmp_path / "ad.txt").write_text(text, encoding="utf-8")
        report = run(
            "report", "--role", "csr", "--posting", str(tmp_path / "ad.txt"), "--resume", RESUME, "-f", "json"
        )
        kinds = [step["kind"] for step in json.loads(report.out)["steps"]]
        assert ("ask-employer" in kinds) is asks


def test_what_to_ask_for_is_never_more_than_the_ads_own_top(run: Run, tmp_path: Path) -> None:
    said = " ".join(run("posting", AD, env={"COLUMNS": "200"}).out.split())
    assert "Ask for $24.50 an hour, the most the ad offers" in said
    (tmp_path / "ad.txt").write_text("Call center agent, Denver, CO. $19 an hour.", encoding="utf-8")
    said = " ".join(run("posting", str(tmp_path / "ad.txt"), env={"COLUMNS": "200"}).out.split())
    assert "above the ad's $19.00; a no still leaves you that" in said  # one amount is an offer, and no top


def test_a_comparison_says_why_the_first_ad_is_first(run: Run, tmp_path: Path) -> None:
    ads = []
    for name, ad in (("low", "$21 an hour."), ("high", "$24 an hour."), ("none", "Apply today.")):
        ads.append(str(tmp_path / f"{name}.txt"))
        Path(ads[-1]).write_text(f"Call center agent, Denver, CO. {ad}", encoding="utf-8")
    both, unstated = (
        " ".join(run("posting", "--compare", *some).out.split()) for some in (ads[:2], ads[::2])
    )
    assert "comes first of 2 ads: it pays more than #2, against the middle" in both
    assert "comes first of 2 ads: #2 states no pay that can be held against wages there." in unstated


def test_where_pay_stands_is_told_in_people_of_a_hundred(run: Run, tmp_path: Path) -> None:
    (tmp_path / "ad.txt").write_text(
        "Customer Support Representative, Phoenix, AZ. $18 - $21 an hour.", encoding="utf-8"
    )
    said = " ".join(run("posting", str(tmp_path / "ad.txt")).out.split())
    assert re.search(r"between the \d?[4-9]th and the \d1st of 100 who do this work there, counted", said), (
        said
    )


def test_without_files_it_says_what_belongs_there_and_how(run: Run) -> None:
    said = " ".join(run("posting", "--compare").err.split())
    assert "a job ad: text, Markdown" in said
    assert "For example: cscareer posting --compare ad.md other-ad.txt" in said


def test_several_ads_are_warned_of_in_words(run: Run, tmp_path: Path) -> None:
    (tmp_path / "ad.txt").write_text(DUBIOUS, encoding="utf-8")
    brief = " ".join(run("posting", "--compare", str(tmp_path)).out.split())
    assert re.search(r"• #1: best left alone – .* \(and \d+ marks more\)", brief)
    shown = " ".join(run("posting", "--compare", str(tmp_path), "--full").out.split())
    assert "#1: " in shown
    assert "contact or interview by messenger only" in shown
    assert "messenger-contact" not in shown


def test_states_one_may_live_in_are_states_also_where_a_city_has_their_name(run: Run, tmp_path: Path) -> None:
    (tmp_path / "ad.txt").write_text(
        "Support Specialist\nRemote (must live in CA, NY, Washington or TX)\nPay: $22 an hour\n",
        encoding="utf-8",
    )
    places = answer(run, str(tmp_path / "ad.txt"))["locations"]
    assert [place["name"] for place in places] == ["California", "New York", "Washington", "Texas"]  # type: ignore[attr-defined]


def test_the_first_screen_names_skills_and_conditions_and_full_quotes_them(run: Run) -> None:
    screen, full = run("posting", AD).out, run("posting", AD, "--full").out
    assert "Must-haves" in screen
    assert "Required" in screen
    assert "In its words" not in screen
    assert "In its words" in full


def test_a_folder_without_an_ad_is_nothing_to_read(run: Run, tmp_path: Path) -> None:
    (tmp_path / "photo.png").write_bytes(b"\x89PNG")
    done = run("posting", str(tmp_path))
    assert done.code == 3
    assert "holds no job ad" in done.err


POOR = """Call Center Supervisor
Tallow Benefits Inc, Columbus, OH
You lead 14 agents, with 5+ years in call centers. Pay: $36,000 - $41,000 a year.
"""


def test_poor_pay_is_told_and_called_no_fraud(run: Run, tmp_path: Path) -> None:
    (tmp_path / "ad.txt").write_text(POOR, encoding="utf-8")
    screen = run("posting", str(tmp_path / "ad.txt"), terminal=True)
    assert "Be careful" not in screen.out
    assert "Pay under what nine in ten earn there" in screen.out
    assert "The work asked for and the pay don't fit" in screen.out
    assert "Next: cscareer gap call-center-supervisor" in screen.err


def test_pay_that_comes_later_and_the_place_of_an_asking_price_are_told(run: Run, tmp_path: Path) -> None:
    (tmp_path / "ad.txt").write_text(
        "Call Center Agent\nRemote in TX, GA\nPay: $17.50 per hour, $18.50 after 90 days", encoding="utf-8"
    )
    shown = " ".join(run("posting", str(tmp_path / "ad.txt"), "--full").out.split())
    assert "Base pay $17.50 an hour" in shown
    assert "Then $18.50 an hour" in shown
    assert "an hour in Texas" in shown


FAR = "Call Center Agent\nRiver Supply Inc, {place}\n{way} Pay: up to $60,000 a year. You answer customer calls.\n"
LIVES = "Jordan Reyes\nTulsa, Oklahoma\n\nCall center agent, Tallgrass Inc, 2019 - 2024\n- Answered 60 calls a day\n"


def test_an_ad_where_the_person_does_not_live_ranks_behind_and_says_so(run: Run, tmp_path: Path) -> None:
    ads = tmp_path / "ads"
    ads.mkdir()
    for name, place, way in (("far", "Chattanooga, TN", "On-site."), ("near", "Tulsa, OK", "On-site.")):
        (ads / f"{name}.txt").write_text(FAR.format(place=place, way=way), encoding="utf-8")
    (ads / "near.txt").write_text(
        (ads / "near.txt").read_text().replace("$60,000", "$31,000"), encoding="utf-8"
    )
    for name in ("me.txt", "ads/me.txt"):
        (tmp_path / name).write_text(LIVES, encoding="utf-8")
    done = run("posting", str(ads), "--resume", str(tmp_path / "me.txt"), env={"COLUMNS": "160"})
    shown = " ".join(done.out.split())
    assert shown.index("near.txt") < shown.index("far.txt")
    assert "not where you are" in shown
    assert "up to $60,000" in shown
    assert "you live in Tulsa, OK, as line 2 of your resume says" in " ".join(done.err.split())
    assert "me.txt is left out: it looks like a resume" in " ".join(done.err.split())
    assert "me.txt" not in done.out
    run("profile", "set", "--location", "Tennessee")
    rows = json.loads(run("posting", str(ads), "--resume", str(tmp_path / "me.txt"), "--json").out)[
        "postings"
    ]
    assert {row["file"][-8:]: row["nearness"] for row in rows} == {
        "/far.txt": "not-known",
        "near.txt": "elsewhere",
    }


def test_the_gravest_marks_come_first_and_nothing_leads_to_a_dubious_ad(run: Run, tmp_path: Path) -> None:
    ad = tmp_path / "ad.txt"
    ad.write_text(
        f"{DUBIOUS}\nWe will mail you a cashier's check. No interview. Do not tell the bank.",
        encoding="utf-8",
    )
    beware = run("posting", str(ad)).out.partition("\nBeware\n")[2]
    assert beware.lstrip().startswith("• A check to deposit")
    assert beware.count("  • ") == 4
    for done in (run("posting", "--compare", str(ad)), run("posting", "--compare", str(ad), "--plain")):
        assert "the least of them" not in done.out
        assert "Next" not in done.err


def test_no_employer_is_named_after_the_job_itself(run: Run, tmp_path: Path) -> None:
    ad = tmp_path / "ad.txt"
    for head, company in (
        ("QA Analyst\nQA Analyst, Member Services\nRemote", None),
        ("QA Analyst\nMember Services Group\nRemote", "Member Services Group"),
    ):
        ad.write_text(f"{head}\nYou score calls for our client.\n", encoding="utf-8")
        assert answer(run, str(ad))["company"] == company


def test_the_person_says_where_the_job_is_where_the_ad_does_not(run: Run, tmp_path: Path) -> None:
    ad = tmp_path / "ad.txt"
    ad.write_text("Call Center Agent\nNorthwind\n\nAnswer calls. $19 an hour.", encoding="utf-8")
    content = answer(run, str(ad), "-l", "Denver")
    assert content["place_given"]
    assert content["standing"]["location"]["area"]["name"].startswith("Denver")  # type: ignore[index]
    done = run("posting", AD, "-l", "Denver")
    assert "The ad says where the job is" in " ".join(done.err.split())
    assert not answer(run, AD, "-l", "Denver")["place_given"]
