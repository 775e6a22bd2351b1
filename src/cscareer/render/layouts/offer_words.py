"""What an offer is set beside: its whole package, what a person earns now, and another offer."""

from collections.abc import Callable, Iterator

from cscareer.pay.asking import AskingAdvice
from cscareer.pay.differences import Difference
from cscareer.pay.offer import AgainstCurrent, JudgedOffer, OfferReport
from cscareer.pay.package import PackagePart
from cscareer.pay.ranges import HOURS_A_YEAR, Amount
from cscareer.render.blocks import Block, Brief, Column, Facts, Heading, Paragraph, Rest, Table
from cscareer.render.cells import Cell, Money
from cscareer.render.layouts.offer_verdict import verdict_word
from cscareer.render.layouts.pay_words import amount_cell, amount_said, more_cell, percent_cell, the_place

_PARTS = {"bonus": "Bonus", "shift": "For the shift", "benefits": "Benefits"}
_ENDS = ("Low end", "High end")
_FIGURES: tuple[tuple[str, Callable[[AskingAdvice], Amount]], ...] = (
    ("Ask for", lambda advice: advice.ask),
    ("Settle at", lambda advice: advice.settle),
    ("Not below", lambda advice: advice.look_on_below),
)


def package_blocks(answer: OfferReport) -> Iterator[Block]:
    """All that is stated of each offer in a year, added up apart from base pay."""
    packed = [offer for offer in answer.offers if offer.package]
    if not packed:
        return
    yield Heading("The whole package, a year")
    for offer in packed:
        assert offer.package is not None
        parts = [(_PARTS[part.kind], _part(part)) for part in offer.package.parts]
        base: tuple[str, Cell] = ("Base", amount_cell(offer.package.base))
        total: tuple[str, Cell] = ("Together", amount_cell(offer.package.total))
        if len(answer.offers) > 1:
            yield Paragraph(f"{amount_said(offer.amount)} in {the_place(offer.location)}:")
        yield Facts([base, *parts, total])
    yield from all_in_said(answer)


def all_in_said(answer: OfferReport) -> Iterator[Block]:
    """Which of two offers comes to more, all in."""
    packed = [offer for offer in answer.offers if offer.package]
    if answer.package_difference and not answer.is_range:
        more = answer.package_difference.amount
        alone = len(packed) < len(answer.offers)
        second = "The second offer" if more >= 0 else "The first offer"
        bare = "; of one of them nothing is said beside base pay" if alone else ""
        yield Paragraph(
            f"{second} comes to {Money(abs(more), 'USD')} a year more, all in{bare}.", strong=True
        )


def _part(part: PackagePart) -> str:
    """What a part comes to in a year, and how it was stated."""
    if part.percent_of_base is not None:
        return f"{amount_cell(part.yearly)} ({part.percent_of_base:g}% of base pay)"
    if part.per == "hour" and part.stated is not None:
        hours = part.yearly.hours or HOURS_A_YEAR
        return f"{amount_cell(part.yearly)} ({Money(part.stated, 'USD', 'hour')}, for {hours:,} hours)"
    return str(amount_cell(part.yearly))


def pay_now_blocks(against: AgainstCurrent) -> Iterator[Block]:
    """An offer against what a person earns now."""
    yield Heading("Against your pay now")
    where = the_place(against.location)
    yield Facts(
        [
            ("You earn", _earned(against, where)),
            ("Change", change_said(against.nominal)),
            ("Change in real pay", change_said(against.real, real=True) or against.prices.note),
        ]
    )


def _earned(against: AgainstCurrent, where: str) -> str:
    said = f"{amount_said(against.current)} in {where}"
    return said if against.current.per == "year" else f"{said}, {amount_said(against.yearly)} at 2,080 hours"


def change_said(difference: Difference | None, *, real: bool = False) -> str | None:
    """A difference of pay a year, in money and percent."""
    if difference is None:
        return None
    percent = percent_cell(difference)
    said = f"{more_cell(difference)} a year" + (f" ({percent})" if percent else "")
    return f"{said}, at average U.S. prices" if real else said


