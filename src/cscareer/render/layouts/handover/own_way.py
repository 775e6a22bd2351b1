"""What a report says of the person: what they have and lack, other roles, the way there, and their checklist."""

from collections.abc import Iterator, Sequence
from datetime import date

from cscareer.catalog.models import Need
from cscareer.handover.report import CareerReport
from cscareer.handover.schedule import PlanItem, may_apply_now
from cscareer.pay.ranges import Range
from cscareer.render.blocks import (
    Block,
    Bullets,
    Check,
    Checklist,
    Column,
    Facts,
    Heading,
    Paragraph,
    ProgressBar,
    Table,
)
from cscareer.render.cells import Cell, PayRange, Percent, some
from cscareer.render.layouts.guide.chapters import cited
from cscareer.render.layouts.match_words import by_reach
from cscareer.render.layouts.route_words import in_all, pay_details, way_said
from cscareer.render.layouts.routes.planning import first_to_last_said, none_said, timed_said
from cscareer.render.layouts.skill_words import how_said, quoted_evidence
from cscareer.render.layouts.skills.gap import first_step, gap_verdict, standing
from cscareer.routes.planning import Route, RoutePlan
from cscareer.skills.evidence import How
from cscareer.skills.gap import GapItem, GapReport, SkillState

_OPEN, _HELPFUL, _SKILLS, _ITEMS = 3, 6, 5, 6  # of each, what two pages have room for


def is_own(gap: GapReport) -> bool:
    """Whether the role is the person's own, so that they do what it requires, whatever a text shows of it."""
    return gap.your_role is not None and gap.your_role.id == gap.role.id


def gap_blocks(answer: CareerReport) -> Iterator[Block]:
    """What is there, with the words that show it, and what is open, with the next step."""
    gap = answer.gap
    if gap is None:
        return
    yield Heading("What you have, and what is open")
    yield Paragraph(gap_verdict(gap), strong=True)
    if not is_own(gap):
        yield ProgressBar(gap.required.met, gap.required.total)
        yield Paragraph(
            f"That is of the skills it requires; of the helpful ones {gap.helpful.met} of {gap.helpful.total} are there. "
            f"Fit, required skills counting twice and what is partly there in part: {Percent(gap.share_met * 100)}.",
            close=True,
        )
    required = [item for item in gap.skills if item.need is Need.REQUIRED]
    first = [*gap.begin_with, *(item.id for item in required)]
    unheld = sorted(
        (item for item in required if item.held_level is None), key=lambda item: first.index(item.id)
    )
    by_job = [item for item in required if item.state is SkillState.HAVE and item.how is How.HELD]
    there = [item for item in required if item.held_level is not None and item not in by_job]
    there.sort(key=lambda item: item.state is not SkillState.HAVE)
    yield Checklist([_check(gap, item) for item in (*there, *unheld[:_OPEN])])
    rows: list[tuple[str, Cell]] = []
    if by_job and gap.your_role:
        said = ", ".join(item.name for item in by_job)
        rows.append(("There, from your job", f"{said} (as {gap.your_role.title})"))
    if len(unheld) > _OPEN:
        rows.append(("Open, too", ", ".join(item.name for item in unheld[_OPEN:])))
    helpful = [item for item in gap.skills if item.need is Need.HELPFUL]
    for label, held in (("Helpful, there", True), ("Helpful, open", False)):
        names = [item.name for item in helpful if (item.state is SkillState.HAVE) is held]
        if names:
            rows.append((label, some(names, _HELPFUL)))
    if gap.other_skills:
        rows.append(("You also have", some([skill.name for skill in gap.other_skills], _HELPFUL)))
    if gap.maybe:
        rows.append(
            ("Perhaps", f"{some([skill.name for skill in gap.maybe], _HELPFUL)}: hinted at, not counted")
        )
    if rows:
        yield Facts(rows)


def _check(gap: GapReport, item: GapItem) -> Check:
    stands = standing(item.state, item.held_level, item.wanted_level)
    stands += f" · {how_said(item.how)}" if item.how else ""
    stands += " · employers teach it" if item.taught and item.state is not SkillState.HAVE else ""
    evidence = [quoted_evidence(each) for each in item.evidence[:1]]
    if item.kept_evidence:
        evidence.append(f"In your profile: {item.kept_evidence}")
    return Check(item.state, item.name, stands, first_step(gap, item), evidence)


def match_blocks(answer: CareerReport) -> Iterator[Block]:
    """The roles nearest to the person beside this one."""
    ranked = by_reach(answer.match) if answer.match else ()
    others = [role for role in ranked if role.id != answer.role.id and not role.yours]
    if not others:
        return
    yield Heading("Other roles near to you")
    yield Table(
        [
            Column("Role", wraps=True),
            Column("Fit", right=True),
            Column("Pay a year"),
            Column("Still open", wraps=True),
        ],
        [
            (
                role.title,
                Percent(role.share_met * 100),
                _pay_cited(role.pay, answer),
                some([each.name for each in role.missing if each.need is Need.REQUIRED], 2)
                or "nothing required",
            )
            for role in others
        ],
    )


def _pay_cited(pay: Range, answer: CareerReport) -> Cell:
    """A range with the numbers of its sources."""
    said = PayRange(pay.low, pay.high, pay.currency)
    return cited(str(said), [source.id for source in pay.sources], answer.sources)


