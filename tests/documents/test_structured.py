"""JSON Resume and RenderCV: what is stated, and what is said of the wrong shape."""

import json
from typing import Any

import pytest
from rows import each_row

from cscareer.documents.document import Document, Month, StatedSkill
from cscareer.documents.reading import read_bytes
from cscareer.errors import InvalidDataError


def read_json(value: object, name: str = "a.json") -> Document:
    return read_bytes(json.dumps(value, indent=1).encode(), name)


def read_yaml(text: str) -> Document:
    return read_bytes(text.encode(), "a.yaml")


def test_skills_have_the_level_of_their_entry() -> None:
    skills = [{"name": "Desk tools", "level": "Advanced", "keywords": ["Zendesk"]}, {"name": "SQL"}]
    languages = [
        {"language": "Spanish", "fluency": "Native speaker"},
        {"language": "French", "level": "Basic"},
    ]
    assert read_json({"skills": skills, "languages": languages}).skills == (
        StatedSkill("Desk tools", "Advanced", 4),
        StatedSkill("Zendesk", "Advanced", 7),
        StatedSkill("SQL", None, 11),
        StatedSkill("Spanish", "Native speaker", 16),
        StatedSkill("French", "Basic", 20),
    )


@pytest.mark.parametrize("key", ["name", "company"])
def test_old_and_new_layouts_give_the_same_position(key: str) -> None:
    work = {"position": "Agent", key: "Acme", "startDate": "2019-01-01", "endDate": "2021-03"}
    (position,) = read_json({"work": [work]}).positions
    assert (position.title, position.organization) == ("Agent", "Acme")
    assert position.current is False
    assert position.start is not None
    assert position.end is not None
    assert (position.start[:2], position.end[:2]) == ((2019, 1), (2021, 3))


@each_row(
    ("end", "current"),
    [({}, True), ({"endDate": ""}, True), ({"endDate": "Present"}, True), ({"endDate": "x"}, False)],
)
def test_a_position_without_an_end_goes_on(end: dict[str, str], current: bool) -> None:
    (position,) = read_json({"work": [{"position": "Agent", "startDate": "2019", **end}]}).positions
    assert (position.end, position.current) == (None, current)


def test_prose_is_every_text_but_addresses_dates_and_levels() -> None:
    basics = {
        "summary": "Calm",
        "email": "a@b.example",
        "url": "https://a.example",
        "location": {"city": "Rome"},
    }
    work = [{"summary": "https://x.example", "highlights": ["One\nTwo", "**Three**"], "startDate": "2019"}]
    document = read_json({"basics": basics, "work": work, "meta": {"version": "v1"}, "x": "unknown"})
    assert [line.text for line in document.lines] == ["Calm", "One", "Two", "Three"]


@each_row(
    ("value", "field", "expected"),
    [
        ({"work": "Agent"}, "work", "a list of objects"),
        ({"work": [{"position": 5}], "skills": [{"name": "SQL"}]}, "work[0].position", "text"),
        ({"work": ["Agent"]}, "work[0]", "an object"),
        ({"work": [{"position": "Agent", "highlights": "One"}]}, "work[0].highlights", "a list of texts"),
        ({"work": [{"position": "Agent", "highlights": ["a", 1]}]}, "work[0].highlights[1]", "text"),
        ({"work": [{"position": "Agent", "startDate": "soon"}]}, "work[0].startDate", "a date like"),
        ({"basics": ["Ana"], "skills": ["SQL"]}, "basics", "an object"),
        ({"skills": ["SQL"]}, "skills[0]", "an object"),
        ({"skills": [{"name": "SQL", "keywords": {"a": "b"}}]}, "skills[0].keywords", "a list of texts"),
    ],
)
def test_a_wrong_shape_is_said_with_its_path_and_the_rest_used(value: Any, field: str, expected: str) -> None:  # noqa: ANN401
    document = read_json(value)
    said = {problem.field: problem for problem in document.warnings}
    assert expected in said[field].message
    assert said[field].line
    assert document.lines or document.skills


def test_the_number_of_warnings_is_bounded() -> None:
    assert len(read_json({"work": list(range(1000)), "skills": [{"name": "SQL"}]}).warnings) == 50


@each_row("value", [[], {}, [1], {"a": 1}, None, 5, "word", {"basics": {"name": ""}}, {"work": None}])
def test_nothing_usable_is_refused(value: object) -> None:
    with pytest.raises(InvalidDataError):
        read_json(value)


