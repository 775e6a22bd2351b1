"""The program as a process of its own: pipes, signals, locales, terminals."""

import importlib
import json
import os
import pty
import select
import signal
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from conftest import CLOSED, Run, command_line

Process = Callable[..., subprocess.CompletedProcess[bytes]]

pytestmark = pytest.mark.skipif(os.name != "posix", reason="pipes and signals of POSIX")


MOST = [["roles", "--json"], ["roles", "-f", "csv"], ["--help"], []]
full = pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
UNBUFFERED = {"PYTHONUNBUFFERED": "1"}


@pytest.fixture
def nobody_reads() -> Iterator[int]:
    """The writing end of a pipe whose reading end is closed."""
    read, write = os.pipe()
    os.close(read)
    yield write
    os.close(write)


@pytest.mark.slow
def test_a_reader_that_goes_away_is_no_error(process: Process, forked: Process, nobody_reads: int) -> None:
    ended = [process("roles", stdout=nobody_reads)]
    ended += [forked(*arguments, stdout=nobody_reads) for arguments in MOST]
    assert [(done.returncode, done.stderr) for done in ended] == [(0, b"")] * 5


@full
@pytest.mark.slow
def test_whatever_cannot_be_written_ends_with_4_and_a_sentence(process: Process, forked: Process) -> None:
    with Path("/dev/full").open("wb") as device:
        to = device.fileno()
        ended = [process("roles", stdout=to)]
        ended += [process(words, env=UNBUFFERED, stdout=to) for words in ("roles", "--help")]
        ended += [forked("roles", "-f", each, stdout=to) for each in ("table", "json", "csv", "markdown")]
        ended += [forked(words, stdout=to) for words in ("--help", "data", "--version")]
    for done in ended:
        assert done.returncode == 4, done.args
        assert b"couldn't be written" in done.stderr, done.args
        assert b"Traceback" not in done.stderr, done.args


def closing(descriptors: str, *arguments: str, **env: str) -> subprocess.CompletedProcess[bytes]:
    """Runs the program from a shell with redirections like `>&-`."""
    return subprocess.run(
        ["/bin/sh", "-c", f'exec "$@" {descriptors}', "sh", *command_line(arguments)],
        env={**{name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}, **env},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=60,
        check=False,
    )


@pytest.mark.slow
def test_a_closed_standard_output_ends_with_4_and_a_sentence(forked: Process) -> None:
    for done in (
        closing(">&-", "roles"),
        *(forked(*words, stdout=CLOSED) for words in (["roles", "--json"], ["--help"], ["--version"])),
    ):
        assert done.returncode == 4, done.args
        assert b"couldn't be written" in done.stderr, done.args
        assert b"Traceback" not in done.stderr, done.args
        if "--json" in done.args:
            assert json.loads(done.stderr)["error"]["code"] == 4


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["role", "dir"], 0),
        (["role", "CSM"], 2),
        (["role", "CSM", "--json"], 2),
        (["--data-dir", "/nonexistent", "roles"], 3),
    ],
    ids=["a note", "an error", "an error in JSON", "another error"],
)
@full
@pytest.mark.slow
def test_what_standard_error_does_not_take_changes_neither_answer_nor_exit_code(
    forked: Process, arguments: list[str], code: int
) -> None:
    with Path("/dev/full").open("wb") as device:
        ended = [forked(*arguments, stderr=CLOSED), forked(*arguments, stderr=device.fileno())]
    if "--json" not in arguments and "roles" not in arguments:  # with a fresh Python's streams too
        ended.append(closing("2>/dev/full", *arguments, **UNBUFFERED))
    if arguments == ["role", "CSM"]:
        ended += [closing("2>&-", *arguments), closing("2>/dev/full", *arguments)]
    for done in ended:
        assert done.returncode == code
        assert (b"Director of Customer Experience" in done.stdout) == (code == 0)


