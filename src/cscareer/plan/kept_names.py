"""What a person means among the things they keep: an item, a checklist, whatever the guide knows of it now."""

from collections.abc import Mapping
from typing import NamedTuple

from cscareer.catalog.loading import Catalog
from cscareer.catalog.lookup import NamedEntry, find, plain
from cscareer.errors import UnknownNameError, UsageError
from cscareer.plan.profile import Profile

START_COMMAND = 'cscareer checklist start "customer service manager"'


class KeptName(NamedTuple):
    """What a name stands for: its id, what it is called, and whether only the beginning of the name was given."""

    id: str
    name: str
    completed: bool = False


def find_item(catalog: Catalog, profile: Profile, name: str) -> KeptName:
    """The skill meant by the name of an item, the guide's or the one it had when it was put there.

    Raises:
        UsageError: there is no checklist.
        UnknownNameError, AmbiguousNameError: as a lookup raises them.
    """
    items = {item.skill: item.name for each in profile.checklists for item in each.items}
    if not items:
        raise no_checklist()
    roles = [catalog.roles[each.role] for each in profile.checklists if each.role in catalog.roles]
    wanted = {each.skill: "" for role in roles for each in role.skills}
    return find_kept(catalog.skills, wanted | items, name, what="item", list_command="cscareer checklist")


def no_checklist() -> UsageError:
    """What to tell who asks for a checklist and has none."""
    return UsageError("You have no checklist yet.", hint=f"Start one: {START_COMMAND}")


def find_checklist(catalog: Catalog, profile: Profile, name: str) -> KeptName:
    """The role of the checklist meant by a title; one the guide no longer knows goes by the title it had.

    Raises:
        UsageError: there is no such checklist.
        AmbiguousNameError: there are several.
    """
    lists = {each.role: each.title for each in profile.checklists}
    try:
        return find_kept(catalog.roles, lists, name, what="checklist", list_command="cscareer checklist")
    except UnknownNameError as error:
        raise UsageError(
            f'You have no checklist for "{name}".',
            hint="`cscareer checklist` shows those you have.",
            suggestions=error.suggestions,
        ) from None


def find_kept(
    known: Mapping[str, NamedEntry], kept: Mapping[str, str], name: str, *, what: str, list_command: str
) -> KeptName:
    """What a person means among the things they keep, by the guide's names, or by the kept one where it has none now.

    Args:
        known: the guide's entries.
        kept: the names of the things kept, by id.
        name: what the person typed.
        what: what is looked for, in a word.
        list_command: the command that lists them all.

    Raises:
        UnknownNameError, AmbiguousNameError: as a lookup raises them.
    """
    for id_, title in kept.items():
        if id_ not in known and plain(name) in {plain(id_), plain(title)}:
            return KeptName(id_, title or id_)
    entries = {id_: known[id_] for id_ in sorted(kept) if id_ in known}
    match = find(entries, name, what=what, list_command=list_command)
    return KeptName(match.entry.id, match.entry.display, match.completed)
