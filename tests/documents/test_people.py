"""People read from lines of JSON: what each line says, and what is told of a bad one."""

import io
import json
import tracemalloc
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rows import each_row

from cscareer.documents.json_lines import MOST_LINE_BYTES
from cscareer.documents.people import PersonLine, SaidSkill, read_people
from cscareer.errors import Problem, UnreadableError

SECRET = "Xanthippe"  # noqa: S105  a name


def read(*lines: bytes | str | dict[str, Any]) -> list[PersonLine | Problem]:
    raw = [
        line
        if isinstance(line, bytes)
        else line.encode()
        if isinstance(line, str)
        else json.dumps(line).encode()
        for line in lines
    ]
    return list(read_people(io.BytesIO(b"\n".join(raw)), "people.jsonl"))


def person(line: bytes | str | dict[str, Any]) -> PersonLine:
    (found,) = read(line)
    assert isinstance(found, PersonLine)
    return found


def problem(line: bytes | str | dict[str, Any]) -> Problem:
    (found,) = read(line)
    assert isinstance(found, Problem)
    return found


def test_a_resume_is_read_as_a_file_would_be() -> None:
    found = person(
        {"id": "ana", "resume": "Experience\nAgent, Acme, Jan 2019 – Mar 2021\n\nExcel (advanced)"}
    )
    assert (found.line, found.id, found.skills) == (1, "ana", ())
    assert found.document
    assert [line.number for line in found.document.lines] == [1, 2, 4]
    assert found.document.positions[0].title == "Agent"


def test_skills_are_text_or_objects_with_a_level_or_without() -> None:
    skills = [
        "sql:2",
        "empathy",
        {"name": "Coaching", "level": "expert"},
        {"name": "typing"},
        {"name": "x", "level": 3},
    ]
    assert person({"skills": skills}).skills == (
        SaidSkill("sql", "2", "skills[0]"),
        SaidSkill("empathy", None, "skills[1]"),
        SaidSkill("Coaching", "expert", "skills[2]"),
        SaidSkill("typing", None, "skills[3]"),
        SaidSkill("x", "3", "skills[4]"),
    )


@each_row(("value", "read_as"), [("a1", "a1"), (17, "17"), (None, None), ("", "")])
def test_an_id_is_text_whatever_it_was(value: object, read_as: str | None) -> None:
    assert person({"id": value, "skills": ["sql"]}).id == read_as


JSON_RESUME = {
    "id": 5,
    "basics": {"name": "Ana", "summary": "Calm"},
    "work": [{"position": "Agent", "name": "Acme", "startDate": "2019-01", "endDate": "2021-03"}],
    "skills": [{"name": "Zendesk", "level": "Advanced"}],
}


@pytest.mark.parametrize(
    "line", [JSON_RESUME, {"id": "5", "resume": JSON_RESUME}, {"id": 5, "resume": json.dumps(JSON_RESUME)}]
)
def test_a_json_resume_may_be_the_line_or_stand_in_it(line: dict[str, Any]) -> None:
    found = person(line)
    assert (found.id, found.skills) == ("5", ())
    assert found.document
    assert found.document.kind == "json-resume"
    assert [(skill.name, skill.level) for skill in found.document.skills] == [("Zendesk", "Advanced")]
    assert found.document.positions[0].organization == "Acme"


@pytest.mark.parametrize("wrapped", [False, True])
def test_a_resume_of_too_many_lines_is_one_bad_line_and_the_stream_goes_on(*, wrapped: bool) -> None:
    endless = {"basics": {"name": "Ana"}, "work": [{"highlights": ["Did it again"] * 25_000}]}
    lines = [{"skills": ["sql"]}, {"resume": endless} if wrapped else endless, {"skills": ["sql"]}]
    content = "\n".join(map(json.dumps, lines)).encode()
    first, bad, last = read_people(io.BytesIO(content), "x")
    assert isinstance(first, PersonLine)
    assert isinstance(last, PersonLine)
    assert isinstance(bad, Problem)
    assert (bad.line, bad.field) == (2, "resume" if wrapped else None)
    assert "more than 20,000 lines" in bad.message


