"""A role's outlook: official figures with their source, what AI changes, and both sides."""

from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import ROOT, Run
from rows import each_row

from cscareer.catalog.guide_models import Reading
from cscareer.catalog.loading import Catalog, load_catalog
from cscareer.catalog.models import Move, Role
from cscareer.catalog.placeholders import FIGURES
from cscareer.guide.figures import KINDS, FiguresInWords
from cscareer.guide.outlook import Outlook, report_outlook
from cscareer.pay.projections import Projections
from cscareer.pay.trend import report_trend

Folder = Callable[..., Path]

CATALOG = load_catalog(environment={})
ROLES = list(CATALOG.roles.values())
EXPOSURE = {  # human ratings (beta) of the paper's own data, to three digits
    "13-1151": 0.592, "13-1161": 0.577, "15-1232": 0.667, "27-3042": 0.633, "41-3091": 0.567, "43-1011": 0.531,
    "43-4051": 0.705,
}  # fmt: skip
every_role = each_row("role", ROLES, ids=lambda role: role.id)


def outlook(catalog: Catalog, role_id: str) -> Outlook:
    return report_outlook(catalog, catalog.roles[role_id])


PROJECTIONS = {  # 2024–34: jobs and jobs then in thousands, change, openings; 2025–35: change, openings, BLS's AI category
    "43-4051": (2814.0, 2660.3, -5.5, 341.7, -5.3, 289.5, "Very high"),
    "43-1011": (1558.4, 1554.4, -0.3, 144.5, 0.1, 127.4, "Very high"),
    "41-3091": (1226.7, 1264.7, 3.1, 123.0, 2.7, 115.7, "Very high"),
    "15-1232": (729.5, 702.5, -3.7, 40.8, -3.5, 39.7, "Very high"),
    "13-1151": (452.3, 501.0, 10.8, 43.9, 10.8, 46.0, "Very high"),
    "11-9199": (1333.7, 1393.5, 4.5, 106.7, 4.9, 100.9, "High"),
    "13-1199": (1205.7, 1242.0, 3.0, 108.2, 3.9, 98.7, "Very high"),
    "27-3042": (56.4, 56.9, 0.9, 4.5, 0.8, 3.2, "Very high"),
    "15-1299": (472.0, 510.5, 8.2, 31.3, 5.1, 27.0, "Very high"),
}


@each_row("code", PROJECTIONS)
def test_the_projections_are_the_sources_own_each_vintage_by_itself(code: str) -> None:
    jobs, then, change, openings, newer_change, newer_openings, category = PROJECTIONS[code]
    newer, older = Projections(CATALOG).of(code)
    assert (older.base_year, older.target_year, older.jobs, older.projected_jobs) == (
        2024, 2034, round(jobs * 1000), round(then * 1000),
    )  # fmt: skip
    assert (older.jobs_change, older.openings_a_year) == (change, round(openings * 1000))
    assert (older.ai_exposure, older.sources) == (None, ("bls-ep-2024-34",))
    assert (newer.base_year, newer.target_year, newer.jobs_change) == (2025, 2035, newer_change)
    assert (newer.openings_a_year, newer.ai_exposure) == (round(newer_openings * 1000), category)
    assert (newer.entry_education, newer.sources) == (None, ("bls-ep-2025-35",))
    assert (newer.jobs is not None) == (code == "43-4051")


def test_every_year_5_6_percent_leave_the_labor_force_and_7_4_percent_change_occupation() -> None:
    _, older = Projections(CATALOG).of("43-4051")
    assert (older.leave_work_rate, older.change_work_rate) == (5.6, 7.4)
    assert (older.leave_work, older.change_work) == (154_200, 202_900)


@every_role
def test_no_role_is_without_a_projection_and_what_it_takes_to_enter(role: Role) -> None:
    answer = report_outlook(CATALOG, role)
    assert answer.projection
    assert answer.projection.jobs
    assert answer.projection in answer.projections
    assert any(each.entry_education for each in answer.projections)


