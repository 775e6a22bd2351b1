"""What answers depend on besides what is asked: the version of the program, and all its data."""

from hashlib import sha256
from typing import NamedTuple

from cscareer import __version__
from cscareer.catalog.built import FOLDER
from cscareer.catalog.loading import Catalog


class Identity(NamedTuple):
    """The version of the program, and a digest of the data of all layers in use."""

    version: str
    data: str


def identity_of(catalog: Catalog) -> Identity:
    """What a catalog's answers depend on; every file of its layers counts but what is made of others."""
    digest = sha256()
    for layer in catalog.layers:
        for path in sorted(each for each in layer.path.rglob("*") if each.is_file()):
            name = path.relative_to(layer.path)
            if name.parts[0] != FOLDER:
                content = path.read_bytes()
                digest.update(f"\n{layer.name} {name.as_posix()} {len(content)}\n".encode())
                digest.update(content)
    return Identity(__version__, digest.hexdigest())
