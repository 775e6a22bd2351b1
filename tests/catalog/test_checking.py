"""Every problem the data can have, each reported with its file and line, all at once."""

from collections.abc import Callable
from pathlib import Path

import pytest

from cscareer.catalog.drafting import read_layers
from cscareer.catalog.layers import Layer, layer_over, layers_in_use
from cscareer.catalog.loading import load_catalog
from cscareer.catalog.validation import MEND_FIRST
from cscareer.errors import InvalidDataError, Problem

Folder = Callable[..., Path]

pytestmark = pytest.mark.usefixtures("small_catalog")  # all of what is laid over is judged each time

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
        ("level: 2}", 'level: "{a}"}', 13, '"{a}": expected a whole number'),
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
        ("low: 40000", "low: -1", 5, "must be more than 0"),
        ("low: 40000", "low: 0", 5, "must be more than 0"),
        ("low: 40000\n    high: 50000", "low: null\n    high: 0", 6, "must be more than 0"),
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

    def test_two_roles_that_share_a_title_are_reported_once(self, folder: Folder) -> None:
        problem = only(folder(roles="roles:\n" + role("one", "Same") + role("two", "Same")))
        assert (problem.line, problem.message) == (18, '"Same" is also what one is called.')

    @pytest.mark.parametrize("title", ["Account Manager", "account-manager"])
    def test_a_title_that_is_a_built_in_roles_id_and_title_is_reported_once(
        self, folder: Folder, title: str
    ) -> None:
        problem = only(folder(roles="roles:\n" + role(title=title)))
        assert (problem.line, problem.message) == (3, f'"{title}" is also what account-manager is called.')

    def test_an_alias_of_two_skills_is_reported_for_both(self, folder: Folder) -> None:
        text = "skills:\n" + skill("one", "One", aliases="tossing") + skill("two", "Two", aliases="tossing")
        assert len(problems(folder(skills=text))) == 2

    def test_a_role_and_a_skill_may_share_a_name(self, folder: Folder) -> None:
        made = folder(
            roles="roles:\n" + role(aliases="fooling"), skills="skills:\n" + skill(aliases="fooling")
        )
        assert problems(made) == []


STEP = "{{role: {to}, move: {move}, years: {{low: 1, high: 2}}}}"