def route_blocks(answer: CareerReport) -> Iterator[Block]:
    """The best route step by step, the others in a line, and the plan with its days."""
    path = answer.path
    if path is None:
        yield from _plan_alone(answer)
        return
    yield Heading(f"The way from {path.from_role.title}")
    if path.no_route:
        yield Paragraph("There is no route.", strong=True)
        yield from map(Paragraph, none_said(path, path.no_route)[1])
        return
    first = path.routes[0]
    if may_apply_now(answer.gap, first):
        yield from _open_way(answer, first)
        return
    yield Paragraph(f"The shortest way: {in_all(first.total, first.steps)}.", strong=True)
    if first.timing:
        yield Paragraph(" ".join(timed_said(path, first, first.timing)))
    if said := first_to_last_said(first):
        yield Paragraph(said)
    yield from _steps(path, _planned(path, answer.plan), answer.plan)
    if len(path.routes) > 1:
        yield Heading("Other ways", 3)
        yield Bullets(
            [_in_a_line(route) for route in path.routes if route is not _planned(path, answer.plan)]
        )


def apply_now_said(answer: CareerReport) -> str:
    """That somebody may apply now, in a sentence."""
    start = answer.path.from_role.title if answer.path else answer.role.title
    return f"You can apply now: the years that people typically spend as {start} first are behind you."


def _open_way(answer: CareerReport, route: Route) -> Iterator[Block]:
    """That the way is open, what employers teach, and what would help on it without standing in the way."""
    yield Paragraph(apply_now_said(answer), strong=True)
    if said := first_to_last_said(route):
        yield Paragraph(said)
    items = answer.gap.skills if answer.gap else ()
    still_open = [item for item in items if item.state is not SkillState.HAVE]
    rows: list[tuple[str, Cell]] = []
    if taught := [item.name for item in still_open if item.need is Need.REQUIRED]:
        rows.append(("Employers teach", ", ".join(taught)))
    if helps := [item.name for item in still_open if item.need is Need.HELPFUL]:
        rows.append(("Would help", f"{some(helps, _HELPFUL)}; none of it has to come first"))
    if rows:
        yield Facts(rows)


def _planned(path: RoutePlan, plan: Sequence[PlanItem]) -> Route:
    """The route that the plan goes along."""
    roles = [item.id for item in plan if item.kind == "role"]
    return next(
        (route for route in path.routes if [step.role.id for step in route.steps] == roles), path.routes[0]
    )


def _steps(path: RoutePlan, route: Route, plan: Sequence[PlanItem]) -> Iterator[Block]:
    """A table of the steps: by when, into which role, its pay, and what to learn until then."""
    parts: list[list[PlanItem]] = [[]]
    for item in plan:
        parts[-1].append(item)
        if item.kind == "role":
            parts.append([])
    rows: list[tuple[Cell, ...]] = [("now", f"{path.from_role.title}{_paid(route, None)}", "")]
    for at, (step, items) in enumerate(zip(route.steps, parts, strict=False)):
        learnt = [f"{item.name} by {_month(item.by)}" for item in items if item.kind == "skill"]
        rows.append(
            (
                _month(items[-1].by),
                f"{step.role.title}, {way_said(step.move, step.years, step.years_left)}{_paid(route, at)}",
                some(learnt, _SKILLS) if learnt else "nothing new",
            )
        )
    yield Heading("The plan, with days", 3)
    if route.timing is None or route.timing.step_by is None:
        yield Paragraph("Days by the longer of the years that each step typically takes from now on.")
    yield Table([Column("By"), Column("Role", wraps=True), Column("Until then", wraps=True)], rows)


def _paid(route: Route, at: int | None) -> str:
    """What the role at a step pays, with a semicolon before it; that of the beginning for None."""
    step = route.steps[at or 0]
    pay = step.pay_before if at is None else step.pay_after
    said = next((str(value).partition(" (")[0] for _, value in pay_details(pay)), None)
    return f"; {said}" if said else ""


def _in_a_line(route: Route) -> str:
    names = [step.role.title for step in route.steps]
    return f"{' → '.join(names)}: {in_all(route.total, route.steps)}"


def _plan_alone(answer: CareerReport) -> Iterator[Block]:
    """The open skills with their days, where no route is known."""
    if answer.plan:
        yield Heading("The plan, with days")
        columns = [Column("By"), Column("Skill", wraps=True), Column("Next", wraps=True)]
        yield Table(columns, [(_month(item.by), item.name, item.step) for item in answer.plan])


def _month(day: str) -> str:
    return f"{date.fromisoformat(day):%b %Y}"


def checklist_blocks(answer: CareerReport) -> Iterator[Block]:
    """How far the person's own checklist is, and what comes next on it."""
    kept = answer.checklist
    if kept is None or not kept.checklists:
        return
    progress = kept.checklists[0]
    yield Heading("Your checklist")
    by = f", to be done by {progress.by}" if progress.by else ""
    yield Paragraph(f"Started on {progress.started}{by}.")
    yield ProgressBar(progress.done, progress.total)
    still_open = [item for item in kept.items if item.counts and item.state is not SkillState.HAVE]
    if still_open:
        due = [f"{item.name}{f' by {item.due}' if item.due else ''}" for item in still_open]
        yield Paragraph(f"Open: {some(due, _ITEMS)}.")
    if noted := [item for item in kept.items if item.note]:
        yield Heading("Your notes", 3)
        yield Bullets([f"{item.name}: {item.note}" for item in noted])
