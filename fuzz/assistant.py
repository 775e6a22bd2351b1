"""Requests of an assistant's client: lines of the protocol as the server over standard input and output takes them."""

import io
import json
import logging
from collections.abc import Awaitable, Callable, Iterator
from contextlib import suppress
from functools import cache
from typing import Any

from checks import STEERS, Unsafe, catalog

_MOST_ANSWERS = 4  # of an input: each may take what an input may
_MOST_LINES = 12
_MOST_TEXTS = 50  # of a request: each ad is an input of its own
OPENING = (
    b'{"jsonrpc":"2.0","id":0,"method":"initialize","params":{"protocolVersion":"2025-06-18","capabilities":{},'
    b'"clientInfo":{"name":"fuzz","version":"1"}}}\n{"jsonrpc":"2.0","method":"notifications/initialized"}\n'
)


class Mistake(AssertionError):  # noqa: N818  what a check found, no failure of the program
    """The server says that it made a mistake of its own, or an answer is no line of JSON."""


@cache
def _desk() -> Any:  # noqa: ANN401  its package may not be there
    from cscareer.cli.program import declared
    from cscareer.cli.tooling import tools
    from cscareer.mcp.server import Desk

    logging.getLogger("mcp").setLevel(logging.CRITICAL + 1)
    return Desk(tools(declared(), catalog, with_profile=False), catalog())


def requests(content: bytes) -> None:
    """A client's lines after it has introduced itself; each answer is a line of JSON that steers no terminal.

    What asks for an answer at once is asked of the desk, as the server would: it gives up its work once its client is gone.
    """
    import anyio
    from pydantic import BaseModel

    server_lines, answers = [OPENING], list[BaseModel]()

    async def talk() -> list[str]:
        for line in content.splitlines(keepends=True)[:_MOST_LINES]:
            asked = _asked(line) if len(answers) < _MOST_ANSWERS else None
            if asked is None:
                server_lines.append(line)
            else:
                with suppress(_refusal()):
                    answers.append(await asked())
        said = await _served(b"".join(server_lines) + b"\n")
        return [*said, *(each.model_dump_json(by_alias=True, exclude_none=True) for each in answers)]

    for line in anyio.run(talk):
        if "made a mistake of its own" in line:
            raise Mistake(line[:300])
        if found := next(filter(None, map(STEERS.search, _words_of(json.loads(line)))), None):
            raise Unsafe(f"{found[0]!r} in an answer")


def _words_of(value: object) -> Iterator[str]:
    """What of an answer is there to be read; the values beside it are a program's."""
    if isinstance(value, str):
        yield value
    for key, inner in value.items() if isinstance(value, dict) else ():
        if key not in {"structuredContent", "id", "uri"}:
            yield from _words_of(inner)
    for inner in value if isinstance(value, list) else ():
        yield from _words_of(inner)


def _refusal() -> type[Exception]:
    from mcp.shared.exceptions import MCPError

    return MCPError


def _asked(line: bytes) -> Callable[[], Awaitable[Any]] | None:
    """The question of a line, where it is one that work is done for."""
    from mcp import types

    desk = _desk()
    ways: dict[str, tuple[Any, Callable[..., Awaitable[Any]]]] = {
        "tools/call": (types.CallToolRequestParams, desk.call_tool),
        "resources/read": (types.ReadResourceRequestParams, desk.read_resource),
        "prompts/get": (types.GetPromptRequestParams, desk.get_prompt),
    }
    with suppress(ValueError, KeyError, TypeError, AttributeError, RecursionError):
        message = json.loads(line)
        form, ask = ways[message["method"]]
        for value in message["params"].get("arguments", {}).values():
            if isinstance(value, list):
                del value[_MOST_TEXTS:]
        params = form.model_validate(message["params"])
        return lambda: ask(None, params)
    return None


async def _served(lines: bytes) -> list[str]:
    """What the server says to these lines before it ends, as they do."""
    import anyio
    from mcp.server.stdio import stdio_server

    from cscareer.mcp.wire import BoundedLines

    out, stream = io.StringIO(), BoundedLines(io.BytesIO(lines))
    server = _desk().server()
    async with stdio_server(stdin=stream, stdout=anyio.wrap_file(out)) as (received, sent):  # type: ignore[arg-type]  # it only reads lines

        async def refuse(_identity: int | str | None, _size: int) -> None:
            return

        stream.refuse = refuse
        stream.ready.set()
        await server.run(received, sent, server.create_initialization_options())
    return out.getvalue().splitlines()
