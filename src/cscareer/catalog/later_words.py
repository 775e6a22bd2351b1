"""The words by which texts are read: each file of them is read and checked when one of its entries is first asked for."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from functools import cache, cached_property
from typing import TYPE_CHECKING, Any

from cscareer.catalog.layers import DATA_FILES

if TYPE_CHECKING:
    from cscareer.catalog.deed_models import CountRule, Deed, IrregularVerb, WordClass
    from cscareer.catalog.document_models import DocumentList, Livelihood
    from cscareer.catalog.posting_models import (
        EducationLevel,
        JudgedMark,
        LanguageWords,
        OtherWork,
        PayCue,
        PayDoubt,
        PayFrequency,
        PayUnit,
        PostingFact,
        PostingGate,
        PostingList,
        PostingMeasure,
        PostingQuestion,
        SpokenLanguage,
        WatchMark,
        YearField,
    )
    from cscareer.catalog.title_models import (
        HeadlineMark,
        RoleWork,
        TitleAbbreviation,
        TitleRule,
        TitleWord,
        WorkMeasure,
    )
    from cscareer.catalog.word_models import (
        FindingRule,
        KindMark,
        LevelScale,
        LevelWord,
        PartHeading,
        WordList,
    )

Sections = Mapping[str, Mapping[str, Any]]  # entries by section and key

WORDS_OF_DEEDS = "words/classes.yaml"
DUTIES = "words/duties.yaml"
POSTINGS = "words/postings.yaml"
DEED_FILES = tuple(file for file in DATA_FILES if file.startswith("words/deeds-"))


class LaterWords(ABC):
    """What the files of `words/` hold, of all layers; asking for it raises InvalidDataError if its file has problems."""

    @property
    def title_words(self) -> "Mapping[str, TitleWord]":
        """Phrases of job titles by what they say."""
        return self._of("words/titles.yaml")["title_words"]

    @property
    def title_abbreviations(self) -> "Mapping[str, TitleAbbreviation]":
        """Words of job titles that are written short."""
        return self._of("words/titles.yaml")["title_abbreviations"]

    @property
    def title_rules(self) -> "Mapping[str, TitleRule]":
        """Which words of a job title make which role, in the order to try them."""
        return self._of("words/titles.yaml")["title_rules"]

    @property
    def work_words(self) -> "Mapping[str, RoleWork]":
        """The words of the work itself, by role."""
        return self._of("words/work.yaml")["work_words"]

    @property
    def work_measures(self) -> "Mapping[str, WorkMeasure]":
        """How much of them is needed."""
        return self._of("words/work.yaml")["work_measures"]

    @property
    def headline_marks(self) -> "Mapping[str, HeadlineMark]":
        """Words by which a line at the head of a resume is no title."""
        return self._of("words/titles.yaml")["headline_marks"]

    @property
    def word_classes(self) -> "Mapping[str, WordClass]":
        """Words that patterns of deeds may use for one another."""
        return self._words["classes"]

    @property
    def irregular_verbs(self) -> "Mapping[str, IrregularVerb]":
        """Verbs that have forms of their own."""
        return self._words["irregular_verbs"]

    @property
    def count_rules(self) -> "Mapping[str, CountRule]":
        """What a count in a deed says of its level."""
        return self._words["counts"]

    @property
    def deeds(self) -> "Mapping[str, Deed]":
        """Deeds that show skills."""
        return self._words["deeds"]

    @cached_property
    def _words(self) -> Sections:
        return self.read_later(WORDS_OF_DEEDS, *DEED_FILES)  # together, as they refer to one another

    @property
    def duty_classes(self) -> "Mapping[str, WordClass]":
        """Words that patterns of duties may use for one another: those of deeds, and their own."""
        return self._duties["classes"]

    @property
    def duties(self) -> "Mapping[str, Deed]":
        """What ads want done, and the skills that it asks for."""
        return self._duties["duties"]

    @cached_property
    def _duties(self) -> Sections:
        return self.read_later(WORDS_OF_DEEDS, DUTIES)

    @property
    def word_lists(self) -> "Mapping[str, WordList]":
        """Lists of words that the rules of finding name."""
        return self._of("words/finding.yaml")["word_lists"]

    @property
    def finding_rules(self) -> "Mapping[str, FindingRule]":
        """When the name of a skill doesn't speak of the skill."""
        return self._of("words/finding.yaml")["finding_rules"]

    @property
    def part_headings(self) -> "Mapping[str, PartHeading]":
        """Headings of the parts of a text."""
        return self._of("words/finding.yaml")["part_headings"]

    @property
    def kind_marks(self) -> "Mapping[str, KindMark]":
        """By which words a text is known for an ad or a resume."""
        return self._of("words/finding.yaml")["kind_marks"]

    @property
    def level_words(self) -> "Mapping[str, LevelWord]":
        """Words that state a level."""
        return self._of("words/levels.yaml")["level_words"]

    @property
    def level_scales(self) -> "Mapping[str, LevelScale]":
        """Signs that state a level."""
        return self._of("words/levels.yaml")["level_scales"]

    @property
    def document_lists(self) -> "Mapping[str, DocumentList]":
        """The lists of words by which the jobs of a resume are told."""
        return self._of("words/documents.yaml")["document_lists"]

    @property
    def livelihoods(self) -> "Mapping[str, Livelihood]":
        """What people are called who did something for a living."""
        return self._of("words/documents.yaml")["livelihoods"]

    @property
    def posting_gates(self) -> "Mapping[str, PostingGate]":
        """What job ads want to be so before skills matter."""
        return self._of(POSTINGS)["posting_gates"]

    @property
    def posting_facts(self) -> "Mapping[str, PostingFact]":
        """How job ads tell where, how and for how long one works."""
        return self._of(POSTINGS)["posting_facts"]

    @property
    def pay_cues(self) -> "Mapping[str, PayCue]":
        """Words that say what an amount in an ad is."""
        return self._of(POSTINGS)["pay_cues"]

    @property
    def pay_doubts(self) -> "Mapping[str, PayDoubt]":
        """From which figure on stated pay is doubtful."""
        return self._of(POSTINGS)["pay_doubts"]

    @property
    def watch_marks(self) -> "Mapping[str, WatchMark]":
        """Words in ads to beware of."""
        return self._of(POSTINGS)["watch_marks"]

    @property
    def judged_marks(self) -> "Mapping[str, JudgedMark]":
        """What figures and laws show of an ad."""
        return self._of(POSTINGS)["judged_marks"]

    @property
    def pay_frequencies(self) -> "Mapping[str, PayFrequency]":
        """By which words an ad says how often it pays."""
        return self._of(POSTINGS)["pay_frequencies"]

    @property
    def pay_units(self) -> "Mapping[str, PayUnit]":
        """Words of ads for how often an amount is paid."""
        return self._of(POSTINGS)["pay_units"]

    @property
    def education_levels(self) -> "Mapping[str, EducationLevel]":
        """What official tables call levels of education."""
        return self._of(POSTINGS)["education_levels"]

    @property
    def posting_measures(self) -> "Mapping[str, PostingMeasure]":
        """The figures by which ads are read and judged."""
        return self._of(POSTINGS)["posting_measures"]

    @property
    def posting_lists(self) -> "Mapping[str, PostingList]":
        """The lists of words that the reading of ads goes by."""
        return self._of(POSTINGS)["posting_lists"]

    @property
    def year_fields(self) -> "Mapping[str, YearField]":
        """The fields of work, other than service in general, that ads ask years in."""
        return self._of(POSTINGS)["year_fields"]

    @property
    def posting_questions(self) -> "Mapping[str, PostingQuestion]":
        """Questions to ask an employer."""
        return self._of(POSTINGS)["posting_questions"]

    @property
    def other_work(self) -> "Mapping[str, OtherWork]":
        """Work of other jobs that ads ask for beside."""
        return self._of(POSTINGS)["other_work"]

    @property
    def language_words(self) -> "Mapping[str, LanguageWords]":
        """Languages by their commonest words."""
        return self._of(POSTINGS)["language_words"]

    @property
    def spoken_languages(self) -> "Mapping[str, SpokenLanguage]":
        """Languages that customers speak."""
        return self._of(POSTINGS)["spoken_languages"]

    @cached_property
    def _of(self) -> Callable[[str], Sections]:
        return cache(self.read_later)  # each file once

    @abstractmethod
    def read_later(self, *files: str) -> Sections:
        """Reads the entries of these files, afresh.

        Raises:
            InvalidDataError: they have problems; the error holds them all.
        """
