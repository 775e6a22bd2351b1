"""Data files that few commands need: each is read and checked when it is first asked for, and costs no other command."""

from collections.abc import Mapping
from importlib import import_module
from typing import Any

from cscareer.catalog.checking import Written
from cscareer.catalog.loading import FILE_MODELS, SECTIONS, Catalog, read_layers, refuse, sections
from cscareer.catalog.models import Model

_HOMES = {
    "metrics.yaml": ("metric_models", "MetricsFile"),
    "practice.yaml": ("practice_models", "PracticeFile"),
}


def file_models() -> dict[str, type[Model]]:
    """What each data file may say, those read on every run first."""
    return {**FILE_MODELS, **{name: _model(name) for name in _HOMES}}


def all_sections() -> tuple[str, ...]:
    """The lists of all data files."""
    return tuple(name for model in file_models().values() for name, _, _ in sections(model))


def read_later(catalog: Catalog, file: str) -> Mapping[str, Mapping[str, Any]]:
    """The merged entries of one of these files, by section and key, checked against the catalog.

    Raises:
        InvalidDataError: the file has problems in some layer; the error holds them all.
    """
    model = _model(file)
    known = {
        section: {
            key: Written(section, key, entry, catalog.layers[0].path, ())
            for key, entry in getattr(catalog, section).items()
        }
        for section in SECTIONS
    }
    draft = read_layers(catalog.layers, {file: model}, known)
    refuse(draft.problems, catalog.layers)
    return {name: draft.merged(name) for name, _, _ in sections(model)}


def _model(file: str) -> type[Model]:
    module, name = _HOMES[file]
    found: type[Model] = getattr(import_module(f"cscareer.catalog.{module}"), name)
    return found