def test_the_exposure_of_occupations_is_the_papers_own(catalog: Catalog) -> None:
    assert {code: each.index for code, each in catalog.exposures.items()} == EXPOSURE
    assert {each.sources for each in catalog.exposures.values()} == {("gpts-are-gpts-2024",)}


@every_role
def test_what_no_source_states_is_null(role: Role) -> None:
    answer = report_outlook(CATALOG, role)
    assert (answer.exposure.index if answer.exposure else None) == EXPOSURE.get(role.occupation.code)


@every_role
def test_pay_and_people_are_those_of_the_trend_with_no_change_across_the_new_method(role: Role) -> None:
    answer = report_outlook(CATALOG, role)
    trend = report_trend(CATALOG, role)
    assert answer.trend.model_dump() == {
        name: trend.model_dump()[name] for name in type(answer.trend).model_fields
    }
    for year in answer.trend.years:
        if year.year <= 2021:
            assert (year.median_change, year.employment_change) == (None, None)
    assert answer.trend.since == 2021


@every_role
def test_the_projections_jobs_and_the_surveys_people_are_kept_apart(role: Role) -> None:
    answer = report_outlook(CATALOG, role)
    assert all(year.employment != 2_666_000 for year in answer.trend.years)
    said = {each.id for each in answer.explanations}
    assert {"projection-and-survey", "openings-means"} <= said


@every_role
def test_every_responsibility_has_our_reading_with_a_reason_marked_as_ours(role: Role) -> None:
    answer = report_outlook(CATALOG, role)
    assert tuple(each.responsibility for each in answer.responsibilities) == role.responsibilities
    for each in answer.responsibilities:
        assert each.reading is not None
        assert each.why
        assert each.why.endswith(".")
        assert 15 <= len(each.why) <= 110
        assert each.sources == ("cscareer-judgement",)


@every_role
def test_no_role_is_read_as_all_machine_or_as_all_human(role: Role) -> None:
    readings = {each.reading for each in report_outlook(CATALOG, role).responsibilities}
    assert len(readings) >= 2
    assert readings & {Reading.STAYS_HUMAN, Reading.BOTH}


def test_our_readings_are_of_nothing_but_responsibilities_that_are_there(catalog: Catalog) -> None:
    for role_id, readings in catalog.readings.items():
        told = tuple(each.responsibility for each in readings.responsibilities)
        assert told == catalog.roles[role_id].responsibilities


@every_role
def test_both_sides_are_told_each_with_known_sources(role: Role) -> None:
    answer = report_outlook(CATALOG, role)
    assert all(sum(each.side == side for each in answer.reasons) >= 2 for side in ("for", "against"))
    listed = {source.id for source in answer.sources}
    for each in (*answer.reasons, *answer.explanations):
        assert each.sources
        assert set(each.sources) <= listed
        assert "{" not in each.text
        assert each.text.endswith(".")


@every_role
def test_no_source_is_listed_that_nothing_rests_on(role: Role) -> None:
    answer = report_outlook(CATALOG, role)
    rested_on = {source for each in (*answer.reasons, *answer.explanations) for source in each.sources}
    rested_on |= {source for each in answer.responsibilities for source in each.sources}
    rested_on |= set(answer.trend.cited)
    for part in (
        *answer.projections,
        *answer.evidence,
        answer.exposure,
        answer.applicability,
        answer.in_demand,
    ):
        rested_on |= set(part.sources) if part else set()
    assert {source.id for source in answer.sources} == rested_on


