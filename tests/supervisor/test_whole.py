"""All of it, as a person starts it: real processes, ended in every way there is."""

import json
import os
import re
import signal
import socket
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import httpx
import pytest
from celery import Celery
from kombu.exceptions import OperationalError
from redis.exceptions import RedisError

from jobtracker.broker import embedded_url, find_server
from tests.services import free_port, wait_for
from tests.supervisor.test_children import alive

pytestmark = [
    pytest.mark.processes,
    pytest.mark.skipif(find_server() is None, reason="no Valkey or Redis server on this machine"),
]
ROOT = Path(__file__).resolve().parent.parent.parent
NAMES = {"broker", "web", "scheduler", "worker-read", "worker-screen"}
QUEUES = {"read", "default", "screen"}


class Running:
    """One started jobtracker, and what can be seen of it from outside."""

    def __init__(self, process: subprocess.Popen, data_dir: Path, said: Path) -> None:
        self.process, self.data_dir, self._said = process, data_dir, said

    @property
    def said(self) -> str:
        return self._said.read_text()

    @property
    def url(self) -> str:
        ready = wait_for(
            lambda: re.search(r"ready at (\S+)/ ", self.said) or self._stopped(), what="the address", seconds=180
        )
        return ready[1]

    def _stopped(self) -> None:
        assert self.process.poll() is None, self.said

    def everything(self, *names: str) -> dict[str, int]:
        """The process of every program, once all of them were started."""
        wanted = set(names) or NAMES
        return wait_for(lambda: self.pids().keys() == wanted and self.pids(), what="every program is started")

    def pids(self) -> dict[str, int]:
        try:
            return json.loads((self.data_dir / "run" / "processes.json").read_text())
        except FileNotFoundError:
            return {}

    def status(self, path: str = "/accounts/login/") -> int | None:
        try:
            return httpx.get(self.url + path, trust_env=False, timeout=30).status_code
        except httpx.TransportError:
            return None

    def queues_served(self) -> set[str]:
        with Celery(broker=embedded_url(self.data_dir), set_as_current=False) as app:
            try:
                answers = app.control.inspect(timeout=0.5).active_queues() or {}
            except (RedisError, OperationalError):  # the broker itself is being started again
                return set()
        return {queue["name"] for queues in answers.values() for queue in queues}

    def leader(self) -> str:
        with closing(sqlite3.connect(self.data_dir / "jobtracker.sqlite3", timeout=20)) as database:
            row = database.execute("SELECT owner FROM matching_lease WHERE name = 'reconciler'").fetchone()
        return row[0] if row else ""


@contextmanager
def started(folder: Path, **environment: str) -> Iterator[Running]:
    """Start it on a free port with its data in a folder whose name has a space."""
    data_dir, said = folder / "the data", folder / "said"
    proxy = {"HTTP_PROXY": "http://127.0.0.1:9", "http_proxy": "http://127.0.0.1:9", "NO_PROXY": "", "no_proxy": ""}
    ours = {"DATA_DIR": str(data_dir), "BROKER_URL": "", "PORT": str(free_port()), "OLLAMA_HOST": "127.0.0.1:9"}
    with said.open("w") as out:
        process = subprocess.Popen(
            [sys.executable, "-m", "jobtracker.supervisor"],
            cwd=ROOT,
            env={**os.environ, **proxy, **ours, **environment},
            stdout=out,
            stderr=out,
        )
    try:
        yield Running(process, data_dir, said)
    finally:
        process.terminate()
        process.wait(60)


@pytest.fixture(scope="module")
def running(tmp_path_factory) -> Iterator[Running]:
    with started(tmp_path_factory.mktemp("running")) as found:
        assert found.status() == 200
        yield found


def test_start_runs_every_program_and_serves_every_queue(running):
    assert running.everything().keys() == NAMES
    wait_for(lambda: running.queues_served() == QUEUES, what="workers serve every queue")


def test_start_says_the_first_password_on_the_terminal_alone(running):
    password = re.search(r"Sign in as {2}admin {2}with the password {2}(\S+)", running.said)[1]
    with httpx.Client(base_url=running.url, trust_env=False, timeout=30) as browser:
        browser.get("/accounts/login/")
        form = {"username": "admin", "password": password, "csrfmiddlewaretoken": browser.cookies["csrftoken"]}
        answer = browser.post("/accounts/login/", data=form, headers={"Referer": running.url})

    assert (answer.status_code, answer.headers["location"]) == (302, "/")
    kept = [path for path in running.data_dir.rglob("*") if path.is_file()]
    assert [path for path in kept if password.encode() in path.read_bytes()] == []


