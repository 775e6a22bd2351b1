"""What all tests share: the built-in catalog, the program run in-process and as a process, and folders of data."""

import gc
import io
import os
import re
import signal
import subprocess
import sys
import tempfile
import warnings
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, wraps
from pathlib import Path
from types import FrameType
from typing import IO, Any, NoReturn

import pytest
from hypothesis import HealthCheck, settings

from cscareer.catalog import drafting, layers, loading, reports, yaml_reader
from cscareer.catalog.drafting import Draft
from cscareer.catalog.layers import Layer
from cscareer.catalog.loading import Catalog
from cscareer.catalog.models import Model
from cscareer.catalog.wage_checks import check_folders
from cscareer.cli.declaring import Declaration, answer_forms
from cscareer.cli.program import declared
from cscareer.errors import Problem

# A run in the background may have been told to ignore interrupts, and the programs that tests start would inherit it.
signal.signal(signal.SIGINT, signal.default_int_handler)
signal.signal(signal.SIGQUIT, signal.SIG_DFL)
signal.signal(signal.SIGHUP, signal.SIG_DFL)

ROOT = Path(__file__).parent.parent
GOLDEN = Path(__file__).parent / "golden"
OF_A_SCREEN = {"CSCAREER_DATA", "NO_COLOR", "FORCE_COLOR", "COLUMNS", "LINES", "COLORTERM", "TTY_COMPATIBLE"}
SHARED = ROOT.parent / "shared"  # official files and real samples, which aren't part of the project


def _reach_the_disk(descriptor: int) -> None:
    """Says, as fsync does, whether there is such a file, and waits for no disk.

    No test can cut the power, and thousands of files that each wait for milliseconds are a good part of a minute.
    """
    os.fstat(descriptor)


os.fsync = _reach_the_disk  # type: ignore[assignment]  # a file with a number of its own is none of ours

# How many examples Hypothesis makes up; what is slow is slow on a busy machine too, so that nothing fails by its time.
_UNTIMED: dict[str, Any] = {"deadline": None, "suppress_health_check": [HealthCheck.too_slow]}
settings.register_profile("quick", max_examples=10, **_UNTIMED)
settings.register_profile("thorough", max_examples=40, derandomize="CI" in os.environ, **_UNTIMED)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE") or ("thorough" if "CI" in os.environ else "quick"))

# The data that stays as it is, is loaded once for all tests, and the same YAML parsed once: thousands of runs read them.
_load, _loaded = loading.load_catalog, dict[tuple[Layer, ...], Catalog]()
_UNCHANGING = {layers.built_in_path().resolve(), (GOLDEN / "catalog").resolve()}


@wraps(_load)
def _load_once(data_dir: Path | str | None = None, environment: Mapping[str, str] | None = None) -> Catalog:
    folder = None if data_dir is None else Path(data_dir)
    in_use = layers.layers_in_use(folder, os.environ if environment is None else environment)
    if len(in_use) > 1 or in_use[0].path.resolve() not in _UNCHANGING:
        return _load(data_dir, environment)
    if in_use not in _loaded:
        _loaded[in_use] = _load(data_dir, environment)
    return _loaded[in_use]


loading.load_catalog = _load_once
_layer = layers._layer  # noqa: SLF001  what is there of a folder is looked at in each of thousands of runs
_layer_once = cache(_layer)
layers._layer = lambda name, path: (_layer_once if path in _UNCHANGING else _layer)(name, path)  # noqa: SLF001
yaml_reader.parse = cache(yaml_reader.parse)
# Patterns as well: several catalogs have the same thousands of them, and Python itself remembers 512.
vars(re)["_MAXCACHE"] = 100_000

# Only now, for what finds these imports parts of the program that take `load_catalog` as it is then.
COMMANDS = declared()
FORMS = answer_forms(COMMANDS)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begins with what takes long, so that no worker is left with it at the end."""
    items.sort(key=lambda item: item.get_closest_marker("slow") is None)


def pytest_collection_finish() -> None:
    """Leaves all that was made by now to no search for garbage, which is seldom made besides: it stays to the end."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(100_000, 20, 20)


