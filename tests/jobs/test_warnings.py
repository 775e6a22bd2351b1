"""What is warned of: every scam, and no sound ad; and the marks that figures and hours raise."""

from datetime import date
from pathlib import Path

import pytest
from rows import each_row
from scams import DEMANDS, FREE, SCAMS, SOUND
from told_postings import told

from cscareer.catalog.loading import load_catalog
from cscareer.documents.ads import of_text
from cscareer.jobs.posting import PostingReader

READER = PostingReader(load_catalog(environment={}), None, date(2026, 11, 27))
HEAD = "Customer Service Representative\nAcme Stores, Tulsa, OK\n$19 an hour, full-time\n"
FURTHER = sorted((Path(__file__).parent / "further").glob("*.yaml"))


def marks(text: str, severity: str | None = None) -> set[str]:
    found = READER.report(of_text(text, "ad")).watch
    return {mark.id for mark in found if severity in {None, mark.severity}}


def test_every_scam_carries_a_warning() -> None:
    assert [name for name, text in SCAMS.items() if not marks(text, "warning")] == []


def test_honest_ads_that_speak_of_money_parcels_and_identity_carry_none() -> None:
    assert {text: found for text in SOUND if (found := marks(text, "warning"))} == {}


def test_every_demand_for_money_carries_a_warning_and_what_others_pay_does_not() -> None:
    assert [each for each in DEMANDS if "pay-to-work" not in marks(HEAD + each, "warning")] == []
    assert {each: found for each in FREE if (found := marks(HEAD + each, "warning"))} == {}


def test_a_line_broken_to_keep_within_a_width_hides_no_mark() -> None:
    text = f"{HEAD}We are growing fast and have openings in every state. No phone\ninterview: most people begin within two days.\n"
    assert "no-interview" in marks(text, "warning")
    assert "no-interview" not in marks(text.replace("\ninterview", "\n\ninterview"), "warning")


def test_the_gravest_warnings_come_first() -> None:
    text = f"{HEAD}Positions close tonight! No interview. Message us on Telegram. Send your SSN now.\nPay a $99 starter fee.\nEarn up to $3,500 a week!"
    found = READER.report(of_text(text, "ad")).watch
    assert [mark.id for mark in found if mark.severity == "warning"] == [
        "pay-to-work",
        "personal-data",
        "messenger-contact",
        "no-interview",
        "earnings-claim",
        "pressure",
    ]
    claim = next(mark for mark in found if mark.id == "earnings-claim")
    assert claim.quote is not None
    assert "$3,500 a week" in claim.quote


@pytest.mark.slow
@each_row("labels", FURTHER, ids=lambda path: path.stem)
def test_sound_ads_carry_none_and_their_pay_and_places_are_read(labels: Path) -> None:
    ad = told(labels)
    assert ad.warnings == set()
    assert [each for each in ad.labels["pay"] if each.get("sure", True) and not ad.pays(each)] == []
    assert {each.state for each in ad.read.locations} == ad.states
    if mode := ad.labels["work_mode"]:
        assert ad.read.work_mode is not None
        assert ad.read.work_mode.value == mode
    assert {ad.labels["employment"]} - {None} <= {each.value for each in ad.read.employment}


@each_row(
    ("text", "mark", "raised"),
    [
        ("Chat helper\nNo experience needed. $38 an hour.", "pay-too-high", True),
        ("Chat helper\nNo experience needed. $19 an hour.", "pay-too-high", False),
        ("Support engineer\nFive years of experience. $48 an hour.", "pay-too-high", False),
        ("Agent at a global leader\nWrite to hr.team@gmail.com", "free-mail", True),
        ("Front desk of a small dental office\nWrite to drlee@gmail.com", "free-mail", False),
        ("Agent\nCompetitive pay", "no-pay", True),
        ("Agent\n$19 an hour", "no-pay", False),
        ("Agent\nUp to $2,500 a week", "earnings-claim", True),
        ("Agent\nUp to $900 a week", "earnings-claim", False),
        ("Agent\n$15 an hour during training, $18 an hour after", "low-training-pay", True),
        ("Agent\n$18 an hour, paid training at $18 an hour", "low-training-pay", False),
        ("Agent\nAvailability Monday to Saturday, 10:30 am to 9 pm", "long-week", True),
        ("Agent\nMonday to Friday, 8 am to 5 pm", "long-week", False),
    ],
)
def test_figures_and_hours_raise_marks(text: str, mark: str, *, raised: bool) -> None:
    assert (mark in marks(text)) is raised
