"""Steps that change data, taken by an installation that has some, on the databases that the product runs on."""

import json
import os
import subprocess
import sys

import pytest

from tests.product import HOME
from tests.services import postgres_server

pytestmark = [pytest.mark.processes, pytest.mark.timeout(900)]  # a busy machine takes long, and is no fault
TOLD = {
    "sources": ["local", "estimate"],
    "job of the call": True,
    "passwords": [False, True],
    "prices": {"same model": [2, 8], "other model": None},
    "prices of a local call": None,
    "batches": {"imported": [True, [2, 8]], "in_progress": [False, None], "creating": [False, [2, 8]]},
    "left": {"answered": True, "unreachable": False, "lost": True, "batch not sent": False},
}


def upgraded(folder, database_url: str) -> dict:
    told = {"DJANGO_SETTINGS_MODULE": "jobtracker.settings", "DATA_DIR": str(folder), "BROKER_URL": "none"}
    done = subprocess.run(
        [sys.executable, "-m", "tests.flow.upgrading"],
        cwd=HOME,
        env={**os.environ, **told, "DATABASE_URL": database_url},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr[-3000:]
    return json.loads(done.stdout)


def test_rows_of_before_are_brought_up_to_date_on_sqlite(tmp_path):
    assert upgraded(tmp_path, f"sqlite:///{tmp_path / 'jobtracker.sqlite3'}") == TOLD


@pytest.mark.postgres
def test_rows_of_before_are_brought_up_to_date_on_postgresql(tmp_path):
    with postgres_server() as url:  # one of its own: it has to be empty
        assert upgraded(tmp_path, url) == TOLD
