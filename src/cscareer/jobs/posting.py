"""The answer to what a job ad says: the job, its pay and where that stands, what it asks, and what to beware of."""

from collections.abc import Iterator
from datetime import date
from typing import ClassVar, Literal
from unicodedata import combining, normalize

from pydantic import Field

from cscareer.catalog.answer import Answer
from cscareer.catalog.loading import Catalog
from cscareer.catalog.posting_models import FactKind, PayKind, PostingFact
from cscareer.jobs.ad import Ad
from cscareer.jobs.facts import AdHead, FactReader, SaidFact, best_of, by_hours, employment_of, mode_of
from cscareer.jobs.fit import asked_skills, fit_person
from cscareer.jobs.gates import Applicant, GateReader
from cscareer.jobs.languages import LanguageReader
from cscareer.jobs.marks import ReadAd
from cscareer.jobs.nearness import Nearness, nearness
from cscareer.jobs.parts import AdParts
from cscareer.jobs.pay_reading import PayReader
from cscareer.jobs.places import AdPlaces, PlaceReader, is_told
from cscareer.jobs.posting_answer import PostingAnswer
from cscareer.jobs.role_told import RoleReader
from cscareer.jobs.standing import pay_standing, standing_by_place
from cscareer.jobs.stated_pay import PayReading
from cscareer.jobs.watch import WatchReader, without_bait
from cscareer.jobs.watch_pay import OUR_CURRENCY
from cscareer.jobs.work_hours import HoursReader
from cscareer.pay.location import Location
from cscareer.pay.references import reference
from cscareer.skills.ads import read_ad

_MOST_QUESTIONS = 4
_FEW_WORDS = 40  # of a page that may be a login and no ad


class PostingReport(PostingAnswer, Answer):
    """A job ad read and judged; `file` is what it was read from, `notes` what was passed over."""

    rows: ClassVar = "skills"

    schema_: Literal["cscareer/posting/1"] = Field("cscareer/posting/1", alias="schema")
    file: str
    kind: str
    notes: tuple[str, ...]


class PostingLine(PostingAnswer, Answer):
    """One ad of a stream, from the line of that number."""

    schema_: Literal["cscareer/posting-line/1"] = Field("cscareer/posting-line/1", alias="schema")
    line: int
    id: str | None


