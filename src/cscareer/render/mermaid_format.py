"""The trees of a document as a Mermaid flowchart: https://mermaid.js.org/syntax/flowchart.html."""

from collections.abc import Iterator

from cscareer.render.blocks import Branch, Page, Paragraph, Tree
from cscareer.render.text import scrub

_PLAIN = frozenset(" ,.–()")


def draw_mermaid(document: Page) -> str:
    """One flowchart of all the trees: each thing once, each way between two of them once; dotted where it isn't firm."""
    trees = [block for block in document.in_full if isinstance(block, Tree)]
    names: dict[str, str] = {}
    ways: dict[tuple[str, str], str] = {}
    for tree in trees:
        for above, branch in _pairs(tree):
            names.setdefault(branch.key, branch.name)
            if above is not None:
                label = f'|"{_label(branch.way)}"| ' if branch.way else ""
                ways.setdefault((above, branch.key), f"{'-->' if branch.firm else '-.->'}{label or ' '}")
    # Numbers for names: a word such as `end` would mean something to Mermaid.
    number = {key: f"n{index}" for index, key in enumerate(names, start=1)}
    lines = [f'    {number[key]}["{_label(name)}"]' for key, name in names.items()]
    lines += [f"    {number[above]} {arrow}{number[below]}" for (above, below), arrow in ways.items()]
    if not lines:
        said = [str(block.text) for block in document.in_full if isinstance(block, Paragraph)]
        lines = [f'    n1["{_label(": ".join([document.title, *said[:1]]))}"]']
    return "\n".join(["flowchart TD", *lines]) + "\n"


def _pairs(tree: Tree) -> Iterator[tuple[str | None, Branch]]:
    line: list[str] = []
    for lasts, branch in tree.walk():
        del line[len(lasts) :]
        yield (line[-1] if line else None), branch
        line.append(branch.key)


def _label(text: str) -> str:
    """Text for a quoted label: whatever may mean something to Mermaid, Markdown or HTML as a numbered entity."""
    return "".join(
        letter if letter.isalnum() or letter in _PLAIN else f"#{ord(letter)};" for letter in scrub(text)
    )
