"""Reading a job title: the role of the guide, the occupation, how sure that is, and the words that decided."""

import re
from collections.abc import Sequence
from typing import Literal

from cscareer.catalog.loading import Catalog
from cscareer.catalog.lookup import suggest
from cscareer.catalog.models import Id, Model, OccupationCode, Role, Track
from cscareer.catalog.remembering import Remembered
from cscareer.titles.deciding import Decider, RoleFound, sure_by_ending
from cscareer.titles.lexicon import Seen, TitleLexicon
from cscareer.titles.normalizing import TitlePart, parts_of
from cscareer.titles.occupations import Occupations, singular

Kind = Literal["role", "several", "customer-service", "other", "unknown"]
Seniority = Literal["junior", "senior", "lead", "supervisor", "manager", "director"]

SERVICE = "43-4051"  # Customer Service Representatives
MOST_CANDIDATES = 3
_MISSPELT, _BY_RANK = 0.8, 35
_STATE_CODE = 2  # letters
_ALIKE = 85  # of 100, RapidFuzz's ratio
_AT_PLACE = re.compile(r"\s(?:at|for|in|of)\s(?:an?|the|my|our)\s", re.IGNORECASE)
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


class TitleReader:
    """Reads titles, one or a million: what it needs is made ready once.

    Example:
        >>> TitleReader(load_catalog()).read("Sr. CSR II - Remote").role
        'senior-customer-service-specialist'
    """

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog
        self.no_headline = {word for mark in catalog.headline_marks.values() for word in mark.words}
        self._lexicon = TitleLexicon(catalog)
        self._occupations = Occupations()
        self._decider = Decider(catalog, self._lexicon, self._occupations)
        self._made: dict[str, TitleOccupation] = {}
        self._candidates: dict[tuple[str, float], TitleCandidate] = {}
        self._ranks = [(self._lexicon.bits[key], said) for key, said in _RANKS]
        self._readings = Remembered(self._read)
        self._centers = Remembered(self._names_center)
        self._right_words = Remembered(self._right_word)

    def read(self, title: str) -> TitleReading:
        """What a title stands for."""
        return self._readings[title]

    def _read(self, title: str) -> TitleReading:
        see = self._lexicon.see
        parts = parts_of(title)
        seen = [see(part, first=not at) for at, part in enumerate(parts)]
        reading = self._of(title, seen)
        if reading.kind == "role" or not seen:
            return reading
        if (place := _AT_PLACE.search(title)) and (before := self._before_place(title, place.start())):
            return before
        if reading.kind == "other" and reading.confidence > 0.5:  # noqa: PLR2004
            return reading
        return self._read_respelled(title, parts, seen) or reading

    def _before_place(self, title: str, end: int) -> TitleReading | None:
        """What a title says before its place ("phones at a dentist's"), if that is work of ours or near ours."""
        reading = self._of(
            title, [self._lexicon.see(part, first=not at) for at, part in enumerate(parts_of(title[:end]))]
        )
        return reading if reading.kind in {"role", "several"} or reading.near_job else None

    def _of(self, title: str, seen: Sequence[Seen]) -> TitleReading:
        near = next((each.near_job for each in seen if each.near_job), None)
        service = self._lexicon.service
        found = self._decider.find(seen)
        is_ours = found or any(each.classes & service for each in seen)
        if is_ours and (trade := self._decider.trade_of(seen)):
            return self._outside(title, seen, trade[0], sure_by_ending(2), (trade[1],), near)
        if found:
            return self._role(title, seen, found, near)
        for each in seen:
            other = self._decider.other_work(each)
            if other is not None:
                return self._outside(title, seen, other[0], other[1], other[2], near)
            if each.classes & service:
                words = tuple(self._lexicon.phrases_of([each], service))
                return self._outside(title, seen, SERVICE, 60, words, near)
        return self._by_ending(title, seen, near)

    def _by_ending(self, title: str, seen: Sequence[Seen], near: str | None) -> TitleReading:
        """What a title without words of ours stands for: the occupation of its last words, a person with other work, or nothing known."""
        for at, each in enumerate(seen):
            if found_by := self._occupations.find(singular(each.job)) if each.job else None:
                code, count = found_by
                if at and count == 1 and len(each.job[-1]) == _STATE_CODE:
                    continue  # "Denver, CO" is no commanding officer
                return self._outside(title, seen, code, sure_by_ending(count), tuple(each.job[-count:]), near)
        persons = self._lexicon.kinds["function"] | self._lexicon.kinds["rank"]
        if any(each.unknown and each.classes & persons for each in seen):
            return self._outside(
                title, seen, "", _BY_RANK, (), near
            )  # a person with work that we know no words for
        return self._outside(title, seen, None, 0, (), near)

    def names_center(self, text: str) -> bool:
        """Whether words for a contact center stand in a text, as in the name of a firm."""
        return self._centers[text]

    def _names_center(self, text: str) -> bool:
        center = self._lexicon.bits.get("center", 0)
        return any(self._lexicon.see(part).classes & center for part in parts_of(text))

    def rule_of(self, title: str) -> str | None:
        """The id of the rule that decides about a title, leaving names of roles aside."""
        seen = [self._lexicon.see(part) for part in parts_of(title)]
        found = self._decider.by_rules(seen)
        found = (self._decider.sharpened(found, seen) or found) if found else None
        return found.rule if found else None

    def _role(self, title: str, seen: Sequence[Seen], found: RoleFound, near: str | None) -> TitleReading:
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
        """The title read with misspelt words put right, if it is a role of ours then, or may be one of several."""
        respelled = {
            word: right for each in seen for word in each.unknown if (right := self._right_words[word])
        }
        if not respelled:
            return None
        see = self._lexicon.see
        again = [
            see(part._replace(words=[respelled.get(word, word) for word in part.words])) for part in parts
        ]
        reading = self._of(title, again)
        if reading.kind not in {"role", "several"}:
            return None
        said = tuple(Respelling(said=word, read=right) for word, right in respelled.items())
        sure = round(reading.confidence * _MISSPELT, 2)
        candidates = tuple(each.model_copy(update={"confidence": sure}) for each in reading.candidates)
        return reading.model_copy(update={"confidence": sure, "respelled": said, "candidates": candidates})

    def _right_word(self, word: str) -> str | None:
        if len(word) < 6 or word.isdecimal() or self._occupations.has_word(word):  # noqa: PLR2004
            return None
        found = suggest(word, self._lexicon.vocabulary, most=1, whole=True, least=_ALIKE, are_plain=True)
        return found[0] if found and found[0][0] == word[0] else None
