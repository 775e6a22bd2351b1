"""Where what a person earns stands among all who do their work there, and what to ask for at a raise."""

from cscareer.catalog.loading import Catalog
from cscareer.catalog.models import Model, Role
from cscareer.pay.asking import the_rule
from cscareer.pay.offer import JudgedOffer, cited_by, judge_pay
from cscareer.pay.pledges import Pledge
from cscareer.pay.references import RoleRef, reference


class EarnedPay(Model):
    """What a person earns in their role: `judged` as an offer of just that would be, with words for a talk about a raise.

    `months` is for how long they have done this work, null where they don't say. `is_new` is whether that is less than
    `new_for` months, from which on what people start on is no measure any more (our judgement; nobody counts pay by years).
    """

    role: RoleRef
    judged: JudgedOffer
    months: int | None
    new_for: int
    is_new: bool | None


def own_pay(catalog: Catalog, role: Role, pay: Pledge, months: int | None) -> EarnedPay:
    """Where pay of now stands, and what to ask for."""
    rule = the_rule(catalog)
    judged = judge_pay(catalog, role, pay)
    if judged.advice:
        advice = judged.advice.model_copy(update={"say": rule.say_at_work or rule.say})
        judged = judged.model_copy(update={"advice": advice})
    return EarnedPay(
        role=reference(role),
        judged=judged,
        months=months,
        new_for=rule.new_for,
        is_new=None if months is None else months < rule.new_for,
    )


def standing_sources(standing: EarnedPay) -> list[str]:
    """The ids of every source behind where pay stands."""
    return cited_by(standing.judged)
