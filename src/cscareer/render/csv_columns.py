"""The columns of a tidy sheet: for each form of answer a dozen at most, named as a person would name them.

Each is `name=path`, a path leading through the row's own fields, or from the answer itself where it begins with `^`. A form
that isn't named has all its columns, with a role's title first where the answer is of one role.
"""

_RANGE = "low=pay.low high=pay.high per=pay.per currency=pay.currency kind=pay.basis"

COLUMNS: dict[str, str] = {
    "roles": f"role=title id level track {_RANGE} typical=typical.amount median=observed.median place=pay.area.name",
    "role": f"role=title id level track summary {_RANGE} midpoint=midpoint.amount occupation=occupation.title",
    "pay": (
        "role=role.title place=location.name low high midpoint=midpoint.amount per currency kind=basis "
        "median=observed.median nation_median=national.median prices=prices.index buys=real_median.amount"
    ),
    "pay-ranking": (
        "role=^role.title wages_of_all=^occupation.title rank place=name low_quarter=wages.p25 median=wages.median "
        "high_quarter=wages.p75 per=wages.per people=employment buys=real_median.amount source=wages.sources year=wages.year"
    ),
    "pay-rankings": (
        "role=role.title wages_of_all=occupation.title rank place=name low_quarter=wages.p25 median=wages.median "
        "high_quarter=wages.p75 per=wages.per people=employment buys=real_median.amount source=wages.sources year=wages.year"
    ),
    "near-job": (
        "from=^title role=title id level fit=share_met missing low=pay.low high=pay.high per=pay.per currency=pay.currency "
        "kind=pay.basis"
    ),
    "compare": (
        f"role=title id level {_RANGE} typical=typical.amount difference=typical_difference.amount percent=typical_difference.percent "
        "median=observed.median"
    ),
    "compare-places": (
        "role=role.title place=location.name low=pay.low high=pay.high per=pay.per kind=pay.basis midpoint=midpoint.amount "
        "median=observed.median median_difference=median_difference.amount prices=prices.index buys=real_median.amount "
        "buys_difference=real_difference.amount"
    ),
    "offer": (
        "role=^role.title place=location.name offer=amount.amount per=amount.per verdict=standing percentile=percentile.value "
        "position_in_range median=wages.median ask=advice.ask.amount settle=advice.settle.amount "
        "look_on_below=advice.look_on_below.amount buys=real_value.amount"
    ),
    "hire": (
        "role=role.title place=location.name low=range.low high=range.high per=range.per pays_more_than=reached_by_low.value "
        "to=reached_by_high.value low_buys=real_range.low high_buys=real_range.high median=wages.median prices=prices.index"
    ),
    "posting": "role=^role.title skill=name id demand level quote line state held_level your_quote your_line",
    "postings-compared": (
        "rank file title company role place work_mode pay_low pay_high real_pay fit warnings"
    ),
    "postings": "number day title company role place pay_low pay_high fit state applied note",
    "tickets": "group metric name n count value low high median p90 standing apart",
    "locations": "place=name kind state population wages_of=area.name area_id=area.id price_index",
    "skills": "role=^role.title skill=name id kind summary pays_more wanted_by need level",
    "trend": (
        "role=^role.title year median=median.amount change=median_change in_newest_money=real_median.amount people=employment "
        "people_change=employment_change new_method"
    ),
    "raise": "month pay=pay.amount per=pay.per needed=needed.amount change real_change",
    "gap": (
        "role=^role.title skill=name id need wanted=wanted_level held=held_level state gain pays_more how show_step next_step"
    ),
    "match": f"role=title id level track fit=share_met verdict within_reach missing {_RANGE.replace('currency=pay.currency ', '')}",
    "people": (
        "line id years_of_experience rank role=role.title role_id=role.id level=role.level fit=role.share_met "
        "verdict=role.verdict within_reach=role.within_reach missing=role.missing"
    ),
    "beyond": (
        "role=^role.title work=title code rank median=pay.amount place=pay.area.name usually_asked=entry_education experience "
        "degree_usual ai_exposure to_learn=distance gaps"
    ),
    "path": (
        "route step from=from_role.title role=role.title level move years_low=years.low years_high=years.high skills_to_add "
        "low=pay_after.low high=pay_after.high kind=pay_after.basis"
    ),
    "path-reachable": (
        "role=role.title from=^from_role.title level track steps=total.steps years_low=total.years.low "
        "years_high=total.years.high skills=total.skills_to_add low=pay.low high=pay.high per=pay.per kind=pay.basis"
    ),
    "outlook": (
        "role=role.title occupation=occupation.title code=occupation.code from=projection.base_year to=projection.target_year "
        "jobs=projection.jobs jobs_then=projection.projected_jobs change=projection.jobs_change "
        "openings_a_year=projection.openings_a_year pay_change_a_year=trend.median_change_a_year "
        "after_prices=trend.real_change ai_index=exposure.index"
    ),
    "metrics": (
        "metric=name id short=abbreviation summary unit better=direction good_from=good.low good_to=good.high "
        "best_from=world_class.low best_to=world_class.high average_from=average.low average_to=average.high"
    ),
    "metric": (
        "metric=name id short=abbreviation summary unit better formula=formula.words good_from=good.low good_to=good.high "
        "best_from=world_class.low average_from=average.low average_to=average.high"
    ),
    "skill": (
        "skill=name id kind summary basic=levels.basic working=levels.working advanced=levels.advanced expert=levels.expert "
        "prove pays_more=pays_more.claim wanted_by=roles"
    ),
    "checklist": (
        "role skill=name id need wanted=wanted_level held=held_level state since evidence note next_step dropped"
    ),
    "title": "title kind role=role_title role_id=role occupation=occupation.title code=occupation.code confidence seniority leads words",
    "practice-scenario": (
        "scenario=title id channel difficulty summary situation opening good=replies.good better=replies.better "
        "why_better=replies.why_better"
    ),
}  # fmt: skip


def columns_for(form: str) -> list[tuple[str, str]] | None:
    """The columns of a form of answer, each with its path; None where it isn't named."""
    named = COLUMNS.get(form)
    if named is None:
        return None
    return [(name, path or name) for name, _, path in (each.partition("=") for each in named.split())]
