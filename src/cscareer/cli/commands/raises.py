"""The command that tells whether pay has kept up."""

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
        "cscareer raise 41000 --was 36000 --since 2022-05 -l Denver",
        'cscareer raise 20.20/hr --was 20/hr --since "May 2024" --role "customer service specialist"',
    ],
)
def raise_(
    session: Session,
    amount: Annotated[
        str, typer.Argument(metavar="AMOUNT", help="Your pay now, like 41000, 41k or 20.20/hr.")
    ],
    was: Annotated[str, typer.Option(metavar="AMOUNT", help="Your pay then, for the same period.")],
    since: Annotated[str, typer.Option(metavar="MONTH", help="From when you had that pay, like 2022-05.")],
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
            help="Set its occupation's wages beside; your profile's role when left out.",
            autocompletion=complete_role,
        ),
    ] = None,
    per: PerOption = None,
) -> "RaiseReport":
    """Find out whether your pay has kept up with prices, and with what others in the work earn."""
    from cscareer.pay.amounts import some_by_the_hour
    from cscareer.pay.raises import PayStep, assess_raise

    period = read_period(per)
    hourly = some_by_the_hour([amount, was, *(each.partition("@")[0] for each in then or ())])
    now = session.amount(amount, period, "your pay now", hourly_beside=hourly)
    earlier = session.amount(was, period, "--was", hourly_beside=hourly)
    before = PayStep(earlier, read_month(since, "--since"))
    steps = _steps(session, then or [], period, hourly_beside=hourly)
    last = read_month(until, "--until") if until is not None else None
    catalog = session.catalog()
    place = session.location(catalog, location) or session.own_location(catalog)
    wanted = session.role(catalog, role) if role is not None else session.own_role(catalog)
    if wanted and role is None:
        session.note_own(f"role, {wanted.title}")
    return assess_raise(catalog, now, before, then=steps, until=last, location=place, role=wanted)


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
