"""How well the skills of real job ads are found, against labels made by hand."""

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from conftest import shared_file

from cscareer.catalog.loading import Catalog
from cscareer.catalog.models import SkillKind
from cscareer.skills.finding import TextKind, TextLine, find_skills

LABELS: dict[str, dict[int, list[str]]] = yaml.safe_load(
    (Path(__file__).parent / "labels.yaml").read_text(encoding="utf-8")
)

# Skills added after the labels were made: nobody has read the ads for them yet.
UNREAD = {
    "sales-basics", "phone-etiquette", "writing", "presentation", "office-software", "reporting", "reliability",
    "billing", "health-privacy", "payment-security", "renewals", "appointment-scheduling", "accessibility",
    "service-orientation", "tech-fluency",
}  # fmt: skip


def tally(catalog: Catalog, labels: dict[int, list[str]]) -> dict[SkillKind, list[int]]:
    """Of each kind how many skills are found rightly, found wrongly and missed."""
    lines = shared_file("samples/postings.jsonl").read_text(encoding="utf-8").splitlines()
    ads: dict[int, Any] = {ad["job_id"]: ad["description"] for ad in map(json.loads, lines)}
    counts = {kind: [0, 0, 0] for kind in SkillKind}
    for job_id, asked in labels.items():
        text = [TextLine(number, line) for number, line in enumerate(ads[job_id].splitlines(), 1)]
        found = {each.id for each in find_skills(catalog, text, kind=TextKind.AD)} - UNREAD
        for skill in found.union(asked):
            place = (0 if skill in asked else 1) if skill in found else 2
            counts[catalog.skills[skill].kind][place] += 1
    return counts


@pytest.mark.parametrize("group", ["known", "fresh"])
def test_most_skills_of_real_ads_are_found_and_few_others(catalog: Catalog, group: str) -> None:
    right, wrong, missed = (
        sum(column) for column in zip(*tally(catalog, LABELS[group]).values(), strict=True)
    )
    assert right / (right + wrong) >= 0.90
    assert right / (right + missed) >= 0.85


def test_the_labels_name_skills_of_the_guide(catalog: Catalog) -> None:
    assert len(LABELS["known"]) == 20
    labelled = {skill for ads in LABELS.values() for asked in ads.values() for skill in asked}
    assert labelled <= catalog.skills.keys()
