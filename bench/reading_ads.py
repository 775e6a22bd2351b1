"""How well job ads are read: `bench/reading_ads.py [-v] FOLDER…` holds what `posting` says of each ad against its labels.

A folder holds ads (NN-name.txt, .md, .html, .eml, .json) and beside each what a careful reader finds in it (NN-name.yaml):

    states: [TX], or places: {states: [TX]}    work_mode: remote    employment: full-time
    pay: a list of {low, high, per, kind, sure}; a shift or language differential and a sign-on are a bonus, training pay is base
        pay of its time. A row without any amount ("Christmas bonus most years") can't be found as one and isn't counted. What is
        given for a purpose (tuition, internet) has a kind of its own here, which most readers don't label: counted apart
    skills: a list of {skill, need, sure}; `sure: false` is debatable, and neither asked for nor a false claim
    not: a list of {skill, quote}, what a careless reader would claim
    gates, or must_haves: a list of {kind, quote}
    watch: marks by their ids, or {what, quote}; dubious: whether a careful person would leave the ad alone, as where four or
        more such things are told
    employment: also several, "full-time or part-time"; seasonal, temp-to-hire and per diem are kinds of temporary
    employment_note, work_mode_note, role_note: what else is acceptable, as "temporary is acceptable", "a or null acceptable"

`-v` prints every difference. `--knew FILE` names the skills that the labels' author knew (each as `` `id` `` in a list): claims of
others are counted apart, since no label could have them.
"""

import re
import sys
from collections import Counter
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import yaml

from cscareer.catalog.loading import load_catalog
from cscareer.documents.ads import read_ad_file
from cscareer.jobs.places import states_of
from cscareer.jobs.posting import PostingReader, PostingReport

TODAY = date(2026, 11, 27)
BONUSES = {"differential", "sign-on", "bonus", "allowance"}  # one kind in labels
SAME_PERIOD = {
    "two weeks": "two-weeks", "biweekly": "two-weeks", "half month": "half-month", "minute": "piece", "call": "piece", "chat": "piece",
    "case": "piece", "sale": "piece", "weekend": "piece", "parcel": "piece", "pay-period": "two-weeks", "shift": "day",
}  # as labels say what we say otherwise  # fmt: skip
TEMPORARY = {
    "seasonal",
    "temp-to-hire",
    "temporary-to-hire",
    "per-diem",
    "per diem",
}  # kinds that we don't tell apart
ALIKE = 0.5  # share of the words of the shorter quote that two quotes of one gate have in common
MANY = 4  # things to beware of that make an ad dubious
MILD = {"no-range", "no-employer"}  # marks that sound ads may carry
LIKE = {
    "transport": "equipment",
    "vehicle": "equipment",
    "certificate": "licence",
    "citizenship": "work-authorization",
    "clearance": "background-check",
}  # kinds of conditions that we don't tell apart
OTHER = "other"  # a kind of condition in labels that tell only eight apart: age, lifting, travel, sponsorship
Counts = Counter[str]
Amount = tuple[Any, Any, Any, str]  # low, high, per, kind


def words(text: str) -> set[str]:
    """The words of a text in small letters."""
    return set("".join(letter.lower() if letter.isalnum() else " " for letter in text).split())


def alike(one: str, other: str) -> bool:
    """Whether two quotes are mostly the same words."""
    mine, its = words(one), words(other)
    return bool(mine and its) and len(mine & its) >= ALIKE * min(len(mine), len(its))


def kind_of(said: str) -> str:
    """A kind of pay as labels say it."""
    return "bonus" if said in BONUSES else "base" if said == "training" else said


def period_of(said: Mapping[str, Any]) -> Any:  # noqa: ANN401  as YAML holds it
    """How often labels say that an amount is paid; a commission "once" is one for each sale."""
    per = "piece" if (said.get("per"), said["kind"]) == ("once", "commission") else said.get("per")
    return SAME_PERIOD.get(str(per), per)


