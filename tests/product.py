"""The product as its users start it: the supervisor in a throw-away data directory, and a person signed in."""

import json
import os
import re
import signal
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path

import httpx
import psycopg

from tests.services import free_port, wait_for

HOME = Path(__file__).resolve().parent.parent
PASSWORD = re.compile(r"with the password\s+(\S+)")
NOT_SENT = {"submit", "file", "button", "checkbox"}


class FormReader(HTMLParser):
    """The fields of the forms of a page, as a browser would send them."""

    def __init__(self) -> None:
        super().__init__()
        self.fields: dict[str, list[str]] = {}
        self._area: str | None = None
        self._select: str | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "input" and given.get("name") and given.get("type") not in NOT_SENT:
            self._add(given["name"], given.get("value", ""))
        elif tag == "textarea" and given.get("name"):
            self._area = given["name"]
            self._add(self._area, "")
        elif tag == "select":
            self._select = given.get("name")
        elif tag == "option" and self._select and "selected" in given:
            self._add(self._select, given.get("value", ""))

    def handle_data(self, data: str) -> None:
        if self._area is not None:
            self.fields[self._area][-1] += data

    def handle_endtag(self, tag: str) -> None:
        if tag == "textarea":
            self._area = None
        elif tag == "select":
            self._select = None

    def _add(self, name: str, value: str) -> None:
        self.fields.setdefault(name, []).append(value)


def fields_of(html: str) -> dict[str, list[str]]:
    """Every field of a page's forms with its values, in order."""
    reader = FormReader()
    reader.feed(html)
    return reader.fields


class Person:
    """A signed-in person's browser, without the browser."""

    def __init__(self, url: str, password: str) -> None:
        # A connection that is kept may be ended by the server just when it is used again.
        each_its_own = httpx.Limits(max_keepalive_connections=0)
        self.http = httpx.Client(base_url=url, follow_redirects=True, timeout=60, trust_env=False, limits=each_its_own)
        fields = fields_of(self.http.get("/accounts/login/").text)
        self.post("/accounts/login/", {**fields, "username": ["admin"], "password": [password]})

    def post(self, path: str, fields: dict[str, list[str]], files: list | None = None) -> httpx.Response:
        """Send a form with the page's token."""
        token = self.http.cookies.get("csrftoken", "")
        headers = {"X-CSRFToken": token, "Referer": str(self.http.base_url)}
        answer = self.http.post(path, data={**fields, "csrfmiddlewaretoken": [token]}, files=files, headers=headers)
        answer.raise_for_status()
        return answer

    def open_job(self, text: str) -> str:
        """Paste a posting, take the drafted criteria as they are, lock; the job's path."""
        drafted = self.post("/jobs/new/", {"text": [text], "action": ["draft"]})
        answer = self.post("/jobs/new/", {**fields_of(drafted.text), "text": [text], "action": ["lock"]})
        found = re.match(r"/jobs/[0-9a-f-]{36}/", answer.url.path)
        if not found:
            raise RuntimeError(f"the job was not opened: {answer.url.path}")
        return found.group()

    def upload(self, job: str, name: str, content: bytes) -> None:
        """Send one CV file."""
        self.post(f"{job}upload/", {}, files=[("files", (name, content, "application/octet-stream"))])


@dataclass(frozen=True)
class Product:
    """One running product: its address, a person signed in, and its data directory."""

    url: str
    person: Person
    data_dir: Path
    database_url: str

    def pids(self) -> dict[str, int]:
        """The process of each program that the supervisor watches."""
        try:
            return json.loads((self.data_dir / "run" / "processes.json").read_text())
        except (FileNotFoundError, json.JSONDecodeError):
            return {}

    def kill(self, name: str) -> None:
        """End one program at once, and wait until another runs in its place."""
        pid = self.pids()[name]
        os.kill(pid, signal.SIGKILL)
        wait_for(lambda: self.pids().get(name) not in {pid, None}, what=f"{name} is started again", seconds=60)

    def rows(self, sql: str) -> list[tuple]:
        """What the database answers to a question."""
        if self.database_url.startswith("sqlite"):
            opened = sqlite3.connect(self.database_url.removeprefix("sqlite:///"), timeout=20)
        else:
            opened = psycopg.connect(self.database_url)
        with closing(opened) as database:
            return database.execute(sql).fetchall()

    def count(self, sql: str) -> int:
        return self.rows(f"SELECT count(*) FROM {sql}")[0][0]


@contextmanager
def running(**environment: str) -> Iterator[Product]:
    """The product on a free port with these settings."""
    with tempfile.TemporaryDirectory(prefix="jobtracker-run-") as folder:
        port = free_port()
        data_dir = Path(folder)
        settings = {
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "jobtracker.settings",
            "DATA_DIR": folder,
            "DATABASE_URL": f"sqlite:///{data_dir / 'jobtracker.sqlite3'}",
            "BROKER_URL": "",
            "PORT": str(port),
            "PYTHONUNBUFFERED": "1",
            "NO_PROXY": "127.0.0.1,localhost",
            **environment,
        }
        said = data_dir / "said"
        with said.open("w") as out:
            command = [sys.executable, "-m", "jobtracker.supervisor"]
            process = subprocess.Popen(command, cwd=HOME, env=settings, stdout=out, stderr=subprocess.STDOUT)
        try:
            url = f"http://127.0.0.1:{port}"
            password = wait_for(
                lambda: PASSWORD.search(said.read_text()), what="the first password", seconds=120
            ).group(1)
            wait_for(lambda: _answers(url), what="the first page", seconds=120)
            yield Product(url, Person(url, password), data_dir, settings["DATABASE_URL"])
        finally:
            process.send_signal(signal.SIGTERM)
            process.wait(timeout=90)


def _answers(url: str) -> bool:
    try:
        return httpx.get(f"{url}/healthz", trust_env=False).status_code == 200
    except httpx.HTTPError:
        return False
