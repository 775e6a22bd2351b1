"""Sharing parts out to workers: the only place that knows Dask."""

import logging
import os
import re
import signal
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from multiprocessing import resource_tracker
from typing import TYPE_CHECKING, NamedTuple

from cscareer.bulk.folder import DonePart
from cscareer.bulk.parts import FilePart
from cscareer.bulk.work import Job, do_part
from cscareer.errors import MissingExtraError, UnreadableError, UsageError

if TYPE_CHECKING:
    from distributed import Client, Future
    from distributed.deploy.cluster import Cluster

ANSWERS_WITHIN = 10  # seconds, of a scheduler
_UNWATCHED = {  # what Dask looks at for its dashboard, many times a second, takes its time from the work
    "distributed.worker.profile.enabled": False,
    "distributed.worker.memory.monitor-interval": "500ms",
    "distributed.scheduler.work-stealing-interval": "1s",
    "distributed.admin.tick.interval": "1s",
    "distributed.admin.system-monitor.interval": "2s",
}
MOST_TRIES = 10  # of a part, in each of which several workers may end


class Crew(NamedTuple):
    """Who does the work: so many workers on this machine, as many as it has cores when None, or those of a scheduler.

    A scheduler is named by its address, or is a cluster that a script has started.

    Example:
        >>> Crew(workers=2).scheduler is None
        True
    """

    workers: int | None = None
    scheduler: "str | Cluster | None" = None


class Finished(NamedTuple):
    """A part that is in place, and how many workers there are now."""

    part: FilePart
    done: DonePart
    workers: int


def check_dask() -> None:
    """Makes sure that Dask is there.

    Raises:
        MissingExtraError: it isn't.
    """
    try:
        import distributed  # noqa: F401
    except ImportError:
        raise MissingExtraError.of("Working in bulk", "bulk") from None


def shared_out(job: Job, parts: Sequence[FilePart], crew: Crew) -> Iterator[Finished]:
    """Each part once it is in place, in any order; nothing is started where there are none.

    Raises:
        UsageError: no scheduler answers, or a worker would answer otherwise.
        UnwritableError, UnreadableError: as doing a part raises them; a part at which workers end again and again; the
            scheduler goes away.
    """
    if not parts:
        return
    with _client(crew, len(parts)) as client:
        yield from _finished(client, job, parts)


def _finished(client: "Client", job: Job, parts: Sequence[FilePart]) -> Iterator[Finished]:
    from distributed import CancelledError, KilledWorker, as_completed

    tries = dict.fromkeys((part.number for part in parts), 0)

    def handed_out(part: FilePart) -> "Future[DonePart]":
        tries[part.number] += 1
        key = f"part-{part.number:06}-{job.started}-{tries[part.number]}"
        return client.submit(do_part, job, part, key=key, pure=False)

    open_parts = {handed_out(part): part for part in parts}
    waiting = as_completed(open_parts)
    for future in waiting:
        part = open_parts.pop(future)
        try:
            done = future.result()
        except KilledWorker:
            if tries[part.number] >= MOST_TRIES:
                raise UnreadableError(
                    f"Workers end again and again at lines {part.first_line:,} to {part.first_line + part.lines - 1:,} of {part.file}.",
                    hint="They may have too little memory; the rest is done once you run the command again.",
                ) from None
            again = handed_out(part)
            open_parts[again] = part
            waiting.add(again)
            continue
        except CancelledError:
            raise UnreadableError(
                "The scheduler has gone away.",
                hint="Run the same command again once it is back: what is done stays done.",
            ) from None
        except ImportError as error:
            raise UsageError(
                f"A worker can't load the program: {error.msg}.",
                hint='Install it wherever workers run: pip install "cscareer[bulk]"',
            ) from None
        future.release()
        yield Finished(part, done, len(client.nthreads()))


@contextmanager
def _client(crew: Crew, parts: int) -> "Iterator[Client]":
    from dask import config
    from dask.system import CPU_COUNT
    from distributed import Client, LocalCluster

    for name in filter(re.compile(r"distributed\b").match, logging.root.manager.loggerDict):
        logging.getLogger(name).setLevel(logging.CRITICAL)  # a worker that ends is no news
    with ExitStack() as stack:
        address: str | Cluster | None = crew.scheduler
        if crew.scheduler is None:
            stack.enter_context(config.set(_UNWATCHED))
            os.environ["PYTHONSAFEPATH"] = (
                "1"  # or workers begin by looking for modules in the folder one is in
            )
            with _deaf_to_interrupts():
                address = stack.enter_context(
                    LocalCluster(
                        n_workers=min(crew.workers or CPU_COUNT, parts),
                        threads_per_worker=1,
                        host="127.0.0.1",
                        dashboard_address=None,
                        scheduler_kwargs={"dashboard_address": "127.0.0.1:0"},  # it answers there even so
                        silence_logs=logging.CRITICAL,
                    )
                )
        try:
            client = stack.enter_context(Client(address, timeout=ANSWERS_WITHIN))
        except (OSError, ValueError) as error:
            raise UsageError(
                f"No scheduler answers at {crew.scheduler}.",
                hint="Start one: `dask scheduler` says its address, like tcp://127.0.0.1:8786.",
            ) from error
        yield client


@contextmanager
def _deaf_to_interrupts() -> Iterator[None]:
    """Lets processes and threads begun meanwhile know of no interrupt, then or ever: ours ends them, once it hears of it."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    resource_tracker.ensure_running()  # whoever starts it hears of interrupts again
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
