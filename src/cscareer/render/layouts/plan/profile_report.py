"""Layouts of the answers about a person's profile."""

from collections.abc import Iterator, Sequence

from cscareer.catalog.models import SkillLevel
from cscareer.plan.kept_names import START_COMMAND
from cscareer.plan.profile_report import (
    ForgottenProfile,
    ProfileFiles,
    ProfilePlace,
    ProfileReport,
    ProfileSkill,
)
from cscareer.render.blocks import (
    Block,
    Brief,
    Bullets,
    Column,
    Facts,
    Heading,
    Page,
    Paragraph,
    Rest,
    Table,
)
from cscareer.render.cells import Cell, Money

_SHOWN = 5  # checklists, and scores of practice, on the first screen
PRIVATE = "Kept on this machine alone, readable only by you; `cscareer profile forget` removes all of it."


def profile_report(answer: ProfileReport) -> Page:
    if not answer.kept:
        return Page(
            "Your profile",
            [
                Paragraph("Nothing is kept of you yet.", strong=True),
                Paragraph(
                    "With a profile, other commands know your role, place, pay and skills without being told. "
                    "Begin with your resume (`cscareer profile import FILE`), or say it yourself "
                    '(`cscareer profile set --role TITLE --location PLACE`, `cscareer profile add "sql:2"`).'
                ),
            ],
            [PRIVATE],
            next_command='cscareer profile add "empathy:advanced"',
        )
    pay = answer.pay
    facts: list[tuple[str, Cell]] = [
        ("Role", _role(answer)),
        ("Place", _place(answer.location) if answer.location else None),
        ("Pay", Money(pay.amount, pay.currency, pay.per) if pay else None),
    ]
    if answer.plain:
        facts.append(("Shown", "in words alone; `cscareer profile set --drawn` draws again"))
    blocks: list[Block] = [Facts(facts)]
    if answer.skills:
        columns = [
            Column("Skill", wraps=True),
            Column("Level"),
            Column("Since"),
            Column("What proves it", wraps=True),
        ]
        blocks += [
            Brief([Facts(_by_level(answer.skills))]),
            Rest(
                [
                    Heading("Skills, and what proves each"),
                    Table(columns, [_skill(skill) for skill in answer.skills]),
                ]
            ),
        ]
    if answer.checklists:
        blocks += [Heading("Checklists"), Bullets([each.title for each in answer.checklists], first=_SHOWN)]
    if answer.practice:
        scores = [(each.title, each.day, f"{each.points} of {each.out_of}") for each in answer.practice]
        blocks += [
            Heading("Practice"),
            Table(
                [Column("Scenario", wraps=True), Column("Day"), Column("Points", right=True)],
                scores,
                first=_SHOWN,
            ),
        ]
    notes = [PRIVATE]
    if any(not skill.in_data for skill in answer.skills):
        notes.insert(0, "* The guide doesn't know this skill now; it is kept, and counts nowhere.")
    if answer.near_job and not answer.checklists:  # theirs: what they need to know is where it leads
        command = "cscareer match"
    elif not answer.skills:
        command = 'cscareer profile add "empathy:advanced"'
    elif answer.role:  # theirs: what they need to know is where it leads
        command = "cscareer match"
    else:
        command = "cscareer checklist" if answer.checklists else START_COMMAND
    return Page("Your profile", blocks, notes, next_command=command)


def _role(answer: ProfileReport) -> str | None:
    since = f", since {answer.role_since}" if answer.role_since else ""
    if answer.near_job:
        return f"{answer.near_job.title}, a job near our roles{since}"
    return f"{answer.role.title}{since}" if answer.role else None


def _place(location: ProfilePlace) -> str:
    if location.place is None:
        return f"{location.said} (no place the guide knows now)"
    return location.place.name


def _by_level(skills: Sequence[ProfileSkill]) -> list[tuple[str, Cell]]:
    """The names of skills at each level, the highest first."""
    levels = sorted({skill.level for skill in skills}, key=lambda level: -(level or 0))
    return [
        (
            SkillLevel(level).word.capitalize() if level else "No level",
            ", ".join(_named(skill) for skill in skills if skill.level == level),
        )
        for level in levels
    ]


def _named(skill: ProfileSkill) -> str:
    return skill.name + ("" if skill.in_data else " *")


def _skill(skill: ProfileSkill) -> tuple[Cell, ...]:
    level = SkillLevel(skill.level).word if skill.level else None
    said = " · ".join(words for words in (skill.evidence, skill.note) if words)
    return _named(skill), level, skill.since, said or None


def profile_files(answer: ProfileFiles) -> Page:
    rows = [(each.what, each.path, "yes" if each.exists else "no") for each in answer.files]
    return Page(
        "Where your profile is kept",
        [Table([Column("File"), Column("Path", wraps=True), Column("There")], rows)],
        [PRIVATE],
        next_command="cscareer profile",
    )


def forgotten_profile(answer: ForgottenProfile) -> Page:
    if not answer.removed:
        return Page("Your profile", [Paragraph("Nothing was kept of you, so there was nothing to remove.")])
    return Page(
        "Your profile",
        [
            Paragraph("Everything kept of you is removed.", strong=True),
            Bullets([each.path for each in answer.removed]),
            *_left(answer),
        ],
    )


def _left(answer: ForgottenProfile) -> Iterator[Block]:
    if answer.left:
        yield Paragraph("Still in the folder, and not ours; look whether an editor left a copy there:")
        yield Bullets(answer.left)
