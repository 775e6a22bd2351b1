"""What a job offer is worth: where it stands, what it buys, and what to ask for."""

from decimal import Decimal
from enum import StrEnum
from typing import ClassVar, Literal

from pydantic import Field

from cscareer.catalog.answer import Answer
from cscareer.catalog.loading import Catalog
from cscareer.catalog.models import Band, Model, Role
from cscareer.catalog.pay_models import OtherAsk
from cscareer.pay.amounts import Given
from cscareer.pay.asking import AskingAdvice, WhyNoAsk, advice_on, why_no_ask
from cscareer.pay.differences import Difference, difference
from cscareer.pay.floor import PlaceLaws, below, laws_at
from cscareer.pay.local import KeptRanges
from cscareer.pay.localization import Localization
from cscareer.pay.location import Location
from cscareer.pay.money import exact, share
from cscareer.pay.package import Package, StatedPart, pack
from cscareer.pay.percentiles import Percentile, percentile_of
from cscareer.pay.pledges import Pledge, full_time_amount, offered_amount, yearly_amount
from cscareer.pay.ranges import HOURS_A_YEAR, Amount, Area, Range, as_plain_range, midpoint
from cscareer.pay.references import RoleOccupation, RoleRef, reference
from cscareer.pay.report import check_hours
from cscareer.pay.standings import Standing, is_doubtful, position_in, standing_of, target_of
from cscareer.pay.statistics import Prices, Statistics, real
from cscareer.pay.wages import Distribution

JUDGEMENT = "cscareer-judgement"
_NO_BARGAIN = {WhyNoAsk.BELOW_MINIMUM_WAGE, WhyNoAsk.BELOW_NINE_IN_TEN}


class WhyNoVerdict(StrEnum):
    """Why an offer gets no verdict.

    catch-all: the role's only occupation holds whatever no other one does. no-wages: none are released to hold it
    against.
    """

    CATCH_ALL = "catch-all"
    NO_WAGES = "no-wages"


class AgainstCurrent(Model):
    """What an offer pays in a year, held against what a person is paid now; real is at average U.S. prices.

    `yearly` is the pay of today a year, hourly pay at 2,080 hours; `prices` say why real is unknown where it is.
    """

    current: Amount
    yearly: Amount
    location: Location
    prices: Prices
    nominal: Difference | None
    real: Difference | None


class JudgedOffer(Model):
    """One offer in its place.

    `yearly` is what it pays in a year, `full_time` what it would pay for 2,080 hours; `real_value` and `real_yearly`
    are what the amount and the year's pay buy at average U.S. prices.
    `percentile` is the share of people in the occupation there who earn less; `position_in_range` is
    (full-time pay − low) ÷ (high − low) of the `pay_range` and `compa_ratio` full-time pay ÷ its midpoint, null where
    no source states a range; `market_ratio` is the amount ÷ the median of `wages`, said where there is no range.
    `band` is then the part of the wages that we judge the role to stand for, and `band_range` its figures.
    `target` is what to ask for: from the local median, or the offer if it is more, to the local p75; null above it,
    and where that is no more than the offer. An offer in a catch-all occupation gets no verdict: `standing` is unknown,
    and nothing that rests on its wages is said. `advice` is what to ask for by our rule, null for the reason `no_ask`;
    `package` is base pay and what is stated beside it, null where nothing is. `doubtful` is pay so far above what nine in
    ten earn less than that a slip is likelier.
    """

    amount: Amount
    yearly: Amount
    full_time: Amount
    location: Location
    occupation: RoleOccupation
    standing: Standing
    no_verdict: WhyNoVerdict | None
    percentile: Percentile | None
    wages: Distribution | None
    employment: int | None
    without_figures: tuple[Area, ...]
    pay_range: Range | None
    localization: Localization | None
    starting: bool | None
    band: Band | None
    band_range: Range | None
    position_in_range: float | None
    compa_ratio: float | None
    market_ratio: float | None
    prices: Prices
    real_value: Amount | None
    real_yearly: Amount | None
    target: Range | None
    against_current: AgainstCurrent | None
    laws: PlaceLaws
    below_minimum_wage: bool
    doubtful: bool
    advice: AskingAdvice | None
    no_ask: WhyNoAsk | None
    package: Package | None


