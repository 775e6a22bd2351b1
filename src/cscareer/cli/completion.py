"""What the shell offers to complete: ids of roles and skills, and the words of filters."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from cscareer.errors import CareerError

if TYPE_CHECKING:
    from cscareer.catalog.loading import Catalog


def complete_role(context: typer.Context, incomplete: str) -> list[tuple[str, str]]:
    """The ids of roles that begin like this, each with its title."""
    catalog = _catalog(context)
    return (
        [(role.id, role.title) for role in catalog.roles.values() if _begins(role.id, incomplete)]
        if catalog
        else []
    )


def complete_skill(context: typer.Context, incomplete: str) -> list[tuple[str, str]]:
    """The ids of skills that begin like this, each with its name."""
    catalog = _catalog(context)
    return (
        [(skill.id, skill.name) for skill in catalog.skills.values() if _begins(skill.id, incomplete)]
        if catalog
        else []
    )


def complete_held(context: typer.Context, incomplete: str) -> list[tuple[str, str]]:
    """The same for the last skill of a list like "sql:2,emp", or its levels once a colon is typed."""
    before, comma, last = incomplete.rpartition(",")
    name, colon, level = last.partition(":")
    start = before + comma
    if colon:
        return [
            (f"{start}{name}:{word}", "")
            for word in ("basic", "working", "advanced", "expert")
            if word.startswith(level)
        ]
    return [(start + skill, about) for skill, about in complete_skill(context, last.lstrip())]


def complete_industry(context: typer.Context, incomplete: str) -> list[tuple[str, str]]:
    """The ids of industries that begin like this, each with its name."""
    catalog = _catalog(context)
    return (
        [(each.id, each.name) for each in catalog.industries.values() if _begins(each.id, incomplete)]
        if catalog
        else []
    )


def complete_location(context: typer.Context, incomplete: str) -> list[tuple[str, str]]:
    """The states, and the larger cities, that begin like this, each with its area."""
    catalog = _catalog(context)
    if catalog is None:
        return []
    from cscareer.pay.locations import complete_locations  # noqa: PLC0415

    return complete_locations(catalog, incomplete)


def complete_level(incomplete: str) -> Iterator[str]:
    """The career levels that begin like this."""
    from cscareer.catalog.models import Level  # noqa: PLC0415

    return (level for level in Level if level.startswith(incomplete.lower()))


def complete_track(incomplete: str) -> Iterator[str]:
    """The tracks that begin like this."""
    from cscareer.catalog.models import Track  # noqa: PLC0415

    return (track for track in Track if track.startswith(incomplete.lower()))


def complete_kind(incomplete: str) -> Iterator[str]:
    """The kinds of skill that begin like this."""
    from cscareer.catalog.models import SkillKind  # noqa: PLC0415

    return (kind for kind in SkillKind if kind.startswith(incomplete.lower()))


def _begins(name: str, incomplete: str) -> bool:
    return name.startswith("-".join(incomplete.lower().split()))


def _catalog(context: typer.Context) -> "Catalog | None":
    """The data in use; None where it can't be read, since a completion has nobody to tell."""
    from cscareer.catalog.loading import load_catalog  # noqa: PLC0415

    data_dir = context.find_root().params.get("data_dir")
    try:
        return load_catalog(Path(data_dir) if data_dir else None)
    except CareerError:
        return None
