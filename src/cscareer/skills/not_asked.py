"""Which sentences of an ad ask nothing of its reader: what the firm does, what its chiefs and teams do, what it pays and gives."""

import re
from collections.abc import Iterable, Sequence
from itertools import islice, pairwise

from cscareer.catalog.loading import Catalog

_WORD = re.compile(r"[^\W_]+")
_NAMED = re.compile(r"\W{0,4}((?:[A-Z][\w&.-]{0,29}\s{1,2}){1,4})([a-z]{2,15})\b")
_THEIRS = re.compile(r"\W{0,4}(?:[A-Z][\w&.-]{0,29}\s){0,2}[A-Z][\w&.-]{0,29}['’]s\s([a-z]{3,20})\b")
_OPENING = re.compile(r"\W{0,4}((?:[\w&'’.-]{1,30}\s{1,2}){1,5})")
_YOU = re.compile(r"\byou\b", re.IGNORECASE)
_AND_YOU = re.compile(r"(?:\b(?:and|so|while|that|if|when|what)|[,:–—-])\s{1,2}you\b", re.IGNORECASE)
_MONEY = re.compile(r"[$£€]\s?\d|\b\d{1,3}\s?(?:cents|%)|\bpercent\b")
_HEAD = 3  # lines at the top of an ad, that name the job
_LONGEST_HEAD = 200  # letters of such a line
_MOST_WORDS = 60  # of a sentence; a longer one is a text that lost its stops
_FEW_MORE = 6  # words behind what others do: "you won't have to"
_FEWEST_GIFTS = 2
_FEWEST_OF_FIRM = 5
_BEFORE_NAMES = frozenset({"mr", "mrs", "ms", "dr"})
_LONGEST_CHIEF = 5  # words up to the verb: "The Finance Director prepares"


