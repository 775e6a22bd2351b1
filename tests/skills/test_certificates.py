"""Certificates by the skill they prove."""

import pytest
from conftest import Run

from cscareer.catalog.loading import Catalog
from cscareer.skills.certificates import certificates_for
from cscareer.skills.gap import SkillState, assess_gap
from cscareer.skills.held import Person, read_held


def test_certificates_of_a_skill_come_with_the_best_known_first(catalog: Catalog) -> None:
    found = certificates_for(catalog, "crm-software")
    assert [each.id for each in found] == [
        "salesforce-administrator", "salesforce-service-cloud", "hubspot-service",
    ]  # fmt: skip


def test_a_skill_without_a_certificate_has_none(catalog: Catalog) -> None:
    assert certificates_for(catalog, "empathy") == ()


@pytest.mark.parametrize("certificate_id", ["ccxp", "itil-4-foundation", "google-it-support"])
def test_a_certificate_says_where_and_when_it_was_read(catalog: Catalog, certificate_id: str) -> None:
    certificate = catalog.certificates[certificate_id]
    assert certificate.address
    assert certificate.read == "2026-11-26"


@pytest.mark.parametrize(
    ("said", "open_"), [((), True), (("team leadership:1",), True), (("team leadership:4",), False)]
)
def test_the_gap_has_the_certificates_of_skills_that_are_open_alone(
    catalog: Catalog, said: tuple[str, ...], open_: bool
) -> None:
    answer = assess_gap(catalog, catalog.roles["customer-service-manager"], read_held(catalog, said))
    item = next(item for item in answer.skills if item.id == "team-leadership")
    assert item.certificates == (certificates_for(catalog, "team-leadership") if open_ else ())
    assert all(not each.certificates for each in answer.skills if each.id == "empathy")
    assert "certificate-pages-2026" in {source.id for source in answer.sources}


def test_a_skill_a_resume_does_not_show_has_its_certificates(catalog: Catalog) -> None:
    person = Person((), (), complete=False)
    answer = assess_gap(catalog, catalog.roles["customer-service-manager"], person=person)
    item = next(item for item in answer.skills if item.id == "process-improvement")
    assert (item.state, item.certificates[0].id) == (SkillState.NOT_SHOWN, "itil-4-foundation")


def test_no_role_is_said_to_require_a_certificate(run: Run) -> None:
    shown = run("gap", "customer service manager", "--full", env={"COLUMNS": "500"}).out
    assert shown.count("A certificate that shows it: ") == 5
    assert "no role here asks for one" in shown
