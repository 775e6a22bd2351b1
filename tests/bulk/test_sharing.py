"""Bulk on a real scheduler and two real workers, on this machine's own address, some of which end midway."""

import json
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from conftest import ROOT, command_line
from ending_rows import ENDING

from cscareer.bulk import running, sharing
from cscareer.bulk.folder import BulkTarget
from cscareer.bulk.inputs import find_inputs
from cscareer.bulk.report import BulkReport
from cscareer.bulk.running import BulkProgress, run_bulk
from cscareer.bulk.sharing import Crew
from cscareer.bulk.work import RowReading
from cscareer.catalog.loading import Catalog
from cscareer.cli.bulk_rows import titles_in
from cscareer.errors import UsageError
from cscareer.render.title_stream import title_text
from cscareer.titles.reading import TitleReader

pytestmark = [
    pytest.mark.skipif(os.name != "posix", reason="signals of POSIX"),
]
TODAY = date(2026, 11, 27)


def started(*words: str, log: Path) -> subprocess.Popen[bytes]:
    path = os.pathsep.join([str(ROOT / "tests" / "bulk"), os.environ.get("PYTHONPATH", "")])
    with log.open("wb") as errors:
        return subprocess.Popen(
            [sys.executable, "-m", "distributed.cli.dask_" + words[0], *words[1:]],
            env={**os.environ, "PYTHONPATH": path},
            stdout=subprocess.DEVNULL,
            stderr=errors,
        )


