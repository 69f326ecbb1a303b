import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.mark.processes
def test_tests_that_start_programs_share_a_worker(request):
    """pytest and xdist do not understand each other in all of their versions."""
    in_groups = request.config.getoption("loadgroup", default=False)
    assert request.node.nodeid.endswith("@one-at-a-time") == bool(in_groups)


@pytest.mark.parametrize(("asked", "gathered"), [("", 0), ("1", 1)])
def test_test_that_calls_the_real_claude_is_gathered_only_when_asked_for(asked, gathered):
    environment = {**os.environ, "ANTHROPIC_LIVE": asked, "JOBTRACKER_NOTHING_SKIPPED": "1"}
    command = [sys.executable, "-m", "pytest", "--collect-only", "-q", "-p", "no:cacheprovider", "tests/test_live.py"]
    found = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True)

    assert found.stdout.count("test_real_claude") == gathered
    assert found.returncode == 0
