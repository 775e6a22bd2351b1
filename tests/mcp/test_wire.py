"""The lines of a client: bounded, and the server over standard input and output, as a client of the SDK meets it."""

import io
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Awaitable, Callable, Iterator
from contextlib import ExitStack
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

import anyio
import pytest
from anyio.from_thread import start_blocking_portal
from conftest import Run, become, command_line, fork
from rows import each_row

from cscareer.mcp.wire import BoundedLines

if TYPE_CHECKING:
    from anyio.from_thread import BlockingPortal
    from mcp.client.client import Client
    from mcp.types import CallToolResult

pytestmark = pytest.mark.skipif(find_spec("mcp") is None, reason="the extra mcp isn't installed")
PAY = {"titles": ["customer service manager"], "location": ["Denver"]}


def lines_of(sent: bytes, most: int = 200) -> tuple[list[str], list[tuple[int | str | None, int]]]:
    """The lines read of what was sent, and what was refused."""
    refused: list[tuple[int | str | None, int]] = []

    async def read() -> list[str]:
        lines = BoundedLines(io.BytesIO(sent), most)

        async def refuse(identity: int | str | None, size: int) -> None:
            refused.append((identity, size))

        lines.refuse = refuse
        lines.ready.set()
        return [line async for line in lines]

    return anyio.run(read), refused


LONG = '"params":{"resume":"' + "x" * 100_000 + r" \"id\":9}" + '"}'


@each_row(
    ("message", "identity"),
    [
        ('{"jsonrpc":"2.0","id":7,"method":"tools/call",' + LONG + "}", 7),
        ('{ "id": "a-7", "method": "tools/call", ' + LONG + "}", "a-7"),
        ('{"method":"tools/call",' + LONG + ',"jsonrpc":"2.0","id":8}', 8),
        ('{"method":"tools/call",' + LONG + ',"id":-8,"jsonrpc":"2.0"}', -8),
        ('{"method":"tools/call",' + LONG + "}", None),
        ('{"method":"tools/call","params":{"x":"' + "y" * 500 + '","id":5}}', None),
        ("x" * 500, None),
    ],
)
def test_a_message_that_is_too_long_is_refused_by_its_id_and_the_next_one_read(
    message: str, identity: int | str | None
) -> None:
    read, refused = lines_of(f"{message}\nnext\n".encode())
    assert read == ["next\n"]
    assert refused == [(identity, len(message) + 1)]


def test_a_line_of_just_the_most_is_read_and_one_that_breaks_off_is_refused() -> None:
    assert lines_of(b"x" * 199 + b"\n") == (["x" * 199 + "\n"], [])
    assert lines_of(b"x" * 500) == ([], [(None, 500)])
    assert lines_of(b"\xff\n")[0] == ["�\n"]