@each_row(
    ("text", "line", "said"),
    [
        ('{"work":\n [1,\n}', 3, "Broken JSON"),
        ('{"work": "open', 1, "Broken JSON"),
        ('{"work":\n NaN}', 2, "NaN or Infinity"),
        ('{"work":\n -Infinity}', 2, "NaN or Infinity"),
        ('{"work": 1,\n "work": 2}', 2, "twice"),
        ('{"work": [\n{"a": {"b": 1, "b": 2}}]}', 2, "twice"),
        ("[" * 100_000, 1, "nested deeper than 20"),
        ('{"a":' * 100_000, 1, "nested deeper than 20"),
        ('"\\' * 100_000, 1, "Broken JSON"),
    ],
)
def test_broken_json_is_refused_with_its_line(text: str, line: int, said: str) -> None:
    with pytest.raises(InvalidDataError) as caught:
        read_bytes(text.encode(), "a.json")
    (problem,) = caught.value.problems
    assert problem.line == line
    assert said.casefold() in problem.message.casefold()


def test_json_may_hold_anything_json_may() -> None:
    text = '{"skills":[{"name":"a\\/b \\ud83d\\ude00 \\ud800\\u001b[1m","x":1e999,"y":%s}],\t"basics":null}'
    assert read_bytes((text % ("9" * 5000)).encode(), "a.json").skills[0].name == "a/b 😀 \ufffd [1m"


def test_json_resume_may_be_written_in_yaml() -> None:
    document = read_yaml("work:\n  - position: Agent\n    name: Acme\n    startDate: 2019-01\n")
    assert document.kind == "json-resume"
    assert document.positions[0].start == Month(2019, 1)


CV = """\
cv:
  name: Ana
  sections:
    {title}:
{entries}
"""


def cv(title: str, *entries: str) -> Document:
    return read_yaml(CV.format(title=title, entries="\n".join(f"      - {entry}" for entry in entries)))


@each_row(
    ("entry", "skills"),
    [
        ("{label: Zendesk, details: Advanced}", [("Zendesk", "Advanced")]),
        ("{label: Zendesk, details: 5 years}", [("Zendesk", "5 years")]),
        ("{label: Zendesk, details: over 2.5 yrs}", [("Zendesk", "over 2.5 yrs")]),
        ("{label: Spanish, details: 'Native speaker, C2'}", [("Spanish", "Native speaker, C2")]),
        (
            "{label: Tools, details: 'Zendesk, Excel (basic)'}",
            [("Tools", None), ("Zendesk", None), ("Excel", "basic")],
        ),
        (
            "{bullet: 'Zendesk: expert; Jira (cloud, server)'}",
            [("Zendesk", "expert"), ("Jira (cloud, server)", None)],
        ),
        ("'**Zendesk**, SQL.'", [("Zendesk", None), ("SQL", None)]),
        ("I have worked with very many tools in my long life", []),
        ("{label: 5, details: Excel}", [("Excel", None)]),
    ],
)
def test_skills_of_rendercv(entry: str, skills: list[tuple[str, str | None]]) -> None:
    document = cv("skills", entry)
    assert [(skill.name, skill.level) for skill in document.skills] == skills
    assert {skill.line for skill in document.skills} <= {5}
    assert cv("interests", entry).skills == ()


def test_an_experience_entry_is_a_position_in_any_paid_section() -> None:
    entry = "{company: Acme, position: Agent, date: 'Jan 2019 – Mar 2021'}"
    (position,) = cv("jobs I had", entry).positions
    assert (position.start, position.end) == (Month(2019, 1), Month(2021, 3))
    assert cv("volunteering", entry).positions == ()


def test_rendercv_of_the_wrong_shape_is_said_with_its_path() -> None:
    document = cv("experience", "5", "{company: [1], position: Agent, start_date: soon}")
    assert [(problem.field, problem.line) for problem in document.warnings] == [
        ("cv.sections.experience[0]", 5),
        ("cv.sections.experience[1].company", 6),
        ("cv.sections.experience[1].start_date", 6),
    ]
    assert document.positions[0].title == "Agent"


def test_a_title_of_the_persons_own_words_is_never_in_a_warning() -> None:
    document = read_yaml("cv:\n  name: Ana\n  sections:\n    Left Acme ill: none\n    Skills: [SQL]\n")
    assert [problem.field for problem in document.warnings] == ["cv.sections[0]"]


def test_a_block_of_text_has_the_lines_it_stands_in() -> None:
    document = read_yaml("cv:\n  name: Ana\n  summary: |\n    One\n\n    Two\n")
    assert [(line.number, line.text) for line in document.lines] == [(2, "Ana"), (4, "One"), (6, "Two")]


@each_row("text", ["a: 1", "- 1", "word", "cv: 5", "cv: {name: 5}", "cv:\n\ta: 1", "cv: [" * 500])
def test_yaml_with_nothing_usable_is_refused(text: str) -> None:
    with pytest.raises(InvalidDataError):
        read_yaml(text)
