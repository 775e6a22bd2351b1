"""Cuts the small catalog that the golden files are drawn from: `python tests/golden/cut_catalog.py`.

It is cut once and then stays as it is, so that a word changed in `data/` changes no golden file. Cut it anew only when a
data file takes another form, then `make golden`.
"""

import csv
import io
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import yaml

from cscareer.catalog import yaml_reader
from cscareer.catalog.wage_files import APART
from cscareer.pay.importing.rows import quoted
from cscareer.pay.importing.wage_lines import industry_entries
from cscareer.titles.occupations import BETWEEN

DATA = Path(__file__).resolve().parents[2] / "data"
CATALOG = Path(__file__).parent / "catalog"

ROLES = [
    "call-center-specialist", "customer-service-specialist", "senior-customer-service-specialist",
    "quality-assurance-analyst", "account-manager", "customer-service-team-lead", "customer-service-manager",
]  # fmt: skip
SKILLS = [
    "empathy", "communication", "active-listening", "de-escalation", "coaching", "team-leadership", "budgeting",
    "crm-software", "sql", "data-analysis",
]  # fmt: skip
INDUSTRIES = ["healthcare", "retail"]
AREAS = {"99", "48", "39", "08", "12420", "18140", "19740", "4800001"}
STATES = {"US", "TX", "OH", "CO"}
COUNTIES = {"48453", "48491", "39049", "08031"}
PLACES = {"austin", "round rock", "columbus", "denver"}
ZIPS = {"78701", "43215", "80202"}
CHAPTERS, SCENARIOS = ["the-work", "succeed"], 2
SERIES = {"0000", "S48B", "0480", "0400", "0370", "0300", "0230", "0200"}
RELATED = 4

Entry = dict[str, Any]


def main() -> None:
    """Writes the small catalog afresh."""
    shutil.rmtree(CATALOG, ignore_errors=True)
    files = {name: _read(name) for name in _names()}
    roles = [_role(entry) for entry in _entries(files, "roles.yaml", "roles") if entry["id"] in ROLES]
    codes = {role["occupation"]["code"] for role in roles}
    files["roles.yaml"] = {"roles": roles}
    files["skills.yaml"] = {
        "skills": _only(files, "skills.yaml", "skills", lambda each: each["id"] in SKILLS)
    }
    files["salaries.yaml"] |= {
        "salaries": _only(files, "salaries.yaml", "salaries", lambda each: each["role"] in ROLES),
        "statements": [_of_roles(each) for each in _entries(files, "salaries.yaml", "statements")],
        "pay_factors": _only(
            files, "salaries.yaml", "pay_factors", lambda each: each.get("skill") in {None, *SKILLS}
        )[:4],
        "other_asks": _entries(files, "salaries.yaml", "other_asks")[:2],
    }
    files["occupations.yaml"]["occupations"] = _only(
        files, "occupations.yaml", "occupations", lambda each: each["code"] in codes
    )
    files["industries.yaml"]["industries"] = _only(
        files, "industries.yaml", "industries", lambda each: each["id"] in INDUSTRIES
    )
    files["locations.yaml"]["location_aliases"] = _only(
        files, "locations.yaml", "location_aliases", lambda each: each["area"] in AREAS
    )
    files["guide.yaml"]["chapters"] = [
        {**each, "sections": each["sections"][:2]}
        for each in _entries(files, "guide.yaml", "chapters")
        if each["id"] in CHAPTERS
    ]
    _cut_outlook(files["outlook.yaml"], codes)
    files["metrics.yaml"] |= {"metrics": _some_metrics(files)}
    files["practice.yaml"]["scenarios"] = _scenarios(files)
    files["certificates.yaml"]["certificates"] = _known_skills(files, "certificates.yaml", "certificates")
    for section in ("minimum_wages", "pay_laws"):
        files["laws.yaml"][section] = _only(files, "laws.yaml", section, lambda each: each["state"] in STATES)
    files["talk.yaml"]["self_checks"] = _only(
        files, "talk.yaml", "self_checks", lambda each: each["id"] in SKILLS
    )
    files["words/duties.yaml"]["duties"] = _only(
        files, "words/duties.yaml", "duties", lambda each: set(each["skills"]) <= set(SKILLS)
    )
    files["near_jobs.yaml"]["near_jobs"] = [
        {
            **each,
            "toward": [role for role in each.get("toward", ()) if role in ROLES],
            "skills": [skill for skill in each["skills"] if skill["skill"] in SKILLS],
        }
        for each in _entries(files, "near_jobs.yaml", "near_jobs")
        if each["id"] in {"cashier", "bank-teller"}
        and any(skill["skill"] in SKILLS for skill in each["skills"])
    ]
    files["words/titles.yaml"]["title_rules"] = _only(
        files, "words/titles.yaml", "title_rules",
        lambda each: (each.get("role") is None or each["role"] in ROLES)
        and set(each.get("several") or ()) <= set(ROLES),
    )  # fmt: skip
    for name in [each for each in files if each.startswith("words/deeds")]:
        files[name]["deeds"] = _only(
            files, name, "deeds", lambda each: {*each.get("skills", [each.get("skill")])} <= set(SKILLS)
        )
    cited = {source for each in files.values() for source in _cited(each)}
    files["sources.yaml"]["sources"] = _only(
        files, "sources.yaml", "sources", lambda each: each["id"] in cited or each["id"].startswith("bls-ep")
    )
    for name, content in files.items():
        path = CATALOG / name
        path.parent.mkdir(parents=True, exist_ok=True)
        kept = {section: entries for section, entries in content.items() if entries}
        if kept:
            path.write_text(
                yaml.safe_dump(kept, sort_keys=False, allow_unicode=True, width=118, default_flow_style=None),
                encoding="utf-8",
            )
    _cut_tables(codes)


