"""How a whole run is put together: which tests share a worker, and what a skip means.

Tests that start programs or a browser run one after the other, first, on one worker; the others fill the second one.
With JOBTRACKER_NOTHING_SKIPPED=1 (as CI has it) a skipped test is a failed one.
"""

import os
import shutil
from pathlib import Path

import pytest

ONE_AT_A_TIME = ("processes", "chromium")
LIVE = os.environ.get("ANTHROPIC_LIVE") == "1"
NOTHING_SKIPPED = os.environ.get("JOBTRACKER_NOTHING_SKIPPED") == "1"


@pytest.hookimpl(tryfirst=True)  # before xdist reads the groups
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    _leave_out_live(config, items)
    alone = [item for item in items if any(item.get_closest_marker(name) for name in ONE_AT_A_TIME)]
    for item in alone:
        item.add_marker(pytest.mark.xdist_group("one-at-a-time"))
    chosen = set(alone)
    items[:] = alone + [item for item in items if item not in chosen]


def _leave_out_live(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Tests that call the real Claude, for money, are not part of a run unless ANTHROPIC_LIVE=1 asks for them."""
    live = [item for item in items if item.get_closest_marker("live") and not LIVE]
    if live:
        config.hook.pytest_deselected(items=live)
        items[:] = [item for item in items if item not in set(live)]


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport():
    return _refuse_skip((yield))


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report():
    return _refuse_skip((yield))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say, last, what did not run here and why."""
    reasons = sorted({_reason(report) for report in terminalreporter.stats.get("skipped", [])})
    for reason in reasons:
        terminalreporter.write_line(f"Not run here: {reason}")
    if not reasons:
        terminalreporter.write_line("Nothing was skipped.")


def pytest_unconfigure() -> None:
    """The data directory that conftest made for this process goes with it."""
    folder = Path(os.environ["DATA_DIR"])
    if folder.name.startswith("jobtracker-tests-"):
        shutil.rmtree(folder, ignore_errors=True)


def _reason(report: pytest.TestReport) -> str:
    return report.longrepr[2].removeprefix("Skipped: ") if isinstance(report.longrepr, tuple) else str(report.longrepr)


def _refuse_skip(report):
    if NOTHING_SKIPPED and report.skipped and not hasattr(report, "wasxfail"):
        report.outcome, report.longrepr = "failed", f"Skipped, and nothing may be skipped here: {_reason(report)}"
    return report
