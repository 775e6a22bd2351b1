"""Which file may hold which lists of entries."""

from collections.abc import Iterator, Mapping
from typing import get_args

from cscareer.catalog.file_models import (
    IndustriesFile,
    LocationsFile,
    OccupationsFile,
    RolesFile,
    SalariesFile,
    SkillsFile,
    SourcesFile,
)
from cscareer.catalog.later import LATER_FILES, later_models
from cscareer.catalog.models import Model

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
FileModels = Mapping[str, type[Model]]


def file_models() -> FileModels:
    """What each of our files may say."""
    return {**FILE_MODELS, **later_models(*LATER_FILES)}


def sections(file_model: type[Model]) -> Iterator[tuple[str, type[Model], bool]]:
    """The lists a data file may hold: key, what an item is, and whether the list must be there."""
    for name, info in file_model.model_fields.items():
        yield name, get_args(info.annotation)[0], info.is_required()


def section_names(models: FileModels) -> tuple[str, ...]:
    """The names of all the lists that files of these models may hold."""
    return tuple(name for model in models.values() for name, _, _ in sections(model))
