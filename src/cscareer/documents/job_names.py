"""What tells the title of a job from the name of whoever gave it."""

import re
from collections.abc import Sequence

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
    r"|proprietor|principal|partner|desk|help|tech|stocker|bagger|laborer|cleaner|custodian|janitor|porter|valet"
    r"|greeter|courier|messenger|lifeguard|technologist|soldier|marine|sailor|yeoman|nco|lpn|lvn|cna|banker"
    r"|postmaster|headmaster|stationmaster|superintendent|commander|advocate|navigator|liaison|mgr|supv|coord|assoc|asst|interviewer|supporter|moderator|caseworker|usher|carrier|florist|crew|canvasser|steward|stewardess|housekeeper|bellhop|baker|butcher|seamstress|packager)s?\b",
    re.IGNORECASE,
)
_TITLE_AT_END = re.compile(rf"{TITLE.pattern}(?:\s+(?:i{{1,3}}|iv|v|[1-5]))?\W*\Z", re.IGNORECASE)
_FIRM_AT_END = re.compile(
    r"\b(?:partners|union|bank|company|co|inc|llc|ltd|corp|group|hospital|clinic|school|schools|college|university"
    r"|stores?|markets?|services|solutions|associates|agency|center|centre|hotel|inn|restaurant|army|navy|corps"
    r"|air force|national guard|coast guard|supply|systems|health|foods|insurance|credit)\W*\Z",
    re.IGNORECASE,
)


def title_among(names: Sequence[str]) -> int:
    """Which of the names about a job is its title; a firm may have a title's noun in its name ("Teachers Credit Union")."""
    people = [at for at, name in enumerate(names) if not _FIRM_AT_END.search(name)]
    for among in (people, range(len(names))):
        for noun in (_TITLE_AT_END, TITLE):
            if (at := next((at for at in among if noun.search(names[at])), None)) is not None:
                return at
    return 0