@pytest.fixture(scope="module")
def scheduler(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a scheduler with two workers, each of which its keeper starts again when it ends."""
    folder = tmp_path_factory.mktemp("dask")
    file = folder / "scheduler.json"
    here = ("--host", "127.0.0.1", "--scheduler-file", str(file), "--dashboard-address", "127.0.0.1:0")
    processes = [started("scheduler", *here, "--port", "0", log=folder / "scheduler.log")]
    try:
        for _ in range(300):
            if file.exists():
                break
            time.sleep(0.05)
        processes += [
            started(
                "worker", *here, "--nthreads", "1", "--local-directory", str(folder), log=folder / f"{at}.log"
            )
            for at in range(2)
        ]
        yield json.loads(file.read_text(encoding="utf-8"))["address"]
    finally:
        for each in processes:
            each.kill()  # what a worker's keeper keeps ends with it
            each.wait(timeout=20)


def workers_of(address: str) -> list[int]:
    from distributed import Client

    with Client(address) as client:
        client.wait_for_workers(2)
        return list(client.run(os.getpid).values())


def ran(catalog: Catalog, reading: RowReading, file: Path, folder: Path, **how: object) -> BulkReport:
    inputs = find_inputs([str(file)], plain_text=True)
    return run_bulk(catalog, reading, inputs, BulkTarget(folder), day=TODAY, **how)  # type: ignore[arg-type]


def files_of(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.mark.slow
def test_with_a_worker_killed_midway_and_with_one_worker_the_same_files_come_out(
    catalog: Catalog, scheduler: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(running, "PART_BYTES", 2_000)
    file = tmp_path / "titles.txt"
    titles = [f"Call center agent {at}" for at in range(1_000)]
    file.write_text("\n".join(titles), encoding="utf-8")
    first, _ = workers_of(scheduler)
    told: list[BulkProgress] = []

    def kill_once(far: BulkProgress) -> None:
        told.append(far)
        if len(told) == 3:
            os.kill(first, signal.SIGKILL)

    report = ran(catalog, titles_in(None), file, tmp_path / "two", crew=Crew(None, scheduler), tell=kill_once)
    assert (report.answered, report.bad, report.lines) == (1_000, 0, 1_000)
    assert first not in workers_of(scheduler)
    assert [each.lines for each in told] == sorted(each.lines for each in told)
    assert told[-1].lines == told[-1].of == 1_000
    reader = catalog.once(TitleReader)
    stream = "".join(title_text(reader.read(title), at) for at, title in enumerate(titles, 1))
    parts = sorted((tmp_path / "two").glob("part-*"))
    assert len(parts) == report.parts > 5
    assert "".join(path.read_text(encoding="utf-8") for path in parts) == stream
    ran(catalog, titles_in(None), file, tmp_path / "one", crew=Crew(1))
    assert files_of(tmp_path / "one") == files_of(tmp_path / "two")


@pytest.mark.slow
def test_a_row_that_ends_two_workers_is_set_aside_and_the_rest_is_done(
    catalog: Catalog, scheduler: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(running, "PART_BYTES", 60)
    file = tmp_path / "words.txt"
    words = [f"word {at}" for at in range(30)]
    words[17] = "end"
    file.write_text("\n".join(words), encoding="utf-8")
    workers_of(scheduler)
    report = ran(catalog, ENDING, file, tmp_path / "out", crew=Crew(None, scheduler))
    assert (report.answered, report.bad) == (29, 1)
    (bad,) = report.bad_files
    told = json.loads(Path(bad).read_text(encoding="utf-8"))
    assert (told["file"], told["line"]) == (str(file), 18)
    lines = "".join(files_of(tmp_path / "out")[f"part-{at:06}.jsonl"].decode() for at in range(report.parts))
    assert [json.loads(line)["line"] for line in lines.splitlines()] == [*range(1, 18), *range(19, 31)]


@pytest.mark.slow
@pytest.mark.parametrize("address", ["tcp://127.0.0.1:9", "nowhere", "tpc://127.0.0.1:9"])
def test_a_scheduler_that_is_not_there_is_told(
    catalog: Catalog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, address: str
) -> None:
    monkeypatch.setattr(sharing, "ANSWERS_WITHIN", 0.2)
    file = tmp_path / "titles.txt"
    file.write_text("csr\n", encoding="utf-8")
    with pytest.raises(UsageError, match=f"No scheduler answers at {address}"):
        ran(catalog, titles_in(None), file, tmp_path / "out", crew=Crew(None, address))


@pytest.mark.slow
def test_an_interrupt_ends_the_workers_too_and_says_nothing_more(tmp_path: Path) -> None:
    (tmp_path / "titles.txt").write_text("".join(f"Agent {at}\n" for at in range(400_000)), encoding="utf-8")
    process = subprocess.Popen(
        command_line(["bulk", "titles", "titles.txt", "-o", "out", "--workers", "1"]),
        cwd=tmp_path,
        start_new_session=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    )
    for _ in range(1_200):
        if list(tmp_path.glob("out/part-*.at")):  # a worker is at it
            break
        time.sleep(0.05)
    os.killpg(process.pid, signal.SIGINT)
    _, err = process.communicate(timeout=60)
    assert (process.returncode, b"Traceback" in err) == (130, False)
    with pytest.raises(ProcessLookupError):
        _wait_for_all_of(process.pid)


def _wait_for_all_of(group: int) -> None:
    """Returns once 10 seconds are over; a group that has ended is an error before."""
    for _ in range(200):
        os.killpg(group, 0)
        time.sleep(0.05)


@pytest.mark.slow
def test_the_script_of_the_docs_runs_with_the_cluster_of_this_machine(tmp_path: Path) -> None:
    page = (ROOT / "docs" / "bulk.md").read_text(encoding="utf-8")
    (script,) = re.findall(r"```python\n(.*?)```", page, re.DOTALL)
    lines = {
        where: [cell.strip("` ") for cell in cells]
        for where, *cells in (
            row.strip("| ").split(" | ") for row in page.splitlines() if row.count("Cluster") > 1
        )
    }
    for slurm, here in zip(lines["Slurm"], lines["this machine"], strict=True):
        assert script.count(slurm) == 1
        script = script.replace(slurm, here)
    script = script.replace("/shared", str(tmp_path)).replace(
        "threads_per_worker=1", "n_workers=1, threads_per_worker=1, processes=False, dashboard_address=None"
    )
    script = script.replace("cluster.scale(50)", "cluster.scale(1)")
    (tmp_path / "jobs").mkdir()
    (tmp_path / "jobs" / "a.txt").write_text("csr\nteam lead\n", encoding="utf-8")
    (tmp_path / "script.py").write_text(script, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, str(tmp_path / "script.py")],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert (done.returncode, done.stdout) == (0, "2 0\n"), done.stderr
    assert (tmp_path / "titles-read" / "_manifest.json").exists()
