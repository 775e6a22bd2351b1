"""Names of firms and jobs, and the years beside them."""

from rows import each_row

from cscareer.catalog.loading import Catalog
from cscareer.catalog.word_models import TextKind
from cscareer.skills.finding import TextLine, read_skills
from cscareer.skills.finding_names import job_period


@each_row(
    ("line", "lasted"),
    [
        ("acme, 2019 to 2021", True),
        ("acme, 2019 – present", True),
        ("june 2019 until the present day", True),
        ("march 2019 through june 2021", True),
        ("acme, since 2019", False),
        ("2019 and 2021", False),
        ("2019 to nobody", False),
    ],
)
def test_a_period_of_a_job_is_two_years_joined_by_words_of_the_data(
    catalog: Catalog, line: str, lasted: bool
) -> None:
    lists = catalog.word_lists
    joined, goes_on = (frozenset(lists[name].words) for name in ("span-joined", "span-goes-on"))
    assert (job_period(joined, goes_on).search(line) is not None) == lasted


def test_a_skill_above_a_heading_is_no_employer_of_the_job_below_it(catalog: Catalog) -> None:
    text = (
        "Skills/Zendesk - Advanced/Excel - Intermediate/Experience/Support Agent, Acme, March 2019 - May 2021"
    )
    lines = [TextLine(number, line) for number, line in enumerate(text.split("/"), 1)]
    found = read_skills(catalog, lines, TextKind.RESUME)
    assert {each.id for each in found.skills} == {"spreadsheets", "ticketing-systems"}


@each_row(
    ("text", "spoken"),
    [
        ("Languages/French/Korean", True),
        ("Languages: English, German", True),
        ("Fluent Italian", True),
        ("Took calls in Korean.", True),
        ("Server, Le French Bistro", False),
        ("Waited tables at a French and Italian restaurant.", False),
        ("Sold German cars.", False),
    ],
)
def test_a_people_is_a_language_among_languages_and_beside_a_level(
    catalog: Catalog, text: str, spoken: bool
) -> None:
    lines = [TextLine(number, line) for number, line in enumerate(text.split("/"), 1)]
    found = {each.id for each in read_skills(catalog, lines, TextKind.RESUME).skills}
    assert ("bilingual-service" in found) == spoken
