"""`areas.csv` and `counties.csv`: what wages, prices and counties say of the same areas, brought together."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from cscareer.pay.importing.places import County, name_beside
from cscareer.pay.importing.rows import quoted
from cscareer.pay.importing.wage_lines import SurveyArea

NATION = "99"
TERRITORIES = "60"  # FIPS codes from here on are no states; the nation's statistics leave them out


@dataclass(frozen=True, slots=True)
class KnownArea:
    """An area as `areas.csv` has it; population and prices are "" where they aren't known."""

    id: str
    name: str
    type: str
    state: str
    population: str = ""
    rpp: str = ""
    rpp_year: str = ""

    @property
    def line(self) -> str:
        """Its line."""
        return f"{self.id},{quoted(self.name)},{self.type},{self.state},{self.population},{self.rpp},{self.rpp_year}"


def merged(
    there: Mapping[str, KnownArea],
    below: Mapping[str, KnownArea],
    named: Mapping[str, SurveyArea],
    prices: Mapping[str, tuple[str, int]],
    counties: Mapping[str, County],
) -> dict[str, KnownArea]:
    """The areas that were there and those read.

    Args:
        there: what the folder's own file has.
        below: what the built-in data has; it says what the files read don't.
        named: the areas of the wages read.
        prices: the prices read.
        counties: where people live.
    """
    found = dict(there)
    for area in named.values():
        before = there.get(area.id) or below.get(area.id) or KnownArea(area.id, "", "", "")
        found[area.id] = replace(before, name=area.name, type=area.type, state=area.state)
    for area_id, (index, year) in prices.items():
        known = found.get(area_id) or below.get(area_id)
        if known and int(known.rpp_year or 0) <= year:
            found[area_id] = replace(known, rpp=index, rpp_year=str(year))
    people = _people(counties, found)
    return {
        key: replace(area, population=str(people.get(key, area.population)))
        for key, area in sorted(found.items(), key=lambda item: (item[0] != NATION, len(item[0]), item[0]))
    }


def _people(counties: Mapping[str, County], areas: Mapping[str, KnownArea]) -> Counter[str]:
    """People by area: a metro's and a state's are those of their counties, the nation's those of the states."""
    people: Counter[str] = Counter()
    for county, (_, _, _, count, metro) in counties.items():
        state = county[:2]
        if metro in areas:
            people[metro] += count
        if state in areas:
            people[state] += count
        if state < TERRITORIES:
            people[NATION] += count
    return people


def county_lines(counties: Mapping[str, County], areas: Mapping[str, KnownArea]) -> list[str]:
    """Our lines of counties, sorted, names left out as in lines of places; only a metro with wage statistics is a county's area."""
    return [
        f"{county},{key},{name_beside(key, name)},{state},{people},{metro if metro in areas else ''}"
        for county, (key, name, state, people, metro) in sorted(counties.items())
    ]


def known_areas(rows: Iterable[list[str]]) -> dict[str, KnownArea]:
    """The areas of a file that is there."""
    return {row[0]: KnownArea(*row) for row in rows}