@full
@pytest.mark.slow
def test_with_no_stream_left_the_exit_code_still_tells(forked: Process) -> None:
    assert closing(">&- 2>&-", "roles").returncode == 4
    with Path("/dev/full").open("wb") as device:
        assert forked("roles", stdout=device.fileno(), stderr=device.fileno()).returncode == 4


@pytest.mark.parametrize(
    ("arguments", "uncoerced"),
    [
        (["roles"], {"PYTHONCOERCECLOCALE": "0"}),
        (["roles"], {}),
        (["gap", "csr", "--have", "empathy:1"], {}),
        (["role", "nobody\u00e9"], {"PYTHONCOERCECLOCALE": "0"}),
        ([], {}),
    ],
)
@pytest.mark.slow
def test_an_old_locale_gets_plain_ascii(
    process: Process, arguments: list[str], uncoerced: dict[str, str]
) -> None:
    done = process(*arguments, env={"LC_ALL": "C", "PYTHONUTF8": "0"} | uncoerced)
    assert done.returncode == (2 if "role" in arguments else 0)
    assert (done.stdout + done.stderr).isascii()
    assert b"Traceback" not in done.stderr


@pytest.mark.parametrize("output_format", ["json", "csv", "markdown"])
@pytest.mark.slow
def test_other_formats_are_utf_8_under_any_locale(
    process: Process, forked: Process, output_format: str
) -> None:
    arguments = ["pay", "customer service specialist", "--format", output_format]
    plain = process(*arguments, env={"LC_ALL": "C", "PYTHONUTF8": "0"})
    assert plain.returncode == 0
    assert plain.stdout == forked(*arguments).stdout
    assert output_format == "csv" or not plain.stdout.isascii()


@pytest.mark.slow
def test_json_of_a_strange_path_is_still_json(process: Process, forked: Process, tmp_path: Path) -> None:
    strange = tmp_path / "a\x1b[31m\u202eb"
    strange.mkdir()
    (strange / "sources.yaml").write_text("sources: []", encoding="utf-8")
    odd = os.fsencode(tmp_path) + b"/\xff\xfe"
    os.mkdir(odd)  # noqa: PTH102  a name that is no text
    Path(os.fsdecode(odd + b"/sources.yaml")).write_text("sources: []", encoding="utf-8")
    for folder in (str(strange), os.fsdecode(odd)):
        done = process("--data-dir", folder, "data", "path", "--json")
        assert done.returncode == 0
        assert json.loads(done.stdout)["data_layers"][-1]["path"]
        assert b"\x1b" not in done.stdout
        for output_format in ("table", "csv", "markdown") if folder == str(strange) else ("table",):
            done = forked("--data-dir", folder, "data", "path", "--format", output_format)
            assert done.returncode == 0
            assert b"\x1b" not in done.stdout
            assert "\u202e" not in done.stdout.decode()


def test_without_a_home_it_still_answers(forked: Process) -> None:
    assert forked("roles", "--json", env={"HOME": "/nonexistent", "XDG_DATA_HOME": ""}).returncode == 0


@pytest.mark.parametrize(
    "moment", ["cli.program:run", "catalog.loading:load_catalog", "render.show:show", "render.show:write"]
)
def test_an_interrupt_ends_with_130_and_nothing_written(forked: Process, moment: str) -> None:
    name, _, called = moment.partition(":")

    def interrupt_there() -> None:
        module = importlib.import_module(f"cscareer.{name}")
        call = getattr(module, called)

        def interrupted(*arguments: object, **options: object) -> object:
            os.kill(os.getpid(), signal.SIGINT)
            return call(*arguments, **options)

        setattr(module, called, interrupted)

    done = forked("roles", first=interrupt_there)
    assert (done.returncode, done.stdout, done.stderr) == (130, b"", b"")


