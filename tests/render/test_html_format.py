"""Every kind of block is drawn as HTML and in a Word document, and no text is taken for markup."""

import zipfile
from io import BytesIO
from typing import get_args

from rows import each_row

from cscareer.catalog.models import Source
from cscareer.render.blocks import (
    Bar,
    Bars,
    Branch,
    Bullets,
    Check,
    Checklist,
    Column,
    Command,
    Drawn,
    Facts,
    Heading,
    Page,
    Paragraph,
    PayMark,
    ProgressBar,
    Spread,
    Spreads,
    Table,
    Tree,
    YearBars,
)
from cscareer.render.cells import Cited, Link, Money
from cscareer.render.docx_format import draw_docx
from cscareer.render.html_format import draw_html

EVIL = "<i>&\"'{{1}}"
SAFE = "&lt;i&gt;&amp;&#34;&#39;{{1}}"
BLOCKS: list[Drawn] = [
    Paragraph(f"{EVIL} paragraph"),
    Command(f"{EVIL} command", "cscareer roles"),
    Heading(f"{EVIL} heading", 3),
    Facts([(f"{EVIL} label", f"{EVIL} fact")]),
    Bullets([f"{EVIL} item"], numbered=True),
    Table([Column(f"{EVIL} column"), Column("Pay")], [(f"{EVIL} row", Money(1, "USD"))]),
    Bars([Bar(f"{EVIL} bar", 30_000, 40_000)], "USD"),
    Spreads([Spread(f"{EVIL} spread", 1, 2, 3, 4, 5)], [], [PayMark(f"{EVIL} mark", 3)], "USD"),
    YearBars(f"{EVIL} years", [2020, 2021], [Money(1, "USD"), Money(2, "USD")], [1, 2]),
    Checklist([Check("below", f"{EVIL} check", "working", f"{EVIL} next", [f"{EVIL} quote"])]),
    ProgressBar(1, 2),
    Tree(Branch("a", f"{EVIL} root", branches=[Branch("b", f"{EVIL} branch", details=[("Pay", EVIL)])])),
]


def test_all_kinds_are_there() -> None:
    assert {type(block) for block in BLOCKS} == set(get_args(Drawn))


@each_row("block", BLOCKS, ids=lambda block: type(block).__name__)
def test_a_block_is_drawn_and_its_text_stays_text(block: Drawn) -> None:
    page = draw_html(Page("A title", [Heading("Part"), block]), (), ())
    part = page.partition("<main")[2].partition("</main>")[0]
    said = str(block).count(EVIL.replace("'", "\\'"))
    assert part.count(SAFE) >= said
    assert said or "1 of 2 done" in part
    assert "<i>" not in page
    assert zipfile.is_zipfile(BytesIO(draw_docx(Page("A title", [block]), (), ())))


def test_numbers_lead_to_sources_and_only_web_addresses_are_links() -> None:
    sources = [
        Source(id=each, title=f"T{each}", publisher="P", address=address, date="2026", licence=None)
        for each, address in (("1", "https://example.org/?a=1&b=2"), ("2", None), ("3", None))
    ]
    facts = Facts([("Said", Cited("words", [1, 2, 3])), ("Link", Link("words", "javascript:alert(1)"))])
    page = draw_html(Page("A title", [facts]), sources, ["my-data"])
    assert '<sup><a href="#source-1" aria-label="source 1–3">1–3</a></sup>' in page
    assert '<li id="source-1">P: <a href="https://example.org/?a=1&amp;b=2"' in page
    assert "javascript" not in page
    assert "my-data" in page


def test_commands_in_a_sentence_are_code() -> None:
    page = draw_html(Page("T", [Paragraph("Ask `cscareer role <x>` for more.")]), (), ())
    assert "Ask <code>cscareer role &lt;x&gt;</code> for more." in page
