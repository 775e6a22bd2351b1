"""Whether a person's years of work are of the kind that a gate asks for."""

import re
from typing import NamedTuple

from cscareer.catalog.loading import Catalog
from cscareer.catalog.posting_models import YearField
from cscareer.skills.held import Person
from cscareer.titles.held_jobs import HeldJob
from cscareer.titles.spans import years_in

_OR = re.compile(r"\bor\b|/|^\w*\s*,\s*$", re.IGNORECASE)


class AskedYears(NamedTuple):
    """What kind of years an ad asks for: of which fields of work, and whether any service will do."""

    fields: tuple[YearField, ...]
    any_service: bool


class YearFields:
    """Reads of which field the years of an ad are, and counts those that a person has in it."""

    def __init__(self, catalog: Catalog) -> None:
        self._fields = tuple(
            (field, re.compile(rf"\b(?:{'|'.join(map(re.escape, field.words))})", re.IGNORECASE))
            for field in catalog.year_fields.values()
        )
        self._service = re.compile("|".join(catalog.posting_lists["service-work"].words), re.IGNORECASE)

    def asked(self, quote: str) -> AskedYears:
        """The fields that a gate names; service in general does where it stands alone or as one of several: "service or sales"."""
        named: dict[str, tuple[YearField, tuple[int, int]]] = {}
        bare = quote
        for (
            field,
            pattern,
        ) in self._fields:  # "customer success" is no service in general, "account management" no leading
            for match in pattern.finditer(bare):
                named.setdefault(field.id, (field, match.span()))
            bare = pattern.sub(lambda match: "\0" * len(match[0]), bare)
        service = [match.span() for match in self._service.finditer(bare)]
        apart = [
            any(_OR.search(quote[min(span[1], own[1]) : max(span[0], own[0])]) for own in service)
            for _, span in named.values()
        ]
        return AskedYears(tuple(field for field, _ in named.values()), bool(service) and all(apart))


def years_of(fields: tuple[YearField, ...], person: Person) -> float:
    """The years in jobs of any of these fields, each month once."""
    jobs = person.history.jobs if person.history else ()
    return (
        years_in((job.since, job.until) for job in jobs if any(_is_of(job, field) for field in fields)) or 0
    )


def _is_of(job: HeldJob, field: YearField) -> bool:
    return job.role in field.roles or job.near_job in field.near_jobs or (field.leads and job.leads)
