"""A command is declared once: all the rest is found from that. The worked example of CONTRIBUTING is the command."""

import json
import re
import sys
from types import ModuleType

import pytest
from conftest import COMMANDS, ROOT, Run
from jsonschema import Draft202012Validator

from cscareer.cli.declaring import Declaration, Group, Panel, answer_forms, command, public_names, stub
from cscareer.cli.outcomes import Reply, Text
from cscareer.render.formats import USUAL, Format, Formats
from cscareer.schemas import json_schema

FILES = re.findall(
    r"```python\n# src/(.*?)\.py\n(.*?)```",
    (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8"),
    re.DOTALL,
)


@pytest.fixture
def declarations(monkeypatch: pytest.MonkeyPatch) -> list[Declaration]:
    """All commands, and that of the worked example, whose files are there in memory alone."""
    found: list[Declaration] = []
    for path, text in FILES:
        name = path.replace("/", ".")
        module = ModuleType(name)
        monkeypatch.setitem(sys.modules, name, module)
        exec(compile(text, f"{path}.py", "exec"), vars(module))  # noqa: S102  our own CONTRIBUTING
        found += [each for each in vars(module).values() if isinstance(each, Declaration)]
    assert len(found) == 1
    return [*COMMANDS, *found]


def test_the_worked_example_has_a_question_a_layout_and_a_command() -> None:
    assert [path for path, _ in FILES] == [
        "cscareer/guide/aliases",
        "cscareer/render/layouts/guide/aliases",
        "cscareer/cli/commands/aliases",
    ]


def test_it_stands_in_its_panel_of_the_help(run: Run, declarations: list[Declaration]) -> None:
    told = run("--help", declarations=declarations, env={"COLUMNS": "100"}).out
    explore = told.split("\nExplore\n")[1].split("\nPay\n")[0]
    assert re.search(r"  aliases +List the other names that a role goes by\.", explore)
    assert "aliases" not in run("--help", env={"COLUMNS": "100"}).out


def test_its_help_has_its_words_its_formats_and_its_example(
    run: Run, declarations: list[Declaration]
) -> None:
    told = run("aliases", "--help", declarations=declarations, env={"COLUMNS": "100"}).out
    assert "List the other names that a role goes by." in told
    assert "One of: table, json, csv, markdown." in " ".join(told.split())
    assert "--json" in told
    assert "Example\n  cscareer aliases csr" in told


def test_it_answers_in_every_format(run: Run, declarations: list[Declaration]) -> None:
    def told(*options: str) -> str:
        outcome = run("aliases", "csr", *options, declarations=declarations)
        assert (outcome.code, outcome.err) == (0, "")
        return outcome.out

    assert told().splitlines()[0].startswith("Other names of ")
    assert told("-f", "csv").splitlines()[0] == "name"
    assert told("-f", "markdown").startswith("# Other names of ")
    content = json.loads(told("--json"))
    assert content["schema"] == "cscareer/aliases/1"
    Draft202012Validator(json_schema("aliases", answer_forms(declarations))).validate(content)


def test_usage_is_checked_as_for_every_command(run: Run, declarations: list[Declaration]) -> None:
    for words in (["aliases", "csr", "--json", "-f", "csv"], ["aliases"], ["aliases", "nobody"]):
        outcome = run(*words, "--json", declarations=declarations)
        assert (outcome.code, json.loads(outcome.err)["error"]["code"]) == (2, 2)


def test_its_answer_has_a_schema(run: Run, declarations: list[Declaration]) -> None:
    listed = json.loads(run("data", "schema", "--json", declarations=declarations).out)["schemas"]
    assert {"name": "aliases", "kind": "answer", "about": "The other names of a role."} in listed
    schema = json.loads(run("data", "schema", "aliases", declarations=declarations).out)
    assert set(schema["required"]) >= {"title", "aliases"}
    assert run("data", "schema", "aliases").code == 2


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        ("cscareer ali", "aliases"),
        ("cscareer aliases customer-service-m", "customer-service-manager"),
        ("cscareer aliases --format mark", "markdown"),
        ("cscareer data schema ali", "aliases"),
    ],
)
def test_the_shell_completes_it(run: Run, declarations: list[Declaration], words: str, offered: str) -> None:
    env = {
        "_CSCAREER_COMPLETE": "complete_bash",
        "COMP_WORDS": words,
        "COMP_CWORD": str(len(words.split()) - 1),
    }
    assert offered in run(env=env, declarations=declarations).out.splitlines()
    assert "aliases" not in run(env=env).out


def test_its_question_is_offered_to_scripts(declarations: list[Declaration]) -> None:
    assert public_names(declarations)["list_aliases"] == "cscareer.guide.aliases"
    assert "from cscareer.guide.aliases import list_aliases as list_aliases\n" in stub(declarations)


def test_one_name_for_two_things_is_refused() -> None:
    clash = command(Panel.PAY, asks=["pay.other:list_roles"], examples=["cscareer x"])(lambda: Text(""))
    with pytest.raises(ValueError, match=r"list_roles stands in cscareer\.pay\.other and in"):
        public_names([*COMMANDS, clash])


def test_a_body_may_return_text_or_a_no_and_a_group_may_do_something_alone(run: Run) -> None:
    group = Group("gatehouse", Panel.DATA, "A group.")

    def say_(session: object) -> Text:
        """Say."""
        del session
        return Text("said\n")

    def refuse(session: object) -> Reply:
        """Refuse."""
        from cscareer.catalog.reports import list_layers

        del session
        return Reply(list_layers(()), holds=False)

    made = [
        command(group, asks=(), examples=["cscareer gatehouse say"], alone=True)(say_),
        command(group, asks=(), examples=["cscareer gatehouse refuse"])(refuse),
    ]
    assert [each.words for each in made] == [("gatehouse", "say"), ("gatehouse", "refuse")]
    assert run("gatehouse", "say", declarations=made).out == "said\n"
    assert run("gatehouse", declarations=made).out == "said\n"
    outcome = run("gatehouse", "refuse", "--json", declarations=made)
    assert (outcome.code, json.loads(outcome.out)["schema"]) == (1, "cscareer/data-path/1")


def test_formats_are_as_declared(run: Run) -> None:
    def say(session: object) -> Text:
        """Say."""
        del session
        return Text("said\n")

    more = command(Panel.DATA, asks=(), examples=(), formats=USUAL.plus(Format.MERMAID, "mermaid draws."))(
        say
    )
    few = command(
        Panel.DATA,
        asks=(),
        examples=(),
        formats=Formats((Format.YAML,), Format.YAML, "Only YAML."),
        saves=True,
    )(say)
    told = run("say", "--help", declarations=[more], env={"COLUMNS": "100"}).out
    assert "table, json, csv, markdown, mermaid." in " ".join(told.split())
    assert "mermaid draws." in told
    assert "--output" not in told
    told = run("say", "--help", declarations=[few], env={"COLUMNS": "100"}).out
    assert "--output" in told
    assert run("say", "--format", "csv", declarations=[few]).code == 2
