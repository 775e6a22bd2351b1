"""The folder a person's profile is kept in: written whole or not at all, by one process at a time, for their eyes only."""

import re
import secrets
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from pydantic import ValidationError

from cscareer.catalog import reading, yaml_reader, yaml_writer
from cscareer.catalog.private_files import OWNER_ALONE, replace_private, write_private
from cscareer.catalog.validation import problems_of
from cscareer.errors import InvalidDataError, Problem, UnreadableError, UnwritableError, UsageError
from cscareer.plan.place import PROFILE, profile_folder
from cscareer.plan.profile import MOST_CHANGES, VERSION, Profile

if TYPE_CHECKING:
    from filelock import BaseFileLock

Told = TypeVar("Told")

PATIENCE = 10  # seconds to wait for another process that is writing
_MOST_TRIES = 20
_TEMPORARY = ".profile.*.new"
_HEADER = """\
# Your profile. It stays on this machine; `cscareer profile` shows it, `cscareer profile forget` removes it.
"""


class Store:
    """A person's profile on disk: the file, the version before it, and what was set aside when that was put back.

    Every method raises UnreadableError where the folder is locked away.

    Example:
        >>> from pathlib import Path
        >>> Store(Path("nobody")).read() is None
        True
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.path = folder / PROFILE
        self.previous = folder / "profile.previous.yaml"
        self.lock = folder / "profile.lock"

    @classmethod
    def of_user(cls) -> "Store | None":
        """The store in the user's own folder; None where they have no home."""
        folder = profile_folder()
        return cls(folder) if folder else None

    def read(self) -> Profile | None:
        """The profile; None when there is none.

        Raises:
            InvalidDataError: it has been edited into something else; the file stays as it is.
            UnreadableError: it is locked away, or written by a newer version.
        """
        if not reading.stands(self.path):
            return None
        hint = "Put it right in an editor"
        if self._can_go_back():
            hint += ", or `cscareer profile restore` puts the version before it back"
        return _load(self.path, hint=f"{hint}. Until then `cscareer --no-profile …` goes without it.")

    def change(self, make: Callable[[Profile], Profile]) -> Profile:
        """Replaces the profile by what `make` makes of it, as `change_and_tell` does, and returns it."""
        return self.change_and_tell(lambda kept: (make(kept), None))[0]

    def change_and_tell(self, make: Callable[[Profile], tuple[Profile, Told]]) -> tuple[Profile, Told]:
        """Replaces the profile by what `make` makes of it, and keeps the version before; unchanged, nothing is written.

        Returns:
            The profile as it is now, and what else `make` tells of the change.

        Raises:
            InvalidDataError, UnreadableError: as `read`.
            UnwritableError: the disk is full or read-only, or another process is writing; the profile is as it was.
        """
        with self._alone():
            before = self.read()
            after, told = make(before or Profile())
            if after.changes[:-MOST_CHANGES]:
                after = after.model_copy(update={"changes": after.changes[-MOST_CHANGES:]})
            if after != (before or Profile()):
                content = _written(after)
                kept = {self.previous: _content(self.path)} if before is not None else {}
                self._place({**kept, self.path: content})
            return after, told

    def restore(self) -> Profile:
        """Puts the version before back, and sets the present file aside.

        Raises:
            UsageError: there is none, or it is what stands there already.
            InvalidDataError, UnreadableError: it can't be read either.
            UnwritableError: as `change`.
        """
        if not reading.stands(self.previous):
            raise UsageError(
                "There is no version before to put back.", hint="`cscareer profile path` shows what there is."
            )
        with self._alone():
            profile = _load(self.previous, hint="Put it right in an editor.")
            content = _content(self.previous)
            if reading.stands(self.path):
                if reading.read_bytes(self.path, len(content)) == content:
                    raise UsageError(
                        "The version before is what stands there already.",
                        hint="`cscareer profile path` shows where it and what was set aside are.",
                    )
                # Put beside under a name of its own first, so that it is never gone.
                write_private(self._free_aside(), self.path.read_bytes())
            self._place({self.path: content})
            return profile

    def forget(self) -> tuple[tuple[Path, ...], tuple[Path, ...]]:
        """Removes every file of the store; says which there were, and what else is in the folder and stays.

        Raises:
            UnwritableError: something couldn't be removed, or another process is writing.
        """
        if not reading.stands(self.folder):
            return (), ()
        with self._alone():
            gone = [path for path in self.files() if reading.stands(path)]
            locked = [failure for path in (*gone, self.lock) if (failure := _failure(path))]
            if locked:
                raise UnwritableError(
                    f"{' '.join(locked)} The rest of what is kept of you is removed.",
                    hint="Remove it by hand.",
                )
        with suppress(OSError):
            self.folder.rmdir()
        return tuple(gone), tuple(sorted(self.folder.iterdir()) if reading.stands(self.folder) else ())

    def files(self) -> tuple[Path, ...]:
        """Where the profile, the version before it, and whatever was set aside are, if they are."""
        return (self.path, self.previous, *self.asides())

    def asides(self) -> tuple[Path, ...]:
        """What was set aside, oldest first; what a person named like it comes before."""
        found = self.folder.glob("profile.set-aside-*.yaml")
        return tuple(sorted(found, key=lambda path: (_number(path), path.name)))

    def _free_aside(self) -> Path:
        number = max(map(_number, self.asides()), default=0) + 1
        return self.folder / f"profile.set-aside-{number:03}.yaml"

    def _can_go_back(self) -> bool:
        try:
            _load(self.previous, hint="")
        except (InvalidDataError, UnreadableError):
            return False
        return True

    @contextmanager
    def _alone(self) -> Iterator[None]:
        from filelock import FileLock, Timeout

        try:
            with self._held(FileLock(self.lock, timeout=PATIENCE, mode=OWNER_ALONE)):
                self._sweep()
                yield
        except Timeout:
            raise UnwritableError(
                f"Another cscareer is writing to {self.folder}.",
                hint="Wait until it is done, then try again.",
            ) from None
        except OSError as error:
            raise UnwritableError(
                f"{error.filename or self.folder} couldn't be written: {error.strerror or error}.",
                hint="Nothing was changed. Check the free space, and that the folder may be written to.",
            ) from None

    def _held(self, lock: "BaseFileLock") -> AbstractContextManager[object]:
        """The lock, taken in a folder of the person's own; anew where another process forgets the profile meanwhile."""
        for _ in range(_MOST_TRIES):
            try:
                self.folder.parent.mkdir(parents=True, exist_ok=True)
                self.folder.mkdir(mode=0o700, exist_ok=True)
                self.folder.chmod(0o700)
                return lock.acquire()
            except FileNotFoundError:
                continue
        return lock.acquire()

    def _sweep(self) -> None:
        """Removes what a process that was stopped in the middle of writing left behind."""
        for leftover in self.folder.glob(_TEMPORARY):
            with suppress(FileNotFoundError):
                leftover.unlink()

    def _place(self, contents: Mapping[Path, bytes]) -> None:
        """Puts contents in their files' places: whoever looks sees the old file or the new one, whole.

        All are on the disk before the first takes its place, so that a full disk changes none.
        """
        for target in contents:
            if target.is_symlink():
                raise UnwritableError(
                    f"{target} is a link, and a profile is not written through one.",
                    hint="Put the file itself there. Nothing was changed.",
                )
        replace_private(
            {
                target: (self.folder / _TEMPORARY.replace("*", secrets.token_hex(8)), content)
                for target, content in contents.items()
            }
        )


