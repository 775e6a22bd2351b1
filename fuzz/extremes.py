"""Inputs of a hundred thousand bytes made to take long: one thing many times over, nested, or almost what a pattern wants."""

import io
import json
import random
import re
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from contextlib import suppress
from functools import cache
from typing import Any

import yaml
from checks import ROOT
from mutating import MOST

_FEW = 24  # sentences of the data, and lines of a seed, that are drawn for a reader
_UNPACKED = 60  # times as much inside an archive, which packs what repeats
_AGAIN = (
    " ", "a", "a ", "1", "1,", "1.", "- ", "-", "\n", "\n\n", "\t", ",", ", ", ";", ":", "a:", ". ", "/", "(", "[", "{", "{}", "{},", "<p>",
    "<div>", "<li>a", "</p>", "<aside>", "=?utf-8?q?=61?= ", "a*0*=x;", "&", "&amp;", "&#8238;", "\\", '"', '""', "'", "*", "# ", "#", "_", "|", "$", "$1 ", "$1-$2 ", "$1k - ", "1 hour ",
    "- {}\n", "- a\n", "a: {}\n", "[]\n", "{}\n", "Skills\n", "EXPERIENCE\n", "## Work\n", "SQL, ", "sql ", "SQL (expert) ", "not ", "no ", "and ", "of the ",
    "years of experience ", "5 years ", "Jan 2019 - ", "2019-", "2019 to 2020, ", "Jan 2019 - Mar 2020\n", "1/2/2020 ", "Customer Service Manager ",
    "Customer Service Manager, ", "Manager at ", "Sr. ", "Austin, TX ", "Austin, ", "St. ", "Springfield ", "coached ", "coached agents and ", "trained a team of ",
    "must have ", "preferred ", "at least ", "up to ", "http://", "a@b.", "e\u0301", "\u202e", "\ufb03", "\u00b2", "\u0663", "\U0001f642", "\ud7ff", "\u3000",
)  # fmt: skip


def extremes(seeds: Sequence[bytes], dice: random.Random) -> Iterator[bytes]:
    """Such inputs for a reader with these seeds, each at most as long as one that may take two seconds."""
    texts = [seed for seed in seeds if not seed.startswith((b"PK", b"%PDF", b"PAR1", b"\x1f\x8b"))]
    for again in _AGAIN:
        yield _filled(again.encode())
    for sentence in _drawn(_sentences(), dice):
        words = sentence.split()
        yield _filled(f"{sentence} ".encode())
        yield _filled(f"{' '.join(words[: len(words) // 2])} ".encode())
        yield _filled(f"{dice.choice(words or ['a'])} ".encode())
    for depth in (b"[", b'{"a":', b"(", b"<b>", b"- ", b"> ", b"  - a:\n"):
        yield _filled(depth)
        half = MOST // 2 // len(depth)
        closed = {b"[": b"]", b'{"a":': b"}", b"(": b")"}.get(depth, b"")
        yield depth * (half - 1) + b"1" + closed * (half - 1)
    for seed in _drawn(texts, dice):
        yield _filled(seed + b"\n")
        for line in _drawn(seed.splitlines(keepends=True), dice):
            yield _with_run(seed, line)
            yield _with_run(seed, line.strip() + b" ", at=seed.find(line) + len(line.rstrip()))
        for again in _drawn(_AGAIN, dice):
            yield _with_run(seed, again.encode(), at=dice.randrange(len(seed) + 1))
        with suppress(ValueError, RecursionError):
            yield from _wider(json.loads(seed), dice)
    for seed in seeds:
        if seed.startswith(b"PK"):
            with suppress(ValueError, zipfile.BadZipFile):  # one that is broken already
                yield from _fuller(seed, dice)
        elif seed.startswith(b"%PDF"):
            yield from (_pdf(again.encode("latin-1", "replace")) for again in _drawn(_AGAIN, dice))


