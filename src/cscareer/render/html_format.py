"""A page as one HTML file that needs nothing else: no network, no script, no font of its own."""

from base64 import b64encode
from collections.abc import Sequence
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from cscareer import __version__
from cscareer.catalog.models import Source
from cscareer.errors import MissingExtraError
from cscareer.render.blocks import Drawn, Heading, Page
from cscareer.render.cells import DASH, Cell, Cited, Link, Tick, dated, words
from cscareer.render.charts import range_chart, year_chart
from cscareer.render.text import scrub

if TYPE_CHECKING:
    from jinja2 import Environment
    from markupsafe import Markup

_TEMPLATES = Path(__file__).parent / "templates"
_SECTION = 2  # the level of headings that begin a section


class Section(NamedTuple):
    """A part of the page under its heading."""

    id: str
    heading: str
    blocks: list[Drawn]


def draw_html(page: Page, sources: Sequence[Source], layers: Sequence[str]) -> str:
    """The whole page, with its notes and a numbered list of sources.

    Raises:
        MissingExtraError: Jinja isn't installed.
    """
    opening, sections = _sections(page)
    style = (_TEMPLATES / "page.css").read_text(encoding="utf-8")
    digest = b64encode(sha256(style.encode()).digest()).decode()
    templates = environment()
    drawn = templates.get_template("page.html").render(
        page=page,
        opening=opening,
        sections=sections,
        sources=sources,
        layers=layers,
        style=_markup(style),
        style_digest=f"sha256-{digest}",
        version=__version__,
    )
    return "".join(f"{line}\n" for line in map(str.strip, drawn.splitlines()) if line)


def _sections(page: Page) -> tuple[list[Drawn], list[Section]]:
    """What stands before the first heading, and the parts under headings."""
    opening: list[Drawn] = []
    sections: list[Section] = []
    for block in page.in_full:
        if isinstance(block, Heading) and block.level == _SECTION:
            sections.append(Section(f"part-{len(sections) + 1}", block.text, []))
        else:
            (sections[-1].blocks if sections else opening).append(block)
    return opening, sections


@cache
def environment() -> "Environment":
    """Templates that escape every value, and take whatever would steer a terminal or a reader out of it."""
    try:
        from jinja2 import Environment, FileSystemLoader, StrictUndefined
    except ImportError:
        raise MissingExtraError.of("A report as HTML", "report") from None
    made = Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_clean,
    )
    made.filters |= {
        "kind": lambda block: type(block).__name__,
        "cell": _cell,
        "prose": _prose,
        "sign": lambda state: str(Tick(state)),
        "source": _source,
        "ranges": range_chart,
        "years": year_chart,
    }
    return made


def _clean(value: Any) -> Any:  # noqa: ANN401  templates print anything
    return scrub(value) if isinstance(value, str) and not hasattr(value, "__html__") else value


def _markup(text: str) -> "Markup":
    from markupsafe import Markup

    return Markup(text)  # noqa: S704  our own style sheet and tags; `_escaped` does all else


def _escaped(text: str) -> "Markup":
    from markupsafe import escape

    return escape(scrub(text))


def _cell(cell: Cell) -> "Markup":
    """A cell; numbers of sources lead to the list of them, and only web addresses become links."""
    if isinstance(cell, Cited):
        return _escaped(cell.words) + _marks(cell)
    if isinstance(cell, Link) and cell.address and cell.address.startswith(("https://", "http://")):
        return _markup('<a href="{}" rel="noopener noreferrer">{}</a>').format(
            scrub(cell.address), scrub(cell.words)
        )
    return _escaped(words(cell))


def _marks(cell: Cited) -> "Markup":
    if not cell.numbers:
        return _markup("")
    link = _markup('<a href="#source-{}" aria-label="source {}">{}</a>')
    links = [link.format(run.partition(DASH)[0], run, run) for run in cell.runs]
    return _markup("<sup>{}</sup>").format(_markup(" ").join(links))


def _prose(cell: Cell) -> "Markup":
    """A sentence, with the commands in it, which stand in backticks, as code."""
    if not isinstance(cell, str) or "`cscareer" not in cell:
        return _cell(cell)
    parts = cell.split("`")
    code = _markup("<code>{}</code>")
    return _markup("").join(
        code.format(scrub(part)) if at % 2 and part.startswith("cscareer") else _escaped(part)
        for at, part in enumerate(parts)
    )


def _source(source: Source) -> "Markup":
    """A source: publisher, title with its link, and its year or the day it was read."""
    read = f", read {source.read}" if source.year and source.read else ""
    return _markup("{}: {} ({}{})").format(
        scrub(source.publisher),
        _cell(Link(source.title, source.address)),
        dated(source.year, source.read),
        read,
    )
