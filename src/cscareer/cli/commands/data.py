"""Commands about the data behind the answers."""

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cscareer.cli.completion import complete_schema
from cscareer.cli.declaring import Group, Panel, answer_forms, command
from cscareer.cli.outcomes import Reply, Text
from cscareer.cli.session import Session
from cscareer.errors import UnwritableError
from cscareer.render.formats import Format

if TYPE_CHECKING:
    from cscareer.catalog.reports import LayerList, SourceList
    from cscareer.pay.importing.report import ImportReport
    from cscareer.schemas import SchemaList, SchemaReport

DATA = Group("data", Panel.DATA, "The data behind the answers: check it, see its sources, add to it.")


@command(
    DATA,
    asks=["catalog.reports:check_data"],
    examples=["cscareer data check my-data/", "cscareer data check"],
    needs=["catalog.layers:layers_in_use"],
    tool=False,
)
def check(
    session: Session,
    folder: Annotated[
        Path | None,
        typer.Argument(metavar="DIR", help="A folder to check, laid over the data in use.", readable=False),
    ] = None,
) -> "Reply":
    """Check the data: every problem at once, each with its file and line."""
    from cscareer.catalog.layers import layers_in_use
    from cscareer.catalog.reports import check_data

    answer = check_data(layers_in_use(session.data_dir, os.environ), folder)
    return Reply(answer, holds=answer.sound)


@command(
    DATA,
    asks=["catalog.reports:list_sources"],
    examples=["cscareer data sources", "cscareer data sources --full"],
)
def sources(session: Session) -> "SourceList":
    """List every source: publisher, address, date and licence."""
    from cscareer.catalog.reports import list_sources

    return list_sources(session.catalog())


@command(
    DATA,
    asks=["schemas:list_schemas", "schemas:describe_schema"],
    examples=["cscareer data schema roles.yaml", "cscareer data schema"],
    tool=False,
)
def schema(
    session: Session,
    name: Annotated[
        str | None,
        typer.Argument(
            metavar="NAME",
            help='An answer ("roles") or a data file ("roles.yaml").',
            autocompletion=complete_schema,
        ),
    ] = None,
) -> "SchemaList | SchemaReport | Text":
    """Print the JSON Schema of an answer or a data file; without a name, list them."""
    from cscareer.render.json_format import draw_object
    from cscareer.schemas import describe_schema, json_schema, list_schemas

    answers = answer_forms(session.commands)
    if name is None:
        return list_schemas(answers)
    if session.asked in {None, Format.JSON}:
        return Text(draw_object(json_schema(name, answers)))
    return describe_schema(name, answers)


@command(
    DATA,
    asks=["catalog.reports:list_layers"],
    examples=["cscareer --data-dir my-data/ data path", "cscareer data path"],
    tool=False,
)
def path(session: Session) -> "LayerList":
    """Show the folders of data in use, and where your own belongs."""
    from cscareer.catalog.layers import layers_in_use
    from cscareer.catalog.reports import list_layers

    layers = layers_in_use(session.data_dir, os.environ)
    return list_layers(layers)


@command(
    DATA,
    asks=["pay.importing.intake:import_files"],
    examples=[
        "cscareer data import MSA_M2025_dl.xlsx state_M2025_dl.xlsx",
        "cscareer data import all_data_M_2026.xlsx --to my-data/",
    ],
    tool=False,
)
def import_(
    session: Session,
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
        int | None,
        typer.Option(
            metavar="YEAR", min=2020, max=2100, help="The May of wage files whose name doesn't say it."
        ),
    ] = None,
    retrieved: Annotated[
        str | None,
        typer.Option(
            metavar="DATE", help="The day you got the files, today when left out.", show_default=False
        ),
    ] = None,
    used_only: Annotated[
        bool, typer.Option("--used-only", help="Keep only the occupations that a role falls under.")
    ] = False,
) -> "ImportReport":
    """Import official wage, price and place files as their publishers offer them."""
    from cscareer.catalog.layers import user_path
    from cscareer.pay.importing.intake import import_files
    from cscareer.render.progress import showing_rows

    day = session.day(retrieved, coming=False) if retrieved is not None else session.today
    target = to or user_path()
    if target is None:
        raise UnwritableError(
            "There is no home folder to import into.", hint="Give --to DIR, or set HOME or XDG_DATA_HOME."
        )
    catalog = session.catalog() if used_only else None
    only = {role.occupation.code for role in catalog.roles.values()} if catalog else None
    with showing_rows(no_color=session.no_color) as tell:
        answer = import_files(files, target, year=year, only=only, retrieved=day, progress=tell)
    if catalog:
        answer = answer.model_copy(update={"layers": catalog.added_layers})
    return answer
