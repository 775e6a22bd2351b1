"""The words in which sentences tell of jobs, and of times without one."""

import re

from cscareer.documents.job_names import TITLE
from cscareer.documents.words import Worded

UNPAID = Worded(r"\b{unpaid}\b")
NO_JOB = Worded(  # times that people account for in which they held none
    r"\A\W{0,3}(?:at\s)?(?:{times-without-a-job}|break\b|gap\b"
    r"|travel(?:l?ing|l?ed|s)?\b(?!\s(?:agent|advis|consult|clerk|coord|desk|nurse|couns))"
    r"|(?:full[- ]time\s)?caregiver\W{1,3}(?:family|for (?:my|a|our)|to my|of my|unpaid))"
)
TIME = re.compile(r"[0-9]|\b(?:years?|yrs?|months?)\b", re.IGNORECASE)
WHO = re.compile(r"\b(?:i|s?he|has)\b", re.IGNORECASE)
SENTENCE = re.compile(
    r"(?=[\s,])"  # what each of these begins with: at any other letter none is tried
    r"(?:(?<=[!?;])\s+|(?<=\.)(?<!\s[A-Z]\.)(?<!\b[A-Z][a-z]\.)(?<!\b[A-Z][a-z]{2}\.)(?<!\bSept\.)(?<!\bCorp\.)\s+(?![a-z])|(?<!\s),?\s+and\s+(?=(?:since|from|before)\s))"
)
_BEING = (
    r"\b(?:(?:i|s?he)(?:\s(?:was|am|is|worked|work|works|served|became|had\sbeen)|['’]ve\s(?:been|worked)|['’]d\sbeen"
    r"|\shave\s(?:been|worked))|has\s(?:been|worked|served))\s(?:(?:there|then)\s)?(?:(?:as|on|at|in)\s)?"
    r"(?:(?:[\w’'&.-]+\s){0,7}?as\s)?(?:(?:an?|the|their|our|its)\s)?"
)
_NOUN = rf"(?:{TITLE.shape}|\b(?:desk|help)\b)"
TELLS = re.compile(_BEING, re.IGNORECASE)
JOB = Worded(
    rf"{_BEING}(?P<title>(?:(?!and\b|who\b|with\b|in\b|as\b)[\w/&-]+\s){{0,4}}?{_NOUN}(?:\s{_NOUN}){{0,2}})"
)
ON_LINE = re.compile(rf"{_BEING}(?P<title>(?:[\w/&-]+\s){{1,3}}?(?:line|counter|phones))\b", re.IGNORECASE)
AS = Worded(
    rf"\bas\s(?:(?:an?|the|their|its)\s)?(?P<title>(?:(?!who\b|with\b|in\b|at\b|as\b)[\w/&-]+\s){{0,5}}?{_NOUN}(?:\s{_NOUN}){{0,2}})"
)
# A job of any name: "as a zookeeper at …", "I was a sandwich artist with Subway".
_NO_TITLE = r"(?!{no-titles}|customer\s(?:at|of|in|for|i)\b|part\b)"
ANY_AS = Worded(
    rf"\bas\s(?:an?|the|their|its)\s(?P<title>{_NO_TITLE}[\w/&’'-]+(?:\s(?!and\b|who\b|that\b)[\w/&’'-]+){{0,4}}?)"
    r"(?=\s(?:at|for|with|in|from|since|until|through|where|and)\b|\s?[,.;(]|\Z)"
)
ANY_BEING = Worded(
    rf"{_BEING}(?P<title>{_NO_TITLE}[\w/&’'-]+(?:\s(?!and\b|who\b|that\b)[\w/&’'-]+){{0,4}}?)\s(?:at|for|with)\s(?:the\s)?(?-i:[A-Z])"
)
AT_PLACE = re.compile(
    r"\b(?:i|s?he)(?:\shave|\shas|['’]ve)?\s(?:(?:worked|work|been)\s(?:on|at|in|for)\s(?P<title>[^,.;]{3,60})"
    r"|been\s(?P<doing>[a-z]{3,12}ing\s[^,.;]{3,30}?)(?=\s(?:at|for|from|in)\s|[,.;]))",
    re.IGNORECASE,
)
# "They hired me in January 2024 as …", "she became team lead of the night team in June 2023": it goes on till the next begins.
_TITLE_WORDS = rf"(?P<title>(?:(?!and\b|who\b|with\b|in\b|of\b|i\b|was\b|as\b)[\w/&-]+\s){{0,4}}?{_NOUN}(?:\s{_NOUN}){{0,2}})"
EVENTS = (
    Worded(
        rf"\b(?:joined|started|began|hired|came|returned)\b[^.;]{{0,50}}?\sas\s(?:(?:an?|the|its|their)\s)?{_TITLE_WORDS}"
    ),
    Worded(rf"\b(?:became|promoted\sto|made|moved\s(?:up\s)?to)\s(?:(?:an?|the|its|their)\s)?{_TITLE_WORDS}"),
)
IN_DATE = re.compile(
    r"\b(?:in|hired|joined|started|began|promoted)\s(?=[a-z]{0,9}\s?(?:of\s)?[12][0-9]{3})", re.IGNORECASE
)
# What somebody did for a living.
DID = Worded(
    r"(?:\A\W{0,3}|\b(?:i|s?he)(?:(?P<still>['’]ve|\shave|\shas)(?:\sbeen)?)?\s)(?P<verb>{livelihoods})\s"
)
# "Since May 2025 I schedule appointments at Inland Imaging."
SINCE_DO = re.compile(
    r"\A\W{0,3}(?:(?:after\sthat|then|now),?\s)?(?:since|from)\b[^,.;]{4,40}?,?\s(?:i|s?he)(?:['’]ve|\shave|\shas)?\s(?:been\s|do\s|did\s)?"
    r"(?P<title>(?!live|want|have|had|am|study|own|speak|know|volunteer)[a-z]{3,12}\s[^,.;]{3,40}?)\s(?:at|for)\s",
    re.IGNORECASE,
)
# "I run a team of eleven at an insurance call center": who does so is called something like it.
LEADS = re.compile(
    r"\b(?:i|s?he)(?:\shave|\shas|['’]ve)?\s(?P<verb>run|runs|ran|lead|leads|led|manage[sd]?|supervise[sd]?|head|heads|headed"
    r"|look(?:s|ed)?\safter|handle[sd]?)\s(?:(?:an?|the|its|their|our)\s)?(?P<what>(?:[\w-]+\s){0,3}?[\w-]+)"
    r"(?:\sof\s[\w-]+(?:\s\w+){0,2})?\s(?:at|for|in)\s(?P<where>[^,.;]{3,60})",
    re.IGNORECASE,
)
CALLED = (("le", "lead"), ("supervise", "supervisor"), ("look", "specialist"), ("handle", "specialist"))
DESK = Worded(r"\b{desk-words}\Z")  # of what somebody runs
TEAM = Worded(r"\b{team-words}\Z")
BEGAN = re.compile(
    r"\b(?:i|s?he)\s(?:started|began)\s(?:(?:there|here|out)\s)?(?:as|on|in)\s(?:(?:an?|the)\s)?(?P<title>[\w -]{3,30}?)\s"
    r"(?:there\s)?in\s(?=[\w' ]{0,12}[0-9])",
    re.IGNORECASE,
)
THEN_JOB = Worded(
    rf"\band\s(?:then\s|now\s)?(?:an?|the|its|their)\s(?P<title>(?:[\w/&-]+\s){{0,3}}?{_NOUN}(?:\s{_NOUN}){{0,2}})\s(?:there\s)?(?=from\s|since\s)"
)
BEFORE_TITLE = re.compile(r"\A.{0,80}\b(?:was|been|as|that|then)\s(?:(?:an?|the)\s)?", re.IGNORECASE)
IS_NOW = re.compile(r"\b(?:am|have been|has been|['’]ve been|have worked|has worked)\b", re.IGNORECASE)
LASTED = re.compile(
    r"\b(?P<count>half an?|[a-z]{1,9}|\d{1,2})\+?\s(?P<unit>years?|yrs?|months?)\b(?!\s(?:old|ago|later|before|earlier|of age)\b)"
)
# What else tells of a job: "hired me as", "my first job was", and the same with nobody named: "Worked as a cashier".
TELLS_TOO = re.compile(
    r"\b(?:i|s?he)\s(?:joined|started|began|spent|took|came|went|left|moved|got|held|did)\b|\b(?:hired|had|took|employed|promoted|brought)\sme\b"
    r"|\bmy\s(?:\w+\s){0,2}(?:job|role|position|work)\b.{0,60}?\s(?:was|is|has\sbeen)\b"
    r"|\A\W{0,3}(?:(?:then|next|now|currently|previously|formerly|also|later|first)\s)?(?:worked|working|served|serving|employed|spent)\s"
    r"(?:there\s)?(?:as|for|at|with|in)\b",
    re.IGNORECASE,
)
JOB_WAS = Worded(
    rf"\b(?:job|role|position|title|work)\b[^;]{{0,80}}?\s(?:was|is|has\sbeen)\s(?:as\s)?(?:(?:an?|the|that\sof\san?)\s)?{_TITLE_WORDS}"
)
GOES_ON = re.compile(r"(?:from|since)\s", re.IGNORECASE)  # the rest of "…, and from 2017 on as lead"
PERSON = re.compile(r"\b(?:i|s?he|me|my)\b", re.IGNORECASE)
# "Dispatcher at Maumee Freight, 2009 to 2021." with nobody named, and "Since 2023 I'm at Glass City Supply, order desk."
JOB_AT = Worded(
    r"\A\W{0,3}(?:(?:then|next|now|before\sthat|after\sthat),?\s)?(?P<title>(?=(?-i:[A-Z]))(?!(?:i|s?he|we|my|the)\b)"
    rf"(?:(?!(?:the|an?|and|as|my|to)\b)[\w/&-]+\s){{0,4}}?{_NOUN}(?:\s{_NOUN}){{0,2}})"
    r"\s(?:at|for|with)\s(?:the\s)?(?-i:[A-Z0-9])[^;]{1,60}\Z"
)
WITH_FIRM = re.compile(
    r"\b(?:i|s?he)(?:['’]m|['’]ve\sbeen|\s(?:am|is|was|worked|work|have\sbeen|has\sbeen))\s(?:at|with|for)\s(?:the\s)?"
    r"(?-i:[A-Z0-9])[^,;]{2,60},\s(?:(?:at|on|in)\s(?:the\s)?|as\s(?:an?\s)?)?(?P<title>[^,.;]{3,40})",
    re.IGNORECASE,
)
# "My first job out of school was at Elm Fitness, front counter, August 2012 to June 2014."
FIRST_AT = re.compile(
    r"\bmy\s(?:\w+\s){0,3}(?:job|position|role|work)\b[^.;,]{0,40}?\s(?:was|is|has\sbeen)\s(?:at|with|for|in)\s(?:the\s)?(?P<where>[^.;]{3,80}?)(?=,?\s(?:from\s)?(?:[A-Z][a-z]{2,8}\.?\s)?['’(]?[0-9])",
    re.IGNORECASE,
)
WAS_WITH = re.compile(
    r"\b(?:i|s?he)\s(?:was|worked|went|came|moved)\s(?:over\s)?(?:with|at|for|to)\s(?:the\s)?(?-i:(?P<firm>[A-Z][\w&'’-]*(?:\s[A-Z&][\w&'’-]*){0,4}))\s(?:from|in|since)\s(?=[^.;]{0,12}[12][0-9]{3})",
    re.IGNORECASE,
)
# "(before that I busted tires in the back, 2014 to 2018)": work without a name.
BEFORE_THAT = re.compile(
    r"\A\W{0,3}(?:before\sthat|earlier|after\sthat|then|previously)[,:]?\s(?:i|s?he)\s"
    r"(?!(?:was|had|went|stud|attend|stay|rais|took|liv|mov|travel|volunteer|care|look|did\snot|didn)\w*)(?P<title>[a-z]{3,12}\s[^,.;]{3,60}),?\s(?:from\s)?\Z",
    re.IGNORECASE,
)
AT_FIRST = re.compile(r"\b(?:first|at first|initially|starting out|starting) (?:as|on)\b", re.IGNORECASE)
HAD_BEEN = re.compile(r"\b(?:had|['’]d)\sbeen\b", re.IGNORECASE)
