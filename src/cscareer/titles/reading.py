"""Reading a job title: the role of the guide, the occupation, how sure that is, and the words that decided."""

from collections.abc import Sequence
from typing import Literal, NamedTuple

from cscareer.catalog.loading import Catalog
from cscareer.catalog.lookup import suggest
from cscareer.catalog.models import Id, Model, OccupationCode, Role, Track
from cscareer.titles.lexicon import Lexicon, Seen, WordRule, names_by_words
from cscareer.titles.normalizing import TitlePart, parts_of
from cscareer.titles.occupations import Occupations, singular

Kind = Literal["role", "several", "customer-service", "other", "unknown"]
Seniority = Literal["junior", "senior", "lead", "supervisor", "manager", "director"]

SERVICE = "43-4051"  # Customer Service Representatives
MOST_CANDIDATES = 3
_BY_NAME, _JOINED, _UNKNOWN_WORD, _MISSPELT, _UNION = 97, 0.8, 3, 0.8, 0.97
_LEAST, _BY_RANK = 30, 35
_BY_ENDING = {1: 50, 2: 75}  # words that ended like those O*NET lists; 85 for more
_KEPT = 4096  # readings, for streams that repeat themselves
_ALIKE = 86  # of 100, RapidFuzz's ratio
_RANKS: tuple[tuple[str, Seniority], ...] = (
    ("director", "director"),
    ("manager", "manager"),
    ("supervisor", "supervisor"),
    ("teamlead", "lead"),
    ("senior", "senior"),
    ("junior", "junior"),
)


class TitleCandidate(Model):
    """A role that a title may stand for; `confidence` from 0 to 1."""

    role: Id
    title: str
    confidence: float


class TitleOccupation(Model):
    """An occupation of the Standard Occupational Classification."""

    code: OccupationCode
    title: str


class Respelling(Model):
    """A word that was taken for another one."""

    said: str
    read: str


class TitleReading(Model):
    """What a job title stands for.

    `kind` is role (of the guide), several (roles, none likelier by far), customer-service (but no role of ours), other
    (not customer service) or unknown. `confidence` is from 0 to 1, our judgement for each rule. `words` are those that
    decided, `near_job` the id of a job with customers outside our roles that the title names, beside a role or alone, and
    `leads` whether its holder leads people.
    """

    title: str
    kind: Kind
    role: Id | None
    role_title: str | None
    occupation: TitleOccupation | None
    confidence: float
    seniority: Seniority | None
    leads: bool
    words: tuple[str, ...]
    candidates: tuple[TitleCandidate, ...]
    near_job: Id | None
    respelled: tuple[Respelling, ...] = ()


class _Found(NamedTuple):
    roles: Sequence[str]
    sure: float
    words: tuple[str, ...]
    certain: bool  # one role, not several
    rule: str | None = None  # the id of the rule that decided; none where a name did