@every_role
def test_a_nearby_role_is_one_the_role_leads_to_and_known_to_be_less_exposed(role: Role) -> None:
    answer = report_outlook(CATALOG, role)
    steps = {step.role: step for step in role.next_roles}
    own = EXPOSURE.get(role.occupation.code)
    expected = {
        step for step in steps
        if own is not None and EXPOSURE.get(CATALOG.roles[step].occupation.code, 1) < own
    }  # fmt: skip
    assert {each.id for each in answer.less_exposed} == expected
    assert [each.exposure for each in answer.less_exposed] == sorted(
        each.exposure or 0 for each in answer.less_exposed
    )
    assert all(
        (each.move, each.years) == (steps[each.id].move, steps[each.id].years) for each in answer.less_exposed
    )
    assert all(each.exposure is None for each in answer.exposure_unknown)
    assert not {each.id for each in answer.exposure_unknown} & expected


def test_both_promotions_and_sideways_moves_can_be_less_exposed(catalog: Catalog) -> None:
    moves = {each.move for each in outlook(catalog, "customer-service-specialist").less_exposed}
    assert moves == {Move.PROMOTION, Move.SIDEWAYS}


def test_the_front_line_is_told_the_hard_side_too(catalog: Catalog) -> None:
    reasons = {each.id: each for each in outlook(catalog, "customer-service-specialist").reasons}
    assert list(reasons) == [
        "good-career", "in-demand", "openings", "easy-entry", "pay-held", "leads-on",
        "jobs-shrink", "people-fell", "many-leave", "exposed", "starts-low", "wearing",
    ]  # fmt: skip
    assert "289,500 openings a year" in reasons["openings"].text
    assert reasons["jobs-shrink"].text.endswith(
        "from 2,666,000 jobs in 2025 to 2,524,100 in 2035: a change of -5.3%."
    )
    assert reasons["pay-held"].text == (
        "Pay has kept up with prices, and little more: from May 2021 to May 2025 the occupation's median moved +4.9% a "
        "year in dollars, and +1.5% in all after prices."
    )
    assert reasons["pay-held"].sources == ("bls-oews-2021", "bls-oews-2025", "bls-cpi-2026")
    assert "7.4% of those in the occupation move to another one, and 5.6% leave" in reasons["many-leave"].text
    assert reasons["many-leave"].side == "against"


def test_employment_that_has_about_held_is_no_reason_either_way(catalog: Catalog) -> None:
    answer = outlook(catalog, "customer-service-manager")
    assert answer.trend.employment_change_a_year == -0.12
    assert not {each.id for each in answer.reasons} & {"people-fell", "people-rose"}


def test_a_role_in_demand_is_told_so_only_where_a_source_says_it() -> None:
    told = {
        role.id for role in ROLES
        if "in-demand" in {each.id for each in report_outlook(CATALOG, role).reasons}
    }  # fmt: skip
    assert told == {"customer-service-specialist", "customer-service-manager"}


@pytest.mark.slow
@every_role
def test_a_broad_match_says_so_and_a_band_says_that_it_is_ours(run: Run, role: Role) -> None:
    shown = " ".join(run("outlook", role.id, "--full", env={"COLUMNS": "100"}).out.split())
    assert ("a broad match, which counts many other jobs too" in shown) == (role.occupation.match == "broad")
    band = role.occupation.band
    assert ("That is our own judgement" in shown) == (band is not None)
    assert band is None or band.reason in shown


@each_row("name", sorted(FIGURES))
def test_every_kind_of_figure_that_may_be_written_can_be_said(name: str) -> None:
    assert set(FIGURES) == KINDS
    ids = {
        "roles": "customer-service-specialist", "occupations": "43-4051", "pay_factors": "ai-skills",
    }  # fmt: skip
    said = FiguresInWords(CATALOG).said(name, ids[FIGURES[name]])
    assert said
    assert said.words
    assert set(said.sources) <= set(CATALOG.sources)


@each_row("name", sorted(set(FIGURES) - {"effect"}))
def test_a_figure_that_is_not_known_is_null(name: str) -> None:
    nobody = {"roles": "vice-president-of-customer-experience", "occupations": "99-9999"}
    assert FiguresInWords(CATALOG).said(name, nobody[FIGURES[name]]) is None


