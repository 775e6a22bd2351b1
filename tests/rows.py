"""Tests of tables: one test for all rows, since a thousand moments needn't be a thousand tests."""

from collections.abc import Callable, Iterable, Sequence
from functools import partial, update_wrapper
from inspect import Signature, signature
from typing import Any, TypeVar

import pytest
from _pytest.mark import ParameterSet

Test = TypeVar("Test")


def each_row(
    names: str | Sequence[str], rows: Iterable[Any], ids: Callable[[Any], object] | Sequence[str] = repr
) -> Callable[[Test], Test]:
    """Like `pytest.mark.parametrize`, on a test or a class of tests, but one test for all rows.

    Every row is tried; those that fail are named, each with what failed. The fixtures are made once for all of them, so
    it is not for tests that leave something behind.
    """
    keys = [name.strip() for name in names.split(",")] if isinstance(names, str) else list(names)
    made = [_row(row, len(keys)) for row in rows]
    named = [_name(row, ids) for row in made] if callable(ids) else ids
    tried = list(zip(named, made, strict=True))
    assert tried, "a test of no rows can't fail"

    def decorate(test: Any) -> Any:  # noqa: ANN401  a function or a class of tests
        if isinstance(test, type):
            for name, method in list(vars(test).items()):
                if name.startswith("test_"):
                    setattr(test, name, decorate(method))
            return test
        wanted = signature(test).parameters
        fixtures = [wanted[name] for name in wanted if name not in keys]
        assert len(wanted) - len(fixtures) == len(keys), f"{test.__name__} takes {keys}"

        def tries_each_row(*of_a_class: object, **fixed: object) -> None:
            _try(partial(test, *of_a_class, **fixed), keys, tried)

        update_wrapper(tries_each_row, test)
        vars(tries_each_row)["__signature__"] = Signature(fixtures)
        return tries_each_row

    return decorate


def _row(row: Any, width: int) -> ParameterSet:  # noqa: ANN401  whatever the test takes
    made = row if isinstance(row, ParameterSet) else pytest.param(*(row if width > 1 else [row]))
    assert not made.marks, "one test is slow, or left out, as a whole"
    return made


def _name(row: ParameterSet, ids: Callable[[Any], object]) -> str:
    return str(row.id or ", ".join(str(ids(value)) for value in row.values))


def _try(test: Callable[..., None], keys: list[str], rows: list[tuple[str, ParameterSet]]) -> None:
    failed, skipped = list[tuple[str, Exception]](), list[str]()
    for name, row in rows:
        try:
            test(**dict(zip(keys, row.values, strict=True)))
        except pytest.skip.Exception as skip:
            skipped.append(str(skip))
        except Exception as error:  # noqa: BLE001  whatever it is, the other rows are tried
            error.add_note(f"in the row {name}")
            failed.append((name, error))
    if failed:
        told = "; ".join(name for name, _ in failed)
        raise ExceptionGroup(f"{len(failed)} of {len(rows)} rows: {told}", [error for _, error in failed])
    if skipped:
        pytest.skip(skipped[0])
