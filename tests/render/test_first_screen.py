"""The first screen: the common answer stands whole on 24 lines, and what it leaves out is a word away."""

import re
import shlex
import shutil
from pathlib import Path

import pytest
from conftest import COMMANDS, ROOT, Outcome, Run
from rows import each_row

from cscareer.catalog.loading import Catalog
from cscareer.catalog.models import Source
from cscareer.render.blocks import (
    Brief,
    Bullets,
    Column,
    Facts,
    Heading,
    IfRoom,
    Page,
    Paragraph,
    Rest,
    Table,
    Vital,
)
from cscareer.render.cells import Cited
from cscareer.render.first_screen import (
    LINES,
    MOST_NOTES,
    Screen,
    first_screen,
    fitting_screen,
    more_line,
    sources_line,
)
from cscareer.render.markdown_format import draw_markdown
from cscareer.render.tables import told_once

SCREEN, TWO_SCREENS = 24, 48
SKILLS = "empathy:3,communication:3,de-escalation:3,coaching:2,crm software,digital channels"
USUAL: dict[str, int] = {
    "role csr": SCREEN,
    'role "account manager" -l Denver': SCREEN,
    "pay csr": SCREEN,
    "pay csr -l Austin": SCREEN,
    'pay "account manager" -l "Bozeman, MT"': SCREEN,
    "pay quality-assurance-analyst -l Denver": SCREEN,
    "offer 46000 --role csr -l Columbus,OH": SCREEN,
    "offer 46000 --role csr -l Columbus,OH --current 41000": SCREEN,
    'offer 22.50/hr --role "account manager" -l Denver': SCREEN,
    "offer 60000 --role quality-assurance-analyst -l Denver": SCREEN,
    'compare csr "customer service manager"': SCREEN,
    'compare csr "account manager" -l Austin': SCREEN,
    f'gap "customer service manager" --have "{SKILLS}"': SCREEN,
    "gap csr": SCREEN,
    f'match --have "{SKILLS}"': SCREEN,
    f'match --have "{SKILLS}" -l "Columbus, OH"': SCREEN,
    "trend csr": SCREEN,
    'trend "account manager"': SCREEN,
    "raise 41000 --was 36000 --since 2022-05 -l Denver": SCREEN,
    "raise 41000 --was 36000 --since 2022-05 --then 38000@2023-05 --role csr": SCREEN,
    "skill de-escalation": SCREEN,
    "metric FCR": SCREEN,
    'title "Sr. CSR II - Remote"': SCREEN,
    "title manager": SCREEN,
    "hire csr -l Austin": SCREEN,
    "hire csr -l Denver --paid 47000": SCREEN,
    "hire csr -l Austin -l Denver -l Columbus,OH": SCREEN,
    'hire csr "customer service manager" -l Austin -l Denver -l Columbus,OH': SCREEN,
    "offer 22.50/hr --role csr -l Denver --against 24/hr --against-location Austin": SCREEN,
    "offer 46-52k --role csr -l Denver --against 60000 --current 50000": SCREEN,
    "offer 46000 --role csr -l Columbus,OH --current 41000 --bonus 3000 --benefits 450/month": SCREEN,
    "offer 22.26/hr --role csr -l Columbus,OH --current 20/hr": SCREEN,
    'pay csr "customer service manager" "account manager" -l Austin -l Denver': SCREEN,
    "pay csr --by state": SCREEN,
    'pay csr "account manager" --by state': SCREEN,
    'compare csr "customer service manager" "account manager" -l Austin': SCREEN,
    "practice wrong-bill": SCREEN,
    f"posting {ROOT / 'tests' / 'cli' / 'ad.md'}": SCREEN,
    f"posting {ROOT / 'tests' / 'cli' / 'ad.md'} --resume {ROOT / 'tests' / 'cli' / 'resume.md'}": SCREEN,
    'compare csr "customer service manager" -l Austin -l Denver -l Columbus,OH': TWO_SCREENS,
    f"tickets {ROOT / 'tests' / 'cli' / 'tickets.csv'}": SCREEN,
    f"tickets {ROOT / 'tests' / 'cli' / 'tickets.csv'} --by agent": SCREEN,
    f"tickets {ROOT / 'tests' / 'cli' / 'tickets.csv'} --mine ana --goal csat=90": SCREEN,
    f"tickets {ROOT / 'tests' / 'tickets' / 'generic.csv'} --by tag --map tags=SLA": SCREEN,
    "outlook csr": TWO_SCREENS,
    'outlook "account manager"': TWO_SCREENS,
    'path "customer service manager" --from csr': TWO_SCREENS,
    "path --from csr": TWO_SCREENS,
    "beyond csr -l Austin": TWO_SCREENS,
    "practice": SCREEN,
    "compare csr supervisor receptionist 'account manager' quality-assurance-analyst -l Austin": SCREEN,
    "compare director-of-customer-experience -l Austin -l Denver -l Guam -l Boston -l Columbus,OH": SCREEN,
    "hire customer-service-trainer supervisor -l 'Washington, DC' -l Denver": SCREEN,
    "match --have cashier,spanish -l 'rural Georgia'": SCREEN,
}