class TestMalformedEntries:
    """One malformed value hides nothing else, neither in its own entry nor in others."""

    WRONG = "colour: red"  # a key that is none

    def test_everything_else_wrong_in_the_entry_is_reported_with_it(self, folder: Folder) -> None:
        text = (
            role(next_roles=STEP.format(to="nobody", move="sideways"))
            .replace("level: senior", "level: seniour")
            .replace("[retail]", "[retial]")
            .replace("43-4051", "43-9999")
            .replace("empathy", "empaty")
            .replace("in_demand: null", "in_demand: {year: 2025, sources: [rumour]}")
            .replace("sources: [cscareer-judgement]", "sources: [hearsay]")
        )
        found = problems(folder(roles="roles:\n" + text))
        assert [(each.line, each.message.split(" ")[0]) for each in found] == [
            (8, '"seniour"'), (10, '"retial"'), (11, '"43-9999"'), (13, '"empaty"'), (14, '"nobody"'),
            (15, '"rumour"'), (16, '"hearsay"'),
        ]  # fmt: skip

    @pytest.mark.parametrize("section", ["salaries", "statements", "pay_factors"])
    def test_so_it_is_in_every_section(self, folder: Folder, section: str) -> None:
        entry = {
            "salaries": SALARY.replace("account-manager", "nobody"),
            "statements": "  - {id: a, about: b, words: c, roles: [nobody], year: 2026, low: null, high: null,"
            " sources: [cscareer-judgement]}\n",
            "pay_factors": "  - {id: a, name: b, effect: c, skill: nobody, year: 2026, sources: [cscareer-judgement]}\n",
        }[section]
        text = f"{section}:\n" + entry.replace("2026", "26").replace("cscareer-judgement", "hearsay")
        found = [each.message for each in problems(folder(salaries=text))]
        assert len(found) == 3
        for said in ("must be at least 1990", '"nobody" is not among', '"hearsay" is not among'):
            assert any(said in message for message in found), said

    def test_a_reference_that_is_malformed_itself_is_reported_once(self, folder: Folder) -> None:
        text = "roles:\n" + role().replace("empathy", '"Em pathy"').replace("[retail]", "retail")
        assert [each.line for each in problems(folder(roles=text))] == [10, 13]

    @pytest.mark.parametrize(
        "key", ["skills", "next_roles", "occupation", "industries", "sources", "in_demand", "aliases"]
    )
    def test_any_shape_of_value_is_reported_and_no_failure(self, folder: Folder, key: str) -> None:
        values = ("5", "null", "[]", "[5, null]", "{a: 1}", "[[a]]", "text", "[{skill: 5}]", "[{skill: [a]}]", "true")  # fmt: skip
        lines = ["roles:"]
        for at, value in enumerate(values):
            made = role(f"tester-{at}", f"Tester {at}").splitlines()
            start = next(index for index, line in enumerate(made) if line.strip().startswith(f"{key}:"))
            end = start + 2 if key == "skills" else start + 1
            lines += [*made[:start], f"    {key}: {value}", *made[end:], f"    {self.WRONG}"]
        wrong = [at for at, line in enumerate(lines, 1) if line.strip() == self.WRONG]
        name = self.WRONG.split(":")[0]
        found = problems(folder(roles="\n".join([*lines, ""])))
        assert [each.line for each in found if name in str(each.message)] == wrong

    def test_its_id_is_known_and_references_to_others_are_judged(self, folder: Folder) -> None:
        made = folder(
            roles="roles:\n"
            + role("one", "One").replace("empathy", "juggling")
            + role("two", "Two").replace("empathy", "jugling"),
            skills="skills:\n" + skill() + f"    {self.WRONG}\n",
        )
        roles, skills = problems(made)
        assert (roles.line, roles.message) == (28, '"jugling" is not among the skills.')
        assert roles.hint == "Did you mean juggling?"
        assert skills.message == '"colour" is no key here.'

    def test_without_an_id_its_references_are_judged_all_the_same(self, folder: Folder) -> None:
        text = "roles:\n" + role().replace("  - id: tester\n    title", "  - title").replace(
            "empathy", "empaty"
        )
        found = problems(folder(roles=text))
        assert [each.line for each in found] == [2, 12]
        assert found[1].field == "roles › item 1 › skills › item 1 › skill"

    @pytest.mark.parametrize("malformed", [0, 1])
    def test_an_id_that_stands_twice_is_found(self, folder: Folder, malformed: int) -> None:
        entries = [role(), role(title="Another")]
        entries[malformed] += f"    {self.WRONG}\n"
        found = [each.message for each in problems(folder(roles="roles:\n" + "".join(entries)))]
        assert '"colour" is no key here.' in found
        assert '"tester" stands twice in roles; first on line 2.' in found
        assert len(found) == 2

    def test_a_salary_that_stands_twice_is_found(self, folder: Folder) -> None:
        text = "salaries:\n" + SALARY + SALARY.replace("per: year", "per: month")
        assert {each.message for each in problems(folder(salaries=text))} == {
            '"account-manager, area 99, 2026" stands twice in salaries; first on line 2.',
            "\"month\" is none of 'year' or 'hour'.",
        }

    def test_an_entry_that_stands_twice_is_judged_itself(self, folder: Folder) -> None:
        text = "roles:\n" + role() + role(title="Another").replace("empathy", "empaty")
        assert [(each.line, each.message) for each in problems(folder(roles=text))] == [
            (17, '"tester" stands twice in roles; first on line 2.'),
            (28, '"empaty" is not among the skills.'),
        ]

    def test_a_low_above_a_high_is_found_beside_another_problem(self, folder: Folder) -> None:
        made = folder(
            salaries="salaries:\n" + SALARY.replace("40000", "60000").replace("per: year", "per: month"),
            roles="roles:\n"
            + role(next_roles="{role: account-manager, move: up, years: {low: 3, high: 2}}").replace(
                "match: close}", "match: close, band: {low: p75, high: p25, reason: none, colour: red}}"
            ),
        )
        found = [each.message for each in problems(made)]
        assert sorted(found) == sorted([
            '"colour" is no key here.', "low (p75) must be below high (p25).",
            "\"up\" is none of 'promotion' or 'sideways'.", "low (3) is above high (2).",
            "\"month\" is none of 'year' or 'hour'.", "low (60000) is above high (50000).",
        ])  # fmt: skip

    def test_its_names_clash_as_any_other_entrys(self, folder: Folder) -> None:
        text = "roles:\n" + role("one", "One", aliases="jester") + f"    {self.WRONG}\n"
        text += role("two", "Two", aliases="Jester, account manager") + f"    {self.WRONG}\n"
        found = [each.message for each in problems(folder(roles=text))]
        assert [message for message in found if "colour" not in message] == [
            '"jester" is also an alias of two.',
            '"Jester" is also an alias of one.',
            '"account manager" is the id or title of account-manager.',
        ]

    def test_promotions_go_in_a_circle_through_it(self, folder: Folder) -> None:
        text = "roles:\n" + role("one", "One", next_roles=STEP.format(to="two", move="promotion"))
        text += role("two", "Two", next_roles=STEP.format(to="one", move="promotion")) + f"    {self.WRONG}\n"
        assert "promotions go in a circle: one → two → one." in [
            each.message for each in problems(folder(roles=text))
        ]

    def test_it_stands_in_the_place_of_the_built_in_entry(self, folder: Folder) -> None:
        text = "roles:\n" + role("account-manager", "Account Manager") + f"    {self.WRONG}\n"
        assert only(folder(roles=text)).message == '"colour" is no key here.'


