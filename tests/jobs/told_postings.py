"""Ads with what a careful reader finds in them: ten of our own, and those that the finder of skills is measured by."""

from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from cscareer.catalog.loading import load_catalog
from cscareer.documents.ads import read_ad_file
from cscareer.jobs.places import states_of
from cscareer.jobs.posting import PostingReport, read_posting

CATALOG = load_catalog(environment={})
TODAY = date(2026, 11, 26)
HERE = Path(__file__).parent / "told"
OLDER = Path(__file__).parents[1] / "skills" / "told" / "ads"
LABELLED = sorted(HERE.glob("*.yaml")) + [
    each for each in sorted(OLDER.glob("*.yaml")) if "must_haves:" in each.read_text(encoding="utf-8")
]
_BONUSES = {"differential", "sign-on", "bonus"}  # one kind in the labels


class Told(NamedTuple):
    """An ad as labelled and as read."""

    labels: Mapping[str, Any]
    read: PostingReport

    @property
    def states(self) -> set[str]:
        labels = self.labels
        return set(labels["states"] if "states" in labels else labels["places"]["states"])

    @property
    def gates(self) -> list[Mapping[str, str]]:
        return list(self.labels.get("gates") or self.labels.get("must_haves") or [])

    @property
    def warnings(self) -> set[str]:
        return {mark.id for mark in self.read.watch if mark.severity == "warning"}

    def pays(self, wanted: Mapping[str, Any]) -> bool:
        """Whether an amount is among those read, with its ends, its period and its kind."""
        return any(
            (each.low, each.high, each.per) == (wanted["low"], wanted["high"], wanted["per"])
            and ("bonus" if each.kind.value in _BONUSES else each.kind.value) == wanted["kind"]
            for each in self.read.pay
        )

    def asks(self, wanted: Mapping[str, str]) -> bool:
        """Whether a gate is among those read, of the same kind and mostly in the same words."""
        words = _words(wanted["quote"])
        return any(
            gate.kind == wanted["kind"]
            and 2 * len(words & _words(gate.quote)) >= min(len(words), len(_words(gate.quote)))
            for gate in self.read.gates
        )


@cache
def told(labels: Path) -> Told:
    (ad,) = (each for each in labels.parent.glob(f"{labels.stem}.*") if each.suffix != ".yaml")
    return Told(
        yaml.safe_load(labels.read_text(encoding="utf-8")),
        read_posting(CATALOG, read_ad_file(ad), today=TODAY),
    )


def states_read(answer: PostingReport) -> set[str]:
    return set(states_of(answer.locations))


def _words(text: str) -> set[str]:
    return set("".join(letter.lower() if letter.isalnum() else " " for letter in text).split())
