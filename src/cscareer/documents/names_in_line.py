"""The names in a line about a job: what stands beside its time span, taken apart into title, employer and place."""

import re
from collections.abc import Iterator

from cscareer.documents.headings import MOST_HEADING_WORDS, label_section
from cscareer.documents.job_names import is_firm, is_title, names_job
from cscareer.documents.periods import find_period
from cscareer.documents.prose import WrittenLine, clean, unbullet
from cscareer.documents.spans import Period
from cscareer.documents.words import Worded

_SPLIT = re.compile(
    r"\s+(?:at|@)\s+|\s+/(?:\s+|\Z)|\s*[|·•]\s*|\s+[–—-]+\s+|\s*[;,]\s+(?!then\b)|\t+|\s{2,}|(?<=[\w.'’]):\s+(?=[A-Z])"
    r"|\s+as\s+(?:an?\s+|the\s+)?(?=[A-Z])",
    re.IGNORECASE,
)
_STOP = re.compile(
    r"(?:(?<=[a-z]{3})(?<!Corp)|(?<=\s[0-9])|(?<=\s[0-9]{2})|(?<=,\s[A-Z]{2})|(?<=\bII)|(?<=\bI))\.\s+(?=[A-Z])"
)  # "Acme Bank, Austin. Collections Specialist, early stage."
_ASIDE = Worded(
    r"\A(?:[0-9.]+\s?(?:hours?|hrs?)\b.*|(?:part|full)[ -]time.*|gs-?[0-9]{1,4}(?:-[0-9]{1,2})?|{asides}|[0-9.]+\s?(?:years?|yrs?|months?|mos?)\b.*)\Z"
)
_BRACKETS = re.compile(r"\([^()]{0,80}\)")
_BECAUSE = re.compile(
    r"(?:until|till|when|while|because|since|though|although|as)\s[a-z]"
)  # "until the plant closed"
_FOR = re.compile(r"(?P<title>.{3,60}?)\s(?:for|with)\s(?:the\s)?(?P<who>[A-Z0-9].*)")
_AT_FRONT = re.compile(r"\A\s*(?:at|with|for|as)\s+(?:an?\s+|the\s+)?(?=[A-Z0-9])")
_PLACE_BEHIND = re.compile(
    r"(?P<edge>[\t|·•,;(]|\s[-–—])\s{0,3}[A-Z][\w.'’-]{1,20}(?:\s[A-Z][\w.'’-]{1,20}){0,2},\s[A-Z]{2}(?:\s[0-9]{5})?\)?"
    r"(?=\s*(?:\Z|[\t|·•;,(]|[-–—]\s))"
)
ABBREVIATED = Worded(r"\b{abbreviations}\.\Z")
_PART_TIME = re.compile(r"\A(?:part|full)[ -]time\s+(?=[a-z-]+\Z)", re.IGNORECASE)  # "Part-time teller"
PLACE = re.compile(  # Columbus, OH
    r"\A[A-Z][\w.'’ -]{1,30},\s{0,3}(?:[A-Z][a-z]{3,12}(?:\s[A-Z][a-z]{3,9})?(?=,\sUnited\sStates\Z)|[A-Z]{2})(?:\s{1,3}[0-9]{5}(?:-[0-9]{4})?)?(?:,?\s{1,3}(?:United States|USA|U\.S\.A?\.?))?\Z"
)
_SENTENCE = re.compile(r"(?<=[.!?;])\s+")
_REMARK = re.compile(r"\A\s*\([^()]*\s[^()]*(?:\)|\Z)[\s.]*\Z")  # "… to Aug 2022 (sections of seven tables)"
_LEADERS = re.compile(r"(?<![ \t])[ \t]*(?:\.[ \t]?){3,100}\Z")  # "Acme Dental ....... 2011 to present"
_BESIDE = " \t,;:|·•-–—*_#\u200b"
EDGE = f"{_BESIDE}()[]"
LONGEST = 200  # characters; a longer line is prose
MOST_WORDS = 14
_MOST_NAMES = 4  # words of a person's name
LONGEST_NAME = 7  # words of a title or a firm
AFTER = 6  # words behind a span from which on they are prose
_LEAD_IN = Worded(
    r"\A\s*(?:{lead-ins}|(?:job|employer|position|work) ?#? ?[0-9]{1,2}|(?:(?:job |last|first|final|current|my) )?(?:title|position|role)(?: [a-z][a-z ]{1,20})?)\s*[:,]\s*"
)
_ADDRESS = re.compile(r"\S@\S")
_LABEL = Worded(r"\A\s*{time-labels}\s*(?::\s*)?\Z")
_PARTICLE = Worded("{name-particles}", 0)
_NUMBERED = re.compile(r"\A\s{0,8}[0-9]{1,2}[.)]\s")
_OWN_WORDS = re.compile(r"\b(?:i|my|me|we|our)\b", re.IGNORECASE)


