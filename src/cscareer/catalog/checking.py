"""What no single entry shows: names that clash, references that lead nowhere, promotions that go in circles."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from graphlib import CycleError, TopologicalSorter

from cscareer.catalog.entries import Entries, Finding, Written, judged, value_of
from cscareer.catalog.lookup import plain
from cscareer.catalog.models import PERCENTILES, Model, Move
from cscareer.catalog.pointing import check_references
from cscareer.catalog.yaml_reader import KeyPath, said

# Sections whose entries go by names, with the field of the one to show.
NAMED_SECTIONS = {
    "roles": "title",
    "skills": "name",
    "industries": "name",
    "chapters": "title",
    "metrics": "name",
    "scenarios": "title",
    "certificates": "name",
}


def check(entries: Entries, loose: Sequence[Written], unread: set[str], known: Entries) -> Iterator[Finding]:
    """Everything wrong between entries.

    Args:
        entries: the merged entries by section and key.
        loose: entries that aren't among them, because they have no key or one that is taken.
        unread: sections that were not wholly read; references into them are not judged.
        known: sections judged before, which entries may refer to.
    """
    everything = [*(entry for items in entries.values() for entry in items.values()), *loose]
    there = {**known, **entries}
    for section, name_field in NAMED_SECTIONS.items():
        yield from _check_names([entry for entry in everything if entry.section == section], name_field)
    for entry in everything:
        yield from check_references(entry, there, unread)
        if entry.section == "roles":
            yield from _check_repeats(entry)
        if not isinstance(entry.value, Model):
            yield from _check_order(entry, entry.value)
    yield from _check_location_names(entries)
    yield from _check_promotions(entries.get("roles", {}))


def _check_names(entries: Sequence[Written], name_field: str) -> Iterator[Finding]:
    owners: dict[str, dict[str | int, None]] = defaultdict(dict)  # in order, as sets aren't
    for entry in entries:
        for field in ("id", name_field):
            for location, name in judged(entry, (field,)):
                known = owners[plain(name)]
                if known and entry.key not in known:
                    message = f'"{name}" is also what {_listed(known)} is called.'
                    yield Finding(entry, location, message, "Give one of them another name.")
                known[entry.key] = None
    yield from _check_aliases(entries, owners)


def _check_aliases(
    entries: Sequence[Written], owners: Mapping[str, Mapping[str | int, None]]
) -> Iterator[Finding]:
    aliases = [
        (entry, list_name, location, alias, plain(alias))
        for entry in entries
        for list_name in ("aliases", "ambiguous")
        for location, alias in judged(entry, (list_name, "*"))
    ]
    users: dict[str, set[str | int]] = defaultdict(set)
    for entry, _, _, _, meant in aliases:
        users[meant].add(entry.key)
    for entry, list_name, location, alias, meant in aliases:
        if others := owners.get(meant, {}).keys() - {entry.key}:
            message = f'"{alias}" is the id or title of {_listed(others)}.'
            yield Finding(entry, location, message, "Take it out here.")
        elif list_name == "aliases" and (others := users[meant] - {entry.key}):
            message = f'"{alias}" is also an alias of {_listed(others)}.'
            hint = "If people use it for both, put it under `ambiguous:` in both."
            yield Finding(entry, location, message, hint)


def _check_location_names(entries: Entries) -> Iterator[Finding]:
    owners: dict[str, str] = {}
    for section in ("location_aliases", "outside_locations"):
        for key, entry in entries.get(section, {}).items():
            for location, name in judged(entry, ("names", "*")):
                owner = owners.setdefault(plain(name), key)
                if owner != key:
                    message = f'"{name}" is also a name of {owner}.'
                    yield Finding(entry, location, message, "Keep it in one of them.")


def _listed(keys: Iterable[str | int]) -> str:
    return ", ".join(sorted(key if isinstance(key, str) else said((key,)) for key in keys))


def _check_repeats(entry: Written) -> Iterator[Finding]:
    for list_name, field in (("skills", "skill"), ("next_roles", "role")):
        seen: set[str] = set()
        for location, target in judged(entry, (list_name, "*", field)):
            if target in seen:
                message = f'"{target}" stands twice in {list_name}.'
                yield Finding(entry, location[:2], message, "Keep one of them.")
            if target == entry.key and list_name == "next_roles":
                yield Finding(entry, location[:2], "a role can't lead to itself.", "Take it out.")
            seen.add(target)


def _check_order(entry: Written, value: object, location: KeyPath = ()) -> Iterator[Finding]:
    """What the models say of low and high, for the parts of a malformed entry that no model got to judge."""
    if isinstance(value, list):
        for index, item in enumerate(value):
            yield from _check_order(entry, item, (*location, index))
    if not isinstance(value, dict):
        return
    low, high = value.get("low"), value.get("high")
    if location not in entry.faulty:
        if type(low) is int and type(high) is int and low > high:
            yield Finding(entry, location, f"low ({low}) is above high ({high}).")
        if low in PERCENTILES and high in PERCENTILES and PERCENTILES.index(low) >= PERCENTILES.index(high):
            yield Finding(entry, location, f"low ({low}) must be below high ({high}).")
    for name, inner in value.items():
        yield from _check_order(entry, inner, (*location, name))


def _check_promotions(roles: Mapping[str, Written]) -> Iterator[Finding]:
    promotions = {
        key: {
            target: location
            for location, target in judged(role, ("next_roles", "*", "role"))
            if target in roles
            and target != key
            and value_of(value_of(role.value, "next_roles")[location[1]], "move") == Move.PROMOTION
        }
        for key, role in roles.items()
    }
    while cycle := _a_cycle(promotions):
        start = min(cycle)
        turn = cycle.index(start)
        ring = [*cycle[turn:], *cycle[:turn]]
        location = promotions[start].pop(ring[1 % len(ring)])
        message = f"promotions go in a circle: {' → '.join([*ring, start])}."
        hint = "A promotion leads up; make one of these steps `move: sideways`."
        yield Finding(roles[start], location, message, hint)


def _a_cycle(promotions: Mapping[str, Mapping[str, KeyPath]]) -> list[str]:
    """The keys of one circle, each leading to the next; empty when there is none."""
    try:
        TopologicalSorter(promotions).prepare()
    except CycleError as error:
        # graphlib names a circle from each node to the one that depends on it: our promotions backwards.
        circle: list[str] = error.args[1]
        return circle[:0:-1]
    return []
