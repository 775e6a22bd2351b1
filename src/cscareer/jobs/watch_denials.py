"""Whether an ad says of a thing to beware of that it is not so: "we never mail a check", or that it befalls those whom one helps."""

import re

from cscareer.catalog.loading import Catalog
from cscareer.jobs.word_lists import any_of

_LONGEST = 300  # letters before words that may deny them
_CLAUSE = re.compile(
    r"[,;:!?()•]\s|\s[-–—]\s|\.\s|\s(?:but|instead|only|unless|so|because)\s|\s(?:and|then)\s(?=(?:will|we|you|our|please|just|the|i)\b)",
    re.IGNORECASE,
)
_GOES_ON = re.compile(r"\s*(?:and\s)?(?:n?or)\s", re.IGNORECASE)
_IF = re.compile(r"\s*(?:if|when|once|in case)\s", re.IGNORECASE)


class DenialReader:
    """Knows the words that deny, and those that say whom a thing befalls."""

    def __init__(self, catalog: Catalog) -> None:
        lists = catalog.posting_lists
        self._denied = re.compile(
            rf"{any_of(lists['marks-denied'].words)}(?!\s{any_of(lists['marks-not-denied'].words)})",
            re.IGNORECASE,
        )
        self._of_others = re.compile(any_of(lists["marks-of-others"].words), re.IGNORECASE)

    def denies(self, text: str, begins: int, start: int) -> bool:
        """Whether what a sentence says from `begins` to `start` denies what stands there, or tells it of somebody else."""
        said = text[max(begins, start - _LONGEST) : start].replace("\u2019", "'")
        clauses = _CLAUSE.split(said)
        at = len(clauses) - 1
        while at > 0 and _GOES_ON.match(clauses[at]):
            at -= 1
        clause = " ".join(clauses[at:])
        denied = self._denied.search(clause) is not None and not _IF.match(clause)
        return denied or self._of_others.search(said) is not None
