"""Seconds, rows a second and peak memory of `tickets` on made-up exports, beside DuckDB's own scan and group-by of the file.

`python bench/tickets.py [MILLIONS…]` takes 1, 2, 5 and 10 million tickets when nothing is named; 10 million are 1.6 GB of disk. The
ratio is of processor time, each in a process of its own with two threads, to DuckDB reading the same file with its own reader:
once counting every column (the scan) and once grouping by agent with a count and a mean (the group-by).
"""

import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import duckdb
from startup import OURS

MILLIONS = (1, 2, 5, 10)
SCAN = "SELECT count(COLUMNS(*)) FROM read_csv('{file}')"
GROUP_BY = 'SELECT "Agent", count(*), avg("CSAT") FROM read_csv(\'{file}\') GROUP BY 1'
MADE = """
COPY (SELECT
  i + 100000 AS "Ticket ID",
  'user' || (hash(i * 7) % ({count} // 3)) || '@example.com' AS "Requester",
  ['Refund not received', 'Cannot log in', 'Change my address', 'Invoice is wrong', 'Cancel my order', 'App crashes']
    [1 + (hash(i * 3) % 6)::INTEGER] || ' ' || (hash(i) % 50) AS "Subject",
  'Agent ' || (hash(i * 5) % 40) AS "Agent",
  'Team ' || (hash(i * 5) % 5) AS "Team",
  ['email', 'chat', 'phone', 'web'][1 + (hash(i * 11) % 4)::INTEGER] AS "Channel",
  ['billing', 'login', 'shipping', 'vip;billing', ''][1 + (hash(i * 13) % 5)::INTEGER] AS "Tags",
  CASE WHEN hash(i * 17) % 100 < 95 THEN 'solved' ELSE 'open' END AS "Status",
  strftime(start, '%Y-%m-%d %H:%M:%S') AS "Created at",
  strftime(start + to_seconds(60 + (hash(i * 19) % 20000)::BIGINT), '%Y-%m-%d %H:%M:%S') AS "First replied at",
  CASE WHEN hash(i * 17) % 100 < 95
    THEN strftime(start + to_seconds(20000 + (hash(i * 23) % 300000)::BIGINT), '%Y-%m-%d %H:%M:%S') END AS "Solved at",
  (120 + hash(i * 29) % 900)::INTEGER AS "Handle time (seconds)",
  CASE WHEN hash(i * 31) % 3 = 0 THEN 1 + (hash(i * 37) % 5)::INTEGER END AS "CSAT",
  (hash(i * 41) % 20 = 0)::INTEGER AS "Reopens",
  (hash(i * 43) % 10 = 0)::INTEGER AS "Transfers",
  hash(i * 47) % 15 = 0 AS "Escalated",
  CASE WHEN hash(i * 53) % 8 = 0 THEN 'breached' ELSE 'met' END AS "SLA"
FROM (SELECT i, TIMESTAMP '2025-01-01' + to_seconds((i * 31536000.0 / {count})::BIGINT) AS start FROM range({count}) r(i))
) TO '{file}' (HEADER)
"""


def spent(command: list[str]) -> tuple[float, float, int]:
    """Seconds of the clock and of the processor that a command takes, and its peak memory in MB."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    began = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as process:
        peak = 0
        status = Path(f"/proc/{process.pid}/status")
        while process.poll() is None:
            lines = status.read_text(encoding="ascii").splitlines() if status.exists() else []
            peak = max([peak, *(int(line.split()[1]) for line in lines if line.startswith("VmHWM"))])
            time.sleep(0.05)
        if process.returncode:
            raise SystemExit(f"{command[:4]} ended with {process.returncode}")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return time.perf_counter() - began, used, peak // 1024


def duckdb_alone(query: str) -> list[str]:
    """A process that does nothing but this query."""
    code = f"import duckdb; duckdb.connect(config={{'threads': 2}}).execute({query!r}).fetchall()"
    return [sys.executable, "-c", code]


def main() -> None:
    """Prints a row for each number of millions."""
    millions = [float(each) for each in sys.argv[1:]] or MILLIONS
    print(
        f"{'tickets':>11}{'seconds':>9}{'processor':>11}{'rows/s':>9}{'MB':>6}{'scan':>7}{'group':>7}{'ratio':>7}{'a row':>7}"
    )
    first = 0.0
    for count in (int(each * 1_000_000) for each in millions):
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "tickets.csv"
            duckdb.connect(config={"threads": 2, "memory_limit": "2GB"}).execute(
                MADE.format(count=count, file=file)
            )
            seconds, used, peak = spent([*OURS, "tickets", str(file), "--json"])
            scan, group = (spent(duckdb_alone(query.format(file=file)))[1] for query in (SCAN, GROUP_BY))
            first = first or used / count
            print(
                f"{count:>11,}{seconds:>9.1f}{used:>11.1f}{count / seconds:>9,.0f}{peak:>6}{scan:>7.1f}{group:>7.1f}"
                f"{used / (scan + group):>7.2f}{used / count / first:>7.2f}"
            )


if __name__ == "__main__":
    main()
