"""How often garbage is looked for, while a million rows are answered."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_BETWEEN_COLLECTIONS = 50_000  # objects made


@contextmanager
def seldom_collecting() -> Iterator[None]:
    """Answers hold no circles: looking for them every few hundred objects is time lost on a long stream."""
    before = gc.get_threshold()
    gc.set_threshold(_BETWEEN_COLLECTIONS, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)