def calls_of(work: Callable[[], object]) -> int:
    """How many functions a piece of work calls: a measure of work that no busy machine changes."""
    calls = 0

    def count(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal calls
        calls += event in {"call", "c_call"}

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        work()
    finally:
        sys.setprofile(before)
    return calls


def command_called(*words: str) -> Declaration:
    """The command that a person types these words for, maybe with options and arguments after them."""
    called = [each for each in COMMANDS if words[: len(each.words)] == each.words]
    called += [each for each in COMMANDS if each.alone and each.words[:1] == words[:1]]
    return called[0]


def on_one_line(text: str) -> str:
    """Text whose commands over several lines stand on one, as a shell would take them."""
    return text.replace("\\\n  ", "").replace("\\\n", "")


def shared_file(path: str) -> Path:
    """A file beside the project; the test that asks for it is skipped where it is absent."""
    file = SHARED / path
    if not file.exists():
        pytest.skip(f"no shared/{path} beside the project")
    return file


@dataclass(frozen=True)
class Outcome:
    """How a run ended."""

    code: int
    out: str
    err: str


class Screen(io.TextIOWrapper):
    """A stream that remembers what was written, and may pretend to be a terminal."""

    def __init__(self, *, terminal: bool, encoding: str = "utf-8") -> None:
        super().__init__(io.BytesIO(), encoding=encoding, newline="")
        self._terminal = terminal

    def isatty(self) -> bool:
        return self._terminal

    def text(self) -> str:
        self.flush()
        buffer = self.buffer
        assert isinstance(buffer, io.BytesIO)
        return buffer.getvalue().decode("utf-8")


Run = Callable[..., Outcome]


@pytest.fixture(scope="session", autouse=True)
def files_read_once() -> Iterator[None]:
    """The entries and wages of the data that stays as it is, validated once, for all the folders laid over it."""
    read = drafting.read_file

    @cache
    def read_alone(path: Path, model: type[Model]) -> Draft:
        draft = Draft()
        read(path, model, draft)
        return draft

    def read_once(path: Path, model: type[Model], draft: Draft) -> None:
        if _UNCHANGING.isdisjoint(path.parents):
            read(path, model, draft)
            return
        alone = read_alone(path, model)
        for section, entries in alone.entries.items():
            draft.entries.setdefault(section, {}).update(entries)
        draft.loose += alone.loose
        draft.unread |= alone.unread
        draft.problems += alone.problems
        draft.lines |= alone.lines

    @cache
    def check_unchanging(*folders: Path) -> list[Problem]:
        return list(check_folders(folders))

    def check_once(folders: Sequence[Path]) -> list[Problem]:
        unchanging = all(each.parent.resolve() in _UNCHANGING for each in folders)
        return check_unchanging(*folders) if unchanging else list(check_folders(folders))

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(drafting, "read_file", read_once)
        patch.setattr(reports, "check_folders", check_once)
        yield


@pytest.fixture(scope="session")
def nowhere(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.getbasetemp() / "nowhere"


@pytest.fixture(autouse=True)
def clean_surroundings(
    request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch, nowhere: Path
) -> None:
    """No layer of data, no color and no width but what a test sets itself."""
    alone = "tmp_path" in request.fixturenames  # a folder of its own, which takes time to make
    for name in OF_A_SCREEN & os.environ.keys():
        monkeypatch.delenv(name)
    if os.environ.get("TERM") != "xterm-256color":
        monkeypatch.setenv("TERM", "xterm-256color")
    home = request.getfixturevalue("tmp_path") if alone else nowhere
    monkeypatch.setenv("XDG_DATA_HOME", str(home / "nobody"))


@pytest.fixture(scope="session")
def catalog() -> Catalog:
    """The built-in data alone."""
    return loading.load_catalog(environment={})


@pytest.fixture
def nothing_loaded(monkeypatch: pytest.MonkeyPatch) -> None:
    """All data is read anew, as in a run of its own."""
    monkeypatch.setattr(sys.modules[__name__], "_loaded", {})


@pytest.fixture
def small_catalog(monkeypatch: pytest.MonkeyPatch) -> None:
    """The built-in data is the small catalog of the golden files."""
    monkeypatch.setattr("cscareer.catalog.layers.built_in_path", lambda: GOLDEN / "catalog")


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:  # noqa: ARG001  what it keeps, it keeps there
    """Runs a command line in this process: `run("roles", "--json", env={...}, terminal=True)`."""

    def run_program(
        *arguments: str,
        env: Mapping[str, str] | None = None,
        terminal: bool = False,
        encoding: str = "utf-8",
        declarations: Sequence[Declaration] | None = None,
    ) -> Outcome:
        from cscareer.cli.program import run as run_line

        out, err = Screen(terminal=terminal, encoding=encoding), Screen(terminal=terminal, encoding=encoding)
        with monkeypatch.context() as patch:
            for name, value in (env or {}).items():
                patch.setenv(name, value)
            patch.setattr(sys, "stdout", out)
            patch.setattr(sys, "stderr", err)
            code = run_line(arguments, declarations)
        return Outcome(code, out.text(), err.text())

    return run_program


class Typed:
    """Standard input of a terminal, at which a person types these lines."""

    def __init__(self, *lines: str) -> None:
        self.buffer = io.BytesIO("".join(f"{line}\n" for line in lines).encode())

    def isatty(self) -> bool:
        return True

    def fileno(self) -> int:
        raise io.UnsupportedOperation("no file stands behind it, so nothing is paged")


@pytest.fixture
def talk(monkeypatch: pytest.MonkeyPatch, run: Run) -> Callable[..., Outcome]:
    """Runs a command line at a terminal, at which a person types lines: `talk("role", typed=["csr"])`."""

    def run_and_type(*arguments: str, typed: Sequence[str], env: Mapping[str, str] | None = None) -> Outcome:
        with monkeypatch.context() as patch:
            patch.setattr(sys, "stdin", Typed(*typed))
            return run(*arguments, env=env, terminal=True)

    return run_and_type


@pytest.fixture
def process(tmp_path: Path) -> Callable[..., subprocess.CompletedProcess[bytes]]:
    """Runs a command line as a process of its own, in an environment of its own."""

    def run_process(
        *arguments: str, env: Mapping[str, str] | None = None, stdin: bytes = b"", stdout: int | None = None
    ) -> subprocess.CompletedProcess[bytes]:
        kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT", "LANG") if name in os.environ}
        return subprocess.run(
            command_line(arguments),
            env={**kept, "XDG_DATA_HOME": str(tmp_path / "nobody"), "HOME": str(tmp_path), **(env or {})},
            input=stdin,
            stdout=subprocess.PIPE if stdout is None else stdout,
            stderr=subprocess.PIPE,
            timeout=60,
            check=False,
        )

    return run_process


def command_line(arguments: Sequence[str]) -> list[str]:
    """The program with these arguments, as a shell would start it."""
    return [sys.executable, "-m", "cscareer", *arguments]


def fork() -> int:
    """Forks the tests: 0 in the new process, where only this thread goes on."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # the other thread is that of pytest's workers
        return os.fork()


def become(arguments: Sequence[str], environment: Mapping[str, str]) -> NoReturn:
    """In a process just forked: the program with these arguments, as if it were started afresh with its streams and this environment."""
    from cscareer.__main__ import main

    code: object = 1
    try:
        os.environ.clear()
        os.environ.update(environment)
        sys.argv = ["cscareer", *arguments]
        sys.stdin, sys.stdout = _stream(0, "r"), _stream(1, "w")
        sys.stderr = _stream(2, "w", errors="backslashreplace")
        main()
    except SystemExit as ending:
        code = ending.code
    finally:
        for stream in (sys.stdout, sys.stderr):
            try:
                if stream is not None:
                    stream.flush()
            except (OSError, ValueError):
                code = 120  # as Python ends where what was left to write can't be
        os._exit(code if isinstance(code, int) else 1)


def _stream(descriptor: int, mode: str, errors: str | None = None) -> Any:  # noqa: ANN401  None where it is closed, as Python has it
    try:
        os.fstat(descriptor)
    except OSError:
        return None
    return open(descriptor, mode, encoding="utf-8", errors=errors, closefd=False)


CLOSED = -1


@pytest.fixture
def forked(tmp_path: Path) -> Callable[..., subprocess.CompletedProcess[bytes]]:
    """Runs a command line as a process of its own that is forked from this one, which takes a fifth of the time of a fresh one.

    Its streams are real: `stdout` and `stderr` are descriptors, CLOSED, or kept to be looked at. What is to be otherwise in
    there is done `first`. What Python itself does when it starts (locales, buffers) needs `process`.
    """

    def run_forked(
        *arguments: str,
        env: Mapping[str, str] | None = None,
        stdout: int | None = None,
        stderr: int | None = None,
        first: Callable[[], object] = bool,
    ) -> subprocess.CompletedProcess[bytes]:
        with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
            process = fork()
            if process == 0:
                streams = (
                    out.fileno() if stdout is None else stdout,
                    err.fileno() if stderr is None else stderr,
                )
                os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
                for descriptor, stream in enumerate(streams, start=1):
                    if stream == CLOSED:
                        os.close(descriptor)
                    else:
                        os.dup2(stream, descriptor)
                os.closerange(3, 256)  # or a reader that is gone would seem to be there
                first()
                home = {"XDG_DATA_HOME": str(tmp_path / "nobody"), "HOME": str(tmp_path)}
                become(arguments, {"PATH": os.environ["PATH"]} | home | dict(env or {}))
            code = os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])
            return subprocess.CompletedProcess(arguments, code, _all_of(out), _all_of(err))

    return run_forked


def _all_of(file: IO[bytes]) -> bytes:
    file.seek(0)
    return file.read()


@pytest.fixture
def folder(tmp_path: Path) -> Callable[..., Path]:
    """Writes a folder of data: `folder(roles="roles: []")` has one file, roles.yaml."""

    def write_folder(**files: str | bytes) -> Path:
        made = tmp_path / "data"
        made.mkdir(exist_ok=True)
        for name, content in files.items():
            data = content.encode() if isinstance(content, str) else content
            (made / f"{name}.yaml").write_bytes(data)
        return made

    return write_folder
