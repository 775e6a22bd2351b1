"""Data files that few commands need: each is read and checked when one of its entries is first asked for."""

from collections.abc import Mapping
from functools import cached_property
from importlib import import_module
from typing import TYPE_CHECKING

from cscareer.catalog.later_words import DEED_FILES, DUTIES, POSTINGS, WORDS_OF_DEEDS, LaterWords, Sections
from cscareer.catalog.models import Model

if TYPE_CHECKING:
    from cscareer.catalog.bargaining_models import AskingRule, ChangeRule, PostingRule, TitleGrade
    from cscareer.catalog.certificate_models import Certificate
    from cscareer.catalog.guide_models import (
        AiApplicability,
        AiEvidence,
        Argument,
        Chapter,
        Explanation,
        Exposure,
        Projection,
        RoleReadings,
    )
    from cscareer.catalog.law_models import MinimumWage, PayTransparencyLaw
    from cscareer.catalog.metric_models import Metric
    from cscareer.catalog.practice_models import Scenario
    from cscareer.catalog.releases import ReadFile
    from cscareer.catalog.talk_models import Opening, SelfCheck, ToldWork
    from cscareer.catalog.ticket_models import (
        TicketDate,
        TicketField,
        TicketLayout,
        TicketLine,
        TicketRule,
        TicketUnit,
        TicketWords,
    )
    from cscareer.catalog.title_models import NearJob

TICKETS = "tickets.yaml"

# Each file, and the module and model that say what it may hold.
LATER_FILES = {
    "source_files.yaml": ("releases", "SourceFilesFile"),
    "guide.yaml": ("guide_models", "GuideFile"),
    "outlook.yaml": ("guide_models", "OutlookFile"),
    "metrics.yaml": ("metric_models", "MetricsFile"),
    "practice.yaml": ("practice_models", "PracticeFile"),
    "certificates.yaml": ("certificate_models", "CertificatesFile"),
    "laws.yaml": ("law_models", "LawsFile"),
    "bargaining.yaml": ("bargaining_models", "BargainingFile"),
    "talk.yaml": ("talk_models", "TalkFile"),
    "near_jobs.yaml": ("title_models", "NearJobsFile"),
    TICKETS: ("ticket_models", "TicketsFile"),
    "words/titles.yaml": ("title_models", "TitlesFile"),
    "words/work.yaml": ("title_models", "WorkFile"),
    WORDS_OF_DEEDS: ("deed_models", "ClassesFile"),
    **dict.fromkeys(DEED_FILES, ("deed_models", "DeedsFile")),
    DUTIES: ("deed_models", "DutiesFile"),
    "words/finding.yaml": ("word_models", "FindingFile"),
    "words/levels.yaml": ("word_models", "LevelsFile"),
    POSTINGS: ("posting_models", "PostingsFile"),
    "words/documents.yaml": ("document_models", "DocumentsFile"),
}


def later_models(*files: str) -> dict[str, type[Model]]:
    """What these files may say; a module of models is loaded only for its files."""
    homes = {file: LATER_FILES[file] for file in files}
    return {
        file: getattr(import_module(f"cscareer.catalog.{module}"), name)
        for file, (module, name) in homes.items()
    }


