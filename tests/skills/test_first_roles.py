"""Short resumes of kinds of their own: which role comes first, and how many years the jobs cover."""

from datetime import date
from functools import cache

import pytest
from rows import each_row

from cscareer.catalog.loading import Catalog, load_catalog
from cscareer.cli.resumes import read_person
from cscareer.documents.reading import read_text
from cscareer.skills.matching import Matcher

TODAY = date(2026, 11, 27)


@cache
def matcher() -> tuple[Catalog, Matcher]:
    catalog = load_catalog(environment={})
    return catalog, Matcher(catalog)


@each_row(
    ("text", "first", "years"),
    [
        (
            (
                "Morag Fairlie\n\nI look after complaints for a housing association. I have done so since May 2020, as Complaints"
                " and Resolution Officer at Tayside Homes; before that, from 2016 to 2020, I was a Customer Adviser at Broughty"
                " Water."
            ),
            {"escalation-specialist"},
            10.4,
        ),
        (
            (
                "Ramesh Iyengar\n\nDeputy General Manager - Service Delivery, Kaveri Contact Solutions, Aug 2021 till date\n"
                "Leading 350 FTE across voice and chat.\nAssistant Manager - Operations, Kaveri Contact Solutions, 2016 to Aug 2021"
                "\nTeam Leader, Sharada BPO, 2012 to 2016"
            ),
            {"contact-center-manager", "customer-service-manager"},
            14.4,
        ),
        (
            (
                "Lonnie Tate\n\nI run a team of eleven at an insurance call center and have done since February 2022."
                " I started there on the phones in 2017."
            ),
            {"customer-service-team-lead", "call-center-supervisor"},
            9.4,
        ),
        (
            (
                "Blessing Adeyemi\n\nEMPLOYMENT\nDesignation: Training and Quality Officer (Customer Experience Centre)\n"
                "Employer: Zenon Bank Plc\nPeriod: March 2021 - date\nDesignation: Customer Interaction Officer\n"
                "Employer: Zenon Bank Plc\nPeriod: 2017 - March 2021"
            ),
            {"customer-service-trainer"},
            9.4,
        ),
        (
            (
                "Bart Quill\n\nCONTACT CENTER MANAGER\n\nBluegrass Home Warranty, Lexington    3/2019 – 8/2026\n"
                "Manager (from 6/2021); Supervisor (from 3/2019)\n• 96 agents, seven supervisors"
            ),
            {"contact-center-manager"},
            7.5,
        ),
        (
            (
                "Dear manager,\n\nI am a nurse. From June 2015 to August 2023 I worked as a staff nurse at Mercy General, and since"
                " September 2023 I have been answering the nurse line at Prairie Health from my kitchen."
            ),
            {"patient-access-representative"},
            11.5,
        ),
        (
            (
                "Priya Vantongeren\nAustin, Texas\n\nWork\n[2022-02 .. now]     Tier 2 Tech @ Lonestar Fiber\n"
                "[2019-06 .. 2022-01] Tier 1 Tech @ Lonestar Fiber\n[2017-09 .. 2019-05] Barista @ Epoch\n\nCerts\n[2020-03] CompTIA A+"
            ),
            {"technical-support-specialist"},
            9.3,
        ),
        (
            (
                "Gwen Achterberg\n\nHISTORY OF EMPLOYMENT\n\nBeacon Insurance Services\n    Phones, claims line\n"
                "    6 yrs (Sept 2020 until last month)\n\nDillard's\n    Shoes, sales floor\n    5 yrs (2015 until Aug 2020)"
            ),
            {"claims-representative"},
            11.4,
        ),
        (
            "EXPERIENCE\n\nCustomer Care Agent II, Maumee Water & Light, 03/2022 - now",
            {"customer-service-specialist"},
            4.75,
        ),
    ],
    ids=[
        "told",
        "outsourcer",
        "runs-a-team",
        "labelled",
        "one-after-the-other",
        "letter",
        "dots",
        "lengths",
        "second-grade",
    ],
)
def test_the_first_role_is_what_the_jobs_say(text: str, first: set[str], years: float) -> None:
    catalog, matching = matcher()
    answer = matching.report(read_person(catalog, read_text(text, "resume"), TODAY), top=1)
    assert {answer.roles[0].id} <= first
    assert answer.years_of_experience == pytest.approx(years, abs=0.15)


def test_without_dates_what_a_person_calls_themselves_is_their_role() -> None:
    catalog, matching = matcher()
    text = "Marisol Etch\nTeam Lead, Reservations & Guest Care\nReno\n\nI coach twelve people weekly."
    answer = matching.report(read_person(catalog, read_text(text, "resume"), TODAY), top=1)
    assert (answer.roles[0].id, answer.roles[0].yours) == ("customer-service-team-lead", True)
