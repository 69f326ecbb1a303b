import pytest


@pytest.mark.processes
def test_tests_that_start_programs_share_a_worker(request):
    """pytest and xdist do not understand each other in all of their versions."""
    in_groups = request.config.getoption("loadgroup", default=False)
    assert request.node.nodeid.endswith("@one-at-a-time") == bool(in_groups)
