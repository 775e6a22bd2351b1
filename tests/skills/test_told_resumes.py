"""Resumes told in deeds, with what a careful reader finds in them: how much of it we find, and which roles come first.

`must` labels are what any careful counsellor would credit; `not` what a careless reader would claim. What only the job
held speaks for isn't counted as false. Labels know the skills and roles of their day alone.
"""

from collections import Counter
from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from since_labelled import NEW_SKILLS

from cscareer.catalog.loading import load_catalog
from cscareer.catalog.yaml_reader import parse
from cscareer.cli import clock
from cscareer.cli.resumes import read_person
from cscareer.documents.reading import read_document
from cscareer.skills.matching import Matcher, MatchReport

TOLD = Path(__file__).parent / "told"
# FRESH and UNSEEN were labelled before the rules were looked at, and mended by kind since; bench/README.md has what they
# gave when first read. DEEDS is labelled with skills alone.
DEEDS, RESUMES, FRESH, UNSEEN = ".", "resumes", "fresh", "unseen"
TODAY = date(2026, 11, 26)
# Roles that came after the labels were written.
NEW_ROLES = frozenset(
    [
        "chat-and-social-care-specialist",
        "help-desk-technician",
        "support-engineer",
        "escalation-specialist",
        "receptionist",
        "billing-and-collections-representative",
        "claims-representative",
        "patient-access-representative",
        "retention-specialist",
        "renewals-manager",
        "onboarding-specialist",
        "technical-account-manager",
        "community-manager",
        "voice-of-the-customer-analyst",
        "conversation-designer",
        "workforce-manager",
        "quality-manager",
        "training-manager",
        "knowledge-manager",
        "support-manager",
        "vice-president-of-customer-experience",
    ]
)


class Told(NamedTuple):
    name: str
    labels: Mapping[str, Any]
    report: MatchReport

    @property
    def roles(self) -> list[str]:
        return [role.id for role in self.report.roles if role.id not in NEW_ROLES]


@cache
def told(folder: str) -> tuple[Told, ...]:
    catalog = load_catalog(environment={})
    matcher = Matcher(catalog)
    was, clock.today = clock.today, lambda: TODAY
    try:
        return tuple(
            Told(
                file.stem,
                parse(file.read_text(encoding="utf-8")),
                matcher.report(read_person(catalog, read_document(_text(file)))),
            )
            for file in sorted((TOLD / folder).glob("*.yaml"))
        )
    finally:
        clock.today = was


def _text(file: Path) -> Path:
    return next(path for end in (".txt", ".md") if (path := file.with_suffix(end)).exists())


def counts(folder: str) -> Counter[str]:
    count: Counter[str] = Counter()
    for each in told(folder):
        labels = {label["skill"]: label for label in reversed(each.labels["skills"])}
        found = {skill.id: skill for skill in each.report.skills if skill.id not in NEW_SKILLS}
        traps = {no["skill"] for no in each.labels.get("not", []) if not no.get("quote_only")} - set(labels)
        count["must"] += sum(label["must"] for label in labels.values())
        count["found"] += sum(label["must"] for skill, label in labels.items() if skill in found)
        count["right"] += len(set(found) & set(labels))
        count["wrong"] += sum(skill.how != "held" for skill in found.values() if skill.id not in labels)
        count["traps"] += len(traps)
        count["fallen into"] += len(traps & set(found))
        for skill, label in labels.items():
            if skill in found and label["level"]:
                count["levels"] += 1
                count["near levels"] += abs(found[skill].level - label["level"]) <= 1
    return count


@pytest.mark.parametrize(
    ("folder", "resumes", "found", "right", "fallen_into"),
    [(DEEDS, 12, 0.94, 0.97, 0.04), (RESUMES, 16, 0.95, 0.96, 0.03), (FRESH, 14, 0.9, 0.93, 0.14)],
    ids=["deeds", "resumes", "fresh"],
)
def test_resumes_are_read_as_a_careful_reader_would(
    folder: str, resumes: int, found: float, right: float, fallen_into: float
) -> None:
    """Nearly all that any would credit is found, little else is claimed, hardly a trap is walked into, levels are near."""
    count = counts(folder)
    assert len(told(folder)) == resumes
    assert count["found"] >= found * count["must"]
    assert count["right"] >= right * (count["right"] + count["wrong"])
    assert count["fallen into"] <= fallen_into * count["traps"]
    assert count["near levels"] >= 0.95 * count["levels"]


def test_a_role_that_a_counsellor_named_comes_first() -> None:
    assert sum(each.roles[0] in each.labels["roles"] for each in told(RESUMES)) >= 15


def test_what_a_counsellor_named_first_is_among_our_first_three() -> None:
    assert sum(each.labels["roles"][0] in each.roles[:3] for each in told(RESUMES)) >= 15


def test_so_it_does_for_resumes_of_other_voices() -> None:
    assert sum(each.roles[0] in each.labels["roles"] for each in told(FRESH)) >= 10


def test_resumes_of_twenty_more_people_are_read_nearly_as_well() -> None:
    count = counts(UNSEEN)
    assert len(told(UNSEEN)) == 20
    assert count["found"] >= 0.79 * count["must"]
    assert count["right"] >= 0.96 * (count["right"] + count["wrong"])
    assert count["fallen into"] <= 0.03 * count["traps"]
    assert count["near levels"] >= 0.95 * count["levels"]
    assert sum(each.roles[0] in each.labels["roles"] for each in told(UNSEEN)) >= 19


def test_the_years_of_work_are_right() -> None:
    for each in (*told(RESUMES), *told(FRESH), *told(UNSEEN)):
        about = each.labels["years"]
        low, high = each.labels.get("years_range", [about - 0.3, about + 0.3])
        read = each.report.years_of_experience
        assert read is not None, each.name
        assert low - 0.05 <= read <= high + 0.05, each.name


def test_every_claim_quotes_the_text() -> None:
    for each in (*told(RESUMES), *told(FRESH), *told(UNSEEN)):
        assert all(skill.evidence and skill.evidence[0].quote for skill in each.report.skills), each.name
