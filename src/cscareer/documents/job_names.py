"""What tells the title of a job from the name of whoever gave it."""

from collections.abc import Sequence

from cscareer.documents.words import Worded, remembered

TITLE = Worded(r"\b(?:{title-nouns}|{title-nouns-abroad})s?\b")
_WORK = Worded(r"\b{title-places}\b")
_TITLE_AT_END = Worded(rf"{TITLE.shape}(?:\s+(?:i{{1,3}}|iv|v|[1-5]))?\W*\Z")
_TITLE_OF = Worded(rf".{{0,30}}?{TITLE.shape}(?:\s(?:of|for|in)\s|,)")
_FIRM_AT_END = Worded(r"\b{firm-endings}\W*\Z")


@remembered
def names_job(text: str) -> bool:
    """Whether a text has the noun of a title in it, or the place or work that stands for one."""
    return TITLE.search(text) is not None or _WORK.search(text) is not None


def is_place_of_work(name: str) -> bool:
    """Whether a name is but the place or the work of a job: "Customer Care", "Front Desk"."""
    return _WORK.fullmatch(name) is not None


@remembered
def is_firm(name: str) -> bool:
    """Whether a name ends like a firm's."""
    return _FIRM_AT_END.search(name) is not None


@remembered
def is_title(name: str) -> bool:
    """Whether the noun of a title stands in a name, and it isn't a firm's: "Teachers Credit Union"."""
    if TITLE.search(name) is None:
        return False
    return not _FIRM_AT_END.search(name) or _TITLE_OF.match(name) is not None


def title_among(names: Sequence[str]) -> int:
    """Which of the names about a job is its title; a firm may have a title's noun in its name ("Teachers Credit Union")."""
    people = [at for at, name in enumerate(names) if not _FIRM_AT_END.search(name)]
    kinds = (
        (people, _TITLE_AT_END),
        (people, TITLE),
        (people, _WORK),
        (range(len(names)), _TITLE_AT_END),
        (range(len(names)), _WORK),
    )
    for among, noun in kinds:
        if (at := next((at for at in among if noun.search(names[at])), None)) is not None:
            return at
    return people[0] if people else 0


def is_clear(names: Sequence[str], title: int) -> bool:
    """Whether the title among some names is one by its words, and not merely by its place or by the words of the others."""
    return len(names) == 1 or (
        names_job(names[title]) and not any(names_job(each) for at, each in enumerate(names) if at != title)
    )
