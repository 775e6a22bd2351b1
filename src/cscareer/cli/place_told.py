"""The place that a person names among other words, to be offered back."""

import re
from typing import TYPE_CHECKING

from cscareer.errors import AmbiguousNameError, UnknownNameError

if TYPE_CHECKING:
    from cscareer.catalog.loading import Catalog
    from cscareer.pay.location import Location

_LED = re.compile(r"(?:\b(?P<near>in|near|around)\s+|,\s*)(?P<rest>\S.{0,80})", re.IGNORECASE)
_MOST_WORDS = 5  # of a place and its state: Rancho Santa Margarita, CA
_NO_STATE = frozenset({"in", "or", "me", "hi", "ok"})  # small, these are words
_EDGES = " .,;:!?\"'()"


def place_within(catalog: "Catalog", said: str) -> str | None:
    """The first place behind "in", "near" or a comma, as it was written; None where none is.

    A town without its state counts where it gives its metropolitan area the name, behind a comma never: "in short" and
    "in may" are towns too.
    """
    at = 0
    while led := _LED.search(said, at):
        at = led.start("rest")
        words = led["rest"].split()[:_MOST_WORDS]
        for many in range(len(words), 0, -1):
            place = " ".join(words[:many]).strip(_EDGES)
            if (
                place
                and place.split()[-1] not in _NO_STATE
                and _is_place(catalog, place, alone=bool(led["near"]))
            ):
                return place
    return None


def _is_place(catalog: "Catalog", said: str, *, alone: bool) -> bool:
    from cscareer.pay.statistics import Statistics

    places = catalog.once(Statistics).places
    try:
        found = places.find(said)
    except AmbiguousNameError as error:
        likeliest = error.suggestions[0] if error.suggestions else ""
        return (
            alone and bool(likeliest) and _name_of_area(places.find(likeliest)).startswith(_town(likeliest))
        )
    except UnknownNameError:
        return False
    town = _town(found.name)
    words, of_town = re.findall(r"\w+", said.casefold()), re.findall(r"\w+", town.casefold())
    with_state = len(words) > len(of_town) and words[-1] != of_town[-1]
    return found.kind == "zip" or with_state or (alone and town in re.split(r"-|, ", _name_of_area(found)))


def _name_of_area(place: "Location") -> str:
    return place.area.name or ""


def _town(name: str) -> str:
    return name.rpartition(",")[0] or name
