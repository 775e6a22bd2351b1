"""The program as a process of its own: pipes, signals, locales, terminals."""

import json
import os
import pty
import select
import subprocess
import sys
import textwrap
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import Run, command_line

Process = Callable[..., subprocess.CompletedProcess[bytes]]

pytestmark = pytest.mark.skipif(os.name != "posix", reason="pipes and signals of POSIX")


@pytest.mark.parametrize(
    "arguments",
    [["roles"], ["roles", "--json"], ["roles", "-f", "csv"], ["--help"], []],
)
@pytest.mark.slow
def test_a_reader_that_goes_away_is_no_error(arguments: list[str], tmp_path: Path) -> None:
    read, write = os.pipe()
    os.close(read)
    done = subprocess.run(
        command_line(arguments),
        stdin=subprocess.DEVNULL,
        stdout=write,
        stderr=subprocess.PIPE,
        env={**os.environ, "XDG_DATA_HOME": str(tmp_path)},
        timeout=60,
        check=False,
    )
    os.close(write)
    assert (done.returncode, done.stderr) == (0, b"")


full = pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
UNBUFFERED = {"PYTHONUNBUFFERED": "1"}


@full
@pytest.mark.parametrize(
    ("arguments", "environment"),
    [
        *((["roles", "-f", output_format], {}) for output_format in ("table", "json", "csv", "markdown")),
        *((arguments, {}) for arguments in (["--help"], ["data"], ["--version"])),
        *((arguments, UNBUFFERED) for arguments in (["roles"], ["--help"])),
    ],
)
@pytest.mark.slow
def test_whatever_cannot_be_written_ends_with_4_and_a_sentence(
    process: Process, arguments: list[str], environment: dict[str, str]
) -> None:
    with Path("/dev/full").open("wb") as device:
        done = process(*arguments, env=environment, stdout=device.fileno())
    assert done.returncode == 4
    assert b"couldn't be written" in done.stderr
    assert b"Traceback" not in done.stderr


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


@pytest.mark.parametrize(
    "arguments",
    [["roles"], ["roles", "--json"], ["--help"], ["--version"]],
    ids=" ".join,
)
@pytest.mark.slow
def test_a_closed_standard_output_ends_with_4_and_a_sentence(arguments: list[str]) -> None:
    done = closing(">&-", *arguments)
    assert done.returncode == 4
    assert b"couldn't be written" in done.stderr
    assert b"Traceback" not in done.stderr
    if "--json" in arguments:
        assert json.loads(done.stderr)["error"]["code"] == 4


@pytest.mark.parametrize(
    ("redirection", "environment"),
    [
        ("2>&-", {}),
        pytest.param("2>/dev/full", {}, marks=full),
        pytest.param("2>/dev/full", UNBUFFERED, marks=full),
    ],
)
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
@pytest.mark.slow
def test_what_standard_error_does_not_take_changes_neither_answer_nor_exit_code(
    arguments: list[str], code: int, redirection: str, environment: dict[str, str]
) -> None:
    done = closing(redirection, *arguments, **environment)
    assert done.returncode == code
    assert (b"Director of Customer Experience" in done.stdout) == (code == 0)


@full
@pytest.mark.slow
def test_with_no_stream_left_the_exit_code_still_tells() -> None:
    assert closing(">&- 2>&-", "roles").returncode == 4
    assert closing(">/dev/full 2>/dev/full", "roles").returncode == 4


@pytest.mark.parametrize(
    ("arguments", "uncoerced"),
    [
        (["roles"], {"PYTHONCOERCECLOCALE": "0"}),
        pytest.param(["roles"], {}, marks=pytest.mark.slow),
        pytest.param(["gap", "csr", "--have", "empathy:1"], {}, marks=pytest.mark.slow),
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
def test_other_formats_are_utf_8_under_any_locale(process: Process, output_format: str) -> None:
    arguments = ["pay", "customer service specialist", "--format", output_format]
    plain = process(*arguments, env={"LC_ALL": "C", "PYTHONUTF8": "0"})
    assert plain.returncode == 0
    assert plain.stdout == process(*arguments, env={"PYTHONUTF8": "1"}).stdout
    assert output_format == "csv" or not plain.stdout.isascii()


@pytest.mark.slow
def test_json_of_a_strange_path_is_still_json(process: Process, tmp_path: Path) -> None:
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
            done = process("--data-dir", folder, "data", "path", "--format", output_format)
            assert done.returncode == 0
            assert b"\x1b" not in done.stdout
            assert "\u202e" not in done.stdout.decode()


@pytest.mark.slow
def test_without_a_home_it_still_answers(process: Process) -> None:
    assert process("roles", "--json", env={"HOME": "/nonexistent", "XDG_DATA_HOME": ""}).returncode == 0


@pytest.mark.parametrize(
    "moment", ["cli.program:run", "catalog.loading:load_catalog", "render.show:show", "render.show:write"]
)
def test_an_interrupt_ends_with_130_and_nothing_written(moment: str, tmp_path: Path) -> None:
    module, _, name = moment.partition(":")
    code = f"""
        import os, signal, sys
        from cscareer.{module} import {name} as call
        def interrupted(*arguments, **options):
            os.kill(os.getpid(), signal.SIGINT)
            return call(*arguments, **options)
        sys.modules["cscareer.{module}"].{name} = interrupted
        sys.argv[1:] = ["roles"]
        from cscareer.__main__ import main
        main()
    """
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(code)],
        capture_output=True,
        env={**os.environ, "XDG_DATA_HOME": str(tmp_path)},
        timeout=60,
        check=False,
    )
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

    @pytest.mark.slow
    def test_a_named_pipe_is_refused_without_waiting(self, process: Process, tmp_path: Path) -> None:
        os.mkfifo(tmp_path / "roles.yaml")
        done = process("--data-dir", str(tmp_path), "roles")
        assert done.returncode == 3
        assert "not a regular file" in " ".join(done.stderr.decode().split())

    @pytest.mark.slow
    def test_text_with_escapes_in_it_is_refused(self, process: Process, tmp_path: Path) -> None:
        (tmp_path / "sources.yaml").write_text(
            'sources:\n  - {id: x, title: "\\e[31mred", publisher: "a\\u202eb", address: null, date: null, licence: null}\n',
            encoding="utf-8",
        )
        done = process("data", "check", str(tmp_path))
        assert done.returncode == 1
        assert b"\x1b" not in done.stdout
        assert "\u202e" not in done.stdout.decode()
