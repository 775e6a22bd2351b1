"""Trees in a terminal and as a flowchart: however deep and narrow, and whatever they are called."""

import io

import pytest
from rows import each_row

from cscareer.render.blocks import Branch, Page, Tree
from cscareer.render.markdown_format import draw_markdown
from cscareer.render.mermaid_format import draw_mermaid
from cscareer.render.terminal import console_for, draw_terminal


def chain(length: int) -> Tree:
    branch = Branch("last", "Last", "promotion", [("Pay", "much")])
    for number in reversed(range(length)):
        branch = Branch(f"r{number}", f"Role {number}", "sideways", [("Pay", "some")], [branch], firm=False)
    return Tree(branch)


def drawn(tree: Tree, width: int) -> list[str]:
    console = console_for(io.StringIO(), width, no_color=True)
    return draw_terminal(console, Page("Title", [tree]), (), ()).splitlines()[2:]


def test_guides_lead_from_each_place_to_those_below_it() -> None:
    tree = Tree(
        Branch(
            "a", "A", branches=[Branch("b", "B", "up", [("Pay", "x")], [Branch("c", "C")]), Branch("d", "D")]
        )
    )
    assert drawn(tree, 40) == ["A", "├── B  up", "│   │   Pay  x", "│   └── C", "└── D"]


@each_row("width", [1, 8, 20, 40, 100])
def test_however_deep_no_line_is_wider_than_the_screen_and_no_word_is_lost(width: int) -> None:
    lines = drawn(chain(60), width)
    if width > 8:
        assert max(map(len, lines)) <= width
    letters = "".join("".join(lines).split())
    assert "Last" in letters.translate({ord(sign): None for sign in "│├└─"})


@pytest.mark.slow
def test_thousands_deep_is_no_harm() -> None:
    tree = chain(3000)
    assert drawn(tree, 80)[-1].endswith("Pay  much")
    assert draw_markdown(Page("Title", [tree]), (), ()).count("Role 2999") == 1
    assert draw_mermaid(Page("Title", [tree])).count("-.->") == 2999


def test_a_flowchart_has_each_thing_and_each_way_once() -> None:
    one = Tree(Branch("a", "A", branches=[Branch("b", "B", "up")]))
    two = Tree(Branch("a", "A", branches=[Branch("b", "B", "up"), Branch("c", "end", "by", firm=False)]))
    assert draw_mermaid(Page("Title", [one, two])).splitlines() == [
        "flowchart TD",
        '    n1["A"]',
        '    n2["B"]',
        '    n3["end"]',
        '    n1 -->|"up"| n2',
        '    n1 -.->|"by"| n3',
    ]


@each_row("sign", list('"`<>&#;[]{}|%$*_\\~-\x1b\u202e'))
def test_no_sign_means_anything_to_a_flowchart(sign: str) -> None:
    (label,) = draw_mermaid(Page("Title", [Tree(Branch("a", f"x{sign}y"))])).splitlines()[1:]
    shown = sign if sign.isprintable() else "\N{REPLACEMENT CHARACTER}"
    assert label == f'    n1["x#{ord(shown)};y"]'
