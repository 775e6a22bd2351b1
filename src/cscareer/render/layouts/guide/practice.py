"""Layouts of practice: the scenarios, one in full, the beginning of a rehearsal, and how it went."""

from collections.abc import Iterator, Sequence

from cscareer.catalog.practice_models import Channel
from cscareer.guide.practice import Done, PracticeScore, PractisedSkill, ScenarioList, ScenarioReport
from cscareer.render.blocks import (
    Block,
    Brief,
    Bullets,
    Check,
    Checklist,
    Column,
    Facts,
    Heading,
    Page,
    Paragraph,
    Rest,
    Table,
)
from cscareer.render.cells import Cell, count_of
from cscareer.render.text import typed

JUDGEMENT = "People, companies and replies are made up; what great looks like is our own judgement."
_FEW = 6  # scenarios of which the first screen says what they are about
_STATES = {Done.YES: "have", Done.PARTLY: "below", Done.NO: "missing"}


def scenario_list(answer: ScenarioList) -> Page:
    title = f"Scenarios that ask for {answer.skill.name}" if answer.skill else "Scenarios to rehearse"
    if not answer.scenarios:
        nothing = Paragraph("No scenario asks for this skill. `cscareer practice` lists every scenario.")
        return Page(title, [nothing], next_command="cscareer practice")
    rows = [(row.title, str(row.channel), str(row.difficulty), row.summary) for row in answer.scenarios]
    columns = [
        Column("Scenario", wraps=True),
        Column("Channel"),
        Column("How hard"),
        Column("What", wraps=True),
    ]
    return Page(
        title,
        [
            Paragraph(f"{count_of(len(rows), 'scenario')}{', the easiest first' if len(rows) > 1 else ''}."),
            *(
                [Table(columns, rows, first=len(rows))]
                if len(rows) <= _FEW
                else [Brief([Facts(list(_by_difficulty(answer)))]), Rest([Table(columns, rows)])]
            ),
        ],
        ["Read one aloud with a friend, or alone: answer first, look at the replies afterwards."],
        next_command=f"cscareer practice {typed(answer.scenarios[0].title)}",
    )


def _by_difficulty(answer: ScenarioList) -> Iterator[tuple[str, Cell]]:
    """The scenarios by name, with the channel where it isn't the phone."""
    named: dict[str, list[str]] = {}
    for row in answer.scenarios:
        channel = "" if row.channel is Channel.PHONE else f" ({row.channel})"
        named.setdefault(str(row.difficulty), []).append(f"{row.title}{channel}")
    for difficulty, names in named.items():
        yield difficulty.capitalize(), "; ".join(names)


def scenario_report(answer: ScenarioReport) -> Page:
    rubric = [(item.words, item.skill.name) for item in answer.rubric]
    blocks: list[Block] = [
        Brief(_in_brief(answer)),
        Rest(_beginning(answer), retold=True),
        Rest(
            [
                Heading("What great looks like"),
                Table(
                    [Column("What others can hear or see", wraps=True), Column("Skill", wraps=True)], rubric
                ),
                Heading("A good reply"),
                *_quoted(answer.replies.good),
                Heading("A better reply"),
                *_quoted(answer.replies.better),
                Heading("What makes it better"),
                Bullets(answer.replies.why_better),
            ]
        ),
    ]
    rehearse = f"`cscareer practice {answer.id} --score` rehearses it with you"
    notes = [f"{rehearse}, in a terminal.", JUDGEMENT]
    command = f"cscareer skill {typed(answer.rubric[0].skill.name)}"
    return Page(answer.title, blocks, notes, next_command=command, first_notes=[f"{rehearse}."])


def lay_out_beginning(answer: ScenarioReport) -> Page:
    """What a person needs to answer the customer, and nothing that gives the answer away."""
    return Page(answer.title, _beginning(answer))


def _beginning(answer: ScenarioReport) -> list[Block]:
    return [
        Paragraph(answer.summary, strong=True),
        Facts([("Channel", str(answer.channel)), ("How hard", str(answer.difficulty))]),
        Heading("Where you stand"),
        Paragraph(answer.situation),
        Bullets(answer.known),
        Heading("The customer begins"),
        *_quoted(answer.opening),
    ]


def _in_brief(answer: ScenarioReport) -> list[Block]:
    """The same on one screen: what it is in a line, and what the customer says in one go."""
    how = f"{str(answer.channel).capitalize()}, {answer.difficulty}"
    return [
        Paragraph(f"{how}. {answer.summary}", strong=True),
        Paragraph(answer.situation),
        Bullets(answer.known),
        Paragraph(f"The customer begins: {' '.join(map(_quote, answer.opening))}"),
    ]


def _quote(line: str) -> str:
    return line if line.startswith("(") else f"“{line}”"


def _quoted(lines: Sequence[str]) -> list[Block]:
    return [Paragraph(_quote(line)) for line in lines]


def practice_score(answer: PracticeScore) -> Page:
    blocks: list[Block] = [
        Paragraph(f"{answer.points} of {answer.out_of} points. {_verdict(answer)}", strong=True),
        Checklist(
            [
                Check(_STATES[item.done], item.words, f"{item.done} · {item.skill.name}", None)
                for item in answer.behaviours
            ]
        ),
    ]
    if answer.work_on:
        blocks += [Heading("Work on next"), Bullets([skill.name for skill in answer.work_on])]
    if answer.said:
        blocks += [Heading("What you said"), *_quoted([answer.said])]
    blocks += [
        Heading("A good reply"),
        *_quoted(answer.replies.good),
        Heading("A better reply"),
        *_quoted(answer.replies.better),
        Heading("What makes it better"),
        Bullets(answer.replies.why_better),
    ]
    notes = [
        "✔ yes, 2 points   ◐ partly, 1 point   ☐ no",
        f"Your own account on {answer.date}. Somebody who listens sees more: ask a colleague to score you too.",
    ]
    return Page(f"{answer.title}: how it went", blocks, notes, next_command=_next(answer.work_on))


def _verdict(answer: PracticeScore) -> str:
    if answer.points == answer.out_of:
        return "All of it. Try a harder one."
    if answer.points * 4 >= answer.out_of * 3:
        return "Strong. One more round will polish it."
    if answer.points * 2 >= answer.out_of:
        return "Well on the way. Read the better reply, then try again."
    return "A start, and that's what practice is for. Read both replies aloud, then try again."


def _next(work_on: Sequence[PractisedSkill]) -> str:
    return f"cscareer skill {typed(work_on[0].name)}" if work_on else "cscareer practice --random"
