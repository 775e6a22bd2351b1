"""Pay in the many ways in which ads write it, alone and beside other money: every wording with its ends, period and kind."""

import random

import pytest
from pay_wordings import NO_PAY, OF_THE_WHOLE_AD, PASSAGES, SAID, Pay
from rows import each_row

from cscareer.catalog.loading import load_catalog
from cscareer.jobs.ad import Ad, AdFields
from cscareer.jobs.pay_reading import PayReader
from cscareer.skills.finding_text import TextLine

READER = PayReader(load_catalog(environment={}))


def read(text: str) -> list[Pay]:
    lines = tuple(TextLine(number, line) for number, line in enumerate(text.splitlines(), 1))
    stated = READER.read(Ad("ad", "text", lines, AdFields())).stated
    return [(each.kind.value, each.low, each.high, each.per) for each in stated]


def of_work(found: list[Pay]) -> list[Pay]:
    return [each for each in found if each[0] != "allowance"]


def test_every_way_of_writing_pay_is_read_with_its_ends_its_period_and_its_kind() -> None:
    assert {text: found for text, wanted in SAID if (found := read(text)) != wanted} == {}


def test_passages_of_many_posters_are_read_with_all_that_they_pay() -> None:
    assert {text: found for text, wanted in PASSAGES if (found := of_work(read(text))) != wanted} == {}


def test_dollars_that_are_no_pay_are_left_or_are_an_allowance() -> None:
    assert {text: found for text in NO_PAY if (found := of_work(read(text)))} == {}


@pytest.mark.slow
@each_row("between", [". ", ", ", "\n", "; "])
def test_no_amount_changes_what_the_one_beside_it_is(between: str) -> None:
    chance = random.Random(14)  # noqa: S311  the same texts on every run
    alone = [
        (text, found)
        for text, found in SAID
        if "\n" not in text and not any(each in text for each in OF_THE_WHOLE_AD)
    ]
    base = [each for each in alone if each[1][0][0] == "base"]
    more = [each for each in alone if each[1][0][0] not in {"base", "ote"}]
    wrong = 0
    for _ in range(400):
        parts = [chance.choice(base), chance.choice(more), (chance.choice(NO_PAY), [])]
        chance.shuffle(parts)
        text = between.join(said.rstrip(".")[:1].upper() + said.rstrip(".")[1:] for said, _ in parts)
        wanted = {each for _, found in parts for each in found}
        wrong += set(of_work(read(text))) != set(of_work(list(wanted)))
    assert wrong <= 12  # 3 in a hundred
