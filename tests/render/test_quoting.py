"""Names in commands to paste: one word to the shell, and nothing in them is run."""

import re
import shlex

from hypothesis import example, given
from hypothesis import strategies as st

from cscareer.render.text import quoted


@given(st.text(max_size=40))
@example("A $(touch x) `id`")
@example('say "hi" \\ $HOME !')
def test_a_name_is_one_word_to_the_shell_and_nothing_in_it_is_run(name: str) -> None:
    said = quoted(name)
    assert shlex.split(said) == [name]
    assert not (said.startswith('"') and re.search(r"[$`!\\\\]", said))
