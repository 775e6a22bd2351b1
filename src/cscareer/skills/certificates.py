"""Certificates that prove a skill, and when a person can count on what we know of them."""

from cscareer.catalog.certificate_models import Certificate
from cscareer.catalog.loading import Catalog

_SURE = ("high", "medium", "low", "none")


def certificates_for(catalog: Catalog, skill_id: str) -> tuple[Certificate, ...]:
    """The certificates that prove a skill, those we know best first.

    Raises:
        InvalidDataError: certificates.yaml has problems.
    """
    found = (each for each in catalog.certificates.values() if skill_id in each.skills)
    return tuple(sorted(found, key=lambda each: (_SURE.index(each.confidence), each.name.casefold())))