class LaterEntries(LaterWords):
    """What these files hold, of all layers; asking for it raises InvalidDataError if its file has problems."""

    @property
    def source_files(self) -> "Mapping[str, ReadFile]":
        """Files that entries were written from by hand."""
        return self._of("source_files.yaml")["source_files"]

    @property
    def chapters(self) -> "Mapping[str, Chapter]":
        """The chapters of the guide, in the order to read them."""
        return self._of("guide.yaml")["chapters"]

    @property
    def projections(self) -> "Mapping[str, Projection]":
        """Official projections, by occupation."""
        return self._of("outlook.yaml")["projections"]

    @property
    def exposures(self) -> "Mapping[str, Exposure]":
        """How exposed to AI occupations are, by occupation."""
        return self._of("outlook.yaml")["exposures"]

    @property
    def ai_applicabilities(self) -> "Mapping[str, AiApplicability]":
        """How well AI is measured to serve an occupation's work, by occupation."""
        return self._of("outlook.yaml")["ai_applicabilities"]

    @property
    def evidence(self) -> "Mapping[str, AiEvidence]":
        """What was found, planned or done with AI at work."""
        return self._of("outlook.yaml")["evidence"]

    @property
    def readings(self) -> "Mapping[str, RoleReadings]":
        """What AI changes about responsibilities, by role."""
        return self._of("outlook.yaml")["readings"]

    @property
    def arguments(self) -> "Mapping[str, Argument]":
        """Reasons for and against a role as a career."""
        return self._of("outlook.yaml")["arguments"]

    @property
    def explanations(self) -> "Mapping[str, Explanation]":
        """What figures of the outlook mean."""
        return self._of("outlook.yaml")["explanations"]

    @property
    def metrics(self) -> "Mapping[str, Metric]":
        """The figures service is measured by."""
        return self._of("metrics.yaml")["metrics"]

    @property
    def scenarios(self) -> "Mapping[str, Scenario]":
        """Scenarios to rehearse."""
        return self._of("practice.yaml")["scenarios"]

    @property
    def certificates(self) -> "Mapping[str, Certificate]":
        """Certificates and courses, and what they take."""
        return self._of("certificates.yaml")["certificates"]

    @property
    def minimum_wages(self) -> "Mapping[str, MinimumWage]":
        """Minimum wages of the nation (`US`), the states, and parts of states."""
        return self._of("laws.yaml")["minimum_wages"]

    @property
    def pay_laws(self) -> "Mapping[str, PayTransparencyLaw]":
        """Laws on disclosing pay, of states and localities."""
        return self._of("laws.yaml")["pay_laws"]

    @property
    def asking_rules(self) -> "Mapping[str, AskingRule]":
        """What to ask of an offer; the first one holds."""
        return self._of("bargaining.yaml")["asking_rules"]

    @property
    def posting_rules(self) -> "Mapping[str, PostingRule]":
        """What range to post; the first one holds."""
        return self._of("bargaining.yaml")["posting_rules"]

    @property
    def change_rules(self) -> "Mapping[str, ChangeRule]":
        """What changing roles costs, in the order of routes by pay; the first one holds."""
        return self._of("bargaining.yaml")["change_rules"]

    @property
    def title_grades(self) -> "Mapping[str, TitleGrade]":
        """Words that grade a title within its role, and what they do to its pay."""
        return self._of("bargaining.yaml")["title_grades"]

    @property
    def openings(self) -> "Mapping[str, Opening]":
        """What may bring a person here, in the order to offer it."""
        return self._of("talk.yaml")["openings"]

    @property
    def self_checks(self) -> "Mapping[str, SelfCheck]":
        """Plain questions about skills, by the skill's id."""
        return self._of("talk.yaml")["self_checks"]

    @property
    def told_work(self) -> "Mapping[str, ToldWork]":
        """Words by which people tell where they work."""
        return self._of("talk.yaml")["told_work"]

    @property
    def near_jobs(self) -> "Mapping[str, NearJob]":
        """Jobs with customers outside our roles, and what they show."""
        return self._of("near_jobs.yaml")["near_jobs"]

    @property
    def ticket_fields(self) -> "Mapping[str, TicketField]":
        """What a ticket has, and the headers it stands under."""
        return self._tickets["ticket_fields"]

    @property
    def ticket_layouts(self) -> "Mapping[str, TicketLayout]":
        """Exports of help desks, known by their headers."""
        return self._tickets["ticket_layouts"]

    @property
    def ticket_words(self) -> "Mapping[str, TicketWords]":
        """Words of cells that mean one thing."""
        return self._tickets["ticket_words"]

    @property
    def ticket_units(self) -> "Mapping[str, TicketUnit]":
        """Words behind a header that say its unit."""
        return self._tickets["ticket_units"]

    @property
    def ticket_dates(self) -> "Mapping[str, TicketDate]":
        """Ways to write a time."""
        return self._tickets["ticket_dates"]

    @property
    def ticket_rules(self) -> "Mapping[str, TicketRule]":
        """From when figures tell something; the first one holds."""
        return self._tickets["ticket_rules"]

    @property
    def ticket_lines(self) -> "Mapping[str, TicketLine]":
        """Lines about a person's figures."""
        return self._tickets["ticket_lines"]

    @cached_property
    def _tickets(self) -> Sections:
        return self.read_later("metrics.yaml", TICKETS)  # its lines name metrics
