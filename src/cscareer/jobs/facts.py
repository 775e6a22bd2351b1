"""The facts of an ad: what the job is called, whose it is, where and how one works, and what the employer gives."""

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from cscareer.catalog.loading import Catalog
from cscareer.catalog.models import Model
from cscareer.catalog.posting_models import FactKind, PostingFact
from cscareer.jobs.ad import Ad
from cscareer.jobs.parts import AdParts
from cscareer.jobs.phrases import RowPhrases, Words
from cscareer.titles.reading import TitleReader, TitleReading

WorkMode = Literal["remote", "hybrid", "on-site"]

_HEAD = 12  # lines among which the title stands
_LONGEST_TITLE = 120
_MOST_WORDS = 14
_SHORTEST = 3  # letters; no title is shorter
_CUT = re.compile(
    r"\s?\*{2,}\s?|\s[|•~]\s|\s{2,}|\s(?:[-–—]{1,3}|@|in|at|with)\s|\s?\*{2,}\s?|!{1,3}|\s?\(|:\s|,\s"
)
_TITLE_LABEL = re.compile(
    r"^\W{0,3}(?:job title|position title|position|title|role|opening|job|hiring|now hiring|subject)\s*[:–—-]\s*(.{3,100})",
    re.IGNORECASE,
)
_COMPANY_LABEL = re.compile(
    r"\b(?:company|employer|organization|hiring organization|agency)(?: name)?\s*:\s*([^|•~;\n]{2,60}?)(?:\s{2,}|$|[|•~;])",
    re.IGNORECASE,
)
_NAME = r"[A-Z][\w&.'’-]*(?:[ ,]{1,2}(?:&|and|of|the|[A-Z][\w&.'’-]*)){0,5}"
_SAYS_WHO = re.compile(
    rf"\b(?:At|Join|About|Why|[Tt]hrough|Apply to) ({_NAME})(?=[,:.!]|\s(?:is|we|our|you|and|has)\b|$)|^({_NAME}) (?:is (?:a|an|the|hiring|looking|seeking|searching|helping)|needs|seeks|makes|sells|has been|was founded|offers|provides|serves)\b"
)
_LEGAL = re.compile(rf"\b({_NAME},? (?:Inc|LLC|L\.L\.C|Corp|Corporation|Ltd|LLP|PLC|L\.P|P\.C))\b\.?")
_KIND = re.compile(
    rf"\b({_NAME} (?:Co-op|Company|Group|Authority|Hospital|Bank|Credit Union|University|Hotels?|Insurance|Museum|Center|Partners|Transit|Clinic|Health|Agency|Staffing|Technologies|Department))\b"
)
_NO_TITLE = re.compile(
    r"\b(?:department|museum|bank|city of|county of|hospital|authority|inc|llc|university)\b|[$]\d",
    re.IGNORECASE,
)
_NO_NAMES = frozenset(
    {
        "us",
        "the",
        "our team",
        "you",
        "the role",
        "the job",
        "the position",
        "this role",
        "the company",
        "the team",
        "we",
        "our",
        "it",
        "work",
        "this",
        "what you",
        "you will",
        "job",
        "why",
        "about",
        "benefits",
        "candidates",
        "responsibilities",
        "requirements",
        "customer",
        "customers",
        "home",
        "least",
    }
)
_EMPLOYMENT = {
    "full_time": "full-time",
    "part_time": "part-time",
    "contractor": "contract",
    "temporary": "temporary",
    "intern": "internship",
    "per_diem": "temporary",
}
_SOUND = 0.6  # confidence from which a line is taken for a title
_LIKELY = 0.34


class SaidFact(Model):
    """A fact of an ad, with the words that tell it."""

    value: str
    quote: str
    line: int | None


class AdHead(NamedTuple):
    """What stands above an ad: its title and the reading of that, and whose job it is."""

    title: str | None
    reading: TitleReading | None
    company: str | None


class FactReader:
    """Reads facts; what it needs of the catalog is made ready once."""

    def __init__(self, catalog: Catalog) -> None:
        self._book = RowPhrases[PostingFact](catalog.posting_facts.values())
        self._titles = catalog.once(TitleReader)

    def head(self, ad: Ad) -> AdHead:
        """The title and the employer of an ad."""
        title, reading = self._title(ad)
        return AdHead(title, reading, ad.fields.company or _company(ad, title))

    def _title(self, ad: Ad) -> tuple[str | None, TitleReading | None]:
        if ad.fields.title:
            return ad.fields.title, self._titles.read(ad.fields.title)
        if labelled := next(
            (match[1] for line in ad.said[:40] if (match := _TITLE_LABEL.match(line.text))), None
        ):
            reading = self._titles.read(_bare(labelled))
            if reading.kind != "unknown":
                return _bare(labelled), reading
        best: tuple[float, str, TitleReading] | None = None
        for place, line in enumerate(ad.said[:_HEAD]):
            for said in _title_parts(line.text):
                reading = self._titles.read(said)
                if reading.kind == "unknown" or reading.confidence < _LIKELY:
                    continue
                if _NO_TITLE.search(said):
                    continue
                ours = reading.kind in {"role", "several", "customer-service"}
                score = reading.confidence + (0.3 if ours else 0) - place * 0.1
                if best is None or score > best[0]:
                    best = score, said, reading
        if best:
            return best[1], best[2]
        first = next((_bare(line.text) for line in ad.said[:1] if len(line.text) <= _LONGEST_TITLE), None)
        return first, self._titles.read(first) if first else None

    def facts(self, parts: AdParts) -> dict[FactKind, list[tuple[PostingFact, SaidFact]]]:
        """What the words of an ad say of each kind of fact, in the text's order."""
        found: dict[FactKind, list[tuple[PostingFact, SaidFact]]] = {kind: [] for kind in FactKind}
        for hit, where in parts.find(PostingFact):
            fact = SaidFact(value=hit.row.value, quote=where.quote, line=where.line.number)
            found[hit.row.fact].append((hit.row, fact))
        title = parts.ad.fields.title
        if title:
            for hit in self._book.find(Words(title)):
                found[hit.row.fact].insert(
                    0, (hit.row, SaidFact(value=hit.row.value, quote=title, line=None))
                )
        return found


