"""From the layers of data to one checked catalog."""

import os
import shlex
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from cscareer.catalog.built import built_folder, read_built
from cscareer.catalog.file_models import ReleaseTime
from cscareer.catalog.later import LATER_FILES, LaterEntries, later_models
from cscareer.catalog.later_words import Sections
from cscareer.catalog.layers import ASKED_FOR, BUILT_IN, DATA_FILES, Layer, layers_in_use
from cscareer.catalog.location_models import (
    CountyWord,
    LocationAlias,
    LocationWord,
    OutsideLocation,
    PlaceList,
    StateWord,
    UnlistedPlace,
)
from cscareer.catalog.models import Industry, Role, Source
from cscareer.catalog.pay_models import MethodBreak, Occupation, OtherAsk, PayFactor, PayStatement, Salary
from cscareer.catalog.sections import FILE_MODELS, FileModels, section_names
from cscareer.catalog.skill_models import Skill
from cscareer.catalog.wage_files import RELEASES
from cscareer.errors import InvalidDataError, Problem

if TYPE_CHECKING:
    from cscareer.catalog.entries import Entries

Made = TypeVar("Made")


@dataclass(frozen=True, eq=False, repr=False)
class Catalog(LaterEntries):
    """All the guide knows, by id (occupations by code, salaries by role, area and year)."""

    layers: tuple[Layer, ...]
    written: "Entries"  # the entries below, as they stand in their files
    roles: Mapping[str, Role]
    skills: Mapping[str, Skill]
    salaries: Mapping[str, Salary]
    statements: Mapping[str, PayStatement]
    pay_factors: Mapping[str, PayFactor]
    other_asks: Mapping[str, OtherAsk]
    occupations: Mapping[str, Occupation]
    method_breaks: Mapping[str, MethodBreak]
    industries: Mapping[str, Industry]
    location_aliases: Mapping[str, LocationAlias]
    location_words: Mapping[str, LocationWord]
    county_words: Mapping[str, CountyWord]
    state_words: Mapping[str, StateWord]
    unlisted_places: Mapping[str, UnlistedPlace]
    outside_locations: Mapping[str, OutsideLocation]
    place_lists: Mapping[str, PlaceList]
    sources: Mapping[str, Source]
    release_times: Mapping[str, ReleaseTime]
    built: Path | None = None  # where they are as JSON, if they are

    @cached_property
    def _made(self) -> dict[object, Any]:
        return {}

    def once(self, make: "Callable[[Catalog], Made]") -> Made:
        """What `make` makes of this catalog: made when first asked for, and the same ever after."""
        if make not in self._made:
            self._made[make] = make(self)
        made: Made = self._made[make]
        return made

    @property
    def added_layers(self) -> tuple[str, ...]:
        """The folders in use that aren't built in."""
        return tuple(str(layer.path) for layer in self.layers if layer.name != BUILT_IN)

    def read_later(self, *files: str) -> Sections:
        """The entries of later files by section and key, checked with the rest."""
        models = later_models(*files)
        if self.built is not None and _is_built_in(self.layers):
            sections = _from_built(self.built, models)
            if sections is not None:
                return sections
        return _read_sound(self.layers, models, self.built, self.written)[1]

    def all_entries(self) -> Sections:
        """The entries of all our files, by section and key.

        Raises:
            InvalidDataError: later files have problems; the error holds those of all of them.
        """
        return {
            **{name: getattr(self, name) for name in section_names(FILE_MODELS)},
            **self.read_later(*LATER_FILES),
        }

    def cite(self, *cited: str) -> tuple[Source, ...]:
        """The sources of these ids, each once, in the order first cited.

        Raises:
            InvalidDataError: one isn't in the data; only figures of a `wages/` folder can cite such a one.
        """
        unknown = sorted({source for source in cited if source not in self.sources})
        if unknown:
            raise InvalidDataError(
                f"The data has figures from {', '.join(unknown)} and doesn't say what that is.",
                hint=f"Import the official file again, or name the source in {RELEASES} or sources.yaml.",
            )
        return tuple(self.sources[source] for source in dict.fromkeys(cited))


