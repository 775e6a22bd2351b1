"""What range to post for a role in a place, whom it would reach, and what the law there asks an ad to show."""

from collections.abc import Sequence
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from typing import ClassVar, Literal

from pydantic import Field

from cscareer.catalog.answer import Answer
from cscareer.catalog.bargaining_models import PostingRule
from cscareer.catalog.loading import Catalog
from cscareer.catalog.models import Band, Model, Role
from cscareer.errors import InvalidDataError
from cscareer.pay.amounts import Given
from cscareer.pay.asking import Marks, in_terms, marks_of
from cscareer.pay.floor import PlaceLaws, laws_at
from cscareer.pay.local import RoleRange, local_range
from cscareer.pay.local_laws import laws_within
from cscareer.pay.location import Location
from cscareer.pay.money import Period, exact, to_dollars, to_unit
from cscareer.pay.offer import JUDGEMENT, WhyNoVerdict
from cscareer.pay.percentiles import Percentile, percentile_of
from cscareer.pay.ranges import HOURS_A_YEAR, Amount, Range, amount_like, as_plain_range
from cscareer.pay.references import RoleOccupation, RoleRef, reference
from cscareer.pay.statistics import Prices, Statistics, real
from cscareer.pay.wages import Distribution


class Overtaken(Model):
    """That people who do the work now would be passed by newcomers.

    `middle` is what those in the middle of the role earn: as the person states it (`basis` given), else there; `whole` is
    whether even the low end of the posted range is more than that.
    """

    middle: Amount
    whole: bool


class PayToPost(Model):
    """What to post for one role in one place, by our rule; null with the reason `no_range`.

    `reached_by_low` and `reached_by_high` are the shares of all people in the occupation there who earn less than each end,
    `band` the part of them that the role stands for, where it is one, and
    `real_range` is what the range buys at average U.S. prices. `ad` is the line of the ad with {low}, {high} and {per} to
    fill in. `starting_range` is the published pay on the first day there, where one is. `paid` is what the person says those
    in the middle of the work earn, null where they don't say; `laws_within` names the cities and counties in a wider place that
    have a law on disclosing pay of their own.
    """

    role: RoleRef
    location: Location
    occupation: RoleOccupation
    band: Band | None
    range: Range | None
    no_range: WhyNoVerdict | None
    reached_by_low: Percentile | None
    reached_by_high: Percentile | None
    real_range: Range | None
    prices: Prices
    starting_range: Range | None
    wages: Distribution | None
    paid: Amount | None
    overtaken: Overtaken | None
    ad: str | None
    laws: PlaceLaws
    laws_within: tuple[str, ...]


class HiringPlan(Answer):
    """What to post for roles in places; `least_spread` and `most_spread` are the rule's, in percent of the low end."""

    rows: ClassVar = "postings"

    schema_: Literal["cscareer/hire/1"] = Field("cscareer/hire/1", alias="schema")
    per: Period
    rule: str
    least_spread: int
    most_spread: int
    postings: tuple[PayToPost, ...]


def plan_hiring(
    catalog: Catalog,
    roles: Sequence[Role],
    locations: Sequence[Location] = (),
    *,
    per: Period = "year",
    paid: Sequence[Given] = (),
) -> HiringPlan:
    """What to post for each role in each place, the nation where none is named.

    The low end is the larger of p25 and the low end of the published starting range there, at most the median and never
    under the minimum wage; the high end is the smaller of p75 and the published high end. The two differ by
    `least_spread` to `most_spread` percent of the low end. Where a role stands for a band of its occupation, the band's
    low, middle and high figures are taken for p25, median and p75.

    Args:
        catalog: the data.
        roles: the roles to fill.
        locations: where.
        per: the period to post.
        paid: what those in the middle of the work earn now with this employer: one for all roles, or one for each in their order.

    Raises:
        InvalidDataError: the data has no posting rule.

    Example:
        >>> catalog = load_catalog()
        >>> role, place = catalog.roles["customer-service-specialist"], find_location(catalog, "Denver")
        >>> len(plan_hiring(catalog, [role], [place]).postings)
        1
    """
    statistics, rule = catalog.once(Statistics), _the_rule(catalog)
    places = locations or [statistics.nation]
    each_paid: Sequence[Given | None] = (
        [paid[0]] * len(roles) if len(paid) == 1 else list(paid) or [None for _ in roles]
    )
    postings = [
        _posting(statistics, rule, role, place, per, given)
        for role, given in zip(roles, each_paid, strict=True)
        for place in places
    ]
    cited = [source for each in postings for source in _cited_by(each)]
    return HiringPlan(
        layers=catalog.added_layers,
        sources=catalog.cite(*cited),
        per=per,
        rule=rule.id,
        least_spread=rule.least_spread,
        most_spread=rule.most_spread,
        postings=tuple(postings),
    )


