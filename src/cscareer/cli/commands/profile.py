"""Commands that keep a person's profile: what they do, where, for how much, and what they can do."""

from typing import TYPE_CHECKING, Annotated

import typer

from cscareer.cli.completion import (
    complete_held,
    complete_kept_skill,
    complete_location,
    complete_per,
    complete_role,
)
from cscareer.cli.declaring import Group, Panel, command
from cscareer.cli.options import NoteOption, ProofOption
from cscareer.cli.person import AcceptNearOption, since_day
from cscareer.cli.session import Session
from cscareer.cli.taking import take_resume
from cscareer.cli.words import read_period, read_words
from cscareer.errors import UsageError

if TYPE_CHECKING:
    from cscareer.catalog.loading import Catalog
    from cscareer.plan.profile import Profile
    from cscareer.plan.profile_report import ProfileReport

PROFILE = Group(
    "profile",
    Panel.PLAN,
    "What the guide remembers of you, on this machine alone: role, place, pay and skills.",
    own=True,
)
_HAVE_NONE = "Name at least one skill, like: cscareer profile add sql:2 empathy"


@command(
    PROFILE,
    asks=["plan.profile_report:describe_profile"],
    examples=["cscareer profile show", "cscareer profile show --full"],
    needs=["plan.storage:Store"],
    alone=True,
)
def show(session: Session) -> "ProfileReport":
    """Show your profile: role, place, pay and skills, with what proves them."""
    catalog = session.catalog()
    return report(catalog, session.kept_profile())


@command(
    PROFILE,
    asks=["plan.profile_report:describe_profile"],
    examples=[
        'cscareer profile set --role "call center specialist" --since 2023-05 -l "Austin, TX" --pay 41000',
        "cscareer profile set --words-only",
    ],
    tool=False,
)
def set_(
    session: Session,
    role: Annotated[
        str | None,
        typer.Option(
            metavar="TITLE",
            help="The role you have now, or a job near ours, like cashier.",
            autocompletion=complete_role,
        ),
    ] = None,
    since: Annotated[
        str | None,
        typer.Option(metavar="MONTH", help="Since when you have had it, like 2023-05.", show_default=False),
    ] = None,
    location: Annotated[
        str | None,
        typer.Option(
            "--location",
            "-l",
            metavar="PLACE",
            help="Where you work: a US city, county, state or ZIP code.",
            autocompletion=complete_location,
        ),
    ] = None,
    pay: Annotated[
        str | None,
        typer.Option(metavar="AMOUNT", help="What you earn now, like 46000, 46k, $46,000 or 22.50/hr."),
    ] = None,
    per: Annotated[
        str | None,
        typer.Option("--per", metavar="hour|year", help="The period of --pay.", autocompletion=complete_per),
    ] = None,
    words_only: Annotated[
        bool | None,
        typer.Option(
            "--words-only/--drawn",
            help="Answer in words alone from now on, as --plain does, for a screen reader; or draw again.",
            show_default=False,
        ),
    ] = None,
) -> "ProfileReport":
    """Set your role, place or pay, and how answers are shown."""
    from cscareer.catalog.models import Role
    from cscareer.cli.other_work import role_or_job
    from cscareer.plan.profile import KeptPay, clean

    if (role, since, location, pay, words_only) == (None,) * 5:
        raise UsageError(
            "There is nothing to set.",
            hint="Give --role, --since, --location, --pay or --words-only, or several of them.",
        )
    if per is not None and pay is None:
        raise UsageError("--per is the period of --pay, and no --pay is given.", hint="Add --pay AMOUNT.")
    catalog = session.catalog()
    fresh: dict[str, object] = {}
    if role is not None:
        work = role_or_job(session, catalog, role)
        is_ours = isinstance(work, Role)
        fresh |= {"role": work.id if is_ours else None, "near_job": None if is_ours else work.id}
    since = since_day(session, since) if since is not None else None
    if location is not None:
        session.location(catalog, location)
        fresh["location"] = clean(location)
    if pay is not None:
        given = session.amount(pay, read_period(per), what="--pay")
        fresh["pay"] = KeptPay(amount=given.amount, per=given.per)
    if words_only is not None:
        fresh["plain"] = words_only or None
    profile = session.store().change(lambda kept: _changed(kept, fresh, since))
    return report(catalog, profile)