def load_catalog(data_dir: Path | str | None = None, environment: Mapping[str, str] | None = None) -> Catalog:
    """The catalog of all layers in use.

    Args:
        data_dir: a folder laid over all others.
        environment: where CSCAREER_DATA is looked up; the process's own when left out.

    Raises:
        UnreadableError: a folder named is missing, locked away, or has none of our files.
        InvalidDataError: the data has problems; the error holds them all.

    Example:
        >>> catalog = load_catalog()
        >>> catalog.roles["customer-service-manager"].title
        'Customer Service Manager'
    """
    folder = Path(data_dir) if data_dir is not None else None
    layers = layers_in_use(folder, os.environ if environment is None else environment)
    built = built_folder(layers[0])
    if built is not None and _is_built_in(layers):
        return _await_entries(layers, built)
    written, entries = _read_sound(layers, FILE_MODELS, built)
    return Catalog(layers=layers, built=built, written=written, **entries)


def _is_built_in(layers: Sequence[Layer]) -> bool:
    """Whether no entry of another layer is in use, so that all of them were checked when they were built."""
    return not any(file in DATA_FILES for layer in layers[1:] for file in layer.files)


class Awaited(Mapping[str, Any]):
    """Entries by key that are read when one of them is first asked for."""

    def __init__(self, read: Callable[[], Mapping[str, Any]]) -> None:
        self._read = read

    @cached_property
    def _entries(self) -> Mapping[str, Any]:
        return self._read()

    def __getitem__(self, key: str) -> Any:  # noqa: ANN401  a section holds entries of its own kind
        return self._entries[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._entries)

    def __len__(self) -> int:
        return len(self._entries)


def _await_entries(layers: tuple[Layer, ...], built: Path) -> Catalog:
    """The catalog of the built-in entries, each file of which is read when it is first asked for."""
    whole = cache(lambda: _read_sound(layers, FILE_MODELS))  # where the JSON was spoilt

    @cache
    def read(file: str) -> Sections:
        entries = _from_built(built, {file: FILE_MODELS[file]})
        if entries is None:
            return whole()[1]
        if "sources" in entries:
            entries["sources"] = {**_released(layers), **entries["sources"]}
        return entries

    entries: dict[str, Any] = {
        name: Awaited(partial(_section, read, file, name))
        for file, model in FILE_MODELS.items()
        for name in section_names({file: model})
    }
    if len(layers) > 1:
        entries["sources"] = read("sources.yaml")["sources"]  # what was laid over may have a problem
    return Catalog(layers=layers, built=built, written=Awaited(lambda: whole()[0]), **entries)


def _from_built(built: Path, models: FileModels) -> "dict[str, dict[str, Any]] | None":
    """The entries of files by section and key; None where the JSON of one isn't as it was made."""
    sections: dict[str, dict[str, Any]] = {}
    for file, model in models.items():
        content = read_built(built, file, model)
        if content is None:
            return None
        for name, items in content.items():
            sections.setdefault(name, {}).update(_by_key(items))  # a section may lie in several files
    return sections


def _section(read: Callable[[str], Sections], file: str, name: str) -> Mapping[str, Any]:
    return read(file)[name]


def _by_key(items: Sequence[Any]) -> dict[str, Any]:
    return {each.key: each for each in items}


def _released(layers: Sequence[Layer]) -> Mapping[str, Source]:
    """The sources of imported figures.

    Raises:
        InvalidDataError: a list of them has problems; the error holds them all.
    """
    from cscareer.catalog.releases import read_releases

    read = [read_releases(layer.wages) for layer in layers if layer.wages]
    refuse([problem for _, problems in read for problem in problems], layers)
    return {key: source for found, _ in read for key, source in found.items()}


def _read_sound(
    layers: Sequence[Layer], models: FileModels, built: Path | None = None, known: "Entries | None" = None
) -> "tuple[Entries, dict[str, Any]]":
    """The entries of these files, as they stand there and by section and key.

    Raises:
        InvalidDataError: they have problems; the error holds them all.
    """
    from cscareer.catalog.drafting import read_layers

    draft = read_layers(layers, models, known, built)
    refuse(draft.problems, layers)
    return draft.entries, {name: draft.merged(name) for name in section_names(models)}


def refuse(problems: Sequence[Problem], layers: Sequence[Layer]) -> None:
    """Ends with all the problems of the data, if there are any.

    Raises:
        InvalidDataError: there are.
    """
    if not problems:
        return
    folder = next((layer.path for layer in layers if layer.name == ASKED_FOR), None)
    check_command = f"cscareer data check {shlex.quote(str(folder))}" if folder else "cscareer data check"
    raise InvalidDataError(
        "The data has a problem:" if len(problems) == 1 else f"The data has {len(problems)} problems:",
        hint=f"Mend the lines named; `{check_command}` tells when all is well.",
        problems=problems,
    )
