"""Reading the skills a person says they have: "sql:2, empathy:advanced, typing"."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from cscareer.catalog.loading import Catalog
from cscareer.catalog.lookup import find, names_of, plain, suggest
from cscareer.catalog.models import SkillLevel
from cscareer.errors import AmbiguousNameError, CareerError, UnknownNameError, UsageError

if TYPE_CHECKING:  # finding skills in texts takes long to load, and few who hold skills have one read
    from cscareer.skills.finding import FoundSkill
    from cscareer.titles.held_jobs import WorkHistory

MOST_SAID = 200  # skills one person can say they have; the guide has a third of that
LEVEL_WORDS = {level.word: level for level in SkillLevel}
LEVELS_SAID = "1 basic, 2 working, 3 advanced or 4 expert"


@dataclass(frozen=True, slots=True)
class HeldSkill:
    """A skill a person has, with the level where they said one, and the words they used for it."""

    skill: str
    level: SkillLevel | None
    said: str
    completed: bool = False  # only the beginning of a name was given
    evidence: str | None = None  # what their profile keeps as its proof
    credited: bool = False  # a job of theirs that asks for it speaks for it, and not they themselves


class Person(NamedTuple):
    """What is known of a person: what they say they have, what their resume speaks of, and its years of work.

    `years_of_experience` is null where the resume gives no dates. `maybe` are skills that weak evidence points at; they
    never count. `history` are the jobs of the resume, `role` the role that their profile says is theirs, or else the head
    of a resume without dated jobs. `complete` says that what they say is all they have, so that the rest is missing and
    not merely not shown; `lacks` are skills that they or their resume say they don't have.

    Example:
        >>> catalog = load_catalog()
        >>> Person(read_held(catalog, ["sql:2", "empathy"])).held[0].skill
        'sql'
    """

    held: Sequence[HeldSkill] = ()
    found: "Sequence[FoundSkill]" = ()
    years_of_experience: float | None = None
    maybe: "Sequence[FoundSkill]" = ()
    history: "WorkHistory | None" = None
    role: str | None = None
    complete: bool = False
    lacks: frozenset[str] = frozenset()

    @property
    def years_of_service(self) -> float | None:
        """The years in jobs that serve customers; None where no dates are known."""
        return self.history.years_of_service if self.history else None


class SkillNames:
    """Every skill by each of its whole names, made once for many people."""

    def __init__(self, catalog: Catalog) -> None:
        self._skills: dict[str, set[str]] = {}
        for skill in catalog.skills.values():
            for name in names_of(skill):
                self._skills.setdefault(plain(name), set()).add(skill.id)

    def find(self, name: str) -> frozenset[str]:
        """The ids of the skills that go by a name, in any case; its beginning alone isn't enough."""
        return frozenset(self._skills.get(plain(name), ()))


def parted(said: Iterable[str]) -> list[str]:
    """The parts of lists like "sql:2,empathy:advanced", each once; one may be empty.

    Raises:
        UsageError: they are more than 200.
    """
    parts = [part.strip() for text in said for part in text.split(",")]
    if len(parts) > MOST_SAID:
        raise UsageError(
            f"{len(parts):,} skills are more than a person has.",
            hint=f"Name at most {MOST_SAID}; `cscareer skills` lists every skill.",
        )
    return list(dict.fromkeys(parts))


def read_held(catalog: Catalog, said: Iterable[str], *, in_words: bool = True) -> tuple[HeldSkill, ...]:
    """The skills in lists like "sql:2,empathy:advanced,typing"; of one said twice, the higher level counts.

    With `in_words`, what no skill goes by is read as an item of a resume's list: "advanced Excel".

    Raises:
        UnknownNameError: some names or levels aren't known; all of them are named at once.
        AmbiguousNameError: a name is that of several skills, and nothing else is wrong.

    Example:
        >>> [(skill.skill, int(skill.level or 0)) for skill in read_held(load_catalog(), ["sql:2,empathy:advanced"])]
        [('sql', 2), ('empathy', 3)]
    """
    held, unknown = read_known(catalog, said, in_words=in_words)
    if unknown:
        raise together(unknown)
    return held


