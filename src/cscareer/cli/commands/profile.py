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
from cscareer.cli.perhaps import ask_about_maybe
from cscareer.cli.person import AcceptNearOption, read_own
from cscareer.cli.session import Session
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
)
_HAVE_NONE = "Name at least one skill, like: cscareer profile add sql:2 empathy"


@command(
    PROFILE,
    asks=["plan.profile_report:describe_profile"],
    examples=["cscareer profile show", "cscareer profile show --full"],
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
        'cscareer profile set --role "call center specialist" -l "Austin, TX" --pay 41000',
        "cscareer profile set --words-only",
    ],
)
def set_(
    session: Session,
    role: Annotated[
        str | None,
        typer.Option(metavar="TITLE", help="The role you have now.", autocompletion=complete_role),
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
    from cscareer.plan.profile import KeptPay, clean

    if role is None and location is None and pay is None and words_only is None:
        raise UsageError(
            "There is nothing to set.",
            hint="Give --role, --location, --pay or --words-only, or several of them.",
        )
    if per is not None and pay is None:
        raise UsageError("--per is the period of --pay, and no --pay is given.", hint="Add --pay AMOUNT.")
    catalog = session.catalog()
    fresh: dict[str, object] = {}
    if role is not None:
        fresh["role"] = session.role(catalog, role).id
    if location is not None:
        session.location(catalog, location)
        fresh["location"] = clean(location)
    if pay is not None:
        given = session.amount(pay, read_period(per), what="--pay")
        fresh["pay"] = KeptPay(amount=given.amount, per=given.per)
    if words_only is not None:
        fresh["plain"] = words_only or None
    profile = session.store().change(lambda kept: kept.model_copy(update=fresh))
    return report(catalog, profile)


@command(
    PROFILE,
    asks=["plan.profile_report:describe_profile"],
    examples=[
        'cscareer profile add "empathy:advanced" sql:2',
        'cscareer profile add coaching --evidence "Coached two new agents"',
    ],
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
)
def import_(
    session: Session,
    resume: Annotated[
        str,
        typer.Argument(
            metavar="RESUME",
            help="Your resume: text, Markdown, JSON Resume, RenderCV, PDF or DOCX; - reads standard input.",
        ),
    ],
    accept_near: AcceptNearOption = False,
) -> "ProfileReport":
    """Take over the skills your resume speaks of, each with a quote, and your role where the profile has none."""
    from cscareer.plan.editing import add_found, with_role
    from cscareer.render.layouts.skill_words import unsure
    from cscareer.skills.fit import counting

    catalog = session.catalog()
    person = read_own(session, catalog, resume)
    asked = ask_about_maybe(session, person, catalog.skills.keys)
    found = list(counting(person.found, accept_near=accept_near))
    name = "standard input" if resume == "-" else resume
    role = person.history.latest_role if person.history else None
    profile, before = session.store().change_and_tell(
        lambda kept: (with_role(add_found(kept, found, session.today, name), role), kept)
    )
    fresh = [kept for kept in profile.skills if kept not in before.skills]
    session.notes.append(_taken(len(found), len(fresh)))
    if profile.role and profile.role != before.role:
        title = catalog.roles[profile.role].title
        session.notes.append(
            f"Taking {title} as your role; `cscareer profile set --role TITLE` says another."
        )
    session.notes += [f"May show, not counted: {said}" for said in unsure(asked.maybe)]
    return report(catalog, profile)


def _taken(found: int, fresh: int) -> str:
    from cscareer.render.cells import count_of

    if not found:
        return "The resume speaks of no skill the guide knows; `cscareer profile add` takes them one by one."
    if not fresh:
        return f"The resume speaks of {count_of(found, 'skill')}; none is news to your profile."
    return f"The resume speaks of {count_of(found, 'skill')}; {fresh} added or brought up to date."


def report(catalog: "Catalog", profile: "Profile | None") -> "ProfileReport":
    """The answer that shows a profile."""
    from cscareer.plan.profile_report import describe_profile

    return describe_profile(catalog, profile)
