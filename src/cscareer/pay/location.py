"""Where a person means, and the area whose wages speak for it."""

from typing import TYPE_CHECKING, Literal

from cscareer.catalog.models import Model
from cscareer.pay.ranges import NATION_ID, Area

if TYPE_CHECKING:
    from cscareer.pay.gazetteer import AreaRow

Kind = Literal["nation", "state", "territory", "metro", "nonmetro", "county", "place", "zip"]


class Location(Model):
    """Where a person means, and the area whose wages speak for it.

    `name` is what their words (`said`) were taken for, `state` a postal code (null for the nation), and
    `namesakes` the other places of that name that were passed over because they are much smaller. `reason` says why this
    area speaks for it, where that isn't plain.
    """

    said: str
    name: str
    kind: Kind
    state: str | None
    area: Area
    area_type: Literal["nation", "state", "territory", "metro", "nonmetro"]
    namesakes: tuple[str, ...]
    reason: str | None = None


def location_of(said: str, area: "AreaRow", namesakes: tuple[str, ...] = ()) -> Location:
    """The location that an area itself is."""
    return Location.model_validate(
        {
            "said": said,
            "name": area.name,
            "kind": area.type,
            "state": None if area.id == NATION_ID else area.states[0],
            "area": Area(id=area.id, name=area.name),
            "area_type": area.type,
            "namesakes": namesakes,
        }
    )
