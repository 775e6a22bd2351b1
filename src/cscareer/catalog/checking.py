"""What no single entry shows: names that clash, references that lead nowhere, promotions that go in circles."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter
from pathlib import Path
from typing import Any

from cscareer.catalog.lookup import plain, suggest
from cscareer.catalog.models import PERCENTILES, Model, Move
from cscareer.catalog.patterns import pattern_words
from cscareer.catalog.placeholders import FIGURES, placeholders
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

_Path = tuple[str, ...]  # field names; * stands for each item of a list
_SOURCES: _Path = ("sources", "*")
_FURTHER_SOURCES: dict[str, tuple[_Path, ...]] = {
    "roles": (("in_demand", *_SOURCES),),
    "skills": (("pays_more", *_SOURCES), ("takes", *_SOURCES)),
    "chapters": (("sections", "*", "passages", "*", *_SOURCES),),
    "metrics": (
        *((part, *_SOURCES) for part in ("formula", "good", "world_class", "average", "gaming", "moving")),
        ("notes", "*", *_SOURCES),
    ),
}
# Texts with figures in them, and whether a figure must say what it is of or may leave it to the role asked for.
_FILLED: dict[str, tuple[_Path, bool]] = {
    "chapters": (("sections", "*", "passages", "*", "text"), True),
    "arguments": (("text",), False),
}
_POINTERS: dict[str, tuple[tuple[_Path, str], ...]] = {
    "roles": (
        (("occupation", "code"), "occupations"),
        (("industries", "*"), "industries"),
        (("skills", "*", "skill"), "skills"),
        (("next_roles", "*", "role"), "roles"),
    ),
    "salaries": ((("role",), "roles"),),
    "statements": ((("roles", "*"), "roles"),),
    "pay_factors": ((("skill",), "skills"),),
    "projections": ((("occupation",), "occupations"),),
    "exposures": ((("occupation",), "occupations"),),
    "ai_applicabilities": ((("occupation",), "occupations"),),
    "certificates": ((("skills", "*"), "skills"),),
    "readings": ((("role",), "roles"),),
    "arguments": ((("roles", "*"), "roles"),),
    "metrics": ((("skills", "*"), "skills"), (("related", "*"), "metrics")),
    "classes": ((("of", "*"), "classes"),),
    "deeds": ((("skills", "*"), "skills"), (("count",), "counts")),
    "duties": ((("skills", "*"), "skills"), (("count",), "counts")),
    "scenarios": ((("rubric", "*", "skill"), "skills"),),
    "self_checks": ((("id",), "skills"),),
    "near_jobs": ((("skills", "*", "skill"), "skills"), (("industries", "*"), "industries")),
    "title_rules": (
        (("every", "*"), "title_words"),
        (("any", "*"), "title_words"),
        (("without", "*"), "title_words"),
        (("role",), "roles"),
        (("several", "*"), "roles"),
    ),
}


@dataclass(frozen=True, slots=True)
class Written:
    """An entry as it stands in a file: its model, or the mapping as read where that is malformed.

    `key` is its place in the list where no key could be read; `faulty` holds the values already reported.
    """

    section: str
    key: str | int
    value: Any
    file: Path
    location: KeyPath
    faulty: frozenset[KeyPath] = frozenset()


@dataclass(frozen=True, slots=True)
class Finding:
    """Something wrong with an entry, at a place inside it."""

    entry: Written
    location: KeyPath
    message: str
    hint: str | None = None

    @property
    def field(self) -> str:
        """The place as a person reads it."""
        return said((self.entry.section, self.entry.key, *self.location))


Entries = Mapping[str, Mapping[str, Written]]


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
        yield from _check_references(entry, there, unread)
        if entry.section in _FILLED:
            yield from _check_figures(entry, there, unread)
        if entry.section == "roles":
            yield from _check_repeats(entry)
        if entry.section in {"deeds", "duties"}:
            yield from _check_patterns(entry, there, unread)
        if entry.section == "readings":
            yield from _check_readings(entry, there.get("roles", {}))
        if not isinstance(entry.value, Model):
            yield from _check_order(entry, entry.value)
    yield from _check_location_names(entries)
    yield from _check_promotions(entries.get("roles", {}))


def citations(section: str, value: Any) -> Iterator[tuple[KeyPath, str]]:  # noqa: ANN401  any entry
    """Every source an entry of a section cites, with the place where it does."""
    yield from _texts(value, _SOURCES)
    for path in _FURTHER_SOURCES.get(section, ()):
        yield from _texts(value, path)


def _texts(value: Any, path: _Path, location: KeyPath = ()) -> Iterator[tuple[KeyPath, str]]:  # noqa: ANN401
    """The texts at a path of a model, or of a mapping of any shape, each with its place."""
    for depth, step in enumerate(path, start=1):
        if step == "*":
            for index, item in enumerate(value if isinstance(value, list | tuple) else ()):
                yield from _texts(item, path[depth:], (*location, index))
            return
        value = _field(value, step)
        location = (*location, step)
    if isinstance(value, str):
        yield location, value


def _field(value: Any, name: str) -> Any:  # noqa: ANN401
    if isinstance(value, Model):
        return getattr(value, name, None)
    return value.get(name) if isinstance(value, dict) else None


def _judged(entry: Written, path: _Path) -> Iterator[tuple[KeyPath, str]]:
    """The texts at a path of an entry about which nothing has been said yet."""
    return (found for found in _texts(entry.value, path) if found[0] not in entry.faulty)


def _check_names(entries: Sequence[Written], name_field: str) -> Iterator[Finding]:
    owners: dict[str, dict[str | int, None]] = defaultdict(dict)  # in order, as sets aren't
    for entry in entries:
        for field in ("id", name_field):
            for location, name in _judged(entry, (field,)):
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
        for location, alias in _judged(entry, (list_name, "*"))
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
            for location, name in _judged(entry, ("names", "*")):
                owner = owners.setdefault(plain(name), key)
                if owner != key:
                    message = f'"{name}" is also a name of {owner}.'
                    yield Finding(entry, location, message, "Keep it in one of them.")


def _listed(keys: Iterable[str | int]) -> str:
    return ", ".join(sorted(key if isinstance(key, str) else said((key,)) for key in keys))


def _check_references(entry: Written, entries: Entries, unread: set[str]) -> Iterator[Finding]:
    pointed = [(location, "sources", cited) for location, cited in citations(entry.section, entry.value)]
    pointed += [
        (location, target, name)
        for path, target in _POINTERS.get(entry.section, ())
        for location, name in _texts(entry.value, path)
    ]
    for location, target, name in pointed:
        known = entries.get(target, {})
        if name not in known and target not in unread and location not in entry.faulty:
            yield Finding(entry, location, *_unknown(name, target, entries))


def _check_figures(entry: Written, entries: Entries, unread: set[str]) -> Iterator[Finding]:
    """Figures that stand in a text: of a kind we know, and of something that is there."""
    path, must_name = _FILLED[entry.section]
    for location, text in _judged(entry, path):
        for kind, name in placeholders(text):
            target = FIGURES.get(kind, "")
            if not kind:
                message, hint = (
                    "a brace that belongs to no figure.",
                    "Write figures like {pay:account-manager}.",
                )
            elif not target:
                near = suggest(kind, FIGURES, most=1, whole=True)
                message = f'"{{{kind}}}" is no figure we know.'
                hint = f"Did you mean {near[0]}?" if near else f"Any of: {', '.join(FIGURES)}."
            elif name is None and must_name:
                message = f'the figure "{kind}" must say what it is of.'
                hint = f"Write it as {{{kind}:…}}, with an id of the {target}."
            elif name is None or name in entries.get(target, {}) or target in unread:
                continue
            else:
                message, hint = _unknown(name, target, entries)
            yield Finding(entry, location, message, hint)


def _unknown(name: str, target: str, entries: Entries) -> tuple[str, str]:
    """What to say of an id that none of a section's entries has."""
    near = suggest(name, entries.get(target, {}), most=1, whole=True)
    hint = f"Did you mean {near[0]}?" if near else f"Add it to {target}, or take it out here."
    return f'"{name}" is not among the {target}.', hint


