"""Lines that are shown as examples of how a resume shows a skill."""

from cscareer.catalog.loading import Catalog
from cscareer.render.layouts.skills.gap import first_step
from cscareer.skills.finding_text import TextLine
from cscareer.skills.gap import SkillState, assess_gap
from cscareer.skills.held import Person
from cscareer.skills.reading import read_resume_skills


def test_each_example_line_is_read_as_the_skill_it_is_an_example_of(catalog: Catalog) -> None:
    lines = {skill.id: f"- {skill.sample}" for skill in catalog.skills.values()}
    at = dict(enumerate(lines, start=1))
    found = read_resume_skills(catalog, [TextLine(number, lines[skill]) for number, skill in at.items()])
    shown = {skill.id: {each.line for each in skill.evidence} for skill in found.skills}
    assert [skill for number, skill in at.items() if number not in shown.get(skill, set())] == []


def test_what_is_not_shown_comes_with_its_example(catalog: Catalog) -> None:

    person = Person(found=(), complete=False)
    steps = {
        item.id: item.show_step
        for item in assess_gap(catalog, catalog.roles["customer-service-manager"], person=person).skills
    }
    assert steps["hiring"] == f"A line like: “{catalog.skills['hiring'].sample}”"


def test_what_nothing_points_at_or_the_person_lacks_is_learnt_and_not_shown(catalog: Catalog) -> None:
    role = catalog.roles["customer-service-manager"]
    hints = read_resume_skills(catalog, [TextLine(1, f"- {catalog.skills['hiring'].sample}")]).skills
    gap = assess_gap(catalog, role, person=Person(maybe=hints))
    items = {item.id: item for item in gap.skills}
    assert gap.is_hinted(items["hiring"])
    assert (first_step(gap, items["hiring"]) or "").startswith("If you have done it, show it.")
    assert first_step(gap, items["budgeting"]) == items["budgeting"].next_step
    denied = assess_gap(catalog, role, person=Person(maybe=hints, lacks=frozenset({"hiring"})))
    item = next(item for item in denied.skills if item.id == "hiring")
    assert (item.state, first_step(denied, item)) == (SkillState.MISSING, item.next_step)
