"""What a report says of the role and its market: the work, pay, an offer, an ad, and the years to come."""

from collections.abc import Iterator, Sequence
from typing import Literal

from cscareer.catalog.models import PERCENTILES, Need
from cscareer.guide.outlook import Outlook
from cscareer.handover.report import CareerReport
from cscareer.pay.local import RoleRange
from cscareer.pay.ranges import NATION_ID
from cscareer.pay.statistics import median_of
from cscareer.pay.trend import TrendYear
from cscareer.render.blocks import (
    Bar,
    Block,
    Bullets,
    Facts,
    Heading,
    Paragraph,
    PayMark,
    Spread,
    Spreads,
    YearBars,
)
from cscareer.render.cells import Cell, Money, listed, some
from cscareer.render.first_screen import lowered
from cscareer.render.layouts.asking_words import no_ask_said, sentences, three_figures
from cscareer.render.layouts.guide.chapters import cited
from cscareer.render.layouts.guide.outlook_brief import outlook_figures
from cscareer.render.layouts.jobs.posting import is_dubious, posting_title, posting_verdict
from cscareer.render.layouts.law_words import floor_said
from cscareer.render.layouts.offer_verdict import doubt_said, offer_verdict
from cscareer.render.layouts.offer_words import change_said, is_nation
from cscareer.render.layouts.pay.offer import standing_facts
from cscareer.render.layouts.pay.report import below_floor
from cscareer.render.layouts.pay_kinds import role_basis_said
from cscareer.render.layouts.pay_words import (
    amount_said,
    median_line,
    place_lines,
    prices_line,
    the_place,
    wages_row,
    wages_table,
)
from cscareer.render.layouts.posting_facts import posting_facts
from cscareer.render.layouts.posting_words import gate_said, mark_said
from cscareer.skills.gap import SkillState

# Of each, what two pages have room for.
_DUTIES, _REASONS, _GATES = 5, 3, 5
_MARKS, _QUESTIONS, _NEXT = 4, 3, 4


def role_blocks(answer: CareerReport) -> Iterator[Block]:
    """The work: what one does, what it asks, and where it leads."""
    role = answer.role
    yield Heading("The role")
    yield Paragraph(cited(role.summary, _of_the_work(answer), answer.sources))
    yield Bullets(list(role.responsibilities[:_DUTIES]))
    rows: list[tuple[str, Cell]] = [("Level", f"{role.level.value}, {role.track.value}")]
    for need, label in ((Need.REQUIRED, "It requires"), (Need.HELPFUL, "Helpful")):
        if names := [skill.name for skill in role.skills if skill.need is need]:
            rows.append((label, ", ".join(names) if need is Need.REQUIRED else some(names, _NEXT)))
    if role.next_roles:
        rows.append(("Leads to", some([step.title for step in role.next_roles], _NEXT)))
    if answer.gap is not None:  # what it asks stands there, beside what the person has
        rows = [row for row in rows if row[0] not in {"It requires", "Helpful"}]
    yield Facts(rows)


def _of_the_work(answer: CareerReport) -> list[str]:
    """The sources of what one does in the role, without those of its pay."""
    entry = answer.pay.ranges[0]
    figures = (entry, entry.observed, entry.national, entry.real_median)
    of_pay = {source.id for pay in figures if pay for source in pay.sources}
    return [source.id for source in answer.role.sources if source.id not in of_pay]


