"""`raise`: how pay is read, and what is refused."""

import shutil
from pathlib import Path

import pytest
from conftest import Run

MAY_2022 = ("--since", "2022-05")


def test_pay_by_the_month_or_week_says_how_it_became_pay_a_year(run: Run) -> None:
    outcome = run(
        "raise", "3500/month", "--was", "1400 biweekly", "--then", "750/week@2023-05", *MAY_2022, "--json"
    )  # fmt: skip
    assert outcome.code == 0
    assert outcome.err.splitlines() == [
        "Reading $3,500 a month as $42,000 a year (× 12).",
        "Reading $1,400 every two weeks as $36,400 a year (× 26).",
        "Reading $750 a week as $39,000 a year (× 52).",
    ]


def test_pay_by_the_hour_or_year_is_kept_as_it_is_and_nothing_is_said(run: Run) -> None:
    assert run("raise", "41000", "--was", "36000", *MAY_2022).err == ""


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (
            ["--was", "36000", "--since", "2026-05", "--until", "2022-05"],
            "--until 2022-05 is not after 2026-05",
        ),
        (["--was", "18/hr", "--since", "2022-05"], "per hour can't be held against pay per year"),
        (["--was", "36000", "--since", "2022-05", "--until", "2027-01"], "Prices are published to 2026-08"),
        (["--was", "36000", "--since", "2010-05"], "The price index begins with 2015-01"),
        (["--was", "36000", "--since", "2022-05", "--then", "38000@2021-05"], "2021-05 is not after 2022-05"),
        (["--was", "36000", "--since", "soon"], '--since "soon" is no month'),
        (["--was", "36000", "--since", "2031"], '--since "2031" is a year without its month'),
    ],
)
def test_what_cannot_be_held_against_each_other_is_told(run: Run, words: list[str], said: str) -> None:
    outcome = run("raise", "41000", *words)
    assert (outcome.code, outcome.out) == (2, "")
    assert said in " ".join(outcome.err.split())


def test_the_role_of_the_profile_is_set_beside_and_asked_for_next(run: Run, tmp_path: Path) -> None:
    kept = tmp_path / "cscareer" / "profile"
    kept.mkdir(parents=True)
    shutil.copy(Path(__file__).parent / "profile.yaml", kept)
    env = {"XDG_DATA_HOME": str(tmp_path), "COLUMNS": "200", "TERM": "dumb"}
    outcome = run("raise", "41000", "--was", "36000", *MAY_2022, env=env, terminal=True)
    assert "Using your profile's" in outcome.err
    assert "role, Call Center Specialist" in outcome.err
    assert 'Next: cscareer path --from "call center specialist"' in outcome.err
