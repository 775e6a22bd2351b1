"""How long somebody says they have been something, where a resume gives no other time: "Agent with 6 years of experience"."""

import re
from collections.abc import Sequence

from cscareer.documents.document import Position
from cscareer.documents.job_names import TITLE
from cscareer.documents.lengths import length_in
from cscareer.documents.prose import WrittenLine, clean, unbullet
from cscareer.documents.words import Worded

_TOLD = Worded(
    rf"(?P<title>(?:\b[\w/&’'-]+\s){{0,4}}?{TITLE.shape})(?:\s(?:professional))?,?\s(?:with|who has|having|of)\s(?:over|more than|almost|nearly|about|around)?\s?"
    r"(?P<time>[\w.+½-]{1,10}(?:\sand\sa\shalf)?\+?\s(?:years?|yrs?\.?|months?))['’]?\s(?:of\s)?(?:[\w&/-]+\s){0,4}?(?:experience|in\b|behind\b)"
)
_ARTICLE = re.compile(
    r"\A(?:an?|the|i am an?|experienced|dedicated|friendly|seasoned|reliable)\s", re.IGNORECASE
)
_LONGEST = 600  # characters of such a line
_HEAD = 12  # lines within which it stands


def told_total(lines: Sequence[WrittenLine]) -> list[Position]:
    """The position of a line near the head of a resume that says what somebody is and for how long; none where no line does."""
    for line in lines[:_HEAD]:
        telling = len(line.text) <= _LONGEST and ("year" in line.text or "yr" in line.text)
        told = _TOLD.search(unbullet(line.text)) if telling else None
        if told and (months := length_in(told["time"])):
            title = _ARTICLE.sub("", clean(told["title"]))
            return [Position(title, None, None, None, True, line.number, months)]  # noqa: FBT003  a field
    return []
