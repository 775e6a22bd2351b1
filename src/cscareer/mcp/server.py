"""Serving the questions to an assistant's client over standard input and output."""

import logging
from collections.abc import Sequence
from typing import Any

import anyio
from anyio import CapacityLimiter, to_thread
from mcp import types
from mcp.server.lowlevel import Server
from mcp.server.stdio import stdio_server
from mcp.shared.exceptions import MCPError
from mcp.shared.message import SessionMessage

from cscareer import __version__
from cscareer.catalog.answer import Answer
from cscareer.catalog.loading import Catalog
from cscareer.errors import CareerError
from cscareer.interrupts import ending_at_once
from cscareer.mcp.errands import ERRANDS, as_called
from cscareer.mcp.shelf import SCHEME, SHELVES, items, read
from cscareer.mcp.tools import Answered, Tool
from cscareer.mcp.wire import MOST_BYTES, BoundedLines, taken_stdin
from cscareer.render.formats import Format
from cscareer.render.show import draw
from cscareer.render.text import scrub

_INSTRUCTIONS = (
    "A career guide for customer service work in the United States: roles, pay in any place, offers, skills, gaps, routes, job "
    "ads, metrics and practice. It is offline, and every figure has a source and a year: name both when you repeat one, and "
    "don't add figures from memory. Titles and places are plain words, as people say them. An error says what was expected, and "
    "names candidates where a name could be several: ask the person which they mean. A resume or an ad is given as text and is "
    "kept nowhere. Where an answer names a command, like `cscareer gap --resume`, the tool and argument of that name do it."
)
_HINTS = types.ToolAnnotations(
    read_only_hint=True, destructive_hint=False, idempotent_hint=True, open_world_hint=False
)
_MARKDOWN = "text/markdown"

Context = Any  # the SDK's, of which nothing is used here
Paged = types.PaginatedRequestParams | None


class Desk:
    """Answers a client's requests. One question is worked on at a time, so that a client can't ask for every core."""

    def __init__(self, tools: Sequence[Tool], catalog: Catalog) -> None:
        self._tools = {each.name: each for each in tools}
        self._catalog = catalog
        self._one = CapacityLimiter(1)
        self._listed: list[types.Tool] = []

    def server(self) -> Server[Any]:
        """The server that answers from this desk."""
        return Server(
            "cscareer",
            version=__version__,
            title="cscareer",
            instructions=_INSTRUCTIONS,
            on_list_tools=self.list_tools,
            on_call_tool=self.call_tool,
            on_list_resources=self.list_resources,
            on_list_resource_templates=self.list_templates,
            on_read_resource=self.read_resource,
            on_list_prompts=self.list_prompts,
            on_get_prompt=self.get_prompt,
        )

    async def list_tools(self, _context: Context, _params: Paged) -> types.ListToolsResult:
        """Every tool."""
        self._listed = self._listed or [_listed(each) for each in self._tools.values()]
        return types.ListToolsResult(tools=self._listed)

    async def call_tool(self, _context: Context, params: types.CallToolRequestParams) -> types.CallToolResult:
        """Answers a question, or tells what is wrong with it so that the assistant can mend it."""
        tool = self._tools.get(params.name)
        if tool is None:
            raise MCPError(
                types.INVALID_PARAMS, f"There is no such tool. There are: {', '.join(self._tools)}."
            )
        try:
            return await to_thread.run_sync(
                lambda: _result(tool.answer(params.arguments)), abandon_on_cancel=True, limiter=self._one
            )
        except CareerError as error:
            return types.CallToolResult(content=[_text(tool.in_own_words(_told(error)))], is_error=True)
        except Exception as bug:  # noqa: BLE001  what is wrong here may be of the person's resume, so its words go nowhere
            said = f"cscareer made a mistake of its own ({type(bug).__name__}). Ask in other words, and tell its makers."
            return types.CallToolResult(content=[_text(said)], is_error=True)

    async def list_resources(self, _context: Context, _params: Paged) -> types.ListResourcesResult:
        """Everything that can be read whole."""
        listed = [
            types.Resource(uri=it.uri, name=it.id, title=it.name, description=it.about, mime_type=_MARKDOWN)
            for it in items(self._catalog)
        ]
        return types.ListResourcesResult(resources=listed)

    async def list_templates(self, _context: Context, _params: Paged) -> types.ListResourceTemplatesResult:
        """The addresses of what can be read."""
        listed = [
            types.ResourceTemplate(
                uri_template=f"{SCHEME}{kind}/{{id}}", name=kind, description=shelf.about, mime_type=_MARKDOWN
            )
            for kind, shelf in SHELVES.items()
        ]
        return types.ListResourceTemplatesResult(resource_templates=listed)

    async def read_resource(
        self, _context: Context, params: types.ReadResourceRequestParams
    ) -> types.ReadResourceResult:
        """One of them, as Markdown."""
        uri = str(params.uri)
        try:
            text = await to_thread.run_sync(
                lambda: _markdown(read(self._catalog, uri)), abandon_on_cancel=True, limiter=self._one
            )
        except CareerError as error:
            raise MCPError(types.INVALID_PARAMS, _told(error)) from None
        contents = types.TextResourceContents(uri=uri, mime_type=_MARKDOWN, text=text)
        return types.ReadResourceResult(contents=[contents])

    async def list_prompts(self, _context: Context, _params: Paged) -> types.ListPromptsResult:
        """The errands people come with."""
        listed = [
            types.Prompt(
                name=errand.name,
                title=errand.title,
                description=errand.about,
                arguments=[
                    types.PromptArgument(name=each.name, description=each.about, required=each.required)
                    for each in errand.wants
                ],
            )
            for errand in ERRANDS.values()
        ]
        return types.ListPromptsResult(prompts=listed)

    async def get_prompt(
        self, _context: Context, params: types.GetPromptRequestParams
    ) -> types.GetPromptResult:
        """One of them, with what is known filled in."""
        errand = ERRANDS.get(params.name)
        if errand is None:
            raise MCPError(types.INVALID_PARAMS, f"There is no such prompt. There are: {', '.join(ERRANDS)}.")
        said = as_called(params.arguments or {})
        missing = [each.name for each in errand.wants if each.required and not said.get(each.name)]
        if missing:
            raise MCPError(types.INVALID_PARAMS, f"Missing: {', '.join(missing)}.")
        message = types.PromptMessage(role="user", content=_text(errand.text(said)))
        return types.GetPromptResult(description=errand.about, messages=[message])


