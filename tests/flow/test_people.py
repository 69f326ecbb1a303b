"""Documents of one person, read at once by several workers, on the databases that the product runs on."""

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
