"""DuckDB with bounds: so much memory, a private folder to spill into, no network, no file but those named."""

import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from cscareer.errors import MissingExtraError, UnreadableError, UnwritableError

MEMORY = "1GB"  # DuckDB's own; the process takes some hundred MB besides
THREADS = 2  # each reads with buffers of its own
Row = tuple[Any, ...]


class BrokenTableError(Exception):
    """A table that DuckDB can't read to its end; what it says of it may quote the file and is kept out of sight."""


class Engine:
    """A database in memory that lives as long as one question."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._connection: Any = None

    def open(self, files: Sequence[Path]) -> None:
        """Opens the database; from here on it reads these files alone."""
        import duckdb

        settings: dict[str, str | bool | int | float | list[str]] = {
            "memory_limit": MEMORY,
            "threads": THREADS,
            "temp_directory": str(self.folder / "spilled"),
            "autoinstall_known_extensions": False,
            "autoload_known_extensions": False,
            "preserve_insertion_order": False,
        }
        self._connection = duckdb.connect(":memory:", config=settings)
        for setting in (
            "TimeZone = 'UTC'",
            "enable_progress_bar = false",
            f"allowed_paths = [{', '.join(literal(str(file)) for file in files)}]",
            "enable_external_access = false",
            "lock_configuration = true",
        ):
            self._connection.execute(f"SET {setting}")

    def close(self) -> None:
        """Lets go of all of it."""
        if self._connection is not None:
            self._connection.close()

    def rows(self, query: str) -> list[Row]:
        """What a query finds.

        Raises:
            BrokenTableError: the file behind it can't be read to its end.
            UnreadableError: there isn't memory enough.
            UnwritableError: there is no room to spill into.
        """
        import duckdb

        try:
            found: list[Row] = self._connection.execute(query).fetchall()
        except duckdb.InterruptException:
            raise KeyboardInterrupt from None
        except duckdb.OutOfMemoryException:
            raise UnreadableError(
                f"This takes more than the {MEMORY} of memory that it may.",
                hint="Ask for fewer groups, or split the file by month.",
            ) from None
        except duckdb.IOException as error:
            if "space" in str(error).casefold():
                raise UnwritableError(
                    "There is no room left for what doesn't fit into memory.",
                    hint=f"Make room in {self.folder.parent}, or set TMPDIR to a folder on a larger disk.",
                ) from None
            raise BrokenTableError from None
        except (duckdb.ParserException, duckdb.BinderException, duckdb.CatalogException):
            raise  # a query of ours is wrong, whatever the file is
        except duckdb.Error:  # a broken file fails in every way there is
            raise BrokenTableError from None
        return found

    def row(self, query: str) -> Row:
        """The one row that a query finds."""
        return self.rows(query)[0]


@contextmanager
def opened_engine() -> Iterator[Engine]:
    """A database, not open yet, with a private folder that is gone afterwards.

    Raises:
        MissingExtraError: DuckDB isn't installed.
        UnwritableError: there is no folder for what doesn't fit into memory.
    """
    if find_spec("duckdb") is None:
        raise MissingExtraError.of("Reading tickets", "tickets")
    try:
        folder = tempfile.TemporaryDirectory(prefix="cscareer-", ignore_cleanup_errors=True)
    except OSError as error:
        raise UnwritableError(
            f"No folder can be made for what doesn't fit into memory: {error.strerror or error}.",
            hint="Set TMPDIR to a folder of yours.",
        ) from None
    with folder as name:
        engine = Engine(Path(name).resolve())
        try:
            yield engine
        finally:
            engine.close()


def literal(text: str) -> str:
    """A text as SQL writes it: whatever stands in it, it is a text."""
    return "'" + text.replace("\0", "").replace("'", "''") + "'"


def identifier(name: str) -> str:
    """A name of a column as SQL writes it."""
    return '"' + name.replace("\0", "").replace('"', '""') + '"'


def listed(texts: Sequence[str]) -> str:
    """Texts as a list in SQL, never an empty one."""
    return ", ".join(map(literal, texts)) or "NULL"
