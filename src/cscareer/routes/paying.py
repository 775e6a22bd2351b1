"""What the roles of a route pay, and what a step from one to the next changes."""

from enum import StrEnum
from typing import Self

from cscareer.catalog.models import Band, Level, Model, Role
from cscareer.pay.comparison import Difference, difference
from cscareer.pay.local import Localization, RoleRange, local_range
from cscareer.pay.places import Location
from cscareer.pay.ranges import Amount, Area, Number, Range, midpoint, whole
from cscareer.pay.references import RoleOccupation, RoleRef, reference
from cscareer.pay.statistics import Statistics
from cscareer.pay.wages import Distribution, distribution


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


class PayChange(Model):
    """What changes in pay a year, from the middle of one range to that of the other; null with the reason."""

    change: Difference | None
    why_unknown: WhyUnknown | None


class PayOnRoute(Range):
    """What a role pays a year where it was asked for; `observed` are the wages of everyone in its occupation there.

    The range is published, localized (our estimate), or the band of `observed` a role stands for. `starting` says
    whether it is pay on the first day, null for a band and where there is no range. `without_figures` are nearer areas
    whose wages aren't released.
    """

    role: RoleRef
    level: Level
    starting: bool | None
    midpoint: Amount | None
    localization: Localization | None
    band: Band | None
    occupation: RoleOccupation
    observed: Distribution | None
    without_figures: tuple[Area, ...]

    @classmethod
    def of(cls, there: RoleRange) -> Self:
        """The part of a role's pay in a place that routes speak of."""
        return cls(**{name: getattr(there, name) for name in cls.model_fields})

    @property
    def cited(self) -> list[str]:
        """The ids of every source behind the range and the wages beside it."""
        wages = self.observed.sources if self.observed else ()
        return [source.id for source in (*self.sources, *wages)]


class StandIn(Amount):
    """The role, and its typical pay a year, that every role of a broad match counts as paying in the order by pay."""

    role: RoleRef


class Pays:
    """What roles pay in a place, each looked up once."""

    def __init__(self, statistics: Statistics, location: Location | None) -> None:
        self._statistics = statistics
        self._location = location or statistics.nation
        self._known: dict[str, PayOnRoute] = {}
        self._wages: dict[str, Distribution | None] = {}
        self._stand_ins: dict[str, StandIn | None] = {}

    def of(self, role: Role) -> PayOnRoute:
        """What a role pays a year: as published (moved to the place), else its band of the occupation's wages."""
        if role.id not in self._known:
            self._known[role.id] = PayOnRoute.of(local_range(self._statistics, role, self._location))
        return self._known[role.id]

    def typical(self, role: Role) -> Number | None:
        """The typical pay of a role: one figure of official wages, so that all roles are measured alike."""
        return typical_pay(role, self._wages_of(role))

    def counted(self, role: Role, start: Role) -> Number | None:
        """What a role counts as paying in the order by pay, on routes from `start`: its typical pay.

        A broad match holds other jobs too, so its wages aren't credited: such a role counts as paying what its
        stand-in does.
        """
        if _is_close(role):
            return self.typical(role)
        stand_in = self.stand_in(start)
        return stand_in.amount if stand_in else None

    def stand_in(self, start: Role) -> StandIn | None:
        """What roles of a broad match count as paying: the same as the role to start from.

        Where that one's pay isn't known from a close match either: the same as the lowest-paid role of a close match.
        """
        if start.id not in self._stand_ins:
            close = [role for role in self._statistics.catalog.roles.values() if _is_close(role)]
            known = [
                found for role in ([start] if _is_close(start) else []) if (found := self._as_stand_in(role))
            ]
            known = known or [found for role in close if (found := self._as_stand_in(role))]
            least = min(known, key=lambda found: (found.amount, found.role.id), default=None)
            self._stand_ins[start.id] = least
        return self._stand_ins[start.id]

    def _as_stand_in(self, role: Role) -> StandIn | None:
        wages, typical = self._wages_of(role), self.typical(role)
        if wages is None or typical is None:
            return None
        shared = wages.model_dump(include={"currency", "per", "hours"})
        return StandIn(
            role=reference(role),
            amount=typical,
            basis="calculated",
            area=wages.area,
            sources=wages.sources,
            **shared,
        )

    def _wages_of(self, role: Role) -> Distribution | None:
        code = role.occupation.code
        if code not in self._wages:
            found = self._statistics.find_wages(code, self._location)
            self._wages[code] = distribution(found.row, found.area, "year") if found else None
        return self._wages[code]


def typical_pay(role: Role, wages: Distribution | None) -> Number | None:
    """The middle of the band a role stands for, or its occupation's median if it declares none; dollars a year."""
    if wages is None:
        return None
    band = role.occupation.band
    if band is None:
        return wages.at("median")
    low, high = wages.at(band.low), wages.at(band.high)
    return None if low is None or high is None else whole((low + high) / 2)


def pay_change(before: PayOnRoute, after: PayOnRoute) -> PayChange:
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
    change = difference(second, first)
    return PayChange(change=change, why_unknown=None if change else WhyUnknown.CURRENCY)


def _kind(pay: PayOnRoute) -> tuple[str | None, bool | None]:
    """What kind of figure a range is; hourly pay turned into yearly is still what was published."""
    return "published" if pay.basis == "calculated" else pay.basis, pay.starting


def _is_close(role: Role) -> bool:
    return role.occupation.match == "close"
