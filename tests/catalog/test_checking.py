"""Every problem the data can have, each reported with its file and line, all at once."""

from collections.abc import Callable
from pathlib import Path

import pytest

from cscareer.catalog.layers import Layer, layer_over, layers_in_use
from cscareer.catalog.loading import load_catalog, read_layers
from cscareer.errors import InvalidDataError, Problem

Folder = Callable[..., Path]

ROLE = """\
  - id: {id}
    title: {title}
    aliases: [{aliases}]
    ambiguous: [{ambiguous}]
    summary: A role for tests.
    responsibilities: [Does one thing., Does another., Does a third.]
    level: senior
    track: service
    industries: [retail]
    occupation: {{code: "43-4051", match: close}}
    skills:
      - {{skill: empathy, need: required, level: 2}}
    next_roles: [{next_roles}]
    in_demand: null
    sources: [cscareer-judgement]
"""
SKILL = """\
  - id: {id}
    name: {name}
    kind: soft
    aliases: [{aliases}]
    ambiguous: []
    summary: A skill for tests.
    levels: {{basic: a, working: b, advanced: c, expert: d}}
    build: {{basic: a, working: b, advanced: c, expert: d}}
    prove: [A story.]
    onet: null
    pays_more: null
    sources: [cscareer-judgement]
"""
SALARY = """\
  - role: account-manager
    area: "99"
    year: 2026
    low: 40000
    high: 50000
    currency: USD
    per: year
    starting: true
    sources: [cscareer-judgement]
"""


def role(
    role_id: str = "tester",
    title: str = "Tester",
    aliases: str = "",
    ambiguous: str = "",
    next_roles: str = "",
) -> str:
    return ROLE.format(id=role_id, title=title, aliases=aliases, ambiguous=ambiguous, next_roles=next_roles)


def skill(skill_id: str = "juggling", name: str = "Juggling", aliases: str = "") -> str:
    return SKILL.format(id=skill_id, name=name, aliases=aliases)


def problems(folder: Path) -> list[Problem]:
    """What is wrong with a folder laid over the built-in data."""
    return read_layers((*layers_in_use(None, {}), layer_over(folder))).problems


def only(folder: Path) -> Problem:
    found = problems(folder)
    assert len(found) == 1, found
    assert found[0].file.startswith(str(folder))
    return found[0]


def test_the_entries_of_these_tests_are_sound_themselves(folder: Folder) -> None:
    made = folder(roles="roles:\n" + role(), skills="skills:\n" + skill(), salaries="salaries:\n" + SALARY)
    assert problems(made) == []


@pytest.mark.parametrize(
    ("old", "new", "line", "said"),
    [
        ("track: service", "track: service\n    colour: red", 10, '"colour" is no key here'),
        ("level: senior", "level: seniour", 8, '"seniour" is none of'),
        ("track: service", "track: 5", 9, "5 is none of"),
        ("title: Tester", "title: 5", 3, "expected text"),
        ("title: Tester", 'title: ""', 3, "expected some text"),
        ("title: Tester", 'title: "Te\\x1b[31mster"', 3, "control characters"),
        ("title: Tester", 'title: "Te\\u202Ester"', 3, "control characters"),
        ("    title: Tester\n", "", 2, '"title" is missing'),
        ("id: tester", "id: Tester One", 2, "lower-case letters"),
        ("level: 2}", "level: 5}", 13, "must be at most 4"),
        ("level: 2}", "level: true}", 13, "expected a whole number"),
        ("level: 2}", 'level: "2"}', 13, "expected a whole number"),
        ("need: required", "need: vital", 13, '"vital" is none of'),
        ("[Does one thing., Does another., Does a third.]", "[Does one thing.]", 7, "expected at least 3"),
        ("[Does one thing., Does another., Does a third.]", "Does one thing.", 7, "expected a list"),
        ('"43-4051"', "434051", 11, "expected text"),
        ('"43-4051"', '"43-405"', 11, "SOC code"),
        ("match: close", "match: exact", 11, '"exact" is none of'),
        ("sources: [cscareer-judgement]", "sources: []", 16, "expected at least 1"),
        ("in_demand: null", "in_demand: {year: 2025}", 15, '"sources" is missing'),
        # right in form and wrong in fact
        ("industries: [retail]", "industries: [retial]", 10, '"retial" is not among the industries'),
        ('"43-4051"', '"43-9999"', 11, '"43-9999" is not among the occupations'),
        ("skill: empathy", "skill: empaty", 13, '"empaty" is not among the skills'),
        ("sources: [cscareer-judgement]", "sources: [hearsay]", 16, '"hearsay" is not among the sources'),
        ("in_demand: null", "in_demand: {year: 2025, sources: [hearsay]}", 15, '"hearsay" is not among the sources'),
        ("next_roles: []", "next_roles: [{role: nobody, move: sideways, years: {low: 1, high: 2}}]", 14, '"nobody"'),
        ("next_roles: []", "next_roles: [{role: tester, move: sideways, years: {low: 1, high: 2}}]", 14, "itself"),
        (
            "next_roles: []",
            "next_roles: [{role: account-manager, move: sideways, years: {low: 3, high: 2}}]",
            14,
            "low (3) is above high (2)",
        ),
        (
            "      - {skill: empathy, need: required, level: 2}",
            "      - {skill: empathy, need: required, level: 2}\n      - {skill: empathy, need: helpful, level: 1}",
            14,
            '"empathy" stands twice in skills',
        ),
    ],
)  # fmt: skip
def test_a_problem_of_a_role_is_reported_at_its_line(
    folder: Folder, old: str, new: str, line: int, said: str
) -> None:
    text = "roles:\n" + role()
    assert old in text
    problem = only(folder(roles=text.replace(old, new)))
    assert (problem.line, problem.file.endswith("roles.yaml")) == (line, True)
    assert said in problem.message


