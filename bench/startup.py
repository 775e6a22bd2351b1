"""Processor time of our commands, each as a ratio to a hello-world Typer app that does the same kind of work.

The hello-world app shows its help, dumps 20 Pydantic rows as JSON, or prints them as a Rich table. Of each program the
least of many runs counts, taken in turns, because a machine that is busy with something else makes a run slower, never
faster. Bytecode is kept between the runs, as it is once a program is installed.
"""

import os
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

RUNS = int(sys.argv[1]) if len(sys.argv) > 1 else 25
HELLO = '''
import typer
from pydantic import BaseModel


class Greeting(BaseModel):
    name: str
    language: str
    times: int
    words: list[str]


class Greetings(BaseModel):
    greetings: list[Greeting]


app = typer.Typer()


def rows() -> Greetings:
    return Greetings(
        greetings=[
            Greeting(name=f"person {number}", language="English", times=number, words=["good", "day"])
            for number in range(20)
        ]
    )


@app.command()
def dump(indent: int = 2) -> None:
    """Dumps greetings as JSON."""
    print(rows().model_dump_json(indent=indent))


@app.command()
def table(title: str = "Greetings") -> None:
    """Prints greetings as a table."""
    from rich.console import Console
    from rich.table import Table

    drawn = Table("name", "language", "times", "words", title=title)
    for row in rows().greetings:
        drawn.add_row(row.name, row.language, str(row.times), " ".join(row.words))
    Console().print(drawn)


app()
'''
HELP, JSON, TABLE = "hello --help", "hello, 20 rows as JSON", "hello, 20 rows as a table"
BASES = {HELP: ["--help"], JSON: ["dump"], TABLE: ["table"]}
OURS = [sys.executable, "-c", "from cscareer.__main__ import main; main()"]
TITLES = ["customer service specialist", "customer service manager"]
# Each command: its words, what it stands against, and how many times that it may take at most.
COMMANDS: dict[str, tuple[list[str], str, float | None]] = {
    "--help": (["--help"], HELP, 1.1),
    "--version": (["--version"], HELP, 1.1),
    "TAB on a role": ([], HELP, 0.8),
    "roles --json": (["roles", "--json"], JSON, 1.45),
    "pay -l --json": (["pay", TITLES[0], "-l", "Austin, TX", "--json"], JSON, 1.5),
    "gap --json": (["gap", TITLES[1], "--have", "empathy:advanced", "--json"], JSON, None),
    "roles": (["roles"], TABLE, 1.35),
    "pay -l": (["pay", TITLES[0], "-l", "Austin, TX"], TABLE, None),
    "compare": (["compare", *TITLES], TABLE, None),
}
TAB = {"_CSCAREER_COMPLETE": "complete_bash", "COMP_WORDS": "cscareer role custo", "COMP_CWORD": "2"}


def cost(command: list[str], environment: dict[str, str] | None = None) -> float:
    """Seconds of processor time, user and system, of one run."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, stdout=subprocess.DEVNULL, check=True, env=environment)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main() -> None:
    """Prints a row for each command."""
    with tempfile.TemporaryDirectory() as folder:
        hello = Path(folder) / "hello.py"
        hello.write_text(HELLO, encoding="utf-8")
        # Nobody's profile or data of their own takes part.
        plain = {**os.environ, "HOME": folder, "XDG_DATA_HOME": folder}
        plain |= {"PYTHONPYCACHEPREFIX": str(Path(folder) / "bytecode"), "PYTHONDONTWRITEBYTECODE": ""}
        runs = {name: ([sys.executable, str(hello), *words], plain) for name, words in BASES.items()}
        for name, (words, _, _) in COMMANDS.items():
            runs[name] = ([*OURS, *words], plain if words else plain | TAB)
        least = dict.fromkeys(runs, float("inf"))
        for _ in range(RUNS):
            for name, (command, environment) in runs.items():
                least[name] = min(least[name], cost(command, environment))
    print(f"{'command':<28}{'ms':>6}{'ratio':>8}{'at most':>9}  against")
    for name in BASES:
        print(f"{name:<28}{least[name] * 1000:>6.0f}{1:>8.2f}")
    for name, (_, base, limit) in COMMANDS.items():
        ratio = least[name] / least[base]
        print(f"{name:<28}{least[name] * 1000:>6.0f}{ratio:>8.2f}{limit or '':>9}  {base}")


if __name__ == "__main__":
    main()
