"""Commands that show what there is: roles, skills, the guide and the outlook."""

from typing import TYPE_CHECKING, Annotated

import typer

from cscareer.cli.completion import (
    complete_chapter_words,
    complete_industry,
    complete_kind,
    complete_role,
    complete_skill_words,
    complete_sort,
)
from cscareer.cli.declaring import Panel, command
from cscareer.cli.options import LevelsOption, LocationOption, OwnRoleName, TracksOption
from cscareer.cli.session import Session
from cscareer.cli.talking import ask_named, can_talk, own_or_asked_role
from cscareer.cli.words import choose
from cscareer.errors import UsageError

if TYPE_CHECKING:
    from cscareer.guide.chapters import ChapterList, GuideText
    from cscareer.guide.outlook import Outlook
    from cscareer.guide.roles import RoleList, RoleReport
    from cscareer.skills.listing import SkillList, SkillReport
    from cscareer.skills.other_work import NearJobReport

SkillName = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[NAME]",
        help="A skill's name, id or alias; on a terminal you are asked when it is left out.",
        autocompletion=complete_skill_words,
    ),
]


@command(
    Panel.EXPLORE,
    asks=["guide.roles:list_roles"],
    needs=[
        "pay.report:find_location",
        "catalog.models:Level",
        "catalog.models:Track",
        "guide.roles:RoleSort",
    ],
    examples=["cscareer roles --level senior --sort pay", 'cscareer roles -l "Austin, TX"'],
)
def roles(
    session: Session,
    level: LevelsOption = None,
    track: TracksOption = None,
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
) -> "RoleList":
    """List the roles in customer service, with what they pay."""
    from cscareer.catalog.models import Level, Track
    from cscareer.guide.roles import RoleSort, list_roles

    levels = choose(Level, level or [], "--level")
    tracks = choose(Track, track or [], "--track")
    order = choose(RoleSort, [sort], "--sort")[0]
    catalog = session.catalog()
    industries = [session.industry(catalog, name).id for name in industry or []]
    place = session.location(catalog, location) or session.own_location(catalog)
    return list_roles(catalog, levels, tracks, industries, in_demand=in_demand, sort=order, location=place)


@command(
    Panel.EXPLORE,
    asks=["guide.roles:describe_role", "guide.roles:list_roles", "skills.other_work:roles_near"],
    needs=["pay.report:find_location"],
    examples=[
        "cscareer role customer service manager",
        "cscareer role CSR -l Denver",
        "cscareer role cashier",
    ],
)
def role(
    session: Session,
    title: OwnRoleName = None,
    location: LocationOption = None,
) -> "RoleReport | RoleList | NearJobReport":
    """Show one role: what you do, what it pays, the skills it wants, and where it leads; of other work, what is near."""
    from cscareer.catalog.models import Role
    from cscareer.cli.other_work import role_or_job
    from cscareer.guide.roles import describe_role, list_roles

    catalog = session.catalog()
    place = session.location(catalog, location) or session.own_location(catalog)
    said = " ".join(title or ())
    wanted = role_or_job(session, catalog, said) if title else own_or_asked_role(session, catalog)
    if wanted is None:
        return list_roles(catalog, location=place)
    if isinstance(wanted, Role):
        return describe_role(catalog, wanted, place)
    from cscareer.skills.other_work import roles_near

    return roles_near(catalog, said, place)


@command(
    Panel.EXPLORE,
    asks=["skills.listing:list_skills"],
    needs=["catalog.models:SkillKind"],
    examples=['cscareer skills --role "account manager"', "cscareer skills --pays-more"],
)
def skills(
    session: Session,
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
) -> "SkillList":
    """List the skills that count, and which of them pay more."""
    from cscareer.catalog.models import SkillKind
    from cscareer.skills.listing import list_skills

    kinds = choose(SkillKind, kind or [], "--kind")
    catalog = session.catalog()
    wanting = session.role(catalog, role) if role is not None else None
    return list_skills(catalog, kinds, wanting, pays_more=pays_more)


@command(
    Panel.EXPLORE,
    asks=["skills.listing:describe_skill", "skills.listing:list_skills"],
    examples=["cscareer skill de-escalation", "cscareer skill coaching --full"],
)
def skill(session: Session, name: SkillName = None) -> "SkillReport | SkillList":
    """Show one skill: its four levels, how to build it, and how to prove it."""
    from cscareer.skills.listing import describe_skill, list_skills

    catalog = session.catalog()
    if name:
        return describe_skill(catalog, session.skill(catalog, " ".join(name)))
    if not can_talk(session):
        return list_skills(catalog)
    names = [each.name for each in catalog.skills.values()]
    return describe_skill(
        catalog, ask_named("Which skill?", names, lambda said: session.skill(catalog, said))
    )


@command(
    Panel.EXPLORE,
    asks=["guide.chapters:list_chapters", "guide.chapters:read_chapters"],
    examples=["cscareer guide succeed", "cscareer guide"],
)
def guide(
    session: Session,
    chapter: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[CHAPTER]",
            help="A chapter's id, title or alias; the list of them when left out.",
            autocompletion=complete_chapter_words,
        ),
    ] = None,
    everything: Annotated[bool, typer.Option("--all", help="Every chapter, one after the other.")] = False,
) -> "ChapterList | GuideText":
    """Read about the work: what it is, what it pays, how to get on, and whether it is a good career."""
    from cscareer.guide.chapters import list_chapters, read_chapters

    if chapter and everything:
        raise UsageError("A chapter and --all can't be used together.", hint="Leave one of them out.")
    catalog = session.catalog()
    if everything:
        answer = read_chapters(catalog, list(catalog.chapters.values()))
    elif chapter:
        answer = read_chapters(catalog, [session.chapter(catalog, " ".join(chapter))])
    else:
        return list_chapters(catalog)
    return answer


@command(
    Panel.EXPLORE,
    asks=["guide.outlook:report_outlook", "guide.roles:list_roles"],
    examples=["cscareer outlook customer service specialist", "cscareer outlook account manager --full"],
)
def outlook(session: Session, title: OwnRoleName = None) -> "Outlook | RoleList":
    """Show what may become of a role: jobs in ten years, pay, AI, and both sides of whether it is a good career."""
    from cscareer.guide.outlook import report_outlook
    from cscareer.guide.roles import list_roles

    catalog = session.catalog()
    wanted = session.role(catalog, " ".join(title)) if title else own_or_asked_role(session, catalog)
    return report_outlook(catalog, wanted) if wanted else list_roles(catalog)
