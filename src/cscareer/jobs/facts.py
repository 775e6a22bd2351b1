"""The facts of an ad: what the job is called, whose it is, where and how one works, and what the employer gives."""

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from cscareer.catalog.loading import Catalog
from cscareer.catalog.models import Model
from cscareer.catalog.posting_models import FactKind, PostingFact
from cscareer.jobs.ad import Ad
from cscareer.jobs.ad_words import Words
from cscareer.jobs.employer import EmployerReader
from cscareer.jobs.parts import LONGEST_QUOTE, AdParts
from cscareer.jobs.phrases import RowPhrases
from cscareer.jobs.word_lists import any_of
from cscareer.jobs.work_hours import HoursReader, hours_a_week
from cscareer.titles.reading import TitleReader, TitleReading

WorkMode = Literal["remote", "hybrid", "on-site"]

_HEAD = 12  # lines among which the title stands
_LONGEST_TITLE = 120
_MOST_WORDS = 14
_SHORTEST = 3  # letters; no title is shorter
_CUT = re.compile(
    r"\s?\*{2,}\s?|\s[|•~]\s|\s{2,}|\s(?:[-–—]{1,3}|@|in|at|with)\s|\s?\*{2,}\s?|!{1,3}|\s?\(|:\s|,\s"
)
_LISTED = 200  # lines among which jobs are listed one by one
_LIST_OPENS = re.compile(
    r"\s*(?:\d{1,2}[.)]\s|#{1,4}\s|\*\*|(?:position|job|role|opening)\s#?\d{1,2}\s?[:.–-]\s)", re.IGNORECASE
)
_FEW_WORDS = 6  # of a title in a list
_SOUND = 0.85  # confidence from which a line of a list is a title
_BIDI = re.compile(r"[\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_AMOUNT = re.compile(
    r"[$£€]\s?\d|\bstart\w*\s\d", re.IGNORECASE
)  # of what a title's part speaks that is none
_ASIDES = re.compile(r"\s*[(),/–—-]\s*")  # parts of a title that stand by themselves: "Agent (Remote)"
_TOWN = re.compile(r"[A-Z][\w.' -]{2,30},? [A-Z]{2}")
_EMPLOYMENT = {
    "full_time": "full-time",
    "part_time": "part-time",
    "contractor": "contract",
    "temporary": "temporary",
    "intern": "internship",
    "per_diem": "temporary",
}
_SIDES = re.compile(r"\s*!+\s*|\s*\*{2,}\s*|\s+(?:[-–—|•~]{1,3})\s+")  # between the parts of a title
_GUESSED = 7  # the rank from which on words only let one guess how one works
_MOST_HOURS = 50  # a week; more is when one may be asked to work
_ENDS = " *_#:>-–—<|~!•,"


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
    several: tuple[str, ...] = ()  # the titles of the jobs that it lists, where it lists several


