"""What a suggested command keeps of the one that was typed."""

from rows import each_row

from cscareer.cli.following import as_given


@each_row(
    ("suggested", "words", "said"),
    [
        (
            "cscareer gap csr",
            ["path", "csr", "--resume", "my cv.txt"],
            'cscareer gap csr --resume "my cv.txt"',
        ),
        ("cscareer gap csr", ["path", "--have=empathy,typing"], 'cscareer gap csr --have "empathy,typing"'),
        ("cscareer gap csr", ["path", "--resume", "-", "-l", "Denver"], "cscareer gap csr"),
        (
            "cscareer gap csr --have cashier",
            ["match", "--have", "empathy"],
            "cscareer gap csr --have cashier",
        ),
        (
            "cscareer pay csr",
            ["gap", "csr", "-l", "Denver", "--plain"],
            'cscareer pay csr -l "Denver" --plain',
        ),
        (
            "cscareer gap manager",
            ["path", "manager", "--from", "team lead", "--have", "typing"],
            'cscareer gap manager --have "team lead,typing"',
        ),
        (
            "cscareer gap manager",
            ["path", "--from", "team lead", "--resume", "a.txt"],
            'cscareer gap manager --resume "a.txt"',
        ),
        ("cscareer role csr -l Denver", ["match", "-l", "Denver"], "cscareer role csr -l Denver"),
        ("cscareer pay csr --by area", ["pay", "csr", "-l", "Denver"], "cscareer pay csr --by area"),
        ("cscareer skill sql", ["gap", "csr", "--resume", "a.txt"], "cscareer skill sql"),
    ],
)
def test_what_was_given_is_kept_where_the_next_command_takes_it(
    suggested: str, words: list[str], said: str
) -> None:
    assert as_given(suggested, words).replace('"', "") == said.replace('"', "")