def test_a_line_is_no_more_than_skills_unless_it_has_another_section_of_json_resume() -> None:
    skills = [{"name": "SQL", "level": 2}]
    assert person({"skills": skills}).document is None
    assert person({"skills": skills, "basics": {"name": "Ana"}}).skills == ()


def test_empty_lines_a_mark_and_windows_line_ends_are_no_matter() -> None:
    content = b"\xef\xbb\xbf" + b'{"skills":["sql"]}\r\n\r\n   \n{"skills":["sql"]}\r\n'
    found = list(read_people(io.BytesIO(content), "x"))
    assert [entry.line for entry in found] == [1, 4]
    assert all(isinstance(entry, PersonLine) for entry in found)


@each_row(
    ("line", "field", "said"),
    [
        ("x", None, "Broken JSON"),
        ('{"id": 1', None, "Broken JSON"),
        ('{"id": NaN, "skills": ["sql"]}', None, "NaN or Infinity"),
        ('{"id": 1, "id": 2, "skills": ["sql"]}', None, "A key that stands twice"),
        ('{"id": ' * 30 + "1" + "}" * 30, None, "Nested deeper than 20"),
        ("[" * 100_000, None, "Nested deeper than 20"),
        ("[]", None, 'Expected an object with "resume"'),
        ("5", None, 'Expected an object with "resume"'),
        ('"text"', None, 'Expected an object with "resume"'),
        ("null", None, 'Expected an object with "resume"'),
        ({}, None, 'Expected an object with "resume"'),
        ({"id": "ana"}, None, 'Expected an object with "resume"'),
        ({"name": "ana"}, None, 'Expected an object with "resume"'),
        ({"skills": []}, None, 'Expected an object with "resume"'),
        (b'{"skills": ["\xff"]}', None, "Not UTF-8"),
        ({"id": True, "skills": ["sql"]}, "id", "Expected text"),
        ({"id": [1], "skills": ["sql"]}, "id", "Expected text"),
        ({"id": "x" * 201, "skills": ["sql"]}, "id", "at most 200"),
        ({"skills": "sql"}, "skills", "Expected a list"),
        ({"skills": ["sql"] * 501}, "skills", "at most 500"),
        ({"skills": ["sql", 5]}, "skills[1]", "Expected text like"),
        ({"skills": [{"level": 2}]}, "skills[0]", "Expected text like"),
        ({"skills": [{"name": "sql", "level": 2.5}]}, "skills[0].level", "from 1 to 4"),
        ({"skills": [{"name": "sql", "level": True}]}, "skills[0].level", "from 1 to 4"),
        ({"resume": 5}, "resume", "Expected the text of a resume"),
        ({"resume": ""}, "resume", "Expected the text of a resume"),
        ({"resume": " \n"}, "resume", "Expected the text of a resume"),
        ({"resume": {}}, "resume", "Expected the text of a resume"),
        ({"resume": '{"work": [}'}, "resume", "can't be read"),
        ({"resume": {"work": []}}, None, "nothing to read"),
        ({"basics": {}}, None, "nothing to read"),
        ({"resume": "…!"}, "resume", "nothing to read"),
        ({"resume": "word\n" * 20_001}, "resume", "more than 20,000 lines"),
    ],
    ids=lambda value: str(value)[:40],
)
def test_a_bad_line_is_told_with_what_was_expected(line: Any, field: str | None, said: str) -> None:  # noqa: ANN401
    found = problem(line)
    assert (found.file, found.line, found.field) == ("people.jsonl", 1, field)
    assert said in found.message


