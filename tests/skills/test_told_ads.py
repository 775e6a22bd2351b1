"""Job ads told in duties, with what a careful reader finds in them: how much of it we find, and what is only preferred.

Labels were written before the finder read the ads, which were then used to mend it: 01 to 06 know the skills of their day
alone, 07 to 16 all of them. Skills with `sure: false` may be found or left; `not` holds what a careless reader would claim.
"""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import yaml
from rows import each_row
from since_labelled import NEW_SKILLS

from cscareer.catalog.loading import load_catalog
from cscareer.documents.prose import plain
from cscareer.skills.ads import Demand, read_ad
from cscareer.skills.finding_text import TextLine

CATALOG = load_catalog(environment={})
FOLDER = Path(__file__).parent / "told" / "ads"
NAMES = sorted(path.stem for path in FOLDER.glob("*.yaml"))


class Ad(NamedTuple):
    """An ad's labels, and what is found in it."""

    labels: Mapping[str, Any]
    found: Mapping[str, Demand]

    @property
    def sure(self) -> set[str]:
        return {each["skill"] for each in self.labels["skills"] if each.get("sure", True)}

    @property
    def allowed(self) -> set[str]:
        named = {each["skill"] for each in self.labels["skills"]}
        return named if self.labels.get("all") else named | NEW_SKILLS


@cache
def read(name: str) -> Ad:
    labels = yaml.safe_load((FOLDER / f"{name}.yaml").read_text(encoding="utf-8"))
    (path,) = (each for each in FOLDER.glob(f"{name}.*") if each.suffix != ".yaml")
    text = (
        plain(path.read_text(encoding="utf-8"))
        if path.suffix == ".html"
        else path.read_text(encoding="utf-8")
    )
    lines = [TextLine(number, line) for number, line in enumerate(text.splitlines(), 1)]
    return Ad(labels, {each.skill.id: each.demand for each in read_ad(CATALOG, lines)})


def test_nearly_all_that_is_asked_is_found_and_hardly_anything_else() -> None:
    ads = [read(name) for name in NAMES]
    right = sum(len(ad.sure & ad.found.keys()) for ad in ads)
    wrong = sum(len(ad.found.keys() - ad.allowed) for ad in ads)
    assert right / sum(len(ad.sure) for ad in ads) >= 0.97
    assert right / (right + wrong) >= 0.97


@each_row("name", NAMES)
def test_what_only_looks_asked_for_is_left(name: str) -> None:
    ad = read(name)
    assert not {each["skill"] for each in ad.labels["not"]} - ad.allowed & ad.found.keys()


def test_what_is_only_preferred_is_told_from_what_is_required() -> None:
    ads = [read(name) for name in NAMES]
    judged = [
        ad.found[each["skill"]] == each["need"]
        for ad in ads
        for each in ad.labels["skills"]
        if each["skill"] in ad.found
    ]
    assert sum(judged) / len(judged) >= 0.95


@each_row("name", NAMES)
def test_a_label_is_a_skill_of_the_guide(name: str) -> None:
    labels = read(name).labels
    assert {each["skill"] for each in (*labels["skills"], *labels["not"])} <= CATALOG.skills.keys()
