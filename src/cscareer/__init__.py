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
    from cscareer.guide.chapters import list_chapters, read_chapters
    from cscareer.guide.metrics import describe_metric, list_metrics
    from cscareer.guide.outlook import report_outlook
    from cscareer.guide.practice import describe_scenario, list_scenarios, pick_scenario, score_practice
    from cscareer.guide.roles import describe_role, list_roles
    from cscareer.pay.amounts import read_amount
    from cscareer.pay.comparison import compare_places, compare_roles
    from cscareer.pay.locations import search_locations
    from cscareer.pay.offer import assess_offer
    from cscareer.pay.ranking import rank_pay
    from cscareer.pay.report import find_location, report_pay
    from cscareer.pay.trend import report_trend
    from cscareer.routes.planning import Wishes, plan_routes
    from cscareer.routes.reaching import reach_roles
    from cscareer.skills.finding import find_skills
    from cscareer.skills.gap import assess_gap
    from cscareer.skills.held import Person, read_held
    from cscareer.skills.listing import describe_skill, list_skills
    from cscareer.skills.matching import match_roles
    from cscareer.titles.reading import TitleReader, read_title
    from cscareer.titles.report import report_title

__version__ = "0.1.0"
__all__ = [
    "Person",
    "TitleReader",
    "Wishes",
    "assess_gap",
    "assess_offer",
    "compare_places",
    "compare_roles",
    "describe_metric",
    "describe_role",
    "describe_scenario",
    "describe_skill",
    "find_location",
    "find_skills",
    "list_chapters",
    "list_metrics",
    "list_roles",
    "list_scenarios",
    "list_skills",
    "load_catalog",
    "match_roles",
    "pick_scenario",
    "plan_routes",
    "rank_pay",
    "reach_roles",
    "read_amount",
    "read_chapters",
    "read_held",
    "read_title",
    "report_outlook",
    "report_pay",
    "report_title",
    "report_trend",
    "score_practice",
    "search_locations",
]

_HOMES = {
    "Person": "skills.held",
    "TitleReader": "titles.reading",
    "Wishes": "routes.planning",
    "assess_gap": "skills.gap",
    "assess_offer": "pay.offer",
    "compare_places": "pay.comparison",
    "compare_roles": "pay.comparison",
    "describe_metric": "guide.metrics",
    "describe_role": "guide.roles",
    "describe_scenario": "guide.practice",
    "describe_skill": "skills.listing",
    "find_location": "pay.report",
    "find_skills": "skills.finding",
    "list_chapters": "guide.chapters",
    "list_metrics": "guide.metrics",
    "list_roles": "guide.roles",
    "list_scenarios": "guide.practice",
    "list_skills": "skills.listing",
    "load_catalog": "catalog.loading",
    "match_roles": "skills.matching",
    "pick_scenario": "guide.practice",
    "plan_routes": "routes.planning",
    "rank_pay": "pay.ranking",
    "reach_roles": "routes.reaching",
    "read_amount": "pay.amounts",
    "read_chapters": "guide.chapters",
    "read_held": "skills.held",
    "read_title": "titles.reading",
    "report_outlook": "guide.outlook",
    "report_pay": "pay.report",
    "report_title": "titles.report",
    "report_trend": "pay.trend",
    "score_practice": "guide.practice",
    "search_locations": "pay.locations",
}


def __getattr__(name: str) -> Any:  # noqa: ANN401  a module's attribute may be anything
    """Imports a name when it is first asked for, so that the command line's start stays quick."""
    if name in _HOMES:
        return getattr(import_module(f"cscareer.{_HOMES[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
