"""One run of the program: its options, the names it reads, and the answer it shows."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

from cscareer.cli.completion import complete_location
from cscareer.errors import CareerError, UnknownNameError, UsageError
from cscareer.render.formats import AnyFormat, Format, RouteFormat

if TYPE_CHECKING:
    from cscareer.catalog.answer import Answer
    from cscareer.catalog.guide_models import Chapter
    from cscareer.catalog.loading import Catalog
    from cscareer.catalog.metric_models import Metric
    from cscareer.catalog.models import Industry, Named, Role, Skill
    from cscareer.catalog.practice_models import Scenario
    from cscareer.pay.places import Location

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


@dataclass
class Session:
    """The options of the whole program, and what to tell before the answer."""

    data_dir: Path | None = None
    no_color: bool = False
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
        """The chapter a person means; says so when only the beginning of its name was given."""
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

    def note_completed(self, said: str, meant: str) -> None:
        """Remembers to tell how the beginning of a name was read."""
        self.notes.append(f'Reading "{said}" as {meant.removesuffix("?")}.')

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


def session_of(context: typer.Context) -> Session:
    """The run a command belongs to."""
    session = context.find_root().obj
    assert isinstance(session, Session)
    return session


def choose_format(output_format: AnyFormat | None, *, as_json: bool) -> AnyFormat | None:
    """The format asked for; None when none was.

    Raises:
        UsageError: --json together with another format.
    """
    if as_json and output_format is not None and output_format != Format.JSON:
        raise UsageError(
            f"--json and --format {output_format} can't both be had.", hint="Leave one of them out."
        )
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
