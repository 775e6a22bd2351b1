"""cscareer: a career guide for customer service work.

A script asks the same questions as the command line:

    from cscareer import assess_gap, load_catalog, read_held

    catalog = load_catalog()
    role = catalog.roles["customer-service-manager"]
    print(assess_gap(catalog, role, read_held(catalog, ["coaching:3"])).share_met)
"""

__version__ = "0.1.0"


def __getattr__(name: str) -> object:
    """Imports a name when it is first asked for, so that the command line's start stays quick.

    The names stand in `__init__.pyi`, where type checkers look too; it is written from what the commands declare.
    """
    from importlib import import_module  # nothing is imported before interrupts are watched for

    if name.startswith("_") and name != "__all__":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    homes = _homes()
    if name == "__all__":
        return sorted(homes)
    if name in homes:
        found: object = globals().setdefault(name, getattr(import_module(homes[name]), name))
        return found
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *_homes()})


def _homes() -> dict[str, str]:
    """Each public name, and the module it stands in."""
    import ast
    from importlib.resources import files

    stub = ast.parse(files(__name__).joinpath("__init__.pyi").read_text(encoding="utf-8"))
    lines = (line for line in stub.body if isinstance(line, ast.ImportFrom))
    return {alias.name: str(line.module) for line in lines for alias in line.names}
