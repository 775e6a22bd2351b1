"""Makes data/titles/ from the titles O*NET lists: endings of titles, each with the occupation most of them belong to."""

import csv
import gzip
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

from cscareer.titles.normalizing import words_of
from cscareer.titles.occupations import BETWEEN, ENDINGS, MOST_WORDS, OCCUPATIONS, longest_ending, singular

_WEIGHTS = {"occupation": 4, "reported": 2, "alternate": 1}
_BRACKETS = re.compile(r"(.+?) \((.+)\)\Z")
_LEAST = 2  # titles with an ending, unless it is a whole title


def import_titles(source: Path, folder: Path) -> tuple[int, int]:
    """Writes endings.csv and occupations.csv into a folder; returns how many of each.

    Args:
        source: CSV with the columns occupation, onet_soc, title and kind, gzipped.
        folder: where to write; made when missing.
    """
    names: dict[str, str] = {}
    counts: dict[tuple[str, ...], Counter[str]] = defaultdict(Counter)
    support: Counter[tuple[str, ...]] = Counter()
    whole: set[tuple[str, ...]] = set()
    for code, detailed, title, kind in _rows(source):
        if kind == "occupation" and (detailed.endswith(".00") or code not in names):
            names[code] = title
        for words in _written(title):
            whole.add(tuple(words[-MOST_WORDS:]))
            for start in range(max(0, len(words) - MOST_WORDS), len(words)):
                ending = tuple(words[start:])
                counts[ending][code] += _WEIGHTS[kind]
                support[ending] += 1
    endings = _pruned(counts, support, whole)
    folder.mkdir(parents=True, exist_ok=True)
    of_each: dict[str, list[str]] = defaultdict(list)
    for each, code in sorted(endings.items()):
        of_each[code].append(each)
    lines = [f"{code},{BETWEEN.join(of_each[code])}\n" for code in sorted(of_each)]
    (folder / ENDINGS).write_text("occupation,endings\n" + "".join(lines), encoding="utf-8")
    with (folder / OCCUPATIONS).open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("code", "title"))
        writer.writerows(sorted(names.items()))
    return len(endings), len(names)


def _rows(source: Path) -> Iterator[tuple[str, str, str, str]]:
    with gzip.open(source, "rt", encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            yield row["occupation"], row["onet_soc"], row["title"], row["kind"]


def _written(title: str) -> Iterator[list[str]]:
    """The words of a title, and of what it says in brackets, which writes the same out or short."""
    match = _BRACKETS.match(title)
    for each in match.groups() if match else (title,):
        words = words_of(each)
        if words:
            yield singular(words)


def _pruned(
    counts: Mapping[tuple[str, ...], Counter[str]],
    support: Mapping[tuple[str, ...], int],
    whole: set[tuple[str, ...]],
) -> dict[str, str]:
    """The endings that say something other than the longest ending of theirs that is kept."""
    kept: dict[str, str] = {}
    for ending in sorted(counts, key=lambda words: (len(words), words)):
        if support[ending] < _LEAST and ending not in whole:
            continue
        most, votes = min(counts[ending].items(), key=lambda item: (-item[1], item[0]))
        if len(ending) == 1 and votes * 4 < sum(counts[ending].values()) and ending not in whole:
            continue  # a last word that every second occupation has says nothing
        below = longest_ending(kept, ending[1:])
        if below is None or below[0] != most:
            kept[" ".join(ending)] = most
    return kept
