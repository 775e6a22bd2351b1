"""What the roles of a route pay, and what a step from one to the next changes."""

from enum import StrEnum

from cscareer.catalog.models import Model, Role
from cscareer.pay.differences import Difference, difference
from cscareer.pay.local import PaidRole, local_range
from cscareer.pay.location import Location
from cscareer.pay.money import Number
from cscareer.pay.ranges import Amount, Pay, midpoint
from cscareer.pay.references import RoleRef, reference
from cscareer.pay.statistics import Statistics


class WhyUnknown(StrEnum):
    """Why a change of pay isn't known.

    unknown: one of the two ranges isn't. mixed: they are of different kinds, such as starting pay that a source
    publishes and what everyone in an occupation earns, which are never subtracted from each other. areas: they are of
    different areas. currency: they are in different currencies.
    """

    UNKNOWN = "unknown"
    MIXED = "mixed"
    AREAS = "areas"
    CURRENCY = "currency"
    CATCH_ALL = "catch-all"


class PayChange(Model):
    """What changes in pay a year, from the middle of one range to that of the other; null with the reason."""

    change: Difference | None
    why_unknown: WhyUnknown | None


class StandIn(Amount):
    """The role, and its typical pay a year, that every role of a broad match counts as paying in the order by pay."""

    role: RoleRef


class Pays:
    """What roles pay in a place, each looked up once."""

    def __init__(self, statistics: Statistics, location: Location | None) -> None:
        self._statistics = statistics
        self._location = location or statistics.nation
        self._known: dict[str, PaidRole] = {}
        self._stand_ins: dict[str, StandIn | None] = {}

    def of(self, role: Role) -> PaidRole:
        """What a role pays a year: as published (moved to the place), else its band of the occupation's wages."""
        if role.id not in self._known:
            self._known[role.id] = local_range(self._statistics, role, self._location).plain
        return self._known[role.id]

    def typical(self, role: Role) -> Number | None:
        """The typical pay of a role: one figure of official wages, so that all roles are measured alike."""
        typical = self.of(role).typical
        return typical.amount if typical else None

    def counted(self, role: Role, start: Role) -> Number | None:
        """What a role counts as paying in the order by pay, on routes from `start`: its typical pay.

        A broad match holds other jobs too, so its wages aren't credited: such a role counts as paying what its
        stand-in does.
        """
        if self._is_close(role):
            return self.typical(role)
        stand_in = self.stand_in(start)
        return stand_in.amount if stand_in else None

    def stand_in(self, start: Role) -> StandIn | None:
        """What roles of a broad match count as paying: the same as the role to start from.

        Where that one's pay isn't known from a close match either: the same as the lowest-paid role of a close match.
        """
        if start.id not in self._stand_ins:
            close = [role for role in self._statistics.catalog.roles.values() if self._is_close(role)]
            own = [start] if self._is_close(start) else []
            known = [found for role in own if (found := self._as_stand_in(role))]
            known = known or [found for role in close if (found := self._as_stand_in(role))]
            least = min(known, key=lambda found: (found.amount, found.role.id), default=None)
            self._stand_ins[start.id] = least
        return self._stand_ins[start.id]

    def _as_stand_in(self, role: Role) -> StandIn | None:
        typical = self.of(role).typical
        if typical is None:
            return None
        said = {name: getattr(typical, name) for name in Pay.model_fields}
        return StandIn(role=reference(role), amount=typical.amount, **said | {"basis": "calculated"})

    def _is_close(self, role: Role) -> bool:
        """Whether the role's occupation is its own: neither one of many other jobs nor a catch-all."""
        occupation = self.of(role).occupation
        return occupation.match == "close" and not occupation.catch_all


def pay_change(before: PaidRole, after: PaidRole) -> PayChange:
    """The change from one role's range to another's, where both are of one kind, one area and one currency."""
    first, second = midpoint(before), midpoint(after)
    if first is None or second is None:
        return PayChange(change=None, why_unknown=WhyUnknown.UNKNOWN)
    if (before.band is None) != (after.band is None):
        return PayChange(change=None, why_unknown=WhyUnknown.MIXED)
    if before.area.id != after.area.id:
        return PayChange(change=None, why_unknown=WhyUnknown.AREAS)
    if _kind(before) != _kind(after):
        return PayChange(change=None, why_unknown=WhyUnknown.MIXED)
    if before.rests_on_catch_all or after.rests_on_catch_all:
        return PayChange(change=None, why_unknown=WhyUnknown.CATCH_ALL)
    change = difference(second, first)
    return PayChange(change=change, why_unknown=None if change else WhyUnknown.CURRENCY)


def _kind(pay: PaidRole) -> tuple[str | None, bool | None]:
    """What kind of figure a range is; hourly pay turned into yearly is still what was published."""
    return "published" if pay.basis == "calculated" else pay.basis, pay.starting
