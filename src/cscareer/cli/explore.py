"""Commands that show what there is: roles, skills, the guide and the outlook."""

from typing import Annotated

import typer

from cscareer.cli.completion import (
    complete_chapter_words,
    complete_industry,
    complete_kind,
    complete_level,
    complete_role,
    complete_role_words,
    complete_skill_words,
    complete_sort,
    complete_track,
)
from cscareer.cli.session import FormatOption, JsonOption, LocationOption, choose, session_of
from cscareer.errors import UsageError

PANEL = "Explore"
RoleName = Annotated[
    list[str],
    typer.Argument(metavar="TITLE", help="A role's title, id or alias.", autocompletion=complete_role_words),
]
SkillName = Annotated[
    list[str],
    typer.Argument(metavar="NAME", help="A skill's name, id or alias.", autocompletion=complete_skill_words),
]


def roles(
    context: typer.Context,
    level: Annotated[
        list[str] | None,
        typer.Option(
            help="Only this level: entry, specialist, senior, lead, manager or director. Repeatable.",
            autocompletion=complete_level,
        ),
    ] = None,
    track: Annotated[
        list[str] | None,
        typer.Option(
            help="Only this track: service, experience, accounts, technical, enablement or leadership. Repeatable.",
            autocompletion=complete_track,
        ),
    ] = None,
    industry: Annotated[
        list[str] | None,
        typer.Option(
            help="Only roles found in this industry, such as healthcare. Repeatable.",
            autocompletion=complete_industry,
        ),
    ] = None,
    in_demand: Annotated[
        bool, typer.Option("--in-demand", help="Only roles a source counts as in demand.")
    ] = False,
    sort: Annotated[
        str, typer.Option(help="In which order: level, title or pay.", autocompletion=complete_sort)
    ] = "level",
    location: LocationOption = None,
    output_format: FormatOption = None,
    json: JsonOption = False,
) -> None:
    """List the roles in customer service, with what they pay."""
    from cscareer.catalog.models import Level, Track  # noqa: PLC0415  help stays quick
    from cscareer.guide.roles import RoleSort, list_roles  # noqa: PLC0415

    session = session_of(context)
    levels = choose(Level, level or [], "--level")
    tracks = choose(Track, track or [], "--track")
    order = choose(RoleSort, [sort], "--sort")[0]
    catalog = session.catalog()
    industries = [session.industry(catalog, name).id for name in industry or []]
    place = session.location(catalog, location) or session.own_location(catalog)
    answer = list_roles(catalog, levels, tracks, industries, in_demand=in_demand, sort=order, location=place)
    session.show(answer, output_format, as_json=json)


def role(
    context: typer.Context,
    title: RoleName,
    location: LocationOption = None,
    output_format: FormatOption = None,
    json: JsonOption = False,
) -> None:
    """Show one role: what you do, what it pays, the skills it wants, and where it leads."""
    from cscareer.guide.roles import describe_role  # noqa: PLC0415

    session = session_of(context)
    catalog = session.catalog()
    place = session.location(catalog, location) or session.own_location(catalog)
    answer = describe_role(catalog, session.role(catalog, " ".join(title)), place)
    session.show(answer, output_format, as_json=json)


def skills(
    context: typer.Context,
    kind: Annotated[
        list[str] | None,
        typer.Option(
            help="Only this kind: soft, technical, ai or business. Repeatable.", autocompletion=complete_kind
        ),
    ] = None,
    role: Annotated[
        str | None,
        typer.Option(help="Only the skills this role wants.", metavar="TITLE", autocompletion=complete_role),
    ] = None,
    pays_more: Annotated[
        bool, typer.Option("--pays-more", help="Only skills a source says employers pay more for.")
    ] = False,
    output_format: FormatOption = None,
    json: JsonOption = False,
) -> None:
    """List the skills that count, and which of them pay more."""
    from cscareer.catalog.models import SkillKind  # noqa: PLC0415
    from cscareer.skills.listing import list_skills  # noqa: PLC0415

    session = session_of(context)
    kinds = choose(SkillKind, kind or [], "--kind")
    catalog = session.catalog()
    wanting = session.role(catalog, role) if role is not None else None
    session.show(list_skills(catalog, kinds, wanting, pays_more=pays_more), output_format, as_json=json)


def skill(
    context: typer.Context, name: SkillName, output_format: FormatOption = None, json: JsonOption = False
) -> None:
    """Show one skill: its four levels, how to build it, and how to prove it."""
    from cscareer.skills.listing import describe_skill  # noqa: PLC0415

    session = session_of(context)
    catalog = session.catalog()
    session.show(describe_skill(catalog, session.skill(catalog, " ".join(name))), output_format, as_json=json)


def guide(
    context: typer.Context,
    chapter: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[CHAPTER]",
            help="A chapter's id, title or alias; the list of them when left out.",
            autocompletion=complete_chapter_words,
        ),
    ] = None,
    everything: Annotated[bool, typer.Option("--all", help="Every chapter, one after the other.")] = False,
    output_format: FormatOption = None,
    json: JsonOption = False,
) -> None:
    """Read about the work: what it is, what it pays, how to get on, and whether it is a good career."""
    from cscareer.guide.chapters import list_chapters, read_chapters  # noqa: PLC0415

    if chapter and everything:
        raise UsageError("A chapter and --all can't both be had.", hint="Leave one of them out.")
    session = session_of(context)
    catalog = session.catalog()
    if everything:
        answer = read_chapters(catalog, list(catalog.chapters.values()))
    elif chapter:
        answer = read_chapters(catalog, [session.chapter(catalog, " ".join(chapter))])
    else:
        session.show(list_chapters(catalog), output_format, as_json=json)
        return
    session.show(answer, output_format, as_json=json, paged=True)


def outlook(
    context: typer.Context, title: RoleName, output_format: FormatOption = None, json: JsonOption = False
) -> None:
    """Show what may become of a role: jobs in ten years, pay, AI, and both sides of whether it is a good career."""
    from cscareer.guide.outlook import report_outlook  # noqa: PLC0415

    session = session_of(context)
    catalog = session.catalog()
    session.show(report_outlook(catalog, session.role(catalog, " ".join(title))), output_format, as_json=json)
