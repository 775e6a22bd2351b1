"""Words of a command line that belong together."""

from rows import each_row

from cscareer.catalog.loading import Catalog
from cscareer.cli.line_words import split_titles


@each_row(
    ("words", "titles"),
    [
        (
            "customer service specialist customer service manager",
            ["customer service specialist", "customer service manager"],
        ),
        ("csr account manager", ["csr", "account manager"]),
        ("customer service manager", ["customer service manager"]),
        ("csr account-manager", None),  # names one by one
        ("customer nonsense", None),
        ("csr", None),
    ],
)
def test_words_in_a_row_are_the_fewest_whole_names(
    catalog: Catalog, words: str, titles: list[str] | None
) -> None:
    assert split_titles(catalog, words.split()) == titles
