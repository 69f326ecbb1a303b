"""Real servers for tests: started on free ports in throw-away folders, gone afterwards.

    with postgres_server() as url: ...      DATABASE_URL of an empty database
    with redis_server() as url: ...         BROKER_URL of an empty Redis
Both skip the test, with the reason, on a machine that lacks the program.
"""

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from redis import Redis
from redis.exceptions import RedisError


@contextmanager
def postgres_server() -> Iterator[str]:
    """The address of an empty database on a PostgreSQL server of its own."""
    programs = _postgres_programs()
    with _private_folder("jobtracker-postgres-", owner=_postgres_user()) as (folder, run):
        data, port = folder / "data", free_port()
        run(
            [
                programs / "initdb",
                "-D",
                data,
                "-A",
                "trust",
                "-U",
                "jobtracker",
                "-E",
                "UTF8",
                "--locale=C",
                "--no-sync",
            ]
        )
        options = f"-k {folder} -p {port} -c listen_addresses=127.0.0.1 -c fsync=off -c max_connections=200"
        run([programs / "pg_ctl", "-D", data, "-l", folder / "log", "-o", options, "-w", "start"])
        try:
            run([programs / "createdb", "-h", "127.0.0.1", "-p", port, "-U", "jobtracker", "jobtracker"])
            yield f"postgres://jobtracker@127.0.0.1:{port}/jobtracker"
        finally:
            run([programs / "pg_ctl", "-D", data, "-m", "immediate", "-w", "stop"])


@contextmanager
def redis_server() -> Iterator[str]:
    """The address of an empty Redis (or Valkey) of its own, on TCP."""
    program = shutil.which("redis-server") or shutil.which("valkey-server")
    if program is None:
        pytest.skip("redis-server is not on PATH (on Debian: apt-get install redis-server)")
    with tempfile.TemporaryDirectory(prefix="jobtracker-redis-") as folder:
        port = free_port()
        options = ["--bind", "127.0.0.1", "--port", str(port), "--dir", folder, "--save", "", "--appendonly", "no"]
        server = subprocess.Popen([program, *options], stdout=subprocess.DEVNULL)
        try:
            with Redis(port=port, socket_timeout=2, retry=None) as client:
                wait_for(lambda: _answers(client), what="redis-server answers")
            yield f"redis://127.0.0.1:{port}/0"
        finally:
            server.terminate()
            server.wait(10)


@pytest.fixture(scope="session")
def postgres_url() -> Iterator[str]:
    with postgres_server() as url:
        yield url


@pytest.fixture(scope="session")
def redis_url() -> Iterator[str]:
    with redis_server() as url:
        yield url


def free_port() -> int:
    """A TCP port of this machine that nobody listens on."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        return server.getsockname()[1]


def wait_for(condition: Callable[[], object], *, what: str, seconds: float = 90.0) -> object:
    """The first true value of the condition; a failed test that says what was waited for if none comes in time."""
    until = time.monotonic() + seconds
    while not (value := condition()):
        if time.monotonic() > until:
            pytest.fail(f"waited {seconds:.0f} s in vain: {what}")
        time.sleep(0.02)
    return value


def _postgres_programs() -> Path:
    """The folder with initdb and pg_ctl: Debian keeps them off PATH, one folder a version."""
    folders = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: int(path.parent.name))
    if found := [folder for folder in folders if (folder / "initdb").exists()]:
        return found[-1]
    if program := shutil.which("initdb"):
        return Path(program).resolve().parent
    pytest.skip("PostgreSQL's initdb is not on this machine (on Debian: apt-get install postgresql)")


def _postgres_user() -> str | None:
    """PostgreSQL refuses to run as root: the account to run it as, or None for the present one."""
    if os.getuid() != 0:
        return None
    names = {account.pw_name for account in pwd.getpwall()}
    return "postgres" if "postgres" in names else "nobody"


@contextmanager
def _private_folder(prefix: str, *, owner: str | None) -> Iterator[tuple[Path, Callable[[list[object]], None]]]:
    """A temporary folder of that account, and a way to run commands as it."""
    with tempfile.TemporaryDirectory(prefix=prefix) as name:
        account = {"user": owner, "group": pwd.getpwnam(owner).pw_gid, "extra_groups": []} if owner else {}
        if owner:
            shutil.chown(name, owner)

        def run(command: list[object]) -> None:
            with tempfile.TemporaryFile() as said:  # a pipe would stay open as long as the server that pg_ctl starts
                done = subprocess.run([str(part) for part in command], stdout=said, stderr=said, cwd=name, **account)
                said.seek(0)
                assert done.returncode == 0, said.read().decode()

        yield Path(name), run


def _answers(client: Redis) -> bool:
    try:
        return client.ping()
    except RedisError:
        return False
