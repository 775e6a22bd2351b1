"""The level that the words around a skill's name give it, and the rule that says so."""

from rows import each_row

from cscareer.catalog.loading import Catalog
from cscareer.catalog.models import SkillLevel
from cscareer.skills.finding import Rule, TextLine, find_skills

BASIC, WORKING, ADVANCED, EXPERT = SkillLevel


@each_row(
    ("text", "skill", "level", "rule"),
    [
        ("Excel", "spreadsheets", None, Rule.NAMED),
        ("strong Excel skills", "spreadsheets", None, Rule.NAMED),
        ("advanced Excel", "spreadsheets", ADVANCED, Rule.WORD_BEFORE),
        ("Advanced Microsoft Excel", "spreadsheets", ADVANCED, Rule.WORD_BEFORE),
        ("basic SQL", "sql", BASIC, Rule.WORD_BEFORE),
        ("intermediate SQL", "sql", WORKING, Rule.WORD_BEFORE),
        ("fluent Spanish", "bilingual-service", ADVANCED, Rule.WORD_BEFORE),
        ("native Spanish", "bilingual-service", EXPERT, Rule.WORD_BEFORE),
        ("expert in SQL", "sql", EXPERT, Rule.PHRASE_BEFORE),
        ("expertise in SQL", "sql", EXPERT, Rule.PHRASE_BEFORE),
        ("proficient with Zendesk", "ticketing-systems", WORKING, Rule.PHRASE_BEFORE),
        ("highly proficient in Zendesk", "ticketing-systems", ADVANCED, Rule.PHRASE_BEFORE),
        ("working knowledge of SQL", "sql", WORKING, Rule.PHRASE_BEFORE),
        ("basic understanding of SQL", "sql", BASIC, Rule.PHRASE_BEFORE),
        ("advanced proficiency in SQL", "sql", ADVANCED, Rule.PHRASE_BEFORE),
        ("familiar with the CRM", "crm-software", BASIC, Rule.PHRASE_BEFORE),
        ("intermediate to advanced Excel", "spreadsheets", WORKING, Rule.WORD_BEFORE),
        ("Proficient in Word, Outlook and Excel", "spreadsheets", WORKING, Rule.PHRASE_BEFORE),
        ("experience working with Excel", "spreadsheets", None, Rule.NAMED),
        ("Proficient in Word, strong Excel", "spreadsheets", None, Rule.NAMED),
        ("Advanced Word, Excel", "spreadsheets", None, Rule.NAMED),
        ("Excel (advanced)", "spreadsheets", ADVANCED, Rule.WORD_AFTER),
        ("Excel [expert level]", "spreadsheets", EXPERT, Rule.WORD_AFTER),
        ("Excel: basic", "spreadsheets", BASIC, Rule.WORD_AFTER),
        ("Excel – advanced, Word", "spreadsheets", ADVANCED, Rule.WORD_AFTER),
        ("Excel - advanced", "spreadsheets", ADVANCED, Rule.WORD_AFTER),
        ("Excel skills: intermediate", "spreadsheets", WORKING, Rule.WORD_AFTER),
        ("Word and Excel at an advanced level", "spreadsheets", ADVANCED, Rule.WORD_AFTER),
        ("SQL expert", "sql", EXPERT, Rule.WORD_AFTER),
        ("Excel proficiency", "spreadsheets", WORKING, Rule.WORD_AFTER),
        ("Excel: advanced SQL", "spreadsheets", None, Rule.NAMED),
        ("Excel, advanced SQL", "spreadsheets", None, Rule.NAMED),
        ("basic SQL (advanced)", "sql", ADVANCED, Rule.WORD_AFTER),
        ("6 months of Zendesk", "ticketing-systems", BASIC, Rule.YEARS_BEFORE),
        ("1 year of Zendesk", "ticketing-systems", WORKING, Rule.YEARS_BEFORE),
        ("two years' experience with Zendesk", "ticketing-systems", WORKING, Rule.YEARS_BEFORE),
        ("3+ years Zendesk", "ticketing-systems", ADVANCED, Rule.YEARS_BEFORE),
        ("2-4 years of Zendesk", "ticketing-systems", WORKING, Rule.YEARS_BEFORE),
        ("5 years of Zendesk", "ticketing-systems", ADVANCED, Rule.YEARS_BEFORE),
        ("8 yrs of Zendesk", "ticketing-systems", EXPERT, Rule.YEARS_BEFORE),
        ("10 or more years of experience in SQL", "sql", EXPERT, Rule.YEARS_BEFORE),
        ("5 years of Word, Excel and SQL", "sql", ADVANCED, Rule.YEARS_BEFORE),
        ("Zendesk (5 years)", "ticketing-systems", ADVANCED, Rule.YEARS_AFTER),
        ("Zendesk, 2 years", "ticketing-systems", WORKING, Rule.YEARS_AFTER),
        ("Zendesk – 9 yrs", "ticketing-systems", EXPERT, Rule.YEARS_AFTER),
        ("used Zendesk for over 4 years", "ticketing-systems", ADVANCED, Rule.YEARS_AFTER),
        ("Zendesk, 5 years of Excel", "ticketing-systems", None, Rule.NAMED),
        ("Won an award 5 years ago. Zendesk", "ticketing-systems", None, Rule.NAMED),
        ("12345 years of Zendesk", "ticketing-systems", None, Rule.NAMED),
        ("De-escalation, Excel (advanced)", "de-escalation", None, Rule.NAMED),
        ("Excel (advanced), de-escalation", "de-escalation", None, Rule.NAMED),
        ("Excel (advanced)  De-escalation", "de-escalation", None, Rule.NAMED),
        ("Excel (advanced)\tDe-escalation", "de-escalation", None, Rule.NAMED),
        ("Excel (advanced) / De-escalation", "de-escalation", None, Rule.NAMED),
        ("Excel advanced, SQL basic", "spreadsheets", ADVANCED, Rule.WORD_AFTER),
        ("Excel advanced, SQL basic", "sql", BASIC, Rule.WORD_AFTER),
        ("| Zendesk | Advanced |", "ticketing-systems", ADVANCED, Rule.WORD_AFTER),
        ("| Excel | Advanced | Zendesk | Basic |", "ticketing-systems", BASIC, Rule.WORD_AFTER),
        ("Zendesk\tExpert", "ticketing-systems", EXPERT, Rule.WORD_AFTER),
        ("Advanced: Excel, SQL", "sql", ADVANCED, Rule.PHRASE_BEFORE),
        ("Learning Salesforce", "crm-software", BASIC, Rule.PHRASE_BEFORE),
        ("a little SQL", "sql", BASIC, Rule.PHRASE_BEFORE),
        ("Intro to SQL", "sql", BASIC, Rule.PHRASE_BEFORE),
        ("Coursework: SQL", "sql", BASIC, Rule.WORD_BEFORE),
        ("Relevant coursework in SQL", "sql", BASIC, Rule.PHRASE_BEFORE),
        ("Currently taking a course in SQL", "sql", BASIC, Rule.PHRASE_BEFORE),
        ("some SQL", "sql", BASIC, Rule.PHRASE_BEFORE),
        ("Spanish (conversational)", "bilingual-service", WORKING, Rule.WORD_AFTER),
        ("Spanish – limited working proficiency", "bilingual-service", BASIC, Rule.SCALE),
        ("Spanish: professional working proficiency", "bilingual-service", WORKING, Rule.SCALE),
        ("Spanish, full professional proficiency", "bilingual-service", ADVANCED, Rule.SCALE),
        ("Spanish (native speaker)", "bilingual-service", EXPERT, Rule.SCALE),
        ("Spanish – mother tongue", "bilingual-service", EXPERT, Rule.SCALE),
        ("Mother tongue: Spanish", "bilingual-service", EXPERT, Rule.SCALE),
        ("Spanish A2", "bilingual-service", BASIC, Rule.SCALE),
        ("Spanish (B1)", "bilingual-service", WORKING, Rule.SCALE),
        ("Spanish: C1", "bilingual-service", ADVANCED, Rule.SCALE),
        ("Spanish – C2 level", "bilingual-service", EXPERT, Rule.SCALE),
        ("Excel ●●●○○", "spreadsheets", WORKING, Rule.SCALE),
        ("Excel: ★★★★☆", "spreadsheets", ADVANCED, Rule.SCALE),
        ("Excel ■■■■■", "spreadsheets", EXPERT, Rule.SCALE),
        ("Excel ●○○○", "spreadsheets", BASIC, Rule.SCALE),
        ("● Excel ● SQL ● Word", "spreadsheets", None, Rule.NAMED),
        ("Excel 4/5", "spreadsheets", ADVANCED, Rule.SCALE),
        ("Excel (2/5), SQL (5/5)", "sql", EXPERT, Rule.SCALE),
        ("Excel 10/10", "spreadsheets", EXPERT, Rule.SCALE),
        ("Excel, 4/5/2021", "spreadsheets", None, Rule.NAMED),
    ],
)
def test_a_level_has_its_rule(
    catalog: Catalog, text: str, skill: str, level: SkillLevel | None, rule: Rule
) -> None:
    found = {each.id: each for each in find_skills(catalog, [TextLine(1, text)])}[skill]
    assert [(each.level, each.rule) for each in found.evidence] == [(level, rule)]
    assert found.level == level


def test_the_highest_level_counts(catalog: Catalog) -> None:
    lines = [
        TextLine(1, "basic SQL"),
        TextLine(2, "SQL"),
        TextLine(3, "SQL (advanced)"),
        TextLine(4, "2 years of SQL"),
    ]
    (found,) = find_skills(catalog, lines)
    assert found.level == ADVANCED
    assert [each.level for each in found.evidence] == [BASIC, None, ADVANCED, WORKING]
