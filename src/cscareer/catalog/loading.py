"""From the layers of YAML to one checked catalog."""

import os
import shlex
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar, get_args

from pydantic import ValidationError

from cscareer.catalog import reading, yaml_reader
from cscareer.catalog.checking import Entries, Written, check
from cscareer.catalog.later import LATER_FILES, LaterEntries, Sections, later_models
from cscareer.catalog.layers import ASKED_FOR, BUILT_IN, Layer, layers_in_use
from cscareer.catalog.models import (
    CountyWord,
    IndustriesFile,
    Industry,
    LocationAlias,
    LocationsFile,
    LocationWord,
    MethodBreak,
    Model,
    Occupation,
    OccupationsFile,
    OtherAsk,
    OutsideLocation,
    PayFactor,
    PayStatement,
    Role,
    RolesFile,
    SalariesFile,
    Salary,
    Skill,
    SkillsFile,
    Source,
    SourcesFile,
    StateWord,
    UnlistedPlace,
)
from cscareer.catalog.releases import read_releases
from cscareer.catalog.validation import problems_of
from cscareer.catalog.wage_files import RELEASES
from cscareer.errors import InvalidDataError, Problem, UnreadableError

# The files every run reads; `file_models` has those too that are read when asked for.
FILE_MODELS: dict[str, type[Model]] = {
    "roles.yaml": RolesFile,
    "skills.yaml": SkillsFile,
    "salaries.yaml": SalariesFile,
    "occupations.yaml": OccupationsFile,
    "industries.yaml": IndustriesFile,
    "locations.yaml": LocationsFile,
    "sources.yaml": SourcesFile,
}
Made = TypeVar("Made")
FileModels = Mapping[str, type[Model]]


@dataclass(frozen=True)
class Catalog(LaterEntries):
    """All the guide knows, by id (occupations by code, salaries by role, area and year)."""

    layers: tuple[Layer, ...]
    written: Entries = field(repr=False, compare=False)  # the entries below, as they stand in their files
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
    sources: Mapping[str, Source]

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
        draft = read_layers(self.layers, models, self.written)
        _refuse(draft.problems, self.layers)
        return {name: draft.merged(name) for name in section_names(models)}

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


@dataclass
class Draft:
    """What has been read so far: the merged entries of each section, those left over, and what is wrong."""

    entries: dict[str, dict[str, Written]] = field(default_factory=dict)
    loose: list[Written] = field(default_factory=list)  # without a key, or with one used in its file
    unread: set[str] = field(default_factory=set)  # sections of which a file couldn't be read
    problems: list[Problem] = field(default_factory=list)
    lines: dict[Path, yaml_reader.Lines] = field(default_factory=dict)

    def merged(self, section: str) -> dict[str, Any]:
        """The entries of a section by key; models all of them if no problem was found."""
        return {key: entry.value for key, entry in self.entries.get(section, {}).items()}


def load_catalog(data_dir: Path | str | None = None, environment: Mapping[str, str] | None = None) -> Catalog:
    """The catalog of all layers in use.

    Args:
        data_dir: a folder laid over all others.
        environment: where CSCAREER_DATA is looked up; the process's own when left out.

    Raises:
        UnreadableError: a folder named is missing, locked away, or has none of our files.
        InvalidDataError: the data has problems; the error holds them all.
    """
    folder = Path(data_dir) if data_dir is not None else None
    layers = layers_in_use(folder, os.environ if environment is None else environment)
    draft = read_layers(layers, FILE_MODELS)
    _refuse(draft.problems, layers)
    entries = {name: draft.merged(name) for name in section_names(FILE_MODELS)}
    return Catalog(layers=layers, written=draft.entries, **entries)


def _refuse(problems: Sequence[Problem], layers: Sequence[Layer]) -> None:
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


def file_models() -> FileModels:
    """What each of our files may say."""
    return {**FILE_MODELS, **later_models(*LATER_FILES)}


def read_layers(
    layers: Sequence[Layer], models: FileModels | None = None, known: Entries | None = None
) -> Draft:
    """Reads, merges and checks the files of the layers, whatever is wrong with them.

    Args:
        layers: the folders, lowest first.
        models: what each file to read may say; all our files when left out.
        known: entries that were read and checked before, for those read now to refer to.
    """
    models = file_models() if models is None else models
    draft = Draft()
    for layer in layers:
        for name in layer.files:
            if name in models:
                _read_file(layer.path / name, models[name], draft)
    if known is None:
        _read_releases(layers, draft)
    for finding in check(draft.entries, draft.loose, draft.unread, known or {}):
        entry = finding.entry
        line = draft.lines[entry.file].at(entry.location + finding.location)
        draft.problems.append(Problem(str(entry.file), line, finding.field, finding.message, finding.hint))
    draft.problems.sort(key=lambda problem: (problem.file, problem.line or 0))
    return draft