def _the_rule(catalog: Catalog) -> PostingRule:
    for rule in catalog.posting_rules.values():
        return rule
    raise InvalidDataError(
        "The data has no posting rule.", hint="Put one under posting_rules in bargaining.yaml."
    )


def _cited_by(posting: PayToPost) -> list[str]:
    figures = (posting.wages, posting.starting_range, posting.prices)
    cited = [source.id for figure in figures if figure for source in figure.sources]
    return [*cited, *([JUDGEMENT] if posting.range else []), *posting.laws.cited]


def _posting(
    statistics: Statistics, rule: PostingRule, role: Role, place: Location, per: Period, paid: Given | None
) -> PayToPost:
    local = local_range(statistics, role, place, per=per)
    laws = laws_at(statistics.catalog, place)
    wages = local.observed
    known = None if local.occupation.catch_all or wages is None else marks_of(wages, role.occupation.band)
    published = local if local.starting else None
    posted = _range(rule, known, published, laws, wages, per) if known and wages else None
    ends = (posted.low, posted.high) if posted else (None, None)
    low, high = (percentile_of(end, wages) if wages and end is not None else None for end in ends)
    return PayToPost(
        role=reference(role),
        location=place,
        occupation=local.occupation,
        band=role.occupation.band,
        range=posted,
        no_range=None if posted else _why_none(local),
        reached_by_low=low,
        reached_by_high=high,
        real_range=_real(posted, local.prices) if posted else None,
        prices=local.prices,
        starting_range=as_plain_range(published) if published else None,
        wages=wages,
        paid=_given(posted, per, paid) if posted and paid else None,
        overtaken=_overtaken(posted, known, per, paid) if posted and known else None,
        ad=rule.ad if posted else None,
        laws=laws,
        laws_within=tuple(
            law.jurisdiction for law in laws_within(statistics.catalog, statistics.gazetteer, place, laws)
        ),
    )


def _why_none(local: RoleRange) -> WhyNoVerdict:
    return WhyNoVerdict.CATCH_ALL if local.occupation.catch_all else WhyNoVerdict.NO_WAGES


def _range(
    rule: PostingRule,
    marks: Marks,
    published: Range | None,
    laws: PlaceLaws,
    wages: Distribution,
    per: Period,
) -> Range:
    step = rule.hourly_step if per == "hour" else Decimal(rule.yearly_step)
    least, most = (Decimal(100 + spread) / 100 for spread in (rule.least_spread, rule.most_spread))
    start = exact(published.low) if published and published.low is not None else marks.low
    end = exact(published.high) if published and published.high is not None else marks.high
    floor = exact(laws.lowest.hourly if per == "hour" else laws.lowest.yearly)
    low = step * (max(min(max(marks.low, start), marks.middle), floor) / step).to_integral_value(
        ROUND_CEILING
    )
    nearest, fewest, furthest = (
        Decimal(to_dollars(min(marks.high, end) / step)),
        (low * least / step).to_integral_value(ROUND_CEILING),
        (low * most / step).to_integral_value(ROUND_FLOOR),
    )
    high = step * min(max(nearest, fewest), furthest)  # rounded, the ends are still so far apart
    sources = (
        *wages.sources,
        *(each for each in (published.sources if published else ()) if each not in wages.sources),
    )
    return Range(
        low=to_unit(low, per),
        high=to_unit(high, per),
        currency=wages.currency,
        per=per,
        hours=None,
        basis="calculated",
        area=wages.area,
        sources=sources,
    )


def _real(posted: Range, prices: Prices) -> Range | None:
    """What both ends buy at average prices; null where there is no price level."""
    ends = [real(amount_like(posted, end), prices) for end in (posted.low, posted.high) if end is not None]
    found = [end for end in ends if end is not None]
    if len(found) != len((posted.low, posted.high)):
        return None
    low, high = found
    return posted.model_copy(update={"low": low.amount, "high": high.amount, "sources": low.sources})


def _overtaken(posted: Range, marks: Marks, per: Period, paid: Given | None) -> Overtaken | None:
    """Whether newcomers would be paid more than those in the middle; null where they wouldn't."""
    there = amount_like(posted, to_unit(marks.middle, per), "observed")
    middle = _given(posted, per, paid) if paid else there
    if posted.low is None or posted.high is None or posted.high <= middle.amount:
        return None
    return Overtaken(middle=middle, whole=posted.low > middle.amount)


def _given(posted: Range, per: Period, paid: Given) -> Amount:
    """What a person says their people earn, in the period that is posted, at 2,080 hours a year."""
    yearly = exact(paid.amount) * (HOURS_A_YEAR if paid.per == "hour" else 1)
    stated = amount_like(posted, to_unit(in_terms(to_unit(yearly, "hour"), per, None), per), "given")
    return stated.model_copy(update={"sources": ()})