def as_yaml(profile: Profile) -> str:
    """The profile as its file has it."""
    return _HEADER + yaml_writer.dump(profile.model_dump(mode="json", exclude_none=True))


def _written(profile: Profile) -> bytes:
    content = as_yaml(profile).encode()
    if len(content) > reading.MAX_BYTES:
        raise UnwritableError(
            f"The profile would be larger than {reading.MAX_BYTES // 1_000_000} MB.",
            hint="Nothing was changed. Remove what you no longer need.",
        )
    try:
        Profile.model_validate(yaml_reader.parse(content.decode()))
    except (ValidationError, reading.RefusedError):
        raise UnwritableError(
            "The profile would hold what can't be read again.",
            hint="Nothing was changed. Say it in plain words, without signs that steer a terminal.",
        ) from None
    return content


def _content(path: Path) -> bytes:
    """What a profile that has just been read holds."""
    return reading.read_bytes(path, reading.MAX_BYTES)


def _load(path: Path, *, hint: str) -> Profile:
    try:
        text = reading.read_text(path)
        value = yaml_reader.parse(text)
    except reading.RefusedError as refused:
        problems = [yaml_reader.problem(path, yaml_reader.without_content(refused))]
        raise InvalidDataError("Your profile can't be read:", hint=hint, problems=problems) from None
    if value is None:
        problems = [Problem(str(path), None, None, "The file is empty.")]
        raise InvalidDataError("Your profile can't be read:", hint=hint, problems=problems)
    if isinstance(value, dict) and isinstance(value.get("version"), int) and value["version"] > VERSION:
        raise UnreadableError(
            f"{path} was written by a newer cscareer (version {value['version']} of profiles).",
            hint="Update cscareer, and it can be read.",
        )
    try:
        return Profile.model_validate(value)
    except ValidationError as error:
        problems = list(problems_of(error, path, yaml_reader.Lines(text), (), value, private=True))
        raise InvalidDataError("Your profile can't be read:", hint=hint, problems=problems) from None


def _number(path: Path) -> int:
    """The number of a file set aside; 0 if it has none."""
    number = path.stem.rpartition("-")[2]
    return int(number) if re.fullmatch("[0-9]{1,9}", number) else 0


def _failure(path: Path) -> str | None:
    """Removes a file; says so where it couldn't be."""
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        return f"{path} couldn't be removed: {error.strerror or error}."
    return None
