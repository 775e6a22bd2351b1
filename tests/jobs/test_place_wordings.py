"""The states of the places that ads name, however they name them; and no state of places that are none of the job's."""

from cscareer.catalog.loading import load_catalog
from cscareer.documents.ads import of_text
from cscareer.jobs.places import PlaceReader, states_of

READER = PlaceReader(load_catalog(environment={}))

SAID: list[tuple[str, list[str]]] = [
    ("Location: Public Works Annex, Alderbrook, New Mexico", ["NM"]),
    ("Hello from Petal & Post in Kalamazoo! We're hiring 20 seasonal helpers.", ["MI"]),
    (
        "seasonal chat helper (part time, work from home in Michigan)\nHello from Petal & Post in Kalamazoo!",
        ["MI"],
    ),
    ("Remote (TX, FL, GA)", ["FL", "GA", "TX"]),
    ("Remote - must live in Texas, Florida or Georgia", ["FL", "GA", "TX"]),
    ("Any of our three centers in Tulsa, OK, Wichita, KS, or Joplin, MO", ["KS", "MO", "OK"]),
    ("Locations: Tulsa OK | Wichita KS | Joplin MO", ["KS", "MO", "OK"]),
    ("Work from home anywhere in the US, not CA, CO, NY", []),
    ("Remote in all states except CA, CT, MD and NY", []),
    ("All states except CA, CT, MD, MA, NY, OR, WA, WI", []),
    ("Remote, US (excluding California, New York and Washington)", []),
    ("We cannot hire in California, Colorado or New York.\nRemote (US)", []),
    ("Unfortunately we can't employ residents of CA, NJ, or NY. Work from anywhere in the US.", []),
    ("Harris County, Texas", ["TX"]),
    ("County of Riverside, CA", ["CA"]),
    ("Location: Maricopa County, AZ", ["AZ"]),
    ("Our store at 2210 Garrity Blvd, Nampa, ID 83687", ["ID"]),
    ("1400 W Main St., Suite 200\nBoise, ID 83702", ["ID"]),
    ("Location: 85004", ["AZ"]),
    ("Work location: Phoenix 85004", ["AZ"]),
    ("Zip code 60607", ["IL"]),
    ("Lincoln Park, Chicago", ["IL"]),
    ("Our office is in Chicago's Loop.", ["IL"]),
    ("We're in downtown Denver.", ["CO"]),
    ("Dallas-Fort Worth metro", ["TX"]),
    ("Twin Cities", ["MN"]),
    ("Bay Area, CA", ["CA"]),
    ("DFW area, on site", ["TX"]),
    (
        "Acme Corp\nSpokane, WA\nAcme is headquartered in Minneapolis, MN and serves customers everywhere.",
        ["WA"],
    ),
    (
        "Answer calls.\nAbout us: Headquartered in Atlanta, Georgia, Acme has offices in 14 countries.\nThis job is in our Dayton, Ohio office.",
        ["OH"],
    ),
    ("This position is based at our Dayton, Ohio call center.", ["OH"]),
    ("You will work out of our Mesa, Arizona branch.", ["AZ"]),
    ("Position reports to the Fresno, CA office.", ["CA"]),
    ("On site in Fargo, North Dakota, five days a week", ["ND"]),
    ("HYBRID - Columbus, Ohio (2 days in office)", ["OH"]),
    ("Hiring in Omaha, Nebraska and Council Bluffs, Iowa", ["IA", "NE"]),
    ("Remote within Ohio", ["OH"]),
    ("Remote, Ohio residents only", ["OH"]),
    ("Must reside in the state of Florida.", ["FL"]),
    ("Work from home in Utah after your first 120 days. Salt Lake City, UT", ["UT"]),
    ("You must live within 50 miles of Knoxville, TN", ["TN"]),
    ("Candidates must live in Eastern or Central time zones. Remote USA", []),
    (
        "Open to residents of AL, AR, GA, KY, LA, MS, NC, SC, TN",
        ["AL", "AR", "GA", "KY", "LA", "MS", "NC", "SC", "TN"],
    ),
    ("We hire in: AZ; CO; FL; TX", ["AZ", "CO", "FL", "TX"]),
    ("We're set up to employ people in these states: AZ, CA and WA.", ["AZ", "CA", "WA"]),
    (
        "Sadly we can only hire in CO, IL, MA, NC, OH, TX and WA at this time.",
        ["CO", "IL", "MA", "NC", "OH", "TX", "WA"],
    ),
    ("Eligible states: Arizona, Florida, Nevada", ["AZ", "FL", "NV"]),
    (
        "You can work from home if you live in Colorado, Georgia, Texas, California, Massachusetts or Washington.",
        ["CA", "CO", "GA", "MA", "TX", "WA"],
    ),
    ("WHERE YOU CAN LIVE\nAZ, CA, CO, FL", ["AZ", "CA", "CO", "FL"]),
    (
        "This position may be filled in AZ, FL, MN, NV, PA, TN or WA.",
        ["AZ", "FL", "MN", "NV", "PA", "TN", "WA"],
    ),
    ("Remote (US: CO, NY, OR, WA)", ["CO", "NY", "OR", "WA"]),
    ("Remote - US (TX, FL, GA)", ["FL", "GA", "TX"]),
    ("Work from home (AL, MS, LA only)", ["AL", "LA", "MS"]),
    ("Hiring statewide in Wisconsin", ["WI"]),
    ("Washington, DC", ["DC"]),
    ("New York City", ["NY"]),
    ("Brooklyn, NY", ["NY"]),
    ("Portland, Maine", ["ME"]),
    ("Portland, OR or Vancouver, WA", ["OR", "WA"]),
    ("Kansas City, MO", ["MO"]),
    ("Company: Kansas City Life. Location: Overland Park, KS", ["KS"]),
    ("San Juan, PR", ["PR"]),
    ("Delaware River Port Authority\nCamden, NJ", ["NJ"]),
    ("Virginia Mason Clinic\nSeattle, Washington", ["WA"]),
    ("Georgia speaks with customers all day. Location: Tampa, FL", ["FL"]),
    ("Report to Indiana, our team lead. Nashville, TN", ["TN"]),
    ("OK with nights? In or out. Tulsa, OK", ["OK"]),
    ("ME? You'd be a hit. HI there! Austin, TX", ["TX"]),
    ("Texas Roadhouse is hiring in Peoria, IL", ["IL"]),
    ("St. Louis, Missouri", ["MO"]),
    ("Ft. Worth, TX", ["TX"]),
    ("Winston-Salem NC", ["NC"]),
    ("Coeur d'Alene, ID", ["ID"]),
    ("Schenectady, N.Y.", ["NY"]),
    ("Grand Rapids, Mich.", ["MI"]),
    ("Los Angeles, Calif.", ["CA"]),
    ("Tampa (Westshore), Florida", ["FL"]),
    ("Tampa / St. Petersburg, FL", ["FL"]),
    ("Charlotte or Raleigh, North Carolina", ["NC"]),
    ("Charlotte, NC and Greenville, SC", ["NC", "SC"]),
    ("Four sites: Tucson, Mesa, Tempe and Yuma, Arizona", ["AZ"]),
    ("Headquarters: Johnstown, Pennsylvania, Customer Accounts", ["PA"]),
    (
        "EEO. Applicants in Los Angeles: we consider arrest records under the Fair Chance Ordinance. Colorado residents: pay range $20-22.\nBoise, ID",
        ["ID"],
    ),
    ("For California applicants, see our privacy notice.\nRemote (US)", []),
    ("New York applicants: the range is $22-$24. Remote, anywhere in the U.S.", []),
    ("Remote\nPay in Colorado: $20-$23/hr. Pay in New York: $23-$26/hr.", []),
    ("Remote USA. Core hours are Mountain time (Denver).", []),
    ("Reno, NV area; no relocation", ["NV"]),
    ("Serving members in Ohio, Kentucky and Indiana from our Cincinnati office", ["OH"]),
    ("You'll help travellers to Orlando, FL and Las Vegas, NV.\nRemote (US)", []),
]


def states(text: str) -> list[str]:
    ad = of_text(f"Customer Service Representative\n{text}", "ad")
    return sorted(states_of(READER.read(ad, None).locations))


def test_the_states_are_those_of_the_job_and_no_others() -> None:
    assert {text: found for text, wanted in SAID if (found := states(text)) != wanted} == {}
