"""Where the occupations of several roles pay best, as one list."""

from collections.abc import Sequence
from typing import ClassVar, Literal

from pydantic import Field

from cscareer.catalog.answer import Answer
from cscareer.catalog.loading import Catalog
from cscareer.catalog.models import Model, Role
from cscareer.pay.money import Period
from cscareer.pay.ranking import TOP, RankBy, RankedPay, rank_pay
from cscareer.pay.references import RoleOccupation, RoleRef
from cscareer.pay.wages import Distribution


class RankedRole(Model):
    """What is ranked for one role: the numbers that a ranking of it alone has."""

    role: RoleRef
    occupation: RoleOccupation
    ranked: int
    left_out: int
    tied_with_first: int
    national: Distribution | None


class RankedRolePay(RankedPay):
    """One place or industry in the ranking of one role, whose wages are its occupation's."""

    role: RoleRef
    occupation: RoleOccupation


class PayRankings(Answer):
    """The rankings of several roles, one below the other: each as if it had been asked for alone."""

    rows: ClassVar = "ranking"

    schema_: Literal["cscareer/pay-rankings/1"] = Field("cscareer/pay-rankings/1", alias="schema")
    by: RankBy
    real: bool
    roles: tuple[RankedRole, ...]
    ranking: tuple[RankedRolePay, ...]


def rank_roles(
    catalog: Catalog,
    roles: Sequence[Role],
    by: RankBy,
    *,
    top: int = TOP,
    by_real: bool = False,
    per: Period = "year",
) -> PayRankings:
    """The places or industries where each role's occupation earns most.

    Raises:
        UsageError: fewer than one row a role, or industries after the cost of living.

    Example:
        >>> catalog = load_catalog()
        >>> roles = [catalog.roles["account-manager"], catalog.roles["customer-service-specialist"]]
        >>> len(rank_roles(catalog, roles, RankBy.STATE, top=3).roles)
        2
    """
    alone = [rank_pay(catalog, role, by, top=top, by_real=by_real, per=per) for role in roles]
    return PayRankings(
        layers=catalog.added_layers,
        sources=catalog.cite(*(source.id for each in alone for source in each.sources)),
        by=by,
        real=by_real,
        roles=tuple(
            RankedRole(**{name: getattr(each, name) for name in RankedRole.model_fields}) for each in alone
        ),
        ranking=tuple(
            RankedRolePay(role=each.role, occupation=each.occupation, **dict(entry))
            for each in alone
            for entry in each.ranking
        ),
    )
