"""After an erasing no word of the person stands in any table, any file of the data directory, or the broker."""

import json
import os
import subprocess
import sys

import pytest

from tests.product import HOME
from tests.servers.claude import ClaudeSimulator
from tests.servers.ollama import OllamaSimulator
from tests.services import postgres_server

pytestmark = [pytest.mark.processes, pytest.mark.redis]


def erased(folder, *, database_url: str, broker_url: str) -> dict:
    with OllamaSimulator() as ollama, ClaudeSimulator(key="test-key") as claude:
        asked = {
            "DJANGO_SETTINGS_MODULE": "jobtracker.settings",
            "DATA_DIR": str(folder),
            "DATABASE_URL": database_url,
            "BROKER_URL": broker_url,
            "OLLAMA_HOST": ollama.url,
            "ANTHROPIC_BASE_URL": claude.url,
            "ANTHROPIC_API_KEY": "test-key",
            "CLOUD_MODEL": "claude-haiku-5-5",
        }
        command = [sys.executable, "-m", "tests.flow.erasing_whole"]
        done = subprocess.run(command, cwd=HOME, env={**os.environ, **asked}, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def check(found: dict, *files: str) -> None:
    kinds = ("archive", "assessment", "candidate", "cv", "egressreceipt", "merge", "override", "sign")
    assert {*(f"matching_{kind}" for kind in kinds), "media", *files} <= set(found["before"])
    assert (found["people"], found["after"]) == (1, [])
    assert (found["cvs"], found["files"]) == (["otto.txt"], 1)
    assert found["calls"] == [["done", ""]] * 4


def test_nothing_of_an_erased_person_is_left_on_sqlite(tmp_path, redis_url):
    database = tmp_path / "jobtracker.sqlite3"
    found = erased(tmp_path, database_url=f"sqlite:///{database}", broker_url=redis_url)
    check(found)
    assert any(place.startswith(database.name) for place in found["before"])


@pytest.mark.postgres
def test_nothing_of_an_erased_person_is_left_on_postgresql(tmp_path, redis_url):
    with postgres_server() as url:  # one of its own: it has to be empty
        check(erased(tmp_path, database_url=url, broker_url=redis_url))
