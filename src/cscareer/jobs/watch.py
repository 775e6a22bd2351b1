"""What to beware of in an ad: marks by its words, by its pay, by the law where it is, and by what is usual."""

from collections.abc import Iterator, Sequence
from datetime import date

from cscareer.catalog.law_models import PayTransparencyLaw
from cscareer.catalog.loading import Catalog
from cscareer.catalog.posting_models import GateKind, OtherWork, PayKind, WatchMark
from cscareer.jobs.gates import Gate
from cscareer.jobs.marks import RaisedMark, ReadAd, raised
from cscareer.jobs.places import states_of
from cscareer.jobs.unlikely import UnlikelyReader
from cscareer.jobs.watch_denials import DenialReader
from cscareer.jobs.watch_pay import PayMarkReader
from cscareer.pay.laws import pay_laws_in
from cscareer.pay.projections import Projections
from cscareer.skills.ads import Demand

_PAY_TO_WORK = "pay-to-work"  # the mark that a person is to pay for something
_EARNINGS = "earnings-claim"  # the mark that pay is what few earn
_LATER = "in force, enforced later"  # the status of a law
_BACHELOR = 4


class WatchReader:
    """Looks for marks; what it needs of the catalog is made ready once."""

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog
        self._unlikely = catalog.once(UnlikelyReader)
        self._pay = PayMarkReader(catalog)
        self._denials = catalog.once(DenialReader)
        self._grave = {key: at for at, key in enumerate((*catalog.watch_marks, *catalog.judged_marks))}
        self._education = {each.name: each.level for each in catalog.education_levels.values()}
        measures = catalog.posting_measures
        self._old_days = measures["old-after-days"].value
        self._two_jobs_from = measures["other-work-of-two-jobs"].value

    def read(self, seen: ReadAd) -> tuple[RaisedMark, ...]:
        """The marks of an ad, each once: warnings first, of these the gravest."""
        marks: dict[str, RaisedMark] = {}
        for hit, where in seen.parts.find(WatchMark):
            row = hit.row
            if row.id not in marks and self._denials.denies(where.line.text, where.begins, hit.start):
                continue
            marks.setdefault(row.id, raised(row, where.quote, where.line.number))
        for mark in self._judged(seen, marks):
            marks.setdefault(mark.id, mark)
        if (claimed := self._unlikely.claimed(seen.pay)) and _EARNINGS in self._catalog.watch_marks:
            row = self._catalog.watch_marks[_EARNINGS]
            marks[row.id] = raised(row, claimed.quote, claimed.line)
        return tuple(
            sorted(marks.values(), key=lambda mark: (mark.severity != "warning", self._grave[mark.id]))
        )

    def _judged(self, seen: ReadAd, marks: dict[str, RaisedMark]) -> Iterator[RaisedMark]:
        yield from self._of_law(seen)
        yield from self._pay.marks(seen)
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
        return raised(self._catalog.judged_marks[key], quote, line, detail)

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

    def _more_education(self, seen: ReadAd) -> RaisedMark | None:
        """A degree that is required beyond what BLS names for the occupation."""
        if seen.role is None:
            return None
        known = self._catalog.once(Projections).of(seen.role.occupation.code)
        usual = next((each.entry_education for each in known if each.entry_education), None)
        if usual is None or usual not in self._education:
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
            or lowest.level <= self._education[usual]
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


def _city_of(law: PayTransparencyLaw) -> str:
    """A city as places are named: "Columbus, OH"; New York City goes by "New York, NY"."""
    return f"{law.jurisdiction.removeprefix('City of ').replace('New York City', 'New York')}, {law.state}"


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