def acceptable(labels: Mapping[str, Any], name: str, said: str) -> bool:
    """Whether the note beside a label says that a value is acceptable too."""
    note = str(labels.get(f"{name}_note", ""))
    if name == "work_mode":
        note += f"; {labels.get('employment_note', '')}"  # where older labels say it
    return any(
        re.search(rf"\b{re.escape(said)}\b[^,;.]*\bacceptable", part) for part in re.split(r"[;.]", note)
    )


def _ends_of_steps(got: Sequence[Amount], wanted: Sequence[Amount]) -> list[Amount]:
    """Labelled single amounts within a range that runs from one of them to the last, or that begins as the ad says a second time: some label each step."""
    steps: list[Amount] = []
    for low, high, per, kind in got:
        inner = [
            each for each in wanted
            if low is not None and high is not None and low < high and each[2:] == (per, kind) and each[0] == each[1] and low <= each[0] <= high
        ]  # fmt: skip
        ends = {each[0] for each in inner}
        if {low, high} <= ends or (inner and (low, high, per, kind) in wanted):
            steps += inner
    return steps


def of_pay(labels: Mapping[str, Any], read: PostingReport, counts: Counts) -> Iterator[str]:
    """Each amount that the ad states, found with its ends, its period and its kind; and amounts that it doesn't state."""
    if "pay" not in labels:
        return
    said = labels["pay"] or []
    stated = [each for each in said if each.get("low") is not None or each.get("high") is not None]
    shares = [
        str(each.get("quote", "")) for each in said if each not in stated
    ]  # "a target of 8% of base", null in labels
    labelled = {(each.get("low"), each.get("high")) for each in stated}
    got: list[Amount] = []
    for pay in read.pay:
        allowance = pay.kind.value == "allowance" and (pay.low, pay.high) not in labelled
        counts["allowances"] += allowance
        share = pay.per == "percent" and any(alike(pay.quote, quote) for quote in shares)
        if not allowance and not share:
            got.append((pay.low, pay.high, pay.per, kind_of(pay.kind.value)))
    wanted: list[Amount] = [
        (
            each.get("low"),
            each.get("high"),
            period_of(each),
            kind_of(each["kind"]),
        )
        for each in stated
    ]
    got += _ends_of_steps(got, wanted)
    sure = [bool(each.get("sure", True)) for each in stated]
    counts["pay"] += sum(sure)
    without_periods = {(low, high, kind) for low, high, _, kind in got}
    for each, certain in zip(wanted, sure, strict=True):
        found = each in got
        if each[2] is None and each[3] == "bonus":  # labels that leave open how often it is paid
            found = (*each[:2], each[3]) in without_periods
        counts["pay found"] += certain and found
        if not found:
            yield f"pay missed {each}{'' if certain else ' (debatable)'}"
    ends = {each[:2] for each in wanted}
    singles = {each[0] for each in wanted if each[0] == each[1]}
    for each in got:
        if each[:2] not in ends and not {each[0], each[1]} <= singles:
            counts["pay too many"] += 1
            yield f"pay too many {each}"


def of_place(labels: Mapping[str, Any], read: PostingReport, counts: Counts) -> Iterator[str]:
    """The states of the ad, its way of work and its kind of employment."""
    places = labels["states"] if "states" in labels else (labels.get("places") or {}).get("states")
    wanted, got = set(places or ()), set(states_of(read.locations))
    stated = places is not None
    counts["places"] += stated
    counts["places right"] += stated and wanted == got
    if stated and wanted != got:
        yield f"states {sorted(got)}, not {sorted(wanted)}"
    said = {
        "work_mode": {read.work_mode.value} if read.work_mode else set(),
        "employment": {each.value for each in read.employment},
    }
    for name, values in said.items():
        if label := labels.get(name):
            wished = {
                "temporary" if each in TEMPORARY else each
                for each in re.split(r",\s*|\s+(?:or|and)\s+", str(label))
            }
            right = wished <= values or any(
                acceptable(labels, name, each) or f"{each} or null" in str(labels.get("employment_note", ""))
                for each in values or {"null"}
            )
            counts[name] += 1
            counts[f"{name} right"] += right
            if not right:
                yield f"{name} {sorted(values)}, not {label}"


