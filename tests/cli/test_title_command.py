"""The command that reads job titles."""

import csv
import io
import json
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import Run

from cscareer.cli.streams import passing_over
from cscareer.documents.title_rows import TitleRows
from cscareer.errors import RowsPassedOverError


def stream(text: str, *words: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "cscareer", "title", "-", *words]
    return subprocess.run(command, input=text, capture_output=True, text=True, check=False, timeout=120)


def test_one_title_has_one_answer(run: Run) -> None:
    answer = json.loads(run("title", "Sr. CSR II - Remote", "--json").out)
    assert (answer["schema"], answer["role"]) == ("cscareer/title/1", "senior-customer-service-specialist")
    assert "Customer service, but no role of the guide" in run("title", "warranty", "clerk").out


def test_a_stream_keeps_its_order_and_its_lines() -> None:
    done = stream("CSR / Cashier\n\nWelder\n")
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    assert [(each["line"], each["kind"], each["near_job"]) for each in lines] == [
        (1, "role", "cashier"),
        (3, "other", None),
    ]
    assert done.returncode == 0


def test_a_column_streams_as_csv_and_bad_rows_are_passed_over() -> None:
    done = stream('id,title\n1,"CSM, West"\n2\n3,Help Desk Tech\n', "--column", "title", "-f", "csv")
    rows = list(csv.DictReader(io.StringIO(done.stdout)))
    assert [row["title"] for row in rows] == ["CSM, West", "Help Desk Tech"]
    assert rows[1]["role"] == "help-desk-technician"
    assert done.returncode == 5
    assert "passed over" in done.stderr


@pytest.mark.parametrize(
    "words", [("title", "CSR", "--column", "x"), ("title", ""), ("title", "CSR", "-f", "jsonl")]
)
def test_words_that_make_no_sense_are_refused(run: Run, words: tuple[str, ...]) -> None:
    assert run(*words).code == 2


@pytest.mark.parametrize(
    ("said", "role"),
    [("client care advocate", "Customer Service Specialist"), ("phone rep", "Call Center Specialist")],
)
def test_any_title_stands_for_a_role_in_other_commands_and_is_announced(
    run: Run, said: str, role: str
) -> None:
    outcome = run("role", said)
    assert outcome.code == 0
    assert f'Reading "{said}" as {role}.' in outcome.err


def test_an_unknown_skill_is_left_out_and_told_unless_strict(run: Run) -> None:
    words = ("gap", "csr", "--have", "sql,returns")
    assert run(*words).code == 0
    assert 'Left out: No skill goes by "returns"' in run(*words).err
    assert run(*words, "--strict").code == 2
    assert run("gap", "csr", "--have", "returns").code == 2


@pytest.mark.parametrize("word", ["customer service", "word", "returns"])
def test_a_word_is_no_skill_whose_other_name_begins_with_it(run: Run, word: str) -> None:
    outcome = run("match", "--have", word)
    assert outcome.code == 2
    assert f'No skill goes by "{word}"' in outcome.err


def test_both_ends_of_an_offer_are_judged(run: Run) -> None:
    answer = json.loads(run("offer", "46-52k", "--role", "csr", "-l", "Columbus, OH", "--json").out)
    assert answer["is_range"] is True
    assert [offer["amount"]["amount"] for offer in answer["offers"]] == [46_000, 52_000]


def test_a_months_pay_is_understood_and_said(run: Run) -> None:
    outcome = run("offer", "$3,800/month", "--role", "csr", "-l", "Columbus, OH", "--json")
    assert json.loads(outcome.out)["offers"][0]["amount"]["amount"] == 45_600
    assert "Reading $3,800 a month as $45,600 a year (× 12)." in outcome.err


def test_blank_lines_are_counted_and_a_file_beside_the_dash_is_refused(run: Run, tmp_path: Path) -> None:
    refused = run("title", "-", "titles.txt")
    assert refused.code == 2
    assert "title - < titles.txt" in refused.err
    rows = TitleRows(io.BytesIO(b"CSR\n\n\xff\n \n"), "titles", None)
    with pytest.raises(
        RowsPassedOverError, match=r"1 of 4 lines of titles was passed over\. 2 blank lines skipped\."
    ):
        list(passing_over(rows, "titles", blank=lambda: rows.blank))
    (tmp_path / "titles.txt").write_text("CSR")
    assert "is read as a title" in run("title", str(tmp_path / "titles.txt")).err
