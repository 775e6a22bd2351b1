"""Ads as people write them, against the labels of a careful reader.

The ten in told/ were written, with their labels, before the rules were; they were then used to mend them.
"""

from pathlib import Path

from rows import each_row
from told_postings import CATALOG, HERE, LABELLED, TODAY, states_read, told

from cscareer.documents.ads import of_text
from cscareer.jobs.posting import read_posting

by_name = each_row("labels", LABELLED, ids=lambda path: path.stem)


@by_name
def test_all_pay_is_found_with_its_period_and_kind(labels: Path) -> None:
    ad = told(labels)
    assert [each for each in ad.labels["pay"] if not ad.pays(each)] == []


@by_name
def test_where_pay_is_not_stated_none_is_found(labels: Path) -> None:
    ad = told(labels)
    if not ad.labels["pay"]:
        assert ad.read.base_pay is None


@by_name
def test_the_places_are_those_of_the_ad(labels: Path) -> None:
    ad = told(labels)
    assert states_read(ad.read) == ad.states


@by_name
def test_where_one_works_and_for_how_long_is_read_where_it_is_said(labels: Path) -> None:
    ad = told(labels)
    mode, employment = ad.labels["work_mode"], ad.labels["employment"]
    if ad.read.work_mode is not None:
        assert ad.read.work_mode.value == mode
    if employment and ad.read.employment:
        assert employment in {each.value for each in ad.read.employment}


def test_nearly_all_gates_are_found() -> None:
    gates = [(ad, gate) for ad in map(told, LABELLED) for gate in ad.gates]
    found = sum(ad.asks(gate) for ad, gate in gates)
    assert found / len(gates) >= 0.95


def test_a_role_is_named_where_the_reader_names_one() -> None:
    ads = [ad for ad in map(told, LABELLED) if ad.labels["role"]]
    named = [ad.read.role is not None for ad in ads]
    assert all(named)


@each_row("labels", sorted(HERE.glob("*.yaml")), ids=lambda path: path.stem)
def test_our_own_dubious_ads_are_marked_for_what_is_dubious_and_sound_ones_carry_no_warning(
    labels: Path,
) -> None:
    ad = told(labels)
    marks = {mark.id for mark in ad.read.watch}
    assert set(ad.labels["watch"]) <= marks
    assert bool(ad.warnings) == bool(ad.labels["watch"] and ad.labels["watch"] != ["no-range"])


def test_the_ad_of_the_commission_seller_is_marked_for_all_that_is_wrong_with_it() -> None:
    (labels,) = (path for path in LABELLED if path.stem == "05-dubious-commission")
    assert told(labels).warnings == {
        "commission-only", "earnings-claim", "messenger-contact", "no-interview", "pay-to-work", "personal-data", "pressure",
        "recruit-others", "unpaid-trial",
    }  # fmt: skip


def test_a_state_that_asks_for_a_range_is_told_where_none_is_given() -> None:
    (labels,) = (path for path in LABELLED if path.stem == "06-denver-no-range")
    (mark,) = told(labels).read.watch
    assert (mark.id, mark.detail) == ("no-range", "Colorado: employers since 2021-01-01")


def test_a_city_that_asks_for_a_range_is_told_in_that_city_alone() -> None:
    def marked(town: str) -> list[str | None]:
        read = read_posting(
            CATALOG, of_text(f"Call Center Agent\n{town}, OH\nAnswer calls.", "ad"), today=TODAY
        )
        return [mark.detail for mark in read.watch if mark.id == "no-range"]

    assert marked("Columbus") == [
        "Columbus: employers of 15 or more since 2025-12-03, enforced later",
    ]
    assert marked("Dublin") == []


def test_a_check_that_the_person_pays_for_is_a_condition_still() -> None:
    ad = of_text("Chat Agent\nRemote\nBackground check ($29.95, paid by agent)", "ad")
    read = read_posting(CATALOG, ad, today=TODAY)
    assert [gate.kind for gate in read.gates] == ["background-check"]
    assert [mark.id for mark in read.watch if mark.severity == "warning"] == ["pay-to-work"]


def test_every_quote_stands_in_the_ad() -> None:
    from cscareer.documents.ads import read_ad_file

    for labels in LABELLED:
        (path,) = (each for each in labels.parent.glob(f"{labels.stem}.*") if each.suffix != ".yaml")
        lines = {line.number: line.text for line in read_ad_file(path).lines}
        answer = told(labels).read
        quoted = [(each.line, each.quote) for each in answer.pay]
        quoted += [(each.line, each.quote) for each in answer.gates]
        quoted += [(each.line, each.quote) for each in answer.skills]
        quoted += [(each.line, each.quote or "") for each in answer.watch]
        assert quoted
        assert all(quote in lines[line] for line, quote in quoted if line is not None)
