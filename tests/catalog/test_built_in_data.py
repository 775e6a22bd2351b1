"""Every row of the built-in data: what the guide must carry, and that each fact has its source."""

import pytest
from rows import each_row

from cscareer.catalog.drafting import read_layers
from cscareer.catalog.layers import layers_in_use
from cscareer.catalog.loading import Catalog, load_catalog
from cscareer.catalog.lookup import find
from cscareer.catalog.models import Level, Move, Need, SkillLevel

CATALOG = load_catalog(environment={})

BRIEF_ROLES = {
    "customer-service-specialist",
    "call-center-specialist",
    "senior-customer-service-specialist",
    "customer-experience-specialist",
    "customer-service-manager",
    "account-manager",
}
ROLES = {  # the occupation of each, and how close the match is
    "customer-service-specialist": ("43-4051", "close"),
    "call-center-specialist": ("43-4051", "close"),
    "senior-customer-service-specialist": ("43-4051", "close"),
    "customer-experience-specialist": ("43-4051", "broad"),
    "customer-service-manager": ("43-1011", "close"),
    "account-manager": ("41-3091", "broad"),
    "customer-service-team-lead": ("43-1011", "broad"),
    "call-center-supervisor": ("43-1011", "close"),
    "technical-support-specialist": ("15-1232", "close"),
    "customer-success-manager": ("43-1011", "broad"),
    "quality-assurance-analyst": ("13-1199", "broad"),
    "workforce-management-analyst": ("13-1141", "broad"),
    "knowledge-base-specialist": ("27-3042", "broad"),
    "customer-service-trainer": ("13-1151", "close"),
    "support-operations-analyst": ("13-1111", "broad"),
    "ai-support-specialist": ("15-1232", "broad"),
    "contact-center-manager": ("43-1011", "broad"),
    "customer-experience-manager": ("43-1011", "close"),
    "director-of-customer-experience": ("11-3012", "broad"),
    "receptionist": ("43-4171", "close"),
    "patient-access-representative": ("43-4111", "broad"),
    "help-desk-technician": ("15-1232", "close"),
    "chat-and-social-care-specialist": ("43-4051", "broad"),
    "billing-and-collections-representative": ("43-3011", "close"),
    "claims-representative": ("43-9041", "close"),
    "escalation-specialist": ("43-4051", "broad"),
    "retention-specialist": ("43-4051", "broad"),
    "onboarding-specialist": ("13-1082", "broad"),
    "support-engineer": ("15-1232", "close"),
    "technical-account-manager": ("41-3091", "broad"),
    "renewals-manager": ("41-3091", "broad"),
    "community-manager": ("13-1161", "broad"),
    "voice-of-the-customer-analyst": ("13-1161", "broad"),
    "conversation-designer": ("15-1255", "broad"),
    "workforce-manager": ("43-1011", "broad"),
    "quality-manager": ("43-1011", "broad"),
    "training-manager": ("11-3131", "close"),
    "knowledge-manager": ("11-3131", "broad"),
    "support-manager": ("43-1011", "broad"),
    "vice-president-of-customer-experience": ("11-1021", "broad"),
}
PUBLISHED = {
    "customer-service-specialist": (38_500, 48_500),
    "call-center-specialist": (34_750, 47_000),
    "customer-service-manager": (57_000, 81_250),
}
PAYS_MORE = {
    "robert-half-2026": {
        "customer-experience", "team-leadership", "ai-data-management", "data-analysis", "database-management",
        "ai-support-tools", "customer-retention", "bilingual-service", "empathy", "business-acumen",
    },
    "lightcast-2025": {"ai-prompting"},
}  # fmt: skip


def test_no_problem_is_found() -> None:
    assert read_layers(layers_in_use(None, {})).problems == []


def test_the_roles_are_those_the_guide_promises() -> None:
    assert set(CATALOG.roles) == set(ROLES)


