"""The official statistics behind local pay: wages, areas, places and prices of all layers in use."""

from functools import cache, cached_property
from typing import TYPE_CHECKING, NamedTuple

from cscareer.catalog.loading import Catalog
from cscareer.catalog.models import Model
from cscareer.catalog.wage_files import source_id
from cscareer.pay.gazetteer import AreaRow, Gazetteer
from cscareer.pay.location import Location, location_of
from cscareer.pay.money import exact, share, to_unit
from cscareer.pay.price_index import PriceIndex
from cscareer.pay.ranges import NATION, NATION_ID, Amount, Area, SourceYear, amount_like
from cscareer.pay.tables import CsvTable
from cscareer.pay.wages import Distribution, WageRow, Wages

if TYPE_CHECKING:
    from cscareer.pay.places import Places


class Prices(Model):
    """How dear living is: BEA's all-items index (US = 100) of an area; `own` is false where a state stands in.

    `index` is null where BEA has none; `note` then says why, as it says what stands in.
    """

    index: float | None
    area: Area | None
    own: bool
    note: str | None
    sources: tuple[SourceYear, ...]


class FoundWages(NamedTuple):
    """Wages for a place: the row, the area they are of, and the nearer areas that have no figure."""

    row: WageRow
    area: Area
    without: tuple[Area, ...]


class Statistics:
    """Wages, areas and places of a catalog's layers, read as they are asked for."""

    def __init__(self, catalog: Catalog) -> None:
        self.catalog = catalog
        self.folders = [folder for layer in catalog.layers if (folder := layer.wages)]
        self.table = cache(CsvTable)  # each file once
        self.wages = Wages(self.folders, self.table)
        self.gazetteer = Gazetteer(self.folders)
        self.price_index = PriceIndex(self.folders, self.table)

    @cached_property
    def places(self) -> "Places":
        """Finds what people type for a place."""
        from cscareer.pay.places import Places

        return Places(self.catalog, self.gazetteer)

    @cached_property
    def nation(self) -> Location:
        """The United States as a location."""
        name = NATION.name or ""
        return location_of(name, AreaRow(NATION_ID, name, "nation", ("US",), None, None, None))

    def location_of(self, area_id: str) -> Location:
        """An area as a location; the nation for an id that no area has."""
        area = self.gazetteer.areas.get(area_id)
        return location_of(area.name, area) if area else self.nation

    def chain(self, location: Location) -> tuple[Area, ...]:
        """The areas whose figures speak for a place, the nearest first: its own, its state's, the nation's."""
        state = self.gazetteer.states.get(location.state) if location.state else None
        areas = [location.area, *([Area(id=state.id, name=state.name)] if state else []), NATION]
        return tuple(dict.fromkeys(areas))

    def find_wages(self, occupation: str, location: Location) -> FoundWages | None:
        """The wages that speak for a place: its area's, else its state's, else the nation's; null if none has any."""
        asked: list[Area] = []
        for area in self.chain(location):
            row = self.wages.at(occupation, area.id)
            if row and row.has_figures:
                return FoundWages(row, area, tuple(asked))
            asked.append(area)
        return None

    def prices(self, location: Location) -> Prices:
        """How dear living is in the area that speaks for a place."""
        if location.area.id == NATION_ID:
            return _prices(100.0, None, NATION)  # by definition, so that no source is behind it
        area = self.gazetteer.areas[location.area.id]
        if area.rpp is not None:
            return _prices(area.rpp, area.rpp_year, location.area)
        state = self.gazetteer.states.get(area.states[0])
        if state is None or state.rpp is None:
            name = state.name if state else area.name
            note = f"BEA publishes no price level for {name}."
            return Prices(index=None, area=None, own=False, note=note, sources=())
        note = f"BEA publishes no price level for {area.name}; {state.name}'s stands in."
        return _prices(state.rpp, state.rpp_year, Area(id=state.id, name=state.name), note)


def median_of(wages: Distribution | None) -> Amount | None:
    """The median of wages as an amount; null where it isn't released or is only a threshold."""
    median = wages.at("median") if wages else None
    if wages is None or median is None:
        return None
    return amount_like(wages, median)


def ratio_to(wages: Distribution | None, nation: Distribution | None) -> float | None:
    """The median of wages ÷ the nation's."""
    here, everywhere = (each.at("median") if each else None for each in (wages, nation))
    return share(here, everywhere) if here and everywhere else None


def real(amount: Amount, prices: Prices) -> Amount | None:
    """What an amount buys at average U.S. prices: amount × 100 ÷ index, to the dollar (hourly to the cent)."""
    if prices.index is None:
        return None
    value = exact(amount.amount) * 100 / exact(prices.index)
    return amount.model_copy(
        update={
            "amount": to_unit(value, amount.per),
            "basis": "calculated",
            "sources": (*amount.sources, *(each for each in prices.sources if each not in amount.sources)),
        }
    )


def _prices(index: float, year: int | None, area: Area, note: str | None = None) -> Prices:
    sources = (SourceYear(id=source_id("prices", year), year=year),) if year else ()
    return Prices(index=index, area=area, own=note is None, note=note, sources=sources)
