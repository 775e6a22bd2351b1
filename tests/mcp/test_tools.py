"""The questions as tools: found from the commands, read-only, forgiving with words, and the same answer as the program's."""

import json
import shlex
from collections.abc import Callable, Mapping
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import anyio
import pytest
from conftest import COMMANDS, ROOT, Run
from jsonschema import Draft202012Validator
from pydantic import AliasChoices, BaseModel
from test_golden import SEEDED

from cscareer.catalog.loading import Catalog, load_catalog
from cscareer.cli import tooling
from cscareer.cli.declaring import Declaration
from cscareer.cli.program import build
from cscareer.cli.tooling import AssistantSession, tool_name
from cscareer.errors import CareerError, UsageError
from cscareer.mcp.errands import ERRANDS
from cscareer.mcp.shelf import SHELVES, items, read
from cscareer.mcp.tools import Answered, Tool

# The protocol's library takes most of a second to load: only where its tests are run.
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(find_spec("mcp") is None, reason="the extra mcp isn't installed"),
]

Tools = dict[str, Tool]
CHANGING = {"set", "add", "remove", "import", "restore", "forget", "start", "done", "undo", "drop", "note", "applied", "heard"}  # fmt: skip


def types() -> Any:  # noqa: ANN401  a module
    return import_module("mcp.types")


@pytest.fixture(scope="module")
def tools(catalog: Catalog) -> Tools:
    return {each.name: each for each in tooling.tools(COMMANDS, lambda: catalog, with_profile=False)}


@pytest.fixture(scope="module")
def own_tools(catalog: Catalog) -> Tools:
    return {each.name: each for each in tooling.tools(COMMANDS, lambda: catalog, with_profile=True)}


def called(tool: str) -> Declaration:
    """The command behind a tool."""
    return next(each for each in COMMANDS if tool_name(each) == tool)


def as_arguments(tool: Tool, words: list[str], place: Path) -> dict[str, Any]:
    """The words of a command line as the arguments of its tool: a text where a file was named."""
    command = called(tool.name)
    group = build(COMMANDS, command.words[0])
    for name in command.words:
        group = group.commands[name]  # type: ignore[assignment]
    said = group.make_context(command.name, words[len(command.words) :]).params
    taken = tool.arguments.model_fields
    called_here = {
        str(other): name
        for name, field in taken.items()
        if isinstance(field.validation_alias, AliasChoices)
        for other in reversed(field.validation_alias.choices)
        if other == name or other not in taken
    }
    given: dict[str, Any] = {}
    for name, value in said.items():
        as_said = {"file": "ads", "from_": "from", "at_random": "random", "everything": "all"}.get(name, name)
        as_said = called_here.get(as_said, as_said)
        if as_said not in taken or value in (None, False, (), []):
            continue
        values = list(value) if isinstance(value, list | tuple) else [value]
        if as_said in {"ads", "resume"}:
            values = [(place / each).read_text(encoding="utf-8") for each in values]
        several = "list" in str(taken[as_said].annotation)
        given[as_said] = values if several else values[0] if len(values) == 1 else " ".join(values)
    return given


def test_one_thing_has_one_name_and_other_names_for_it_are_taken(tools: Tools) -> None:
    named = {each for tool in tools.values() for each in tool.arguments.model_fields}
    assert {"role", "roles", "location"} <= named
    assert not named & {"titles", "name", "place", "words"}
    for tool, said, other in (
        ("pay", {"roles": ["csr"], "location": ["Denver"]}, {"titles": "csr", "place": "Denver"}),
        ("role", {"role": "csr"}, {"title": "csr"}),
        ("skill", {"skill": "empathy"}, {"name": "empathy"}),
        ("path", {"to": "csm", "from": "csr"}, {"title": "csm", "from": "csr"}),
        ("title", {"title": "ninja"}, {"words": "ninja"}),
    ):
        assert _answer(tools[tool], said) == _answer(tools[tool], other)


def _answer(tool: Tool, said: dict[str, Any]) -> object:
    try:
        return tool.answer(said).answer
    except CareerError as error:
        return error.message


def test_what_only_reads_is_a_tool_and_nothing_else(tools: Tools, own_tools: Tools) -> None:
    assert {"pay", "offer", "gap", "match", "path", "posting", "practice", "data_sources"} <= set(tools)
    assert set(own_tools) - set(tools) == {
        "profile", "checklist", "checklist_diff", "postings", "postings_show",
    }  # fmt: skip
    assert not {name.rpartition("_")[2] for name in own_tools} & CHANGING
    named = {each for tool in own_tools.values() for each in tool.arguments.model_fields}
    assert not named & {"save", "score", "people", "stream", "check", "file", "output", "format", "full"}


