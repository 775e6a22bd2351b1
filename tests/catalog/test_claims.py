"""Claims that were once wrong: each with the fact that stands now, and who states it."""

import re
from decimal import Decimal

from conftest import ROOT
from rows import each_row

from cscareer.catalog.law_models import NOTICE
from cscareer.catalog.loading import Catalog, load_catalog
from cscareer.guide.outlook import report_outlook
from cscareer.pay.projections import Projections

CATALOG = load_catalog(environment={})


def words(text: str) -> str:
    return " ".join(text.split())


def guide(catalog: Catalog) -> str:
    return words(
        " ".join(
            passage.text
            for chapter in catalog.chapters.values()
            for section in chapter.sections
            for passage in section.passages
        )
    )


def notes(catalog: Catalog, metric: str) -> str:
    return words(" ".join(note.words for note in catalog.metrics[metric].notes))


def test_the_ten_most_wanted_jobs_are_of_administrative_and_customer_support(catalog: Catalog) -> None:
    for text in (guide(catalog), words(catalog.arguments["in-demand"].text)):
        assert re.search(
            r"ten most wanted (administrative and customer support )?jobs.*(administrative and customer support|Robert Half)",
            text,
        )


def test_openings_come_from_change_of_occupation_and_leaving_the_labor_force(catalog: Catalog) -> None:
    texts = [
        catalog.explanations["openings-means"].text,
        catalog.arguments["many-leave"].text,
        guide(catalog),
    ]
    for text in map(words, texts):
        assert "leave the labor force, such as to retire" in text
        assert "one employer" in text or "ask an employer" in text
    assert "people leave says" not in words(" ".join(texts))


def test_prices_took_nearly_all_of_the_raises(catalog: Catalog) -> None:
    answer = report_outlook(catalog, catalog.roles["customer-service-specialist"])
    (told,) = (reason for reason in answer.reasons if reason.id == "pay-held")
    then, now, index = 36_920, 44_770, (Decimal("269.195"), Decimal("321.465"))
    same = round(then * index[1] / index[0])
    assert (same, round((Decimal(now) / same - 1) * 100, 1)) == (44_089, Decimal("1.5"))
    assert "+1.5% in all after prices" in told.text
    worth = {year.year: year.real_median.amount for year in answer.trend.years if year.real_median}
    assert worth[2021] == same
    assert {"bls-oews-2021", "bls-oews-2025", "bls-cpi-2026"} <= set(told.sources)


def test_ai_pay_is_told_with_what_is_known_of_customer_support(catalog: Catalog) -> None:
    effect = words(catalog.pay_factors["ai-skills"].effect)
    assert all(figure in effect for figure in ("28%", "43%", "56%", "62%"))
    claim = catalog.skills["ai-prompting"].pays_more
    assert claim
    for text in (effect, words(claim.claim), words(catalog.sources["lightcast-cnbc-2025"].note or "")):
        assert "customer support among the fields where" in text
    assert "not measured for customer service" not in effect + claim.claim


OTHER_METRICS = {
    "first-contact-resolution": ["resolution rate", "first-time fix", "one-touch resolution"],
    "average-handle-time": ["talk time", "call duration", "average call time"],
    "service-level": ["grade of service"],
    "average-speed-of-answer": ["wait time", "time in queue"],
    "first-response-time": ["response time"],
    "schedule-adherence": ["schedule compliance"],
    "backlog-age": ["backlog", "ticket backlog"],
}


@each_row("metric", OTHER_METRICS)
def test_a_name_of_another_metric_is_no_alias(catalog: Catalog, metric: str) -> None:
    assert not set(OTHER_METRICS[metric]) & set(catalog.metrics[metric].aliases)


def test_first_contact_resolution_is_of_calls_by_a_survey_and_differs_by_industry(catalog: Catalog) -> None:
    metric = catalog.metrics["first-contact-resolution"]
    assert metric.average
    assert metric.world_class
    assert (metric.average.low, metric.average.sources) == (70, ("sqm-kpis",))
    assert "5% of more than 500" in (metric.world_class.words or "")
    said = notes(catalog, metric.id)
    assert "For tickets, chats and emails they are no yardstick" in said
    assert "retail 78%, insurance 76%, health insurance 72%, energy 72%, finance 71%" in said
    assert "technical support 65%, telecommunications 61%" in said


def test_service_level_has_three_treatments_and_the_one_of_short_abandons(catalog: Catalog) -> None:
    said = notes(catalog, "service-level")
    assert "78% when all 1,000 count, 83% when abandoned calls are left out, and 80%" in said
    assert "79.6% (780 ÷ 980)" in said
    assert round(780 / (1000 - 20) * 100, 1) == 79.6


