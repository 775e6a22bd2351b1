"""Layout of the ads that a person keeps."""

from cscareer.plan.postings import KeptPostings, ListedPosting
from cscareer.render.blocks import Block, Bullets, Column, Facts, Heading, Page, Paragraph, Table
from cscareer.render.cells import Cell, PayRange, Percent, count_of
from cscareer.render.layouts.plan.profile_report import PRIVATE

_OPENING = 3  # skills on the first screen
_STATES = {"kept": "kept", "applied": "applied", "heard": "heard from them"}


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
            Column("Fit", right=True),
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
    following = f"show {answer.postings[0].number}" if len(answer.postings) > 1 else "list"
    notes = ["Fit is as it was on the day you kept it.", PRIVATE]
    return Page("The ads you keep", blocks, notes, next_command=f"cscareer postings {following}")


def _row(each: ListedPosting) -> list[Cell]:
    name = " at ".join(filter(None, [each.title or each.file, each.company]))
    return [
        each.number,
        name,
        _pay(each),
        Percent(100 * each.fit) if each.fit is not None else None,
        _STATES[each.state] + (f", {count_of(len(each.warnings), 'warning')}" if each.warnings else ""),
    ]


def _pay(each: ListedPosting) -> Cell:
    return (
        None
        if each.pay_low is None and each.pay_high is None
        else PayRange(each.pay_low, each.pay_high, "USD")
    )


def _facts(each: ListedPosting) -> list[tuple[str, Cell]]:
    dates = [f"applied {each.applied}" if each.applied else "", f"heard {each.heard}" if each.heard else ""]
    facts: list[tuple[str, Cell]] = [
        ("Number", each.number),
        ("Ad", " at ".join(filter(None, [each.title or each.file, each.company]))),
        ("Role", each.role),
        ("Where", each.place),
        ("Pay a year", _pay(each)),
        ("Fit", Percent(100 * each.fit) if each.fit is not None else None),
        ("Kept", each.day),
        ("State", ", ".join(filter(None, dates)) or _STATES[each.state]),
        ("They said", each.outcome),
        ("Note", each.note),
        ("Beware", ", ".join(mark.replace("-", " ") for mark in each.warnings) or None),
        ("File", each.file),
    ]
    return [(label, value) for label, value in facts if value is not None]
