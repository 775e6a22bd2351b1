"""Commands about the data behind the answers."""

import os
from pathlib import Path
from typing import Annotated

import typer

from cscareer.cli.completion import complete_schema
from cscareer.cli.session import FormatOption, JsonOption, choose_format, session_of
from cscareer.errors import ExitCode, UnwritableError
from cscareer.render.formats import Format

PANEL = "Data"


def check(
    context: typer.Context,
    folder: Annotated[
        Path | None,
        typer.Argument(metavar="DIR", help="A folder to check, laid over the data in use.", readable=False),
    ] = None,
    output_format: FormatOption = None,
    json: JsonOption = False,
) -> None:
    """Check the data: every problem at once, each with its file and line."""
    from cscareer.catalog.layers import layers_in_use  # noqa: PLC0415  help stays quick
    from cscareer.catalog.reports import check_data  # noqa: PLC0415

    session = session_of(context)
    answer = check_data(layers_in_use(session.data_dir, os.environ), folder)
    session.show(answer, output_format, as_json=json)
    if not answer.sound:
        raise typer.Exit(ExitCode.ANSWER_IS_NO)


def sources(context: typer.Context, output_format: FormatOption = None, json: JsonOption = False) -> None:
    """List every source: publisher, address, date and licence."""
    from cscareer.catalog.reports import list_sources  # noqa: PLC0415

    session = session_of(context)
    session.show(list_sources(session.catalog()), output_format, as_json=json)


def schema(
    context: typer.Context,
    name: Annotated[
        str | None,
        typer.Argument(
            help='An answer ("roles") or a data file ("roles.yaml").', autocompletion=complete_schema
        ),
    ] = None,
    output_format: FormatOption = None,
    json: JsonOption = False,
) -> None:
    """Print the JSON Schema of an answer or a data file; without a name, list them."""
    from cscareer.render.json_format import draw_object  # noqa: PLC0415
    from cscareer.render.show import write  # noqa: PLC0415
    from cscareer.schemas import describe_schema, json_schema, list_schemas  # noqa: PLC0415

    session = session_of(context)
    if name is None:
        session.show(list_schemas(), output_format, as_json=json)
    elif choose_format(output_format, as_json=json) in {None, Format.JSON}:
        write(draw_object(json_schema(name)))
    else:
        session.show(describe_schema(name), output_format, as_json=json)


def path(context: typer.Context, output_format: FormatOption = None, json: JsonOption = False) -> None:
    """Show the folders of data in use, and where your own belongs."""
    from cscareer.catalog.layers import layers_in_use  # noqa: PLC0415
    from cscareer.catalog.reports import list_layers  # noqa: PLC0415

    session = session_of(context)
    layers = layers_in_use(session.data_dir, os.environ)
    session.show(list_layers(layers), output_format, as_json=json)


def import_(
    context: typer.Context,
    files: Annotated[
        list[Path],
        typer.Argument(
            metavar="FILE...",
            help="BLS wage, BEA price and Census place tables: .xlsx or .csv.",
            readable=False,
        ),
    ],
    to: Annotated[
        Path | None,
        typer.Option(
            metavar="DIR", help="The folder of data to write to; your own if left out.", readable=False
        ),
    ] = None,
    year: Annotated[
        int | None, typer.Option(min=2020, max=2100, help="The May of wage files whose name doesn't say it.")
    ] = None,
    used_only: Annotated[
        bool, typer.Option("--used-only", help="Keep only the occupations that a role falls under.")
    ] = False,
    output_format: FormatOption = None,
    json: JsonOption = False,
) -> None:
    """Import official wage, price and place files as their publishers offer them."""
    from cscareer.catalog.layers import user_path  # noqa: PLC0415
    from cscareer.pay.importing.intake import import_files  # noqa: PLC0415
    from cscareer.render.progress import showing_rows  # noqa: PLC0415

    session = session_of(context)
    choose_format(output_format, as_json=json)  # a mistake in the words is told before the work is done
    target = to or user_path()
    if target is None:
        raise UnwritableError(
            "There is no home folder to import into.", hint="Give --to DIR, or set HOME or XDG_DATA_HOME."
        )
    catalog = session.catalog() if used_only else None
    only = {role.occupation.code for role in catalog.roles.values()} if catalog else None
    with showing_rows(no_color=session.no_color) as tell:
        answer = import_files(files, target, year=year, only=only, progress=tell)
    if catalog:
        answer = answer.model_copy(update={"layers": catalog.added_layers})
    session.show(answer, output_format, as_json=json)
