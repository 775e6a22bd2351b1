"""Headings in running text: which lines are some, and whether the section below is about work."""

import re
from collections.abc import Sequence
from unicodedata import combining, normalize

from cscareer.documents.job_names import TITLE, is_title
from cscareer.documents.periods import find_period
from cscareer.documents.prose import WrittenLine
from cscareer.documents.words import Worded

# What a heading says its section is about; of two words the earlier row decides ("Volunteer experience").
_OTHER = Worded(
    r"\b(?:{other-headings}|{other-headings-abroad}|contact(?! cent))\b|\A{other-headings-whole}\Z"
)
_WORK = Worded(
    r"\b(?:{work-headings}|{work-headings-abroad})\b|\Awhere and when\b|\Awhat i(?: ve|ve| have)? (?:done|did|do)\b|\Awhere i(?: ve|ve| have)? been\b"
    r"|\A(?:previous|past|other) (?:roles|jobs)\b|\bbackground\Z|\Ahistory\Z"
)
# "1. Work Experience" is a heading and no item of a list, and "★ Experience ★" has signs around it.
_LISTED = Worded("{numbered-headings}")
_SIGNS_AROUND = re.compile(
    r"\A(?:[0-9]{1,2}[.)]|0[1-9](?=\s[A-Z])|[IVX]{1,4}[.)]|[^\w\s(]{1,3})\s+|\s+[^\w\s):]{1,3}\Z"
)
_BOTH = re.compile(
    r"\b(?:experience|employment|work history) and (?:achievements|accomplishments)\Z|\b(?:summary|profile|highlights) (?:and|of) (?:work |professional )?(?:experience|employment)\Z"
)
_AND_SCHOOL = re.compile(
    r"(?:work|jobs?|employment|experience)(?: history)? and (?:school(?:ing)?|education|studies)(?: history)?"
    r"|(?:school(?:ing)?|education|studies) and (?:work|jobs?|employment|experience)(?: history)?"
)
_OF_ONE_JOB = Worded(r"\b{duty-headings}\b")  # "Responsibilities and achievements:"
_MIXED = Worded(r"\b{mixed-headings}\b")
_OF_PERSON = Worded(r"\b{headings-about-a-person}\b")
MOST_HEADING_WORDS = 5
_LONGEST_CREDENTIAL = 4  # letters of "CNA", which is no heading
_LONGEST = 64  # characters, with the signs around
_FIRMS_WORD = Worded(r"\b{heading-words-of-firms}\b")
_MOST_CELL_WORDS = 3
_LONGEST_ROW = 200
_DECORATED = re.compile(r"(?:>{1,3}|={2,}|-{2,}|~{2,}|\[)\s{0,3}\w[^0-9]{0,40}\Z")  # ">> what I do now"
_ALL_HEADING = Worded(
    r"(?:(?:{heading-words}|{other-headings-abroad}|{work-headings-abroad}|laboral|profesional|professionnelles?)(?: |\Z))+"
)
_PLAIN = Worded("{plain-headings}")


def section_of(written: Sequence[WrittenLine], at: int) -> bool | None:
    """Whether a heading opens a section about work (True) or about something else (False); None is no such heading."""
    text = written[at].text
    return _table_section(written, at) if "|" in text or "\t" in text else _heading_section(written, at)


def _heading_section(written: Sequence[WrittenLine], at: int) -> bool | None:
    line = written[at]
    text = line.text.strip().rstrip(":").strip()
    text = _SIGNS_AROUND.sub("", text) if len(text) <= _LONGEST else text
    listed = line.is_item and not (is_first(written, at) and _LISTED.fullmatch(text))
    if listed or len(text) > _LONGEST or len(text.split()) > MOST_HEADING_WORDS:
        return None
    if text.endswith((".", "!", "?", ",", ";")) or re.search(r"[0-9|@\t]|[:=]\s", text):
        return None
    words = _words(text)
    is_set_off = is_marked(line) or is_first(written, at) or _is_all_heading(text, words)
    if not is_set_off or TITLE.search(text) or _is_employer(written, at, words):
        return None
    if (
        not is_marked(line)
        and not _is_all_heading(text, words)
        and ("," in text or _names_employer(written, at))
    ):
        return None  # "Kaveri Contact Services, Chennai"
    if _OTHER.search(words) and not _OF_ONE_JOB.search(words):
        # "Skills and experience" may hold jobs; volunteering and training are none however they are put.
        both = _WORK.search(words) and (_MIXED.search(words) or _AND_SCHOOL.fullmatch(words))
        return True if _BOTH.search(words) else None if both else False
    return True if _WORK.search(words) else None


