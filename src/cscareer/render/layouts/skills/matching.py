"""Layout of the roles that fit a person."""

from collections.abc import Iterator, Sequence

from cscareer.catalog.models import Need
from cscareer.render.blocks import (
    Block,
    Brief,
    Bullets,
    Column,
    Facts,
    Heading,
    Page,
    Paragraph,
    Rest,
    Table,
)
from cscareer.render.cells import Cell, Kinded, Money, Percent, count_of, some
from cscareer.render.layouts.match_words import (
    GROUPS,
    by_reach,
    how_near,
    is_current,
    listed_under,
    missing_said,
    step,
)
from cscareer.render.layouts.pay_kinds import basis_said, kind_cell, legend
from cscareer.render.layouts.pay_words import a, pay_cell, place_lines, role_notes
from cscareer.render.layouts.skill_notes import ASSUMED, ASSUMED_AND_JUDGED, JUDGEMENT
from cscareer.render.layouts.skill_words import (
    how_said,
    level_said,
    quoted_evidence,
    uncounted,
    uncounted_notes,
)
from cscareer.render.text import quoted, typed
from cscareer.skills.fit import Verdict
from cscareer.skills.fitting import CountedSkill, RoleMatch
from cscareer.skills.matching import MatchReport
from cscareer.skills.opening import HighestPay, NextSkill

_NEXT_SHOWN = 5
_FEW = 6  # skills, up to which the first screen says on which it all rests
_SHOWN = 5  # roles on the first screen
_WITHIN_REACH = "Within reach: at least three quarters of the required skills are held at their level."
_NEARER = "A nearer role may stand before a better fit"
_FIT = "Fit counts required skills twice and helpful ones once, each by how much of its level is there."


def match_report(answer: MatchReport) -> Page:
    title = f"Roles nearest to you, in {answer.location.name}" if answer.location else "Roles nearest to you"
    if not answer.roles:
        said = "No role passes all of these filters. Leave one out, or try `cscareer roles`."
        return Page(title, [Paragraph(said)])
    blocks: list[Block] = [Paragraph(_summary(answer), strong=True)]
    blocks += place_lines([answer.location]) if answer.location else ()
    blocks.append(Brief(list(_in_brief(answer))))
    rest: list[Block] = [Paragraph(" ".join(_known(answer)))]
    own = [role for role in answer.roles if role.yours]
    if own:
        rest += [Heading("Your role now" if is_current(answer) else "Your last role"), _table(own)]
    for heading, verdicts in GROUPS:
        roles = [role for role in answer.roles if not role.yours and listed_under(role) in verdicts]
        if roles:
            rest += [Heading(heading), _table(roles)]
    rest += _opening(answer)
    if any(skill.evidence for skill in answer.skills):
        said_of = [line for skill in answer.skills for line in _evidence(skill)]
        rest += [Heading("What your resume says"), Bullets(said_of)]
    rest += uncounted(answer.maybe, answer.nearly)
    blocks.append(Rest(rest))
    return Page(
        title, blocks, list(_notes(answer)), next_command=_next(answer), first_notes=_first_notes(answer)
    )


def _in_brief(answer: MatchReport) -> Iterator[Block]:
    """The best roles, a line each, what they rest on, and what one more skill would open."""
    whole = len(answer.roles) == answer.ranked
    roles = by_reach(answer)
    reach = [how_near(role, answer) for role in roles]
    near = len(set(reach[: len(_shown(answer))])) > 1  # otherwise the sentence above says it
    columns = [
        Column("Role", wraps=True), Column("Fit", right=True), *([Column("How near")] if near else []),
        Column("Pay a year"),
    ]  # fmt: skip
    rows: list[tuple[Cell, ...]] = [
        (
            role.title, Percent(role.share_met * 100), *([near_said] if near else []),
            Kinded(kind_cell(role), pay_cell(role.pay)),
        )
        for role, near_said in zip(roles, reach, strict=True)
    ]  # fmt: skip
    yield Table(columns, rows, first=_SHOWN if whole or len(rows) <= _SHOWN else None)
    skills = [skill.name for skill in answer.skills]
    facts: list[tuple[str, Cell]] = [("Rests on", some(skills, 2))] if 0 < len(skills) <= _FEW else []
    if answer.next_skills or not skills:
        facts.append(("One more skill", _one_more(answer)))
    else:
        facts.append(("Open first", _open_first(answer)))
    if answer.maybe:
        named = some([skill.name for skill in answer.maybe], 2)
        facts.append(("Perhaps", f"{named}; say --have NAME to count it"))
    if said := [(label, said) for label, said in facts if said]:
        yield Facts(said)
    if not skills:
        yield Paragraph(" ".join(_known(answer)))


