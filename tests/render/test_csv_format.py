"""CSV: raw values, dotted headers, and no cell that a spreadsheet would run."""

import csv
import io
from typing import Any, ClassVar, Literal, get_args

from conftest import FORMS, Run
from pydantic import Field
from rows import each_row

from cscareer.catalog.answer import Answer
from cscareer.catalog.models import Model
from cscareer.render.csv_columns import COLUMNS, columns_for
from cscareer.render.csv_format import columns_of, draw_csv
from cscareer.render.stream_format import PersonRow
from cscareer.render.text import scrub


class Inner(Model):
    """A nested record."""

    low: int | None
    text: str


class Row(Model):
    """A row of every kind of value."""

    id: str
    number: float
    flag: bool | None
    inner: Inner | None
    words: tuple[str, ...]
    records: tuple[Inner, ...]


class Sheet(Answer):
    """An answer for tests."""

    rows: ClassVar = "items"
    schema_: Literal["cscareer/sheet/1"] = Field("cscareer/sheet/1", alias="schema")
    items: tuple[Row, ...]


def drawn(*rows: Row) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(draw_csv(Sheet(layers=(), sources=(), items=rows)), newline="")))


def row(**changes: object) -> Row:
    content = {"id": "a", "number": 1.5, "flag": True, "inner": None, "words": (), "records": ()}
    return Row.model_validate(content | changes)


def test_nested_keys_join_with_a_dot_and_the_header_is_there_without_rows() -> None:
    assert (
        draw_csv(Sheet(layers=(), sources=(), items=()))
        == "id,number,flag,inner.low,inner.text,words,records\n"
    )


def test_null_is_empty_lists_join_and_truth_is_a_word() -> None:
    inner = Inner(low=5, text="x")
    (found,) = drawn(row(flag=None, inner=inner, words=("one", "two"), records=(inner, inner)))
    assert found == {
        "id": "a", "number": "1.5", "flag": "", "inner.low": "5", "inner.text": "x", "words": "one; two", "records": "5; 5",
    }  # fmt: skip
    assert drawn(row())[0]["flag"] == "true"


@each_row("start", ["=", "+", "-", "@", "\t", "\r"])
def test_a_text_that_spells_a_formula_is_quoted_and_a_number_never_is(start: str) -> None:
    (found,) = drawn(row(id=f"{start}1+1", number=-7, words=(f"{start}x",)))
    assert found["id"] == f"'{scrub(start)}1+1"
    assert found["words"].startswith("'")
    assert found["number"] == "-7.0"


def test_commas_and_quotes_survive_and_control_characters_do_not() -> None:
    assert drawn(row(id='one, "two"; three'))[0]["id"] == 'one, "two"; three'
    assert drawn(row(id="one\x1b[31m\r\ntwo"))[0]["id"] == scrub("one\x1b[31m\r\ntwo")


FORMS_BY_NAME: dict[str, Any] = {**FORMS, "people": PersonRow}


def row_of(name: str) -> Any:  # noqa: ANN401  a form of answer, or an item of one
    form: Any = FORMS_BY_NAME[name]
    found: Any = form
    for part in (getattr(form, "rows", None) or "").split("."):
        found = get_args(found.model_fields[part].annotation)[0] if part else found
    return found


@each_row("name", COLUMNS)
def test_a_tidy_sheet_has_a_dozen_columns_of_what_is_there(name: str) -> None:
    chosen = columns_for(name)
    assert chosen
    assert len({column for column, _ in chosen}) == len(chosen) <= 12
    known = {".".join(column) for column in columns_of(row_of(name))}
    known |= {
        f"{path.removesuffix('.sources')}.year" for path in known if path.endswith(".sources")
    }  # of those
    whole = {".".join(column) for column in columns_of(FORMS_BY_NAME[name])}
    for _, path in chosen:
        assert path.removeprefix("^") in (whole if path.startswith("^") else known), path


@each_row(
    "name",
    [
        name
        for name, form in FORMS.items()
        if "role" in form.model_fields
        and name not in {"profile", "posting-line", "report"}  # rows of its own, or no sheet at all
    ],
)
def test_a_sheet_about_one_role_names_it_in_each_row(name: str) -> None:
    chosen = columns_for(name)
    assert chosen
    assert any(column == "role" for column, _ in chosen)


def test_also_a_wide_sheet_names_the_role_that_all_its_rows_are_about(run: Run) -> None:
    found = list(csv.DictReader(io.StringIO(run("pay", "csr", "--by", "state", "-f", "csv", "--wide").out)))
    assert {row["role.title"] for row in found} == {"Customer Service Specialist"}


def test_wide_has_every_value_as_ever(run: Run) -> None:
    tidy = next(csv.reader(io.StringIO(run("pay", "csr", "-l", "Austin", "-f", "csv").out)))
    header, values = csv.reader(io.StringIO(run("pay", "csr", "-l", "Austin", "-f", "csv", "--wide").out))
    assert tidy[:4] == ["role", "place", "low", "high"]
    assert len(header) > 100
    wide = dict(zip(header, values, strict=True))
    assert (wide["role.title"], wide["low"], wide["localization.published.low"]) == (
        "Customer Service Specialist",
        "38250",
        "38500",
    )
