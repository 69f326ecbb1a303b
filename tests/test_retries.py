import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching.faults import FAULTS
from matching.retries import next_try

SERVER = [code for code, fault in FAULTS.items() if fault.server_wide]
PERMANENT = [code for code, fault in FAULTS.items() if fault.permanent]


def waits(code: str) -> list[float]:
    """All waits until it is given up, without jitter."""
    found = []
    while (seconds := next_try(code, attempt=len(found) + 1)) is not None:
        found.append(seconds)
    return found


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("busy", [5, 10, 20, 40, 80, 120, 120]),
        ("runner_stopped", [5, 10, 20]),
        ("server_error", [5, 10, 20]),
        ("broken_stream", [5, 10, 20]),
        ("proxy_fault", [10, 20, 40]),
        ("out_of_memory", [15, 30, 60]),
        ("not_done", [5, 10]),
        ("timeout", [120]),
        ("stalled", [120]),
        ("invalid_json", [1]),
        ("invalid_levels", [1]),
        ("cut_off", [1]),
        ("prompt_cut", [1]),
        ("prompt_too_long", []),
        ("bad_request", []),
        ("grammar_refused", []),
        ("never heard of", [5, 10]),
    ],
)
def test_waits_until_it_is_given_up(code, expected):
    assert waits(code) == expected


@pytest.mark.parametrize("code", SERVER)
def test_a_fault_of_the_server_is_never_given_up(code):
    assert next_try(code, attempt=1) == 5
    assert next_try(code, attempt=1000) == 60


@pytest.mark.parametrize("code", PERMANENT)
def test_a_permanent_fault_is_not_tried_again(code):
    assert next_try(code, attempt=1) is None


def test_what_the_server_asks_for_is_respected():
    assert next_try("busy", attempt=1, retry_after=30) == 30
    assert next_try("busy", attempt=4, retry_after=30) == 40
    assert next_try("busy", attempt=1, retry_after=86_400) == 900


@given(st.sampled_from(sorted(FAULTS)), st.integers(1, 50), st.floats(0.5, 1.5))
def test_jitter_stretches_the_wait_in_proportion(code, attempt, jitter):
    plain = next_try(code, attempt=attempt)
    stretched = next_try(code, attempt=attempt, jitter=jitter)
    assert stretched == (None if plain is None else pytest.approx(plain * jitter))
