"""What the roles of a route pay, and what a step from one to the next changes."""

from enum import StrEnum
from typing import NamedTuple

from cscareer.catalog.models import Model, Role
from cscareer.pay.comparison import Difference, difference
from cscareer.pay.local import RoleRange, local_range
from cscareer.pay.places import Location
from cscareer.pay.ranges import Number, midpoint, whole
from cscareer.pay.statistics import Statistics
from cscareer.pay.wages import Distribution, distribution


class WhyUnknown(StrEnum):
    """Why a change of pay isn't known.

    unknown: one of the two ranges isn't. mixed: one is what a source publishes and the other what everyone in an
    occupation earns, which are never subtracted from each other. currency: they are in different currencies.
    """

    UNKNOWN = "unknown"
    MIXED = "mixed"
    CURRENCY = "currency"


class PayChange(Model):
    """What a move changes in pay a year, from the middle of one range to that of the other; null with the reason."""

    change: Difference | None
    why_unknown: WhyUnknown | None


class RolePay(NamedTuple):
    """What a role pays, and its typical pay: one figure of official wages, so that all roles are told by one measure."""

    range: RoleRange
    typical: Number | None


class Pays:
    """What roles pay in a place, each looked up once."""

    def __init__(self, statistics: Statistics, location: Location | None) -> None:
        self._statistics = statistics
        self._location = location or statistics.nation
        self._known: dict[str, RolePay] = {}
        self._wages: dict[str, Distribution | None] = {}

    def of(self, role: Role) -> RolePay:
        """What a role pays a year: as published (moved to the place), else its band of the occupation's wages."""
        if role.id not in self._known:
            there = local_range(self._statistics, role, self._location)
            self._known[role.id] = RolePay(there, typical_pay(role, there.observed))
        return self._known[role.id]

    def typical(self, role: Role) -> Number | None:
        """The typical pay of a role, found without all else there is to say of its pay."""
        code = role.occupation.code
        if code not in self._wages:
            found = self._statistics.find_wages(code, self._location)
            self._wages[code] = distribution(found.row, found.area, "year") if found else None
        return typical_pay(role, self._wages[code])


def typical_pay(role: Role, wages: Distribution | None) -> Number | None:
    """The middle of the band a role stands for, or its occupation's median if it declares none; dollars a year."""
    if wages is None:
        return None
    band = role.occupation.band
    if band is None:
        return wages.at("median")
    low, high = wages.at(band.low), wages.at(band.high)
    return None if low is None or high is None else whole((low + high) / 2)


def pay_change(before: RoleRange, after: RoleRange) -> PayChange:
    """The change from one role's range to another's, where both are published or both a band of observed wages."""
    first, second = midpoint(before), midpoint(after)
    if first is None or second is None:
        return PayChange(change=None, why_unknown=WhyUnknown.UNKNOWN)
    if (before.band is None) != (after.band is None):
        return PayChange(change=None, why_unknown=WhyUnknown.MIXED)
    change = difference(second, first)
    return PayChange(change=change, why_unknown=None if change else WhyUnknown.CURRENCY)
