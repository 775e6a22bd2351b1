"""What the shell offers to complete: names of roles, skills, chapters, metrics and so on, and the words of filters.

Whatever is offered begins with the very letters typed, because the shell drops all that doesn't.
"""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from cscareer.errors import CareerError

if TYPE_CHECKING:
    from cscareer.catalog.loading import Catalog
    from cscareer.catalog.models import Named
    from cscareer.plan.profile import Profile

Offers = list[tuple[str, str]]  # what to complete to, and what it is


def complete_role(context: typer.Context, incomplete: str) -> Offers:
    """The roles that begin like this: their ids, or else another name of theirs."""
    catalog = _catalog(context)
    return _offer(catalog.roles, incomplete) if catalog else []


def complete_role_words(context: typer.Context, incomplete: str) -> Offers:
    """The same where the words of a title may stand unquoted: for `role call cent` it is `center specialist`."""
    catalog = _catalog(context)
    return _offer(catalog.roles, incomplete, context.params.get("title")) if catalog else []


def complete_skill_words(context: typer.Context, incomplete: str) -> Offers:
    """The skills that begin like this, also where words of the name stand before."""
    catalog = _catalog(context)
    return _offer(catalog.skills, incomplete, context.params.get("name")) if catalog else []


def complete_skill(context: typer.Context, incomplete: str) -> Offers:
    """The skills that begin like this."""
    catalog = _catalog(context)
    return _offer(catalog.skills, incomplete) if catalog else []


def complete_chapter_words(context: typer.Context, incomplete: str) -> Offers:
    """The chapters of the guide that begin like this, also where words of the title stand before."""
    return _offer(_read_later(context, "chapters"), incomplete, context.params.get("chapter"))


def complete_metric_words(context: typer.Context, incomplete: str) -> Offers:
    """The metrics that begin like this, also where words of the name stand before."""
    return _offer(_read_later(context, "metrics"), incomplete, context.params.get("name"))


def complete_scenario_words(context: typer.Context, incomplete: str) -> Offers:
    """The scenarios that begin like this, also where words of the title stand before."""
    return _offer(_read_later(context, "scenarios"), incomplete, context.params.get("scenario"))


def complete_held(context: typer.Context, incomplete: str) -> Offers:
    """The skills for the last one of a list like "sql:2,emp", or its levels once a colon is typed."""
    before, comma, last = incomplete.rpartition(",")
    name, colon, level = last.partition(":")
    start = before + comma
    if colon:
        levels = _begun(("basic", "working", "advanced", "expert"), level)
        return [(f"{start}{name}:{word}", "") for word in levels]
    catalog = _catalog(context)
    start += last[: len(last) - len(last.lstrip())]
    return (
        [(start + skill, about) for skill, about in _offer(catalog.skills, last.lstrip())] if catalog else []
    )


def complete_kept_skill(context: typer.Context, incomplete: str) -> Offers:
    """The skills of the person's profile that begin like this."""
    kept, catalog = _profile(), _catalog(context)
    if kept is None or catalog is None:
        return []
    held = {each.skill for each in kept.skills}
    return _offer({name: skill for name, skill in catalog.skills.items() if name in held}, incomplete)


def complete_item(context: typer.Context, incomplete: str) -> Offers:
    """The items of the person's checklists that begin like this."""
    kept, catalog = _profile(), _catalog(context)
    if kept is None or catalog is None:
        return []
    items = {item.skill for each in kept.checklists for item in each.items}
    listed = {name: skill for name, skill in catalog.skills.items() if name in items}
    return _offer(listed, incomplete, context.params.get("item"))


def complete_industry(context: typer.Context, incomplete: str) -> Offers:
    """The industries that begin like this."""
    catalog = _catalog(context)
    return _offer(catalog.industries, incomplete) if catalog else []


def complete_location(context: typer.Context, incomplete: str) -> Offers:
    """The states, and the larger cities, that begin like this, each with its area."""
    catalog = _catalog(context)
    if catalog is None:
        return []
    from cscareer.pay.locations import complete_locations

    return [
        (begun, area)
        for name, area in complete_locations(catalog, incomplete)
        for begun in _begun((name,), incomplete)
    ]


