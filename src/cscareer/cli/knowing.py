"""Getting to know what a person does: by a title, a resume, their own words, or plain questions; what was understood can be put right."""

import re
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from cscareer.cli.asking import LEAVES
from cscareer.cli.other_work import role_or_job
from cscareer.cli.session import Session
from cscareer.cli.talking import answer_to, ask_named
from cscareer.cli.told import Told, corrected, of_person, understand
from cscareer.cli.told_work import tells
from cscareer.errors import CareerError, UnreadableError

if TYPE_CHECKING:
    from cscareer.catalog.loading import Catalog
    from cscareer.catalog.models import Role
    from cscareer.catalog.title_models import NearJob
    from cscareer.skills.held import HeldSkill
    from cscareer.skills.self_check import SelfCheckPlan

_ASKED = (
    "Where are you now? Type your job's title; or the file of your resume; or tell it in your own words, like: 3 years at a "
    "call center, mostly billing, I train the new people. Or type quiz, for two minutes of plain questions."
)
_QUIZ = frozenset({"quiz", "questions", "the quiz", "plain questions", "test"})
_A_RESUME = frozenset({"resume", "cv", "file", "my resume", "a resume", "my cv", "the file of my resume"})
_RIGHT = frozenset({"y", "yes", "right", "ok", "okay", "yep", "correct", "fine", "good"})
_ENDINGS = (".pdf", ".docx", ".doc", ".txt", ".md", ".json", ".yaml", ".yml", ".html", ".htm", ".rtf", ".odt")
_NAMED = 6  # skills of a job, the others are counted
_SIGNS = 2  # a job, skills, and words as people tell of work
_A_STORY = 4  # words, from which on what is no title may be a story


class Known(NamedTuple):
    """What is known of a person: what was understood, what they say they can't do, and the words that tell a command of it."""

    told: Told
    lacks: frozenset[str] = frozenset()
    resume: str | None = None

    @property
    def held(self) -> "tuple[HeldSkill, ...]":
        """The skills they said or showed."""
        return self.told.shown

    def with_answers(self, plan: "SelfCheckPlan") -> "Known":
        """The same with what plain questions were answered with; what they told before counts first."""
        told = {each.skill for each in self.held}
        more = tuple(each for each in plan.held if each.skill not in told)
        return self._replace(told=self.told._replace(shown=(*self.held, *more)), lacks=plan.lacks - told)

    @property
    def have(self) -> list[str]:
        """The skills as --have takes them."""
        return [f"{each.skill}:{each.level.value}" if each.level else each.skill for each in self.held]

    @property
    def words(self) -> list[str]:
        """The words of a command that tell of the skills."""
        if self.resume:
            return ["--resume", self.resume]
        return ["--have", ",".join(self.have)] if self.held else []


def ask_known(session: Session, catalog: "Catalog", usual: "Role | NearJob | None") -> Known:
    """What a person does now, asked in whatever way they care to tell it.

    Raises:
        typer.Exit: they leave.
    """
    from cscareer.render.show import tell_prose

    tell_prose(_ASKED)
    names = [role.title for role in catalog.roles.values()]
    default = usual.title if usual else None
    return ask_named(
        "Your work now", names, lambda said: known_as_said(session, catalog, said, usual), default
    )


def known_by_story(
    session: Session, catalog: "Catalog", story: str, usual: "Role | NearJob | None" = None
) -> Known:
    """What a person tells of themselves, put right by them.

    Raises:
        typer.Exit: they leave.
    """
    return Known(_with_job(session, catalog, confirmed(catalog, understand(catalog, story)), usual))


def is_story(catalog: "Catalog", said: str) -> bool:
    """Whether words tell of work, of which something can be understood."""
    if len(said.split()) < _A_STORY:
        return False
    told = understand(catalog, said)
    signs = len(told.shown) + (told.job is not None) + tells(said)
    return bool(told.shown or told.job) and signs >= _SIGNS


def confirmed(catalog: "Catalog", told: Told) -> Told:
    """What was understood, shown to the person, and put right by them until they agree.

    Raises:
        typer.Exit: they leave.
    """
    from cscareer.render.cells import listed
    from cscareer.render.show import tell_prose

    while True:
        for line in _understood(catalog, told):
            tell_prose(line)
        tell_prose(
            "Is something wrong? Type -coaching to take a skill out, excel:3 to add one, or another job."
        )
        said = answer_to(f"Enter if it is right; {LEAVES}")
        if not said or said.casefold() in _RIGHT:
            return told
        told, unknown, of_job, unclear = corrected(catalog, told, said)
        for message in unclear:
            tell_prose(message)
        if unknown:
            tell_prose(
                f"We know no skill and no job by: {', '.join(unknown)}. `cscareer skills` lists the skills."
            )
        if of_job:
            tell_prose(
                f"{listed(list(of_job))}: that comes with the job. Name another job if yours was different."
            )


