"""Layout of a judged offer, or of two side by side."""

from collections.abc import Iterator, Sequence

from cscareer.catalog.models import PERCENTILES
from cscareer.catalog.pay_models import OtherAsk
from cscareer.pay.asking import WhyNoAsk
from cscareer.pay.money import Number, exact, to_cents
from cscareer.pay.offer import JudgedOffer, OfferReport
from cscareer.pay.ranges import HOURS_A_YEAR
from cscareer.render.blocks import (
    Bar,
    Block,
    Brief,
    Bullets,
    Facts,
    Heading,
    IfRoom,
    Page,
    Paragraph,
    PayMark,
    Rest,
    Spread,
    Spreads,
    Vital,
)
from cscareer.render.cells import Cell, PayRange, Percent, some
from cscareer.render.layouts.asking_words import how_asked, no_ask_said, sentences, three_figures
from cscareer.render.layouts.law_words import law_blocks
from cscareer.render.layouts.offer_verdict import against_now_said, among_all_said, doubt_said, offer_verdict
from cscareer.render.layouts.offer_words import (
    all_in_said,
    change_said,
    is_nation,
    names_of,
    package_blocks,
    package_said,
    pay_now_blocks,
    side_by_side,
)
from cscareer.render.layouts.pay_kinds import ESTIMATE, STARTING_AND_ALL
from cscareer.render.layouts.pay_words import (
    PERCENTS_SAID,
    a,
    amount_cell,
    amount_said,
    money_of,
    notes_on,
    percent_cell,
    place_lines,
    the_place,
    wages_row,
    wages_table,
    years_said,
)
from cscareer.render.text import quoted, typed

_BROAD = "A broad match: the occupation counts many other jobs too."
_IN_RANGE, _BUYS = "In the range", "Real value"
_NAMED = 2  # further things to ask for on the first screen


def offer_report(answer: OfferReport) -> Page:
    first: list[Block] = [*place_lines(offer.location for offer in answer.offers)]
    rest: list[Block] = []
    several = len(answer.offers) > 1
    if several:
        first += side_by_side(answer)
        first.append(Brief(list(all_in_said(answer))))
        told = zip(names_of(answer), map(_special, answer.offers), strict=True)
        if special := [f"{name}: {said}" for name, said in told if said]:
            first.append(Brief([Bullets(special)]))
    for offer in answer.offers:
        heading = [Heading(f"{amount_said(offer.amount)} in {the_place(offer.location)}")] if several else []
        judged = [*heading, *_judged(offer)]
        first += [Rest(judged)] if several else judged
        rest += [*heading, *_behind(offer)]
    first.append(Rest(list(package_blocks(answer))))
    if answer.other_asks:
        also = Paragraph(f"Also ask for: {some(_named(answer.other_asks), _NAMED)}.", close=True)
        first += [] if several or answer.offers[0].package else [Brief([IfRoom([also])])]
        rest += [
            Heading("What else to ask for"),
            Bullets([f"{ask.name}: {ask.words}" for ask in answer.other_asks]),
        ]
    rest += law_blocks(list({offer.laws.state: offer.laws for offer in answer.offers}.values()))
    here = answer.offers[0].location.said
    return Page(
        f"{answer.role.title}: {_offers_said(answer)}",
        [*first, Rest(rest)],
        list(_notes(answer)),
        next_command=f"cscareer pay {typed(answer.role.title)} -l {quoted(here)} --explain",
        first_notes=list(_first_notes(answer)),
    )


def _named(asks: Sequence[OtherAsk]) -> list[str]:
    """The names of what else to ask for, within a sentence."""
    return [ask.name[:1].lower() + ask.name[1:] for ask in asks]


def _offers_said(answer: OfferReport) -> str:
    """What is offered and where: "$46,000 to $52,000 in Austin, TX", or several offers."""
    said = [f"{amount_said(offer.amount)} in {the_place(offer.location)}" for offer in answer.offers]
    if answer.is_range:
        said[:2] = [f"{amount_cell(answer.offers[0].amount)} to {said[1]}"]
    return " or ".join(said)