def test_customer_effort_cites_a_page_whose_scale_runs_the_same_way(catalog: Catalog) -> None:
    metric = catalog.metrics["customer-effort-score"]
    assert metric.formula.sources == ("nicereply-ces",)
    assert "strongly agree" in (metric.scale or "")


def test_occupancy_says_that_its_mean_has_no_date_and_that_utilization_is_another(catalog: Catalog) -> None:
    average = catalog.metrics["occupancy"].average
    assert average
    assert "without a date" in (average.words or "")
    assert "meetings, training and breaks" in notes(catalog, "occupancy")


def test_attrition_differs_by_the_size_of_the_center(catalog: Catalog) -> None:
    assert "About 45% a year in centers with more than 200 seats, 20 to 25% below 50" in notes(
        catalog, "attrition"
    )


def test_no_formula_rests_on_a_page_that_was_replaced(catalog: Catalog) -> None:
    assert "investopedia-abandon-rate" not in catalog.sources


def test_onet_is_cited_for_a_title_only_where_it_lists_it(catalog: Catalog) -> None:
    why = words(catalog.roles["customer-service-specialist"].occupation.why or "")
    assert "Customer Care Representative under 43-4171" in why
    assert "Customer Support Rep under 15-1232" in why


def test_a_call_center_specialist_verifies_callers(catalog: Catalog) -> None:
    role = catalog.roles["call-center-specialist"]
    assert {each.skill: each.need.value for each in role.skills}["privacy-security"] == "required"
    assert "Confirms who is calling before opening an account." in role.responsibilities


def test_no_better_reply_lies_about_who_speaks(catalog: Catalog) -> None:
    replies = catalog.scenarios["escalation-to-you"].replies
    spoken = words(" ".join((*replies.good, *replies.better)))
    assert "senior specialist" in spoken
    assert not re.search(r"I'm a supervisor|I lead", spoken)


def test_a_better_reply_uses_only_terms_the_scenario_gives(catalog: Catalog) -> None:
    bot = catalog.scenarios["ai-wrong-answer"]
    given, said = words(" ".join(bot.known)), words(" ".join(bot.replies.better))
    for term in ("6 p.m. the day before", "five working days", "189"):
        assert term in given
        assert term in said
    post = words(" ".join(catalog.scenarios["social-media-complaint"].replies.better))
    assert "I can't see from here which order is yours" in post
    assert "yours among" not in post


@each_row(
    "scenario",
    [
        "caller-in-crisis",
        "card-number-in-chat",
        "relay-call",
        "scam-victim",
        "asking-for-a-raise",
        "pay-in-an-interview",
    ],
)
def test_a_scenario_that_was_missing_is_there(catalog: Catalog, scenario: str) -> None:
    assert scenario in catalog.scenarios


def test_a_second_language_takes_the_class_hours_that_the_institute_states(catalog: Catalog) -> None:
    takes = catalog.skills["bilingual-service"].takes
    assert takes
    assert (takes.low, takes.high, takes.unit, takes.sources) == (600, 2200, "hours", ("fsi-languages",))
    assert all(f in takes.claim for f in ("600 to 750", "900 for Haitian Creole", "1,100", "2,200"))


STUDIES = {
    "assistant-study": ("2025", ("5,172", "15%", "30%"), "89%"),
    "headcount-survey": ("2025-10", ("321", "20%", "55%", "42%"), "second-hand"),
    "plans-dropped": ("2025-07-10", ("2027", "half"), "forecast"),
    "turned-back": ("2025-05", ("Klarna",), "One firm"),
}


@each_row("study", STUDIES)
def test_evidence_on_ai_says_when_it_is_from_and_how_far_it_carries(catalog: Catalog, study: str) -> None:
    date, figures, reach = STUDIES[study]
    entry = catalog.evidence[study]
    assert entry.date == date
    assert all(figure in words(entry.text) for figure in figures)
    assert reach in words(entry.reach)


def test_measured_use_and_the_official_category_are_the_sources_own(catalog: Catalog) -> None:
    scores = {code: (each.score, each.rank, each.of) for code, each in catalog.ai_applicabilities.items()}
    assert scores["43-4051"] == (0.440, 6, 785)
    assert scores["41-3091"] == (0.460, 4, 785)
    assert scores["43-1011"] == (0.245, 184, 785)
    categories = {
        code: Projections(catalog).of(code)[0].ai_exposure for code in ("43-4051", "43-1011", "41-3091")
    }
    assert set(categories.values()) == {"Very high"}
    assert "no forecast of lost jobs" in words(catalog.explanations["category-means"].text)


