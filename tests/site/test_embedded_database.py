"""The Postgres of `make run`: it starts, is shared, and goes with the last process that uses it."""

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

ROOT = Path(__file__).resolve().parents[2]
USE_IT = """
import sys, psycopg2
from pathlib import Path
from baz_site.database import join_embedded_database
found = join_embedded_database(Path(sys.argv[1]))
connection = psycopg2.connect(dbname=found["NAME"], user=found["USER"], host=found["HOST"])
cursor = connection.cursor()
cursor.execute("SELECT pg_advisory_xact_lock(1)")  # two that create the same table at once
cursor.execute("CREATE TABLE IF NOT EXISTS seen (n int); INSERT INTO seen VALUES (1);")
cursor.execute("SELECT count(*) FROM seen")
connection.commit()
print(cursor.fetchone()[0], flush=True)
sys.stdin.read()
"""


@pytest.fixture
def data_dir() -> Iterator[Path]:
    """Not in tmp_path: every pytest that starts shuts its parent for other users, and where root
    runs the tests, Postgres is one."""
    with tempfile.TemporaryDirectory(prefix="baz-") as directory:
        yield Path(directory) / "postgres"


def use(data_dir: Path) -> subprocess.Popen:
    """A process that writes a row, and leaves when its standard input is closed."""
    return subprocess.Popen(
        [sys.executable, "-c", USE_IT, str(data_dir)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
    )


def rows(process: subprocess.Popen) -> int:
    return int(process.stdout.readline())


def leave(process: subprocess.Popen) -> None:
    process.stdin.close()
    process.wait(30)


def runs(data_dir: Path) -> bool:
    """Whether a server works in `data_dir`."""
    pid_file = data_dir / "postmaster.pid"
    return pid_file.exists() and psutil.pid_exists(int(pid_file.read_text().split()[0]))


def test_it_stays_for_the_last_and_keeps_what_was_written(data_dir):
    processes = [use(data_dir), use(data_dir)]
    assert sorted(rows(process) for process in processes) == [1, 2]
    leave(processes[0])
    assert runs(data_dir)
    leave(processes[1])
    assert not runs(data_dir)
    again = use(data_dir)
    assert rows(again) == 3
    leave(again)


def test_a_killed_process_does_not_keep_it_running(data_dir):
    killed = use(data_dir)
    rows(killed)
    killed.kill()
    killed.wait()
    last = use(data_dir)
    assert rows(last) == 2
    leave(last)
    assert not runs(data_dir)


def test_a_stale_pid_of_another_program_does_not_stop_it(data_dir):
    first = use(data_dir)
    rows(first)
    leave(first)
    (data_dir / "postmaster.pid").write_text(f"{psutil.Process().pid}\n{data_dir}\n")
    second = use(data_dir)
    assert rows(second) == 2
    leave(second)