OWN_OUTLOOK = """\
projections:
  - occupation: "43-1011"
    base_year: 2025
    target_year: 2035
    jobs: 100
    projected_jobs: 110
    openings_a_year: null
    openings_reason: null
    entry_education: null
    training: null
    sources: [cscareer-judgement]
readings:
  - role: customer-service-manager
    responsibilities:
      - {responsibility: Plans something else altogether., reading: both, why: Mine.}
    sources: [cscareer-judgement]
"""


def test_a_projection_of_ones_own_may_grow_and_leave_open_what_it_does_not_know(
    run: Run, folder: Folder
) -> None:
    made = folder(outlook=OWN_OUTLOOK)
    answer = outlook(load_catalog(made, {}), "customer-service-manager")
    reasons = {each.id: each.text for each in answer.reasons}
    assert reasons["jobs-grow"] == (
        "The occupation is expected to grow, from 100 jobs in 2025 to 110 in 2035: a change of +10.0%."
    )
    assert "jobs-shrink" not in reasons
    shown = run("--data-dir", str(made), "outlook", "customer service manager", "--full").out
    assert "100 jobs to 110 (+10.0%)" in shown
    assert "1,558,400 jobs to 1,554,400 (-0.3%)" in shown, "another vintage stays beside it"


@pytest.mark.slow
def test_a_responsibility_nobody_has_read_yet_says_so(run: Run, folder: Folder) -> None:
    made = folder(roles=(ROOT / "tests" / "cli" / "own_role.yaml").read_text(encoding="utf-8"))
    catalog = load_catalog(made, {})
    (own,) = set(catalog.roles) - set(CATALOG.roles)
    answer = outlook(catalog, own)
    assert answer.responsibilities
    assert {(each.reading, each.why, each.sources) for each in answer.responsibilities} == {(None, None, ())}
    outcome = run("--data-dir", str(made), "outlook", own)
    assert outcome.code == 0
    assert "no reading yet" in outcome.out


def test_an_occupation_without_any_figures_is_answered_all_the_same(run: Run, folder: Folder) -> None:
    text = (ROOT / "tests" / "cli" / "own_role.yaml").read_text(encoding="utf-8")
    code = text.split('code: "')[1][:7]
    made = folder(
        roles=text.replace(code, "53-1099"),
        occupations='occupations: [{code: "53-1099", title: Others, sources: [cscareer-judgement]}]',
    )
    catalog = load_catalog(made, {})
    (own,) = set(catalog.roles) - set(CATALOG.roles)
    answer = outlook(catalog, own)
    assert (answer.projection, answer.exposure, answer.trend.years, answer.less_exposed) == (
        None,
        None,
        (),
        (),
    )
    outcome = run("--data-dir", str(made), "outlook", own, "--full")
    assert outcome.code == 0
    assert outcome.out.count("not in our data yet") == 3


def test_what_it_says_of_growth_is_what_its_figures_say() -> None:
    for role in CATALOG.roles:
        for reason in outlook(CATALOG, role).reasons:
            if reason.id in {"jobs-grow", "jobs-shrink"}:
                assert ("change of -" in reason.text) is (reason.id == "jobs-shrink"), role


def test_where_there_are_about_as_many_jobs_no_reason_says_that_they_shrink(run: Run) -> None:
    answer = outlook(CATALOG, "customer-success-manager")
    assert answer.projection
    assert answer.projection.about_as_many
    assert not {"jobs-grow", "jobs-shrink"} & {each.id for each in answer.reasons}
    shown = " ".join(run("outlook", "customer success manager").out.split())
    assert "About as many jobs are expected in it by 2034 as in 2024 (-0.3%)" in shown


def test_openings_are_told_of_the_projection_that_the_rest_is_of() -> None:
    told = 0
    for role in CATALOG.roles:
        answer = outlook(CATALOG, role)
        for reason in answer.reasons:
            if "openings a year" in reason.text and answer.projection and answer.projection.openings_a_year:
                told += 1
                assert f"About {answer.projection.openings_a_year:,} openings" in reason.text, role
    assert told
