"""What the data says of itself: whether it is sound, where it comes from, and which layers are in use."""

from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar, Literal

from pydantic import Field

from cscareer.catalog.answer import Answer
from cscareer.catalog.drafting import read_layers
from cscareer.catalog.layers import BUILT_IN, USER, Layer, layer_over, user_path
from cscareer.catalog.loading import Catalog
from cscareer.catalog.models import Model, Source
from cscareer.catalog.pointing import citations
from cscareer.catalog.reading import is_folder
from cscareer.catalog.releases import SourceFile, read_files, read_releases
from cscareer.catalog.sections import file_models, section_names
from cscareer.catalog.wage_checks import check_folders


class FoundProblem(Model):
    """Something wrong in a data file; `line` counts from 1 and is null where no line can be named."""

    file: str
    line: int | None
    field: str | None
    message: str
    hint: str | None


class SectionCount(Model):
    """How many entries a section of the data holds once all layers are merged."""

    name: str
    entries: int


class CheckReport(Answer):
    """Whether the data of all layers together is sound, and every problem if it isn't."""

    rows: ClassVar = "problems"

    schema_: Literal["cscareer/data-check/1"] = Field("cscareer/data-check/1", alias="schema")
    sound: bool
    sections: tuple[SectionCount, ...]
    problems: tuple[FoundProblem, ...]


class SourceRow(Source):
    """A source, how many times the data cites it, and the files that figures were imported from."""

    cited_by: int
    files: tuple[SourceFile, ...]


class SourceList(Answer):
    """Every source of the data: here `sources` is the answer itself, most cited first."""

    rows: ClassVar = "sources"

    schema_: Literal["cscareer/data-sources/1"] = Field("cscareer/data-sources/1", alias="schema")
    sources: tuple[SourceRow, ...]


class LayerRow(Model):
    """A folder of data: it is in use if it has any of our files."""

    name: str
    path: str
    exists: bool
    files: tuple[str, ...]


class LayerList(Answer):
    """The layers, lowest first: an entry of a higher one replaces the same entry below.

    The user's own folder is among them even if it isn't there yet; `layers` has only those in use.
    """

    rows: ClassVar = "data_layers"

    schema_: Literal["cscareer/data-path/1"] = Field("cscareer/data-path/1", alias="schema")
    data_layers: tuple[LayerRow, ...]


def check_data(layers: Sequence[Layer], data_dir: Path | None = None) -> CheckReport:
    """Checks the layers in use, with a folder laid over them if one is given.

    Raises:
        UnreadableError: the folder is missing, locked away, or has none of our files.

    Example:
        >>> check_data(layers_in_use(None, {})).sound
        True
    """
    checked = (*layers, *((layer_over(data_dir),) if data_dir is not None else ()))
    draft = read_layers(checked)
    folders = [layer.wages for layer in checked if layer.wages]
    problems = sorted(
        [*draft.problems, *check_folders(folders)], key=lambda problem: (problem.file, problem.line or 0)
    )
    return CheckReport(
        layers=tuple(str(layer.path) for layer in checked if layer.name != BUILT_IN),
        sources=(),
        sound=not problems,
        sections=tuple(
            SectionCount(name=name, entries=len(draft.entries.get(name, {})))
            for name in section_names(file_models())
        ),
        problems=tuple(
            FoundProblem(
                file=problem.file,
                line=problem.line,
                field=problem.field,
                message=problem.message,
                hint=problem.hint,
            )
            for problem in problems
        ),
    )


def list_sources(catalog: Catalog) -> SourceList:
    """Every source, most cited first; the imported figures of a layer cite theirs once.

    Example:
        >>> list_sources(load_catalog()).sources[1].id
        'onet-29.3'
    """
    cited = [
        source
        for section, entries in catalog.all_entries().items()
        for entry in entries.values()
        for _, source in citations(section, entry)
    ]
    files: dict[str, list[SourceFile]] = {}
    for layer in catalog.layers:
        if layer.wages:
            cited += read_releases(layer.wages)[0]
            for source_id, imported in read_files(layer.wages):
                files.setdefault(source_id, []).append(imported)
    for file in catalog.source_files.values():
        for source_id in file.sources:
            files.setdefault(source_id, []).append(file.as_file)
    rows = [
        SourceRow(cited_by=cited.count(source.id), files=tuple(files.get(source.id, ())), **dict(source))
        for source in catalog.sources.values()
    ]
    rows.sort(key=lambda row: (-row.cited_by, row.id))
    return SourceList(layers=catalog.added_layers, sources=tuple(rows))


def list_layers(layers: Sequence[Layer]) -> LayerList:
    """The layers in use, and the user's own folder at its place among them, lowest first.

    Example:
        >>> list_layers(layers_in_use(None, {})).data_layers[0].name
        'built-in'
    """
    listed = list(layers)
    user = user_path()
    if user is not None and USER not in {layer.name for layer in layers}:
        listed.insert(1, Layer(USER, user, ()))
    return LayerList(
        layers=tuple(str(layer.path) for layer in layers if layer.name != BUILT_IN),
        sources=(),
        data_layers=tuple(
            LayerRow(name=layer.name, path=str(layer.path), exists=is_folder(layer.path), files=layer.files)
            for layer in listed
        ),
    )
