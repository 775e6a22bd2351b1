"""Making the JSON of the built-in data, when the program is built."""

import json
import shutil
import tempfile
from pathlib import Path

from cscareer.catalog import reading, yaml_reader
from cscareer.catalog.built import FOLDER, digest_of, is_packed, json_file
from cscareer.catalog.drafting import read_layers
from cscareer.catalog.layers import layer_over
from cscareer.catalog.loading import refuse
from cscareer.catalog.sections import file_models


def build(data: Path) -> Path:
    """Checks a folder of data and puts its JSON into its `built/`, in place of any there is; returns where.

    Raises:
        UnreadableError: the folder is missing, locked away, or has none of our files.
        InvalidDataError: the data has problems; the error holds them all.
    """
    layer = layer_over(data)
    draft = read_layers((layer,))
    refuse(draft.problems, (layer,))
    home = data / FOLDER
    digest = digest_of(layer)
    with tempfile.TemporaryDirectory(dir=data, prefix=f".{FOLDER}.") as made:
        folder = Path(made) / FOLDER / digest
        for file in filter(is_packed, file_models().keys() & set(layer.files)):
            content = yaml_reader.parse(reading.read_text(data / file))
            path = json_file(folder, file)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(json.dumps(content, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")
        shutil.rmtree(home, ignore_errors=True)
        folder.parent.rename(home)
    return home / digest
