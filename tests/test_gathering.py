import pytest

from tests.gathering import LIVE


@pytest.mark.processes
def test_tests_that_start_programs_share_a_worker(request):
    """pytest and xdist do not understand each other in all of their versions."""
    in_groups = request.config.getoption("loadgroup", default=False)
    assert request.node.nodeid.endswith("@one-at-a-time") == bool(in_groups)


def test_no_test_of_this_run_calls_the_real_claude_unless_that_was_asked_for(request):
    """It is left out and not skipped: where nothing may be skipped, a skip is a failure."""
    assert LIVE or [item.name for item in request.session.items if item.get_closest_marker("live")] == []
