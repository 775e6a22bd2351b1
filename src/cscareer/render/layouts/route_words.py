"""What layouts about routes share: a step and a total in words, and what to know of their figures."""

from collections.abc import Iterable, Iterator, Sequence

from cscareer.catalog.models import Band, Move, Need, YearSpan
from cscareer.pay.differences import Difference
from cscareer.pay.local import PaidRole
from cscareer.pay.ranges import Range
from cscareer.render.blocks import Vital
from cscareer.render.cells import DASH, Cell, Money, PayRange, Years, count_of, listed
from cscareer.render.layouts.pay_kinds import CATCH_ALL, ESTIMATE, SHARES, basis_said, kind_cell
from cscareer.render.layouts.pay_words import notes_on, years_said
from cscareer.routes.learning import Basis, StartingSkill
from cscareer.routes.paying import PayChange, StandIn, WhyUnknown
from cscareer.routes.steps import RouteStep, RouteTotal, StepPay
from cscareer.routes.years import YearsLeft

SKILLS = (
    "Skills to add are those a role requires and those that help; one deepened later counts once. "
    "A skill has four levels: basic, working, advanced, expert."
)
JUDGEMENT = Vital("Steps, skills, levels and years are our own judgement.")
CHANGE = "A change of pay goes from the middle of one range to the middle of the other."
NO_CHANGE = {
    WhyUnknown.MIXED: (
        "No change of pay is given between figures of different kinds, such as starting pay that a source publishes "
        "and a part of what everyone in an occupation earns: those are never subtracted from each other."
    ),
    WhyUnknown.AREAS: (
        "No change of pay is given between figures of different areas: it would say more of the areas than of the roles."
    ),
    WhyUnknown.CATCH_ALL: (
        "No change of pay is given to or from a role whose only occupation is a catch-all, which holds whatever no other "
        "one does: its wages say too little of the role."
    ),
    WhyUnknown.CURRENCY: "No change of pay is given between figures in different currencies.",
}
TWO_PARTS = "A drop or a jump of pay may come from comparing parts of two occupations rather than from the move itself."
BROAD = (
    "A broad match: the occupation also holds other jobs, and its wages are those of all of them, so they say less "
    "of the role."
)
_EXCEED = {
    "p10": "nine in ten of its people exceed",
    "p25": "three in four of its people exceed",
    "median": "half of its people exceed",
    "p75": "one in four of its people exceeds",
    "p90": "one in ten of its people exceeds",
}
MEASURE = (
    "Pay on the way is measured by official wages alone: the part of its occupation that a role stands for, "
    "else the median."
)
BANDS = "Which part of its occupation a role stands for is our own judgement; `cscareer pay TITLE -l PLACE` says why."
STOPPED = Vital("There are so many routes that the search stopped early; a better one may have been missed.")


def in_all(total: RouteTotal, steps: Sequence[RouteStep] = ()) -> str:
    """A route's steps, years and skills in a few words; where the steps are given, how many of these are required, too."""
    years = span_said(total.years, total.years_left)
    required = sum(skill.need is Need.REQUIRED for step in steps for skill in step.skills_to_add)
    said = count_of(total.skills_to_add, "skill")
    which = f" ({required or 'none'} required)" if steps and required < total.skills_to_add else ""
    return f"{count_of(total.steps, 'step')}, {years}, {said} to add{which}"


def way_said(move: Move, years: YearSpan, left: YearsLeft | None = None) -> str:
    """What a step is, after how long one takes it, and how much of that is still to come."""
    return f"{'promotion' if move is Move.PROMOTION else 'sideways'}, {span_said(years, left)}"


def span_said(years: YearSpan, left: YearsLeft | None) -> str:
    """Typical years, and how many of them are still to come where some are behind a person."""
    typical = str(Years(years.low, years.high))
    if left is None or (left.low, left.high) == (years.low, years.high):
        return typical
    return f"{typical} ({left_said(left)})"


def left_said(left: YearsLeft) -> str:
    """How much of typical years is still to come, in words."""
    if not left.high:
        return "behind you"
    if left.high < 1:
        return f"up to {count_of(max(round(left.high * 12), 1), 'month')} to go"
    low, high = in_halves(left.low), in_halves(left.high)
    if low == high:
        return f"{count_of_years(high)} to go"
    return f"{f'{low:g}{DASH}' if low else 'up to '}{count_of_years(high)} to go"


def left_cell(left: YearsLeft) -> str:
    """The same in a table: "0", "0.5–2.5"."""
    low, high = in_halves(left.low), in_halves(left.high)
    return f"{low:g}" if low == high else f"{low:g}{DASH}{high:g}"


def count_of_years(years: float) -> str:
    """A number of years that may have a part: "1 year", "2.5 years"."""
    return "1 year" if years == 1 else f"{years:g} years"


def in_halves(years: float) -> float:
    """Years to the nearest half, but not to nothing where there is something."""
    return max(round(years * 2) / 2, 0.5) if years else 0.0


