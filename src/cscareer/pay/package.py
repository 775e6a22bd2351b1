"""What an offer is worth beside its base pay: a bonus, extra pay for shifts, and benefits, as the person states them."""

from decimal import Decimal
from typing import Literal, NamedTuple

from cscareer.catalog.models import Model
from cscareer.errors import UsageError
from cscareer.pay.amounts import Given, read_amount
from cscareer.pay.money import Period, exact, to_cents
from cscareer.pay.ranges import HOURS_A_YEAR, Amount

PartKind = Literal["bonus", "shift", "benefits"]
USUAL: dict[PartKind, Period] = {"bonus": "year", "shift": "hour", "benefits": "year"}
MOST_PERCENT = 300  # of base pay; more is a slip


class StatedPart(NamedTuple):
    """A part as a person states it: an amount, or a share of base pay in percent."""

    kind: PartKind
    given: Given | None
    percent: Decimal | None = None


class PackagePart(Model):
    """One part: its amount as stated, null where it is stated in percent of base pay, and what it comes to in a year."""

    kind: PartKind
    stated: float | None
    per: Period | None
    percent_of_base: float | None
    yearly: Amount


class Package(Model):
    """All that is stated of an offer, in a year: base pay, the parts beside it, and their sum. Nothing is guessed."""

    base: Amount
    parts: tuple[PackagePart, ...]
    total: Amount


def read_part(said: str, kind: PartKind) -> StatedPart:
    """A part as a person writes it: `3000`, `250/month`, `1.50/hr`, `10%`; alone, a bonus and benefits are a year's.

    Raises:
        UsageError: it is no sensible amount.

    Example:
        >>> read_part("8%", "bonus").percent
        Decimal('8')
    """
    text = said.strip()
    if text.endswith("%"):
        return StatedPart(kind, None, _percent(said, text))
    try:
        return StatedPart(kind, read_amount(said, what=f"the {kind}"))
    except UsageError:
        return StatedPart(kind, read_amount(said, USUAL[kind], what=f"the {kind}"))


def _percent(said: str, text: str) -> Decimal:
    figure = text.removesuffix("%").strip().replace(",", ".")
    whole, _, rest = figure.partition(".")
    if not (
        whole.isdecimal() and len(whole) <= len(str(MOST_PERCENT)) and (rest.isdecimal() or "." not in figure)
    ):
        raise UsageError(f'"{said}" is no share of pay.', hint="Write it like 10%, or an amount like 3000.")
    share = Decimal(figure)
    if not 0 < share <= MOST_PERCENT:
        raise UsageError(f'"{said}" of pay is no sensible part of it.', hint="Write it like 10%.")
    return share


def pack(base: Amount, stated: tuple[StatedPart, ...]) -> Package | None:
    """What is stated of an offer, added up; null where nothing is stated beside base pay.

    Args:
        base: what it pays in a year.
        stated: the parts; those by the hour are for the hours of the base, 2,080 where it states none.
    """
    if not stated:
        return None
    parts = tuple(_part(base, each) for each in stated)
    total = sum((exact(each.yearly.amount) for each in parts), exact(base.amount))
    return Package(base=base, parts=parts, total=_like(base, total))


def _part(base: Amount, stated: StatedPart) -> PackagePart:
    given, percent = stated.given, stated.percent
    if given is None:
        return PackagePart(
            kind=stated.kind,
            stated=None,
            per=None,
            percent_of_base=float(percent or 0),
            yearly=_like(base, exact(base.amount) * (percent or 0) / 100),
        )
    times = (base.hours or HOURS_A_YEAR) if given.per == "hour" else 1
    return PackagePart(
        kind=stated.kind,
        stated=given.amount,
        per=given.per,
        percent_of_base=None,
        yearly=_like(base, exact(given.amount) * times),
    )


def _like(base: Amount, yearly: Decimal) -> Amount:
    return base.model_copy(update={"amount": to_cents(yearly), "basis": "calculated"})
