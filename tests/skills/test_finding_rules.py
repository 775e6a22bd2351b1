"""The rules of words/finding.yaml and words/levels.yaml, row by row, and what a negation reaches."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest
import yaml
from rows import each_row

from cscareer.catalog.loading import Catalog, load_catalog
from cscareer.catalog.word_models import LINE_BREAK, Effect, FindingRule, Part, PartHeading, Reach, TextKind
from cscareer.skills.finding import _READERS, Findings, TextLine, read_skills
from cscareer.skills.finding_levels import Levels
from cscareer.skills.finding_rules import NameRule

Sentences = dict[str, list[list[str]]]
Places = defaultdict[tuple[TextKind, str], list[list[NameRule]]]
FOLDER = Path(__file__).parent
REACH: Sentences = yaml.safe_load((FOLDER / "reach.yaml").read_text(encoding="utf-8"))
CLAIMS: Sentences = yaml.safe_load((FOLDER / "claims.yaml").read_text(encoding="utf-8"))
CATALOG = load_catalog(environment={})


def read(catalog: Catalog, text: str, kind: TextKind = TextKind.RESUME) -> Findings:
    lines = [TextLine(number, line) for number, line in enumerate(text.split(LINE_BREAK), 1)]
    return read_skills(catalog, lines, kind)


def cases() -> Iterable[tuple[FindingRule, TextKind]]:
    return [(rule, kind) for rule in CATALOG.finding_rules.values() for kind in rule.texts]


@each_row(("rule", "kind"), cases(), ids=lambda each: getattr(each, "id", each))
def test_each_rule_takes_its_text_and_leaves_the_other(rule: FindingRule, kind: TextKind) -> None:
    taken, left = read(CATALOG, rule.takes, kind), read(CATALOG, rule.leaves, kind)
    assert left.skills
    match rule.effect:
        case Effect.NOT_COUNTED:
            assert taken == Findings(skills=())
        case Effect.MAYBE:
            assert taken.skills == ()
            assert taken.maybe
        case Effect.OTHERS:
            assert taken.skills == ()
            assert taken.maybe
            assert taken.denied
        case Effect.DENIED:
            assert taken == Findings(skills=(), denied=taken.denied)
            assert taken.denied
        case Effect.BASIC:
            assert [skill.level for skill in taken.skills] == [1]
            assert [skill.level for skill in left.skills] == [None]


@pytest.fixture(scope="module")
def places() -> Places:
    """Where each rule stands among those that are compiled, by the kind of text and the rule's id."""
    found: Places = defaultdict(list)
    for kind in TextKind:
        book = CATALOG.once(_READERS[kind]).rules
        nodes = list(book.first.values())
        for node in nodes:
            nodes += node.following.values()
            for rule in node.rules:
                found[kind, rule.data.id].append(node.rules)
    return found


@pytest.mark.slow
@pytest.mark.parametrize("rule", CATALOG.finding_rules.values(), ids=lambda rule: rule.id)
def test_each_rule_is_what_takes_its_text(
    rule: FindingRule, places: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without it, the name counts."""
    kind = rule.texts[-1]
    reader = CATALOG.once(_READERS[kind])
    beside = {
        word: tuple(each for each in rules if each.data is not rule)
        for word, rules in reader.rules.beside.items()
    }
    monkeypatch.setattr(reader, "rules", replace(reader.rules, beside=beside))
    assert places[kind, rule.id] or rule.reach is Reach.BESIDE
    before = [list(rules) for rules in places[kind, rule.id]]
    for rules in places[kind, rule.id]:
        rules[:] = [each for each in rules if each.data is not rule]
    try:
        found = read(CATALOG, rule.takes, kind)
    finally:
        for rules, all_of_them in zip(places[kind, rule.id], before, strict=True):
            rules[:] = all_of_them
    assert [(skill.level == 1) for skill in found.skills][:1] == [False]


@each_row("heading", CATALOG.part_headings.values(), ids=lambda heading: heading.id)
def test_each_heading_opens_its_part(heading: PartHeading) -> None:
    for kind in heading.texts:
        taken, left = (read(CATALOG, text, kind).skills for text in (heading.takes, heading.leaves))
        assert bool(taken) == (heading.part is Part.WORK)
        assert bool(left) == (heading.part is not Part.WORK)


def test_each_level_word_and_scale_states_its_level() -> None:
    levels = Levels(CATALOG)
    for word in CATALOG.level_words.values():
        if word.field_only:
            assert (levels.field(word.takes), levels.field(word.leaves)) == (word.level, None)
        else:
            assert {skill.level for skill in read(CATALOG, word.takes).skills} == {word.level}
            assert {skill.level for skill in read(CATALOG, word.leaves).skills} == {None}
    for scale in CATALOG.level_scales.values():
        taken, left = (
            {skill.level for skill in read(CATALOG, text).skills} for text in (scale.takes, scale.leaves)
        )
        assert None not in taken
        assert scale.level is None or taken == {scale.level}
        assert left == {None}


@each_row(("text", "skill"), REACH["held"])
def test_a_negation_of_something_else_leaves_the_skill(catalog: Catalog, text: str, skill: str) -> None:
    assert skill in {found.id for found in read(catalog, text).skills}


@each_row(("text", "skill"), REACH["denied"])
def test_a_negation_denies_what_it_governs(catalog: Catalog, text: str, skill: str) -> None:
    found = read(catalog, text)
    assert skill not in {found.id for found in (*found.skills, *found.maybe)}


@each_row(("text", "skill"), CLAIMS["claimed"])
def test_what_a_resume_claims_counts(catalog: Catalog, text: str, skill: str) -> None:
    assert skill in {found.id for found in read(catalog, text).skills}


@each_row(("text", "skill"), CLAIMS["not_claimed"])
def test_what_a_resume_does_not_claim_does_not_count(catalog: Catalog, text: str, skill: str) -> None:
    assert skill not in {found.id for found in read(catalog, text).skills}