@each_row("role_id", CATALOG.roles)
def test_a_role_is_complete(catalog: Catalog, role_id: str) -> None:
    role = catalog.roles[role_id]
    assert role.id == role.title.lower().replace(" ", "-")
    assert role.aliases
    assert 3 <= len(role.responsibilities) <= 6
    assert (role.occupation.code, role.occupation.match) == ROLES[role_id]
    assert sum(wanted.need is Need.REQUIRED for wanted in role.skills) >= 4
    assert any(wanted.need is Need.HELPFUL for wanted in role.skills)
    assert "cscareer-judgement" in role.sources, "skills, levels and years are our judgement"
    assert "onet-29.3" in role.sources, "its occupation comes from O*NET"
    assert ("robert-half-2026" in role.sources) == (role_id in BRIEF_ROLES)
    assert role.occupation.why, "which occupation, and why this one"
    if role_id in BRIEF_ROLES:
        assert {"healthcare", "hospitality", "technology", "retail"} <= set(role.industries)


@each_row("role_id", CATALOG.roles)
def test_a_role_leads_on_and_a_promotion_leads_up(catalog: Catalog, role_id: str) -> None:
    role = catalog.roles[role_id]
    promotions = [catalog.roles[step.role] for step in role.next_roles if step.move is Move.PROMOTION]
    assert promotions or role.level is Level.EXECUTIVE
    assert all(higher.level.rank > role.level.rank for higher in promotions)


@each_row("role_id", CATALOG.roles)
def test_every_role_but_the_first_is_reached_from_another(catalog: Catalog, role_id: str) -> None:
    reached = {step.role for role in catalog.roles.values() for step in role.next_roles}
    assert role_id in reached or catalog.roles[role_id].level is Level.ENTRY


def test_the_roles_in_demand_are_those_the_source_names(catalog: Catalog) -> None:
    wanted = {role.id: role.in_demand for role in catalog.roles.values() if role.in_demand}
    assert set(wanted) == {"customer-service-specialist", "customer-service-manager"}
    assert all(entry.year == 2025 and entry.sources == ("robert-half-2026",) for entry in wanted.values())


def test_every_level_and_track_has_a_role(catalog: Catalog) -> None:
    assert {role.level for role in catalog.roles.values()} == set(Level)
    assert len({role.track for role in catalog.roles.values()}) == 6


def test_there_are_skills_enough(catalog: Catalog) -> None:
    assert len(catalog.skills) == 66
    brief = {
        "empathy", "communication", "problem-solving", "collaboration", "data-literacy", "ai-prompting",
        "privacy-security", "nlp-basics",
    }  # fmt: skip
    assert brief <= set(catalog.skills)


@each_row("skill_id", CATALOG.skills)
def test_a_skill_is_complete(catalog: Catalog, skill_id: str) -> None:
    skill = catalog.skills[skill_id]
    assert len(skill.aliases) >= 3
    for texts in (skill.levels, skill.build):
        told = [texts.at(level) for level in SkillLevel]
        assert len(set(told)) == len(told)
        assert all(15 <= len(text) <= 150 and text.endswith(".") for text in told), told
    assert len(skill.prove) >= 2
    assert "cscareer-judgement" in skill.sources
    assert (skill.onet is None) or "onet-29.3" in skill.sources


@each_row("skill_id", CATALOG.skills)
def test_a_skill_pays_more_only_where_a_source_says_so(catalog: Catalog, skill_id: str) -> None:
    claim = catalog.skills[skill_id].pays_more
    said_by = {source for source, skills in PAYS_MORE.items() if skill_id in skills}
    assert set(claim.sources if claim else ()) == said_by


@each_row("skill_id", CATALOG.skills)
def test_a_skill_is_wanted_by_a_role_or_moves_pay(catalog: Catalog, skill_id: str) -> None:
    wanted = {want.skill for role in catalog.roles.values() for want in role.skills}
    assert skill_id in wanted or catalog.skills[skill_id].pays_more


def test_the_published_ranges_are_the_sources_own(catalog: Catalog) -> None:
    figures = {entry.role: (entry.low, entry.high) for entry in catalog.salaries.values()}
    assert figures == PUBLISHED
    for entry in catalog.salaries.values():
        assert (entry.area, entry.year, entry.currency, entry.per, entry.starting) == (
            "99",
            2026,
            "USD",
            "year",
            True,
        )
        assert entry.sources == ("robert-half-2026",)


