"""Whoever changes what belongs to a job locks the job first, so that no two workers lock each other out."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.services import postgres_server

HOME = Path(__file__).resolve().parent.parent.parent
QUIET = {"faults": [], "turns": 32, "budgets agree": True, "still busy": []}


@pytest.mark.processes
@pytest.mark.timeout(900)  # a busy machine takes long, and is no fault
@pytest.mark.postgres
def test_every_verb_locks_the_job_first_and_none_locks_another_out(tmp_path):
    with postgres_server() as url:  # one of its own: it has to be empty
        told = {"DATABASE_URL": url, "DATA_DIR": str(tmp_path), "BROKER_URL": "none"}
        done = subprocess.run(
            [sys.executable, "-m", "tests.pipeline.lockers"],
            cwd=HOME,
            env={**os.environ, **told, "DJANGO_SETTINGS_MODULE": "jobtracker.settings"},
            capture_output=True,
            text=True,
        )
    assert done.returncode == 0, done.stderr[-3000:]
    story = json.loads(done.stdout)
    assert {verb: tables for verb, tables in story["held"].items() if tables} == {}
    assert (len(story["held"]), story["storm"]) == (30, QUIET)
