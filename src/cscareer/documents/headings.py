"""Headings in running text: which lines are some, and whether the section below is about work."""

import re
from collections.abc import Sequence

from cscareer.documents.job_names import TITLE, is_title
from cscareer.documents.periods import find_period
from cscareer.documents.prose import WrittenLine

# What a heading says its section is about; of two words the earlier row decides ("Volunteer experience").
_OTHER = re.compile(
    r"\b(?:education|educational|academics?|academic|school|schooling|studies|degrees?|courses?|coursework|class|classes"
    r"|training|certifications?|certificates?|licen[cs]es?|credentials|volunteer|volunteering|volunteered|community"
    r"|unpaid|languages?|interests?|hobbies|references?|awards?|hono(?:u)?rs|publications?|projects?|skills?"
    r"|strengths|competenc(?:y|ies)|qualifications?|tools?|technology|software|summary|profile|objective|highlights"
    r"|contact(?! cent)|memberships?|affiliations?|activities|achievements|accomplishments|development|looking|hoping|next"
    r"|goals?|after)\b|\A(?:about(?: me)?|a bit about me|personal|personal details|expertise|areas of expertise)\Z"
)
_WORK = re.compile(
    r"\b(?:experience|employment|employers?|work|worked|working|jobs?|career|positions?|military|internships?"
    r"|professional (?:background|history)|work history|support background)\b|\Awhat i(?: ve|ve| have)? (?:done|did|do)\b"
    r"|\Awhere i(?: ve|ve| have)? been\b|\A(?:previous|past|other) (?:roles|jobs)\b|\bbackground\Z|\Ahistory\Z"
)
# "1. Work Experience" is a heading and no item of a list, and "★ Experience ★" has signs around it.
_LISTED = re.compile(
    r"(?:(?:work|professional|relevant) )?experience|(?:work|employment|career) history|employment",
    re.IGNORECASE,
)
_SIGNS_AROUND = re.compile(r"\A(?:[0-9]{1,2}[.)]|[IVX]{1,4}[.)]|[^\w\s(]{1,3})\s+|\s+[^\w\s):]{1,3}\Z")
_BOTH = re.compile(
    r"\b(?:experience|employment|work history) and (?:achievements|accomplishments)\Z|\b(?:summary|profile|highlights) (?:and|of) (?:work |professional )?(?:experience|employment)\Z"
)
_OF_ONE_JOB = re.compile(r"\b(?:responsibilities|duties)\b")  # "Responsibilities and achievements:"
MOST_HEADING_WORDS = 5
_LONGEST = 64  # characters, with the signs around
_MOST_CELL_WORDS = 3
_LONGEST_ROW = 200
# Words that firms have in their names as well.
_FIRMS_WORD = re.compile(
    r"\b(?:schools?|academy|academics?|community|training|technology|tools?|software|development|class|work|works|career|jobs?|military"
    r"|background|studies|next|education|educational|personal|projects?)\b"
)
_DECORATED = re.compile(r"(?:>{1,3}|={2,}|-{2,}|~{2,}|\[)\s{0,3}\w[^0-9]{0,40}\Z")  # ">> what I do now"
# A line of such words alone is a heading wherever it stands: "Volunteer work", "Certificates and licenses".
_ALL_HEADING = re.compile(
    r"(?:(?:and|paid|unpaid|other|relevant|related|additional|recent|previous|past|prior|further|key|current|professional|personal|work|working|career"
    r"|employment|job|jobs|military|customer service|volunteer|volunteering|community|education|educational|academic|school|schools|schooling|training"
    r"|trainings|courses|coursework|certifications?|certificates?|licen[cs]es?|licensure|credentials|qualifications?|skills?|languages?|awards?|honou?rs"
    r"|interests|hobbies|references|projects|activities|memberships?|affiliations|experience|experiences|history|background|summary|profile|objective"
    r"|internships?|development|publications|achievements|accomplishments)(?: |\Z))+"
)
_PLAIN = {  # headings that are known for such wherever they stand
    "experience", "work experience", "professional experience", "employment", "employment history", "work history",
    "career history", "education", "skills", "summary", "profile", "certifications", "references", "languages",
    "volunteer experience", "volunteering", "training", "projects", "awards", "interests", "objective", "jobs",
}  # fmt: skip


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
    words = " ".join(re.findall(r"[a-z]+", text.casefold().replace("&", " and ")))
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
        both = _WORK.search(words) and re.search(r"\b(?:skills?|summary|profile|highlights)\b", words)
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
    said = [" ".join(re.findall("[a-z]+", cell.casefold())) for cell in cells]
    if any(map(_OTHER.fullmatch, said)):
        return False
    return True if any(map(_WORK.fullmatch, said)) else None


def _cells(text: str) -> list[str]:
    return [cell.strip() for cell in re.split(r"[|\t]", text[:_LONGEST_ROW]) if cell.strip()]


def label_section(text: str) -> bool | None:
    """Whether what stands behind a label in its line is about work (True) or about something else (False): "Education: Elm High"."""
    label, colon, rest = text[:_LONGEST].strip().partition(":")
    words = " ".join(re.findall("[a-z]+", label.casefold()))
    if not (colon and rest.strip()) or not _is_all_heading(label.strip(), words):
        return None
    return False if _OTHER.search(words) else True if _WORK.search(words) else None


def _is_all_heading(text: str, words: str) -> bool:
    """Whether a line has the words of headings and no others, and begins like one."""
    return words in _PLAIN or (text[:1].isupper() and _ALL_HEADING.fullmatch(words) is not None)


def names_section(text: str) -> bool:
    """Whether a line alone has the words of a heading, few of them and nothing else."""
    words = " ".join(re.findall(r"[a-z]+", text.casefold().replace("&", " and ")))
    short = 0 < len(words.split()) <= MOST_HEADING_WORDS and not re.search(r"[0-9|@,\t]", text)
    return short and (words in _PLAIN or bool(_WORK.search(words) or _OTHER.search(words)))


def tells_of_person(line: WrittenLine) -> bool:
    """Whether a heading opens what is said of a person in general, below which jobs may stand without a heading of theirs."""
    return (
        re.search(
            r"\b(?:summary|profile|objective|highlights|about|skills?|strengths)\b", line.text, re.IGNORECASE
        )
        is not None
    )


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
        return line.heading or text.isupper()
    return (line.heading, text.endswith(":"), text.isupper()) == (
        heading.heading,
        other.endswith(":"),
        other.isupper(),
    )
