"""What the figures of our rules on pay may be."""

from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError
from rows import each_row

from cscareer.catalog.bargaining_models import AskingRule, PostingRule

ASKING: dict[str, Any] = {
    "id": "usual", "least_more": 5, "most_more": 15, "yearly_step": 100, "hourly_step": "0.25", "why": "x",
    "doubted_over": 3,
    "say": ["“I had {ask} in mind.”", "“Would {settle} do?”"], "sources": ["us"],
}  # fmt: skip
POSTING: dict[str, Any] = {
    "id": "usual", "least_spread": 10, "most_spread": 30, "yearly_step": 500, "hourly_step": "0.25", "why": "x",
    "ad": "Pay: {low} to {high} {per}.", "sources": ["us"],
}  # fmt: skip


def test_sound_rules_are_taken() -> None:
    assert AskingRule.model_validate(ASKING).say[0].format(ask="$1") == "“I had $1 in mind.”"
    assert PostingRule.model_validate(POSTING).ad.format(low=1, high=2, per="a year") == "Pay: 1 to 2 a year."


@each_row(
    ("changed", "said"),
    [
        ({"least_more": 20}, "is above most_more"),
        ({"say": ["no figure"]}, "must name {ask} or {settle}"),
        ({"say": ["{ask} {other}"]}, "must name {ask} or {settle}"),
        ({"say": []}, "at least 1 item"),
        ({"most_more": 101}, "less than or equal to 100"),
        ({"hourly_step": 0.25}, "must be quoted"),
    ],
)
def test_an_unsound_asking_rule_is_refused_in_words(changed: dict[str, Any], said: str) -> None:
    with pytest.raises(ValidationError, match=said.replace("{", r"\{").replace("}", r"\}")):
        AskingRule.model_validate(ASKING | changed)


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"least_spread": 40}, "is above most_spread"),
        ({"ad": "Pay: {high} to {low} {per}"}, "in this order"),
        ({"ad": "Pay: {low} to {high}"}, "in this order"),
    ],
)
def test_an_unsound_posting_rule_is_refused_in_words(changed: dict[str, Any], said: str) -> None:
    with pytest.raises(ValidationError, match=said):
        PostingRule.model_validate(POSTING | changed)


def test_a_layer_may_replace_the_rule_by_its_id(tmp_path: Path) -> None:
    from cscareer.catalog.loading import load_catalog
    from cscareer.pay.asking import the_rule

    (tmp_path / "bargaining.yaml").write_text(
        "asking_rules:\n  - {id: usual, least_more: 3, most_more: 8, yearly_step: 100, hourly_step: '0.05', doubted_over: 4, why: ours,"
        " say: ['I had {ask} in mind.'], sources: [cscareer-judgement]}\n",
        encoding="utf-8",
    )
    assert the_rule(load_catalog(tmp_path, {})).most_more == 8
