"""Marks by the pay that an ad states: doubtful, under a minimum wage, or under what such work earns there."""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from cscareer.catalog.loading import Catalog
from cscareer.catalog.models import Level
from cscareer.catalog.posting_models import PayKind
from cscareer.jobs.marks import RaisedMark, ReadAd, raised
from cscareer.jobs.standing import PayStanding, base_at
from cscareer.jobs.stated_pay import StatedPay
from cscareer.pay.floor import below, laws_at
from cscareer.pay.location import Location
from cscareer.pay.money import exact
from cscareer.pay.percentiles import Percentile
from cscareer.pay.ranges import HOURS_A_YEAR
from cscareer.skills.ads import Demand

OUR_CURRENCY = "USD"  # of the wages that pay is held against
_LEADING = {Level.MANAGER, Level.DIRECTOR, Level.EXECUTIVE}


class PayMarkReader:
    """Looks for such marks; the sizes it goes by are those of the data."""

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog
        measures = catalog.posting_measures
        self._long_experience = measures["long-experience"].value
        self._role_sure = measures["role-sure-for-pay"].value

    def _mark(
        self, key: str, *, quote: str | None = None, line: int | None = None, detail: str | None = None
    ) -> RaisedMark:
        return raised(self._catalog.judged_marks[key], quote, line, detail)

    def marks(self, seen: ReadAd) -> Iterator[RaisedMark]:
        """The marks of an ad's pay."""
        pay = seen.pay
        if any(
            each.doubts for each in pay.stated if each.kind in {PayKind.BASE, PayKind.OTE, PayKind.COMMISSION}
        ):
            first = next(each for each in pay.stated if each.doubts)
            yield self._mark("doubtful-pay", quote=first.quote, line=first.line, detail=first.doubts[0])
        if pay.agreement == "differ":
            yield self._mark("pay-differs")
        standing, base = seen.standing, pay.base
        if standing is None or base is None or base.doubts or base.currency != OUR_CURRENCY:
            return
        if base.per == "hour":
            yield from self._of_minimum_wage(seen, standing.location)
        if seen.role_sure >= self._role_sure:
            yield from self._of_wages(seen, standing, base)

    def _of_wages(self, seen: ReadAd, standing: PayStanding, base: StatedPay) -> Iterator[RaisedMark]:
        """Whether pay is under what most of that role earn there, which wants the role to be read surely."""
        full_time = _full_time(base.high or base.low, base.per, base.yearly_high or base.yearly_low)
        wages = standing.wages
        if full_time is None or wages is None:
            return
        p10, p25 = wages.at("p10"), wages.at("p25")
        few = [each for each in seen.elsewhere if each.high is not None and _is_lowest(each.high)]
        low = (
            len(few) * 2 > len(seen.elsewhere)
            if seen.elsewhere
            else p10 is not None and full_time < exact(p10)
        )
        if low:
            said = f"In {listed_states(each.location for each in few)}." if few else None
            yield self._mark("low-pay", quote=base.quote, line=base.line, detail=said)
        asks_much = any(
            gate.years and gate.years >= self._long_experience and gate.demand is Demand.REQUIRED
            for gate in seen.gates
        )
        leads = seen.role is not None and seen.role.level in _LEADING
        if p25 is not None and full_time < exact(p25) and (leads or asks_much):
            yield self._mark("seniority-pay", quote=base.quote, line=base.line)

    def _of_minimum_wage(self, seen: ReadAd, first: Location) -> Iterator[RaisedMark]:
        """Hourly pay under the minimum wage in any place of the ad; of a range its top, else its low end."""
        places = [each.location for each in seen.elsewhere] or [first]
        for end in ("high", "low"):
            under = []
            for place in places:
                pay = base_at(seen.pay.stated, place, seen.pay.base)
                amount = None if pay is None or pay.per != "hour" else getattr(pay, end) or pay.low
                if amount is not None and below(exact(amount), laws_at(self._catalog, place)):
                    under.append((place, pay))
            if under and under[0][1] is not None:
                where = f"In {listed_states(place for place, _ in under)}" if len(places) > 1 else ""
                which = "The low end of the range is" if end == "low" else ""
                said = (
                    f"{which}, {where.lower()[:1]}{where[1:]}." if which and where else f"{which or where}."
                )
                pay = under[0][1]
                yield self._mark(
                    "below-minimum-wage",
                    quote=pay.quote,
                    line=pay.line,
                    detail=said if which or where else None,
                )
                return


def _is_lowest(stands: Percentile) -> bool:
    """Whether an amount lies under the lowest percentile that is published."""
    return stands.value is None and stands.low is None


def listed_states(places: Iterable[Location]) -> str:
    """The states, or the areas, that places lie in, in words."""
    names = list(dict.fromkeys(each.state or each.name for each in places))
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def _full_time(amount: float | None, per: str | None, yearly: float | None) -> Decimal | None:
    """What pay comes to in a year of full time, whatever hours the ad states."""
    if amount is None:
        return None
    return exact(amount) * HOURS_A_YEAR if per == "hour" else None if yearly is None else exact(yearly)
