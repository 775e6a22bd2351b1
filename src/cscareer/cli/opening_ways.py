"""The ways on from the opening question: what each asks of a person, and the command it leads to."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from cscareer.cli import clock
from cscareer.cli.asking import NOT_KNOWN
from cscareer.cli.days import month_ago, months_in
from cscareer.cli.knowing import Known, ask_known, confirmed, file_named, is_story, known_as_said, names_file
from cscareer.cli.opening_asks import Led, located, place_asked, role_told, usual_role
from cscareer.cli.other_work import role_or_job
from cscareer.cli.pay_asked import one_amount, one_pay_said, pay_said, pay_within
from cscareer.cli.pay_before import pay_before, time_worked
from cscareer.cli.session import Session
from cscareer.cli.talking import ask_named, ask_role, pick, read_until
from cscareer.cli.told import Told, understand
from cscareer.cli.told_work import ToldGoal, goal_told, tells
from cscareer.errors import UnknownNameError, UsageError

if TYPE_CHECKING:
    from cscareer.catalog.loading import Catalog
    from cscareer.catalog.models import Role
    from cscareer.catalog.title_models import NearJob
    from cscareer.catalog.word_models import TextKind

_FIRST_FIT = "5"
_FOR_BEGINNERS = ("--level", "entry", "--level", "specialist")
_NEAR = "1"  # step, as far as newcomers are shown the ways on
_ENOUGH = 3  # skills that somebody tells of, from which on no questions are asked
_NONE = "skip"


def _offer(session: Session, catalog: "Catalog", story: str) -> Led:
    amount = read_until(
        "What do they offer? Like 22.50/hr, 46k or 46-52k",
        lambda said: None if said.casefold() in NOT_KNOWN else pay_said(said),
        pay_within(story),
    )
    role, where = _job_and_place(session, catalog, "For which job? A title as you'd say it", story)
    if amount is None:  # what the work pays there is what to hold it against
        return Led(["pay", role.title.lower(), *located(where)])
    words = ["offer", amount, "--role", role.title.lower(), *located(where)]
    now = _earned(session)
    if now is None:
        return Led(words)
    there = _where_earned(session, catalog, where)
    words += ["--current", now, *(["--current-location", there] if there and there != where else [])]
    return Led(words, location=there, pay=one_amount(now))


def _job_and_place(
    session: Session, catalog: "Catalog", question: str, story: str
) -> "tuple[Role, str | None]":
    """The role that the pay in question is for, and where; what the story says of them is the default."""
    role = ask_role(session, catalog, question, role_told(catalog, story) or usual_role(session, catalog))
    return role, place_asked(session, catalog, "Where? A city with its state, or a ZIP code", story=story)


def _where_earned(session: Session, catalog: "Catalog", offered: str | None) -> str | None:
    """Where a person earns what they earn now, which is where they are: Enter says the offer's place."""
    own = session.profile.location if session.profile else None
    if own:
        return own
    question = "And where do you earn that? Enter if there, too; else a city with its state, or a ZIP code"
    return place_asked(session, catalog, question, usual=offered)


def _earned(session: Session) -> str | None:
    """What a person earns now, so that nobody is told to take less; None where their profile says it, or they leave it out."""
    if session.profile and session.profile.pay:
        return None
    said = read_until(
        "What do you earn now? Like 19.50/hr or 41k; Enter leaves it out",
        lambda said: said if said == _NONE else one_pay_said(said),
        _NONE,
    )
    return None if said == _NONE else said


def _new(session: Session, catalog: "Catalog", story: str) -> Led:
    from cscareer.cli.self_checking import ask_plainly
    from cscareer.render.show import tell, tell_prose

    where = place_asked(
        session, catalog, "Where would you work? A city with its state, or a ZIP code", story=story
    )
    before = (understand(catalog, story).job if story else None) or session.own_near_job(catalog)
    known = ask_named(
        f"What work have you done? A job title, or in your own words; {_NONE if before else 'Enter'} leaves it out",
        [each.title for each in catalog.near_jobs.values()],
        lambda said: _done(session, catalog, said),
        before.title if before else _NONE,
    )
    told = known or Known(Told())
    session.notes.clear()  # the command says it
    plan = None
    if len(told.held) < _ENOUGH:
        tell("")
        tell_prose("Now some plain questions about what you have done, at any work or at home: two minutes.")
        plan = ask_plainly(catalog)
    answered = told.with_answers(plan) if plan else told
    have = [*([told.told.job.title.lower()] if told.told.job else []), *answered.have]
    if not have:
        return Led(["roles", "--level", "entry", *located(where)], location=where)
    words = ["match", "--have", ",".join(have), *_FOR_BEGINNERS, "--top", _FIRST_FIT, *located(where)]
    return Led(words, location=where, answered=answered)


def _done(session: Session, catalog: "Catalog", said: str) -> Known | None:
    """The work that somebody did, by its title or told in their words; None where they leave it out."""
    if said == _NONE:
        return None
    if is_story(catalog, said):
        return Known(confirmed(catalog, understand(catalog, said)))
    return Known(Told().with_job(catalog, role_or_job(session, catalog, said)))


