"""The position that a time span belongs to: the words beside, over and under it that name the job and who gave it."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from cscareer.documents.document import Position
from cscareer.documents.headings import MOST_HEADING_WORDS, is_first, is_marked
from cscareer.documents.job_names import TITLE, is_clear, is_firm, is_title, names_job, title_among
from cscareer.documents.periods import Period, find_period
from cscareer.documents.prose import WrittenLine, clean, unbullet
from cscareer.documents.stages import Stage, staged
from cscareer.documents.told_positions import NO_JOB, UNPAID

SCHOOL = re.compile(
    r"\b(?:college|university|school|institute|academy|diploma|degree|bachelor(?:'?s)?|master(?:'?s)? of|associate of"
    r"|associate degree|ged|aas?|b\.?a\.?|b\.?s\.?|m\.?b\.?a\.?|bba|b\.?f\.?a\.?|[bm]\.?sc|[bm]\.?tech|[bm]\.?com|[bm]\.?eng|a[- ]levels?|ph\.?d\.?|coursework|certificate)\b",
    re.IGNORECASE,
)
_DEGREE = re.compile(  # "B.Tech" has the noun of a title in it
    r"\A(?:[bm]\.?tech|[bm]\.?sc|[bm]\.?com|[bm]\.?eng|b\.?f\.?a|bba|hnd|gcses?|a[- ]levels?|(?:high school )?diploma|bachelor(?:['’]?s)?|associate(?:['’]?s)? (?:degree|of)"
    r"|master(?:['’]?s)? (?:degree|of (?:arts|science|business|education|public)))\b",
    re.IGNORECASE,
)
_SCHOOL_AT_WORK = re.compile(
    r"\b(?:school (?:district|board|cafeteria|office|bus|system)|public schools|(?:university|college) (?:hospital|health|medical|bookstore|library|cafeteria|dining))\b",
    re.IGNORECASE,
)
_SPLIT = re.compile(
    r"\s+(?:at|@)\s+|\s+/(?:\s+|\Z)|\s*[|·•]\s*|\s+[–—-]+\s+|\s*[;,]\s+(?!then\b)|\t+|\s{2,}|(?<=[\w.'’]):\s+(?=[A-Z])"
    r"|\s+as\s+(?:an?\s+|the\s+)?(?=[A-Z])",
    re.IGNORECASE,
)
_STOP = re.compile(
    r"(?:(?<=[a-z]{3})(?<!Corp)|(?<=,\s[A-Z]{2})|(?<=\bII)|(?<=\bI))\.\s+(?=[A-Z])"
)  # "Acme Bank, Austin. Collections Specialist, early stage."
_ASIDE = re.compile(
    r"\A(?:[0-9.]+\s?(?:hours?|hrs?)\b.*|(?:part|full)[ -]time.*|temp(?:orary)?|seasonal|contract(?:or)?|remote|hybrid"
    r"|on[ -]?site|current(?:ly)?|present|now|ongoing|to date|nights?|evenings?|weekends?|freelance|permanent|[0-9.]+\s?(?:years?|yrs?|months?|mos?)\b.*)\Z",
    re.IGNORECASE,
)
_FOR = re.compile(r"(?P<title>.{3,60}?)\s(?:for|with)\s(?:the\s)?(?P<who>[A-Z0-9].*)")
_AT_FRONT = re.compile(r"\A\s*(?:at|with|for|as)\s+(?:an?\s+|the\s+)?(?=[A-Z0-9])")
_PLACE_BEHIND = re.compile(
    r"(?P<edge>[\t|·•,;(]|\s[-–—])\s{0,3}[A-Z][\w.'’-]{1,20}(?:\s[A-Z][\w.'’-]{1,20}){0,2},\s[A-Z]{2}(?:\s[0-9]{5})?\)?"
    r"(?=\s*(?:\Z|[\t|·•;,(]|[-–—]\s))"
)
_ABBREVIATED = re.compile(
    r"\b(?:inc|co|corp|ltd|llc|jr|sr|dept|assn|bros|mfg|intl|st|ave)\.\Z", re.IGNORECASE
)
_IN_BRACKETS = re.compile(r"\s?[(\[](?P<who>[A-Z][^()\[\]0-9]{2,60})[)\]]")
_PART_TIME = re.compile(r"\A(?:part|full)[ -]time\s+(?=[a-z-]+\Z)", re.IGNORECASE)  # "Part-time teller"
_PLACE = re.compile(  # Columbus, OH
    r"\A[A-Z][\w.'’ -]{1,30},\s{0,3}[A-Z]{2}(?:\s{1,3}[0-9]{5}(?:-[0-9]{4})?)?(?:,?\s{1,3}(?:United States|USA|U\.S\.A?\.?))?\Z"
)
# Lines of forms that stand between the dates of a job and its title: "Hours per week: 40", "100 Main St".
_OF_FORM = re.compile(
    r"\A\s{0,8}(?:(?:salary|pay|hours per week|hours|series|pay plan|grade|schedule|reason for leaving|phone|address|supervisor|employment type|job type)\s?:\s"
    r"|[0-9]{1,6}\s[\w.' ]{2,40}\b(?:st|street|ave|avenue|rd|road|blvd|boulevard|dr|drive|way|lane|ln|pkwy|hwy)\b\.?\s*\Z)",
    re.IGNORECASE,
)
_MOST_OF_FORM = 5
_SENTENCE = re.compile(r"(?<=[.!?;])\s+")
_REMARK = re.compile(r"\A\s*\([^()]*\s[^()]*(?:\)|\Z)[\s.]*\Z")  # "… to Aug 2022 (sections of seven tables)"
_LEADERS = re.compile(r"[ \t]*(?:\.[ \t]?){3,100}\Z")  # "Acme Dental ....... 2011 to present"
_BESIDE = " \t,;:|·•-–—*_\u200b"
EDGE = f"{_BESIDE}()[]"
LONGEST = 200  # characters; a longer line is prose
MOST_WORDS = 14
_MOST_NAMES = 4  # words of a person's name
_LONGEST_NAME = 7  # words of a title or a firm
_LONGEST_PLAIN = 4  # words of a title in small letters
_AFTER = 6  # words behind a span from which on they are prose
_LEAD_IN = re.compile(
    r"\A\s*(?:(?:work )?experience|employment|work history|before that|earlier|previously|formerly|now|today|currently|then|(?:(?:job|last|first|final|current|my) )?(?:title|position|role)(?: [a-z][a-z ]{1,20})?|designation|post"
    r"|employer|company|agency|firm|organi[sz]ation)\s*[:,]\s*",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"\S@\S")
_LICENCE = re.compile(r"\A(?:licen[cs]ed|certified|registered|member of|notary)\b", re.IGNORECASE)
_CREDENTIAL = re.compile(  # what somebody holds and has no job by
    r"\b(?:comptia|itil|six sigma|cpht|ccxp|pmp|hdi|chaa|cna licen[cs]e|certificat(?:e|ion)s?|certified|licen[cs]e[ds]?|cpr|first aid|membership)\b|\b(?:a|network|security)\+",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"\A\s*(?:duration|period|dates?(?: employed| of employment)?|employment dates|tenure|years?|time|when)\s*:?\s*\Z",
    re.IGNORECASE,
)
_PROFESSION = re.compile(
    r"\b(?:nurs|medical assist|pharmacy tech|dental|dieti|therapist|technolog|teacher|health aide)",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"\A\s{0,8}[0-9]{1,2}[.)]\s")
_OWN_WORDS = re.compile(r"\b(?:i|my|me|we|our)\b", re.IGNORECASE)


class NamesFound(NamedTuple):
    """The names about a job in their order, and the lines they stand in, counted from that of its dates."""

    names: tuple[str, ...]
    lines: tuple[int, ...]


class ResumePage(NamedTuple):
    """The lines of a resume, which open sections, which name one job after the other, and which a position has taken."""

    written: Sequence[WrittenLine]
    sections: Sequence[bool | None]
    stages: Sequence[Sequence[Stage]]
    taken: set[int]
    named: dict[int, NamesFound]
    is_person: bool = False  # whether the first line is the person's name

    def opens_next(self, at: int) -> bool:
        """Whether a line stands right over another one that holds a span and no more: it names the job of that one."""
        below = self.written[at + 1] if at + 1 < len(self.written) else None
        period = find_period(below.text) if below and below.number == self.written[at].number + 1 else None
        return below is not None and period is not None and not _split(beside(below.text, period))

    def title_below(self, at: int, above: int) -> bool:
        """Whether the title of a job stands right below a line, and an empty line parts it from the one above."""
        below = at + 1
        return (
            self.written[above + 1].number > self.written[above].number + 1
            and below < len(self.written)
            and self.written[below].number == self.written[at].number + 1
            and self.sections[below] is None
            and (bool(self.stages[below]) or _is_name(self.written[below]))
            and is_title(self.written[below].text)
        )


def is_person(line: WrittenLine) -> bool:
    """Whether the first line of a resume is the name of the person: a few words with capitals, of which none is a job's or a firm's."""
    name = re.split(r"[,|(]", line.text.strip())[0].strip(_BESIDE)
    words = name.split()
    return (
        2 <= len(words) <= _MOST_NAMES  # noqa: PLR2004  a first and a last name
        and all(word[:1].isupper() or word in {"de", "van", "von", "da", "la"} for word in words)
        and not any(map(str.isdigit, name))
        and not names_job(name)
        and not is_firm(name)
    )


def positions_at(page: ResumePage, at: int, period: Period) -> list[Position]:
    """The position that the span in line `at` belongs to: its names stand in that line, before it, or after it.

    Several where one of those lines names one job after the other.
    """
    line = page.written[at]
    rest = beside(line.text, period)
    names, used = _split(rest), [at]
    if (rest.endswith(".") and not _ABBREVIATED.search(rest)) or _is_long(rest, names):
        return []
    for step in (-1, 1):
        first = at + step
        if names or step < 0:
            first = _behind_places(page.written, at, step, used)
        for index in _usable(page, first, step, numbered=not rest):
            written = page.written[index]
            if names and _is_of_other(page, at, index):
                break
            if page.stages[index] and names:
                page.taken.update([*used, index])
                around = Position("", None, period.start, period.end, period.current, line.number)
                return staged(page.stages[index], around, names[0], written.text, written.number)
            found = _split(written.text)
            if not _adds(written.text, found, names) and not (
                step < 0 and _names_by_block(page.written, index, names, rest)
            ):
                break
            names = [*found, *names] if step < 0 else [*names, *found]
            used.append(index)
    page.taken.update(used)
    about = " ".join(page.written[index].text for index in used)
    named = _named(names, line, period, about) if names else None
    if named is None:
        return []
    page.named[line.number] = NamesFound(tuple(names), tuple(sorted(index - at for index in used)))
    return [named]


def in_one_order(page: ResumePage, positions: Sequence[Position]) -> list[Position]:
    """The positions, where the titles that aren't clear by their words stand where the clear ones of the same layout do."""
    places: dict[tuple[int, tuple[int, ...]], Counter[int]] = {}
    for names, lines in page.named.values():
        title = title_among(names)
        if len(names) > 1 and is_clear(names, title):
            places.setdefault((len(names), lines), Counter())[title] += 1
    return [_in_order(position, page.named.get(position.line), places) for position in positions]


