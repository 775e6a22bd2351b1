"""Markdown: words from outside never become its signs."""

import re

from rows import each_row

from cscareer.render.blocks import Bullets, Column, Page, Paragraph, Table
from cscareer.render.markdown_format import draw_markdown


@each_row(
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


def test_html_links_and_cells_are_words() -> None:
    said = "<script>alert(1)</script> | [x](javascript:alert(1)) ![i](http://x) `a` *b*"
    table = Table([Column(said)], [(said,)])
    for line in draw_markdown(Page(said, [Bullets([said]), Paragraph(said), table]), (), ()).splitlines():
        bare = line.strip("| ").removeprefix("# ").removeprefix("- ")
        assert not re.search(r"(?<!\\)[<>\[\]`*|]", bare), line
