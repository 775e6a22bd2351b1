"""Reading the YAML of all layers: every entry with its place, and every problem with its line."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from cscareer.catalog import reading, yaml_reader
from cscareer.catalog.built import read_built
from cscareer.catalog.checking import check
from cscareer.catalog.entries import Entries, Written
from cscareer.catalog.layers import Layer
from cscareer.catalog.models import Model
from cscareer.catalog.releases import read_releases
from cscareer.catalog.sections import FileModels, file_models, sections
from cscareer.catalog.validation import MEND_FIRST, MOST_PROBLEMS, problems_of
from cscareer.errors import Problem, UnreadableError


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


def read_layers(
    layers: Sequence[Layer],
    models: FileModels | None = None,
    known: Entries | None = None,
    built: Path | None = None,
) -> Draft:
    """Reads, merges and checks the files of the layers, whatever is wrong with them.

    Args:
        layers: the folders, lowest first.
        models: what each file to read may say; all our files when left out.
        known: entries that were read and checked before, for those read now to refer to.
        built: where the files of the lowest layer are as JSON too, to be read in place of the YAML.
    """
    models = file_models() if models is None else models
    draft = Draft()
    for layer in layers:
        for name in (file for file in layer.files if file in models):
            folder = built if layer is layers[0] else None
            if folder is None or not _take_built(layer, name, models[name], folder, draft):
                _read_file(layer.path / name, models[name], draft)
    if known is None:
        _read_releases(layers, draft)
    findings = check(draft.entries, draft.loose, draft.unread, known or {})
    for number, finding in enumerate(islice(findings, MOST_PROBLEMS + 1)):
        entry = finding.entry
        line = draft.lines[entry.file].at(entry.location + finding.location)
        told: tuple[str | None, str, str | None] = (finding.field, finding.message, finding.hint)
        if number == MOST_PROBLEMS:
            told = (None, f"more than {MOST_PROBLEMS} entries don't go together.", MEND_FIRST)
        draft.problems.append(Problem(str(entry.file), line, *told))
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


def _take_built(layer: Layer, name: str, file_model: type[Model], folder: Path, draft: Draft) -> bool:
    """Takes the entries of a file from its JSON; False where that can't be had."""
    content, path = read_built(folder, name, file_model), layer.path / name
    if content is None:
        return False
    draft.lines[path] = yaml_reader.Lines(reading.read_text(path))
    for section, values in content.items():
        draft.entries.setdefault(section, {}).update(
            (value.key, Written(section, value.key, value, path, (section, index)))
            for index, value in enumerate(values)
        )
    return True


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
    told = sum(problem.file == str(path) for problem in draft.problems)
    before = len(draft.problems) - told
    for index, item in enumerate(items):
        location = (section, index)
        if len(draft.problems) - before >= MOST_PROBLEMS:
            line = draft.lines[path].at(location)
            message = f"from here on nothing was looked at: {MOST_PROBLEMS} problems of this file are told."
            draft.problems.append(Problem(str(path), line, section, message, MEND_FIRST))
            draft.unread.add(section)
            return
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
