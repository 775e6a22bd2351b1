"""What is answered of a job ad: what it is, what it pays and asks, and how that is judged."""

from typing import Literal

from cscareer.catalog.models import Model
from cscareer.jobs.facts import SaidFact
from cscareer.jobs.fit import AskedOfYou, PersonFit
from cscareer.jobs.gates import Gate
from cscareer.jobs.languages import TextLanguage
from cscareer.jobs.marks import RaisedMark
from cscareer.jobs.nearness import Nearness
from cscareer.jobs.standing import PayStanding, PlaceStanding
from cscareer.jobs.stated_pay import StatedPay
from cscareer.pay.location import Location
from cscareer.pay.references import RoleRef
from cscareer.titles.reading import TitleOccupation


class PostingFacts(Model):
    """What a posting is, as far as it says.

    `role` is the role of the guide that its title stands for, `role_sure` from 0 to 1; `occupation` is said also where no role of
    ours fits. `states_only` says that the places are states in which one may live, `abroad` that the job is in another country, by its place or
    its pay, where we know no wages, `place_given` that the place is the one asked with, as the ad names none. `page` is "login" or "closed" where the text
    is a page of that kind and no ad, `others` how many more ads stood beside this one.
    """

    title: str | None
    company: str | None
    role: RoleRef | None
    role_sure: float | None
    occupation: TitleOccupation | None
    locations: tuple[Location, ...]
    unknown_places: tuple[str, ...]
    states_only: bool
    abroad: bool
    place_given: bool
    work_mode: SaidFact | None
    employment: tuple[SaidFact, ...]
    travel: SaidFact | None
    schedule: tuple[str, ...]
    hours_a_week: float | None
    industry: str | None
    posted: str | None
    employer_gives: tuple[SaidFact, ...]
    language: TextLanguage
    page: Literal["login", "closed"] | None
    others: int


class PostingAnswer(PostingFacts):
    """A posting read and judged.

    `pay` holds every amount stated, in fields and in text; empty where none is. `base_pay` is the one to go by, null where none is
    stated, and `pay_agreement` whether fields and text agree. `standing` is that in the first place, null where the job is no role of the guide or abroad; `standing_by_place` that in
    each of several, else empty. `fit` is
    null where no person is held against it, and `nearness` to where they live, where nobody knows that.
    """

    pay: tuple[StatedPay, ...]
    base_pay: StatedPay | None
    pay_agreement: Literal["agree", "differ"] | None
    standing: PayStanding | None
    standing_by_place: tuple[PlaceStanding, ...]
    skills: tuple[AskedOfYou, ...]
    gates: tuple[Gate, ...]
    fit: PersonFit | None
    nearness: Nearness | None
    watch: tuple[RaisedMark, ...]
    questions: tuple[str, ...]
