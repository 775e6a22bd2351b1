"""Commands that keep a person's profile: what they do, where, for how much, and what they can do."""

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from cscareer.cli.asking import YesNo, ask
from cscareer.cli.completion import (
    complete_held,
    complete_kept_skill,
    complete_location,
    complete_per,
    complete_role,
)
from cscareer.cli.person import AcceptNearOption, find_in_document, read_resume
from cscareer.cli.session import (
    FormatOption,
    JsonOption,
    NoteOption,
    OutputOption,
    ProofOption,
    Session,
    read_words,
    refuse_two_formats,
    session_of,
)
from cscareer.errors import UsageError
from cscareer.render.formats import Format, ProfileFormat

if TYPE_CHECKING:
    from cscareer.catalog.loading import Catalog
    from cscareer.plan.profile import Profile

_HAVE_NONE = "Name at least one skill, like: cscareer profile add sql:2 empathy"


def show(context: typer.Context, output_format: FormatOption = None, json: JsonOption = False) -> None:
    """Show your profile: role, place, pay and skills, with what proves them."""
    session = session_of(context)
    catalog = session.catalog()
    _show(session, catalog, session.kept_profile(), output_format, as_json=json)


def set_(
    context: typer.Context,
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
    output_format: FormatOption = None,
    json: JsonOption = False,
) -> None:
    """Set your role, place or pay."""
    from cscareer.cli.pay import read_period  # noqa: PLC0415  help stays quick
    from cscareer.pay.amounts import read_amount  # noqa: PLC0415
    from cscareer.plan.profile import KeptPay, clean  # noqa: PLC0415

    if role is None and location is None and pay is None:
        raise UsageError(
            "There is nothing to set.", hint="Give --role, --location or --pay, or several of them."
        )
    if per is not None and pay is None:
        raise UsageError("--per is the period of --pay, and no --pay is given.", hint="Add --pay AMOUNT.")
    session = session_of(context)
    catalog = session.catalog()
    fresh: dict[str, object] = {}
    if role is not None:
        fresh["role"] = session.role(catalog, role).id
    if location is not None:
        session.location(catalog, location)
        fresh["location"] = clean(location)
    if pay is not None:
        given = read_amount(pay, read_period(per), what="--pay")
        fresh["pay"] = KeptPay(amount=given.amount, per=given.per)
    profile = session.store().change(lambda kept: kept.model_copy(update=fresh))
    _show(session, catalog, profile, output_format, as_json=json)


def add(
    context: typer.Context,
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
    output_format: FormatOption = None,
    json: JsonOption = False,
) -> None:
    """Add skills, or change their level."""
    from cscareer.plan.editing import add_skills  # noqa: PLC0415
    from cscareer.skills.held import read_held  # noqa: PLC0415

    session = session_of(context)
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
    _show(session, catalog, profile, output_format, as_json=json)


def remove(
    context: typer.Context,
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
    output_format: FormatOption = None,
    json: JsonOption = False,
) -> None:
    """Take skills, the role, the place or the pay out."""
    from cscareer.plan.editing import find_held  # noqa: PLC0415

    names = [name.strip() for said in skills or [] for name in said.split(",") if name.strip()]
    gone = {key: None for key, asked in (("role", role), ("location", location), ("pay", pay)) if asked}
    if not names and not gone:
        raise UsageError(
            "There is nothing to take out.", hint="Name skills, or give --role, --location or --pay."
        )
    session = session_of(context)
    catalog = session.catalog()

    def without(kept: "Profile") -> "Profile":
        ids = [session.meant(name, find_held(catalog, kept, name)).id for name in names]
        return kept.without_skills(ids).model_copy(update=gone)

    profile = session.store().change(without)
    _show(session, catalog, profile, output_format, as_json=json)