def test_on_a_real_terminal_the_table_fits_and_ends_with_a_suggestion(tmp_path: Path) -> None:
    leader, follower = pty.openpty()
    import fcntl
    import struct
    import termios

    fcntl.ioctl(follower, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 72, 0, 0))
    environment = {name: value for name, value in os.environ.items() if name not in {"COLUMNS", "NO_COLOR"}}
    with subprocess.Popen(
        command_line(["roles"]),
        stdin=follower,
        stdout=follower,
        stderr=follower,
        env={**environment, "TERM": "xterm", "XDG_DATA_HOME": str(tmp_path)},
    ) as running:
        os.close(follower)
        shown = _read_all(leader)
    assert running.returncode == 0
    text = shown.decode()
    assert "Next: cscareer role" in text
    assert "\x1b[" in text


def _read_all(descriptor: int) -> bytes:
    shown = b""
    while select.select([descriptor], [], [], 30)[0]:
        try:
            part = os.read(descriptor, 65_536)
        except OSError:  # how Linux says that the other end is closed
            break
        if not part:
            break
        shown += part
    os.close(descriptor)
    return shown


class TestHostileData:
    """Data made to harm: refused at once, with its line."""

    BOMB = "a: &a [x, x]\n" + "\n".join(f"k{n}: &k{n} [*a, *a]" for n in range(30))

    @pytest.mark.usefixtures("small_catalog")
    @pytest.mark.parametrize(
        ("content", "said"),
        [
            (BOMB.encode(), "anchor"),
            (b"roles: " + b"[" * 1_000_000, "nested deeper"),
            (b"#" * 50_000_000, "larger than 5 MB"),
            ("roles: [é]".encode("latin-1"), "not UTF-8"),
            ("roles: []".encode("utf-16"), "not UTF-8"),
            (b"roles: !!python/object/apply:os.system ['touch /tmp/owned']", "tag"),
            (b"roles: \x00", "control character"),
            (b"roles: [", "broken YAML"),
            (b"", "expected a mapping"),
        ],
        ids=["bomb", "deep", "huge", "latin-1", "utf-16", "tag", "zero byte", "cut off", "empty"],
    )
    def test_it_ends_with_3_or_for_a_check_with_1(
        self, run: Run, tmp_path: Path, content: bytes, said: str
    ) -> None:
        (tmp_path / "roles.yaml").write_bytes(content)
        done = run("--data-dir", str(tmp_path), "roles")
        assert (done.code, done.out) == (3, "")
        assert said in " ".join(done.err.split())
        assert "Traceback" not in done.err
        checked = run("data", "check", str(tmp_path), "--json")
        assert checked.code == 1
        assert said in json.loads(checked.out)["problems"][0]["message"]

    def test_nothing_nested_deeply_makes_the_process_crash(self, process: Process, tmp_path: Path) -> None:
        (tmp_path / "roles.yaml").write_bytes(b"roles: " + b"[" * 1_000_000)
        done = process("--data-dir", str(tmp_path), "roles")
        assert (done.returncode, done.stdout) == (3, b"")
        assert b"nested deeper" in done.stderr

    def test_a_named_pipe_is_refused_without_waiting(self, forked: Process, tmp_path: Path) -> None:
        os.mkfifo(tmp_path / "roles.yaml")
        done = forked("--data-dir", str(tmp_path), "roles")
        assert done.returncode == 3
        assert "not a regular file" in " ".join(done.stderr.decode().split())

    @pytest.mark.usefixtures("small_catalog")
    def test_text_with_escapes_in_it_is_refused(self, run: Run, tmp_path: Path) -> None:
        (tmp_path / "sources.yaml").write_text(
            'sources:\n  - {id: x, title: "\\e[31mred", publisher: "a\\u202eb", address: null, date: null, licence: null}\n',
            encoding="utf-8",
        )
        done = run("data", "check", str(tmp_path))
        assert done.code == 1
        assert "\x1b" not in done.out + done.err
        assert "\u202e" not in done.out + done.err