def test_every_schema_is_one_and_says_what_each_argument_is(own_tools: Tools) -> None:
    for tool in own_tools.values():
        taken = tool.input_schema()
        Draft202012Validator.check_schema(taken)
        assert taken["type"] == tool.output_schema()["type"] == "object"
        assert all(each["description"] for each in taken["properties"].values()), tool.name
        assert "--" not in json.dumps(taken)


@pytest.mark.parametrize("tool", ["pay", "metrics"])
def test_the_schema_of_several_forms_of_answer_or_of_one_is_sound(tools: Tools, tool: str) -> None:
    Draft202012Validator.check_schema(tools[tool].output_schema())


EXAMPLES = [
    (tool.name, called(tool.name).examples[0])
    for tool in tooling.tools(COMMANDS, load_catalog, with_profile=False)
]


@pytest.mark.parametrize(("tool", "example"), EXAMPLES, ids=[tool for tool, _ in EXAMPLES])
def test_it_answers_as_the_command_does_fits_its_schema_and_leaves_nothing_behind(
    run: Run, tools: Tools, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, tool: str, example: str
) -> None:
    here = tmp_path / "here"
    here.mkdir()
    for file in ("resume.md", "ad.md"):
        (here / file).write_bytes((ROOT / "tests" / "cli" / file).read_bytes())
    monkeypatch.chdir(here)
    words = [word for word in shlex.split(example)[1:] if word != "--full"]
    words += SEEDED.get(called(tool).words, []) if "--random" in words else []
    arguments = as_arguments(tools[tool], words, here)
    words += ["--top", "5"] if tool == "match" else []  # of which an assistant gets no more unless it asks
    answered = tools[tool].answer(arguments).answer
    content = answered.model_dump(mode="json", by_alias=True)
    Draft202012Validator(tools[tool].output_schema()).validate(content)
    assert content["sources"] or tool == "title"
    printed = json.loads(run(*words, "--json").out)
    assert content | {"file": None} == printed | {"file": None}  # a text that was given stands in none
    assert sorted(each.name for each in tmp_path.rglob("*")) == ["ad.md", "here", "resume.md"]


@pytest.mark.parametrize(
    ("tool", "said", "told"),
    [
        ("pay", {}, "roles is missing"),
        ("pay", {"roles": []}, "roles: name one at least."),
        ("pay", {"job": "csr"}, 'takes no argument "job"'),
        ("pay", {"titles": ["csr"], "top": "ten"}, "top: it should be a whole number"),
        ("pay", {"titles": ["cutomer service"]}, "No role goes by"),
        ("role", {"title": "CSM"}, "could be any of 2 roles"),
        ("pay", {"titles": ["csr"], "location": ["Nowhereville"]}, "Nowhereville"),
        ("title", {"words": "-"}, "files and streams"),
        ("match", {"resume": "my resume.pdf".replace(" ", "-")}, "is the name of a file"),
        ("posting", {"ads": ["/etc/passwd.txt"]}, "is the name of a file"),
        ("match", {"resume": ""}, "the resume"),
        ("match", {"resume": "a\n" * 30_000}, "more than 20,000 lines"),
    ],
)
def test_bad_arguments_are_explained(tools: Tools, tool: str, said: dict[str, Any], told: str) -> None:
    with pytest.raises(CareerError) as caught:
        tools[tool].answer(said)
    assert told in caught.value.message


def test_words_are_taken_as_assistants_write_them(tools: Tools) -> None:
    plain = tools["pay"].answer({"titles": ["customer service manager"], "location": ["Denver"]}).answer
    loose = tools["pay"].answer({"titles": "customer service manager", "location": "Denver", "per": None})
    assert loose.answer == plain
    assert tools["offer"].answer({"amount": 46000, "role": "csr"}).answer.sources
    assert tools["role"].answer({"title": "call center spec"}).notes == (
        'Reading "call center spec" as Call Center Specialist.',
    )


