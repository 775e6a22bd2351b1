"""Formulas of metrics, worked out and put in words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rows import each_row

from cscareer.catalog.arithmetic import calculate, names_in, spell

VALUES = {"talk": 5000, "hold": 1000, "after": 2000, "handled": 100, "nothing": 0, "half": 0.5}


@each_row(
    ("expression", "result"),
    [
        ("(talk + hold + after) / handled", 80),
        ("talk + hold * 2", 7000),
        ("talk - hold - after", 2000),
        ("hold / after * 100", 50),
        ("half * half", 0.25),
        ("7", 7),
    ],
)
def test_a_formula_comes_to_what_arithmetic_says(expression: str, result: float) -> None:
    assert calculate(expression, VALUES) == result


@each_row(
    ("expression", "said"),
    [
        ("talk +", "is no formula"),
        ("", "is no formula"),
        ("talk = 3", "is no formula"),
        ("(" * 5000, "is no formula"),
        ("talk ** hold", "names, numbers"),
        ("talk // hold", "names, numbers"),
        ("-talk", "names, numbers"),
        ("__import__('os').getcwd()", "names, numbers"),
        ("[talk for talk in hold]", "names, numbers"),
        ("talk if hold else after", "names, numbers"),
        ("talk + True", "names, numbers"),
        ("talk + 'x'", "names, numbers"),
        ("talk + ringing", '"ringing" in the formula is not among its inputs'),
        ("talk / nothing", "divides by zero"),
        (f"{'9999999999999999999 * ' * 17} 9 / 3", "more than any figure"),
    ],
)
def test_anything_else_is_refused(expression: str, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        calculate(expression, VALUES)


def test_a_formula_is_spelled_with_the_signs_people_write() -> None:
    names = {"talk": "talk time", "hold": "time on hold", "handled": "contacts"}
    assert spell("(talk - hold) / handled * 100", names) == "(talk time − time on hold) ÷ contacts × 100"
    assert names_in("(talk - hold) / handled * 100") == {"talk", "hold", "handled"}


formulas = st.recursive(
    st.sampled_from(["talk", "hold", "after", "nothing", "3", "100"]),
    lambda inner: st.tuples(inner, st.sampled_from("+-*/"), inner).map(lambda parts: f"({' '.join(parts)})"),
    max_leaves=8,
)


@given(formulas)
def test_a_formula_with_its_figures_put_in_is_still_the_same_formula(expression: str) -> None:
    spelled = spell(expression, {name: str(value) for name, value in VALUES.items()})
    arithmetic = spelled.replace("÷", "/").replace("×", "*").replace("−", "-")
    assert outcome(arithmetic, {}) == outcome(expression, VALUES)


def outcome(expression: str, values: dict[str, float]) -> object:
    """What it comes to, or why it can't."""
    try:
        return calculate(expression, values)
    except ValueError as error:
        return str(error)
