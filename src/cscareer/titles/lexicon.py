"""The words by which titles are read, made ready once for many titles."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from cscareer.catalog.loading import Catalog
from cscareer.catalog.lookup import names_of
from cscareer.catalog.remembering import Kept
from cscareer.catalog.title_models import TitleRule
from cscareer.titles.normalizing import TitlePart, words_of

_MOST_REMEMBERED = 10_000  # decisions; a MB or two
_GRADE = re.compile(r"[lt]?\d{1,2}|[ivl]{1,3}")  # "III", "2", "L1"; an l is a mistyped i
_LONGEST_NEAR = 5  # words of a near job's name
TELLING = 5  # letters; a shorter word is near to too many others
TRADES = "trades"
SERVICE_SUBJECTS = ("service", "center", "chat", "experience", "escalation")
Phrase = tuple[str, ...]


@dataclass(slots=True)
class Seen:
    """What stands in a part of a title: classes of words as bits, words nobody knows, and the phrases that were found."""

    words: list[str]
    joined: bool
    classes: int = 0
    unknown: list[str] = field(default_factory=list)
    phrases: list[tuple[int, str]] = field(default_factory=list)
    near_job: str | None = None
    near_words: int = 0  # that name it
    subject_last: bool = False  # nothing but noise and rank follows what the work is
    core: list[str] = field(default_factory=list)  # the words but for noise
    named: int = 0  # of those, how many stand before a grade that ends them: two of "software engineer i"

    @property
    def job(self) -> list[str]:
        """The words but for noise, and for a grade that ends them."""
        return self.core[: self.named]


@dataclass(frozen=True, slots=True)
class WordRule:
    """A rule as bits; `bare` when none of its words says what the work is."""

    entry: TitleRule
    every: int
    any: int
    without: int
    allowed: int  # beside which nothing may stand; 0 when anything may
    bare: bool

    def takes(self, classes: int, *, unknown: bool) -> bool:
        """Whether it decides about these classes of words."""
        return (
            classes & self.every == self.every
            and not classes & self.without
            and (not self.any or bool(classes & self.any))
            and (not self.allowed or (not unknown and not classes & ~self.allowed))
        )


class TitleLexicon:
    """Phrases, abbreviations and rules of the data; finds them in the parts of a title."""

    def __init__(self, catalog: Catalog) -> None:
        words = catalog.title_words
        self.bits = {key: 1 << place for place, key in enumerate(words)}
        self.kinds = {
            kind: sum(self.bits[key] for key, entry in words.items() if entry.kind == kind)
            for kind in ("subject", "function", "rank", "other", "noise")
        }
        # Subjects that make customer service of whatever is done there.
        self.service = sum(self.bits.get(key, 0) for key in SERVICE_SUBJECTS)
        self.anywhere = sum(self.bits[key] for key, entry in words.items() if entry.anywhere)
        self._not_in_trades = sum(self.bits[key] for key, entry in words.items() if entry.no_trades)
        self._senior = self.bits.get("senior", 0)
        self._short: dict[Phrase, tuple[list[str], bool]] = {
            tuple(entry.id.split("-")): (entry.means.split(), entry.alone)
            for entry in catalog.title_abbreviations.values()
        }
        self._short_starts = {phrase[0]: len(phrase) for phrase in self._short}
        self._phrases: dict[str, int] = {}
        self._longest: dict[str, int] = {}
        self._near: dict[str, str] = {}
        for key, entry in words.items():
            for phrase in entry.words:
                self._add(phrase, self.bits[key])
        for job in catalog.near_jobs.values():
            for name in (job.title, *job.names):
                self._near[self._add(name, 0)] = job.id
        steps = [key for key in ("senior", "step", "junior") if key in words]
        self._grades = frozenset(
            phrase for key in steps for phrase in words[key].words if _GRADE.fullmatch(phrase.split()[-1])
        )
        self._subjects, self._noise, self._ranks = (self.kinds[kind] for kind in ("subject", "noise", "rank"))
        above = [
            key for key in words if words[key].kind == "rank" and key not in {"senior", "step", "junior"}
        ]
        accounts = [
            key for key in ("account", "technical-accounts") if key in words
        ]  # their phrases end with who it is
        self._persons = self.kinds["function"] | self.kinds["other"] | self._mask([*above, *accounts])
        self.rules = tuple(self._rule(entry) for entry in catalog.title_rules.values())
        self.beside = tuple(rule for rule in self.rules if rule.entry.beside)
        self._decided: Kept[tuple[int, bool, bool], WordRule | None] = Kept(_MOST_REMEMBERED)
        self.vocabulary = tuple(
            sorted({word for phrase in self._phrases for word in phrase.split() if len(word) >= TELLING})
        )

    def _add(self, phrase: str, bit: int) -> str:
        folded = " ".join(words_of(phrase)) or phrase.casefold()
        written_out = self.written_out(folded.split(), alone=False)
        for words in (folded.split(), written_out):
            written = " ".join(words)
            self._phrases[written] = self._phrases.get(written, 0) | bit
            self._longest[words[0]] = max(self._longest.get(words[0], 0), len(words))
        return " ".join(written_out)

    def _rule(self, entry: TitleRule) -> WordRule:
        every, some = self._mask(entry.every), self._mask(entry.any)
        allowed = every | some | self.kinds["rank"] | self.kinds["noise"] if entry.alone else 0
        return WordRule(
            entry,
            every,
            some,
            self._mask(entry.without),
            allowed,
            bare=not (every | some) & self.kinds["subject"],
        )

    def _mask(self, keys: Iterable[str]) -> int:
        return sum(self.bits[key] for key in keys)

    def written_out(self, words: Sequence[str], *, alone: bool) -> list[str]:
        """The words with abbreviations written out; `alone` takes those too that want to stand alone."""
        out: list[str] = []
        at = 0
        while at < len(words):
            count = self._short_starts.get(words[at], 0)
            found = self._short.get(tuple(words[at : at + count])) if count else None
            if found and (alone or not found[1]):
                out.extend(found[0])
                at += count
            else:
                out.append(words[at])
                at += 1
        return out

    def see(self, part: TitlePart, *, first: bool = True) -> Seen:
        """What stands in a part of a title; abbreviations that want to stand alone count in the first part only."""
        words = part.words
        starts = self._short_starts
        if any(word in starts for word in words):
            alone = first and all(word in starts or self._only(word, "rank", "noise") for word in words)
            words = self.written_out(words, alone=alone)
        seen = Seen(words, part.joined)
        noise, subject, rank = self._noise, self._subjects, self._ranks
        at = 0
        while at < len(words):
            for count in range(min(self._longest.get(words[at], 0), len(words) - at), 0, -1):
                phrase = words[at] if count == 1 else " ".join(words[at : at + count])
                bit = self._phrases.get(phrase)
                if bit is not None:
                    self._note(seen, phrase, bit)
                    if bit & self._persons and not seen.near_job and at:
                        self._note_longer(seen, words[: at + count])
                    if not bit & noise:
                        seen.core.extend(words[at : at + count])
                        if phrase not in self._grades:
                            seen.named = len(seen.core)
                        seen.subject_last = bool(bit & subject) or (seen.subject_last and bool(bit & rank))
                    at += count
                    break
            else:
                if words[at] != "and" and not words[at].isdecimal():
                    seen.unknown.append(words[at])
                    seen.subject_last = False
                seen.core.append(words[at])
                if not words[at].isdecimal():
                    seen.named = len(seen.core)
                at += 1
        return seen

    def raised(self, seen: Sequence[Seen]) -> Sequence[Seen]:
        """The parts, the first one senior where another says that and no more: "Client Care Associate - Senior"."""
        first, *others = seen
        beside = self._senior | self.kinds["noise"]
        if not any(
            each.classes & self._senior and not each.classes & ~beside and not each.unknown for each in others
        ):
            return seen
        return [replace(first, classes=first.classes | self._senior), *others]

    def _note(self, seen: Seen, phrase: str, bit: int) -> None:
        near = self._near.get(phrase)
        if near:
            seen.near_job = near
            seen.near_words = phrase.count(" ") + 1
        elif seen.near_job and bit & self._persons:
            seen.near_job = None  # "nurse recruiter": what comes last is the job
            seen.unknown.append(phrase)
        seen.classes |= bit
        if not bit & self._noise:
            seen.phrases.append((bit, phrase))

    def _note_longer(self, seen: Seen, words: Sequence[str]) -> None:
        """The near job that ends with who it is, where a word in front made another of it: "hotel front desk / supervisor"."""
        for start in range(max(1, len(words) - _LONGEST_NEAR), len(words) - 1):
            if near := self._near.get(" ".join(words[start:])):
                seen.near_job, seen.near_words = near, len(words) - start
                seen.unknown = [each for each in seen.unknown if each != words[-1]]
                return

    def _only(self, word: str, *kinds: str) -> bool:
        bit = self._phrases.get(word, 0)
        return bool(bit) and not bit & ~sum(self.kinds[kind] for kind in kinds)

    def decide(self, classes: int, *, unknown: bool, bare: bool) -> WordRule | None:
        """The first rule that takes these classes of words; with `bare`, also one that no subject supports."""
        if not bare and not classes & self._subjects:
            return None
        key = (classes, unknown, bare)
        if key not in self._decided:
            rules = (rule for rule in self.rules if bare or not rule.bare)
            decided = next((rule for rule in rules if rule.takes(classes, unknown=unknown)), None)
            return self._decided.keep(key, decided)
        return self._decided[key]

    def is_trade(self, seen: Iterable[Seen]) -> bool:
        """Whether words of ours that trades and professions use too stand beside one, and no customer service does."""
        classes = 0
        for each in seen:
            classes |= each.classes
        return bool(
            classes & self.bits.get(TRADES, 0)
            and classes & self._not_in_trades
            and not classes & self.service
        )

    def phrases_of(self, seen: Iterable[Seen], classes: int) -> Iterator[str]:
        """The phrases found that are of these classes."""
        return (phrase for each in seen for bit, phrase in each.phrases if bit & classes)


def names_by_words(catalog: Catalog, lexicon: TitleLexicon) -> Mapping[str, tuple[str, ...]]:
    """The roles that each title, id and other name stands for, by its words as a title's are read."""
    named: dict[str, dict[str, None]] = {}
    written_out: dict[str, tuple[str, ...]] = {}
    for role in catalog.roles.values():
        for name in names_of(role):
            words = words_of(name)
            named.setdefault(" ".join(words), {})[role.id] = None
            if name not in role.ambiguous:
                written_out[" ".join(lexicon.written_out(words, alone=False))] = (role.id,)
    return written_out | {name: tuple(roles) for name, roles in named.items()}