class OfferReport(Answer):
    """One offer judged, or two in two places side by side; differences are of the last to the first.

    `is_range` is whether the first two are the ends of one offer; `package_difference` is between all that is stated of
    both, base pay alone where nothing is stated beside it, and null where that is so of both.
    """

    rows: ClassVar = "offers"

    schema_: Literal["cscareer/offer/1"] = Field("cscareer/offer/1", alias="schema")
    role: RoleRef
    is_range: bool
    offers: tuple[JudgedOffer, ...]
    nominal_difference: Difference | None
    real_difference: Difference | None
    package_difference: Difference | None
    other_asks: tuple[OtherAsk, ...]


def assess_offer(  # noqa: PLR0913  each is a part of an offer that a person may state
    catalog: Catalog,
    role: Role,
    offer: Pledge,
    *,
    hours: int | None = None,
    up_to: Given | None = None,
    current: Pledge | None = None,
    against: Pledge | None = None,
    package: tuple[StatedPart, ...] = (),
    against_package: tuple[StatedPart, ...] = (),
) -> OfferReport:
    """Judges an offer for a role, both ends of it where it is a range up to `up_to`, and another one beside it.

    An hourly amount is compared with hourly wages. A yearly one is compared with yearly wages; with `hours` a year it
    is first turned into an hourly one. `hours` are those of the offer; other pay is for full time. What is stated beside
    base pay (`package`, and `against_package` of the other offer) is added up apart from it and changes no verdict.

    Raises:
        UsageError: no sensible number of hours.

    Example:
        >>> catalog = load_catalog()
        >>> role = catalog.roles["customer-service-specialist"]
        >>> report = assess_offer(catalog, role, (read_amount("46000"), find_location(catalog, "Columbus, OH")))
        >>> report.offers[0].location.area.id
        '18140'
    """
    if hours is not None:
        check_hours(hours)
    statistics = catalog.once(Statistics)
    ends = [offer, *([(up_to, offer[1])] if up_to else [])]
    offers = [_judged(statistics, role, end, hours, current, package) for end in ends]
    offers += [_judged(statistics, role, against, None, current, against_package)] if against else []
    first, second = offers[0], offers[-1] if len(offers) > 1 else None
    bargained = any(each.no_ask not in _NO_BARGAIN for each in offers)
    asks = tuple(catalog.other_asks.values()) if bargained else ()
    cited = [source for each in offers for source in cited_by(each)]
    cited += [source for ask in asks for source in ask.sources]
    return OfferReport(
        layers=catalog.added_layers,
        sources=catalog.cite(*cited),
        role=reference(role),
        is_range=up_to is not None,
        offers=tuple(offers),
        nominal_difference=difference(second.yearly, first.yearly) if second else None,
        real_difference=difference(second.real_yearly, first.real_yearly) if second else None,
        package_difference=_package_difference(first, second) if second else None,
        other_asks=asks,
    )


def judge_pay(catalog: Catalog, role: Role, pay: Pledge) -> JudgedOffer:
    """Where pay that nobody offers stands, such as what somebody earns now: what an offer of just that would be."""
    return _judged(catalog.once(Statistics), role, pay, None, None, ())


def cited_by(offer: JudgedOffer) -> list[str]:
    """The ids of every source behind an offer's figures and those of the pay it is held against."""
    figures = (offer.pay_range, offer.wages, offer.prices)
    against = (offer.against_current.prices,) if offer.against_current else ()
    cited = [source.id for figure in (*figures, *against) if figure for source in figure.sources]
    if offer.advice:
        cited.append(JUDGEMENT)
    return [*cited, *offer.laws.cited]


def _package_difference(first: JudgedOffer, second: JudgedOffer) -> Difference | None:
    if first.package is None and second.package is None:
        return None
    totals = [each.package.total if each.package else each.yearly for each in (second, first)]
    return difference(*totals)


