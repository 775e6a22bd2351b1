"""What counts of a person, at which level, and where it puts them."""

from collections.abc import Mapping, Sequence

from hypothesis import given, settings
from hypothesis import strategies as st
from rows import each_row

from cscareer.catalog.loading import Catalog, load_catalog
from cscareer.catalog.models import Level, Need, SkillLevel
from cscareer.skills.counting import Counted, counted_as, counted_skills, levels_of
from cscareer.skills.crediting import JobCredits
from cscareer.skills.evidence import Evidence, FoundSkill, How, Rule
from cscareer.skills.fit import WEIGHTS, AllWants, SkillState, Stand, Verdict, Wants, next_step
from cscareer.skills.gap import assess_gap
from cscareer.skills.held import HeldSkill, Person
from cscareer.skills.ladder import Ladder
from cscareer.skills.matching import match_roles
from cscareer.titles.history import HistoryReader
from cscareer.titles.stated import DatedPosition

CATALOG = load_catalog(environment={})
BASIC, WORKING, ADVANCED, EXPERT = SkillLevel


def evidence(how: How, level: SkillLevel | None = None, rule: Rule | None = None) -> Evidence:
    rules = {How.NAMED: Rule.NAMED, How.SHOWN: Rule.DEED, How.HELD: Rule.JOB}
    return Evidence(
        quote="words", line=1, alias="a", level=level, rule=rule or rules[how], near=False, how=how
    )


def found(skill: str, *pieces: Evidence) -> FoundSkill:
    return FoundSkill.of(skill, skill, pieces)


def person_of(*titles: tuple[str, float, float]) -> Person:
    """A person who held these jobs, from one month to another, and whose resume says nothing else."""
    positions = [DatedPosition(title, None, title, 1, start, end, False) for title, start, end in titles]  # noqa: FBT003
    history = HistoryReader(CATALOG).read(positions)
    return Person(found=JobCredits(CATALOG).of(history.jobs).skills, history=history)


@each_row(
    ("pieces", "level", "stated", "how"),
    [
        ([evidence(How.NAMED)], WORKING, False, How.NAMED),
        ([evidence(How.SHOWN)], WORKING, False, How.SHOWN),
        ([evidence(How.SHOWN, ADVANCED, Rule.COUNT)], ADVANCED, True, How.SHOWN),
        ([evidence(How.HELD, BASIC)], BASIC, True, How.HELD),
        ([evidence(How.NAMED), evidence(How.HELD, BASIC)], WORKING, False, How.NAMED),
        ([evidence(How.SHOWN), evidence(How.HELD, ADVANCED)], ADVANCED, True, How.SHOWN),
        (
            [evidence(How.NAMED, BASIC, Rule.WORD_BEFORE), evidence(How.HELD, ADVANCED)],
            BASIC,
            True,
            How.NAMED,
        ),
        ([evidence(How.NAMED, BASIC, Rule.WORD_BEFORE), evidence(How.NAMED)], BASIC, True, How.NAMED),
        ([evidence(How.NAMED), evidence(How.SHOWN, BASIC)], WORKING, False, How.NAMED),
    ],
)
def test_the_level_is_the_highest_that_evidence_gives_and_a_stated_one_goes_before_a_job(
    pieces: Sequence[Evidence],
    level: SkillLevel,
    stated: bool,
    how: How,
) -> None:
    assert counted_as(found("sql", *pieces)) == Counted(level, stated, how)


def test_what_a_person_says_counts_first_and_without_a_level_takes_the_one_found() -> None:
    text = [
        found("sql", evidence(How.NAMED, EXPERT, Rule.WORD_BEFORE)),
        found("typing", evidence(How.HELD, BASIC)),
    ]
    said = [
        HeldSkill("sql", BASIC, "sql"),
        HeldSkill("typing", None, "typing"),
        HeldSkill("hiring", None, ""),
    ]
    counted = counted_skills(said, text, accept_near=False)
    assert counted["sql"] == Counted(BASIC, stated=True, how=How.SAID)
    assert counted["typing"].level == WORKING
    assert counted["hiring"] == Counted(WORKING, stated=False, how=How.SAID)