def _special(offer: JudgedOffer) -> str:
    """What is to be known of one of several offers beside its column: what is wrong with it, and why nothing is to ask for."""
    wrong = offer.no_ask in {WhyNoAsk.BELOW_MINIMUM_WAGE, WhyNoAsk.BELOW_NINE_IN_TEN}
    said = [offer_verdict(offer) if wrong else None, doubt_said(offer)]
    said += [None if offer.advice or offer.below_minimum_wage else no_ask_said(offer)]
    return " ".join(filter(None, said))


def _judged(offer: JudgedOffer) -> Iterator[Block]:
    """What a person must know of an offer: the verdict, the three figures, where it stands, and what to say."""
    yield Paragraph(offer_verdict(offer), strong=True)
    if said := doubt_said(offer):
        yield Paragraph(said)
    if not offer.advice and not offer.below_minimum_wage:
        yield Paragraph(no_ask_said(offer))
    standing = [*three_figures(offer), *standing_facts(offer)]
    packed = package_said(offer)
    package = [("All in", packed)] if packed else []
    held = (
        against_now_said(offer) is not None
    )  # said above; how it is for someone starting is then beside the point
    shown = [fact for fact in standing if not (held and fact[0] == _IN_RANGE)]
    value = list(_value_in_brief(offer, against=not held))
    yield Brief([Facts([*shown, *package, *value], spare=any(label == _BUYS for label, _ in value))])
    yield Rest([Facts([*standing, *_value(offer)])])
    if offer.advice:
        yield Bullets(
            [
                f"Say: {said}" if at == 0 else f"Then: {said}"
                for at, said in enumerate(sentences(offer.advice))
            ]
        )
    if offer.against_current:
        yield Rest(list(pay_now_blocks(offer.against_current)))


def _behind(offer: JudgedOffer) -> Iterator[Block]:
    """What stands behind an offer's figures."""
    yield offer_picture(offer)
    if offer.compa_ratio is not None:
        yield Facts([("Compa-ratio", f"{offer.compa_ratio:.2f}: the offer ÷ the middle of the stated range")])
    yield Heading("How the figures to ask for came about")
    yield Paragraph(" ".join(how_asked(offer)))
    yield Heading(f"What all {offer.occupation.title} earn {a(offer.wages.per if offer.wages else 'year')}")
    where = (offer.wages.area.name if offer.wages else None) or offer.location.name
    yield wages_table([wages_row(where, offer.wages, offer.employment)])


def standing_facts(offer: JudgedOffer) -> Iterator[tuple[str, Cell]]:
    """Where an offer stands in the stated range; among everyone there, too, where the verdict doesn't say it."""
    if offer.below_minimum_wage and (among := among_all_said(offer)):
        yield "Percentile", among
    pay_range = offer.pay_range
    if pay_range and offer.position_in_range is not None:
        kind = "our estimate" if pay_range.basis == "localized" else "published"
        said = _in_terms_of(offer, pay_range.low, pay_range.high)
        start = "starting range" if offer.starting else "range"
        where = _position(offer.position_in_range)
        yield _IN_RANGE, f"{where} the {start} {said} ({kind})"
    elif offer.market_ratio is not None:
        yield (
            "Market ratio",
            f"{offer.market_ratio:.2f} × {_median(offer)}, the middle of all there; no source states a range",
        )


def _median(offer: JudgedOffer) -> str:
    """What the one in the middle of the whole occupation earns."""
    return str(money_of(offer.wages.median, offer.wages)) if offer.wages else "not known"


def _in_terms_of(offer: JudgedOffer, low: Number | None, high: Number | None) -> PayRange:
    """A yearly range as the offer is stated: for an hour where that is, at 2,080 hours a year."""
    if offer.amount.per != "hour":
        return PayRange(low, high, "USD")
    ends = [None if end is None else to_cents(exact(end) / HOURS_A_YEAR) for end in (low, high)]
    return PayRange(ends[0], ends[1], "USD", "hour")