def test_the_front_line_statement_is_words_and_no_figures(catalog: Catalog) -> None:
    (statement,) = catalog.statements.values()
    assert statement.words == "mid-30,000s to low-40,000s"
    assert (statement.low, statement.high) == (None, None)


@each_row("factor_id", CATALOG.pay_factors)
def test_what_moves_pay_is_sourced(catalog: Catalog, factor_id: str) -> None:
    factor = catalog.pay_factors[factor_id]
    assert factor.sources
    assert factor.skill is None or catalog.skills[factor.skill].pays_more


def test_extra_pay_for_a_second_language_is_told_with_both_findings(catalog: Catalog) -> None:
    effect = catalog.pay_factors["bilingual-differential"].effect
    assert "5–20% of base" in effect
    assert "often underpaid" in effect


def test_one_role_alone_falls_under_an_occupation_that_catches_all_the_rest(catalog: Catalog) -> None:
    catch_all = {code for code, each in catalog.occupations.items() if each.title.endswith(", All Other")}
    assert {role.id for role in catalog.roles.values() if role.occupation.code in catch_all} == {
        "quality-assurance-analyst"
    }


@pytest.mark.parametrize(
    "role_id", ["call-center-specialist", "customer-service-specialist", "chat-and-social-care-specialist"]
)
def test_the_front_line_is_asked_for_what_the_brief_names_at_a_basic_level(
    catalog: Catalog, role_id: str
) -> None:
    wanted = {each.skill: each.level for each in catalog.roles[role_id].skills}
    basic = ("collaboration", "data-literacy", "ai-prompting", "privacy-security")
    assert {skill: wanted.get(skill) for skill in basic} == dict.fromkeys(basic, 1)


def test_no_front_line_and_no_first_manager_needs_an_expert(catalog: Catalog) -> None:
    low = {Level.ENTRY: 2, Level.SPECIALIST: 3, Level.SENIOR: 3, Level.LEAD: 3}
    for role in catalog.roles.values():
        assert max(each.level for each in role.skills) <= low.get(role.level, 4), role.id
    manager = {each.skill: each.level for each in catalog.roles["customer-service-manager"].skills}
    assert (manager["team-leadership"], max(manager.values())) == (3, 3)


def test_what_the_first_weeks_teach_is_marked_on_the_front_line_only(catalog: Catalog) -> None:
    for role in catalog.roles.values():
        taught = {each.skill for each in role.skills if each.taught}
        assert not taught or role.level.rank <= Level.SPECIALIST.rank, role.id
        assert role.level is not Level.ENTRY or taught, role.id


STEPS = [
    ("technical-support-specialist", "support-engineer"),
    ("technical-support-specialist", "technical-account-manager"),
    ("customer-success-manager", "director-of-customer-experience"),
    ("director-of-customer-experience", "vice-president-of-customer-experience"),
]


@each_row(("role_id", "next_id"), STEPS)
def test_a_next_step_that_was_missing_is_there(catalog: Catalog, role_id: str, next_id: str) -> None:
    step = next(step for step in catalog.roles[role_id].next_roles if step.role == next_id)
    assert step.move is Move.PROMOTION


def test_an_account_manager_is_not_promoted_into_customer_success_or_experience(catalog: Catalog) -> None:
    promoted = {
        step.role for step in catalog.roles["account-manager"].next_roles if step.move is Move.PROMOTION
    }
    assert promoted.isdisjoint({"customer-success-manager", "customer-experience-manager"})


