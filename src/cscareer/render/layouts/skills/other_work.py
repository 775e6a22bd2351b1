"""Layout of the way in from other work."""

from cscareer.catalog.models import SkillLevel
from cscareer.render.blocks import Block, Column, Facts, Page, Paragraph, Table
from cscareer.render.cells import Cell, Kinded, Percent
from cscareer.render.layouts.match_words import missing_said
from cscareer.render.layouts.pay_kinds import kind_cell, legend
from cscareer.render.layouts.pay_words import pay_cell, place_lines
from cscareer.render.layouts.skill_notes import JUDGEMENT
from cscareer.render.text import typed
from cscareer.skills.other_work import NearJobReport


def near_job_report(answer: NearJobReport) -> Page:
    nearest = answer.roles[0]
    shows = ", ".join(f"{each.name} ({SkillLevel(each.level).word})" for each in answer.shows)
    rows: list[tuple[Cell, ...]] = [
        (
            role.title,
            Percent(role.share_met * 100),
            Kinded(kind_cell(role), pay_cell(role.pay)),
        )
        for role in answer.roles
    ]
    columns = [Column("Role", wraps=True), Column("Fit", right=True), Column("Pay a year")]
    where = f" in {answer.location.name}" if answer.location else ""
    blocks: list[Block] = [
        Paragraph(f"No role of the guide, but near to some; the nearest is {nearest.title}.", strong=True),
        *(place_lines([answer.location]) if answer.location else ()),
        Facts([("Why", answer.reason), ("It shows", shows), ("Open first", missing_said(nearest))]),
        Table(columns, rows, first=len(rows)),
    ]
    notes = [*map(str, list(legend(answer.roles))[:1]), JUDGEMENT]
    return Page(
        f"From other work{where}: {answer.title}",
        blocks,
        notes,
        next_command=f"cscareer gap {typed(nearest.title)} --have {typed(answer.title)}",
    )