def _names() -> list[str]:
    return sorted(path.relative_to(DATA).as_posix() for path in DATA.rglob("*.yaml"))


def _read(name: str) -> Entry:
    value: Entry = yaml_reader.parse((DATA / name).read_text(encoding="utf-8"))
    return value


def _entries(files: Mapping[str, Entry], name: str, section: str) -> list[Entry]:
    return list(files[name].get(section, ()))


def _only(files: Mapping[str, Entry], name: str, section: str, keep: Callable[[Entry], bool]) -> list[Entry]:
    return [each for each in _entries(files, name, section) if keep(each)]


def _role(role: Entry) -> Entry:
    wanted = [each for each in role["skills"] if each["skill"] in SKILLS]
    return {
        **role,
        "industries": [each for each in role["industries"] if each in INDUSTRIES] or INDUSTRIES[:1],
        "skills": wanted,
        "next_roles": [each for each in role["next_roles"] if each["role"] in ROLES],
        "ambiguous": [],
    }


def _of_roles(entry: Entry) -> Entry:
    return {**entry, "roles": [role for role in entry["roles"] if role in ROLES]}


def _cut_outlook(outlook: Entry, codes: set[str]) -> None:
    for section in ("exposures", "ai_applicabilities"):
        outlook[section] = [each for each in outlook.get(section, ()) if each["occupation"] in codes]
    outlook["evidence"] = outlook.get("evidence", [])[:2]
    outlook["readings"] = [each for each in outlook["readings"] if each["role"] in ROLES]
    outlook["arguments"] = [
        _of_roles(each) if each.get("roles") else each
        for each in outlook["arguments"]
        if not each.get("roles") or set(each["roles"]) & set(ROLES)
    ]


def _some_metrics(files: Mapping[str, Entry]) -> list[Entry]:
    found = _entries(files, "metrics.yaml", "metrics")
    chosen = [
        each
        for each in found
        if each["id"] in {"first-contact-resolution", "net-promoter-score", "occupancy"}
    ]
    ids = {each["id"] for each in chosen}
    return [
        {
            **each,
            "related": [metric for metric in each.get("related", ()) if metric in ids],
            "skills": [skill for skill in each["skills"] if skill in SKILLS] or ["communication"],
        }
        for each in chosen
    ]


def _scenarios(files: Mapping[str, Entry]) -> list[Entry]:
    """The first scenarios; a behaviour that shows a skill left out here shows communication instead."""
    return [
        {**each, "rubric": [_behaviour(behaviour) for behaviour in each["rubric"]]}
        for each in _entries(files, "practice.yaml", "scenarios")[:SCENARIOS]
    ]


