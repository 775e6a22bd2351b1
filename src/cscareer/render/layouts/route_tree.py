"""A route as a tree: its roles one after another, with what each pays and what there is to learn for it."""

from collections.abc import Iterator, Mapping

from cscareer.catalog.models import Move, Need, SkillLevel
from cscareer.render.blocks import Branch
from cscareer.render.cells import Cell, some
from cscareer.render.layouts.route_words import pay_details, way_said
from cscareer.routes.learning import SkillToLearn
from cscareer.routes.planning import Route, RoutePlan
from cscareer.routes.steps import RouteStep

FEW_SKILLS = 3  # skills of a step that the first screen names


def route_tree(answer: RoutePlan, route: Route, *, brief: bool = False) -> Branch:
    """A route as a tree without a fork; `brief` names the first skills of each step."""
    branches: list[Branch] = []
    for step in reversed(route.steps):
        branches = [
            Branch(
                key=step.role.id,
                name=step.role.title,
                way=way_said(step.move, step.years, step.years_left),
                details=[*_due(route, step), *_step_details(route, step, FEW_SKILLS if brief else None)],
                branches=branches,
                firm=step.move is Move.PROMOTION,
            )
        ]
    return Branch(
        key=answer.from_role.id,
        name=answer.from_role.title,
        details=list(pay_details(route.steps[0].pay_before)),
        branches=branches,
    )


def _due(route: Route, step: RouteStep) -> Iterator[tuple[str, Cell]]:
    if route.timing and route.timing.days:
        yield "By", route.timing.days[step.step - 1]


def _step_details(route: Route, step: RouteStep, most: int | None) -> Iterator[tuple[str, Cell]]:
    by = {
        each.id: each.by for each in (route.timing.learn_by if route.timing else ()) if each.step == step.step
    }
    yield from pay_details(step.pay_after, step.pay_change)
    if most is not None:
        if step.skills_to_add:
            yield "Add", some([_skill_said(each, by) for each in step.skills_to_add], most)
        return
    for label, skills in (
        ("Add", [skill for skill in step.skills_to_add if skill.need is Need.REQUIRED]),
        ("Helps", [skill for skill in step.skills_to_add if skill.need is Need.HELPFUL]),
        ("Deepen", step.skills_to_deepen),
    ):
        if names := [_skill_said(skill, by) for skill in skills]:
            yield label, ", ".join(names)


def _skill_said(skill: SkillToLearn, by: Mapping[str, str]) -> str:
    due = f" by {by[skill.id]}" if skill.id in by else ", taught in the first weeks" if skill.taught else ""
    return f"{skill.name} ({SkillLevel(skill.to_level).word}){due}"
