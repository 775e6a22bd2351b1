"""A name comes to the same whether its setting is remembered or read afresh."""

from collections.abc import Sequence
from itertools import chain
from pathlib import Path
from random import Random

import pytest

from cscareer.catalog.loading import Catalog
from cscareer.catalog.word_models import TextKind
from cscareer.skills.finding import _READERS, TextLine, read_skills
from cscareer.skills.finding_text import Block

TOLD = Path(__file__).parent / "told"
LINES = [
    line for path in sorted(TOLD.rglob("*.txt")) for line in path.read_text(encoding="utf-8").splitlines()
]


def numbered(text: Sequence[str]) -> list[TextLine]:
    return [TextLine(number, line) for number, line in enumerate(text, 1)]


def shuffled() -> list[list[TextLine]]:
    """Texts of lines of many, some as they follow one another, so that the same ones come in other settings."""
    chance = Random(7)  # noqa: S311  the same texts on every run
    runs = [LINES[at : at + chance.choice((1, 2, 4))] for at in range(0, len(LINES), 2)]
    texts = [list(chain.from_iterable(chance.choices(runs[: 40 * each], k=25))) for each in range(1, 31)]
    return list(map(numbered, texts))


@pytest.mark.parametrize("kind", TextKind)
def test_remembered_settings_say_what_fresh_ones_do(
    catalog: Catalog, kind: TextKind, monkeypatch: pytest.MonkeyPatch
) -> None:
    texts = shuffled()
    remembered = [read_skills(catalog, text, kind, near=True) for text in (*texts, *texts)]
    assert catalog.once(_READERS[kind]).settings.remembers
    monkeypatch.setattr(Block, "is_plain", False)
    afresh = [read_skills(catalog, text, kind, near=True) for text in texts]
    assert remembered == [*afresh, *afresh]


def test_a_setting_reaches_as_far_as_the_rules(catalog: Catalog) -> None:
    """The same line counts or not by what stands before or behind it."""
    line = "Coached new agents in Zendesk."
    texts = ([line], [line, "Not me."], ["Looking for:", line])
    alone, taken_back, wanted = (
        {found.id for found in read_skills(catalog, numbered(text), TextKind.RESUME).skills} for text in texts
    )
    assert "coaching" in alone
    assert taken_back == wanted == set()
