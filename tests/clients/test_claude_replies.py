"""Whatever JSON comes back, it becomes a value or a CloudError and nothing else."""

from collections.abc import Callable

from hypothesis import given, settings
from hypothesis import strategies as st

from matching.clients.claude_replies import read_batch, read_message, read_model, read_result
from matching.clients.claude_values import BatchResult, BatchStatus, CloudReply, ModelInfo
from matching.cloud_faults import CLOUD_FAULTS
from matching.exceptions import CloudError

WORDS = st.sampled_from(
    ["message", "message_batch", "text", "thinking", "succeeded", "errored", "end_turn", "refusal", "ended", "", "m0"]
)
NAMES = """type id content text stop_reason stop_details category usage input_tokens output_tokens output_tokens_details
cache_creation cache_creation_input_tokens cache_read_input_tokens ephemeral_1h_input_tokens service_tier model
inference_geo request_counts processing succeeded processing_status custom_id result message error capabilities thinking
types supported max_tokens retires_at"""
KEYS = st.sampled_from(NAMES.split())
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-3, 10**9) | st.floats() | WORDS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=6),
    max_leaves=25,
)


def outcome(read: Callable, value: object) -> object:
    """What was read, or the code of the fault."""
    try:
        return read(value)
    except CloudError as error:
        return error.code


@settings(max_examples=300, deadline=None)
@given(VALUES)
def test_any_json_becomes_a_value_or_a_fault_with_a_code(value):
    readers = {read_message: CloudReply, read_batch: BatchStatus, read_result: BatchResult, read_model: ModelInfo}
    for read, kind in readers.items():
        found = outcome(read, value)
        assert isinstance(found, kind) or found in CLOUD_FAULTS


@settings(max_examples=200, deadline=None)
@given(content=st.lists(VALUES, max_size=3), stop=VALUES, usage=st.dictionaries(KEYS, VALUES, max_size=6))
def test_message_that_says_its_cost_is_a_reply_whatever_else_it_says(content, stop, usage):
    body = {
        "type": "message",
        "content": content,
        "stop_reason": stop,
        "usage": {**usage, "input_tokens": 7, "output_tokens": 3},
    }
    reply = read_message(body)

    assert (reply.usage.input, reply.usage.output) == (7, 3)
    assert min(reply.usage.write_5m, reply.usage.write_1h, reply.usage.read, reply.thinking_tokens) >= 0
    assert isinstance(reply.text, str) and isinstance(reply.stop_reason, str)
