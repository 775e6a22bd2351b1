"""Made-up resumes of which no line stands in two: what is remembered of lines that many people write helps none of them."""

import random

WORDS = {
    "name": "Ana|Ben|Cleo|Dov|Eve|Finn|Gia|Hal|Ivy|Jon|Kim|Lou|Mae|Ned|Ora|Pam|Quin|Rae|Sol|Tess",
    "did": "Answered|Handled|Took|Sorted|Resolved|Followed up|Worked through|Closed|Picked up|Logged",
    "what": "billing calls|delivery complaints|refund requests|warranty claims|late invoices|order questions|account lockouts|lost parcels|appointment changes|tariff questions|cancelled bookings|card disputes|meter readings|damaged goods",
    "who": "guests|customers|patients|members|policyholders|passengers|tenants|callers|shoppers|subscribers|students|drivers|account holders|residents",
    "firm": "Harbor Bank|Bluebird Telecom|Northgate Water|Alder Clinic|Juniper Hotels|Kestrel Air|Maple Freight|Orchard Foods|Pinewood Energy|Quarry Tools|Riverside Transit|Summit Insurance|Tidewater Parcel|Willow Pharmacy",
    "tool": "Zendesk|Salesforce|Excel|HubSpot|Freshdesk|Genesys|Jira|Word|Intercom|SAP|Five9|Outlook|ServiceNow|Google Sheets",
    "how": "by phone|by e-mail|over chat|at the counter|at the front desk|in two languages|on the night shift|at weekends|from home|on the floor|during the storm|over the holidays|after the merger|in the busy season",
    "new": "new hires|trainees|seasonal temps|part-timers|apprentices|agents from the other site|starters|interns",
    "thing": "the refund steps|the returns policy|the price list|the shift rota|the escalation form|the outage page|the claims checklist|the welcome script|the fault codes|the handover notes|the locker keys|the loyalty cards|the seating plan|the stock count",
    "why": "so that nobody had to ask twice|which cut repeat calls|before anyone complained|when the system was down|and kept the notes up to date|and rang back the same day|until each was settled|to keep the queue short|as the only one on shift|and told the team what I learnt",
    "title": "Support Agent|Team Lead|Customer Service Representative|Front Desk Clerk|Call Center Agent|Cashier|Shift Supervisor|Technical Support Specialist|Account Coordinator|Claims Clerk|Bank Teller|Dispatcher|Quality Analyst|Customer Success Manager|Reservations Agent|Receptionist",
    "city": "Tulsa, OK|Dayton, OH|Reno, NV|Macon, GA|Fresno, CA|Akron, OH|Boise, ID|Salem, OR|Toledo, OH|Mobile, AL|Laredo, TX|Lowell, MA|Provo, UT|Peoria, IL",
    "mood": "upset|angry|worried|impatient|confused|elderly|first-time|long-standing|rude|tearful|stranded|hurried",
    "calm": "Calmed|Settled|Listened to|Helped|Won back|Reassured|Explained fees to|Found rooms for|Apologized to|Guided",
    "degree": "Associate degree in business|BA Communication|High school diploma|Certificate in hospitality|BS Psychology|Coursework in accounting",
    "school": "Lakeside Community College|Ridgeview High School|Cedar State University|Fairmont Technical College|Union Valley College",
    "trait": "Patient|Reliable|Quick|Careful|Calm under pressure|Friendly|Punctual|Curious|Thorough|Cheerful",
    "month": "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec",
    "task": "opened and closed the store|counted the till|placed the weekly order|sorted the post|checked passports|took payments|booked couriers|typed up the minutes|updated the price tags|drove the van|set the tables|stocked the shelves|balanced the drawer|filed the claims",
}  # fmt: skip
LISTS = {key: words.split("|") for key, words in WORDS.items()}
DEEDS = (
    "- {did} {n} {what} a day {how} for {firm}, {why}",
    "- {calm} {mood} {who} about {what} {how} at {firm} in {year}",
    "- Trained {n} {new} on {thing} and on {tool} in {month} {year}",
    "- Wrote {thing} anew for {n} {who} of {firm}, {why}",
    "- Raised satisfaction of {who} from {n} to {m} percent {how} in {year}",
    "- Kept {what} under {n} a week in {tool} {how}, {why}",
    "{did} {what} from {who} of {firm} {how}, about {n} an hour, {why}.",
)
OTHERS = (
    "- {task} {how}, {n} days a month, for {firm}",
    "- {n} of {m} goals met {how} at {firm} in {year}",
    "- {task} with {n} {new} {how}, {why}",
    "Moved to {what} at {firm} in {month} {year} after {n} months {how}.",
    "Worked {how} in an office of {n} near {city}, {why}.",
    "In {year} the office of {firm} went from {city} to the suburbs with {n} of us, {why}.",
    "- Not a day missed in {n} months {how}; {firm} moved in {year}",
)
JOBS, LINES_OF_JOB = 4, 8


class People:
    """Makes one resume after the other, of about 3 kB."""

    def __init__(self, chance: random.Random) -> None:
        self._chance = chance
        self._written: set[int] = set()  # hashes of the lines so far

    def resume(self) -> str:
        """The text of one resume."""
        chance, line = self._chance, self._line
        lines = [
            f"{line('{name}')} {chance.getrandbits(64):x}",
            f"{chance.getrandbits(64):x}@mail.example",
            "",
        ]
        lines += [line("{trait} {title} with {n} months at {firm} {how}, good with {tool} and {who}."), ""]
        lines += ["WORK EXPERIENCE", ""]
        ends, year = "Present", chance.randint(2021, 2025)
        for _ in range(JOBS):
            begins = year - chance.randint(1, 3)
            lines.append(line("{title}, {firm} {n}, {city}, {month} " + f"{begins} – {ends}"))
            lines += [line(chance.choice(chance.choice((DEEDS, OTHERS)))) for _ in range(LINES_OF_JOB)]
            lines.append("")
            year, ends = begins, f"{line('{month}')} {begins}"
        lines += ["EDUCATION", line("{degree}, {school} near {city}, {year}, {n} hours of {what}"), ""]
        lines += ["SKILLS", line("{tool}, {trait} with {who}, {what} {how}, {n} words a minute")]
        return "\n".join(lines)

    def _line(self, pattern: str) -> str:
        """A line of a pattern, and where that has more than one word, one that wasn't written before."""
        chance = self._chance
        while True:
            words = {key: chance.choice(choices) for key, choices in LISTS.items()}
            numbers = {
                "n": chance.randint(2, 400),
                "m": chance.randint(20, 99),
                "year": chance.randint(2005, 2025),
            }
            text = pattern.format(**words, **numbers)
            if " " not in pattern:
                return text
            if (known := hash(text)) not in self._written:
                self._written.add(known)
                return text
