"""Command lines that read a text, made of any text: what `commands.py` asks the program."""

import csv
import io
import json
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass

MOST = 100_000  # bytes
_AN_ARGUMENT = 8_000  # letters
_RESUME = "# Ana Lopez\n\n## Experience\n\nCall Center Agent, Acme, 2021 to 2024\n\n"
_AD = "Call Center Agent\nAcme\nTampa, FL\n$18 an hour\n\n"
_TABLE = [
    "Ticket ID",
    "Requester",
    "Subject",
    "Agent",
    "Team",
    "Channel",
    "Status",
    "Created at",
    "First replied at",
    "Solved at",
    "Handle time (minutes)",
    "CSAT",
    "Reopens",
    "Transfers",
    "SLA",
    "Tags",
]
_CELLS = [
    "10000",
    "c@example.com",
    "Late",
    "Ben",
    "Billing",
    "email",
    "solved",
    "2026-01-05 09:22",
    "2026-01-05 14:22",
    "2026-01-07 14:42",
    "8",
    "1",
    "0",
    "1",
    "met",
    "a",
]
_ROLE, _PLACE = "call center specialist", "Austin, TX"


@dataclass(frozen=True)
class Asked:
    """A command line, and what it finds at its standard input."""

    words: tuple[str, ...]
    given: bytes = b""


def _file(words: Sequence[str], head: str) -> Callable[[str, random.Random], Asked]:
    return lambda said, _dice: Asked(tuple(words), _cut(head + said))


def _cut(said: str, most: int = MOST) -> bytes:
    return said.encode("utf-8", "surrogateescape")[:most].decode("utf-8", "ignore").encode()


def _word(said: str) -> str:
    """As much of it as an argument may have; none holds a zero byte, or begins as an option does."""
    return "a " + said[: _AN_ARGUMENT - 2].replace("\0", "").encode("utf-8", "replace").decode()


def _title(said: str, _dice: random.Random) -> Asked:
    return Asked(("title", "-"), _cut(" ".join(said.splitlines())))


def _have(said: str, _dice: random.Random) -> Asked:
    parts = [said[at : at + _AN_ARGUMENT - 2] for at in range(0, MOST - _AN_ARGUMENT, _AN_ARGUMENT - 2)]
    return Asked(("gap", "team leader", *(f"--have={_word(part)}" for part in parts)))


def _tickets(said: str, dice: random.Random) -> Asked:
    out = io.StringIO()
    rows = csv.writer(out)
    size = dice.choice((40, 400, 4_000, 90_000))
    header, cells = list(_TABLE), list(_CELLS)
    at = dice.randrange(len(header))
    if dice.random() < 0.2:  # noqa: PLR2004  one in five
        header[at] = said[:size]
    else:
        cells[at] = said[:size]
    rows.writerow(header)
    while out.tell() < MOST - len(",".join(cells)) - 20:
        rows.writerow(cells)
    words = dice.choice(((), ("--by", "agent"), ("--by", "tag"), ("--mine", "Ben"), ("--hours", "9-17")))
    return Asked(("tickets", "-", *words), _cut(out.getvalue()))


def _offer(said: str, dice: random.Random) -> Asked:
    amount, options = "46000", {"--role": _ROLE, "-l": _PLACE}
    which = dice.choice(
        (
            "",
            "--role",
            "-l",
            "--current",
            "--against",
            "--bonus",
            "--shift",
            "--benefits",
            "--current-location",
        )
    )
    if which:
        options[which] = _word(said)
    else:
        amount = _word(said)[2:].lstrip("-")
    return Asked(
        (
            "offer",
            amount,
            *(
                f"{name}={value}" if name.startswith("--") else f"{name}{value}"
                for name, value in options.items()
            ),
        )
    )


def _locations(said: str, _dice: random.Random) -> Asked:
    return Asked(("locations", _word(said)))


def _request(said: str, dice: random.Random) -> Asked:
    tool, arguments = dice.choice(
        (
            ("match", {"resume": _RESUME + said}),
            ("gap", {"title": "team leader", "resume": _RESUME + said}),
            ("gap", {"title": "team leader", "have": [said]}),
            ("posting", {"files": [_AD + said]}),
            ("title", {"text": said}),
            ("offer", {"amount": said, "role": _ROLE}),
            ("pay", {"title": _ROLE, "location": said}),
            ("locations", {"query": said}),
        )
    )
    params = {"name": f"cscareer_{tool}", "arguments": arguments}
    said_at_once = json.dumps({"jsonrpc": "2.0", "id": 1, "method": "tools/call", "params": params})
    return Asked(("mcp",), said_at_once.encode())


COMMANDS: dict[str, Callable[[str, random.Random], Asked]] = {
    "title": _title,
    "import": _file(("profile", "import", "-"), _RESUME),
    "gap": _have,
    "match": _file(("match", "--resume", "-"), _RESUME),
    "posting": _file(("posting", "-"), _AD),
    "tickets": _tickets,
    "offer": _offer,
    "locations": _locations,
    "mcp": _request,
}
