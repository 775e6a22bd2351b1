"""Laws of finding skills that hold for every text."""

from hypothesis import given
from hypothesis import strategies as st

from cscareer.catalog.loading import load_catalog
from cscareer.skills.finding import FoundSkill, TextKind, TextLine, find_skills

CATALOG = load_catalog(environment={})
NAMES = sorted(
    name for skill in CATALOG.skills.values() for name in (skill.name, *skill.aliases, *skill.ambiguous)
)
GLUE = ["expert in", "basic", "(advanced)", "5 years of", "no", "not", "and", "or", ",", ".", ";", "skills", "About us", "-",
        "equal opportunity", "Benefits", "Requirements", "without", "team", "department", "@", "sql@example.com", "Excel at"]  # fmt: skip

pieces = st.one_of(st.sampled_from(NAMES), st.sampled_from(GLUE), st.text(max_size=8))
texts = st.lists(pieces, max_size=8).map(
    lambda words: " ".join("".join(words).splitlines() and words).replace("\n", " ")
)
plain_texts = st.lists(st.one_of(st.sampled_from(NAMES), st.sampled_from(GLUE)), max_size=8).map(" ".join)


def numbered(lines: list[str]) -> list[TextLine]:
    return [TextLine(number, text) for number, text in enumerate(lines, 1)]


def shape(found: tuple[FoundSkill, ...]) -> list[object]:
    return [
        (each.id, each.level, [(one.line, one.alias, one.rule, one.quote.lower()) for one in each.evidence])
        for each in found
    ]


@given(st.lists(texts, max_size=5), st.booleans())
def test_every_quote_stands_verbatim_at_its_line(lines: list[str], near: bool) -> None:
    for found in find_skills(CATALOG, numbered(lines), near=near):
        assert found.evidence
        for evidence in found.evidence:
            assert evidence.quote
            assert evidence.quote in lines[evidence.line - 1]
            assert near or not evidence.near


@given(plain_texts)
def test_capitals_throughout_change_nothing_in_an_ad(line: str) -> None:
    found = [
        find_skills(CATALOG, numbered([change(line)]), kind=TextKind.AD) for change in (str.upper, str.lower)
    ]
    assert shape(found[0]) == shape(found[1])


@given(st.lists(plain_texts, max_size=4), st.booleans())
def test_an_unrelated_line_changes_nothing_else(lines: list[str], near: bool) -> None:
    alone = find_skills(CATALOG, numbered([*lines, ""]), near=near)
    followed = find_skills(CATALOG, numbered([*lines, "", "Fed the cat."]), near=near)
    assert followed == alone


@given(st.lists(texts, max_size=5))
def test_looking_for_near_names_too_only_adds(lines: list[str]) -> None:
    exact = {each.id: each for each in find_skills(CATALOG, numbered(lines))}
    both = {each.id: each for each in find_skills(CATALOG, numbered(lines), near=True)}
    assert exact.keys() <= both.keys()
    for skill, found in exact.items():
        assert [one for one in both[skill].evidence if not one.near] == list(found.evidence)