TITLES = {
    "customer service rep": "customer-service-specialist",
    "CS rep": "customer-service-specialist",
    "customer support agent": "customer-service-specialist",
    "customer support associate": "customer-service-specialist",
    "bilingual customer service representative": "customer-service-specialist",
    "client services associate": "customer-service-specialist",
    "chat agent": "chat-and-social-care-specialist",
    "IT help desk": "help-desk-technician",
    "user support specialist": "technical-support-specialist",
    "front desk receptionist": "receptionist",
    "patient access rep": "patient-access-representative",
    "senior account manager": "account-manager",
    "customer success specialist": "customer-success-manager",
    "supervisor": "call-center-supervisor",
    "team leader": "customer-service-team-lead",
    "support manager": "support-manager",
    "help desk manager": "support-manager",
    "TAM": "technical-account-manager",
    "chief customer officer": "vice-president-of-customer-experience",
}


@each_row("title", TITLES)
def test_a_title_people_search_for_resolves(catalog: Catalog, title: str) -> None:
    assert find(catalog.roles, title, what="role", list_command="").entry.id == TITLES[title]


def test_a_guest_service_agent_is_asked_which_one_they_mean(catalog: Catalog) -> None:
    names = {role.id for role in catalog.roles.values() if "guest service agent" in role.ambiguous}
    assert names == {"customer-service-specialist", "receptionist"}


@each_row("source_id", CATALOG.sources)
def test_a_source_is_dated_or_says_when_it_was_read(catalog: Catalog, source_id: str) -> None:
    source = catalog.sources[source_id]
    made_by_import = source_id in {"bea-rpp-2024", "census-places-2023"}  # they carry year and digest
    assert source.date or source.read or made_by_import
    note = source.note or ""
    assert "second-hand" not in note or source.confidence in {"medium", "low"}


def test_a_team_lead_is_found_by_the_name_people_use(catalog: Catalog) -> None:
    assert "team lead" in catalog.roles["customer-service-team-lead"].aliases


def test_every_source_is_cited_somewhere(catalog: Catalog) -> None:
    from cscareer.catalog.reports import list_sources

    cited = {source.id: source.cited_by for source in list_sources(catalog).sources}
    assert set(cited) == set(CATALOG.sources)
    assert [source for source, times in cited.items() if not times] == []


@each_row("code", CATALOG.occupations)
def test_an_occupation_is_some_roles(catalog: Catalog, code: str) -> None:
    assert code in {role.occupation.code for role in catalog.roles.values()}


@each_row("industry_id", CATALOG.industries)
def test_an_industry_has_roles_and_a_naics_code(catalog: Catalog, industry_id: str) -> None:
    assert any(industry_id in role.industries for role in catalog.roles.values())
    assert catalog.industries[industry_id].naics


def test_the_industries_of_the_brief_map_to_their_naics_sectors(catalog: Catalog) -> None:
    expected = {
        "healthcare": ("62",),
        "hospitality": ("72",),
        "retail": ("44-45",),
        "technology": ("51", "5415"),
    }
    assert {key: catalog.industries[key].naics for key in expected} == expected


@each_row("role_id", CATALOG.roles)
def test_a_role_declares_a_band_exactly_where_no_source_states_its_pay(
    catalog: Catalog, role_id: str
) -> None:
    band = catalog.roles[role_id].occupation.band
    assert (band is None) == (role_id in PUBLISHED)
    assert band is None or (band.reason.endswith(".") and len(band.reason) >= 40)


@each_row("ask_id", CATALOG.other_asks)
def test_what_else_to_ask_for_is_our_own_advice(catalog: Catalog, ask_id: str) -> None:
    ask = catalog.other_asks[ask_id]
    assert ask.sources == ("cscareer-judgement",)
    assert ask.words.endswith(".")


def test_the_wage_statistics_changed_their_method_with_may_2021(catalog: Catalog) -> None:
    assert [each.year for each in catalog.method_breaks.values()] == [2021]


@each_row("word_id", CATALOG.location_words)
def test_a_shortened_word_means_a_longer_one(catalog: Catalog, word_id: str) -> None:
    assert len(catalog.location_words[word_id].means) > len(word_id)


@each_row("group_id", CATALOG.outside_locations)
def test_no_place_outside_is_also_a_name_for_an_area(catalog: Catalog, group_id: str) -> None:
    names = {name for alias in catalog.location_aliases.values() for name in alias.names}
    assert names.isdisjoint(catalog.outside_locations[group_id].names)
