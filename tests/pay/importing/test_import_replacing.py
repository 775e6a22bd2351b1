"""`wages/` is replaced as a whole or not at all, and keeps what new files don't speak of."""

import errno
import os
import shutil
import signal
import subprocess
import sys
import textwrap
import time
from collections.abc import Callable
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest
from filelock import FileLock
from official_files import AUSTIN, LINE, NATION, TEXAS, everything, lines, take, wages, write_csv

from cscareer.catalog.loading import load_catalog
from cscareer.catalog.wage_checks import check_folders
from cscareer.catalog.wage_files import folder_of
from cscareer.errors import ExitCode, InvalidDataError, UnwritableError

Forked = Callable[..., subprocess.CompletedProcess[bytes]]


@pytest.fixture
def old_file(tmp_path: Path) -> Path:
    return write_csv(tmp_path / "all_M2024.csv", [wages(**area) for area in (NATION, TEXAS, AUSTIN)])


@pytest.fixture
def new_file(tmp_path: Path) -> Path:
    return write_csv(tmp_path / "all_M2025.csv", [wages(**area, TOT_EMP=7) for area in (NATION, TEXAS)])


class TestMerging:
    """What an import leaves, replaces, and sets aside."""

    def test_a_newer_year_replaces_an_area_and_leaves_the_others(
        self, tmp_path: Path, old_file: Path, new_file: Path
    ) -> None:
        take(tmp_path, old_file)
        take(tmp_path, new_file)
        newer = LINE.replace("1200", "7", 1)
        assert lines(tmp_path, "43-4051.csv") == [
            f"99,2025,{newer},,",
            f"48,2025,{newer},,",
            f"12420,2024,{LINE},,",
        ]
        assert lines(tmp_path, "trend.csv") == [f"43-4051,2024,{LINE}", f"43-4051,2025,{newer}"]
        assert [line.split(",")[0] for line in lines(tmp_path, "areas.csv")] == ["99", "48", "12420"]

    def test_an_older_year_goes_only_to_the_trend(
        self, tmp_path: Path, old_file: Path, new_file: Path
    ) -> None:
        take(tmp_path, new_file)
        report = take(tmp_path, old_file)
        newer = LINE.replace("1200", "7", 1)
        assert lines(tmp_path, "43-4051.csv") == [
            f"99,2025,{newer},,",
            f"48,2025,{newer},,",
            f"12420,2024,{LINE},,",
        ]
        assert lines(tmp_path, "trend.csv") == [f"43-4051,2024,{LINE}", f"43-4051,2025,{newer}"]
        assert [(left.reason, left.rows) for left in report.files[0].set_aside] == [
            ("older than what is there", 1)
        ]

    def test_the_same_year_again_replaces(self, tmp_path: Path, old_file: Path) -> None:
        take(tmp_path, old_file)
        take(tmp_path, write_csv(tmp_path / "again_M2024.csv", [wages(TOT_EMP=9)]))
        assert lines(tmp_path, "43-4051.csv")[0].startswith("99,2024,9,")
        assert lines(tmp_path, "trend.csv") == [f"43-4051,2024,9,{LINE.split(',', 1)[1]}"]

    def test_other_occupations_and_files_stay_byte_for_byte(self, tmp_path: Path, new_file: Path) -> None:
        take(tmp_path, write_csv(tmp_path / "x_M2024.csv", [wages("15-1232"), wages("11-9199")]))
        (tmp_path / "wages" / "notes.txt").write_text("mine", encoding="utf-8")
        before = everything(tmp_path)
        take(tmp_path, new_file)
        after = everything(tmp_path)
        assert after.keys() - before.keys() == {"43-4051.csv"}
        for name in ("15-1232.csv", "11-9199.csv", "notes.txt"):
            assert after[name] == before[name]

    @pytest.mark.slow
    def test_neither_the_order_of_files_nor_importing_again_makes_a_difference(self, tmp_path: Path) -> None:
        files = [
            write_csv(tmp_path / "a_M2025.csv", [wages(), wages("15-1232", **TEXAS)]),
            write_csv(tmp_path / "b_M2025.csv", [wages(TOT_EMP=5)]),
            write_csv(tmp_path / "c_M2024.csv", [wages(), wages(**AUSTIN)]),
            write_csv(tmp_path / "us_zips_2023.csv", [{"zip": "78701", "county": "48453"}]),
        ]
        results, reports = [], []
        for number, order in enumerate(permutations(files)):
            target = tmp_path / str(number)
            reports.append(take(target, *order).files)
            results.append(everything(target))
        again = take(tmp_path / "0", *files).files
        assert all(result == results[0] for result in [*results, everything(tmp_path / "0")])
        assert all(report == reports[0] for report in [*reports, again])

    def test_a_file_named_twice_is_read_once(self, tmp_path: Path, old_file: Path) -> None:
        assert len(take(tmp_path / "data", old_file, old_file.parent / "." / old_file.name).files) == 1

    def test_releases_name_each_file_once_with_its_source(
        self, tmp_path: Path, old_file: Path, new_file: Path
    ) -> None:
        take(tmp_path, old_file)
        take(tmp_path, new_file, old_file)
        rows = [line.split(",") for line in lines(tmp_path, "releases.csv")]
        assert [(row[0], row[1], row[2]) for row in rows] == [
            ("bls-oews-2024", "wages", "2024"),
            ("bls-oews-2025", "wages", "2025"),
        ]
        sources = load_catalog(tmp_path, {}).sources
        assert sources["bls-oews-2024"].date == "2025"
        assert sources["bls-oews-2025"].date == "2026-05-15", "what is written in YAML wins"

    def test_what_is_there_and_broken_is_not_built_upon(
        self, tmp_path: Path, old_file: Path, new_file: Path
    ) -> None:
        take(tmp_path, old_file)
        broken = tmp_path / "wages" / "trend.csv"
        broken.write_text("a,b\n1,2\n", encoding="utf-8")
        with pytest.raises(InvalidDataError) as caught:
            take(tmp_path, new_file)
        assert [(problem.file, problem.line) for problem in caught.value.problems] == [(str(broken), 1)]


