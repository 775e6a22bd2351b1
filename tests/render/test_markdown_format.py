"""Markdown: words from outside never become its signs."""

import pytest

from cscareer.render.blocks import Bullets, Page, Paragraph
from cscareer.render.markdown_format import draw_markdown


@pytest.mark.parametrize(
    ("said", "written"),
    [
        ("# not a heading", r"\# not a heading"),
        ("- not an item", r"\- not an item"),
        ("+ nor this", r"\+ nor this"),
        ("1. not a number", r"1\. not a number"),
        ("12) nor this", r"12\) nor this"),
        ("-5.3% by 2035", "-5.3% by 2035"),
        ("1.5 years", "1.5 years"),
        ("#1 in sales", "#1 in sales"),
    ],
)
def test_words_at_the_beginning_of_a_line_begin_no_heading_or_list(said: str, written: str) -> None:
    drawn = draw_markdown(Page("T", [Bullets([said]), Paragraph(said)]), (), ())
    assert drawn.splitlines()[2:5] == [f"- {written}", "", written]
