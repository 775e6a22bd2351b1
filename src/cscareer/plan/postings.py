"""The job ads that a person keeps: put in, marked, noted, dropped, and told with what would open the most of them."""

from collections.abc import Callable
from typing import ClassVar, Literal

from pydantic import Field

from cscareer.catalog.answer import Answer
from cscareer.catalog.loading import Catalog
from cscareer.catalog.models import Model
from cscareer.errors import UnknownNameError, UsageError
from cscareer.jobs.heard import EmployerAnswer, HeardReader
from cscareer.jobs.posting import PostingReport
from cscareer.pay.money import Number
from cscareer.plan.profile import LONGEST, MOST_POSTINGS, KeptPosting, Profile, SaidBefore, clean
from cscareer.skills.kept_ads import OpeningSkill, opening_skills

_WORKED_OUT = frozenset({"state", "role", "answered"})


class ListedPosting(Model):
    """A kept ad; `state` is kept, applied or heard, pay is base pay a year. Fit is as it was on the day it was kept.

    `outcome` is what was heard last, and `answered` what that surely says: refusal, offer or interview; `note` is the last one.
    `heard_before` and `notes_before` are those before, the oldest first.
    """

    number: int
    day: str
    title: str | None
    company: str | None
    role: str | None
    place: str | None
    pay_low: Number | None
    pay_high: Number | None
    fit: float | None
    state: Literal["kept", "applied", "heard"]
    applied: str | None
    heard: str | None
    outcome: str | None
    answered: EmployerAnswer | None
    note: str | None
    noted: str | None
    heard_before: tuple[SaidBefore, ...]
    notes_before: tuple[SaidBefore, ...]
    warnings: tuple[str, ...]
    open_skills: tuple[str, ...]
    file: str


class KeptPostings(Answer):
    """The ads a person keeps, the newest first; `opens_most` are the skills that stand before the most of them."""

    rows: ClassVar = "postings"

    schema_: Literal["cscareer/postings/1"] = Field("cscareer/postings/1", alias="schema")
    postings: tuple[ListedPosting, ...]
    opens_most: tuple[OpeningSkill, ...]


def keep_posting(profile: Profile, report: PostingReport, day: str) -> Profile:
    """The profile with an ad put into its list, under the next number.

    Raises:
        UsageError: the list is full.
    """
    if len(profile.postings) >= MOST_POSTINGS:
        raise UsageError(
            f"You keep {MOST_POSTINGS} ads already.", hint="Drop one first: cscareer postings drop NUMBER"
        )
    base = report.base_pay if report.base_pay and not report.base_pay.doubts else None
    kept = KeptPosting(
        number=max((each.number for each in profile.postings), default=0) + 1,
        day=day,
        file=clean(report.file) or "-",
        title=clean(report.title),
        company=clean(report.company),
        role=report.role.id if report.role else None,
        place=_places(report),
        pay_low=base.yearly_low if base else None,
        pay_high=base.yearly_high if base else None,
        fit=report.fit.share_met if report.fit else None,
        warnings=tuple(mark.id for mark in report.watch if mark.severity == "warning"),
        open_skills=tuple(
            each.id
            for each in report.skills
            if each.demand == "required" and each.state in {"partly", "not-shown", "missing"}
        ),
    )
    return profile.model_copy(update={"postings": (*profile.postings, kept)})


def _places(report: PostingReport) -> str | None:
    """All places of an ad, as many as are kept of a line of words, and how many more."""
    names = [each.name for each in report.locations]
    count = len(names)
    while names and len(_joined(names, count)) > LONGEST:
        names.pop()
    return clean(_joined(names, count)) if names else None


def _joined(names: list[str], count: int) -> str:
    more = f" and {count - len(names)} more" if count > len(names) else ""
    return "; ".join(names) + more


def change_posting(
    profile: Profile, number: int, change: Callable[[KeptPosting], KeptPosting | None]
) -> Profile:
    """The profile with one of its ads changed, or dropped where `change` makes nothing of it.

    Raises:
        UnknownNameError: none has that number.
    """
    found_posting(profile, number)
    changed = (change(each) if each.number == number else each for each in profile.postings)
    return profile.model_copy(update={"postings": tuple(each for each in changed if each is not None)})


def found_posting(profile: Profile, number: int) -> KeptPosting:
    """The kept ad of a number.

    Raises:
        UnknownNameError: none has it.
    """
    for each in profile.postings:
        if each.number == number:
            return each
    numbers = ", ".join(str(each.number) for each in profile.postings)
    raise UnknownNameError(
        f"You keep no ad with the number {number}.",
        hint=f"Those you keep: {numbers}." if numbers else "Keep one first: cscareer posting FILE --save",
    )


def list_postings(catalog: Catalog, profile: Profile | None, number: int | None = None) -> KeptPostings:
    """The ads a person keeps, the newest first, or the one of a number.

    Raises:
        UnknownNameError: none has that number.

    Example:
        >>> list_postings(load_catalog(), None).postings
        ()
    """
    kept = profile.postings if profile else ()
    if number is not None:
        kept = (found_posting(profile or Profile(), number),)
    held = {each.skill for each in profile.skills} if profile else set()
    return KeptPostings(
        layers=catalog.added_layers,
        sources=(),
        postings=tuple(_listed(catalog, each) for each in sorted(kept, key=lambda each: -each.number)),
        opens_most=opening_skills(catalog, (each.open_skills for each in kept), held),
    )


def _listed(catalog: Catalog, kept: KeptPosting) -> ListedPosting:
    role = catalog.roles.get(kept.role or "")
    said = {name: getattr(kept, name) for name in ListedPosting.model_fields if name not in _WORKED_OUT}
    state: Literal["kept", "applied", "heard"] = (
        "heard" if kept.heard else "applied" if kept.applied else "kept"
    )
    answered = catalog.once(HeardReader).read(kept.outcome) if kept.outcome else None
    return ListedPosting(**said, role=role.title if role else kept.role, state=state, answered=answered)
