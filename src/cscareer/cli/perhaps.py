"""Asking a person at a terminal about skills that their resume may show, and keeping what they answer."""

import sys
from collections.abc import Callable, Collection, Sequence
from typing import TYPE_CHECKING

from cscareer.cli.asking import LEAVE, LEAVES, UNSURE, YesNo, ask, is_answering, read_line
from cscareer.cli.session import Session
from cscareer.render.formats import Format

if TYPE_CHECKING:
    from cscareer.skills.evidence import FoundSkill
    from cscareer.skills.held import HeldSkill, Person

MOST_ASKED = 3
_YES, _NO = {"y", "yes"}, {"n", "no"}


def ask_about_maybe(session: Session, person: "Person", wanted: Callable[[], Collection[str]]) -> "Person":
    """The person with the skills that they say to count, of those their resume may show and that matter here.

    Asks about three at most, only at a terminal, and only where a table is shown. The answers are kept in their profile;
    where there is none they are asked whether to begin one, and with --no-profile nothing is kept.

    Args:
        session: the run.
        person: what is known of them.
        wanted: gives the ids of the skills that matter, which are worked out only where somebody can be asked.
    """
    counted = {skill.id for skill in person.found} | {skill.skill for skill in person.held}
    unsure = [skill for skill in person.maybe if skill.id not in counted]
    if (
        not unsure
        or session.doubts_resume  # its words are of what is asked, not of what they can do
        or session.asked not in {None, Format.TABLE}
        or not (is_answering() and sys.stdout.isatty())
    ):
        return person
    matter = wanted()
    asked = [skill for skill in unsure if skill.id in matter][:MOST_ASKED]
    if not asked:
        return person
    said, declined = answers(asked)
    if said or declined:
        keep(session, asked, said, declined)
    ids = {*(skill.skill for skill in said), *declined}
    left = tuple(skill for skill in person.maybe if skill.id not in ids)
    return person._replace(held=(*person.held, *said), maybe=left)


def answers(asked: "Sequence[FoundSkill]") -> "tuple[list[HeldSkill], list[str]]":
    """What a person says of each skill: those to count, with a level where they say one, and the ids of those not to.

    Enter answers nothing of a skill, and q ends the questions.
    """
    from cscareer.render.show import tell_prose
    from cscareer.render.text import in_sentence
    from cscareer.skills.held import HeldSkill, level_named

    tell_prose(
        "Your resume may show more than was counted, and it would change this answer; say which of it counts."
    )
    said: list[HeldSkill] = []
    declined: list[str] = []
    for skill in asked:
        question = f"“{skill.evidence[0].quote}” – count that as {in_sentence(skill.name)}? (y/n, or its level 1–4; Enter skips, {LEAVES})"
        while True:
            answer = read_line(question).casefold()
            if answer in LEAVE:
                return said, declined
            level = level_named(answer)
            if level or answer in _YES:
                said.append(HeldSkill(skill.id, level, skill.name, evidence=skill.evidence[0].quote))
                break
            if not answer:
                break
            if answer in _NO:
                declined.append(skill.id)
                break
            question = (
                f"{UNSURE}: y or n, please, or a level: 1 basic, 2 working, 3 advanced, 4 expert; {LEAVES}"
            )
    return said, declined


def keep(
    session: Session,
    asked: "Sequence[FoundSkill]",
    said: "Sequence[HeldSkill]",
    declined: "Sequence[str]",
) -> None:
    """Keeps the answers in the profile, if there is one or the person agrees to begin one."""
    from cscareer.plan.editing import add_answers

    if session.no_profile or (
        session.profile is None
        and ask("Keep these answers in a profile, so as not to ask again?", YesNo) is YesNo.NO
    ):
        return
    quotes = {skill.id: skill.evidence[0].quote for skill in asked}
    session.store().change(lambda kept: add_answers(kept, said, declined, session.today, quotes))
