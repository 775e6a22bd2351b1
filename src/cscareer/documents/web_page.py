"""A saved web page as text: what a reader sees of it, and the job postings that its JSON-LD states."""

import json
import re
from collections.abc import Iterator
from html import unescape
from typing import Any, NamedTuple

from cscareer.errors import MissingExtraError

_UNSEEN = "script,style,noscript,template,svg,iframe,select,button,nav,head,input,textarea,[hidden],[aria-hidden=true]"
_AROUND = "footer,aside"
_BLOCKS = (
    "p,div,li,ul,ol,h1,h2,h3,h4,h5,h6,tr,table,section,article,header,footer,main,aside,br,hr,dt,dd,dl,blockquote,pre,form,label,address,"
    "figcaption,caption"
)
_CELLS = "td,th"
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_ITEM = "- "
_HEADING = "## "  # as Markdown sets headings off, by which they are known for such
_BREAK, _CELL = "\x1e", "\x1f"
_COLUMN = " | "  # between the cells of a table, as in Markdown
_PAIR = 2
_TAG = re.compile(
    r"</?(?:p|div|span|br|ul|ol|li|b|strong|i|em|h[1-6]|table|a|html|body|section)\b[^<>]{0,500}>",
    re.IGNORECASE,
)
_OPENING = re.compile(r"<(?:!--|(/?)([a-zA-Z][^\s/>]*))")
# Elements that hold no others, or end where the next of their kind begins.
_LEVEL = frozenset({
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr", "p", "li",
    "dt", "dd", "tr", "td", "th", "option", "optgroup", "tbody", "thead", "tfoot",
})  # fmt: skip
_DRAWN = frozenset({"svg", "math"})
_HOLDING = frozenset({"title", "desc", "foreignobject", "annotation-xml"})
_UNDRAWN = frozenset({  # which end a picture
    "b", "big", "blockquote", "body", "br", "center", "code", "dd", "div", "dl", "dt", "em", "embed", "h1", "h2", "h3", "h4",
    "h5", "h6", "head", "hr", "i", "img", "li", "listing", "menu", "meta", "nobr", "ol", "p", "pre", "ruby", "s", "small",
    "span", "strong", "strike", "sub", "sup", "table", "tt", "u", "ul", "var", "font",
})  # fmt: skip
_RAW = {
    name: re.compile(f"</{name}", re.IGNORECASE)
    for name in ("script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes")
}
_ATTRIBUTES = re.compile(r"""(?:[\s/]++|[^\s/>][^\s/>=]*+(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s>]++))?+)*+>""")
_LONGEST_TAG = 4_000  # letters; a parser holds each attribute of it against all others
_SHORT = 20_000  # letters in which attributes are too few to matter
_DEEPEST = 500  # elements within each other; browsers stop at 512
_SPACE = re.compile(r"[^\S\x1e\x1f]+")
_BROKEN_LD = "Its JSON-LD is broken, so only its text was read."
_MOST_LD = 50  # blocks of JSON-LD, and postings of one


class WebPage(NamedTuple):
    """The lines that a page shows, its title, the postings its JSON-LD states, and what was wrong with it."""

    lines: tuple[str, ...]
    title: str | None
    postings: tuple[dict[str, Any], ...]
    notes: tuple[str, ...]


def read_page(html: str, cell: str = " ") -> WebPage:
    """What a page says, however broken its HTML is; scripts, styles and menus are left out, and `cell` ends a cell.

    Raises:
        MissingExtraError: the extra for HTML isn't installed.
    """
    try:
        from selectolax.lexbor import LexborHTMLParser
    except ImportError:
        raise MissingExtraError.of("Reading web pages", "html") from None
    tree = LexborHTMLParser(flattened(html))
    postings, broken = _linked_data(
        node.text() for node in tree.css('script[type="application/ld+json"]')[:_MOST_LD]
    )
    title = tree.css_first("title")
    name = " ".join(title.text().split()) if title else None
    return WebPage(tuple(_lines(tree, cell)), name or None, postings, (_BROKEN_LD,) if broken else ())


def lines_of(html: str) -> tuple[str, ...]:
    """The lines that a piece of HTML shows; of other text, its own."""
    if "<" in html and _TAG.search(html):
        return read_page(html).lines
    return tuple((unescape(html) if "&" in html else html).splitlines())


class _Nesting:
    """How deep in each other the elements are whose tags were met."""

    def __init__(self) -> None:
        self.depth = 0
        self.pictures = 0  # that are open, in which an element may close itself
        self._held = False  # what a picture holds that is none

    def meet(self, name: str, *, closes: bool, alone: bool) -> None:
        """Takes in a tag; `alone` is whether it is written as one that closes itself."""
        if name in _DRAWN:
            self.pictures = max(0, self.pictures + (-1 if closes else 1))
            self._held = False
        elif name in _HOLDING:
            self._held = not closes
        elif name in _UNDRAWN and not closes:
            self.pictures = 0
        if name not in _LEVEL and name not in _RAW and not (alone and self.pictures and not self._held):
            self.depth = max(0, self.depth + (-1 if closes else 1))