def of_role(labels: Mapping[str, Any], read: PostingReport, counts: Counts) -> Iterator[str]:
    """The role of the guide that the job is."""
    if not (wanted := labels.get("role")):
        return
    counts["roles"] += 1
    got = read.role.id if read.role else None
    right = got == wanted or acceptable(labels, "role", got or "null")
    counts["roles right"] += right
    if not right:
        yield f"role {got}, not {wanted} (title {read.title!r})"


def of_skills(
    labels: Mapping[str, Any], read: PostingReport, counts: Counts, knew: Container[str] | None = None
) -> Iterator[str]:
    """The skills asked for, and whether each is required or preferred."""
    if "skills" not in labels:
        return
    wanted: dict[str, list[Mapping[str, Any]]] = {}
    for each in labels.get("skills") or []:
        wanted.setdefault(each["skill"], []).append(each)
    got = {each.id: each for each in read.skills}
    for skill, said in wanted.items():
        if not any(each.get("sure", True) for each in said):
            continue
        counts["skills"] += 1
        if skill not in got:
            yield f"skill missed {skill}: {said[0].get('quote')!r}"
            continue
        counts["skills found"] += 1
        needs = {each["need"] for each in said}
        counts["needs"] += 1
        if got[skill].demand.value in needs:
            counts["needs right"] += 1
        else:
            yield f"need {skill} {got[skill].demand.value}, not {needs}: {got[skill].quote!r}"
    traps = {each["skill"] for each in labels.get("not") or [] if each.get("skill")} - set(wanted)
    counts["traps"] += len(traps)
    for skill, each in got.items():
        if knew is not None and skill not in wanted and skill not in knew:
            counts["skills unknown to labels"] += 1
            continue
        counts["skills right" if skill in wanted else "skills false"] += 1
        if skill not in wanted:
            counts["traps taken"] += skill in traps
            yield f"skill {'TRAP' if skill in traps else 'false'} {skill}: {each.quote!r}"


def of_gates(labels: Mapping[str, Any], read: PostingReport, counts: Counts) -> Iterator[str]:
    """What must be so, of the same kind and mostly in the same words."""
    if "gates" not in labels and "must_haves" not in labels:
        return
    wanted = list(labels.get("gates") or labels.get("must_haves") or [])
    counts["gates"] += len(wanted)
    for each in wanted:
        kind = LIKE.get(each["kind"], each["kind"])
        near = [
            gate.quote
            for gate in read.gates
            if kind in {gate.kind.value, OTHER} and alike(gate.quote, each["quote"])
        ]
        if kind in {"travel", OTHER} and read.travel and alike(read.travel.quote, each["quote"]):
            near.append(read.travel.quote)
        counts["gates found"] += bool(near)
        if not near:
            yield f"gate missed {each['kind']}: {each['quote']!r}"
    for gate in read.gates:
        if not any(alike(gate.quote, each["quote"]) for each in wanted):
            counts["gates more"] += 1
            yield f"gate more {gate.kind.value}: {gate.quote!r}"