@pytest.mark.parametrize(("line", "most"), USUAL.items())
def test_the_usual_answer_stands_whole_on_the_screen(run: Run, line: str, most: int) -> None:
    outcome = run(*shlex.split(line), terminal=True, env={"COLUMNS": "80", "TERM": "dumb"})
    assert outcome.code == 0
    assert sum(each.startswith("Next: ") for each in outcome.err.splitlines()) == 1
    lines = outcome.out.splitlines()
    assert rows(outcome) <= most
    assert max(map(len, lines)) <= 80
    assert sum("`cscareer data sources`" in each for each in lines) == 1


SUGGESTING = [
    "pay csr --by state", "pay csr -l Austin", "hire csr -l 'Washington, DC'", "match --have empathy,coaching",
    "gap supervisor --have empathy", "compare csr supervisor", "title asdf", "roles -l Guam", "practice",
    "offer 46000 --role csr -l 'rural Georgia'", "role csr",
]  # fmt: skip


@pytest.mark.slow
def test_what_it_suggests_to_ask_next_is_a_command_that_answers(run: Run) -> None:
    suggested: dict[str, str] = {}
    for line in SUGGESTING:
        err = run(*shlex.split(line), terminal=True, env={"COLUMNS": "1000", "TERM": "dumb"}).err
        suggested |= dict.fromkeys(re.findall(r"(?m)^Next: cscareer (.*)$", err), line)
    assert len(suggested) > len(SUGGESTING) / 2
    for found, line in suggested.items():
        assert run(*shlex.split(found)).code in {0, 1}, (line, found)


