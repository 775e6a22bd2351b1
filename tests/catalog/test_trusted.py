"""Records made without checking their values again are the very same."""

import pytest
from pydantic import ValidationError

from cscareer.catalog.models import SkillLevel
from cscareer.catalog.trusted import trusted
from cscareer.skills.evidence import Evidence, How, Rule


def test_a_trusted_record_is_one_that_was_checked() -> None:
    fields = {
        "quote": "Led 14.", "line": 3, "alias": "led", "level": SkillLevel.ADVANCED, "rule": Rule.COUNT, "near": False,
        "how": How.SHOWN, "years": None,
    }  # fmt: skip
    made, checked = trusted(Evidence, **fields), Evidence.model_validate(fields)
    assert made == checked
    assert hash(made) == hash(checked)
    assert made.model_dump_json() == checked.model_dump_json()
    assert made.model_fields_set == checked.model_fields_set
    assert made.model_copy(update={"line": 4}).line == 4
    with pytest.raises(ValidationError):
        made.line = 5  # type: ignore[misc]
