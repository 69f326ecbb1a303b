"""Documents of one person, read at once by several workers, on the databases that the product runs on."""

import json
import os
import subprocess
import sys

import pytest

from tests.product import HOME
from tests.services import postgres_server

pytestmark = pytest.mark.processes


def read_at_once(folder, database_url: str) -> str:
    asked = {"DJANGO_SETTINGS_MODULE": "jobtracker.settings", "DATA_DIR": str(folder), "BROKER_URL": ""}
    done = subprocess.run(
        [sys.executable, "-m", "tests.flow.reading_at_once"],
        cwd=HOME,
        env={**os.environ, **asked, "DATABASE_URL": database_url},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_documents_of_one_person_read_at_once_join_on_sqlite(tmp_path):
    said = read_at_once(tmp_path, f"sqlite:///{tmp_path / 'jobtracker.sqlite3'}")
    assert said == "4 read, 1 and 1 candidate, 3 merges"


@pytest.mark.postgres
def test_documents_of_one_person_read_at_once_join_on_postgresql(tmp_path):
    with postgres_server() as url:  # one of its own: it has to be empty
        assert read_at_once(tmp_path, url) == "4 read, 1 and 1 candidate, 3 merges"


@pytest.mark.postgres
def test_merges_of_the_same_people_at_once_lose_nothing_on_postgresql(tmp_path):
    asked = {"DJANGO_SETTINGS_MODULE": "jobtracker.settings", "DATA_DIR": str(tmp_path), "BROKER_URL": ""}
    with postgres_server() as url:
        done = subprocess.run(
            [sys.executable, "-m", "tests.flow.merging_at_once"],
            cwd=HOME,
            env={**os.environ, **asked, "DATABASE_URL": url},
            capture_output=True,
            text=True,
        )
    assert done.returncode == 0, done.stderr[-3000:]
    assert json.loads(done.stdout) == {
        "each_other": {"ends": ["done and merged_before"], "wrong": []},
        "same_twice": {"ends": ["done and merged_before"], "wrong": []},
        "two_into_one": {"ends": ["done and done"], "wrong": []},
        "undone_twice": {"ends": ["done and undone_before"], "wrong": []},
        "while_a_document_of_the_kept_is_read": {"ends": ["done and done"], "wrong": []},
        "while_a_document_of_the_gone_is_read": {"ends": ["done and done"], "wrong": []},
    }
