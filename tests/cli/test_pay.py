"""The commands about pay: what they read, and how they refuse."""

import json
import os
import re
from pathlib import Path
from typing import Any

import pytest
from conftest import Run
from rows import each_row

from cscareer.catalog.wage_files import columns_of

CSR = "customer service specialist"
HEADER = ",".join(columns_of("43-4051.csv") or ())


@each_row(
    ("arguments", "said"),
    [
        (["offer", "-5", "--role", CSR], "-5 is less than nothing"),
        (["offer", "-46k", "--role", CSR], "-46k is less than nothing"),
        (["offer", "-22.50/hr", "--role", CSR], "-22.50/hr is less than nothing"),
        (["offer", "46000", "--role", CSR, "--hours", "many"], "a whole number belongs there"),
        (["offer", "0", "--role", CSR], "0 is nothing"),
        (["offer", "1e9", "--role", CSR], '"1e9" is no amount'),
        (["offer", "abc", "--role", CSR], '"abc" is no amount'),
        (["offer", "46.000", "--role", CSR], "$46,000 or as $46.00"),
        (["offer", "22", "--role", CSR], "Write 22/hr for the first, 22k for the second"),
        (["offer", "46000", "--role", CSR, "--hours", "0"], "0 hours a year"),
        (["offer", "46000", "--role", CSR, "--current", "-5"], "-5 is less than nothing"),
        (["offer", "46000", "--role", CSR, "--current", "abc"], "Check your pay now"),
        (
            ["offer", "46000", "--role", CSR, "--against-location", "Boston"],
            "--against-location needs --against",
        ),
        (
            ["offer", "46000", "--role", CSR, "--current-location", "Boston"],
            "--current-location needs --current",
        ),
        (["offer", "46000", "--role", CSR, "-l", "Toronto, Canada"], "outside the US"),
        (["offer", "46000", "--role", "astronaut"], 'No role goes by "astronaut"'),
        (["offer", "46000"], "--role"),
        (["pay", CSR, "-l", "Portland"], "Portland, OR"),
        (["pay", CSR, "-l", ""], "empty location"),
        (["pay", CSR, "-l", "Chicgo"], "Chicago, IL"),
        (["pay", CSR, "--per", "week"], "none of: hour, year"),
        (["pay", CSR, "--hours", "2000"], "Add --per hour"),
        (["pay", CSR, "--per", "hour", "--hours", "0"], "0 hours a year"),
        (["pay", CSR, "--industry", "mining"], 'No industry goes by "mining"'),
        (["pay", CSR, "--top", "3"], "--top belongs to a ranking"),
        (["pay", CSR, "--real"], "--real belongs to a ranking"),
        (["pay", CSR, "--by", "city"], "none of: area, state, industry"),
        (["pay", CSR, "--by", "area", "-l", "Austin"], "--location and --by"),
        (["pay", CSR, "--by", "area", "--explain"], "--explain and --by"),
        (["pay", CSR, "--by", "industry", "--real"], "cost of living"),
        (["pay", CSR, "--by", "area", "--top", "0"], "--top 0 shows nothing"),
        (["compare", CSR, "-l", "Austin"], "two to five titles"),
        (["compare", CSR, "-l", "Austin", "-l", "78701", "-l", "nowhere at all"], "nowhere at all"),
        (["compare", CSR, "-l", "Austin", "-l", "Austin, TX"], "two to five different places"),
        (["roles", "-l", "Springfield"], "Springfield, MO"),
        (["role", "csr", "-l", "London, UK"], "outside the US"),
        (["locations", "--state", "Texs"], "Texas"),
        (["trend", "nobody"], 'No role goes by "nobody"'),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_what_makes_no_sense_is_refused_with_what_to_do(run: Run, arguments: list[str], said: str) -> None:
    outcome = run(*arguments)
    assert (outcome.code, outcome.out) == (2, "")
    assert said in " ".join(outcome.err.split())
    for_a_script = json.loads(run(*arguments, "--json").err)
    assert for_a_script["error"]["code"] == 2


def test_a_slip_in_a_title_without_quotes_is_suggested_whole(run: Run) -> None:
    outcome = run("pay", "customer", "service", "manger")
    assert (outcome.code, outcome.out) == (2, "")
    assert "Did you mean: Customer Service Manager?" in outcome.err


@pytest.mark.parametrize(
    ("amount", "doubtful"), [("460000", True), ("22/hr", False), ("90000", False), ("300/hr", True)]
)
def test_pay_far_beyond_what_anyone_earns_is_doubted(run: Run, amount: str, doubtful: bool) -> None:
    (judged,) = json.loads(run("offer", amount, "--role", CSR, "--json").out)["offers"]
    assert judged["doubtful"] is doubtful
    assert ("is a digit too many" in " ".join(run("offer", amount, "--role", CSR).out.split())) is doubtful


@each_row("output_format", ["table", "json", "csv", "markdown"])
@each_row("said", ["Bozeman, MT", "Puerto Rico", "Guam", "Remote"])
@each_row("command", ["pay", "roles", "offer", "compare"])
def test_suppressed_wages_territories_and_the_nation_are_answered(
    run: Run, command: str, said: str, output_format: str
) -> None:
    words = {
        "pay": [CSR],
        "roles": [],
        "offer": ["46000", "--role", CSR],
        "compare": [CSR, "account manager"],
    }
    outcome = run(command, *words[command], "-l", said, "--format", output_format)
    assert (outcome.code, outcome.err) == (0, "")


def test_an_answer_names_the_area_that_stands_in(run: Run) -> None:
    said = " ".join(run("pay", CSR, "-l", "Bozeman, MT").out.split())
    assert (
        "BLS releases no wages of Customer Service Representatives for Bozeman, MT; Montana's stand in."
        in said
    )


@each_row(
    "arguments",
    [
        ["pay", CSR], ["role", CSR], ["roles"], ["offer", "46000", "--role", CSR],
        ["compare", CSR, "account manager"], ["compare", CSR, "-l", "Austin"],
    ],
    ids=" ".join,
)  # fmt: skip
@each_row("output_format", ["table", "markdown"])
@each_row(
    ("place", "notes"),
    [
        ("Sumter, SC", ["both ends moved with the median"]),
        ("Guam", ["far from the nation's"]),
        ("Bozeman, MT", ["BLS releases no wages of Customer Service Representatives for Bozeman, MT"]),
    ],
)
def test_every_answer_says_how_a_local_range_came_about(
    run: Run, arguments: list[str], output_format: str, place: str, notes: list[str]
) -> None:
    said = " ".join(run(*arguments, "-l", place, "--format", output_format).out.split())
    assert all(note in said for note in notes)


@pytest.mark.parametrize("place", ["Bridgeport, CT", "0100001", "Guam"])
def test_a_comparison_of_places_says_whose_prices_stand_in_or_why_there_are_none(
    run: Run, place: str
) -> None:
    said = run("compare", CSR, "-l", "Austin", "-l", place).out
    assert "BEA publishes no price level for" in said


def test_each_row_of_a_matrix_says_what_it_is(run: Run) -> None:
    said = run("compare", CSR, "team lead", "-l", "Denver", "-l", "Boston", env={"COLUMNS": "160"}).out
    assert "Customer Service Specialist (~ starting pay, our estimate)" in said
    assert "Customer Service Team Lead (% wages: 10%–50% of all in its occupation)" in said


class TestYearsApart:
    """Wages of different years are never held against each other."""

    NATION_2024 = "99,2024,5,10.00,11.00,12.00,13.00,14.00,20800,22880,24960,27040,29120,,"
    AUSTIN_2026 = "12420,2026,5,10.00,20.00,30.00,40.00,50.00,20800,41600,62400,83200,104000,,"

    def austin(self, run: Run, folder: Path, row: str, year: int) -> dict[str, Any]:
        wages = folder / "wages"
        wages.mkdir()
        (wages / "43-4051.csv").write_text(f"{HEADER}\n{row}\n", encoding="utf-8")
        (wages / "releases.csv").write_text(
            "source,kind,year,title,publisher,address,licence,date,file,rows,set_aside,sha256,retrieved\n"
            f"bls-oews-{year},wages,{year},May {year},BLS,,public domain,{year + 1},f.csv,1,0,{'0' * 64},\n",
            encoding="utf-8",
        )
        answer = json.loads(run("--data-dir", str(folder), "pay", CSR, "-l", "Austin", "--json").out)
        entry: dict[str, Any] = answer["ranges"][0]
        return entry

    def test_an_older_row_of_a_higher_layer_replaces_no_newer_one(self, run: Run, tmp_path: Path) -> None:
        entry = self.austin(run, tmp_path, self.NATION_2024, 2024)
        assert (entry["low"], entry["high"], entry["basis"]) == (38_250, 46_150, "localized")

    def test_newer_local_wages_move_nothing_without_national_ones_of_the_same_year(
        self, run: Run, tmp_path: Path
    ) -> None:
        entry = self.austin(run, tmp_path, self.AUSTIN_2026, 2026)
        assert (entry["low"], entry["high"], entry["basis"]) == (38_500, 48_500, "published")
        assert (entry["localization"], entry["national"], entry["national_ratio"]) == (None, None, None)


def test_an_estimate_is_never_shown_as_the_publishers_figure(run: Run) -> None:
    said = run("pay", CSR, "-l", "Austin").out
    (line,) = (line for line in said.splitlines() if "$38,250" in line)
    assert "our estimate" in line
    assert "Robert Half" not in line


def test_two_layers_of_wages_are_merged_and_the_higher_one_counts(run: Run, tmp_path: Path) -> None:
    wages = tmp_path / "wages"
    wages.mkdir()
    row = "12420,2026,5,10.00,20.00,30.00,40.00,50.00,20800,41600,62400,83200,104000,,"
    (wages / "43-4051.csv").write_text(f"{HEADER}\n{row}\n", encoding="utf-8")
    (wages / "releases.csv").write_text(
        "source,kind,year,title,publisher,address,licence,date,file,rows,set_aside,sha256,retrieved\n"
        f"bls-oews-2026,wages,2026,May 2026,BLS,,public domain,2027,f.csv,1,0,{'0' * 64},\n",
        encoding="utf-8",
    )
    answer = json.loads(
        run("--data-dir", str(tmp_path), "pay", CSR, "-l", "Austin", "-l", "Dallas", "--json").out
    )
    austin, dallas = answer["ranges"]
    assert austin["observed"]["median"] == 62_400
    assert austin["observed"]["sources"] == [{"id": "bls-oews-2026", "year": 2026}]
    assert dallas["observed"]["sources"] == [{"id": "bls-oews-2025", "year": 2025}]
    assert answer["layers"] == [str(tmp_path)]
    assert {"bls-oews-2026", "bls-oews-2025"} <= {source["id"] for source in answer["sources"]}


def test_figures_without_a_source_are_refused(run: Run, tmp_path: Path) -> None:
    wages = tmp_path / "wages"
    wages.mkdir()
    row = "12420,2031,5,10.00,20.00,30.00,40.00,50.00,20800,41600,62400,83200,104000,,"
    (wages / "43-4051.csv").write_text(f"{HEADER}\n{row}\n", encoding="utf-8")
    outcome = run("--data-dir", str(tmp_path), "pay", CSR, "-l", "Austin")
    assert (outcome.code, outcome.out) == (3, "")
    assert "bls-oews-2031" in outcome.err


@pytest.mark.skipif(os.name != "posix", reason="named pipes of POSIX")
def test_a_named_pipe_among_the_wages_is_refused_without_waiting(run: Run, tmp_path: Path) -> None:
    (tmp_path / "wages").mkdir()
    os.mkfifo(tmp_path / "wages" / "43-4051.csv")
    assert run("--data-dir", str(tmp_path), "pay", CSR, "-l", "Austin").code == 3


@pytest.mark.parametrize(
    "row",
    [
        "12420,2026,5,ten",
        "12420,2026",
        "12420,2026,5,x,20.00,30.00,40.00,50.00,1,2,3,4,5",
        "12420,MMXXVI,5" + ",1" * 10,
    ],
)
def test_a_broken_row_of_wages_is_named_with_its_line(run: Run, tmp_path: Path, row: str) -> None:
    wages = tmp_path / "wages"
    wages.mkdir()
    (wages / "43-4051.csv").write_text(f"{HEADER}\n{row}\n", encoding="utf-8")
    outcome = run("--data-dir", str(tmp_path), "pay", CSR, "-l", "Austin", env={"COLUMNS": "300"})
    assert (outcome.code, outcome.out) == (3, "")
    assert "43-4051.csv:2" in outcome.err


def test_bars_of_wide_letters_begin_in_the_same_column(run: Run) -> None:
    from rich.cells import cell_len

    folder = Path(__file__).parents[1] / "cases" / "20-wide-letters"
    shown = run(
        "--data-dir", str(folder), "compare", "chat-host", "csr", "--full", env={"COLUMNS": "100"}
    ).out
    bars = [line for line in shown.splitlines() if re.search("─█", line)]
    assert [line.split("─")[0].strip() for line in bars] == ["チャット案内係", "Customer Service Specialist"]
    assert len({cell_len(line[: line.index("─")]) for line in bars}) == 1


def test_two_offers_in_one_place_are_told_apart_by_their_pay_and_a_range_is_in_the_offers_terms(
    run: Run,
) -> None:
    said = run("offer", "22.50/hr", "--role", CSR, "-l", "Columbus, OH", "--against", "24/hr").out
    assert "$24.00 an hour is worth" in said
    assert "Columbus, OH is worth" not in said
    said = run("offer", "22.50/hr", "--role", CSR, "-l", "Columbus, OH", "--against", "24/hr", "--full").out
    position = said.partition("In the range")[2].partition("Real value")[0]
    assert "an hour" in position
    assert "an hour" not in run("offer", "46k", "--role", CSR, "-l", "Columbus, OH").out


def test_a_ranking_beyond_a_screen_has_every_row_unless_so_many_are_asked_for(run: Run) -> None:
    rows = run("pay", CSR, "--by", "state", "--format", "csv").out.splitlines()
    assert len(rows) > 50
    last = rows[-1].split(",")[3]
    for whole in (["--format", "markdown"], ["--json"], ["--full"]):
        assert last in run("pay", CSR, "--by", "state", *whole).out
    assert last not in run("pay", CSR, "--by", "state", "--top", "5", "--json").out
    assert len(run("pay", CSR, "--by", "state", "--top", "5", "--format", "csv").out.splitlines()) == 6


def test_titles_may_be_set_against_each_other_in_words(run: Run) -> None:
    asked = run("compare", "csr", "team lead").out
    assert run("compare", *["customer", "service", "rep", "vs", "team", "lead"]).out == asked
    assert run("compare", "csr", "and", "team", "lead").out == asked
    refused = run("compare", "csr", "and", "csm")
    assert (refused.code, "2 roles" in refused.err) == (2, True)


def test_an_offer_over_pay_of_now_and_in_no_place_says_nothing_idle(run: Run) -> None:
    said = run("offer", "21/hr", "--role", "csr", "--current", "20/hr").out
    assert "they already offer more than you earn now" in " ".join(said.split())
    assert "of the nation's" not in said
