"""Asking a person at a terminal plain questions about what they do, where nothing else is known of them."""

from typing import TYPE_CHECKING

import typer

from cscareer.cli.asking import GoneBack, YesNo
from cscareer.cli.session import Session
from cscareer.cli.talking import can_talk, pick_or_skip, yes_or_no

if TYPE_CHECKING:
    from cscareer.catalog.loading import Catalog
    from cscareer.catalog.models import Role
    from cscareer.skills.held import Person
    from cscareer.skills.matching import Matcher
    from cscareer.skills.self_check import SelfCheckPlan

_OFFER = "There is nothing to go on yet: no skills, no resume, no profile. Answer some plain questions, two minutes?"


def check_oneself(
    session: Session,
    catalog: "Catalog",
    person: "Person",
    matcher: "Matcher | None" = None,
    role: "Role | None" = None,
) -> "Person":
    """The person with what they answer, where nothing is known of them and they care to be asked; else as they were.

    Only at a terminal. The answers are kept in their profile where they want that.
    """
    if person.held or person.found or person.history or not can_talk(session, in_words=True):
        return person
    if yes_or_no(_OFFER) is YesNo.NO:
        return person
    plan = ask_plainly(catalog, matcher, role)
    if plan.held:
        _offer_to_keep(session, plan)
    return person._replace(held=plan.held, lacks=plan.lacks)


def ask_plainly(
    catalog: "Catalog", matcher: "Matcher | None" = None, role: "Role | None" = None
) -> "SelfCheckPlan":
    """What a person answers about their skills."""
    from cscareer.render.show import tell, tell_prose
    from cscareer.render.text import in_sentence
    from cscareer.skills.matching import Matcher as Ranking
    from cscareer.skills.self_check import SelfCheckPlan as Plan

    ranking = matcher or Ranking(catalog)
    plan, taken = Plan(catalog, ranking, role), list[tuple[str, int | None]]()
    while (skill := plan.next()) is not None:
        check = catalog.self_checks[skill]
        try:
            question = f"\n{plan.number} of at most {plan.most}. {check.question}"
            taken.append((skill, pick_or_skip(question, check.answers.in_order)))
            plan.take(*taken[-1])
        except GoneBack:
            del taken[-1:]
            plan = Plan(catalog, ranking, role)
            for before in taken:
                plan.take(*before)
        except typer.Exit as leaving:
            if leaving.exit_code or not plan.held:
                raise
            break  # what was said so far will do
    tell("")
    said = ", ".join(f"{in_sentence(each.said)} ({each.level.word})" for each in plan.held if each.level)
    tell_prose(f"You said: {said}." if said else "You named nothing that you do yet.")
    return plan


def _offer_to_keep(session: Session, plan: "SelfCheckPlan") -> None:
    if (
        session.no_profile
        or yes_or_no("Keep these answers in a profile on this machine, so as not to ask again?") is YesNo.NO
    ):
        return
    from cscareer.plan.editing import add_answers

    session.store().change(lambda kept: add_answers(kept, plan.held, plan.lacks, session.today, {}))
    session.notes.append("Kept. `cscareer profile` shows it, `cscareer profile forget` removes it.")
