"""What a person heard of a job that they applied for: a no, talks, or an offer, as far as their words surely say so."""

import re
from enum import StrEnum

from cscareer.catalog.loading import Catalog
from cscareer.jobs.word_lists import any_of

_ONLY_NO = re.compile(r"\W*no(?:\W*\Z|[.!,;:]|\s[-–—]|\s(?:from|thanks|thank)\b)", re.IGNORECASE)


class EmployerAnswer(StrEnum):
    """What an employer answered."""

    REFUSAL = "refusal"
    OFFER = "offer"
    INTERVIEW = "interview"


class HeardReader:
    """Reads what was heard; the words are those of the data, and one behind a "not" doesn't hold.

    Example:
        >>> reader = HeardReader(load_catalog())
        >>> [reader.read(said) for said in ("Interview on Friday", "not moving forward", "no interview yet")]
        [<EmployerAnswer.INTERVIEW: 'interview'>, <EmployerAnswer.REFUSAL: 'refusal'>, None]
    """

    def __init__(self, catalog: Catalog) -> None:
        lists = catalog.posting_lists
        self._denied = re.compile(rf"{any_of(lists['heard-not'].words)}(?:\s\w+){{0,2}}\s+\Z")
        said = {kind: any_of(lists[f"heard-{kind.value}"].words) for kind in EmployerAnswer}
        talks = (
            rf"(?!(?:\s(?!after\b)\w+){{0,3}}\s{said[EmployerAnswer.INTERVIEW]})"  # "offered me an interview"
        )
        said[EmployerAnswer.OFFER] += talks
        self._said = {kind: re.compile(words) for kind, words in said.items()}

    def read(self, said: str) -> EmployerAnswer | None:
        """The answer that some words tell; a no before an offer, and that before talks."""
        text = said.casefold().replace("\u2019", "'")
        if _ONLY_NO.match(text):
            return EmployerAnswer.REFUSAL
        return next((kind for kind, words in self._said.items() if self._holds(words, text)), None)

    def _holds(self, words: re.Pattern[str], text: str) -> bool:
        return any(
            self._denied.search(text[max(found.start() - 40, 0) : found.start()]) is None
            for found in words.finditer(text)
        )
