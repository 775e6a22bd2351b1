"""Layout of what to post for roles in places."""

from collections.abc import Iterator, Sequence

from cscareer.pay.floor import DisclosureLaw
from cscareer.pay.hiring import HiringPlan, PayToPost
from cscareer.pay.offer import WhyNoVerdict
from cscareer.pay.percentiles import Percentile
from cscareer.pay.ranges import NATION_ID
from cscareer.render.blocks import (
    Block,
    Brief,
    Bullets,
    Column,
    Heading,
    IfRoom,
    Page,
    Paragraph,
    Rest,
    Table,
    Vital,
)
from cscareer.render.cells import Cell, Money, PayRange, listed
from cscareer.render.layouts.hiring_warnings import warnings
from cscareer.render.layouts.law_words import law_blocks
from cscareer.render.layouts.pay_kinds import SHARES
from cscareer.render.layouts.pay_words import (
    a,
    place_lines,
    range_cell,
    the_area,
    the_place,
    years_said,
)
from cscareer.render.text import quoted, typed

_RULE_IN_BRIEF = "Our judgement: about what a quarter to what three quarters there earn less than."
_RULE_OF_PARTS = (
    "Our judgement: about what a quarter to what three quarters there earn less than, or the part of them that a role "
    "stands for. Shares are of all."
)
_RULE_OF_PART = (
    "Our judgement: about what a quarter to what three quarters of this part of them earn less than."
)
_NEXT = 2  # titles or places in the next command, which has a line
_IN_ADS, _IN_FORCE = "range in posting", "in force"
_NO_RANGE = {
    WhyNoVerdict.CATCH_ALL: "no figure: its only occupation is a catch-all, which holds whatever no other one does",
    WhyNoVerdict.NO_WAGES: "no figure: no wages are released to work one out from",
}


def hiring_plan(answer: HiringPlan) -> Page:
    postings = answer.postings
    one = postings[0] if len(postings) == 1 else None
    named = f": {one.role.title} in {the_place(one.location)}" if one else ""
    blocks: list[Block] = [*place_lines(each.location for each in postings), *_tables(answer)]
    if one and one.range:
        blocks.append(Rest([Paragraph(_reach(one))]))
    blocks += _without(answer)
    if warned := list(warnings(postings)):
        heading: Block = Heading("Before you post")
        blocks += [Rest([heading], retold=True), *warned]
    if ads := [_ad(each, answer, alone=one is not None) for each in postings if each.range]:
        heading = Heading("The line for the ad")
        first = f"The line for the ad{':' if one else ', for'} {ads[0]}{' --full has each.' if len(ads) > 1 else ''}"
        told: Block = Paragraph(ads[0]) if one else Bullets(ads)
        line: Block = Paragraph(first)
        blocks += [Brief([line if one else IfRoom([line])]), Rest([heading, told], retold=True)]
    laws = list({each.laws.state: each.laws for each in postings}.values())
    blocks += [
        Brief([Paragraph(_law_in_brief(postings), close=one is None and not warned)]),
        Rest(list(law_blocks(laws))),
    ]
    return Page(
        f"What to post{named}",
        blocks,
        list(_notes(answer)),
        next_command=_next(postings),
        first_notes=list(_first_notes(postings)) if ads else [],
    )


def _next(postings: Sequence[PayToPost]) -> str:
    """The roles beside each other, or what the one role pays there."""
    titles = list(dict.fromkeys(typed(each.role.title) for each in postings))
    if len(titles) > 1:
        return f"cscareer compare {' '.join(titles[:_NEXT])}"
    places = list(dict.fromkeys(f"-l {quoted(each.location.said)}" for each in postings))
    return f"cscareer pay {titles[0]} {' '.join(places[:_NEXT])}"


def _whom(postings: Sequence[PayToPost]) -> Iterator[str]:
    """Of whom the shares are, where a role is only a part of them."""
    named = {
        each.role.title: f"{each.role.title} is the {SHARES[each.band.low]}–{SHARES[each.band.high]} part"
        for each in postings
        if each.range and each.band
    }
    if named:
        said = listed(list(named.values())) if len(named) <= _NEXT else "a role may be only a part"
        yield Vital(f"Shares are of all in the occupation there, of whom {said}, by our judgement.")


def _with_part(postings: Sequence[PayToPost]) -> bool:
    return any(each.range and each.band for each in postings)


def _law_in_brief(postings: Sequence[PayToPost]) -> str:
    """Where the law asks ads to show pay, in a sentence: that of the state and of the city itself."""
    there: dict[str, None] = {}
    within: dict[str, None] = {}
    for each in postings:
        asking = [
            law
            for law in each.laws.disclosure_laws or ()
            if law.disclosure == _IN_ADS and law.status.startswith(_IN_FORCE)
        ]
        covering = [law for law in asking if law.covers(each.location.name)]
        there |= dict.fromkeys(map(_asker, covering))
        if not covering:  # a city's own law in a county, a metro or around a ZIP code
            within |= dict.fromkeys(_asker(law) for law in asking if law.jurisdiction in each.laws_within)
    said = [f"The law asks ads for a range in {listed(list(there))}"] if there else []
    said += (
        [
            f"{'in a place within the area' if said else 'In that area'} the law of {listed(list(within))} asks ads for a range"
        ]
        if within
        else []
    )
    if not said:
        return "No law that asks ads for a range is on record there (no legal advice)."
    return f"{'; '.join(said)}; --full says more (no legal advice)."