@each_row(
    "line",
    [
        SECRET,
        f'{{"{SECRET}": 1, "{SECRET}": 2}}',
        {"resume": f'{{"{SECRET}": }}'},
        {"resume": f'{{"{SECRET}": 1, "{SECRET}": 1}}'},
        {"skills": [{SECRET: SECRET}]},
        {"skills": [{"name": "sql", "level": [SECRET]}]},
        {"id": [SECRET], "skills": ["sql"]},
        {SECRET: SECRET},
    ],
    ids=str,
)
def test_what_a_bad_line_holds_is_never_told(line: Any) -> None:  # noqa: ANN401
    assert SECRET.casefold() not in str(problem(line)).casefold()


def test_a_bad_line_keeps_nobody_else_back() -> None:
    good = {"skills": ["sql"]}
    found = read(good, "x", b"\xff", good)
    assert [(entry.line, isinstance(entry, PersonLine)) for entry in found] == [
        (1, True),
        (2, False),
        (3, False),
        (4, True),
    ]


@pytest.mark.parametrize(
    ("start", "said"),
    [(b"\xff\xfe{\x00", "UTF-16"), (b"\xfe\xff\x00{", "UTF-16"), (b"\x1f\x8b\x08\x00", "compressed")],
)
def test_what_is_no_text_at_all_is_refused_as_a_whole(start: bytes, said: str) -> None:
    with pytest.raises(UnreadableError, match=said) as caught:
        read(start)
    assert caught.value.hint


def test_a_stream_that_breaks_off_is_told() -> None:
    class Broken(io.BytesIO):
        def readline(self, size: int | None = -1, /) -> bytes:
            del size
            raise OSError(5, "Input/output error")

    with pytest.raises(UnreadableError, match="Input/output error"):
        list(read_people(Broken(), "x"))


class Endless(io.RawIOBase):
    """A hundred megabytes of one line, then a person."""

    def __init__(self) -> None:
        self.left = 100_000_000
        self.end = b'\n{"skills": ["sql"]}'

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any, /) -> int:  # noqa: ANN401
        if self.left:
            size = min(len(buffer), self.left)
            buffer[:size] = b"x" * size
            self.left -= size
            return size
        part, self.end = self.end[: len(buffer)], self.end[len(buffer) :]
        buffer[: len(part)] = part
        return len(part)


def test_a_huge_line_is_passed_over_without_being_held() -> None:
    tracemalloc.start()
    bad, good = read_people(io.BufferedReader(Endless()), "x")
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert isinstance(bad, Problem)
    assert "Longer than 1 MB" in bad.message
    assert (good.line, isinstance(good, PersonLine)) == (2, True)
    assert most < 8 * MOST_LINE_BYTES


@pytest.mark.parametrize("over", [0, 1])
def test_the_longest_line_is_a_megabyte(over: int) -> None:
    line = json.dumps({"resume": "sql"})
    line += " " * (MOST_LINE_BYTES - len(line) - 1 + over)
    first, last = read(line, {"skills": ["sql"]})
    assert isinstance(first, Problem) == bool(over)
    assert isinstance(last, PersonLine)
    assert last.line == 2


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=10),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(["id", "resume", "skills", "work", "basics", "name", "level", "x"]),
            inner,
            max_size=5,
        )
    ),
    max_leaves=12,
)
any_line = st.binary(max_size=60).filter(lambda line: line[:2] not in {b"\xff\xfe", b"\xfe\xff", b"\x1f\x8b"})


@given(st.lists(st.one_of(any_line, json_values.map(lambda value: json.dumps(value).encode())), max_size=5))
def test_whatever_the_lines_are_each_is_a_person_or_a_problem(lines: list[bytes]) -> None:
    numbers = [entry.line or 0 for entry in _entries(b"\n".join(lines))]
    assert numbers == sorted(set(numbers))
    assert all(1 <= number <= b"\n".join(lines).count(b"\n") + 1 for number in numbers)


def _entries(content: bytes) -> Iterator[PersonLine | Problem]:
    return read_people(io.BytesIO(content), "x")
