"""What layouts about routes share: a step and a total in words, and what to know of their figures."""

from collections.abc import Iterable, Iterator, Sequence

from cscareer.catalog.models import Move, YearSpan
from cscareer.pay.comparison import Difference
from cscareer.pay.local import RoleRange
from cscareer.render.cells import Cell, Money, PayRange, Years, count_of
from cscareer.render.layouts.wages import ESTIMATE, basis_said, notes_on, years_said
from cscareer.routes.learning import Basis, StartingSkill
from cscareer.routes.paying import WhyUnknown
from cscareer.routes.steps import RouteTotal, StepPay

YEARS = "Years are those typically spent in a role before the step; the ones you have spent in yours already count."
SKILLS = (
    "Skills to add are those a role requires and those that help; one deepened later counts once. "
    "A skill has four levels: basic, working, advanced, expert."
)
JUDGEMENT = "Steps, skills, levels and years are our own judgement."
MIXED = (
    "A change of pay goes from the middle of one range to the middle of the other. None is given where one is "
    "starting pay that a source publishes and the other a part of what everyone in an occupation earns: those are "
    "never subtracted from each other."
)
MEASURE = (
    "Pay on the way is measured by official wages alone: the part of its occupation that a role stands for, "
    "else the median."
)
BANDS = "Which part of its occupation a role stands for is our own judgement; `cscareer pay TITLE -l PLACE` says why."
STOPPED = "There are so many routes that the search stopped early; a better one may have been missed."


def in_all(total: RouteTotal) -> str:
    """A route's steps, years and skills in a few words."""
    years = Years(total.years.low, total.years.high)
    return f"{count_of(total.steps, 'step')}, {years}, {count_of(total.skills_to_add, 'skill')} to add"


def way_said(move: Move, years: YearSpan) -> str:
    """What a step is, and after how long one takes it."""
    return f"{'promotion' if move is Move.PROMOTION else 'sideways'}, {Years(years.low, years.high)}"


def pay_details(pay: StepPay, change: Difference | None = None) -> Iterator[tuple[str, Cell]]:
    """What a role pays and which kind of figure that is, with how much more that is; nothing where no pay is known."""
    if basis := basis_said(pay, starting=pay.starting, band=pay.band):
        more = f", {Money(change.amount, change.currency, signed=True)}" if change else ""
        yield "Pay", f"{PayRange(pay.low, pay.high, pay.currency, pay.per)} ({basis}){more}"


def notes_on_figures(
    held: Sequence[StartingSkill], title: str, pay: Sequence[RoleRange], unknown: Iterable[WhyUnknown | None]
) -> Iterator[str]:
    """What to know of years, skills and pay to read them rightly.

    Args:
        held: the skills taken as there.
        title: the role to start from.
        pay: what the roles shown pay.
        unknown: why changes of pay aren't known.
    """
    yield YEARS
    yield SKILLS
    if any(skill.basis is Basis.ROLE for skill in held):
        yield f"What {title} requires counts as there; --have and --resume say what else you have."
    if WhyUnknown.MIXED in set(unknown):
        yield MIXED
    if any(each.localization for each in pay):
        yield ESTIMATE
    if any(each.band for each in pay):
        yield BANDS
    if unpaid := [each.role.title for each in pay if each.low is None and each.high is None]:
        yield f"No pay is known of {listed(unpaid)}."
    yield from dict.fromkeys(note for each in pay for note in notes_on(each, each.role.title, each.observed))
    if years := years_said(each.observed for each in pay if each.band or each.localization):
        yield years
    yield JUDGEMENT


def listed(titles: Sequence[str]) -> str:
    """Titles as a person lists them."""
    return " and ".join(filter(None, [", ".join(titles[:-1]), *titles[-1:]]))
