"""What people type for a place, and the area whose wages speak for it."""

import csv
import re

import pytest
from conftest import Run, shared_file
from hypothesis import given, settings
from hypothesis import strategies as st
from rows import each_row

from cscareer.catalog.loading import load_catalog
from cscareer.errors import AmbiguousNameError, CareerError, UnknownNameError, UsageError
from cscareer.pay.gazetteer import PlaceRow
from cscareer.pay.places import Places
from cscareer.pay.statistics import Statistics

CATALOG = load_catalog(environment={})
STATISTICS = CATALOG.once(Statistics)
PLACES: Places = STATISTICS.places


@each_row(
    ("said", "area"),
    [
        ("Austin", "12420"),
        ("Austin, TX", "12420"),
        ("austin tx", "12420"),
        ("AUSTIN , tx", "12420"),
        ("Austin, Texas", "12420"),
        ("Austin, TX, USA", "12420"),
        ("Austin, TX 78701", "12420"),
        ("Austin, Texas Metropolitan Area", "12420"),
        ("78701", "12420"),
        ("78701-1234", "12420"),
        ("Travis County, TX", "12420"),
        ("Austin, Travis County, TX", "12420"),
        ("Round Rock, TX", "12420"),
        ("Austin-Round Rock-San Marcos, TX", "12420"),
        ("12420", "12420"),
        ("Texas", "48"),
        ("TX", "48"),
        ("48", "48"),
        ("NYC", "35620"),
        ("New York", "35620"),
        ("Brooklyn", "35620"),
        ("Manhattan, NY", "35620"),
        ("Queens", "35620"),
        ("New York, NY", "35620"),
        ("New York, New York, United States", "35620"),
        ("New York City Metropolitan Area", "35620"),
        ("NY", "36"),
        ("New York, United States", "36"),
        ("WA", "53"),
        ("Washington, United States", "53"),
        ("DC", "11"),
        ("District of Columbia", "11"),
        ("Washington, DC", "47900"),
        ("Washington, D.C.", "47900"),
        ("Washington DC-Baltimore Area", "47900"),
        ("Bay Area", "41860"),
        ("San Francisco Bay Area", "41860"),
        ("Greater Orlando, FL", "36740"),
        ("Greater Orlando", "36740"),
        ("Dallas-Fort Worth Metroplex", "19100"),
        ("Dallas-Fort Worth", "19100"),
        ("Minneapolis-St. Paul", "33460"),
        ("Remote", "99"),
        ("Remote, US", "99"),
        ("United States", "99"),
        ("99", "99"),
        ("Remote in Austin, TX", "12420"),
        ("Miami", "33100"),
        ("Cleveland", "17410"),
        ("Nashville", "34980"),
        ("Louisville", "31140"),
        ("Indianapolis", "26900"),
        ("Kansas City", "28140"),
        ("Kansas City, KS", "28140"),
        ("kansas city kansas", "28140"),
        ("St. Louis", "41180"),
        ("Saint Louis", "41180"),
        ("St Louis, MO", "41180"),
        ("Ft. Worth", "19100"),
        ("Boise", "14260"),
        ("Boise City", "14260"),
        ("Honolulu", "46520"),
        ("Winston-Salem", "49180"),
        ("Winston Salem NC", "49180"),
        ("Salem", "41420"),
        ("San José", "41940"),
        ("Coeur d'Alene, ID", "17660"),
        ("New Haven County, CT", "35300"),
        ("Miles City, MT", "30"),
        ("Lees Summit, MO", "28140"),
        ("City of Industry, CA", "31080"),
        ("Guam", "66"),
        ("San Juan, PR", "41980"),
        ("0100001", "0100001"),
        ("U.S. Virgin Islands", "78"),
        ("USVI", "78"),
        ("Grand Island, NE", "24260"),
        ("Rock Island, IL", "19340"),
        ("Charlotte Amalie, VI", "78"),
        ("Hagatna, GU", "66"),
        ("Washington State", "53"),
        ("New York State", "36"),
        ("State of Texas", "48"),
        ("Manhattan", "35620"),
        ("Manhattan, KS", "31740"),
        ("Saint Louis County, MO", "41180"),
        ("St Louis County, MO", "41180"),
        ("Orleans Parish, LA", "35380"),
        ("Western Connecticut Planning Region, CT", "14860"),
        ("Greater Bridgeport Planning Region, CT", "14860"),
        ("Austin, TX (Remote)", "12420"),
        ("Hybrid - Austin, TX", "12420"),
        ("Remote in the US", "99"),
        ("Northwest Alabama nonmetropolitan area", "0100001"),
        ("LA, Calif.", "31080"),
        ("NW suburbs of Chicago", "16980"),
        ("20 miles from Dallas, TX", "19100"),
        ("anywhere in the US", "99"),
        ("US-TX-Austin", "12420"),
        ("USA, Texas, Austin", "12420"),
        ("So. San Francisco, CA", "41860"),
    ],
)
def test_a_place_is_found_as_people_write_it(said: str, area: str) -> None:
    assert PLACES.find(said).area.id == area


