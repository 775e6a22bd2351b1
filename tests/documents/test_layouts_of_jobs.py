"""Layouts of resumes as forms, exports and hasty people write them: each job's title, who gave it, and the years in all."""

from datetime import date

import pytest
from rows import each_row

from cscareer.documents.document import years_of_experience
from cscareer.documents.reading import read_bytes

TODAY = date(2026, 11, 26)


@each_row(
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
        pytest.param(
            "Mar. 2021        Member Services Agent\nto date          Elm Credit Union\n\nJan. 2018        Cashier\nto Feb. 2021     Oak Foods\n",
            [("Member Services Agent", "Elm Credit Union"), ("Cashier", "Oak Foods")],
            8.9,
            id="a column of dates, each span on two lines",
        ),
        pytest.param(
            "SKILLS          EXPERIENCE\nPhones          Claims Agent, Elm Mutual\nExcel           01/2022 - Present\n"
            "EDUCATION       Host, Oak Diner\nElm College     01/2020 - 12/2021\n2016 - 2018     Seated guests.\n",
            [("Claims Agent", "Elm Mutual"), ("Host", "Oak Diner")],
            6.9,
            id="two columns side by side",
        ),
        pytest.param(
            "Elm Air......Gate agent......Feb '15 - Mar '18\n", [("Gate agent", "Elm Air")], 3.2, id="rows of dots"
        ),
        pytest.param(
            "Contract work through Oak Staffing (Jan 2023 - Dec 2025)\n* Support Agent, Elm (Jan 2023 - Dec 2023)\n* CSR, Birch (Jan 2024 - Dec 2025)\n",
            [("Support Agent", "Elm"), ("CSR", "Birch")],
            3,
            id="posts in the list below an agency",
        ),
        pytest.param(
            "Elm Telecom    November 2015 - Present\nTeam Lead, Customer Care    2021 - Present\nAdvisor    2015 - 2021\n",
            [("Team Lead, Customer Care", "Elm Telecom"), ("Advisor", "Elm Telecom")],
            11.1,
            id="posts with but the years of a firm's months",
        ),
        pytest.param(
            "| When | Where | What |\n| 01/2020 – 12/2024 | Elm | Help Desk Tech |\n\n| Year | School |\n| 2013 – 2016 | Arsenal Tech |\n",
            [("Help Desk Tech", "Elm")],
            5,
            id="a table of schools",
        ),
        pytest.param(
            "2020   Service manager, Elm\n2016   Service clerk, Oak\n(left in 2024 when we moved)\n",
            [("Service manager", "Elm"), ("Service clerk", "Oak")],
            8,
            id="the year alone in which each began",
        ),
        pytest.param("Clerk at Elm Diner until spring 2022, from summer 2018\n", [("Clerk", "Elm Diner")], 3.8, id="the end first"),
        pytest.param(
            "Dear all, from the summer of 2018 until I moved to Oak I was the receptionist of a clinic. Since March 2021 I have been a clerk at Oak.\n",
            [("clerk", "Oak"), ("receptionist", "Oak")],
            8.4,
            id="until the next job",
        ),
        pytest.param(
            "About me\nI started as a night clerk at Elm Inn in Kalispell in 2016 and I'm there today.\n",
            [("night clerk", "Elm Inn")],
            10.4,
            id="told about oneself",
        ),
        pytest.param(
            "WAITING TABLES (unpaid)\nAt church.\n\nWHERE AND WHEN\nCashier, Oak Foods: Jan 2020 to Dec 2024\n", [("Cashier", "Oak Foods")], 5,
            id="capitals end a section whose heading has none",
        ),
        pytest.param(
            "| Mar 2022 to Feb 2024 | Oak Foods | Cashier (Sundays since I went to the bank) |\n", [("Cashier", "Oak Foods")], 2,
            id="a remark that tells of oneself",
        ),
        pytest.param(
            "Agent, Elm Scale, Des Moines (October 2020 on). " + "Thirty co-ops weigh their trucks on what we make, and I ask each of them what is wrong. " * 3 + "\n",
            [("Agent", "Elm Scale")],
            6.2,
            id="a paragraph that a job opens",
        ),
        pytest.param(
            "2003 to 2011. Elm Foods, store 6. Cashier. Counted down the drawers and showed the new ones the register, all of them.\n",
            [("Cashier", "Elm Foods")],
            8,
            id="a paragraph that a span opens",
        ),
        pytest.param(
            "Before that I was with Elm Foods from 2014. They took me on as a Sales Clerk, and it grew on me; I left in September 2019.\n",
            [("Sales Clerk", "Elm Foods")],
            5.2,
            id="begun in one sentence and left in another",
        ),
        pytest.param(
            "Agent, Elm, harvest only (Oct–Dec), 2018 to 2023\n", [("Agent", "Elm")] * 6, 1.5, id="the same months of several years"
        ),
        pytest.param("I was a hotel receptionist from age 22 to 34.\n", [("hotel receptionist", None)], 12, id="ages"),
        pytest.param(
            "Bank teller - Elm - 18-22\nCashier - Oak - 22-now\n", [("Bank teller", "Elm"), ("Cashier", "Oak")], 8.4, id="years of two digits"
        ),
        pytest.param("Service AdvisorJan 2021 - Dec 2022\nElm Honda\n", [("Service Advisor", "Elm Honda")], 2, id="a word squeezed to a date"),
        pytest.param(
            "Education\nElm College, 2019 - 2023\nStudent Worker, library, Jan 2021 - Dec 2022\n", [("Student Worker", "library")], 2,
            id="work among one's schooling",
        ),
        pytest.param(
            "waitress at Elm Diner for 5 years\ncashier at Oak Foods for 3 years\n", [("waitress", "Elm Diner"), ("cashier", "Oak Foods")], 8,
            id="lengths in small letters",
        ),
        pytest.param(
            "Berufserfahrung\n03/2021 – 02/2023 Kundenberaterin, Stadtwerke Elm\n\nAusbildung\n09/2015 – 06/2018 Kauffrau für Dialogmarketing\n",
            [("Kundenberaterin", "Stadtwerke Elm")],
            2,
            id="German headings",
        ),
        pytest.param(
            "Experiencia laboral\nCajera, Oak\nenero de 2022 – diciembre de 2023\n\nFormación\nElm College, 2017 – 2020\n", [("Cajera", "Oak")], 2,
            id="Spanish headings",
        ),
        pytest.param(
            "JOB #1: Clerk, Elm Post, Macon GA. Started 1/8/2022. Still employed.\nJOB #2: Cashier, Oak, Macon GA. Started 1/2018. Ended 12/2021.\n",
            [("Clerk", "Elm Post"), ("Cashier", "Oak")],
            8.9,
            id="numbered jobs, begun and ended in sentences",
        ),
        pytest.param(
            "title,employer,from,to\nClaims Agent,Elm,2021-01,present\nClerk,Oak,2019-01,2020-12\n", [("Claims Agent", "Elm"), ("Clerk", "Oak")], 7.9, id="rows of CSV"
        ),
        pytest.param(
            "2022-present: Service rep at Elm\n2020-2022: Incarcerated / out of workforce\nElm H.S., 2016 - 2019\n", [("Service rep", "Elm")], 4.4,
            id="time without work, and a high school",
        ),
        pytest.param(
            "WORK AND SCHOOL\n2023 Jan - present  Support Technician, Elm College\n2019 - 2022   Student, Elm College\n",
            [("Support Technician", "Elm College")],
            3.9,
            id="work and school together",
        ),
        pytest.param(
            "Bartender-Ruby Elm-2014-2019\nSALES REP OAK CABLE JAN 2021 PRESENT\n",
            [("Bartender", "Ruby Elm"), ("SALES REP OAK CABLE", None)],
            10.9,
            id="hyphens or nothing between the words",
        ),
        pytest.param("Present – January 2021  Service Lead, Oak\n", [("Service Lead", "Oak")], 5.9, id="now comes first"),
        pytest.param(
            "02 EMPLOYMENT HISTORY\n▪ Call Center Agent at Verizon, Elm\nJan 2022 — Dec 2022\n▪ Clerk at Oak, Elm\nMay 2019 — Dec 2021\n",
            [("Call Center Agent", "Verizon"), ("Clerk", "Oak")],
            3.7,
            id="a numbered heading, and jobs that are items",
        ),
        pytest.param(
            "WORK EXPERIENCE\n2021 JUN - 2021 NOV\nElm Dental\nReceptionist\nGreet patients, verify insurance\n2018 SEP - 2021 MAY\nOak Garden\nHostess\nSeated guests\n",
            [("Receptionist", "Elm Dental"), ("Hostess", "Oak Garden")],
            3.25,
            id="dates over each job",
        ),
        pytest.param(
            "Clerk, Elm\nDec 2022 - Jan 2021\n\nCashier, Oak (12/2020 to 1/2019)\n", [("Clerk", "Elm"), ("Cashier", "Oak")], 4, id="dates that run backwards"
        ),
        pytest.param(
            "I was a receptionist at Elm from two thousand fourteen until twenty nineteen.\n", [("receptionist", "Elm")], 5, id="years in words"
        ),
        pytest.param(
            "Work History\nElm Bread, Erie PA, Jan 2016 - Dec 2021\nStarted as Cashier, promoted to Shift Lead in January 2019\n",
            [("Cashier", "Elm Bread"), ("Shift Lead", "Elm Bread")],
            6,
            id="begun as one, promoted to another",
        ),
        pytest.param(
            "Experience\nElm Bank, Jan 2018 - Dec 2021\nLead Teller (promoted from Teller, May 2020)\n",
            [("Teller", "Elm Bank"), ("Lead Teller", "Elm Bank")],
            4,
            id="promoted from",
        ),
        pytest.param(
            "Experience\nToast\n4 years\nCare Lead\nJanuary 2020 - December 2021 (2 years)\nBoston, Massachusetts, United States\n"
            "Care Advocate\nJanuary 2018 - December 2019 (2 years)\nPage 1 of 2\nElm Foods\nServer\nJanuary 2017 - December 2017 (1 year)\n",
            [("Care Lead", "Toast"), ("Care Advocate", "Toast"), ("Server", "Elm Foods")],
            5,
            id="an employer, the time there, and its jobs",
        ),
        pytest.param(
            "Experience\nElm Office, Dayton\nSupport Assistant, GS-0303-07\n05/13/2018 to 05/12/2020; 40 hours per week\n",
            [("Support Assistant", "Elm Office")],
            2,
            id="a grade beside the title",
        ),
        pytest.param(
            "Education\n2024 B.A. History, Elm University\nProfessional and Campus Employment\n2022 (January)–2023 (December)  Help Desk Assistant, Elm University\n"
            "Skills\n- Calls\nCertifications and Licenses\nCNA\nOctober 2016 to October 2018\n",
            [("Help Desk Assistant", "Elm University")],
            2,
            id="campus employment, and letters that are a certificate",
        ),
        pytest.param("Clerk, Elm (present to 1/2025)\n", [("Clerk", "Elm")], 1.9, id="from now back to"),
        pytest.param(
            "After that, from spring 2023 up to today, I do customer service for Elm.\n", [("customer service", "Elm")], 3.7, id="what one does from then on"
        ),
    ],
)  # fmt: skip
def test_jobs_and_years_of_a_layout(text: str, jobs: list[tuple[str, str | None]], years: float) -> None:
    positions = read_bytes(text.encode(), "a.txt").positions
    assert [(each.title, each.organization) for each in positions] == jobs
    assert years_of_experience(positions, TODAY) == pytest.approx(years, abs=0.1)
