"""What to beware of in an ad: marks by its words, by its pay, by the law where it is, and by what is usual."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from cscareer.catalog.law_models import PayTransparencyLaw
from cscareer.catalog.loading import Catalog
from cscareer.catalog.models import Level, Model, Role
from cscareer.catalog.posting_models import GateKind, JudgedMark, OtherWork, PayKind, WatchMark
from cscareer.jobs.ad import Ad
from cscareer.jobs.facts import AdHead
from cscareer.jobs.gates import Gate
from cscareer.jobs.parts import AdParts
from cscareer.jobs.places import AdPlaces, states_of
from cscareer.jobs.standing import PayStanding, PlaceStanding, base_at
from cscareer.jobs.stated_pay import PayReading
from cscareer.jobs.unlikely import UnlikelyReader
from cscareer.jobs.watch_denials import DenialReader
from cscareer.pay.floor import below, laws_at
from cscareer.pay.laws import pay_laws_in
from cscareer.pay.location import Location
from cscareer.pay.money import exact
from cscareer.pay.percentiles import Percentile
from cscareer.pay.projections import Projections
from cscareer.pay.ranges import HOURS_A_YEAR
from cscareer.skills.ads import Demand

POOR_PAY = frozenset(
    {"low-pay", "seniority-pay"}
)  # warnings that the pay is poor, which says nothing of who offers it
_DUBIOUS = 2  # warnings; an ad with as many is to be left alone, not answered
OUR_CURRENCY = "USD"  # of the wages that pay is held against
_PAY_TO_WORK = "pay-to-work"  # the mark that a person is to pay for something
_EARNINGS = "earnings-claim"  # the mark that pay is what few earn
_LATER = "in force, enforced later"  # the status of a law


def suspicious(warnings: Iterable[str]) -> int:
    """How many warnings, by their ids, honest employers give no reason for; poor pay is none of these."""
    return sum(each not in POOR_PAY for each in warnings)


def are_dubious(warnings: Iterable[str]) -> bool:
    """Whether an ad has so many marks of a scam that it is to be left alone."""
    return suspicious(warnings) >= _DUBIOUS


_LEADING = {Level.MANAGER, Level.DIRECTOR, Level.EXECUTIVE}
_BACHELOR = 4
_EDUCATION = {"No formal educational credential": 0, "High school diploma or equivalent": 1, "Some college, no degree": 2, "Postsecondary nondegree award": 2, "Associate's degree": 3, "Bachelor's degree": 4, "Master's degree": 5, "Doctoral or professional degree": 6}  # fmt: skip


class RaisedMark(Model):
    """Something to beware of: what, why, and the words or figures that show it. `severity` is warning or ask."""

    id: str
    severity: str
    says: str
    why: str
    quote: str | None
    line: int | None
    detail: str | None
    sources: tuple[str, ...]


class ReadAd(NamedTuple):
    """What was read of an ad before marks are looked for."""

    ad: Ad
    parts: AdParts
    head: AdHead
    role: Role | None
    places: AdPlaces
    pay: PayReading
    standing: PayStanding | None
    elsewhere: tuple[PlaceStanding, ...]  # in each of several places
    gates: tuple[Gate, ...]
    today: date


class WatchReader:
    """Looks for marks; what it needs of the catalog is made ready once."""

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog
        self._unlikely = catalog.once(UnlikelyReader)
        self._denials = catalog.once(DenialReader)
        self._grave = {key: at for at, key in enumerate((*catalog.watch_marks, *catalog.judged_marks))}
        measures = catalog.posting_measures
        self._old_days = measures["old-after-days"].value
        self._long_experience = measures["long-experience"].value
        self._two_jobs_from = measures["other-work-of-two-jobs"].value

    def read(self, seen: ReadAd) -> tuple[RaisedMark, ...]:
        """The marks of an ad, each once: warnings first, of these the gravest."""
        marks: dict[str, RaisedMark] = {}
        for hit, where in seen.parts.find(WatchMark):
            row = hit.row
            if row.id not in marks and self._denials.denies(where.line.text, where.begins, hit.start):
                continue
            marks.setdefault(row.id, _raised(row, where.quote, where.line.number))
        for mark in self._judged(seen, marks):
            marks.setdefault(mark.id, mark)
        if (claimed := self._unlikely.claimed(seen.pay)) and _EARNINGS in self._catalog.watch_marks:
            row = self._catalog.watch_marks[_EARNINGS]
            marks[row.id] = _raised(row, claimed.quote, claimed.line)
        return tuple(
            sorted(marks.values(), key=lambda mark: (mark.severity != "warning", self._grave[mark.id]))
        )

    def _judged(self, seen: ReadAd, marks: dict[str, RaisedMark]) -> Iterator[RaisedMark]:
        yield from self._of_law(seen)
        yield from self._of_pay(seen)
        if seen.head.title is not None:
            yield from self._unlikely.marks(seen.ad, seen.pay, marks, self._mark)
        if seen.head.company is None and seen.head.title is not None and "employer-unnamed" not in marks:
            yield self._mark("no-employer")
        if more := self._more_education(seen):
            yield more
        yield from self._two_jobs(seen)
        if (posted := seen.ad.fields.posted) and (
            seen.today - date.fromisoformat(posted)
        ).days > self._old_days:
            yield self._mark("old-ad", quote=posted)

    def _mark(
        self, key: str, *, quote: str | None = None, line: int | None = None, detail: str | None = None
    ) -> RaisedMark:
        return _raised(self._catalog.judged_marks[key], quote, line, detail)

    def _of_law(self, seen: ReadAd) -> Iterator[RaisedMark]:
        """No range where the law of a place asks for one, its state's or its city's; a list of states to live in counts as well."""
        usable = [
            each
            for each in seen.pay.stated
            if each.kind in {PayKind.BASE, PayKind.OTE} and None not in {each.low, each.high}
        ]
        if usable:
            return
        towns = {each.name for each in seen.places.locations}
        for state in states_of(seen.places.locations):
            for law in pay_laws_in(self._catalog, state):
                if (
                    law.disclosure != "range in posting"
                    or law.status not in {"in force", _LATER}
                    or (law.level != "state" and not (law.level == "city" and _city_of(law) in towns))
                    or (law.since or "") > (seen.ad.fields.posted or seen.today.isoformat())
                ):
                    continue
                many = (
                    f"employers of {law.min_employees} or more"
                    if law.min_employees and law.min_employees > 1
                    else "employers"
                )
                since = f" since {law.since}" if law.since else ""
                later = ", enforced later" if law.status == _LATER else ""
                yield self._mark("no-range", detail=f"{law.jurisdiction}: {many}{since}{later}")
                return

    def _of_pay(self, seen: ReadAd) -> Iterator[RaisedMark]:
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

    def _more_education(self, seen: ReadAd) -> RaisedMark | None:
        """A degree that is required beyond what BLS names for the occupation."""
        if seen.role is None:
            return None
        known = self._catalog.once(Projections).of(seen.role.occupation.code)
        usual = next((each.entry_education for each in known if each.entry_education), None)
        if usual is None or usual not in _EDUCATION:
            return None
        asked = [
            gate
            for gate in seen.gates
            if gate.kind is GateKind.DEGREE and gate.demand is Demand.REQUIRED and gate.level
        ]
        lowest = min(asked, key=lambda gate: gate.level or 0, default=None)
        if (
            lowest is None
            or lowest.level is None
            or lowest.level < _BACHELOR
            or lowest.level <= _EDUCATION[usual]
        ):
            return None
        if "equivalent" in lowest.quote.lower() or " or " in lowest.quote.lower():
            return None
        return self._mark("education", quote=lowest.quote, line=lowest.line, detail=f"BLS names: {usual}")

    def _two_jobs(self, seen: ReadAd) -> Iterator[RaisedMark]:
        if len(seen.head.several) > 1:
            yield self._mark("two-jobs", quote=seen.head.several[0], detail="; ".join(seen.head.several))
            return
        found = {hit.row.id: where for hit, where in seen.parts.find(OtherWork)}
        title = seen.head.title or ""
        if len(found) >= self._two_jobs_from:
            first = next(iter(found.values()))
            yield self._mark("two-jobs", quote=first.quote, line=first.line.number)
        elif "/" in title and seen.head.reading is not None and title.count("/") >= self._two_jobs_from:
            yield self._mark("two-jobs", quote=title)


def _raised(
    row: WatchMark | JudgedMark, quote: str | None, line: int | None, detail: str | None = None
) -> RaisedMark:
    return RaisedMark(
        id=row.id,
        severity=row.severity,
        says=row.says,
        why=row.why,
        quote=quote,
        line=line,
        detail=detail,
        sources=row.sources,
    )


def _city_of(law: PayTransparencyLaw) -> str:
    """A city as places are named: "Columbus, OH"; New York City goes by "New York, NY"."""
    return f"{law.jurisdiction.removeprefix('City of ').replace('New York City', 'New York')}, {law.state}"


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


def without_bait(gates: Sequence[Gate], marks: Sequence[RaisedMark]) -> tuple[Gate, ...]:
    """The gates without those whose words are a warning's: "send a picture of your driver license" asks for no licence.

    A background check is a condition also where the person has to pay for it.
    """
    warned = [(mark.id, mark.quote) for mark in marks if mark.severity == "warning" and mark.quote]
    return tuple(
        gate
        for gate in gates
        if not any(
            (gate.quote in quote or quote in gate.quote)
            and not (gate.kind is GateKind.BACKGROUND_CHECK and mark == _PAY_TO_WORK)
            for mark, quote in warned
        )
    )
