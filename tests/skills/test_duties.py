"""Duties in job ads: every row of the patterns, whose part a sentence is, and the words quoted."""

from conftest import calls_of
from rows import each_row

from cscareer.catalog.deed_models import Deed
from cscareer.catalog.loading import load_catalog
from cscareer.skills.deeds_patterns import fits
from cscareer.skills.deeds_units import Unit
from cscareer.skills.duties import DutyBook, find_duties
from cscareer.skills.finding_text import TextLine

CATALOG = load_catalog(environment={})


def lines(text: str) -> list[TextLine]:
    return [TextLine(number, line) for number, line in enumerate(text.splitlines(), start=1)]


def asked(text: str) -> set[str]:
    return {skill.id for skill in find_duties(CATALOG, lines(text)).skills}


def rows_asked(text: str) -> set[str]:
    found = find_duties(CATALOG, lines(text))
    return {evidence.alias for skill in (*found.skills, *found.maybe) for evidence in skill.evidence}


def skills_asked(text: str) -> set[str]:
    """The skills that the duties in a text ask for, be it vaguely; two rows may take the same words."""
    found = find_duties(CATALOG, lines(text))
    return {skill.id for skill in (*found.skills, *found.maybe)}


def patterns_taking(deed: Deed, sentence: str) -> set[str]:
    """The patterns of a row that take a sentence."""
    book = CATALOG.once(DutyBook)
    unit = Unit([TextLine(1, sentence)], book.lexicon)
    return {
        pattern.source
        for pattern in book.possible(unit)
        if pattern.deed.id == deed.id and any(True for _ in fits(pattern, unit))
    }


@each_row("deed", CATALOG.duties.values(), ids=lambda deed: deed.id)
class TestEveryRow:
    def test_takes_its_examples_and_each_pattern_takes_one(self, deed: Deed) -> None:
        taking = [patterns_taking(deed, sentence) for sentence in deed.takes]
        assert all(taking), [sentence for sentence, by in zip(deed.takes, taking, strict=True) if not by]
        assert not set(CATALOG.once(DutyBook).spelled(deed.patterns, CATALOG)) - set().union(*taking)
        assert all(set(deed.skills) <= skills_asked(sentence) for sentence in deed.takes)

    def test_leaves_what_only_looks_like_it(self, deed: Deed) -> None:
        assert not [sentence for sentence in deed.leaves if deed.id in rows_asked(sentence)]


def test_every_skill_has_a_row() -> None:
    assert {skill for deed in CATALOG.duties.values() for skill in deed.skills} >= CATALOG.skills.keys() - {
        "nlp-basics"
    }


@each_row(
    ("text", "skill"),
    [
        ("Our coaches meet with agents each week.", "coaching"),
        ("We negotiate, settle terms and close deals with carriers.", "negotiation"),
        ("You won't lead a team of agents.", "team-leadership"),
        ("No answering phone lines.", "phone-etiquette"),
        ("Benefits\nLead a team of volunteers once a year", "team-leadership"),
        ("We teach you to calm angry callers.", "de-escalation"),
        ("Collecting payments is not required.", "billing"),
    ],
)
def test_leaves_what_is_the_employers_denied_or_taught(text: str, skill: str) -> None:
    assert skill not in asked(text)


@each_row(
    ("text", "skill"),
    [
        ("Answer phone lines.", "phone-etiquette"),
        ("Answering phone lines.", "phone-etiquette"),
        ("You'll answer phone lines.", "phone-etiquette"),
        ("Ability to answer phone lines", "phone-etiquette"),
        ("Responsible for answering phone lines", "phone-etiquette"),
        ("We need someone who answers phone lines.", "phone-etiquette"),
        ("Our agents answer our customers' phone lines.", "phone-etiquette"),
        ("Greet guestsAnswer phone linesFile papers", "phone-etiquette"),
        ("Not only answer phone lines but return them.", "phone-etiquette"),
    ],
)
def test_takes_a_duty_in_each_grammar_of_ads(text: str, skill: str) -> None:
    assert skill in asked(text)


def test_quotes_the_sentence_from_its_own_line() -> None:
    (found,) = (
        skill
        for skill in find_duties(
            CATALOG, lines("Duties\n- File papers\n- Supervise nine agents on two shifts\n")
        ).skills
        if skill.id == "team-leadership"
    )
    assert [(each.line, each.quote) for each in found.evidence] == [
        (3, "Supervise nine agents on two shifts")
    ]


def test_a_long_text_takes_work_in_proportion() -> None:
    once = calls_of(lambda: find_duties(CATALOG, lines("Answer calls and explain bills. " * 100)))
    assert calls_of(lambda: find_duties(CATALOG, lines("Answer calls and explain bills. " * 400))) < 5 * once


def test_a_vague_duty_counts_where_another_speaks_for_its_skill() -> None:
    assert "phone-etiquette" not in asked("Answer inbound calls.")
    assert "phone-etiquette" in asked("Answer inbound calls.\n\nSixty calls a day.")


@each_row(
    ("text", "skill", "is_asked"),
    [
        ("The county's training office conducts new clerk classes.", "training-design", False),
        ("The team lead scores recorded calls each week.", "quality-monitoring", True),
        ("Greets callers, prepares the monthly shift roster and files papers.", "scheduling", True),
        ("Comfortable in a fast-moving office.", "adaptability", True),
    ],
)
def test_whose_duty_it_is_and_in_which_form(text: str, skill: str, *, is_asked: bool) -> None:
    assert (skill in asked(text)) is is_asked