def import_(
    context: typer.Context,
    resume: Annotated[
        str,
        typer.Argument(
            metavar="RESUME",
            help="Your resume: text, Markdown, JSON Resume, RenderCV, PDF or DOCX; - reads standard input.",
        ),
    ],
    accept_near: AcceptNearOption = False,
    output_format: FormatOption = None,
    json: JsonOption = False,
) -> None:
    """Take over the skills your resume speaks of, each with a quote."""
    from cscareer.plan.editing import add_found  # noqa: PLC0415
    from cscareer.skills.fit import counting  # noqa: PLC0415

    session = session_of(context)
    catalog = session.catalog()
    document = read_resume(session, resume)
    found = list(counting(find_in_document(catalog, document), accept_near=accept_near))
    name = "standard input" if resume == "-" else resume
    store = session.store()
    before: list[Profile] = []

    def with_found(kept: "Profile") -> "Profile":
        before.append(kept)
        return add_found(kept, found, session.today, name)

    profile = store.change(with_found)
    fresh = [kept for kept in profile.skills if kept not in before[-1].skills]
    session.notes.append(_taken(len(found), len(fresh)))
    _show(session, catalog, profile, output_format, as_json=json)


def _taken(found: int, fresh: int) -> str:
    from cscareer.render.cells import count_of  # noqa: PLC0415

    if not found:
        return "The resume speaks of no skill the guide knows; `cscareer profile add` takes them one by one."
    if not fresh:
        return f"The resume speaks of {count_of(found, 'skill')}; none is news to your profile."
    return f"The resume speaks of {count_of(found, 'skill')}; {fresh} added or brought up to date."


def export(
    context: typer.Context,
    output_format: Annotated[
        ProfileFormat | None,
        typer.Option(
            "--format",
            "-f",
            help="yaml when left out: the profile as it is kept.",
            case_sensitive=False,
            show_default=False,
        ),
    ] = None,
    json: JsonOption = False,
    output: OutputOption = None,
) -> None:
    """Write all of your profile out, your notes too, to keep or to move to another machine."""
    from cscareer.plan.profile_report import describe_profile  # noqa: PLC0415
    from cscareer.plan.storage import as_yaml  # noqa: PLC0415
    from cscareer.render.show import draw  # noqa: PLC0415

    session = session_of(context)
    refuse_two_formats(output_format, as_json=json)
    chosen = ProfileFormat.JSON if json else output_format or ProfileFormat.YAML
    profile = session.kept_profile()
    if profile is None:
        raise UsageError(
            "There is no profile to export.", hint="`cscareer profile set --role TITLE` begins one."
        )
    if chosen is ProfileFormat.YAML:
        session.save(as_yaml(profile), output)
    else:
        session.save(draw(describe_profile(session.catalog(), profile), Format(chosen)), output)


def path(context: typer.Context, output_format: FormatOption = None, json: JsonOption = False) -> None:
    """Show where your profile is kept."""
    from cscareer.plan.profile_report import list_files  # noqa: PLC0415

    session = session_of(context)
    session.show(list_files(session.store()), output_format, as_json=json)


def restore(context: typer.Context, output_format: FormatOption = None, json: JsonOption = False) -> None:
    """Put the version before the last change back; the present one is set aside."""
    session = session_of(context)
    catalog = session.catalog()
    store = session.store()
    profile = store.restore()
    if asides := store.asides():
        session.notes.append(f"What stood there is set aside in {asides[-1]}.")
    _show(session, catalog, profile, output_format, as_json=json)


def forget(
    context: typer.Context,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Don't ask.")] = False,
    output_format: FormatOption = None,
    json: JsonOption = False,
) -> None:
    """Remove everything kept of you: profile, checklists and practice scores."""
    from cscareer.plan.profile_report import forget as forget_all  # noqa: PLC0415

    session = session_of(context)
    store = session.store()
    if not yes:
        if not (sys.stdin and sys.stdin.isatty() and sys.stderr.isatty()):
            raise UsageError(
                "This removes your profile, checklists and practice scores for good.",
                hint="Add --yes if you mean it.",
            )
        if ask("Remove your profile, checklists and practice scores for good?", YesNo) is YesNo.NO:
            raise UsageError("Nothing was removed.", hint="`cscareer profile show` shows what is kept.")
    session.show(forget_all(store), output_format, as_json=json)


def _show(
    session: Session,
    catalog: "Catalog",
    profile: "Profile | None",
    output_format: Format | None,
    *,
    as_json: bool,
) -> None:
    from cscareer.plan.profile_report import describe_profile  # noqa: PLC0415

    session.show(describe_profile(catalog, profile), output_format, as_json=as_json)