def failing(call: Callable[..., Any], name: str, times: int, error: OSError) -> Callable[..., Any]:
    """The call, failing when it has been made `times` times on a path that ends with `name`."""
    left = [times]

    def attempt(path: Any, *arguments: Any, **options: Any) -> Any:  # noqa: ANN401  as the call it stands for
        if str(path).endswith(name):
            left[0] -= 1
            if not left[0]:
                raise error
        return call(path, *arguments, **options)

    return attempt


class TestFailures:
    """No room, no right, another import: exit code 4, and the old data is whole."""

    @pytest.mark.parametrize("number", [errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EIO])
    @pytest.mark.parametrize(
        ("call", "name"),
        [
            ("write_bytes", "43-4051.csv"),
            ("write_bytes", "releases.csv"),
            ("rename", "wages"),
            ("rename", ".new"),
        ],
    )
    def test_a_full_or_failing_disk_leaves_the_old_data(
        self, tmp_path: Path, old_file: Path, new_file: Path, monkeypatch: pytest.MonkeyPatch,
        call: str, name: str, number: int,
    ) -> None:  # fmt: skip
        target = tmp_path / "data"
        take(target, old_file)
        before = everything(target)
        with monkeypatch.context() as patch:
            error = OSError(number, os.strerror(number), "somewhere")
            patch.setattr(Path, call, failing(getattr(Path, call), name, 1, error))
            with pytest.raises(UnwritableError) as caught:
                take(target, new_file)
        assert caught.value.exit_code == ExitCode.UNWRITABLE
        assert os.strerror(number) in caught.value.message
        assert everything(target) == before
        assert {path.name for path in target.iterdir()} <= {"wages", ".wages.lock"}
        take(target, new_file)
        assert lines(target, "43-4051.csv")[0].startswith("99,2025,7,")

    @pytest.mark.skipif(sys.platform != "linux", reason="file size limits as Linux has them")
    @pytest.mark.slow
    def test_a_disk_that_takes_no_more_leaves_the_old_data(
        self, tmp_path: Path, old_file: Path, new_file: Path
    ) -> None:
        target = tmp_path / "data"
        take(target, old_file)
        before = everything(target)
        done = child(
            f"""
            import resource, signal, sys
            sys.dont_write_bytecode = True  # or that would be cut off
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100))
            from cscareer.cli.program import run
            raise SystemExit(run(["data", "import", {str(new_file)!r}, "--to", {str(target)!r}]))
            """
        )
        assert done.returncode == ExitCode.UNWRITABLE
        assert b"Nothing was changed" in done.stderr
        assert everything(target) == before

    def test_two_imports_at_once_are_one_and_a_refusal(
        self, tmp_path: Path, old_file: Path, new_file: Path
    ) -> None:
        target = tmp_path / "data"
        take(target, old_file)
        before = everything(target)
        with FileLock(target / ".wages.lock"), pytest.raises(UnwritableError, match="Another import"):
            take(target, new_file)
        assert everything(target) == before

    @pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everywhere")
    def test_a_folder_that_may_not_be_written_to(self, tmp_path: Path, old_file: Path) -> None:
        target = tmp_path / "data"
        target.mkdir(mode=0o500)
        with pytest.raises(UnwritableError):
            take(target, old_file)

    def test_where_files_cannot_be_linked_they_are_copied(
        self, tmp_path: Path, old_file: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        take(tmp_path, write_csv(tmp_path / "x_M2024.csv", [wages("15-1232")]))
        before = everything(tmp_path)["15-1232.csv"]

        def refuse(*_: object) -> None:
            raise OSError(errno.EPERM, "no links here")

        monkeypatch.setattr(os, "link", refuse)
        take(tmp_path, old_file)
        assert everything(tmp_path)["15-1232.csv"] == before


def child(code: str) -> subprocess.CompletedProcess[bytes]:
    """Runs Python code as a process of its own."""
    return subprocess.run(
        [sys.executable, "-c", textwrap.dedent(code)], capture_output=True, timeout=60, check=False
    )


def is_whole(target: Path, *choices: dict[str, bytes]) -> bool:
    """Whether the data loads, is sound, and is one of the choices."""
    load_catalog(target, {})
    place = folder_of(target)
    assert place is not None
    assert list(check_folders([place])) == []
    return {path.name: path.read_bytes() for path in sorted(place.iterdir())} in choices


@pytest.mark.skipif(os.name != "posix", reason="signals of POSIX")
@pytest.mark.slow
class TestInterruptions:
    """Killed or interrupted at any moment, the data is the old or the new."""

    @pytest.mark.parametrize(
        ("call", "name"),
        [
            ("mkdir", ".wages.new"), ("write_bytes", "43-4051.csv"), ("write_bytes", "releases.csv"),
            ("rename", "wages"), ("rename", ".wages.new"),
        ],
    )  # fmt: skip
    @pytest.mark.parametrize("ending", [signal.SIGKILL, signal.SIGINT])
    def test_at_each_step(
        self,
        tmp_path: Path,
        forked: Forked,
        old_file: Path,
        new_file: Path,
        call: str,
        name: str,
        ending: signal.Signals,
    ) -> None:
        target, other = tmp_path / "data", tmp_path / "other"
        take(target, old_file)
        before = everything(target)
        shutil.copytree(target, other)
        take(other, new_file)
        after = everything(other)

        def stop_there() -> None:
            as_ever, stopped = getattr(Path, call), list[Path]()

            def stop(path: Path, *arguments: object, **options: object) -> object:
                if str(path).endswith(name) and not stopped:
                    stopped.append(path)
                    os.kill(os.getpid(), ending)
                return as_ever(path, *arguments, **options)

            setattr(Path, call, stop)

        done = forked("data", "import", str(new_file), "--to", str(target), first=stop_there)
        assert done.returncode == (-signal.SIGKILL if ending == signal.SIGKILL else ExitCode.INTERRUPTED)
        assert done.stdout == b""
        assert b"Traceback" not in done.stderr
        assert is_whole(target, before, after)
        take(target, new_file)
        assert everything(target) == after
        assert {path.name for path in target.iterdir()} <= {"wages", ".wages.lock"}

    @pytest.mark.parametrize("ending", [signal.SIGKILL, signal.SIGINT])
    def test_at_any_time(self, tmp_path: Path, old_file: Path, ending: signal.Signals) -> None:
        target, other = tmp_path / "data", tmp_path / "other"
        rows = [wages(f"11-{1011 + number}") for number in range(600)]
        many = write_csv(tmp_path / "many_M2025.csv", rows)
        take(target, old_file)
        shutil.copytree(target, other)
        day = "2026-01-02"  # as an import that ends in time writes it down
        take(other, many, retrieved=day)
        before, after = everything(target), everything(other)
        # Started through a parent that waits: the interpreter's own start is not ours to guard.
        starter = "import sys\nprint(end='.', flush=True)\nfrom cscareer.__main__ import main\nmain()"
        ended = []
        for wait in (0.05, 0.3, 0.5):
            words = ["data", "import", str(many), "--to", str(target), "--retrieved", day]
            command = [sys.executable, "-c", starter, *words]
            with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
                assert running.stdout is not None
                assert running.stdout.read(1) == b"."
                time.sleep(wait)
                running.send_signal(ending)
                _, told = running.communicate(timeout=60)
            assert running.returncode in {0, ExitCode.INTERRUPTED, -ending}
            if running.returncode == ExitCode.INTERRUPTED:
                assert b"Traceback" not in told
            assert is_whole(target, before, after)
            ended.append(running.returncode)
        assert any(ended), "no import was cut off"
