"""Whether a job is where a person lives, as far as its places and theirs say."""

from collections.abc import Sequence
from enum import StrEnum

from cscareer.pay.location import Location

_WHOLE_STATES = frozenset({"state", "territory"})


class Nearness(StrEnum):
    """Where a job is from where a person lives; not known where one of both isn't said closely enough."""

    HERE = "here"
    ELSEWHERE = "elsewhere"
    NOT_KNOWN = "not-known"


def nearness(places: Sequence[Location], home: Location | None, way: str | None = None) -> Nearness:
    """Whether any of a job's places is that of a person, or holds it.

    Args:
        places: those of the job.
        home: where the person lives, None where that isn't known; of a whole state a town in it may be near or not.
        way: how one works: "remote", "hybrid", "on-site", None where that isn't said. A town beside remote work may be but
            the employer's own.

    Example:
        >>> tulsa, akron, ohio = (find_location(load_catalog(), said) for said in ("Tulsa, OK", "Akron, OH", "Ohio"))
        >>> nearness([akron], ohio).value, nearness([ohio], tulsa, "remote").value
        ('not-known', 'elsewhere')
    """
    if home is None or home.kind == "nation" or not places:
        return Nearness.NOT_KNOWN
    if any(_holds(place, home) for place in places):
        return Nearness.HERE
    if any(_may_hold(place, home, way) for place in places):
        return Nearness.NOT_KNOWN
    return Nearness.ELSEWHERE


def _holds(place: Location, home: Location) -> bool:
    return (
        place.kind == "nation"
        or place.area.id == home.area.id
        or (place.kind in _WHOLE_STATES and place.state == home.state)
    )


def _may_hold(place: Location, home: Location, way: str | None) -> bool:
    in_state = home.kind in _WHOLE_STATES and place.state == home.state
    return in_state or (way == "remote" and place.kind not in _WHOLE_STATES)
