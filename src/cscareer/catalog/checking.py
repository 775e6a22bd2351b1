"""What no single entry shows: names that clash, references that lead nowhere, promotions that go in circles."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter
from typing import Any

from cscareer.catalog.lookup import plain, suggest
from cscareer.catalog.models import Move, Named, Role
from cscareer.catalog.yaml_reader import Location, said

Entries = Mapping[str, Mapping[str, Any]]
NAMED_SECTIONS = ("roles", "skills", "industries")


@dataclass(frozen=True, slots=True)
class Finding:
    """Something wrong with an entry, at a place inside it."""

    section: str
    key: str
    location: Location
    message: str
    hint: str | None = None

    @property
    def field(self) -> str:
        """The place as a person reads it."""
        return said((self.section, self.key, *self.location))


def check(entries: Entries, unread: set[str]) -> Iterator[Finding]:
    """Everything wrong between entries. A reference into a section that was not wholly read is not judged."""
    for section in NAMED_SECTIONS:
        yield from _check_names(section, entries.get(section, {}))
    for section, key, location, target, name in _references(entries):
        known = entries.get(target, {})
        if name not in known and target not in unread:
            near = suggest(name, known, most=1, whole=True)
            hint = f"Did you mean {near[0]}?" if near else f"Add it to {target}, or take it out here."
            yield Finding(section, key, location, f'"{name}" is not among the {target}.', hint)
    yield from _check_location_names(entries)
    yield from _check_repeats(entries)
    yield from _check_promotions(entries)


def _check_names(section: str, entries: Mapping[str, Named]) -> Iterator[Finding]:
    owners: dict[str, set[str]] = defaultdict(set)  # ids and titles
    users: dict[str, set[str]] = defaultdict(set)  # aliases, shared ones too
    for key, entry in entries.items():
        owners[plain(entry.id)].add(key)
        owners[plain(entry.display)].add(key)
        for alias in (*entry.aliases, *entry.ambiguous):
            users[plain(alias)].add(key)
    for key, entry in entries.items():
        for name, field in ((entry.id, "id"), (entry.display, entry.name_field)):
            if others := owners[plain(name)] - {key}:
                message = f'"{name}" is also what {_listed(others)} is called.'
                yield Finding(section, key, (field,), message, "Give one of them another name.")
        for list_name in ("aliases", "ambiguous"):
            for index, alias in enumerate(getattr(entry, list_name)):
                location = (list_name, index)
                if others := owners[plain(alias)] - {key}:
                    message = f'"{alias}" is the id or title of {_listed(others)}.'
                    yield Finding(section, key, location, message, "Take it out here.")
                elif list_name == "aliases" and (others := users[plain(alias)] - {key}):
                    message = f'"{alias}" is also an alias of {_listed(others)}.'
                    hint = "If people use it for both, put it under `ambiguous:` in both."
                    yield Finding(section, key, location, message, hint)


def _check_location_names(entries: Entries) -> Iterator[Finding]:
    owners: dict[str, str] = {}
    for section in ("location_aliases", "outside_locations"):
        for key, entry in entries.get(section, {}).items():
            for index, name in enumerate(entry.names):
                owner = owners.setdefault(plain(name), key)
                if owner != key:
                    message = f'"{name}" is also a name of {owner}.'
                    yield Finding(section, key, ("names", index), message, "Keep it in one of them.")


def _listed(keys: set[str]) -> str:
    return ", ".join(sorted(keys))


def _references(entries: Entries) -> Iterator[tuple[str, str, Location, str, str]]:
    """Every reference: the section, key and place it stands at, the section it points into, and its target."""
    for section, items in entries.items():
        for key, entry in items.items():
            for location, cited in citations(entry):
                yield section, key, location, "sources", cited
            for location, target, name in _pointers(section, entry):
                yield section, key, location, target, name


def _pointers(section: str, entry: Any) -> Iterator[tuple[Location, str, str]]:  # noqa: ANN401  an entry of any section
    match section:
        case "roles":
            yield from _pointers_of_role(entry)
        case "salaries":
            yield ("role",), "roles", entry.role
        case "statements":
            for index, role in enumerate(entry.roles):
                yield ("roles", index), "roles", role
        case "pay_factors" if entry.skill is not None:
            yield ("skill",), "skills", entry.skill


def _pointers_of_role(role: Role) -> Iterator[tuple[Location, str, str]]:
    yield ("occupation", "code"), "occupations", role.occupation.code
    for index, industry in enumerate(role.industries):
        yield ("industries", index), "industries", industry
    for index, wanted in enumerate(role.skills):
        yield ("skills", index, "skill"), "skills", wanted.skill
    for index, step in enumerate(role.next_roles):
        yield ("next_roles", index, "role"), "roles", step.role


def citations(entry: Any) -> Iterator[tuple[Location, str]]:  # noqa: ANN401  any entry
    """Every source an entry cites, with the place where it does."""
    for name in (None, "in_demand", "pays_more"):
        holder = entry if name is None else getattr(entry, name, None)
        for index, cited in enumerate(getattr(holder, "sources", ())):
            yield (*((name,) if name else ()), "sources", index), cited


def _check_repeats(entries: Entries) -> Iterator[Finding]:
    for key, role in entries.get("roles", {}).items():
        for list_name, targets in (
            ("skills", [wanted.skill for wanted in role.skills]),
            ("next_roles", [step.role for step in role.next_roles]),
        ):
            for index, target in enumerate(targets):
                if target in targets[:index]:
                    message = f'"{target}" stands twice in {list_name}.'
                    yield Finding("roles", key, (list_name, index), message, "Keep one of them.")
                if target == key and list_name == "next_roles":
                    yield Finding(
                        "roles", key, (list_name, index), "a role can't lead to itself.", "Take it out."
                    )


def _check_promotions(entries: Entries) -> Iterator[Finding]:
    roles = entries.get("roles", {})
    promotions = {
        key: {
            step.role: index
            for index, step in enumerate(role.next_roles)
            if step.move is Move.PROMOTION and step.role in roles and step.role != key
        }
        for key, role in roles.items()
    }
    while cycle := _a_cycle(promotions):
        start = min(cycle)
        turn = cycle.index(start)
        ring = [*cycle[turn:], *cycle[:turn]]
        index = promotions[start].pop(ring[1 % len(ring)])
        message = f"promotions go in a circle: {' → '.join([*ring, start])}."
        hint = "A promotion leads up; make one of these steps `move: sideways`."
        yield Finding("roles", start, ("next_roles", index, "role"), message, hint)


def _a_cycle(promotions: Mapping[str, Mapping[str, int]]) -> list[str]:
    """The keys of one circle, each leading to the next; empty when there is none."""
    try:
        TopologicalSorter(promotions).prepare()
    except CycleError as error:
        # graphlib names a circle from each node to the one that depends on it: our promotions backwards.
        circle: list[str] = error.args[1]
        return circle[:0:-1]
    return []