def test_second_start_on_the_same_data_is_refused(running):
    environment = {**os.environ, "DATA_DIR": str(running.data_dir), "BROKER_URL": ""}
    second = subprocess.run(
        [sys.executable, "-m", "jobtracker.supervisor"], cwd=ROOT, env=environment, capture_output=True, text=True
    )

    assert (second.returncode, second.stderr) == (
        2,
        f"jobtracker cannot start: It is already running on {running.url}/ with the data in {running.data_dir}; "
        "stop that one first, or set DATA_DIR and PORT to start another.\n",
    )
    assert running.status() == 200


@pytest.mark.parametrize("name", sorted(NAMES))
def test_killed_program_is_started_again_and_pages_answer(running, name):
    wait_for(lambda: running.queues_served() == QUEUES, what="workers serve every queue before")
    before = running.pids()
    os.kill(before[name], signal.SIGKILL)
    wait_for(lambda: running.pids()[name] not in (None, before[name]), what=f"{name} is started again")

    assert wait_for(running.status, what="a page") == 200
    assert {**running.pids(), name: before[name]} == before
    wait_for(lambda: running.queues_served() == QUEUES, what="workers serve every queue again")


def test_killed_scheduler_leads_again(running):
    wait_for(running.leader, what="a scheduler leads")
    os.kill(running.pids()["scheduler"], signal.SIGKILL)

    wait_for(lambda: running.leader().endswith(f":{running.pids()['scheduler']}"), what="the new one leads", seconds=60)


def test_visitor_waits_while_the_web_starts_again(running):
    web = running.pids()["web"]
    os.kill(web, signal.SIGKILL)

    assert running.status() == 200


def test_terminated_stops_everything_and_starts_again_without_the_first_steps(tmp_path):
    with started(tmp_path) as first:
        assert first.status() == 200
        pids, port = first.everything(), int(first.url.rsplit(":", 1)[1])
        manifest = (first.data_dir / "static" / "staticfiles.json").stat().st_mtime_ns
        first.process.send_signal(signal.SIGTERM)

        assert first.process.wait(60) == 0
        assert [name for name, pid in pids.items() if alive(pid)] == []
    with started(tmp_path, PORT=str(port)) as second:
        assert second.status() == 200
        assert (second.data_dir / "static" / "staticfiles.json").stat().st_mtime_ns == manifest
        assert "password" not in second.said


def test_interrupted_stops_with_no_traceback(tmp_path):
    with started(tmp_path) as running:
        url = running.url
        running.process.send_signal(signal.SIGINT)

        assert running.process.wait(60) == 0
        assert running.said.endswith(
            f"jobtracker is ready at {url}/   (Ctrl-C stops it; logs in {running.data_dir / 'log'})\n"
        )


def test_killed_supervisor_leaves_nothing_running(tmp_path):
    with started(tmp_path) as running:
        port, pids = int(running.url.rsplit(":", 1)[1]), running.everything()
        running.process.kill()
        running.process.wait()

        wait_for(lambda: not [pid for pid in pids.values() if alive(pid)], what="every child ends")
        wait_for(lambda: _refuses(port), what="nobody listens any more")
    with started(tmp_path) as again:
        assert again.status() == 200


def test_start_without_a_broker_polls(tmp_path):
    with started(tmp_path, BROKER_URL="none") as running:
        assert running.status() == 200
        assert running.everything("web", "scheduler", "poll")


@pytest.mark.postgres
@pytest.mark.redis
def test_start_on_postgres_and_redis_starts_no_broker(tmp_path, postgres_url, redis_url):
    with started(tmp_path, DATABASE_URL=postgres_url, BROKER_URL=redis_url) as running:
        assert running.status() == 200
        assert running.everything(*NAMES - {"broker"})
        assert not (running.data_dir / "jobtracker.sqlite3").exists()


def test_start_with_the_database_away_says_so_in_one_sentence(tmp_path):
    port = free_port()
    with started(tmp_path, DATABASE_URL=f"postgres://me:hidden@127.0.0.1:{port}/jobs", BROKER_URL="none") as running:
        assert running.process.wait(60) == 2
        assert running.said == (
            f"jobtracker cannot start: The database at 127.0.0.1:{port} cannot be opened. "
            "Nothing was changed. Start it, or correct DATABASE_URL.\n"
        )


def _refuses(port: int) -> bool:
    try:
        socket.create_connection(("127.0.0.1", port), timeout=5).close()
    except ConnectionRefusedError:
        return True
    return False
