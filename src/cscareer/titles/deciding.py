"""Which role or occupation the words of a job title make, how sure that is, and the words that decided."""

from collections.abc import Sequence
from typing import NamedTuple

from cscareer.catalog.loading import Catalog
from cscareer.titles.lexicon import Seen, TitleLexicon, WordRule, names_by_words
from cscareer.titles.occupations import Occupations, singular

_BY_NAME, _JOINED, _UNKNOWN_WORD, _UNION, _LEAST = 97, 0.8, 3, 0.97, 30
_UNKNOWN_BESIDE = 1  # words nobody knows in a part that names a narrower work: "Inbound Queue"
# Groups of occupations, each the first two digits of a code, that serve no customers by phone or at a desk: trades and professions.
_TRADES = frozenset(
    ["17", "19", "21", "23", "25", "27", "29", "31", "33", "35", "37", "39", "45", "47", "49", "51", "53"]
)
_BY_ENDING = {1: 50, 2: 75}


def sure_by_ending(words: int) -> int:
    """How sure an occupation is, of 100, by the number of last words that are those of a title O*NET lists."""
    return _BY_ENDING.get(words, 85)


class RoleFound(NamedTuple):
    """The roles that words make, how sure that is, of 100, and the words."""

    roles: Sequence[str]
    sure: float
    words: tuple[str, ...]
    certain: bool  # one role, not several
    rule: str | None = None  # the id of the rule that decided; none where a name did