class FactReader:
    """Reads facts; what it needs of the catalog is made ready once."""

    def __init__(self, catalog: Catalog) -> None:
        self._book = RowPhrases[PostingFact](catalog.posting_facts.values())
        self._employers = catalog.once(EmployerReader)
        lists = catalog.posting_lists
        labels, noise = any_of(lists["title-labels"].words), any_of(lists["title-noise"].words)
        self._label = re.compile(rf"^\W{{0,3}}{labels}\s*[:–—-]\s*(.{{3,100}})", re.IGNORECASE)
        self._no_title = re.compile(any_of(lists["titles-not"].words), re.IGNORECASE)
        self._noise = re.compile(rf"\W*(?:{noise}\W*)+", re.IGNORECASE)
        self._likely = catalog.posting_measures["title-sound"].value
        self._titles = catalog.once(TitleReader)

    def head(self, ad: Ad) -> AdHead:
        """The title and the employer of an ad."""
        title, reading = self._title(ad)
        company = ad.fields.company or self._employers.name(ad, title)
        return AdHead(title, reading, company, tuple(self._listed(ad)))

    def _listed(self, ad: Ad) -> Iterator[str]:
        """The titles of the jobs that an ad numbers or heads one by one, each of another role or occupation."""
        kinds: set[object] = set()
        for line in ad.said[1:_LISTED]:
            if len(line.text) > _LONGEST_TITLE or not (opens := _LIST_OPENS.match(line.text)):
                continue
            said = self._without_noise(_bare(line.text[opens.end() :]))
            reading = self._titles.read(said) if len(said.split()) <= _FEW_WORDS else None
            if reading is None or reading.kind == "unknown" or reading.confidence < _SOUND:
                continue
            kind = reading.role or (reading.occupation.code if reading.occupation else None)
            if kind is not None and kind not in kinds:
                kinds.add(kind)
                yield said

    def _title(self, ad: Ad) -> tuple[str | None, TitleReading | None]:
        if ad.fields.title:
            return self._without_noise(ad.fields.title), self._titles.read(ad.fields.title)
        if labelled := next(
            (match[1] for line in ad.said[:40] if (match := self._label.match(line.text))), None
        ):
            said = self._without_noise(_bare(labelled))
            reading = self._titles.read(said)
            if reading.kind != "unknown":
                return said, reading
        best: tuple[float, str, TitleReading] | None = None
        for place, line in enumerate(ad.said[:_HEAD]):
            for said in _title_parts(line.text):
                reading = self._titles.read(said)
                if reading.kind == "unknown" or reading.confidence < self._likely:
                    continue
                if self._no_title.search(said) or _AMOUNT.search(said):
                    continue
                ours = reading.kind in {"role", "several", "customer-service"}
                score = reading.confidence + (0.3 if ours else 0) - place * 0.1
                if best is None or score > best[0]:
                    best = score, said, reading
        if best:
            return self._without_noise(best[1]), best[2]
        first = next((_bare(line.text) for line in ad.said[:1] if len(line.text) <= _LONGEST_TITLE), None)
        return first, self._titles.read(first) if first else None

    def _without_noise(self, title: str) -> str:
        """A title without what cries out around it: "NOW HIRING!! Cashier - $18/hr - start ASAP"."""
        parts = [part.strip(_ENDS) for part in _SIDES.split(title) if part.strip(_ENDS)]
        kept = [part for part in parts if not self._noise.fullmatch(part) and not _AMOUNT.search(part)]
        if kept and len(kept) < len(parts):
            named = [part for part in kept if not _TOWN.fullmatch(part)]
            bare = " - ".join(named or kept)
        else:
            bare = title
        opening = self._noise.match(bare)
        rest = bare[opening.end() :].strip(_ENDS) if opening else ""
        return rest if len(rest) > _SHORTEST else bare

    def facts(
        self, parts: AdParts, title: str | None = None, company: str | None = None
    ) -> dict[FactKind, list[tuple[PostingFact, SaidFact]]]:
        """What the words of an ad say of each kind of fact, in the text's order; the name of the employer says nothing."""
        found: dict[FactKind, list[tuple[PostingFact, SaidFact]]] = {kind: [] for kind in FactKind}
        for hit, where in parts.find(PostingFact):
            if company and _is_of_name(where.line.text, hit.start, company):
                continue
            at = max(hit.start - where.begins, 0)
            if hit.row.fact is FactKind.EMPLOYER_PART and parts.preferred.says(where.sentence, at):
                continue  # "nice to have: health insurance background" promises none
            fact = SaidFact(value=hit.row.value, quote=where.quote, line=where.line.number)
            found[hit.row.fact].append((hit.row, fact))
        if title:
            for hit in self._book.find(Words(_ASIDES.sub(". ", title))):
                found[hit.row.fact].insert(
                    0, (hit.row, SaidFact(value=hit.row.value, quote=title, line=None))
                )
        return found


def _is_of_name(text: str, start: int, name: str) -> bool:
    """Whether a place of a text lies within a name: "Meridian Health Plan" promises no health plan."""
    begins = text.rfind(name, 0, start + len(name))
    return begins >= 0 and begins <= start < begins + len(name)


def mode_of(ad: Ad, found: list[tuple[PostingFact, SaidFact]]) -> SaidFact | None:
    """How one works: by the ad's words, by its field where these only let it guess."""
    in_field = SaidFact(value="remote", quote="remote", line=None) if ad.fields.remote else None
    said = [each for each in found if in_field is None or each[0].rank < _GUESSED]
    return best_of(said) or in_field


def best_of(found: list[tuple[PostingFact, SaidFact]]) -> SaidFact | None:
    """The fact that holds among several of a kind: that of the lowest rank, the first of these."""
    return min(found, key=lambda each: each[0].rank)[1] if found else None


def by_hours(
    ad: Ad, reader: HoursReader, weekly: float | None, full_from: float, part_to: float
) -> SaidFact | None:
    """Whether a job is full-time or part-time by the hours a week that an ad states, else by its days and times of day."""
    for line in ad.said:
        stated = hours_a_week(line.text) if weekly is not None else None
        hours, quote = (
            (stated, line.text)
            if stated is not None
            else reader.of_schedule(line.text) or reader.of_days(line.text) or (None, "")
        )
        if hours is not None and full_from <= hours <= _MOST_HOURS:
            return SaidFact(value="full-time", quote=quote[:LONGEST_QUOTE].strip(), line=line.number)
        if hours is not None and hours <= part_to:
            return SaidFact(value="part-time", quote=quote[:LONGEST_QUOTE].strip(), line=line.number)
    return None


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
            is_cut = ")" in part and "(" not in part  # what stood in brackets names no job
            if part and part.strip() != whole and len(part.strip()) > _SHORTEST and not is_cut:
                yield part.strip()


def _bare(text: str) -> str:
    return re.sub(
        r"\s*\((?:req|job|ref|id|posting)\.?[^()]{0,40}\)|\s+",
        lambda match: " " if match[0].isspace() else "",
        _LIST_OPENS.sub("", _BIDI.sub("", text), 1),
        flags=re.IGNORECASE,
    ).strip(" *_#:>-–—<|~!•")
