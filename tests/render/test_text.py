"""Text made safe to show, and plain where the terminal knows only ASCII."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cscareer.render.text import escape_steering, scrub, to_ascii

HOSTILE = "\x1b[31m \x07 \u202e \u2066 \x9b \x00 \r \n \u200f \ud800"


def test_nothing_that_steers_a_terminal_is_left() -> None:
    assert not set(scrub(HOSTILE)) & set("\x1b\x07\u202e\u2066\x9b\x00\r\n\u200f\ud800")
    assert scrub("[bold]näive – ★[/bold]") == "[bold]näive – ★[/bold]"


@given(st.text(st.characters()))
def test_scrubbing_twice_is_scrubbing_once_and_keeps_the_length(text: str) -> None:
    assert scrub(scrub(text)) == scrub(text)
    assert len(scrub(text)) == len(text)


@given(st.text(st.characters()))
def test_ascii_is_ascii(text: str) -> None:
    assert to_ascii(text).isascii()


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("$38,500 – $48,500", "$38,500 - $48,500"),
        ("✔ ◐ ☐", "[x] [~] [ ]"),
        ("café", "cafe"),
        ("日本", "??"),
        ("“quoted” — it’s …", '"quoted" - it\'s ...'),
    ],
)
def test_our_signs_have_an_ascii_spelling(text: str, plain: str) -> None:
    assert to_ascii(text) == plain


@given(st.text(st.characters()))
def test_escaped_json_means_the_same_and_steers_nothing(text: str) -> None:
    drawn = escape_steering(json.dumps({"a": text}, ensure_ascii=False))
    assert json.loads(drawn) == {"a": text}
    assert scrub(drawn) == drawn