class TitleReader:
    """Reads titles, one or a million: what it needs is made ready once."""

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog
        self._lexicon = Lexicon(catalog)
        self._names = names_by_words(catalog, self._lexicon)
        self._occupations = Occupations()
        self._made: dict[str, TitleOccupation] = {}
        self._candidates: dict[tuple[str, float], TitleCandidate] = {}
        self._ranks = [(self._lexicon.bits[key], said) for key, said in _RANKS]
        self._kept: dict[str, TitleReading] = {}
        self._respelled: dict[str, str | None] = {}

    def read(self, title: str) -> TitleReading:
        """What a title stands for."""
        known = self._kept.get(title)
        if known is None:
            known = self._read(title)
            if len(self._kept) >= _KEPT:
                self._kept.clear()
            self._kept[title] = known
        return known

    def _read(self, title: str) -> TitleReading:
        see = self._lexicon.see
        parts = parts_of(title)
        seen = [see(part, first=not at) for at, part in enumerate(parts)]
        reading = self._of(title, seen)
        if reading.kind == "role" or not seen or (reading.kind == "other" and reading.confidence > 0.5):  # noqa: PLR2004
            return reading
        return self._read_respelled(title, parts, seen) or reading

    def _of(self, title: str, seen: Sequence[Seen]) -> TitleReading:
        near = next((each.near_job for each in seen if each.near_job), None)
        if found := self._by_name(seen) or self._by_rules(seen):
            return self._role(title, seen, found, near)
        service = self._lexicon.service
        for each in seen:
            other = self._other(each)
            if other is not None:
                return self._outside(title, seen, other[0], other[1], other[2], near)
            if each.classes & service:
                words = tuple(self._lexicon.phrases_of([each], service))
                return self._outside(title, seen, SERVICE, 60, words, near)
        for each in seen:
            if found_by := self._occupations.find(singular(each.core)) if each.core else None:
                code, count = found_by
                return self._outside(
                    title, seen, code, _BY_ENDING.get(count, 85), tuple(each.core[-count:]), near
                )
        persons = self._lexicon.kinds["function"] | self._lexicon.kinds["rank"]
        if any(each.unknown and each.classes & persons for each in seen):
            return self._outside(
                title, seen, "", _BY_RANK, (), near
            )  # a person with work that we know no words for
        return self._outside(title, seen, None, 0, (), near)

    def rule_of(self, title: str) -> str | None:
        """The id of the rule that decides about a title, leaving names of roles aside."""
        found = self._by_rules([self._lexicon.see(part) for part in parts_of(title)])
        return found.rule if found else None

    def _by_name(self, seen: Sequence[Seen]) -> _Found | None:
        """The role that goes by the very words of the title, or of its first part that says anything."""
        kinds = self._lexicon.kinds
        whole = " ".join(word for each in seen for word in each.words)
        first = next((each for each in seen if each.core), None)
        for name in (whole, " ".join(first.core) if first else ""):
            roles = self._names.get(name)
            if not roles or first is None:
                continue
            bare = not first.classes & kinds["subject"] and not first.unknown
            if bare and any(each.core for each in seen if each is not first):
                return None  # "Supervisor - Warehouse"
            other = any(each.classes & kinds["other"] for each in seen if each is not first)
            sure = 60 if len(roles) > 1 else 70 if bare or other else _BY_NAME
            return _Found(roles, sure, (name,), len(roles) == 1)
        return None

    def _by_rules(self, seen: Sequence[Seen]) -> _Found | None:
        """The role that words of one part make, else those of all parts, else those of a part that says little."""
        found = self._in_all_parts(seen) if len(seen) > 1 and self._is_bare(seen[0]) else None
        if found is None:
            found = self._in_one_part(seen, weak=False)
        if found is None and len(seen) > 1:
            found = self._in_all_parts(seen)
        if found is None:
            found = self._in_one_part(seen, weak=True)
        if found is None and len(seen) == 1 and not seen[0].near_job:
            functions = self._lexicon.kinds["function"]
            if sum(bool(bit & functions) for bit, _ in seen[0].phrases) <= 1:
                rule = self._lexicon.decide(seen[0].classes, unknown=bool(seen[0].unknown), bare=True)
                found = self._found(rule, seen, rule.entry.sure) if rule else None
        return found

    def _is_bare(self, each: Seen) -> bool:
        """Whether a part says who but not of what: "Manager", "Representative II"."""
        kinds = self._lexicon.kinds
        return (
            bool(each.phrases) and not each.unknown and not each.classes & (kinds["subject"] | kinds["other"])
        )

    def _in_one_part(self, seen: Sequence[Seen], *, weak: bool) -> _Found | None:
        """What a part makes alone; with `weak` also by rules that want to stand alone."""
        persons = self._lexicon.kinds["function"] | self._lexicon.kinds["rank"]
        for at, each in enumerate(seen):
            if each.near_job and not each.classes & persons:
                continue
            unknown = bool(each.unknown) and not each.subject_last
            rule = self._lexicon.decide(each.classes, unknown=unknown, bare=False)
            if rule is None or (bool(rule.allowed) and not weak):
                continue
            if weak and any(beside.classes & self._lexicon.kinds["other"] for beside in seen):
                return None
            others = any(self._other(before) for before in seen[:at])
            if others and (weak or not each.joined):
                return None
            sure = rule.entry.sure * (_JOINED if others else 1) - _UNKNOWN_WORD * len(each.unknown)
            return self._found(rule, [each], sure)
        return None

    def _in_all_parts(self, seen: Sequence[Seen]) -> _Found | None:
        others = self._lexicon.kinds["other"]
        classes = 0
        for each in seen:
            classes |= each.classes
        if seen[0].near_job or classes & others:
            return None
        rule = self._lexicon.decide(classes, unknown=any(each.unknown for each in seen), bare=False)
        return self._found(rule, seen, rule.entry.sure * _UNION) if rule else None

    def _found(self, rule: WordRule, seen: Sequence[Seen], sure: float) -> _Found:
        words = tuple(self._lexicon.phrases_of(seen, rule.every | rule.any))
        role = rule.entry.role
        return _Found(
            (role,) if role else rule.entry.several, max(sure, _LEAST), words, role is not None, rule.entry.id
        )

    def _other(self, each: Seen) -> tuple[str, int, tuple[str, ...]] | None:
        """The occupation of a part that names other work than ours: its code, how sure of 100, and the words."""
        if each.near_job:
            job = self._catalog.near_jobs[each.near_job]
            longer = self._occupations.find(singular(each.core))
            known_better = longer is not None and longer[1] > each.near_words
            return longer[0] if longer and known_better else job.occupation, 90, (job.title.lower(),)
        others = self._lexicon.kinds["other"]
        if not each.core:
            return None
        found = self._occupations.find(singular(each.core))
        if each.classes & others:
            words = tuple(self._lexicon.phrases_of([each], others))
            return (found[0] if found else "", 80, words)
        if (
            found
            and found[1] > 1
            and (found[1] == len(each.core) or not each.classes & self._lexicon.kinds["subject"])
        ):
            return found[0], _BY_ENDING.get(found[1], 85), tuple(each.core[-found[1] :])
        return None

    def _role(self, title: str, seen: Sequence[Seen], found: _Found, near: str | None) -> TitleReading:
        roles = [self._catalog.roles[role] for role in found.roles]
        sure = round(found.sure / 100, 2)
        first = roles[0]
        share = sure if found.certain else round(sure / len(roles), 2)
        candidates = tuple([self._candidate(role, share) for role in roles[:MOST_CANDIDATES]])
        code = first.occupation.code
        same = all(role.occupation.code == code for role in roles)
        seniority = self._seniority(seen)
        leads = (
            first.track is Track.LEADERSHIP
            if found.certain
            else all(r.track is Track.LEADERSHIP for r in roles)
        )
        return TitleReading(
            title=title,
            kind="role" if found.certain else "several",
            role=first.id if found.certain else None,
            role_title=first.title if found.certain else None,
            occupation=self._occupation(code) if same else None,
            confidence=sure,
            seniority=seniority,
            leads=leads,
            words=found.words,
            candidates=candidates,
            near_job=near,
        )

    def _candidate(self, role: Role, share: float) -> TitleCandidate:
        made = self._candidates.get((role.id, share))
        if made is None:
            made = TitleCandidate(role=role.id, title=role.title, confidence=share)
            self._candidates[role.id, share] = made  # shares are whole percents, so there are few
        return made

    def _outside(
        self,
        title: str,
        seen: Sequence[Seen],
        code: str | None,
        sure: int,
        words: tuple[str, ...],
        near: str | None,
    ) -> TitleReading:
        job = self._catalog.near_jobs[near] if near else None
        seniority = self._seniority(seen)
        service = code == SERVICE or (job is not None and job.customer_service)
        kind: Kind = "customer-service" if service else "unknown" if code is None else "other"
        leads = seniority in {"lead", "supervisor", "manager", "director"} or (job is not None and job.leads)
        return TitleReading(
            title=title,
            kind=kind,
            role=None,
            role_title=None,
            occupation=self._occupation(code) if code else None,
            confidence=sure / 100,
            seniority=seniority,
            leads=leads,
            words=words,
            candidates=(),
            near_job=near,
        )

    def _occupation(self, code: str) -> TitleOccupation:
        made = self._made.get(code)
        if made is None:
            known = self._catalog.occupations.get(code)
            name = known.title if known else self._occupations.titles.get(code, code)
            made = self._made[code] = TitleOccupation(code=code, title=name)
        return made

    def _seniority(self, seen: Sequence[Seen]) -> Seniority | None:
        classes = 0
        for each in seen:
            classes |= each.classes
        return next((said for bit, said in self._ranks if classes & bit), None)

    def _read_respelled(
        self, title: str, parts: Sequence[TitlePart], seen: Sequence[Seen]
    ) -> TitleReading | None:
        """The title read with misspelt words put right, if it is a role of ours then."""
        respelled = {
            word: right for each in seen for word in each.unknown if (right := self._right_word(word))
        }
        if not respelled:
            return None
        see = self._lexicon.see
        again = [
            see(part._replace(words=[respelled.get(word, word) for word in part.words])) for part in parts
        ]
        reading = self._of(title, again)
        if reading.kind != "role":
            return None
        said = tuple(Respelling(said=word, read=right) for word, right in respelled.items())
        sure = round(reading.confidence * _MISSPELT, 2)
        candidates = tuple(each.model_copy(update={"confidence": sure}) for each in reading.candidates)
        return reading.model_copy(update={"confidence": sure, "respelled": said, "candidates": candidates})

    def _right_word(self, word: str) -> str | None:
        if len(word) < 6 or word.isdecimal() or self._occupations.has_word(word):  # noqa: PLR2004
            return None
        if word not in self._respelled:
            if len(self._respelled) >= _KEPT:
                self._respelled.clear()
            found = suggest(word, self._lexicon.vocabulary, most=1, whole=True, least=_ALIKE, are_plain=True)
            self._respelled[word] = found[0] if found and found[0][0] == word[0] else None
        return self._respelled[word]