class OthersWords:
    """The words by which such sentences are known, made ready once."""

    def __init__(self, catalog: Catalog) -> None:
        lists = catalog.word_lists
        jobs = ("asking", "job-heads", "title-word", "job-said", "determiners")
        self._jobs = frozenset(word for each in jobs for word in lists[each].words)
        self._asking = frozenset(lists["asking"].words)
        self._firm_does = frozenset(lists["firm-does"].words)
        self._chiefs = frozenset(lists["chiefs"].words)
        self._groups = frozenset(lists["others-who-open"].words) | frozenset(lists["groups-who-act"].words)
        self._acting = frozenset(lists["groups-who-act"].words)
        self._verbs_too = frozenset(lists["groups-or-verbs"].words)
        self._before_groups = frozenset((*lists["determiners"].words, *lists["kinds-of-groups"].words))
        self._no_verb = frozenset(lists["no-verb-of-a-group"].words)
        self._gifts = _any_of(lists["gifts"].words)
        self._bonuses = _any_of(lists["bonuses"].words)
        self._at_front = frozenset(lists["front-line"].words)
        self._behind_front = frozenset(lists["behind-the-front-line"].words)
        parts = "|".join(each.replace(" ", r"\s") for each in lists["parts-of-the-firm"].words)
        acts = "|".join(lists["what-parts-do"].words)
        self._part_acts = re.compile(
            rf"\W{{0,4}}(?:(?:The|Our|Your|A|the|our)\s)?(IT|(?i:{parts}))(?:\s(?:team|desk|department|group|staff|crew|office))?\s(?:{acts})\b"
        )
        self._slogans = _any_of(lists["slogans"].words)
        self._slogans_not = _any_of(lists["slogans-not"].words)

    def head(self, texts: Iterable[str]) -> frozenset[str]:
        """The words of the first lines of an ad, by which the job itself is no chief: "Office Manager"."""
        first = [text for text in islice(filter(str.strip, texts), _HEAD) if not text.rstrip().endswith(".")]
        said = {word for text in first for word in _WORD.findall(text.lower()[:_LONGEST_HEAD])}
        return frozenset(said | {f"{word}s" for word in said})

    def tell(self, sentence: str, head: frozenset[str]) -> bool:
        """Whether a sentence tells of the firm, its chiefs or teams, or of what one is given."""
        words = _WORD.findall(sentence.lower())
        if not 1 < len(words) <= _MOST_WORDS:
            return False
        return (
            self._is_of_firm(sentence, words)
            or self._is_of_chief(sentence, head)
            or self._is_of_group(sentence, head)
            or self._is_of_part(sentence, head)
            or self._is_slogan(sentence)
            or self._is_given(sentence, words)
        )

    def pays(self, sentence: str) -> bool:
        """Whether a sentence pays for something, as a bonus for being there; a second language paid for is welcome all the same."""
        return _MONEY.search(sentence) is not None and self._bonuses.search(sentence.lower()) is not None

    def _is_of_firm(self, sentence: str, words: Sequence[str]) -> bool:
        """A name that does what firms do: "Routely makes software that schedules crews"."""
        opening = _NAMED.match(sentence)
        if opening is None or opening[2] not in self._firm_does or not self._asking.isdisjoint(words):
            return False
        if len(words) < _FEWEST_OF_FIRM:  # "Spanish helps"
            return False
        return self._jobs.isdisjoint(_WORD.findall(opening[1].lower()))

    def _is_of_chief(self, sentence: str, head: frozenset[str]) -> bool:
        """A chief who isn't the one sought: "The Finance Director prepares the budget", "Mr. Tuttle handles claims"."""
        opening = _OPENING.match(sentence)
        if opening is None or _AND_YOU.search(sentence):
            return False
        said = opening[1].split()
        first = said[0].lower().strip(".")
        of_person = first in _BEFORE_NAMES
        for at, word in enumerate(said[1:_LONGEST_CHIEF], 1):
            chief = (of_person and at > 1) or not self._chiefs.isdisjoint(
                {each.lower() for each in said[:at]} - head
            )
            acts = word == "will" or (word.islower() and word.endswith("s") and word not in self._no_verb)
            if chief and acts:
                return of_person or first == "your" or first in self._jobs
        return False

    def _is_of_group(self, sentence: str, head: frozenset[str]) -> bool:
        """People of the firm who do something: "Supervisors monitor calls", "Bluepeak's engineers troubleshoot"."""
        if _YOU.search(sentence):
            return False
        theirs = _THEIRS.match(sentence)
        if theirs is not None and theirs[1] in self._groups:
            return True
        opening = _OPENING.match(sentence)
        said = opening[1].split()[:4] if opening else []
        for at, (word, verb) in enumerate(pairwise(said)):
            if self._acts(word.lower(), head):
                opens = at == 0 and word.lower() not in self._verbs_too
                led = opens or said[0].lower() in self._before_groups
                return led and verb.isalpha() and verb.islower() and verb not in self._no_verb
        return False

    def _acts(self, word: str, head: frozenset[str]) -> bool:
        """Whether a word names people whose doings aren't the reader's: agents are such in an ad for who works behind them."""
        if word in self._at_front:
            return self._at_front.isdisjoint(head) and not self._behind_front.isdisjoint(head)
        return word in self._acting and word not in head

    def _is_of_part(self, sentence: str, head: frozenset[str]) -> bool:
        """A part of the firm that does something: "Engineering troubleshoots outages", "Tier 2 takes the angry callers"."""
        opening = self._part_acts.match(sentence)
        if opening is None or head.issuperset(opening[1].lower().split()):
            return False
        clause, _, rest = sentence.partition(";")
        return _YOU.search(clause) is None and len(rest.split()) <= _FEW_MORE

    def _is_slogan(self, sentence: str) -> bool:
        """What the firm thinks of itself, how it treats people, and what becomes of them: "We value clear communication"."""
        low = sentence.lower()
        return self._slogans.search(low) is not None and self._slogans_not.search(low) is None

    def _is_given(self, sentence: str, words: Sequence[str]) -> bool:
        """Several things that employers give: "Health, dental, coaching and a gym"."""
        gifts = {match[0] for match in self._gifts.finditer(sentence.lower())}
        return len(gifts) >= _FEWEST_GIFTS and not {"must", "required", "experience", "explain"} & set(words)


def _any_of(phrases: Sequence[str]) -> re.Pattern[str]:
    said = "|".join(
        r"[\W_]{1,3}".join(map(re.escape, each.split())) for each in sorted(phrases, key=len, reverse=True)
    )
    return re.compile(rf"\b(?:{said})\b")