def _behaviour(behaviour: Entry) -> Entry:
    shown = behaviour["skill"] if behaviour["skill"] in SKILLS else "communication"
    return {**behaviour, "skill": shown}


def _known_skills(files: Mapping[str, Entry], name: str, section: str) -> list[Entry]:
    found = [
        {**each, "skills": [skill for skill in each["skills"] if skill in SKILLS]}
        for each in _entries(files, name, section)
    ]
    return [each for each in found if each["skills"]][:5]


def _cited(value: object) -> set[str]:
    if isinstance(value, list):
        return {source for each in value for source in _cited(each)}
    if not isinstance(value, dict):
        return set()
    own = {source for source in value.get("sources", ()) if isinstance(source, str)}
    return own | {source for each in value.values() for source in _cited(each)}


def _cut_tables(codes: set[str]) -> None:
    related = {
        row["related"]
        for row in _rows("wages/related.csv")
        if row["onet"] == "43-4051.00" and int(row["rank"]) <= RELATED
    }
    socs = codes | {onet[:7] for onet in related}
    onets = related | {"43-4051.00"}
    sectors = {"62", "44-45"}
    keep: dict[str, Callable[[dict[str, str]], bool]] = {
        **{f"wages/{code}.csv": lambda row: row["area"] in AREAS for code in codes},
        "wages/areas.csv": lambda row: row["id"] in AREAS,
        "wages/industries.csv": lambda row: row["occupation"] in codes and row["naics"] in sectors,
        "wages/trend.csv": lambda row: row["occupation"] in codes,
        "wages/counties.csv": lambda row: row["county"] in COUNTIES,
        "wages/places.csv": lambda row: row["key"] in PLACES and row["county"] in COUNTIES,
        "wages/zips.csv": lambda row: row["zip"] in ZIPS,
        "wages/cpi.csv": lambda row: (
            row["series"] in SERIES and (row["month"][5:] == "05" or row["month"] > "2026-06")
        ),
        "wages/cpi_areas.csv": lambda row: row["area"] in AREAS,
        "wages/projections.csv": lambda row: row["occupation"] in socs,
        "wages/related.csv": lambda row: (
            row["onet"] in onets and row["related"] in related and int(row["rank"]) <= RELATED
        ),
        "wages/elements.csv": lambda row: row["onet"] in onets,
        "wages/zones.csv": lambda row: row["onet"] in onets,
        "wages/medians.csv": lambda row: row["area"] in AREAS and row["occupation"] in socs,
        "wages/releases.csv": lambda _row: True,
        "titles/occupations.csv": lambda row: next(iter(row.values())) in socs,
    }
    for name, wanted in keep.items():
        if (DATA / name).exists():
            _cut_table(name, wanted)
    _cut_endings(400)


def _cut_endings(once_in: int) -> None:
    """Keeps every so-manieth ending of titles."""
    name = "titles/endings.csv"
    header, *lines = (DATA / name).read_text(encoding="utf-8").splitlines()
    codes = (line.partition(",") for line in lines)
    apart = sorted((ending, code) for code, _, endings in codes for ending in endings.split(BETWEEN))
    kept: dict[str, list[str]] = {}
    for ending, code in apart[::once_in]:
        kept.setdefault(code, []).append(ending)
    rows = [f"{code},{BETWEEN.join(kept[code])}" for code in sorted(kept)]
    (CATALOG / name).write_text("\n".join([header, *rows, ""]), encoding="utf-8")


def _rows(name: str) -> list[dict[str, str]]:
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _cut_table(name: str, wanted: Callable[[dict[str, str]], bool]) -> None:
    header, *lines = (DATA / name).read_text(encoding="utf-8").splitlines()
    if apart := APART.get(name.removeprefix("wages/")):
        lines = [",".join(map(quoted, row)) for cells in csv.reader(lines) for row in apart(cells)]
    columns = next(csv.reader(io.StringIO(header)))
    if name == "wages/industries.csv":  # each row with its name, which only the first one says
        lines = [line for _, (_, line) in industry_entries([next(csv.reader([each])) for each in lines])]
    kept = [
        line
        for line in lines
        if wanted(dict(zip(columns, next(csv.reader(io.StringIO(line))), strict=False)))
    ]
    path = CATALOG / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join([header, *kept, ""]), encoding="utf-8")


if __name__ == "__main__":
    main()
