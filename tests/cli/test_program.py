"""The program as a whole: its options, streams, exit codes, and how failures are told."""

import json
import re
import shlex
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from conftest import COMMANDS, ROOT, Outcome, Run
from rows import each_row

from cscareer import __version__
from cscareer.catalog.loading import Catalog
from cscareer.cli.declaring import Declaration
from cscareer.cli.program import EXAMPLES, _called, build

# Whose answer differs from run to run, needs files of others, or with JSON is a schema.
PERSONAL = {"checklist", "postings", "profile"}
# Their examples are run where the files they name are made.
READ_FILES = {("data", "import"), ("bulk", "titles"), ("bulk", "postings"), ("bulk", "people"), ("tickets",)}
APART = {("practice",), ("data", "schema")} | READ_FILES
ANSWERING = [
    *(
        shlex.split(example)[1:]
        for each in COMMANDS
        if each.asks
        and not each.saves
        and each.words not in APART
        and (each.alone or each.words[0] not in PERSONAL)
        for example in each.examples
    ),
    *(
        ["guide"],
        ["guide", "--all"],
        ["practice"],
        ["practice", "angry customer"],
        ["data", "schema"],
        ["data", "check"],
    ),
    *([name] for name in sorted(PERSONAL)),
]


@pytest.fixture(scope="session")  # what was answered there is looked at again, whatever runs in between
def somewhere(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return with_data(tmp_path_factory.mktemp("somewhere"))


def with_data(folder: Path) -> Path:
    (folder / "my-data").mkdir()
    (folder / "my-data" / "sources.yaml").write_text("sources: []", encoding="utf-8")
    for name in ("resume.md", "ad.md", "other-ad.txt", "tickets.csv"):
        shutil.copy(Path(__file__).parent / name, folder)
    return folder


@pytest.fixture(autouse=True)
def somewhere_with_data_of_ones_own(somewhere: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(somewhere)
    monkeypatch.setenv("XDG_DATA_HOME", str(somewhere / "nobody"))


def test_alone_it_greets_a_newcomer_with_examples_to_paste(run: Run) -> None:
    outcome = run(terminal=True)
    assert (outcome.code, len(EXAMPLES)) == (0, 7)
    assert all(command in outcome.out for _, command in EXAMPLES)


@pytest.mark.parametrize("command", [command for _, command in EXAMPLES])
def test_the_examples_work(run: Run, command: str) -> None:
    program, *arguments = shlex.split(command)
    assert program == "cscareer"
    assert run(*arguments).code == 0


def test_help_names_every_command_in_its_panel(run: Run) -> None:
    outcome = run("--help", env={"COLUMNS": "100"})
    assert outcome.code == 0
    panels = re.split(r"^([A-Z][a-z]+)$", outcome.out, flags=re.MULTILINE)
    told = dict(zip(panels[1::2], panels[2::2], strict=True))
    assert set(told) == {"Options", *(each.panel for each in COMMANDS)}
    for each in COMMANDS:
        assert re.search(rf"^  {each.words[0]} ", told[each.panel], re.MULTILINE)


def test_the_commands_stand_in_the_order_of_their_panels_groups_last(run: Run) -> None:
    found = re.findall(r"^  (\w+) ", run("--help", env={"COLUMNS": "100"}).out, re.MULTILINE)
    assert found == list(dict.fromkeys(each.words[0] for each in COMMANDS))
    assert found[:2] == ["roles", "role"]
    assert found[-6:] == ["metric", "practice", "tickets", "mcp", "report", "data"]


@pytest.mark.slow
@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: " ".join(command.words))
def test_the_help_of_a_command_has_its_examples_and_they_work(
    run: Run, command: Declaration, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    somebody_at(tmp_path, monkeypatch)
    outcome = run(*command.words, "--help", env={"COLUMNS": "200"})
    assert outcome.code == 0
    told = [line.strip() for line in re.split(r"(?m)^Examples?$", outcome.out)[-1].splitlines() if line]
    assert tuple(told) == command.examples
    assert told
    for example in told:
        if command.words not in READ_FILES:
            assert run(*shlex.split(example)[1:]).code == 0


@pytest.mark.parametrize("group", sorted({each.words[0] for each in COMMANDS if each.group}))
def test_the_help_of_a_group_names_its_commands(run: Run, group: str) -> None:
    outcome = run(group, "--help", env={"COLUMNS": "100"})
    assert outcome.code == 0
    below = [each.name for each in COMMANDS if each.group and each.group.name == group]
    assert re.findall(r"^  ([a-z]+) ", outcome.out, re.MULTILINE) == below


def somebody_at(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Makes the folder that of a person with a resume, a profile and checklists."""
    kept = folder / "cscareer" / "profile"
    kept.mkdir(parents=True)
    for name in ("profile.yaml", "profile.previous.yaml"):
        text = (Path(__file__).parent / "profile.yaml").read_text(encoding="utf-8")
        (kept / name).write_text(f"{text}\n" if name == "profile.yaml" else text, encoding="utf-8")
    with_data(folder)
    monkeypatch.chdir(folder)
    monkeypatch.setenv("XDG_DATA_HOME", str(folder))
    monkeypatch.setattr("cscareer.cli.clock.today", lambda: date(2026, 11, 24))


def test_the_version_is_told(run: Run) -> None:
    assert run("--version").out == f"cscareer {__version__}\n"


Answered = Callable[..., Outcome]
ANSWERED: dict[object, Outcome] = {}


@pytest.fixture
def answered(run: Run, small_catalog: None) -> Answered:  # noqa: ARG001
    """How a line is answered from the small catalog; what one test has asked, another may look at."""

    def outcome(*arguments: str, terminal: bool = False, **env: str) -> Outcome:
        env = {"COLUMNS": "80"} | env
        key = (arguments, terminal, tuple(env.items()))
        if key not in ANSWERED:
            ANSWERED[key] = run(*arguments, terminal=terminal, env=env)
        return ANSWERED[key]

    return outcome


@each_row("arguments", ANSWERING, ids=" ".join)
class TestEveryAnswer:
    """What holds for the answer of each command."""

    def test_stands_alone_on_stdout(self, answered: Answered, arguments: list[str]) -> None:
        for output_format in ("table", "json", "csv", "markdown"):
            outcome = answered(*arguments, "--format", output_format)
            assert (outcome.code, outcome.err) == (0, ""), output_format
            assert outcome.out.endswith("\n"), output_format
            assert not outcome.out.endswith("\n\n"), output_format

    def test_is_in_json_one_object_with_its_schema_first_and_alone_on_a_terminal_too(
        self, answered: Answered, arguments: list[str]
    ) -> None:
        outcome = answered(*arguments, "--json", terminal=True)
        content = json.loads(outcome.out)
        assert next(iter(content)) == "schema"
        assert content["schema"].startswith("cscareer/")
        assert list(content)[-2:] == ["layers", "sources"]
        assert outcome == answered(*arguments, "--format", "json")

    def test_is_on_a_screen_the_table_that_a_pipe_gets_and_a_suggestion_beside_it(
        self, answered: Answered, arguments: list[str]
    ) -> None:
        piped = answered(*arguments, "--format", "table").out
        screen = answered(*arguments, terminal=True, NO_COLOR="1", TERM="dumb")
        assert piped == screen.out
        assert "\x1b" not in piped
        if "data" not in arguments:
            assert screen.err.lstrip("\n").startswith("Next: cscareer ")

    def test_fits_a_narrow_and_a_usual_width(self, answered: Answered, arguments: list[str]) -> None:
        for width in (20, 80):
            fits(answered(*arguments, "--format", "table", COLUMNS=str(width)), width)

    @pytest.mark.slow  # on 40 columns nothing is cut either: render/test_first_screen.py
    def test_fits_a_great_width(self, answered: Answered, arguments: list[str]) -> None:
        fits(answered(*arguments, "--format", "table", COLUMNS="140"), 140)


def fits(outcome: Outcome, width: int) -> None:
    assert outcome.code == 0
    # A command to paste is never folded.
    lines = [line for line in outcome.out.splitlines() if not line.startswith("    cscareer ")]
    assert max(map(len, lines)) <= width


def test_json_is_short_for_its_format_and_may_be_said_with_it(run: Run) -> None:
    outcome = run("roles", "--json")
    assert run("roles", "-f", "json") == run("roles", "--json", "--format", "json") == outcome


def test_a_table_is_what_is_shown_when_nothing_else_is_asked_for(run: Run) -> None:
    assert run("roles") == run("roles", "--format", "table")


def test_color_is_left_out_or_put_in_as_asked(run: Run) -> None:
    assert "\x1b[" in run("roles", terminal=True).out
    assert "\x1b[" in run("roles", env={"FORCE_COLOR": "1"}).out
    for silent in ({"NO_COLOR": "1"}, {"TERM": "dumb"}):
        assert "\x1b[3" not in run("roles", terminal=True, env=silent).out
    assert "\x1b[3" not in run("--no-color", "roles", terminal=True).out
    assert "\x1b" not in run("roles").out


def test_help_is_drawn_without_color_too_and_later_runs_are_not_touched(run: Run) -> None:
    import os

    colored = re.compile(r"\x1b\[[0-9;]*3[0-7][;m]")
    assert colored.search(run("roles", "--help", terminal=True).out)
    assert not colored.search(run("--no-color", "roles", "--help", terminal=True).out)
    assert "NO_COLOR" not in os.environ
    assert colored.search(run("roles", "--help", terminal=True).out)
    assert not colored.search(run("--no-color", "roles", "--help", terminal=True, env={"NO_COLOR": ""}).out)


def test_a_group_of_commands_alone_shows_its_help(run: Run) -> None:
    outcome = run("data")
    assert (outcome.code, outcome.err) == (0, "")
    assert all(f" {command} " in outcome.out for command in ("check", "sources", "schema", "path"))
    assert run("data", "--help").out == outcome.out
    assert outcome.out.endswith("\n")


def test_a_completion_that_cannot_be_installed_ends_with_4(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("shellingham.detect_shell", lambda: ("bash", "/bin/bash"))
    (tmp_path / "file").write_text("x", encoding="utf-8")
    nowhere = str(tmp_path / "file" / "home")
    outcome = run("--install-completion", "bash", env={"HOME": nowhere, "SHELL": "/bin/bash"})
    assert (outcome.code, outcome.out) == (4, "")
    assert "couldn't be installed" in outcome.err


def test_on_an_ascii_screen_the_table_is_ascii_and_other_formats_stay_utf_8(run: Run) -> None:
    table = run("gap", "csr", "--have", "empathy:1,communication", "--full", encoding="ascii").out
    assert table.isascii()
    assert all(mark in table for mark in ("[x]", "[~]", "[ ]"))
    for output_format in ("json", "csv", "markdown"):
        arguments = ("pay", "customer service specialist", "--format", output_format)
        assert run(*arguments, encoding="ascii").out == run(*arguments).out
    assert "–" in run("pay", "customer service specialist", "--format", "markdown", encoding="ascii").out


USAGE_ERRORS = [
    (["rolse"], "No such command"),
    (["roles", "--levle", "senior"], "No such option"),
    (["roles", "--level", "sinior"], "none of: entry, specialist, senior, lead, manager, director"),
    (["roles", "--track", "acounts"], "none of: service, experience, accounts"),
    (["roles", "--sort", "salary"], "none of: title, pay, level"),
    (["roles", "--industry", "retial"], 'No industry goes by "retial"'),
    (["roles", "--format", "xml"], "'xml' is not one of"),
    (["roles", "--json", "--format", "csv"], "can't be used together"),
    (["roles", "--json", "--format", "table"], "can't be used together"),
    (["roles", "extra"], "can't make out what"),
    (["skills", "--kind", "hard"], "none of: soft, technical, ai, business"),
    (["skills", "--role", "nobody"], 'No role goes by "nobody"'),
    (["role", ""], "An empty name is no role"),
    (["role", "zzqxw"], 'No role goes by "zzqxw"'),
    (["role", "csm"], "could be any of 2 roles"),
    (["skill", "jugling"], 'No skill goes by "jugling"'),
    (["skill", "data"], "could be any of"),
    (["guide", "sucess"], 'No chapter goes by "sucess"'),
    (["guide", "w"], "could be any of 3 chapters"),
    (["guide", "ai", "--all"], "can't be used together"),
    (["outlook", "csm"], "could be any of 2 roles"),
    (["outlook", "csr", "-l", "Austin"], "No such option"),
    (["pay"], "Missing argument"),
    (["pay", "csr", "nobody"], 'No role goes by "nobody"'),
    (["compare", "csr"], "two to five titles; you gave 1"),
    (["compare", "csr", "csr"], "stands twice"),
    (["compare", "csr", "customer service specialist"], "stands twice"),
    (["gap", "csr", "--have", "juggling:2"], 'No skill goes by "juggling"'),
    (["gap", "csr", "--have", "sql:9"], '"9" in "sql:9" is no level'),
    (["data", "schema", "rolse"], 'Nothing called "rolse" has a schema'),
    (["data", "nothing"], "No such command"),
]


@each_row(
    ("words", "said"),
    [
        ("salary csr", "Try `cscareer pay TITLE`."),
        ("help plan", "Try `cscareer checklist`."),
        ("help me", "Type `cscareer` alone"),
        (__file__, "If it is a job ad: `cscareer posting "),
        ("pay csr --place Denver", "Write --location PLACE, or -l PLACE."),
        ("match --cv me.txt", "Write --resume FILE."),
        ("match --skills empathy", "Write --have SKILLS."),
        ("offer 46k --title csr", "Write --role TITLE."),
        ("offer --salary 46k --role csr", "Write pay without an option: cscareer offer AMOUNT."),
        ("gap --role csr", "Write a role without an option: cscareer gap TITLE."),
        (
            "pay csr --output x.csv",
            "Send the answer to a file with >, as in cscareer pay … --format csv > answer.csv",
        ),
        ("pay csr -o x", "Send the answer to a file with >, as in cscareer pay … > answer.txt"),
        ("pay csr --format xlsx", "A spreadsheet opens CSV: write --format csv."),
        ("roles --levle senior", "Write --level LEVEL."),
        ("outlook csr --city Austin", "has no option for a place"),
        ("--where Austin", "name a command first"),
        ("raise 41k --role Denver", "It is a place: name the role, and write the place behind -l."),
        ("match --resume", "`cscareer match --help` shows"),
        ("match --have empathy --top 0", "'--top': the least is 1"),
    ],
)
def test_an_option_by_another_name_is_told_which_one_is_meant(run: Run, words: str, said: str) -> None:
    outcome = run(*words.split(), env={"COLUMNS": "1000"})
    assert (outcome.code, outcome.out) == (2, "")
    assert said in outcome.err


@each_row(
    ("arguments", "said"), USAGE_ERRORS, ids=lambda value: " ".join(value) if isinstance(value, list) else ""
)
def test_wrong_usage_ends_with_2_a_sentence_that_helps_and_nothing_on_stdout(
    run: Run, arguments: list[str], said: str
) -> None:
    outcome = run(*arguments, env={"COLUMNS": "1000"})
    assert (outcome.code, outcome.out) == (2, "")
    assert said in outcome.err
    if "--json" not in arguments:
        assert len(outcome.err.splitlines()) >= 2, "an error says what to do next"


@each_row(
    ("arguments", "said"), USAGE_ERRORS, ids=lambda value: " ".join(value) if isinstance(value, list) else ""
)
def test_with_json_an_error_is_one_object_on_stderr(run: Run, arguments: list[str], said: str) -> None:
    outcome = run(*arguments, "--json") if "--json" not in arguments else run(*arguments)
    if "--format" in arguments and "can't" not in said:
        said = "can't be used together" if said != "'xml' is not one of" else said
    error = json.loads(outcome.err)["error"]
    assert list(error)[:1] == ["code"]
    assert set(error) >= {"code", "message", "hint", "suggestions"}
    assert (error["code"], outcome.code, outcome.out) == (2, 2, "")
    assert said in error["message"]


@pytest.mark.parametrize("words", ["offer 46k Columbus", "pay Denver"])
def test_a_place_where_a_role_belongs_is_told_to_be_one(run: Run, words: str) -> None:
    outcome = run(*words.split(), env={"COLUMNS": "1000"})
    assert outcome.code == 2
    assert "It is a place: name the role, and write the place behind -l." in outcome.err


def test_a_misspelt_filter_is_suggested(run: Run) -> None:
    error = json.loads(run("roles", "--level", "sinior", "--json").err)["error"]
    assert error["suggestions"] == ["senior"]
    assert "Did you mean: senior?" in run("roles", "--level", "sinior").err


def test_filters_are_taken_in_any_case(run: Run) -> None:
    assert run("roles", "--level", "Senior", "--json").out == run("roles", "--level", "senior", "--json").out


def test_titles_of_several_words_need_no_quotes_where_they_make_known_names(run: Run) -> None:
    words = "customer service specialist customer service manager"
    outcome = run("compare", *words.split())
    assert outcome.out == run("compare", "customer service specialist", "customer service manager").out
    assert outcome.err.startswith(
        'Reading "customer service specialist", "customer service manager"; quotes keep'
    )
    assert run("pay", "csr", "account", "manager").out == run("pay", "csr", "account manager").out
    assert run("pay", "senior", "csr").code == 0


def test_one_title_left_unquoted_is_one_title(run: Run) -> None:
    outcome = run("compare", "customer", "service", "manager")
    assert outcome.code == 2
    assert "two" in outcome.err


@pytest.mark.parametrize("words", ["a b c d e f", "customer nonsense", "csm csr"])
def test_words_that_make_no_title_together_are_not_met_with_that_advice(run: Run, words: str) -> None:
    outcome = run("compare", *words.split())
    assert outcome.code == 2
    assert "quotes" not in outcome.err


@pytest.mark.parametrize(
    "arguments",
    [["role", "csm"], ["skill", "data"], ["compare", "csr", "csm"], ["role", "c"]],
)
def test_candidates_for_an_ambiguous_name_are_listed_once(run: Run, arguments: list[str]) -> None:
    assert "Did you mean" not in run(*arguments).err
    assert len(json.loads(run(*arguments, "--json").err)["error"]["suggestions"]) > 1


def test_suggestions_for_several_unknown_names_stand_with_each(run: Run) -> None:
    have = ("gap", "csr", "--have", "sqll,juggling,comunication,data")
    said = " ".join(run(*have).err.split())
    assert 'No skill goes by "sqll"; did you mean SQL? No skill goes by "juggling". No skill' in said
    assert 'goes by "comunication"; did you mean Communication' in said
    assert re.search(r'"data" could be any of \d+ skills:', said)
    assert said.count("id you mean") == 2
    suggestions = json.loads(run(*have, "--json").err)["error"]["suggestions"]
    assert suggestions[:2] == ["SQL", "Communication"]
    assert "Data analysis" in suggestions


def test_far_names_are_not_suggested(run: Run) -> None:
    error = json.loads(run("gap", "csr", "--have", "two,three,four", "--json").err)["error"]
    assert error["suggestions"] == []


def test_the_beginning_of_an_industry_is_announced(run: Run) -> None:
    for command in (["roles"], ["pay", "csr"]):
        outcome = run(*command, "--industry", "heal", "--json")
        assert (outcome.code, outcome.err) == (0, 'Reading "heal" as Healthcare.\n')
        assert outcome.out == run(*command, "--industry", "healthcare", "--json").out


def test_who_misses_an_industry_is_told_which_there_are(run: Run, catalog: Catalog) -> None:
    for command in (["roles"], ["pay", "csr"]):
        error = json.loads(run(*command, "--industry", "nowhere", "--json").err)["error"]
        assert all(industry.name in error["hint"] for industry in catalog.industries.values())
    assert "could be any of 4 industries" in " ".join(run("roles", "--industry", "t").err.split())


def test_a_format_is_taken_in_any_case(run: Run) -> None:
    assert run("roles", "--format", "JSON").out == run("roles", "--json").out
    assert run("roles", "-fCsv").out == run("roles", "-f", "csv").out
    for spelling in (["--format", "JSON"], ["--format=Json"], ["-fJSON"], ["-f", "json"]):
        assert json.loads(run("role", "nobody", *spelling).err)["error"]["code"] == 2


def test_an_unknown_format_is_said_plainly(run: Run) -> None:
    said = " ".join(run("roles", "--format", "xml").err.split())
    assert "Value error" not in said
    assert "'xml' is not one of 'table', 'json', 'csv', 'markdown'." in said


def test_one_title_needs_no_quotes(run: Run) -> None:
    assert run("role", "customer", "service", "manager").out == run("role", "customer service manager").out
    assert run("gap", "customer", "service", "manager").code == 0
    assert run("skill", "active", "listening").code == 0


def test_the_beginning_of_a_name_is_announced_on_stderr_only(run: Run) -> None:
    outcome = run("role", "customer success man")
    assert outcome.err == 'Reading "customer success man" as Customer Success Manager.\n'
    assert outcome.out == run("role", "customer success manager").out
    assert 'Reading "activ" as Active listening.' in run("gap", "csr", "--have", "activ:2").err


def test_words_of_the_person_are_never_markup_or_escapes(run: Run) -> None:
    hostile = "[red]x[/red]\x1b[31m\u202e:smile:"
    for arguments in (
        ["role", hostile],
        ["gap", "csr", "--have", hostile],
        ["roles", "--level", hostile],
        [hostile],
        ["roles", f"--{hostile}"],
    ):
        outcome = run(*arguments, terminal=True, env={"COLUMNS": "500"})
        assert outcome.code == 2
        assert "[red]x[/red]" in outcome.err
        assert "\x1b[31m\u202e" not in outcome.err
        assert "\u202e" not in outcome.err
        assert json.loads(run(*arguments, "--json").err)["error"]["code"] == 2


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("posting", "x" * 300), 3),
        (("posting", str(ROOT / "tests/cli/ad.md"), "x" * 300), 3),
        (("bulk", "titles", "x" * 300, "-o", "out"), 3),
        (("checklist", "start", "--ad", "1" * 5_000), 3),
        (
            (
                "tickets",
                str(ROOT / "tests/cli/tickets.csv"),
                "--hours",
                "9-17",
                "--holidays",
                ",".join(["2026-12-25"] * 30),
            ),
            0,
        ),
    ],
)
def test_a_name_too_long_for_any_disk_is_the_name_of_no_file(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, words: tuple[str, ...], code: int
) -> None:
    monkeypatch.chdir(tmp_path)
    done = run(*words)
    assert done.code == code, done.err


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="no /dev/zero here")
@pytest.mark.parametrize("words", [("posting", "--stream"), ("match", "--people")])
def test_a_device_is_no_file_of_lines(run: Run, words: tuple[str, ...]) -> None:
    done = run(*words, "/dev/zero")
    assert (done.code, done.err) == (3, "Error: /dev/zero is a device, not a file of lines.\n")


class TestDataFolders:
    """Layers of data that can't be used."""

    @pytest.mark.parametrize("how", ["missing", "file", "empty"])
    def test_a_folder_with_nothing_of_ours_ends_with_3(self, run: Run, tmp_path: Path, how: str) -> None:
        folder = tmp_path / "mine"
        if how == "file":
            folder.write_text("x", encoding="utf-8")
        if how == "empty":
            folder.mkdir()
        for outcome in (
            run("--data-dir", str(folder), "roles"),
            run("roles", env={"CSCAREER_DATA": str(folder)}),
            run("data", "check", str(folder)),
        ):
            assert (outcome.code, outcome.out) == (3, "")
            assert str(folder) in outcome.err.replace("\n", "")

    def test_a_locked_folder_ends_with_3(
        self, run: Run, folder: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        import os

        made = str(folder(sources="sources: []"))
        listdir = os.listdir

        def list_unlocked(path: str | Path) -> list[str]:
            if str(path) == made:
                raise PermissionError(13, "Permission denied", made)
            return listdir(path)

        monkeypatch.setattr(os, "access", lambda path, _mode: str(path) != made)
        monkeypatch.setattr(os, "listdir", list_unlocked)
        for outcome in (run("--data-dir", made, "roles"), run("data", "check", made)):
            assert (outcome.code, outcome.out) == (3, "")
            assert "can't be read: Permission denied" in " ".join(outcome.err.split())

    def test_broken_data_ends_with_3_and_names_every_line(
        self, run: Run, folder: Callable[..., Path]
    ) -> None:
        made = folder(skills="skills:\n  - {id: a\n", roles="roles:\n  - id: x\n    colour: red\n")
        outcome = run("--data-dir", str(made), "roles", env={"COLUMNS": "500"})
        assert (outcome.code, outcome.out) == (3, "")
        assert f"{made}/skills.yaml:3" in outcome.err or f"{made}/skills.yaml:2" in outcome.err
        assert f"{made}/roles.yaml:3" in outcome.err
        error = json.loads(run("--data-dir", str(made), "roles", "--json").err)["error"]
        assert error["code"] == 3
        assert {Path(problem["file"]).name for problem in error["problems"]} == {"skills.yaml", "roles.yaml"}

    def test_an_answer_says_which_layers_it_uses(self, run: Run, folder: Callable[..., Path]) -> None:
        made = folder(sources="sources: []")
        shown = "".join(run("--data-dir", str(made), "roles").out.split())  # a long path goes over lines
        assert f"Alsousesdatafrom:{made}" in shown
        assert json.loads(run("--data-dir", str(made), "roles", "--json").out)["layers"] == [str(made)]
        assert "Also uses" not in run("roles").out

    def test_a_persons_own_role_is_a_role_like_any_other(self, run: Run, folder: Callable[..., Path]) -> None:
        own = (Path(__file__).parent.parent / "cli" / "own_role.yaml").read_text(encoding="utf-8")
        made = str(folder(roles=own))
        rows = json.loads(run("--data-dir", made, "roles", "--json").out)["roles"]
        assert "chat-host" in [row["id"] for row in rows]
        assert run("--data-dir", made, "gap", "chat host", "--have", "typing").code == 0
        assert run("gap", "chat host").code == 2


def test_completion_is_set_up_for_the_program() -> None:
    assert build(COMMANDS[:1]).name == "cscareer"


def test_what_is_missing_is_shown_in_a_whole_line(run: Run) -> None:
    assert "For example: cscareer offer 46000 --role" in run("offer", "46000").err
    assert "Name your job, like --role csr" in run("raise", "46000").err


def test_a_format_asked_for_as_an_option_is_told_how_it_is_asked_for(run: Run) -> None:
    outcome = run("pay", "csr", "--csv")
    assert outcome.code == 2
    assert "--format csv" in outcome.err
    assert "--format" not in run("pay", "csr", "--cvs").err


def test_a_format_written_as_an_option_is_told_how_to_ask_for_it(run: Run) -> None:
    outcome = run("pay", "csr", "--csv")
    assert outcome.code == 2
    assert "Write --format csv." in outcome.err
    assert "--svg" not in outcome.err


@each_row(
    ("line", "called"),
    [
        (["pay", "csr"], "pay"),
        (["--no-profile", "--plain", "pay"], "pay"),
        (["--data-dir", "own", "pay"], "pay"),
        (["--no-color", "--data-dir=own", "--plain", "pay"], "pay"),
        (["--data-dir"], ""),
        ([], ""),
        (["--help"], "--help"),
    ],
)
def test_only_the_command_called_is_put_together(line: list[str], called: str) -> None:
    assert _called(line) == called
