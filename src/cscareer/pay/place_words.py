"""What people write around the name of a place."""

import re

_METRO_WORDS = re.compile(
    r"(?:^(?:the )?greater )|(?:^metro(?:politan)? )"
    r"|(?: (?:metropolitan statistical area|metropolitan area|metro area|metroplex|metropolitan|metro|msa|area|region)$)"
)

# "Remote in Austin, TX" is paid by Austin, as far as anyone can tell.
WAY_OF_WORK = re.compile(
    r"^(?:fully )?(?:remote|hybrid|on ?site|in office)(?: in)?(?: the)?(?: |$)| (?:remote|hybrid|on ?site|in office)$"
)
# How a sentence leads up to a place.
LED_UP = re.compile(
    r"^(?:(?:i|we|you|im|m|am|are|live|lives|living|work|works|working|reside|based|located|currently|presently|somewhere|anywhere|here|"
    r"job|jobs|office|offices|looking|relocating|moving|out)\s)*(?:in|near|around|from|outside(?: of)?|to|across|throughout|all over|within)\s+(?:the\s+)?"
)
PART_OF = re.compile(
    r"(?:(?:all|most|parts|anywhere|rural|the rest|the whole|the middle) (?:of|in) |whole |entire |rural |upstate |downstate |"
    r"(?:north|south|east|west|central|northern|southern|eastern|western|northeast|northwest|southeast|southwest|"
    r"northeastern|northwestern|southeastern|southwestern|coastal|mid)\s+)+"
)
TOWNSHIP = re.compile(r"township of (.+)|(.+?) township")
TOWNSHIP_SHORT = re.compile(r"\b(?:charter township|charter twp|twp)\b")
# What the census writes behind a city that is one with its county, or behind a place that is no town.
CENSUS_WORDS = re.compile(
    r"(?: (?:unified|consolidated|metropolitan|metro) government)?(?: balance)?$| cdp$| city balance$"
)
# Every place at once, which is none.
EVERY = re.compile(
    r"(?:all|any|every|each|everywhere)(?: (?:of )?(?:the )?(?:us )?(?:50 |fifty )?(?:states?|places?|areas?|metros?|cities|city))?|(?:us )?states"
)
STATE_WORDS = re.compile(r"^(?:the )?state of | state$")
ZIP = re.compile(r"(?:zip(?: code)? )?(\d{5})(?:-\d{4})?\Z", re.IGNORECASE)
ZIP_LAST = re.compile(r"(?:^| )(\d{5})(?: \d{4})?\Z")
LISTED_TOWNSHIPS = {"PA"}  # states all of whose townships stand in the table of places
TOWNSHIP_PEOPLE = 10_000  # a place of fewer is likelier a village of the same name
CITIES = re.compile(r"\s*(?:[-\u2013\u2014/&]+|\band\b)\s*")


def metro_name(name: str) -> str:
    """A folded name without the words that say a whole metro area is meant."""
    while (shorter := _METRO_WORDS.sub("", name).strip()) != name and shorter:
        name = shorter
    return name