def complete_level(incomplete: str) -> Iterator[str]:
    """The career levels that begin like this."""
    from cscareer.catalog.models import Level

    return _begun(Level, incomplete)


def complete_track(incomplete: str) -> Iterator[str]:
    """The tracks that begin like this."""
    from cscareer.catalog.models import Track

    return _begun(Track, incomplete)


def complete_kind(incomplete: str) -> Iterator[str]:
    """The kinds of skill that begin like this."""
    from cscareer.catalog.models import SkillKind

    return _begun(SkillKind, incomplete)


def complete_sort(incomplete: str) -> Iterator[str]:
    """The orders of roles that begin like this."""
    from cscareer.guide.roles import RoleSort

    return _begun(RoleSort, incomplete)


def complete_per(incomplete: str) -> Iterator[str]:
    """The periods of pay that begin like this."""
    return _begun(("hour", "year"), incomplete)


def complete_rank(incomplete: str) -> Iterator[str]:
    """What pay can be ranked by that begins like this."""
    from cscareer.pay.ranking import RankBy

    return _begun(RankBy, incomplete)


def complete_beyond_order(incomplete: str) -> Iterator[str]:
    """The orders of related work that begin like this."""
    from cscareer.routes.beyond import BeyondSort

    return _begun(BeyondSort, incomplete)


def complete_route_order(incomplete: str) -> Iterator[str]:
    """What makes a route the best that begins like this."""
    from cscareer.routes.weighing import RouteOrder

    return _begun(RouteOrder, incomplete)


def complete_schema(context: typer.Context, incomplete: str) -> Iterator[str]:
    """The answers and data files with a JSON Schema that begin like this."""
    from cscareer.cli.declaring import answer_forms
    from cscareer.schemas import list_schemas

    commands, *_ = context.find_root().obj  # what the program is built with stands there until it runs
    return _begun((row.name for row in list_schemas(answer_forms(commands)).schemas), incomplete)


def _begun(words: Iterable[str], incomplete: str) -> Iterator[str]:
    """The words that begin like this in any case, each with its beginning as it was typed."""
    return (
        incomplete + word[len(incomplete) :] for word in words if word.lower().startswith(incomplete.lower())
    )


def _offer(entries: "Mapping[str, Named]", incomplete: str, before: object = None) -> Offers:
    """One name of each entry that begins like this: its id, or where no entry's id does, another name.

    Words are joined by hyphens, which need no quotes, unless spaces are typed already or stand `before`.
    """
    from cscareer.catalog.lookup import names_of, plain

    typed = " ".join([*(before if isinstance(before, list | tuple) else ()), incomplete])
    joint = " " if " " in typed else "-"

    def rest(name: str) -> str | None:
        """What is still to type of a name that begins like this."""
        word = plain(name).replace(" ", joint)
        begun = typed.lower().replace("_", joint).replace("-", joint)
        return word[len(typed) :] if len(begun) == len(typed) and word.startswith(begun) else None

    by_id = {
        incomplete + end: entry.display for entry in entries.values() if (end := rest(entry.id)) is not None
    }
    if by_id:
        return list(by_id.items())
    by_name: dict[str, str] = {}
    for entry in entries.values():
        ends = (end for name in names_of(entry) if (end := rest(name)) is not None)
        by_name.update({incomplete + end: entry.display for end in list(ends)[:1]})
    return list(by_name.items())


def _profile() -> "Profile | None":
    """The person's profile; None where there is none that can be read."""
    from cscareer.plan.storage import Store

    try:
        store = Store.of_user()
        return store.read() if store else None
    except CareerError:
        return None


def _catalog(context: typer.Context) -> "Catalog | None":
    """The data in use; None where it can't be read, since a completion has nobody to tell."""
    from cscareer.catalog.loading import load_catalog

    data_dir = context.find_root().params.get("data_dir")
    try:
        return load_catalog(Path(data_dir) if data_dir else None)
    except CareerError:
        return None


def _read_later(context: typer.Context, section: str) -> "Mapping[str, Named]":
    """The entries of a section that is read when it is asked for; none where it can't be read."""
    catalog = _catalog(context)
    try:
        entries: Mapping[str, Named] = getattr(catalog, section) if catalog else {}
    except CareerError:
        return {}
    return entries
