"""Words on the law on pay in a place, which several answers share."""

from collections.abc import Iterator, Sequence

from cscareer.pay.floor import DisclosureLaw, Floor, PlaceLaws
from cscareer.render.blocks import Block, Bullets, Heading
from cscareer.render.cells import Money

LOCAL_RATES = "A city or county may set a higher one; those aren't on record with us."


def law_blocks(laws: Sequence[PlaceLaws]) -> Iterator[Block]:
    """The minimum wage and the laws on disclosing pay of each state; nothing where no state was asked for."""
    found = [each for each in laws if each.state]
    for each in found:
        notice = [each.notice] if each is found[-1] else []
        yield Heading(f"The law on pay in {each.lowest.name}" if len(found) > 1 else "The law on pay there")
        yield Bullets([*_lines(each), *notice])


def floor_said(floor: Floor) -> str:
    """A minimum wage, with the place and the day it holds from."""
    since = f" since {floor.since}" if floor.since else ""
    where = f"{floor.area}, {floor.name}" if floor.area else floor.name
    federal = " (the federal one; no other is on record for the state)" if floor.basis == "federal" else ""
    return f"{Money(floor.hourly, 'USD', cents=True)} an hour in {where}{since}{federal}"


def _lines(laws: PlaceLaws) -> Iterator[str]:
    yield f"Minimum wage: {'; '.join(map(floor_said, laws.floors))}. {LOCAL_RATES}"
    if not laws.disclosure_laws:
        yield "Showing pay in job ads: no law on record with us, which doesn't mean that there is none."
    for law in laws.disclosure_laws or ():
        yield _disclosure(law)


def _disclosure(law: DisclosureLaw) -> str:
    since = f" since {law.since}" if law.since else ""
    size = f", employers of {law.min_employees:,} or more" if law.min_employees else ""
    status = "" if law.status == "in force" else f" ({law.status})"
    return f"{law.jurisdiction}{since}{size}{status}: {law.what}"
