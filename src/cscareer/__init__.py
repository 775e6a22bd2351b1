"""cscareer: a career guide for customer service work.

A script asks the same questions as the command line:

    from cscareer import assess_gap, load_catalog, read_held

    catalog = load_catalog()
    role = catalog.roles["customer-service-manager"]
    print(assess_gap(catalog, role, read_held(catalog, ["coaching:3"])).share_met)
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from cscareer.catalog.loading import load_catalog
    from cscareer.guide.roles import describe_role, list_roles
    from cscareer.pay.comparison import compare_roles
    from cscareer.pay.report import report_pay
    from cscareer.skills.gap import assess_gap
    from cscareer.skills.held import read_held
    from cscareer.skills.listing import describe_skill, list_skills

__version__ = "0.1.0"
__all__ = [
    "assess_gap",
    "compare_roles",
    "describe_role",
    "describe_skill",
    "list_roles",
    "list_skills",
    "load_catalog",
    "read_held",
    "report_pay",
]

_HOMES = {
    "assess_gap": "skills.gap",
    "compare_roles": "pay.comparison",
    "describe_role": "guide.roles",
    "describe_skill": "skills.listing",
    "list_roles": "guide.roles",
    "list_skills": "skills.listing",
    "load_catalog": "catalog.loading",
    "read_held": "skills.held",
    "report_pay": "pay.report",
}


def __getattr__(name: str) -> Any:  # noqa: ANN401  a module's attribute may be anything
    """Imports a name when it is first asked for, so that the command line's start stays quick."""
    if name in _HOMES:
        return getattr(import_module(f"cscareer.{_HOMES[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
