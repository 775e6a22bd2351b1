"""What the job held speaks for, and what the person says of their days instead."""

from datetime import date

import pytest

from cscareer.catalog.loading import load_catalog
from cscareer.cli.resumes import read_person
from cscareer.documents.reading import read_bytes
from cscareer.skills.held import Person

CATALOG = load_catalog(environment={})


def person(*said: str) -> Person:
    text = "\n".join(["Call Center Agent, Acme Telecom, March 2020 - present", *said])
    return read_person(CATALOG, read_bytes(text.encode(), "a.txt"), date(2026, 11, 26))


@pytest.mark.parametrize(
    ("said", "skill", "held"),
    [
        ("- I have never calmed an angry caller; others did that.", "de-escalation", False),
        ("- I never took calls; mine was the e-mail desk.", "phone-etiquette", False),
        ("- I've never opened Excel in my life.", "spreadsheets", False),
        ("- I never calmed an angry caller without telling the next step.", "de-escalation", True),
        ("- My manager has never calmed an angry caller.", "de-escalation", True),
        ("- Not one angry caller got past me.", "de-escalation", True),
    ],
)
def test_a_deed_that_was_never_done_takes_away_what_the_job_speaks_for(
    said: str, skill: str, held: bool
) -> None:
    who = person(said)
    assert (skill in who.lacks) is not held
    assert "phone-etiquette" in {each.id for each in person().found}  # the job speaks for it
    if not held:
        assert skill not in {each.id for each in who.found}


@pytest.mark.parametrize(
    ("said", "held"),
    [
        ("- The orders are keyed by our people in Dallas.", False),
        ("- I keyed the orders with our people in Dallas.", True),
        ("- I check what comes in. The orders are keyed by our people in Dallas.", True),
    ],
)
def test_what_others_do_is_not_taken_from_the_job(said: str, held: bool) -> None:
    assert ("order-processing" in {each.id for each in person(said).found}) is held
