"""Megabytes of text per second in which skills are found, with all skills of the guide and on one core.

The text is made of sentences of resumes and ads, most of which name no skill, shuffled and repeated. A real text can be
given: `bench/finding.py FILE.jsonl` takes the descriptions of job ads, `bench/finding.py FOLDER` the resumes (.txt, .md) in a
folder, each read by itself, for names and deeds.
"""

import json
import random
import resource
import sys
import time
from pathlib import Path

from cscareer.catalog.loading import load_catalog
from cscareer.skills.finding import TextLine, find_skills
from cscareer.skills.reading import read_resume_skills

RUNS = 5
MEGABYTES = 4
SENTENCES = (
    "Answered fifty calls a day for a regional water company and kept the notes up to date.",
    "Advanced Excel; basic SQL; 5 years of Zendesk.",
    "Moved to the billing desk in 2021 after two years on the phones.",
    "- Calmed upset customers and solved problems with orders, invoices and late deliveries",
    "Worked Monday to Friday in a hybrid office with a team of nine.",
    "Opened and closed the store, counted the till and placed the weekly order with suppliers.",
    "Excellent written and verbal communication skills, attention to detail, fast-paced environment.",
    "We are an equal opportunity employer and offer health insurance and paid time off.",
    "Graduated from Lakeside Community College with an associate degree in business.",
    "",
)


def made_up_lines() -> list[TextLine]:
    """Lines of a made-up text."""
    chance = random.Random(1)  # noqa: S311  the same text on every run
    lines: list[TextLine] = []
    size = 0
    while size < MEGABYTES * 1_000_000:
        text = chance.choice(SENTENCES)
        lines.append(TextLine(len(lines) + 1, text))
        size += len(text) + 1
    return lines


def lines_of_ads(path: Path) -> list[TextLine]:
    """Lines of job ads, repeated until there are enough of them."""
    ads = [json.loads(line)["description"] for line in path.read_text(encoding="utf-8").splitlines()]
    times = MEGABYTES * 1_000_000 // sum(map(len, ads)) + 1
    texts = [text for ad in ads * times for text in ad.splitlines()]
    return [TextLine(number, text) for number, text in enumerate(texts, 1)]


def measure_resumes(folder: Path) -> None:
    """Prints how fast resumes are read for names and deeds: once none was met before, and once all were."""
    files = sorted(file for file in folder.iterdir() if file.suffix in {".txt", ".md"})
    texts = [file.read_text(encoding="utf-8") for file in files]
    resumes = [
        [TextLine(number, line) for number, line in enumerate(text.splitlines(), 1) if line.strip()]
        for text in texts
    ]
    size = sum(len(text.encode()) for text in texts) / 1_000_000
    catalog = load_catalog(environment={})
    seconds: list[float] = []
    read_resume_skills(catalog, [TextLine(1, "")], near=True)
    for _ in range(RUNS + 1):
        begin = time.process_time()
        for resume in resumes:
            read_resume_skills(catalog, resume, near=True)
        seconds.append(time.process_time() - begin)
    for name, least in (("first met", seconds[0]), ("met again", min(seconds[1:]))):
        print(f"{name:<12}{size:>8.3f} MB{least:>9.4f} s{size / least:>7.2f} MB/s")


def main() -> None:
    """Prints a row for each way of looking."""
    if len(sys.argv) > 1 and Path(sys.argv[1]).is_dir():
        measure_resumes(Path(sys.argv[1]))
        return
    lines = lines_of_ads(Path(sys.argv[1])) if len(sys.argv) > 1 else made_up_lines()
    size = sum(len(line.text.encode()) + 1 for line in lines) / 1_000_000
    catalog = load_catalog(environment={})
    find_skills(catalog, lines[:1])
    print(f"{'':<12}{'MB':>6}{'seconds':>9}{'MB/s':>7}{'skills':>8}")
    for near in (False, True):
        least = float("inf")
        for _ in range(RUNS):
            begin = time.process_time()
            found = find_skills(catalog, lines, near=near)
            least = min(least, time.process_time() - begin)
        name = "with nearly" if near else "exact"
        print(f"{name:<12}{size:>6.1f}{least:>9.2f}{size / least:>7.2f}{len(found):>8}")
    print(f"most memory: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB")


if __name__ == "__main__":
    main()
