"""One run of the program: its options, the names it reads, and the answer it shows."""

import re
from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager, ExitStack, suppress
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from cscareer.cli import clock
from cscareer.cli.own_profile import OwnProfile
from cscareer.errors import (
    AmbiguousNameError,
    CareerError,
    UnknownNameError,
)
from cscareer.render.formats import Format

if TYPE_CHECKING:
    from cscareer.catalog.guide_models import Chapter
    from cscareer.catalog.loading import Catalog
    from cscareer.catalog.metric_models import Metric
    from cscareer.catalog.models import Industry, Named, Role, Source
    from cscareer.catalog.practice_models import Scenario
    from cscareer.catalog.skill_models import Skill
    from cscareer.cli.declaring import Declaration
    from cscareer.pay.amounts import Given
    from cscareer.pay.location import Location
    from cscareer.pay.money import Period
    from cscareer.plan.kept_names import KeptName

Meant = TypeVar("Meant", bound="Named")
Held = TypeVar("Held")


class Session(OwnProfile):
    """The options of the whole program, and what to tell before the answer.

    `commands` are all that there are, and `asked` is the format asked for, None where none was. `wide` asks for every
    value in CSV, `output` names the file to write, and `svg` that for a picture of the screen; `words` are those of the command
    line, and `full` asks for more than a screen. `doubts_resume` says that what was given for a resume looks like an ad.
    """

    def __init__(
        self,
        data_dir: Path | None,
        commands: "Sequence[Declaration]",
        *,
        no_color: bool,
        no_profile: bool,
        notes: Sequence[str] = (),
    ) -> None:
        super().__init__(notes, no_profile=no_profile)
        self.data_dir = data_dir
        self.commands = commands
        self.no_color = no_color
        self.asked: Format | None = None
        self.wide = self.full = False
        self.output: str | None = None
        self.svg: str | None = None
        self.words: Sequence[str] = ()
        self.doubts_resume = False
        self.resources = ExitStack()

    def keep_open(self, resource: AbstractContextManager[Held]) -> Held:
        """Opens what is closed once the answer is written."""
        return self.resources.enter_context(resource)

    def catalog(self) -> "Catalog":
        """The data of all layers in use."""
        from cscareer.catalog.loading import load_catalog

        return load_catalog(self.data_dir)

    def role(self, catalog: "Catalog", name: str) -> "Role":
        """The role a person means, by one of its names or by any title that people use; says so when it isn't a whole name.

        Raises:
            UnknownNameError: no role goes by it, and no title like it is one.
            AmbiguousNameError: several do.
        """
        told = len(self.notes)
        try:
            role = self._named(catalog.roles, name, "role", "cscareer roles")
        except (UnknownNameError, AmbiguousNameError) as error:
            from cscareer.titles.naming import role_of_title

            role = role_of_title(catalog, name, error)
            self.note_completed(name, role.display)
        if " " in name.strip():
            self.note_grade(catalog, name, role, told)
        return role

    def note_grade(self, catalog: "Catalog", name: str, role: "Role", told: int) -> None:
        """Remembers to tell, in place of what was noted of it from `told` on, that a title says a grade beyond its role."""
        from cscareer.titles.grades import said_grade

        if said := said_grade(catalog, name, role):
            self.notes[told:] = [
                (
                    f'Reading "{name}" as {role.display.removesuffix("?")}, the full role; “{said.word}” in a title usually '
                    f"means the {said.grade.pay} end of its pay (our judgement)."
                )
            ]

    def role_beside_place(self, catalog: "Catalog", name: str) -> "Role":
        """The same where a command takes places, too: a place that stands where a role belongs is told to be one."""
        try:
            return self.role(catalog, name)
        except UnknownNameError as error:
            if not error.suggestions and _is_somewhere(catalog, name):
                error.hint = f"It is a place: name the role, and write the place behind -l. {error.hint}"
            raise

    def roles(self, catalog: "Catalog", names: Sequence[str]) -> list["Role"]:
        """The roles meant by several names; words in a row that make whole names need no quotes, and are told."""
        from cscareer.cli.line_words import is_title, split_titles, titles_between

        split = split_titles(catalog, names)
        said = " ".join(names)
        if split is None and not is_title(catalog, said) and (between := titles_between(said)):
            split = between if all(self._may_be_role(catalog, each) for each in between) else None
        if split is not None:
            self.notes.append(f"Reading {_listed(split)}; quotes keep words of a title together.")
            return [self.role(catalog, name) for name in split]
        if len(names) > 1 and not any(" " in name for name in names) and not self._is_role(catalog, names[0]):
            try:
                return [self.role(catalog, " ".join(names))]  # any title that people use
            except AmbiguousNameError:
                pass
            except UnknownNameError as error:
                if error.suggestions:
                    raise
        return [self.role_beside_place(catalog, name) for name in names]

    def _may_be_role(self, catalog: "Catalog", name: str) -> bool:
        """Whether words name a role, or several alike, of which the person is asked back."""
        with suppress(AmbiguousNameError):
            return self._is_role(catalog, name, AmbiguousNameError)
        return True

    def _is_role(self, catalog: "Catalog", name: str, *raised: type[CareerError]) -> bool:
        """Whether a word alone names one role; says nothing, and raises what is to be raised."""
        told = len(self.notes)
        try:
            self.role(catalog, name)
        except raised:
            raise
        except CareerError:
            return False
        finally:
            del self.notes[told:]
        return True

    def industry(self, catalog: "Catalog", name: str) -> "Industry":
        """The industry a person means; says so when only the beginning of its name was given."""
        try:
            return self._named(catalog.industries, name, "industry", "")
        except UnknownNameError as error:
            # No command lists them.
            error.hint = f"Any of: {', '.join(each.name for each in catalog.industries.values())}."
            raise

    def skill(self, catalog: "Catalog", name: str) -> "Skill":
        """The skill a person means; says so when only the beginning of its name was given."""
        return self._named(catalog.skills, name, "skill", "cscareer skills")

    def chapter(self, catalog: "Catalog", name: str) -> "Chapter":
        """The chapter a person means, also by its number; says so when only the beginning of its name was given."""
        number = name.casefold().removeprefix("chapter").strip()
        if re.fullmatch("[0-9]{1,3}", number) and 0 < int(number) <= len(catalog.chapters):
            return list(catalog.chapters.values())[int(number) - 1]
        return self._named(catalog.chapters, name, "chapter", "cscareer guide")

    def metric(self, catalog: "Catalog", name: str) -> "Metric":
        """The metric a person means; says so when only the beginning of its name was given."""
        return self._named(catalog.metrics, name, "metric", "cscareer metrics")

    def scenario(self, catalog: "Catalog", name: str) -> "Scenario":
        """The scenario a person means; says so when only the beginning of its name was given."""
        return self._named(catalog.scenarios, name, "scenario", "cscareer practice")

    def _named(self, entries: "Mapping[str, Meant]", name: str, what: str, list_command: str) -> "Meant":
        """The entry that goes by a name; remembers to say so when only its beginning was given."""
        from cscareer.catalog.lookup import find

        match = find(entries, name, what=what, list_command=list_command)
        if match.completed:
            self.note_completed(name, match.entry.display)
        return match.entry

    def location(self, catalog: "Catalog", said: str | None) -> "Location | None":
        """The place a person means, where they name one."""
        return None if said is None else self.locations(catalog, [said])[0]

    def locations(self, catalog: "Catalog", said: Sequence[str]) -> "list[Location]":
        """The places a person means, each once."""
        if not said:
            return []
        from cscareer.pay.statistics import Statistics

        places = catalog.once(Statistics).places
        found = {(place.area.id, place.name): place for place in map(places.find, said)}
        for place in found.values():
            if meant := places.likelier(place):
                self.notes.append(f'"{place.said}" is {place.name}. Did you mean {meant}?')
        return list(found.values())

    def amount(
        self, said: str, period: "Period | None", what: str, *, hourly_beside: bool = False
    ) -> "Given":
        """The pay a person means, as `read_pay` reads it; remembers to say how, where it wasn't plain."""
        from cscareer.pay.amounts import read_amount

        given = read_amount(said, period, what=what, hourly_beside=hourly_beside)
        self.notes += [given.reading] if given.reading else []
        return given

    @property
    def today(self) -> str:
        """The day it is here, like 2026-11-24."""
        return clock.today().isoformat()

    def day(self, said: str, *, coming: bool = True) -> str:
        """The day a person means, like 2026-11-24; remembers to say how words were read.

        Raises:
            UsageError: it is none.
        """
        from cscareer.cli.days import read_day

        day = read_day(said, date.fromisoformat(self.today), coming=coming)
        if day != said.strip():
            self.notes.append(f'Reading "{said}" as {day}.')
        return day

    def note_completed(self, said: str, meant: str) -> None:
        """Remembers to tell how the beginning of a name was read."""
        self.notes.append(f'Reading "{said}" as {meant.removesuffix("?")}.')

    def meant(self, said: str, meant: "KeptName") -> "KeptName":
        """What a person means among what they keep; says so when only the beginning of its name was given."""
        if meant.completed:
            self.note_completed(said, meant.name)
        return meant

    def take_notes(self) -> list[str]:
        """The notes that belong before the answer, once."""
        if self.own:  # in one line, whatever it is
            said = dict.fromkeys(self.own)  # "role, X" goes without saying beside "role, X, to start from"
            own = "; ".join(each for each in said if not any(other.startswith(f"{each}, ") for other in said))
            self.notes.append(f"Using your profile's {own} (--no-profile goes without).")
        taken = list(self.notes)
        self.notes.clear()
        self.own.clear()
        return taken

    def note_age(self, sources: "Sequence[Source]") -> None:
        """Says after which official figures of an answer newer ones should be out."""
        if not sources:
            return
        from cscareer.catalog.age import outdated

        for source, newer in outdated(self.catalog().release_times.values(), sources, clock.today()):
            self.notes.append(
                f"{source.short or source.title}: {newer} newer {'release' if newer == 1 else 'releases'} should be out; `cscareer data import` takes them in."
            )

    def tell_notes(self) -> int:
        """Writes the notes that belong before the answer, once; gives how many lines of its terminal they take."""
        from cscareer.render.show import tell_note

        return sum(tell_note(note) for note in self.take_notes())


def _listed(names: Sequence[str]) -> str:
    return ", ".join(f'"{name}"' for name in names)


def _is_somewhere(catalog: "Catalog", name: str) -> bool:
    """Whether a place goes by a name, or several do."""
    from cscareer.pay.statistics import Statistics

    try:
        catalog.once(Statistics).places.find(name)
    except CareerError as error:
        return isinstance(error, AmbiguousNameError)
    return True