def _changed(kept: "Profile", fresh: "dict[str, object]", since: str | None) -> "Profile":
    """The profile with what was set; since when one has a role goes with the role.

    Raises:
        UsageError: a time is given of no role.
    """
    work = [fresh.get(each, getattr(kept, each)) for each in ("role", "near_job")]
    if since is not None and not any(work):
        raise UsageError("--since is of your role, and your profile has none.", hint="Add --role TITLE.")
    known = kept.role_since if work == [kept.role, kept.near_job] else None
    return kept.model_copy(update=fresh | {"role_since": since or known})


@command(
    PROFILE,
    asks=["plan.profile_report:describe_profile"],
    examples=[
        'cscareer profile add "empathy:advanced" sql:2',
        'cscareer profile add coaching --evidence "Coached two new agents"',
    ],
    tool=False,
)
def add(
    session: Session,
    skills: Annotated[
        list[str],
        typer.Argument(
            metavar="SKILLS...",
            help='Skills you have, like "empathy:advanced" sql:2. Levels: 1 basic, 2 working, 3 advanced, 4 expert.',
            autocompletion=complete_held,
        ),
    ],
    evidence: ProofOption = None,
    note: NoteOption = None,
) -> "ProfileReport":
    """Add skills, or change their level."""
    from cscareer.plan.editing import add_skills
    from cscareer.skills.held import read_held

    catalog = session.catalog()
    held = read_held(catalog, skills)
    evidence, note = read_words(evidence, "--evidence"), read_words(note, "--note")
    if not held:
        raise UsageError("There is nothing to add.", hint=_HAVE_NONE)
    for skill in held:
        if skill.completed:
            session.note_completed(skill.said, catalog.skills[skill.skill].name)
    profile = session.store().change(
        lambda kept: add_skills(kept, held, session.today, evidence=evidence, note=note)
    )
    return report(catalog, profile)


@command(
    PROFILE,
    asks=["plan.profile_report:describe_profile"],
    examples=["cscareer profile remove sql --pay", "cscareer profile remove --role --location"],
    tool=False,
)
def remove(
    session: Session,
    skills: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="SKILLS...",
            help="Skills to take out.",
            autocompletion=complete_kept_skill,
            show_default=False,
        ),
    ] = None,
    role: Annotated[bool, typer.Option("--role", help="Take the role out.")] = False,
    location: Annotated[bool, typer.Option("--location", help="Take the place out.")] = False,
    pay: Annotated[bool, typer.Option("--pay", help="Take the pay out.")] = False,
) -> "ProfileReport":
    """Take skills, the role, the place or the pay out."""
    from cscareer.plan.editing import find_held

    names = [name.strip() for said in skills or [] for name in said.split(",") if name.strip()]
    gone = {key: None for key, asked in (("role", role), ("location", location), ("pay", pay)) if asked}
    gone |= {"role_since": None} if role else {}
    if not names and not gone:
        raise UsageError(
            "There is nothing to take out.", hint="Name skills, or give --role, --location or --pay."
        )
    catalog = session.catalog()

    def without(kept: "Profile") -> "Profile":
        ids = [session.meant(name, find_held(catalog, kept, name)).id for name in names]
        return kept.without_skills(ids).model_copy(update=gone)

    profile = session.store().change(without)
    return report(catalog, profile)


@command(
    PROFILE,
    asks=["plan.profile_report:describe_profile"],
    examples=["cscareer profile import resume.md", "cscareer profile import resume.md --accept-near"],
    tool=False,
)
def import_(
    session: Session,
    resume: Annotated[
        str,
        typer.Argument(
            metavar="RESUME",
            help="Your resume: text, Markdown, HTML, JSON Resume, RenderCV, PDF or DOCX; - reads standard input.",
        ),
    ],
    accept_near: AcceptNearOption = False,
) -> "ProfileReport":
    """Take over the skills your resume speaks of, each with a quote, and your role where the profile has none."""
    from cscareer.render.layouts.skill_words import unsure

    catalog = session.catalog()
    taken = take_resume(session, catalog, resume, catalog.skills.keys(), accept_near=accept_near)
    profile, before = session.store().change_and_tell(lambda kept: (taken.into(kept), kept))
    session.notes += taken.told(catalog, before, profile)
    session.notes += [f"May show, not counted: {said}" for said in unsure(taken.maybe)]
    return report(catalog, profile)


def report(catalog: "Catalog", profile: "Profile | None") -> "ProfileReport":
    """The answer that shows a profile."""
    from cscareer.plan.profile_report import describe_profile

    return describe_profile(catalog, profile)
