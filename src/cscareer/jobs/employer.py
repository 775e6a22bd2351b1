"""Who the employer is, where no field of an ad says it: by a label, a legal form, or a sentence of who they are."""

import re

from cscareer.catalog.loading import Catalog
from cscareer.jobs.ad import Ad
from cscareer.jobs.word_lists import any_of
from cscareer.titles.reading import TitleReader

_LABELLED = 60  # lines among which a label stands
_HEAD = 12  # lines among which a name stands alone
_FIRST = 4  # lines in which it stands beside the title
_LONGEST_TITLE = 120
_LONGEST_LINE = 4000  # letters of a line that are looked through
_NAME_WORD = r"[A-Z][\w&.'’-]{0,40}"
_NAME = rf"{_NAME_WORD}(?:[ ,]{{1,2}}(?:&|and|of|the|{_NAME_WORD})){{0,5}}"
_PARTS = re.compile(r"\s(?:-{1,3}|[–—|·•])\s|\s{2,}|,\s")
_GLUED = re.compile(r"[a-z](?:[A-Z][a-z]+)$|^.{0,20}Description:?\s?")  # "Role DescriptionThis"
_AT_PLACE = re.compile(  # a whole line: "BrightLedger, Phoenix, AZ (hybrid)", "Valle Health Plans - Tempe, AZ"
    rf"({_NAME})(?:,| -{{1,3}}| [–—|·•]) [A-Z][A-Za-z.'’ -]{{1,30}}, [A-Z]{{2}}(?: \d{{5}})?\s?(?:[(,|·•–—-].{{0,40}})?"
)
_STATE_LAST = re.compile(r"\b[A-Z]{2}\b$")


class EmployerReader:
    """Finds the name of an employer; the words it goes by are those of the data."""

    def __init__(self, catalog: Catalog) -> None:
        lists = {name: each.words for name, each in catalog.posting_lists.items()}
        self._label = re.compile(
            rf"{any_of(lists['employer-labels'])}(?: name)?\s*:\s*([^|•~;\n]{{2,60}}?)(?:\s{{2,}}|$|[|•~;])",
            re.IGNORECASE,
        )
        self._forms = lists["employer-legal-forms"]
        self._legal = re.compile(rf"\b({_NAME},? {any_of(lists['employer-legal-forms'])})")
        self._kind = re.compile(rf"\b({_NAME} {any_of(lists['employer-kinds'])})")
        self._says_who = re.compile(
            rf"(?i:{any_of(lists['employer-before'])}) ({_NAME})(?=[,:.!]|\s(?:is|we|our|you|and|has)\b|$)"
            rf"|^({_NAME}) {any_of(lists['employer-after'])}"
        )
        self._titles = catalog.once(TitleReader)
        self._no_names = frozenset(lists["employer-not"])
        self._beside = re.compile(any_of(lists["employer-not-beside"]), re.IGNORECASE)

    def name(self, ad: Ad, title: str | None) -> str | None:
        """The employer that the words of an ad name."""
        for line in ad.said[:_LABELLED]:
            if ":" in line.text and (match := self._label.search(line.text)):
                return match[1].strip()
        for line in ad.said:
            text = line.text[:_LONGEST_LINE]
            if any(form in text for form in self._forms) and (match := self._legal.search(text)):
                return _GLUED.sub("", match[1].strip())
        if name := self._at_place(ad, title) or self._of_kind(ad, title):
            return name
        for line in ad.said:
            for match in self._says_who.finditer(line.text[:_LONGEST_LINE]):
                name = (match[1] or match[2]).strip(" ,.")
                if self._may_be(name) and not _repeats(name, title):
                    return name
        return self._beside_title(ad, title)

    def _of_kind(self, ad: Ad, title: str | None) -> str | None:
        """The name in the head of an ad that ends with what kind of employer it is."""
        for line in ad.said[:_HEAD]:
            match = self._kind.search(line.text[:_LONGEST_TITLE])
            if (
                match
                and match[1] not in (title or "")
                and not _repeats(match[1], title)
                and self._may_be(match[1])
            ):
                return match[1].strip()
        return None

    def _at_place(self, ad: Ad, title: str | None) -> str | None:
        """The name that a line near the title has before a town and its state."""
        reading = self._titles.read
        for line in ad.said[1:_FIRST]:
            match = _AT_PLACE.fullmatch(line.text.strip(" *_#")) if len(line.text) <= _LONGEST_TITLE else None
            if match is None or self._is_none(match[1].lower()) or self._beside.search(match[1]):
                continue
            is_title = bool(title) and (
                match[1] in str(title) or reading(match[1]).kind in {"role", "several"}
            )
            if not is_title and not _STATE_LAST.search(match[1]):
                return match[1]
        return None

    def _may_be(self, name: str) -> bool:
        return not self._is_none(name.lower()) and not _GLUED.search(name)

    def _is_none(self, name: str) -> bool:
        """Whether a name in small letters is or begins with a word that names no employer."""
        return name in self._no_names or name.split(maxsplit=1)[0] in self._no_names

    def _beside_title(self, ad: Ad, title: str | None) -> str | None:
        """A name that stands with the title or right below it, before a dash or a place: "Tallgrass Water - Lincoln"."""
        for line in ad.said[:_FIRST]:
            text = line.text.strip(" *_#")
            if len(text) > _LONGEST_TITLE or (title and text == title):
                continue
            parts = [part.strip(" *") for part in _PARTS.split(text)]
            for part in parts[: -1 if len(parts) > 1 else None]:
                if title and (part in title or title in part):
                    continue
                if (
                    re.fullmatch(_NAME, part)
                    and self._may_be(part)
                    and not self._beside.search(part)
                    and not _STATE_LAST.search(part)
                ):
                    return part
        return None


def _repeats(name: str, title: str | None) -> bool:
    """Whether a name is but the job's title, or that and where in the firm it is: "QA Analyst, Member Services"."""
    if not title:
        return False
    said, job = name.casefold(), title.casefold()
    if not said.startswith(job):
        return False
    goes_on = said[len(job) :].lstrip()[:1]
    return not goes_on or " " in job or goes_on in ",-–—"
