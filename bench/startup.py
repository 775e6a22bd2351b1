"""Processor time of our commands, as a ratio to the `--help` of a hello-world Typer app.

The hello-world app has two commands and one Pydantic model that it dumps as JSON. Of each program the least of
15 runs counts, taken in turns, because a machine that is busy with something else makes a run slower, never faster.
"""

import resource
import subprocess
import sys
import tempfile
from pathlib import Path

RUNS = 15
HELLO = '''
import typer
from pydantic import BaseModel


class Greeting(BaseModel):
    name: str
    times: int


app = typer.Typer()


@app.command()
def hello(name: str, times: int = 1) -> None:
    """Greets."""
    print(Greeting(name=name, times=times).model_dump_json())


@app.command()
def goodbye(name: str) -> None:
    """Takes leave."""
    print(f"Goodbye, {name}")


app()
'''
OURS = [sys.executable, "-c", "from cscareer.__main__ import main; main()"]
TITLES = ["customer service specialist", "customer service manager"]
COMMANDS = {
    "--help": (["--help"], 1.15),
    "roles": (["roles"], 1.45),
    "roles --json": (["roles", "--json"], 1.3),
    "compare": (["compare", *TITLES], None),
    "gap": (["gap", TITLES[1], "--have", "empathy:advanced,coaching"], None),
}


def cost(command: list[str]) -> float:
    """Seconds of processor time, user and system, of one run."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, stdout=subprocess.DEVNULL, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main() -> None:
    """Prints a row for each command."""
    with tempfile.TemporaryDirectory() as folder:
        hello = Path(folder) / "hello.py"
        hello.write_text(HELLO, encoding="utf-8")
        commands = {"hello": [sys.executable, str(hello), "--help"]}
        commands |= {name: [*OURS, *arguments] for name, (arguments, _) in COMMANDS.items()}
        least = dict.fromkeys(commands, float("inf"))
        for _ in range(RUNS):
            for name, command in commands.items():
                least[name] = min(least[name], cost(command))
    print(f"{'command':<16}{'ms':>8}{'ratio':>8}{'at most':>9}")
    print(f"{'hello --help':<16}{least['hello'] * 1000:>8.0f}{1:>8.2f}")
    for name, (_, limit) in COMMANDS.items():
        print(f"{name:<16}{least[name] * 1000:>8.0f}{least[name] / least['hello']:>8.2f}{limit or '':>9}")


if __name__ == "__main__":
    main()