def serve(tools: Sequence[Tool], catalog: Catalog) -> None:
    """Answers one client over standard input and output, until it goes away."""
    logging.getLogger("mcp").setLevel(logging.CRITICAL + 1)  # it would log what was sent, also of a resume
    try:
        with ending_at_once():
            anyio.run(_serve, Desk(tools, catalog))
    except* (BrokenPipeError, ConnectionResetError):
        pass  # the client has gone away in the middle of an answer


async def _serve(desk: Desk) -> None:
    server = desk.server()
    with taken_stdin() as stream:
        lines = BoundedLines(stream)
        async with stdio_server(stdin=lines) as (received, sent):  # type: ignore[arg-type]  # it only reads lines

            async def refuse(identity: int | str | None, size: int) -> None:
                said = f"The message has {size:,} bytes; at most {MOST_BYTES:,} are read. Send less text."
                error = types.ErrorData(code=types.INVALID_REQUEST, message=said)
                await sent.send(SessionMessage(types.JSONRPCError(jsonrpc="2.0", id=identity, error=error)))

            lines.refuse = refuse
            lines.ready.set()
            await server.run(received, sent, server.create_initialization_options())


def _listed(tool: Tool) -> types.Tool:
    return types.Tool(
        name=tool.name,
        description=tool.about,
        input_schema=tool.input_schema(),
        output_schema=tool.output_schema(),
        annotations=_HINTS,
    )


def _result(answered: Answered) -> types.CallToolResult:
    """An answer as values, and the same in words with its sources; what is said of how words were read goes before it."""
    notes = [_text("\n".join(map(scrub, answered.notes)))] if answered.notes else []
    content = answered.answer.model_dump(mode="json", by_alias=True)
    return types.CallToolResult(
        content=[*notes, _text(_markdown(answered.answer))], structured_content=content
    )


def _markdown(answer: Answer) -> str:
    return draw(answer, Format.MARKDOWN)


def _text(text: str) -> types.TextContent:
    return types.TextContent(text=text)


def _told(error: CareerError) -> str:
    """An error in words: what was found, what to do, and what may have been meant."""
    maybe = (
        ""
        if error.names_suggestions or not error.suggestions
        else f"Did you mean: {', '.join(error.suggestions)}?"
    )
    problems = [f"line {each.line}: {each.message}" for each in error.problems[:10]]
    return scrub(" ".join(filter(None, [error.message, *problems, maybe, error.hint])))