def test_certificates_hold_what_was_read_and_null_for_the_rest(catalog: Catalog) -> None:
    assert len(catalog.certificates) == 14
    ccxp, admin = catalog.certificates["ccxp"], catalog.certificates["salesforce-administrator"]
    assert (ccxp.exam_minutes, ccxp.renewal, ccxp.cost) == (180, "every 3 years, 30 credits", None)
    assert (admin.exam_minutes, admin.questions, admin.confidence) == (105, 60, "high")
    assert admin.cost
    assert (admin.cost.amount, admin.cost.per) == (200, "once")
    assert "organizations, not people" in (catalog.certificates["copc"].note or "")


def test_laws_are_dated_and_say_that_they_are_no_advice(catalog: Catalog) -> None:
    assert "Not legal advice" in NOTICE
    federal, florida = catalog.minimum_wages["us"], catalog.minimum_wages["fl"]
    assert (federal.hourly, federal.since) == (Decimal("7.25"), "2009-07-24")
    assert (florida.hourly, florida.since) == (Decimal("15.00"), "2026-09-30")
    assert len(catalog.minimum_wages) == 56
    assert len(catalog.pay_laws) == 26
    assert catalog.pay_laws["colorado"].min_employees == 1
    assert catalog.pay_laws["delaware"].status == "not yet in force"
    assert "TX" not in {law.state for law in catalog.pay_laws.values()}


def test_every_source_is_dated_or_says_the_day_it_was_read(catalog: Catalog) -> None:
    assert [source.id for source in catalog.sources.values() if not source.date and not source.read] == []


def test_what_is_known_second_hand_says_how_sure_it_is(catalog: Catalog) -> None:
    second_hand = ["lightcast-2025", "gartner-headcount-2025", "gartner-plans-2025", "klarna-2025"]
    second_hand += [
        "certificate-pages-2026",
        "minimum-wages-2026",
        "pay-transparency-2026",
        "calabrio-attrition",
    ]
    assert {catalog.sources[source].confidence for source in second_hand} == {"medium"}


def test_a_manager_starts_at_levels_that_a_start_can_have(catalog: Catalog) -> None:
    levels = {each.skill: each.level for each in catalog.roles["customer-service-manager"].skills}
    assert levels["team-leadership"] == 3
    assert max(levels.values()) == 3
    for role in catalog.roles.values():
        if role.level.value in {"entry", "specialist", "senior", "lead"}:
            assert max(each.level for each in role.skills) <= 3, role.id


def test_an_account_manager_does_not_rise_to_customer_success_or_experience_manager(catalog: Catalog) -> None:
    moves = {each.role: each.move.value for each in catalog.roles["account-manager"].next_roles}
    assert moves["customer-success-manager"] == "sideways"
    assert "customer-experience-manager" not in moves


@each_row(
    ("role", "next_role"),
    [
        ("technical-support-specialist", "support-engineer"),
        ("technical-support-specialist", "technical-account-manager"),
        ("customer-success-manager", "director-of-customer-experience"),
        ("director-of-customer-experience", "vice-president-of-customer-experience"),
    ],
)
def test_a_next_step_that_was_missing_is_there(catalog: Catalog, role: str, next_role: str) -> None:
    assert next_role in {each.role for each in catalog.roles[role].next_roles}


@each_row(
    "role",
    [
        "customer-service-specialist",
        "call-center-specialist",
        "chat-and-social-care-specialist",
        "help-desk-technician",
        "technical-support-specialist",
        "senior-customer-service-specialist",
        "customer-experience-specialist",
        "retention-specialist",
        "escalation-specialist",
        "claims-representative",
        "billing-and-collections-representative",
        "patient-access-representative",
    ],
)
def test_the_front_line_wants_what_the_brief_names(catalog: Catalog, role: str) -> None:
    wanted = {each.skill for each in catalog.roles[role].skills}
    assert {"collaboration", "data-literacy", "ai-prompting"} <= wanted
    assert wanted & {"privacy-security", "health-privacy"}


def test_the_readme_says_which_moves_are_counted_and_that_projections_are_here() -> None:
    readme = words((ROOT / "README.md").read_text(encoding="utf-8"))
    assert "no source counts" not in readme
    assert "not in our data yet" not in readme


@each_row(
    ("metric", "share"),
    [
        ("abandonment-rate", 85),
        ("average-handle-time", 84),
        ("quality-score", 77),
        ("average-speed-of-answer", 76),
        ("agent-productivity", 74),
    ],
)
def test_what_centers_measure_most_is_told_with_its_survey(catalog: Catalog, metric: str, share: int) -> None:
    (note,) = (each for each in catalog.metrics[metric].notes if each.sources == ("icmi-measuring-2025",))
    assert note.words == f"{share}% of centers measure it, by a survey of 2025."