def _asker(law: DisclosureLaw) -> str:
    """A state or city whose law asks, with the size of employer it asks, where that isn't any."""
    size = law.min_employees or 0
    return f"{law.jurisdiction} (employers of {size:,} or more)" if size > 1 else law.jurisdiction


def _tables(answer: HiringPlan) -> Iterator[Block]:
    """One table; of several titles in several places one a title, as all in one would be too wide for a terminal."""
    by_role: dict[str, list[PayToPost]] = {}
    for each in answer.postings:
        by_role.setdefault(each.role.title, []).append(each)
    if len(by_role) == 1 or len(by_role) == len(answer.postings):
        yield _table(answer.postings, answer, named=len(by_role) > 1)
        return
    yield Brief([_all_in_one(answer)])
    for title, postings in by_role.items():
        yield Rest([Heading(title), _table(postings, answer, named=False)], retold=True)


def _all_in_one(answer: HiringPlan) -> Table:
    """Every title in every place, without what the ranges buy."""
    columns = [
        Column("Role", wraps=True), Column("Where", wraps=True), Column(f"Post {a(answer.per)}", right=True),
        Column("Pays more than", right=True),
    ]  # fmt: skip
    rows: list[tuple[Cell, ...]] = [
        (each.role.title, each.location.name, range_cell(each.range) if each.range else None, _shares(each))
        for each in answer.postings
    ]
    return Table(columns, rows)  # whoever asks for so many sees them all


def _table(postings: Sequence[PayToPost], answer: HiringPlan, *, named: bool) -> Table:
    columns = [
        Column("Role" if named else "Where", wraps=True),
        Column(f"Post {a(answer.per)}", right=True),
        Column("Pays more than", right=True),
        Column("At U.S. prices", right=True),
    ]
    return Table(columns, [tuple(_cells(each, named=named)) for each in postings])


def _cells(posting: PayToPost, *, named: bool) -> Iterator[Cell]:
    yield posting.role.title if named else posting.location.name
    yield range_cell(posting.range) if posting.range else None
    yield _shares(posting)
    yield range_cell(posting.real_range) if posting.real_range else None


def _shares(posting: PayToPost) -> str | None:
    low, high = _short(posting.reached_by_low), _short(posting.reached_by_high)
    return f"{low} to {high} in 100" if low and high else None


def _short(found: Percentile | None) -> str | None:
    """How many of 100 earn less, in a word."""
    if found is None:
        return None
    if found.value is not None:
        return f"{found.value:.0f}"
    if found.low is not None:
        return f"over {found.low}" if found.high is None else f"{found.low}–{found.high}"
    return f"under {found.high}"


def _reach(posting: PayToPost) -> str:
    """Whom a range would reach, in a sentence."""
    assert posting.range is not None
    low, high = (
        Money(end, posting.range.currency, posting.range.per)
        for end in (posting.range.low or 0, posting.range.high or 0)
    )
    where = the_area(posting.wages.area) if posting.wages else posting.location.name
    return (
        f"A start of {low} is more than {_short(posting.reached_by_low)} in 100 of those in the work in {where} earn, "
        f"{high} more than {_short(posting.reached_by_high)} in 100."
    )


def _without(answer: HiringPlan) -> Iterator[Block]:
    """Why some have no range."""
    for why, said in _NO_RANGE.items():
        titles = dict.fromkeys(each.role.title for each in answer.postings if each.no_range is why)
        if titles:
            yield Paragraph(f"{', '.join(titles)}: {said}.")


def _ad(posting: PayToPost, answer: HiringPlan, *, alone: bool) -> str:
    pay = posting.range
    assert pay is not None
    assert posting.ad is not None
    low, high = (Money(end or 0, pay.currency, cents=pay.per == "hour") for end in (pay.low, pay.high))
    line = posting.ad.format(low=low, high=high, per=a(answer.per))
    return f"“{line}”" if alone else f"{posting.role.title}, {posting.location.name}: “{line}”"


def _first_notes(postings: Sequence[PayToPost]) -> Iterator[str]:
    """The rule in brief, and of whom the shares are."""
    if len(postings) > 1:
        yield _RULE_OF_PARTS if _with_part(postings) else _RULE_IN_BRIEF
        return
    yield from _whom(postings)
    yield _RULE_IN_BRIEF if not _with_part(postings) else _RULE_OF_PART


def _notes(answer: HiringPlan) -> Iterator[str]:
    postings = answer.postings
    if any(each.range for each in postings):
        yield from _whom(postings)
        yield Vital(
            "Our judgement: from the larger of what a quarter there earn less than and where published starting pay begins, to "
            "the smaller of what three quarters earn less than and where it ends; "
            f"{answer.least_spread}% to {answer.most_spread}% apart, never under the state's minimum wage."
            + (" The ends of a part take the place of the quarters." if _with_part(postings) else "")
        )
    for each in postings:
        if each.starting_range and each.starting_range.low is not None:
            local = each.starting_range.basis == "localized"
            kind = "our local estimate of it" if local else "published"
            said = PayRange(each.starting_range.low, each.starting_range.high, "USD", each.starting_range.per)
            yield f"Starting pay for {each.role.title} in {the_place(each.location)}, {kind}: {said}."
        if each.prices.note and each.location.area.id != NATION_ID:
            yield each.prices.note
    if years := years_said((each.wages for each in postings), ()):
        yield years