def flattened(html: str) -> str:
    """A page without what a parser takes the square of: elements nested too deep, and attributes without end."""
    if len(html) < _SHORT and html.count("<") <= _DEEPEST:
        return html
    nesting, kept = _Nesting(), list[str]()
    copied = at = 0
    while found := _OPENING.search(html, at):
        name = found[2].lower() if found[2] else ""
        ends = _ATTRIBUTES.match(html, found.end()) if name else None
        at = ends.end() if ends else html.find("-->", found.end()) if not name else -1
        if at < 0:  # the page ends within it
            break
        if not name:
            continue
        nesting.meet(name, closes=bool(found[1]), alone=html[at - 2] == "/")
        if nesting.depth > _DEEPEST:
            kept.append(html[copied : found.start()])
            copied, nesting.depth = at, _DEEPEST
        elif at - found.end() > _LONGEST_TAG:
            kept.append(html[copied : found.end()])
            copied = at - 1
        if name in _RAW and not found[1] and not nesting.pictures:
            raw = _RAW[name].search(html, at)
            at = raw.start() if raw else len(html)
    return "".join([*kept, html[copied:]])


def _lines(tree: Any, cell: str) -> Iterator[str]:  # noqa: ANN401  selectolax's parser, loaded where HTML is read
    body = tree.body
    if body is None:
        return
    for node in [*body.css(_UNSEEN), *_around_main(body)]:
        node.decompose()
    parted = _of_tables(body) if cell == " " else set[int]()
    for node in body.css(_CELLS):
        node.insert_after(_COLUMN if node.mem_id in parted else " " if cell == " " else _CELL)
        if node.tag == "th" and cell == " " and node.mem_id not in parted:
            node.insert_after(": ")
    for node in body.css(_BLOCKS):
        sign = _HEADING if node.tag in _HEADINGS else _ITEM if node.tag == "li" else ""
        node.insert_before(f"{_BREAK}{sign}")
        node.insert_after(_BREAK)
    sign = ""
    for part in _SPACE.sub(" ", body.text()).split(_BREAK):
        if (
            line := part.strip()
            .removesuffix(_CELL)
            .removesuffix(_COLUMN.rstrip())
            .rstrip()
            .replace(_CELL, cell)
        ) and line != _HEADING.strip():
            if line == _ITEM.strip():  # its text is a block of its own
                sign = _ITEM
                continue
            if line.startswith(_HEADING):
                yield ""
            yield sign + line
            sign = ""


def _of_tables(body: Any) -> set[int]:  # noqa: ANN401  selectolax's nodes
    """The cells of rows of several columns, and of their heads; in a row of two the first is what the other is called."""
    found: set[int] = set()
    for row in body.css("tr"):
        cells = [each for each in row.iter() if each.tag in _CELLS.split(",")]
        if len(cells) > _PAIR or (len(cells) == _PAIR and all(each.tag == "th" for each in cells)):
            found.update(each.mem_id for each in cells)
    return found


def _around_main(body: Any) -> list[Any]:  # noqa: ANN401  selectolax's nodes
    """What stands beside the one thing that a page is about, and speaks of others: "Similar jobs"."""
    mains = body.css("main")
    if len(mains) != 1:
        return []
    within = {node.mem_id for node in mains[0].css(_AROUND)}
    return [node for node in body.css(_AROUND) if node.mem_id not in within]


def _linked_data(blocks: Iterator[str]) -> tuple[tuple[dict[str, Any], ...], bool]:
    """The postings among blocks of JSON-LD, and whether one that may have been one is broken."""
    found: list[dict[str, Any]] = []
    broken = False
    for block in blocks:
        try:
            value = json.loads(block)
        except (ValueError, RecursionError):
            broken = broken or "JobPosting" in block
            continue
        found += postings_in(value)
    return tuple(found[:_MOST_LD]), broken


def postings_in(value: Any, depth: int = 0) -> list[dict[str, Any]]:  # noqa: ANN401  JSON holds anything
    """Every schema.org JobPosting in a JSON value: itself, in a list, or in a graph."""
    if depth > 6:  # noqa: PLR2004  no page nests them deeper
        return []
    if isinstance(value, list):
        return [found for each in value for found in postings_in(each, depth + 1)]
    if not isinstance(value, dict):
        return []
    kind = value.get("@type")
    if kind == "JobPosting" or (isinstance(kind, list) and "JobPosting" in kind):
        return [value]
    inner = (value.get(key) for key in ("@graph", "mainEntity", "itemListElement", "item", "jobs", "results"))
    return [found for each in inner for found in postings_in(each, depth + 1)]