def test_a_person_at_a_terminal_is_told_how_it_is_set_up(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    monkeypatch.setattr(sys, "stdin", Terminal())
    outcome = run("mcp")
    assert (outcome.code, outcome.out) == (2, "")
    assert "mcp add cscareer" in outcome.err


def test_without_the_extra_it_says_what_to_install(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "cscareer.mcp.server", None)
    outcome = run("mcp")
    assert outcome.code == 2
    assert 'pip install "cscareer[mcp]"' in outcome.err


class Server:
    """A server as the SDK's client starts it."""

    def __init__(self, portal: "BlockingPortal", client: "Client") -> None:
        self._portal = portal
        self.client = client

    def ask(self, name: str, **arguments: object) -> "CallToolResult":
        result: CallToolResult = self._portal.call(self.client.call_tool, name, arguments)
        return result

    def do(self, work: Callable[[], Awaitable[bool]]) -> bool:
        return self._portal.call(work)


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    from mcp.client.client import Client
    from mcp.client.stdio import StdioServerParameters, stdio_client

    home = tmp_path_factory.mktemp("home")
    words = command_line(["mcp"])
    with ExitStack() as stack:
        portal = stack.enter_context(start_blocking_portal())
        log = stack.enter_context((home / "log").open("w", encoding="utf-8"))
        started = StdioServerParameters(
            command=words[0], args=words[1:], env={"HOME": str(home), "XDG_DATA_HOME": str(home / "data")}
        )
        client = stack.enter_context(
            portal.wrap_async_context_manager(Client(stdio_client(started, errlog=log)))
        )
        yield Server(portal, client)
    assert (home / "log").read_text(encoding="utf-8") == ""
    assert [each.name for each in home.iterdir()] == ["log"]


@pytest.mark.slow
class TestOverStandardInputAndOutput:
    def test_pay_in_a_place_has_the_figure_and_its_source(self, server: Server) -> None:
        result = server.ask("pay", **PAY)
        assert not result.is_error
        assert result.structured_content["schema"] == "cscareer/pay/1"
        observed = result.structured_content["ranges"][0]["observed"]
        assert observed["median"] > 60_000
        cited = {each["id"] for each in result.structured_content["sources"]}
        assert {each["id"] for each in observed["sources"]} <= cited
        text = words_of(result)
        assert f"${observed['median']:,}" in text
        assert "U.S. Bureau of Labor Statistics" in text

    def test_bad_arguments_are_told_in_the_result(self, server: Server) -> None:
        result = server.ask("pay", job="csr")
        assert result.is_error
        assert "roles" in words_of(result)

    def test_50_mb_are_refused_in_little_memory_and_the_server_lives_on(self, server: Server) -> None:
        from mcp.shared.exceptions import MCPError

        with pytest.raises(MCPError, match="at most 1,000,000 are read"):
            server.ask("match", resume="x" * 50_000_000)
        assert not server.ask("pay", **PAY).is_error
        assert all(peak < 250 for peak in peaks_of_children())

    def test_a_question_taken_back_leaves_the_next_one_answered(self, server: Server) -> None:
        long = "".join(f"Coached {at} agents, calmed angry callers, wrote SQL.\n" for at in range(1_000))

        async def taken_back() -> bool:
            with anyio.move_on_after(0.1) as scope:
                await server.client.call_tool("match", {"resume": long})
            return scope.cancelled_caught

        assert server.do(taken_back)
        assert not server.ask("pay", **PAY).is_error


def words_of(result: "CallToolResult") -> str:
    return "\n".join(getattr(each, "text", "") for each in result.content)


def peaks_of_children() -> list[int]:
    """The most memory, in MB, that each process started from here ever held; none where the system doesn't tell."""
    children = " ".join(each.read_text() for each in Path("/proc/self/task").glob("*/children")).split()
    told = [Path(f"/proc/{each}/status").read_text(encoding="utf-8") for each in children]
    return [int(each.partition("VmHWM:")[2].split()[0]) // 1000 for each in told]


class Forked:
    """A server forked from the tests, looked at like one that was started."""

    def __init__(self, home: Path) -> None:
        pipes = [os.pipe() for _ in range(3)]
        self._process = fork()
        if self._process == 0:
            for stream, pipe in enumerate(pipes):
                os.dup2(pipe[0 if stream == 0 else 1], stream)
            os.closerange(3, 256)
            become(["mcp"], {"PATH": os.environ["PATH"], "HOME": str(home)})
        os.close(pipes[0][0])
        self.stdin = os.fdopen(pipes[0][1], "wb")
        self.stdout, self.stderr = (self._read(pipe) for pipe in pipes[1:])

    @staticmethod
    def _read(pipe: tuple[int, int]) -> BinaryIO:
        os.close(pipe[1])
        return os.fdopen(pipe[0], "rb")

    def send_signal(self, number: int) -> None:
        os.kill(self._process, number)

    def wait(self, timeout: float) -> int:
        for _ in range(int(timeout / 0.05)):
            process, status = os.waitpid(self._process, os.WNOHANG)
            if process:
                return os.waitstatus_to_exitcode(status)
            time.sleep(0.05)
        raise TimeoutError


@pytest.mark.slow
def test_clients_are_answered_and_one_that_goes_away_or_interrupts_leaves_nothing_running(
    tmp_path: Path,
) -> None:
    begin = {"protocolVersion": "2025-06-18", "capabilities": {}, "clientInfo": {"name": "t", "version": "1"}}
    messages: list[dict[str, Any]] = [
        {"id": 1, "method": "initialize", "params": begin},
        {"method": "notifications/initialized"},
        {"id": 2, "method": "tools/call", "params": {"name": "pay", "arguments": PAY}},
    ]
    sent = "".join(json.dumps({"jsonrpc": "2.0", **each}) + "\n" for each in messages).encode()
    # One is a Python of its own; the others, forked from the tests, spare themselves a second of imports.
    started: list[Forked | subprocess.Popen[bytes]] = [
        subprocess.Popen(
            command_line(["mcp"]), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
            env={**os.environ, "HOME": str(tmp_path)},
        ),
        Forked(tmp_path),
        Forked(tmp_path),
    ]  # fmt: skip
    for each in started:
        assert each.stdin
        each.stdin.write(b"this is no JSON\n" + b"[" * 100_000 + b"\n" + b'{"resume": "my secret"}\n' + sent)
        each.stdin.flush()
    for each in started:
        assert each.stdout
        answers = [json.loads(each.stdout.readline()) for _ in range(2)]
        assert [answer["id"] for answer in answers] == [1, 2]
        assert answers[1]["result"]["structuredContent"]["schema"] == "cscareer/pay/1"
    polite, rude, interrupted = started
    assert polite.stdin
    assert rude.stdout
    polite.stdin.close()
    assert rude.stdin
    rude.stdin.write(sent[sent.rindex(b'{"jsonrpc"') :])
    rude.stdin.flush()
    rude.stdout.close()
    time.sleep(0.2)
    rude.stdin.close()
    assert isinstance(interrupted, Forked)
    interrupted.send_signal(signal.SIGINT)  # it waits for a line, and its client is there
    assert interrupted.wait(timeout=30) == 130
    for stream in (interrupted.stdin, interrupted.stdout, interrupted.stderr):
        stream.close()
    for each in (polite, rude):
        assert each.wait(timeout=30) in {0, -signal.SIGPIPE}
        assert each.stderr
        assert each.stderr.read() == b""  # not a word of what was sent
        each.stderr.close()
    assert polite.stdout
    polite.stdout.close()
