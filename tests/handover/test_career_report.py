"""A report holds the very answers that the questions give, and chooses what it is about."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from conftest import Run

from cscareer.catalog.loading import Catalog
from cscareer.documents.ads import read_ad_file
from cscareer.errors import UsageError
from cscareer.guide.outlook import report_outlook
from cscareer.guide.roles import describe_role
from cscareer.handover.report import ReportCase, RoleChosen, report_career
from cscareer.handover.week import StepKind
from cscareer.jobs.gates import Applicant
from cscareer.pay.amounts import read_pay
from cscareer.pay.report import find_location, report_pay
from cscareer.plan.storage import Store
from cscareer.render.blocks import Table, numbers_in
from cscareer.render.layouts.match_words import by_reach
from cscareer.render.show import lay_out
from cscareer.routes.onward import next_role
from cscareer.skills.gap import assess_gap
from cscareer.skills.held import Person, read_held

TODAY = date(2026, 11, 24)
CLI = Path(__file__).parents[1] / "cli"


@pytest.fixture
def case(catalog: Catalog) -> ReportCase:
    person = Person(
        read_held(catalog, ["coaching:3,empathy:3,team leadership:2"]), role="customer-service-specialist"
    )
    return ReportCase(
        TODAY,
        role=catalog.roles["customer-service-manager"],
        location=find_location(catalog, "Columbus, OH"),
        applicant=Applicant(person),
        offer=read_pay("70k"),
        within=24,
    )


def test_it_holds_what_each_question_answers_alone(catalog: Catalog, case: ReportCase) -> None:
    report = report_career(catalog, case)
    assert case.role
    assert case.location
    assert case.applicant
    assert report.role == describe_role(catalog, case.role, case.location)
    assert report.pay == report_pay(catalog, [case.role], [case.location])
    assert report.outlook == report_outlook(catalog, case.role)
    person = case.applicant.person
    onward = next_role(catalog, person, case.role)
    assert onward  # from specialist to manager there is a role in between
    assert report.gap == assess_gap(catalog, case.role, person=person, location=case.location, onward=onward)
    assert report.offer
    assert report.offer.offers[0].amount.amount == 70_000
    assert report.path
    assert report.path.from_role.id == "customer-service-specialist"
    held = (report.role, report.pay, report.outlook, report.gap, report.offer, report.path)
    assert {source.id for answer in held for source in answer.sources} <= {each.id for each in report.sources}


def test_each_source_it_lists_is_one_to_which_a_number_leads(catalog: Catalog, case: ReportCase) -> None:
    report = report_career(catalog, case)
    page = lay_out(report)
    assert page.sources is not None
    assert set(numbers_in(page.blocks)) == set(range(1, len(page.sources) + 1))
    assert {each.id for each in page.sources} < {each.id for each in report.sources}


def test_its_other_roles_stand_in_the_order_of_match(catalog: Catalog, case: ReportCase) -> None:
    report = report_career(catalog, case)
    assert report.match
    page = lay_out(report)
    (table,) = (each for each in page.blocks if isinstance(each, Table) and each.columns[0].header == "Role")
    shown = [row[0] for row in table.rows]
    others = [role.title for role in by_reach(report.match) if role.title in shown]
    assert shown == others


def test_its_steps_are_three_and_begin_with_what_cannot_wait(catalog: Catalog, case: ReportCase) -> None:
    report = report_career(catalog, case)
    assert next(step.kind for step in report.steps) is StepKind.ASK_PAY
    assert len(report.steps) == 3
    alone = report_career(catalog, replace(case, offer=None, applicant=None))
    assert {step.kind for step in alone.steps} == {StepKind.GUIDE}
    assert len({step.text for step in alone.steps}) == 3


def test_the_plan_goes_from_day_to_day_to_the_role(catalog: Catalog, case: ReportCase) -> None:
    plan = report_career(catalog, replace(case, within=None)).plan
    days = [item.by for item in plan]
    assert days == sorted(days)
    assert days[0] > TODAY.isoformat()
    assert (plan[-1].kind, plan[-1].id) == ("role", "customer-service-manager")
    held = {skill.skill for skill in case.applicant.person.held} if case.applicant else set()
    assert all(item.step for item in plan if item.kind == "skill")
    assert "empathy" in held


def test_without_a_route_the_open_skills_are_spread_over_the_time(catalog: Catalog, case: ReportCase) -> None:
    nobody = Applicant(Person(read_held(catalog, ["empathy:3"]), complete=True))
    plan = report_career(catalog, replace(case, applicant=nobody)).plan
    assert {item.kind for item in plan} == {"skill"}
    assert TODAY.isoformat() < plan[0].by <= plan[-1].by <= "2028-11-24"
    assert report_career(catalog, replace(case, applicant=nobody, within=None)).plan == ()


def test_its_role_is_the_one_asked_for_or_the_ads_or_the_one_that_fits_best(
    catalog: Catalog, case: ReportCase
) -> None:
    ad = read_ad_file(CLI / "ad.md")
    assert report_career(catalog, case).chosen is RoleChosen.ASKED
    of_the_ad = report_career(catalog, replace(case, role=None, location=None, ad=ad, offer=None))
    assert (of_the_ad.chosen, of_the_ad.role.id) == (RoleChosen.OF_THE_AD, "customer-service-team-lead")
    assert of_the_ad.location
    assert of_the_ad.location.name == "Columbus, OH"
    best = report_career(catalog, replace(case, role=None))
    assert best.match
    fitting = [role.id for role in best.match.roles if not role.yours]
    assert (best.chosen, best.role.id) == (RoleChosen.BEST_FIT, fitting[0])
    with pytest.raises(UsageError, match="no role to report on"):
        report_career(catalog, ReportCase(TODAY))


def test_it_has_the_checklist_for_its_role_without_the_notes_unless_asked(
    catalog: Catalog, case: ReportCase, tmp_path: Path
) -> None:
    text = (CLI / "profile.yaml").read_text(encoding="utf-8")
    (tmp_path / "profile.yaml").write_text(text, encoding="utf-8")
    profile = Store(tmp_path).read()
    assert profile
    noted = profile.model_copy(
        update={"skills": tuple(each.model_copy(update={"note": "tell nobody"}) for each in profile.skills)}
    )
    kept = report_career(catalog, replace(case, profile=noted)).checklist
    assert kept
    assert [each.role for each in kept.checklists] == ["customer-service-manager"]
    assert "tell nobody" not in kept.model_dump_json()
    told = report_career(catalog, replace(case, profile=noted, notes=True)).checklist
    assert told
    assert "tell nobody" in told.model_dump_json()
    other = replace(case, profile=noted, role=catalog.roles["account-manager"])
    assert report_career(catalog, other).checklist is None


def test_one_verdict_where_all_that_is_required_is_there_and_the_years_are_behind(
    run: Run, tmp_path: Path
) -> None:
    resume = tmp_path / "resume.txt"
    resume.write_text(
        "Experience\n\nReceptionist, Oak Clinic\nJan 2015 - present\n- Answered the phones\n\nSkills\n"
        "Empathy, communication, attention to detail, scheduling appointments, typing, phone etiquette\n"
    )
    out = run(
        "report", "--resume", str(resume), "--role", "patient access representative", "--format", "markdown"
    ).out
    assert "Time to apply." in out
    assert "You can apply now" in out
    assert "none of it has to come first" in out
    assert "The plan, with days" not in out
    assert "to add" not in out


def test_from_other_work_a_lead_role_of_which_little_is_there_is_not_the_one_reported(
    run: Run, tmp_path: Path
) -> None:
    resume = tmp_path / "resume.txt"
    resume.write_text(
        "Experience\n\nShift Lead, Copper Kettle Coffee\nMar 2022 - present\n- Broke in nine new baristas\n\n"
        "Barista, Copper Kettle Coffee\nJune 2018 - Mar 2022\n- Remade drinks, and stayed calm with those who yelled\n"
    )
    answer = json.loads(run("report", "--resume", str(resume), "--format", "json").out)
    first = answer["match"]["roles"][0]
    assert (first["track"], first["verdict"]) == ("leadership", "starting")
    assert answer["role"]["level"] in {"entry", "specialist"}


def test_from_other_work_a_role_they_can_apply_for_comes_first_as_in_match(run: Run, tmp_path: Path) -> None:
    resume = tmp_path / "resume.md"
    resume.write_text(
        "# Dana Cole\n\n## Experience\n\n### Cashier, Corner Foods\nMarch 2021 - present\n"
        "- Handled 80 customers a shift, solved complaints about prices\n\n"
        "### Front desk agent, Desert Inn\nJune 2018 - February 2021\n- Answered phones and checked in guests\n"
    )
    answer = json.loads(run("report", "--resume", str(resume), "--format", "json").out)
    reached = next(role for role in answer["match"]["roles"] if role["within_reach"])
    assert answer["role"]["id"] == reached["id"]
    assert reached != answer["match"]["roles"][0]  # else this shows nothing
