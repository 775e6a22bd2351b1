"""Processor time of a local look-up: as a ratio to `roles --json`, and with the wages of 830 occupations imported.

Of each command the least of 15 runs counts, taken in turns.
"""

import os
import tempfile
from pathlib import Path

from importing import many_occupations
from startup import OURS, RUNS, cost

LOOKUP = ["pay", "customer service specialist", "-l", "Austin, TX", "--json"]
BY_ZIP = ["pay", "customer service specialist", "-l", "78701", "--json"]
OFFER = ["offer", "46000", "--role", "customer service specialist", "-l", "Columbus, OH", "--json"]


def main() -> None:
    """Prints a row for each command."""
    with tempfile.TemporaryDirectory() as folder:
        many = Path(folder) / "data"
        many_occupations(many)
        os.environ["XDG_DATA_HOME"] = folder
        commands = {
            "roles --json": [*OURS, "roles", "--json"],
            "pay -l (city)": [*OURS, *LOOKUP],
            "pay -l (ZIP)": [*OURS, *BY_ZIP],
            "offer": [*OURS, *OFFER],
            "pay -l, 830": [*OURS, "--data-dir", str(many), *LOOKUP],
        }
        least = dict.fromkeys(commands, float("inf"))
        for _ in range(RUNS):
            for name, command in commands.items():
                least[name] = min(least[name], cost(command))
    bases = {"pay -l, 830": ("pay -l (city)", 1.05)}
    print(f"{'command':<16}{'ms':>8}{'ratio':>8}{'at most':>9}  to")
    for name, seconds in least.items():
        base, limit = bases.get(name, ("roles --json", 1.15 if name.startswith("pay") else None))
        print(f"{name:<16}{seconds * 1000:>8.0f}{seconds / least[base]:>8.2f}{limit or '':>9}  {base}")


if __name__ == "__main__":
    main()
