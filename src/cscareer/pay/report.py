"""What sources say a role pays, and what moves it."""

from collections.abc import Sequence
from typing import ClassVar, Literal

from pydantic import Field

from cscareer.catalog.answer import Answer
from cscareer.catalog.loading import Catalog
from cscareer.catalog.models import Level, Model, PayFactor, PayStatement, Role
from cscareer.pay.ranges import NATION_ID, Amount, Range, as_range, midpoint, published_range, salaries_of


class RoleRef(Model):
    """A role by its id and title."""

    id: str
    title: str


class RoleRange(Range):
    """A role's range; `starting` says whether it is pay on the first day, null when there is no range."""

    role: RoleRef
    level: Level
    starting: bool | None
    midpoint: Amount | None


class PayReport(Answer):
    """Published ranges of some roles, what is said in words only, and what moves pay."""

    rows: ClassVar = "ranges"

    schema_: Literal["cscareer/pay/1"] = Field("cscareer/pay/1", alias="schema")
    ranges: tuple[RoleRange, ...]
    statements: tuple[PayStatement, ...]
    pay_factors: tuple[PayFactor, ...]


def report_pay(catalog: Catalog, roles: Sequence[Role]) -> PayReport:
    """The published pay of roles: the newest range of each area, the nation first; null ends without one."""
    ranges = tuple(entry for role in roles for entry in _ranges_of(catalog, role))
    asked = {role.id for role in roles}
    statements = tuple(entry for entry in catalog.statements.values() if asked.intersection(entry.roles))
    factors = tuple(catalog.pay_factors.values())
    cited = [source.id for entry in ranges for source in entry.sources]
    cited += [source for said in statements for source in said.sources]
    cited += [source for factor in factors for source in factor.sources]
    return PayReport(
        layers=catalog.added_layers,
        sources=catalog.cite(*cited),
        ranges=ranges,
        statements=statements,
        pay_factors=factors,
    )


def _ranges_of(catalog: Catalog, role: Role) -> list[RoleRange]:
    newest = {}
    for salary in sorted(salaries_of(catalog, role.id), key=lambda salary: salary.year):
        newest[salary.area] = salary
    stated = sorted(newest.values(), key=lambda salary: (salary.area != NATION_ID, salary.area))
    found: list[tuple[Range, bool | None]] = [(as_range(salary), salary.starting) for salary in stated]
    ref = RoleRef(id=role.id, title=role.title)
    return [
        RoleRange(role=ref, level=role.level, starting=starting, midpoint=midpoint(pay), **dict(pay))
        for pay, starting in found or [(published_range(catalog, role.id), None)]
    ]