@pytest.mark.parametrize(
    ("old", "new", "line", "said"),
    [
        ("low: 40000", "low: 60000", 2, "low (60000) is above high (50000)"),
        ("low: 40000", "low: 40000.5", 5, "expected a whole number"),
        ("low: 40000", "low: true", 5, "expected a whole number"),
        ("low: 40000", 'low: "40000"', 5, "expected a whole number"),
        ("low: 40000", "low: -1", 5, "must be at least 0"),
        ("role: account-manager", "role: acount-manager", 2, "not among the roles"),
        ('area: "99"', "area: 99", 3, "expected text"),
        ('area: "99"', 'area: "999"', 3, "area id"),
        ("currency: USD", "currency: dollars", 7, "currency code"),
        ("per: year", "per: month", 8, '"month" is none of'),
        ("year: 2026", "year: 26", 4, "must be at least 1990"),
        ("starting: true", "starting: maybe", 9, "valid boolean"),
    ],
)
def test_a_problem_of_a_salary_is_reported_at_its_line(
    folder: Folder, old: str, new: str, line: int, said: str
) -> None:
    problem = only(folder(salaries=("salaries:\n" + SALARY).replace(old, new)))
    assert problem.line == line
    assert said in problem.message


@pytest.mark.parametrize("name", ["Juggling, advanced", '"Juggling: three balls"'])
def test_a_skill_name_has_neither_comma_nor_colon(folder: Folder, name: str) -> None:
    problem = only(folder(skills="skills:\n" + skill(name=name)))
    assert problem.line == 3
    assert "neither a comma nor a colon" in problem.message


def test_a_statement_in_words_keeps_its_figures_null(folder: Folder) -> None:
    text = """\
statements:
  - {id: said, about: Pay, words: some, roles: [account-manager], year: 2026, low: 30000, high: null,
     sources: [cscareer-judgement]}
"""
    assert "must be null" in only(folder(salaries=text)).message


class TestNames:
    """Names must lead to one entry, or be marked as shared in each."""

    def test_an_alias_of_two_roles_is_reported_for_both(self, folder: Folder) -> None:
        text = "roles:\n" + role("one", "One", aliases="jester") + role("two", "Two", aliases="Jester")
        found = problems(folder(roles=text))
        assert [(each.line, "also an alias of" in each.message) for each in found] == [(4, True), (19, True)]
        assert "`ambiguous:` in both" in str(found[0].hint)

    def test_an_alias_shared_in_both_is_sound(self, folder: Folder) -> None:
        text = "roles:\n" + role("one", "One", ambiguous="jester") + role("two", "Two", ambiguous="jester")
        assert problems(folder(roles=text)) == []

    def test_an_alias_shared_in_one_only_is_reported_for_the_other(self, folder: Folder) -> None:
        text = "roles:\n" + role("one", "One", ambiguous="jester") + role("two", "Two", aliases="jester")
        assert only(folder(roles=text)).line == 19

    @pytest.mark.parametrize("name", ["account-manager", "Account Manager", "ACCOUNT  MANAGER"])
    @pytest.mark.parametrize("kind", ["aliases", "ambiguous"])
    def test_an_alias_may_not_be_another_roles_id_or_title(
        self, folder: Folder, name: str, kind: str
    ) -> None:
        problem = only(folder(roles="roles:\n" + role(**{kind: name})))
        assert problem.line == (4 if kind == "aliases" else 5)
        assert "the id or title of account-manager" in problem.message

    def test_two_roles_may_not_share_a_title(self, folder: Folder) -> None:
        found = problems(folder(roles="roles:\n" + role("one", "Same") + role("two", "Same")))
        assert [each.line for each in found] == [3, 18]

    def test_an_alias_of_two_skills_is_reported_for_both(self, folder: Folder) -> None:
        text = "skills:\n" + skill("one", "One", aliases="tossing") + skill("two", "Two", aliases="tossing")
        assert len(problems(folder(skills=text))) == 2

    def test_a_role_and_a_skill_may_share_a_name(self, folder: Folder) -> None:
        made = folder(
            roles="roles:\n" + role(aliases="fooling"), skills="skills:\n" + skill(aliases="fooling")
        )
        assert problems(made) == []