class Decider:
    """Decides by the names of roles, then by the rules on words."""

    def __init__(self, catalog: Catalog, lexicon: TitleLexicon, occupations: Occupations) -> None:
        self._catalog = catalog
        self._lexicon = lexicon
        self._occupations = occupations
        self._near = {job.occupation for job in catalog.near_jobs.values()}
        self._names = names_by_words(catalog, lexicon)

    def find(self, seen: Sequence[Seen]) -> RoleFound | None:
        """The roles that the parts of a title make."""
        if self._lexicon.is_trade(seen):
            return None
        raised = self._lexicon.raised(seen) if len(seen) > 1 else seen
        if raised is not seen and (found := self.by_rules(raised)):
            return found
        found = self._by_name(seen) or self.by_rules(seen)
        return (self.sharpened(found, seen) or found) if found else None

    def sharpened(self, found: RoleFound, seen: Sequence[Seen]) -> RoleFound | None:
        """The narrower role that a later part makes by naming no more than the work: "Customer Service Rep - Collections"."""
        kinds = self._lexicon.kinds
        persons = kinds["function"] | kinds["other"] | kinds["rank"]
        for each in seen[1:]:
            if each.joined or each.near_job or each.classes & persons or len(each.unknown) > _UNKNOWN_BESIDE:
                continue
            both = seen[0].classes | each.classes
            for rule in self._lexicon.beside:
                named = each.classes & rule.every & kinds["subject"]
                if named and found.roles[0] in rule.entry.beside and rule.takes(both, unknown=False):
                    return self._found(rule, [seen[0], each], found.sure)
        return None

    def trade_of(self, seen: Sequence[Seen]) -> tuple[str, str] | None:
        """The occupation whose very noun a title ends with, and that noun, if it is no work of ours: "Help desk pastor"."""
        last = seen[0] if seen else None
        if last is None or last.near_job or not last.job or last.job[-1] not in last.unknown:
            return None
        job = singular(last.job)
        both = [
            self._occupations.find(words) for words in (job[-1:], job)
        ]  # "Complaints Investigator" is a clerk
        trades = [
            found[0] for found in both if found and found[0][:2] in _TRADES and found[0] not in self._near
        ]
        return (trades[1], job[-1]) if len(trades) == len(both) else None

    def _by_name(self, seen: Sequence[Seen]) -> RoleFound | None:
        """The role that goes by the very words of the title, or of its first part that says anything."""
        kinds = self._lexicon.kinds
        whole = " ".join(word for each in seen for word in each.words)
        first = next((each for each in seen if each.core), None)
        for name in (whole, " ".join(first.core) if first else ""):
            roles = self._names.get(name)
            if not roles or first is None:
                continue
            if len(roles) > 1 and len(seen) > 1 and (found := self.by_rules(seen)):
                return found  # "CSM - Customer Success"
            bare = not first.classes & kinds["subject"] and not first.unknown
            if bare and any(each.core for each in seen if each is not first):
                return None  # "Supervisor - Warehouse"
            other = any(each.classes & kinds["other"] for each in seen if each is not first)
            anywhere = first.unknown or first.classes & self._lexicon.anywhere
            if other and anywhere and not first.classes & self._lexicon.service:
                return None  # "Quality Manager - Aviation"
            sure = 60 if len(roles) > 1 else 70 if bare or other else _BY_NAME
            return RoleFound(roles, sure, (name,), len(roles) == 1)
        return None

    def by_rules(self, seen: Sequence[Seen]) -> RoleFound | None:
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
            if len({bit & functions for bit, _ in seen[0].phrases} - {0}) <= 1:
                rule = self._lexicon.decide(seen[0].classes, unknown=bool(seen[0].unknown), bare=True)
                found = self._found(rule, seen, rule.entry.sure) if rule else None
        return found

    def _is_bare(self, each: Seen) -> bool:
        """Whether a part says who but not of what: "Manager", "Representative II"."""
        kinds = self._lexicon.kinds
        return (
            bool(each.phrases) and not each.unknown and not each.classes & (kinds["subject"] | kinds["other"])
        )

    def _in_one_part(self, seen: Sequence[Seen], *, weak: bool) -> RoleFound | None:
        """What a part makes alone; with `weak` also by rules that want to stand alone."""
        persons = self._lexicon.kinds["function"] | self._lexicon.kinds["rank"]
        for at, each in enumerate(seen):
            if each.near_job and not each.classes & persons:
                continue
            unknown = bool(each.unknown) and not each.subject_last
            rule = self._lexicon.decide(each.classes, unknown=unknown, bare=False)
            if rule is None or (bool(rule.allowed) and not weak):
                continue
            anywhere = each.classes & self._lexicon.anywhere and not each.classes & self._lexicon.service
            others = self._lexicon.kinds["other"]
            if anywhere and any(beside.classes & others for beside in seen if beside is not each):
                return None  # "Community Manager - Apartments"
            if weak and any(beside.classes & self._lexicon.kinds["other"] for beside in seen):
                return None
            others = any(self.other_work(before) for before in seen[:at])
            if others and (weak or not each.joined):
                return None
            sure = rule.entry.sure * (_JOINED if others else 1) - _UNKNOWN_WORD * len(each.unknown)
            return self._found(rule, [each], sure)
        return None

    def _in_all_parts(self, seen: Sequence[Seen]) -> RoleFound | None:
        others = self._lexicon.kinds["other"]
        classes = 0
        for each in seen:
            classes |= each.classes
        if seen[0].near_job or classes & others:
            return None
        rule = self._lexicon.decide(classes, unknown=any(each.unknown for each in seen), bare=False)
        return self._found(rule, seen, rule.entry.sure * _UNION) if rule else None

    def _found(self, rule: WordRule, seen: Sequence[Seen], sure: float) -> RoleFound:
        words = tuple(self._lexicon.phrases_of(seen, rule.every | rule.any))
        role = rule.entry.role
        return RoleFound(
            (role,) if role else rule.entry.several, max(sure, _LEAST), words, role is not None, rule.entry.id
        )

    def other_work(self, each: Seen) -> tuple[str, int, tuple[str, ...]] | None:
        """The occupation of a part that names other work than ours: its code, how sure of 100, and the words."""
        if each.near_job:
            job = self._catalog.near_jobs[each.near_job]
            longer = self._occupations.find(singular(each.job)) if each.job else None
            known_better = longer is not None and longer[1] > each.near_words
            return longer[0] if longer and known_better else job.occupation, 90, (job.title.lower(),)
        others = self._lexicon.kinds["other"]
        if not each.job:
            return None
        found = self._occupations.find(singular(each.job))
        if each.classes & others:
            words = tuple(self._lexicon.phrases_of([each], others))
            return (found[0] if found else "", 80, words)
        if (
            found
            and found[1] > 1
            and (found[1] == len(each.job) or not each.classes & self._lexicon.kinds["subject"])
        ):
            return found[0], sure_by_ending(found[1]), tuple(each.job[-found[1] :])
        return None
