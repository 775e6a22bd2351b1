"""Stops `mcp` in the middle of its talk, or leaves it: it ends as any run does, keeps nothing, and what it said is whole lines."""

import json
import random
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from threading import Thread
from typing import IO, Any

from homes import OWN_WORDS, SIGNALS, Home, Tally, laid_open, written

_WORDS = ("mcp",)
_OPENING: dict[str, Any] = {
    "method": "initialize",
    "params": {
        "protocolVersion": "2025-06-18",
        "capabilities": {},
        "clientInfo": {"name": "a", "version": "1"},
    },
}
_ASKED: tuple[dict[str, Any], ...] = (
    {"method": "tools/list"},
    {"method": "tools/call", "params": {"name": "pay", "arguments": {"role": "csr", "location": "Austin, TX"}}},
    {"method": "tools/call", "params": {"name": "posting", "arguments": {"ads": [f"Agent at {OWN_WORDS}. $18 an hour."]}}},
    {"method": "tools/call", "params": {"name": "match", "arguments": {"have": ["empathy:3", "sql"]}}},
    {"method": "resources/list"},
)  # fmt: skip
_GOES = len(SIGNALS)  # the kind that is no signal: the client closes the pipe that answers come through
_PATIENCE = 60  # seconds of a busy machine, for a whole talk


class ServerFaults:
    """A server for an assistant, in a home whose files it must leave alone."""

    def __init__(self, place: Path, dice: random.Random) -> None:
        self.dice, self.home = dice, Home(place)
        self.home.stdin = subprocess.PIPE
        self.before = written(self.home.home)
        began = time.monotonic()
        code, said, told = self._talked(None, None)
        self.took = time.monotonic() - began
        if code or said.count("\n") != len(_ASKED) + 1:
            raise SystemExit(f"mcp: {code}, {said[-300:]} {told}")

    def signals(self, times: int) -> Tally:
        """SIGINT, SIGTERM, SIGHUP, SIGPIPE, or a client that has gone, at any time of its start, its talk and its waiting."""
        tally = Tally("mcp-signals")
        for turn in range(times):
            kind = turn % (len(SIGNALS) + 1)
            number = None if kind == _GOES else SIGNALS[kind]
            code, said, told = self._talked(number, self.dice.random() * self.took * 1.1, gone=kind == _GOES)
            tally.tried += 1
            tally.ended[f"{number.name if number else 'gone'} {code}"] += 1
            may_end = {0, 130 if number == signal.SIGINT else -number} if number else {0, 1}
            where = f"mcp: {number.name if number else 'gone'} ({code})"
            tally.lost += [f"{where}: {wrong}" for wrong in self._wrong(said, told)]
            if code not in may_end:
                tally.lost.append(f"{where}: {told[-800:]}")
        return tally

    def _talked(
        self, number: signal.Signals | None, after: float | None, *, gone: bool = False
    ) -> tuple[int, str, str]:
        """A talk that is stopped after so many seconds; where nothing stops it, the client hangs up once it is answered."""
        process = self.home.started(_WORDS)
        assert process.stdin
        assert process.stdout
        assert process.stderr
        answers, stdin, stdout = list[str](), process.stdin, process.stdout
        process.stderr.read(1)  # the program's own door
        listens = Thread(target=lambda: answers.extend(stdout), daemon=True)
        if not gone:
            listens.start()
        _say(stdin)
        if after is not None:
            time.sleep(after)
        else:
            until = time.monotonic() + _PATIENCE
            while len(answers) <= len(_ASKED) and time.monotonic() < until:
                time.sleep(0.01)
        if gone:
            stdout.close()
            _say(stdin)
        elif number is not None:
            process.send_signal(number)
        if number in {None, signal.SIGPIPE}:  # which a run that waits may pass over
            with suppress(BrokenPipeError):
                stdin.close()
        told = process.stderr.read()
        process.wait(timeout=_PATIENCE)
        if not gone:
            listens.join(_PATIENCE)
        for stream in (stdin, stdout, process.stderr):
            with suppress(BrokenPipeError):
                stream.close()
        return process.returncode, "".join(answers), told

    def _wrong(self, said: str, told: str) -> Iterator[str]:
        if "Traceback" in told or OWN_WORDS in told:
            yield told[-1500:]
        for line in said.splitlines(keepends=True):
            if line.endswith("\n"):  # the last may have been cut off
                with suppress(ValueError):
                    json.loads(line)
                    continue
                yield f"no line of JSON: {line[:200]}"
        if written(self.home.home) != self.before:
            yield "something was kept"
        if opened := laid_open(self.home.home):
            yield f"others may read {opened}"


def _say(stdin: IO[str]) -> None:
    """Who the client is, and its questions."""
    with suppress(BrokenPipeError):
        stdin.write("".join(_lines()))
        stdin.flush()


def _lines() -> Iterator[str]:
    yield json.dumps({"jsonrpc": "2.0", "id": 0, **_OPENING}) + "\n"
    yield '{"jsonrpc":"2.0","method":"notifications/initialized"}\n'
    for number, asked in enumerate(_ASKED, start=1):
        yield json.dumps({"jsonrpc": "2.0", "id": number, **asked}) + "\n"
