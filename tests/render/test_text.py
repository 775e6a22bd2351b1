"""Text made safe to show, and plain where the terminal knows only ASCII."""

import json
import re
import shlex

from conftest import ROOT
from hypothesis import given
from hypothesis import strategies as st
from rows import each_row

from cscareer.catalog.loading import Catalog
from cscareer.render.text import escape_steering, in_sentence, scrub, to_ascii, typed

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


def test_every_sign_of_ours_has_a_spelling_in_ascii() -> None:
    signs = {
        letter for file in (ROOT / "src/cscareer/render").rglob("*.py") for letter in file.read_text("utf-8")
    }
    assert {"▒", "★", "≈", "±"} <= signs
    assert [sign for sign in signs if not sign.isascii() and "?" in to_ascii(sign)] == []


@each_row(
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


@each_row(
    ("name", "within"),
    [
        ("Typing", "typing"),
        ("CRM software", "CRM software"),
        ("SQL", "SQL"),
        ("AI-powered support tools", "AI-powered support tools"),
        ("Health privacy (HIPAA)", "health privacy (HIPAA)"),
        ("English Language", "English language"),
        ("Customer and Personal Service", "customer and personal service"),
    ],
)
def test_a_name_within_a_sentence_keeps_the_capitals_of_short_forms_and_languages(
    name: str, within: str
) -> None:
    assert in_sentence(name) == within


def test_no_skill_of_ours_loses_a_short_form_within_a_sentence(catalog: Catalog) -> None:
    for skill in catalog.skills.values():
        kept = re.findall(r"\b[A-Z]{2,}\b", skill.name)
        assert kept == re.findall(r"\b[A-Z]{2,}\b", in_sentence(skill.name))
        assert in_sentence(skill.name).casefold() == skill.name.casefold()


def test_a_name_is_typed_in_small_letters_as_one_word_of_the_shell() -> None:
    assert typed("Call Center Specialist") == '"call center specialist"'
    assert shlex.split(typed("Health privacy (HIPAA)")) == ["health privacy (hipaa)"]
