"""Reading pay in ads: figures, what the words around them say they are, and how often they are paid."""

import re
from collections.abc import Iterator, Sequence

from cscareer.catalog.loading import Catalog
from cscareer.catalog.posting_models import PayCue, PayFrequency, PayKind, WatchMark
from cscareer.jobs.ad import Ad, PayPeriod
from cscareer.jobs.ad_words import Words
from cscareer.jobs.pay_figures import hours_a_week
from cscareer.jobs.pay_surroundings import Around
from cscareer.jobs.pay_terms import TermReader
from cscareer.jobs.phrases import RowPhrases
from cscareer.jobs.stated_pay import (
    YEARLY_KINDS,
    PayReading,
    StatedPay,
    Terms,
    agreement_of,
    spanning,
    stated_pay,
    to_go_by,
    without_parts,
)
from cscareer.pay.statistics import Statistics

COMMISSION_ONLY = "commission-only"  # the mark that says there is no base pay

_FOR_STATES = re.compile(r"\b((?:[A-Z]{2}(?:,? (?:and|or|&) |, ?| ?/ ?)){0,15}[A-Z]{2})\s?:\s{0,3}$")


class PayReader:
    """Reads pay in ads; what it needs of the catalog is made ready once."""

    def __init__(self, catalog: Catalog) -> None:
        self._terms = TermReader(catalog)
        self._cues = RowPhrases[PayCue](catalog.pay_cues.values())
        self._states = frozenset(catalog.once(Statistics).gazetteer.states)
        self._frequencies = RowPhrases[PayFrequency](catalog.pay_frequencies.values())
        self._doubts = tuple(catalog.pay_doubts.values())
        known = catalog.watch_marks.get(COMMISSION_ONLY)
        self._commission_only = RowPhrases[WatchMark]([known] if known else [])

    def read(self, ad: Ad) -> PayReading:
        """Every amount of pay in the fields and the text of an ad."""
        weekly = next((hours for line in ad.said if (hours := hours_a_week(line.text))), None)
        in_text = list(self._supplements(list(self._in_text(ad))))
        fields = [_as_text_says(self._terms.of_field(field), in_text) for field in ad.fields.pay]
        found = [stated_pay(field, weekly, self._doubts) for field in fields]
        seen: set[tuple[object, ...]] = set()
        for terms in in_text:
            key = (terms.kind, terms.low, terms.high, terms.per, terms.zone)
            if key not in seen:
                seen.add(key)
                found.append(stated_pay(terms, weekly, self._doubts))
        stated = without_parts(found)
        if self._without_base(ad):
            stated = tuple(_as_commission(each) for each in stated)
        return PayReading(stated, to_go_by(stated), agreement_of(stated), float(weekly) if weekly else None)

    def _supplements(self, found: Sequence[Terms]) -> Iterator[Terms]:
        """The same, where an hour's amount too small for pay stands beside whole pay as what is added to it."""
        least = next(
            (each.limit for each in self._doubts if (each.measure, each.per) == ("least", "hour")), 0
        )
        bases = [each for each in found if each.kind is PayKind.BASE and each.per]
        for each in found:
            top = each.high if each.high is not None else each.low
            small = each.kind is PayKind.BASE and each.per == "hour" and top is not None and top < least
            yield each._replace(kind=PayKind.DIFFERENTIAL) if small and len(bases) > 1 else each

    def _without_base(self, ad: Ad) -> bool:
        """Whether an ad says that there is nothing but commission."""
        lines = (line for line in ad.said if "ommission" in line.text)
        return any(True for line in lines for _ in self._commission_only.find(Words(line.text)))

    def _paid(self, ad: Ad) -> PayPeriod | None:
        """How often the employer pays, as far as the ad says."""
        return next(
            (hit.row.per for line in ad.said for hit in self._frequencies.find(Words(line.text))), None
        )

    def _in_text(self, ad: Ad) -> Iterator[Terms]:
        above = ""
        for line in ad.said:
            before: Terms | None = None
            held: Around | None = None
            for around in self._terms.figures(line.text, line.number, above):
                terms = self._of(ad, around)
                if terms is None and before is not None and held is not None:
                    terms = self._terms.next_step(around, before) if self._cue_of(around) is None else None
                    if terms is not None and self._terms.goes_on_from(around, held):
                        before = spanning(before, terms)
                        continue
                if terms is not None:
                    if before is not None:
                        yield before
                    before, held = self._placed(terms, around), around
            if before is not None:
                yield before
            above = line.text

    def _of(self, ad: Ad, around: Around) -> Terms | None:
        """What a figure is, where the words beside it say so."""
        cue = self._cue_of(around)
        if not self._terms.is_per_check(around):
            return self._terms.terms(around, cue)
        paid = around.span._replace(per=self._paid(ad), tied=True)
        return self._terms.terms(around._replace(span=paid), cue or PayKind.BASE)

    def _placed(self, terms: Terms, around: Around) -> Terms:
        """The same with the zone or the states that it is said to be for."""
        return terms if terms.zone else terms._replace(zone=self._states_before(around.before))

    def _states_before(self, before: str) -> str | None:
        """The states that a figure is said to be for: "CA, NY, WA: $24"."""
        match = _FOR_STATES.search(before)
        codes = re.findall(r"[A-Z]{2}", match[1]) if match else []
        return ", ".join(codes) if codes and self._states.issuperset(codes) else None

    def _cue_of(self, around: Around) -> PayKind | None:
        """What the words around an amount say it is: those of the lowest rank, and of these the nearest and longest."""
        before, after = around.before, around.after
        hits = [
            (hit.row.rank, len(before) - hit.end, hit.start - hit.end, hit.row.kind)
            for hit in self._cues.find(Words(before))
            if hit.row.side != "after"
        ]
        hits += [
            (hit.row.rank, hit.start, hit.start - hit.end, hit.row.kind)
            for hit in self._cues.find(Words(after))
            if hit.row.side != "before"
        ]
        return min(hits)[3] if hits else None


def _as_text_says(field: Terms, in_text: Sequence[Terms]) -> Terms:
    """A field's pay as of the kind that the text gives the same amount: boards state on-target earnings as pay."""
    same = [each.kind for each in in_text if (each.low, each.high) == (field.low, field.high)]
    hoped = [kind for kind in same if kind in {PayKind.OTE, PayKind.COMMISSION}]
    return field._replace(kind=hoped[0]) if hoped and PayKind.BASE not in same else field


def _as_commission(pay: StatedPay) -> StatedPay:
    return pay.model_copy(update={"kind": PayKind.COMMISSION}) if pay.kind in YEARLY_KINDS else pay