@each_row("name", ["Portland", "Columbus", "Springfield", "Beverly Hills", "Washington", "Paris"])
def test_a_name_of_several_places_of_like_size_names_them_all(name: str) -> None:
    with pytest.raises(AmbiguousNameError) as caught:
        PLACES.find(name)
    assert len(caught.value.suggestions) >= 2
    areas = {PLACES.find(suggestion).area.id for suggestion in caught.value.suggestions}
    assert len(areas) == len(caught.value.suggestions), "each suggestion must lead to one place of its own"
    assert "people" in caught.value.message


def test_places_of_one_name_in_one_state_are_told_apart_by_county() -> None:
    with pytest.raises(AmbiguousNameError) as caught:
        PLACES.find("Oakwood, OH")
    assert "Oakwood, Montgomery County, OH" in caught.value.suggestions
    assert PLACES.find("Oakwood, Montgomery County, OH").area.name == "Dayton-Kettering-Beavercreek, OH"


def test_the_largest_by_far_is_taken_and_the_others_are_named() -> None:
    place = PLACES.find("Cleveland")
    assert (place.name, place.namesakes) == ("Cleveland, OH", ("Cleveland, TN",))


def test_a_greater_area_is_that_of_a_city_that_leads_its_metro() -> None:
    assert PLACES.find("Greater Orlando Area").area.name == "Orlando-Kissimmee-Sanford, FL"
    with pytest.raises(AmbiguousNameError):
        PLACES.find("Greater Bloomington Area")


@each_row(
    ("said", "name", "kind", "state", "area_type"),
    [
        ("Round Rock, TX", "Round Rock, TX", "place", "TX", "metro"),
        ("78701", "ZIP 78701 (Travis, TX)", "zip", "TX", "metro"),
        ("Miles City, MT", "Miles City, MT", "place", "MT", "state"),
        ("Travis County, TX", "Travis County, TX", "county", "TX", "metro"),
        ("Arlington, VA", "Arlington, VA", "place", "VA", "metro"),
        ("Kansas City", "Kansas City, MO", "place", "MO", "metro"),
        ("Remote", "United States", "nation", None, "nation"),
        ("Lexington-Fayette Urban County, KY", "Lexington-Fayette Urban County, KY", "place", "KY", "metro"),
        ("Anaconda-Deer Lodge County, MT", "Anaconda-Deer Lodge County, MT", "place", "MT", "state"),
        (
            "Athens-Clarke County unified government (balance), GA",
            "Athens-Clarke County, GA",
            "metro",
            "GA",
            "metro",
        ),
        ("Indianapolis city (balance), IN", "Indianapolis, IN", "place", "IN", "metro"),
        ("Government Camp, OR", "Government Camp, OR", "place", "OR", "metro"),
    ],
)
def test_the_answer_says_what_was_taken(
    said: str, name: str, kind: str, state: str | None, area_type: str
) -> None:
    place = PLACES.find(said)
    assert (place.said, place.name, place.kind, place.state, place.area_type) == (
        said, name, kind, state, area_type,
    )  # fmt: skip