def read_known(
    catalog: Catalog, said: Iterable[str], *, in_words: bool = True
) -> tuple[tuple[HeldSkill, ...], tuple[CareerError, ...]]:
    """The same, with what is wrong with the names that are no skill's, or several skills'.

    Raises:
        UnknownNameError: a level isn't known; all that is wrong is named at once.
        UsageError: they are more than 200.
    """
    read: list[HeldSkill] = []
    unknown: list[CareerError] = []
    wrong_levels: list[CareerError] = []
    for part in filter(None, parted(said)):
        name, colon, level_said = (text.strip() for text in part.partition(":"))
        try:
            match = find(catalog.skills, name, what="skill", list_command="cscareer skills")
        except UnknownNameError as error:
            told = _in_words(catalog, part) if in_words else []
            read += told
            unknown += [] if told else [error]
            continue
        except CareerError as error:
            unknown.append(error)
            continue
        try:
            level = read_level(level_said, part) if colon else None
        except UnknownNameError as error:
            told = [each for each in _in_words(catalog, part) if each.level] if in_words else []
            if told:
                read += told  # "Excel: intermediate"
            else:
                wrong_levels.append(error)
        else:
            read.append(HeldSkill(match.entry.id, level, name, match.completed))
    if wrong_levels:
        raise together([*unknown, *wrong_levels])
    return once_each(read), tuple(unknown)


def _in_words(catalog: Catalog, said: str) -> list[HeldSkill]:
    """The skills that somebody tells in more words than a name has: "advanced Excel"."""
    from cscareer.skills.saying import read_said  # finding skills in texts takes long to load

    return [HeldSkill(each.id, each.level, said) for each in read_said(catalog, said)]


def once_each(held: Iterable[HeldSkill]) -> tuple[HeldSkill, ...]:
    """Each skill once; of one said twice, the higher level counts."""
    highest: dict[str, HeldSkill] = {}
    for skill in held:
        known = highest.get(skill.skill)
        if known is None or (skill.level or 0) > (known.level or 0):
            highest[skill.skill] = skill
    return tuple(highest.values())


def level_named(said: str) -> SkillLevel | None:
    """The level of a number from 1 to 4 or of its word; None if it is neither."""
    return SkillLevel(int(said)) if said in {"1", "2", "3", "4"} else LEVEL_WORDS.get(said.casefold())


def read_level(said: str, part: str) -> SkillLevel:
    """A level as a person writes it, a number or a word; `part` is what it stands in.

    Raises:
        UnknownNameError: it is none.
    """
    if level := level_named(said):
        return level
    raise UnknownNameError(
        f'"{said}" in "{part}" is no level; the levels are {LEVELS_SAID}.',
        hint="Like --level 2 or --level working."
        if part.startswith("--level")
        else 'Write it as "skill:level", like "sql:2" or "sql:working".',
        suggestions=suggest(said, LEVEL_WORDS, most=1, whole=True) if said else (),
    )


def together(failures: Sequence[CareerError]) -> CareerError:
    """One error that says what all of them say."""
    if len(failures) == 1:
        return failures[0]
    kind = (
        AmbiguousNameError
        if all(isinstance(each, AmbiguousNameError) for each in failures)
        else UnknownNameError
    )
    error = kind(
        " ".join(with_suggestions(failure) for failure in failures),
        hint="`cscareer skills` lists every skill.",
        suggestions=tuple(dict.fromkeys(name for failure in failures for name in failure.suggestions)),
    )
    error.names_suggestions = True
    return error


def with_suggestions(failure: CareerError) -> str:
    """What an error says, with its suggestions."""
    if failure.names_suggestions or not failure.suggestions:
        return failure.message
    return f"{failure.message.removesuffix('.')}; did you mean {' or '.join(failure.suggestions)}?"
