"""Layout of the ads that a person keeps."""

from cscareer.jobs.heard import EmployerAnswer
from cscareer.jobs.marks import are_dubious
from cscareer.plan.postings import KeptPostings, ListedPosting
from cscareer.render.blocks import Block, Bullets, Column, Facts, Heading, Page, Paragraph, Table
from cscareer.render.cells import Cell, PayRange, Percent, count_of
from cscareer.render.layouts.plan.profile_report import PRIVATE

_OPENING = 3  # skills on the first screen
_STATES = {"kept": "kept", "applied": "applied", "heard": "heard from them"}
_ANSWERS = {
    EmployerAnswer.REFUSAL: "they said no",
    EmployerAnswer.OFFER: "offer",
    EmployerAnswer.INTERVIEW: "interview",
}


def kept_postings(answer: KeptPostings) -> Page:
    if not answer.postings:
        return Page(
            "The ads you keep",
            [
                Paragraph(
                    "You keep none yet. Keep one when you read it: cscareer posting FILE --save", strong=True
                )
            ],
            [PRIVATE],
            next_command="cscareer roles",
        )
    blocks: list[Block] = []
    if len(answer.postings) == 1:
        blocks.append(Facts(_facts(answer.postings[0])))
    else:
        columns = [
            Column("#", right=True),
            Column("Ad", wraps=True),
            Column("Pay a year"),
            Column("Fit", right=True, without=""),
            Column("State"),
        ]
        blocks.append(Table(columns, [_row(each) for each in answer.postings], first=len(answer.postings)))
    if answer.opens_most:
        blocks += [
            Heading("What would open the most of them"),
            Bullets(
                [
                    f"{each.name}: required by {count_of(each.ads, 'ad')}, and not there yet"
                    for each in answer.opens_most
                ],
                first=_OPENING,
            ),
        ]
    trusted = [each.number for each in answer.postings if not are_dubious(each.warnings)]
    many = len(answer.postings) > 1
    following = (f"show {trusted[0]}" if trusted else None) if many else "list"
    notes = ["Fit is as it was on the day you kept it.", PRIVATE]
    return Page(
        "The ads you keep",
        blocks,
        notes,
        next_command=f"cscareer postings {following}" if following else None,
    )


def _row(each: ListedPosting) -> list[Cell]:
    name = " at ".join(filter(None, [each.title or each.file, each.company]))
    return [
        each.number,
        name,
        _pay(each),
        Percent(100 * each.fit) if each.fit is not None else None,
        _state(each) + (f", {count_of(len(each.warnings), 'warning')}" if each.warnings else ""),
    ]


def _state(each: ListedPosting) -> str:
    return _ANSWERS[each.answered] if each.answered else _STATES[each.state]


def _pay(each: ListedPosting) -> Cell:
    return (
        None
        if each.pay_low is None and each.pay_high is None
        else PayRange(each.pay_low, each.pay_high, "USD")
    )


def _facts(each: ListedPosting) -> list[tuple[str, Cell]]:
    dates = [f"applied {each.applied}" if each.applied else "", f"heard {each.heard}" if each.heard else ""]
    answered = f"{_ANSWERS[each.answered]}: " if each.answered else ""
    facts: list[tuple[str, Cell]] = [
        ("Number", each.number),
        ("Ad", " at ".join(filter(None, [each.title or each.file, each.company]))),
        ("Role", each.role),
        ("Where", each.place),
        ("Pay a year", _pay(each)),
        ("Fit", Percent(100 * each.fit) if each.fit is not None else None),
        ("Kept", each.day),
        (
            "State",
            answered + ", ".join(filter(None, dates))
            if each.heard
            else ", ".join(filter(None, dates)) or _STATES[each.state],
        ),
        ("They said", _dated(each.heard, each.outcome)),
        *(("Before", _dated(said.day, said.words)) for said in reversed(each.heard_before)),
        ("Note", _dated(each.noted, each.note)),
        *(("Before", _dated(said.day, said.words)) for said in reversed(each.notes_before)),
        ("Beware", ", ".join(mark.replace("-", " ") for mark in each.warnings) or None),
        ("File", each.file),
    ]
    return [(label, value) for label, value in facts if value is not None]


def _dated(day: str | None, words: str | None) -> str | None:
    return f"{day}: {words}" if day and words else words or day