def test_an_area_id_that_is_also_a_zip_code_is_the_area_and_says_so() -> None:
    assert PLACES.find("12420").namesakes == ("ZIP 12420 (Ulster County, NY)",)
    assert PLACES.find("ZIP 12420").state == "NY"


@each_row(
    "said",
    [
        "Toronto, Canada",
        "London, UK",
        "Canada",
        "Bengaluru, India",
        "Mumbai",
        "Pago Pago, AS",
        "Saipan, MP",
        "Toronto, ON",
        "Vancouver, BC",
        "London",
    ],
)
def test_another_country_is_refused_plainly(said: str) -> None:
    with pytest.raises(UsageError, match="outside the US"):
        PLACES.find(said)


@each_row("said", ["", "  ", ",", "?!", "\u202e"])
def test_nothing_is_no_place(said: str) -> None:
    with pytest.raises(UsageError, match="empty"):
        PLACES.find(said)


@each_row(
    ("said", "suggestion"),
    [("Chicgo", "Chicago, IL"), ("Sacremento, CA", "Sacramento, CA"), ("Texs", "Texas"), ("ohoi", "Ohio")],
)
def test_a_misspelling_is_suggested_and_never_corrected(said: str, suggestion: str) -> None:
    with pytest.raises(UnknownNameError) as caught:
        PLACES.find(said)
    assert suggestion in caught.value.suggestions


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("phenix", "Phoenix, AZ"), ("San Antonito", "San Antonio, TX"), ("Phenix, VA", None), ("Phoenix", None),
        ("Denver", None), ("Ohio", None), ("Dayton", None),
    ],
)  # fmt: skip
def test_a_far_larger_city_a_slip_away_is_asked_after(run: Run, said: str, meant: str | None) -> None:
    assert PLACES.likelier(PLACES.find(said)) == meant
    if said == "phenix":
        told = run("pay", "csr", "-l", said).err
        assert '"phenix" is Phenix, VA. Did you mean Phoenix, AZ?' in " ".join(told.split())


@each_row("said", ["S", "St", "Los", "Salt", "South", "%s"])
def test_a_fragment_of_a_name_is_no_place(said: str) -> None:
    with pytest.raises(UnknownNameError):
        PLACES.find(said)


def test_a_county_is_named_as_its_state_names_it() -> None:
    assert PLACES.find("Orleans County, LA").name == "Orleans Parish, LA"
    assert PLACES.find("Baltimore city County, MD").name == "Baltimore (city), MD"


def test_a_very_long_text_is_refused_at_once() -> None:
    with pytest.raises(UsageError, match="letters is no place"):
        PLACES.find("austin" + " metro" * 15_000)


@each_row("said", ["00000", "99999", "123", "1234567890", "&'99999", "(99999)"])
def test_a_number_that_is_no_place_is_refused(said: str) -> None:
    with pytest.raises(UnknownNameError):
        PLACES.find(said)


@pytest.mark.slow
def test_every_area_is_found_by_its_id_and_metros_and_states_by_their_name() -> None:
    for area in STATISTICS.gazetteer.areas.values():
        assert PLACES.find(area.id).area.id == area.id
        if area.type == "metro" or (area.type == "nonmetro" and "," not in area.name):
            assert PLACES.find(area.name).area.id == area.id
    states = [area for area in STATISTICS.gazetteer.areas.values() if area.type in {"state", "territory"}]
    assert len(states) == 54
    for area in states:
        assert PLACES.find(area.states[0]).area.id == area.id
        if area.name not in {"Washington", "New York"}:
            assert PLACES.find(area.name).area.id == area.id


@each_row(
    ("name", "area"),
    [(name, alias.area) for alias in CATALOG.location_aliases.values() for name in alias.names],
)
def test_every_alias_leads_to_its_area(name: str, area: str) -> None:
    assert PLACES.find(name).area.id == area


