"""Known careers, written in very many layouts and ways to state dates, and what reading them must give."""

import random
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

_NAMES = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_SEASONS = {1: "Winter", 4: "Spring", 7: "Summer", 10: "Fall"}
_COUNTS = ("", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven")
TODAY = (2026, 11, 27)
Day = tuple[int, int, int]  # year, month and day


class Job(NamedTuple):
    """A job of a career; no end where it goes on."""

    title: str
    employer: str
    place: str
    start: Day
    end: Day | None


class Dates(NamedTuple):
    """A way to state dates: one date, what goes between two, how a span is put, and by how many months it may be off."""

    one: Callable[[Day], str]
    between: str = " – "
    now: str = "Present"
    span: str = "{}"
    off: int = 0

    def when(self, job: Job) -> str:
        """The whole span of a job."""
        end = self.one(job.end) if job.end else self.now
        return self.span.format(f"{self.one(job.start)}{self.between}{end}")


def _name(at: Day) -> str:
    return _NAMES[at[1] - 1]


def _season(at: Day) -> str:
    return _SEASONS[max(each for each in _SEASONS if each <= at[1])]


def _split_winter(at: Day) -> str:
    """A season, of which winter has two years: "Winter 2018-19"."""
    if at[1] not in {12, 1, 2, 3}:
        return _season(at) + f" {at[0]}"
    first = at[0] - (at[1] != 12)
    return f"Winter {first}-{(first + 1) % 100:02}"


def _long(at: Day) -> str:
    return f"{_name(at)} {at[0]}"


def _short(at: Day) -> str:
    return f"{_name(at)[:3]} {at[0]}"


def _months(job: Job) -> int:
    end = job.end or TODAY
    return (end[0] - job.start[0]) * 12 + end[1] - job.start[1]


class _Lasting(Dates):
    """A span of whole years, and when it ended or that it goes on."""

    def when(self, job: Job) -> str:
        years = _COUNTS[round(_months(job) / 12)]
        return self.span.format(years, self.one(job.end)) if job.end else f"the past {years} years"


class _Since(Dates):
    def when(self, job: Job) -> str:
        return super().when(job) if job.end else self.now.format(self.one(job.start))


DATES: dict[str, Dates] = {
    "March 2019 – May 2021": Dates(_long),
    "MARCH 2019 - PRESENT": Dates(lambda at: _long(at).upper(), " - ", "PRESENT"),
    "Mar 2019 - now": Dates(_short, " - ", "now"),
    "Mar. 2019-May 2021": Dates(lambda at: f"{_name(at)[:3]}. {at[0]}", "-", "current"),
    "Mar. '19 – now": Dates(lambda at: f"{_name(at)[:3]}. '{at[0] % 100:02}", " – ", "now"),
    "March '19 to May '21": Dates(lambda at: f"{_name(at)} '{at[0] % 100:02}", " to ", "today"),
    "Mar-19 to May-21": Dates(lambda at: f"{_name(at)[:3]}-{at[0] % 100:02}", " to ", "date"),
    "03/2019–05/2021": Dates(lambda at: f"{at[1]:02}/{at[0]}", "–", "present"),
    "3/19 - 5/21": Dates(lambda at: f"{at[1]}/{at[0] % 100:02}", " - ", "present"),
    "03-2019 to 05-2021": Dates(lambda at: f"{at[1]:02}-{at[0]}", " to ", "present"),
    "3.2019 – 5.2021": Dates(lambda at: f"{at[1]}.{at[0]}", " – ", "now"),
    "2019-03 – 2021-05": Dates(lambda at: f"{at[0]}-{at[1]:02}", " – ", "present"),
    "2019/03 - 2021/05": Dates(lambda at: f"{at[0]}/{at[1]:02}", " - ", "present"),
    "2019.03–2021.05": Dates(lambda at: f"{at[0]}.{at[1]:02}", "–", "present"),
    "03/01/2019 - 05/28/2021": Dates(lambda at: f"{at[1]:02}/{at[2]:02}/{at[0]}", " - ", "Present", off=1),
    "2019-03-01 to 2021-05-28": Dates(lambda at: f"{at[0]}-{at[1]:02}-{at[2]:02}", " to ", "now", off=1),
    "March 1, 2019 - May 28, 2021": Dates(
        lambda at: f"{_name(at)} {at[2]}, {at[0]}", " - ", "Present", off=1
    ),
    "1 March 2019 – 28 May 2021": Dates(lambda at: f"{at[2]} {_name(at)} {at[0]}", " – ", "present", off=1),
    "2019–2021": Dates(lambda at: str(at[0]), "–", "present", off=7),
    "2019 through 2021": Dates(lambda at: str(at[0]), " through ", "today", off=7),
    "2019 to the present": Dates(lambda at: str(at[0]), " to ", "the present", off=7),
    "2019-21": Dates(lambda at: str(at[0]), "-", "present", off=7),
    "'19-'21": Dates(lambda at: f"'{at[0] % 100:02}", "-", "now", off=7),
    "2019–2021 (three seasons)": Dates(lambda at: str(at[0]), "–", "present", "{} (three seasons)", off=7),
    "Spring 2019 – Fall 2021": Dates(lambda at: f"{_season(at)} {at[0]}", " – ", "present", off=2),
    "Q1 2019 – Q2 2021": Dates(lambda at: f"Q{(at[1] + 2) // 3} {at[0]}", " – ", "present", off=2),
    "early 2019 to late 2021": Dates(
        lambda at: f"{('early', 'mid', 'late')[(at[1] - 1) // 4]} {at[0]}", " to ", "now", off=4
    ),
    "from March 2019 until May 2021": Dates(_long, " until ", "now", "from {}"),
    "March of 2019 through May of 2021": Dates(
        lambda at: f"{_name(at)} of {at[0]}", " through ", "the present"
    ),
    "since March 2019": _Since(_long, " to ", "since {}"),
    "currently (since Mar 2019)": _Since(_short, " to ", "currently (since {})"),
    "from 3/2019 on": _Since(lambda at: f"{at[1]}/{at[0]}", " to ", "from {} on"),
    "2019-03 →": _Since(lambda at: f"{at[0]}-{at[1]:02}", " → ", "{} →"),
    "since winter 2018-19": Dates(_split_winter, " to ", "date", off=3),
    "Mar 2019 → May 2021": Dates(_short, " → ", "today"),
    "Mar 2019 - May 2021 · 2 yrs 3 mos": Dates(_short, " - ", "Present", "{} · 2 yrs 3 mos"),
    "two years, ending May 2021": _Lasting(_long, span="{} years, ending {}", off=7),
    "two years, until 5/2021": _Lasting(lambda at: f"{at[1]}/{at[0]}", span="{} years, until {}", off=7),
}

_ONE_LINE = (
    "{title}, {employer}, {when}",
    "{title}, {employer}, {place}, {when}",
    "{title} at {employer} ({when})",
    "{title} | {employer} | {place} | {when}",
    "{title} - {employer} - {when}",
    "{title} · {employer} · {when}",
    "{title} / {employer} / {when}",
    "{title}, {employer} ({place}), {when}",
    "{title} ({employer}), {when}",
    "{title} for {employer}, {when}",
    "{title} with {employer}: {when}",
    "{title} @ {employer} [{when}]",
    "{title} — {employer} — {place} — {when}",
    "{title}; {employer}; {when}",
    "{employer}: {title} ({when})",
    "{employer}, {place} — {title} — {when}",
    "{employer} | {title} | {when}",
    "{employer}, {title}, {when}",
    "{when}  {title}, {employer}",
    "{when}: {title}, {employer}, {place}",
    "{when} - {title} - {employer}",
    "{when}\t{title}, {employer}",
    "{when} | {title} | {employer}",
    "{when}, {employer}, {title}",
    "{when} at {employer} as {title}",
    "({when}) {title}, {employer}",
    "- {title}, {employer}, {when}",
    "* {when} – {title}, {employer}",
    "1. {title}, {employer} ({when})",
    "**{title}**, {employer}, {place} — {when}",
    "`{when}` **{title}, {employer}**",
    "_{when}_ **{title}** ({employer})",
    "{title}. {employer}, {place}. {when}.",
    "{title}. {employer}. {when}.",
    "{employer}, {place}. {title}. {when}.",
    "{when}. {title}. {employer}, {place}.",
)
_BLOCKS = (
    "{title}\t{when}\n{employer}, {place}",
    "{title}                         {when}\n{employer}, {place}",
    "{employer}, {place}\t{when}\n{title}",
    "{employer}                      {when}\n{title}",
    "{employer}, {place}\n{title}    {when}",
    "{title}\n{employer}\n{when}",
    "{title}\n{employer}, {place}\n{when}",
    "{employer}\n{title}\n{when}",
    "{employer}\n{place}\n{title}\n{when}",
    "{when}\n{title}\n{employer}",
    "{when}\n{employer}, {place}\n{title}",
    "{title} ({when})\n{employer}",
    "{employer} ({when})\n{title}",
    "{title}, {employer}\n{when}",
    "{title} at {employer}\n{place} | {when}",
    "{employer} — {title}\n{when}",
    "{employer} ({place})\n{when}\n{title}",
    "{TITLE}\n{employer}, {place}, {when}",
    "{TITLE}\n{EMPLOYER}\n{when}",
    "{EMPLOYER}, {place}\n{title}, {when}",
    "{when} | {title}\n{employer}",
    "### {title}\n**{employer}** | *{when}*",
    "### {employer}\n*{title}*, {when}",
    "### {title}, {employer}\n{when}",
    "**{title}**\n{employer} · {when}",
    "{title}\n{employer} · Full-time\n{when}\n{place}",
    "{title}, part-time\n{employer}, {when}",
    "Position: {title}\nEmployer: {employer}\nFrom: {start}\nTo: {end}",
    "Job title: {title}\nCompany: {employer}\nLocation: {place}\nDates: {when}",
    "Employer: {employer}\nTitle: {title}\nEmployed: {when}",
    "COMPANY: {employer}, {place}\nROLE: {title}\nPERIOD: {when}",
    "Title: {title}\nOrganization: {employer}\nStart date: {start}\nEnd date: {end}",
    "Dates of employment: {when}\nPosition held: {title}\nName of employer: {employer}",
    "- title: {title}\n  company: {employer}\n  dates: {when}",
    "| | |\n|---|---|\n| Job | {title} |\n| Where | {employer} |\n| When | {when} |",
    "| | |\n|---|---|\n| What | {title} |\n| Where | {employer}, {place} |\n| From | {start} |\n| To | {end} |",
    "employer = {employer}\ntitle = {title}\nstart = {start}\nend = {end}",
)
_ROWS = (
    ("| Title | Employer | Dates |\n|---|---|---|", "| {title} | {employer} | {when} |"),
    ("| Dates | Employer | Job |\n| --- | --- | --- |", "| {when} | {employer} | {title} |"),
    ("Employer\tTitle\tFrom\tTo", "{employer}\t{title}\t{start}\t{end}"),
    ("| Employer | Position | From | To |\n|---|---|---|---|", "| {employer} | {title} | {start} | {end} |"),
    ("| From | To | What | Where |\n|---|---|---|---|", "| {start} | {end} | {title} | {employer} |"),
    ("Years          Position          Company", "{when}     {title}     {employer}"),
)
_TOLD = (  # of a job that ended, and of one that goes on
    (
        "I worked as {a} {title} at {employer} from {start} to {end}.",
        "I have worked as {a} {title} at {employer} since {start}.",
    ),
    (
        "From {start} until {end} I was {a} {title} at {employer}.",
        "Since {start} I have been {a} {title} at {employer}.",
    ),
    (
        "I was {a} {title} at {employer} from {start} to {end}.",
        "I've been {a} {title} at {employer} since {start}.",
    ),
    (
        "I joined {employer} in {start} as {a} {title} and left in {end}.",
        "I joined {employer} in {start} as {a} {title} and am still there.",
    ),
    (
        "I started at {employer} in {start} as {a} {title} and stayed until {end}.",
        "In {start} I started at {employer} as {a} {title}, and I work there today.",
    ),
    (
        "{employer} hired me as {a} {title} in {start}, and I left in {end}.",
        "{employer} hired me as {a} {title} in {start}, where I still work.",
    ),
    (
        "At {employer} ({start} to {end}) I was {a} {title}.",
        "At {employer} (since {start}) I am {a} {title}.",
    ),
    (
        "I spent {n} years at {employer} as {a} {title}, until {end}.",
        "For the past {n} years I have been {a} {title} at {employer}.",
    ),
    (
        "I was {a} {title} at {employer} for {n} years, ending in {end}.",
        "I have been {a} {title} at {employer} for {n} years.",
    ),
    (
        "Between {start} and {end} I worked at {employer} as {a} {title}.",
        "Currently I work at {employer} as {a} {title} (since {start}).",
    ),
    (
        "Then came {employer}, where I was {a} {title} from {start} to {end}.",
        "Now I am {a} {title} at {employer}, where I started in {start}.",
    ),
    (
        "As {a} {title} at {employer} from {start} to {end}, I answered what people asked.",
        "As {a} {title} at {employer} since {start}, I answer what people ask.",
    ),
    (
        "Worked as {a} {title} for {employer} from {start} to {end}.",
        "Working as {a} {title} for {employer} since {start}.",
    ),
    (
        "She was {a} {title} at {employer} from {start} to {end}.",
        "She has served as {a} {title} at {employer} since {start}.",
    ),
    (
        "My job from {start} to {end} was {title} at {employer}.",
        "My job since {start} is {title} at {employer}.",
    ),
    (
        "{employer} had me as {a} {title} from {start} through {end}.",
        "{employer} has had me as {a} {title} from {start} to now.",
    ),
    (
        "I sat at a phone for them. {title} at {employer}, {start} to {end}. Nobody hung up on me.",
        "Since {start} I'm at {employer}, {title}. People ask for me.",
    ),
    (
        "{start} to {end} I was with {employer}, {title}.",
        "Since {start} I am with {employer} as {title}.",
    ),
)
HEADINGS = (
    "Experience", "WORK HISTORY", "Employment:", "Professional Experience", "## Experience", "Where I have worked",
    "What I've done", "My jobs", "Career", "Jobs so far", "Relevant Experience", "Work", "EMPLOYMENT RECORD", "Positions held", "",
)  # fmt: skip
_OTHERS = (  # sections whose dates are no jobs
    "Education\nAssociate of Arts, Lakeland Community College, 2010 – 2012",
    "EDUCATION\nHigh School Diploma, West High School, May 2010",
    "Volunteering\nHelper, River Food Bank, 2016 – present",
    "Certificates\nHDI Customer Service Representative, 2020 – 2023\nFirst Aid, since March 2018",
    "Community\nTreasurer, PTA of Elm School, Sept 2017 – June 2019",
)
_DUTIES = (
    "- Answered 50 calls a day.\n- Trained two new colleagues in 2019.",
    "• Took payments and balanced the drawer.\n• Helped customers who came in angry.",
    "Answered what people asked, took orders and kept the records straight for the whole team.",
    "",
)
TITLES = (
    "Customer Service Representative", "Cashier", "Guest Services Agent", "Front Desk Clerk", "Call Center Supervisor", "Bank Teller",
    "Member Services Representative", "Help Desk Technician", "Sales Associate", "Claims Representative", "Barista", "Dispatcher",
    "Account Manager", "Patient Access Representative", "Team Lead", "Office Assistant", "Medical Receptionist", "Shift Supervisor",
)  # fmt: skip
RARE_TITLES = (
    "Returns Counter", "Member Experience", "Customer Care", "Phones and Front Desk", "Ride Operations", "Complaints", "Sandwich Artist",
    "Zookeeper", "Deputy Clerk of Court", "Registered Nurse", "Tier 2 Tech", "Customer Happiness", "Guest Experience Maker", "Crew",
)  # fmt: skip
EMPLOYERS = (
    "Maple Dental", "Bluebird Airways", "City of Tulsa", "Lowe's", "Hanson & Sons Plumbing", "H-E-B", "Brightwater Utilities", "Northgate",
    "Teachers Federal Credit Union", "St. Luke's Hospital", "Pine Valley School District", "AT&T", "The Copper Kettle", "Verdant Home Goods",
    "Harbor Point Hotel", "QuickShip Inc.", "Midwest Title Company", "Tri-County Electric Cooperative",
)  # fmt: skip
PLACES = ("Columbus, OH", "Tulsa, OK", "Duluth, MN", "San Antonio, TX", "Reno, NV")


class Written(NamedTuple):
    """A resume as written, its career, and the layout and way of stating dates it was written in."""

    text: str
    jobs: tuple[Job, ...]
    layout: str
    dates: str
    heading: str


def layouts() -> tuple[str, ...]:
    """The names of all layouts."""
    return (*_ONE_LINE, *_BLOCKS, *(row for _, row in _ROWS), *(told for told, _ in _TOLD))


def careers(
    chance: random.Random, some_layouts: Iterable[str], some_dates: Iterable[str], titles: Sequence[str]
) -> Iterator[Written]:
    """A resume in each of these layouts with each of these ways to state dates."""
    ways = list(some_dates)
    for layout in some_layouts:
        for dates in ways:
            yield _written(chance, layout, dates, titles)


def _career(chance: random.Random, titles: Sequence[str]) -> tuple[Job, ...]:
    """One to four jobs, the latest first, with gaps and now and then an overlap."""
    names, firms = chance.sample(titles, 4), chance.sample(EMPLOYERS, 4)
    at = 2026 * 12 + chance.randrange(-20, 6)
    jobs = []
    for which in range(chance.randint(1, 4)):
        length = chance.choice((13, 24, 30, 36, 47, 60))
        end, start = at, at - length
        goes_on = not which and chance.random() < 0.6
        month = (start // 12, start % 12 + 1, 1)
        jobs.append(
            Job(
                names[which],
                firms[which],
                chance.choice(PLACES),
                month,
                None if goes_on else (end // 12, end % 12 + 1, 28),
            )
        )
        at = start - chance.choice((1, 1, 2, 9, 14, -4))
    return tuple(jobs)


def _written(chance: random.Random, layout: str, dates: str, titles: Sequence[str]) -> Written:
    jobs, way = _career(chance, titles), DATES[dates]
    heading, duties = chance.choice(HEADINGS), chance.choice(_DUTIES)
    told, between = dict(_TOLD).get(layout), chance.choice(("\n", "\n\n"))
    table = next((head for head, each in _ROWS if each == layout), None)
    if table:
        body = "\n".join([table, *(_filled(layout, each, way) for each in jobs)])
    elif told:
        body = chance.choice((" ", "\n\n")).join(
            _filled(layout if each.end else told, each, way) for each in jobs
        )
    else:
        is_list = layout.startswith(("-", "*"))
        behind = f"\n{duties}" if duties and not is_list else ""
        apart = between if layout in _ONE_LINE and not duties else "\n" if is_list else "\n\n"
        body = apart.join(_filled(layout, each, way) + behind for each in jobs)
    parts = ["Rosa Quill\nColumbus, OH · (614) 555-0143 · rosa@example.com"]
    parts += [between.join([heading, body]) if heading else body]
    parts += [] if told else [chance.choice(_OTHERS)]
    return Written("\n\n".join(parts) + "\n", jobs, layout, dates, heading)


def _filled(layout: str, job: Job, way: Dates) -> str:
    now = "now" if "{" in way.now else way.now
    return layout.format(
        title=job.title, TITLE=job.title.upper(), employer=job.employer, EMPLOYER=job.employer.upper(),
        place=job.place, when=way.when(job), start=way.one(job.start), end=way.one(job.end) if job.end else now,
        a="an" if job.title[0] in "AEIOU" else "a", n=_COUNTS[round(_months(job) / 12)],
    )  # fmt: skip