def side_by_side(answer: OfferReport) -> Iterator[Block]:
    """Several offers, or the two ends of one, and what lies between the first and the last."""
    offers = answer.offers
    first, second = offers[0], offers[-1]
    two_ends = answer.is_range and len(offers) == len(_ENDS)
    columns = [Column(""), *(Column(name, wraps=True) for name in names_of(answer))]
    rows: list[tuple[Cell, ...]] = [
        ("Pay a year", *(amount_cell(offer.yearly) for offer in offers)),
        ("Real value", *(None if is_nation(offer) else amount_cell(offer.real_yearly) for offer in offers)),
        ("Percentile there", *map(_short, offers)),
        ("Verdict", *map(verdict_word, offers)),
    ]
    packed = any(offer.package for offer in offers)
    asked: list[tuple[Cell, ...]] = [
        *([("All in, a year", *map(_all_in, offers))] if packed else []),
        *(
            (label, *(amount_said(figure(offer.advice)) if offer.advice else None for offer in offers))
            for label, figure in _FIGURES
            if any(offer.advice for offer in offers)
        ),
    ]
    if len(offers) <= len(_ENDS):
        columns.append(Column("Difference", right=True))
        differences = [more_cell(answer.nominal_difference), more_cell(answer.real_difference), "", ""]
        rows = [(*row, difference) for row, difference in zip(rows, differences, strict=True)]
        all_in = more_cell(answer.package_difference) if packed else ""
        asked = [(*row, all_in if packed and at == 0 else "") for at, row in enumerate(asked)]
    if all(map(is_nation, offers)):
        del rows[1]
    yield Rest([Table(columns, rows)])
    yield Brief([Table(columns, [*rows, *asked])])
    if answer.real_difference and not two_ends:
        yield Paragraph(_richer(answer.real_difference.amount, first, second), strong=True)


def is_nation(offer: JudgedOffer) -> bool:
    """Whether an offer names no place nearer than the nation, whose prices are the average itself."""
    return offer.location.kind == "nation"


def names_of(answer: OfferReport) -> list[str]:
    """What to call each offer: the ends of one; else by their places, or by their pay where they are in one place."""
    two = answer.is_range and len(answer.offers) == len(_ENDS)
    if two:
        return list(_ENDS)
    places = [offer.location.name for offer in answer.offers]
    if len(set(places)) == len(places):
        return places
    return [amount_said(offer.amount) for offer in answer.offers]


def _all_in(offer: JudgedOffer) -> Cell:
    return amount_cell(offer.package.total if offer.package else offer.yearly)


def package_said(offer: JudgedOffer) -> str | None:
    """All that is stated of an offer in a year, in a line."""
    if offer.package is None:
        return None
    parts = [f"{_PARTS[part.kind].lower()} {amount_cell(part.yearly)}" for part in offer.package.parts]
    base = f"base {amount_cell(offer.package.base)}"
    return f"{amount_cell(offer.package.total)} a year: {', '.join([base, *parts])}"


def _richer(more: float, first: JudgedOffer, second: JudgedOffer) -> str:
    if round(more) == 0:
        return "After prices, both are worth the same."
    better = _told_apart(first, second)[more > 0]
    return f"After prices, {better} is worth {Money(abs(round(more)), 'USD')} a year more."


def _told_apart(first: JudgedOffer, second: JudgedOffer) -> tuple[str, str]:
    """What to call two offers: by their places, or by their pay where they are in one place."""
    if first.location.name != second.location.name:
        return first.location.name, second.location.name
    return amount_said(first.amount), amount_said(second.amount)


def _short(offer: JudgedOffer) -> str | None:
    found = offer.percentile
    if found is None:
        return None
    if found.value is not None:
        return f"{found.value:g}"
    if found.low is not None and found.high is not None:
        return f"{found.low} to {found.high}"
    return f"below {found.high}" if found.high is not None else f"above {found.low}"
