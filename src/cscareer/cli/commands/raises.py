"""The command that tells whether pay is right, and has kept up."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from cscareer.cli.completion import complete_role
from cscareer.cli.declaring import Panel, command
from cscareer.cli.options import LocationOption, PerOption
from cscareer.cli.session import Session
from cscareer.cli.words import read_month, read_period
from cscareer.errors import UsageError

if TYPE_CHECKING:
    from cscareer.catalog.models import Role
    from cscareer.pay.money import Period
    from cscareer.pay.raises import PayStep, RaiseReport


@command(
    Panel.PAY,
    asks=["pay.raises:assess_raise"],
    needs=[
        "pay.raises:PayStep",
        "pay.price_index:IndexMonth",
        "pay.amounts:read_amount",
        "pay.report:find_location",
    ],
    examples=[
        'cscareer raise 20.50/hr --role "customer service specialist" -l Denver --worked 3y',
        "cscareer raise 41000 --was 36000 --since 2022-05 -l Denver",
        'cscareer raise 20.20/hr --was 20/hr --since "May 2024" --role "customer service specialist"',
    ],
)
def raise_(
    session: Session,
    amount: Annotated[
        str, typer.Argument(metavar="AMOUNT", help="Your pay now, like 41000, 41k or 20.20/hr.")
    ],
    was: Annotated[
        str | None,
        typer.Option(metavar="AMOUNT", help="Your pay before, for the same period.", show_default=False),
    ] = None,
    since: Annotated[
        str | None,
        typer.Option(
            metavar="MONTH", help="From when you had that pay before, like 2022-05.", show_default=False
        ),
    ] = None,
    then: Annotated[
        list[str] | None,
        typer.Option(
            metavar="AMOUNT@MONTH",
            help="A raise in between, like 38000@2023-05. Repeatable.",
            show_default=False,
        ),
    ] = None,
    until: Annotated[
        str | None,
        typer.Option(metavar="MONTH", help="The month of your pay now; the last there is when left out."),
    ] = None,
    location: LocationOption = None,
    role: Annotated[
        str | None,
        typer.Option(
            metavar="TITLE",
            help="Your job, to hold your pay against others'; your profile's when left out.",
            autocompletion=complete_role,
        ),
    ] = None,
    worked: Annotated[
        str | None,
        typer.Option(
            "--worked",
            metavar="TIME",
            help="How long you have done that job, like 3y or 8 months; by your profile when left out.",
            show_default=False,
        ),
    ] = None,
    per: PerOption = None,
) -> "RaiseReport":
    """Find out whether your pay is right for your job there, and has kept up with prices, and what to ask for."""
    from cscareer.pay.amounts import some_by_the_hour
    from cscareer.pay.raises import PayStep, assess_raise

    period = read_period(per)
    _both_or_neither(was, since, then, until)
    hourly = some_by_the_hour([amount, was, *(each.partition("@")[0] for each in then or ())])
    now = session.amount(amount, period, "your pay now", hourly_beside=hourly)
    before = None
    if was is not None and since is not None:
        earlier = session.amount(was, period, "--was", hourly_beside=hourly)
        before = PayStep(earlier, read_month(since, "--since"))
    steps = _steps(session, then or [], period, hourly_beside=hourly)
    last = read_month(until, "--until") if until is not None else None
    catalog = session.catalog()
    place = session.location(catalog, location) or session.own_location(catalog)
    wanted = session.role_beside_place(catalog, role) if role is not None else session.own_role(catalog)
    if wanted and role is None:
        session.note_own(f"role, {wanted.title}")
    months = _months_worked(session, worked, wanted)
    return assess_raise(
        catalog, now, before, then=steps, until=last, location=place, role=wanted, months=months
    )


def _months_worked(session: Session, said: str | None, role: "Role | None") -> int | None:
    """For how many months somebody has done a job: as they say, else by their profile."""
    from cscareer.cli import clock
    from cscareer.cli.days import months_in

    if said is not None:
        months = months_in(said.casefold().strip().removeprefix("for "))
        if months is None:
            raise UsageError(f'--worked "{said}" is no length of time.', hint="Write it like 3y or 8 months.")
        return months
    years = session.profile.years_in_role(role.id, clock.today()) if session.profile and role else None
    return None if years is None else int(years * 12)


def _both_or_neither(
    was: str | None, since: str | None, then: "Sequence[str] | None", until: str | None
) -> None:
    """Makes sure that pay before comes with its month, and what is about it with both.

    Raises:
        UsageError: it doesn't.
    """
    if was is not None and since is None:
        raise UsageError("--was needs --since.", hint="Say from when you had that pay, like --since 2022-05.")
    if was is None and (since is not None or then or until is not None):
        option = "--since" if since is not None else "--then" if then else "--until"
        raise UsageError(f"{option} needs --was.", hint="Say what you earned before, like --was 19/hr.")


def _steps(
    session: Session, said: "Sequence[str]", period: "Period | None", *, hourly_beside: bool
) -> "list[PayStep]":
    from cscareer.pay.raises import PayStep

    steps: list[PayStep] = []
    for each in said:
        amount, at, month = each.partition("@")
        if not at:
            raise UsageError(
                f'--then "{each}" doesn\'t say from which month on.',
                hint="Write it like --then 38000@2023-05.",
            )
        pay = session.amount(amount, period, "--then", hourly_beside=hourly_beside)
        steps.append(PayStep(pay, read_month(month, "--then")))
    return steps
