"""Which column of an export is which field of a ticket: by its layout, by its header, or as the person says."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from cscareer.catalog.loading import Catalog
from cscareer.catalog.lookup import suggest
from cscareer.catalog.ticket_models import (
    ZONE_BEHIND,
    DurationUnit,
    LayoutColumn,
    TicketField,
    TicketFieldKind,
    TicketLayout,
    plain_header,
)
from cscareer.errors import InvalidDataError, Problem, UsageError
from cscareer.tickets.exports import TicketExport

CREATED = "created"
_MOST_SHOWN = 12


@dataclass(frozen=True)
class Chosen:
    """A column taken for a field.

    Args:
        field: what it is.
        columns: numbers of the columns; several for tags that stand in several.
        by: what it was known by: "layout", "header" or "map".
        unit: what its bare numbers count, None where nothing says so.
        less: what to take off a count.
        zone: the time zone that its header names.
        apart: signs between tags.
    """

    field: TicketField
    columns: tuple[int, ...]
    by: Literal["layout", "header", "map"]
    unit: DurationUnit | None = None
    less: int = 0
    zone: str | None = None
    apart: str = ",;"


@dataclass(frozen=True)
class Columns:
    """The columns of an export that are used, by field, and the layout that it has."""

    layout: TicketLayout | None
    chosen: Mapping[str, Chosen] = field(default_factory=dict)


@dataclass(frozen=True)
class Mapped:
    """A column that the person names for a field; an empty one leaves the field out."""

    field: str
    column: str


def read_mapped(catalog: Catalog, said: Sequence[str]) -> list[Mapped]:
    """What --map says, field by field.

    Raises:
        UsageError: it isn't like FIELD=COLUMN, or there is no such field.
    """
    known = {
        plain_header(name): each.id
        for each in catalog.ticket_fields.values()
        for name in (each.id, each.name)
    }
    found = []
    for text in said:
        name, sign, column = text.partition("=")
        if not sign:
            raise UsageError(
                f'--map "{text}" names no column.', hint='Write it like --map agent="Handled by".'
            )
        meant = known.get(plain_header(name))
        if meant is None:
            raise UsageError(
                f'--map: a ticket has no field "{name}".',
                hint=f"Fields: {', '.join(catalog.ticket_fields)}.",
                suggestions=suggest(plain_header(name), known, most=1, whole=True),
            )
        found.append(Mapped(meant, column.strip()))
    return found


def choose_columns(catalog: Catalog, export: TicketExport, mapped: Sequence[Mapped]) -> Columns:
    """The columns of an export.

    Raises:
        UsageError: a column that the person names isn't there.
        InvalidDataError: no column says when tickets were created.
    """
    plain = [plain_header(header) for header in export.headers]
    layout = _layout(catalog, plain)
    chosen: dict[str, Chosen] = {}
    said = {each.field for each in mapped}
    for each in mapped:
        if each.column:
            chosen[each.field] = _as_said(catalog, export, plain, each)
    used = {column for each in chosen.values() for column in each.columns}
    if layout is not None:
        for column in layout.columns:
            at = _where(plain, column, used)
            if at is not None and column.field not in said:
                chosen[column.field] = _chosen(catalog, export, column, plain, at)
                used.update(chosen[column.field].columns)
    left = {plain_header(header) for header in layout.leaves} if layout else set[str]()
    for each_field in catalog.ticket_fields.values():
        if each_field.id not in chosen and each_field.id not in said:
            found = _by_header(catalog, export, plain, each_field, used, left)
            if found is not None:
                chosen[each_field.id] = found
                used.update(found.columns)
    if CREATED not in chosen:
        raise _without_created(export)
    return Columns(layout, chosen)


def _layout(catalog: Catalog, plain: Sequence[str]) -> TicketLayout | None:
    there = set(plain)
    for layout in catalog.ticket_layouts.values():
        if all(there & {plain_header(header) for header in mark} for mark in layout.marks):
            return layout
    return None


def _where(plain: Sequence[str], column: LayoutColumn, used: set[int]) -> int | None:
    """The first of the headers that is there; of one that stands several times, the first."""
    for header in column.headers:
        wanted = plain_header(header)
        if wanted in plain and plain.index(wanted) not in used:
            return plain.index(wanted)
    return None


def _chosen(
    catalog: Catalog, export: TicketExport, column: LayoutColumn, plain: Sequence[str], at: int
) -> Chosen:
    its = catalog.ticket_fields[column.field]
    where = _all_of(its, plain, at)
    return Chosen(its, where, "layout", column.unit, column.less, _zone(export, at), column.apart)


def _all_of(its: TicketField, plain: Sequence[str], at: int) -> tuple[int, ...]:
    """Tags may stand in several columns of one header; of anything else the first one counts."""
    if its.kind is not TicketFieldKind.TAGS:
        return (at,)
    return tuple(number for number, header in enumerate(plain) if header == plain[at])


def _zone(export: TicketExport, at: int) -> str | None:
    found = ZONE_BEHIND.search(export.headers[at])
    return found[1] if found else None


def _by_header(
    catalog: Catalog,
    export: TicketExport,
    plain: Sequence[str],
    its: TicketField,
    used: set[int],
    left: set[str],
) -> Chosen | None:
    units = _units(catalog) if its.kind is TicketFieldKind.DURATION else {}
    for wanted in map(plain_header, its.headers):
        for at, header in enumerate(plain):
            if not header.startswith(wanted) or at in used or header in left:
                continue
            if header == wanted:
                return Chosen(
                    its, _all_of(its, plain, at), "header", _unit_of(catalog, header), 0, _zone(export, at)
                )
            if header.startswith(f"{wanted} ") and (unit := units.get(header[len(wanted) + 1 :])):
                return Chosen(its, (at,), "header", unit)
    return None


def _units(catalog: Catalog) -> Mapping[str, DurationUnit]:
    """Units of time by the words that headers end with; made once, for a file may have two thousand headers."""
    return catalog.once(_unit_words)


def _unit_words(catalog: Catalog) -> Mapping[str, DurationUnit]:
    by_words: dict[str, DurationUnit] = {}
    for each in catalog.ticket_units.values():
        for words in each.words:
            by_words.setdefault(plain_header(words), each.unit)
    return by_words


def _unit_of(catalog: Catalog, header: str) -> DurationUnit | None:
    """The unit that a header ends with."""
    return next((unit for words, unit in _units(catalog).items() if header.endswith(f" {words}")), None)


def _as_said(catalog: Catalog, export: TicketExport, plain: Sequence[str], said: Mapped) -> Chosen:
    its = catalog.ticket_fields[said.field]
    name, unit = said.column, None
    if plain_header(name) not in plain and ":" in name:
        name, _, behind = name.rpartition(":")
        unit = _units(catalog).get(plain_header(behind))
    wanted = plain_header(name)
    if wanted not in plain:
        raise UsageError(
            f'--map {said.field}: {export.name} has no column "{name}".',
            hint=_shown(export),
            suggestions=suggest(wanted, plain, most=2, whole=True),
        )
    at = plain.index(wanted)
    return Chosen(
        its, _all_of(its, plain, at), "map", unit or _unit_of(catalog, wanted), 0, _zone(export, at)
    )


def _shown(export: TicketExport) -> str:
    shown = [header for header in export.headers if header.strip()][:_MOST_SHOWN]
    more = len(export.headers) - len(shown)
    return f"Its columns: {', '.join(shown)}{f' and {more} more' if more > 0 else ''}."


def _without_created(export: TicketExport) -> InvalidDataError:
    problem = Problem(
        export.name,
        1,
        None,
        "no column says when tickets were created.",
        f'Name it: --map created="HEADER". {_shown(export)}',
    )
    return InvalidDataError(f"{export.name} can't be used:", problems=[problem])
