"""One place told several times in an ad is one must-have."""

import re
from collections.abc import Mapping
from typing import Protocol

from cscareer.catalog.posting_models import GateKind, PostingGate
from cscareer.jobs.ad_words import Words
from cscareer.jobs.parts import FoundWords
from cscareer.jobs.phrases import Hit
from cscareer.skills.ads import Demand

GatePlace = tuple[GateKind, int, int]  # the kind of a gate, its line, and where in it the sentence begins
_NAMES = re.compile(r"\b(?:[A-Z]\w*|\d+)")


class _Told(Protocol):
    """What is known of a gate: how much it is asked for, and its words."""

    @property
    def demand(self) -> Demand: ...
    @property
    def quote(self) -> str: ...


def place_told(where: FoundWords, hit: Hit[PostingGate]) -> frozenset[str]:
    """What words say of a place: those of the row, and the names and numbers behind them in the sentence."""
    text = where.line.text
    behind = _NAMES.findall(text[hit.end : max(hit.end, where.begins + len(where.sentence))])
    return frozenset(Words(" ".join([text[hit.start : hit.end], *behind])).words)


def is_told_again(
    key: GatePlace,
    places: Mapping[GatePlace, frozenset[str]],
    found: Mapping[GatePlace, _Told],
) -> bool:
    """Whether another gate says all that this one says of the place: a headline's "hybrid", then the line on the days."""
    own = places[key]
    return any(
        own <= frozenset(Words(found[other].quote).words)
        and (own < theirs or other < key or not theirs <= frozenset(Words(found[key].quote).words))
        and found[other].demand in {Demand.REQUIRED, found[key].demand}
        for other, theirs in places.items()
        if other != key
    )
