"""What people write around the name of a place, by the `place_lists` of locations.yaml."""

import re
from functools import cached_property
from re import Pattern

from cscareer.catalog.loading import Catalog

ZIP = re.compile(r"(?:zip(?: code)? )?(\d{5})(?:-\d{4})?\Z", re.IGNORECASE)
ZIP_LAST = re.compile(r"(?:^| )(\d{5})(?: \d{4})?\Z")
CODE_FIRST = re.compile(r"(?:USA?\s*[-–:/>]\s*)?([A-Z]{2})\s*[-–:/>]\s*(\S.*)")
CITIES = re.compile(r"\s*(?:[-\u2013\u2014/&]+|\band\b)\s*")


class PlaceWords:
    """The lists of a catalog as patterns for folded names of places, each made when it is first asked for."""

    def __init__(self, catalog: Catalog) -> None:
        self._lists = {each.id: each.words for each in catalog.place_lists.values()}

    def is_listed(self, state: str | None) -> bool:
        """Whether all townships of a state, a postal code, stand in the table of places."""
        return (state or "").lower() in self._lists["listed-townships"]

    def without_metro(self, name: str) -> str:
        """A folded name without the words that say a whole metro area is meant."""
        while (shorter := self._metro.sub("", name).strip()) != name and shorter:
            name = shorter
        return name

    @cached_property
    def _metro(self) -> Pattern[str]:
        return self._around("metro-before", "metro-behind")

    @cached_property
    def town(self) -> Pattern[str]:
        """What says before or behind a name that a town is meant."""
        return self._around("town-before", "town-behind")

    @cached_property
    def state(self) -> Pattern[str]:
        """What says before or behind a name that a state is meant."""
        return self._around("state-before", "state-behind")

    @cached_property
    def county(self) -> Pattern[str]:
        """The name of a county, and what a county is called behind it."""
        return re.compile(rf"(.+?) ({self._any_of('county-behind')})\Z")

    @cached_property
    def way_of_work(self) -> Pattern[str]:
        """A way of work beside a place: "Remote in Austin, TX" is paid by Austin, as far as anyone can tell."""
        said = self._any_of("way-of-work")
        return re.compile(rf"^(?:fully )?(?:{said})(?: in)?(?: the)?(?: |$)| (?:{said})$")

    @cached_property
    def led_up(self) -> Pattern[str]:
        """How a sentence leads up to a place: "I live near the"."""
        return re.compile(
            rf"^(?:(?:{self._any_of('led-up')}|[0-9]{{1,3}}) )*(?:{self._any_of('led-up-last')}) (?:the )?"
        )

    @cached_property
    def part_of(self) -> Pattern[str]:
        """Before the name of a state, what says that a part of it is meant."""
        return re.compile(rf"(?:(?:{self._any_of('part-of')}) )+")

    @cached_property
    def township(self) -> Pattern[str]:
        """A township in short."""
        return re.compile(rf"\b(?:{self._any_of('township-short')})\b")

    @cached_property
    def census(self) -> Pattern[str]:
        """What the census writes behind a city that is one with its county, or behind a place that is no town."""
        return self._around(None, "census-behind")

    @cached_property
    def every(self) -> Pattern[str]:
        """Every place at once, which is none."""
        said = (self._any_of(f"every{part}") for part in ("", "-of", "-place"))
        return re.compile("(?:{})(?: (?:(?:{}) ){{0,4}}(?:{}))?|(?:us )?states".format(*said))

    def _around(self, before: str | None, behind: str) -> Pattern[str]:
        begins = rf"^(?:{self._any_of(before)}) |" if before else ""
        return re.compile(rf"{begins} (?:{self._any_of(behind)})$")

    def _any_of(self, name: str) -> str:
        return "|".join(sorted(self._lists[name], key=len, reverse=True))
