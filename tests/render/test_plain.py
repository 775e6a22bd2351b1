"""Words alone: one fact a line behind its label, for whoever listens to the screen."""

import re
import shlex

import pytest
from conftest import COMMANDS, Run, on_one_line
from rows import each_row

from cscareer.render.blocks import (
    Bar,
    Bars,
    Branch,
    Bullets,
    Check,
    Checklist,
    Column,
    Facts,
    Heading,
    Page,
    Paragraph,
    ProgressBar,
    Table,
    Tree,
)
from cscareer.render.cells import Kinded, Money, PayRange, Spark, Tick
from cscareer.render.plain_format import draw_plain, spelled
from cscareer.render.spoken import folded, held_together

LINES = [
    "role csr",
    "roles",
    "pay 'account manager' -l Denver",
    "pay csr --by state --top 3",
    "compare csr 'account manager' -l Austin",
    "compare csr -l Austin -l Denver",
    "offer 46000 --role csr -l Columbus,OH --current 41000",
    "gap 'customer service manager' --have coaching,empathy:3",
    "match --have coaching,empathy:3",
    "trend csr",
    "raise 41000 --was 36000 --since 2022-05",
    "skill de-escalation",
    "metrics",
    "metric FCR",
    "title manager",
    "outlook csr",
    "path 'customer service manager' --from csr",
    "path --from csr",
    "beyond csr -l Austin",
    "guide succeed",
    "practice 'angry customer'",
    "locations austin",
]
SIGNS = re.compile(r"[─━│├└█░▁-▇★✔◐☐≈•±÷×→·…“”]")


@pytest.mark.parametrize("full", [False, True], ids=["screen", "full"])
@pytest.mark.parametrize("line", LINES)
def test_no_line_begins_with_a_sign_and_none_has_a_rule_a_bar_or_a_box(
    run: Run, line: str, full: bool
) -> None:
    outcome = run("--plain", *shlex.split(line), *(["--full"] if full else []), env={"COLUMNS": "40"})
    assert outcome.code == 0
    for each in filter(None, outcome.out.splitlines()):
        assert each[0].isalnum(), each
        assert not SIGNS.search(each), each
    assert "\x1b" not in outcome.out


@pytest.mark.parametrize(
    "line", ["role csr", "pay csr -l Austin", "trend csr", "beyond csr", "compare csr 'account manager'"]
)
def test_it_says_every_figure_of_the_first_screen(run: Run, line: str) -> None:
    screen, plain = (run(*flags, *shlex.split(line)).out for flags in ((), ("--plain",)))
    figures = set(re.findall(r"\$[\d,]+\d|\d[\d,]*\.\d%", screen))
    assert figures
    assert all(figure in plain for figure in figures)


def test_it_may_be_asked_for_for_good(run: Run) -> None:
    plain = run("--plain", "role", "csr").out
    assert run("role", "csr", env={"CSCAREER_PLAIN": "1"}).out == plain
    assert run("role", "csr", env={"CSCAREER_PLAIN": "0"}).out != plain
    assert run("role", "csr").out != plain, "the flag is of one run alone"
    assert run("--plain", "--no-profile", "role", "csr").out == plain


def test_other_formats_are_as_ever(run: Run) -> None:
    for output_format in ("json", "csv", "markdown"):
        assert (
            run("--plain", "role", "csr", "-f", output_format).out
            == run("role", "csr", "-f", output_format).out
        )


def test_the_greeting_names_it_and_has_a_plain_form(run: Run) -> None:
    assert "--plain" in run().out
    assert all(line[0].isalnum() for line in run("--plain").out.splitlines())


@each_row("words", [each.words for each in COMMANDS], ids="-".join)
def test_every_command_has_plain_help(run: Run, words: tuple[str, ...]) -> None:
    assert not SIGNS.search(re.sub("[“”…]", "", run("--plain", *words, "--help").out.replace("╭", "─")))