def _in_order(
    position: Position, named: NamesFound | None, places: Mapping[tuple[int, tuple[int, ...]], Counter[int]]
) -> Position:
    usual = places.get((len(named.names), named.lines)) if named else None
    if named is None or usual is None or is_clear(named.names, title_among(named.names)):
        return position
    at = usual.most_common(1)[0][0]
    if position.title not in named.names or named.names[at] == position.title or is_firm(named.names[at]):
        return position
    other = next((name for index, name in enumerate(named.names) if index != at), None)
    return replace(position, title=named.names[at], organization=other)


def _is_of_other(page: ResumePage, at: int, index: int) -> bool:
    """Whether a line beside that of a span is the next job's, or what the person calls themselves."""
    if index < at:
        return page.title_below(
            at, index
        )  # what stands over an empty line is what the person calls themselves
    gap = (
        page.written[index].number > page.written[index - 1].number + 1
    )  # behind an empty line the next job begins
    return gap or page.opens_next(index)


def _is_long(rest: str, names: Sequence[str]) -> bool:
    """Whether what stands beside a span is prose, and not one name after the other."""
    words = sum(any(map(str.isalnum, word)) for word in rest.split())
    are_names = (
        len(names) > 1
        and any(map(is_title, names))
        and all(len(name.split()) <= _LONGEST_NAME for name in names)
    )
    return words > (2 * MOST_WORDS if are_names else MOST_WORDS)