def _table_section(written: Sequence[WrittenLine], at: int) -> bool | None:
    """Whether the head of a table says that its rows are about work, as a heading does: "Year | School"."""
    cells = _cells(written[at].text)
    if len(cells) < 2 or at + 1 == len(written) or len(_cells(written[at + 1].text)) < 2:  # noqa: PLR2004  one is no table
        return None
    if any(
        len(cell.split()) > _MOST_CELL_WORDS or re.search("[0-9@]", cell) or TITLE.search(cell)
        for cell in cells
    ):
        return None
    said = [_words(cell) for cell in cells]
    if any(map(_OTHER.fullmatch, said)):
        return False
    return True if any(map(_WORK.fullmatch, said)) else None


def _words(text: str) -> str:
    """The words of a heading in small letters without accents."""
    folded = text.casefold().replace("&", " and ")
    if not folded.isascii():
        folded = "".join(letter for letter in normalize("NFKD", folded) if not combining(letter))
    return " ".join(re.findall("[a-z]+", folded))


def _cells(text: str) -> list[str]:
    return [cell.strip() for cell in re.split(r"[|\t]", text[:_LONGEST_ROW]) if cell.strip()]


def label_section(text: str) -> bool | None:
    """Whether what stands behind a label in its line is about work (True) or about something else (False): "Education: Elm High"."""
    label, colon, rest = text[:_LONGEST].strip().partition(":")
    words = _words(label)
    if not (colon and rest.strip()) or not _is_all_heading(label.strip(), words):
        return None
    return False if _OTHER.search(words) else True if _WORK.search(words) else None


def _is_all_heading(text: str, words: str) -> bool:
    """Whether a line has the words of headings and no others, and begins like one."""
    return _PLAIN.fullmatch(words) is not None or (
        text[:1].isupper() and _ALL_HEADING.fullmatch(words) is not None
    )


def names_section(text: str) -> bool:
    """Whether a line alone has the words of a heading, few of them and nothing else."""
    words = _words(text)
    short = 0 < len(words.split()) <= MOST_HEADING_WORDS and not re.search(r"[0-9|@,\t]", text)
    return short and bool(_PLAIN.fullmatch(words) or _WORK.search(words) or _OTHER.search(words))


def tells_of_person(line: WrittenLine) -> bool:
    """Whether a heading opens what is said of a person in general, below which jobs may stand without a heading of theirs."""
    return _OF_PERSON.search(line.text) is not None


def _is_employer(written: Sequence[WrittenLine], at: int, words: str) -> bool:
    """Whether a line that a heading's word stands in names who gave a job: it ends like a firm's name, or stands beside the job and its dates."""
    before = _FIRMS_WORD.search(words)
    if before is None or not before.start() or _is_all_heading(written[at].text.strip(), words):
        return False
    near = [
        other.text
        for other in written[max(at - 1, 0) : at + 3]
        if abs(other.number - written[at].number) <= 2 and other is not written[at] and not other.is_item  # noqa: PLR2004
    ]
    return any(map(is_title, near)) and any(find_period(text) for text in near)


def _names_employer(written: Sequence[WrittenLine], at: int) -> bool:
    """Whether right below a line stands a job and its dates, so that it names who gave it ("St. Mary School cafeteria")."""
    below = written[at + 1 : at + 3]
    return (
        len(below) > 1
        and [line.number - written[at].number for line in below] == [1, 2]
        and not any(line.is_item for line in below)
        and TITLE.search(below[0].text) is not None
        and len(below[0].text.split()) <= MOST_HEADING_WORDS
        and find_period(below[1].text) is not None
    )


def is_marked(line: WrittenLine) -> bool:
    """Whether a line is set off as a heading by itself: by its style, in capitals, or with a colon behind it."""
    text = line.text.strip()
    return (
        line.heading
        or text.endswith(":")
        or _DECORATED.match(text) is not None
        or (text.isupper() and len(text) > 2)  # noqa: PLR2004
    )


def is_first(written: Sequence[WrittenLine], at: int) -> bool:
    """Whether an empty line stands before a line, or nothing at all."""
    return at == 0 or written[at].number - written[at - 1].number != 1 or written[at - 1].heading


def same_style(line: WrittenLine, heading: WrittenLine) -> bool:
    """Whether a line is set off in the very way in which a heading is."""
    text = line.text.strip()
    if (
        line.is_item
        or not is_marked(line)
        or len(text.split()) > MOST_HEADING_WORDS
        or re.search(r"\d", text)
    ):
        return False
    other = heading.text.strip()
    if not is_marked(heading):
        return line.heading or (text.isupper() and len(text) > _LONGEST_CREDENTIAL)
    return (line.heading, text.endswith(":"), text.isupper()) == (
        heading.heading,
        other.endswith(":"),
        other.isupper(),
    )
