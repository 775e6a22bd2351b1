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
_BREAK = "\x1e"
_TAG = re.compile(
    r"</?(?:p|div|span|br|ul|ol|li|b|strong|i|em|h[1-6]|table|a|html|body|section)\b[^<>]{0,500}>",
    re.IGNORECASE,
)
_SPACE = re.compile(r"[^\S\x1e]+")
_BROKEN_LD = "Its JSON-LD is broken, so only its text was read."
_MOST_LD = 50  # blocks of JSON-LD, and postings of one


class WebPage(NamedTuple):
    """The lines that a page shows, its title, the postings its JSON-LD states, and what was wrong with it."""

    lines: tuple[str, ...]
    title: str | None
    postings: tuple[dict[str, Any], ...]
    notes: tuple[str, ...]


def read_page(html: str) -> WebPage:
    """What a page says, however broken its HTML is; scripts, styles and menus are left out.

    Raises:
        MissingExtraError: the extra for HTML isn't installed.
    """
    try:
        from selectolax.lexbor import LexborHTMLParser
    except ImportError:
        raise MissingExtraError.of("Reading web pages", "html") from None
    tree = LexborHTMLParser(html)
    postings, broken = _linked_data(
        node.text() for node in tree.css('script[type="application/ld+json"]')[:_MOST_LD]
    )
    title = tree.css_first("title")
    name = " ".join(title.text().split()) if title else None
    return WebPage(tuple(_lines(tree)), name or None, postings, (_BROKEN_LD,) if broken else ())


def lines_of(html: str) -> tuple[str, ...]:
    """The lines that a piece of HTML shows; of other text, its own."""
    if "<" in html and _TAG.search(html):
        return read_page(html).lines
    return tuple((unescape(html) if "&" in html else html).splitlines())


def _lines(tree: Any) -> Iterator[str]:  # noqa: ANN401  selectolax's parser, loaded where HTML is read
    body = tree.body
    if body is None:
        return
    for node in [*body.css(_UNSEEN), *_around_main(body)]:
        node.decompose()
    for node in body.css(_CELLS):
        node.insert_after(" ")
        if node.tag == "th":
            node.insert_after(": ")
    for node in body.css(_BLOCKS):
        sign = _HEADING if node.tag in _HEADINGS else _ITEM if node.tag == "li" else ""
        node.insert_before(f"{_BREAK}{sign}")
        node.insert_after(_BREAK)
    sign = ""
    for part in _SPACE.sub(" ", body.text()).split(_BREAK):
        if (line := part.strip()) and line != _HEADING.strip():
            if line == _ITEM.strip():  # its text is a block of its own
                sign = _ITEM
                continue
            if line.startswith(_HEADING):
                yield ""
            yield sign + line
            sign = ""


def _around_main(body: Any) -> list[Any]:  # noqa: ANN401  selectolax's nodes
    """What stands beside the one thing that a page is about, and speaks of others: "Similar jobs"."""
    if len(body.css("main")) != 1:
        return []
    return [node for node in body.css(_AROUND) if not _within_main(node)]


def _within_main(node: Any) -> bool:  # noqa: ANN401
    above = node.parent
    while above is not None and above.tag != "main":
        above = above.parent
    return above is not None


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