def is_person(line: WrittenLine) -> bool:
    """Whether the first line of a resume is the name of the person: a few words with capitals, of which none is a job's or a firm's."""
    name = re.split(r"[,|(]", line.text[:LONGEST].strip())[0].strip(_BESIDE)
    words = name.split()
    return (
        2 <= len(words) <= _MOST_NAMES  # noqa: PLR2004  a first and a last name
        and all(word[:1].isupper() or _PARTICLE.fullmatch(word) for word in words)
        and not any(map(str.isdigit, name))
        and not names_job(name)
        and not is_firm(name)
    )


def beside(text: str, period: Period) -> str:
    """What a line says beside a span; of prose that a job and its span open, only those."""
    before = _LEADERS.sub("", text[: period.begins].rstrip(_BESIDE))
    before = "" if _LABEL.match(before) else before
    after = text[period.ends :]
    if (
        (len(after.split()) > AFTER or re.match(r"\s*[)\]]*\.\s+[A-Z]", after))
        and re.match(r"\s*[)\]*_]{0,3}(?:[.:]|\s[—–-]\s)", after)
        and names_job(before)
        and not _OWN_WORDS.search(before)
    ):
        after = ""  # "Bookseller, Elm Hill Books, 2016–2020. If you liked …"
    after = _REMARK.sub("", after)
    opens = period.begins <= 2  # noqa: PLR2004  "2008 – 2015: my own shop. I bought …"
    is_colon = opens and after.lstrip(" )]*_").startswith(":")
    after = after.strip(_BESIDE)
    if not after.strip(".") and _is_stopped(before):
        return before.rstrip(".")
    if opens and len(after.split()) > (AFTER if is_colon else MOST_WORDS):
        first = _SENTENCE.split(after)[0].rstrip(".")
        after = re.split(r"[(,]", first)[0] if is_colon else first
    rest = f"{before}\t{after}".strip(_BESIDE)
    if not any(map(str.isalnum, rest)):
        return ""
    return rest if re.search(r"\b\w{3,} \w+ \w+ \w+\.\Z", rest) else re.sub(r"(?<!\s)\s*\.\Z", "", rest)


def _is_stopped(before: str) -> bool:
    """Whether full stops part the names before a span: "Cashier. Elm Market, Tulsa. 2019 to 2021."."""
    if not before.endswith(".") or _OWN_WORDS.search(before):
        return False
    names = _STOP.split(_BRACKETS.sub("", before.rstrip(".")))
    return any(map(is_title, names)) and all(
        name[:1].isupper() and all(len(part.split()) <= LONGEST_NAME for part in name.split(", "))
        for name in names
    )


def is_name(line: WrittenLine, *, numbered: bool = False) -> bool:
    """Whether a line may name a job or who gave it; with `numbered`, also one that a number counts."""
    text = line.text.strip()
    return not (
        (line.is_item and not (numbered and _NUMBERED.match(line.text)))
        or len(text) > LONGEST
        or len(text.split()) > MOST_WORDS
        or (text.endswith((".", ":", "!", "?")) and not ABBREVIATED.search(text))
        or find_period(text)
        or label_section(text) is False
        or _ADDRESS.search(text)
    )


def split(text: str) -> list[str]:
    """The names in a line about a job, without brackets and without what is said aside, as the hours."""
    lead = _AT_FRONT.sub("", _LEAD_IN.sub("", unbullet(text)))
    if PLACE.match(lead.strip(EDGE)):
        return []
    bare = re.sub(
        r"\A[A-Z][.)]\s(?=[A-Z])|\([^()]{0,80}\)|\[[^\[\]]{0,80}\]", " ", _PLACE_BEHIND.sub("\t", lead)
    )
    bare = bare.rstrip() if ABBREVIATED.search(bare.rstrip()) else bare.strip(" .")
    if len(parts := _STOP.split(bare)) > 1 and all(
        len(part.split()) <= 2 * MOST_HEADING_WORDS for part in parts
    ):
        bare = "\t".join(parts)
    found = (_PART_TIME.sub("", clean(_LEAD_IN.sub("", part)).strip(EDGE)) for part in _SPLIT.split(bare))
    names = [
        part
        for part in found
        if any(map(str.isalnum, part)) and not (_ASIDE.match(part) or _BECAUSE.match(part))
    ]
    alone = len(names) == 1
    return [name for part in names for name in _for_whom(part, alone=alone)]


def _for_whom(name: str, *, alone: bool) -> Iterator[str]:
    """A title, and who it was for: "Driver for Elm Transit"."""
    both = _FOR.fullmatch(name)
    if both and (alone or is_title(both["title"])):
        yield both["title"]
        yield both["who"]
    else:
        yield name