PIECES = st.builds(
    evidence,
    st.sampled_from([How.NAMED, How.SHOWN, How.HELD]),
    st.none() | st.sampled_from(SkillLevel),
)


@settings(max_examples=60, deadline=None)
@given(
    st.dictionaries(
        st.sampled_from(sorted(CATALOG.skills)), st.lists(PIECES, min_size=1, max_size=3), max_size=12
    ),
    st.sampled_from(sorted(CATALOG.skills)),
    st.builds(evidence, st.sampled_from([How.NAMED, How.SHOWN, How.HELD]), st.none()),
)
def test_more_evidence_without_a_stated_level_never_lowers_a_fit(
    known: dict[str, list[Evidence]], skill: str, more: Evidence
) -> None:
    before = levels_of(
        counted_skills((), [found(each, *pieces) for each, pieces in known.items()], accept_near=False)
    )
    known = known | {skill: [*known.get(skill, []), more]}
    after = levels_of(
        counted_skills((), [found(each, *pieces) for each, pieces in known.items()], accept_near=False)
    )
    for role in CATALOG.roles.values():
        lower, higher = Wants(role).fit(before), Wants(role).fit(after)
        assert lower.share_met <= higher.share_met
        assert lower.prepared <= higher.prepared + 1e-4
        assert lower.required_met + lower.taught <= higher.required_met + higher.taught


@settings(max_examples=15, deadline=None)
@given(st.dictionaries(st.sampled_from(sorted(CATALOG.skills)), st.sampled_from(SkillLevel)))
def test_what_is_summed_up_for_all_roles_at_once_is_what_the_skills_of_each_come_to(
    levels: dict[str, SkillLevel],
) -> None:
    for fit in AllWants([Wants(role) for role in CATALOG.roles.values()]).fits(Stand(levels)):
        wanted = [(WEIGHTS[each.wanted.need], each) for each in fit.standings]
        assert fit.required_total == sum(weight == WEIGHTS[Need.REQUIRED] for weight, _ in wanted)
        required = fit.standings[: fit.required_total]
        assert fit.required_met == sum(each.met == 1 for each in required)
        assert fit.taught == sum(each.to_be_taught for each in required)
        share = sum(weight * each.met for weight, each in wanted)
        whole = sum(weight for weight, _ in wanted)
        teaching = sum(weight * (1 - each.met) for weight, each in wanted if each.wanted.taught)
        assert abs(fit.share_met - share / whole) < 1e-4
        assert abs(fit.prepared - share / (whole - teaching)) < 1e-4


@each_row(
    ("person", "state"),
    [
        (Person((HeldSkill("empathy", EXPERT, ""),), complete=True), SkillState.HAVE),
        (Person((HeldSkill("empathy", BASIC, ""),), complete=True), SkillState.BELOW),
        (Person((HeldSkill("typing", EXPERT, ""),), complete=True), SkillState.MISSING),
        (Person((HeldSkill("typing", EXPERT, ""),)), SkillState.NOT_SHOWN),
        (Person(found=[found("empathy", evidence(How.SHOWN))]), SkillState.HAVE),
        (Person(maybe=[found("empathy", evidence(How.SHOWN))]), SkillState.NOT_SHOWN),
    ],
)
def test_the_states_of_a_skill(catalog: Catalog, person: Person, state: SkillState) -> None:
    gap = assess_gap(catalog, catalog.roles["customer-service-specialist"], person=person)
    item = next(item for item in gap.skills if item.id == "empathy")
    assert item.state is state
    assert (item.show_step is not None) == (state is SkillState.NOT_SHOWN)
    assert (item.next_step is None) == (state is SkillState.HAVE)


def test_what_employers_teach_stands_in_nobodys_way(catalog: Catalog) -> None:
    role = catalog.roles["customer-service-specialist"]
    untaught = [HeldSkill(want.skill, SkillLevel(want.level), "") for want in role.skills if not want.taught]
    assert len(untaught) < len(role.skills)
    gap = assess_gap(catalog, role, untaught)
    assert (gap.verdict, gap.ready) == (Verdict.READY, True)
    assert gap.share_met < 1
    assert not {item.id for item in gap.skills if item.taught} & set(gap.raises_most)


