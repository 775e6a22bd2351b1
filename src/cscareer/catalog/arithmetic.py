"""Formulas of metrics: sums, products and quotients of named figures, worked out and put in words."""

import ast
import operator
import re
import warnings
from collections.abc import Callable, Mapping

Number = int | float

_OPERATIONS: dict[type[ast.operator], Callable[[Number, Number], Number]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
}
_SIGNS = {"*": "×", "/": "÷", "-": "−"}


def calculate(expression: str, values: Mapping[str, Number]) -> Number:
    """What an expression of + - * / and brackets comes to.

    Raises:
        ValueError: it is no such expression, uses a name without a value, divides by zero, or is endless.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # on what is no formula anyway, like 3and
            tree = ast.parse(expression, mode="eval").body
    except (SyntaxError, RecursionError, MemoryError):
        raise ValueError(f'"{expression}" is no formula of + - * / and brackets') from None
    try:
        return _value(tree, values)
    except OverflowError:
        raise ValueError("the example comes to more than any figure of service") from None
    except RecursionError:
        raise ValueError("a formula has no more than some hundred signs") from None


def spell(expression: str, names: Mapping[str, str]) -> str:
    """The expression with each name replaced, and the signs people write: ÷ for /."""
    return re.sub(
        r"[a-z_]+|[*/-]", lambda found: names.get(found[0], _SIGNS.get(found[0], found[0])), expression
    )


def names_in(expression: str) -> set[str]:
    """The names an expression uses."""
    return set(re.findall(r"[a-z_]+", expression))


def _value(node: ast.expr, values: Mapping[str, Number]) -> Number:
    match node:
        case ast.Constant(value=int() | float() as number) if not isinstance(number, bool):
            return number
        case ast.Name(id=name) if name in values:
            return values[name]
        case ast.Name(id=name):
            raise ValueError(f'"{name}" in the formula is not among its inputs')
        case ast.BinOp(left=left, op=sign, right=right) if type(sign) in _OPERATIONS:
            first, second = _value(left, values), _value(right, values)
            if isinstance(sign, ast.Div) and second == 0:
                raise ValueError("the example divides by zero")
            return _OPERATIONS[type(sign)](first, second)
    raise ValueError("a formula is made of names, numbers, + - * / and brackets")
