"""How long a question of an assistant takes once its server is warm, over standard input and output with the SDK's client."""

import sys
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter

import anyio
from mcp.client.client import Client
from mcp.client.stdio import StdioServerParameters, stdio_client
from startup import OURS

ROUNDS = 100
ASKED: dict[str, dict[str, object]] = {
    "pay": {"titles": ["customer service manager"], "location": ["Denver"]},
    "offer": {"amount": 46000, "role": "customer service specialist", "location": "Columbus, OH"},
    "gap": {"title": "customer service manager", "have": ["coaching:3", "empathy"]},
    "match": {"have": ["coaching:3", "empathy:3", "sql"]},
    "path": {"title": "customer service manager", "from": "customer service specialist"},
    "posting": {"ads": ["Call center agent, Denver, CO. Answer calls, calm angry callers. $21 an hour."]},
}  # fmt: skip


async def measure() -> None:
    """Prints a row for each question."""
    before = perf_counter()
    async with Client(
        stdio_client(StdioServerParameters(command=OURS[0], args=[*OURS[1:], "mcp"]))
    ) as client:
        print(f"from starting the server to its first word: {(perf_counter() - before) * 1000:.0f} ms")
        before = perf_counter()
        listed = await client.list_tools()
        size = len(listed.model_dump_json(by_alias=True, exclude_none=True))
        print(
            f"{len(listed.tools)} tools listed in {(perf_counter() - before) * 1000:.0f} ms, {size // 1000} kB"
        )
        print(f"{'question':<10}{'first':>8}{'median':>8}{'p95':>8}{'kB':>6}   ms; client included")
        for name, arguments in ASKED.items():
            times = []
            for _ in range(ROUNDS):
                begin = perf_counter()
                answer = await client.call_tool(name, arguments)
                times.append((perf_counter() - begin) * 1000)
                assert not answer.is_error
            kb = len(answer.model_dump_json(by_alias=True, exclude_none=True)) / 1000
            print(
                f"{name:<10}{times[0]:>8.1f}{median(times):>8.1f}{quantiles(times, n=20)[-1]:>8.1f}{kb:>6.0f}"
            )


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parent))
    anyio.run(measure)
