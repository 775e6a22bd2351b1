"""What kind of figure a role's pay is, by a sign and a word, and what each kind means."""

from collections.abc import Collection, Iterable, Iterator

from cscareer.catalog.models import Band
from cscareer.pay.local import PaidRole, RolePay
from cscareer.pay.ranges import Range
from cscareer.render.blocks import Vital
from cscareer.render.cells import DASH

SHARES = {"p10": "10%", "p25": "25%", "median": "50%", "p75": "75%", "p90": "90%"}
STARTING_AND_ALL = Vital("Starting pay is what people begin on, wages what all there earn: don't mix them.")
ESTIMATE = (
    "Our estimate: the published national range, moved by what the occupation earns here against the nation. "
    "It isn't the publisher's figure."
)
NO_RANGE = f"{DASH} no pay is known: no source we cite states a range, and no wages are released."
STARTING, PUBLISHED, MOVED, WAGES, CATCH_ALL = (
    "= starting",
    "= published",
    "~ estimate",
    "% wages",
    "? catch-all",
)
_MEANINGS = {
    STARTING: "what people start on, as published",
    PUBLISHED: "as published",
    MOVED: "ours, published pay moved by local wages",
    WAGES: "a part of its occupation's wages, our judgement",
    CATCH_ALL: "“All Other” wages, no verdict",
}


def kind_of(
    pay: Range, *, starting: bool | None = None, band: Band | None = None, catch_all: bool = False
) -> str | None:
    """The sign and word of a range; null where there is none."""
    if pay.low is None and pay.high is None:
        return None
    if band:
        return CATCH_ALL if catch_all else WAGES
    if pay.basis == "localized":
        return MOVED
    return STARTING if starting else PUBLISHED


def kind_cell(role: RolePay | PaidRole) -> str | None:
    """The sign and word of a role's pay, for a column."""
    return kind_of(
        _range_of(role), starting=role.starting, band=role.band, catch_all=role.occupation.catch_all
    )


def basis_said(
    pay: Range, *, starting: bool | None = None, band: Band | None = None, catch_all: bool = False
) -> str | None:
    """What kind of range it is: its sign, and in a few words what it is of."""
    kind = kind_of(pay, starting=starting, band=band, catch_all=catch_all)
    if kind is None:
        return None
    sign, _, word = kind.partition(" ")
    if band:
        return f"{sign} {word}: {SHARES[band.low]}–{SHARES[band.high]} of all in its occupation"
    said = "starting pay" if starting else "pay"
    return f"{sign} {said}, our estimate" if kind == MOVED else f"{sign} {said}, published"


def role_basis_said(role: RolePay | PaidRole) -> str | None:
    """The same of a role's pay."""
    return basis_said(
        _range_of(role), starting=role.starting, band=role.band, catch_all=role.occupation.catch_all
    )


def meaning_of(kind: str | None) -> str | None:
    """What a kind of figure is, in words."""
    return _MEANINGS.get(kind or "")


def legend(roles: Iterable[RolePay | PaidRole]) -> Iterator[str]:
    """One line that says what the signs of some roles' pay mean, and what is to be known of them all."""
    yield from legend_of({kind_cell(role) for role in roles})


def legend_of(kinds: Collection[str | None]) -> Iterator[str]:
    """The same of some kinds."""
    kinds = set(kinds)
    if said := [f"{kind}: {meaning}" for kind, meaning in _MEANINGS.items() if kind in kinds]:
        yield Vital(f"{'; '.join(said)}.")
    if kinds & {STARTING, MOVED} and kinds & {WAGES, CATCH_ALL}:
        yield STARTING_AND_ALL
    if None in kinds:
        yield NO_RANGE


def typical_said(roles: Iterable[RolePay | PaidRole]) -> str:
    """What the one figure is that is typical of each role, in a sentence."""
    parts = any(role.band and not role.band.around_median and role.typical for role in roles)
    of_parts = ", or, of a role for their upper or lower part, halfway between its ends" if parts else ""
    return f"Typical: half of everyone in the occupation earn less{of_parts}."


def _range_of(role: RolePay | PaidRole) -> Range:
    return role if isinstance(role, PaidRole) else role.pay
