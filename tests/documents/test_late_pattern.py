"""Patterns that are made ready when they are first looked for."""

import re

import pytest

from cscareer.documents.late_pattern import LatePattern


def test_a_late_pattern_is_made_ready_once_and_finds_what_any_does(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[str] = []
    ready = re.compile

    def noted(pattern: str, flags: int = 0) -> re.Pattern[str]:
        made.append(pattern)
        return ready(pattern, flags)

    monkeypatch.setattr(re, "compile", noted)
    late = LatePattern("[0-9]+", re.IGNORECASE)
    assert made == []
    assert [each[0] for each in late.finditer("12 a 3")] == ["12", "3"]
    assert late.search("a 3") is not None
    assert late.match("a 3") is None
    assert late.fullmatch("3 a") is None
    assert made == ["[0-9]+"]
