"""What a comparison comes to, in sentences."""

from collections.abc import Iterator, Sequence

from cscareer.pay.comparison import ComparedRole, Comparison, PlaceComparison, PlacePay
from cscareer.pay.differences import Difference
from cscareer.render.cells import Money, Percent, listed
from cscareer.render.layouts.pay_words import amount_cell

PAIR = 2
_TOLD = 2  # differences in the sentence above the table, which has them all


def roles_verdict(answer: Comparison) -> str:
    """What is typical of the others against the first, in a sentence."""
    first = answer.roles[0]
    told = [role for role in answer.roles[1:] if role.typical_difference]
    if len(told) > _TOLD:
        most = max(told, key=lambda role: role.typical_difference.amount if role.typical_difference else 0)
        if most.typical_difference and most.typical_difference.amount > 0:
            return f"Of these {_against(most)} than {first.title}, and that is the most."
        return f"Of these {first.title} typically pays the most."
    if told:
        said = listed([_against(role, again=at > 0) for at, role in enumerate(told)])
        return f"{said} than {first.title}."
    if len({role.occupation.code for role in answer.roles}) == 1:
        return (
            "They are counted in one occupation, whose wages tell nothing between them: compare the ranges."
        )
    return f"What they pay isn't told against {first.title}: of a catch-all occupation no figure is typical."


def _against(role: ComparedRole, *, again: bool = False) -> str:
    found = role.typical_difference
    assert found is not None
    percent = "" if found.percent is None else f" ({Percent(abs(found.percent), digits=1)})"
    if not again:
        return f"{role.title} typically pays {_more(found)}{percent}"
    more = Money(abs(found.amount), found.currency)
    return f"{role.title} pays {more} {'less' if found.amount < 0 else 'more'}{percent}"


def places_verdict(row: Sequence[PlacePay]) -> str | None:
    """Where pay is more, and where it buys more, in a sentence; None where nothing can be told."""
    first, last = row[0], row[-1]
    if len(row) > PAIR:
        known = [each for each in row if each.real_median]
        best = max(known, key=lambda each: each.real_median.amount if each.real_median else 0, default=None)
        if best is None or first.occupation.catch_all:
            return None
        return f"Pay goes furthest in {best.location.name}: the median there buys {amount_cell(best.real_median)} a year at average prices."
    nominal, real = last.median_difference, last.real_difference
    if nominal is None or nominal.amount == 0:
        return None
    here = first.location.name
    if last.median_apart is False:
        said = f"In {last.location.name} the median can't be told apart from that in {here}"
    else:
        said = f"In {last.location.name} the median is {_more(nominal)} than in {here}"
    if real is None:
        return f"{said}."
    if last.real_apart is False:
        return (
            f"{said}, and what it buys can't either."
            if last.median_apart is False
            else f"{said}; what it buys can't be told apart."
        )
    joined = "and" if last.median_apart is not False and (nominal.amount > 0) is (real.amount > 0) else "but"
    return f"{said}, {joined} it buys {_more(real)} there."


def _more(found: Difference) -> str:
    """A difference in words: "$4,870 a year more"."""
    return f"{Money(abs(found.amount), found.currency)} a year {'less' if found.amount < 0 else 'more'}"


def alike(answer: PlaceComparison, first: str) -> Iterator[str]:
    """Which differences are none that the survey could tell."""
    medians = dict.fromkeys(each.location.name for each in answer.places if each.median_apart is False)
    buys = dict.fromkeys(each.location.name for each in answer.places if each.real_apart is False)
    if medians:
        yield f"The median of {'; '.join(medians)} can't be told apart from {first}'s: it differs no more than chance would."
    if buys:
        yield (
            f"What it buys in {'; '.join(buys)} can't be told apart from {first} either."
            if medians
            else (
                f"What it buys in {'; '.join(buys)} can't be told apart from {first}: it differs no more than chance would."
            )
        )
    if medians or buys:
        yield "By the survey's error, at 90% confidence; BLS publishes that of the mean, and the median's is assumed to be the same."