def test_each_kind_of_block_is_told_in_words() -> None:
    pay = PayRange(38_500, 48_500, "USD")
    page = Page(
        "A title",
        [
            Paragraph("★ among the most wanted."),
            Heading("Heading"),
            Facts([("Median", Spark([1, 20])), ("Change", Money(-5, "USD", signed=True)), ("Pay", None)]),
            Bullets(["“Quoted,” they said."]),
            Table(
                [Column("#"), Column("Name"), Column("Pay")],
                [(1, "a", Kinded("% wages", pay)), (2, "b", pay)],
            ),
            Table(
                [Column("May"), Column("Pay"), Column("Change"), Column("People"), Column("Change")],
                [("A", 1, 2, 3, 4)],
            ),
            Bars([Bar("Here", 38_500, 48_500), Bar("The offer", 40_000, 40_000)], "USD"),
            Checklist(
                [
                    Check("have", "SQL", "working", None),
                    Check("missing", "Typing", "missing", "Type.", ["Seen."]),
                ]
            ),
            ProgressBar(1, 3),
            Tree(Branch("a", "Here", branches=[Branch("b", "There", "promotion", [("Pay", pay)])])),
        ],
        ["~ estimate: ours."],
    )
    assert draw_plain(page, (), (), full=False).splitlines() == [
        "A title",
        "among the most wanted.",
        "",
        "Heading.",
        "Median: 1, then 20",
        "Change: minus $5",
        "Pay: not known",
        "Quoted, they said.",
        "Rank 1: Name a",
        "Rank 1: Pay $38,500 to $48,500, wages",
        "Rank 2: Name b",
        "Rank 2: Pay $38,500 to $48,500",
        "A: Pay 1",
        "A: Pay: change 2",
        "A: People 3",
        "A: People: change 4",
        "Here: $38,500 to $48,500",
        "The offer: $40,000",
        "SQL, done: working",
        "Typing, open: missing",
        "Next for Typing: Type.",
        "About Typing: Seen.",
        "1 of 3 done",
        "Here",
        "There, after Here: promotion",
        "There, Pay: $38,500 to $48,500",
        "Note: estimate: ours.",
    ]


@each_row(
    ("drawn", "said"),
    [
        ("Customer Service Specialist ★", "Customer Service Specialist, in demand"),
        ("4–10 years, +$3,375, -1.8%", "4 to 10 years, plus $3,375, minus 1.8%"),
        ("200 ÷ 4 × 2 → 100", "200 divided by 4 times 2 to 100"),
        ("(% wages: 10%–50% of all)", "wages: 10% to 50% of all)"),
        ("De-escalation and 2026-11-24", "De-escalation and 2026-11-24"),
        (str(Tick("have")), "done"),
        ("/home/jo/ad.txt", "Path /home/jo/ad.txt"),
    ],
)
def test_a_sign_is_said_in_words(drawn: str, said: str) -> None:
    assert spelled(drawn) == said


def test_on_a_terminal_no_word_is_broken_and_no_line_begins_with_a_sign() -> None:
    text = held_together(
        "Pay: about half of what all there earn, “as told” in the ads of this year, and 3 more.\n"
        "Next: cscareer pay csr -l Denver\n"
        "Put it behind `cscareer gap csr --have coaching` and read on.\n"
    )
    lines = folded(text, 40).splitlines()
    assert max(map(len, lines)) < 40
    assert all(line[0].isalnum() for line in lines)
    assert " ".join(lines) == " ".join(text.replace("\N{NO-BREAK SPACE}", " ").split("\n")).strip()
    assert "cscareer gap csr --have coaching" in [line[:32] for line in lines]
    assert folded(text, None).count("\n") == 3


def test_on_a_terminal_a_wide_command_has_lines_of_its_own_to_paste() -> None:
    command = 'cscareer gap "customer service manager" --have "empathy:advanced,coaching"'
    lines = folded(held_together(f"Find out what you still lack: {command}\n"), 40).splitlines()
    assert lines[0] == "Find out what you still lack:"
    assert all(line.endswith("\\") and len(line) < 40 for line in lines[1:-1])
    assert on_one_line("\n".join(lines[1:])) == command


def test_errors_and_notes_are_told_in_words_too(run: Run) -> None:
    said = run("--plain", "pay", "csr", "--place", "Denver").err
    assert "`" not in said
    assert "cscareer pay --help shows how it's used." in said
    assert run("--plain", "posting", "--compare", "/nowhere/ad.txt").err.startswith("Error: /nowhere/ad.txt")


def test_what_marks_stand_for_is_left_out_where_there_are_none(run: Run) -> None:
    run("profile", "add", "coaching:2")
    for line in ("checklist start customer service manager", "gap customer service manager"):
        said = run(*line.split(), "--plain", "--full").out
        assert "open:" in said
        assert "below the wanted level" not in said


def test_money_at_the_beginning_of_a_line_stays_money(run: Run) -> None:
    said = run("--plain", "practice", "wrong bill").out
    assert "\n23 dollars is a data pass charged twice" in said
    assert "bill is $46 higher" in said


def test_no_blank_stands_before_the_comma_that_a_dash_becomes() -> None:
    assert spelled("Years: “2 years in a call center” – met.") == "Years: 2 years in a call center, met."


def test_it_says_what_is_meant_by_an_empty_cell_an_arrow_and_a_bar(run: Run) -> None:
    compared = run("--plain", "compare", "csr", "account manager", "--full").out
    assert "De-escalation: Account Manager not wanted" in compared
    assert "not known" not in run("--plain", "metrics").out
    assert spelled("“coached two” → working") == "coached two, counts as working"
    assert "bars" not in spelled("By year: ▁▃█ from $36,920 in 2021; the bars run from the least to the most")
    assert str(Money(39900.0, "USD")) == "$39,900"