class TestPromotions:
    """Promotions lead up and never come back."""

    def three(self, folder: Folder, move: str) -> Path:
        def step(to: str, how: str = "promotion") -> str:
            return STEP.format(to=to, move=how)

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
            return role(first, first.title(), next_roles=STEP.format(to=second, move="promotion"))

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
        assert "is a folder, not a file" in only(made).message

    def test_many_problems_in_a_large_file_take_no_square_of_time(self, folder: Folder) -> None:
        text = "roles:\n" + "".join(role(f"r{n}", f"R {n}").replace("empathy", f"s{n}") for n in range(1500))
        found = problems(folder(roles=text))
        assert len(found) == 101
        assert found[99].line == 1 + 15 * 100 - 3


def test_loading_fails_with_all_problems(folder: Folder) -> None:
    made = folder(roles="roles:\n" + role().replace("senior", "seniour"), salaries="salaries: 5")
    with pytest.raises(InvalidDataError) as caught:
        load_catalog(made, {})
    assert len(caught.value.problems) == 2
    assert "2 problems" in caught.value.message


def test_a_layer_names_the_folder_and_its_files(folder: Folder) -> None:
    made = folder(roles="roles: []", skills="skills: []")
    assert layer_over(made) == Layer("checked", made, ("roles.yaml", "skills.yaml"))


@pytest.mark.parametrize(
    "roles",
    [
        "\n" + "  - {}\n" * 5_000,  # nothing but what is missing, twelve times in each
        f"[{'1,' * 5_000}]",
        f"[{{id: a, aliases: [{'1,' * 5_000}]}}]",
        f"[{{{', '.join(f'k{number}: 1' for number in range(5_000))}}}]",
    ],
)
def test_a_hundred_problems_of_a_file_are_told_and_that_there_are_more(folder: Folder, roles: str) -> None:
    found = problems(folder(roles=f"roles: {roles}"))
    assert 100 <= len(found) <= 120
    assert any(problem.hint == MEND_FIRST for problem in found)


def test_of_entries_that_do_not_go_together_a_hundred_are_told(folder: Folder) -> None:
    cited = ", ".join(f"nobody-{number}" for number in range(300))
    text = role().replace("sources: [cscareer-judgement]", f"sources: [{cited}]")
    *told, last = problems(folder(roles=f"roles:\n{text}"))
    assert len(told) == 100
    assert last.hint == MEND_FIRST


def test_an_endless_word_is_told_in_part(folder: Folder) -> None:
    with pytest.raises(InvalidDataError) as caught:
        load_catalog(folder(roles=f"roles:\n  - {{id: {'k' * 60_000}, level: {'v' * 60_000}}}\n"), {})
    assert max(len(f"{problem.field}{problem.message}") for problem in caught.value.problems) < 2_500
