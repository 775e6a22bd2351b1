"""Layouts stand where the answers they lay out stand."""

from importlib import import_module
from typing import get_type_hints

import pytest
from conftest import FORMS
from rows import each_row

from cscareer.render.blocks import Page
from cscareer.render.show import layout_name

STREAMED = {"match-person", "posting-line"}  # written a line each, never laid out


@each_row("name", sorted(set(FORMS) - STREAMED))
def test_every_answer_is_laid_out_by_the_function_of_its_name_in_the_module_of_its_name(name: str) -> None:
    model = FORMS[name]
    home = import_module(model.__module__.replace("cscareer", "cscareer.render.layouts", 1))
    hints = get_type_hints(getattr(home, layout_name(model)))
    assert hints == {"answer": model, "return": Page}


@pytest.mark.parametrize(
    ("name", "layout"), [("roles", "role_list"), ("outlook", "outlook"), ("data-check", "check_report")]
)
def test_a_layout_is_named_as_its_answer_is(name: str, layout: str) -> None:
    assert layout_name(FORMS[name]) == layout