class PostingReader:
    """Reads ads, one or a million; what it needs of the catalog is made ready once.

    Args:
        catalog: the data.
        applicant: who is held against the ads; nobody when None.
        today: the day by which an ad is old.
        place: where the jobs are whose ads name no place.

    Example:
        >>> import datetime
        >>> reader = PostingReader(load_catalog(), None, datetime.date(2026, 11, 24))
        >>> ad = read_ad_bytes(b"Call center agent, Denver, CO. $21 an hour.", "ad")
        >>> reader.line(ad, 1).role.id
        'call-center-specialist'
    """

    def __init__(
        self, catalog: Catalog, applicant: Applicant | None, today: date, place: Location | None = None
    ) -> None:
        self._catalog, self._applicant, self._today, self._place = catalog, applicant, today, place
        self._facts, self._places = catalog.once(FactReader), catalog.once(PlaceReader)
        self._roles, self._hours = catalog.once(RoleReader), catalog.once(HoursReader)
        self._pay, self._gates = catalog.once(PayReader), catalog.once(GateReader)
        measures = catalog.posting_measures
        self._full_from, self._part_to = measures["full-time-from"].value, measures["part-time-to"].value
        self._watch, self._languages = catalog.once(WatchReader), catalog.once(LanguageReader)

    def report(self, ad: Ad) -> PostingReport:
        """One ad read and judged."""
        answer = self.answer(ad)
        return PostingReport(
            layers=self._catalog.added_layers,
            sources=self._catalog.cite(*_cited(answer)),
            file=ad.name,
            kind=ad.kind,
            notes=ad.notes,
            **dict(answer),
        )

    def line(self, ad: Ad, number: int) -> PostingLine:
        """The same for the ad of a line of a stream.

        Example:
            >>> import datetime
            >>> reader = PostingReader(load_catalog(), None, datetime.date(2026, 11, 24))
            >>> reader.line(read_ad_bytes(b"Call center agent. $21 an hour.", "ad"), 7).line
            7
        """
        answer = self.answer(ad)
        return PostingLine.model_construct(
            schema_="cscareer/posting-line/1",
            layers=self._catalog.added_layers,
            sources=self._catalog.cite(*_cited(answer)),
            line=number,
            id=ad.fields.id,
            **dict(answer),
        )

    def answer(self, ad: Ad) -> PostingAnswer:
        """What an ad says, without what an answer adds."""
        head = self._facts.head(ad)
        role, role_sure = self._roles.of(head.reading, ad)
        parts = AdParts(self._catalog, ad)
        places = self._places.read(ad, head.title)
        if head.company and any(_is_town(head.company, place) for place in places.locations):
            head = head._replace(company=None)  # the town stood where a name may stand
        pay = self._pay.read(ad)
        given = self._place is not None and not (places.abroad or is_told(places))
        if given and self._place:
            places = places._replace(locations=(self._place,))
        gates = self._gates.read(parts)
        asked = asked_skills(read_ad(self._catalog, ad.lines, parts.preferred), parts)
        facts = self._facts.facts(parts, head.title, head.company)
        page = self._page(facts, parts, asked=bool(asked))
        if page is not None:
            head, role, asked = AdHead(None, None, None), None, ()
        first = places.locations[0] if places.locations else None
        abroad = places.abroad or (
            first is None and pay.base is not None and pay.base.currency != OUR_CURRENCY
        )
        judged = role if not abroad else None
        standing = pay_standing(self._catalog, judged, first, pay.base) if judged else None
        elsewhere = (
            standing_by_place(self._catalog, judged, places.locations, pay.stated, pay.base) if judged else ()
        )
        watch = self._watch.read(
            ReadAd(
                ad, parts, head, role, role_sure or 0, places, pay, standing, elsewhere, gates, self._today
            )
        )
        gates = without_bait(gates, watch)
        fit = None
        if self._applicant is not None:
            gates = self._gates.judge(gates, self._applicant, places)
            asked, fit = fit_person(self._catalog, asked, gates, self._applicant, role.id if role else None)
        mode = mode_of(ad, facts[FactKind.WORK_MODE])
        employment = employment_of(ad, facts[FactKind.EMPLOYMENT])
        if not {"full-time", "part-time"} & {each.value for each in employment}:
            told = by_hours(ad, self._hours, pay.hours_a_week, self._full_from, self._part_to)
            employment = (told, *employment) if told else employment
        gives = {fact.value: fact for _, fact in facts[FactKind.EMPLOYER_PART]}
        shifts = tuple(gate.quote for gate in gates if gate.kind == "shift")
        answer = PostingAnswer(
            title=head.title,
            company=head.company,
            role=reference(role) if role else None,
            role_sure=role_sure,
            occupation=head.reading.occupation if head.reading else None,
            locations=places.locations,
            unknown_places=places.unknown,
            states_only=places.states_only,
            abroad=abroad,
            place_given=given,
            work_mode=mode,
            employment=employment,
            travel=best_of(facts[FactKind.TRAVEL]),
            schedule=shifts,
            hours_a_week=pay.hours_a_week,
            industry=ad.fields.industry,
            posted=ad.fields.posted,
            employer_gives=tuple(gives.values()),
            language=self._languages.of(ad),
            page=page.value if page else None,  # type: ignore[arg-type]  # the values of its rows
            others=ad.others,
            pay=pay.stated,
            base_pay=pay.base,
            pay_agreement=pay.agreement,
            standing=standing,
            standing_by_place=elsewhere,
            skills=asked,
            gates=gates,
            fit=fit,
            nearness=self._nearness(places, mode.value if mode else None, abroad=abroad),
            watch=watch,
            questions=(),
        )
        return answer.model_copy(update={"questions": tuple(self._questions(answer, pay))})

    def _nearness(self, places: AdPlaces, way: str | None, *, abroad: bool) -> Nearness | None:
        home = self._applicant.location if self._applicant else None
        if home is None:
            return None
        return Nearness.ELSEWHERE if abroad else nearness(places.locations, home, way)

    @staticmethod
    def _page(
        facts: dict[FactKind, list[tuple[PostingFact, SaidFact]]], parts: AdParts, *, asked: bool
    ) -> SaidFact | None:
        """What kind of page it is, where it is no ad; an ad that speaks of passwords is one still."""
        page = best_of(facts[FactKind.PAGE])
        words = sum(len(line.words.words) for line in parts.lines)
        return page if page is not None and words < _FEW_WORDS * (1 if asked else 5) else None

    def _questions(self, answer: PostingAnswer, pay: PayReading) -> Iterator[str]:
        """Questions to the employer: what the ad leaves open first, then what is always worth asking."""
        if answer.page is not None:
            return
        base = pay.base
        kinds = {each.value for each in answer.employment}
        holds = {
            "no-pay": not any(each.kind in {PayKind.BASE, PayKind.OTE} for each in pay.stated),
            "doubtful-pay": base is not None and bool(base.doubts),
            "top-only": base is not None and base.low is None,
            "variable": any(each.kind in {PayKind.OTE, PayKind.COMMISSION} for each in pay.stated),
            "contract": bool(kinds & {"contract", "temporary"}),
            "no-schedule": not answer.schedule,
            "remote": answer.work_mode is not None and answer.work_mode.value == "remote",
            "no-training": not any(each.value == "training" for each in answer.employer_gives),
            "always": True,
        }
        asked = [each.words for each in self._catalog.posting_questions.values() if holds.get(each.when)]
        yield from asked[:_MOST_QUESTIONS]


def read_posting(
    catalog: Catalog,
    ad: Ad,
    applicant: Applicant | None = None,
    *,
    today: date,
    place: Location | None = None,
) -> PostingReport:
    """Reads and judges a job ad, and holds a person against it where one is given; `place` is where the job is, should the ad not say.

    Raises:
        InvalidDataError: a file of words or laws has problems.

    Example:
        >>> import datetime
        >>> ad = read_ad_bytes(b"Call center agent, Denver, CO. $21 an hour.", "ad")
        >>> read_posting(load_catalog(), ad, today=datetime.date(2026, 11, 24)).base_pay.low
        21
    """
    return PostingReader(catalog, applicant, today, place).report(ad)


def _is_town(name: str, place: Location) -> bool:
    """Whether a name is a place's town, accents or none."""
    bare = "".join(letter for letter in normalize("NFKD", name) if not combining(letter))
    return place.name.startswith(f"{bare},")


def _cited(answer: PostingAnswer) -> Iterator[str]:
    yield from answer.standing.cited if answer.standing else ()
    yield from (source for mark in answer.watch for source in mark.sources)