def of_watch(labels: Mapping[str, Any], read: PostingReport, counts: Counts) -> Iterator[str]:
    """Marks: each dubious ad is to carry a warning, and a sound one none."""
    if "watch" not in labels and "dubious" not in labels:
        return
    warnings = [mark for mark in read.watch if mark.severity == "warning"]
    said = labels.get("watch") or []
    ids = {mark.id for mark in read.watch}
    dubious = labels.get("dubious")
    if dubious is None:
        dubious = len(said) >= MANY or any(isinstance(each, str) and each not in MILD for each in said)
    counts["dubious" if dubious else "sound"] += 1
    counts["dubious marked" if dubious else "sound marked"] += bool(warnings)
    for each in said:
        counts["marks"] += 1
        quote = each.get("quote") if isinstance(each, dict) else None
        what = each.get("what", "") if isinstance(each, dict) else ""
        shown = any(
            (mark.quote and quote and alike(mark.quote, quote)) or alike(mark.says, what)
            for mark in read.watch
        )
        if (isinstance(each, str) and each in ids) or shown:
            counts["marks found"] += 1
        else:
            yield f"mark missed {each}"
    for mark in warnings:
        if not said:
            yield f"mark more {mark.id}: {mark.quote!r}"


PARTS = (of_pay, of_place, of_role, of_gates, of_watch)


def measured(
    folders: Iterable[Path], *, tell: bool, knew: Container[str] | None = None
) -> tuple[int, Counts]:
    """How many ads were read, and what was counted of them."""
    reader = PostingReader(load_catalog(environment={}), None, TODAY)
    counts: Counts = Counter()
    ads = 0
    for folder in folders:
        for path in sorted(folder.glob("*.yaml")):
            labels = yaml.safe_load(path.read_text(encoding="utf-8"))
            (file,) = (each for each in folder.glob(f"{path.stem}.*") if each != path)
            read = reader.report(read_ad_file(file))
            ads += 1
            told: list[Callable[[Mapping[str, Any], PostingReport, Counts], Iterator[str]]] = [
                *PARTS,
                partial(of_skills, knew=knew),
            ]
            for difference in (each for part in told for each in part(labels, read, counts)):
                if tell:
                    print(f"{path.stem}: {difference}")
    return ads, counts


def row(name: str, part: int, whole: int, asked: str) -> str:
    """A row of the table: so many of so many."""
    return f"| {name} | {part} of {whole} | {part / whole if whole else 1:.3f} | {asked} |"


def main(said: Sequence[str]) -> None:
    """Prints a table of what was found."""
    rest = [each for each in said if each != "-v"]
    knew = None
    if "--knew" in rest:
        at = rest.index("--knew")
        knew = set(
            re.findall(r"^- `([a-z-]+)`", Path(rest[at + 1]).read_text(encoding="utf-8"), re.MULTILINE)
        )
        del rest[at : at + 2]
    ads, counts = measured([Path(each) for each in rest], tell="-v" in said, knew=knew)
    claims = counts["skills right"] + counts["skills false"]
    print(f"\n{ads} ads\n| | | share | asked |\n|---|---:|---:|---:|")
    print(row("pay found, with ends, period and kind", counts["pay found"], counts["pay"], "0.97"))
    print(row("places right", counts["places right"], counts["places"], "0.98"))
    print(row("way of work right", counts["work_mode right"], counts["work_mode"], ""))
    print(row("employment right", counts["employment right"], counts["employment"], ""))
    print(row("role right", counts["roles right"], counts["roles"], ""))
    print(row("skills found (recall)", counts["skills found"], counts["skills"], "0.90"))
    print(row("skills claimed rightly (precision)", counts["skills right"], claims, "0.95"))
    print(row("traps taken", counts["traps taken"], counts["traps"], ""))
    print(row("required or preferred right", counts["needs right"], counts["needs"], "0.90"))
    print(row("gates found (recall)", counts["gates found"], counts["gates"], "0.85"))
    print(row("dubious ads marked", counts["dubious marked"], counts["dubious"], "1.00"))
    print(row("sound ads with a warning", counts["sound marked"], counts["sound"], "0.05 at most"))
    print(row("marks found", counts["marks found"], counts["marks"], ""))
    print(
        f"skills that no label could have: {counts['skills unknown to labels']}, pay too many: {counts['pay too many']}, allowances: {counts['allowances']}, gates that no label has: {counts['gates more']}"
    )


if __name__ == "__main__":
    main(sys.argv[1:])
