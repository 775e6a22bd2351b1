"""Deeds: every row of the patterns, whose deed it is, how far it was done, the words quoted, and resumes nobody tuned to."""

from pathlib import Path

import yaml
from conftest import calls_of
from rows import each_row
from since_labelled import NEW_SKILLS

from cscareer.catalog.deed_models import Deed
from cscareer.catalog.drafting import read_layers
from cscareer.catalog.layers import layer_over, layers_in_use
from cscareer.catalog.loading import Catalog, load_catalog
from cscareer.catalog.models import SkillLevel
from cscareer.skills.deeds import DeedBook, find_deeds
from cscareer.skills.deeds_context import is_own
from cscareer.skills.deeds_patterns import fits
from cscareer.skills.deeds_units import Unit
from cscareer.skills.evidence import How, Rule
from cscareer.skills.finding_text import TextLine

CATALOG = load_catalog(environment={})
TOLD = Path(__file__).parent / "told"


def lines(text: str) -> list[TextLine]:
    return [TextLine(number, line) for number, line in enumerate(text.splitlines(), start=1)]


def shown(text: str) -> set[str]:
    return {skill.id for skill in find_deeds(CATALOG, lines(text)).skills}


def patterns_taking(deed: Deed, sentence: str) -> set[str]:
    """The patterns of a row that take a sentence."""
    book = CATALOG.once(DeedBook)
    return {
        pattern.source
        for unit in [Unit([TextLine(1, sentence)], book.lexicon)]
        for pattern in book.possible(unit)
        if pattern.deed.id == deed.id
        if any(
            is_own(unit, chain, book.signs, quoted=False, anyone=deed.anyone) for chain in fits(pattern, unit)
        )
    }


@each_row("deed", CATALOG.deeds.values(), ids=lambda deed: deed.id)
class TestEveryRow:
    def test_takes_its_examples_and_each_pattern_takes_one(self, deed: Deed) -> None:
        taking = [patterns_taking(deed, sentence) for sentence in deed.takes]
        assert all(taking), [sentence for sentence, by in zip(deed.takes, taking, strict=True) if not by]
        assert set(deed.patterns) == set().union(*taking)

    def test_leaves_what_only_looks_like_it(self, deed: Deed) -> None:
        assert not [sentence for sentence in deed.leaves if patterns_taking(deed, sentence)]


def test_every_skill_that_resumes_tell_of_has_a_row() -> None:
    told = {skill for deed in CATALOG.deeds.values() if not deed.weak for skill in deed.skills}
    assert not set(CATALOG.skills) - told


@each_row(
    ("text", "skill"),
    [
        ("Calmed furious guests at the desk.", "de-escalation"),
        ("I led 14 agents on the late shift.", "team-leadership"),
        ("Was asked to train new hires on the phones.", "coaching"),
        ("My team and I trained new hires.", "coaching"),
        ("Fixed routers over the phone without a supervisor.", "technical-troubleshooting"),
        ("Never lost a till count: balanced the drawer each night.", "attention-to-detail"),
        ("REFERENCES\n“She calmed angry customers better than anybody.”", "de-escalation"),
        ("CALMED FURIOUS GUESTS AT THE DESK.", "de-escalation"),
        ("The help articles were written by me.", "knowledge-base-writing"),
        ("Wrote the help articles by hand.", "knowledge-base-writing"),
        ("After each upset I'd calm furious guests at the desk.", "de-escalation"),
    ],
)
def test_counts_what_the_person_did(text: str, skill: str) -> None:
    assert skill in shown(text)