def _shown(answer: MatchReport) -> Sequence[RoleMatch]:
    """The roles of the first screen: the best few, or as many as were asked for."""
    roles = by_reach(answer)
    return roles[:_SHOWN] if len(answer.roles) == answer.ranked else roles


def _first_notes(answer: MatchReport) -> list[str]:
    meanings = next(legend(_shown(answer)), None)
    stated = all(skill.level_stated for skill in answer.skills)
    ours = JUDGEMENT if stated else ASSUMED_AND_JUDGED
    fits = [round(role.share_met * 100) for role in _shown(answer) if not role.yours]
    in_order = fits == sorted(fits, reverse=True)
    judged = (
        ours
        if in_order
        else f"{_NEARER}. {ours}"
        if not stated
        else f"{_NEARER}; what roles want is our judgement."
    )
    return [note for note in (meanings, judged) if note]


def _open_first(answer: MatchReport) -> str | None:
    """What is open of the role that stands first and isn't theirs."""
    first = next((role for role in answer.roles if not role.yours and role.missing), None)
    return f"{missing_said(first)} ({first.title})" if first and missing_said(first) else None


def _one_more(answer: MatchReport) -> str | None:
    """What one more skill would open; of several that open the same, all of them."""
    if not answer.next_skills:
        return None
    opened = [role.title for role in answer.next_skills[0].roles]
    alike = [skill.name for skill in answer.next_skills if [role.title for role in skill.roles] == opened]
    others = count_of(len(alike) - 1, "other", "others")
    first = answer.next_skills[0]
    deeper = first.held_level is not None
    how = f"{alike[0]} ({step(first)})" if deeper else alike[0]
    if len(alike) > 1:
        how = f"{how[:-1]}, or {others} alike)" if deeper else f"{how} (or {others} alike)"
    return f"{how} brings {some(opened, 1)} within reach"


def _summary(answer: MatchReport) -> str:
    others = [role for role in by_reach(answer) if not role.yours]
    if answer.your_role and others:
        first = how_near(others[0], answer)
        near = listed_under(others[0]).within_reach
        nearest = [role.title for role in others if near and how_near(role, answer) == first][:2] or [
            others[0].title
        ]
        reach = first if near else "nearest to it"
        held = "You are" if answer.your_role.current else "You were last"
        return f"{held} {_article(answer.your_role.title)} {answer.your_role.title}; {reach}: {', '.join(nearest)}."
    ready = sum(listed_under(role) is Verdict.READY for role in others)
    close = sum(listed_under(role) is Verdict.CLOSE for role in others)
    if ready and close:
        return f"You're ready for {count_of(ready, 'role')}, and {close:,} more {'is' if close == 1 else 'are'} within reach."
    if ready:
        return f"You're ready for {count_of(ready, 'role')}."
    if close:
        return f"{count_of(close, 'role is', 'roles are')} within reach."
    if not answer.skills:
        return "We found none of your skills yet."
    return f"No role is within reach yet. The nearest is {answer.roles[0].title}{_taught(answer.roles[0])}."


