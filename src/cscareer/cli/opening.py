"""`cscareer` alone at a terminal: asks what brings a person here, and leads through the questions the answer needs."""

from typing import TYPE_CHECKING

from cscareer.cli import clock
from cscareer.cli.asking import GoneBack, YesNo
from cscareer.cli.knowing import Known, is_story, names_file
from cscareer.cli.opening_asks import Led, titled
from cscareer.cli.opening_ways import WAYS, kind_of_file
from cscareer.cli.pay_asked import is_own_pay, pay_within
from cscareer.cli.session import Session
from cscareer.cli.talking import option_meant, pick, yes_or_no
from cscareer.errors import CareerError

if TYPE_CHECKING:
    from cscareer.catalog.loading import Catalog
    from cscareer.plan.profile import Profile

_ON, _OFFER, _PAY, _AD = "next", "offer", "pay", "ad"
_OF_PAY = frozenset({_OFFER, _PAY})
_SHORT = 6  # words; of so few that answer the question nobody's story is read, which takes a second
_TELLING = 3  # words, from which on an answer may tell what somebody is besides what they want


def lead(session: Session) -> Led:
    """Asks what brings a person here, then what its answer needs.

    Raises:
        typer.Exit: they leave.
    """
    from cscareer.render.show import tell, tell_prose

    catalog = session.catalog()
    openings = list(catalog.openings.values())
    tell_prose("cscareer, a career guide for customer service work. Nothing you say leaves this machine.")
    tell("")
    labels = [each.label for each in openings]
    ids: list[str] = [each.id for each in openings]
    words = [each.words for each in openings]
    stories: list[str] = []

    def read(said: str) -> int | None:
        short = len(said.split()) <= _SHORT and option_meant(said, labels, words) is not None
        if not short and is_story(catalog, said):
            asked = [each if name in _OF_PAY else () for name, each in zip(ids, words, strict=True)]
            about_pay = option_meant(said, labels, asked)
            chosen = ids.index(_ON) if about_pay is None else about_pay
        elif names_file(said):
            chosen = ids.index(_AD if _AD in ids and _is_ad(session, catalog, said) else _ON)
        elif pay_within(said) and not said.isdecimal():
            meant = option_meant(said, labels, words)
            likely = _PAY if is_own_pay(said) else _OFFER
            chosen = ids.index(likely) if meant is None else meant
        else:
            # "im a cashier, what next", or the title of a job alone
            telling = len(said.split()) >= _TELLING or titled(catalog, said) is not None
            stories[:] = [said] if telling else []
            return None
        stories[:] = [said]
        return chosen

    while True:
        try:
            chosen = pick(
                "What brings you here?",
                labels,
                words,
                default=len(openings) - 1,
                in_words="in your own words",
                read=read,
            )
            tell("")
            return WAYS[ids[chosen]](session, catalog, stories[0] if stories else "")
        except GoneBack:
            tell("")


def _is_ad(session: Session, catalog: "Catalog", said: str) -> bool:
    """Whether the file that a person names is a job ad."""
    from cscareer.catalog.word_models import TextKind

    try:
        return kind_of_file(session, catalog, said) is TextKind.AD
    except CareerError:
        return False  # what is wrong with it is said where it is read


def offer_to_keep(session: Session, led: Led) -> None:
    """Offers to keep what a person said of themselves in their profile, where it isn't there already."""
    from cscareer.plan.profile import KeptPay, clean
    from cscareer.render.show import tell_prose

    kept = session.profile
    fresh: dict[str, object] = {}
    near = _near_job(led.answered) if led.answered else None
    if led.role and (kept is None or kept.role != led.role):
        fresh |= {"role": led.role, "near_job": None, "role_since": _since(led)}
    elif near and (kept is None or kept.near_job != near):
        fresh |= {"role": None, "near_job": near, "role_since": _since(led)}
    elif led.role and kept is not None and kept.role_since is None and _since(led):
        fresh["role_since"] = _since(led)
    if led.location and (kept is None or kept.location != clean(led.location)):
        fresh["location"] = clean(led.location)
    if led.pay:
        given = session.amount(led.pay, None, "your pay")
        pay = KeptPay(amount=given.amount, per=given.per)
        if kept is None or kept.pay != pay:
            fresh["pay"] = pay
    answered = led.answered if led.answered and led.answered.held else None
    if not (fresh or answered) or session.no_profile:
        return
    names = {
        "role": "your job" if near else "your role",
        "role_since": "since when you have it",
        "location": "your place",
        "pay": "your pay",
    }
    what = " and ".join(
        [
            *(
                names[each]
                for each in fresh
                if each in names and (each != "role_since" or "role" not in fresh)
            ),
            *(["your answers"] if answered else []),
        ]
    )
    if yes_or_no(f"Keep {what} in a profile on this machine, for next time?") is YesNo.YES:
        session.store().change(
            lambda before: _with_answers(session, before.model_copy(update=fresh), answered)
        )
        tell_prose("Kept. `cscareer profile` shows it, `cscareer profile forget` removes it.")


def _with_answers(session: Session, profile: "Profile", answered: Known | None) -> "Profile":
    from cscareer.plan.editing import add_answers

    if answered is None:
        return profile
    return add_answers(profile, answered.held, answered.lacks, session.today, {})


def _near_job(answered: Known) -> str | None:
    """The id of the work near ours that somebody does."""
    from cscareer.catalog.title_models import NearJob

    job = answered.told.job
    return job.id if isinstance(job, NearJob) else None


def _since(led: Led) -> str | None:
    """The day since when they have their role, where they said for how long."""
    from cscareer.catalog.months import months_after

    months = led.answered.told.months if led.answered else None
    return None if months is None else months_after(clock.today(), -months).isoformat()
