"""What to beware of before an opening is posted: whom newcomers would overtake."""

from collections.abc import Iterator, Sequence

from cscareer.pay.hiring import Overtaken, PayToPost
from cscareer.render.blocks import (
    Block,
    Paragraph,
)
from cscareer.render.layouts.pay_words import (
    a,
    amount_cell,
)


def warnings(postings: Sequence[PayToPost]) -> Iterator[Block]:
    """Where current staff in the middle would be overtaken.

    A range that reaches past the middle of all there warns of nothing: by the rule nearly each does.
    """
    several = len({each.role.id for each in postings}) > 1
    for posting in postings:
        if posting.paid and not posting.overtaken:
            yield Paragraph(
                f"{_whose(posting, several)}: nobody you hire would start above your own people in the middle "
                f"({amount_cell(posting.paid)} {a(posting.paid.per)}); the range ends there or below."
            )
    passed = [(each, each.overtaken) for each in postings if each.overtaken]
    yield from _own_overtaken([each for each in passed if each[1].middle.basis == "given"], several)
    for posting, found in passed:
        if found.middle.basis != "given" and found.whole:
            yield Paragraph(
                f"{posting.role.title}, {posting.location.name}: even the low end is more than people in the middle there earn "
                f"({_middle(found)}). See first what your own earn."
            )
    one_title = len({each.role.id for each in postings}) == 1
    if one_title and any(found.middle.basis != "given" for _, found in passed):
        yield Paragraph(
            "See first what your own people earn: --paid AMOUNT says whether newcomers would overtake them."
        )


def _own_overtaken(passed: Sequence[tuple[PayToPost, Overtaken]], several: bool) -> Iterator[Block]:
    """Whose own people would be overtaken: by everyone hired, or by those near the top. What to do about it is said once."""
    ways = {"everyone you hire": True, "newcomers near the top": False}
    by_way = {who: [each for each in passed if each[1].whole is whole] for who, whole in ways.items()}
    said: list[str] = []
    for who, those in by_way.items():
        above = f"{who} would start above your own people in the middle"
        if len(those) == 1:
            posting, found = those[0]
            said.append(f"{_whose(posting, several)}: {above} ({_middle(found)}).")
        elif those:
            whose = [f"{_whose(posting, several)} ({_middle(found)})" for posting, found in those]
            said.append(f"{above[:1].upper()}{above[1:]}: {'; '.join(whose)}.")
    for at, sentence in enumerate(said, start=1):
        last = " Raise them first, or post less at the top." if at == len(said) else ""
        yield Paragraph(f"{sentence}{last}")


def _whose(posting: PayToPost, several: bool) -> str:
    return f"{posting.role.title}, {posting.location.name}" if several else posting.location.name


def _middle(found: Overtaken) -> str:
    return f"{amount_cell(found.middle)} {a(found.middle.per)}"
