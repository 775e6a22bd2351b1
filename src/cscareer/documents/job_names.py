"""What tells the title of a job from the name of whoever gave it."""

import re
from collections.abc import Sequence

from cscareer.catalog.remembering import remembered

# Nouns that job titles end with or turn on; they tell a title from a company's name.
TITLE = re.compile(
    r"\b(?:agent|representative|rep|csr|associate|specialist|manager|supervisor|lead|leader|analyst|engineer|developer"
    r"|director|assistant|clerk|coordinator|consultant|cashier|teller|officer|technician|administrator|trainer|coach"
    r"|intern|president|head|chief|advisor|adviser|receptionist|operator|executive|owner|founder|server|waiter"
    r"|waitress|barista|host|hostess|driver|nurse|teacher|professor|researcher|scientist|designer|writer|editor"
    r"|programmer|architect|accountant|secretary|dispatcher|interpreter|translator|concierge|salesperson|vp|ceo|cto"
    r"|sergeant|corporal|lieutenant|captain|airman|seaman|medic|paramedic|registrar|treasurer|helper|tutor|bartender"
    r"|attendant|crew member|team member|guard|aide|worker|staffer|foreman|planner|scheduler|buyer|merchandiser|cook"
    r"|chef|dealer|instructor|ambassador|guide|therapist|counsel(?:l)?or|librarian|broker|recruiter|paralegal|biller"
    r"|processor|adjuster|examiner|collector|expert|apprentice|trainee|keeper|busser|caregiver|nanny|stylist|postal"
    r"|handler|picker|packer|loader|mechanic|electrician|installer|inspector|controller|strategist|buyer|closer"
    r"|proprietor|principal|partner|tech|stocker|bagger|laborer|cleaner|custodian|janitor|porter|valet"
    r"|greeter|courier|messenger|lifeguard|technologist|soldier|marine|sailor|yeoman|nco|lpn|lvn|cna|banker"
    r"|csm|tam|sme|ccr|kam|dgm|agm|avp|svp|evp|gm|tl|rn|biller|deckhand|farmhand|hand|dishwasher|postmaster|headmaster|stationmaster|superintendent|commander|advocate|navigator|liaison|mgr|supv|coord|assoc|asst|interviewer|supporter|moderator|evaluator|facilitator|bookseller|key ?holder|telecommunicator|call[ -]taker|strategist|caseworker|usher|carrier|florist|crew|canvasser|steward|stewardess|housekeeper|bellhop|baker|butcher|seamstress|packager)s?\b",
    re.IGNORECASE,
)
# What stands for a title where no such noun does: the place or the work of it ("Front Desk", "Customer service, phones").
_WORK = re.compile(
    r"\b(?:desk|help|customer (?:service|support|care)|(?:member|client|guest|player|user|technical|tech|product) support|client services|member services|reception|front office|front of house"
    r"|front-of-house|box office|ticket (?:booth|counter|office|window)|counter(?: sales| service)?|cashier['’]?s window|service counter"
    r"|call cent(?:er|re)|contact cent(?:er|re)|switchboard|dispatch|collections|retention|phones|tier [1-3]|level [1-3]|l[1-3]"
    r"|registers?|sales floor|drive[ -]thru|guest (?:services|relations|care)|billing|claims|intake|circulation|bookkeeping|volunteer)\b",
    re.IGNORECASE,
)
_TITLE_AT_END = re.compile(rf"{TITLE.pattern}(?:\s+(?:i{{1,3}}|iv|v|[1-5]))?\W*\Z", re.IGNORECASE)
_FIRM_AT_END = re.compile(
    r"\b(?:partners|union|bank|company|co|inc|llc|ltd|corp|group|hospital|clinic|school|schools|college|university"
    r"|stores?|markets?|services|solutions|associates|agency|center|centre|hotel|inn|restaurant|army|navy|corps"
    r"|air force|national guard|coast guard|supply|systems|health|foods|insurance|credit|outfitters|administrators|builders|brokers|advisors|consultants|dealers|movers|bakers|grocers|cleaners"
    r"|district|department|administration|bureau|commission|council|cooperative|co-op|association|authority|library|city|county|airlines?|airways|utilities|logistics|retail|pharmacy|grocery|motors|hotels?|inns|resorts?|church|office|offices|foundation|agency|goods|kitchen|cafe|café|diner|grill|pizza|bakery|salon|spa|gym|museum|theat(?:er|re)|warehouse|transit|telecom|communications|mobile|wireless|cable|energy|electric|gas|water|plumbing|dental|medical|healthcare|care center|realty|properties|trust|mutual|financial|savings|installers|designers|engineers|architects|planners)\W*\Z",
    re.IGNORECASE,
)

_TITLE_OF = re.compile(rf".{{0,30}}?{TITLE.pattern}(?:\s(?:of|for|in)\s|,)", re.IGNORECASE)


@remembered
def names_job(text: str) -> bool:
    """Whether a text has the noun of a title in it, or the place or work that stands for one."""
    return TITLE.search(text) is not None or _WORK.search(text) is not None


def is_place_of_work(name: str) -> bool:
    """Whether a name is but the place or the work of a job: "Customer Care", "Front Desk"."""
    return _WORK.fullmatch(name) is not None


@remembered
def is_firm(name: str) -> bool:
    """Whether a name ends like a firm's."""
    return _FIRM_AT_END.search(name) is not None


@remembered
def is_title(name: str) -> bool:
    """Whether the noun of a title stands in a name, and it isn't a firm's: "Teachers Credit Union"."""
    if TITLE.search(name) is None:
        return False
    return not _FIRM_AT_END.search(name) or _TITLE_OF.match(name) is not None


def title_among(names: Sequence[str]) -> int:
    """Which of the names about a job is its title; a firm may have a title's noun in its name ("Teachers Credit Union")."""
    people = [at for at, name in enumerate(names) if not _FIRM_AT_END.search(name)]
    kinds = (
        (people, _TITLE_AT_END),
        (people, TITLE),
        (people, _WORK),
        (range(len(names)), _TITLE_AT_END),
        (range(len(names)), _WORK),
    )
    for among, noun in kinds:
        if (at := next((at for at in among if noun.search(names[at])), None)) is not None:
            return at
    return people[0] if people else 0


def is_clear(names: Sequence[str], title: int) -> bool:
    """Whether the title among some names is one by its words, and not merely by its place or by the words of the others."""
    return len(names) == 1 or (
        names_job(names[title]) and not any(names_job(each) for at, each in enumerate(names) if at != title)
    )