def test_no_step_is_a_beginners_for_somebody_with_years_of_service(catalog: Catalog) -> None:
    role = catalog.roles["customer-service-team-lead"]
    standing = next(each for each in Wants(role).fit({}).standings if each.wanted.skill == "coaching")
    build = catalog.skills["coaching"].build
    assert next_step(catalog.skills["coaching"], standing) == build.basic
    assert next_step(catalog.skills["coaching"], standing, 6.0) == build.working


@each_row("role", sorted(CATALOG.roles))
def test_who_has_done_a_role_for_a_year_has_what_it_requires_and_finds_it_first(role: str) -> None:
    title = CATALOG.roles[role].title
    person = person_of((title, 24_000, 24_012))
    answer = match_roles(CATALOG, person)
    assert answer.your_role is not None
    assert (answer.your_role.id, answer.your_role.years) == (role, 1)
    first = answer.roles[0]
    assert (first.id, first.yours, first.within_reach, first.verdict) == (role, True, True, Verdict.READY)
    required = {want.skill: want.level for want in CATALOG.roles[role].skills if want.need is Need.REQUIRED}
    levels = {skill.id: skill.level for skill in answer.skills}
    assert all(levels[skill] >= level for skill, level in required.items())
    assert {skill.how for skill in answer.skills} == {How.HELD}


def test_a_role_two_levels_up_is_no_fit_without_any_evidence_of_leading() -> None:
    agent = person_of(("Call Center Agent", 24_000, 24_060))
    held = tuple(
        HeldSkill(want.skill, EXPERT, "") for want in CATALOG.roles["customer-success-manager"].skills
    )
    far = {role.id: role for role in match_roles(CATALOG, agent._replace(held=held)).roles}
    assert far["customer-success-manager"].too_high
    assert not far["customer-success-manager"].within_reach
    leading = (*held, HeldSkill("team-leadership", None, ""))
    near = {role.id: role for role in match_roles(CATALOG, agent._replace(held=leading)).roles}
    assert near["customer-success-manager"].within_reach


@each_row(
    ("titles", "expected"),
    [
        ([("Bank Teller", 0, 60)], {"call-center-specialist", "customer-service-specialist"}),
        ([("Cashier", 0, 24), ("Shift Lead", 24, 72)], {"customer-service-team-lead"}),
        (
            [("Hotel Front Desk Agent", 0, 48)],
            {"call-center-specialist", "customer-service-specialist", "receptionist"},
        ),
        ([("Restaurant Manager", 0, 60)], {"customer-service-team-lead", "call-center-supervisor"}),
    ],
)
def test_jobs_near_ours_lead_to_the_roles_where_they_enter(
    titles: Sequence[tuple[str, float, float]], expected: set[str]
) -> None:
    roles = [role.id for role in match_roles(CATALOG, person_of(*titles)).roles[:6]]
    assert expected & set(roles)
    managing = any("Manager" in title for title, _, _ in titles)
    highest = Level.MANAGER if managing else Level.LEAD
    assert max(CATALOG.roles[role].level.rank for role in roles) <= highest.rank


def nearness_from(title: str) -> Mapping[str, float]:
    (job,) = HistoryReader(CATALOG).read([DatedPosition(title, None, title, 1, 0, 48, current=False)]).jobs
    return Ladder(CATALOG).from_job(job)


def test_from_outside_the_roles_of_the_same_industry_are_nearest() -> None:
    hotel, bank = nearness_from("Night Auditor"), nearness_from("Bank Teller")
    assert hotel["receptionist"] == bank["customer-service-specialist"] == 1.0
    assert hotel["claims-representative"] < bank["claims-representative"] < 1.0
    assert bank["patient-access-representative"] < bank["claims-representative"]


def test_from_outside_a_role_that_takes_years_in_another_one_is_further_than_from_inside() -> None:
    assert (
        nearness_from("Night Auditor")["senior-customer-service-specialist"]
        < (nearness_from("Customer Service Specialist")["senior-customer-service-specialist"])
    )


def test_who_led_people_elsewhere_is_nearest_to_the_first_roles_that_lead() -> None:
    near = nearness_from("Restaurant Manager")
    assert near["customer-service-team-lead"] == 1.0 > near["call-center-supervisor"] > 0.8
    assert near.get("customer-service-manager", 0.0) < 1.0
