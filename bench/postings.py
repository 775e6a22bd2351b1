"""Job ads per second of processor time in `posting --stream`'s reading and judging, on one core, and how memory stays.

`bench/postings.py [FILE.jsonl]` takes ads of a job board; without a file, ads of our own in tests/ are put together again
and again, each with a number of its own so that none is the same.
"""

import json
import resource
import sys
import time
from datetime import date
from pathlib import Path
from typing import Any

from cscareer.catalog.loading import load_catalog
from cscareer.documents.ads import of_record
from cscareer.jobs.posting import PostingReader

OWN = Path(__file__).parents[1] / "tests" / "skills" / "told" / "ads"
RUNS = (300, 1_000, 3_000)


def records() -> list[dict[str, Any]]:
    """The ads to read."""
    if len(sys.argv) > 1:
        return [json.loads(line) for line in Path(sys.argv[1]).read_text(encoding="utf-8").splitlines()]
    files = [path for path in sorted(OWN.iterdir()) if path.suffix in {".txt", ".md"}]
    return [
        {"title": path.stem[3:].replace("-", " "), "description": path.read_text(encoding="utf-8")}
        for path in files
    ]


def main() -> None:
    """Prints a row for each number of ads."""
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
