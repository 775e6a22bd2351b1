"""Positions in running text: a time span, and the words around it that name the job and who gave it."""

import re
from collections.abc import Iterator, Sequence

from cscareer.documents.dates import Period, find_period
from cscareer.documents.document import Position
from cscareer.documents.prose import WrittenLine, clean, unbullet

_WORK = {
    "experience", "work experience", "professional experience", "employment", "employment history",
    "work history", "career history", "relevant experience", "related experience", "positions", "jobs",
    "customer service experience", "work", "career", "professional background", "previous experience",
    "additional experience", "other experience", "professional history", "job history", "job experience",
}  # fmt: skip
_OTHER = {
    "education", "academic background", "skills", "key skills", "technical skills", "core skills", "summary", "profile",
    "professional summary", "objective", "career objective", "certifications", "certificates", "licenses",
    "licenses and certifications", "training", "courses", "projects", "personal projects", "publications",
    "awards", "honors", "honours", "awards and honors", "volunteer", "volunteering", "volunteer work",
    "volunteer experience", "volunteering experience", "community service", "languages", "interests", "hobbies",
    "references", "activities", "memberships", "affiliations", "professional development", "contact", "about",
    "about me", "core competencies", "competencies", "qualifications", "education and training", "achievements",
    "accomplishments", "skills and tools", "tools", "military service", "extracurricular activities",
}  # fmt: skip
# Nouns that job titles end with or turn on; they tell a title from a company's name.
_TITLE = re.compile(
    r"\b(?:agent|representative|rep|csr|associate|specialist|manager|supervisor|lead|leader|analyst|engineer|developer"
    r"|director|assistant|clerk|coordinator|consultant|cashier|teller|officer|technician|administrator|trainer|coach"
    r"|intern|president|head|chief|advisor|adviser|receptionist|operator|executive|owner|founder|server|waiter"
    r"|waitress|barista|host|hostess|driver|nurse|teacher|professor|researcher|scientist|designer|writer|editor"
    r"|programmer|architect|accountant|secretary|dispatcher|interpreter|translator|concierge|salesperson|vp|ceo|cto)s?\b",
    re.IGNORECASE,
)
_TITLE_AT_END = re.compile(rf"{_TITLE.pattern}\W*\Z", re.IGNORECASE)
_SPLIT = re.compile(r"\s+(?:at|@)\s+|\s*[|·•]\s*|\s+[-–—]+\s+|\s*[;,]\s+|\t+|\s{2,}", re.IGNORECASE)
_EDGE = " \t,;:|·•-–—()[]*_\u200b"
_LONGEST = 200  # characters; a longer line is prose
_MOST_WORDS = 14
_MOST_HEADING_WORDS = 5


def find_positions(lines: Sequence[WrittenLine]) -> Iterator[Position]:
    """The positions of a resume in running text, as far as its layout shows them.

    Only time spans in sections about work count, or, if there is no such section, those outside of sections
    about something else (education, volunteering …). A span inside an item of a list is no position.
    """
    written = [line for line in lines if any(map(str.isalnum, line.text))]
    sections = [_section(line.text) for line in written]
    section: bool | None = None if True not in sections else False
    taken: set[int] = set()
    for at, line in enumerate(written):
        if (heading := sections[at]) is not None:
            section = heading
        elif section is not False and not line.is_item and len(line.text) <= _LONGEST:
            period = find_period(line.text)
            if period and (position := _position(written, at, period, sections, taken)):
                yield position


def _section(text: str) -> bool | None:
    """Whether a heading opens a section about work (True) or about something else (False); None is no heading."""
    if len(text) > 60 or len(text.split()) > _MOST_HEADING_WORDS:  # noqa: PLR2004  quick way out
        return None
    words = " ".join(re.findall(r"[a-z]+", text.casefold().replace("&", " and ")))
    if words in _WORK:
        return True
    return False if words in _OTHER else None


def _position(
    written: Sequence[WrittenLine], at: int, period: Period, sections: Sequence[bool | None], taken: set[int]
) -> Position | None:
    """The position that the span in line `at` belongs to: its names stand in that line, before it, or after it."""
    line = written[at]
    rest = f"{line.text[: period.begins].rstrip(_EDGE)}\t{line.text[period.ends :].strip(_EDGE)}".strip(_EDGE)
    if rest.endswith(".") or len(rest.split()) > _MOST_WORDS:
        return None

    def usable(index: int) -> bool:
        return (
            0 <= index < len(written)
            and index not in taken
            and sections[index] is None
            and abs(index - at) <= 2  # noqa: PLR2004  lines around the span
            and _is_name(written[index])
        )

    names, used = _split(rest), [at]
    for step in (-1, 1):
        index = at + step
        while usable(index) and _adds(written[index].text, names):
            found = _split(written[index].text)
            names = [*found, *names] if step < 0 else [*names, *found]
            used.append(index)
            index += step
    taken.update(used)
    if not names:
        return None
    title = next(
        (at for noun in (_TITLE_AT_END, _TITLE) for at, name in enumerate(names) if noun.search(name)), 0
    )
    organization = next((name for at, name in enumerate(names) if at != title), None)
    return Position(names[title], organization, period.start, period.end, period.current, line.number)


def _adds(text: str, names: Sequence[str]) -> bool:
    """Whether a line beside the span gives what its names still lack: any at all, a title, or an organization."""
    if not names:
        return True
    is_capitalized = all(word[:1].isupper() for word in re.findall(r"[^\W\d_]{4,}", text))
    if any(map(_TITLE.search, names)):
        return len(names) == 1 and is_capitalized
    return bool(_TITLE.search(text)) and is_capitalized


def _is_name(line: WrittenLine) -> bool:
    text = line.text.strip()
    return not (
        line.is_item
        or len(text) > _LONGEST
        or len(text.split()) > _MOST_WORDS
        or text.endswith((".", ":", "!", "?"))
        or find_period(text)
        or "@" in text
    )


def _split(text: str) -> list[str]:
    found = (clean(part).strip(_EDGE) for part in _SPLIT.split(unbullet(text)))
    return [part for part in found if any(map(str.isalnum, part))]