@each_row(
    ("text", "skill"),
    [
        ("I want to train new hires one day.", "coaching"),
        ("Hope to lead 14 agents.", "team-leadership"),
        ("Looking for a role where I can calm angry customers.", "de-escalation"),
        ("OBJECTIVE\nTrain new hires and coach agents.", "coaching"),
        ("EDUCATION\nScored recorded calls against a rubric in class.", "quality-monitoring"),
        ("I was trained by new hires' mentor on the register.", "coaching"),
        ("Attended a workshop on training new hires.", "coaching"),
        ("My manager trained the new hires.", "coaching"),
        ("Our manager calmed angry customers.", "de-escalation"),
        ("Did not train new hires.", "coaching"),
        ("Never had to calm angry customers.", "de-escalation"),
        ("The forecasts come from the planning office.", "workforce-forecasting"),
        ("Customer Service Lead, Acme, 2021 to present", "communication"),
        ("SCORE ran a workshop for owners.", "training-design"),
        ("Part of a team of 14.", "team-leadership"),
        ("The dashboards are built by our BI team.", "data-visualization"),
        ("The help articles were written by Dana.", "knowledge-base-writing"),
        ("Angry customers go to the escalation desk, where they are calmed.", "de-escalation"),
        ("Members who cancel are transferred to loyalty, which kept many.", "customer-retention"),
        ("Dana, the owner, kept the budget.", "budgeting"),
        ("Kept the budget himself.", "budgeting"),
        ("If the lead is off, Marta runs the floor.", "team-leadership"),
        ("Trained 2021.", "coaching"),
        ("The owner did the hiring and let me show candidates around.", "hiring"),
        ("Families who want Urdu are put through to Saima.", "bilingual-service"),
        ("A third of the team serves people in Spanish.", "bilingual-service"),
        ("Dana, who sits next door, brings the new ones up to speed.", "coaching"),
        ("620 agents, five sites, never closed.", "team-leadership"),
    ],
)
def test_leaves_what_is_wished_learnt_denied_or_anothers(text: str, skill: str) -> None:
    assert skill not in shown(text)


@each_row(
    ("text", "skill", "level"),
    [
        ("Led three agents.", "team-leadership", SkillLevel.WORKING),
        ("Led 14 agents.", "team-leadership", SkillLevel.ADVANCED),
        ("Supervised fourteen cashiers.", "team-leadership", SkillLevel.ADVANCED),
        ("Oversaw 60 agents.", "team-leadership", SkillLevel.EXPERT),
        ("Trained 30 new hires.", "coaching", SkillLevel.ADVANCED),
        ("Wrote 19 help articles.", "knowledge-base-writing", SkillLevel.ADVANCED),
        ("Interviewed nine candidates and hired two.", "hiring", SkillLevel.WORKING),
    ],
)
def test_a_count_says_how_far_it_goes_by_the_rule_stated(text: str, skill: str, level: SkillLevel) -> None:
    (found,) = (each for each in find_deeds(CATALOG, lines(text)).skills if each.id == skill)
    assert found.level == level
    assert any(evidence.rule is Rule.COUNT for evidence in found.evidence)


def test_a_deed_without_a_rule_has_no_level() -> None:
    (found,) = (
        skill
        for skill in find_deeds(CATALOG, lines("Calmed furious guests.")).skills
        if skill.id == "de-escalation"
    )
    assert found.level is None
    assert found.how is How.SHOWN


@each_row(
    "text",
    [
        "Cal\u00admed furious guests.",
        "Ca\u200blmed furious guests.",
        "De\ufb01nitely calmed furious guests.",
        "Worked nights at the desk of a hotel downtown and calmed furi-\nous guests after the elevator failed.",
    ],
)
def test_odd_signs_and_broken_words_hide_no_deed(text: str) -> None:
    assert "de-escalation" in shown(text)


def test_every_skill_added_later_has_a_row() -> None:
    assert {skill for deed in CATALOG.deeds.values() for skill in deed.skills} >= NEW_SKILLS


def test_a_vague_deed_counts_with_a_second_bullet_only() -> None:
    one, two = "Fixed a valve, saved $600 a month.", "New labels, earned $90 a day."
    assert "business-acumen" not in shown(one)
    assert "business-acumen" in {skill.id for skill in find_deeds(CATALOG, lines(one)).maybe}
    assert "business-acumen" in shown(f"{one}\n{two}")


@each_row("form", ["teach", "teaches", "taught", "teaching"])
def test_a_verb_of_a_pattern_stands_for_all_its_forms(form: str) -> None:
    assert "training-design" in shown(f"I {form} evening classes in bookkeeping.")


@each_row("mark", [";", "?", " |", "."])
def test_words_of_one_pattern_share_a_sentence(mark: str) -> None:
    assert "team-leadership" not in shown(f"Do I supervise{mark} The agents are friendly.")
    assert "team-leadership" in shown("I supervise the agents.")