def _next(session: Session, catalog: "Catalog", story: str) -> Led:
    from cscareer.catalog.models import Level
    from cscareer.catalog.models import Role as GuideRole

    usual = session.own_near_job(catalog) or usual_role(session, catalog)
    wish, within = goal_told(catalog, story) if story and not names_file(story) else ToldGoal(None, None)
    told = story and (is_story(catalog, story) or names_file(story))
    said, aim = (None, wish) if told or wish or not story else _now_or_wanted(catalog, story)
    known = (
        known_as_said(session, catalog, story, usual) if told else ask_known(session, catalog, said or usual)
    )
    now = known.told.job
    assert now is not None
    session.notes.clear()
    names = [role.title for role in catalog.roles.values() if role.id != now.id]
    time = within

    def goal(said: str) -> "Role | None":
        nonlocal time
        if said == _NONE:
            return None
        try:
            role = session.role(catalog, said)
        except UnknownNameError:  # "support manager in 2 years", "to be a team lead"
            wished, time = goal_told(catalog, f"want to be {said}")
            time = time or within
            if wished is None:
                raise
            role = wished
        if role.id == now.id:
            raise UsageError("That is the job you have.")
        return role

    is_new = not isinstance(now, GuideRole) or now.level is Level.ENTRY
    on = "the nearest roles" if is_new else "all ways on"
    wanted = ask_named(
        f"And the one you want? To see {on}, just press Enter",
        names,
        goal,
        aim.title if aim and aim.id != now.id else _NONE,
    )
    if not wanted and not isinstance(now, GuideRole):
        return Led(_nearest(now.title.lower(), known), answered=known)
    words = ["path", *([wanted.title.lower()] if wanted else []), "--from", now.title.lower(), *known.words]
    if isinstance(now, GuideRole) and known.told.months and not known.resume:
        words += ["--since", month_ago(known.told.months, clock.today())]
    words += ["--within", time] if wanted and time else []
    words += ["--max-steps", _NEAR] if is_new and not wanted else []
    return Led(words, role=now.id if isinstance(now, GuideRole) else None, answered=known)


def _now_or_wanted(catalog: "Catalog", story: str) -> "tuple[Role | NearJob | None, Role | None]":
    """The job that words name, as their work now or as the one they want; asks which where the words don't tell.

    A role that people begin with is taken for the one they have.
    """
    from cscareer.catalog.models import Level
    from cscareer.catalog.models import Role as GuideRole

    job = understand(catalog, story).job
    if not isinstance(job, GuideRole) or job.level is Level.ENTRY or tells(story):
        return job, None
    which = pick(
        f"{job.title}: your work now, or the one you want?",
        ["my work now", "the one I want"],
        [["now"], ["want"]],
    )
    return (None, job) if which else (job, None)


def _pay_now(session: Session, catalog: "Catalog", story: str) -> Led:
    now, where = _job_and_place(session, catalog, "What is your job? A title as you'd say it", story)
    pay = read_until(
        "What do you earn? Like 20.50/hr or 43k; Enter leaves it out",
        lambda said: said if said == _NONE else one_pay_said(said),
        pay_within(story) or _NONE,
    )
    if pay == _NONE:
        return Led(["pay", now.title.lower(), *located(where)], role=now.id, location=where)
    worked = time_worked(session, now, story)
    words = ["raise", pay, "--role", now.title.lower(), *located(where), *worked, *pay_before()]
    told = Told(now, months_in(worked[-1]) if worked else None)
    return Led(words, now.id, where, one_amount(pay), Known(told))


def _ad(session: Session, catalog: "Catalog", story: str) -> Led:
    from cscareer.catalog.word_models import TextKind

    file = story if names_file(story) else ""
    kind = None
    if not file:
        file, kind = read_until(
            "Which file is it in? Save an ad as text, and name it, like ad.txt or resume.pdf",
            lambda said: (said, kind_of_file(session, catalog, said)),
        )
    kind = kind or kind_of_file(session, catalog, file)
    is_ad = kind is TextKind.AD or (kind is None and pick("What is it?", ["a job ad", "my resume"]) == 0)
    name = str(file_named(file))
    if not is_ad:
        return Led(["match", "--resume", name])
    resume = _resume_beside(session, catalog)
    return Led(["posting", name, *(["--resume", resume] if resume else [])])


def _resume_beside(session: Session, catalog: "Catalog") -> str | None:
    """The file of a resume to hold an ad against; None where a person leaves it out."""

    def read(said: str) -> str | None:
        if said == _NONE:
            return None
        kind_of_file(session, catalog, said)  # raises where it is none
        return str(file_named(said))

    return read_until("Your resume, to hold it against? Name its file; Enter leaves it out", read, _NONE)


def kind_of_file(session: Session, catalog: "Catalog", said: str) -> "TextKind | None":
    """Whether the file that words name is a job ad or a resume; None where that isn't sure.

    Raises:
        CareerError: there is none, or it can't be read.
    """
    from cscareer.cli.resumes import read_resume
    from cscareer.documents.text_kind import TextKinds

    file = file_named(said)
    if file is None:
        raise UsageError(f'"{said}" is no file here.', hint="Name it with its folder; q leaves.")
    lines = [line.text for line in read_resume(session, catalog, str(file)).lines]
    session.notes.clear()  # the command says them
    return catalog.once(TextKinds).of(lines)


def _look(session: Session, catalog: "Catalog", story: str) -> Led:  # noqa: ARG001  asks nothing more
    return Led(["guide"])


WAYS: dict[str, Callable[[Session, "Catalog", str], Led]] = {
    "offer": _offer,
    "new": _new,
    "next": _next,
    "pay": _pay_now,
    "ad": _ad,
    "look": _look,
}


def _nearest(job: str, known: Known) -> list[str]:
    """The command that shows the roles nearest to work that is none of ours, by what else somebody can do where they said it."""
    if known.resume:
        return ["match", *known.words, *_FOR_BEGINNERS, "--top", _FIRST_FIT]
    if not known.held:
        return ["role", job]
    return ["match", "--have", ",".join([job, *known.have]), *_FOR_BEGINNERS, "--top", _FIRST_FIT]
