from cscareer.bulk.folder import BulkTarget as BulkTarget
from cscareer.bulk.inputs import find_inputs as find_inputs
from cscareer.bulk.running import run_bulk as run_bulk
from cscareer.bulk.sharing import Crew as Crew
from cscareer.catalog.layers import layers_in_use as layers_in_use
from cscareer.catalog.loading import load_catalog as load_catalog
from cscareer.catalog.models import Level as Level
from cscareer.catalog.models import SkillKind as SkillKind
from cscareer.catalog.models import Track as Track
from cscareer.catalog.reports import check_data as check_data
from cscareer.catalog.reports import list_layers as list_layers
from cscareer.catalog.reports import list_sources as list_sources
from cscareer.cli.bulk_rows import MatchWishes as MatchWishes
from cscareer.cli.bulk_rows import people_in as people_in
from cscareer.cli.bulk_rows import postings_in as postings_in
from cscareer.cli.bulk_rows import titles_in as titles_in
from cscareer.documents.ads import read_ad_bytes as read_ad_bytes
from cscareer.documents.ads import read_ad_file as read_ad_file
from cscareer.guide.chapters import list_chapters as list_chapters
from cscareer.guide.chapters import read_chapters as read_chapters
from cscareer.guide.metrics import describe_metric as describe_metric
from cscareer.guide.metrics import list_metrics as list_metrics
from cscareer.guide.outlook import report_outlook as report_outlook
from cscareer.guide.practice import Done as Done
from cscareer.guide.practice import describe_scenario as describe_scenario
from cscareer.guide.practice import list_scenarios as list_scenarios
from cscareer.guide.practice import pick_scenario as pick_scenario
from cscareer.guide.practice import score_practice as score_practice
from cscareer.guide.roles import RoleSort as RoleSort
from cscareer.guide.roles import describe_role as describe_role
from cscareer.guide.roles import list_roles as list_roles
from cscareer.handover.report import ReportCase as ReportCase
from cscareer.handover.report import report_career as report_career
from cscareer.jobs.comparing import compare_postings as compare_postings
from cscareer.jobs.filtering import AdFilter as AdFilter
from cscareer.jobs.gates import Applicant as Applicant
from cscareer.jobs.posting import PostingReader as PostingReader
from cscareer.jobs.posting import read_posting as read_posting
from cscareer.pay.amounts import read_amount as read_amount
from cscareer.pay.comparison import compare_places as compare_places
from cscareer.pay.comparison import compare_roles as compare_roles
from cscareer.pay.hiring import plan_hiring as plan_hiring
from cscareer.pay.importing.intake import import_files as import_files
from cscareer.pay.locations import search_locations as search_locations
from cscareer.pay.offer import assess_offer as assess_offer
from cscareer.pay.package import read_part as read_part
from cscareer.pay.price_index import IndexMonth as IndexMonth
from cscareer.pay.raises import PayStep as PayStep
from cscareer.pay.raises import assess_raise as assess_raise
from cscareer.pay.ranking import RankBy as RankBy
from cscareer.pay.ranking import rank_pay as rank_pay
from cscareer.pay.rankings import rank_roles as rank_roles
from cscareer.pay.report import find_location as find_location
from cscareer.pay.report import report_pay as report_pay
from cscareer.pay.trend import report_trend as report_trend
from cscareer.plan.checklist_diff import compare_checklists as compare_checklists
from cscareer.plan.checklist_report import report_checklists as report_checklists
from cscareer.plan.postings import list_postings as list_postings
from cscareer.plan.profile_report import describe_profile as describe_profile
from cscareer.plan.profile_report import forget_profile as forget_profile
from cscareer.plan.profile_report import list_profile_files as list_profile_files
from cscareer.plan.storage import Store as Store
from cscareer.routes.beyond import BeyondSort as BeyondSort
from cscareer.routes.beyond import Filters as Filters
from cscareer.routes.beyond import look_beyond as look_beyond
from cscareer.routes.planning import Wishes as Wishes
from cscareer.routes.planning import plan_routes as plan_routes
from cscareer.routes.reaching import reach_roles as reach_roles
from cscareer.routes.weighing import RouteOrder as RouteOrder
from cscareer.schemas import describe_schema as describe_schema
from cscareer.schemas import list_schemas as list_schemas
from cscareer.skills.finding import find_skills as find_skills
from cscareer.skills.finding_text import TextLine as TextLine
from cscareer.skills.gap import assess_gap as assess_gap
from cscareer.skills.held import Person as Person
from cscareer.skills.held import read_held as read_held
from cscareer.skills.listing import describe_skill as describe_skill
from cscareer.skills.listing import list_skills as list_skills
from cscareer.skills.matching import Matcher as Matcher
from cscareer.skills.matching import match_roles as match_roles
from cscareer.skills.other_work import roles_near as roles_near
from cscareer.tickets.reporting import report_tickets as report_tickets
from cscareer.tickets.wishes import TicketWishes as TicketWishes
from cscareer.titles.reading import TitleReader as TitleReader
from cscareer.titles.report import report_title as report_title
from cscareer.titles.report import title_line as title_line

__version__: str
__all__ = [
    "AdFilter",
    "Applicant",
    "BeyondSort",
    "BulkTarget",
    "Crew",
    "Done",
    "Filters",
    "IndexMonth",
    "Level",
    "MatchWishes",
    "Matcher",
    "PayStep",
    "Person",
    "PostingReader",
    "RankBy",
    "ReportCase",
    "RoleSort",
    "RouteOrder",
    "SkillKind",
    "Store",
    "TextLine",
    "TicketWishes",
    "TitleReader",
    "Track",
    "Wishes",
    "assess_gap",
    "assess_offer",
    "assess_raise",
    "check_data",
    "compare_checklists",
    "compare_places",
    "compare_postings",
    "compare_roles",
    "describe_metric",
    "describe_profile",
    "describe_role",
    "describe_scenario",
    "describe_schema",
    "describe_skill",
    "find_inputs",
    "find_location",
    "find_skills",
    "forget_profile",
    "import_files",
    "layers_in_use",
    "list_chapters",
    "list_layers",
    "list_metrics",
    "list_postings",
    "list_profile_files",
    "list_roles",
    "list_scenarios",
    "list_schemas",
    "list_skills",
    "list_sources",
    "load_catalog",
    "look_beyond",
    "match_roles",
    "people_in",
    "pick_scenario",
    "plan_hiring",
    "plan_routes",
    "postings_in",
    "rank_pay",
    "rank_roles",
    "reach_roles",
    "read_ad_bytes",
    "read_ad_file",
    "read_amount",
    "read_chapters",
    "read_held",
    "read_part",
    "read_posting",
    "report_career",
    "report_checklists",
    "report_outlook",
    "report_pay",
    "report_tickets",
    "report_title",
    "report_trend",
    "roles_near",
    "run_bulk",
    "score_practice",
    "search_locations",
    "title_line",
    "titles_in",
]