def test_the_profile_is_read_only_where_it_was_allowed_and_never_changed(
    tools: Tools, own_tools: Tools, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, catalog: Catalog
) -> None:
    kept = tmp_path / "cscareer" / "profile"
    kept.mkdir(parents=True)
    profile = (ROOT / "tests" / "cli" / "profile.yaml").read_text(encoding="utf-8")
    (kept / "profile.yaml").write_text(profile, encoding="utf-8")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert tools["pay"].answer({"titles": ["csr"]}).notes == ()
    assert "Using your profile's place" in " ".join(own_tools["pay"].answer({"titles": ["csr"]}).notes)
    for name in ("profile", "checklist", "postings"):
        assert own_tools[name].answer({}).answer.schema_name() == name
    with pytest.raises(UsageError, match="only read"):
        AssistantSession(lambda: catalog, COMMANDS, with_profile=True).store()
    assert [each.name for each in kept.iterdir()] == ["profile.yaml"]
    assert (kept / "profile.yaml").read_text(encoding="utf-8") == profile


def test_one_thing_of_each_kind_can_be_read_whole(catalog: Catalog) -> None:
    listed = list(items(catalog))
    assert len({each.uri for each in listed}) == len(listed) > 100
    for kind in SHELVES:
        first = next(each for each in listed if f"/{kind}/" in each.uri)
        assert read(catalog, first.uri).sources
    for wrong in ("cscareer://role/nobody", "file:///etc/passwd", "cscareer://../role", "cscareer://"):
        with pytest.raises(CareerError):
            read(catalog, wrong)


def test_prompts_name_tools_that_are_there_and_leave_out_what_was_not_said(tools: Tools) -> None:
    import re

    for errand in ERRANDS.values():
        said = {each.name: f"<{each.name}>" for each in errand.wants}
        whole = errand.text(said)
        assert set(re.findall(r"`(\w+)`", whole)) <= set(tools)
        assert all(value in whole for value in said.values())
        assert "{resume}" in errand.text({**said, errand.wants[0].name: "{resume}"})
        needed = errand.text({each.name: "x" for each in errand.wants if each.required})
        assert not re.search(r"[{}<>]", needed)


class TestDesk:
    """What the server answers, without a client."""

    @pytest.fixture
    def ask(self, tools: Tools, catalog: Catalog) -> Callable[..., Any]:
        from cscareer.mcp.server import Desk

        desk = Desk(list(tools.values()), catalog)

        def asked(what: str, params: object = None) -> Any:  # noqa: ANN401  a result of any kind
            return anyio.run(getattr(desk, what), None, params)

        return asked

    def test_an_error_of_a_question_is_a_result_that_the_assistant_can_read(
        self, ask: Callable[..., Any]
    ) -> None:
        wanted = types().CallToolRequestParams(name="pay", arguments={"titles": ["cutomer service manger"]})
        result = ask("call_tool", wanted)
        assert result.is_error
        assert "Did you mean: Customer Service Manager?" in result.content[0].text

    def test_an_option_that_an_error_names_goes_by_the_tools_argument(self, ask: Callable[..., Any]) -> None:
        wanted = types().CallToolRequestParams(name="pay", arguments={"titles": ["csr"], "hours": 1800})
        result = ask("call_tool", wanted)
        assert result.is_error
        assert "`per`" in result.content[0].text
        assert "--" not in result.content[0].text

    def test_a_mistake_of_our_own_is_told_without_what_was_said(self, catalog: Catalog) -> None:
        from cscareer.mcp.server import Desk

        class Wrong(BaseModel):
            resume: str

        def fail(said: dict[str, Any]) -> Answered:
            raise ValueError(said["resume"])

        desk = Desk([Tool("wrong", "", Wrong, (), fail)], catalog)
        wanted = types().CallToolRequestParams(name="wrong", arguments={"resume": "my secret"})
        result = anyio.run(desk.call_tool, None, wanted)
        assert result.is_error
        told = getattr(result.content[0], "text", "")
        assert "ValueError" in told
        assert "secret" not in told

    def test_tools_say_that_they_only_read(self, ask: Callable[..., Any]) -> None:
        listed = ask("list_tools").tools
        assert listed
        assert all(each.annotations.read_only_hint and each.output_schema for each in listed)

    def test_what_is_not_there_is_told(self, ask: Callable[..., Any]) -> None:
        from mcp.shared.exceptions import MCPError

        wrong: Mapping[str, Any] = {
            "call_tool": types().CallToolRequestParams(name="nothing"),
            "get_prompt": types().GetPromptRequestParams(name="judge_an_offer", arguments={"amount": "1"}),
            "read_resource": types().ReadResourceRequestParams(uri="cscareer://role/nobody"),
        }
        for what, params in wrong.items():
            with pytest.raises(MCPError):
                ask(what, params)
        assert ask("list_prompts").prompts
        assert ask("list_resources").resources
        assert len(ask("list_templates").resource_templates) == len(SHELVES)
