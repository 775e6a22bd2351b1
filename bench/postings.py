"""Job ads per second of processor time in `posting --stream`'s reading and judging, on one core, and how memory stays.

`bench/postings.py [FILE.jsonl]` takes ads of a job board; without a file, ads of our own in tests/ are put together again
and again, each with a number of its own so that none is the same. `bench/postings.py --memory COUNT` reads so many ads, each made
up afresh of sentences, towns, amounts and words that no other has, and says how the memory grows.
"""

import json
import random
import resource
import sys
import time
from datetime import date
from pathlib import Path
from typing import Any

from cscareer.catalog.loading import load_catalog
from cscareer.documents.ads import of_record
from cscareer.jobs.posting import PostingReader
from cscareer.pay.statistics import Statistics

OWN = Path(__file__).parents[1] / "tests" / "skills" / "told" / "ads"
RUNS = (300, 1_000, 3_000)
SHARE = 0.4  # of the sentences that a made-up ad has
TITLES = (
    "Customer Service Representative",
    "Call Center Agent",
    "Help Desk Technician",
    "Account Manager",
    "Receptionist",
    "Client Success Manager",
)
SENTENCES = (
    "You answer about 60 calls and chats a day and note each in Salesforce.",
    "High school diploma or GED required; a year of customer service.",
    "Spanish is a plus.",
    "Calm upset callers and explain charges on the bill.",
    "Rotating weekends, 10 a.m. to 7 p.m.",
    "A background check comes with the offer.",
    "Medical, dental and vision from day one, 401(k) match, 15 days of paid time off.",
    "Process orders and returns, and follow up until they arrive.",
    "A $500 sign-on bonus after 90 days, and $1.25 an hour more for nights.",
    "We are an equal opportunity employer.",
    "Hybrid: three days in the office.",
    "Zendesk and Excel, two years.",
)


def records() -> list[dict[str, Any]]:
    """The ads to read."""
    if len(sys.argv) > 1:
        return [json.loads(line) for line in Path(sys.argv[1]).read_text(encoding="utf-8").splitlines()]
    files = [path for path in sorted(OWN.iterdir()) if path.suffix in {".txt", ".md"}]
    return [
        {"title": path.stem[3:].replace("-", " "), "description": path.read_text(encoding="utf-8")}
        for path in files
    ]


def made_up(chance: random.Random, towns: list[str], at: int) -> dict[str, Any]:
    """An ad as no other: a town, a title, amounts, and words that stand nowhere else."""
    low = chance.randrange(1500, 3500) / 100
    own = " ".join(
        f"{chance.choice('bcdfglmnprst')}{chance.choice('aeiou')}{chance.randrange(36**4):x}"
        for _ in range(30)
    )
    said = [sentence for sentence in SENTENCES if chance.random() < SHARE]
    chance.shuffle(said)
    text = (
        f"Pay: ${low:.2f} - ${low + chance.randrange(1, 9):.2f} per hour.\n"
        + "\n".join(said)
        + f"\nAbout us: {own}."
    )
    return {
        "id": str(at),
        "title": chance.choice(TITLES),
        "company": f"{own[:9].title()} {chance.choice(('Inc', 'LLC', 'Bank', 'Health'))}",
        "location": chance.choice(towns),
        "description": text,
    }


def measure_memory(count: int) -> None:
    """Prints the most memory the process took after ever more ads."""
    catalog = load_catalog(environment={})
    reader = PostingReader(catalog, None, date(2026, 11, 27))
    towns = [area.name for area in catalog.once(Statistics).gazetteer.areas.values() if area.name]
    chance = random.Random(14)  # noqa: S311  the same ads on every run
    steps = {count * step // 10 for step in range(1, 11)} | {1_000}
    print("| ads | MB |\n|---:|---:|")
    for at in range(1, count + 1):
        reader.line(of_record(made_up(chance, towns, at), "ads"), at).model_dump_json()
        if at in steps:
            print(f"| {at:,} | {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} |", flush=True)


def main() -> None:
    """Prints a row for each number of ads."""
    if sys.argv[1:2] == ["--memory"]:
        measure_memory(int(sys.argv[2]))
        return
    ads = records()
    reader = PostingReader(load_catalog(environment={}), None, date(2026, 11, 27))
    for at, each in enumerate(ads):
        reader.line(of_record(each, "ads"), at)  # what is made ready once
    size = sum(len(str(each.get("description"))) for each in ads) / len(ads)
    print(f"{len(ads)} ads of {size / 1000:.1f} kB each")
    print("| ads | seconds | ads/s | MB |\n|---:|---:|---:|---:|")
    for count in RUNS:
        began = time.process_time()
        for at in range(count):
            each = ads[at % len(ads)]
            text = f"{each.get('description')}\nReference {at}."
            reader.line(of_record({**each, "description": text}, "ads"), at).model_dump_json()
        taken = time.process_time() - began
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        print(f"| {count:,} | {taken:.1f} | **{count / taken:.0f}** | {memory} |")


if __name__ == "__main__":
    main()
