"""Guides of one's own for tests of routes, made from the built-in one."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from cscareer.catalog.loading import Catalog
from cscareer.catalog.models import Move, Need, NextRole, Role, WantedSkill, YearSpan
from cscareer.catalog.pay_models import Occupation

CLERKS = "43-4051"
SUPERVISORS = "43-1011"
NOBODY = "99-9999"  # an occupation without wages


def small_guide(
    catalog: Catalog,
    moves: Mapping[str, Mapping[str, tuple[int, int]]],
    *,
    wants: Mapping[str, Mapping[str, int]] | None = None,
    helpful: Sequence[str] = (),
    occupations: Mapping[str, str] | None = None,
    sideways: Sequence[str] = (),
    broad: Sequence[str] = (),
) -> Catalog:
    """A guide in which `moves["a"]["b"]` are the typical years in role `a` before `b`.

    Roles want the skills of `wants`, or just basic empathy, and require all but the `helpful` ones. Every role is a
    clerk but those with other `occupations`, and stands for p10 to median of its occupation, which is a close match
    but for the roles of `broad`. Moves to the roles of `sideways` are sideways, all others promotions.
    """
    roles: dict[str, Role] = {}
    for role in sorted({*moves, *(target for targets in moves.values() for target in targets)}):
        onward = [
            NextRole(
                role=target,
                move=Move.SIDEWAYS if target in sideways else Move.PROMOTION,
                years=YearSpan(low=low, high=high),
            )
            for target, (low, high) in moves.get(role, {}).items()
        ]
        skills = [
            WantedSkill(skill=skill, need=Need.HELPFUL if skill in helpful else Need.REQUIRED, level=level)
            for skill, level in (wants or {}).get(role, {"empathy": 1}).items()
        ]
        like = catalog.roles["customer-service-team-lead"]
        occupation = {
            "code": (occupations or {}).get(role, CLERKS),
            "match": "broad" if role in broad else "close",
        }
        roles[role] = like.model_copy(
            update={
                "id": role,
                "title": f"Role {role.upper()}",
                "aliases": (),
                "ambiguous": (),
                "next_roles": tuple(onward),
                "skills": tuple(skills),
                "occupation": like.occupation.model_copy(update=occupation),
            }
        )
    nobody = Occupation(code=NOBODY, title="Nobody", sources=("cscareer-judgement",))
    return replace(catalog, roles=roles, occupations={**catalog.occupations, NOBODY: nobody})
