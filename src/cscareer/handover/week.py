"""Three things to do this week, chosen from what is known of a person and their way."""

from collections.abc import Iterator
from enum import StrEnum

from cscareer.catalog.guide_models import PassageKind
from cscareer.catalog.loading import Catalog
from cscareer.catalog.models import Model
from cscareer.guide.chapters import read_chapters
from cscareer.jobs.marks import are_dubious
from cscareer.jobs.posting import PostingReport
from cscareer.pay.offer import OfferReport
from cscareer.skills.gap import GapItem, GapReport

THREE = 3


class StepKind(StrEnum):
    """What a step of the week is.

    ask-pay: ask for the figure of the offer's advice. ask-employer: a question to who posted the ad. show: put a skill
    that is there into the resume. learn: begin with a skill. guide: something of the guide's for this week.
    """

    ASK_PAY = "ask-pay"
    ASK_EMPLOYER = "ask-employer"
    SHOW = "show"
    LEARN = "learn"
    GUIDE = "guide"


class WeekStep(Model):
    """One thing to do this week: `text` says what (null of ask-pay, whose words the offer has), `name` the skill's name.

    `sources` are the ids of what it rests on.
    """

    kind: StepKind
    id: str | None
    name: str | None
    text: str | None
    sources: tuple[str, ...]


def steps_of_the_week(
    catalog: Catalog, gap: GapReport | None, offer: OfferReport | None, posting: PostingReport | None
) -> tuple[WeekStep, ...]:
    """Three steps: what can't wait first (an offer, an ad), then skills, and what the guide has for everybody.

    Of the skills, those to begin with come first; the first that isn't shown, though something points at it, is to be shown before it is learnt.
    """
    found: list[WeekStep] = []
    for step in (*_pressing(offer, posting), *_about_skills(catalog, gap)):
        if step not in found:
            found.append(step)
    if len(found) < THREE:
        found += _of_the_guide(catalog)
    return tuple(found[:THREE])


def _pressing(offer: OfferReport | None, posting: PostingReport | None) -> Iterator[WeekStep]:
    if offer and any(each.advice for each in offer.offers):
        yield WeekStep(kind=StepKind.ASK_PAY, id=None, name=None, text=None, sources=())
    warned = [mark.id for mark in posting.watch if mark.severity == "warning"] if posting else []
    if posting and posting.questions and not are_dubious(warned):
        yield WeekStep(kind=StepKind.ASK_EMPLOYER, id=None, name=None, text=posting.questions[0], sources=())


def _about_skills(catalog: Catalog, gap: GapReport | None) -> Iterator[WeekStep]:
    if gap is None:
        return
    items = {item.id: item for item in gap.skills}
    ordered = [items[each] for each in gap.begin_with if not items[each].taught]
    shown = next((item for item in ordered if gap.is_hinted(item)), None)
    for item in ordered:
        if item is shown and item.show_step:
            yield _step(catalog, StepKind.SHOW, item, item.show_step)
        elif item.next_step:
            yield _step(catalog, StepKind.LEARN, item, item.next_step)


def _step(catalog: Catalog, kind: StepKind, item: GapItem, text: str) -> WeekStep:
    return WeekStep(kind=kind, id=item.id, name=item.name, text=text, sources=catalog.skills[item.id].sources)


def _of_the_guide(catalog: Catalog) -> Iterator[WeekStep]:
    """What the guide has for this week, section by section."""
    for chapter in catalog.chapters.values():
        kinds = {passage.kind for section in chapter.sections for passage in section.passages}
        if PassageKind.THIS_WEEK not in kinds:
            continue
        for passage in read_chapters(catalog, [chapter]).passages:
            if passage.kind is PassageKind.THIS_WEEK:
                yield WeekStep(
                    kind=StepKind.GUIDE, id=None, name=None, text=passage.text, sources=passage.sources
                )
