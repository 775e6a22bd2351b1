"""Certificates by the skill they prove."""

import pytest

from cscareer.catalog.loading import Catalog
from cscareer.skills.certificates import certificates_for


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