@pytest.mark.slow
def test_of_real_job_ads_98_percent_are_found_and_none_in_a_wrong_state() -> None:
    with shared_file("samples/posting_titles.csv").open(encoding="utf-8", newline="") as file:
        said = [row["location"] for row in csv.DictReader(file) if row["location"]]
    found, wrong = 0, []
    for location in said:
        try:
            place = PLACES.find(location)
        except CareerError:
            continue
        found += 1
        _, comma, state = location.rpartition(", ")
        if comma and len(state) == 2 and place.state != state:
            wrong.append((location, place.state))
    assert wrong == []
    assert found / len(said) >= 0.98


@settings(max_examples=settings().max_examples // 2)  # what is no place is looked for among all of them
@given(st.text(max_size=40))
def test_whatever_is_typed_is_a_place_or_a_failure_we_expect(said: str) -> None:
    try:
        place = PLACES.find(said)
    except CareerError:
        return
    assert place.area.id in STATISTICS.gazetteer.areas


@each_row(
    ("said", "area"),
    [
        ("NYC, NY", "35620"),
        ("SF, CA", "41860"),
        ("Bay Area, CA", "41860"),
        ("DFW, TX", "19100"),
        ("Long Island, NY", "35620"),
        ("Philly, Pa.", "37980"),
        ("The Twin Cities, Minnesota", "33460"),
        ("L.A.", "31080"),
        ("L.A., CA", "31080"),
        ("LA", "22"),
        ("KC", "28140"),
        ("Manhattan, KS", "31740"),
        ("Hollywood, FL", "33100"),
    ],
)
def test_a_nickname_may_stand_with_its_state(said: str, area: str) -> None:
    assert PLACES.find(said).area.id == area


@each_row(
    ("said", "area"),
    [
        ("Austin, TX 78701, USA", "12420"),
        ("Omaha NE 68102 USA", "36540"),
        ("Burlington, VT 05401, United States", "15540"),
        ("Portland, Ore.", "38900"),
        ("Rochester, Minn.", "40340"),
        ("Charleston, W.Va.", "16620"),
        ("Fargo, N.D.", "22020"),
        ("Knoxville Tenn.", "28940"),
        ("Cook County, Ill.", "16980"),
    ],
)
def test_a_state_may_be_written_short_and_a_zip_code_may_stand_anywhere(said: str, area: str) -> None:
    assert PLACES.find(said).area.id == area


def test_a_zip_code_of_another_state_than_named_is_refused() -> None:
    with pytest.raises(UsageError, match="10001 lies in NY, and Texas"):
        PLACES.find("Austin, TX 10001")


@each_row(
    ("said", "area"),
    [
        ("Bryan-College Station", "17780"),
        ("Bryan\u2013College Station", "17780"),
        ("Fort Worth-Dallas", "19100"),
        ("St Paul-Minneapolis", "33460"),
        ("Urbana-Champaign, IL", "16580"),
        ("Tacoma and Seattle", "42660"),
    ],
)
def test_the_cities_of_a_metro_may_stand_in_any_order(said: str, area: str) -> None:
    assert PLACES.find(said).area.id == area


@each_row("name", ["Pasadena", "Aurora", "Concord", "Peoria", "Bloomington", "Wilmington"])
def test_large_namesakes_are_asked_back_with_state_and_population(name: str) -> None:
    with pytest.raises(
        AmbiguousNameError, match=rf"{name}, [A-Z]{{2}} \([\d,]+ people\); {name}, [A-Z]{{2}}"
    ):
        PLACES.find(name)


@pytest.mark.parametrize(("said", "state"), [("Orleans Parish", "LA"), ("Caddo Parish", "LA")])
def test_a_parish_is_in_louisiana(said: str, state: str) -> None:
    assert PLACES.find(said).state == state


@each_row(
    ("said", "state"),
    [
        ("Clinton Township, MI", "26"),
        ("Shelby Twp, MI", "26"),
        ("Charter Township of Clinton, MI", "26"),
        ("Marlboro, NJ", "34"),
        ("Marlboro Township, NJ", "34"),
        ("Jackson Township, OH", "39"),
    ],
)
def test_a_township_our_tables_lack_gets_its_states_wages_and_the_reason(said: str, state: str) -> None:
    place = PLACES.find(said)
    assert place.area.id == state
    assert place.reason is not None
    assert "No table of ours has" in place.reason


def test_a_township_without_its_state_is_asked_for_it() -> None:
    with pytest.raises(UnknownNameError, match="several states"):
        PLACES.find("Clinton Township")


@pytest.mark.parametrize(
    ("said", "area"),
    [
        ("Canton Township, MI", "19820"),
        ("Township of Edison, NJ", "35620"),
        ("Abington Township, PA", "37980"),
    ],
)
def test_a_township_our_tables_have_is_found(said: str, area: str) -> None:
    assert PLACES.find(said).area.id == area


@each_row(
    ("said", "area"),
    [
        ("I live in Ohio", "39"),
        ("somewhere in North Carolina", "37"),
        ("anywhere in the state of Texas", "48"),
        ("we are based in Denver, Colorado", "19740"),
        ("working from Nashville", "34980"),
    ],
)
def test_a_place_is_found_at_the_end_of_a_sentence(said: str, area: str) -> None:
    place = PLACES.find(said)
    assert (place.area.id, place.said) == (area, said)


@pytest.mark.parametrize(("said", "state"), [("Upstate New York", "36"), ("rural Kansas", "20")])
def test_a_part_of_a_state_gets_the_states_wages_and_says_so(said: str, state: str) -> None:
    place = PLACES.find(said)
    assert place.area.id == state
    assert "not for a part of it" in (place.reason or "")


def test_a_number_that_is_an_area_id_is_said_to_be_read_so() -> None:
    place = PLACES.find("20500")
    assert place.area.name == "Durham-Chapel Hill, NC"
    assert "id of an area" in (place.reason or "")


@each_row("said", ["Kyiv", "Kyiv, Ukraine", "Lagos", "Manila", "Pune", "Madrid, Spain", "Warsaw"])
def test_a_city_abroad_lies_outside_the_figures(said: str) -> None:
    with pytest.raises(UsageError, match="outside the US"):
        PLACES.find(said)


# Eleven names of the Census ("Lexington-Fayette Urban County", "Metro of Magna") aren't known in full yet.
IN_FULL = re.compile(r".* County|Metro of .*")


def known_in_full() -> st.SearchStrategy[PlaceRow]:
    rows = sorted(STATISTICS.gazetteer.all_places())
    return st.sampled_from([each for each in rows if not IN_FULL.fullmatch(each.name)])


@given(st.deferred(known_in_full))
def test_a_place_named_with_its_state_is_never_in_another_state(place: PlaceRow) -> None:
    try:
        states = {PLACES.find(f"{place.name}, {place.state}").state}
    except AmbiguousNameError as error:
        states = {suggestion.rpartition(", ")[2] for suggestion in error.suggestions}
    assert states == {place.state}


@pytest.mark.parametrize(
    "said",
    ["London", "Manchester UK", "Leeds, UK", "Cape Town South Africa", "Nagpur", "Wollongong", "SW1A 1AA"],
)
def test_who_is_abroad_is_told_what_holds_there_too(run: Run, said: str) -> None:
    outcome = run("role", "csr", "-l", said)
    assert outcome.code == 2
    assert "skills, routes and practice hold anywhere" in " ".join(outcome.err.split()).lower()


def test_who_misspells_a_town_is_not_told_of_abroad(run: Run) -> None:
    assert "anywhere" not in run("role", "csr", "-l", "Colombus OH").err


@pytest.mark.parametrize("said", ["all", "ALL states", "every state", "any", "everywhere", "states"])
def test_every_place_is_none_and_a_ranking_is_named(run: Run, said: str) -> None:
    outcome = run("pay", "csr", "-l", said)
    assert outcome.code == 2
    assert "--by state" in outcome.err
    assert "Did you mean" not in outcome.err