def _judged(
    statistics: Statistics,
    role: Role,
    pledge: Pledge,
    hours: int | None,
    current: Pledge | None,
    package: tuple[StatedPart, ...],
) -> JudgedOffer:
    given, location = pledge
    by_hour = given.per == "hour" or hours is not None
    amount = offered_amount(pledge, hours)
    offered = exact(given.amount)
    compared = offered / (hours or HOURS_A_YEAR) if by_hour and given.per == "year" else offered
    kept = statistics.catalog.once(KeptRanges)
    yearly_pay = kept.of(role, location)
    local = kept.of(role, location, per="hour") if by_hour else yearly_pay
    wages = local.observed
    judged_by = None if local.occupation.catch_all else wages
    pay_range = as_plain_range(yearly_pay) if yearly_pay.band is None and yearly_pay.midpoint else None
    yearly, full_time = yearly_amount(pledge, hours), full_time_amount(pledge, hours)
    middle = midpoint(pay_range) if pay_range else None
    median = judged_by.at("median") if judged_by else None
    standing = standing_of(compared, judged_by)
    laws = laws_at(statistics.catalog, location)
    is_below = below(compared if by_hour else offered / HOURS_A_YEAR, laws)
    starting = pay_range if yearly_pay.starting else None
    present = _present(statistics, local.prices, current) if current else None
    advice = why_no_ask(compared, judged_by, local.occupation, is_below=is_below) or advice_on(
        statistics.catalog, role, local, amount, starting, present
    )
    return JudgedOffer(
        amount=amount,
        yearly=yearly,
        full_time=full_time,
        location=location,
        occupation=local.occupation,
        standing=standing,
        no_verdict=_why_no_verdict(local.occupation) if standing == "unknown" else None,
        percentile=percentile_of(compared, judged_by) if judged_by else None,
        wages=wages,
        employment=local.employment,
        without_figures=local.without_figures,
        pay_range=pay_range,
        localization=yearly_pay.localization,
        starting=yearly_pay.starting,
        band=local.band,
        band_range=as_plain_range(local) if local.band else None,
        position_in_range=position_in(full_time.amount, pay_range),
        compa_ratio=share(full_time.amount, middle.amount) if middle and middle.amount else None,
        market_ratio=share(compared, median) if median and pay_range is None else None,
        prices=local.prices,
        real_value=real(amount, local.prices),
        real_yearly=real(yearly, local.prices),
        target=None if is_below else target_of(compared, judged_by, given, hours),
        against_current=_against(statistics, yearly, local.prices, current) if current else None,
        laws=laws,
        below_minimum_wage=is_below,
        doubtful=is_doubtful(statistics.catalog, compared, judged_by),
        advice=advice if isinstance(advice, AskingAdvice) else None,
        no_ask=advice if isinstance(advice, WhyNoAsk) else None,
        package=pack(yearly, package),
    )


def _why_no_verdict(occupation: RoleOccupation) -> WhyNoVerdict:
    return WhyNoVerdict.CATCH_ALL if occupation.catch_all else WhyNoVerdict.NO_WAGES


def _present(statistics: Statistics, prices: Prices, current: Pledge) -> Decimal:
    """What a person earns now in a year, or elsewhere what buys as much at the prices of the offer's place."""
    yearly, there = exact(yearly_amount(current, None).amount), statistics.prices(current[1])
    known = prices.index is not None and there.index is not None
    return yearly * exact(prices.index or 1) / exact(there.index or 1) if known else yearly


def _against(statistics: Statistics, yearly: Amount, prices: Prices, current: Pledge) -> AgainstCurrent:
    location = current[1]
    now, prices_now = yearly_amount(current, None), statistics.prices(location)
    return AgainstCurrent(
        current=offered_amount(current),
        yearly=now,
        location=location,
        prices=prices_now,
        nominal=difference(yearly, now),
        real=difference(real(yearly, prices), real(now, prices_now)),
    )
