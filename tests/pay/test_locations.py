"""Searching and listing places."""

import pytest
from rows import each_row

from cscareer.catalog.loading import Catalog
from cscareer.errors import UnknownNameError, UsageError
from cscareer.pay.locations import complete_locations, search_locations
from cscareer.pay.report import find_location


def test_the_very_name_comes_first_the_largest_before_its_namesakes(catalog: Catalog) -> None:
    found = search_locations(catalog, "portland")
    assert [row.name for row in found.locations[:2]] == ["Portland, OR", "Portland, ME"]
    assert found.found >= len(found.locations)


@pytest.mark.slow
@each_row("query", ["austin", "st cloud", "san jose ca", "12420", "boise"])
def test_every_row_found_leads_to_the_area_it_names(catalog: Catalog, query: str) -> None:
    row = search_locations(catalog, query).locations[0]
    assert find_location(catalog, row.name).area == row.area


def test_a_state_lists_its_areas(catalog: Catalog) -> None:
    found = search_locations(catalog, state="wyoming")
    assert found.state == "WY"
    assert [(row.name, row.kind) for row in found.locations[:3]] == [
        ("Wyoming", "state"), ("Casper, WY", "metro"), ("Cheyenne, WY", "metro"),
    ]  # fmt: skip


def test_without_a_query_all_583_areas_are_listed(catalog: Catalog) -> None:
    found = search_locations(catalog)
    assert (found.found, len(found.locations), found.locations[0].name) == (583, 583, "United States")


@pytest.mark.slow
@each_row("query", ["78701", "NYC", "Bay Area", "Philly", "Travis County, TX", "St Louis", "78701-1234"])
def test_what_a_location_option_takes_is_found_first(catalog: Catalog, query: str) -> None:
    row, place = search_locations(catalog, query).locations[0], find_location(catalog, query)
    assert (row.name, row.kind, row.area) == (place.name, place.kind, place.area)


def test_nothing_found_is_an_answer(catalog: Catalog) -> None:
    assert search_locations(catalog, "xyzzy").locations == ()


def test_an_unknown_state_is_refused(catalog: Catalog) -> None:
    with pytest.raises(UnknownNameError) as caught:
        search_locations(catalog, state="Texs")
    assert "Texas" in caught.value.suggestions


def test_completion_offers_cities_and_states(catalog: Catalog) -> None:
    assert ("Austin, TX", "Austin-Round Rock-San Marcos, TX") in complete_locations(catalog, "aus")
    assert ("Texas", "Texas") in complete_locations(catalog, "tex")


def test_what_is_longer_than_any_name_is_not_searched_for(catalog: Catalog) -> None:
    with pytest.raises(UsageError, match="is no place"):
        search_locations(catalog, "b " * 4_000)
    assert search_locations(catalog, "walla walla").locations[0].name.startswith("Walla Walla")