def _check_readings(entry: Written, roles: Mapping[str, Written]) -> Iterator[Finding]:
    """A reading is of a responsibility its role has, unless a higher layer has put another role in its place."""
    role = roles.get(str(entry.key))
    if role is None or role.file.parent != entry.file.parent:
        return
    known = {text for _, text in _texts(role.value, ("responsibilities", "*"))}
    for location, text in _judged(entry, ("responsibilities", "*", "responsibility")):
        if text not in known:
            hint = "Copy its words from roles.yaml."
            yield Finding(entry, location, f"{entry.key} has no such responsibility.", hint)


def _check_patterns(entry: Written, entries: Entries, unread: set[str]) -> Iterator[Finding]:
    """Classes of words that the patterns of a deed name."""
    known = entries.get("classes", {})
    for path in (("patterns", "*"), ("unless",)):
        for location, pattern in _judged(entry, path):
            for name, is_class in pattern_words(pattern):
                if is_class and name not in known and "classes" not in unread:
                    yield Finding(entry, location, *_unknown(name, "classes", entries))


def _check_repeats(entry: Written) -> Iterator[Finding]:
    for list_name, field in (("skills", "skill"), ("next_roles", "role")):
        seen: set[str] = set()
        for location, target in _judged(entry, (list_name, "*", field)):
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
            for location, target in _judged(role, ("next_roles", "*", "role"))
            if target in roles
            and target != key
            and _field(_field(role.value, "next_roles")[location[1]], "move") == Move.PROMOTION
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