def pay_blocks(answer: CareerReport) -> Iterator[Block]:
    """What it pays in the place: a picture, the same figures in a table, and how they have gone."""
    entry = answer.pay.ranges[0]
    yield Heading(
        f"What it pays in {answer.location.name}" if answer.location else "What it pays in the United States"
    )
    yield from below_floor(answer.pay)
    if said := role_basis_said(entry):
        kind = said.partition(" ")[2]
        yield Paragraph(f"{_range_said(entry)}: {kind}.", strong=True)
    yield from place_lines([entry.location])
    yield _picture(answer, entry)
    rows = (
        [wages_row(entry.observed.area.name or "", entry.observed, entry.employment)]
        if entry.observed
        else []
    )
    if entry.national and entry.observed and entry.observed.area.id != NATION_ID:
        rows.append(wages_row("United States", entry.national, entry.national_employment))
    if rows:
        yield Paragraph(
            f"A year's pay that 10%, 25%, 50%, 75% and 90% of all {entry.occupation.title} earn less than:"
        )
        yield wages_table(rows)
    median = median_of(entry.observed)
    everyone = [source.id for source in entry.observed.sources] if entry.observed else []
    if line := median_line(entry):
        yield Paragraph(cited(line, everyone, answer.sources))
    if line := prices_line(entry.prices, median, entry.real_median):
        yield Paragraph(cited(line, [source.id for source in entry.prices.sources], answer.sources))
    if entry.band:
        yield Paragraph(
            f"Which part of the occupation's wages the role stands for is our judgement: {entry.band.reason}"
        )
    for law in answer.pay.laws:
        if law.state:
            said = f"Minimum wage: {floor_said(law.lowest)}."
            yield Paragraph(cited(said, law.lowest.sources, answer.sources))
    yield from _by_year(answer.outlook.trend.years, answer)


def _range_said(entry: RoleRange) -> str:
    low, high = (None if end is None else Money(end, entry.currency) for end in (entry.low, entry.high))
    return f"{low} to {high} a year" if low and high else f"{low or high} a year"


def _picture(answer: CareerReport, entry: RoleRange) -> Spreads:
    """Everyone's wages there, the role's range, and every offer at hand, by the year."""
    spreads = [Spread("Everyone there", *map(entry.observed.at, PERCENTILES))] if entry.observed else []
    name = "The role's part of them" if entry.band else "Starting range" if entry.starting else "Range"
    ranges = [Bar(name, entry.low, entry.high)] if entry.low is not None else []
    offers = answer.offer.offers if answer.offer else ()
    names = ["the offer"] if len(offers) == 1 else ["offered from", "to"]
    marks = (
        [PayMark(name, offer.full_time.amount) for name, offer in zip(names, offers, strict=True)]
        if offers
        else []
    )
    return Spreads(spreads, ranges, marks, entry.currency)


def _by_year(years: Sequence[TrendYear], answer: CareerReport) -> Iterator[Block]:
    """The nation's median by year, each in the money of that year."""
    known = [each for each in years if each.median]
    if len(known) < 2:  # noqa: PLR2004  one year shows no way
        return
    breaks = next((at for at, each in enumerate(known) if at and each.new_method), None)
    medians = [each.median for each in known if each.median]
    yield YearBars(
        f"Half of all {answer.outlook.occupation.title} in the nation earned less than this, each May",
        [each.year for each in known],
        [Money(median.amount, median.currency) for median in medians],
        [median.amount for median in medians],
        breaks,
    )


def offer_blocks(answer: CareerReport) -> Iterator[Block]:
    """Each offer judged, what to ask for, and how to say it."""
    if answer.offer is None:
        return
    yield Heading("The offer")
    yours = _strength(answer)
    for offer in answer.offer.offers:
        judged = f"{amount_said(offer.amount)} in {the_place(offer.location)}. {offer_verdict(offer)}"
        behind = [source.id for pay in (offer.wages, offer.pay_range) if pay for source in pay.sources]
        yield Paragraph(cited(judged, behind, answer.sources), strong=True)
        if said := doubt_said(offer):
            yield Paragraph(said)
        if not offer.advice and not offer.below_minimum_wage:
            yield Paragraph(no_ask_said(offer))
        rows = [*three_figures(offer), *standing_facts(offer)]
        if offer.real_value and offer.prices.index is not None and not is_nation(offer):
            rows.append(("It buys", f"what {amount_said(offer.real_value)} buys at average U.S. prices"))
        if offer.against_current and offer.against_current.nominal:
            rows.append(("Against now", change_said(offer.against_current.nominal)))
        yield Facts(rows)
        if offer.advice:
            yield Bullets(
                [
                    f"{'Then' if at else 'Say'}: {said}"
                    for at, said in enumerate(sentences(offer.advice, yours))
                ]
            )
    if answer.offer.other_asks:
        names = [ask.name[:1].lower() + ask.name[1:] for ask in answer.offer.other_asks]
        yield Paragraph(f"Also worth asking for: {listed(names)}.")


