"""Words on the whole package of an offer: base pay, and what is stated beside it."""

from collections.abc import Iterator

from cscareer.pay.offer import OfferReport
from cscareer.pay.package import PackagePart
from cscareer.pay.ranges import HOURS_A_YEAR
from cscareer.render.blocks import Block, Facts, Heading, Paragraph
from cscareer.render.cells import Cell, Money
from cscareer.render.layouts.asking_words import amount_said
from cscareer.render.layouts.pay_words import amount_cell

_PARTS = {"bonus": "Bonus", "shift": "For the shift", "benefits": "Benefits"}


def packages(answer: OfferReport) -> Iterator[Block]:
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
            yield Paragraph(f"{amount_said(offer.amount)} in {offer.location.name}:")
        yield Facts([base, *parts, total])
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
