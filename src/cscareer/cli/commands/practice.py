"""The command that rehearses scenarios with a person."""

from typing import TYPE_CHECKING, Annotated

import typer

from cscareer.cli import clock
from cscareer.cli.asking import YesNo, ask, read_line, require_person
from cscareer.cli.completion import complete_scenario_words, complete_skill
from cscareer.cli.declaring import AtHand, Panel, command
from cscareer.cli.outcomes import Reply
from cscareer.cli.session import Session
from cscareer.errors import UsageError

if TYPE_CHECKING:
    from cscareer.catalog.loading import Catalog
    from cscareer.catalog.practice_models import Scenario
    from cscareer.guide.practice import PracticeScore, ScenarioList, ScenarioReport


@command(
    Panel.METRICS,
    asks=[
        "guide.practice:list_scenarios",
        "guide.practice:describe_scenario",
        "guide.practice:score_practice",
    ],
    needs=["guide.practice:pick_scenario", "guide.practice:Done"],
    examples=["cscareer practice --random --skill de-escalation", "cscareer practice"],
)
def practice(
    session: Session,
    scenario: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="SCENARIO",
            help="A scenario's title, id or alias; without one, all are listed.",
            autocompletion=complete_scenario_words,
            show_default=False,
        ),
    ] = None,
    skill: Annotated[
        str | None,
        typer.Option(
            metavar="NAME", help="Only scenarios that ask for this skill.", autocompletion=complete_skill
        ),
    ] = None,
    at_random: Annotated[bool, typer.Option("--random", help="Show one by chance.")] = False,
    seed: Annotated[
        int | None, typer.Option(help="With --random: the same number picks the same scenario.")
    ] = None,
    score: Annotated[
        bool,
        typer.Option("--score", help="Rehearse it, then score yourself; only in a terminal."),
        AtHand(),
    ] = False,
) -> "ScenarioList | ScenarioReport | Reply":
    """Rehearse hard conversations: the situation, what great looks like, and two replies to compare."""
    from cscareer.guide.practice import describe_scenario, list_scenarios, pick_scenario

    named = " ".join(scenario) if scenario else None
    _refuse_clashes(named, skill, at_random=at_random, seed=seed, score=score)
    if score:
        require_person("--score")
    catalog = session.catalog()
    wanted = session.skill(catalog, skill) if skill is not None else None
    if named is None and not at_random:
        return list_scenarios(catalog, wanted)
    chosen = pick_scenario(catalog, wanted, seed) if named is None else session.scenario(catalog, named)
    if not score:
        return describe_scenario(catalog, chosen)
    result = _rehearse(session, catalog, chosen)
    return Reply(result, afterwards=lambda: _offer_to_keep(session, result))


def _refuse_clashes(
    named: str | None, skill: str | None, *, at_random: bool, seed: int | None, score: bool
) -> None:
    if named is not None and (at_random or skill is not None):
        option = "--random" if at_random else "--skill"
        raise UsageError(
            f"{option} chooses a scenario, and you named one already.", hint="Leave one of them out."
        )
    if seed is not None and not at_random:
        raise UsageError("--seed belongs to --random.", hint="Add --random, or leave --seed out.")
    if score and named is None and not at_random:
        raise UsageError("--score needs a scenario to rehearse.", hint="Name one, or add --random.")


def _rehearse(session: Session, catalog: "Catalog", scenario: "Scenario") -> "PracticeScore":
    """Plays the customer, waits for the person's reply, and asks about each behaviour of the rubric."""
    from cscareer.guide.practice import Done, describe_scenario, score_practice
    from cscareer.render.layouts.guide.practice import lay_out_beginning
    from cscareer.render.show import tell, tell_page, tell_prose

    session.tell_notes()
    tell_page(lay_out_beginning(describe_scenario(catalog, scenario)), no_color=session.no_color)
    said = read_line("\nAnswer the customer, here in writing or aloud. Press Enter when you are done.")
    tell("\nLook back at what you said.")
    done = []
    for number, behaviour in enumerate(scenario.rubric, start=1):
        tell("")
        tell_prose(f"{number} of {len(scenario.rubric)}: {behaviour.words}")
        done.append(ask("  Did you?", Done))
    tell("")
    return score_practice(catalog, scenario, done, clock.today(), said)


def _offer_to_keep(session: Session, result: "PracticeScore") -> None:
    """Asks whether to keep a score in the person's profile, and keeps it if they agree."""
    from cscareer.plan.editing import add_score
    from cscareer.plan.profile import Score
    from cscareer.render.show import tell

    tell("")
    if ask("Keep this score in your profile, on this machine alone?", YesNo) is YesNo.NO:
        return
    score = Score(scenario=result.scenario, day=result.date, points=result.points, out_of=result.out_of)
    session.store().change(lambda kept: add_score(kept, score))
    tell("Kept. `cscareer profile` shows it.")