def test_weak_signs_stand_apart() -> None:
    findings = find_deeds(CATALOG, lines("Stayed calm all day."))
    assert "de-escalation" in {skill.id for skill in findings.maybe}
    assert "de-escalation" not in {skill.id for skill in findings.skills}


def labelled() -> list[Path]:
    return sorted(TOLD.glob("*.yaml"))


def text_of(labels: Path) -> str:
    return next(each for each in TOLD.glob(f"{labels.stem}.*") if each.suffix != ".yaml").read_text(
        encoding="utf-8"
    )


@each_row("labels", labelled(), ids=lambda path: path.stem)
def test_every_claim_quotes_a_line_of_the_text(labels: Path) -> None:
    text = text_of(labels).splitlines()
    findings = find_deeds(CATALOG, lines(text_of(labels)))
    assert findings.skills
    for skill in (*findings.skills, *findings.maybe):
        for evidence in skill.evidence:
            assert evidence.quote
            assert evidence.quote in text[evidence.line - 1]


@each_row("labels", labelled(), ids=lambda path: path.stem)
def test_no_deed_is_seen_where_only_a_careless_reader_would(labels: Path) -> None:
    stated = yaml.safe_load(labels.read_text(encoding="utf-8"))
    traps = {each["skill"] for each in stated["not"]} - {each["skill"] for each in stated["skills"]}
    assert not traps & shown(text_of(labels))


def test_an_endless_line_takes_work_in_proportion_to_its_length() -> None:
    line = "When angry customers shout I calm them and train new hires on the register. " * 500
    shown(line[:1000])
    once, twice = (calls_of(lambda times=times: shown(line * times)) for times in (1, 2))  # type: ignore[misc]
    assert twice < 2.2 * once


def test_a_bullet_that_comes_back_is_told_of_where_it_stands_and_is_worked_out_once() -> None:
    bullet = "- Calmed furious guests whose rooms flooded in the storm of 2019"

    def places(text: str) -> list[int]:
        found = next(
            skill for skill in find_deeds(CATALOG, lines(text)).skills if skill.id == "de-escalation"
        )
        return [evidence.line for evidence in found.evidence]

    first = calls_of(lambda: places(bullet))
    assert places(f"WORK\n\n{bullet}\n{bullet}") == [3, 4]
    assert calls_of(lambda: places(bullet)) < first / 2


def test_a_bullet_says_by_its_part_whose_deed_it_is() -> None:
    bullet = "She calmed furious guests"
    for _ in range(2):
        assert "de-escalation" not in shown(f"WORK\n\n{bullet}")
        assert "de-escalation" in shown(f"REFERENCES\n\n{bullet}")


def problems(folder: Path) -> list[tuple[int | None, str]]:
    draft = read_layers((*layers_in_use(None, {}), layer_over(folder)))
    return [(problem.line, problem.message) for problem in draft.problems]


DEED = """\
deeds:
  - id: hums
    skills: [humming]
    patterns: ["{hum} .. {customers}"]
    takes: [Hummed to customers.]
    leaves: [A humming bird.]
    count: people-hummed
"""


def test_the_check_names_an_unknown_skill_class_and_rule_with_the_line(tmp_path: Path) -> None:
    (tmp_path / "words").mkdir()
    (tmp_path / "words" / "deeds-people.yaml").write_text(DEED, encoding="utf-8")
    assert problems(tmp_path) == [
        (3, '"humming" is not among the skills.'),
        (4, '"hum" is not among the classes.'),
        (7, '"people-hummed" is not among the counts.'),
    ]


def test_a_layer_adds_a_deed_and_a_class(tmp_path: Path) -> None:
    (tmp_path / "words").mkdir()
    (tmp_path / "words" / "classes.yaml").write_text(
        "classes:\n  - {id: hum, verbs: [hum]}\n", encoding="utf-8"
    )
    (tmp_path / "words" / "deeds-people.yaml").write_text(
        DEED.replace("humming]", "empathy]").replace("    count: people-hummed\n", ""), encoding="utf-8"
    )
    catalog: Catalog = load_catalog(tmp_path, environment={})
    assert "empathy" in {skill.id for skill in find_deeds(catalog, lines("Hummed to customers.")).skills}
