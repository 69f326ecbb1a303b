"""The product as its users start it, driven over HTTP by one signed-in person, in a throw-away data directory."""

import os
import re
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from html.parser import HTMLParser
from pathlib import Path

import httpx

HOME = Path(__file__).resolve().parent.parent
PASSWORD = re.compile(r"with the password\s+(\S+)")


class FormReader(HTMLParser):
    """The fields of the forms of a page, as a browser would send them."""

    def __init__(self) -> None:
        super().__init__()
        self.fields: list[tuple[str, str]] = []
        self._area: str | None = None
        self._select: str | None = None
        self._text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "input" and given.get("name") and given.get("type") not in {"submit", "file", "button", "checkbox"}:
            self.fields.append((given["name"], given.get("value", "")))
        elif tag == "textarea":
            self._area, self._text = given.get("name"), ""
        elif tag == "select":
            self._select = given.get("name")
        elif tag == "option" and self._select and "selected" in given:
            self.fields.append((self._select, given.get("value", "")))

    def handle_data(self, data: str) -> None:
        if self._area is not None:
            self._text += data

    def handle_endtag(self, tag: str) -> None:
        if tag == "textarea" and self._area is not None:
            self.fields.append((self._area, self._text))
            self._area = None
        elif tag == "select":
            self._select = None


def fields_of(html: str) -> dict[str, list[str]]:
    """Every field of a page's forms with its values, in order."""
    reader = FormReader()
    reader.feed(html)
    found: dict[str, list[str]] = {}
    for name, value in reader.fields:
        found.setdefault(name, []).append(value)
    return found


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return listener.getsockname()[1]


class Person:
    """A signed-in person's browser, without the browser."""

    def __init__(self, url: str, password: str) -> None:
        self.http = httpx.Client(base_url=url, follow_redirects=True, timeout=60, trust_env=False)
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
        fields = fields_of(drafted.text)
        fields["text"] = [text]
        fields["action"] = ["lock"]
        answer = self.post("/jobs/new/", fields)
        found = re.match(r"/jobs/[0-9a-f-]{36}/", answer.url.path)
        if not found:
            raise RuntimeError(f"the job was not opened: {answer.url.path}")
        return found.group()

    def upload(self, job: str, name: str, content: bytes) -> None:
        """Send one CV file."""
        self.post(f"{job}upload/", {}, files=[("files", (name, content, "application/octet-stream"))])


@contextmanager
def running(**environment: str) -> Iterator[tuple[str, Person]]:
    """The product on a free port with these settings; its address and a person signed in."""
    with tempfile.TemporaryDirectory(prefix="jobtracker-benchmark-") as folder:
        port = free_port()
        url = f"http://127.0.0.1:{port}"
        settings = {
            **os.environ,
            "DATA_DIR": folder,
            "PORT": str(port),
            "PYTHONUNBUFFERED": "1",
            "NO_PROXY": "127.0.0.1,localhost",
            **environment,
        }
        process = subprocess.Popen(
            [sys.executable, "-m", "jobtracker.supervisor"], cwd=HOME, env=settings, stdout=subprocess.PIPE, text=True
        )
        try:
            password = _first_password(process)
            _wait_for(url)
            yield url, Person(url, password)
        finally:
            process.send_signal(signal.SIGTERM)
            process.wait(timeout=60)


def _first_password(process: subprocess.Popen) -> str:
    for line in process.stdout or ():
        if found := PASSWORD.search(line):
            return found.group(1)
    raise RuntimeError("the product did not start")


def _wait_for(url: str) -> None:
    for _ in range(300):
        try:
            if httpx.get(f"{url}/healthz", trust_env=False).status_code == 200:
                return
        except httpx.HTTPError:
            pass
        time.sleep(0.1)
    raise RuntimeError("the product did not answer")
