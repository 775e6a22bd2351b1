"""Layouts of the guide's chapters: the list of them, and their text."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from cscareer.catalog.guide_models import PassageKind
from cscareer.catalog.models import Source
from cscareer.guide.chapters import ChapterList, GuidePassage, GuideText
from cscareer.render.blocks import (
    Block,
    Bullets,
    Column,
    Command,
    Heading,
    Page,
    Paragraph,
    Table,
)
from cscareer.render.cells import Cited


def cited(text: str, ids: Sequence[str], sources: Sequence[Source]) -> Cited:
    """A text with the numbers its sources have in the answer's list."""
    places = {source.id: number for number, source in enumerate(sources, start=1)}
    return Cited(text, sorted(places[each] for each in ids))


def chapter_list(answer: ChapterList) -> Page:
    if not answer.chapters:
        return Page("The guide", [Paragraph("There are no chapters in the data.")])
    rows = [(chapter.id, chapter.title, chapter.summary) for chapter in answer.chapters]
    return Page(
        "The guide",
        [
            Paragraph("A short book about customer service as a career, in chapters."),
            Table([Column("Chapter"), Column("Title", wraps=True), Column("About", wraps=True)], rows),
        ],
        ["`cscareer guide CHAPTER` shows one of them, `cscareer guide --all` the whole book."],
        next_command=f"cscareer guide {answer.chapters[0].id}",
    )


def guide_text(answer: GuideText) -> Page:
    alone = len(answer.chapters) == 1
    blocks: list[Block] = []
    for number, chapter in enumerate(answer.chapters, start=1):
        if not alone:
            blocks.append(Heading(f"Chapter {number}: {chapter.title}"))
        blocks.append(Paragraph(chapter.summary, strong=True))
        told = [passage for passage in answer.passages if passage.chapter == chapter.id]
        blocks += _sections(told, answer.sources, 2 if alone else 3)
    title = answer.chapters[0].title if alone else "The guide"
    following = f"cscareer guide {answer.next}" if answer.next else "cscareer roles"
    return Page(title, blocks, next_command=following, numbered=True, read=True, whole=True)


def _sections(passages: Sequence[GuidePassage], sources: Sequence[Source], level: int) -> Iterator[Block]:
    for (heading, kind), group in groupby(passages, key=lambda passage: (passage.heading, passage.kind)):
        told = list(group)
        if heading and told[0] is next(each for each in passages if each.heading == heading):
            yield Heading(heading, level)
        said = [cited(each.text, each.sources, sources) for each in told]
        match kind:
            case PassageKind.PARAGRAPH:
                yield from map(Paragraph, said)
            case PassageKind.POINT:
                yield Bullets(said)
            case PassageKind.THIS_WEEK:
                yield Heading("This week", level + 1)
                yield Bullets(said)
            case PassageKind.COMMAND:
                yield from (Command(each.text, each.command or "") for each in told)