class TestPromotions:
    """Promotions lead up and never come back."""

    STEP = "{{role: {to}, move: {move}, years: {{low: 1, high: 2}}}}"

    def three(self, folder: Folder, move: str) -> Path:
        def step(to: str, how: str = "promotion") -> str:
            return self.STEP.format(to=to, move=how)

        return folder(
            roles="roles:\n"
            + role("one", "One", next_roles=step("two"))
            + role("two", "Two", next_roles=step("three"))
            + role("three", "Three", next_roles=step("one", move))
        )

    def test_a_circle_of_promotions_is_reported_once(self, folder: Folder) -> None:
        problem = only(self.three(folder, "promotion"))
        assert "one → two → three → one" in problem.message
        assert problem.line == 14

    def test_a_sideways_step_closes_no_circle(self, folder: Folder) -> None:
        assert problems(self.three(folder, "sideways")) == []

    def test_every_circle_is_reported(self, folder: Folder) -> None:
        def pair(first: str, second: str) -> str:
            return role(first, first.title(), next_roles=self.STEP.format(to=second, move="promotion"))

        text = "roles:\n" + pair("aa", "bb") + pair("bb", "aa") + pair("cc", "dd") + pair("dd", "cc")
        found = problems(folder(roles=text))
        assert [each.message for each in found] == [
            "promotions go in a circle: aa → bb → aa.",
            "promotions go in a circle: cc → dd → cc.",
        ]


class TestFiles:
    """A file that isn't what it should be."""

    @pytest.mark.parametrize(
        ("text", "line", "said"),
        [
            ("", 1, "expected a mapping"),
            ("- a", 1, "expected a mapping"),
            ("just words", 1, "expected a mapping"),
            ("role: []", 1, '"role" is no key of this file'),
            ("roles: {}", 1, '"roles" must be a list'),
            ("roles:", 1, '"roles" must be a list'),
            ("roles: []\nskills: []", 2, '"skills" is no key of this file'),
            ("roles:\n  - just words", 2, "expected a mapping"),
        ],
    )
    def test_the_wrong_shape_is_reported(self, folder: Folder, text: str, line: int, said: str) -> None:
        found = problems(folder(roles=text))
        assert any(each.line == line and said in each.message for each in found), found

    def test_a_repeated_id_is_reported_with_the_line_of_the_first(self, folder: Folder) -> None:
        problem = only(folder(roles="roles:\n" + role() + role(title="Another")))
        assert problem.line == 17
        assert "first on line 2" in problem.message

    def test_a_repeated_salary_is_one_of_the_same_role_area_and_year(self, folder: Folder) -> None:
        problem = only(folder(salaries="salaries:\n" + SALARY + SALARY))
        assert "stands twice" in problem.message
        assert problems(folder(salaries="salaries:\n" + SALARY + SALARY.replace("2026", "2025"))) == []

    def test_all_problems_of_all_files_come_at_once(self, folder: Folder) -> None:
        made = folder(
            roles="roles:\n"
            + role().replace("senior", "seniour")
            + role("two", "Two").replace("empathy", "sympathy"),
            skills="skills:\n  - id: [",
            salaries="salaries:\n" + SALARY.replace("40000", "60000"),
            sources=b"\xff\xfe",
        )
        found = problems(made)
        assert {Path(each.file).name for each in found} == {
            "roles.yaml",
            "skills.yaml",
            "salaries.yaml",
            "sources.yaml",
        }

    def test_what_could_not_be_read_is_not_reported_as_missing_elsewhere(self, folder: Folder) -> None:
        made = folder(
            roles="roles:\n" + role().replace("empathy", "juggling"),
            skills="skills:\n" + skill(name="Juggling: all"),
        )
        assert "juggling" not in [each.message for each in problems(made) if each.file.endswith("roles.yaml")]
        assert Path(only(made).file).name == "skills.yaml"

    def test_an_unreadable_file_is_a_problem_and_not_the_end(self, folder: Folder) -> None:
        made = folder(roles="roles:\n" + role())
        (made / "skills.yaml").mkdir()
        assert "not a regular file" in only(made).message

    def test_many_problems_in_a_large_file_take_no_square_of_time(self, folder: Folder) -> None:
        text = "roles:\n" + "".join(role(f"r{n}", f"R {n}").replace("empathy", f"s{n}") for n in range(1500))
        found = problems(folder(roles=text))
        assert len(found) == 1500
        assert found[-1].line == 1 + 15 * 1500 - 3


def test_loading_fails_with_all_problems(folder: Folder) -> None:
    made = folder(roles="roles:\n" + role().replace("senior", "seniour"), salaries="salaries: 5")
    with pytest.raises(InvalidDataError) as caught:
        load_catalog(made, {})
    assert len(caught.value.problems) == 2
    assert "2 problems" in caught.value.message


def test_a_layer_names_the_folder_and_its_files(folder: Folder) -> None:
    made = folder(roles="roles: []", skills="skills: []")
    assert layer_over(made) == Layer("checked", made, ("roles.yaml", "skills.yaml"))
