"""Whose a resume is and where they live, as far as its head says so surely."""

import re
from typing import TYPE_CHECKING, NamedTuple

from cscareer.errors import CareerError

if TYPE_CHECKING:
    from cscareer.catalog.loading import Catalog
    from cscareer.documents.document import Document
    from cscareer.pay.location import Location
    from cscareer.pay.places import Places

_ZIP = re.compile(r"(?<![ ,])[ ,]+\d{5}(?:-\d{4})?\Z")


class Home(NamedTuple):
    """Where a person lives, and the line of their resume that says so."""

    location: "Location"
    line: int


def home_of(catalog: "Catalog", document: "Document") -> Home | None:
    """The one town that the head of a resume names with its state; None where it names none or several."""
    from cscareer.documents.header import places_of
    from cscareer.documents.words import words_of
    from cscareer.pay.statistics import Statistics

    places = catalog.once(Statistics).places
    with words_of(catalog):
        named = list(places_of(document))
    found = {
        place.name: Home(place, written.line)
        for written in named
        if (place := _sure_place(places, written.text))
    }
    return next(iter(found.values())) if len(found) == 1 else None


def _sure_place(places: "Places", text: str) -> "Location | None":
    """The place that a text surely names: no larger one, and none that only its size makes likely."""
    for said in dict.fromkeys((_ZIP.sub("", text), text)):
        try:
            place = places.find(said)
        except CareerError:
            continue
        named = set(re.findall(r"\w+", place.name.rpartition(",")[0].casefold()))
        with_state = bool(set(re.findall(r"\w+", said.casefold())) - named)
        if place.kind == "zip" or (place.kind in {"place", "metro"} and with_state):
            return place
    return None
