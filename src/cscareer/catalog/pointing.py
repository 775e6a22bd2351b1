"""What entries point at: other entries, sources, figures in their texts, words of their patterns; and what isn't there."""

from collections.abc import Iterator, Mapping
from typing import Any

from cscareer.catalog.entries import Entries, FieldPath, Finding, Written, judged, texts
from cscareer.catalog.lookup import suggest
from cscareer.catalog.patterns import pattern_words
from cscareer.catalog.placeholders import FIGURES, placeholders
from cscareer.catalog.yaml_reader import KeyPath

_SOURCES: FieldPath = ("sources", "*")
_FURTHER_SOURCES: dict[str, tuple[FieldPath, ...]] = {
    "roles": (("in_demand", *_SOURCES),),
    "skills": (("pays_more", *_SOURCES), ("takes", *_SOURCES)),
    "chapters": (("sections", "*", "passages", "*", *_SOURCES),),
    "metrics": (
        *((part, *_SOURCES) for part in ("formula", "good", "world_class", "average", "gaming", "moving")),
        ("notes", "*", *_SOURCES),
    ),
}
# Texts with figures in them, and whether a figure must say what it is of or may leave it to the role asked for.
_FILLED: dict[str, tuple[FieldPath, bool]] = {
    "chapters": (("sections", "*", "passages", "*", "text"), True),
    "arguments": (("text",), False),
}
_POINTERS: dict[str, tuple[tuple[FieldPath, str], ...]] = {
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
    "work_words": ((("id",), "roles"),),
    "near_jobs": (
        (("skills", "*", "skill"), "skills"),
        (("industries", "*"), "industries"),
        (("toward", "*"), "roles"),
    ),
    "ticket_layouts": ((("columns", "*", "field"), "ticket_fields"),),
    "ticket_lines": ((("needs", "*"), "metrics"), (("skill",), "skills")),
    "title_rules": (
        (("every", "*"), "title_words"),
        (("any", "*"), "title_words"),
        (("without", "*"), "title_words"),
        (("role",), "roles"),
        (("several", "*"), "roles"),
    ),
}


def citations(section: str, value: Any) -> Iterator[tuple[KeyPath, str]]:  # noqa: ANN401  any entry
    """Every source an entry of a section cites, with the place where it does."""
    yield from texts(value, _SOURCES)
    for path in _FURTHER_SOURCES.get(section, ()):
        yield from texts(value, path)


def check_references(entry: Written, entries: Entries, unread: set[str]) -> Iterator[Finding]:
    """Everything that an entry points at and that isn't there."""
    yield from _check_pointers(entry, entries, unread)
    if entry.section in _FILLED:
        yield from _check_figures(entry, entries, unread)
    if entry.section in {"deeds", "duties"}:
        yield from _check_patterns(entry, entries, unread)
    if entry.section == "readings":
        yield from _check_readings(entry, entries.get("roles", {}))


def _check_pointers(entry: Written, entries: Entries, unread: set[str]) -> Iterator[Finding]:
    pointed = [(location, "sources", cited) for location, cited in citations(entry.section, entry.value)]
    pointed += [
        (location, target, name)
        for path, target in _POINTERS.get(entry.section, ())
        for location, name in texts(entry.value, path)
    ]
    for location, target, name in pointed:
        known = entries.get(target, {})
        if name not in known and target not in unread and location not in entry.faulty:
            yield Finding(entry, location, *_unknown(name, target, entries))


def _check_figures(entry: Written, entries: Entries, unread: set[str]) -> Iterator[Finding]:
    """Figures that stand in a text: of a kind we know, and of something that is there."""
    path, must_name = _FILLED[entry.section]
    for location, text in judged(entry, path):
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
    known = {text for _, text in texts(role.value, ("responsibilities", "*"))}
    for location, text in judged(entry, ("responsibilities", "*", "responsibility")):
        if text not in known:
            hint = "Copy its words from roles.yaml."
            yield Finding(entry, location, f"{entry.key} has no such responsibility.", hint)


def _check_patterns(entry: Written, entries: Entries, unread: set[str]) -> Iterator[Finding]:
    """Classes of words that the patterns of a deed name."""
    known = entries.get("classes", {})
    for path in (("patterns", "*"), ("unless",)):
        for location, pattern in judged(entry, path):
            for name, is_class in pattern_words(pattern):
                if is_class and name not in known and "classes" not in unread:
                    yield Finding(entry, location, *_unknown(name, "classes", entries))