def best_of(found: list[tuple[PostingFact, SaidFact]]) -> SaidFact | None:
    """The fact that holds among several of a kind: that of the lowest rank, the first of these."""
    return min(found, key=lambda each: each[0].rank)[1] if found else None


def employment_of(ad: Ad, found: list[tuple[PostingFact, SaidFact]]) -> tuple[SaidFact, ...]:
    """Whether a job is full-time, part-time or for a time: what fields say, then what the text does, each once."""
    facts: dict[str, SaidFact] = {}
    for said in ad.fields.employment:
        value = said.strip().lower().replace("-", "_").replace(" ", "_")
        known = _EMPLOYMENT.get(value, value.replace("_", "-"))
        if known in {"full-time", "part-time", "contract", "temporary", "internship"}:
            facts.setdefault(known, SaidFact(value=known, quote=said, line=None))
    for row, fact in sorted(found, key=lambda each: each[0].rank):
        facts.setdefault(row.value, fact)
    return tuple(facts.values())


def _title_parts(text: str) -> Iterator[str]:
    if len(text) > 3 * _LONGEST_TITLE:
        text = text[: 2 * _LONGEST_TITLE]
        text = re.split(r"[.!?]\s", text)[0]
    whole = _bare(text)
    if len(whole.split()) > _MOST_WORDS and len(whole) <= 2 * _LONGEST_TITLE:
        yield from (
            part.strip(" *")
            for part in _CUT.split(whole)
            if part and _SHORTEST < len(part.strip(" *")) <= _LONGEST_TITLE / 2
        )
    if 0 < len(whole) <= _LONGEST_TITLE and len(whole.split()) <= _MOST_WORDS and not whole.endswith("."):
        yield whole
        for part in _CUT.split(whole):
            if part and part.strip() != whole and len(part.strip()) > _SHORTEST:
                yield part.strip()


def _bare(text: str) -> str:
    return re.sub(
        r"\s*\((?:req|job|ref|id|posting)\.?[^()]{0,40}\)|\s+",
        lambda match: " " if match[0].isspace() else "",
        text,
        flags=re.IGNORECASE,
    ).strip(" *_#:>-–—<|~!•")


def _company(ad: Ad, title: str | None) -> str | None:
    """The employer that the words of an ad name: by a label, a legal form, or a sentence of who they are."""
    for line in ad.said[:60]:
        if match := _COMPANY_LABEL.search(line.text):
            return match[1].strip()
    for line in ad.said:
        if match := _LEGAL.search(line.text[:4000]):
            return re.sub(r"^.{0,20}Description:?\s?", "", match[1].strip())
    for line in ad.said[:_HEAD]:
        if (match := _KIND.search(line.text[:_LONGEST_TITLE])) and match[1] not in (title or ""):
            return match[1].strip()
    for line in ad.said:
        for match in _SAYS_WHO.finditer(line.text[:4000]):
            name = (match[1] or match[2]).strip(" ,.")
            if name.lower() not in _NO_NAMES and name.split()[0].lower() not in _NO_NAMES:
                return name
    return _beside_title(ad, title)


def _beside_title(ad: Ad, title: str | None) -> str | None:
    """A name that stands with the title or right below it, before a dash or a place: "Tallgrass Water - Lincoln"."""
    for line in ad.said[:4]:
        text = line.text.strip(" *_#")
        if len(text) > _LONGEST_TITLE or (title and text == title):
            continue
        parts = [part.strip(" *") for part in re.split(r"\s(?:-{1,3}|[–—|·•])\s|\s{2,}|,\s", text)]
        for part in parts[: -1 if len(parts) > 1 else None]:
            if title and (part in title or title in part):
                continue
            if re.fullmatch(_NAME, part) and not re.search(
                r"(?i)remote|hybrid|full|part|time|hiring|opening|apply|urgent|job|\b[A-Z]{2}\b$", part
            ):
                return part
    return None
