"""Layouts of resumes as forms, exports and hasty people write them: each job's title, who gave it, and the years in all."""

from datetime import date

import pytest

from cscareer.documents.document import years_of_experience
from cscareer.documents.reading import read_bytes

TODAY = date(2026, 11, 26)


@pytest.mark.parametrize(
    ("text", "jobs", "years"),
    [
        pytest.param(
            "Work experience\nDates   02/2021 → Present\nOccupation or position held   Technical Support Agent\n"
            "Name and address of employer   FiberNet, Brno\nEducation and training\nDates   09/2014 – 06/2018\n"
            "Title of qualification awarded   Leaving certificate\n",
            [("Technical Support Agent", "FiberNet, Brno")],
            5.8,
            id="a form in two columns",
        ),
        pytest.param(
            "Social Security Administration\n100 Main St\nKansas City, MO 64106 United States\n01/2021 - Present\n"
            "Salary: 52,921.00 USD Per Year\nHours per week: 40\nContact Representative (This is a federal job)\n",
            [("Contact Representative", "Social Security Administration")],
            5.9,
            id="a federal form",
        ),
        pytest.param(
            "Experience\nMosaic Media\nAccount Coordinator\nApril 2018 - August 2020 (2 years 5 months)\nChicago\n",
            [("Account Coordinator", "Mosaic Media")],
            2.4,
            id="a span and its length",
        ),
        pytest.param(
            "COX COMMUNICATIONS, Tulsa, OK   Jan 2017 – Present\n   Team Lead (Feb 2022 – Present)\n"
            "   Senior Agent (Jan 2017 – Jan 2022)\n",
            [("Team Lead", "COX COMMUNICATIONS"), ("Senior Agent", "COX COMMUNICATIONS")],
            9.9,
            id="several jobs under one employer",
        ),
        pytest.param(
            "Paid work\nLibrary Assistant, Ames Library, Sept 2025 - present\nVolunteer work\nListener, 211 Iowa, 2022 - 2025\n",
            [("Library Assistant", "Ames Library")],
            1.2,
            id="headings without empty lines",
        ),
        pytest.param(
            "Support Engineer, Datadogma\n2022-06-01 – present\nB.Tech, 2017-07-01 – 2021-05-30\n"
            "CompTIA A+, March 2025 – March 2028\n",
            [("Support Engineer", "Datadogma")],
            4.5,
            id="a degree and a certificate under no heading",
        ),
        pytest.param(
            "- Work\n  - TTEC\n    - Call Center Supervisor (Nov 2019–Nov 2026): 18 agents, schedules, coaching and hiring of all\n"
            "- Education\n  - UMKC (2011–2015)\n",
            [("Call Center Supervisor", None)],
            7.1,
            id="a list in lists",
        ),
        pytest.param(
            "Lorna Beck\nTOUR GUIDE    Jan 2021 – Dec 2021\nTarget, Boise\n  tours\n  questions\n  tickets\n",
            [("TOUR GUIDE", "Target")],
            1.0,
            id="the person's name over the first job",
        ),
        pytest.param(
            "2019- Account Manager, Uline\n10/17 - Pres  Barista, Elm Cafe\n",
            [("Account Manager", "Uline"), ("Barista", "Elm Cafe")],
            9.2,
            id="ends left open",
        ),
        pytest.param(
            "Clerk, Elm Bank, 01/2024 to present\n01/2016 to 11/2023, Full-time caregiver (family)\n",
            [("Clerk", "Elm Bank")],
            2.9,
            id="care of one's own",
        ),
        pytest.param("Experience\nSales Associate, Old Navy (2025)\n", [("Sales Associate", "Old Navy")], 0.5, id="one year"),
        pytest.param(
            "Claims adjuster, Erie Insurance - 5 years\nTeller, First Bank - 4 years\n",
            [("Claims adjuster", "Erie Insurance"), ("Teller", "First Bank")],
            9,
            id="lengths under no heading",
        ),
        pytest.param(
            "Tomas Rivera\nSUMMARY\nPatient customer service rep with 6 years of experience in banks.\n",
            [("Patient customer service rep", None)],
            6,
            id="years told in the summary alone",
        ),
        pytest.param(
            "I've been at the water office since 2011, first as a billing clerk and from 2017 on as lead of the desk.\n",
            [("billing clerk", None), ("lead", None)],
            15.4,
            id="one job after the other in a sentence",
        ),
        pytest.param(
            "FirstEnergy, Akron — hired Feb 2018 as Customer Service Representative, promoted to Team Lead in May 2021, still there\n",
            [("Customer Service Representative", None), ("Team Lead", None)],
            8.8,
            id="hired and promoted",
        ),
        pytest.param(
            "For nine years I have run the front desk of a dental office in Yuma.\n", [("front desk", "Yuma")], 9, id="who runs a desk"
        ),
        pytest.param("Since January 2022 I've driven for Lyft.\n", [("driver", "Lyft")], 4.9, id="what one has done since"),
        pytest.param(
            "Joan Whitfield\nTaught third grade at Pine Elementary from 1996 until I retired in June 2023.\n",
            [("teacher", "Pine Elementary")],
            27,
            id="a name over a sentence",
        ),
    ],
)  # fmt: skip
def test_jobs_and_years_of_a_layout(text: str, jobs: list[tuple[str, str | None]], years: float) -> None:
    positions = read_bytes(text.encode(), "a.txt").positions
    assert [(each.title, each.organization) for each in positions] == jobs
    assert years_of_experience(positions, TODAY) == pytest.approx(years, abs=0.1)
