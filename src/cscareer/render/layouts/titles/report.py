"""Layout of what a job title stands for."""

from cscareer.catalog.models import SkillLevel
from cscareer.render.blocks import Block, Bullets, Column, Facts, Heading, Page, Paragraph, Table
from cscareer.render.cells import Cell, Percent
from cscareer.render.text import quoted, typed
from cscareer.titles.report import TitleReport

_FIRM = 0.7  # from here on a reading is said without "probably"


def title_report(answer: TitleReport) -> Page:
    facts: list[tuple[str, Cell]] = []
    if answer.occupation:
        facts.append(("Occupation", f"{answer.occupation.title} ({answer.occupation.code})"))
    if answer.confidence:
        facts.append(("Confidence", Percent(100 * answer.confidence)))
    if answer.words:
        facts.append(("Decided by", ", ".join(answer.words)))
    if answer.seniority:
        facts.append(("Seniority", answer.seniority))
    if answer.leads:
        facts.append(("Leads people", "yes"))
    blocks: list[Block] = [Paragraph(_verdict(answer), strong=True)]
    blocks += [Facts(facts)] if facts else []
    if answer.kind == "several":
        rows = [(each.title, each.role) for each in answer.candidates]
        blocks += [Heading("It could be"), Table([Column("Role"), Column("Id")], rows)]
    if answer.near_job_title:
        shown = [f"{each.name}: {SkillLevel(each.level).word}" for each in answer.shows]
        blocks += [
            Heading(f"{answer.near_job_title}: what such work shows"),
            Paragraph(answer.reason or ""),
            Bullets(shown),
        ]
    notes = [f'Read "{each.said}" as {each.read}.' for each in answer.respelled]
    notes.append(
        "Confidence is our judgement of each rule; occupations of other titles follow the titles O*NET lists."
    )
    return Page(f"The title {quoted(answer.title)}", blocks, notes, next_command=_next(answer))


def _verdict(answer: TitleReport) -> str:
    if answer.kind == "role":
        surely = "" if answer.confidence >= _FIRM else "Probably "
        return f"{surely}{answer.role_title}."
    if answer.kind == "several":
        return (
            "Several roles go by such a title."
            if len(answer.candidates) > 1
            else "The title alone doesn't say enough."
        )
    if answer.kind == "customer-service":
        return "Customer service, but no role of the guide."
    if answer.kind == "other":
        return "Not customer service, but near to it." if answer.near_job_title else "Not customer service."
    return "Nothing in this title says what the work is."


def _next(answer: TitleReport) -> str:
    role = answer.role or next((each.role for each in answer.candidates), None)
    if role is None and answer.near_job_title:
        return f"cscareer role {typed(answer.near_job_title)}"
    return f"cscareer role {role}" if role else "cscareer roles"