def _understood(catalog: "Catalog", told: Told) -> list[str]:
    from cscareer.render.cells import listed, some
    from cscareer.render.text import in_sentence

    if not (told.job or told.shown):
        return ["We understood no job and no skill of ours in that."]
    lines = [f"Understood: {told.job.title if told.job else 'no job by its title'}{_lasting(told.months)}."]
    if told.shown:
        skills = (
            in_sentence(each.said) + (f" ({each.level.word})" if each.level else "") for each in told.shown
        )
        lines.append(f"You tell of: {listed(list(skills))}.")
    own = {each.skill for each in told.shown}
    if more := [each.skill for each in told.credited if each.skill not in own]:
        names = [in_sentence(catalog.skills[skill].name) for skill in more]
        lines.append(f"The job itself shows: {some(names, _NAMED)}.")
    return lines


def _lasting(months: int | None) -> str:
    if months is None:
        return ""
    if months < 12:  # noqa: PLR2004  a year
        return f", {months} {'month' if months == 1 else 'months'}"
    years = f"{months / 12:.1f}".removesuffix(".0")
    return f", {years} {'year' if years == '1' else 'years'}"


def known_as_said(session: Session, catalog: "Catalog", said: str, usual: "Role | NearJob | None") -> Known:
    """What is known of a person by what they type: a title, a file, a story, or the wish to be asked.

    Raises:
        CareerError: it is no title, no file that can be read, and nothing that can be understood.
    """
    word = said.strip().casefold()
    if word in _QUIZ:
        from cscareer.cli.self_checking import ask_plainly

        plan = ask_plainly(catalog)
        return Known(_with_job(session, catalog, Told(shown=plan.held), usual), plan.lacks)
    if word in _A_RESUME:
        said = answer_to(f"Its file, like resume.pdf; {LEAVES}")
    if (file := file_named(said)) is not None or word in _A_RESUME:
        return _of_resume(session, catalog, str(file or said), usual)
    if is_story(catalog, said):
        return known_by_story(session, catalog, said, usual)
    return Known(Told().with_job(catalog, role_or_job(session, catalog, said)))


def file_named(said: str) -> Path | None:
    """The file that words name, also as a terminal writes one that is dropped on it; None where they name none.

    Raises:
        UnreadableError: they can only be meant for a file, and there is none.
    """
    bare = re.sub(r"\\(.)", r"\1", said.strip().strip("'\"").removeprefix("file://"))
    path = Path(bare).expanduser() if bare else Path()
    try:
        if bare and path.is_file():
            return path
    except (OSError, ValueError):
        return None
    if bare.casefold().endswith(_ENDINGS) and len(bare.split()) < _A_STORY:
        raise UnreadableError(
            f"There is no file {bare} here.", hint="Name it with its folder, or tell it in your own words."
        )
    return None


def names_file(said: str) -> bool:
    """Whether a person names a file of theirs, be it one that can't be read."""
    try:
        return file_named(said) is not None
    except CareerError:
        return True  # what else it is said when it is read


def _of_resume(session: Session, catalog: "Catalog", file: str, usual: "Role | NearJob | None") -> Known:
    """What a resume says, put right by the person; what they change counts instead of the file.

    Raises:
        CareerError: it can't be read.
    """
    from cscareer.cli.person import read_own
    from cscareer.render.show import tell_prose

    told = of_person(catalog, read_own(session, catalog, file))
    for note in session.take_notes():
        tell_prose(note)
    right = confirmed(catalog, told)
    known = _with_job(session, catalog, right, usual)
    return Known(known, resume=file if right.shown == told.shown else None)


def _with_job(session: Session, catalog: "Catalog", told: Told, usual: "Role | NearJob | None") -> Told:
    """The same with a job, asked for where none was understood."""
    if told.job:
        return told
    job: Role | NearJob = ask_named(
        "What would you call your job? A title as you'd say it",
        [role.title for role in catalog.roles.values()],
        lambda said: role_or_job(session, catalog, said),
        usual.title if usual else None,
    )
    return told.with_job(catalog, job)
