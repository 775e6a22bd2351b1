"""The head of a resume: whose it is and where they live, only where that is sure."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import takewhile

from cscareer.documents.document import Document, HeaderLine, Line
from cscareer.documents.headings import names_section
from cscareer.documents.periods import find_period

_HEAD = 5  # lines within which a head stands
_LONGEST = 200  # letters of a line of it
_MAIL = re.compile(r"[\w.+-]{1,64}@[\w.-]{1,100}")
_APART = re.compile(r"\s*[|·•/;\t]\s*|\s{2,}|\s[–—-]\s")  # between what stands in one line
_CONTACT = re.compile(  # mail, a web address, a phone number
    r"[\w.+-]{1,64}@[\w.-]{1,100}|\b(?:https?://|www\.)\S{1,100}|\+?\(?\b\d{3}\)?[ .-]{0,2}\d{3}[ .-]?\d{4}\b"
)
_NAME_WORD = re.compile(r"[^\W\d_][\w'’.-]{0,30}|[\"“][\w'’ .-]{1,30}[\"”]")
_MOST_NAMES, _FEWEST_NAMES = 5, 2
_IN_CAPITALS = re.compile(r"(?P<mc>MC(?=[^\W\d_]{2}))?(?P<rest>[^\W\d_]+)")
_NUMERALS = frozenset({"II", "III", "IV"})
_TELLING = 3  # letters of a name that a mail address may show
_TOWN = re.compile(
    r"(?:\d{1,6} [^,]{1,60}, ?)?(?P<place>[^\W\d_][^,\d]{1,40}?,? ?\b[A-Za-z.]{2,20}(?: [A-Za-z]{4,10})?,?(?: \d{5}(?:-\d{4})?)?)"
)


def name_of(document: Document) -> HeaderLine | None:
    """The name of the person: as a form states it, or the first line where a mail address below has one of its words.

    None where neither is so.
    """
    if document.person is not None or document.kind in {"json-resume", "rendercv"}:
        return document.person
    head = _head(document.lines)
    if not head:
        return None
    name = _APART.split(head[0].text.strip().split(",")[0])[0].strip()
    words = _NAME_WORD.findall(name)
    if not _FEWEST_NAMES <= len(words) <= _MOST_NAMES or " ".join(words) != " ".join(name.split()):
        return None
    mails = [_letters(match[0].partition("@")[0]) for line in head for match in _MAIL.finditer(line.text)]
    parts = [part for word in words for part in re.split(r"[-\s\"“”]", word) if len(part) >= _TELLING]
    shown = any(_letters(part) in mail for part in parts for mail in mails if len(_letters(part)) >= _TELLING)
    return HeaderLine(name, head[0].number) if shown else None


def in_letters(name: str) -> str:
    """A name as one writes it: "DANIELLE O'KAFOR-MCCOY III" as "Danielle O'Kafor-McCoy III"; one not all in capitals as it is."""
    if not name.isupper():
        return name
    return _IN_CAPITALS.sub(
        lambda word: word[0] if word[0] in _NUMERALS else (word["mc"] or "").title() + word["rest"].title(),
        name,
    )


def places_of(document: Document) -> Iterator[HeaderLine]:
    """What may be the town that the person lives in: as a form states it, or parts of the head that look like one.

    Whether there is such a place is for others to say.
    """
    if document.home is not None or document.kind in {"json-resume", "rendercv"}:
        yield from [document.home] if document.home else []
        return
    for at, line in enumerate(_head(document.lines)):
        rest = _CONTACT.sub(" | ", line.text)
        parts = [part.strip(" ,_*()") for part in _APART.split(rest)]
        for part in parts[1:] if at == 0 else parts:
            if match := _TOWN.fullmatch(part):
                yield HeaderLine(match["place"].strip(" ,"), line.number)


def _head(lines: Sequence[Line]) -> list[Line]:
    """The first lines, up to the first heading, job or long text."""
    written = [line for line in lines[: 2 * _HEAD] if line.text.strip()][:_HEAD]
    below = takewhile(
        lambda line: (
            len(line.text) <= _LONGEST and not names_section(line.text) and find_period(line.text) is None
        ),
        written[1:],
    )
    return [*written[:1], *below] if written and len(written[0].text) <= _LONGEST else []


def _letters(text: str) -> str:
    """The plain small letters of a text, accents taken off."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(filter(str.isalpha, apart)).encode("ascii", "ignore").decode()