def years_note(title: str, spent: float | None, *, asking: bool = True) -> Vital:
    """What years on a route are, and what is taken off.

    Args:
        title: the role to start from.
        spent: the years spent in it, where they are known.
        asking: whether the command that shows it can be told of them.
    """
    if spent is None:
        more = "; --since MONTH takes off those spent in yours" if asking else ""
        return Vital(f"Years are those typically spent in a role before the step{more}.")
    said = f"{count_of_years(round(spent, 1))}" if spent >= 1 else f"{count_of(round(spent * 12), 'month')}"
    return Vital(
        f"Years are those typically spent in a role before the step; your {said} as {title} are taken off."
    )


def pay_details(
    pay: StepPay, change: Difference | None = None, since: str = ""
) -> Iterator[tuple[str, Cell]]:
    """What a role pays and which kind of figure that is, with how much more that is; nothing where no pay is known.

    Args:
        pay: what the role pays.
        change: how much more that is, if known.
        since: more than where, if that isn't the step before.
    """
    if basis := basis_said(pay, starting=pay.starting, band=pay.band, catch_all=pay.catch_all):
        broad = ", a broad match" if pay.match == "broad" and _by_occupation(pay) else ""
        more = f", {change_said(change)}{since}" if change else ""
        yield "Pay", f"{PayRange(pay.low, pay.high, pay.currency, pay.per)} ({basis}{broad}){more}"


def change_said(change: Difference, per: str | None = None) -> str:
    """How much more a pay is, or that it is the same."""
    return str(Money(change.amount, change.currency, per, signed=True)) if change.amount else "no change"


def step_counted_said(months: int | None) -> Iterator[str]:
    """What a step counts as beside pay, in the order by pay."""
    if months:
        span = "a month" if months == 1 else f"{months} months"
        yield f"For the order each step counts as {span} of that pay, too, so that a short route comes before one that pays about the same."


def counted_said(start: str, stand_in: StandIn | None) -> Iterator[str]:
    """What roles of a broad match count as paying where pay decides between routes."""
    if stand_in is None:
        return
    pays = f"what {stand_in.role.title} does, {Money(stand_in.amount, stand_in.currency, stand_in.per)}"
    yield (
        f"Wages of a broad match, an occupation that also holds other jobs, aren't credited to a role: it counts as paying {pays}."
        if stand_in.role.title == start
        else "Wages of a broad match, an occupation that also holds other jobs, aren't credited to a role. "
        f"{start}'s own pay isn't known from a close match either, so such a role counts as paying {pays}, "
        "the least of all close matches."
    )


def notes_on_figures(
    held: Sequence[StartingSkill],
    title: str,
    spent: float | None,
    pay: Sequence[PaidRole],
    changes: Iterable[PayChange],
) -> Iterator[str]:
    """What to know of years, skills and pay to read them rightly.

    Args:
        held: the skills taken as there.
        title: the role to start from.
        spent: the years spent in it, where they are known.
        pay: what the roles shown pay.
        changes: the changes of pay shown, and why others aren't known.
    """
    yield years_note(title, spent)
    yield SKILLS
    if any(skill.basis is Basis.ROLE for skill in held):
        yield Vital(f"What {title} requires counts as there; --have and --resume say what else you have.")
    yield from _notes_on_changes(pay, list(changes))
    if any(each.localization for each in pay):
        yield ESTIMATE
    if bands := [each.band for each in pay if each.band and basis_said(each)]:
        yield f"{_band_explained(bands[0])} {BANDS}"
    if any(kind_cell(each) == CATCH_ALL for each in pay):
        yield "? catch-all: an occupation of whatever no other one holds (“All Other”), whose wages say too little of the role."
    if any(each.occupation.match == "broad" and _by_occupation(each) for each in pay):
        yield BROAD
    if unpaid := [each.role.title for each in pay if each.low is None and each.high is None]:
        yield f"No pay is known of {listed(unpaid)}."
    yield from dict.fromkeys(note for each in pay for note in notes_on(each, each.role.title, each.observed))
    if years := years_said(each.observed for each in pay if each.band or each.localization):
        yield years
    yield JUDGEMENT


def _notes_on_changes(pay: Sequence[PaidRole], changes: Sequence[PayChange]) -> Iterator[str]:
    if any(each.change for each in changes):
        yield CHANGE
        if len({each.occupation.code for each in pay if each.band}) > 1:
            yield TWO_PARTS
    reasons = {each.why_unknown for each in changes}
    yield from (said for why, said in NO_CHANGE.items() if why in reasons)


def _band_explained(band: Band) -> str:
    """The short mark of a part of all wages in plain words."""
    return (
        f"{SHARES[band.low]}–{SHARES[band.high]} of all in its occupation: from the pay that {_EXCEED[band.low]} "
        f"to the pay that {_EXCEED[band.high]}; other percentages read alike."
    )


def _by_occupation(pay: Range) -> bool:
    """Whether a range rests on the wages of the role's occupation."""
    return pay.basis in {"observed", "localized"}