def _position(position: float) -> str:
    if position < 0:
        return "below"
    if position > 1:
        return "above"
    return f"{position:.0%} up"


def _value_in_brief(offer: JudgedOffer, *, against: bool) -> Iterator[tuple[str, Cell]]:
    """What it buys, and what it is against the pay of now where that isn't said yet, in a line each."""
    if against and offer.against_current:
        nominal, real = offer.against_current.nominal, offer.against_current.real
        alike = nominal and real and percent_cell(nominal) == percent_cell(real)
        after = f", {percent_cell(real)} after prices" if real and percent_cell(real) and not alike else ""
        yield "Against now", f"{change_said(nominal)}{after}" if nominal else None
    if offer.real_value and offer.prices.index is not None and not is_nation(offer):
        level = Percent(offer.prices.index, digits=1)
        yield _BUYS, f"{amount_said(offer.real_value)}, as prices there are {level} of the nation's"


def _value(offer: JudgedOffer) -> Iterator[tuple[str, Cell]]:
    if offer.yearly.amount != offer.full_time.amount:
        hours = offer.yearly.hours or HOURS_A_YEAR
        yield "Pay a year", f"{amount_cell(offer.yearly)} for {hours:,} hours"
    if offer.full_time.basis == "calculated":
        yield "Full-time", f"{amount_cell(offer.full_time)} a year at 2,080 hours"
    prices = offer.prices
    if offer.real_value and prices.index is not None and prices.area and not is_nation(offer):
        level = f"prices in {prices.area.name} are at {Percent(prices.index, digits=1)} of the U.S. average"
        yield "Real value", f"{amount_said(offer.real_value)}: what it buys at average prices ({level})"
    if prices.note:
        yield "Prices" if offer.real_value else "Real value", prices.note


def offer_picture(offer: JudgedOffer) -> Spreads:
    """What everyone there earns, the stated range and the offer, on one scale: by the hour where the offer is."""
    pay_range, wages = offer.pay_range, offer.wages
    hours = HOURS_A_YEAR if wages and wages.per == "hour" else 1
    spreads = [Spread("Everyone there", *map(wages.at, PERCENTILES))] if wages else []
    ranges = []
    if pay_range and pay_range.low is not None and pay_range.high is not None:
        name = "Starting range" if offer.starting else "Range"
        ranges.append(Bar(name, pay_range.low / hours, pay_range.high / hours))
    full_time = offer.full_time.amount / hours
    marks = [PayMark("the offer", to_cents(exact(full_time)))]
    return Spreads(spreads, ranges, marks, offer.amount.currency)


def _first_notes(answer: OfferReport) -> Iterator[str]:
    held = all(against_now_said(offer) for offer in answer.offers)
    passed = {STARTING_AND_ALL} if held else set()  # nothing of starting pay stands there
    if vital := [note for note in _notes(answer) if isinstance(note, Vital) and note not in passed]:
        yield from vital
    elif answer.offers[0].occupation.match == "broad":
        yield _BROAD
    elif years := _years(answer):
        yield years


def _notes(answer: OfferReport) -> Iterator[str]:
    yield str(PERCENTS_SAID)  # of a table behind --full
    yield "Percentiles are among everyone in the occupation; position in range and compa-ratio are about a stated range."
    offers = answer.offers
    if any(offer.starting for offer in offers):
        yield STARTING_AND_ALL
    if any(offer.pay_range and offer.pay_range.basis == "localized" for offer in offers):
        yield ESTIMATE
    if offers[0].amount.hours:
        yield f"The {offers[0].amount.hours:,} hours are those of the first offer; any other pay is for full time."
    for offer in offers:
        yield from notes_on(offer, offer.location.name, offer.wages)
    if offers[0].occupation.match == "broad":
        yield _BROAD
    if years := _years(answer):
        yield years


def _years(answer: OfferReport) -> str | None:
    """Of which years the figures are."""
    offers = answer.offers
    return years_said(
        (offer.wages for offer in offers), (offer.real_value for offer in offers if not is_nation(offer))
    )
