"""The built-in data as JSON, made when the program is built: quicker to read than YAML, and checked already.

`built/DIGEST/` beside the YAML has a file of JSON for each file of YAML but words and texts, with the same content. Once a file of the data
has changed, its digest is another one and the YAML is read until the JSON is made anew.
"""

from collections.abc import Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from cscareer.catalog.layers import BUILT_IN, DATA_FILES, Layer
from cscareer.catalog.models import Model
from cscareer.catalog.reading import MAX_BYTES, read_bytes
from cscareer.catalog.wage_files import RELEASES
from cscareer.errors import UnreadableError

FOLDER = "built"
_AS_YAML = (  # texts to read, or read beside words of which there are many more: not worth packing twice
    "words/",
    "guide.yaml",
    "metrics.yaml",
    "near_jobs.yaml",
    "outlook.yaml",
    "practice.yaml",
    "talk.yaml",
    "tickets.yaml",
)


def is_packed(file: str) -> bool:
    """Whether a data file is there as JSON, too."""
    return not file.startswith(_AS_YAML)


def built_folder(layer: Layer) -> Path | None:
    """Where the files of the built-in layer are as JSON; None where that wasn't made of what they hold now."""
    home = layer.path / FOLDER
    if layer.name != BUILT_IN or not home.is_dir():
        return None
    try:
        folder = home / digest_of(layer)
    except UnreadableError:
        return None
    return folder if folder.is_dir() else None


def digest_of(layer: Layer) -> str:
    """A digest of all that the catalog of a layer is made of.

    Raises:
        UnreadableError: a file can't be read.
    """
    digest = sha256()
    files = [layer.path / file for file in layer.files if file in DATA_FILES]
    releases = layer.wages / RELEASES if layer.wages else None
    for path in (*files, *((releases,) if releases and releases.exists() else ())):
        content = read_bytes(path, MAX_BYTES)
        digest.update(f"\n{path.name} {len(content)}\n".encode())
        digest.update(content)
    return digest.hexdigest()


def json_file(folder: Path, file: str) -> Path:
    """The JSON of a data file."""
    return (folder / file).with_suffix(".json")


def read_built(folder: Path, file: str, model: type[Model]) -> Mapping[str, Sequence[Any]] | None:
    """The entries of a data file by section, in the order of the YAML; None where the JSON isn't as it was made."""
    try:
        content = model.model_validate_json(json_file(folder, file).read_bytes())
    except (OSError, ValidationError):
        return None  # the YAML will tell what is wrong, and where
    return {section: getattr(content, section) for section in model.model_fields}
