"""One run of the program: its options, the names it reads, and the answer it shows."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

from cscareer.cli import clock
from cscareer.cli.completion import complete_location
from cscareer.errors import CareerError, UnknownNameError, UnwritableError, UsageError
from cscareer.render.formats import AnyFormat, Format, RouteFormat, StreamFormat

if TYPE_CHECKING:
    from cscareer.catalog.answer import Answer
    from cscareer.catalog.guide_models import Chapter
    from cscareer.catalog.loading import Catalog
    from cscareer.catalog.metric_models import Metric
    from cscareer.catalog.models import Industry, Named, Role, Skill
    from cscareer.catalog.practice_models import Scenario
    from cscareer.pay.places import Location
    from cscareer.plan.checklist import KeptName
    from cscareer.plan.profile import Profile
    from cscareer.plan.storage import Store

Choice = TypeVar("Choice", bound=StrEnum)
Meant = TypeVar("Meant", bound="Named")

FormatOption = Annotated[
    Format | None,
    typer.Option(
        "--format",
        "-f",
        help="How the answer is written; a table when left out.",
        show_default=False,
        case_sensitive=False,
    ),
]
StreamFormatOption = Annotated[
    StreamFormat | None,
    typer.Option(
        "--format",
        "-f",
        help="How the answer is written: a table when left out, with --people jsonl (or csv).",
        show_default=False,
        case_sensitive=False,
    ),
]
RouteFormatOption = Annotated[
    RouteFormat | None,
    typer.Option(
        "--format",
        "-f",
        help="How the answer is written; a table when left out. mermaid draws a flowchart for Markdown.",
        show_default=False,
        case_sensitive=False,
    ),
]
JsonOption = Annotated[bool, typer.Option("--json", help="Short for --format json.")]
_WHERE = "A US place: a city, county, state or ZIP code."
LocationOption = Annotated[
    str | None,
    typer.Option("--location", "-l", metavar="PLACE", help=_WHERE, autocompletion=complete_location),
]
LocationsOption = Annotated[
    list[str] | None,
    typer.Option(
        "--location", "-l", metavar="PLACE", help=f"{_WHERE} Repeatable.", autocompletion=complete_location
    ),
]


OutputOption = Annotated[
    str | None,
    typer.Option(
        "--output",
        "-o",
        metavar="FILE",
        help="Write to this new file, which only you can read, instead of standard output.",
    ),
]


ProofOption = Annotated[
    str | None,
    typer.Option("--evidence", metavar="TEXT", help="In a line, what proves it.", show_default=False),
]
NoteOption = Annotated[
    str | None, typer.Option("--note", metavar="TEXT", help="A note to yourself.", show_default=False)
]


@dataclass
class Session:
    """The options of the whole program, and what to tell before the answer."""

    data_dir: Path | None = None
    no_color: bool = False
    no_profile: bool = False
    notes: list[str] = field(default_factory=list)

    def catalog(self) -> "Catalog":
        """The data of all layers in use."""
        from cscareer.catalog.loading import load_catalog  # noqa: PLC0415  help needs no data

        return load_catalog(self.data_dir)

    def role(self, catalog: "Catalog", name: str) -> "Role":
        """The role a person means; says so when only the beginning of its name was given."""
        return self._named(catalog.roles, name, "role", "cscareer roles")

    def roles(self, catalog: "Catalog", names: Sequence[str]) -> list["Role"]:
        """The roles meant by several names. Words that make one title together were meant to be quoted."""
        from cscareer.catalog.lookup import find  # noqa: PLC0415

        try:
            return [self.role(catalog, name) for name in names]
        except CareerError as error:
            together = " ".join(names)
            with suppress(CareerError):
                find(catalog.roles, together, what="role", list_command="")
                if len(names) > 1:
                    error.hint = f'Put quotes around a title of several words, like "{together}".'
            raise

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
        if number.isdecimal() and 0 < int(number) <= len(catalog.chapters):
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
        from cscareer.catalog.lookup import find  # noqa: PLC0415

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
        from cscareer.pay.statistics import Statistics  # noqa: PLC0415

        places = Statistics(catalog).places
        found = {(place.area.id, place.name): place for place in map(places.find, said)}
        return list(found.values())

    @property
    def today(self) -> str:
        """The day it is here, like 2026-11-24."""
        return clock.today().isoformat()

    def store(self) -> "Store":
        """Where the person's profile is kept.

        Raises:
            UnwritableError: they have no home folder to keep it in.
        """
        from cscareer.plan.storage import Store  # noqa: PLC0415

        store = Store.of_user()
        if store is None:
            raise UnwritableError(
                "There is no home folder to keep a profile in.",
                hint="Set HOME, or XDG_DATA_HOME, to a folder of yours.",
            )
        return store

    def own_location(self, catalog: "Catalog") -> "Location | None":
        """The place of the person's profile, for a command that was given none; says so."""
        profile = self.profile
        if profile is None or profile.location is None:
            return None
        from cscareer.plan.profile_report import place_of  # noqa: PLC0415

        place = place_of(catalog, profile)
        if place is None:
            self.notes.append("The place of your profile goes by no name known now, so it is left out.")
        else:
            self.note_own(f"place, {place.name}")
        return place

    def note_own(self, what: str) -> None:
        """Remembers to tell that something of the profile is used."""
        self.notes.append(f"Using your profile's {what}; `cscareer --no-profile …` goes without.")

    @cached_property
    def profile(self) -> "Profile | None":
        """The person's profile to answer from; None where there is none, or --no-profile leaves it out.

        Raises:
            InvalidDataError, UnreadableError: it can't be read.
        """
        return None if self.no_profile else self.kept_profile()

    def kept_profile(self) -> "Profile | None":
        """The person's profile as it is kept; None where there is none.

        Raises:
            InvalidDataError, UnreadableError: it can't be read.
        """
        from cscareer.plan.place import PROFILE, profile_folder, stands  # noqa: PLC0415

        folder = profile_folder()
        if folder is None or not stands(folder / PROFILE):
            return None
        from cscareer.plan.storage import Store  # noqa: PLC0415

        return Store(folder).read()

    def note_completed(self, said: str, meant: str) -> None:
        """Remembers to tell how the beginning of a name was read."""
        self.notes.append(f'Reading "{said}" as {meant.removesuffix("?")}.')

    def meant(self, said: str, meant: "KeptName") -> "KeptName":
        """What a person means among what they keep; says so when only the beginning of its name was given."""
        if meant.completed:
            self.note_completed(said, meant.name)
        return meant

    def tell_notes(self) -> None:
        """Tells what is to be told before the answer, once."""
        from cscareer.render.show import tell  # noqa: PLC0415

        for note in self.notes:
            tell(note)
        self.notes.clear()

    def show(
        self, answer: "Answer", output_format: AnyFormat | None, *, as_json: bool, paged: bool = False
    ) -> None:
        """Tells what is to be told, then shows the answer; `paged` lets a long one be read page by page."""
        from cscareer.render.show import show  # noqa: PLC0415

        chosen = choose_format(output_format, as_json=as_json)
        self.tell_notes()
        show(answer, chosen or Format.TABLE, no_color=self.no_color, paged=paged)

    def save(self, text: str, output: str | None) -> None:
        """Writes an export to a new file that its owner alone may read, or to standard output.

        Raises:
            UnwritableError: it couldn't be written, or there is such a file.
        """
        from cscareer.render.show import tell, write  # noqa: PLC0415

        self.tell_notes()
        if output in {None, "-"}:
            write(text)
            return
        if not output:
            raise UsageError("An empty name is no file.", hint="Give --output FILE, or leave it out.")
        from cscareer.catalog.private_files import save  # noqa: PLC0415

        save(Path(output), text.encode())
        tell(f"Saved to {output}; only you can read it.")