def _filled(again: bytes) -> bytes:
    return again * (MOST // max(1, len(again)))


def _with_run(seed: bytes, again: bytes, at: int | None = None) -> bytes:
    """A seed with a part of it, or a thing of any kind, as often as there is room for."""
    if at is None:
        at = seed.find(again)
    times = max(0, (MOST - len(seed)) // max(1, len(again)))
    return (seed[:at] + again * times + seed[at:])[:MOST]


def _drawn(those: Sequence[Any], dice: random.Random) -> list[Any]:
    return list(those) if len(those) <= _FEW else dice.sample(list(those), _FEW)


@cache
def _sentences() -> list[str]:
    """What the patterns of the data take and leave, as the data itself shows it."""
    found = [
        sentence
        for path in sorted((ROOT / "data" / "words").glob("*.yaml"))
        for sentence in _shown(yaml.load(path.read_bytes(), yaml.CSafeLoader))
    ]
    if not found:
        raise AssertionError("the data shows no sentences")
    return found


def _shown(value: Any, *, here: bool = False) -> Iterator[str]:  # noqa: ANN401  whatever YAML holds
    if isinstance(value, str) and here:
        yield value
    for key, inner in value.items() if isinstance(value, dict) else ():
        yield from _shown(inner, here=key in {"takes", "leaves"})
    for inner in value if isinstance(value, list) else ():
        yield from _shown(inner, here=here)


def _wider(value: Any, dice: random.Random) -> Iterator[bytes]:  # noqa: ANN401  whatever JSON holds
    """The same JSON with each list, and each text of it, as long as there is room for."""
    for holder, key in _places(value):
        kept = holder[key]
        size = len(json.dumps(value))
        if isinstance(kept, list):
            holder[key] = kept * max(1, (MOST - size) // (len(json.dumps(kept)) + 2))
        else:
            again = dice.choice((*_AGAIN, f"{kept} "))
            holder[key] = again * max(1, (MOST - size) // (len(json.dumps(again)) + 1))
        yield json.dumps(value).encode()[:MOST]
        holder[key] = kept


def _places(value: Any) -> Iterator[tuple[Any, Any]]:  # noqa: ANN401  the same
    pairs = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inner in list(pairs):
        if isinstance(inner, str) or (isinstance(inner, list) and inner):
            yield value, key
        yield from _places(inner)


def _fuller(seed: bytes, dice: random.Random) -> Iterator[bytes]:
    """An archive whose first sheet, or text, has an element many times over."""
    with zipfile.ZipFile(io.BytesIO(seed)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    name = next((each for each in parts if each.endswith(("word/document.xml", "sheet1.xml"))), None)
    if name is None:
        return
    whole = parts[name]
    elements = re.findall(
        rb"<(?:w:p|w:r|w:t|w:tbl|w:tr|row|c)\b[^>]*>.*?</(?:w:p|w:r|w:t|w:tbl|w:tr|row|c)>", whole, re.DOTALL
    )
    for element in [*_drawn(elements[:200], dice)[:6], b"<w:p>", b"<w:r>", b"<w:br/>", b"<w:tab/>"]:
        at = whole.find(element) if element in whole else whole.find(b"<w:p")
        many = whole[:at] + element * (MOST * _UNPACKED // len(element)) + whole[at:]
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
            for each, content in parts.items():
                archive.writestr(each, many if each == name else content)
        if len(out.getvalue()) <= MOST:
            yield out.getvalue()


def _pdf(again: bytes) -> bytes:
    """A page that shows a text as often as a packed stream of this size holds."""
    escaped = again.replace(b"\\", rb"\\").replace(b"(", rb"\(").replace(b")", rb"\)").replace(b"\n", rb"\n")
    shown = b"BT /F1 9 Tf 1 0 0 1 9 700 Tm " + b"(" + escaped + b") Tj 0 -9 Td "
    stream = zlib.compress((shown + b"(" + escaped + b") Tj T* ") * (MOST * 5 // len(shown)), 9)
    objects = (
        b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d/Filter/FlateDecode>>stream\n%s\nendstream" % (len(stream), stream),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    )  # fmt: skip
    out, places = b"%PDF-1.4\n", []
    for number, each in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj%s endobj\n" % (number, each)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return (
        out
        + b"xref\n0 6\n0000000000 65535 f \n%strailer<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF"
        % (table, len(out))
    )
