"""Which roles fit a person, and what one more skill would open."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rows import each_row

from cscareer.catalog.loading import Catalog, load_catalog
from cscareer.catalog.models import Level, Need, SkillLevel, Track
from cscareer.pay.ranges import yearly
from cscareer.pay.report import find_location
from cscareer.render.layouts.match_words import by_reach
from cscareer.skills.counting import counted_skills, levels_of
from cscareer.skills.finding import TextLine, find_skills
from cscareer.skills.fit import Verdict, Wants, verdict_of
from cscareer.skills.fitting import RoleFit
from cscareer.skills.gap import SkillState, assess_gap
from cscareer.skills.held import HeldSkill, Person, read_held
from cscareer.skills.matching import Matcher, MatchReport, match_roles

CATALOG = load_catalog(environment={})
ROLES = sorted(CATALOG.roles)
held_skills = st.dictionaries(
    st.sampled_from(sorted(CATALOG.skills)), st.none() | st.sampled_from(SkillLevel), max_size=30
).map(lambda held: tuple(HeldSkill(skill, level, skill) for skill, level in held.items()))


def all_of(catalog: Catalog, role: str, *, but: tuple[str, ...] = ()) -> tuple[HeldSkill, ...]:
    """Every skill of a role at the level it wants, but for some."""
    return tuple(
        HeldSkill(want.skill, SkillLevel(want.level), want.skill)
        for want in catalog.roles[role].skills
        if want.skill not in but
    )


def required_of(catalog: Catalog, role: str) -> list[str]:
    return [want.skill for want in catalog.roles[role].skills if want.need is Need.REQUIRED]


def fitting(answer: MatchReport, role: str) -> RoleFit:
    return next(each for each in answer.roles if each.id == role)


@given(held_skills)
def test_a_role_fits_as_its_gap_says(held: tuple[HeldSkill, ...]) -> None:
    answer = match_roles(CATALOG, Person(held))
    assert sorted(role.id for role in answer.roles) == ROLES
    for role in answer.roles:
        gap = assess_gap(CATALOG, CATALOG.roles[role.id], held)
        assert (role.share_met, role.verdict, role.required, role.helpful) == (
            gap.share_met,
            gap.verdict,
            gap.required,
            gap.helpful,
        )
        still_open = [(item.id, item.held_level) for item in gap.skills if item.state is not SkillState.HAVE]
        assert [(skill.id, skill.held_level) for skill in role.missing] == still_open


@given(held_skills)
def test_without_jobs_roles_are_ranked_by_fit_and_within_reach_means_ready_or_close(
    held: tuple[HeldSkill, ...],
) -> None:
    answer = match_roles(CATALOG, Person(held))
    known = levels_of(counted_skills(held, (), accept_near=False))
    shares = [Wants(CATALOG.roles[role.id]).fit(known).prepared for role in answer.roles]
    assert shares == sorted(shares, reverse=True)
    for role in answer.roles:
        assert role.within_reach == (role.verdict in {Verdict.READY, Verdict.CLOSE})
        taught = sum(skill.taught and skill.need is Need.REQUIRED for skill in role.missing)
        assert role.within_reach == (role.required.met + taught >= 0.75 * role.required.total)


@pytest.mark.slow
@settings(max_examples=settings().max_examples // 4)  # each tries many skills
@given(held_skills, st.sets(st.sampled_from(sorted(CATALOG.skills)), max_size=12))
def test_a_skill_opens_just_the_roles_that_come_within_reach_with_it(
    held: tuple[HeldSkill, ...], some: set[str]
) -> None:
    matcher = Matcher(CATALOG)
    before = matcher.report(Person(held))
    reached = {role.id for role in before.roles if role.within_reach}
    suggested = {skill.id: skill for skill in before.next_skills}
    for skill in sorted({*suggested, *some}):
        wanted = {
            want.level for role in CATALOG.roles.values() for want in role.skills if want.skill == skill
        }
        level = SkillLevel(suggested[skill].level if skill in suggested else max(wanted, default=1))
        others = tuple(each for each in held if each.skill != skill)
        raised = (*others, HeldSkill(skill, level, skill))
        known = next((each for each in held if each.skill == skill), None)
        if known and (known.level or SkillLevel.WORKING) >= level:
            continue
        after = matcher.report(Person(raised))
        opened = {role.id for role in after.roles if role.within_reach} - reached
        assert opened == {role.id for role in suggested[skill].roles} if skill in suggested else not opened


@given(held_skills)
def test_next_skills_stand_by_roles_opened_then_pay(held: tuple[HeldSkill, ...]) -> None:
    skills = match_roles(CATALOG, Person(held)).next_skills
    keys = [
        (
            -len(skill.roles),
            *(
                -max(
                    (each.pay.high or 0 for each in skill.highest_pay if (each.band is None) == first_day),
                    default=0,
                )
                for first_day in (True, False)
            ),
        )
        for skill in skills
    ]
    assert keys == sorted(keys)
    assert all(skill.roles for skill in skills)


def test_a_skill_below_its_level_is_suggested_with_the_level_to_reach(catalog: Catalog) -> None:
    role = "senior-customer-service-specialist"
    required = required_of(catalog, role)
    below = next(
        want
        for want in catalog.roles[role].skills
        if want.need is Need.REQUIRED and want.level == 3  # more than the one below it
    )
    others = [skill for skill in required if skill != below.skill]
    held = (
        *all_of(catalog, role, but=(below.skill, *others[:2])),
        HeldSkill(below.skill, SkillLevel.WORKING, ""),
    )
    answer = match_roles(catalog, Person(held))
    assert fitting(answer, role).required.met == len(required) - 3
    (suggested,) = (skill for skill in answer.next_skills if skill.id == below.skill)
    assert (suggested.held_level, suggested.level) == (2, 3)
    assert suggested.next_step == catalog.skills[below.skill].build.advanced


@pytest.mark.slow
def test_the_level_to_reach_is_the_highest_that_an_opened_role_wants() -> None:
    for role in ROLES:
        held = all_of(CATALOG, role, but=tuple(required_of(CATALOG, role)[:3]))
        for skill in match_roles(CATALOG, Person(held)).next_skills:
            assert skill.level == max(each.wanted_level for each in skill.roles)


@each_row(
    ("met", "total", "verdict"),
    [
        (8, 8, Verdict.READY),
        (0, 0, Verdict.READY),
        (6, 8, Verdict.CLOSE),
        (5, 8, Verdict.HALFWAY),
        (6, 7, Verdict.CLOSE),
        (5, 7, Verdict.HALFWAY),
        (4, 10, Verdict.HALFWAY),
        (3, 10, Verdict.STARTING),
    ],
)
def test_the_line_of_within_reach_is_three_quarters(met: int, total: int, verdict: Verdict) -> None:
    assert verdict_of(met, total) is verdict
    assert verdict.within_reach == (verdict in {Verdict.READY, Verdict.CLOSE})


def test_without_a_place_pay_is_the_nations_as_published_where_a_source_states_it(catalog: Catalog) -> None:
    answer = match_roles(catalog, Person())
    stated = {role.id: (role.pay.low, role.pay.high) for role in answer.roles if not role.band}
    assert all(role.pay.low and role.pay.area.id == "99" for role in answer.roles)
    assert stated == {
        "customer-service-specialist": (38500, 48500),
        "call-center-specialist": (34750, 47000),
        "customer-service-manager": (57000, 81250),
    }


def test_in_a_place_each_range_says_whether_it_is_an_estimate_or_observed(catalog: Catalog) -> None:
    answer = match_roles(catalog, Person(), find_location(catalog, "Austin, TX"))
    specialist = fitting(answer, "customer-service-specialist")
    assert (specialist.pay.low, specialist.pay.high, specialist.pay.basis) == (38250, 46150, "localized")
    assert {role.pay.basis for role in answer.roles} == {"localized", "observed"}
    for role in answer.roles:
        assert (role.band is not None) == (role.pay.basis == "observed") == (role.starting is None)


@pytest.mark.parametrize("place", [None, "Austin, TX"])
@pytest.mark.slow
def test_the_highest_pay_of_each_basis_is_told_apart(catalog: Catalog, place: str | None) -> None:
    location = find_location(catalog, place) if place else None
    seen = set()
    for role in ROLES:
        held = all_of(catalog, role, but=tuple(required_of(catalog, role)[:3]))
        answer = match_roles(catalog, Person(held), location)
        pay = {each.id: each.pay for each in answer.roles if not each.occupation.catch_all}
        for skill in answer.next_skills:
            bases = [highest.pay.basis for highest in skill.highest_pay]
            assert len(set(bases)) == len(bases)
            for highest in skill.highest_pay:
                seen.add(highest.pay.basis)
                of_basis = [
                    yearly(pay[each.id]).high or 0
                    for each in skill.roles
                    if each.id in pay and pay[each.id].basis == highest.pay.basis
                ]
                assert highest.pay == pay[highest.role.id]
                assert yearly(highest.pay).high == max(of_basis)
            known = {pay[each.id].basis for each in skill.roles if each.id in pay}
            assert set(bases) == known
    assert seen == ({"localized" if place else "published", "observed"})


def test_filters_leave_only_roles_of_their_level_and_track(catalog: Catalog) -> None:
    matcher = Matcher(catalog, [Level.LEAD, Level.MANAGER], [Track.LEADERSHIP])
    answer = matcher.report(Person(read_held(catalog, ["coaching:3"])))
    assert answer.roles
    assert {role.level for role in answer.roles} <= {Level.LEAD, Level.MANAGER}
    assert {role.track for role in answer.roles} == {Track.LEADERSHIP}


def test_top_cuts_roles_and_next_skills_and_says_of_how_many(catalog: Catalog) -> None:
    person = Person(
        all_of(catalog, "account-manager", but=tuple(required_of(catalog, "account-manager")[:3]))
    )
    whole, cut = match_roles(catalog, person), match_roles(catalog, person, top=2)
    assert len(whole.next_skills) > 2
    assert (cut.roles, cut.next_skills, cut.ranked) == (
        whole.roles[:2],
        whole.next_skills[:2],
        len(whole.roles),
    )


def test_misspelt_names_count_only_when_accepted(catalog: Catalog) -> None:
    person = Person(found=find_skills(catalog, [TextLine(1, "Skilled in negociation.")], near=True))
    apart = match_roles(catalog, person)
    assert (apart.skills, [skill.id for skill in apart.nearly]) == ((), ["negotiation"])
    accepted = match_roles(catalog, person, accept_near=True)
    assert ([skill.id for skill in accepted.skills], accepted.nearly) == (["negotiation"], ())


def test_what_a_person_says_goes_before_what_was_found(catalog: Catalog) -> None:
    found = find_skills(catalog, [TextLine(1, "Expert in SQL; advanced Excel.")])
    answer = match_roles(catalog, Person(read_held(catalog, ["sql:1"]), found))
    skills = {skill.id: skill for skill in answer.skills}
    assert skills["sql"].level == 1
    assert skills["sql"].evidence[0].level == SkillLevel.EXPERT  # the resume's words are shown all the same
    assert skills["spreadsheets"].evidence[0].quote == "Expert in SQL; advanced Excel."


@given(held_skills, st.sampled_from([1, 5, 19]))
def test_a_line_of_a_stream_says_what_match_says(held: tuple[HeldSkill, ...], top: int) -> None:
    matcher = Matcher(CATALOG)
    person = Person(held, years_of_experience=2.5)
    line, report = matcher.line(7, "ana", person, top=top), matcher.report(person, top=top)
    assert (line.line, line.id, line.years_of_experience) == (7, "ana", 2.5)
    shown = [role.model_dump(include=set(RoleFit.model_fields)) for role in report.roles]
    assert [role.model_dump() for role in line.roles] == shown
    for same in ("skills", "ranked", "next_skills", "nearly", "layers"):
        assert getattr(line, same) == getattr(report, same)


def test_the_table_has_the_roles_nearest_to_apply_for_first(catalog: Catalog) -> None:
    answer = match_roles(catalog, Person(all_of(catalog, "customer-service-specialist")))
    shuffled = answer.model_copy(update={"roles": answer.roles[::-1]})
    roles = by_reach(shuffled)
    places = {Verdict.READY: 0, Verdict.CLOSE: 1}
    found = [2 if role.too_high else places.get(role.verdict, 2) for role in roles]
    assert found == sorted(found)
    assert {0, 2} <= set(found)