def session_of(context: typer.Context) -> Session:
    """The run a command belongs to."""
    session = context.find_root().obj
    assert isinstance(session, Session)
    return session


def refuse_two_formats(output_format: StrEnum | None, *, as_json: bool) -> None:
    """Makes sure that one format is asked for.

    Raises:
        UsageError: --json together with another format.
    """
    if as_json and output_format not in {None, "json"}:
        raise UsageError(
            f"--json and --format {output_format} can't both be had.", hint="Leave one of them out."
        )


def read_words(said: str | None, option: str) -> str | None:
    """A line of a person's own words.

    Raises:
        UsageError: there are too many to keep.
    """
    from cscareer.plan.profile import LONGEST  # noqa: PLC0415

    if said is not None and len(said) > LONGEST:
        raise UsageError(
            f"{option} has {len(said):,} letters; {LONGEST} can be kept.", hint="Say it in a line or two."
        )
    return said


def choose_whole(output_format: StreamFormat | None) -> Format | None:
    """The format asked for of an answer that doesn't stream.

    Raises:
        UsageError: it is one for streams.
    """
    if output_format is StreamFormat.JSONL:
        raise UsageError(
            "--format jsonl is for many people, one object a line; this is one answer.",
            hint="Use --json, or give people with --people FILE.jsonl.",
        )
    return None if output_format is None else Format(output_format.value)


def choose_stream(output_format: StreamFormat | None, *, as_json: bool) -> StreamFormat:
    """The format of a stream: JSON lines, which --json asks for too, or CSV.

    Raises:
        UsageError: a stream can't be drawn like that, or --json together with CSV.
    """
    if output_format in {StreamFormat.TABLE, StreamFormat.MARKDOWN}:
        raise UsageError(
            f"A stream of people can't be drawn as {output_format}: it would have to end first.",
            hint="Use --format jsonl, which is what you get without --format, or --format csv.",
        )
    if output_format is StreamFormat.CSV:
        refuse_two_formats(output_format, as_json=as_json)
        return StreamFormat.CSV
    return StreamFormat.JSONL


def choose_format(output_format: AnyFormat | None, *, as_json: bool) -> AnyFormat | None:
    """The format asked for; None when none was.

    Raises:
        UsageError: --json together with another format.
    """
    refuse_two_formats(output_format, as_json=as_json)
    return Format.JSON if as_json else output_format


def choose(choices: type[Choice], said: Sequence[str], option: str) -> list[Choice]:
    """The members of an enumeration that a repeatable option names, in any case.

    Raises:
        UsageError: one of the words is none of them.
    """
    from cscareer.catalog.lookup import suggest  # noqa: PLC0415

    known = {choice.value: choice for choice in choices}
    for word in said:
        if word.strip().casefold() not in known:
            listed = ", ".join(known)
            raise UsageError(
                f'{option} "{word}" is none of: {listed}.',
                hint="Write one of these words.",
                suggestions=suggest(word, known, most=1, whole=True),
            )
    return [known[word.strip().casefold()] for word in said]
