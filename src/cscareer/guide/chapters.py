"""The chapters of the guide: the list, and one of them or all to read."""

from collections.abc import Iterator, Sequence
from typing import ClassVar, Literal

from pydantic import Field

from cscareer.catalog.answer import Answer
from cscareer.catalog.guide_models import Chapter, PassageKind
from cscareer.catalog.loading import Catalog
from cscareer.catalog.models import Model
from cscareer.guide.figures import FiguresInWords


class ChapterRow(Model):
    """A chapter, and the line that says what it is about."""

    id: str
    title: str
    summary: str


class ChapterList(Answer):
    """The chapters of the guide, in the order to read them."""

    rows: ClassVar = "chapters"

    schema_: Literal["cscareer/guide/1"] = Field("cscareer/guide/1", alias="schema")
    chapters: tuple[ChapterRow, ...]


class GuidePassage(Model):
    """A passage of a chapter under its heading, figures filled in; `sources` are the ids of all it rests on."""

    chapter: str
    heading: str | None
    kind: PassageKind
    text: str
    command: str | None
    sources: tuple[str, ...]


class GuideText(Answer):
    """Chapters to read: their passages one after the other, and the chapter that comes `next`."""

    rows: ClassVar = "passages"

    schema_: Literal["cscareer/guide-text/1"] = Field("cscareer/guide-text/1", alias="schema")
    chapters: tuple[ChapterRow, ...]
    next: str | None
    passages: tuple[GuidePassage, ...]


def list_chapters(catalog: Catalog) -> ChapterList:
    """The chapters of the guide, in the order to read them.

    Example:
        >>> len(list_chapters(load_catalog()).chapters)
        7
    """
    rows = tuple(_row(chapter) for chapter in catalog.chapters.values())
    return ChapterList(layers=catalog.added_layers, sources=(), chapters=rows)


def read_chapters(catalog: Catalog, chapters: Sequence[Chapter]) -> GuideText:
    """These chapters with their figures filled in from the data.

    Example:
        >>> catalog = load_catalog()
        >>> len(read_chapters(catalog, list(catalog.chapters.values())[:1]).chapters)
        1
    """
    figures = FiguresInWords(catalog)
    passages = tuple(passage for chapter in chapters for passage in _passages(figures, chapter))
    return GuideText(
        layers=catalog.added_layers,
        sources=catalog.cite(*(source for passage in passages for source in passage.sources)),
        chapters=tuple(_row(chapter) for chapter in chapters),
        next=_after(list(catalog.chapters), chapters[-1].id) if chapters else None,
        passages=passages,
    )


def _passages(figures: FiguresInWords, chapter: Chapter) -> Iterator[GuidePassage]:
    for section in chapter.sections:
        for passage in section.passages:
            filled = figures.fill(passage.text, passage.sources)
            yield GuidePassage(
                chapter=chapter.id,
                heading=section.heading,
                kind=passage.kind,
                text=filled.text,
                command=passage.command,
                sources=filled.sources,
            )


def _row(chapter: Chapter) -> ChapterRow:
    return ChapterRow(id=chapter.id, title=chapter.title, summary=chapter.summary)


def _after(ids: Sequence[str], chapter_id: str) -> str | None:
    following = ids[ids.index(chapter_id) + 1 :] if chapter_id in ids else []
    return following[0] if following else None