def _read_releases(layers: Sequence[Layer], draft: Draft) -> None:
    """Adds the sources that imported figures come from; a source written in YAML is left as it is."""
    written = draft.entries.setdefault("sources", {})
    released: dict[str, Written] = {}
    for layer in layers:
        if layer.wages:
            found, problems = read_releases(layer.wages)
            released |= {key: Written("sources", key, each, layer.wages, ()) for key, each in found.items()}
            draft.problems += problems
            draft.unread |= {"sources"} if problems else set()
    draft.entries["sources"] = {**released, **written}


def sections(file_model: type[Model]) -> Iterator[tuple[str, type[Model], bool]]:
    """The lists a data file may hold: key, what an item is, and whether the list must be there."""
    for name, info in file_model.model_fields.items():
        yield name, get_args(info.annotation)[0], info.is_required()


def section_names(models: FileModels) -> tuple[str, ...]:
    """The names of all the lists that files of these models may hold."""
    return tuple(name for model in models.values() for name, _, _ in sections(model))


def _read_file(path: Path, file_model: type[Model], draft: Draft) -> None:
    known = {name: entry_model for name, entry_model, _ in sections(file_model)}
    try:
        text = reading.read_text(path)
        content = yaml_reader.parse(text)
    except reading.RefusedError as refused:
        draft.problems.append(yaml_reader.problem(path, refused))
        draft.unread.update(known)
        return
    except UnreadableError as error:
        draft.problems.append(Problem(str(path), None, None, error.message, error.hint))
        draft.unread.update(known)
        return
    file_lines = draft.lines[path] = yaml_reader.Lines(text)
    shape_problems = list(_shape_problems(path, file_lines, content, file_model))
    if shape_problems:
        draft.problems.extend(shape_problems)
        draft.unread.update(known)
    if isinstance(content, dict):
        for section, entry_model in known.items():
            items = content.get(section)
            if isinstance(items, list):
                _read_section(path, section, entry_model, items, draft)


def _shape_problems(
    path: Path, file_lines: yaml_reader.Lines, content: object, file_model: type[Model]
) -> Iterator[Problem]:
    expected = [name for name, _, _ in sections(file_model)]
    if not isinstance(content, dict):
        yield Problem(
            str(path),
            1,
            None,
            f"expected a mapping with {_listed(expected)}.",
            f"Start it with `{expected[0]}:`.",
        )
        return
    for key, value in content.items():
        if key not in expected:
            message, hint = f'"{key}" is no key of this file; expected {_listed(expected)}.', None
        elif not isinstance(value, list):
            message, hint = f'"{key}" must be a list.', "Start each of its items with `- `."
        else:
            continue
        yield Problem(str(path), file_lines.at((key,)), key, message, hint)
    if not content.keys() & set(expected):
        yield Problem(str(path), 1, None, f"nothing of ours in it; expected {_listed(expected)}.")


def _listed(names: list[str]) -> str:
    return ", ".join(f"`{name}:`" for name in names)


def _read_section(path: Path, section: str, entry_model: type[Model], items: list[Any], draft: Draft) -> None:
    merged = draft.entries.setdefault(section, {})
    here: dict[str | int, int] = {}
    for index, item in enumerate(items):
        location = (section, index)
        try:
            value: Any = entry_model.model_validate(item)
        except ValidationError as error:
            draft.problems.extend(problems_of(error, path, draft.lines[path], location, item))
            if not isinstance(item, dict):
                continue
            faulty = frozenset(finding["loc"] for finding in error.errors(include_url=False))
            entry = Written(section, _key(entry_model, item, index), item, path, location, faulty)
        else:
            entry = Written(section, value.key, value, path, location)
        if entry.key in here:
            lines = [draft.lines[path].at((section, place)) for place in (here[entry.key], index)]
            message = f'"{entry.key}" stands twice in {section}; first on line {lines[0]}.'
            draft.problems.append(Problem(str(path), lines[1], section, message, "Keep one of them."))
            draft.loose.append(entry)
        elif isinstance(entry.key, str):
            here[entry.key] = index
            merged[entry.key] = entry
        else:
            draft.loose.append(entry)


def _key(entry_model: Any, item: dict[str, Any], index: int) -> str | int:  # noqa: ANN401  a model with a key
    """The key of a malformed entry, or its place in the list where its parts can't be read."""
    parts = {name: item.get(name) for name in entry_model.key_fields}
    if not all(isinstance(part, str | int) for part in parts.values()):
        return index
    return str(entry_model.model_construct(**parts).key)
