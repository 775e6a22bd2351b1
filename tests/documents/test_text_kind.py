"""Whether a text is a job ad or a resume."""

import json
from pathlib import Path

import pytest
from conftest import Run, shared_file

from cscareer.catalog.loading import Catalog
from cscareer.catalog.word_models import TextKind
from cscareer.documents.text_kind import TextKinds

TESTS = Path(__file__).parent.parent
AD, RESUME = TESTS / "cli" / "ad.md", TESTS / "cli" / "resume.md"


def told(folder: str) -> list[Path]:
    """The texts of a folder."""
    return [path for path in (TESTS / folder).iterdir() if path.suffix in {".txt", ".md"}]


def test_each_mark_takes_its_text_and_leaves_the_other(catalog: Catalog) -> None:
    kinds = TextKinds(catalog)
    for mark in catalog.kind_marks.values():
        assert mark in kinds.marks([mark.takes]), mark.id
        assert mark not in kinds.marks([mark.leaves]), mark.id


@pytest.mark.parametrize(
    ("folder", "kind", "least"),
    [
        ("skills/told", TextKind.RESUME, 0.9),
        ("jobs/told", TextKind.AD, 0.4),
        ("jobs/ordinary", TextKind.AD, 0.8),
    ],
)
def test_told_texts_are_known_for_what_they_are_and_none_for_the_other(
    catalog: Catalog, folder: str, kind: TextKind, least: float
) -> None:
    kinds = TextKinds(catalog)
    found = [kinds.of(path.read_text(encoding="utf-8").splitlines()) for path in told(folder)]
    assert set(found) <= {kind, None}
    assert found.count(kind) >= least * len(found)


def test_no_real_ad_is_taken_for_a_resume(catalog: Catalog) -> None:
    kinds = TextKinds(catalog)
    for line in shared_file("samples/postings.jsonl").read_text(encoding="utf-8").splitlines():
        assert kinds.of(json.loads(line)["description"].splitlines()) is not TextKind.RESUME


@pytest.mark.parametrize(
    "text", ["", "Empathy, typing, SQL", "I am hiring. You will answer calls. Required: a resume."]
)
def test_in_doubt_nothing_is_said(catalog: Catalog, text: str) -> None:
    assert TextKinds(catalog).of(text.splitlines()) is None


@pytest.mark.slow
@pytest.mark.parametrize(
    ("words", "told_so"),
    [
        (("posting", str(RESUME)), f"looks like a resume, not a job ad. Did you mean `cscareer match --resume {RESUME}`?"),
        (("match", "--resume", str(AD)), f"looks like a job ad, not a resume. Did you mean `cscareer posting {AD}`?"),
        (("posting", str(AD), "--resume", str(RESUME)), None),
    ],
)  # fmt: skip
def test_a_text_of_the_other_kind_is_told_and_read_all_the_same(
    run: Run, words: tuple[str, ...], told_so: str | None
) -> None:
    outcome = run(*words, env={"COLUMNS": "1000"})
    assert outcome.code == 0
    assert (told_so in outcome.err) if told_so else ("looks like" not in outcome.err)