def _taught(role: RoleMatch) -> str:
    """What a newcomer needn't bring, since the work is learnt in the first weeks."""
    asked = [skill for skill in role.missing if skill.need is Need.REQUIRED]
    taught = sum(skill.taught for skill in asked)
    return (
        f": {taught} of the {len(asked)} skills yet to show are taught in the first weeks there"
        if taught
        else ""
    )


def _known(answer: MatchReport) -> Iterator[str]:
    if answer.skills:
        yield f"That rests on {count_of(len(answer.skills), 'skill')} of yours: {', '.join(map(_leveled, answer.skills))}."
    else:
        yield 'Your resume may say them in other words: add those you have, like --have "empathy:advanced".'
    if answer.years_of_experience is not None:
        served = answer.years_of_service
        of_them = f", {served:.1f} of them in jobs that serve customers" if served else ""
        yield f"The jobs in your resume cover {answer.years_of_experience:.1f} years{of_them}."
    if len(answer.roles) < answer.ranked:
        yield f"These are the first {len(answer.roles)} of {count_of(answer.ranked, 'role')}."


def _article(title: str) -> str:
    return "an" if title[:1].casefold() in "aeiou" else "a"


def _leveled(skill: CountedSkill) -> str:
    return f"{skill.name} ({level_said(skill.level, stated=skill.level_stated)})"


def _table(roles: Sequence[RoleMatch]) -> Table:
    """There is no room for the count of required skills: what kind of range it is matters more."""
    columns = [
        Column("Role", wraps=True), Column("Fit", right=True), Column("Open first", wraps=True),
        Column("Pay a year"), Column("Kind"),
    ]  # fmt: skip
    return Table(columns, [tuple(_cells(role)) for role in roles])


def _cells(role: RoleMatch) -> Iterator[Cell]:
    yield role.title
    yield Percent(role.share_met * 100)
    yield missing_said(role)
    yield pay_cell(role.pay)
    yield kind_cell(role)


def _opening(answer: MatchReport) -> Iterator[Block]:
    if answer.next_skills:
        yield Heading("What one more skill would open")
        yield Bullets([_opens(skill) for skill in answer.next_skills[:_NEXT_SHOWN]])
        if len(answer.next_skills) > _NEXT_SHOWN:
            more = count_of(len(answer.next_skills) - _NEXT_SHOWN, "more skill")
            yield Paragraph(f"{more} would open a role or more each; --json has all.")
    elif not all(role.within_reach for role in answer.roles):
        yield Paragraph(
            "No single skill brings another role within reach yet; `cscareer gap TITLE` has the steps."
        )


def _opens(skill: NextSkill) -> str:
    roles = f"{count_of(len(skill.roles), 'more role')} within reach ({', '.join(role.title for role in skill.roles)})"
    pay = " or ".join(_up_to(highest) for highest in skill.highest_pay)
    return f"{skill.name} ({step(skill)}): {roles}" + (f", up to {pay}" if pay else "")


def _up_to(highest: HighestPay) -> str:
    pay = highest.pay
    assert pay.high is not None
    says = basis_said(pay, starting=highest.starting, band=highest.band)
    return f"{Money(pay.high, pay.currency, cents=pay.per == 'hour')} {a(pay.per)} ({says})"


def _evidence(skill: CountedSkill) -> Iterator[str]:
    yield from (
        f"{skill.name} ({how_said(evidence.how)}). {quoted_evidence(evidence)}" for evidence in skill.evidence
    )


def _notes(answer: MatchReport) -> Iterator[str]:
    yield _FIT
    yield _WITHIN_REACH
    if not all(skill.level_stated for skill in answer.skills):
        yield ASSUMED
    yield JUDGEMENT
    yield from role_notes(answer.roles)
    yield from uncounted_notes(answer.maybe, answer.nearly)


def _next(answer: MatchReport) -> str:
    if answer.next_skills:
        return f"cscareer skill {typed(answer.next_skills[0].name)}"
    place = f" -l {quoted(answer.location.said)}" if answer.location else ""
    return f"cscareer role {typed(answer.roles[0].title)}{place}"
