"""Scripts of ours that read what may be made to harm: each in a process of its own, with bounds on memory and time."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Timer


@dataclass(frozen=True, slots=True)
class Limits:
    """What a worker may take: bytes of address space, seconds of computing, seconds until it is stopped."""

    memory: int
    computing: int
    waiting: float


class WorkerError(Exception):
    """A worker ended before it was done; `late` says that it was stopped because it took too long."""

    def __init__(self, *, late: bool) -> None:
        super().__init__("late" if late else "ended early")
        self.late = late


def lines_of(script: Path, *arguments: str, limits: Limits, content: bytes = b"") -> Iterator[bytes]:
    """The lines that a script writes to standard output, as they come, after all content went to its standard input.

    Raises:
        WorkerError: it took too much memory or time, or ended with anything but 0.
        OSError: it couldn't be started.
    """
    # -P keeps the script's folder out of its sight: names of modules there are also those of others.
    command = [sys.executable, "-P", str(script), str(limits.memory), str(limits.computing), *arguments]
    late = False

    def stop() -> None:
        nonlocal late
        late = True
        process.kill()

    with subprocess.Popen(  # noqa: S603  our own script
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as process:
        timer = Timer(limits.waiting, stop)
        timer.daemon = True
        timer.start()
        try:
            with suppress(OSError):  # it has ended already, which its exit code says
                if process.stdin:
                    process.stdin.write(content)
                    process.stdin.close()
            yield from process.stdout or ()
            if process.wait() != 0:
                raise WorkerError(late=late)
        finally:
            timer.cancel()
            process.kill()


def limit() -> list[str]:
    """Called by a script first: bounds its memory and time, where the system lets us; returns its own arguments."""
    memory, computing, *arguments = sys.argv[1:]
    with suppress(ImportError, OSError, ValueError):
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_CPU, (int(computing), int(computing)))
        resource.setrlimit(resource.RLIMIT_AS, (int(memory), int(memory)))
    return arguments