def _behind_places(written: Sequence[WrittenLine], at: int, step: int, used: list[int]) -> int:
    """The line next to a span's, but for those that merely say where the job was, or what a form asks beside."""
    index = at + step
    for _ in range(_MOST_OF_FORM):
        if not 0 <= index < len(written):
            break
        text = written[index].text.strip()
        if not (_PLACE.match(text) or _OF_FORM.match(text)):
            break
        used.append(index)
        index += step
    return index


def _usable(page: ResumePage, index: int, step: int, *, numbered: bool) -> Iterator[int]:
    """The lines from one on that may name a job, no more than a few."""
    start = index - step
    while (
        0 <= index < len(page.written)
        and index not in page.taken
        and page.sections[index] is None
        and abs(index - start) <= 2  # noqa: PLR2004  lines around the span
        and not (step < 0 and index == 0 and page.is_person)
        and (bool(page.stages[index]) or _is_name(page.written[index], numbered=numbered))
    ):
        yield index
        index += step


def _names_by_block(written: Sequence[WrittenLine], index: int, names: Sequence[str], rest: str) -> bool:
    """Whether a line over a span names the job by opening its block, and nothing beside the span does."""
    return bool(names) and _opens_block(written, index) and not (rest and any(map(is_title, names)))


def beside(text: str, period: Period) -> str:
    """What a line says beside a span; of prose that a job and its span open, only those."""
    before = _LEADERS.sub("", text[: period.begins].rstrip(_BESIDE))
    before = "" if _LABEL.match(before) else before
    after = text[period.ends :]
    if (
        (len(after.split()) > _AFTER or re.match(r"\s*[)\]]*\.\s+[A-Z]", after))
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
    if opens and len(after.split()) > (_AFTER if is_colon else MOST_WORDS):
        first = _SENTENCE.split(after)[0].rstrip(".")
        after = re.split(r"[(,]", first)[0] if is_colon else first
    rest = f"{before}\t{after}".strip(_BESIDE)
    if not any(map(str.isalnum, rest)):
        return ""
    return rest if re.search(r"\w{3,} \w+ \w+ \w+\.\Z", rest) else re.sub(r"\s*\.\Z", "", rest)


def _is_stopped(before: str) -> bool:
    """Whether full stops part the names before a span: "Cashier. Elm Market, Tulsa. 2019 to 2021."."""
    if not before.endswith(".") or _OWN_WORDS.search(before):
        return False
    names = _STOP.split(before.rstrip("."))
    return any(map(is_title, names)) and all(
        name[:1].isupper() and len(name.split()) <= _LONGEST_NAME for name in names
    )


def _named(names: Sequence[str], line: WrittenLine, period: Period, about: str) -> Position | None:
    """The position of these names, unless it was unpaid, a school's, or what an item of a list merely mentions."""
    title = title_among(names)
    begins = len(unbullet(line.text)) - len(line.text) + period.begins <= 1
    is_prose = len(names[title].split()) > _AFTER and not names_job(names[title]) and not begins
    if (_LICENCE.match(names[title]) and not _PROFESSION.search(names[title])) or is_prose:
        return None  # "Not so much as a sick day since 2019"
    if line.is_item and not _is_job_in_list(names, title, line.text, period, begins=begins):
        return None
    together = " ".join(names)
    credential = _CREDENTIAL.search(together) and not any(map(names_job, names))
    if (
        credential
        or NO_JOB.search(together)
        or NO_JOB.search(beside(line.text, period))
        or UNPAID.search(f"{together} {about}")
        or any(map(_DEGREE.match, names))
        or (SCHOOL.search(together) and not any(map(is_title, names)))
    ):
        return None
    organization = next((name for at, name in enumerate(names) if at != title), None)
    behind = _IN_BRACKETS.match(line.text.partition(names[title])[2])
    if organization is None and behind:  # "Cashier (Elm Market)"
        organization = behind["who"]
    return Position(
        names[title], organization, period.start, period.end, period.current, line.number, period.months
    )


def _is_job_in_list(names: Sequence[str], title: int, text: str, period: Period, *, begins: bool) -> bool:
    """Whether an item of a list is a job: it has a title's noun, or names and dates and nothing else."""
    if len(names) == 1 and not begins:  # "- Call Center Supervisor (Nov 2019 – Nov 2026): 18 agents, …"
        opens = unbullet(text).strip().startswith(names[title])
        parted = text[: period.begins].rstrip().endswith(("(", "[", ",", "|", "–", "—", "-"))
        return opens and parted and is_title(names[title]) and len(names[title].split()) <= _LONGEST_PLAIN
    at_edge = begins or len(text.rstrip()) - period.ends <= 1
    return TITLE.search(names[title]) is not None or (
        len(names) > 1
        and at_edge
        and len(text.split()) <= MOST_WORDS
        and all(name[:1].isupper() for name in names)
    )


def _opens_block(written: Sequence[WrittenLine], at: int) -> bool:
    """Whether a short line stands first of a block and right before the next one: the title of a job of any name."""
    line = written[at]
    return (
        at + 1 < len(written)
        and written[at + 1].number == line.number + 1
        and is_first(written, at)
        and not is_marked(line)
        and not _PLACE.match(line.text.strip())
        and len(line.text.split()) <= MOST_HEADING_WORDS
    )


def _adds(text: str, found: Sequence[str], names: Sequence[str]) -> bool:
    """Whether a line beside the span gives what its names still lack: any at all, a title, or an organization."""
    if not names:
        return True
    first = found[:1]
    is_capitalized = all(
        word[:1].isupper() or word == "then"
        for word in re.findall(r"[^\W\d_]{4,}", first[0] if first else text)
    )
    if any(map(is_title, names)):
        return len(names) == 1 and is_capitalized
    is_short = len(names) == 1 and len(text.split()) <= MOST_HEADING_WORDS
    is_plain_title = bool(found) and is_title(found[0]) and len(found[0].split()) <= _LONGEST_PLAIN
    return is_plain_title or (is_capitalized and (names_job(text) or is_short))


def _is_name(line: WrittenLine, *, numbered: bool = False) -> bool:
    """Whether a line may name a job or who gave it; with `numbered`, also one that a number counts."""
    text = line.text.strip()
    return not (
        (line.is_item and not (numbered and _NUMBERED.match(line.text)))
        or len(text) > LONGEST
        or len(text.split()) > MOST_WORDS
        or (text.endswith((".", ":", "!", "?")) and not _ABBREVIATED.search(text))
        or find_period(text)
        or _ADDRESS.search(text)
    )


def _split(text: str) -> list[str]:
    """The names in a line about a job, without brackets and without what is said aside, as the hours."""
    lead = _AT_FRONT.sub("", _LEAD_IN.sub("", unbullet(text)))
    if _PLACE.match(lead.strip(EDGE)):
        return []
    bare = re.sub(
        r"\A[A-Z][.)]\s(?=[A-Z])|\([^()]{0,80}\)|\[[^\[\]]{0,80}\]", " ", _PLACE_BEHIND.sub("\t", lead)
    )
    bare = bare.rstrip() if _ABBREVIATED.search(bare.rstrip()) else bare.strip(" .")
    if len(parts := _STOP.split(bare)) > 1 and all(
        len(part.split()) <= 2 * MOST_HEADING_WORDS for part in parts
    ):
        bare = "\t".join(parts)
    found = (_PART_TIME.sub("", clean(_LEAD_IN.sub("", part)).strip(EDGE)) for part in _SPLIT.split(bare))
    names = [part for part in found if any(map(str.isalnum, part)) and not _ASIDE.match(part)]
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