def _strength(answer: CareerReport) -> str | None:
    """What speaks for the person: the first skill that the role requires and they have; the first of the ad's where one is."""
    wanted = [item for item in answer.gap.skills if item.need is Need.REQUIRED] if answer.gap else []
    have = next((item.name for item in wanted if item.state is SkillState.HAVE), None)
    return f"what I bring in {lowered(have)}" if have else None


def ad_blocks(answer: CareerReport) -> Iterator[Block]:
    """The ad: what it says, the must-haves, what to beware of, and what to ask."""
    ad = answer.posting
    if ad is None:
        return
    dubious = is_dubious(ad)
    yield Heading(f"The ad: {posting_title(ad)}")
    standing = ad.standing.wages.sources if ad.standing and ad.standing.wages else ()
    for at, line in enumerate(posting_verdict(ad)):
        yield Paragraph(
            line if at else cited(line, [each.id for each in standing], answer.sources), strong=not at
        )
    yield Facts(list(posting_facts(ad, dubious=dubious)))
    if ad.watch:
        shown = [mark for mark in ad.watch if mark.severity == "warning"]
        shown += [mark for mark in ad.watch if mark.severity != "warning"][: max(_MARKS - len(shown), 0)]
        yield Heading("Beware", 3)
        yield Bullets([cited(mark_said(mark), mark.sources, answer.sources) for mark in shown])
    if gates := [gate for gate in ad.gates if gate.demand == "required"]:
        yield Heading("Must-haves", 3)
        yield Bullets([gate_said(gate) for gate in gates[:_GATES]])
    if ad.fit and ad.fit.changes and not dubious:
        yield Heading("Lines of yours that answer it: move them up", 3)
        yield Bullets([f"{each.name}: “{each.your_quote}” answers “{each.asked}”" for each in ad.fit.changes])
    if ad.questions and not dubious:
        yield Heading("Ask them", 3)
        yield Bullets(list(ad.questions[:_QUESTIONS]))


def outlook_blocks(answer: CareerReport) -> Iterator[Block]:
    """The years to come: the figures, and both sides of whether it is a good career."""
    outlook = answer.outlook
    yield Heading("The years to come")
    skipped = {"Pay", "Pay so far"}  # these stand under pay
    behind = _behind_figures(outlook)
    yield Facts(
        [
            (label, cited(str(value), behind[label], answer.sources) if label in behind else value)
            for label, value in outlook_figures(outlook)
            if label not in skipped
        ]
    )
    for side, heading in (("for", "What speaks for it"), ("against", "What speaks against it")):
        yield Heading(heading, 3)
        reasons = _reasons(outlook, side)  # type: ignore[arg-type]  # both are sides
        yield (
            Bullets([cited(text, ids, answer.sources) for text, ids in reasons[:_REASONS]])
            if reasons
            else Paragraph("Nothing that our data could say.")
        )


def _behind_figures(outlook: Outlook) -> dict[str, list[str]]:
    """The sources of the figures that no sentence beside them cites."""
    rated = next((each for each in outlook.projections if each.ai_exposure), None)
    exposures = (rated, outlook.exposure, outlook.applicability)
    return {"AI exposure": [source for each in exposures if each for source in each.sources]}


def _reasons(outlook: Outlook, side: Literal["for", "against"]) -> list[tuple[str, tuple[str, ...]]]:
    return [(each.text, each.sources) for each in outlook.reasons if each.side == side]
