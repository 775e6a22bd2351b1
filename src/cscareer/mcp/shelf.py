"""What an assistant may read whole: the roles, skills and metrics of the guide, and its chapters."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple

from cscareer.catalog.answer import Answer
from cscareer.catalog.loading import Catalog
from cscareer.catalog.lookup import suggest
from cscareer.errors import UnknownNameError
from cscareer.guide.chapters import read_chapters
from cscareer.guide.metrics import describe_metric
from cscareer.guide.roles import describe_role
from cscareer.skills.listing import describe_skill

SCHEME = "cscareer://"


class Shelf(NamedTuple):
    """Entries of one kind, each to be read as an answer."""

    kind: str
    about: str
    entries: Callable[[Catalog], Mapping[str, Any]]
    read: Callable[[Catalog, Any], Answer]


SHELVES = {
    shelf.kind: shelf
    for shelf in (
        Shelf("role", "A role: what you do, what it pays, the skills it wants.", lambda it: it.roles, describe_role),
        Shelf("skill", "A skill: its four levels, how to build and prove it.", lambda it: it.skills, describe_skill),
        Shelf("metric", "A metric of service: how it is worked out and moved.", lambda it: it.metrics, describe_metric),
        Shelf(
            "chapter",
            "A chapter of the guide.",
            lambda it: it.chapters,
            lambda catalog, chapter: read_chapters(catalog, [chapter]),
        ),
    )
}  # fmt: skip


class Item(NamedTuple):
    """One thing on a shelf: where it is, its name for a person, and what it is."""

    uri: str
    id: str
    name: str
    about: str


def items(catalog: Catalog) -> Iterator[Item]:
    """All that can be read, in the guide's order."""
    for shelf in SHELVES.values():
        for entry in shelf.entries(catalog).values():
            yield Item(f"{SCHEME}{shelf.kind}/{entry.id}", entry.id, entry.display, shelf.about)


def read(catalog: Catalog, uri: str) -> Answer:
    """What stands at an address like `cscareer://role/customer-service-manager`.

    Raises:
        UnknownNameError: nothing does.
    """
    kind, _, name = uri.removeprefix(SCHEME).partition("/")
    shelf = SHELVES.get(kind) if uri.startswith(SCHEME) else None
    if shelf is None:
        kinds = ", ".join(f"{SCHEME}{each}/…" for each in SHELVES)
        raise UnknownNameError("Nothing stands at this address.", hint=f"Addresses are: {kinds}.")
    entries = shelf.entries(catalog)
    if name not in entries:
        raise UnknownNameError(
            f"There is no {kind} of this id.",
            hint="The list of resources has them all.",
            suggestions=suggest(name, entries, most=3),
        )
    return shelf.read(catalog, entries[name])