def rows(outcome: Outcome) -> int:
    """How many rows of a terminal of 80 columns an answer takes, with what is told before and after it."""
    told = outcome.out.splitlines() + outcome.err.splitlines()
    return sum(max(1, -(-len(line) // 80)) for line in told)


@pytest.mark.parametrize(
    "line",
    ["checklist", "profile", "postings", "match", "gap csr", "offer 22/hr --role csr", "hire csr"],
)
def test_what_rests_on_a_profile_stands_whole_beside_the_note_of_it(
    run: Run, tmp_path: Path, line: str
) -> None:
    kept = tmp_path / "cscareer" / "profile"
    kept.mkdir(parents=True)
    shutil.copy(ROOT / "tests" / "cli" / "profile.yaml", kept)
    env = {"COLUMNS": "80", "TERM": "dumb", "XDG_DATA_HOME": str(tmp_path)}
    outcome = run(*shlex.split(line), terminal=True, env=env)
    assert outcome.code == 0
    assert rows(outcome) <= SCREEN


@pytest.mark.slow
@pytest.mark.parametrize("line", ["locations austin", "locations springfield", "pay csr --by area --real"])
def test_a_search_or_a_ranking_stands_whole(run: Run, line: str) -> None:
    outcome = run(*line.split(), terminal=True, env={"COLUMNS": "80", "TERM": "dumb"})
    assert rows(outcome) <= SCREEN


@pytest.mark.slow
def test_whatever_the_scenario_it_stands_whole(run: Run, catalog: Catalog) -> None:
    for each in catalog.scenarios:
        assert run("practice", each, env={"COLUMNS": "80"}).out.count("\n") < SCREEN, each


def test_a_list_shows_as_many_rows_as_there_is_room_for_at_any_width() -> None:
    screen = [f"{number} of many" for number in range(60)]
    page = Page("Title", [Paragraph("Said."), Bullets(screen, first=len(screen))], next_command="next")

    def lines_of(shown: Screen) -> int:
        return 4 + sum(len(each.items) for each in shown.blocks if isinstance(each, Bullets))

    (_, few, more) = fitting_screen(page, lines_of).blocks
    assert isinstance(few, Bullets)
    assert len(few.items) == LINES - 2 - 4  # the next command has a line, and so has the prompt
    assert more == Paragraph("  … and 42 more; --full shows them.", close=True)
    (_, twice, _) = fitting_screen(page._replace(read=True), lines_of).blocks
    assert isinstance(twice, Bullets)
    assert len(twice.items) > LINES
    (_, fewest, _) = fitting_screen(page, lambda _: 99).blocks
    assert isinstance(fewest, Bullets)
    assert len(fewest.items) == 2


@pytest.mark.slow
@pytest.mark.parametrize("command", ["role {}", "pay {}", "pay {} -l Denver", "trend {}", "gap {}"])
def test_whatever_the_role_it_stands_whole(run: Run, catalog: Catalog, command: str) -> None:
    for role in catalog.roles:
        outcome = run(*command.format(role).split(), env={"COLUMNS": "80"})
        assert outcome.out.count("\n") < SCREEN, role  # and a line for what to ask next


@pytest.mark.slow
def test_whatever_the_skill_or_metric_it_stands_whole(run: Run, catalog: Catalog) -> None:
    for words in (
        *(("skill", each) for each in catalog.skills),
        *(("metric", each) for each in catalog.metrics),
    ):
        assert run(*words, env={"COLUMNS": "80"}).out.count("\n") < SCREEN, words


@pytest.mark.slow
@pytest.mark.parametrize(
    "line", [line for line in USUAL if not line.startswith("tickets") or "--by tag" in line]
)
def test_on_forty_columns_nothing_is_cut(run: Run, line: str) -> None:
    wide, narrow = (run(*shlex.split(line), env={"COLUMNS": width}).out for width in ("200", "40"))
    assert max(map(len, narrow.splitlines())) <= 40
    assert "…" not in narrow.replace("… and", "")
    squeezed = re.sub(r"[\s─]", "", narrow)
    answer = wide[: wide.rindex("\n", 0, wide.index("`cscareer data sources`"))]
    said = re.sub(r"(?m)^ *\S+(?=.*\n *───)", "", answer)  # the first column names its card instead
    for word in re.findall(r"\$[\d,.]+|[A-Za-z]{4,}", said):
        assert word in squeezed, word


@pytest.mark.slow
@pytest.mark.parametrize(
    "line", ["role csr", "pay csr -l Austin", f'gap csr --have "{SKILLS}"', "outlook csr", "beyond csr"]
)
def test_full_has_every_figure_that_markdown_has(run: Run, line: str) -> None:
    full = re.sub(r"\W", "", run(*shlex.split(line), "--full", env={"COLUMNS": "1000"}).out)
    markdown = run(*shlex.split(line), "-f", "markdown").out
    figures = re.findall(r"\$[\d,]+", markdown)
    assert figures
    assert all(re.sub(r"\W", "", figure) in full for figure in figures)
    assert run(*shlex.split(line), "-f", "markdown", "--full").out == markdown


@each_row("each", [each for each in COMMANDS if each.shows], ids=lambda each: "-".join(each.words))
def test_every_command_that_shows_an_answer_takes_full(run: Run, each: object) -> None:
    words = getattr(each, "words", ())
    assert "--full" in run(*words, "--help", env={"COLUMNS": "120"}).out


def test_the_numbers_of_sources_fall_off_with_their_list(run: Run) -> None:
    assert not re.search(r"\[\d", run("outlook", "csr", env={"COLUMNS": "80"}).out)
    assert re.search(r"\[\d", run("outlook", "csr", "--full", env={"COLUMNS": "80"}).out)


def source(name: str, short: str | None = None) -> Source:
    return Source(
        id=name,
        short=short,
        title="A title",
        publisher=f"Publisher {name}",
        address=None,
        date="2026",
        licence=None,
    )


TABLE = Table([Column("Name"), Column("Kind")], [("a", "x"), ("b", "x"), ("c", "y")], first=2)
PAGE = Page(
    "Title",
    [
        Paragraph(Cited("Said.", [1]), strong=True),
        Brief([Facts([("In brief", Cited("few words", [2]))])]),
        TABLE,
        Rest([Heading("The law there"), Bullets(["a law"]), Heading("What moves pay: all of it")]),
    ],
    ["One.", Vital("Two."), "Three.", Vital("Four.")],
)


def test_what_belongs_to_the_rest_is_left_out_and_what_is_brief_stands_there_alone() -> None:
    screen = first_screen(PAGE)
    assert screen.blocks == [
        Paragraph("Said.", strong=True),
        Facts([("In brief", "few words")]),
        Table(TABLE.columns, TABLE.rows[:2]),
        Paragraph("  … and 1 more; --full shows them.", close=True),
    ]
    assert screen.notes == ["Two.", "Four."]
    whole = draw_markdown(PAGE, (), ())
    assert "few words" not in whole
    assert "a law" in whole
    assert all(note in whole for note in ("One.", "Two.", "Three.", "Four."))


def test_it_does_without_what_it_can_then_with_fewer_rows_and_then_with_fewer_notes() -> None:
    facts = Facts([(str(number), "value") for number in range(4)], spare=2)
    rows = [(str(number),) for number in range(9)]
    page = Page(
        "Title",
        [Brief([facts]), IfRoom([Paragraph("More.")]), Table([Column("Name")], rows, first=9)],
        [f"Note {number}." for number in range(3)],
    )

    def lines_of(shown: Screen) -> int:
        found = len(shown.notes)
        for block in shown.blocks:
            match block:
                case Facts() | Table():
                    found += len(block.rows)
                case _:
                    found += 1
        return found

    def shown(told: int) -> tuple[int, bool, int, int, bool]:
        screen = fitting_screen(page, lines_of, told)
        (facts,) = (block for block in screen.blocks if isinstance(block, Facts))
        (table,) = (block for block in screen.blocks if isinstance(block, Table))
        said = Paragraph("More.") in screen.blocks
        return len(facts.rows), said, len(table.rows), len(screen.notes), screen.more

    assert shown(LINES - 18) == (4, True, 9, 3, False)  # all of it: 17 lines, and one for the prompt
    assert shown(LINES - 17) == (4, False, 9, 3, True)
    assert shown(LINES - 15) == (2, False, 9, 3, True)
    assert shown(LINES - 12) == (2, False, 5, 3, True)
    assert shown(LINES - 8) == (2, False, 2, 2, True)
    assert shown(LINES - 7) == (2, False, 2, 1, True)
    assert shown(LINES) == (2, False, 2, 3, True)  # where nothing helps, notes are not in the way
    assert Paragraph("More.") in page.in_full


def test_a_page_of_which_nothing_is_marked_shows_all_of_it_but_three_notes() -> None:
    plain = Page("Title", [Paragraph("All.")], [f"Note {number}." for number in range(5)])
    screen = first_screen(plain)
    assert screen.blocks == plain.blocks
    assert len(screen.notes) == MOST_NOTES
    assert screen.more
    assert not first_screen(Page("Title", [Paragraph("All.")])).more


def test_sources_stand_on_one_line_by_their_short_names_and_years_together() -> None:
    wages = [source(f"w{year}", f"BLS wages May {year}") for year in (2025, 2021, 2022, 2023, 2024)]
    line = sources_line([source("a"), *wages, source("o", "our judgement")], 100)
    assert line == "Publisher a 2026 · BLS wages May 2021–2025 · our judgement; `cscareer data sources`"
    short = sources_line([source(str(number)) for number in range(20)], 80)
    assert len(short) <= 80
    assert re.search(r"· \d+ more; `cscareer data sources`$", short)


def test_full_says_what_it_adds_as_far_as_a_line_holds() -> None:
    assert more_line(["The law there", "AI, in all", "How it works (in short)"], 80) == (
        "--full adds: the law there; AI, in all; how it works."
    )
    assert more_line([f"Heading {letter}" for letter in "abcdefghi"], 60).endswith("; and more.")
    assert more_line(["Pay", "Route 1", "Route 2"], 80) == "--full adds: pay; every detail of routes 1 to 2."
    assert "every note" in more_line([], 80)


def test_a_column_that_says_the_same_in_every_row_is_told_once() -> None:
    lean, told = told_once(
        Table([Column("Name"), Column("Kind"), Column("Note")], [("a", "x", ""), ("b", "x", "")])
    )
    assert [column.header for column in lean.columns] == ["Name"]
    assert told == ["Kind: x, for all of these."]
    assert told_once(TABLE) == (TABLE, [])
    assert told_once(Table([Column("Name"), Column("Kind")], [("a", "x")]))[1] == []


def test_short_names_of_places_stand_on_a_line_each(run: Run) -> None:
    shown = run("locations", "springfield", terminal=True, env={"COLUMNS": "80", "TERM": "dumb"})
    assert any(line.startswith("Springfield, MO ") for line in shown.out.splitlines())
    assert max(map(len, shown.out.splitlines())) <= 80
